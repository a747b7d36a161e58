"""Archives and course packages: everything in them is read in its place, and nothing gets out of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import made_documents as made
import pytest

from curalign.errors import UnreadableError
from curalign.reading import read_district, read_document
from curalign.reading.documents import archives
from curalign.settings import ReadingSettings, Settings

SETTINGS = Settings(reading=ReadingSettings(workers=1))
PAGE = "<html><head><title>On a line</title></head><body><h1>On a line</h1>\n<p>Pupils place a half.</p></body></html>"
QUIZ = """<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment title="Exit"><section><item>
<presentation><material><mattext>&lt;p&gt;Which is &lt;b&gt;larger&lt;/b&gt;?&lt;/p&gt;</mattext></material>
<response_lid><render_choice><response_label><material><mattext>1/2</mattext></material></response_label></render_choice>
</response_lid></presentation><itemfeedback><material><mattext>Well done</mattext></material></itemfeedback></item>
</section></assessment></questestinterop>"""
TOPIC = (
    '<topic xmlns="x"><title>Talk</title><text texttype="text/html">&lt;p&gt;What is a third?&lt;/p&gt;</text></topic>'
)
ALIGNED = """<metadata><curriculumStandardsMetadataSet xmlns="http://www.imsglobal.org/xsd/imscsmd_v1p0">
<curriculumStandardsMetadata providerId="P"><setOfGUIDs><labelledGUID><label>CCSS.Math.Content.3.NF.A.2</label>
<GUID>6b9bf846-d7cc-11e8-824f-0242ac160002</GUID></labelledGUID></setOfGUIDs></curriculumStandardsMetadata>
</curriculumStandardsMetadataSet></metadata>"""
MANIFEST = f"""<?xml version="1.0"?><manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1"
 xmlns:l="http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest"><metadata><l:lom><l:general><l:title><l:string>Grade 3 Math
</l:string></l:title></l:general></l:lom></metadata><organizations><organization><item identifier="root">
<item><title>Module 1</title><item><title>Week 1</title></item>
<item identifierref="page"><title>On a line</title></item><item identifierref="quiz"><title>Check</title></item>
<item identifierref="talk"><title>Talk</title></item><item identifierref="gone"><title>Lost</title></item></item>
</item></organization></organizations><resources>
<resource identifier="page" type="webcontent" href="pages/on%20a%20line.html">{ALIGNED}
<file href="pages/on%20a%20line.html"/></resource>
<resource identifier="quiz" type="imsqti_xmlv1p2/imscc_xmlv1p3/assessment"><file href="q/quiz.xml"/></resource>
<resource identifier="talk" type="imsdt_xmlv1p3"><file href="talk.xml"/></resource>
<resource identifier="gone" type="webcontent" href="gone.html"/>
<resource identifier="out" type="webcontent" href="../../../etc/passwd"/></resources></manifest>"""
COURSE = {
    "imsmanifest.xml": MANIFEST,
    "pages/on a line.html": PAGE,
    "q/quiz.xml": QUIZ,
    "talk.xml": TOPIC,
    "web_resources/handout.md": "# Handout\nFold a strip.\n",
    "web_resources/strip.png": "picture",
    "course_settings/notes.html": "<p>Canvas's own</p>",
}


def packed(files: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def written(path: Path, files: Mapping[str, str | bytes]) -> Path:
    path.write_bytes(packed(files))
    return path


def test_a_course_is_one_document_under_its_modules_and_items(tmp_path: Path) -> None:
    found = made.extract(written(tmp_path / "course.imscc", COURSE))
    above = "Grade 3 Math > Module 1 > Week 1"
    assert made.lines(found) == [
        (f"{above} > On a line", "paragraph", "pages/on a line.html, line 2", "Pupils place a half."),
        (
            f"{above} > On a line > Standards",
            "item",
            "pages/on a line.html",
            "CCSS.Math.Content.3.NF.A.2 6b9bf846-d7cc-11e8-824f-0242ac160002",
        ),
        (f"{above} > Check > Exit > Quiz", "paragraph", "q/quiz.xml", "Which is larger?"),
        (f"{above} > Check > Exit > Quiz", "item", "q/quiz.xml", "1/2"),
        (f"{above} > Talk > Discussion", "paragraph", "talk.xml", "What is a third?"),
        ("Grade 3 Math > Handout", "paragraph", "web_resources/handout.md, line 2", "Fold a strip."),
    ]
    assert [(p.code, p.place) for p in found.problems] == [("F301", "gone.html"), ("F301", "../../../etc/passwd")]


def test_the_syllabus_of_a_course_is_read_and_other_notes_of_canvas_are_not(tmp_path: Path) -> None:
    files = {**COURSE, "course_settings/syllabus.html": "<title>Syllabus</title><p>Pupils add to 100.</p>"}
    found = made.extract(written(tmp_path / "course.imscc", files))
    place = "course_settings/syllabus.html, line 1"
    assert ("Grade 3 Math > Syllabus", "paragraph", place, "Pupils add to 100.") in made.lines(found)
    assert not any("own" in text for _, _, _, text in made.lines(found))


CANVAS = {
    **COURSE,
    "q/assessment_meta.xml": '<quiz identifier="quiz"><assignment identifier="graded"/></quiz>',
    "non_cc_assessments/quiz.xml.qti": QUIZ.replace("larger", "larger, by how much"),
    "non_cc_assessments/bank.xml.qti": QUIZ.replace("Exit", "Bank of halves").replace("larger", "half of 1/2"),
    "page/assignment_settings.xml": '<assignment identifier="page"><rubric_identifierref>r</rubric_identifierref>'
    "</assignment>",
    "course_settings/learning_outcomes.xml": """<learningOutcomes xmlns="http://canvas.instructure.com/xsd/cccv1p0">
