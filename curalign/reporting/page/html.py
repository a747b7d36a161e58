"""View -> one web page that needs nothing else: no network, no file beside it, and no script to be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

from curalign.domain.decisions import Resolution
from curalign.domain.grades import GRADES
from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.domain.verdicts import Verdict
from curalign.reporting.page import charts, phrases
from curalign.reporting.view import Group, ShownFinding, StandardRow, View, levels, listing, words
from curalign.reporting.view.cards import card_of
from curalign.reporting.view.citing import STAGES
from curalign.reporting.view.plain import QUOTE
from curalign.reporting.view.priorities import pupils, share
from curalign.reporting.view.teams import find_teams
from curalign.reporting.view.templates import inline, open_templates
from curalign.wording import chance, say, threshold
from curalign.wording.text import excerpt

if TYPE_CHECKING:
    import jinja2
    from markupsafe import Markup

PACKAGE = "curalign.reporting.page"
"""Where the templates of pages lie, and their styles and scripts."""
STAKES = ("U101", "F301", "U105", "U106", "U103", "U102", "P201", "P203", "F302", "F303", "P202", "U104", "F304")
"""Findings of one severity by what is at stake: pupils who are not taught before what nobody could read, and both
before the training of their teachers and the housekeeping of documents."""
SECTIONS = (
    *("supposed", "summary", "first", "priorities", "untaught", "unsure", "pd", "teams", "stories", "gaps", "map"),
    *("decided", "unread", "standards", "documents", "made"),
)
"""The parts of the page, in the order in which people ask; each is a template."""
TITLED = ("supposed", "priorities", "teams", "stories")
"""Those that bring a heading of their own."""
NEAR = ("U101", "U106")
"""The findings whose file is that of the nearest passage, where one is near."""
_MAX_SCHOOLS = 6
"""With more schools than this the table of all standards has no column for each."""


def to_html(view: View) -> str:
    """Write the whole report as one page, to be opened by a double-click.

    Args:
        view: What is shown; citations link to the documents as its addresses say.

    Returns:
        HTML that needs no other file and no network. Its script searches, filters and sorts; without it everything
        can be read as well.

    """
    return environment(view).get_template("report.html.j2").render(**context(view))


def environment(view: View) -> jinja2.Environment:
    """The templates, with what they may ask for in the language of the view."""
    made = open_templates(PACKAGE)
    language = view.language
    made.globals.update(
        say=phrases.speaker(language),
        chance=partial(chance, language=language),
        threshold=threshold,
        excerpt=excerpt,
        QUOTE=QUOTE,
        kind_name=cache(partial(words.kind, language=language)),
        mark=cache(partial(levels.mark, language=language)),
        level=levels.level,
        levels=partial(levels.levels, view),
        judgement=partial(phrases.judgement, language=language),
        basis=partial(phrases.basis, language=language),
        grades=cache(partial(phrases.grades, language=language)),
        grade_rank=_grade_rank,
        signal=partial(words.explain_signal, language=language),
        weigh=partial(phrases.weigh, language=language),
        beside=phrases.reasons,
        explain_decision=partial(words.explain_decision, language=language),
        verdict_on=partial(words.verdict_on, language=language),
        signed=partial(words.signed, language=language),
        known=partial(words.known, language=language),
        share=share,
        pupils=pupils,
        listing=listing,
        Kind=Kind,
        Resolution=Resolution,
    )
    return made


def context(view: View) -> dict[str, Any]:
    """What the templates show. `at` gives the address of a standard or a document for its anchor."""
    (style, style_hash), (script, script_hash) = inline(PACKAGE, "report.css"), inline(PACKAGE, "report.js")
    anchors = {document.file: f"d-{number}" for number, document in enumerate(view.documents, 1)}
    teams = find_teams(view)
    shown = {
        "view": view,
        "teams": teams,
        "priorities": view.priorities,
        "lang": "",
        "at": "#{}".format,
        "up": "",
        "parts": (),
        "title": words.title(view),
        "sections": _sections(view, bool(teams)),
        "style": style,
        "style_hash": style_hash,
        "script": script,
        "script_hash": script_hash,
        "kinds": view.kinds,
        "rows": {row.id: row for row in view.rows},
        "rules": _by_rule(view),
        "found": _by(view.findings, lambda finding: finding.standard_id),
        "found_in": _by(view.undecided, lambda finding: finding.file),
        "codes": _codes(view),
        "stages": STAGES,
        "needs": {row.standard_id: row.need for row in view.priorities.rows} if view.priorities else {},
        "NEAR": NEAR,
        "order": {str(one): 2 + at for at, one in enumerate((*Verdict, *Strength))},
        "schools": _schools(view),
        "grade_names": [grade for grade in GRADES if any(grade in row.grades for row in view.counted)],
        "document_anchors": anchors,
    }
    return shown | _numbers(view) | _gaps(view) | _pictures(view)


def _sections(view: View, has_teams: bool) -> list[str]:
    """The parts that have something to say."""
    shown = {
        "supposed": view.supposed is not None,
        "priorities": view.priorities is not None,
        "untaught": bool(view.counted),
        "unsure": bool(view.counted),
        "teams": has_teams,
        "stories": view.stories is not None,
        "gaps": bool(view.counted),
        "map": bool(view.counted),
        "decided": len(view.undecided) < len(view.findings),
    }
    return [name for name in SECTIONS if shown.get(name, True)]


def _numbers(view: View) -> dict[str, Any]:
    """What the headlines say, and the lists behind their numbers."""
    return {
        "headline": _headline(view),
        "pd_headline": words.pd_headline(view),
        "school_headlines": words.school_headlines(view),
        "decided_sentences": [sentence for kind in view.kinds if (sentence := words.decided(view, kind))],
        "unjudged": words.unjudged(view),
        "shown": words.shown(view),
        "bounds": words.bounds(view),
        "promises": words.promises(view),
        "doubts": _doubts(view),
        "counts": {kind: taught.count for kind, taught in view.total.counts.items()},
        "whole": {kind: listing.whole(view, kind) for kind in view.kinds},
        "strengths": listing.totals(view),
        "compared": listing.compared(view),
        "last": say("page-estimate" if view.total.counts else "page-percent", language=view.language),
        "glossary": phrases.GLOSSARY,
    }


def _doubts(view: View) -> list[str]:
    """For each kind of document, how far to trust what is called full."""
    doubts = ((words.kind(kind, view.language), words.doubt(view, kind)) for kind in view.kinds)
    return [say("kind-in-full", {"kind": kind, "sentence": doubt}, view.language) for kind, doubt in doubts if doubt]


def _headline(view: View) -> Markup:
    """The whole check in one sentence, in which each number leads to the standards that it counts."""
    from markupsafe import Markup, escape

    if not view.counted:
        return escape(f"{words.shown(view)} {words.headline(view)}".strip())
    link = Markup('<a href="#{}">{}</a>')
    (curriculum, *_) = listing.totals(view)
    found = view.total.counts.get(Kind.UNIT)
    number = found.count.of if found is not None and found.count.of else len(view.counted)
    standards = say("standards", {"count": number}, view.language)
    links = {"standards": link.format("standards", standards)}
    for mark, listed in curriculum.cells:
        links[mark.name] = link.format(listed.id, len(listed.rows)) if listed.rows else Markup("0")
    for verdict, listed in listing.verdicts_on(view, Kind.UNIT):
        links[str(verdict)] = link.format(listed.id, len(listed.rows)) if listed.rows else Markup("0")
    headline = Markup(words.linked_headline(view, links))  # noqa: S704  # the catalogue's own text round escaped links
    return escape(f"{words.shown(view)} ") + headline if view.shown else headline


def _gaps(view: View) -> dict[str, Any]:
    """The standards of the sections that ask what is not taught, what cannot be told, and what PD leaves alone."""
    no, yes = (
        (Verdict.NOT_TAUGHT, Verdict.TAUGHT) if levels.is_judged(view, Kind.UNIT) else (Strength.NONE, Strength.FULL)
    )
    unsure = Verdict.CANNOT_TELL if levels.is_judged(view, Kind.UNIT) else Strength.UNKNOWN
    no_pd = Verdict.NOT_TAUGHT if levels.is_judged(view, Kind.PD) else Strength.NONE
    left = set(_ids(levels.standards_at(view.total, Kind.PD, no_pd)))
    groups = (
        (g.name, [row for row in levels.standards_at(g, Kind.UNIT, yes) if row.id in left]) for g in view.by_strand
    )
    unsupported = [(name, rows) for name, rows in groups if rows] if view.has(Kind.PD) else []
    return {
        "untaught": _surest_first(levels.standards_at(view.total, Kind.UNIT, no)),
        "unsure": levels.standards_at(view.total, Kind.UNIT, unsure),
        "without_documents": view.total.judged(Kind.UNIT, Verdict.NO_DOCUMENTS),
        "unsupported": unsupported,
        "unsupported_count": sum(len(rows) for _, rows in unsupported),
    }


def _surest_first(rows: Iterable[StandardRow]) -> list[StandardRow]:
    """The least likely to be taught first."""

    def likely(row: StandardRow) -> float:
        support = row.support(Kind.UNIT)
        return 0.0 if support is None or support.taught is None else support.taught

    return sorted(rows, key=likely)


def _ids(rows: Iterable[StandardRow]) -> Iterable[str]:
    return (row.id for row in rows)


def _pictures(view: View) -> dict[str, Any]:
    """How sure the verdicts are, and how right the judge was where the truth is known."""
    card = card_of(view.made_with.judge)
    judged = [kind for kind in view.kinds if levels.is_judged(view, kind)]
    return {
        "histograms": [(kind, charts.draw_histogram(view, kind)) for kind in judged],
        "card": card,
        "calibration": card and charts.draw_calibration(card.districts, view.language),
    }


def _by_rule(view: View) -> list[tuple[str, list[ShownFinding]]]:
    """What is open, by stakes: the worst rules first, and of each what is surest first."""
    rank = {code: at for at, code in enumerate(STAKES)}

    def stakes(finding: ShownFinding) -> tuple[int, int, str, float]:
        sure = 0.0 if finding.probability is None else finding.probability
        return -finding.severity, rank.get(finding.code, len(rank)), finding.code, -sure

    ordered = sorted(view.undecided, key=stakes)
    return [(code, list(same)) for code, same in groupby(ordered, key=lambda finding: finding.code)]


def _by(
    findings: Iterable[ShownFinding], key: Callable[[ShownFinding], str | None]
) -> Mapping[str, Sequence[ShownFinding]]:
    found: dict[str, list[ShownFinding]] = defaultdict(list)
    for finding in findings:
        name = key(finding)
        if name is not None:
            found[name].append(finding)
    return dict(found)


def _codes(view: View) -> dict[str, str]:
    """For each standard's id the codes of what is open about it, as the table's filter wants them."""
    of_standard = _by(view.undecided, lambda finding: finding.standard_id)
    return {known: " ".join(dict.fromkeys(f.code for f in found)) for known, found in of_standard.items()}


def _schools(view: View) -> list[str]:
    groups: Sequence[Group] = view.by_school
    return [group.school for group in groups] if len(groups) <= _MAX_SCHOOLS else []


def _grade_rank(names: Sequence[str]) -> int:
    """Where the first of some grades stands among all; what states none comes last."""
    return next((GRADES.index(name) for name in names if name in GRADES), len(GRADES))
