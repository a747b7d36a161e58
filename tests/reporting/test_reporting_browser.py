"""The page in a real browser: searched, sorted, read by keyboard and on a phone, printed, and attacked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from reporting_samples import RUN, calibrated, district_coverage, district_findings, hostile_view, maple_framework

from curalign.domain.materials import Kind
from curalign.reporting import View, build_view, to_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

FRAMEWORK = maple_framework()
WHOLE = district_coverage(FRAMEWORK)
CODES = [standard.code for standard in WHOLE.counted]
LIKELY = dict(zip(CODES, [0.97, 0.9, 0.85, 0.5, 0.95, 0.55, 0.02, 0.3, 0.05, None], strict=True))
JUDGED = calibrated(
    WHOLE,
    {(code, Kind.UNIT): taught for code, taught in LIKELY.items()}
    | {(code, Kind.PD): 0.9 if code == "MV.M.G.1" else 0.02 for code in CODES},
)
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


def judged_view(language: str = "en") -> View:
    return build_view(JUDGED, district_findings(FRAMEWORK), district="maple-valley", run=RUN, language=language)


class Desk:
    """A folder with pages in it, and a browser that notes whatever it should not see."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser, self.folder = browser, folder
        self.wrong: list[str] = []

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def open(self, path: Path, size: Any = None, **more: Any) -> Page:
        context = self.browser.new_context(viewport=size or DESKTOP, **more)
        self._guard(context)
        page = context.new_page()
        page.on("console", lambda message: self.wrong.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (self.wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.goto(path.as_uri())
        return page

    def _guard(self, context: BrowserContext) -> None:
        def asked(route: Any) -> None:
            if route.request.url.startswith("file:"):
                route.continue_()
            else:
                self.wrong.append(f"request: {route.request.url}")
                route.abort()

        context.route("**/*", asked)


@pytest.fixture(scope="module")
def desk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(browser, tmp_path_factory.mktemp("pages"))
    desk.write("report.html", to_html(judged_view()))
    yield desk
    assert desk.wrong == []


@pytest.fixture
def page(desk: Desk) -> Iterator[Page]:
    page = desk.open(desk.folder / "report.html")
    yield page
    page.context.close()
    wrong = desk.wrong.copy()
    desk.wrong.clear()
    assert wrong == []


def shown(page: Page, table: str = "standards-table") -> list[str]:
    """The first words of each row that a reader sees, in order."""
    rows = page.locator(f"#{table} tbody tr:visible th a").all()
    return [row.inner_text() for row in rows]


def found(page: Page, finder: str = "#map") -> str:
    return page.locator(f"{finder} [role=status]").inner_text()


def expect_found(page: Page, said: str, finder: str = "#map") -> None:
    """Wait until a search has said this: it waits until whoever types pauses."""
    from playwright.sync_api import expect

    expect(page.locator(f"{finder} [role=status]")).to_have_text(said)


def test_what_is_typed_narrows_the_standards_and_their_number_is_announced(page: Page) -> None:
    assert found(page) == "10 of 10 standards"
    page.get_by_role("search", name="Find standards").get_by_label("Search").fill("SHARE line")
    expect_found(page, "1 of 10 standards")
    assert shown(page) == ["MV.M.F.1b"]
    assert page.locator("#map [aria-live=polite]").count() == 1
    page.locator("#map").get_by_role("button", name="Show all").click()
    assert found(page) == "10 of 10 standards"
    assert len(shown(page)) == 10


def test_choices_narrow_together(page: Page) -> None:
    find = page.get_by_role("search", name="Find standards")
    find.get_by_label("Curriculum").select_option("not_taught")
    assert shown(page) == ["MV.M.G.3", "MV.M.S.1", "MV.M.S.2"]
    assert found(page) == "3 of 10 standards"
    find.get_by_label("Grade").select_option("4")
    assert shown(page) == ["MV.M.G.3"]
    find.locator("[data-field=pd]").select_option("taught")
    assert shown(page) == []
    assert found(page) == "0 of 10 standards"
    find.locator("[data-field=pd]").select_option("")
    find.get_by_label("Finding").select_option("U101")
    assert shown(page) == ["MV.M.G.3"]


def test_documents_are_found_by_name(page: Page) -> None:
    page.get_by_role("search", name="Find documents").get_by_label("Search").fill("talks")
    expect_found(page, "1 of 6 documents", "#documents")
    assert shown(page, "documents-table") == ["2025 number talks"]


def test_a_heading_sorts_its_column_and_says_so(page: Page) -> None:
    heading = page.locator("#standards-table th", has_text="Curriculum")
    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") == "ascending"
    by_probability = sorted((code for code in CODES if LIKELY[code] is not None), key=lambda code: -(LIKELY[code] or 0))
    assert shown(page)[:9] == by_probability
    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") == "descending"
    assert shown(page)[1:] == by_probability[::-1]


def is_in_sight(page: Page, text: str) -> bool:
    place = page.get_by_text(text).first.bounding_box()
    return place is not None and -1 <= place["y"] <= page.evaluate("innerHeight")


@pytest.mark.parametrize("script", [True, False])
def test_a_figure_leads_to_its_sentence_in_two_clicks_with_and_without_script(desk: Desk, script: bool) -> None:
    page = desk.open(desk.folder / "report.html", java_script_enabled=script)
    assert page.get_by_role("search").count() == (2 if script else 0)
    page.locator("#summary .verdicts a", has_text=re.compile("^4$")).click()
    assert page.locator(".list:visible").count() == 1
    page.locator(".list:visible a", has_text="MV.M.G.1").click()
    sentence = page.locator("#s-MV-M-G-1 blockquote").first
    assert sentence.is_visible()
    assert "Start at 37. Count on in tens" in sentence.inner_text()
    assert page.locator("#s-MV-M-G-1 a.file").first.get_attribute("href") == "curriculum/river/u1_numbers.pdf#page=4"
    page.context.close()


def test_a_figure_of_pd_and_one_of_a_group_lead_to_their_sentences(page: Page) -> None:
    page.locator("#pd .verdicts a", has_text=re.compile("^1$")).click()
    page.locator(".list:visible a", has_text="MV.M.G.1").click()
    assert is_in_sight(page, "Teachers rehearse a number talk in steps of ten.")
    page.locator("#strand td a").first.click()
    page.locator(".list:visible li a").first.click()
    assert page.locator("#s-MV-M-F-1a blockquote").first.is_visible()


def test_a_unit_says_what_it_teaches_and_where(page: Page) -> None:
    page.locator("#documents-table a", has_text="u1_numbers").click()
    unit = page.locator("article.document:visible", has_text="u1_numbers.pdf")
    assert "Teaches 2 standards" in unit.inner_text()
    assert "Lesson 2 > Activity, p. 4" in unit.inner_text()


def test_it_is_read_by_keyboard(page: Page) -> None:
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.inner_text() == "Skip to the summary"
    assert focused.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.url.endswith("#summary")
    chapter = page.locator("#standards summary").first
    chapter.focus()
    page.keyboard.press("Enter")
    assert page.locator("#standards details[open]").count() >= 1
    page.locator("#standards-table th button").nth(1).focus()
    page.keyboard.press("Space")
    assert page.locator("#standards-table th[aria-sort=ascending]").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_nothing_keeps_anybody_from_reading_it(desk: Desk, scheme: str, size: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = desk.open(desk.folder / "report.html", size, color_scheme=scheme, bypass_csp=True)
    if size is DESKTOP:
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.context.close()


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def test_what_is_printed_is_the_hand_out_and_what_is_open_or_asked_for(desk: Desk) -> None:
    page = desk.open(desk.folder / "report.html")
    page.emulate_media(media="print")
    assert page.locator("#summary .big").is_visible()
    assert page.locator("#untaught li").count() == page.locator("#untaught li:visible").count() == 3
    assert not page.locator("#standards").is_visible()
    assert not page.locator("#map").is_visible()
    assert not page.locator("nav").is_visible()
    short = pages_of(page.pdf(format="A4"))
    page.emulate_media(media="screen")
    page.locator("#standards summary").first.click()
    page.emulate_media(media="print")
    assert page.locator("#s-MV-M-F-1a").is_visible()
    assert page.locator("#s-MV-M-G-1").is_hidden()
    page.emulate_media(media="screen")
    page.get_by_label("Print the evidence as well").check()
    page.emulate_media(media="print")
    assert page.locator("#s-MV-M-G-1").is_visible()
    assert pages_of(page.pdf(format="A4")) > short
    page.context.close()


HOSTILE = "</title></script><img src=x onerror=alert(1)><script>alert(2)</script><b>bold</b>\" onclick='alert(3)"


def test_markup_in_titles_names_and_quotes_stays_text(desk: Desk) -> None:
    path = "curriculum/" + HOSTILE.replace("/", "") + ".docx"
    page = desk.open(desk.write("hostile.html", to_html(hostile_view(HOSTILE, path))))
    assert page.title().startswith(HOSTILE)
    assert page.locator("h1").inner_text() == HOSTILE
    assert page.locator("img, b, iframe").count() == 0
    assert page.locator("script").count() == 1
    assert page.evaluate("[...document.querySelectorAll('*')].filter(e => e.hasAttribute('onclick')).length") == 0
    page.get_by_role("search").first.get_by_label("Search").fill("<script>")
    assert HOSTILE in page.locator("#standards-table").inner_text()
    page.context.close()
    assert desk.wrong == []


class Words(HTMLParser):
    """What a page says itself, outside the names and texts that it quotes in <bdi>."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.said: set[str] = set()
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.said |= {value for name, value in attrs if name in ("aria-label", "data-found", "title") and value}
        if tag not in ("meta", "input"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._open.remove(tag)

    def handle_data(self, data: str) -> None:
        if not {"bdi", "style", "script"} & set(self._open):
            self.said.add(" ".join(data.split()))


@pytest.mark.parametrize("judged", [True, False])
def test_the_spanish_page_has_no_english_word_of_its_own(judged: bool) -> None:
    coverage = JUDGED if judged else WHOLE
    english, spanish = (
        build_view(coverage, district_findings(FRAMEWORK), district="maple-valley", run=RUN, language=language)
        for language in ("en", "es")
    )
    text = to_html(spanish)
    assert '<html lang="es">' in text
    data = {group.name for group in (*spanish.by_strand, *spanish.by_school)} | {"curalign", "Error"}
    both = Words(to_html(english)).said & Words(text).said
    assert {
        said for said in both if re.search(r"[^\W\d_]{2}", said) and not re.fullmatch("[A-Z]\\d+", said)
    } - data == set()