<learningOutcome identifier="o1"><title>3.NF.A.1</title><description>&lt;p&gt;Name a share&lt;/p&gt;</description>
</learningOutcome><learningOutcome identifier="o2"><title>3.NF.A.3</title><alignments><alignment>
<content_type>Assignment</content_type><content_id>graded</content_id></alignment></alignments></learningOutcome>
<learningOutcome identifier="o3"><title>3.NF.A.9</title></learningOutcome></learningOutcomes>""",
    "course_settings/rubrics.xml": """<rubrics xmlns="http://canvas.instructure.com/xsd/cccv1p0">
<rubric identifier="r"><title>Lines</title><criteria><criterion><description>Places a half</description><ratings>
<rating><description>Within a hair</description></rating></ratings>
<learning_outcome_identifierref>o1</learning_outcome_identifierref></criterion></criteria></rubric>
<rubric identifier="unused"><title>Essays</title></rubric></rubrics>""",
}


def test_outcomes_and_rubrics_of_canvas_stand_with_the_work_that_they_are_of(tmp_path: Path) -> None:
    found = made.lines(made.extract(written(tmp_path / "course.imscc", CANVAS)))
    said = {(heading.removeprefix("Grade 3 Math > Module 1 > Week 1 > "), text) for heading, _, _, text in found}
    assert ("On a line > Standards", "3.NF.A.1 Name a share") in said
    assert ("On a line > Rubric: Lines", "Places a half Within a hair") in said
    assert ("Check > Standards", "3.NF.A.3") in said
    assert not any("3.NF.A.9" in text or "Essays" in heading for heading, text in said)


def test_of_a_quiz_of_canvas_the_whole_is_read_once_and_banks_of_questions_too(tmp_path: Path) -> None:
    found = made.lines(made.extract(written(tmp_path / "course.imscc", CANVAS)))
    asked = [(heading, text) for heading, _, place, text in found if place.endswith(".qti") or place == "q/quiz.xml"]
    above = "Grade 3 Math > Module 1 > Week 1 > Check"
    assert [each for each in asked if each[1] != "1/2"] == [
        (f"{above} > Exit > Quiz", "Which is larger, by how much?"),
        (f"{above} > Standards", "3.NF.A.3"),
        ("Grade 3 Math > Bank of halves > Quiz", "Which is half of 1/2?"),
    ]


def test_what_stands_above_the_questions_of_a_quiz_of_canvas_is_read(tmp_path: Path) -> None:
    above = "<quiz><title>Exit</title><description>&lt;p&gt;Show halves. 3.NF.A.1&lt;/p&gt;</description></quiz>"
    files = {**COURSE, "quiz/assessment_meta.xml": above}
    found = made.lines(made.extract(written(tmp_path / "course.imscc", files)))
    asked = [text for heading, _, _, text in found if heading.endswith("Exit > Quiz")]
    assert asked == ["Show halves. 3.NF.A.1", "Which is larger?", "1/2"]


def _course_of(kind: str, items: str = '<item identifierref="a"><title>Pears</title></item>') -> str:
    return f"""<manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1"
 xmlns:d2l_2p0="http://desire2learn.com/xsd/d2lcp_v2p0"><organizations><organization><item>{items}</item></organization>
