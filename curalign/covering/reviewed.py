"""What people answered overrules the judge, for a passage and a standard or for a standard as a whole.

A rejected passage is evidence no more, an accepted one is as sure as anything; answers about a standard stand in place
of what was measured; and answers to standards that were drawn at random move the calibration for all the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

import numpy as np

from curalign.covering.measure import measure_coverage
from curalign.covering.overruling import roll_up_words
from curalign.domain.coverage import Coverage, Reach
from curalign.domain.identities import find_again, identify
from curalign.domain.links import Alignment, Links, Strength, Thresholds
from curalign.domain.materials import Kind, Material, Passage, Place, Role
from curalign.domain.reviews import Answer, Quoted, Reviews, Sample, Word
from curalign.domain.scopes import UNITS
from curalign.domain.verdicts import Verdict
from curalign.metrics import refit

SURE_WORD = 0.999
"""The probability of a passage that a person accepted, and one minus that of one that a person rejected."""
SIGNAL = "review"
"""What a person's word is called among the reasons for a judgement."""

_STRENGTHS = {Answer.YES: Strength.FULL, Answer.PARTLY: Strength.PARTIAL, Answer.NO: Strength.NONE}
_NEW = 1_000_000
"""The stratum of standards that came after the draw."""


@dataclass(frozen=True, slots=True)
class Found:
    """What people decided of this run: of pairs, by the passage's number and the standard's id, and of standards.

    `lost` counts the pairs whose passage is no longer among the district's.
    """

    pairs: Mapping[tuple[int, str], Word]
    standards: Mapping[str, Word]
    lost: int = 0


def find_words(alignment: Alignment, reviews: Reviews, readers: int = 1) -> Found:
    """Find the passages and standards of a run that people decided about.

    Args:
        alignment: The district as it is now.
        reviews: What was answered, perhaps about an earlier state of it.
        readers: How many people must have answered for their word to hold.

    Returns:
        The words that hold, on what is still there.

    """
    words = {subject: word for subject, ballot in reviews.ballots.items() if (word := ballot.word(readers))}
    known = alignment.framework.by_id
    standards = {standard: word for (standard, passage), word in words.items() if not passage and standard in known}
    asked = {subject: word for subject, word in words.items() if subject[1] and subject[0] in known}
    if not asked:
        return Found({}, standards)
    quoted = {passage: word.last.quoted for (_, passage), word in asked.items()}
    at = find_passages(alignment.passages, quoted)
    pairs = {(at[passage], standard): word for (standard, passage), word in asked.items() if passage in at}
    return Found(pairs, standards, len(asked) - len(pairs))


def find_passages(passages: Sequence[Passage], wanted: Mapping[str, Quoted | None]) -> dict[str, int]:
    """Find passages that people saw in an earlier run: by their words, else as those of an edited one.

    Args:
        passages: Those of the run.
        wanted: By the passage's id, what it was like.

    Returns:
        For each id that is still there, the number of its passage.

    """
    number = {name: at for at, name in enumerate(identify(passages))}
    found = {name: number[name] for name in wanted if name in number}
    lost = [(name, quoted) for name, quoted in wanted.items() if name not in number and quoted is not None]
    if lost:
        taken = set(found.values())
        free = [at for at in range(len(passages)) if at not in taken]
        again = find_again([_as_passage(quoted) for _, quoted in lost], [passages[at] for at in free])
        found |= {name: free[at] for (name, _), at in zip(lost, again, strict=True) if at is not None}
    return found


def measure_reviewed(measured: Coverage, reviews: Reviews, readers: int = 1) -> Coverage:
    """The coverage as it is by the word of those who looked, and by what their answers say of the rest.

    Args:
        measured: As it was measured.
        reviews: What people answered.
        readers: How many people must have answered for their word to hold.

    Returns:
        The same coverage where nobody decided anything. Else one in which pairs and standards are what people said,
        with their word beside them, the calibration is that of this district, and `sample` holds the answers.

    """
    found = find_words(measured.alignment, reviews, readers)
    if not found.pairs and not found.standards:
        return measured
    alignment = with_pairs(measured.alignment, found.pairs)
    words = words_on_standards(alignment, found)
    sample = take_sample(measured, reviews, words, found.standards)
    alignment = _recalibrated(alignment, sample)
    coverage = measured if alignment is measured.alignment else measure_coverage(alignment)
    reaches = [_overruled(reach, words.get(reach.standard.id)) for reach in coverage.reaches]
    coverage = replace(coverage, reaches=tuple(roll_up_words(coverage, reaches)))
    return replace(coverage, sample=sample, shown=measured.shown, chosen=measured.chosen)


def take_sample(
    measured: Coverage, reviews: Reviews, words: Mapping[str, Word], answered: Iterable[str] | None = None
) -> Sample:
    """What was drawn and answered, beside what was measured.

    Args:
        measured: As it was before anybody answered.
        reviews: With the draws.
        words: What people decided of standards, by id.
        answered: The standards that were asked about as such; all that have a word, without it.

    Returns:
        The answers to counted standards.

    """
    asked = set(words if answered is None else answered).intersection(reviews.drawn)
    strata, model, answers = {}, {}, {}
    for standard in measured.counted:
        reach, word = measured.reach(standard, UNITS), words.get(standard.id)
        if reach is None or (reach.taught is None and word is None):
            continue
        model[standard.id] = 0.5 if reach.taught is None else reach.taught
        strata[standard.id] = reviews.strata.get(standard.id, _NEW)
        if word is not None:
            answers[standard.id] = word.taught
            if standard.id not in asked or reach.taught is None:
                strata[standard.id] = -1
    calibration = dict(measured.alignment.calibrations).get(Kind.UNIT)
    return Sample(answers, strata, model, 0.0 if calibration is None else calibration.spread)


