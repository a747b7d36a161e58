"""A unit that lies there in several formats, each cut into passages of its own, teaches what it teaches once."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate
from sample_districts import write_district

import curalign as ca
from curalign.domain.links import Alignment
from curalign.domain.materials import Kind

STANDARDS = """Standard Code,Description,Grade Level,Subject
3.R.1,Ask and answer questions about a text and point to the words that the answer rests on,3,English
3.R.2,Retell a story and name the lesson that it teaches,3,English
3.W.1,Write an opinion and support it with reasons,3,English
3.S.1,Explain what plants need to grow,3,Science
3.M.1,Tell time to the minute,3,Mathematics
"""
LESSONS = (
    "Read the fable of the heron aloud. Who spoke first, and how do you know? Children put a finger on the line that"
    " tells them and read it to a partner before they answer.",
    "The second page of the newspaper story about the bridge. Each pair writes two questions that the page answers and"
    " one that it does not. Swap. The other pair underlines where the answer stands.",
    "Long talk about the captain. Was he afraid? Nobody may say yes or no without a sentence out of the chapter. We"
    " keep the sentences on a strip beside the board, and by Friday there are fourteen of them.",
    "The letter from the lighthouse has no date. When was it written? Hunt for hints, mark each with a pencil dot, and"
    " defend the dots.",
    "Tea and biscuits with the class below. Our readers ask the younger ones what happened in the picture book, and"
    " why they think so; the younger ones turn back to the page.",
    "Silent reading for twenty minutes. Afterwards a slip: one thing that you wonder, and the page that might tell.",
)


def as_markdown(path: Path) -> None:
    parts = [f"## Lesson {n}\n\n{text}\n" for n, text in enumerate(LESSONS, 1)]
    path.write_text("# Reading closely\n\n" + "\n".join(parts), encoding="utf-8")


def as_plain_page(path: Path) -> None:
    """Without headings, as a page that was pasted together: cut where a passage is full."""
    parts = "".join(f"<p>{text}</p>" for text in LESSONS)
    path.write_text(f"<html><head><title>Reading closely</title></head><body>{parts}</body></html>", encoding="utf-8")


def as_word(path: Path) -> None:
    """Two lessons under each heading."""
    document = docx.Document()
    document.add_heading("Reading closely", 0)
    for n, text in enumerate(LESSONS):
        if n % 2 == 0:
            document.add_heading(f"Week {n // 2 + 1}", 1)
        document.add_paragraph(text)
    document.save(str(path))


def as_pdf(path: Path) -> None:
    styles = getSampleStyleSheet()
    body = [Paragraph(text, styles["BodyText"]) for text in LESSONS]
    SimpleDocTemplate(str(path)).build([Paragraph("Reading closely", styles["Heading1"]), *body])


WRITERS = {"md": as_markdown, "docx": as_word, "html": as_plain_page, "pdf": as_pdf}


@pytest.fixture(scope="module")
def aligned(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Alignment]:
    """The district with the unit in each format alone, and in all of them."""
    folder = write_district(tmp_path_factory.mktemp("formats"), {"standards/s.csv": STANDARDS})
    (folder / "curriculum").mkdir()
    for ending, write in WRITERS.items():
        write(folder / "curriculum" / f"grade 3 reading.{ending}")
    district, aligner = ca.read_district(folder), ca.Aligner()
    units = {material.path.rpartition(".")[2]: [material] for material in district.materials}
    assert units.keys() == WRITERS.keys()
    return {
        name: aligner.align(district.framework, materials)
        for name, materials in {**units, "all": list(district.materials)}.items()
    }


def taught(alignment: Alignment) -> dict[str, float]:
    return {r.standard.code: r.taught for r in ca.measure_coverage(alignment).reaches if r.taught is not None}


def test_formats_are_cut_into_other_passages(aligned: dict[str, Alignment]) -> None:
    texts = {name: {passage.text for passage in aligned[name].passages} for name in WRITERS}
    assert not texts["md"] & (texts["html"] | texts["docx"])
    assert not texts["docx"] & texts["html"]


def test_all_of_them_teach_what_the_best_of_them_teaches(aligned: dict[str, Alignment]) -> None:
    alone, together = [taught(aligned[name]) for name in WRITERS], taught(aligned["all"])
    assert together
    for code, probability in together.items():
        assert probability == pytest.approx(max(each[code] for each in alone), abs=0.01)


def test_decoys_count_as_standards_do(aligned: dict[str, Alignment]) -> None:
    key = (Kind.UNIT, ""), ("3",)
    levels = [[level.log_odds for level in aligned[name].chances[key]] for name in WRITERS]
    for together, *alone in zip(aligned["all"].chances[key], *levels, strict=True):
        assert together.log_odds == pytest.approx(max(alone), abs=0.2)