</organizations><resources><resource identifier="a" {kind} href="a.xml"><file href="a.xml"/></resource></resources>
</manifest>"""


@pytest.mark.parametrize(
    ("kind", "activity", "found"),
    [
        (
            'type="assignment_xmlv1p0"',
            "<assignment><title>Pears</title><instructor_text>Key: 12</instructor_text>"
            "<text>Weigh it.</text></assignment>",
            [("Pears > Assignment", "Weigh it."), ("Pears > Assignment > Teacher notes", "Key: 12")],
        ),
        (
            'type="imsbasiclti_xmlv1p0"',
            '<link xmlns:b="x"><b:title>Pears</b:title><b:description>Weigh it.</b:description></link>',
            [("Pears", "Weigh it.")],
        ),
        (
            'type="webcontent" d2l_2p0:material_type="d2ldropbox"',
            '<dropbox><folder name="Report"><instructions><text>Weigh it.</text></instructions></folder></dropbox>',
            [("Pears > Assignment > Report", "Weigh it.")],
        ),
    ],
)
def test_activities_are_told_by_their_titles(
    tmp_path: Path, kind: str, activity: str, found: list[tuple[str, str]]
) -> None:
    files = {"imsmanifest.xml": _course_of(kind), "a.xml": activity}
    said = made.lines(made.extract(written(tmp_path / "course.imscc", files)))
    assert [(heading, text) for heading, _, _, text in said] == found


def test_a_tool_that_no_module_shows_is_no_part_of_a_course(tmp_path: Path) -> None:
    tool = "<link><title>Store</title><description>Thousands of free lessons.</description></link>"
    files = {**COURSE, "imsmanifest.xml": _course_of('type="imsbasiclti_xmlv1p0"', items=""), "a.xml": tool}
    said = made.lines(made.extract(written(tmp_path / "course.imscc", files)))
    assert said
    assert not any("free lessons" in text for *_, text in said)


def test_what_is_left_out_of_the_pages_of_a_course_is_one_note(tmp_path: Path) -> None:
    files = {
        **COURSE,
        "web_resources/a.html": '<p>Fold it.</p><p style="display:none">Old.</p>',
        "web_resources/b.html": "<p>Cut it.</p><p><s>Old.</s></p><p hidden>Old.</p>",
    }
    found = made.extract(written(tmp_path / "course.imscc", files))
    said = [problem.message for problem in found.problems if "left out" in problem.message]
    assert len(said) == 1
    assert "hidden text in 2 paragraphs; text struck out in 1 paragraph;" in said[0]


ITEM_2 = """<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" title="Pencils"><responseDeclaration
identifier="R"><correctResponse><value>A</value></correctResponse></responseDeclaration><itemBody>
<p>A pencil is <math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mn>1</mn><mn>2</mn></mfrac></math> foot.</p>
<choiceInteraction responseIdentifier="R"><prompt>How much is left?</prompt><simpleChoice identifier="A">6 inches
<feedbackInline outcomeIdentifier="F" identifier="A">Well done</feedbackInline></simpleChoice>
<simpleChoice identifier="B">3 inches</simpleChoice></choiceInteraction>
<p>It is <inlineChoiceInteraction responseIdentifier="S"><inlineChoice identifier="a">more</inlineChoice><inlineChoice
identifier="b">less</inlineChoice></inlineChoiceInteraction> than <textEntryInteraction id="T"/> yard.</p>
</itemBody><modalFeedback outcomeIdentifier="F">Try again</modalFeedback></assessmentItem>"""
ITEM_3 = (
    ITEM_2.replace("assessmentItem", "qti-assessment-item")
    .replace("itemBody", "qti-item-body")
    .replace("simpleChoice", "qti-simple-choice")
    .replace("choiceInteraction", "qti-choice-interaction")
    .replace("inlineChoiceInteraction", "qti-inline-choice-interaction")
    .replace("inlineChoice", "qti-inline-choice")
    .replace("textEntryInteraction", "qti-text-entry-interaction")
    .replace("feedbackInline", "qti-feedback-inline")
    .replace("modalFeedback", "qti-modal-feedback")
    .replace("responseDeclaration", "qti-response-declaration")
    .replace("prompt>", "qti-prompt>")
)


@pytest.mark.parametrize(("version", "item"), [("v2p1", ITEM_2), ("v3p0", ITEM_3)])
def test_questions_of_qti_2_and_3_are_what_a_pupil_sees_of_them(tmp_path: Path, version: str, item: str) -> None:
    manifest = f"""<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><organizations/><resources>
