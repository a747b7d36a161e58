"""Fitting a judge to labels of one's own, from what an encoder says of texts that it has not learned from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from curalign.domain.progress import Progress, silent
from curalign.domain.scores import Change
from curalign.embedding import Encoder, load_encoder
from curalign.embedding.fast import FastEncoder
from curalign.embedding.transformer import TransformerEncoder
from curalign.errors import LabelsError
from curalign.judging import Judge, judge_for, load_judge
from curalign.training.fitting import refit_choice, to_json
from curalign.training.records import compare, describe, learned_by, read_record, to_rows, versions
from curalign.training.sources import LabelledSource
from curalign.training.splitting import Split, split, units, unseen
from curalign.wording import Facts, Sentence, say

SHOWN = ("hit@1", "recall@5", "MRR", "ECE", "ECE of the first", "Brier")
METHOD = "as check judges"
OPEN = "standards-open"
"""The judge to start from for an encoder that none of the shipped ones was fitted to: anybody may use its encoder."""
_VERSIONED = ("numpy", "scikit-learn")


@dataclass(frozen=True, slots=True)
class FittedJudge:
    """A judge as JSON, and how it did beside the one that was used before on units that it has not seen."""

    judge: Judge
    text: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class JudgeTraining:
    """A fit that is ready to run, from the judge `start`.

    `notes` say what was left out and what is missing, in English or any other language (`wording.told`).
    """

    split: Split
    encoder: Encoder
    start: Judge
    notes: tuple[str, ...]

    def run(self, progress: Progress = silent) -> FittedJudge:
        """Fit and measure. Raises LabelsError where no label is among the standards of its text's grade."""
        pairs = []
        for at, source in enumerate(self.split.training, 1):
            pairs += source.pairs(self.encoder)
            progress("Comparing", at, len(self.split.training))
        if not any(part.truth.any() for part in pairs):
            raise LabelsError("No text's label is a standard of its grade; look at the column grades, or leave it out.")
        strange = self.start.encoder not in _known(self.encoder)
        judge = refit_choice(pairs, self.start, encoder=self.encoder.fingerprint, strange=strange)
        before, changes = judge_for(self.encoder.fingerprint), []
        for at, source in enumerate(self.split.held_out, 1):
            first, second = (source.probabilities(self.encoder, one) for one in (before, judge))
            changes += compare(source, METHOD, first, second, SHOWN)
            progress("Measuring", at, len(self.split.held_out))
        trained = {
            "from": self.start.fingerprint,
            "taught": say("judge-curves", {"judge": self.start.name}),
            "on": describe(self.split),
            "scores": to_rows(changes),
            "made_with": versions(_VERSIONED),
        }
        return FittedJudge(judge, to_json(judge, trained), tuple(changes))


def judge_to_start_from(encoder: Encoder) -> Judge:
    """The shipped judge that was fitted to an encoder, or else to the base that the encoder was trained from.

    Args:
        encoder: The encoder to be judged with.

    Returns:
        That judge; where there is neither, the one of the shipped encoder that anybody may use.

    Raises:
        ModelError: What the encoder's folder records of its training cannot be read.

    """
    fitted = (judge_for(fingerprint) for fingerprint in _known(encoder))
    return next((judge for judge in fitted if judge.competes), None) or load_judge(OPEN)


def _known(encoder: Encoder) -> list[str]:
    """The fingerprints of an encoder and of the base that it was trained from: their cosines are alike."""
    if not isinstance(encoder, FastEncoder | TransformerEncoder):
        return [encoder.fingerprint]
    record = read_record(encoder.folder) or {}
    return [encoder.fingerprint, str(record.get("base", {}).get("fingerprint", ""))]


def prepare_judge(sources: Sequence[LabelledSource], encoder: str = "default", seed: int = 0) -> JudgeTraining:
    """Leave out what the encoder has learned from, and hold out units of the rest to measure on.

    Args:
        sources: Labelled texts.
        encoder: By name, or its folder: the judge is fitted to what this one says.
        seed: Draws the units that are held out.

    Returns:
        A fit that is ready to run.

    Raises:
        LabelsError: The encoder has learned from all units, or fewer than two labelled ones are left.
        ModelError: The encoder cannot be loaded.

    """
    chosen = load_encoder(encoder)
    learned = learned_by(chosen.folder) if isinstance(chosen, FastEncoder | TransformerEncoder) else ()
    fresh = unseen(sources, learned)
    if not fresh:
        raise LabelsError(
            f"{encoder}: has learned from all of these units, and a judge must be fitted on others; "
            "label units that it has not seen, or name another --encoder."
        )
    notes = []
    if left_out := sum(len(units(source)) for source in sources) - sum(len(units(source)) for source in fresh):
        facts = Facts(encoder=chosen.name, units=left_out)
        notes.append(Sentence(sentence="train-left-out", facts=facts))
    parts = split(fresh, seed)
    if all(text.codes for source in parts.training for text in source.texts.texts):
        notes.append(Sentence(sentence="train-none-of-these"))
    return JudgeTraining(parts, chosen, judge_to_start_from(chosen), tuple(notes))
