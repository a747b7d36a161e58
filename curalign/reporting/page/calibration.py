"""Probabilities beside the truth -> a static picture, for whoever wants to see how far to trust "taught"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from curalign.domain.materials import Kind
from curalign.domain.scores import Calibrated
from curalign.reporting.view import words
from curalign.reporting.view.colours import FONT, INK

POINT, BAR, LINE = "#1a5f9e", "#8fc3ea", "#b9b9b9"
SIDE = 280


def draw_calibration(calibrated: Sequence[Calibrated]) -> str:
    """Draw, for each kind of document, how often standards are taught beside how probable that was, in bins, as SVG.

    On the line the probabilities are right; the bars are the bins' 95 % intervals, the numbers how many standards
    a bin holds.
    """
    import altair as alt
    import vl_convert

    chart = alt.hconcat(*(_panel(alt, one) for one in calibrated), spacing=40).configure(
        font=FONT, background="white", axis={"labelColor": INK, "titleColor": INK}, title={"color": INK}
    )
    return str(vl_convert.vegalite_to_svg(chart.to_dict(), allowed_base_urls=[]))


def _panel(alt: Any, one: Calibrated) -> Any:
    share = alt.Scale(domain=[0, 1])
    line = alt.Chart(alt.Data(values=[{"at": 0}, {"at": 1}])).mark_line(color=LINE, strokeDash=[4, 4])
    bins = alt.Chart(alt.Data(values=list(_rows(one))))
    x = alt.X("predicted:Q", scale=share, title="said to be taught: mean probability", axis=alt.Axis(format="%"))
    y = alt.Y("taught:Q", scale=share, title="truly taught: share", axis=alt.Axis(format="%"))
    return (
        line.encode(x=alt.X("at:Q", scale=share), y=alt.Y("at:Q", scale=share))
        + bins.mark_rule(color=BAR, strokeWidth=3).encode(x=x, y=alt.Y("low:Q", scale=share), y2="high:Q")
        + bins.mark_point(color=POINT, filled=True, size=70).encode(x=x, y=y)
        + bins.mark_text(color=INK, dx=8, align="left").encode(x=x, y=y, text="standards:N")
    ).properties(title=words.kind(Kind(one.kind)), width=SIDE, height=SIDE)


def _rows(one: Calibrated) -> Iterator[dict[str, object]]:
    for part in one.bins:
        yield {
            "predicted": part.predicted,
            "taught": part.taught.value,
            "low": part.taught.low,
            "high": part.taught.high,
            "standards": str(part.taught.n),
        }
