"""Trains an encoder on labelled texts with sentence-transformers, from the published weights or any model folder.

A text must come closer to the standards it teaches than to the others of its grade, and a standard closer to the
texts that teach it than to other texts: a contrastive loss in both directions (Radford et al. 2021, section 2.3) over
batches of one framework and grade, with rivals that no text of the batch teaches drawn from the same grade, so that
every sibling of a standard comes up to be told apart. A pair of the batch that is right as well is left out of the sum,
for as a false negative it would teach the opposite.
"""

from __future__ import annotations

import json
import math
import os
import random
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from curalign.domain.labels import LabelledSet, LabelledText
from curalign.domain.progress import Progress, silent
from curalign.domain.standards import Framework
from curalign.embedding.transformer import go_offline
from curalign.embedding.wording import windows
from curalign.errors import ModelError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer, SentenceTransformerTrainingArguments
    from torch import Tensor, nn
    from transformers import TrainerCallback

WINDOW = 110
"""Words of one training text; a longer one is cut into several, as a long lesson is into passages."""
MOST_WINDOWS = 3
"""Of a text, from its beginning: the end of a long one is seldom about something else."""
SHORT = 45
"""Words up to which a text is batched with other short ones."""
ALIKE = 16
"""Wordings of nearly one length that are encoded together."""
LONGEST = 256
"""Tokens that a trained encoder reads of a text."""
CHECKPOINTS = "checkpoints"
BEST_EPOCH_BY = "eval_cosine_ndcg@10"
"""What decides which epoch is best: how near a held-out text's first ten of all standards are to the best order."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train.

    rate: the highest learning rate, reached after a tenth of the steps. scale: what cosines are multiplied by before
    the softmax. rivals: how many standards of the grade a batch has as wrong answers besides its own. tokens: the
    longest text while training. patience: epochs without a better score on held-out texts before it stops.
    checkpoint: steps between two savings of all that an interrupted run needs; every epoch ends with one too.
    """

    epochs: float = 3.0
    batch: int = 64
    rate: float = 5e-5
    scale: float = 25.0
    rivals: int = 32
    tokens: int = 160
    patience: int = 2
    seed: int = 0
    checkpoint: int = 100


Pool = tuple[int, tuple[str, ...]]
"""What texts are contrasted within: the number of their framework, and grades of it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A text (or a window of one) beside a standard that it teaches.

    `right` are all the standards that it teaches; `origin` is the number of its text.
    """

    text: str
    statement: str
    standard: str
    right: frozenset[str]
    pool: Pool
    origin: int

    @property
    def is_short(self) -> bool:
        """Whether its text is batched with short ones."""
        return len(self.text.split()) <= SHORT


@dataclass(frozen=True, slots=True)
class Rival:
    """A standard as a wrong answer to texts that teach neither it nor one above it, which together are its `kin`."""

    statement: str
    kin: frozenset[str]


def train(
    sets: Sequence[LabelledSet],
    base: Path,
    target: Path,
    plan: Plan = Plan(),
    held_out: Sequence[LabelledSet] = (),
    progress: Progress = silent,
) -> None:
    """Train an encoder; a run that was interrupted is taken up at its last checkpoint in `target`.

    Args:
        sets: Labelled texts to learn from.
        base: A folder of full weights, as sentence-transformers reads it.
        target: Where the trained model is written, as a sentence-transformers folder.
        plan: How to train.
        held_out: Texts that decide which epoch is kept, and when to stop; without any the last epoch is kept.
        progress: Told how far the work has come.

    Raises:
        ModelError: Fewer than two texts are labelled with a standard of their framework.

    """
    pairs = pairs_of(sets)
    if len(pairs) < 2:
        raise ModelError("Fewer than two texts are labelled with a standard of their framework: nothing to learn from.")
    go_offline()
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(base), device="cpu", local_files_only=True, trust_remote_code=False)
    longest = min(LONGEST, model.max_seq_length or LONGEST)
    model.max_seq_length = min(plan.tokens, longest)
    for name, weights in model.named_parameters():
        weights.requires_grad = "word_embeddings" not in name  # words that no label holds must keep their place
    _run(model, pairs, rivals_of(sets, pairs), held_out, target, plan, progress)
    model.max_seq_length = longest
    model.save_pretrained(str(target), create_model_card=False)
    shutil.rmtree(target / CHECKPOINTS, ignore_errors=True)


