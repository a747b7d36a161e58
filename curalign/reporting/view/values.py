"""The view-model: everything that a reader is shown, as frozen values. Reports render it and ask nobody else.

Every value here is `Printable`: whatever a document or a file's name smuggles in is gone once the value is built.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from curalign.domain import verdicts
from curalign.domain.coverage import Tally
from curalign.domain.decisions import Decision, Resolution
from curalign.domain.filters import NO_FILTER, Filter
from curalign.domain.findings import Severity
from curalign.domain.guarantees import Guarantee, Promise
from curalign.domain.links import Evidence, MadeWith, Strength, Thresholds
from curalign.domain.materials import Kind, Role
from curalign.domain.places import Suggestion
from curalign.domain.reviews import Word
from curalign.domain.scopes import Scope
from curalign.domain.scores import Taught
from curalign.domain.standards import Source
from curalign.reporting.view.comparison import ComparisonView
from curalign.reporting.view.plain import Printable
from curalign.reporting.view.priorities import PriorityList
from curalign.reporting.view.stories import StoryList
from curalign.wording import ENGLISH


@dataclass(frozen=True, slots=True)
class Rival(Printable):
    """The other standard that a passage is most probably about, by its id and as it is shown, and why."""

    id: str
    code: str
    statement: str
    probability: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Citation(Printable):
    """One link as a reader follows it: the sentence, where it stands, and why it counts.

    `url` is relative to the report's own folder, None where no link can lead there; `evidence` sums to the log-odds of
    `probability`. `title` is the document's; `headings`, outermost first, and `spot` are what `place` is made of;
    `noted` is the place as it is noted, whatever the language. `passage` is the passage's id, by which a review names
    it. `before` and `after` are what stands around the quote, empty where nothing does; `rival` is None where the
    passage could be about no other standard.
    """

    file: str
    url: str | None
    place: str
    role: Role
    probability: float
    strength: Strength
    quote: str
    evidence: tuple[Evidence, ...]
    before: str = ""
    after: str = ""
    rival: Rival | None = None
    title: str = ""
    headings: tuple[str, ...] = ()
    spot: str = ""
    noted: str = ""
    passage: str = ""


@dataclass(frozen=True, slots=True)
class Support(Printable):
    """How far one kind of document reaches one standard; `links` are the best five of `supporting`.

    `decision` is what a person said of the gap, where there is one; the strength stays as it was measured.
    `without_documents` says that it is unknown because no unit is for it. `verdict` and `taught`, the probability
    that it rests on, are None where the judge was not calibrated; `alternatives` are the codes of the standards that
    the links could be meant for instead. `reviewed` is the word of people who looked, which overrules it.
    `rejected` are the nearest passages that do not count, beside the links. Both are made when a report first shows
    them; `rests_on` is the probability of the link that comes first among those shown, None where there is none.
    """

    strength: Strength
    probability: float | None = None
    links: Sequence[Citation] = ()
    supporting: int = 0
    decision: Decision | None = None
    without_documents: bool = False
    verdict: verdicts.Verdict | None = None
    taught: float | None = None
    alternatives: tuple[str, ...] = ()
    reviewed: Word | None = None
    rejected: Sequence[Citation] = ()
    rests_on: float | None = None

    @property
    def shown(self) -> tuple[Citation, ...]:
        """The links, those that make the strength what it is first: the most probable may be a mere mention."""
        return tuple(sorted(self.links, key=lambda link: link.strength is not self.strength))


@dataclass(frozen=True, slots=True)
class StandardRow(Printable):
    """One standard. `anchor` names it inside a page.

    `supports` are by scope: the district's for each kind of document that there is, followed by that of each school
    that teaches a grade of this standard. `counted` ones are in the denominator; the others are parents, rolled up from
    their children, and practices. `stages` are how many passages of units count as an objective, a task and an
    assessment of it.
    """

    anchor: str
    id: str
    code: str
    statement: str
    framework: str
    grades: tuple[str, ...]
    strand: str
    counted: bool
    is_practice: bool
    supports: Mapping[Scope, Support]
    subject: str = ""
    stages: Mapping[Role, int] = field(default_factory=dict)

    def support(self, kind: Kind, school: str = "") -> Support | None:
        """The support of one kind, in the district or in one school; None where there is nothing of the kind."""
        return self.supports.get(Scope(kind, school))

    @property
    def in_schools(self) -> tuple[tuple[Scope, Support], ...]:
        """The support by the documents of each school."""
        return tuple((scope, support) for scope, support in self.supports.items() if scope.school)


@dataclass(frozen=True, slots=True)
class Group(Printable):
    """Counted standards under one heading: a grade, a subject, a strand, or those that one `school` is to teach.

    `counts` say how many of them are taught, for each kind of document that the judge was calibrated for.
    """

    name: str
    rows: tuple[StandardRow, ...]
    school: str = ""
    counts: Mapping[Kind, Taught] = field(default_factory=dict)

    def tally(self, kind: Kind) -> Tally | None:
        """How they are reached; None where there is no PD to speak of."""
        supports = [row.support(kind, self.school) for row in self.rows]
        found = [support.strength for support in supports if support is not None]
        return Tally.of(found) if found or kind is Kind.UNIT else None

    def where(self, kind: Kind, strength: Strength) -> tuple[StandardRow, ...]:
        """The standards that a number of the tally counts."""
        return tuple(
            row for row in self.rows if (s := row.support(kind, self.school)) is not None and s.strength is strength
        )

    def judged(self, kind: Kind, verdict: verdicts.Verdict) -> tuple[StandardRow, ...]:
        """The standards with this verdict."""
        return tuple(
            row for row in self.rows if (s := row.support(kind, self.school)) is not None and s.verdict is verdict
        )

    def decided(self, kind: Kind, strength: Strength, verdict: Resolution) -> int:
        """How many of the standards that a number of the tally counts have this verdict on them."""
        supports = (row.support(kind, self.school) for row in self.where(kind, strength))
        return sum(s is not None and s.decision is not None and s.decision.verdict is verdict for s in supports)


@dataclass(frozen=True, slots=True)
class ShownFinding(Printable):
    """One finding; `title` and `advice` are those of its code, and a title is never empty.

    `standard` is a code and `anchor` its place in the page; `decision` is a person's word on the finding;
    `probability` that it is right, where that was measured; `gap` is the kind of document that does not reach the
    standard, where it is about such a gap; `known` is whether a baseline had it; `suggestion` is where the gap could be
    closed, and `suggested` the same in words. `noted` is the place as it is noted, whatever the language.
    """

    code: str
    severity: Severity
    title: str
    advice: str
    message: str
    standard: str | None = None
    standard_id: str | None = None
    anchor: str | None = None
    file: str | None = None
    url: str | None = None
    place: str | None = None
    decision: Decision | None = None
    probability: float | None = None
    gap: Kind | None = None
    known: bool = False
    suggestion: Suggestion | None = None
    suggested: tuple[str, ...] = ()
    noted: str | None = None


@dataclass(frozen=True, slots=True)
class ShownBaseline(Printable):
    """The earlier check beside which findings are new or known; `told` says what of it is not as it is now."""

    file: str
    run: str
    counted: str
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document(Printable):
    """One document and the standards that it reaches, best first; `passages` is 0 when nothing could be read.

    `places` are where each of them is reached best, by the standard's id.
    """

    file: str
    url: str | None
    kind: Kind
    title: str
    school: str
    grades: tuple[str, ...]
    passages: int
    reached: tuple[tuple[StandardRow, Strength], ...]
    places: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unjudged(Printable):
    """What could not be read or judged, and its sentence and its place in the language of the view.

    `noted` is the place as it is noted, whatever the language.
    """

    code: str
    file: str
    message: str
    place: str = ""
    noted: str = ""


@dataclass(frozen=True, slots=True)
class View(Printable):
    """A check, or what was asked to be shown of it, ready to be read.

    `rows` are all standards in the framework's order; `total`, `by_grade`, `by_subject`, `by_strand` and `by_school`
    group the counted ones. A standard of several grades stands in each of them. `unjudged` is what could not be read;
    `guarantee` is what the district's reviewed units promise, None where it is switched off. `language` is that of the
    sentences in it, and of those that reports add. `shown` is what was asked for; `lacks` says of which standards no
    unit was given, a sentence for each subject or grade. `scopes` are what was measured, in the order of every table.
    `promise` is what standards that people reviewed promise.
    `supposed` is what would change, where the view is of a folder as it would be; `baseline` is what findings are known
    from.
    `priorities` are None where there are no results, `stories` where the folder has none.
    """

    run: str
    district: str
    made_with: MadeWith
    thresholds: Thresholds
    frameworks: tuple[Source, ...]
    rows: tuple[StandardRow, ...]
    total: Group
    by_grade: tuple[Group, ...]
    by_strand: tuple[Group, ...]
    by_school: tuple[Group, ...]
    documents: tuple[Document, ...]
    findings: tuple[ShownFinding, ...]
    unjudged: tuple[Unjudged, ...]
    scopes: tuple[Scope, ...]
    guarantee: Guarantee | None = None
    language: str = ENGLISH
    shown: Filter = NO_FILTER
    lacks: tuple[str, ...] = ()
    promise: Promise | None = None
    by_subject: tuple[Group, ...] = ()
    supposed: ComparisonView | None = None
    baseline: ShownBaseline | None = None
    priorities: PriorityList | None = None
    stories: StoryList | None = None

    def has(self, kind: Kind) -> bool:
        """Whether documents of a kind were measured."""
        return Scope(kind) in self.scopes

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of document that there are numbers for."""
        return tuple(kind for kind in Kind if self.total.tally(kind) is not None)

    @property
    def counted(self) -> tuple[StandardRow, ...]:
        """The denominator."""
        return tuple(row for row in self.rows if row.counted)

    @property
    def parents(self) -> tuple[StandardRow, ...]:
        """Strands, clusters and standards with components: each the roll-up of its children."""
        return tuple(row for row in self.rows if not row.counted and not row.is_practice)

    @property
    def practices(self) -> tuple[StandardRow, ...]:
        """Practices and anchor standards, reported apart."""
        return tuple(row for row in self.rows if row.is_practice)

    @property
    def undecided(self) -> tuple[ShownFinding, ...]:
        """The findings that ask for something: nobody has deferred them or called them wrong."""
        return tuple(finding for finding in self.findings if finding.decision is None)

    def decided(self, verdict: Resolution) -> tuple[ShownFinding, ...]:
        """The findings on which a person has given this verdict."""
        return tuple(f for f in self.findings if f.decision is not None and f.decision.verdict is verdict)

    def likely_wrong(self, kind: Kind) -> float:
        """How many of the standards called full rest on a passage that is wrong, by its own probability.

        The sum of 1 - p over them: an expectation, as good as the calibration of the judge.
        """
        full = (row.support(kind) for row in self.total.where(kind, Strength.FULL))
        return sum(1 - support.rests_on for support in full if support is not None and support.rests_on is not None)
