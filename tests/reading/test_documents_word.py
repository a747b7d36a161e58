"""All that a Word document says is read in its place, and what is left out on purpose is counted."""

from __future__ import annotations

import itertools
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import docx
import made_documents as made
import pytest
from hypothesis import given
from hypothesis import strategies as st

from curalign.reading.documents.formats import WORD
from curalign.reading.documents.readers import word

_SPACES = " ".join(
    f'xmlns:{short}="{name}"'
    for short, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)  # fmt: skip
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def document(path: Path, body: str, parts: dict[str, str] | None = None) -> Path:
    """A Word file of this body, and of parts (`numbering.xml`, `charts/chart1.xml`) that are related by their names."""
    others = parts or {}
    relations = "".join(
        f'<Relationship Id="{name.replace("/", "-")}" Type="{_KIND}/x" Target="{name}"/>' for name in others
    )
    return made.zipped(
        path,
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": (
                f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}'
                "</Relationships>"
            ),
            **{f"word/{name}": content for name, content in others.items()},
        },
    )


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def math(*parts: str) -> str:
    return f"<m:oMath>{''.join(parts)}</m:oMath>"


def m(text: str) -> str:
    return f"<m:r><m:t>{escape(text)}</m:t></m:r>"


def part(name: str, **children: str) -> str:
    return f"<m:{name}>" + "".join(f"<m:{child}>{of}</m:{child}>" for child, of in children.items()) + f"</m:{name}>"


def texts(path: Path) -> list[str]:
    return [text for *_, text in made.lines(made.extract(path))]


@pytest.mark.parametrize(
    ("equation", "line"),
    [
        (math(m("5"), part("f", num=m("2"), den=m("3"))), "5 2/3"),
        (math(part("f", num=m("a+1"), den=m("b"))), "(a+1)/b"),
        (math(part("rad", deg="", e=m("49"))), "√49"),
        (math(part("rad", deg=m("3"), e=m("27"))), "∛27"),
        (math(part("rad", deg=m("5"), e=m("32"))), "32^(1/5)"),
        (math(part("rad", deg="", e=m("a+b"))), "√(a+b)"),
        (math(part("sSup", e=m("x"), sup=m("2"))), "x^2"),
        (math(part("sSup", e=m("x"), sup=m("3")), m("y")), "x^3 y"),
        (math(part("sSub", e=m("a"), sub=m("1"))), "a_1"),
        (math(m("17+4="), part("bar", e=m(" "))), "17+4=__"),
        (math(part("d", e=m("2,3"))), "(2,3)"),
        (math(part("func", fName=m("sin"), e=m("x"))), "sin x"),
        (math("<m:m>" + part("mr", e=m("1")) + part("mr", e=m("2")) + "</m:m>"), "1; 2"),
    ],
)
def test_an_equation_stands_in_its_sentence_as_a_lesson_writes_it(tmp_path: Path, equation: str, line: str) -> None:
    cell = f"<w:tbl><w:tr><w:tc>{p(r('Solve'))}</w:tc><w:tc>{p(equation)}</w:tc></w:tr></w:tbl>"
    path = document(tmp_path / "a.docx", p(r("Say what "), equation, r(" is.")) + cell)
    assert texts(path) == [f"Say what {line} is.", f"Solve | {line}"]


def test_an_equation_does_not_run_into_the_words_around_it(tmp_path: Path) -> None:
    assert texts(document(tmp_path / "a.docx", p(r("Add"), math(m("3+4")), r("first.")))) == ["Add 3+4 first."]


def test_an_equation_of_old_word_is_a_field(tmp_path: Path) -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    said = [r"EQ \f(1,2)", r"EQ \r(,16)"]
    fields = [mark("begin") + f"<w:r><w:instrText>{each}</w:instrText></w:r>" + mark("end") for each in said]
    assert texts(document(tmp_path / "a.docx", p(r("Take "), fields[0], r(" and "), fields[1], r(".")))) == [
        "Take 1/2 and √16."
    ]


def test_a_picture_that_is_called_by_its_equation_says_it(tmp_path: Path) -> None:
    def picture(name: str) -> str:
        shown = "<a:graphic><a:graphicData><pic/></a:graphicData></a:graphic>"
        return f'<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="{name}"/>{shown}</wp:inline></w:drawing></w:r>'

    body = p(r("Find"), picture("54 - 19 = ?"), r(" by "), picture("a number line"), r("jumps."))
    assert texts(document(tmp_path / "a.docx", body)) == ["Find 54 - 19 = ? by jumps."]