<resource identifier="i" type="imsqti_item_xml{version}" href="i.xml"><file href="i.xml"/></resource></resources>
</manifest>"""
    found = made.extract(written(tmp_path / "bank.zip", {"imsmanifest.xml": manifest, "i.xml": item}))
    assert made.lines(found) == [
        ("Pencils > Quiz", "paragraph", "i.xml", "A pencil is 1/2 foot."),
        ("Pencils > Quiz", "paragraph", "i.xml", "How much is left?"),
        ("Pencils > Quiz", "item", "i.xml", "6 inches"),
        ("Pencils > Quiz", "item", "i.xml", "3 inches"),
        ("Pencils > Quiz", "paragraph", "i.xml", "It is more / less / than __ yard."),
    ]


@pytest.mark.parametrize("version", ["", "qti-"])
def test_what_only_scorers_are_told_is_not_read(tmp_path: Path, version: str) -> None:
    block = "rubric-block" if version else "rubricBlock"
    body = "item-body" if version else "itemBody"
    item = (
        f"<{version}item><{version}{block} view='scorer author'><p>Two points.</p></{version}{block}><{version}{body}>"
        f"<{version}{block} view='scorer'><p>Key: 4</p></{version}{block}><p>Add 1 and 3.</p>"
        f"<{version}{block} view='candidate'><p>Work alone.</p></{version}{block}></{version}{body}></{version}item>"
    )
    files = {"imsmanifest.xml": _course_of('type="imsqti_item_xmlv2p1"'), "a.xml": item}
    assert [text for *_, text in made.lines(made.extract(written(tmp_path / "bank.zip", files)))] == [
        "Add 1 and 3.",
        "Work alone.",
    ]


def test_quizzes_and_discussions_of_brightspace_are_told_by_what_it_says_of_them(tmp_path: Path) -> None:
    manifest = """<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
 xmlns:d2l_2p0="http://desire2learn.com/xsd/d2lcp_v2p0"><organizations/><resources>
