"""The page that a director opens: safe, whole, and every number leads to its sentences."""

from __future__ import annotations

import base64
import hashlib
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from reporting_samples import RUN, hostile_view, of_strengths, without_script

from curalign.domain.coverage import Coverage
from curalign.domain.links import MadeWith
from curalign.domain.standards import Framework
from curalign.reporting import View, build_view, to_html

VOID = {"meta", "br", "link", "img", "input", "hr"}
HOSTILE = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)> ' onmouseover='x",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "]]></svg><svg onload=alert(1)>",
    "\u202eenog \x00\x1b[31m 👩‍🏫 שלום",
]


class Page(HTMLParser):
    """The page as a browser would walk it; it complains of what is not closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "script"} & set(self.open):
            self.words += data

    def all(self, attribute: str) -> list[str]:
        return [value for _, attrs in self.tags if (value := attrs.get(attribute)) is not None]


@pytest.fixture(scope="module")
def page(page_text: str) -> Page:
    return Page(page_text)


def test_it_says_the_whole_in_one_sentence(page: Page) -> None:
    said = " ".join(page.words.split())
    assert "Of 10 standards, 4 are taught in full, 2 in part, 3 not at all, and 1 could not be judged." in said


def test_its_headline_speaks_spanish_and_still_leads_to_the_standards(framework: Framework, coverage: Coverage) -> None:
    text = to_html(build_view(coverage, (), district="maple-valley", run=RUN, language="es"))
    (headline,) = re.findall(r'<p class="headline">(.*?)</p>', text, re.DOTALL)
    assert " ".join(re.sub(r"<.*?>", "", headline).split()) == (
        "De 10 estándares, 4 se enseñan por completo, 2 en parte y 3 sin enseñar; 1 no se pudo juzgar."
    )
    assert [f'id="{target}"' in text for target in re.findall('href="#(.*?)"', headline)] == [True] * 5


def test_nothing_comes_from_outside_and_only_its_own_script_runs(page_text: str, page: Page) -> None:
    tags = [tag for tag, _ in page.tags]
    assert not {"iframe", "object", "embed", "link", "base", "form", "foreignobject"} & set(tags)
    assert tags.count("script") == 1
    assert "<script" not in without_script(page_text)
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on") or name == "style"]
    assert page.all("src") == []
    outside = {"http://www.w3.org/2000/svg"}
    assert set(re.findall(r"https?://[^\s\"'<]+", page_text)) <= outside
    assert "@import" not in page_text
    assert "url(" not in page_text


def test_the_policy_allows_its_own_style_and_script_and_nothing_else(page_text: str, page: Page) -> None:
    policy = next(attrs["content"] for tag, attrs in page.tags if attrs.get("http-equiv") == "Content-Security-Policy")
    hashes = []
    for tag in ("style", "script"):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page_text, re.DOTALL)
        hashes.append(base64.b64encode(hashlib.sha256(text.encode()).digest()).decode())
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; img-src data:;"
        " base-uri 'none'; form-action 'none'"
    )


def test_every_link_inside_the_page_arrives(page: Page) -> None:
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    inside = {href[1:] for href in page.all("href") if href.startswith("#")}
    assert inside
    assert inside <= set(ids)


def test_every_number_leads_to_as_many_standards(page_text: str) -> None:
    followed = re.findall(r'<td><a href="#(l-[\w-]+)">(\d+)</a></td>', page_text)
    assert len(followed) > 20
    for target, number in followed:
        section = page_text.split(f'id="{target}"')[1].split("</section>")[0]
        assert section.count("<li>") == int(number)


def test_a_standard_shows_its_sentence_with_file_and_place(page_text: str) -> None:
    article = page_text.split('id="s-MV-M-G-1"')[1].split("</article>")[0]
    assert "Start at 37. Count on in tens" in article
    assert 'href="curriculum/river/u1_numbers.pdf#page=4"' in article
    assert "Lesson 2 &gt; Activity, p. 4" in article
    assert "probability 93 %, counts in full" in article
    assert "more words in common than with other standards" in article


def test_each_picture_is_sound_and_stands_beside_its_numbers(page_text: str) -> None:
    pictures = re.findall(r"<svg.*?</svg>", page_text, re.DOTALL)
    assert len(pictures) > 10
    for picture in pictures:
        root = ET.fromstring(picture)  # our own output
        assert root.get("aria-hidden") == "true" or root.get("aria-label")


def test_each_mark_of_the_map_says_in_words_what_it_shows(page_text: str) -> None:
    table = page_text.split('id="standards-table"')[1].split("</table>")[0]
    rows = {row.split("</bdi>")[0]: " ".join(re.sub("<.*?>", "", row).split()) for row in table.split("<bdi>MV")[1:]}
    assert "● in full" in rows[".M.G.1"]
    assert rows[".M.G.3"].count("○ not at all") == 4


def test_headings_go_down_one_level_at_a_time(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_tables_say_what_their_headings_head(page: Page) -> None:
    assert all(attrs.get("scope") in {"row", "col"} for tag, attrs in page.tags if tag == "th")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_from_documents_stays_text(hostile: str) -> None:
    text = to_html(hostile_view(hostile, "curriculum/" + hostile.replace("/", "") + ".docx"))
    page = Page(without_script(text))
    assert not {"script", "img", "iframe"} & {tag for tag, _ in page.tags}
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]
    hrefs = page.all("href")
    assert all(href.startswith(("#", "curriculum/", "pd/")) for href in hrefs)
    text.encode("utf-8")


def test_a_long_quote_is_cut() -> None:
    quotes = re.findall(r"<blockquote><bdi>(.*?)</bdi>", to_html(hostile_view("word " * 2000)))
    assert quotes
    assert all(len(quote) <= 400 and quote.endswith("word…") for quote in quotes)


def test_the_encoder_without_a_model_is_an_alarm(view: View) -> None:
    made_with = MadeWith("0.1.0", "hashing", "any", warning="The hashing encoder knows no meaning.")
    assert "The hashing encoder knows no meaning." in to_html(replace(view, made_with=made_with)).split("<main>")[0]


def test_what_the_judge_cannot_know_stands_in_the_summary(view: View) -> None:
    made_with = MadeWith("0.1.0", "standards", "standards", limits="Nobody measured it for <Art>.")
    assert "Nobody measured it for &lt;Art&gt;." in to_html(replace(view, made_with=made_with))


def test_without_pd_the_page_speaks_of_none(view_without_pd: View) -> None:
    page = Page(to_html(view_without_pd))
    assert "no PD folder" in page.words
    assert "Where teaching and training meet" not in page.words


def test_a_district_without_standards_has_a_page() -> None:
    assert "There is no standard to judge." in Page(to_html(of_strengths({}))).words


def test_the_same_view_gives_the_same_bytes(view: View, page_text: str) -> None:
    assert to_html(view) == page_text
