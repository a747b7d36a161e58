"""Encoders and judges that have not seen what they are measured on: neither the texts nor their publisher, or at least
not their units."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.labelled_sets import FOLDS, GRADES, WORK, kept
from curalign.embedding import DEFAULT, Encoder, VectorCache, load_encoder
from curalign.judging import Judge, judge_for
from models.recipes.choice import Table, counted_for, fitted, measured, publisher_of, unseen_by

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

    def stand_in(self, name: str) -> Encoder | None:
        """What has not seen the publisher of a set: the encoder itself, or its twin; None where there is neither."""
        return None if self.missing and publisher_of(name) else unseen_by(self.encoder, publisher_of(name))

    def without_publisher(self, name: str) -> Judged:
        """An encoder and a judge that have seen nothing of the publisher of a set for which something stands in.

        The shipped ones, for a set that serves evaluation only.
        """
        publisher, encoder = publisher_of(name), self.stand_in(name)
        if not publisher or encoder is None:
            return self.shipped()
        tables = [table for table in self._tables if table.publisher != publisher]
        counted = counted_for(self.encoder, self.bench)
        return encoder, fitted(tables, self.encoder, [s for s in counted if publisher_of(s.name) != publisher])

    def without_units(self) -> Judged:
        """For `held_out` units: an encoder and a judge that have seen the publishers' other units.

        The judge is fitted as the shipped one is, on what encoders say of publishers that they have not seen, but for
        the pairs of these units.
        """
        tables = list(measured(self.bench, self.encoder, self.cache, kept))
        counted = [kept(labelled) for labelled in counted_for(self.encoder, self.bench)]
        return load_encoder(str(OTHER_GRADES)), fitted(tables, self.encoder, counted)

    @cached_property
    def _tables(self) -> tuple[Table, ...]:
        return tuple(measured(self.bench, self.encoder, self.cache))
