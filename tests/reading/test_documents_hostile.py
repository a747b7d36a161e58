"""Every file ends as text or as a problem that says what to do, and harms nothing else."""

from __future__ import annotations

import os
import random
import socket
import sys
from pathlib import Path

import made_documents as made
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from curalign.domain.materials import Form
from curalign.reading.documents.cleaning import clean, row
from curalign.reading.documents.drafts import Draft, Piece
from curalign.reading.documents.formats import FORMATS
from curalign.reading.documents.processes import WorkerExtractor, extract_all
from curalign.reading.documents.sections import build_sections
from curalign.reading.files.file_bytes import Unread
from curalign.settings import ReadingSettings
from curalign.wording import Facts

ENCRYPTED = made.OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
BILLION = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w>&b;</w>'


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.docx", b"", "is empty"),
        ("nulls.pdf", bytes(5000), "is empty"),
        ("locked.docx", ENCRYPTED, "password"),
        ("locked.xlsx", ENCRYPTED, "password"),
        ("old.docx", made.OLE + bytes(2000), "old Office format"),
        ("text.docx", b"plain words", "is not a Word document although its name says so"),
        ("binary.md", b"\x00\x01\x02 words", "is not Markdown although its name says so"),
        ("keynote.key", b"something", "format that is not read (.key)"),
        ("bare", b"something", "format that is not read (no extension)"),
        ("broken.pdf", b"%PDF-1.7\nnothing more", "damaged or cut short"),
        ("broken.docx", b"PK\x03\x04 and no more", "damaged or cut short"),
        ("broken.epub", b"no book", "is not an EPUB book although its name says so"),
        ("broken.rtf", b"no rich text", "is not a rich text although its name says so"),
    ],
)
def test_what_cannot_be_read_says_why_and_how_to_mend_it(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(data)
    found = made.extract(tmp_path / name)
    assert made.codes(found) == ["F301"]
    assert says in made.message(found)
    assert made.message(found).endswith(".")
    assert found.sections == ()


def test_an_encrypted_pdf_says_so(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), encrypt="secret")
    canvas.drawString(72, 700, "Pupils add.")
    canvas.save()
    assert "password" in made.message(made.extract(tmp_path / "a.pdf"))


@pytest.mark.parametrize("made_as", [made.word, made.pdf, made.deck, made.workbook])
def test_content_overrules_a_wrong_extension(tmp_path: Path, made_as: object) -> None:
    right = made_as(tmp_path / "right.bin")  # type: ignore[operator]
    wrong = tmp_path / "wrong.txt"
    wrong.write_bytes(right.read_bytes())
    found = made.extract(wrong)
    assert {problem.trouble for problem in found.problems} <= {"left-out"}  # the workbook has a hidden sheet
    assert found.sections


