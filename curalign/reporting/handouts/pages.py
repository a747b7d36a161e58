"""Hand-outs -> one web page that needs nothing else, and that prints each of them on pages of its own."""

from __future__ import annotations

from collections.abc import Sequence

from curalign.reporting.handouts.bars import draw_bar
from curalign.reporting.handouts.values import Bar, Handout
from curalign.reporting.view.templates import inline, open_templates

PACKAGE = "curalign.reporting.handouts"


def to_page(sheets: Sequence[Handout]) -> str:
    """Write hand-outs as one page.

    Args:
        sheets: At least one; all of one language.

    Returns:
        HTML that needs no other file, no script and no network.

    """
    from markupsafe import Markup

    environment = open_templates(PACKAGE)

    def draw(bar: Bar) -> Markup:
        return Markup(draw_bar(bar))  # noqa: S704  # our own drawing, its words escaped

    style, style_hash = inline(PACKAGE, "handout.css")
    return environment.get_template("handout.html.j2").render(
        sheets=sheets,
        language=sheets[0].language,
        title=title_of(sheets),
        draw=draw,
        style=style,
        style_hash=style_hash,
    )


def title_of(sheets: Sequence[Handout]) -> str:
    """What the file calls itself: the district, and what the only hand-out in it is of."""
    return f"{sheets[0].district}: {sheets[0].title}" if len(sheets) == 1 else sheets[0].district
