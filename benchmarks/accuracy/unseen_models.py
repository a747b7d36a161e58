"""Encoders and judges that have not seen what they are measured on: neither the texts nor their publisher, or at least
not their units."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.labelled_sets import FOLDS, GRADES, TRAINS, WORK, is_unseen, kept, labelled_sets
from curalign.domain.labels import LabelledSet
from curalign.embedding import DEFAULT, Encoder, VectorCache, load_encoder
from curalign.judging import Judge, judge_for
from models.recipes.judge import SIGNALS, Measured, counted_for, fit, measured, publisher, unseen_by

OTHER_GRADES = WORK / "encoders" / GRADES / "shipped"

Judged = tuple[Encoder, Judge]


@dataclass(frozen=True)
class Twins:
    """One encoder of ours, and what stands in for it and its judge where they have seen a set."""

    encoder: Encoder
    bench: Path
    cache: VectorCache

    @property
    def missing(self) -> list[str]:
        """The folds that `encoder.py` has still to train before what publishers label can be measured."""
        folds = FOLDS if self.encoder.name == DEFAULT else ()
        return [fold for fold in folds if not (WORK / "encoders" / fold / "shipped").is_dir()]

    def shipped(self) -> Judged:
        """What users have, whatever it has seen."""
        return self.encoder, judge_for(self.encoder.fingerprint)

    def stand_in(self, name: str) -> Encoder:
        """What has not seen the publisher of a set: the encoder itself, or its twin."""
        return unseen_by(name, self.encoder)

    def without_publisher(self, name: str) -> Judged:
        """For a set of texts: an encoder and a judge that have seen nothing of its publisher.

        The shipped ones, for a set that serves evaluation only.
        """
        if publisher(name) is None:
            return self.shipped()
        return self.stand_in(name), self._fit(lambda other: publisher(other) != publisher(name))

    def without_set(self, name: str) -> Judged:
        """The encoder has seen nothing of the publisher, the judge nothing of the set.

        For lessons inside their units: one publisher alone labels such lessons, so a judge without it would not know
        what a unit is worth. It learns that from the same publisher's other subject.
        """
        return self.stand_in(name), self._fit(lambda other: other.removesuffix(" in units") != name)

    def without_units(self) -> Judged:
        """For `held_out` units: an encoder and a judge that have seen the publishers' other units.

        The judge is fitted as the shipped one is, on what encoders say of publishers that they have not seen, but for
        the pairs of these units.
        """
        tables = [self._of_units_seen(table) for table in self._tables]
        return load_encoder(str(OTHER_GRADES)), self._judge(tables, [kept(labelled) for labelled in self._sets])

    def _of_units_seen(self, table: Measured) -> Measured:
        own = publisher(table.name)
        return table if own is None else table.subset(lambda text: not is_unseen(own, text))

    def _fit(self, may: Callable[[str], bool]) -> Judge:
        tables = [table for table in self._tables if may(table.name)]
        return self._judge(tables, [labelled for labelled in self._sets if may(labelled.name)])

    def _judge(self, tables: Sequence[Measured], counted: Sequence[LabelledSet]) -> Judge:
        return fit(tables, SIGNALS, counted_for(self.encoder, counted), self.encoder.fingerprint)

    @cached_property
    def _tables(self) -> tuple[Measured, ...]:
        return measured(self.bench, self.encoder, self.cache)

    @cached_property
    def _sets(self) -> tuple[LabelledSet, ...]:
        return tuple(labelled for labelled in labelled_sets(self.bench) if labelled.name in TRAINS)