def pairs_of(sets: Iterable[LabelledSet]) -> list[Pair]:
    """Each window of every text beside each standard it teaches; the first also under its headings, if it has some."""
    numbered = _numbered(sets)
    texts = ((labelled, text, number) for labelled, number in numbered for text in labelled.texts)
    return [pair for origin, text in enumerate(texts) for pair in _pairs_of_text(*text, origin)]


def _numbered(sets: Iterable[LabelledSet]) -> list[tuple[LabelledSet, int]]:
    """Every set with the number of its framework, which several may share."""
    numbers: dict[int, int] = {}
    return [(labelled, numbers.setdefault(id(labelled.framework), len(numbers))) for labelled in sets]


def _pairs_of_text(labelled: LabelledSet, text: LabelledText, framework: int, origin: int) -> Iterator[Pair]:
    known = labelled.framework.by_code
    taught = sorted({known[code].id for code in text.codes if code in known})
    cut = windows(text.text, WINDOW)[:MOST_WINDOWS]
    wordings = [*cut, ". ".join((*text.headings, cut[0]))] if text.headings else cut
    for wording in wordings:
        for at in taught:
            standard = labelled.framework.by_id[at]
            pool = framework, text.grades or standard.grades
            yield Pair(wording, standard.statement, at, frozenset(taught), pool, origin)


def rivals_of(sets: Iterable[LabelledSet], pairs: Iterable[Pair]) -> dict[Pool, tuple[Rival, ...]]:
    """For every pool of the sets' pairs its standards, without those that only gather others."""
    frameworks = {number: labelled.framework for labelled, number in _numbered(sets)}
    return {pool: tuple(_rivals(frameworks[pool[0]], pool[1])) for pool in {pair.pool for pair in pairs}}


def _rivals(framework: Framework, grades: tuple[str, ...]) -> Iterator[Rival]:
    for standard in framework.for_grades(grades):
        if framework.counts(standard):
            above = (other.id for other in framework.ancestors(standard))
            yield Rival(standard.statement, frozenset((standard.id, *above)))


def batches(pairs: Sequence[Pair], size: int, seed: int) -> list[list[int]]:
    """Rows of one epoch in batches of one pool each, short texts apart so that no batch is mostly padding.

    Every text gives one pair, so that one with many labels weighs no more than another. The same seed gives the same
    batches; another draws other pairs.
    """
    chance = random.Random(seed)  # noqa: S311 - shuffles, no secrets
    of_text: dict[int, list[int]] = defaultdict(list)
    for row, pair in enumerate(pairs):
        of_text[pair.origin].append(row)
    pools: dict[tuple[Pool, bool], list[int]] = defaultdict(list)
    for rows in of_text.values():
        row = chance.choice(rows)
        pools[pairs[row].pool, pairs[row].is_short].append(row)
    made = []
    for pool in sorted(pools):
        rows = pools[pool]
        chance.shuffle(rows)
        count = math.ceil(len(rows) / size)
        made += [rows[start::count] for start in range(count)]
    chance.shuffle(made)
    return [batch for batch in made if len(batch) > 1]


def teaches(own: Pair, other: Pair) -> bool:
    """Whether the first pair's text teaches the second's standard; frameworks repeat statements under other codes."""
    return other.standard in own.right or other.statement == own.statement


