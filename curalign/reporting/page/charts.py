"""View -> static SVG: no script, no style of its own, every mark a link into the page.

Colours are names, not the last word: the page's style sheet swaps each for one that suits a light or a dark screen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any

from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.reporting.view import Group, StandardRow, View, words
from curalign.reporting.view.colours import COLOURS, FONT, INK
from curalign.reporting.view.listing import list_id
from curalign.reporting.view.plain import clip

ON_DARK, ON_LIGHT, ON_ORANGE, PAPER = "#fffffe", "#202021", "#202022", "#fefefe"
LEFT = {"align": "right", "dx": -6, "fontSize": 12, "color": INK}
HEADING = {"align": "left", "fontSize": 13, "fontWeight": "bold", "color": INK}
_RESOLVED = re.compile(r'xlink:href="[^"#]*#')
"""Vega makes a full address of every fragment; in the page it is a fragment again."""
BARS_WIDTH, BAR_HEIGHT, CELL_WIDTH, CELL_HEIGHT, COLUMNS, NAME = 720, 26, 84, 21, 3, 30


def draw_bars(scope: str, groups: Sequence[Group]) -> str:
    """Stacked bars, a row for each group, curriculum beside PD; each part says how many standards it holds."""
    import altair as alt

    kinds = [kind for kind in Kind if any(group.tally(kind) is not None for group in groups)]
    charts = []
    for kind in kinds:
        base = _chart(alt, _bar_parts(scope, groups, kind)).encode(y=alt.Y("row:O", axis=None), description="says:N")
        bars = base.mark_rect(stroke=PAPER).encode(
            x=alt.X("start:Q", axis=None, scale=alt.Scale(domain=[0, 1])),
            x2="end:Q",
            color=_colour(alt),
            href="href:N",
        )
        numbers = base.mark_text(fontSize=12).encode(x="middle:Q", text="count:N", color=_on_colour(alt))
        layers = bars + numbers
        if kind is kinds[0]:
            names = [
                {"row": at, "name": f"{clip(group.name, NAME)} ({len(group.rows)})"} for at, group in enumerate(groups)
            ]
            layers += _chart(alt, names).mark_text(**LEFT).encode(x=alt.value(0), y="row:O", text="name:N")
        charts.append(
            layers.properties(
                title=alt.Title(words.kind(kind), frame="group"),
                width=BARS_WIDTH // len(kinds),
                height=alt.Step(BAR_HEIGHT),
            )
        )
    return _svg(alt.hconcat(*charts, spacing=24), margin=max(len(group.name) for group in groups))


def draw_map(view: View) -> str:
    """Every counted standard a row, curriculum and PD side by side, strand by strand, in balanced columns."""
    import altair as alt

    kinds = view.kinds
    columns = [_column(alt, groups, kinds) for groups in _columns(view.by_strand)]
    return _svg(alt.hconcat(*columns, spacing=40), margin=max(len(row.code) for row in view.counted))


def _column(alt: Any, groups: Sequence[Group], kinds: Sequence[Kind]) -> Any:
    """Strands one below the other, as rows of one chart: a heading, its standards, an empty row."""
    headings: list[dict[str, object]] = []
    names: list[dict[str, object]] = []
    cells: list[dict[str, object]] = []
    at = 0
    for group in groups:
        headings.append({"row": at, "name": clip(group.name, 27)})
        for row in group.rows:
            at += 1
            names.append({"row": at, "name": clip(row.code, 18), "href": f"#{row.anchor}"})
            cells += _cells(at, row, kinds)
        at += 2
    top = alt.Axis(orient="top", title=None, labelAngle=0, domain=False, ticks=False)
    base = _chart(alt, cells).encode(
        x=alt.X("kind:O", sort=None, axis=top),
        y=alt.Y("row:O", axis=None, scale=alt.Scale(domain=list(range(at - 1)))),
        description="says:N",
    )
    boxes = base.mark_rect(stroke=PAPER).encode(color=_colour(alt), href="href:N")
    symbols = base.mark_text(fontSize=12).encode(text="label:N", color=_on_colour(alt))
    codes = _chart(alt, names).mark_text(**LEFT).encode(x=alt.value(0), y="row:O", text="name:N", href="href:N")
    titles = _chart(alt, headings).mark_text(**HEADING).encode(x=alt.value(0), y="row:O", text="name:N")
    return (boxes + symbols + codes + titles).properties(width=alt.Step(CELL_WIDTH), height=alt.Step(CELL_HEIGHT))


def _chart(alt: Any, values: Iterable[Mapping[str, object]]) -> Any:
    return alt.Chart(alt.Data(values=list(values)))


def _bar_parts(scope: str, groups: Sequence[Group], kind: Kind) -> Iterable[dict[str, object]]:
    for at, group in enumerate(groups):
        counts = [len(group.where(kind, strength)) for strength in Strength]
        ends = list(accumulate(counts))
        for strength, count, end in zip(Strength, counts, ends, strict=True):
            if count:
                yield {
                    "row": at,
                    "strength": str(strength),
                    "start": (end - count) / ends[-1],
                    "middle": (end - count / 2) / ends[-1],
                    "end": end / ends[-1],
                    "count": str(count),
                    "href": f"#{list_id(scope, at, kind, strength)}",
                    "says": f"{group.name}, {words.kind(kind)}, {words.strength(strength)}: {count}",
                }


def _cells(at: int, row: StandardRow, kinds: Sequence[Kind]) -> Iterable[dict[str, object]]:
    for kind in kinds:
        support = row.support(kind)
        if support is not None:
            passages = f" {support.supporting}" if support.supporting else ""
            yield {
                "row": at,
                "kind": words.kind(kind),
                "strength": str(support.strength),
                "label": f"{words.SYMBOLS[support.strength]}{passages}",
                "href": f"#{row.anchor}",
                "says": f"{row.code}, {words.kind(kind)}: {words.strength(support.strength)}",
            }


def _colour(alt: Any) -> Any:
    return alt.Color(
        "strength:N",
        legend=None,
        scale=alt.Scale(domain=[str(s) for s in COLOURS], range=list(COLOURS.values())),
    )


def _on_colour(alt: Any) -> Any:
    full, none = "datum.strength == 'full'", "datum.strength == 'none'"
    return alt.when(full).then(alt.value(ON_DARK)).when(none).then(alt.value(ON_ORANGE)).otherwise(alt.value(ON_LIGHT))


def _columns(groups: Sequence[Group]) -> list[list[Group]]:
    """Groups in their order, cut into columns of about the same height; a heading and a gap are two rows more."""
    heights = [len(group.rows) + 2 for group in groups]
    wanted = sum(heights) / COLUMNS
    columns: list[list[Group]] = [[]]
    filled = 0
    for group, height in zip(groups, heights, strict=True):
        if columns[-1] and len(columns) < COLUMNS and filled + height / 2 > wanted * len(columns):
            columns.append([])
        columns[-1].append(group)
        filled += height
    return columns


def _svg(chart: Any, margin: int) -> str:
    """The chart as an SVG element without a script, a style or an address outside the page.

    The reader's font can be wider than the one that the chart was measured in: names of `margin` letters get room.
    """
    import vl_convert

    config = {
        "font": FONT,
        "view": {"stroke": None},
        "background": "transparent",
        "padding": {"left": 5 + min(margin, NAME) * 2, "right": 5, "top": 5, "bottom": 5},
        "title": {"color": INK, "anchor": "start", "fontSize": 13},
        "axis": {"labelColor": INK, "labelFontSize": 12},
        "concat": {"spacing": 14},
    }
    spec = chart.configure(**config).to_dict()
    svg = vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])
    return _RESOLVED.sub('href="#', svg).replace(' xmlns:xlink="http://www.w3.org/1999/xlink"', "")
