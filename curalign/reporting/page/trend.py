"""Two runs compared and all runs in a row -> one page, with counts and their intervals over time as pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from curalign.domain.comparisons import Outcome
from curalign.domain.materials import Kind
from curalign.reporting.page.html import PACKAGE
from curalign.reporting.view import words
from curalign.reporting.view.colours import FONT, INK
from curalign.reporting.view.comparison import COUNTED, LISTED, ComparisonView, band_in_words
from curalign.reporting.view.plain import QUOTE, clip
from curalign.reporting.view.templates import inline, open_templates
from curalign.wording import ENGLISH, say
from curalign.wording.text import excerpt

LINE, BAR = "#1a5f9e", "#8fc3ea"
WIDTH, HEIGHT, SMALL, SMALL_HEIGHT, ACROSS = 680, 220, 190, 110, 3
_DRAWN = re.compile(r' aria-(?:roledescription="[^"]*"|label="(?:[XY]-axis |Title text |at: )[^"]*")')
"""What the drawing library says of its axes, titles and lines, which is English; each point has words of ours."""
MOST_LABELS = 12
"""Runs whose day still fits below a picture; of more, some have none."""


def comparison_to_html(view: ComparisonView) -> str:
    """Write a comparison and the row of all runs as one page, to be opened by a double-click.

    Args:
        view: What is shown.

    Returns:
        HTML that needs no other file, no script and no network.

    """
    from markupsafe import Markup

    environment = open_templates(PACKAGE)
    environment.globals.update(excerpt=excerpt, band_in_words=band_in_words, QUOTE=QUOTE)
    style, style_hash = inline(PACKAGE, "report.css", "trend.css")
    return environment.get_template("trend.html.j2").render(
        view=view,
        texts=_texts(view),
        columns={kind: say("trend-column", {"kind": str(kind)}, view.language) for kind in Kind},
        names={kind: words.kind(kind, view.language) for kind in Kind},
        lang=view.language or ENGLISH,
        style=style,
        style_hash=style_hash,
        pictures=[(kind, Markup(svg)) for kind, svg in _pictures(view)],  # noqa: S704  # vega escapes its text
        kinds=[kind for kind in Kind if any(line.count(kind) for line in view.trend)],
        counted=COUNTED,
        listed=LISTED,
        Kind=Kind,
        Outcome=Outcome,
    )


def _texts(view: ComparisonView) -> dict[str, str]:
    """What the page says round what it shows, by the names that the template has for it."""
    language = view.language
    return {
        "title": say("compare-page-title", {"district": view.district}, language),
        "causes": say("compare-cause-title", language=language),
        "strands": say("compare-strands", language=language),
        "strand": say("compare-column-strand", language=language),
        "change": say("compare-column-change", language=language),
        "trend": say("trend-title", language=language),
        "note": say("trend-note", language=language),
        "run": say("trend-run", language=language),
        "name": say("trend-name", language=language),
        "open": say("trend-open", language=language),
    }


def _pictures(view: ComparisonView) -> Iterator[tuple[Kind, str]]:
    """For each kind of document the number of standards over the runs; nothing for a single run."""
    if len(view.trend) > 1:
        for kind in Kind:
            if any(line.count(kind) for line in view.trend):
                yield kind, draw_trend(view, kind)


def draw_trend(view: ComparisonView, kind: Kind) -> str:
    """The number of standards that are taught (PD: supported) in each run, with its interval, as SVG.

    The whole district above, strand by strand below. Runs that were not judged alike are not joined by a line.
    """
    import altair as alt
    import vl_convert

    rows = list(_rows(view, kind))
    strands = [strand for strand in dict.fromkeys(row["strand"] for row in rows) if strand]
    title = say("trend-axis", language=view.language)
    parts = [_panel(alt, [row for row in rows if not row["strand"]], title, WIDTH, HEIGHT)]
    small = [
        _panel(alt, [row for row in rows if row["strand"] == strand], "", SMALL, SMALL_HEIGHT).properties(
            title=clip(strand, 30)
        )
        for strand in strands
    ]
    if len(small) > 1:
        lines = (alt.hconcat(*small[at : at + ACROSS], spacing=24) for at in range(0, len(small), ACROSS))
        parts.append(alt.vconcat(*lines, spacing=16))
    chart = alt.vconcat(*parts, spacing=24).configure(
        font=FONT,
        background="transparent",
        view={"stroke": None},
        axis={"labelColor": INK, "titleColor": INK, "gridColor": BAR, "gridOpacity": 0.3, "domainColor": INK},
        title={"color": INK, "anchor": "start", "fontSize": 13},
    )
    svg = str(vl_convert.vegalite_to_svg(chart.to_dict(), allowed_base_urls=[]))
    svg = svg.replace(' xmlns:xlink="http://www.w3.org/1999/xlink"', "")
    return svg if view.language == ENGLISH else _DRAWN.sub("", svg)


def _panel(alt: Any, rows: list[dict[str, Any]], title: str, width: int, height: int) -> Any:
    base = alt.Chart(alt.Data(values=rows))
    most = max([row["of"] for row in rows], default=1)
    every = max(1, -(-len(rows) // (MOST_LABELS if title else 4)))
    days = "|".join(row["made"] for row in rows)
    shown = f"datum.value % {every} == 0 ? split('{days}', '|')[datum.value] : ''"
    x = alt.X("at:O", axis=alt.Axis(title=None, labelAngle=-40, ticks=False, labelExpr=shown))
    whole = alt.Axis(tickCount=5, format="d")
    y = alt.Y("expected:Q", title=title or None, scale=alt.Scale(domain=[0, most]), axis=whole)
    return (
        base.mark_rule(color=BAR, strokeWidth=5).encode(x=x, y=alt.Y("low:Q"), y2="high:Q", description="says:N")
        + base.mark_line(color=LINE).encode(x=x, y=y, detail="series:N")
        + base.mark_point(color=LINE, filled=True, size=50).encode(x=x, y=y, description="says:N")
    ).properties(width=width, height=height)


def _rows(view: ComparisonView, kind: Kind) -> Iterator[dict[str, Any]]:
    series = 0
    for at, line in enumerate(view.trend):
        series += bool(line.apart)
        for count in line.counts:
            if count.kind is kind:
                name = line.name or line.made
                yield {
                    "at": at,
                    "series": str(series),
                    "strand": count.strand,
                    "made": line.made[:10],
                    "expected": round(count.expected, 1),
                    "low": count.low,
                    "high": count.high,
                    "of": count.of,
                    "says": f"{name}: {count.expected:.0f} ({count.low:.0f}-{count.high:.0f}) / {count.of}",
                }
