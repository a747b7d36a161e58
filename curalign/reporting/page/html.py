"""View -> one web page that needs nothing else: no network, no script, no file beside it."""

from __future__ import annotations

import base64
import hashlib
from collections import defaultdict
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING

from curalign.domain.decisions import Resolution
from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.reporting.page import charts
from curalign.reporting.view import ShownFinding, View, listing, words
from curalign.reporting.view.plain import QUOTE
from curalign.reporting.view.priorities import pupils, share
from curalign.wording import ENGLISH, chance, say, threshold
from curalign.wording.text import count, excerpt

if TYPE_CHECKING:
    from markupsafe import Markup

TEMPLATES = "curalign.reporting.page", "templates"


def to_html(view: View) -> str:
    """Write the whole report as one page, to be opened by a double-click.

    Args:
        view: What is shown; citations link to the documents as its addresses say.

    Returns:
        HTML that needs no other file and no network.

    """
    import jinja2
    from markupsafe import Markup

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader(*TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(chance=chance, count=count, excerpt=excerpt, threshold=threshold, QUOTE=QUOTE)
    environment.globals.update(share=share, pupils=pupils)
    style = files(TEMPLATES[0]).joinpath(TEMPLATES[1], "report.css").read_text(encoding="utf-8")
    return environment.get_template("report.html.j2").render(
        view=view,
        headline=_headline(view),
        lang="" if view.language == ENGLISH else Markup(' lang="{}"').format(view.language),
        style=Markup(style),  # noqa: S704  # our own file
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        pictures={name: Markup(svg) for name, svg in _pictures(view).items()},  # noqa: S704  # vega escapes its text
        groups=[(scope, groups) for scope, groups in listing.scopes(view) if len(groups) > 1],
        rules=_by_rule(view),
        found=_by_standard(view),
        unread=len(words.unread(view)),
        words=words,
        listing=listing,
        Kind=Kind,
        Resolution=Resolution,
        Strength=Strength,
        kinds=view.kinds,
        last="estimate" if view.total.counts else "percent in full",
    )


def _headline(view: View) -> Markup:
    """The whole check in one sentence, in which each number leads to the standards that it counts."""
    from markupsafe import Markup, escape

    link = Markup('<a href="#{}">{}</a>')
    (curriculum, *_) = listing.totals(view)
    found = view.total.counts.get(Kind.UNIT)
    number = found.count.of if found is not None and found.count.of else len(view.counted)
    standards = say("standards", {"count": number}, view.language)
    links = {"standards": link.format("standards", standards)}
    for name, listed in (*curriculum.cells, *listing.verdicts_on(view, Kind.UNIT)):
        links[str(name)] = link.format(listed.id, len(listed.rows)) if listed.rows else Markup("0")
    headline = Markup(words.linked_headline(view, links))  # noqa: S704  # the catalogue's own text round escaped links
    return escape(f"{words.shown(view)} ") + headline if view.shown else headline


def _pictures(view: View) -> dict[str, str]:
    """A bar chart for each way of grouping that has something to compare, and the map of all standards."""
    if not view.counted:
        return {}
    bars = {scope: charts.draw_bars(scope, groups) for scope, groups in listing.scopes(view) if len(groups) > 1}
    return bars | {"map": charts.draw_map(view)}


def _by_rule(view: View) -> list[tuple[str, list[ShownFinding]]]:
    return [(code, list(same)) for code, same in groupby(view.undecided, key=lambda finding: finding.code)]


def _by_standard(view: View) -> dict[str, list[ShownFinding]]:
    found: dict[str, list[ShownFinding]] = defaultdict(list)
    for finding in view.findings:
        if finding.standard_id is not None:
            found[finding.standard_id].append(finding)
    return dict(found)