def with_pairs(alignment: Alignment, words: Mapping[tuple[int, str], Word]) -> Alignment:
    """The alignment in which links are as probable as people say, and passages have the roles that people gave them.

    Args:
        alignment: As it was judged.
        words: By the passage's number and the standard's id. A pair that was not judged is passed over.

    Returns:
        The same alignment where there are none.

    """
    if not words:
        return alignment
    roles = {at: Role(word.last.stage) for (at, _), word in words.items() if word.last.stage in set(Role)}
    passages = tuple(
        replace(passage, role=roles[at]) if at in roles else passage for at, passage in enumerate(alignment.passages)
    )
    links = replace(_with_words(alignment.links, words), passages=passages)
    renamed = {alignment.passages[at]: passages[at] for at in roles}
    claims = tuple(replace(c, passage=renamed.get(c.passage, c.passage)) for c in alignment.claims)
    off_grade = alignment.off_grade
    if len(off_grade):
        off_grade = replace(off_grade, passages=passages)
    return replace(alignment, passages=passages, links=links, off_grade=off_grade, claims=claims)


def _with_words(links: Links, words: Mapping[tuple[int, str], Word]) -> Links:
    """A reason more for every link: what a person said, by as much as that changed the log-odds."""
    number = {standard.id: at for at, standard in enumerate(links.standards)}
    probability, added = links.probability.copy(), np.zeros(len(links), np.float32)
    value = np.zeros(len(links), np.float32)
    touched = np.flatnonzero(np.isin(links.passage, sorted({at for at, _ in words})))
    rows = {(int(links.passage[row]), int(links.standard[row])): int(row) for row in touched}
    for (passage, standard), word in words.items():
        row = rows.get((passage, number.get(standard, -1)))
        if row is not None:
            kind = links.passages[passage].material.kind
            said = _probability(word, links.thresholds.of(links.standards[number[standard]], kind))
            added[row] = _log_odds(said) - _log_odds(float(probability[row]))
            probability[row], value[row] = said, float(word.taught)
    return replace(
        links,
        probability=probability,
        signals=(*links.signals, SIGNAL),
        values=np.column_stack([links.values, value]).astype(np.float32),
        log_odds=np.column_stack([links.log_odds, added]).astype(np.float32),
    )


def _probability(word: Word, thresholds: Thresholds) -> float:
    """One that gives a link the strength that a person says."""
    strength = word.last.strength or _STRENGTHS[word.answer]
    if strength == Strength.PARTIAL:
        return (thresholds.partial + thresholds.full) / 2
    return SURE_WORD if strength == Strength.FULL else 1 - SURE_WORD


def _log_odds(probability: float) -> float:
    p = min(max(probability, 1e-6), 1 - 1e-6)
    return log(p / (1 - p))


def words_on_standards(alignment: Alignment, found: Found) -> dict[str, Word]:
    """What people said of standards, and of each standard that an accepted passage of a unit teaches.

    Args:
        alignment: The district as it is now.
        found: What people decided of it.

    Returns:
        The words by the standard's id; what was said of a standard as such goes before what was said of its passages.

    """
    words: dict[str, Word] = {}
    for (at, standard), word in found.pairs.items():
        passage = alignment.passages[at]
        if word.taught and passage.material.kind is Kind.UNIT and passage.role.is_evidence:
            before = words.get(standard)
            words[standard] = word if before is None or before.answer is not Answer.YES else before
    return words | dict(found.standards)


def _recalibrated(alignment: Alignment, sample: Sample) -> Alignment:
    calibrations = dict(alignment.calibrations)
    if Kind.UNIT not in calibrations:
        return alignment
    drawn = sample.drawn
    own = refit(calibrations[Kind.UNIT], [sample.model[s] for s in drawn], list(drawn.values()))
    if own == calibrations[Kind.UNIT]:
        return alignment
    return replace(alignment, calibrations=tuple((calibrations | {Kind.UNIT: own}).items()))


def _overruled(reach: Reach, word: Word | None) -> Reach:
    if word is None or reach.scope != UNITS:
        return reach
    strength, judged = _STRENGTHS[word.answer], reach.verdict is not None
    return replace(
        reach,
        strength=strength,
        taught=float(word.taught) if judged else None,
        verdict=(Verdict.TAUGHT if word.taught else Verdict.NOT_TAUGHT) if judged else None,
        without_documents=False,
        reviewed=word,
    )


def _as_passage(quoted: Quoted) -> Passage:
    kind = Kind.PD if quoted.kind == Kind.PD else Kind.UNIT
    role = Role(quoted.role) if quoted.role in set(Role) else Role.NOTE
    return Passage(Material(quoted.file, kind, ""), Place(quoted.headings), quoted.text, role)