<resource identifier="q" type="webcontent" d2l_2p0:material_type="d2lquiz" href="quiz_d2l_1.xml"/>
<resource identifier="d" type="webcontent" d2l_2p0:material_type="d2ldiscussion" href="discussion_d2l_1.xml"/>
</resources></manifest>"""
    files = {"imsmanifest.xml": manifest, "quiz_d2l_1.xml": QUIZ, "discussion_d2l_1.xml": TOPIC}
    found = made.lines(made.extract(written(tmp_path / "course.zip", files)))
    assert [(heading, text) for heading, _, _, text in found] == [
        ("Exit > Quiz", "Which is larger?"),
        ("Exit > Quiz", "1/2"),
        ("Talk > Discussion", "What is a third?"),
    ]


def test_a_course_zipped_with_its_folder_is_the_same_course(tmp_path: Path) -> None:
    inside = {f"export/{name}": content for name, content in COURSE.items()}
    found = made.extract(written(tmp_path / "course.zip", inside))
    assert made.lines(found)[0][0] == "Grade 3 Math > Module 1 > Week 1 > On a line"


@pytest.mark.parametrize(
    "manifest", ["<manifest><organizations>", '<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><m>&x;</m>', ""]
)
def test_a_course_without_a_readable_manifest_is_an_archive_of_its_pages(tmp_path: Path, manifest: str) -> None:
    found = made.extract(written(tmp_path / "course.imscc", {**COURSE, "imsmanifest.xml": manifest}))
    assert "pages/on a line.html" in dict(found.members)
    assert [p.place for p in found.problems if "modules and titles" in p.message] == ["imsmanifest.xml"]


def test_a_broken_page_of_a_course_is_a_problem_that_names_archive_and_page(tmp_path: Path) -> None:
    files = {**COURSE, "pages/on a line.html": b"PK\x03\x04 no"}
    found = made.extract(written(tmp_path / "course.imscc", files))
    [problem] = [p for p in found.problems if p.place.startswith("pages/")]
    assert (problem.file, problem.code) == ("course.imscc", "F301")
    assert problem.message.startswith("pages/on a line.html is damaged")
    assert any("Which is larger?" in line[3] for line in made.lines(found))


def test_a_zip_of_folders_is_its_documents(tmp_path: Path) -> None:
    files = {
        "Grade 4/sums.md": "# Sums\nPupils add within 1,000.\n",
        "broken.docx": b"PK\x03\x04 no",
        "inner.zip": packed({"deep.md": "# Deep\nPupils dig.\n"}),
        "course.imscc": packed(COURSE),
        "photo.png": b"x",
        "__MACOSX/._sums.md": b"x",
    }
    root = made.district(tmp_path, {"curriculum/units.zip": packed(files)})
    district = read_district(root, SETTINGS)
    of_zip = {m.path: m for m in district.materials if m.archive == "curriculum/units.zip"}
    assert list(of_zip) == [
        f"curriculum/units.zip/{n}" for n in ("Grade 4/sums.md", "broken.docx", "course.imscc", "inner.zip/deep.md")
    ]
    assert of_zip["curriculum/units.zip/Grade 4/sums.md"].grades == ("4",)
    [problem] = of_zip["curriculum/units.zip/broken.docx"].problems
    assert (problem.file, problem.code) == ("curriculum/units.zip/broken.docx", "F301")
    [itself] = [m for m in district.materials if m.path == "curriculum/units.zip"]
    assert [p.message for p in itself.problems] == ["holds 1 picture, sound or film, whose content is not read."]


def test_one_document_is_asked_for_and_an_archive_holds_many(tmp_path: Path) -> None:
    path = written(tmp_path / "two.zip", {"a.md": "# A\nText.\n", "b.md": "# B\nText.\n"})
    with pytest.raises(UnreadableError, match="archive of 2 documents"):
        read_document(path, SETTINGS.reading)


@pytest.mark.parametrize("name", ["../evil.md", "/etc/evil.md", "C:\\evil.md", "a/../../evil.md"])
def test_no_path_leads_out_of_an_archive(tmp_path: Path, name: str) -> None:
    found = made.extract(written(tmp_path / "a.zip", {name: "# Evil\nText.\n", "good.md": "# Good\nText.\n"}))
    assert [member for member, _ in found.members] == ["good.md"]
    assert ["leads out of the archive" in p.message for p in found.problems] == [True]
    assert not list(tmp_path.parent.rglob("evil.md"))


def test_bombs_links_and_locked_files_are_problems_and_the_rest_is_read(tmp_path: Path) -> None:
    path = written(tmp_path / "a.zip", {"bomb.txt": b" " * 30_000_000, "good.md": "# Good\nText.\n"})
    link = zipfile.ZipInfo("link.md")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("locked.md", "secret")
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        data[data.rindex(mark) + offset] |= 1  # the last file says that it is encrypted
    path.write_bytes(data)
    found = made.extract(path)
    assert {p.place: p.message.partition(";")[0].split(" ", 1)[1] for p in found.problems} == {
        "bomb.txt": "unpacks to far more than a document holds (a zip bomb?)",
        "link.md": "is a link to another file",
        "locked.md": "is protected with a password",
    }
    assert [member for member, _ in found.members] == ["good.md"]


def test_archives_in_archives_are_read_to_a_depth(tmp_path: Path) -> None:
    data = packed({"end.md": "# End\nText.\n"})
    for depth in range(5):
        data = packed({f"{depth}.zip": data, f"{depth}.md": "# Here\nText.\n"})
    (tmp_path / "a.zip").write_bytes(data)
    found = made.extract(tmp_path / "a.zip")
    assert [member for member, _ in found.members] == ["4.md", "4.zip/3.md", "4.zip/3.zip/2.md"]
    assert "unpack it" in made.message(found)


def test_an_archive_of_endless_files_is_read_to_a_measure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_FILES", 3)
    found = made.extract(written(tmp_path / "a.zip", {f"{n}.md": "# A\nText.\n" for n in range(9)}))
    assert len(found.members) == 3
    assert "the rest was not read" in made.message(found)


@pytest.mark.parametrize("count", [1, 10])
def test_an_archive_without_documents_says_so(tmp_path: Path, count: int) -> None:
    found = made.extract(written(tmp_path / "a.zip", {f"{n}/": "" for n in range(count)}))
    assert made.codes(found) == ["F303"]


def test_a_course_cut_short_anywhere_is_text_or_a_problem(tmp_path: Path) -> None:
    data = packed(COURSE)
    for at in range(0, len(data), max(1, len(data) // 8)):
        (tmp_path / "cut.imscc").write_bytes(data[:at])
        found = made.extract(tmp_path / "cut.imscc")
        assert found.sections or found.members or found.problems


def test_a_shortcut_of_google_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "unit.gdoc").write_text('{"url": "https://docs.google.com/document/d/1"}')
    assert "download the document itself" in made.message(made.extract(tmp_path / "unit.gdoc"))
