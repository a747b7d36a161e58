"""Raised letters mean the same in every format: a power, the top of a fraction, an ordinal, or the number of a note."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import docx
import made_documents as made
import pytest
from pptx import Presentation
from pptx.util import Inches

_LINES = [
    ("A rug of 6 m", "2", " and 10", "4", " beads", "A rug of 6 m^2 and 10^4 beads"),
    ("Cut 3", "1", "/2 yards of the 2", "nd", " ribbon", "Cut 3 1/2 yards of the 2nd ribbon"),
    ("Read the story", "1", " for 2.MD.A.1", "2", " aloud", "Read the story 1 for 2.MD.A.1 2 aloud"),
    (
        "A disc has 3 * radius",
        "2",
        " and (a - b)",
        "2",
        " is side",
        "2",
        " + 4",
        "A disc has 3 * radius^2 and (a - b)^2 is side^2 + 4",
    ),
    ("Ask the class (or a group)", "1", " and tell", "2", " them", "Ask the class (or a group) 1 and tell 2 them"),
    (
        "Read it (see pages 3-4)",
        "1",
        " to them (Lee - Diaz)",
        "2",
        ".",
        "Read it (see pages 3-4) 1 to them (Lee - Diaz) 2.",
    ),
    ("The square has (base + height)", "2", " tiles", "The square has (base + height)^2 tiles"),
    ("Take ", "3", "/4 of y", "n", ".", "Take 3/4 of y^n."),
]
_STYLE = (
    '<style:style style:name="R" style:family="text"><style:text-properties style:text-position="SAID"/></style:style>'
)


def _word(path: Path, parts: tuple[str, ...]) -> Path:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for at, part in enumerate(parts):
        paragraph.add_run(part).font.superscript = True if at % 2 else None
    document.save(str(path / "a.docx"))
    return path / "a.docx"


def _deck(path: Path, parts: tuple[str, ...]) -> Path:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    paragraph = slide.shapes.add_textbox(*[Inches(1)] * 4).text_frame.paragraphs[0]
    for at, part in enumerate(parts):
        run = paragraph.add_run()
        run.text = part
        run.font._element.set("baseline", "30000" if at % 2 else "0")
    presentation.save(str(path / "a.pptx"))
    return path / "a.pptx"


def _tagged(parts: tuple[str, ...]) -> str:
    return "".join(f"<sup>{escape(part)}</sup>" if at % 2 else escape(part) for at, part in enumerate(parts))


def _page(path: Path, parts: tuple[str, ...]) -> Path:
    (path / "a.html").write_text(f"<p>{_tagged(parts)}</p>")
    return path / "a.html"


def _markdown(path: Path, parts: tuple[str, ...]) -> Path:
    (path / "a.md").write_text(_tagged(parts))
    return path / "a.md"


def _opendocument(path: Path, parts: tuple[str, ...]) -> Path:
    spans = (f'<text:span text:style-name="R">{part}</text:span>' if at % 2 else part for at, part in enumerate(parts))
    body = f"<office:text><text:p>{''.join(spans)}</text:p></office:text>"
    made.opendocument(path / "a.odt", body, styles=_STYLE.replace("SAID", "super 58%"))
    return path / "a.odt"


@pytest.mark.parametrize("parts", _LINES)
@pytest.mark.parametrize("write", [_word, _deck, _page, _markdown, _opendocument])
def test_raised_letters_stand_in_their_line(
    tmp_path: Path, write: Callable[[Path, tuple[str, ...]], Path], parts: tuple[str, ...]
) -> None:
    assert [text for *_, text in made.lines(made.extract(write(tmp_path, parts[:-1])))] == [parts[-1]]


@pytest.mark.parametrize("markup", ["<p>Two</sup> bags</p>", "<p>Two<sup> bags</p>", "<p>Two<sup></sup> bags</p>"])
def test_a_mark_that_begins_or_ends_nothing_takes_no_word(tmp_path: Path, markup: str) -> None:
    (tmp_path / "a.html").write_text(markup)
    assert [text for *_, text in made.lines(made.extract(tmp_path / "a.html"))] == ["Two bags"]