@pytest.mark.parametrize("made_as", [made.word, made.pdf, made.deck, made.workbook])
def test_a_file_cut_short_anywhere_is_text_or_a_problem(tmp_path: Path, made_as: object) -> None:
    whole = made_as(tmp_path / "whole.bin")  # type: ignore[operator]
    data = whole.read_bytes()
    cuts = [tmp_path / f"cut{at}.{whole.suffix}" for at in range(1, len(data), max(1, len(data) // 12))]
    for at, cut in enumerate(cuts):
        cut.write_bytes(data[: 1 + at * max(1, len(data) // 12)])
    for _, found in extract_all(cuts, made.SETTINGS):
        assert found.sections or found.problems


def test_random_bytes_under_every_extension_are_text_or_a_problem(tmp_path: Path) -> None:
    noise = random.Random(7)
    paths = [tmp_path / f"noise{suffix}" for suffix in sorted(FORMATS)]
    for path in paths:
        path.write_bytes(noise.randbytes(3000))
    found = dict(extract_all(paths, made.SETTINGS))
    assert len(found) == len(paths)
    assert all(each.sections or each.problems for each in found.values())


@pytest.mark.parametrize("member", ["word/document.xml", "ppt/presentation.xml", "xl/workbook.xml"])
def test_a_zip_bomb_is_a_problem_within_its_limits(tmp_path: Path, member: str) -> None:
    path = made.bomb(tmp_path / "bomb.docx", member)
    assert path.stat().st_size < 2_000_000
    assert made.codes(made.extract(path, ReadingSettings(workers=1, seconds=20))) == ["F301"]


@pytest.mark.parametrize(
    ("name", "part"), [("a.docx", "word/document.xml"), ("a.pptx", "ppt/presentation.xml"), ("a.odt", "content.xml")]
)
def test_entities_are_neither_expanded_nor_fetched(tmp_path: Path, name: str, part: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    stolen = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}">]><w>&x;</w>'
    kind = {"mimetype": "application/vnd.oasis.opendocument.text"} if name.endswith("odt") else {}
    for number, attack in enumerate((BILLION, stolen)):
        path = made.zipped(tmp_path / f"{number}{name}", {**kind, "[Content_Types].xml": "<Types/>", part: attack})
        found = made.extract(path)
        assert "secret" not in str(found.sections)
        assert "haha" not in str(found.sections)
        assert found.problems


def test_a_scan_is_named_with_its_pages(tmp_path: Path) -> None:
    found = made.extract(made.scan(tmp_path / "a.pdf", ["Pupils add numbers here.", "", "", "And here.", ""]))
    assert made.codes(found) == ["F302"]
    assert "pages 2-3, 5 of 5 hold no readable text" in made.message(found)
    assert found.problems[0].place == "p. 2-3, 5"
    assert found.blank == (2, 3, 5)
    whole = made.extract(made.scan(tmp_path / "b.pdf", ["", ""]))
    assert "the whole document holds no readable text" in made.message(whole)


def test_a_document_without_text_could_not_be_judged(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("\n---\n\n")
    assert made.codes(made.extract(tmp_path / "a.md")) == ["F303"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_does_not_hold_anything_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    assert "pipe, socket or device" in made.message(made.extract(tmp_path / "pipe.md"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows opens no device by a path like this")
def test_an_endless_device_does_not_hold_anything_up() -> None:
    assert "pipe, socket or device" in made.message(made.extract(Path("/dev/zero")))


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    assert "cannot be opened" in made.message(made.extract(tmp_path / "gone.docx"))


@pytest.mark.parametrize("name", ["<b>$(rm)`x`.md", "=cmd|'C calc'!A0.md", "ü \u202egpj.md", "a'b\"c%20#1?.md"])
def test_hostile_names_are_read_like_any_other(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    try:
        path.write_text("# Unit\nText.\n")
    except OSError:
        pytest.skip("this file system does not allow such a name")
    assert made.extract(path).sections[0].headings == ("Unit",)


@pytest.mark.skipif(sys.platform != "linux", reason="only here may names hold bytes that are no text")
def test_names_that_are_no_text_are_read(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9\n.md")
    path.write_text("# Unit\nText.\n")
    assert made.extract(path).sections[0].headings == ("Unit",)


def test_hostile_text_is_kept_as_text_without_what_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(
        "=1+1 <script>\u202e\x00\x1b[31m \ufb01n \ue000 \u0939\u093f x\u00ad\u200by\uffff".encode() + b"\xff"
    )
    (line,) = made.lines(made.extract(path))
    assert not set(line[3]) & set("\x00\x1b\u202e\u00ad\u200b\ue000\uffff")
    assert line[3].startswith("=1+1 <script>")


def test_a_long_line_and_deep_nesting_end_within_the_limits(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("word " * 400_000)
    (tmp_path / "b.html").write_text("<div>" * 50_000 + "deep")
    (tmp_path / "c.md").write_text("[" * 20_000 + "*" * 20_000 + "<!--" * 20_000)
    (tmp_path / "d.md").write_text("> " * 50_000 + "- " * 50_000)
    paths = sorted(tmp_path.iterdir())
    for _, found in extract_all(paths, ReadingSettings(workers=1, seconds=10)):
        assert found.sections or found.problems


def test_no_socket_is_opened_for_a_page_full_of_links(tmp_path: Path) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        listener.settimeout(0.1)
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/x"
        (tmp_path / "a.html").write_text(
            f'<h1>U</h1><img src="{address}"><link href="{address}"><iframe src="{address}">'
        )
        (tmp_path / "a.md").write_text(f"# U\n![x]({address})\n")
        for name in ("a.html", "a.md"):
            made.extract(tmp_path / name)
        with pytest.raises(TimeoutError):
            listener.accept()


@given(st.text())
def test_cleaned_text_is_one_line_that_utf8_can_hold_and_stays_as_it_is(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert cleaned.splitlines() in ([], [cleaned])
    assert clean(cleaned) == cleaned


@given(st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1))
def test_letters_and_digits_are_never_lost(word: str) -> None:
    assert clean(word) == word
    assert word in row(["", word, ""])


_PIECES = st.builds(
    Piece, st.text(max_size=12), st.sampled_from(Form), st.none() | st.integers(0, 6), st.none() | st.integers(1, 9)
)


@given(st.lists(_PIECES, max_size=30))
def test_sections_hold_every_piece_once_and_in_order(pieces: list[Piece]) -> None:
    sections = build_sections(Draft(pieces))
    told = [clean(piece.text) for piece in pieces if piece.level is None]
    # A tab behind what may be a label stays.
    found = [block.text.replace("\t", " ") for section in sections for block in section.blocks]
    assert found == [text for text in told if text]
    headings = {clean(piece.text) for piece in pieces if piece.level is not None}
    assert {heading for section in sections for heading in section.headings} == headings - {""}


@given(st.lists(_PIECES, max_size=10))
def test_drafts_cross_to_our_process_unchanged(pieces: list[Piece]) -> None:
    lack = Unread(trouble="too-long", facts=Facts(most=2000, sheets=["2"]), passing=True)
    draft = Draft(pieces, "slide", 3, [1, 2], (lack,), [3])
    assert Draft.unpack(draft.pack()) == draft


def test_one_extractor_reads_on_after_every_kind_of_failure(tmp_path: Path) -> None:
    (tmp_path / "bad.docx").write_bytes(ENCRYPTED)
    with WorkerExtractor(made.SETTINGS) as extractor:
        assert extractor.extract(tmp_path / "bad.docx").problems
        assert extractor.extract(made.word(tmp_path / "good.docx")).problems == ()
