"""What OpenDocument files hold beside their paragraphs: objects, forms, backgrounds of slides, headers."""

from __future__ import annotations

from pathlib import Path

import made_documents as made
import pytest

from curalign.reading.documents.extracting import Extracted

_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = " ".join(
    f'xmlns:{short}="{_URN}{name}:1.0"'
    for short, name in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing", "form": "form",
        "presentation": "presentation",
    }.items()
)  # fmt: skip
_NAMES += ' xmlns:xlink="http://www.w3.org/1999/xlink"'
_MATHS = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mn>2</mn><mfrac><mn>1</mn><mn>4</mn></mfrac></math>'


def content(body: str) -> str:
    return f"<office:document-content {_NAMES}><office:body>{body}</office:body></office:document-content>"


def cell(text: str) -> str:
    return f'<table:table-cell office:value-type="string">{text}</table:table-cell>'


def table(*rows: tuple[str, ...], name: str = "Ropes") -> str:
    made_rows = (
        f"<table:table-row>{''.join(cell(f'<text:p>{t}</text:p>') for t in row)}</table:table-row>" for row in rows
    )
    return f'<table:table table:name="{name}">{"".join(made_rows)}</table:table>'


def shown(name: str, kind: str = "object") -> str:
    return f'<draw:frame><draw:{kind} xlink:href="./{name}"/></draw:frame>'


SHEET = content(f"<office:spreadsheet>{table(('Day', 'Task'), ('Monday', 'Cut a rope'))}</office:spreadsheet>")
TEXT = content("<office:text><text:p>Share a rope.</text:p></office:text>")


def read(path: Path, kind: str, body: str, master: str = "", **inside: str) -> Extracted:
    of_styles = f"<office:document-styles {_NAMES}><office:master-styles>{master}</office:master-styles>"
    parts = {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "META-INF/manifest.xml": '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        "content.xml": content(body),
        "styles.xml": f"{of_styles}</office:document-styles>",
        **{f"{name}/content.xml": said for name, said in inside.items()},
    }
    return made.extract(made.zipped(path, parts))


def texts(found: Extracted) -> list[str]:
    return [text for *_, text in made.lines(found)]


def test_sheets_and_texts_in_a_text_are_read_where_they_stand_and_other_objects_are_named(tmp_path: Path) -> None:
    body = f"<text:p>Measure. {shown('A')}</text:p><text:p>{shown('B')}{shown('C', 'object-ole')}</text:p>"
    found = read(tmp_path / "a.odt", "text", f"<office:text>{body}</office:text>", A=SHEET, B=TEXT)
    assert texts(found) == ["Measure.", "Day | Task", "Monday | Cut a rope", "Share a rope."]
    assert "holds an attached file that is not read: C" in made.message(found)


def test_what_is_filled_into_a_form_stands_where_its_field_does(tmp_path: Path) -> None:
    fields = (
        '<form:checkbox form:id="a" form:label="2.MD.A.1" form:current-state="checked"/><form:radio form:id="b" '
        'form:label="2.MD.A.2"/><form:textarea form:id="c" form:current-value="I can measure."/>'
        '<form:listbox form:id="d"><form:option form:label="Grade 1"/>'
        '<form:option form:label="Grade 2" form:selected="true"/></form:listbox>'
    )
    lines = "".join(f'<text:p>{name}: <draw:control draw:control="{name}"/></text:p>' for name in "abcde")
    form = f"<office:forms><form:form>{fields}</form:form></office:forms>"
    found = read(tmp_path / "a.odt", "text", f"<office:text>{form}{lines}</office:text>")
    assert texts(found) == ["a: ☒ 2.MD.A.1", "b: ☐ 2.MD.A.2", "c: I can measure.", "d: Grade 2", "e:"]


def test_on_slides_objects_and_equations_are_read_and_comments_and_footers_are_not(tmp_path: Path) -> None:
    comment = "<office:annotation><text:p>Shorten</text:p></office:annotation>"
    footer = '<draw:frame presentation:class="footer"><draw:text-box><text:p>Oak</text:p></draw:text-box></draw:frame>'
    slide = f'<draw:page draw:master-page-name="M">{shown("A")}{shown("B")}{comment}{footer}</draw:page>'
    box = "<draw:frame{}><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"
    behind = box.format("", "Unit 4, 2.MD.A.1") + box.format("", "Oak School")
    behind += box.format(' presentation:class="footer"', "Unit 5")
    master = f'<style:master-page style:name="M">{behind}</style:master-page>'
    master += f'<style:master-page style:name="unused">{box.format("", "Unit 9")}</style:master-page>'
    body = f"<office:presentation>{slide}</office:presentation>"
    found = read(tmp_path / "a.odp", "presentation", body, master, A=SHEET, B=_MATHS)
    assert texts(found) == ["Unit 4, 2.MD.A.1", "Day | Task", "Monday | Cut a rope", "2 1/4"]
    assert "1 comment;" in made.message(found)


@pytest.mark.parametrize("with_object", [False, True])
def test_of_a_workbook_the_headers_tell_of_the_lesson_and_objects_stand_below_the_cells(
    tmp_path: Path, with_object: bool
) -> None:
    sheet = table(("Week", "Task"), ("1", "Measure"))
    sheet = sheet.replace("<text:p>Measure</text:p>", f"<text:p>Measure</text:p>{shown('A') * with_object}")
    master = (
        '<style:master-page style:name="Default"><style:header><text:p>Oak</text:p><text:p>Grade 2</text:p>'
        "</style:header><style:footer><text:p>Page 1</text:p><text:p>Unit 4 draft</text:p></style:footer>"
        "</style:master-page>"
    )
    body = f"<office:spreadsheet>{sheet}{table(('Day',), name='More')}</office:spreadsheet>"
    found = read(tmp_path / "a.ods", "spreadsheet", body, master, A=TEXT)
    below = ["Share a rope."] * with_object
    assert texts(found) == ["Grade 2", "Unit 4", "Week | Task", "1 | Measure", *below, "Day"]


@pytest.mark.parametrize("kind", ["text", "spreadsheet", "presentation"])
def test_an_encrypted_document_says_so(tmp_path: Path, kind: str) -> None:
    listed = '<m:manifest xmlns:m="x"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    parts = {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "META-INF/manifest.xml": listed,
        "content.xml": bytes(range(256)),
    }
    assert "is protected with a password" in made.message(made.extract(made.zipped(tmp_path / "a", parts)))