def _run(
    model: SentenceTransformer,
    pairs: Sequence[Pair],
    rivals: Mapping[Pool, Sequence[Rival]],
    held_out: Sequence[LabelledSet],
    target: Path,
    plan: Plan,
    progress: Progress,
) -> None:
    from datasets import Dataset
    from sentence_transformers import SentenceTransformerTrainer
    from torch.utils.data import BatchSampler
    from transformers import EarlyStoppingCallback, PrinterCallback

    class Trainer(SentenceTransformerTrainer):
        def get_batch_sampler(self, *_: object, **__: object) -> BatchSampler:
            sampler: BatchSampler = _batch_sampler(pairs, plan)
            return sampler

        def add_model_card_callback(self, *_: object) -> None:
            """Leave out the library's own card, which would quote the texts."""

    evaluator = _evaluator(held_out) if held_out else None
    rows = {"text": [p.text for p in pairs], "statement": [p.statement for p in pairs], "label": [*range(len(pairs))]}
    trainer = Trainer(
        model=model,
        args=_arguments(target, plan, measured=bool(held_out)),
        train_dataset=Dataset.from_dict(rows),
        loss=_contrast(model, pairs, rivals, plan),
        evaluator=evaluator,
        callbacks=[_shown(progress, plan.checkpoint), *([EarlyStoppingCallback(plan.patience)] if held_out else [])],
    )
    trainer.remove_callback(PrinterCallback)  # standard output is for the caller
    begun = last_checkpoint(target)
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    trainer.train(resume_from_checkpoint=str(begun) if begun else None)


def last_checkpoint(target: Path) -> Path | None:
    """Where an interrupted training in `target` is taken up; None where it starts from the beginning.

    A folder without a whole `trainer_state.json`, which is written last, was cut off while it was saved.
    """
    found = {int(path.name.rpartition("-")[2]): path for path in (target / CHECKPOINTS).glob("checkpoint-*")}
    return next((found[step] for step in sorted(found, reverse=True) if _is_whole(found[step])), None)


