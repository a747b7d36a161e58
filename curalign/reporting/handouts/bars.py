"""A count as a picture: solid for what is sure, striped for what may be, empty for the rest."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from curalign.domain.links import Strength
from curalign.reporting.handouts.values import Bar
from curalign.reporting.view.colours import COLOURS

WIDTH, HEIGHT = 600, 24
_STRIPE = 6


def draw_bar(bar: Bar) -> str:
    """The bar as SVG, with its words for those who do not see it. No style in it, so that a page's policy allows it."""
    blue = COLOURS[Strength.FULL]
    low, high = (round(WIDTH * n / bar.of) for n in (bar.low, bar.high))
    stripes = "".join(
        f'<path class="stripe" d="M{x} 0V{HEIGHT}" stroke="{blue}" stroke-width="2"/>'
        for x in range(low + _STRIPE // 2, high, _STRIPE)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
        f' preserveAspectRatio="none" role="img" aria-label={quoteattr(bar.label)}>'
        f'<rect class="solid" width="{low}" height="{HEIGHT}" fill="{blue}"/>{stripes}'
        f'<rect class="edge" x="1" y="1" width="{WIDTH - 2}" height="{HEIGHT - 2}" fill="none" stroke="{blue}"'
        ' stroke-width="2"/></svg>'
    )
