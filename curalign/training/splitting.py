"""Which units are held out: whole ones, for the lessons of one unit resemble each other."""

from __future__ import annotations

import random
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from curalign.errors import LabelsError
from curalign.training.sources import LabelledSource, text_digest, unit_of
from curalign.wording import ENGLISH, enumerate_words, say
from curalign.wording.text import count

SHARE = 5
"""One unit of so many is held out."""
Unit = tuple[int, str]
"""A source's number and a unit of it."""


@dataclass(frozen=True, slots=True)
class Split:
    """What is trained on and what is held out to measure on: each source where it has units."""

    training: tuple[LabelledSource, ...]
    held_out: tuple[LabelledSource, ...]

    def __str__(self) -> str:
        return self.told(ENGLISH)

    def told(self, language: str) -> str:
        """What is learned from and what is held out, in a language."""
        facts = {"learned": amount(self.training, language), "held": amount(self.held_out, language)}
        return say("train-split", facts, language)


def split(sources: Sequence[LabelledSource], seed: int) -> Split:
    """Hold out a fifth of the units, at least one. Raises LabelsError where fewer than two are labelled."""
    labelled = [unit for unit in _units(sources) if _codes(sources, unit)]
    if len(labelled) < 2:
        names = ", ".join(source.name for source in sources)
        raise LabelsError(
            f"{names}: only {count(len(labelled), 'unit')} with labels, so none can be held out to measure on; "
            "label lessons of a second unit, and name units in the column unit where there is one."
        )
    unlabelled = [unit for unit in _units(sources) if not _codes(sources, unit)]
    chance = random.Random(seed)  # noqa: S311 - shuffles, no secrets
    held = {*_drawn(labelled, chance, least=1), *_drawn(unlabelled, chance, least=0)}
    return Split(_only(sources, set(_units(sources)) - held), _only(sources, held))


def unseen(sources: Sequence[LabelledSource], learned: Collection[str]) -> tuple[LabelledSource, ...]:
    """The units that an encoder has not learned from: fewer than half of their texts are among the digests."""
    fresh = set()
    for at, name in _units(sources):
        digests = [text_digest(text.text) for text in sources[at].texts.texts if unit_of(text) == name]
        if 2 * sum(digest in learned for digest in digests) < len(digests):
            fresh.add((at, name))
    return _only(sources, fresh)


def units(source: LabelledSource) -> list[str]:
    """The units of a source, by name."""
    return sorted({unit_of(text) for text in source.texts.texts})


def amount(sources: Sequence[LabelledSource], language: str = ENGLISH) -> str:
    """`212 passages and 40 texts in 6 units`."""
    pieces: dict[str, int] = {}
    for source in sources:
        pieces[source.training_item] = pieces.get(source.training_item, 0) + len(source.texts)
    parts = enumerate_words(
        (say("train-pieces", {"count": n, "piece": piece}, language) for piece, n in pieces.items()), language
    )
    return say("train-amount", {"pieces": parts, "units": len(_units(sources))}, language)


def _units(sources: Sequence[LabelledSource]) -> list[Unit]:
    return [(at, name) for at, source in enumerate(sources) for name in units(source)]


def _codes(sources: Sequence[LabelledSource], unit: Unit) -> bool:
    at, name = unit
    return any(text.codes for text in sources[at].texts.texts if unit_of(text) == name)


def _drawn(of: list[Unit], chance: random.Random, least: int) -> list[Unit]:
    return chance.sample(of, max(least, round(len(of) / SHARE)))


def _only(sources: Sequence[LabelledSource], kept: set[Unit]) -> tuple[LabelledSource, ...]:
    found = (source.only({name for number, name in kept if number == at}) for at, source in enumerate(sources))
    return tuple(source for source in found if source.texts.texts)
