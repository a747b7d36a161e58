"""One sitting of review: the run that is looked at, what was recorded, and what to ask whom next."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from curalign.covering import count_taught, find_words, measure_coverage, take_sample, words_on_standards
from curalign.domain.coverage import Coverage
from curalign.domain.findings import Severity
from curalign.domain.identities import identify
from curalign.domain.links import Link, Strength
from curalign.domain.materials import Passage
from curalign.domain.reviews import Answer, Ballot, Draw, Quoted, Review, Reviews, Round, Undo
from curalign.domain.scopes import UNITS
from curalign.domain.scores import Taught
from curalign.domain.standards import Standard
from curalign.domain.verdicts import Verdict
from curalign.metrics import count_by_answers, draw_for_review, strata_of
from curalign.pipeline import Checked
from curalign.settings import Settings
from curalign.storage import ProposalLog, ReviewLog

Subject = tuple[str, str]

DOUBTS = 40
"""The most doubts that are asked about: what comes after them hardly matters."""
LEARNT = 3
"""Passages that everybody answers about first, to agree on what counts."""

_STAKES = {Severity.ERROR: 3.0, Severity.WARNING: 2.0}
_VERDICTS = {Verdict.TAUGHT: Answer.YES, Verdict.NOT_TAUGHT: Answer.NO}
_STRENGTHS = {Strength.FULL: Answer.YES, Strength.PARTIAL: Answer.PARTLY, Strength.NONE: Answer.NO}


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage as a reviewer reads it: what it says, with what stands before and after it in its document."""

    id: str
    passage: Passage
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Item:
    """One question: whether the district teaches a standard, or whether one passage does (`about` is then its id)."""

    standard: Standard
    passages: tuple[Shown, ...]
    about: str = ""

    @property
    def subject(self) -> Subject:
        """What an answer to it is about."""
        return self.standard.id, self.about