def test_an_equation_that_is_a_picture_is_told_of(tmp_path: Path) -> None:
    picture = '<w:r><w:object><o:OLEObject xmlns:o="urn:o" ProgID="Equation.DSMT4"/></w:object></w:r>'
    found = made.extract(document(tmp_path / "a.docx", p(r("Solve "), picture) + p(r("Solve "), picture)))
    assert "2 equations that are pictures" in made.message(found)


def box(*paragraphs: str) -> str:
    return f"<wps:wsp><wps:txbx><w:txbxContent>{''.join(paragraphs)}</w:txbxContent></wps:txbx></wps:wsp>"


def drawing(graphic: str) -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="d"/><a:graphic><a:graphicData uri="u">{graphic}'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def test_boxes_are_read_once_each_with_its_own_paragraphs_below_what_they_hang_on(tmp_path: Path) -> None:
    group = box(p(r("Goal: weigh fruit.")), p(r("Task: use a scale."))) + box(p(r("Then compare.")))
    shown = f"<mc:AlternateContent><mc:Choice>{drawing(group)}</mc:Choice><mc:Fallback><w:r><w:pict><v:textbox>"
    old = f"<w:txbxContent>{p(r('Then compare.'))}</w:txbxContent></v:textbox></w:pict></w:r></mc:Fallback>"
    path = document(tmp_path / "a.docx", p(r("Work in pairs."), shown + old + "</mc:AlternateContent>") + p(r("End.")))
    assert texts(path) == ["Work in pairs.", "Goal: weigh fruit.", "Task: use a scale.", "Then compare.", "End."]


def test_the_words_of_diagrams_and_the_titles_of_charts_are_read(tmp_path: Path) -> None:
    def point(name: str, text: str, kind: str = "node") -> str:
        words = f"<dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t>"
        return f'<dgm:pt modelId="{name}" type="{kind}">{words}</dgm:pt>'

    points = point("0", "", "doc") + point("2", "cut") + point("1", "fold") + point("3", "layout name", "pres")
    links = "".join(f'<dgm:cxn srcId="0" destId="{name}" srcOrd="{at}"/>' for at, name in enumerate("12"))
    diagram = (
        f"<dgm:dataModel {_SPACES}><dgm:ptLst>{points}</dgm:ptLst><dgm:cxnLst>{links}</dgm:cxnLst></dgm:dataModel>"
    )
    title = "<c:title><c:tx><c:rich><a:p><a:r><a:t>Rain in a week</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    chart = f"<c:chartSpace {_SPACES}><c:chart>{title}</c:chart></c:chartSpace>"
    body = p(r("Look:"), drawing('<dgm:relIds r:dm="data1.xml"/>'), drawing('<c:chart r:id="chart1.xml"/>'))
    path = document(tmp_path / "a.docx", body, {"data1.xml": diagram, "chart1.xml": chart})
    assert texts(path) == ["Look:", "fold", "cut", "Rain in a week"]


