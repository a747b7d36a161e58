"""What a course says beside its pages: descriptions, titles alone, parts of quizzes, and files that nobody can read."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import made_documents as made

_CANVAS = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_BRIGHTSPACE = 'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:d2l_2p0="http://desire2learn.com/xsd/d2lcp_v2p0"'


def read(
    path: Path, items: str, resources: str, files: Mapping[str, str | bytes], names: str = f'xmlns="{_CANVAS}"'
) -> list[str]:
    """Each block of a course as `heading > heading: text`; above them the general description of the course."""
    about = "<general><title>Math 2</title><description>A year of lengths.</description></general>"
    manifest = (
        f"<manifest {names}><metadata><lom>{about}<rights><description>All reserved</description></rights></lom>"
        f"</metadata><organizations><organization><item>{items}</item></organization></organizations>"
        f"<resources>{resources}</resources></manifest>"
    )
    found = made.extract(made.zipped(path, {"imsmanifest.xml": manifest, **files}))
    said = [f"{heading}: {text}" for heading, _, _, text in made.lines(found)]
    assert said[0] == "Math 2: A year of lengths."
    return [*said[1:], *(problem.message for problem in found.problems)]


def test_what_brightspace_says_above_the_pages_of_a_module_is_read_there(tmp_path: Path) -> None:
    items = """<item identifierref="m" description="&lt;p&gt;Measure twice.&lt;/p&gt;&lt;p&gt;Cut once.&lt;/p&gt;">
<title>Lengths</title><item identifierref="p" description="&lt;b&gt;Read first.&lt;/b&gt;"><title>Rulers</title></item>
<item identifierref="l" description=""><title>A whale on film</title></item></item>
<item identifierref="n" description="Compare two ropes."><title>Ropes</title></item>
<item><title>Knots</title><metadata><lom><general><description>Tie and untie.</description></general></lom></metadata>
<item identifierref="l"><title>On film</title></item></item>"""
    resources = """<resource identifier="m" d2l_2p0:material_type="contentmodule" href=""/>
<resource identifier="n" d2l_2p0:material_type="contentmodule" href=""/>
<resource identifier="p" d2l_2p0:material_type="content" href="rulers.html"/>
<resource identifier="l" d2l_2p0:material_type="contentlink" href="https://example.org/whale"/>"""
    assert read(tmp_path / "a.zip", items, resources, {"rulers.html": "<p>Lay rulers.</p>"}, _BRIGHTSPACE) == [
        "Math 2 > Lengths: Measure twice.",
        "Math 2 > Lengths: Cut once.",
        "Math 2 > Lengths > Rulers: Read first.",
        "Math 2 > Lengths > Rulers: Lay rulers.",
        "Math 2 > Lengths: A whale on film",
        "Math 2 > Ropes: Compare two ropes.",
        "Math 2 > Knots: Tie and untie.",
        "Math 2 > Knots: On film",
    ]


def test_what_has_a_title_only_is_read_by_it(tmp_path: Path) -> None:
    items = """<item><title>Module 1</title><item><title>Day 1</title></item>
<item identifierref="p"><title>Bundle ten tens</title></item><item identifierref="q"><title>Check</title></item>
<item identifierref="f"><title>How to bundle</title></item><item><title>Day 2: explain 427</title></item>
<item><title>Day 3</title></item></item><item><title>Module 2, to be written</title></item>"""
    resources = """<resource identifier="p" type="webcontent"><file href="p.html"/></resource>
<resource identifier="q" type="imsqti_xmlv1p2/imscc_xmlv1p1/assessment"><file href="q.xml"/></resource>
<resource identifier="f" type="webcontent"><file href="bundle.mp4"/></resource>
<resource identifier="x" type="webcontent"><file href="x.html"/></resource>"""
    files = {
        "p.html": "<title>Bundle ten tens</title>", "x.html": "<img src='a.png'>", "bundle.mp4": "film",
        "q.xml": '<questestinterop><assessment title="Exit on hundreds"/></questestinterop>',
    }  # fmt: skip
    assert read(tmp_path / "a.imscc", items, resources, files) == [
        "Math 2 > Module 1 > Day 1: Bundle ten tens",
        "Math 2 > Module 1 > Day 1 > Check > Quiz: Exit on hundreds",
        "Math 2 > Module 1 > Day 1: How to bundle",
        "Math 2 > Module 1: Day 2: explain 427",
        "Math 2 > Module 1: Day 3",
        "Math 2: Module 2, to be written",
    ]


def test_a_course_without_a_name_of_its_own_has_that_of_its_organization(tmp_path: Path) -> None:
    manifest = """<manifest><metadata><schema>ADL SCORM</schema></metadata><organizations><organization>