class ReviewSession:
    """What a review of a district's last run asks and records.

    Args:
        folder: The district's folder.
        checked: Its last run.
        settings: Who must answer, and what they may see before.

    """

    def __init__(self, folder: Path, checked: Checked, settings: Settings) -> None:
        self.settings = settings.review
        self.district = checked.run.district
        self.alignment = checked.run.alignment
        self.log = ReviewLog(folder)
        self.proposals = ProposalLog(folder)
        self._findings = checked.findings
        self._counted: tuple[int, Taught | None] = (-1, None)

    @cached_property
    def measured(self) -> Coverage:
        """What the machine measured, before anybody answered."""
        return measure_coverage(self.alignment)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The id of each passage."""
        return identify(self.alignment.passages)

    @cached_property
    def _number(self) -> dict[Passage, int]:
        return {passage: at for at, passage in enumerate(self.alignment.passages)}

    def read(self) -> Reviews:
        """What was recorded so far, here and elsewhere."""
        return self.log.read()[0]

    def proposed(self, subject: Subject) -> tuple[Review, ...]:
        """What machines proposed about a subject; shown to whoever has answered, and counted nowhere."""
        return tuple(review for review in self.proposals.read()[0].proposed if review.subject == subject)

    # --- What is asked ------------------------------------------------------------------------------------------------

    def draw(self, reviews: Reviews, more: bool = False) -> Reviews:
        """The reviews with standards drawn to be asked about, if none are or `more` are asked for. Raises RunError."""
        if reviews.drawn and not more:
            return reviews
        standards = [s for s in self.measured.counted if self._taught(s) is not None]
        probabilities = [self._taught(s) or 0.0 for s in standards]
        known = reviews.strata or dict(zip((s.id for s in standards), strata_of(probabilities), strict=True))
        strata = [known.get(standard.id, max(known.values(), default=0) + 1) for standard in standards]
        had = [at for at, standard in enumerate(standards) if standard.id in set(reviews.drawn)]
        drawn = draw_for_review(probabilities, self.settings.standards, secrets.randbits(32), had, strata)
        if drawn:
            names = dict(zip((s.id for s in standards), strata, strict=True))
            self.log.add(Draw(_now(), tuple(standards[at].id for at in drawn), names))
        return self.read()

    def numbers(self, reviews: Reviews) -> tuple[Item, ...]:
        """The standards that were drawn, in the order in which they are asked about."""
        known = self.alignment.framework.by_id
        return tuple(self.item((standard, "")) for standard in reviews.drawn if standard in known)

    @cached_property
    def doubts(self) -> tuple[Item, ...]:
        """The passages that teach the machine most, the most first.

        A passage weighs by how undecided its standard is, how near it lies to a threshold, and what hangs on it.
        """
        stakes: dict[str, float] = {}
        for finding in self._findings:
            if finding.standard is not None and finding.decision is None:
                weight = _STAKES.get(finding.severity, 1.0)
                stakes[finding.standard.id] = max(stakes.get(finding.standard.id, 1.0), weight)
        weighed = []
        for standard in self.measured.counted:
            reach, taught = self.measured.reach(standard, UNITS), self._taught(standard)
            if reach is None or taught is None:
                continue
            links = [link for link in reach.links if link.passage.role.is_evidence][:2]
            for link in links:
                weight = taught * (1 - taught) * (0.2 + self._nearness(link)) * stakes.get(standard.id, 1.0)
                weighed.append((-weight, standard.code, self._number[link.passage], standard))
        weighed.sort(key=lambda each: each[:3])
        return tuple(self.item((standard.id, self.ids[at])) for _, _, at, standard in weighed[:DOUBTS])

    def _nearness(self, link: Link) -> float:
        """1 at a threshold, 0 far from both."""
        thresholds = self.alignment.thresholds.of(link.standard, link.passage.material.kind)
        return 1 - min(abs(link.probability - bar) for bar in (thresholds.partial, thresholds.full))

    @cached_property
    def lessons(self) -> tuple[Item, ...]:
        """Passages to learn on: one that surely shows its standard, one that hardly does, one between."""
        best = []
        for standard in self.measured.counted:
            reach = self.measured.reach(standard, UNITS)
            if reach is not None and reach.links and reach.links[0].passage.role.is_evidence:
                best.append((reach.links[0].probability, standard.code, standard, reach.links[0].passage))
        best.sort(key=lambda each: each[:2])
        if len(best) < LEARNT:
            return ()
        picked = [best[-1], best[len(best) // 4], best[0]]
        return tuple(self.item((standard.id, self.ids[self._number[p]])) for _, _, standard, p in picked)

    def item(self, subject: Subject) -> Item:
        """The question about a subject. Raises KeyError where the run does not have it."""
        standard = self.alignment.framework.by_id[subject[0]]
        if subject[1]:
            return Item(standard, (self._shown(self._at(subject[1])),), subject[1])
        reach = self.measured.reach(standard, UNITS)
        passages = [link.passage for link in reach.links] if reach is not None else []
        if self.settings.blind:  # the machine's order would give its opinion away
            passages.sort(key=lambda passage: passage.order)
        return Item(standard, tuple(self._shown(self._number[passage]) for passage in passages))

    @cached_property
    def _places(self) -> dict[str, int]:
        return {name: at for at, name in enumerate(self.ids)}

    def _at(self, passage: str) -> int:
        return self._places[passage]

    def _shown(self, at: int) -> Shown:
        return Shown(self.ids[at], self.alignment.passages[at], self._beside(at, -1), self._beside(at, 1))

    def _beside(self, at: int, step: int) -> str:
        passages = self.alignment.passages
        if not 0 <= at + step < len(passages):
            return ""
        other = passages[at + step]
        return other.text if other.material.path == passages[at].material.path else ""

    # --- What was answered --------------------------------------------------------------------------------------------

    def record(self, review: Review) -> Review:
        """Record an answer, with the passage that it is about. Raises KeyError, RunError."""
        (recorded,) = self.record_all([review])
        return recorded

    def record_all(self, reviews: Sequence[Review]) -> tuple[Review, ...]:
        """Record several answers at once. Raises KeyError, RunError."""
        quoting = [self.quoting(review) for review in reviews]
        return tuple(event for event in self.log.add(*quoting) if isinstance(event, Review)) if quoting else ()

    def quoting(self, review: Review) -> Review:
        """An answer with the passage that it is about. Raises KeyError where there is none."""
        item = self.item(review.subject)
        if not item.about:
            return review
        passage = item.passages[0].passage
        kind, role = str(passage.material.kind), str(passage.role)
        return replace(review, quoted=Quoted(passage.text, passage.material.path, passage.headings, role, kind))

    def knows(self, passage: str) -> bool:
        """Whether the run has a passage of this id."""
        return passage in self._places

    def undo(self, reviews: Reviews, reviewer: str) -> Review | None:
        """Take back the last answer of a reviewer that holds; None where there is none. Raises RunError."""
        own = [review for review in reviews.standing if review.reviewer == reviewer]
        if not own:
            return None
        last = max(reversed(own), key=lambda review: review.when)
        self.log.add(Undo(last.id, reviewer, _now()))
        return last

    def open_items(self, items: Sequence[Item], reviews: Reviews, reviewer: str, round_: Round) -> tuple[Item, ...]:
        """Those of the items that a reviewer has not answered in a round."""
        done = {r.subject for r in reviews.standing if r.reviewer == reviewer and r.round is round_}
        return tuple(item for item in items if item.subject not in done)

    def may_see(self, reviews: Reviews, reviewer: str, subject: Subject) -> bool:
        """Whether a reviewer may see what others and the machine say of a subject: after answering, if blind."""
        ballot = reviews.ballots.get(subject)
        answered = ballot is not None and any(review.reviewer == reviewer for review in ballot.final)
        return answered or not self.settings.blind

    def disputed(self, reviews: Reviews, reviewer: str) -> Iterator[tuple[Item, Ballot]]:
        """The items without consensus that a reviewer answered and has not yet spoken about again."""
        for subject, ballot in reviews.ballots.items():
            own = {review.reviewer for review in ballot.alone}
            again = {review.reviewer for review in ballot.discussed}
            is_open = ballot.was_disputed and not ballot.is_agreed and reviewer in own - again
            if is_open and (item := self.find(subject)) is not None:
                yield item, ballot

    def find(self, subject: Subject) -> Item | None:
        """The question about a subject; None where the run no longer has it."""
        try:
            return self.item(subject)
        except KeyError:
            return None

    def machine(self, item: Item) -> Answer:
        """What the machine would answer."""
        reach = self.measured.reach(item.standard, UNITS)
        if not item.about:
            verdict = None if reach is None else reach.verdict
            return _VERDICTS.get(verdict, Answer.CANNOT_TELL) if verdict is not None else Answer.CANNOT_TELL
        links = reach.links if reach is not None else ()
        found = (link.strength for link in links if link.passage == item.passages[0].passage)
        return _STRENGTHS.get(next(found, Strength.NONE), Answer.NO)

    def count(self, reviews: Reviews) -> Taught | None:
        """How many standards are taught, by what was answered so far; None without a calibrated judge."""
        if self._counted[0] != len(reviews.events):
            base = count_taught(self.measured, UNITS)
            if base is not None:
                found = find_words(self.alignment, reviews, self.settings.readers)
                words = words_on_standards(self.alignment, found)
                base = count_by_answers(base, take_sample(self.measured, reviews, words, found.standards))
            self._counted = len(reviews.events), base
        return self._counted[1]

    def _taught(self, standard: Standard) -> float | None:
        """How probable it is that a standard is taught; by its best passage where the judge was not calibrated."""
        reach = self.measured.reach(standard, UNITS)
        return None if reach is None else reach.probability if reach.verdict is None else reach.taught


def seconds_left(reviews: Reviews, reviewer: str, left: int) -> int:
    """How long a reviewer will take for `left` answers, at the pace of the last ones."""
    times = sorted(review.when for review in reviews.standing if review.reviewer == reviewer)[-21:]
    gaps = sorted((b - a).total_seconds() for a, b in pairwise(times))
    gaps = [gap for gap in gaps if gap < 600]  # longer is a pause
    return int(left * (gaps[len(gaps) // 2] if len(gaps) >= 3 else 45))


def _now() -> datetime:
    return datetime.now(UTC)
