"""Who could work together: schools that share a gap, and the unit that could open their meeting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.domain.scopes import Scope
from curalign.domain.verdicts import Verdict
from curalign.reporting.view.plain import Printable
from curalign.reporting.view.values import Citation, Document, StandardRow, Support, View
from curalign.wording import Facts, say

NO_TRAINING, NO_LESSON = "P201", "U101"
"""The findings that schools can share: no training on what they teach, and no unit in any of them."""
UNITS_NAMED = 4


@dataclass(frozen=True, slots=True)
class SharedGap(Printable):
    """One standard that schools could work on together, and what it lacks in words.

    `case` is `training`, `uneven` (some schools teach it), `both` or `nobody`. `lead` is the passage of a unit that
    teaches it best; None where none does. `missed` is how many pupils missed it, None without results.
    """

    row: StandardRow
    case: str
    said: str
    taught: tuple[str, ...]
    without: tuple[str, ...]
    lead: Citation | None
    missed: float | None


@dataclass(frozen=True, slots=True)
class Team(Printable):
    """The teachers of one grade and area in several schools, who share these gaps.

    `units` are the documents of theirs that teach at least a part of it; `lead` is the one that teaches the most of the
    gaps best, None where no unit teaches any, and `leads` how many of them. `sentences` say it.
    """

    grades: tuple[str, ...]
    name: str
    strand: str
    subject: str
    schools: tuple[str, ...]
    gaps: tuple[SharedGap, ...]
    units: tuple[Document, ...]
    lead: Document | None
    leads: int
    missed: float | None
    sentences: tuple[str, ...]


def find_teams(view: View) -> tuple[Team, ...]:
    """Find the schools that share gaps, grade by grade and area by area.

    A gap is shared where several schools are to teach the standard and it is taught without training, taught in some
    of them only, or taught in none. What a person has put off or called wrong is no gap.

    Args:
        view: What is shown of a check.

    Returns:
        One team for each grade and area that has such gaps: first those whose pupils missed the most, then those with
        the most gaps. Nothing where documents belong to fewer than two schools.

    """
    found: dict[tuple[tuple[str, ...], str, str], list[SharedGap]] = {}
    undecided = {code: {f.standard_id for f in view.undecided if f.code == code} for code in (NO_TRAINING, NO_LESSON)}
    missed = _missed(view)
    for row in view.counted:
        gap = _shared(row, undecided, missed.get(row.id), view.language)
        if gap is not None:
            found.setdefault((row.grades, row.subject, row.strand), []).append(gap)
    teams = [_team(view, *key, gaps) for key, gaps in found.items()]
    return tuple(sorted(teams, key=lambda team: (-(team.missed or 0), -len(team.gaps))))


def _missed(view: View) -> dict[str, float]:
    """How many pupils missed each standard: need times reach."""
    rows = view.priorities.rows if view.priorities is not None else ()
    return {row.standard_id: row.need.value * row.reach.value for row in rows}


def _shared(
    row: StandardRow, undecided: Mapping[str, set[str | None]], missed: float | None, language: str
) -> SharedGap | None:
    schools = [(scope.school, support) for scope, support in row.in_schools if scope.kind is Kind.UNIT]
    if len(schools) < 2:
        return None
    taught = tuple(school for school, support in schools if _verdict(support) is Verdict.TAUGHT)
    without = tuple(school for school, support in schools if _verdict(support) is Verdict.NOT_TAUGHT)
    case = _case(row.id in undecided[NO_TRAINING], row.id in undecided[NO_LESSON], bool(taught), bool(without))
    if not case:
        return None
    support = row.support(Kind.UNIT)
    lead = support.shown[0] if support is not None and taught and support.links else None
    said = say("team-gap", Facts(case=case, taught=taught, without=without), language)
    return SharedGap(row, case, said, taught, without, lead, missed)


def _case(no_training: bool, no_lesson: bool, taught: bool, without: bool) -> str:
    if taught and without:
        return "both" if no_training else "uneven"
    if no_training:
        return "training"
    return "nobody" if no_lesson and not taught else ""


def _verdict(support: Support) -> Verdict:
    """What is said of a standard in a school; by its strength where nobody calibrated."""
    if support.verdict is not None:
        return support.verdict
    taught = support.strength in (Strength.FULL, Strength.PARTIAL)
    none = Verdict.NOT_TAUGHT if support.strength is Strength.NONE else Verdict.NO_DOCUMENTS
    return Verdict.TAUGHT if taught else none


def _team(view: View, grades: tuple[str, ...], subject: str, strand: str, gaps: Sequence[SharedGap]) -> Team:
    ids = {gap.row.id for gap in gaps}
    schools = _in_order(school.school for school in view.by_school if any(_teaches(gap, school.school) for gap in gaps))
    units = tuple(
        document
        for document in view.documents
        if document.kind is Kind.UNIT
        and document.school in ("", *schools)
        and any(row.id in ids for row, _ in document.reached)
    )
    lead, leads = _lead(gaps, view.documents)
    known = [gap.missed for gap in gaps if gap.missed is not None]
    missed = sum(known) if known else None
    ordered = tuple(sorted(gaps, key=lambda gap: -(gap.missed or 0)))
    name = say("team-grades", Facts(grades=grades), view.language)
    sentences = tuple(_sentences(view.language, ordered, schools, lead, leads, missed, units))
    return Team(grades, name, strand, subject, schools, ordered, units, lead, leads, missed, sentences)


def _teaches(gap: SharedGap, school: str) -> bool:
    """Whether a school is to teach the standard, whatever is said of it there."""
    return Scope(Kind.UNIT, school) in gap.row.supports


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, names)))


def _lead(gaps: Sequence[SharedGap], documents: Sequence[Document]) -> tuple[Document | None, int]:
    """The document that teaches the most of these gaps best, the more surely among equals, and how many of them."""
    cited = [gap.lead for gap in gaps if gap.lead is not None]
    counts = Counter(citation.file for citation in cited)
    if not counts:
        return None, 0
    sure = {file: sum(citation.probability for citation in cited if citation.file == file) for file in counts}
    best = min(counts, key=lambda file: (-counts[file], -sure[file], file))
    return next((document for document in documents if document.file == best), None), counts[best]


def _sentences(
    language: str,
    gaps: Sequence[SharedGap],
    schools: tuple[str, ...],
    lead: Document | None,
    leads: int,
    missed: float | None,
    units: tuple[Document, ...],
) -> Iterator[str]:
    yield say("team-about", Facts(count=len(gaps), schools=schools), language)
    if lead is None:
        yield say("team-no-lead", language=language)
    else:
        yield say("team-lead", Facts(unit=lead.title, count=leads, of=len(gaps)), language)
    if missed is not None:
        yield say("team-pupils", Facts(pupils=round(missed)), language)
    if units:
        titles = tuple(unit.title for unit in units)
        facts = Facts(units=titles[:UNITS_NAMED], more=max(len(titles) - UNITS_NAMED, 0))
        yield say("team-units", facts, language)


def teams_as_json(teams: Sequence[Team]) -> list[dict[str, object]]:
    """Teams for machines.

    Args:
        teams: Those of a view.

    Returns:
        One dict for each, in the order of `find_teams`.

    """
    return [
        {
            "grades": list(team.grades),
            "subject": team.subject,
            "strand": team.strand,
            "schools": list(team.schools),
            "standards": [
                {
                    "code": gap.row.code,
                    "lacks": gap.case,
                    "taught_in": list(gap.taught),
                    "not_found_in": list(gap.without),
                    "taught_best_in": None if gap.lead is None else gap.lead.file,
                    "missed": None if gap.missed is None else round(gap.missed, 1),
                }
                for gap in team.gaps
            ],
            "units": [unit.file for unit in team.units],
            "could_lead": None if team.lead is None else team.lead.file,
            "missed": None if team.missed is None else round(team.missed, 1),
        }
        for team in teams
    ]
