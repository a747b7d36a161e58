"""The report as a folder of pages, for large districts: the same numbers and the same evidence, a part on each page."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from curalign.domain.grades import GRADES
from curalign.reporting import FORMATS, View, to_html
from curalign.reporting.page.folder import PART

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def unpacked(view: View) -> dict[str, str]:
    report = FORMATS["zip"](view)
    assert isinstance(report, bytes)
    with zipfile.ZipFile(io.BytesIO(report)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


@pytest.fixture(scope="module")
def files(view: View) -> dict[str, str]:
    return unpacked(view)


def test_every_link_arrives_at_a_page_and_a_place_that_is_there(files: dict[str, str]) -> None:
    ids = {name: set(re.findall(r' id="([^"]+)"', text)) for name, text in files.items()}
    followed = 0
    for name, text in files.items():
        for href in re.findall(r'href="([^"]+)"', text):
            file, _, place = href.partition("#")
            if file.startswith("../"):
                continue
            assert not place or place in ids[file or name], (name, href)
            assert not file or file in files
            followed += 1
    assert followed > 100


def test_it_holds_the_evidence_of_the_one_page_and_no_more(files: dict[str, str], page_text: str) -> None:
    def quotes(text: str) -> list[str]:
        return sorted(re.findall(r"<blockquote>.*?</blockquote>", text, re.DOTALL))

    assert quotes("".join(files.values())) == quotes(page_text)
    assert quotes(files["index.html"]) == []
    headline = re.search(r'<p class="headline">(.*?)</p>', page_text, re.DOTALL)
    assert headline is not None
    assert headline[0] in files["index.html"]


def test_its_citations_lead_out_of_the_unpacked_folder_to_the_documents(files: dict[str, str]) -> None:
    found = {unquote(href) for text in files.values() for href in re.findall(r'class="file" href="([^"]+)"', text)}
    assert "../curriculum/river/u1_numbers.pdf#page=4" in found
    assert all(href.startswith("../") for href in found)


def test_the_same_view_gives_the_same_bytes(view: View) -> None:
    assert FORMATS["zip"](view) == FORMATS["zip"](view)


def large(view: View, standards: int) -> View:
    """The same district with as many standards, in strands of two hundred and fifty, by copying those it has."""
    some = view.counted
    rows = tuple(
        replace(
            row,
            id=str(at),
            code=f"{row.code}.{at}",
            anchor=f"s-{at}",
            strand=f"Strand {at // 250}",
            grades=(GRADES[at % len(GRADES)],),
        )
        for at, row in ((at, some[at % len(some)]) for at in range(standards))
    )
    strands = {row.strand: tuple(other for other in rows if other.strand == row.strand) for row in rows[::250]}
    group = view.by_strand[0]
    return replace(
        view,
        rows=rows,
        findings=(),
        total=replace(view.total, rows=rows),
        by_grade=(),
        by_school=(),
        by_strand=tuple(replace(group, name=name, rows=some) for name, some in strands.items()),
        documents=tuple(replace(document, reached=()) for document in view.documents),
    )


def test_a_page_of_a_large_district_stays_small_and_the_first_one_finds_a_standard_at_once(
    view: View, browser: Browser, tmp_path: Path
) -> None:
    many = large(view, 750)
    files = unpacked(many)
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    evidence = [text for name, text in files.items() if name.startswith("standards")]
    assert len(evidence) == 750 // 250 * 3
    assert max(text.count("<article") for text in evidence) == PART
    assert max(map(len, files.values())) < 4_000_000
    assert len(files["index.html"]) < len(to_html(many)) / 2
    page = browser.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    page.locator("#map select[data-field=strand]").select_option("2")
    assert page.locator("#map [role=status]").inner_text() == "250 of 750 standards"
    taken = page.evaluate(
        "() => { const start = performance.now(), field = document.querySelector('#map select[data-field=strand]');"
        " field.value = '1'; field.dispatchEvent(new Event('change')); document.body.offsetHeight;"
        " return performance.now() - start }"
    )
    assert taken < 5000  # a tenth of a second on a computer that does nothing else
    page.locator("#standards-table tbody tr:visible a").first.click()
    page.locator("article:target blockquote").first.wait_for()
    assert page.url.endswith("#s-250")
    page.close()
