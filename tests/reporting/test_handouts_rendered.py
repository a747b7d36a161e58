"""Hand-outs as pages, Word documents and PDFs: all of the words, safe, printable, and readable by everybody."""

from __future__ import annotations

import base64
import hashlib
import io
import os
import re
import socket
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import docx
import pytest
from handout_words import everything, pages_on_paper
from reporting_samples import (
    RUN,
    calibrated,
    district_coverage,
    district_findings,
    find,
    hostile_view,
    maple_framework,
    material,
    measure,
    passage,
    standard,
)

from curalign.domain.materials import Kind
from curalign.domain.standards import Framework
from curalign.errors import RunError
from curalign.reporting import View, build_view
from curalign.reporting.handouts import (
    AUDIENCES,
    Handout,
    Teller,
    discuss,
    gaps_of,
    per_school,
    per_unit,
    to_page,
    to_pdf,
    to_word,
)
from curalign.reporting.handouts.printing import find_browser
from curalign.wording import LANGUAGES

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HOSTILE = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)> ' onmouseover='x",
    "{{ 7 * 7 }}{% raw %} { $count }",
    "<w:br/>]]></w:t><!-- &lt;",
    "\u202eenog \x00\x1b[31m 👩‍🏫 שלום \ufffe",
]
OURS = {
    *("html", "head", "meta", "title", "style", "body", "main", "article", "section", "h1", "h2", "p", "bdi", "span"),
    *("ul", "li", "table", "caption", "thead", "tbody", "tr", "th", "td", "svg", "rect", "path"),
}
"""The tags of our own template."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def all_sheets(view: View) -> list[Handout]:
    tell = Teller(view)
    gaps = gaps_of(tell)[:2]
    made = [make(tell) for make in AUDIENCES.values()]
    return [*made, *per_unit(tell), *per_school(tell), *(discuss(tell, row) for row in gaps)]


@pytest.fixture(scope="module", params=LANGUAGES)
def view(request: pytest.FixtureRequest) -> View:
    return view_in(request.param)


@pytest.fixture(scope="module")
def english() -> list[Handout]:
    """One for each audience, a unit's and a school's list, and a sheet to discuss."""
    tell = Teller(view_in("en"))
    made = [make(tell) for make in AUDIENCES.values()]
    return [*made, next(per_unit(tell)), next(per_school(tell)), discuss(tell, gaps_of(tell)[0])]


def view_in(language: str) -> View:
    framework = maple_framework()
    taught = {("MV.M.F.1a", Kind.UNIT): 0.95, ("MV.M.G.1", Kind.UNIT): 0.9, ("MV.M.G.2", Kind.UNIT): 0.5}
    coverage = calibrated(district_coverage(framework), taught)
    found = district_findings(framework)
    return build_view(coverage, found, district="maple-valley", run=RUN, language=language)


@pytest.fixture(scope="module")
def sheets(view: View) -> list[Handout]:
    return all_sheets(view)


@pytest.fixture(scope="module")
def page(sheets: list[Handout]) -> str:
    return to_page(sheets)


class Text(HTMLParser):
    """The words of a page, and its tags with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag

    def handle_data(self, data: str) -> None:
        if self._inside != "style":
            self.words += data


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def word_text(file: bytes) -> str:
    """Every word of a Word document, pictures' words among them, in order."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        tree = ET.fromstring(package.read("word/document.xml"))
    return "".join((item.text or "") + (item.get("descr") or "") for item in tree.iter())


def test_a_page_and_a_word_document_say_all_of_it(sheets: list[Handout], page: str) -> None:
    words, typed = squeezed(Text(page).words), squeezed(word_text(to_word(sheets)))
    pictures = {sheet.bar.label for sheet in sheets if sheet.bar is not None}
    for sheet in sheets:
        for text in everything(sheet):
            assert squeezed(text) in typed, text
            assert squeezed(text) in words or text in pictures, text


def test_a_page_needs_nothing_else_and_runs_no_script(page: str) -> None:
    tags = Text(page).tags
    assert not {"script", "iframe", "object", "embed", "link", "base", "form", "img"} & {tag for tag, _ in tags}
    assert not [
        name for _, attrs in tags for name in attrs if name.startswith("on") or name in ("style", "src", "href")
    ]
    assert set(re.findall(r"https?://[^\s\"'<]+", page)) == {"http://www.w3.org/2000/svg"}
    assert "@import" not in page
    assert "url(" not in page
    policy = next(attrs["content"] for _, attrs in tags if attrs.get("http-equiv") == "Content-Security-Policy")
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_a_page_names_its_language_and_its_pictures(page: str, view: View, sheets: list[Handout]) -> None:
    tags = Text(page).tags
    assert tags[0] == ("html", {"lang": view.language})
    pictures = [attrs["aria-label"] for tag, attrs in tags if tag == "svg"]
    assert pictures == [sheet.bar.label for sheet in sheets if sheet.bar is not None]
    assert len(pictures) > 6


def test_a_word_document_has_headings_heads_of_tables_a_language_and_a_title(sheets: list[Handout], view: View) -> None:
    written = docx.Document(io.BytesIO(to_word(sheets)))
    headings = [(p.style.name, p.text) for p in written.paragraphs if p.style.name.startswith("Heading")]
    assert [text for level, text in headings if level == "Heading 1"] == [sheet.title for sheet in sheets]
    asked = [part.title for sheet in sheets for part in (sheet.question, *sheet.parts)]
    assert [text for level, text in headings if level == "Heading 2"] == asked
    assert len(written.tables) > 8
    assert all(table.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None for table in written.tables)
    languages = {tag.get(f"{W}val") for tag in written.styles.element.iter(f"{W}lang")}
    assert languages == {f"{view.language}-US"}
    assert written.core_properties.language == f"{view.language}-US"
    assert written.core_properties.title == "maple-valley"
    described = [shape._inline.docPr.get("descr") for shape in written.inline_shapes]
    assert described == [sheet.bar.label for sheet in sheets if sheet.bar is not None]


def test_the_same_hand_outs_are_the_same_bytes(sheets: list[Handout], page: str) -> None:
    assert to_word(sheets[:3]) == to_word(sheets[:3])
    assert to_page(sheets) == page


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_document_says_stays_text(text: str) -> None:
    sheets = all_sheets(hostile_view(text, f"curriculum/{text}.docx"))
    page = to_page(sheets)
    tags = Text(page).tags
    assert {tag for tag, _ in tags} <= OURS
    assert not [name for _, attrs in tags for name in attrs if name.startswith("on")]
    shown = text.translate({0x202E: None, 0: None, 0x1B: None, 0xFFFE: "\ufffd"})
    assert squeezed(shown) in squeezed(Text(page).words)
    written = to_word(sheets)
    assert squeezed(shown) in squeezed(word_text(written))
    docx.Document(io.BytesIO(written))


# --- on paper ---


def a_large_district() -> View:
    """Thirteen grades, long names, six schools, and more of everything than a page has room for."""
    long = "that names at great length what pupils are to know and to be able to do "
    grades = ("K", *map(str, range(1, 13)))
    strands = [standard(f"L.{grade}", f"Strand {grade} {long}", None, "", "Strand") for grade in grades]
    leaves = [
        standard(f"L.{grade}.{n}", f"Goal {n} of grade {grade} {long * 3}", strand, grade)
        for grade, strand in zip(grades, strands, strict=True)
        for n in range(9)
    ]
    framework = Framework((*strands, *leaves))
    units = [material(f"curriculum/s{n % 6}/unit {n} {long}.docx", Kind.UNIT, f"School {n % 6}") for n in range(36)]
    trainings = [material(f"pd/training {n} {long}.docx", Kind.PD) for n in range(12)]
    hits = [(passage(units[n % 4], f"Passage {n} {long * 4}"), leaf, 0.9) for n, leaf in enumerate(leaves) if n % 3]
    taught = {(leaf.code, Kind.UNIT): (0.1, 0.5, 0.9)[n % 3] for n, leaf in enumerate(leaves)}
    files = [unit.path for unit in units]
    found = [
        find(("U101", "U102", "U103", "U104", "U105", "U106", "P201", "P203")[n % 8], long, leaf, files[n % 4], long)
        for n, leaf in enumerate(leaves)
    ]
    found += [find("P202", long, None, training.path) for training in trainings]
    found += [find("F301", long, None, file) for file in files[:9]]
    return build_view(calibrated(measure(framework, [*units, *trainings], hits), taught), found, district=long, run=RUN)


def test_a_large_district_fits_on_two_pages_too(browser: Browser) -> None:
    tell = Teller(a_large_district())
    lists = [next(per_unit(tell)), next(per_school(tell)), discuss(tell, gaps_of(tell)[0])]
    made = [make(tell) for make in AUDIENCES.values()]
    assert [sheet.title for sheet in (*made, *lists) if pages_on_paper(browser, [sheet]) > 2] == []
    fullest = (AUDIENCES["administrators"](tell), lists[1])
    assert max(pages_on_paper(browser, [sheet], "A4") for sheet in fullest) <= 2


def test_each_hand_out_of_several_begins_on_a_page_of_its_own(browser: Browser, english: list[Handout]) -> None:
    alone = sum(pages_on_paper(browser, [sheet]) for sheet in english[:3])
    assert pages_on_paper(browser, english[:3]) == alone


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_is_accessible(browser: Browser, english: list[Handout], scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(bypass_csp=True, color_scheme=scheme)  # type: ignore[arg-type]
    tab = context.new_page()
    tab.set_content(to_page(english))
    found = Axe().run(tab).response["violations"]
    context.close()
    assert [
        f"{one['id']}: {one['nodes'][0]['html']}" for one in found if one["impact"] in ("serious", "critical")
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_reads_on_a_phone(browser: Browser, language: str) -> None:
    tab = browser.new_page(viewport={"width": 360, "height": 740})
    tab.set_content(to_page(all_sheets(view_in(language))))
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    tab.close()


def test_a_browser_of_this_computer_prints_a_pdf_with_its_title(english: list[Handout]) -> None:
    if find_browser() is None:
        pytest.skip("no Chromium on this computer; install it (Debian: apt-get install chromium) to print PDFs")
    import pypdfium2

    file = to_pdf(to_page(english[:1]), find_browser())
    document = pypdfium2.PdfDocument(file)
    assert document[0].get_size() == (612, 792)
    assert document.get_metadata_value("Title") == f"maple-valley: {english[0].title}"
    assert b"/MarkInfo" in file
    assert b"/Lang" in file
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    assert squeezed(english[0].headline[0]) in squeezed(text)


def test_the_browser_that_prints_reaches_no_address() -> None:
    browser = find_browser()
    if browser is None:
        pytest.skip("no Chromium on this computer; install it (Debian: apt-get install chromium) to print PDFs")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        to_pdf(f'<!DOCTYPE html><title>x</title><img src="http://127.0.0.1:{server.getsockname()[1]}/x.png">', browser)
        with pytest.raises(TimeoutError):
            server.accept()


def test_where_no_browser_is_found_it_says_what_to_do() -> None:
    with pytest.raises(RunError, match=r"needs Chrome, Edge or Chromium.*\.html, open it, and print"):
        to_pdf("<!DOCTYPE html>", None)


def program(path: Path, script: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.skipif(os.name == "nt", reason="the programs are scripts of a POSIX shell")
@pytest.mark.parametrize("script", ["exit 1", "sleep 60 & sleep 60", "echo no"])
def test_a_browser_that_does_not_print_is_given_up(tmp_path: Path, script: str) -> None:
    with pytest.raises(RunError, match="did not print the page"):
        to_pdf("<!DOCTYPE html>", program(tmp_path / "chromium", script), seconds=0.5)


@pytest.mark.skipif(os.name == "nt", reason="the programs are scripts of a POSIX shell")
def test_browsers_are_looked_for_where_each_system_has_them(tmp_path: Path) -> None:
    on_path = program(tmp_path / "bin" / "google-chrome", "")
    on_windows = program(tmp_path / "Programs" / "Microsoft" / "Edge" / "Application" / "msedge.exe", "")
    on_a_mac = program(tmp_path / "Applications" / "Chromium.app" / "Contents" / "MacOS" / "Chromium", "")
    path = {"PATH": str(on_path.parent)}
    assert find_browser("linux", path) == on_path
    assert find_browser("win32", {**path, "PROGRAMFILES(X86)": str(tmp_path / "Programs")}) == on_windows
    assert find_browser("win32", path) is None
    assert find_browser("darwin", {"PATH": "", "HOME": str(tmp_path)}) == on_a_mac
