"""Hostile text, made safe to show."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curalign.reporting.view.plain import clip, printable, relative_url

ANYTHING = st.text(st.characters())


@given(ANYTHING)
def test_printable_text_is_one_line_of_utf_8_without_controls(text: str) -> None:
    shown = printable(text)
    shown.encode("utf-8")
    assert len(shown.splitlines()) <= 1
    assert not any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in shown)
    assert printable(shown) == shown


def test_terminal_codes_and_marks_that_turn_text_around_are_taken_out() -> None:
    assert printable("\x1b[31mred\x07 \u202egnp.exe") == "[31mred gnp.exe"


def test_emoji_and_right_to_left_letters_stay() -> None:
    text = "👩‍🏫 שלום مرحبا"
    assert printable(text) == text


@given(ANYTHING, st.integers(2, 50))
def test_a_clipped_name_is_short_and_says_when_something_is_missing(text: str, length: int) -> None:
    clipped = clip(text, length)
    assert len(clipped) <= length
    assert clipped == text or clipped.endswith("…")


@given(ANYTHING)
def test_no_name_becomes_another_scheme_or_host(name: str) -> None:
    parts = urlsplit(relative_url(name))
    assert (parts.scheme, parts.netloc) == ("", "")


@pytest.mark.parametrize(
    "name", ["javascript:alert(1).docx", "//evil.example/x.pdf", "a b#c?d%41.md", "data:text/html,x"]
)
def test_a_name_comes_back_whole_from_its_address(name: str) -> None:
    assert unquote(relative_url(name)) == name.lstrip("/")


def test_a_page_of_a_pdf_has_an_address_and_a_page_of_another_format_has_none() -> None:
    assert relative_url("curriculum/u1.PDF", 4) == "curriculum/u1.PDF#page=4"
    assert relative_url("curriculum/u1.docx", 4) == "curriculum/u1.docx"


def test_a_file_name_that_is_not_utf_8_keeps_its_bytes() -> None:
    assert relative_url("caf\udce9.docx") == "caf%E9.docx"