def test_a_list_number_that_is_a_code_or_a_name_is_read_and_one_that_only_counts_is_not(tmp_path: Path) -> None:
    forms = ["4.NF.%1", "Lesson %1:", "%1."]
    levels = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{form}"/></w:lvl></w:abstractNum>'
        for at, form in enumerate(forms)
    )
    lists = "".join(f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(3))
    body = "".join(
        p(r(text), properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{name}"/></w:numPr>')
        for name, text in [(1, "Compare."), (1, "Add."), (2, "Halves"), (3, "Fold.")]
    )
    path = document(
        tmp_path / "a.docx", body, {"numbering.xml": f"<w:numbering {_SPACES}>{levels}{lists}</w:numbering>"}
    )
    assert texts(path) == ["4.NF.3 Compare.", "4.NF.4 Add.", "Lesson 3: Halves", "Fold."]


def test_a_page_header_is_read_where_it_tells_of_grade_unit_or_standards(tmp_path: Path) -> None:
    file = docx.Document()
    file.add_paragraph("Pupils weigh fruit.")
    file.sections[0].header.paragraphs[0].text = "Grade 3 Unit 5\t3.MD.A.2"
    other = file.add_section().header
    other.is_linked_to_previous = False
    other.paragraphs[0].text = "Mrs. Hill's class"
    file.save(str(tmp_path / "a.docx"))
    assert texts(tmp_path / "a.docx") == ["Grade 3 Unit 5 3.MD.A.2", "Pupils weigh fruit."]


def test_a_page_footer_is_read_alike_and_of_a_row_only_the_cells_that_tell(tmp_path: Path) -> None:
    row = "".join(f"<w:tc>{p(r(text))}</w:tc>" for text in ("Hill School", "Grade Level: 3rd", "Standard: 3.MD.A.2"))
    feet = p(r("Unit 5: Weighing | Draft of May")) + p(r("Sheet S-2 is for this unit"))
    parts = {
        "header1.xml": f"<w:hdr {_SPACES}><w:tbl><w:tr>{row}</w:tr></w:tbl></w:hdr>",
        "footer1.xml": f"<w:ftr {_SPACES}>{feet}</w:ftr>",
    }
    marks = '<w:footerReference r:id="footer1.xml"/><w:headerReference r:id="header1.xml"/>'
    file = document(tmp_path / "a.docx", f"{p(r('Weigh fruit.'))}<w:sectPr>{marks}</w:sectPr>", parts)
    assert texts(file) == ["Grade Level: 3rd", "Standard: 3.MD.A.2", "Unit 5", "Weigh fruit."]


def test_lines_that_say_what_they_are_stand_each_for_itself_though_they_are_one_paragraph(tmp_path: Path) -> None:
    lines = ("Grade: 3", "Standard: 3.MD.A.2", "Essential question: Which is heavier?", "and why?")
    body = p(r(lines[0]), *(f"<w:r><w:br/></w:r>{r(line)}" for line in lines[1:]))
    prose = p(r("Bring a scale."), "<w:r><w:br/></w:r>", r("Note: it is on the shelf."))
    assert texts(document(tmp_path / "a.docx", body + prose)) == [
        *lines[:2],
        "Essential question: Which is heavier? and why?",
        "Bring a scale. Note: it is on the shelf.",
    ]


def test_what_a_content_control_only_asks_for_is_not_what_somebody_wrote(tmp_path: Path) -> None:
    def control(text: str, properties: str = "") -> str:
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{text}</w:sdtContent></w:sdt>"

    asks = "<w:showingPlcHdr/>"
    cells = f"<w:tc>{p(r('Goal'))}</w:tc>" + control(f"<w:tc>{p(r('Click here.'))}</w:tc>", asks)
    body = (
        p(r("Standard: "), control(r("3.MD.A.2"), "<w:dropDownList/>"))
        + p(r("Task: "), control(r("Choose an item."), asks))
        + control(p(r("Describe the exit ticket.")), asks)
        + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    )
    assert texts(document(tmp_path / "a.docx", body)) == ["Standard: 3.MD.A.2", "Task:", "Goal"]


_HIDDEN = [
    (p(r("Key: 12", "<w:vanish/>")), "hidden text in 1 paragraph;"),
    (p(r("Old goal", "<w:strike/>")), "text struck out in 1 paragraph;"),
    (p("<w:del><w:r><w:delText>Old goal</w:delText></w:r></w:del>"), "tracked deletions in 1 paragraph;"),
    (p(f"<w:moveFrom>{r('Weigh fruit.')}</w:moveFrom>"), "tracked deletions in 1 paragraph;"),
    (p("<w:r><w:commentReference/></w:r>"), "1 comment;"),
    (f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{p(r('Old'))}</w:tc></w:tr></w:tbl>", "1 hidden row;"),
]


@pytest.mark.parametrize(("left_out", "told"), _HIDDEN)
def test_what_is_left_out_on_purpose_is_counted_in_one_note(tmp_path: Path, left_out: str, told: str) -> None:
    found = made.extract(document(tmp_path / "a.docx", left_out + p(r("Weigh fruit."))))
    assert [text for *_, text in made.lines(found)] == ["Weigh fruit."]
    assert made.codes(found) == ["F303"]
    assert told in made.message(found)


def test_all_that_is_left_out_of_a_file_is_one_note(tmp_path: Path) -> None:
    found = made.extract(document(tmp_path / "a.docx", "".join(each for each, _ in _HIDDEN) + p(r("Weigh fruit."))))
    said = made.message(found)
    assert "tracked deletions in 2 paragraphs; 1 comment; 1 hidden row;" in said


def test_words_whose_style_is_hidden_are_so_unless_they_say_otherwise(tmp_path: Path) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="Key"><w:name w:val="Key"/><w:rPr><w:vanish/></w:rPr></w:style>'
    body = p(r("secret "), r("shown", '<w:vanish w:val="0"/>'), properties='<w:pStyle w:val="Key"/>')
    path = document(tmp_path / "a.docx", body, {"styles.xml": f"<w:styles {_SPACES}>{styles}</w:styles>"})
    assert texts(path) == ["shown"]


def test_headings_are_known_by_style_and_by_outline_level(tmp_path: Path) -> None:
    styles = (
        '<w:latentStyles w:count="1"/>'
        '<w:style w:type="paragraph" w:styleId="u1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="table" w:styleId="t"><w:name w:val="Grid"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Unit"><w:name w:val="Unit head"/><w:basedOn w:val="u1"/></w:style>'
    )
    body = (
        p(r("Unit 2"), properties='<w:pStyle w:val="Unit"/>')
        + p(r("Day 1"), properties='<w:outlineLvl w:val="1"/>')
        + p(r("Weigh fruit."))
    )
    path = document(tmp_path / "a.docx", body, {"styles.xml": f"<w:styles {_SPACES}>{styles}</w:styles>"})
    assert made.lines(made.extract(path)) == [("Unit 2 > Day 1", "paragraph", "", "Weigh fruit.")]


def test_a_table_of_one_cell_is_a_frame_around_its_text_and_wide_cells_keep_the_columns(tmp_path: Path) -> None:
    frame = f"<w:tbl><w:tr><w:tc>{p(r('Goal: weigh.'))}{p(r('Task: use a scale.'))}</w:tc></w:tr></w:tbl>"
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p(r("Both"))}</w:tc><w:tc>{p(r("Friday"))}</w:tc>'
    path = document(tmp_path / "a.docx", f"{frame}<w:tbl><w:tr>{wide}</w:tr></w:tbl>")
    assert texts(path) == ["Goal: weigh.", "Task: use a scale.", "Both | | Friday"]


def test_links_and_emphasis_in_a_cell_leave_only_their_words(tmp_path: Path) -> None:
    link = f'<w:hyperlink r:id="x">{r("3.MD.")}{r("A.2", "<w:i/>")}</w:hyperlink>'
    path = document(
        tmp_path / "a.docx", f"<w:tbl><w:tr><w:tc>{p(r('Code'))}</w:tc><w:tc>{p(link)}</w:tc></w:tr></w:tbl>"
    )
    assert texts(path) == ["Code | 3.MD.A.2"]


def test_what_a_form_shows_is_read(tmp_path: Path) -> None:
    def form(control: str) -> str:
        begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{control}</w:ffData></w:fldChar></w:r>'
        return begin + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

    ticked = form('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>')
    empty = form('<w:checkBox><w:default w:val="0"/></w:checkBox>')
    entries = '<w:listEntry w:val="Grade 2"/><w:listEntry w:val="Grade 3"/>'
    chosen = form(f'<w:ddList><w:result w:val="1"/>{entries}</w:ddList>')
    path = document(tmp_path / "a.docx", p(ticked, r(" weigh")) + p(empty, r(" count")) + p(chosen))
    assert texts(path) == ["☒ weigh", "☐ count", "Grade 3"]


def test_a_document_put_into_another_is_read_there(tmp_path: Path) -> None:
    body = p(r("Before.")) + '<w:altChunk r:id="part.html"/>' + p(r("After."))
    inside = "<html><body><h1>Lesson 2</h1><p>Weigh fruit.</p></body></html>"
    found = made.extract(document(tmp_path / "a.docx", body, {"part.html": inside}))
    assert [(head, text) for head, *_, text in made.lines(found)] == [
        ("", "Before."), ("Lesson 2", "Weigh fruit."), ("Lesson 2", "After."),
    ]  # fmt: skip
    lost = made.extract(document(tmp_path / "b.docx", body, {"part.html": ""}))
    assert "part.html" in made.message(lost)
    assert [text for *_, text in made.lines(lost)] == ["Before.", "After."]


def test_a_footnote_is_read_below_the_paragraph_that_names_it(tmp_path: Path) -> None:
    notes = f'<w:footnotes {_SPACES}><w:footnote w:id="2">{p(r("Use 3.MD.A.2."))}</w:footnote></w:footnotes>'
    body = p(r("Weigh fruit."), '<w:r><w:footnoteReference w:id="2"/></w:r>') + p(r("Then compare."))
    path = document(tmp_path / "a.docx", body, {"footnotes.xml": notes})
    assert texts(path) == ["Weigh fruit.", "Use 3.MD.A.2.", "Then compare."]


def test_a_document_that_is_not_well_formed_is_read_by_another_reader_which_says_so(tmp_path: Path) -> None:
    whole = made.word(tmp_path / "a.docx")
    with zipfile.ZipFile(whole) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"equal", b"eq&#2;ual")
    found = made.extract(made.zipped(tmp_path / "b.docx", parts))
    assert "Compare halves" in str(found.sections)
    assert any("simpler reader" in problem.message for problem in found.problems)