def _is_whole(checkpoint: Path) -> bool:
    try:
        json.loads((checkpoint / "trainer_state.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return True


def _arguments(target: Path, plan: Plan, *, measured: bool) -> SentenceTransformerTrainingArguments:
    """How the trainer runs; `measured` says whether there are held-out texts."""
    from sentence_transformers import SentenceTransformerTrainingArguments

    return SentenceTransformerTrainingArguments(
        output_dir=str((target / CHECKPOINTS).absolute()),
        num_train_epochs=plan.epochs,
        per_device_train_batch_size=plan.batch,
        learning_rate=plan.rate,
        warmup_steps=0.1,
        bf16=True,
        use_cpu=True,
        seed=plan.seed,
        eval_strategy="epoch" if measured else "no",
        save_strategy="epoch",
        save_total_limit=2,
        load_best_model_at_end=measured,
        metric_for_best_model=BEST_EPOCH_BY if measured else None,
        restore_callback_states_from_checkpoint=True,
        report_to=[],
        disable_tqdm=True,
        logging_strategy="no",
        dataloader_pin_memory=False,
    )


def _contrast(
    model: SentenceTransformer, pairs: Sequence[Pair], rivals: Mapping[Pool, Sequence[Rival]], plan: Plan
) -> nn.Module:
    import torch

    class Contrast(torch.nn.Module):
        """Texts against statements and back; every wording is encoded once, however often it is in the batch."""

        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, features: Iterable[dict[str, Tensor]], labels: Tensor) -> Tensor:
            texts, statements = (self._rows(wordings) for wordings in features)
            rows = labels.tolist()
            batch = [pairs[row] for row in rows]
            right = torch.tensor([[teaches(own, other) for other in batch] for own in batch])
            own = torch.eye(len(batch), dtype=torch.bool)
            scores = (texts @ statements.T * plan.scale).masked_fill(right & ~own, -math.inf)
            target = torch.arange(len(batch))
            cross_entropy = torch.nn.functional.cross_entropy
            with_rivals = torch.cat((scores, self._beside_rivals(texts, batch, rows)), dim=1)
            return (cross_entropy(with_rivals, target) + cross_entropy(scores.T, target)) / 2

        def _beside_rivals(self, texts: Tensor, batch: list[Pair], rows: list[int]) -> Tensor:
            """(texts, rivals) scores; a standard that the batch holds anyway is no rival."""
            there = {pair.statement for pair in batch}
            others = [rival for rival in rivals[batch[0].pool] if rival.statement not in there]
            drawn = random.Random(str(rows)).sample(others, min(plan.rivals, len(others)))  # noqa: S311 - no secrets
            if not drawn:
                return texts.new_zeros(len(batch), 0)
            wordings = self.model.tokenize([rival.statement for rival in drawn])
            spared = torch.tensor([[not pair.right.isdisjoint(rival.kin) for rival in drawn] for pair in batch])
            return (texts @ self._rows(wordings).T * plan.scale).masked_fill(spared, -math.inf)

        def _rows(self, wordings: dict[str, Tensor]) -> Tensor:
            mask = wordings["attention_mask"]
            distinct, where = torch.unique(wordings["input_ids"], dim=0, return_inverse=True)
            first = torch.stack([(where == at).nonzero()[0, 0] for at in range(len(distinct))])
            lengths = mask[first].sum(dim=1)
            order = torch.argsort(lengths)
            # Long wordings would pad all the short ones of the batch: alike lengths run together.
            rows = [self._encode(wordings, first[part], int(lengths[part].max())) for part in torch.split(order, ALIKE)]
            return torch.cat(rows)[torch.argsort(order)][where]

        def _encode(self, wordings: dict[str, Tensor], which: Tensor, length: int) -> Tensor:
            names = ("input_ids", "attention_mask", "token_type_ids")
            features = {name: wordings[name][which, :length] for name in names if name in wordings}
            rows = self.model(features)["sentence_embedding"]
            return torch.nn.functional.normalize(rows.float(), dim=1)

    return Contrast()


def _batch_sampler(pairs: Sequence[Pair], plan: Plan) -> Any:
    from sentence_transformers.sampler import DefaultBatchSampler
    from torch.utils.data import SequentialSampler

    class Batches(DefaultBatchSampler):  # type: ignore[misc]  # the library has no types
        """One epoch's batches; the trainer tells the epoch, also when it takes up an interrupted run."""

        epoch = 0

        def set_epoch(self, epoch: int) -> None:
            self.epoch = epoch

        def __iter__(self) -> Iterator[list[int]]:
            return iter(batches(pairs, plan.batch, plan.seed + self.epoch))

        def __len__(self) -> int:
            return len(batches(pairs, plan.batch, plan.seed))

    return Batches(SequentialSampler(pairs), batch_size=plan.batch, drop_last=False)


def _evaluator(held_out: Sequence[LabelledSet]) -> Any:
    """Computes `BEST_EPOCH_BY`, among others."""
    from sentence_transformers.evaluation import InformationRetrievalEvaluator
    from sentence_transformers.util import cos_sim

    pairs = pairs_of(held_out)
    statements = {s.id: s.statement for labelled in held_out for s in labelled.framework.standards}
    return InformationRetrievalEvaluator(
        queries={str(pair.origin): pair.text for pair in reversed(pairs)},
        corpus=statements,
        relevant_docs={str(pair.origin): set(pair.right) for pair in pairs},
        accuracy_at_k=[1],
        precision_recall_at_k=[5],
        mrr_at_k=[10],
        ndcg_at_k=[10],
        map_at_k=[10],
        score_functions={"cosine": cos_sim},
        write_csv=False,
    )


def _shown(progress: Progress, checkpoint: int) -> TrainerCallback:
    from transformers import TrainerCallback, TrainerControl, TrainerState, TrainingArguments

    class Shown(TrainerCallback):
        def on_step_end(
            self,
            args: TrainingArguments,  # noqa: ARG002 - the library names it
            state: TrainerState,
            control: TrainerControl,
            **kwargs: object,  # noqa: ARG002
        ) -> None:
            control.should_save = control.should_save or state.global_step % checkpoint == 0
            progress("Training", state.global_step, state.max_steps)

    return Shown()
