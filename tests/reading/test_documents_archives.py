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
    "course_settings/syllabus.html": "<p>Canvas's own</p>",
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
