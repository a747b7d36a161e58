"""Numbers -> small static SVG: no script, no style of its own; the page's style sheet has the colours.

Every picture stands beside the same numbers in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from curalign.domain.materials import Kind
from curalign.domain.verdicts import SURE
from curalign.reporting.view import View
from curalign.reporting.view.cards import Measured
from curalign.wording import say

if TYPE_CHECKING:
    from markupsafe import Markup

BINS = 10
WIDTH, HEIGHT, EDGE = 340, 180, 34
SIDE = 260
_MIN_LABEL = 1


def draw_histogram(view: View, kind: Kind) -> Markup:
    """How many standards there are at each probability of being taught, in tenths; the middle is not sure."""
    counts = [0] * BINS
    for row in view.counted:
        support = row.support(kind)
        if support is not None and support.taught is not None:
            counts[min(int(support.taught * BINS), BINS - 1)] += 1
    most, step = max([*counts, 1]), (WIDTH - EDGE) / BINS
    parts = []
    for at, count in enumerate(counts):
        middle = (at + 0.5) / BINS
        name = "taught" if middle >= SURE else "not_taught" if middle <= 1 - SURE else "cannot_tell"
        height = (HEIGHT - 2 * EDGE) * count / most
        x, y = EDGE / 2 + at * step, HEIGHT - EDGE - height
        parts.append(_element("rect", name, x=x + 1, y=y, width=step - 2, height=height))
        if name == "cannot_tell" and height:
            parts.append(_element("path", "hatch", d=f"M{x + step / 2:.1f} {y:.1f}v{height:.1f}"))
        if count >= _MIN_LABEL:
            parts.append(_text(x + step / 2, y - 5, str(count), "middle"))
    ends = ((EDGE / 2 + (WIDTH - EDGE) * at / 100, f"{at} %") for at in range(0, 101, 20))
    parts.extend(_text(x, HEIGHT - EDGE + 16, share, "middle") for x, share in ends)
    label = say("page-sure-axis", language=view.language)
    parts.append(_text(WIDTH / 2, HEIGHT - 2, label, "middle"))
    return _svg(WIDTH, HEIGHT, parts, label)


def draw_calibration(districts: Iterable[Measured], language: str) -> Markup:
    """The share of standards that was expected to be taught beside the share that was, a point for each district."""
    inside = SIDE - 2 * EDGE
    parts = [
        _element("path", "axis", d=f"M{EDGE} {EDGE}V{SIDE - EDGE}H{SIDE - EDGE}"),
        _element("path", "ideal", d=f"M{EDGE} {SIDE - EDGE}L{SIDE - EDGE} {EDGE}"),
    ]
    for one in districts:
        x, y = EDGE + inside * one.expected / one.standards, SIDE - EDGE - inside * one.true / one.standards
        name = "unit" if one.kind is Kind.UNIT else "pd"
        parts.append(_element("circle", f"point {name}", cx=x, cy=y, r=5))
    for at in (0, 50, 100):
        parts.append(_text(EDGE + inside * at / 100, SIDE - EDGE + 14, f"{at} %", "middle"))
        parts.append(_text(EDGE - 4, SIDE - EDGE - inside * at / 100 + 4, str(at), "end"))
    parts.append(_text(SIDE / 2, SIDE - 4, say("page-calibration-x", language=language), "middle"))
    parts.append(_text(4, EDGE - 14, say("page-calibration-y", language=language), "start"))
    return _svg(SIDE, SIDE, parts, say("page-calibration", language=language))


def _svg(width: float, height: float, parts: Iterable[Markup], label: str) -> Markup:
    from markupsafe import Markup

    start = Markup('<svg class="plot" viewBox="0 0 {} {}" role="img" aria-label="{}">')
    return start.format(width, height, label) + Markup("").join(parts) + Markup("</svg>")


def _element(tag: str, name: str, **attributes: float | str) -> Markup:
    from markupsafe import Markup

    said: Mapping[str, str] = {k: v if isinstance(v, str) else f"{v:.1f}" for k, v in attributes.items()}
    pairs = Markup("").join(Markup(' {}="{}"').format(key, value) for key, value in said.items())
    return Markup('<{} class="{}"{}/>').format(tag, name, pairs)


def _text(x: float, y: float, text: str, anchor: str) -> Markup:
    from markupsafe import Markup

    place = Markup('<text x="{}" y="{}" text-anchor="{}">{}</text>')
    return place.format(f"{x:.1f}", f"{y:.1f}", anchor, text)
