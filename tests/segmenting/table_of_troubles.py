"""What is right of each row of the table of troubles in ../shared/cases/documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

LEFT_OUT = "left-out"


@dataclass(frozen=True)
class Row:
    """What is right of one file.

    `says` gives words that stand in one passage and in no other the passage's role, or role and last heading.
    `claims` are the codes that the document cites, all of them; `absent` is in no passage. `told` are the troubles that
    are told of it; `left` is what was left out, counted.
    """

    number: int
    situation: str
    file: str
    says: Mapping[str, str | tuple[str, str]] = field(default_factory=dict)
    claims: str | None = None
    absent: tuple[str, ...] = ()
    grades: str | None = None
    told: tuple[str, ...] = ()
    left: Mapping[str, int] = field(default_factory=dict)

    @property
    def called(self) -> str:
        return f"{self.number} {self.situation}"


WEEK = {
    "build it with blocks": ("objective", "Lesson 1 Place value of three digits"),
    "2 hundreds, 3 tens and 4 ones": ("task", "Lesson 1 Place value of three digits"),
    "draw 234": ("assessment", "Lesson 1 Place value of three digits"),
    "numerals, number names": ("objective", "Lesson 2 Reading and writing numbers"),
    "398 or 402": ("task", "Lesson 3 Comparing numbers"),
    "count on from 480": ("assessment", "Lesson 4 Skip counting"),
    "on a short quiz": ("objective", "Lesson 5 Review and quiz"),
}
WEEK_CLAIMS = "2.NBT.A.1 2.NBT.A.2 2.NBT.A.3 2.NBT.A.4"
RIBBON = "Pupils find how much longer the red ribbon is"

ROWS = (
    Row(
        1,
        "a statement in a column Standards, an unrelated activity beside it",
        "d35_statement_column.docx",
        {"Partition circles": "claim", "Draw a picture": "claim", "Count within 1000": "claim"},
        "2.G.A.3 2.MD.D.10 2.NBT.A.2",
        grades="2",
    ),
    Row(
        4,
        "a list under Ohio Learning Standards",
        "d37_state_standards_heading.docx",
        {"Partition circles": "mention", "four-line poem": "task"},
    ),
    Row(5, "Materials & Resources", "d37_state_standards_heading.docx", {"Clocks with movable hands": "note"}),
    Row(6, "a week's grid in Word", "d36_weekly_plan_grid.docx", WEEK, WEEK_CLAIMS, grades="2"),
    Row(6, "a week's sections in Word", "d36b_same_text_by_day.docx", {"draw 234": "assessment"}, WEEK_CLAIMS),
    Row(7, "a week's ruled grid in a PDF", "f12_weekly_plan_grid.pdf", WEEK, WEEK_CLAIMS, grades="2"),
    Row(8, "a ruled table in a PDF", "f06_lesson_table.pdf", claims="2.G.A.1 2.G.A.2 2.G.A.3"),
    Row(
        10,
        "numbers at the beginning of a line",
        "f14_numbers_at_line_start.pdf",
        {"write the sum 35. Then they compare": "task", "which is 28) and say": "task"},
    ),
    Row(
        11, "codes broken over lines", "f03_hyphenation_split_code.pdf", claims="2.MD.B.5 2.MD.B.6 2.NBT.B.5 2.NBT.B.9"
    ),
    Row(
        12,
        "stacked fractions",
        "f15_stacked_fractions.pdf",
        {"Shade 1/2 of the circle": "task", "Shade 2/3 of the circle": "task", "Shade 3/4 of the circle": "task"},
    ),
    Row(
        13,
        "equations inside a sentence in Word",
        "d27_math.docx",
        {"Which is greater, 2 3/4 or √9? Write 38+25=__.": "assessment", "1/2 of 8": "task"},
    ),
    Row(
        14, "equations on a slide", "p09_math_in_slide.pptx", {"value of 3\u00d725+2\u00d710 MATHTEXT in cents": "task"}
    ),
    Row(
        15,
        "equations on a page of a course",
        "c01_canvas_outcomes.imscc",
        {"Pupils solve 38+25=63 and draw jumps. Compare 47+36": "task"},
    ),
    Row(
        16,
        "one box of a template's standards ticked",
        "d18_checkbox_standards.docx",
        {"Pupils skip-count by tens": "task"},
        "2.NBT.A.2",
    ),
    Row(
        17,
        "SmartArt and a chart on slides",
        "p01_smartart_chart.pptx",
        dict.fromkeys(("SMARTARTA", "SMARTARTB", "CHARTTITLE"), "task"),
    ),
    Row(
        18,
        "SmartArt in Word",
        "teals_smartart.docx",
        dict.fromkeys(("Define", "Sketch", "Expand", "Implement"), "task"),
    ),
    Row(
        19,
        "grouped boxes in Word",
        "d21_grouped_boxes.docx",
        dict.fromkeys(("GROUPONE", "GROUPTWO", "GROUPTHREE"), "task"),
    ),
    Row(
        20,
        "a box of two paragraphs",
        "d03_text_box.docx",
        {"Standard: 2.OA.C.4": "mention", "BOXTEXT": "objective", "closing circle": "task"},
        "2.OA.C.4",
    ),
    Row(
        21,
        "links in cells",
        "d01_links_in_cells.docx",
        {"Use the recording sheet": "task", "Exit ticket: 47 + 36": "assessment", "by making a new ten": "objective"},
        "2.NBT.B.5",
        absent=("http", "resourcekey"),
    ),
    Row(
        22,
        "bold lines for headings",
        "d14_bold_headings.docx",
        {
            "breaking apart a number": ("objective", "Learning Target"),
            "a jar with 38 red": ("task", "Hook"),
            "Model 38 + 25": ("task", "I Do"),
            "Solve 46 + 37": ("task", "We Do"),
            "on page 12 alone": ("task", "You Do"),
            "Base-ten blocks, whiteboards": ("note", "Materials Needed"),
            "57 + 26": ("assessment", "How will I know they got it?"),
        },
    ),
    Row(
        23,
        "headings by outline level",
        "d22_outline_level.docx",
        {"10 more and 10 less": ("task", "Number talks"), "groups by tens": ("note", "Teacher background")},
    ),
    Row(24, "a list number is the code", "d10_autonumber_code.docx", claims="2.NBT.B.5 2.NBT.B.6"),
    Row(25, "a code partly bold", "d13_split_codes.docx", claims="2.MD.A.1 2.NBT.B.5 2.NBT.B.6 2.OA.A.1"),
    Row(
        25,
        "words partly bold",
        "d26_marks_in_words.docx",
        {"subtract, unequal, 3 * 4 * 2 and half-hour": "note"},
        "2.MD.C.7",
    ),
    Row(26, "a tracked move", "d06_tracked_move.docx", {"MOVED": ("task", "Lesson 2")}, told=(LEFT_OUT,)),
    Row(27, "hidden text", "d16_hidden_text.docx", {"45 + 38": "assessment"}, "", told=(LEFT_OUT,), left={"hidden": 1}),
    Row(28, "text struck out", "d20_strikethrough.docx", claims="2.MD.B.5", told=(LEFT_OUT,), left={"struck": 2}),
    Row(
        29,
        "a header with grade, unit and standards",
        "d32_header_grade.docx",
        claims="2.MD.A.2 2.MD.A.3",
        grades="2",
    ),
    Row(
        30,
        "a plan in a table of one cell",
        "d30_layout_table.docx",
        {
            "three-digit numbers. 2.NBT.A.4": ("objective", "Objective"),
            "Number cards": ("note", "Materials"),
            "turn over three cards": ("task", "Activity"),
        },
    ),
    Row(
        32,
        "two tables in a row",
        "d29_two_tables.docx",
        {"count by tens": ("objective", "Monday"), "read numbers to 1000": ("objective", "Tuesday")},
    ),
    Row(33, "a course's syllabus", "c09_canvas_syllabus.imscc", {"SYLLABUSTEXT": "task"}, "2.MD.C.8"),
    Row(
        34,
        "an outcome of an assignment, and its rubric",
        "c01_canvas_outcomes.imscc",
        {"RUBRICTEXT": ("assessment", "Ribbon rubric"), RIBBON: "task"},
        "2.MD.B.5",
    ),
    Row(
        35, "QTI 2.1 in a course", "c02_qti21.imscc", {"QTITWO How much longer is the pencil? 6 cm 24 cm": "assessment"}
    ),
    Row(
        35, "QTI 2.1 alone", "c03_qti21_package.zip", {"QTITWO How much longer is the pencil? 6 cm 24 cm": "assessment"}
    ),
    *(
        Row(37 + n, "another program's file", file, told=("other-program",))
        for n, file in (
            (0, "c07_blackboard_export.zip"),
            (1, "c04_moodle_tar.mbz"),
            (1, "c05_moodle_zip.mbz"),
            (2, "c06_quiz.h5p"),
            (3, "m01_numbers.pages"),
            (3, "m02_notes.one"),
            (3, "m05_lesson.webloc"),
        )
    ),
    Row(40, "a file of Publisher", "m03_newsletter.pub", told=("old-office",)),
    Row(41, "a mail's attachment", "e01_attachment.eml", {"ATTACHMENTTEXT": "task", "EMAILTABLE": "task"}),
    Row(
        42,
        "a web page by Google Docs",
        "h01_google_docs_export.html",
        {"I can add within 100": "objective", "34 + 28": "task"},
        "2.NBT.B.6",
        absent=("[a]", "2.NBT.B.9"),
        told=(LEFT_OUT,),
        left={"comments": 1},
    ),
    Row(44, "a font without a map", "f17_garbled_font.pdf", absent=("Sxslov",), told=("blank-document",)),
    Row(45, "text typed on a PDF", "f08_freetext.pdf", {"FREETEXT": "mention"}, "2.MD.A.3"),
    Row(
        46,
        "a filled form",
        "f05_form_fields.pdf",
        {
            "Standard: 2.G.A.3": "mention",
            "Objective: I can cut a circle": "objective",
            "Activity: Pupils fold paper circles": "task",
        },
        "2.G.A.3",
    ),
    Row(
        47,
        "a label upright beside each row",
        "f10_vertical_labels.pdf",
        {"nearest five minutes": "objective", "set paper clocks": "task", "on three clocks": "assessment"},
    ),
    Row(48, "a portfolio", "f09_portfolio.pdf", told=("attached-files", "no-text")),
    Row(
        49,
        "titles in text boxes",
        "p05_titles_in_text_boxes.pptx",
        {
            "three rows of five tiles": ("task", "Lesson 3: Rows of equal size"),
            "5 + 5 + 5": ("assessment", "Lesson 3: Rows of equal size"),
            "LEFT column: build arrays with counters. RIGHT column": ("task", "Work time"),
        },
    ),
    Row(50, "the same box twice", "p11_alternate_twice.pptx", {"TWICE": "task"}),
    Row(51, "After this lesson", "p12_after_this_lesson.pptx", {"Count within 1000 by fives": "objective"}, grades="2"),
    Row(
        52,
        "hidden slides",
        "p06_notes_hidden.pptx",
        {"Say the time": "task", "NOTESTEXT": "mention"},
        told=(LEFT_OUT,),
        left={"slides": 1},
    ),
    Row(
        52, "hidden slides of a real deck", "teals_python_4.03_hidden_slides.pptx", told=(LEFT_OUT,), left={"slides": 3}
    ),
    Row(
        53,
        "a merged column of days on a slide",
        "p07_merged_planner.pptx",
        {
            "count by fives": ("objective", "Monday"),
            "clap on multiples": ("task", "Monday"),
            "tell time": ("objective", "Tuesday"),
            "set paper clocks": ("task", "Tuesday"),
        },
    ),
    Row(54, "a text box in a sheet", "x06_textbox_formula.xlsx", {"TEXTBOXWORDS": "objective"}, "2.G.A.1"),
    Row(
        55,
        "ranges with spaces",
        "x01_pacing_merged.xlsx",
        claims="2.MD.A.1 2.MD.A.2 2.MD.A.3 2.MD.A.4 "
        "2.NBT.A.1 2.NBT.A.2 2.NBT.A.3 2.NBT.A.4 2.NBT.B.5 2.NBT.B.6 2.NBT.B.7",
    ),
    Row(
        56,
        "a quarter merged down",
        "x01_pacing_merged.xlsx",
        {"2.NBT.B.5 - 2.NBT.B.7": ("plan", "Q1, 4 weeks"), "2.MD.A.1-4": ("plan", "Q2, 3 weeks")},
    ),
    Row(
        57,
        "names and marks below a plan",
        "x08_gradebook_in_plan.xlsx",
        {"forget the new ten": "note", "add within 100 with a strategy": "objective"},
        told=("people-left-out",),
    ),
    Row(
        58,
        "hidden rows and columns",
        "x09_hidden_rows.xlsx",
        {"Sort shapes by corners": "plan"},
        "2.G.A.1 2.G.A.3",
        told=(LEFT_OUT,),
        left={"rows": 1, "columns": 1},
    ),
    Row(
        59,
        "front matter",
        "k01_front_matter.md",
        {"solve word problems about lengths": "objective"},
        "2.MD.A.1 2.MD.A.2 2.MD.A.3 2.MD.A.4 2.MD.B.5",
        grades="2",
    ),
    Row(
        60,
        "tables and boxes in Markdown",
        "k01_front_matter.md",
        {
            "Exit ticket: how much longer?": "assessment",
            "Measure books": ("task", "A"),
            "Compare pencils": ("task", "B"),
        },
        absent=("---",),
    ),
    Row(
        61,
        "content controls",
        "d02_content_controls.docx",
        {
            "BLOCKCTRL": "objective",
            "INLINECTRL": "mention",
            "ROWCTRL": "task",
            "CELLCTRL": "assessment",
            "TABLECTRL": "task",
        },
        "2.NBT.A.4",
    ),
    Row(62, "smart tags", "d07_smarttag.docx", {"SMARTTAG on clocks 2.MD.C.7 CUSTOMXML": "task"}, "2.MD.C.7"),
    Row(
        63,
        "a table in a table",
        "d08_nested_table.docx",
        {"NESTEDONE": "task", "NESTEDTWO": "task", "greater number": "assessment"},
    ),
    Row(
        64,
        "merged cells",
        "d09_merged_cells.docx",
        {
            "odd or even. 2.OA.C.3": "objective",
            "Pair up counters": "task",
            "Is 17 odd": "assessment",
            "Build arrays": "task",
        },
        "2.OA.C.3 2.OA.C.4",
    ),
    Row(65, "fields", "d11_fields.docx", {"FIELDLINK": "mention", "FIELDSIMPLE": "task"}, "2.MD.C.8"),
    Row(
        67,
        "headings by other styles",
        "d15_custom_heading_styles.docx",
        {
            "mark lengths": ("objective", "Success criteria"),
            "Rulers": ("note", "Materials"),
            "favourite fruits": ("task", "Lesson 10: Bar graphs"),
        },
    ),
    *(
        Row(68, "two columns", file, {"Pupils measure the length of an object": "objective", "longest?": "assessment"})
        for file in ("f01_two_columns.pdf", "f02_two_columns_rowwise.pdf")
    ),
    Row(
        69,
        "a turned page",
        "f04_rotated.pdf",
        {"by fives, tens": "objective", "chant": "task", "from 340 to 420": "assessment"},
        grades="2",
    ),
    Row(
        70,
        "labels and values in a PDF",
        "f07_label_table.pdf",
        {"four categories": "objective", "Grid paper": "note", "ten classmates": "task", "than winter": "assessment"},
        "2.MD.D.10",
    ),
    Row(71, "a spaced heading", "f11_letterspaced.pdf", {"12 counters": ("task", "LESSON 4: SHARING EQUALLY")}),
    Row(
        72,
        "weeks across",
        "x02_weeks_across.xlsx",
        {"bundles of ten": ("plan", "Week 1"), "four two-digit": ("plan", "Week 4")},
    ),
    Row(73, "dates and truth values in cells", "x03_dates.xlsx", {"34 + 28": "task"}, "2.MD.C.8 2.NBT.B.5 2.NBT.B.6"),
    Row(
        74,
        "a week's grid in a sheet",
        "x05_week_plan.xlsx",
        {
            "pick a tool": ("objective", "Monday"),
            "nearest inch": ("task", "Tuesday"),
            "guess the length": ("task", "Thursday"),
        },
        "2.MD.A.1 2.MD.A.2 2.MD.A.3 2.MD.A.4",
    ),
    Row(75, "a sheet for each grade", "x07_sheet_per_grade.xlsx", {"count to 120": "task", "skip-count": "task"}),
    Row(
        76,
        "a month's calendar",
        "x10_calendar.xlsx",
        {"Labor Day": "plan", "Test Unit 1": "plan"},
        "2.NBT.A.1 2.NBT.A.2 2.NBT.A.3 2.NBT.A.4 2.NBT.B.5",
    ),
    *(
        Row(
            77,
            "the same lesson in another format",
            f"o01_lesson.{ending}",
            {"odd or even. 2.OA.C.3": "objective", "Pair up counters": "task", "2.OA.C.4 ODTNOTE": "note"},
            "2.OA.C.3 2.OA.C.4",
        )
        for ending in ("docx", "epub", "odt", "rtf")
    ),
    Row(78, "HTML called .doc", "m06_html_inside.doc", {"HTMLDOC": "objective"}, "2.MD.C.7"),
    Row(78, "HTML called .xls", "m08_html_inside.xls", {"XLSHTML": "task"}, "2.MD.C.7"),
    Row(78, "RTF called .doc", "m12_rtf_inside.doc", {"RTFDOC": "objective"}, "2.MD.C.7"),
    Row(79, "MHT called .doc", "m07_mht_inside.doc", {"MHTDOC": "objective"}, "2.MD.C.7"),
    Row(79, "a table called .xls", "m09_table_only.xls", {"XLSHTML": "task"}, "2.MD.C.7"),
    Row(79, "tabs called .xls", "m10_tabs_inside.xls", {"XLSTAB": "task"}, "2.MD.C.7"),
    Row(79, "XML of 2003 called .xls", "m11_xml2003.xls", told=("other-program",)),
    Row(80, "an imported part", "d38_altchunk.docx", {"ALTCHUNK": "objective"}, "2.MD.C.8"),
    Row(81, "a shortcut", "m04_plan.gdoc", told=("shortcut",)),
    Row(85, "equations of a course", "ccviewer_latex.imscc", {"f(10) - 1": "task"}, absent=(r"\(", r"\frac")),
)
