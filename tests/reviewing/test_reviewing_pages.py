"""The review in a real browser: two people, blind until each has answered, who differ, talk and agree."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from reviewed_district import MARKUP, recorded, serving

from curalign.domain.reviews import Answer, Round
from curalign.reviewing.server import ReviewServer

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PHONE = {"width": 390, "height": 844}


@contextmanager
def signed_in(browser: Browser, server: ReviewServer, name: str) -> Iterator[Page]:
    """A page of somebody's own browser, who said their name with the keyboard alone."""
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(30_000)  # on a busy computer
    page.goto(server.address)
    page.wait_for_selector("input:focus")  # a browser gives the focus after it has loaded the page
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    page.wait_for_url("**/guide")
    try:
        yield page
    finally:
        context.close()


def press(page: Page, key: str) -> None:
    """Press a key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def asked(page: Page) -> str:
    """The code of the standard that the page asks about."""
    return page.locator(".standard .code strong").first.inner_text()


def main_text(page: Page) -> str:
    return page.locator("main").inner_text()


def test_two_people_review_differ_talk_and_agree_by_keyboard_alone(browser: Browser, tmp_path: Path) -> None:
    with (
        serving(tmp_path, readers=2, standards=5) as server,
        signed_in(browser, server, "Ana") as ana,
        signed_in(browser, server, "Ben") as ben,
    ):
        for page in (ana, ben):
            page.goto(f"{server.address}number")
        code = asked(ana)
        assert asked(ben) == code, "both are asked about the same standards, in the same order"
        ana.keyboard.press("w")
        ana.keyboard.type("They only look at it, y n p")
        ana.keyboard.press("Escape")
        press(ana, "n")
        assert "Recorded." in main_text(ana)
        assert asked(ana) != code

        ben.reload()
        assert "They only look" not in ben.content(), "nobody sees others before recording"
        assert "Ana" not in main_text(ben)
        assert "machine" not in main_text(ben).lower()
        press(ben, "y")
        press(ben, "u")
        assert "taken back" in main_text(ben)
        assert asked(ben) == code, "what was undone is asked again"
        press(ben, "y")
        reviews = recorded(tmp_path)
        assert [(review.reviewer, review.answer) for review in reviews.standing] == [
            ("Ana", Answer.NO),
            ("Ben", Answer.YES),
        ]
        (ballot,) = reviews.ballots.values()
        assert ballot.word(2) is None, "two who differ decide nothing"

        ben.goto(f"{server.address}discuss")
        assert asked(ben) == code
        assert "They only look at it, y n p" in main_text(ben)
        assert "The machine" in main_text(ben)
        press(ben, "n")
        (ballot,) = recorded(tmp_path).ballots.values()
        word = ballot.word(2)
        assert word is not None
        assert (word.answer, word.agreed, word.reviewers) == (Answer.NO, True, ("Ana", "Ben"))
        assert [review.round for review in (*ballot.alone, *ballot.discussed)] == [
            Round.ALONE,
            Round.ALONE,
            Round.DISCUSSION,
        ], "both rounds are kept"

        ana.goto(f"{server.address}discuss")
        assert "Nothing is left" in main_text(ana), "what they agree on is no more to be discussed"
        ana.goto(f"{server.address}results")
        assert "Ana · Ben" in main_text(ana)
        assert "Ana · curalign" in main_text(ana), "the machine is one more rater"
        assert "1 were answered differently at first" in main_text(ana)
        ana.goto(f"{server.address}reply")
        ana.get_by_label("Note: why").fill("It comes back in unit 9.")
        with ana.expect_navigation():
            ana.get_by_role("button", name="Record the reply").click()
        ana.goto(f"{server.address}log")
        assert "It comes back in unit 9." in main_text(ana)
        assert "Holds: No" in main_text(ana)


def test_the_number_narrows_while_somebody_answers(browser: Browser, tmp_path: Path) -> None:
    with serving(tmp_path, standards=20) as server, signed_in(browser, server, "Ana") as ana:
        ana.goto(f"{server.address}number")
        seen = []
        for _ in range(20):
            number = int(asked(ana).removeprefix("PH."))
            press(ana, "y" if number <= 12 else "n")
            seen.append(ana.locator("#count").inner_text())
        assert "12 of 20 standards are taught (between 12 and 12)" in seen[-1]
        assert len(set(seen)) > 3
        assert "Nothing is left" in main_text(ana)


def test_what_a_document_says_stays_text(browser: Browser, tmp_path: Path) -> None:
    with serving(tmp_path) as server, signed_in(browser, server, "<b>Eve</b>") as eve:
        for name in ("learn", "number", "doubts", "results", "log", "reply"):
            eve.goto(f"{server.address}{name}")
            assert eve.title() != "taken"
            assert eve.locator("main script, main img, header b, main b").count() == 0
        eve.goto(f"{server.address}doubts")
        while MARKUP not in main_text(eve):
            press(eve, "p")
        assert eve.title() != "taken"


@pytest.mark.parametrize("viewport", [None, PHONE], ids=["desk", "phone"])
def test_no_page_has_a_serious_fault_of_accessibility(
    browser: Browser, tmp_path: Path, viewport: dict[str, int] | None
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    with serving(tmp_path) as server, signed_in(browser, server, "Ana") as ana:
        if viewport:
            ana.set_viewport_size(viewport)  # type: ignore[arg-type]
        ana.goto(f"{server.address}number")
        press(ana, "n")
        for name in ("", "guide", "learn", "number", "results", "log", "reply"):
            ana.goto(f"{server.address}{name}")
            found = Axe().run(ana).response["violations"]
            assert [v["id"] for v in found if v["impact"] in ("serious", "critical")] == [], name
            assert ana.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{name} is too wide"
