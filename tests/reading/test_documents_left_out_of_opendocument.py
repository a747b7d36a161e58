"""What is left out of an OpenDocument file on purpose is what is left out of Word and PowerPoint, and counted."""

from __future__ import annotations

from pathlib import Path

import made_documents as made


def styled(path: Path, body: str, properties: str, family: str = "text", kind: str = "text") -> Path:
    """A document whose style `X` has these properties."""
    style = f'<style:style style:name="X" style:family="{family}">{properties}</style:style>'
    return made.opendocument(path, body, kind, style)


def test_hidden_and_struck_out_words_are_left_out_and_counted(tmp_path: Path) -> None:
    words = '<text:p>Weigh <text:span text:style-name="X">old </text:span>fruit.</text:p>'
    for properties, told in [
        ('<style:text-properties text:display="none"/>', "hidden text in 1 paragraph;"),
        ('<style:text-properties style:text-line-through-style="solid"/>', "text struck out in 1 paragraph;"),
    ]:
        found = made.extract(styled(tmp_path / "a.odt", words, properties))
        assert [text for *_, text in made.lines(found)] == ["Weigh fruit."]
        assert told in made.message(found)


def test_comments_and_tracked_deletions_are_counted(tmp_path: Path) -> None:
    deletion = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
    )
    comment = "<office:annotation><text:p>Shorten</text:p></office:annotation>"
    found = made.extract(made.opendocument(tmp_path / "a.odt", f"{deletion}<text:p>Weigh{comment} fruit.</text:p>"))
    assert [text for *_, text in made.lines(found)] == ["Weigh fruit."]
    assert ": tracked deletions in 1 paragraph; 1 comment; show" in made.message(found)


def test_a_hidden_slide_is_left_out_and_counted(tmp_path: Path) -> None:
    def slide(text: str, style: str) -> str:
        box = f"<draw:frame><draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame>"
        return f'<draw:page draw:style-name="{style}">{box}</draw:page>'

    properties = '<style:drawing-page-properties presentation:visibility="hidden"/>'
    body = f"<office:presentation>{slide('Weigh fruit.', 'Y')}{slide('Old.', 'X')}</office:presentation>"
    found = made.extract(styled(tmp_path / "a.odp", body, properties, "drawing-page", "presentation"))
    assert [(place, text) for _, _, place, text in made.lines(found)] == [("slide 1", "Weigh fruit.")]
    assert "1 hidden slide;" in made.message(found)


def test_a_hidden_section_and_a_hidden_paragraph_are_left_out_and_counted(tmp_path: Path) -> None:
    body = (
        '<text:section text:display="none"><text:p>Old plan.</text:p></text:section>'
        '<text:p><text:hidden-paragraph text:is-hidden="true"/>Old task.</text:p>'
        '<text:p><text:hidden-paragraph text:is-hidden="false"/>Weigh fruit.</text:p>'
    )
    found = made.extract(made.opendocument(tmp_path / "a.odt", body))
    assert [text for *_, text in made.lines(found)] == ["Weigh fruit."]
    assert "hidden text in 2 paragraphs;" in made.message(found)
