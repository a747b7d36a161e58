"""Training an encoder on labels of one's own, so that it can be interrupted, told apart and trusted."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from curalign.domain.progress import Progress, silent
from curalign.domain.scores import Change
from curalign.embedding import Encoder, load_encoder
from curalign.embedding.fast import CARD, FastEncoder
from curalign.embedding.transformer import TransformerEncoder, is_model
from curalign.errors import LabelsError, ModelError
from curalign.judging import judge_for
from curalign.training.export import PACKAGE, can_export, export, published_model
from curalign.training.fine_tuning import Plan, last_checkpoint, train
from curalign.training.records import (
    compare,
    describe,
    digests,
    learned_by,
    read_record,
    to_changes,
    to_rows,
    versions,
    write_record,
)
from curalign.training.sources import LabelledSource
from curalign.training.splitting import Split, split, unseen

SHOWN = ("hit@1", "recall@5", "MRR")
SIMILARITY, AS_CHECK_RANKS = "similarity alone", "as check ranks"
WORKING = "unfinished"
"""The folder inside the new encoder's in which it is trained; it goes when all is done."""
_MODULES = (PACKAGE, "onnx", "safetensors", "sentence_transformers", "torch")
_VERSIONED = ("numpy", "sentence-transformers", "tokenizers", "torch", "transformers")
_NOT_STATED = "not stated"
_LICENCE = re.compile(r"^licen[sc]e:\s*(\S.*)$", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Base:
    """What training starts from: a folder of full weights, and the encoder that runs them."""

    folder: Path
    encoder: Encoder
    licence: str


@dataclass(frozen=True, slots=True)
class TrainedEncoder:
    """A folder that `load_encoder` takes, and how it did on units that it has not seen."""

    folder: Path
    encoder: Encoder
    licence: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class EncoderTraining:
    """A training that is ready to run, or to be taken up; `asked` is all that it depends on."""

    split: Split
    base: Base
    output: Path
    plan: Plan
    asked: dict[str, Any]

    @property
    def finished(self) -> bool:
        """Whether just this was trained before."""
        return "encoder" in (read_record(self.output) or {})

    @property
    def steps_done(self) -> int:
        """At which step an interrupted training is taken up; 0 for the beginning."""
        checkpoint = last_checkpoint(self.output / WORKING)
        return int(checkpoint.name.rpartition("-")[2]) if checkpoint else 0

    def run(self, progress: Progress = silent) -> TrainedEncoder:
        """Train, write the folder and measure; what was done before an interruption is not done again."""
        record = read_record(self.output) or {}
        if "encoder" not in record:
            write_record(self.output, self.asked)
            self._train(progress)
            encoder = load_encoder(str(self.output))
            changes = self._measure(encoder, progress)
            record = {**self.asked, "made_with": versions(_VERSIONED), "encoder": encoder.fingerprint}
            write_record(self.output, record | {"scores": to_rows(changes)})
            shutil.rmtree(self.output / WORKING, ignore_errors=True)
            return TrainedEncoder(self.output, encoder, self.base.licence, tuple(changes))
        encoder = load_encoder(str(self.output))
        return TrainedEncoder(self.output, encoder, self.base.licence, to_changes(record["scores"]))

    def _train(self, progress: Progress) -> None:
        working = self.output / WORKING
        trained = is_model(working) and last_checkpoint(working) is None
        if not trained:
            held_out = [source.texts for source in self.split.held_out]
            train([s.texts for s in self.split.training], self.base.folder, working, self.plan, held_out, progress)
        if can_export(self.base.folder):
            export(working, self.output, name=self.output.absolute().name, licence=self.base.licence)
        else:
            shutil.copytree(working, self.output, dirs_exist_ok=True)

    def _measure(self, encoder: Encoder, progress: Progress) -> list[Change]:
        before, changes = self.base.encoder, []
        for at, source in enumerate(self.split.held_out, 1):
            similar = source.similarities(before), source.similarities(encoder)
            changes += compare(source, SIMILARITY, *similar, SHOWN)
            ranked = [source.probabilities(one, judge_for(one.fingerprint)) for one in (before, encoder)]
            changes += compare(source, AS_CHECK_RANKS, ranked[0], ranked[1], SHOWN)
            progress("Measuring", at, len(self.split.held_out))
        return changes


def prepare_encoder(
    sources: Sequence[LabelledSource], output: Path, base: str = "default", plan: Plan | None = None
) -> EncoderTraining:
    """Hold out units to measure on, and make sure that `output` is free for, or has begun with, just this training.

    Args:
        sources: Labelled texts; units that the base has learned from already are left out.
        output: The folder of the new encoder.
        base: What training starts from: an encoder by name, or its folder.
        plan: How to train.

    Returns:
        A training that is ready to run, or to be taken up where it was interrupted.

    Raises:
        LabelsError: Fewer than two labelled units are left, so that none can be held out.
        ModelError: Packages are missing, the base has no weights to train, or `output` holds something else.

    """
    _require_packages()
    plan = plan or Plan()
    start = find_base(base)
    learned = learned_by(start.folder)
    fresh = unseen(sources, learned)
    if not fresh:
        names = ", ".join(source.name for source in sources)
        raise LabelsError(f"{names}: {base} has learned from all of these texts already; train from another --base.")
    parts = split(fresh, plan.seed)
    asked = {
        "format": 1,
        "sources": describe(parts),
        "plan": asdict(plan),
        "base": {"name": start.encoder.name, "fingerprint": start.encoder.fingerprint, "licence": start.licence},
        "learned": " ".join(sorted({*learned, *digests(parts.training)})),
    }
    _require_room(output, asked)
    return EncoderTraining(parts, start, output, plan, asked)


def find_base(name: str) -> Base:
    """The full weights of a shipped encoder, of a folder or of an installed package. Raises ModelError."""
    encoder = load_encoder(name)
    if not isinstance(encoder, FastEncoder | TransformerEncoder):
        raise ModelError(f"{name}: this encoder has no weights to train; name another with --base.")
    folder = encoder.folder if is_model(encoder.folder) else published_model()
    return Base(folder, encoder, _licence(folder))


def _licence(folder: Path) -> str:
    """What the card of an encoder, or the first lines of a model's README, say."""
    try:
        if (folder / CARD).is_file():
            return str(json.loads((folder / CARD).read_text(encoding="utf-8")).get("licence") or _NOT_STATED)
        found = _LICENCE.search((folder / "README.md").read_text(encoding="utf-8", errors="replace")[:2000])
    except (OSError, ValueError):
        return _NOT_STATED
    return found[1].strip() if found else _NOT_STATED


def _require_room(output: Path, asked: dict[str, Any]) -> None:
    """Refuse a folder that holds anything but this training. Raises ModelError."""
    if output.exists() and not output.is_dir():
        raise ModelError(f"{output}: is a file; name a new folder with -o.")
    record = read_record(output)
    if record is None:
        if output.is_dir() and any(output.iterdir()):
            raise ModelError(f"{output}: holds other files; name a new folder with -o.")
        return
    different = [name for name in asked if json.loads(json.dumps(asked[name])) != record.get(name)]
    if different:
        state = "another encoder" if "encoder" in record else "an unfinished training"
        raise ModelError(
            f"{output}: holds {state} with other {' and '.join(different)} than now asked for; "
            "name another folder with -o, or remove it."
        )


def _require_packages() -> None:
    missing = [name for name in _MODULES if not _is_installed(name)]
    if missing:
        raise ModelError(
            f"Training needs {', '.join(missing)}, not installed here: run `pip install 'curalign[train]'`."
        )


def _is_installed(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ValueError:  # something put an empty entry in its place
        return False
