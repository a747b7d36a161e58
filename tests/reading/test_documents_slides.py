"""All that a deck shows is read in its place, and what is left out on purpose is counted."""

from __future__ import annotations

import copy
import zipfile
from pathlib import Path

import made_documents as made
from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Inches, Pt

_AREA = (Inches(1), Inches(1), Inches(4), Inches(3))
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_DRAWN = "http://schemas.microsoft.com/office/drawing/2010/main"
_ALTERNATE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"


def deck(path: Path, *boxes: str) -> Path:
    """One slide with a text box for each text."""
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    slide.shapes.title.text = "Weigh fruit"
    for text in boxes:
        slide.shapes.add_textbox(*_AREA).text_frame.text = text
    presentation.save(str(path))
    return path


def changed(path: Path, old: str, new: str, part: str = "ppt/slides/slide1.xml") -> Path:
    """The deck with something else in one of its parts."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old.encode() in parts[part]
    parts[part] = parts[part].replace(old.encode(), new.encode())
    return made.zipped(path, parts)


def texts(path: Path) -> list[str]:
    return [text for *_, text in made.lines(made.extract(path))]


def test_an_equation_on_a_slide_stands_in_its_sentence(tmp_path: Path) -> None:
    fraction = "<m:f><m:num><m:r><m:t>3</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r></m:den></m:f>"
    equation = (
        f'<a14:m xmlns:a14="{_DRAWN}"><m:oMathPara xmlns:m="{_MATH}"><m:oMath><m:r><m:t>2</m:t></m:r>{fraction}'
        "</m:oMath></m:oMathPara></a14:m>"
    )
    path = changed(
        deck(tmp_path / "a.pptx", "Draw HERE now."),
        "<a:r><a:t>Draw HERE now.</a:t></a:r>",
        f"<a:r><a:t>Draw</a:t></a:r>{equation}<a:r><a:t> now.</a:t></a:r>",
    )
    assert texts(path) == ["Draw 2 3/4 now."]


def test_a_picture_that_is_called_by_its_equation_says_it(tmp_path: Path) -> None:
    Image.new("RGB", (9, 9)).save(tmp_path / "a.png")
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    for name in ("54 \u2212 19 = ?", "a number line"):
        slide.shapes.add_picture(str(tmp_path / "a.png"), *_AREA)._element.nvPicPr.cNvPr.set("descr", name)
    presentation.save(str(tmp_path / "a.pptx"))
    assert texts(tmp_path / "a.pptx") == ["54 \u2212 19 = ?"]


def test_the_title_of_a_chart_is_read(tmp_path: Path) -> None:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    slide.shapes.title.text = "Our graph"
    numbers = CategoryChartData()
    numbers.categories = ["Pears"]
    numbers.add_series("Votes", (3,))
    chart = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *_AREA, numbers).chart
    chart.chart_title.text_frame.text = "Which fruit do we like?"
    presentation.save(str(tmp_path / "a.pptx"))
    assert texts(tmp_path / "a.pptx") == ["Which fruit do we like?"]


def test_the_points_of_a_diagram_are_items(tmp_path: Path) -> None:
    path = deck(tmp_path / "a.pptx", "Then say why.")
    frame = (
        "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id='9' name='d'/><p:cNvGraphicFramePr/><p:nvPr/>"
        f"</p:nvGraphicFramePr><a:graphic><a:graphicData uri='u'><dgm:relIds xmlns:dgm='{_DIAGRAM}' r:dm='rId99'/>"
        "</a:graphicData></a:graphic></p:graphicFrame></p:spTree>"
    )
    changed(path, "</p:spTree>", frame)
    relation = '<Relationship Id="rId99" Type="x" Target="../diagrams/data1.xml"/></Relationships>'
    changed(path, "</Relationships>", relation, "ppt/slides/_rels/slide1.xml.rels")
    points = "".join(
        f'<d:pt modelId="{at}"><d:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></d:t></d:pt>'
        for at, text in enumerate(("fold", "cut"))
    )
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(
            "ppt/diagrams/data1.xml",
            f'<d:dataModel xmlns:d="{_DIAGRAM}" xmlns:a="{_MAIN}"><d:ptLst>{points}</d:ptLst></d:dataModel>',
        )
    assert texts(path) == ["Then say why.", "fold", "cut"]


def test_what_a_slide_holds_in_two_forms_is_read_once(tmp_path: Path) -> None:
    path = deck(tmp_path / "a.pptx", "Use a scale.")
    with zipfile.ZipFile(path) as archive:
        slide = archive.read("ppt/slides/slide1.xml").decode()
    shape = "<p:sp>" + slide.split("<p:sp>")[-1].split("</p:sp>")[0] + "</p:sp>"
    both = f'<c:AlternateContent xmlns:c="{_ALTERNATE}"><c:Choice>{shape}</c:Choice><c:Fallback>{shape}</c:Fallback>'
    assert texts(changed(path, shape, f"{both}</c:AlternateContent>")) == ["Use a scale."]


def test_what_is_left_out_of_a_deck_on_purpose_is_counted_in_one_note(tmp_path: Path) -> None:
    presentation = Presentation()
    for number in range(3):
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        slide.shapes.title.text = f"Day {number}"
        run = slide.shapes.add_textbox(*_AREA).text_frame.paragraphs[0].add_run()
        run.text = f"Weigh {number} pears."
        if number == 0:
            run.font._rPr.set("strike", "sngStrike")
        if number == 2:
            slide._element.set("show", "0")
    hidden = presentation.slides[1].shapes.add_textbox(*_AREA)
    hidden.text_frame.text = "Key: 12"
    hidden._element.nvSpPr.cNvPr.set("hidden", "1")
    presentation.save(str(tmp_path / "a.pptx"))
    found = made.extract(tmp_path / "a.pptx")
    assert [text for *_, text in made.lines(found)] == ["Weigh 1 pears."]
    assert made.codes(found) == ["F303"]
    for told in ("hidden text in 1 paragraph;", "text struck out in 1 paragraph;", "1 hidden slide;"):
        assert told in made.message(found)


def test_a_footer_of_slides_is_read_once_where_it_tells_of_unit_or_standards(tmp_path: Path) -> None:
    presentation = Presentation()
    for number in range(4):
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        slide.shapes.title.text = f"Day {number}"
        for text in (f"Weigh {number} pears.", "Unit 5 | 3.MD.A.2", "Hill School, Grade 3"):
            slide.shapes.add_textbox(*_AREA).text_frame.text = text
        (place,) = (
            each for each in slide.slide_layout.placeholders if each.placeholder_format.type == PP_PLACEHOLDER.FOOTER
        )
        slide.shapes._spTree.append(copy.deepcopy(place._element))
        slide.placeholders[place.placeholder_format.idx].text_frame.text = "Standards 3.MD.A.2 and more"
    presentation.save(str(tmp_path / "a.pptx"))
    weighed = [f"Weigh {number} pears." for number in range(4)]
    assert texts(tmp_path / "a.pptx") == ["3.MD.A.2", "Unit 5", *weighed]


def placed(path: Path, *boxes: tuple[str, float, float, int]) -> Path:
    """One slide without a title, with text boxes: the text, the inches from the left and the top, and its size."""
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    for text, left, top, size in boxes:
        frame = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(3), Inches(1)).text_frame
        frame.text = text
        frame.paragraphs[0].runs[0].font.size = Pt(size)
    presentation.save(str(path))
    return path


def test_text_boxes_are_read_by_their_place_and_the_large_one_above_is_the_title(tmp_path: Path) -> None:
    path = placed(
        tmp_path / "a.pptx",
        ("Exit ticket: 5 + 5", 1, 5, 18),
        ("Pupils make rows.", 1, 2, 18),
        ("Rows of five", 1, 0.3, 36),
    )
    assert [(heading, text) for heading, _, _, text in made.lines(made.extract(path))] == [
        ("Rows of five", "Pupils make rows."),
        ("Rows of five", "Exit ticket: 5 + 5"),
    ]


def test_a_large_number_in_a_corner_is_no_title(tmp_path: Path) -> None:
    path = placed(tmp_path / "a.pptx", ("1", 0.1, 0.1, 60), ("Rows of five", 1, 0.3, 36), ("Make rows.", 1, 2, 18))
    assert [(heading, text) for heading, _, _, text in made.lines(made.extract(path))] == [
        ("Rows of five", "1"),
        ("Rows of five", "Make rows."),
    ]


def test_columns_of_a_slide_are_read_one_after_the_other(tmp_path: Path) -> None:
    boxes = {"Task": (5, 2), "Objective": (1, 2), "Cut paper.": (5, 3.2), "Name halves.": (1, 3.2), "Above": (3, 0.3)}
    path = placed(tmp_path / "a.pptx", *((text, *place, 18) for text, place in boxes.items()))
    assert texts(path) == ["Above", "Objective", "Name halves.", "Task", "Cut paper."]


def test_a_slide_whose_boxes_are_of_one_size_or_whose_large_one_stands_below_has_no_title(tmp_path: Path) -> None:
    for sizes in ((18, 18), (18, 40)):
        path = placed(tmp_path / "a.pptx", ("Fold paper.", 1, 1, sizes[0]), ("Well done!", 1, 4, sizes[1]))
        assert [(heading, text) for heading, _, _, text in made.lines(made.extract(path))] == [
            ("", "Fold paper."),
            ("", "Well done!"),
        ]


def test_a_shape_that_does_not_say_where_it_stands_leaves_all_as_they_are_stored(tmp_path: Path) -> None:
    path = placed(tmp_path / "a.pptx", ("second", 1, 5, 18), ("first", 1, 1, 18))
    found = texts(changed(path, '<a:off x="914400" y="914400"/>', ""))
    assert found == ["second", "first"]


def test_a_slide_that_has_a_title_only_says_it(tmp_path: Path) -> None:
    presentation = Presentation()
    for title, said in (
        ("Ropes", ""),
        ("How long is the hall?", ""),
        ("Cut", "Share a rope."),
        ("Which is longer?", ""),
    ):
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        slide.shapes.title.text = title
        slide.shapes.add_textbox(*_AREA).text_frame.text = said
    presentation.save(str(tmp_path / "a.pptx"))
    found = made.extract(tmp_path / "a.pptx")
    assert [(heading, text) for heading, _, _, text in made.lines(found)] == [
        ("", "How long is the hall?"),
        ("Cut", "Share a rope."),
        ("", "Which is longer?"),
    ]
    assert found.sections[0].headings == ("Ropes",)


def test_what_layouts_and_masters_show_of_grade_unit_and_standards_is_read_once(tmp_path: Path) -> None:
    presentation = Presentation()
    for _ in range(2):
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        slide.shapes.title.text = "Ropes"
        slide.shapes.add_textbox(*_AREA).text_frame.text = "Share a rope."
    presentation.save(str(tmp_path / "a.pptx"))
    box = (
        '<p:sp><p:nvSpPr><p:cNvPr id="90" name="x"/><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr/>'
        "<p:txBody><a:bodyPr/><a:p><a:r><a:t>{}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>"
    )
    behind = {"slideLayouts/slideLayout6": "Unit 4, 2.MD.A.1", "slideMasters/slideMaster1": "Oak School"}
    for part, said in (*behind.items(), ("slideLayouts/slideLayout7", "Unit 9, no slide is made on it")):
        changed(tmp_path / "a.pptx", "</p:spTree>", box.format(said), f"ppt/{part}.xml")
    assert texts(tmp_path / "a.pptx") == ["Unit 4, 2.MD.A.1", "Share a rope.", "Share a rope."]


def test_what_somebody_typed_into_a_chart_is_read_and_names_of_values_are_not(tmp_path: Path) -> None:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    data = CategoryChartData()
    data.categories = ["red", "blue"]
    data.add_series("Feet", (3, 5))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *_AREA, data)
    presentation.save(str(tmp_path / "a.pptx"))
    with zipfile.ZipFile(tmp_path / "a.pptx") as archive:
        [part] = [name for name in archive.namelist() if name.startswith("ppt/charts/chart")]
        rels = f"ppt/charts/_rels/{part.rpartition('/')[2]}.rels"
    label = "<c:dLbl><c:idx val='0'/><c:tx><c:rich><a:p>{}</a:p></c:rich></c:tx></c:dLbl>"
    labels = label.format("<a:r><a:t>the longest</a:t></a:r>") + label.format("<a:fld><a:t>[VALUE]</a:t></a:fld>")
    changed(tmp_path / "a.pptx", "</c:barChart>", f"<c:dLbls>{labels}</c:dLbls></c:barChart>", part)
    typed = '<Relationship Id="rId9" Type="x" Target="../drawings/drawing1.xml"/></Relationships>'
    path = changed(tmp_path / "a.pptx", "</Relationships>", typed, rels)
    box = f'<u xmlns:a="{_MAIN}"><txBody><a:p><a:r><a:t>Our ropes</a:t></a:r></a:p></txBody></u>'
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("ppt/drawings/drawing1.xml", box)
    assert texts(path) == ["Feet", "the longest", "Our ropes"]
