"""What a sheet shows is read, in cells and beside them; what it hides is left out and counted."""

from __future__ import annotations

import zipfile
from pathlib import Path

import made_documents as made
import xlsxwriter


def test_hidden_rows_columns_and_sheets_are_left_out_and_counted_in_one_note(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        map_ = book.add_worksheet("Map")
        for at, cells in enumerate([("Unit", "Old code", "Goal"), ("1", "3.A", "Weigh."), ("2", "3.B", "Dropped.")]):
            map_.write_row(at, 0, cells)
        map_.set_row(2, None, None, {"hidden": True})
        map_.set_column(1, 1, None, None, {"hidden": True})
        map_.set_column(9, 16_383, None, None, {"hidden": True})  # the empty rest of the sheet
        lists = book.add_worksheet("Lists")
        lists.write(0, 0, "yes")
        lists.hide()
    found = made.extract(tmp_path / "a.xlsx")
    assert made.lines(found) == [
        ("Map", "row", "sheet 1, row 1", "Unit | Goal"),
        ("Map", "row", "sheet 1, row 2", "1 | Weigh."),
    ]
    assert made.codes(found) == ["F303"]
    assert ": 1 hidden row; 1 hidden column; 1 hidden sheet; show" in made.message(found)


def test_words_in_shapes_and_titles_of_charts_stand_below_the_cells_of_their_sheet(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        book.add_worksheet("Plan").write(0, 0, "Unit 5")
        board = book.add_worksheet("Board")
        board.insert_textbox(1, 1, "Goal: weigh fruit.\nTask: use a scale.")
        board.write_column(0, 9, [3, 4])
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Board!$J$1:$J$2"})
        chart.set_title({"name": "Pears in a week"})
        board.insert_chart(12, 1, chart)
    assert made.lines(made.extract(tmp_path / "a.xlsx")) == [
        ("Plan", "row", "sheet 1, row 1", "Unit 5"),
        ("Board", "row", "sheet 2, row 1", "3"),
        ("Board", "row", "sheet 2, row 2", "4"),
        ("Board", "paragraph", "sheet 2", "Pears in a week"),
        ("Board", "paragraph", "sheet 2", "Goal: weigh fruit."),
        ("Board", "paragraph", "sheet 2", "Task: use a scale."),
    ]


def test_a_column_that_keeps_which_codes_are_ticked_is_boxes_before_them(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        plan = book.add_worksheet("Week 2")
        for at, cells in enumerate([("This week", "Standard"), (False, "3.NF.A.1 Parts"), (True, "3.NF.A.2")]):
            plan.write_row(at, 0, cells)
        quiz = book.add_worksheet("Quiz")
        for at, cells in enumerate([(True, "A half is more than a third."), (False, "A fourth is more than a half.")]):
            quiz.write_row(at, 0, cells)
    assert [text for *_, text in made.lines(made.extract(tmp_path / "a.xlsx"))] == [
        "This week | Standard",
        "\u2610 | \u2610 3.NF.A.1 Parts",
        "\u2612 | \u2612 3.NF.A.2",
        "True | A half is more than a third.",
        "False | A fourth is more than a half.",
    ]


def test_struck_out_cells_and_words_and_comments_are_left_out_and_counted(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        struck, bold = book.add_format({"font_strikeout": True}), book.add_format({"bold": True})
        plan = book.add_worksheet("Plan")
        plan.write_row(0, 0, ["Lesson", "Standard", "Task"])
        plan.write_row(1, 0, ["1", "3.A", "Weigh fruit."])
        plan.write_row(2, 0, ["2", "3.B"], struck)
        plan.write_rich_string(3, 2, bold, "Weigh ", struck, "old ", "pears.")
        plan.write_comment(1, 2, "Ask Ms Ruiz")
    found = made.extract(tmp_path / "a.xlsx")
    assert [text for *_, text in made.lines(found)] == [
        "Lesson | Standard | Task",
        "1 | 3.A | Weigh fruit.",
        "| | Weigh pears.",
    ]
    assert ": text struck out in 3 paragraphs; 1 comment; show" in made.message(found)


def ods(path: Path, table: str, styles: str = "") -> Path:
    """An OpenDocument workbook of one sheet."""
    body = f'<office:spreadsheet><table:table table:name="Map">{table}</table:table></office:spreadsheet>'
    with zipfile.ZipFile(made.opendocument(path, body, "spreadsheet", styles)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    names = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    return made.zipped(path, {**parts, "META-INF/manifest.xml": f"<manifest:manifest {names}/>"})


def ods_row(*cells: str, said: str = "") -> str:
    made_cells = "".join(f'<table:table-cell office:value-type="string">{cell}</table:table-cell>' for cell in cells)
    return f"<table:table-row {said}>{made_cells}</table:table-row>"


def test_what_an_opendocument_sheet_hides_strikes_or_draws_is_understood_alike(tmp_path: Path) -> None:
    struck = (
        '<style:style style:name="X" style:family="table-cell">'
        '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    )
    table = (
        '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>'
        "<table:shapes><draw:frame><draw:text-box><text:p>Goal: weigh fruit.</text:p></draw:text-box></draw:frame>"
        "</table:shapes>"
        + ods_row("<text:p>Unit</text:p>", "<text:p>Old code</text:p>", "<text:p>Task</text:p>")
        + ods_row(
            "<text:p>1</text:p>", "", "<office:annotation><text:p>?</text:p></office:annotation><text:p>Weigh.</text:p>"
        )
        + ods_row("<text:p>2</text:p>", "", "<text:p>Filtered.</text:p>", said='table:visibility="filter"')
        + '<table:table-row-group table:display="false">'
        + ods_row("<text:p>3</text:p>", "", "<text:p>Folded.</text:p>")
        + "</table:table-row-group>"
        + ods_row("<text:p>4</text:p>", "", "<text:p>Last.</text:p>").replace(
            "<table:table-cell ", '<table:table-cell table:style-name="X" ', 1
        )
    )
    found = made.extract(ods(tmp_path / "a.ods", table, struck))
    assert [(place, text) for _, _, place, text in made.lines(found)] == [
        ("sheet 1, row 1", "Unit | Task"),
        ("sheet 1, row 2", "1 | Weigh."),
        ("sheet 1, row 5", "| Last."),
        ("sheet 1", "Goal: weigh fruit."),
    ]
    assert ": text struck out in 1 paragraph; 1 comment; 2 hidden rows; 1 hidden column; show" in made.message(found)


def test_what_is_struck_out_and_comments_are_left_out_and_counted_in_one_note(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        struck, plain = book.add_format({"font_strikeout": True}), book.add_format({"bold": True})
        plan = book.add_worksheet("Plan")
        plan.write_row(0, 0, ["Standard", "Task"], plain)
        plan.write(1, 0, "3.NF.A.1", struck)
        plan.write_rich_string(1, 1, struck, "Cut. ", plain, "Fold ", "a strip.")
        plan.write_comment(1, 1, "Ask Ada.")
    found = made.extract(tmp_path / "a.xlsx")
    assert [text for *_, text in made.lines(found)] == ["Standard | Task", "| Fold a strip."]
    assert ": text struck out in 2 paragraphs; 1 comment; show" in made.message(found)


def test_the_head_of_a_sheets_pages_is_read_where_it_tells_of_the_lesson(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        plan = book.add_worksheet("Plan")
        plan.set_header('&L&"Arial,Bold"&12Grade 3 && 4&C&D &P of &N&RMaple Valley')
        plan.write(0, 0, "Fold a strip.")
    assert [text for *_, text in made.lines(made.extract(tmp_path / "a.xlsx"))] == ["Grade 3 & 4", "Fold a strip."]


def test_the_foot_of_a_sheets_pages_is_read_alike(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        plan = book.add_worksheet("Plan")
        plan.set_footer("&LUnit 2&CPage &P&R3.NF.A.1")
        plan.write(0, 0, "Fold a strip.")
    assert [text for *_, text in made.lines(made.extract(tmp_path / "a.xlsx"))] == [
        "Unit 2",
        "3.NF.A.1",
        "Fold a strip.",
    ]


def test_the_title_of_a_chart_may_be_taken_from_a_cell(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        board = book.add_worksheet("Board")
        board.write_column(0, 9, [3, 4])
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=Board!$J$1:$J$2"})
        chart.set_title({"name": "=Board!$A$1", "data": ["Pears in a week"]})
        board.insert_chart(12, 1, chart)
    assert [text for *_, text in made.lines(made.extract(tmp_path / "a.xlsx"))] == ["3", "4", "Pears in a week"]


def test_boxes_to_tick_that_are_drawn_on_a_sheet_show_their_mark_and_hidden_shapes_are_left_out(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        plan = book.add_worksheet("Plan")
        plan.write(0, 0, "Week 2")
        for at, text in enumerate(("3.NF.A.1", "3.NF.A.2", "Old words", "Press here")):
            plan.insert_textbox(4 * at, 2, text)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    drawing = parts["xl/drawings/drawing1.xml"]
    for number in (2, 4, 5):
        drawing = drawing.replace(f'<xdr:cNvPr id="{number}" ', f'<xdr:cNvPr hidden="1" id="{number}" ')
    parts["xl/drawings/drawing1.xml"] = drawing
    controls = "".join(f'<control shapeId="{n}" r:id="c{n}" name="Box"/>' for n in (2, 3, 5))
    page, name = parts["xl/worksheets/sheet1.xml"], "xl/worksheets/_rels/sheet1.xml.rels"
    parts["xl/worksheets/sheet1.xml"] = page.replace("</worksheet>", f"<controls>{controls}</controls></worksheet>")
    for number, state in ((2, '"CheckBox" checked="Checked"'), (3, '"CheckBox"'), (5, '"Button"')):
        parts[f"xl/ctrlProps/c{number}.xml"] = f"<formControlPr objectType={state}/>"
        related = f'<Relationship Id="c{number}" Target="../ctrlProps/c{number}.xml"/></Relationships>'
        parts[name] = parts[name].replace("</Relationships>", related)
    found = made.extract(made.zipped(tmp_path / "b.xlsx", parts))
    said = [text for *_, text in made.lines(found)]
    assert said == ["Week 2", "☒ 3.NF.A.1", "☐ 3.NF.A.2", "Press here"]
    assert "hidden text in 1 paragraph;" in made.message(found)


def test_each_of_many_boxes_to_tick_shows_its_mark(tmp_path: Path) -> None:
    count = 200
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        plan = book.add_worksheet("Plan")
        plan.write(0, 0, "Week 2")
        for at in range(count):
            plan.insert_textbox(4 * at, 2, f"Rope {at}")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    drawing, page = "xl/drawings/drawing1.xml", "xl/worksheets/sheet1.xml"
    parts[drawing] = parts[drawing].replace("<xdr:cNvPr ", '<xdr:cNvPr hidden="1" ')
    place = f"<controlPr>{'<from/>' * 50}</controlPr>"  # where it stands, which Office says at length
    controls = "".join(f'<control shapeId="{n + 2}" r:id="c" name="Box">{place}</control>' for n in range(count))
    parts[page] = parts[page].replace("</worksheet>", f"<controls>{controls}</controls></worksheet>")
    parts["xl/ctrlProps/c.xml"] = '<formControlPr objectType="CheckBox"/>'
    name, related = "xl/worksheets/_rels/sheet1.xml.rels", '<Relationship Id="c" Target="../ctrlProps/c.xml"/>'
    parts[name] = parts[name].replace("</Relationships>", f"{related}</Relationships>")
    found = made.extract(made.zipped(tmp_path / "b.xlsx", parts))
    said = [text for *_, text in made.lines(found)]
    assert sorted(said) == sorted(["Week 2", *(f"\u2610 Rope {at}" for at in range(count))])
    assert not found.problems
