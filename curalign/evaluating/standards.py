"""The verdict on each standard of a district, beside what people know of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from curalign.domain.coverage import Coverage
from curalign.domain.labels import Truth
from curalign.domain.materials import Kind
from curalign.domain.privacy import quote_codes
from curalign.domain.problems import Problem
from curalign.domain.scopes import Scope
from curalign.domain.scores import Calibrated, Score
from curalign.domain.standards import Framework
from curalign.evaluating.labelled import LabelledDistrict
from curalign.evaluating.methods import CURALIGN
from curalign.metrics import Judged, calibrate, measure_verdicts
from curalign.reading.survey import TRUTH
from curalign.wording import Facts, Sentence

PREFIXES = {Kind.UNIT: "", Kind.PD: "PD "}
"""What stands before a metric's name, by the kind of document that is judged."""


@dataclass(frozen=True, slots=True)
class Known:
    """By kind of document and a standard's id, whether it is taught (or supported); what is not there is not known.

    `notes` are what to know before believing a number, sentences that can be told in every language (`wording.told`);
    `problems` are the rows that could not be used.
    """

    truth: Mapping[Kind, Mapping[str, bool]]
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def size(self) -> int:
        """How many standards something is known of."""
        return len(frozenset().union(*self.truth.values()))


def known_by_table(rows: Sequence[Truth], framework: Framework) -> Known:
    """What a table of truths says of the standards of a framework; the first of two rows for a standard counts."""
    taught: dict[str, bool | None] = {}
    pd: dict[str, bool] = {}
    unknown: set[str] = set()
    for row in rows:
        standards, lost = framework.named(row.code)
        unknown.update(lost)
        for standard in standards:
            taught.setdefault(standard.id, row.taught)
            if row.pd is not None:
                pd.setdefault(standard.id, row.pd)
    whole = {standard: is_taught for standard, is_taught in taught.items() if is_taught is not None}
    partly = len(taught) - len(whole)
    note = Sentence(sentence="evaluate-partly", facts=Facts(standards=partly))
    lacking = Problem("F303", TRUTH, trouble="codes-lacking", facts=Facts(quote_codes(unknown), left="it"))
    problems = (lacking,) if unknown else ()
    return Known(MappingProxyType({Kind.UNIT: whole, Kind.PD: pd}), (note,) if partly else (), problems)


def known_by_lessons(district: LabelledDistrict, coverage: Coverage) -> Known:
    """What labels of lessons say of standards: what a lesson is labelled with is taught.

    A label on a standard with components counts for each of them, and a label in any grade counts. What no label names
    is not taught only where every unit document has labels, and a labelled lesson was compared with the standard.
    """
    framework = coverage.framework
    named = frozenset[str]().union(*district.taught)
    taught = {s.id: True for s in coverage.counted if named & {s.code, *(a.code for a in framework.ancestors(s))}}
    bare = {m.path for m in coverage.alignment.materials if m.kind is Kind.UNIT} - {x.path for x in district.lessons}
    if bare:
        note = Sentence(sentence="evaluate-cannot-tell", facts=Facts(documents=len(bare)))
        return Known({Kind.UNIT: taught}, (note,))
    untaught = {s.id: False for s in coverage.counted if s.id in district.compared and s.id not in taught}
    return Known({Kind.UNIT: taught | untaught})


def standard_scores(source: str, coverage: Coverage, known: Known) -> Iterator[Score]:
    """How right each verdict is, for the curriculum and for PD, as far as the truth is known."""
    for kind, judged in _judged(coverage, known):
        for metric, estimate in measure_verdicts(judged).items():
            yield Score(source, CURALIGN, "standards", f"{PREFIXES[kind]}{metric}", estimate, "standards")


def calibrations(coverage: Coverage, known: Known) -> Iterator[Calibrated]:
    """The probabilities of being taught beside the truth, a kind of document each, where both kinds are known."""
    spreads = {kind: calibration.spread for kind, calibration in coverage.alignment.calibrations}
    for kind, judged in _judged(coverage, known):
        found = calibrate(str(kind), judged, spreads[kind])
        if found is not None:
            yield found


def uncalibrated(coverage: Coverage) -> Iterator[str]:
    """What must be said where nobody knows what the judge's levels mean for a standard."""
    if not coverage.alignment.calibrations:
        yield Sentence(sentence="evaluate-no-verdicts")


def _judged(coverage: Coverage, known: Known) -> Iterator[tuple[Kind, Sequence[Judged]]]:
    """By kind that is calibrated, the counted standards whose truth is known."""
    for kind, _ in coverage.alignment.calibrations:
        truth = known.truth.get(kind, {})
        found = list(_of_kind(coverage, kind, truth))
        if found:
            yield kind, found


def _of_kind(coverage: Coverage, kind: Kind, truth: Mapping[str, bool]) -> Iterable[Judged]:
    for standard in coverage.counted:
        reach = coverage.reach(standard, Scope(kind))
        if standard.id in truth and reach is not None and reach.verdict is not None:
            yield Judged(truth[standard.id], reach.taught, reach.verdict)