<title>Ropes</title><item identifierref="r"><title>Start</title></item></organization></organizations>
<resources><resource identifier="r" type="webcontent" href="a.html"/></resources></manifest>"""
    found = made.extract(made.zipped(tmp_path / "a.zip", {"imsmanifest.xml": manifest, "a.html": "<p>Cut a rope.</p>"}))
    assert [(line[0], line[3]) for line in made.lines(found)] == [("Ropes > Start", "Cut a rope.")]


def test_the_parts_of_a_quiz_stand_above_their_questions(tmp_path: Path) -> None:
    question = "<item><presentation><material><mattext>How long is it?</mattext></material></presentation></item>"
    quiz = f"""<questestinterop><assessment title="Lengths"><section><section title="Part A: in inches">{question}
</section></section></assessment></questestinterop>"""
    test = """<assessmentTest title="Ropes"><testPart><assessmentSection title="Part B: in feet"><rubricBlock
 view="candidate"><p>Use a rope.</p></rubricBlock></assessmentSection></testPart></assessmentTest>"""
    resources = """<resource type="imsqti_xmlv1p2" href="q.xml"/><resource type="imsqti_test_xmlv2p1" href="t.xml"/>"""
    resources = resources.replace("<resource ", '<resource identifier="a" ', 1)
    assert read(tmp_path / "a.zip", "", resources, {"q.xml": quiz, "t.xml": test}) == [
        "Math 2 > Lengths > Quiz: Part A: in inches",
        "Math 2 > Lengths > Quiz: How long is it?",
        "Math 2 > Ropes > Quiz: Part B: in feet",
        "Math 2 > Ropes > Quiz: Use a rope.",
    ]


def test_announcements_checklists_and_rubrics_of_brightspace_are_read_once(tmp_path: Path) -> None:
    files = {
        "news.xml": "<news><item><headline>Friday</headline><text>Bring a rope.</text></item></news>",
        "checklist.xml": "<checklist><name>Before the test</name><item><name>I can measure</name></item></checklist>",
        "rubrics.xml": '<rubrics><rubric name="Ropes"><criterion name="Exact"><cell><description><text>To the inch'
        "</text></description></cell></criterion></rubric></rubrics>",
    }
    kinds = {"news": "d2lnews", "checklist": "d2lchecklist", "rubrics": "d2lrubrics"}
    resources = "".join(
        f'<resource identifier="{name}" d2l_2p0:material_type="{kind}" href="{name}.xml"/>'
        for name, kind in kinds.items()
    )
    assert read(tmp_path / "a.zip", "", resources, files, _BRIGHTSPACE) == [
        "Math 2 > Announcements: Friday",
        "Math 2 > Announcements: Bring a rope.",
        "Math 2 > Checklist: Before the test",
        "Math 2 > Checklist: I can measure",
        "Math 2 > Rubrics: Ropes",
        "Math 2 > Rubrics: Exact",
        "Math 2 > Rubrics: To the inch",
    ]


def test_files_of_other_programs_in_a_course_are_told_of_and_what_only_serves_pages_is_not(tmp_path: Path) -> None:
    files = {"a.one": "x", "b.h5p": "x", "c.wpd": "x", "d.css": "p{}", "e.js": "x", "f.xml": "<x/>", "g.png": "x"}
    told = read(tmp_path / "a.zip", "", "", files)
    assert [message.split(" ", 1)[0] for message in told] == ["a.one", "b.h5p", "c.wpd"]


def test_what_hangs_in_a_cover_without_words_is_named(tmp_path: Path) -> None:
    import pypdfium2

    cover, held = pypdfium2.PdfDocument.new(), io.BytesIO()
    cover.new_page(600, 800)
    cover.new_attachment("plan.docx").set_data(b"A plan of ropes")
    cover.save(held)
    items = '<item identifierref="p"><title>Ropes</title></item>'
    resources = '<resource identifier="p" type="webcontent"><file href="p.pdf"/></resource>'
    said, told = read(tmp_path / "a.zip", items, resources, {"p.pdf": held.getvalue()})
    assert said == "Math 2: Ropes"
    assert "plan.docx" in told
