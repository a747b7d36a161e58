"""View -> Markdown: what a pull request, a wiki or a mail needs, on one screen."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.domain.verdicts import Verdict
from curalign.reporting.tables.speaking import Say, speak
from curalign.reporting.view import Group, ShownFinding, View, words

MOST = 100
"""Findings that are listed: code hosts refuse comments of more than 65,536 characters."""
_MARKED = re.compile(r"([\\`*_\[\]|~])")
_ACTED_UPON = re.compile(r"(?<=[@#])(?=\w)|(?<=\w)(?=://)|(?<=www)(?=\.)", re.IGNORECASE)
"""Where code hosts would see somebody's name, an issue's number or an address."""


def to_markdown(view: View) -> str:
    """Write the view as GitHub-flavoured Markdown.

    Args:
        view: What is shown.

    Returns:
        The headline, the counts with their intervals, and the findings, the worst first, with links to their files.
        Nothing that comes from a document is markup, a link, an image or somebody's name. The same for the same view.

    """
    say = speak(view.language)
    warning = say("table-warning", text=view.made_with.warning) if view.made_with.warning else ""
    parts: list[Iterable[str]] = [
        [f"## {escaped(words.title(view))}"],
        [f"**{escaped(warning)}**"] if warning else [],
        map(escaped, filter(None, [words.shown(view)])),
        [f"**{escaped(words.headline(view))}**"],
        map(escaped, [words.pd_headline(view), *words.school_headlines(view), *view.lacks]),
        ["\n".join(_counts(view, say))],
        [f"### {escaped(say('table-findings'))}"],
        _findings(view, say),
        map(
            escaped,
            [words.unjudged(view), words.bounds(view), *filter(None, [view.made_with.limits]), _made(view, say)],
        ),
    ]
    return "\n\n".join(chain.from_iterable(parts)) + "\n"


def escaped(text: str) -> str:
    """Text that Markdown shows as it is, in a line or in a cell of a table."""
    return _ACTED_UPON.sub("\u200b", _MARKED.sub(r"\\\1", html.escape(text, quote=False)))


def _made(view: View, say: Say) -> str:
    made = view.made_with
    return say("table-made", run=view.run, version=made.curalign, encoder=made.encoder, judge=made.judge)


def table_lines(titles: Sequence[str], rows: Iterable[Sequence[str]], numbers: int = 0) -> Iterator[str]:
    """The lines of a table whose cells are `escaped`; the last `numbers` columns stand to the right."""
    yield f"| {' | '.join(titles)} |"
    yield f"|{'---|' * (len(titles) - numbers)}{'---:|' * numbers}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _counts(view: View, say: Say) -> Iterator[str]:
    """A row for the whole and for each grade, strand and school."""
    titles = ["", say("table-standards")]
    for kind in view.kinds:
        titles += [f"{words.kind(kind, view.language)}: {title}" for title in _titles(view, kind)]
    groups = [view.total]
    groups += [group for some in (view.by_grade, view.by_strand, view.by_school) if len(some) > 1 for group in some]
    rows = (
        [
            escaped(group.name),
            str(len(group.rows)),
            *(cell for kind in view.kinds for cell in _cells(view, group, kind)),
        ]
        for group in groups
    )
    return table_lines(list(map(escaped, titles)), rows, len(titles) - 1)


def _titles(view: View, kind: Kind) -> list[str]:
    if kind in view.total.counts:
        shown = (Verdict.TAUGHT, Verdict.NOT_TAUGHT, Verdict.CANNOT_TELL)
        return [words.share_title(view), *(words.judged(verdict, kind, view.language) for verdict in shown)]
    return [words.share_title(view), *(words.strength(strength, view.language) for strength in Strength)]


def _cells(view: View, group: Group, kind: Kind) -> list[str]:
    """The share of a group with its interval, then the numbers behind it."""
    share = words.share(group, kind, view.language)
    found = group.counts.get(kind)
    if found is not None:
        return [share, str(found.taught), str(found.not_taught), str(found.cannot_tell)]
    tally = group.tally(kind)
    if tally is None or kind in view.total.counts:
        return ["-"] * 4
    return [share, str(tally.full), str(tally.partial), str(tally.none), str(tally.unknown)]


def _findings(view: View, say: Say) -> Iterator[str]:
    """The findings that ask for something, then what was decided about others."""
    asking = view.undecided
    if not asking:
        yield escaped(say("table-nothing-found"))
    else:
        titles = (say("table-severity"), say("table-finding"), say("table-standard"), say("table-message"))
        yield "\n".join(
            table_lines([*map(escaped, (*titles, say("table-place")))], (_row(one, say) for one in asking[:MOST]))
        )
    if len(asking) > MOST:
        yield escaped(say("table-more-findings", count=len(asking) - MOST))
    decided = [finding for finding in view.findings if finding.decision is not None]
    if decided:
        yield escaped(say("table-decided-findings", count=len(decided)))


def _row(finding: ShownFinding, say: Say) -> list[str]:
    return [
        escaped(say(f"table-severity-{finding.severity}")),
        escaped(f"{finding.code} {finding.title}"),
        escaped(finding.standard or ""),
        escaped(finding.message),
        _where(finding),
    ]


def _where(finding: ShownFinding) -> str:
    """The file, as a link where there is a way to it, and the place in it."""
    file = escaped(finding.file or "")
    if file and finding.url:
        file = f"[{file}](<{finding.url}>)"
    return ", ".join(part for part in (file, escaped(finding.place or "")) if part)
