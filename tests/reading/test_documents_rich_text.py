"""Rich text, and tables under names of Office, as what they are."""

from __future__ import annotations

from pathlib import Path

import made_documents as made


def test_what_rich_text_hides_strikes_out_or_deletes_is_left_out_and_counted(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_bytes(
        rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\pard Weigh {\v old }{\strike old\'e9 \u233?}fruit\strike  or\strike0 .\par"
        rb"{\deleted Dropped.}\par\pard\v Hidden \plain Shown {\*\annotation Shorten}\{here\}.\par}"
    )
    found = made.extract(tmp_path / "a.rtf")
    assert [text for *_, text in made.lines(found)] == ["Weigh fruit.", "Shown {here}."]
    told = "hidden text in 2 paragraphs; text struck out in 1 paragraph; tracked deletions in 1 paragraph; 1 comment;"
    assert told in made.message(found)


def test_excel_s_unicode_text_is_a_table_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes("Week\tTask\n1\tWeigh fruit.\n".encode("utf-16"))
    assert [text for *_, text in made.lines(made.extract(tmp_path / "a.xls"))] == ["Week | Task", "1 | Weigh fruit."]
