"""What an encoder learns from: texts in windows, each beside the standards it is compared with, in mixed batches."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from curalign.domain.labels import LabelledSet, LabelledText
from curalign.domain.standards import Framework
from curalign.embedding.wording import windows

WINDOW = 110
"""Words of one training window; a longer text is cut into several, as a long lesson is into passages."""

Pool = tuple[int, tuple[str, ...]]
"""What a text is compared with: the number of its framework, and grades of it."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text in its windows, and the ids of the standards it teaches. `source` is the number of its set."""

    windows: tuple[str, ...]
    right: tuple[str, ...]
    pool: Pool
    source: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A standard that a text may be about.

    `kin` are itself and those above it: a text that teaches one of them beside it is neither right nor wrong.
    """

    id: str
    statement: str
    kin: frozenset[str]


@dataclass(frozen=True, slots=True)
class Asked:
    """A lesson in a batch: some of its windows, and which of its standards is the right answer this time."""

    lesson: Lesson
    windows: tuple[str, ...]
    standard: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Lessons of one pool beside the standards they are compared with, all their right answers among them."""

    asked: tuple[Asked, ...]
    choices: tuple[Choice, ...]


def lessons_of(sets: Iterable[LabelledSet]) -> list[Lesson]:
    """Every text that teaches a standard of its framework; under its headings as well, where it has some."""
    return [
        lesson
        for source, (labelled, framework) in enumerate(_numbered(sets))
        for text in labelled.texts
        for lesson in _lessons(labelled, text, framework, source)
    ]


def _lessons(labelled: LabelledSet, text: LabelledText, framework: int, source: int) -> Iterator[Lesson]:
    known = labelled.framework.by_code
    right = tuple(sorted({known[code].id for code in text.codes if code in known}))
    if not right:
        return
    grades = text.grades or labelled.framework.by_id[right[0]].grades
    cut = windows(text.text, WINDOW)
    if text.headings:
        cut = [". ".join((*text.headings, cut[0])), *cut]
    yield Lesson(tuple(cut), right, (framework, grades), source)


def choices_of(sets: Iterable[LabelledSet], lessons: Iterable[Lesson]) -> dict[Pool, tuple[Choice, ...]]:
    """For every pool of the lessons its standards, without those that only gather others and are nobody's answer."""
    frameworks = {number: labelled.framework for labelled, number in _numbered(sets)}
    taught: dict[Pool, set[str]] = defaultdict(set)
    for lesson in lessons:
        taught[lesson.pool].update(lesson.right)
    return {pool: tuple(_choices(frameworks[pool[0]], pool[1], taught[pool])) for pool in taught}


def _choices(framework: Framework, grades: tuple[str, ...], taught: set[str]) -> Iterator[Choice]:
    there = {standard.id: standard for standard in framework.for_grades(grades)}
    there |= {at: framework.by_id[at] for at in sorted(taught)}
    for standard in there.values():
        if standard.id in taught or framework.counts(standard):
            above = (other.id for other in framework.ancestors(standard))
            yield Choice(standard.id, standard.statement, frozenset((standard.id, *above)))


def _numbered(sets: Iterable[LabelledSet]) -> list[tuple[LabelledSet, int]]:
    """Every set with the number of its framework, which several may share."""
    numbers: dict[int, int] = {}
    return [(labelled, numbers.setdefault(id(labelled.framework), len(numbers))) for labelled in sets]


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large batches are.

    texts: lessons of one pool that are compared with the same standards. choices: the most of these standards.
    windows: the most windows of one lesson, drawn anew each time. of_source: the most lessons of one set in an epoch,
    drawn anew each time, so that a large set drowns no small one.
    """

    texts: int = 64
    choices: int = 96
    windows: int = 3
    of_source: int = 2500


def batches(
    lessons: Sequence[Lesson], choices: Mapping[Pool, Sequence[Choice]], sizes: Sizes, seed: int
) -> list[Batch]:
    """One epoch. The same seed gives the same batches; another draws other lessons, windows and answers."""
    chance = random.Random(seed)  # noqa: S311 - shuffles, no secrets
    of_source: dict[int, list[Lesson]] = defaultdict(list)
    for lesson in lessons:
        of_source[lesson.source].append(lesson)
    pools: dict[Pool, list[Lesson]] = defaultdict(list)
    for source in sorted(of_source):
        for lesson in chance.sample(of_source[source], min(len(of_source[source]), sizes.of_source)):
            pools[lesson.pool].append(lesson)
    made = []
    for pool in sorted(pools):
        chance.shuffle(pools[pool])
        count = math.ceil(len(pools[pool]) / sizes.texts)
        parts = [pools[pool][start::count] for start in range(count)]
        made += [_batch(part, choices[pool], sizes, chance) for part in parts if len(part) > 1]
    chance.shuffle(made)
    return made


def _batch(lessons: Sequence[Lesson], choices: Sequence[Choice], sizes: Sizes, chance: random.Random) -> Batch:
    asked = tuple(
        Asked(lesson, _drawn(lesson.windows, sizes.windows, chance), chance.choice(lesson.right)) for lesson in lessons
    )
    right = {each.standard for each in asked}
    wrong = [choice for choice in choices if choice.id not in right]
    kept = chance.sample(wrong, min(len(wrong), max(0, sizes.choices - len(right))))
    return Batch(asked, tuple(choice for choice in choices if choice.id in right) + tuple(kept))


def _drawn(of: tuple[str, ...], most: int, chance: random.Random) -> tuple[str, ...]:
    return of if len(of) <= most else tuple(chance.sample(of, most))
