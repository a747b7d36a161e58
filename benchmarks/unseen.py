"""Encoders and judges that have not seen what they are measured on: neither the texts nor their publisher, or at least
not their units."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
from bench import FOLDS, TRAINS, WORK, kept, labelled_sets
from judge import SIGNALS, THRESHOLDS, measured, publisher, unseen_by

from curalign.domain.labels import LabelledSet
from curalign.embedding import DEFAULT, Encoder, VectorCache, load_encoder
from curalign.judging import Judge, judge_for
from curalign.judging.training import Labelled, fit_judge

SPLIT = WORK / "encoders" / "split" / "shipped"

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
        return load_encoder(str(SPLIT)), self._fit(lambda _: True, self._kept)

    def _fit(self, may: Callable[[str], bool], rows: Mapping[str, np.ndarray] | None = None) -> Judge:
        parts = [
            part if rows is None else _some(part, rows[name.removesuffix(" in units")])
            for tables in self._tables
            for name, part in tables.items()
            if publisher(name) is not None and may(name)
        ]
        return fit_judge(parts, SIGNALS, encoder=self.encoder.fingerprint, thresholds=THRESHOLDS)

    @cached_property
    def _tables(self) -> tuple[dict[str, Labelled], dict[str, Labelled]]:
        return measured(self.bench, self.encoder, self.cache)

    @cached_property
    def _kept(self) -> dict[str, np.ndarray]:
        """Of each set that may train, which of its texts stand in units that are not held out."""
        sets = (labelled for labelled in labelled_sets(self.bench) if labelled.name in TRAINS)
        return {labelled.name: _are_kept(labelled) for labelled in sets}


def _are_kept(labelled: LabelledSet) -> np.ndarray:
    units = {text.unit for text in kept(labelled).texts}
    return np.array([text.unit in units for text in labelled.texts])


def _some(part: Labelled, texts: np.ndarray) -> Labelled:
    """The pairs of some of the texts."""
    found = part.candidates
    rows = texts[found.passage]
    signals = {name: column[rows] for name, column in found.signals.items()}
    some = replace(found, passage=found.passage[rows], standard=found.standard[rows], signals=signals)
    return Labelled(part.source, some, part.truth[rows])
