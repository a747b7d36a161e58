"""What an OpenDocument file keeps beside its text is read in its place: numbers, equations, charts, page headers."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import made_documents as made
import pytest

from curalign.reading.documents.processes import WorkerExtractor

_MATHS = 'xmlns="http://www.w3.org/1998/Math/MathML"'
_LINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


@pytest.fixture(scope="module")
def worker() -> Iterator[WorkerExtractor]:
    with WorkerExtractor(made.SETTINGS) as extractor:
        yield extractor


def texts(
    worker: WorkerExtractor, path: Path, body: str, styles: str = "", parts: Mapping[str, str] | None = None
) -> list[str]:
    made.opendocument(path, f"<office:text>{body}</office:text>", styles=styles)
    with zipfile.ZipFile(path, "a") as archive:
        for name, content in (parts or {}).items():
            archive.writestr(name, content)
    return [text for *_, text in made.lines(worker.extract(path))]


def numbered(name: str, *levels: str) -> str:
    shown = "".join(f'<text:list-level-style-number text:level="{at}" {level}/>' for at, level in enumerate(levels, 1))
    return f'<text:list-style style:name="{name}">{shown}</text:list-style>'


def listed(style: str, *items: str, more: str = "") -> str:
    inside = "".join(f"<text:list-item><text:p>{item}</text:p></text:list-item>" for item in items)
    return f'<text:list text:style-name="{style}" {more}>{inside}</text:list>'


def test_a_list_number_that_is_a_code_or_a_name_is_read_and_one_that_only_counts_is_not(
    worker: WorkerExtractor, tmp_path: Path
) -> None:
    code = 'style:num-prefix="3.NF.A." style:num-format="1" text:start-value="2"'
    styles = numbered("C", code) + numbered("L", 'style:num-prefix="Lesson " style:num-format="1"')
    styles += numbered("N", 'style:num-format="1" style:num-suffix="."')
    body = listed("C", "On a line") + "<text:p>Between.</text:p>"
    body += listed("C", "As parts", more='text:continue-numbering="true"') + listed("C", "Anew")
    body += listed("L", "Folding", "Cutting") + listed("N", "one", "two")
    assert texts(worker, tmp_path / "a.odt", body, styles) == [
        "3.NF.A.2 On a line", "Between.", "3.NF.A.3 As parts", "3.NF.A.2 Anew",
        "Lesson 1 Folding", "Lesson 2 Cutting", "one", "two",
    ]  # fmt: skip


def test_levels_of_a_list_count_below_one_another(worker: WorkerExtractor, tmp_path: Path) -> None:
    styles = numbered(
        "C", 'style:num-prefix="3.NF." style:num-format="A"',
        'style:num-prefix="3.NF." style:num-format="1" text:display-levels="2"',
    )  # fmt: skip
    inner = "<text:list><text:list-item><text:p>first</text:p></text:list-item></text:list>"
    body = (
        f'<text:list text:style-name="C"><text:list-item><text:p>cluster</text:p>{inner}</text:list-item></text:list>'
    )
    assert texts(worker, tmp_path / "a.odt", body, styles) == ["3.NF.A cluster", "3.NF.A.1 first"]


def test_equations_and_titles_of_charts_stand_in_their_sentence(worker: WorkerExtractor, tmp_path: Path) -> None:
    quarter = f"<math {_MATHS}><mn>2</mn><mfrac><mn>1</mn><mn>4</mn></mfrac></math>"
    chart = (
        f'<c:chart xmlns:c="{_ODF}:chart:1.0" xmlns:t="{_ODF}:text:1.0"><c:title><t:p>Rain</t:p></c:title></c:chart>'
    )
    body = (
        f'<text:p>Is <draw:frame><draw:object xlink:href="./Object 1" {_LINK}/></draw:frame> more than '
        f"<draw:frame><draw:object><math {_MATHS}><msqrt><mn>9</mn></msqrt></math></draw:object></draw:frame>?</text:p>"
        f'<text:p>See <draw:frame><draw:object xlink:href="Object 2" {_LINK}/></draw:frame>.</text:p>'
        f'<text:p>Gone: <draw:frame><draw:object xlink:href="Object 3" {_LINK}/></draw:frame></text:p>'
    )
    parts = {"Object 1/content.xml": quarter, "Object 2/content.xml": chart}
    assert texts(worker, tmp_path / "a.odt", body, parts=parts) == ["Is 2 1/4 more than √9?", "See Rain.", "Gone:"]


def test_a_page_header_is_read_where_it_tells_of_grade_unit_or_standards(
    worker: WorkerExtractor, tmp_path: Path
) -> None:
    names = f'xmlns:o="{_ODF}:office:1.0" xmlns:style="{_ODF}:style:1.0" xmlns:text="{_ODF}:text:1.0"'
    head = "<text:p>Maple Valley</text:p><text:p>Grade 3, standards 3.NF.A.1</text:p>"
    hidden = (
        '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    heads = f"<style:header>{head}</style:header><style:header-left>{head}</style:header-left>"
    styles = f"<o:styles {names}>{hidden}{heads}</o:styles>"
    body = '<text:p>Pupils <text:span text:style-name="H">never </text:span>fold.</text:p>'
    found = texts(worker, tmp_path / "a.odt", body, parts={"styles.xml": styles})
    assert found == ["Grade 3, standards 3.NF.A.1", "Pupils fold."]


def test_a_footer_of_pages_and_of_slides_is_read_where_it_tells_of_the_lesson(
    worker: WorkerExtractor, tmp_path: Path
) -> None:
    names = f'xmlns:o="{_ODF}:office:1.0" xmlns:style="{_ODF}:style:1.0" xmlns:text="{_ODF}:text:1.0"'
    foot = "<style:footer><text:p>Page 4</text:p><text:p>Unit 6 | 3.NF.A.1</text:p></style:footer>"
    parts = {"styles.xml": f"<o:styles {names}>{foot}</o:styles>"}
    found = texts(worker, tmp_path / "a.odt", "<text:p>Fold a strip.</text:p>", parts=parts)
    assert found == ["Unit 6", "3.NF.A.1", "Fold a strip."]
    slide = (
        "<draw:page><draw:frame><draw:text-box><text:p>Fold a strip.</text:p></draw:text-box></draw:frame></draw:page>"
    )
    footer = "<presentation:footer-decl>Unit 4 Fractions</presentation:footer-decl>"
    deck = made.opendocument(
        tmp_path / "a.odp", f"<office:presentation>{footer}{slide}</office:presentation>", "presentation"
    )
    assert [text for *_, text in made.lines(made.extract(deck))] == ["Unit 4", "Fold a strip."]


def test_what_a_placeholder_only_asks_for_is_not_what_somebody_wrote(worker: WorkerExtractor, tmp_path: Path) -> None:
    body = (
        '<text:p>Task: <text:placeholder text:placeholder-type="text">&lt;Write here&gt;</text:placeholder></text:p>'
        '<text:p>Standard: <text:drop-down><text:label text:value="3.MD.A.1"/>3.MD.A.2</text:drop-down></text:p>'
    )
    assert texts(worker, tmp_path / "a.odt", body) == ["Task:", "Standard: 3.MD.A.2"]