_WRAPS = [
    "{}",
    "<w:ins>{}</w:ins>",
    "<w:moveTo>{}</w:moveTo>",
    '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
    "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:smartTag>{}</w:smartTag>",
    '<w:fldSimple w:instr="REF x">{}</w:fldSimple>',
]


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(_WRAPS)), min_size=1, max_size=12))
def test_no_word_is_lost_and_none_comes_twice_whatever_it_stands_in(
    tmp_path_factory: pytest.TempPathFactory, places: list[tuple[int, str]]
) -> None:
    number = itertools.count()
    body, words = "", list[str]()
    for kind, wrap in places:
        words.append(f"word{next(number)}")
        paragraph = p(wrap.format(r(words[-1])))
        if kind == 1:
            paragraph = f"<w:tbl><w:tr><w:tc>{paragraph}</w:tc><w:tc>{p()}</w:tc></w:tr></w:tbl>"
        elif kind == 2:
            paragraph = p(drawing(box(paragraph)))
        elif kind == 3:
            paragraph = f"<w:sdt><w:sdtContent>{paragraph}</w:sdtContent></w:sdt>"
        body += paragraph
    path = document(tmp_path_factory.getbasetemp() / "words.docx", body)
    draft = word.read(path.read_bytes(), WORD.mime)
    assert [each for piece in draft.pieces for each in piece.text.replace("|", " ").split()] == words
    assert draft.left_out == ()


