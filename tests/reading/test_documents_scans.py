"""Scanned pages: named with their numbers, and recognised by Tesseract only where that was asked for."""

from __future__ import annotations

import shutil
from pathlib import Path

import made_documents as made
import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from curalign.errors import SettingsError
from curalign.reading.documents.drafts import Draft, Piece
from curalign.reading.documents.extracting import extracted
from curalign.reading.documents.processes import WorkerExtractor
from curalign.reading.documents.recognition import with_recognised
from curalign.reading.files.file_bytes import Unread
from curalign.segmenting import segment
from curalign.settings import ReadingSettings

with_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
OCR = ReadingSettings(workers=1, ocr=True)


def scan(path: Path) -> Path:
    """A PDF of one page of text, two scanned ones and one that is blank."""
    canvas = Canvas(str(path))
    canvas.drawString(72, 700, "Pupils share bread equally among friends at a table.")
    canvas.showPage()
    for number in (2, 3):
        picture = Image.new("L", (1240, 1754), 255)
        words = f"Page {number} asks pupils to compare fractions"
        ImageDraw.Draw(picture).text((120, 150), words, font=ImageFont.load_default(40), fill=0)
        canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)
        canvas.showPage()
    canvas.showPage()
    canvas.save()
    return path


def test_scanned_pages_are_named_and_never_recognised_unasked(tmp_path: Path) -> None:
    found = made.extract(scan(tmp_path / "a.pdf"))
    assert made.codes(found) == ["F302"]
    assert "pages 2-4 of 4 hold no readable text" in made.message(found)
    assert "ocr = true" in made.message(found)
    assert [line[2] for line in made.lines(found)] == ["p. 1"]


@with_tesseract
def test_recognised_pages_stand_in_their_places_and_say_so(tmp_path: Path) -> None:
    found = made.extract(scan(tmp_path / "a.pdf"), OCR)
    assert [(line[2], "compare fractions" in line[3]) for line in made.lines(found)] == [
        ("p. 1", False),
        ("p. 2, read by OCR", True),
        ("p. 3, read by OCR", True),
    ]
    blank, read = found.problems
    assert (blank.place, read.place) == ("p. 4", "p. 2-3")
    assert "read by text recognition (OCR)" in read.message
    assert found.blank == (4,)


@with_tesseract
def test_a_passage_is_recognised_or_not_and_never_half(tmp_path: Path) -> None:
    from curalign.reading import read_document

    passages = segment([read_document(scan(tmp_path / "a.pdf"), OCR)])
    assert [p.place.spot.ocr for p in passages] == [False, True]


@with_tesseract
def test_a_scan_in_an_archive_is_recognised_too(tmp_path: Path) -> None:
    path = made.zipped(tmp_path / "a.zip", {"scan.pdf": scan(tmp_path / "a.pdf").read_bytes()})
    [(name, found)] = made.extract(path, OCR).members
    assert name == "scan.pdf"
    assert any("read by OCR" in line[2] for line in made.lines(found))


@with_tesseract
def test_what_cannot_be_recognised_in_its_time_keeps_its_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("curalign.reading.documents.processes.SECONDS_A_PAGE", -19.99)
    found = made.extract(scan(tmp_path / "a.pdf"), ReadingSettings(workers=1, ocr=True, seconds=60.0))
    assert [line[2] for line in made.lines(found)] == ["p. 1"]
    assert made.codes(found) == ["F302", "F303"]
    assert "text recognition (OCR) of p. 2-4 failed" in found.problems[1].message


def test_without_tesseract_one_sentence_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SettingsError, match="apt-get install tesseract-ocr"):
        WorkerExtractor(OCR)


def test_why_pages_were_not_recognised_is_told_beside_what_was_left_out_before() -> None:
    draft = Draft([Piece("Share bread")], pages=3, blank=[2, 3], left_out=[Unread(trouble="simpler-reader")])
    found = with_recognised(draft, Unread(trouble="too-little-memory", passing=True))
    blank, before, failed = extracted("a.pdf", found).problems
    assert (blank.code, before.trouble, before.passing, failed.passing) == ("F302", "simpler-reader", False, True)
    assert failed.message == (
        "text recognition (OCR) of p. 2-3 failed: it needs more memory than a document is given; split it, or raise "
        "[reading] megabytes."
    )
    assert failed.message_in("es") == (
        "falló el reconocimiento de texto (OCR) de p. 2-3: el documento necesita más memoria de la que se da a un "
        "documento; divídalo o aumente [reading] megabytes."
    )