def test_a_document_whose_text_word_calls_by_a_number_is_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(made.word(tmp_path / "a.docx")) as archive:
        parts = {name.replace("document.xml", "document2.xml"): archive.read(name) for name in archive.namelist()}
    found = made.lines(made.extract(made.zipped(tmp_path / "b.docx", parts)))
    assert ("Unit 3 > Lesson 1", "paragraph", "", "Pupils share bread in *equal* parts.") in found


def test_a_large_first_letter_stands_in_its_word_and_a_deleted_cell_is_left_out(tmp_path: Path) -> None:
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    words = "<w:p>{}<w:r><w:t>{}</w:t></w:r></w:p>"
    initial = words.format('<w:pPr><w:framePr w:dropCap="drop"/></w:pPr>', "W")
    cells = (
        f"<w:tc><w:tcPr><w:cellDel/></w:tcPr>{words.format('', 'Old')}</w:tc><w:tc>{words.format('', 'Sort it')}</w:tc>"
    )
    body = f"{initial}{words.format('<w:pPr/>', 'eigh fruit.')}<w:tbl><w:tr>{cells}</w:tr><w:tr><w:tc/></w:tr></w:tbl>"
    document = f"<w:document {names}><w:body>{body}</w:body></w:document>"
    found = made.extract(made.zipped(tmp_path / "a.docx", {"word/document.xml": document}))
    assert [text for *_, text in made.lines(found)] == ["Weigh fruit.", "Sort it"]
    assert "tracked deletions in 1 paragraph;" in made.message(found)


def test_a_list_that_only_names_a_style_of_lists_has_the_numbers_of_that_style(tmp_path: Path) -> None:
    levels = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Codes"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Codes"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="3.NF.A.%1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = p(r("Compare."), properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    path = document(tmp_path / "a.docx", body, {"numbering.xml": f"<w:numbering {_SPACES}>{levels}</w:numbering>"})
    assert texts(path) == ["3.NF.A.1 Compare."]
