"""Trains an encoder on labelled texts, from the published weights or any sentence-transformers folder.

Plain PyTorch, on a processor or an accelerator alike; a run that was interrupted is taken up where it stood.
"""

from __future__ import annotations

import json
import math
import re
import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from curalign.domain.labels import LabelledSet
from curalign.domain.progress import Progress, silent
from curalign.embedding.transformer import go_offline
from curalign.errors import ModelError
from curalign.training.contrast import contrast
from curalign.training.lessons import Batch, Choice, Lesson, Pool, Sizes, batches, choices_of, lessons_of

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from torch import Tensor, dtype
    from torch.optim import AdamW
    from torch.optim.lr_scheduler import LambdaLR

ALIKE = 16
"""Wordings of nearly one length that a processor encodes together; an accelerator takes `ALIKE_FAST`."""
ALIKE_FAST = 512
LONGEST = 256
"""Tokens that a trained encoder reads of a text."""
CHECKPOINTS = "checkpoints"
STATE, STEP = "state.pt", "step.json"
WARM_UP = 0.1
"""Of all steps, until the learning rate is highest."""
WORDS = "word_embeddings"
NUMBERS = re.compile(r"(?:##)?(?:\d+|[+\-*/=<>%.,^$\u00d7\u00f7\u00b1\u221a\u00b0\u2212])")
"""Words of the vocabulary that are trained too. Words that no label holds must keep their place beside those that one
does; but numbers and signs are all in the texts, and published models hardly tell them apart."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train.

    rate: the highest learning rate, reached after a tenth of the steps. batch: lessons of one pool; `pools` of these
    batches make a step. scale: what cosines are multiplied by before the softmax. rivals: the most standards that a
    lesson is compared with. windows: the most windows of a lesson in one step. of_source: the most lessons of one set
    in one epoch. tokens: the longest window while training. patience: epochs without a better score on held-out texts
    before it stops. checkpoint: steps between two savings of all that an interrupted run needs.
    """

    epochs: float = 3.0
    batch: int = 64
    pools: int = 1
    rate: float = 5e-5
    scale: float = 25.0
    rivals: int = 96
    windows: int = 3
    of_source: int = 2500
    tokens: int = 160
    patience: int = 2
    seed: int = 0
    checkpoint: int = 100

    @property
    def sizes(self) -> Sizes:
        """How large its batches are."""
        return Sizes(self.batch, self.rivals, self.windows, self.of_source)


def train(
    sets: Sequence[LabelledSet],
    base: Path,
    target: Path,
    plan: Plan = Plan(),
    held_out: Sequence[LabelledSet] = (),
    progress: Progress = silent,
    device: str = "cpu",
) -> None:
    """Train an encoder; a run that was interrupted is taken up at its last checkpoint in `target`.

    Args:
        sets: Labelled texts to learn from.
        base: A folder of full weights, as sentence-transformers reads it.
        target: Where the trained model is written, as a sentence-transformers folder.
        plan: How to train.
        held_out: Texts that decide which epoch is kept, and when to stop; without any the last epoch is kept.
        progress: Told how far the work has come.
        device: Where it runs, as PyTorch names it.

    Raises:
        ModelError: Fewer than two texts are labelled with a standard of their framework.

    """
    lessons = lessons_of(sets)
    if len(lessons) < 2:
        raise ModelError("Fewer than two texts are labelled with a standard of their framework: nothing to learn from.")
    go_offline()
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(base), device=device, local_files_only=True, trust_remote_code=False)
    longest = min(LONGEST, model.max_seq_length or LONGEST)
    model.max_seq_length = min(plan.tokens, longest)
    _free(model)
    _Run(model, lessons, choices_of(sets, lessons), held_out, target, plan, progress).go()
    model.max_seq_length = longest
    model.save_pretrained(str(target), create_model_card=False)
    shutil.rmtree(target / CHECKPOINTS, ignore_errors=True)


def _free(model: SentenceTransformer) -> None:
    """Let all weights be trained, but of the words' only numbers and signs."""
    import torch

    vocabulary = model.tokenizer.get_vocab()
    for name, weights in model.named_parameters():
        weights.requires_grad = True
        if WORDS in name:
            free = torch.zeros(len(weights), 1, device=weights.device)
            free[[at for word, at in vocabulary.items() if NUMBERS.fullmatch(word)]] = 1.0
            _only(weights, free)


def _only(weights: Tensor, free: Tensor) -> None:
    hook: Any = weights.register_hook  # the library has no types for it
    hook(lambda gradient: gradient * free)


class _Run:
    """One training: the model, what it learns from, and how far it has come."""

    def __init__(
        self,
        model: SentenceTransformer,
        lessons: Sequence[Lesson],
        choices: Mapping[Pool, Sequence[Choice]],
        held_out: Sequence[LabelledSet],
        target: Path,
        plan: Plan,
        progress: Progress,
    ) -> None:
        self.model, self.lessons, self.choices = model, lessons, choices
        self.target, self.plan, self.progress = target, plan, progress
        self.held_out = held_out
        per_epoch = len(self._steps(0))
        self.last = max(1, round(per_epoch * plan.epochs))
        self.optimizer, self.schedule = self._optimizer()
        self.step, self.best, self.waited = 0, -math.inf, 0
        self.precision = _quicker(model)

    def go(self) -> None:
        """Train from the last checkpoint, or from the beginning, to the end."""
        if (begun := last_checkpoint(self.target)) is not None:
            self._take_up(begun)
        self.model.train()
        for epoch in range(math.ceil(self.plan.epochs)):
            steps = self._steps(epoch)
            start = epoch * len(steps)
            for number, step in enumerate(steps, start):
                if self.step <= number < self.last and self.waited < self.plan.patience:
                    self._learn(step)
            if self.held_out and self.step == min(start + len(steps), self.last):
                self._compare()
        if self.held_out:
            self._restore_best()

    def _steps(self, epoch: int) -> list[list[Batch]]:
        made = batches(self.lessons, self.choices, self.plan.sizes, self.plan.seed + epoch)
        return [made[at : at + self.plan.pools] for at in range(0, len(made), self.plan.pools)]

    def _optimizer(self) -> tuple[AdamW, LambdaLR]:
        import torch

        named = [(name, weights) for name, weights in self.model.named_parameters() if weights.requires_grad]
        words = [weights for name, weights in named if WORDS in name]
        groups: list[dict[str, Any]] = [
            {"params": [weights for name, weights in named if WORDS not in name]},
            {"params": words, "weight_decay": 0.0},  # or the frozen words would shrink
        ]
        optimizer = torch.optim.AdamW(groups, lr=self.plan.rate, weight_decay=0.01)
        warm = max(1, round(self.last * WARM_UP))
        schedule = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda step: min((step + 1) / warm, max(0.0, (self.last - step) / max(1, self.last - warm)))
        )
        return optimizer, schedule

    def _learn(self, step: Sequence[Batch]) -> None:
        import torch

        for batch in step:
            rows = self._encode([*_windows(batch), *(choice.statement for choice in batch.choices)])
            texts = len(rows) - len(batch.choices)
            loss = contrast(batch, rows[:texts], rows[texts:], self.plan.scale) / len(step)
            torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.step += 1
        if self.step % self.plan.checkpoint == 0:
            self._save()
        self.progress("Training", self.step, self.last)

    def _encode(self, wordings: Sequence[str]) -> Tensor:
        """(n, d) rows of length 1; each wording is encoded once, alike lengths together, or most would be padding."""
        import torch

        distinct = sorted(set(wordings), key=lambda wording: (len(wording), wording))
        device = self.model.device
        alike = ALIKE if device.type == "cpu" else ALIKE_FAST
        parts = []
        for at in range(0, len(distinct), alike):
            features = _features(self.model, distinct[at : at + alike])
            with torch.autocast(device.type, torch.bfloat16, enabled=self.precision == torch.bfloat16):
                parts.append(self.model(features)["sentence_embedding"])
        rows = torch.nn.functional.normalize(torch.cat(parts).float(), dim=1)
        where = {wording: at for at, wording in enumerate(distinct)}
        return rows[torch.tensor([where[wording] for wording in wordings], device=device)]

    def _compare(self) -> None:
        """Keep the weights that are best on held-out texts so far."""
        import torch

        score = _order(self.model, self.held_out, self._encode)
        self.waited = 0 if score > self.best else self.waited + 1
        if score > self.best:
            self.best = score
            torch.save(self.model.state_dict(), _made(self.target / CHECKPOINTS) / "best.pt")
        self._save()

    def _restore_best(self) -> None:
        import torch

        self.model.load_state_dict(torch.load(self.target / CHECKPOINTS / "best.pt", weights_only=True))

    def _save(self) -> None:
        """All that an interrupted run needs; `step.json` is written last, so that a cut-off saving does not count."""
        import torch

        folder = _made(self.target / CHECKPOINTS / f"checkpoint-{self.step}")
        state = {"model": self.model.state_dict(), "optimizer": self.optimizer.state_dict()}
        torch.save(state | {"schedule": self.schedule.state_dict(), "random": torch.get_rng_state()}, folder / STATE)
        facts = {"step": self.step, "best": self.best, "waited": self.waited, "precision": str(self.precision)}
        (folder / STEP).write_text(json.dumps(facts), encoding="utf-8")
        for older in (self.target / CHECKPOINTS).glob("checkpoint-*"):
            if older != folder:
                shutil.rmtree(older, ignore_errors=True)

    def _take_up(self, folder: Path) -> None:
        import torch

        state = torch.load(folder / STATE, weights_only=True)
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
        torch.set_rng_state(state["random"])
        facts = json.loads((folder / STEP).read_text(encoding="utf-8"))
        self.step, self.best, self.waited = facts["step"], facts["best"], facts["waited"]
        self.precision = getattr(torch, facts["precision"].removeprefix("torch."))


def _windows(batch: Batch) -> Iterator[str]:
    for asked in batch.asked:
        yield from asked.windows


def _features(model: SentenceTransformer, wordings: Sequence[str]) -> dict[str, Any]:
    """What the model takes, where the model is; the library puts other things beside tensors."""
    made = model.tokenize(list(wordings))
    return {name: rows.to(model.device) for name, rows in made.items() if hasattr(rows, "to")}


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _quicker(model: SentenceTransformer) -> dtype:
    """The precision in which this machine encodes quicker: where 16 bits are emulated they take ten times as long."""
    import torch

    took = {}
    features = _features(model, ["a lesson about fractions of a whole and of a set"] * ALIKE)
    for precision in (torch.float32, torch.bfloat16):
        for _ in range(2):  # the first one warms up
            started = time.perf_counter()
            with torch.no_grad(), torch.autocast(model.device.type, precision, enabled=precision == torch.bfloat16):
                model(dict(features))["sentence_embedding"].sum().item()
            took[precision] = time.perf_counter() - started
    return min(took, key=lambda precision: took[precision])


def last_checkpoint(target: Path) -> Path | None:
    """Where an interrupted training in `target` is taken up; None where it starts from the beginning."""
    found = {int(path.name.rpartition("-")[2]): path for path in (target / CHECKPOINTS).glob("checkpoint-*")}
    return next((found[step] for step in sorted(found, reverse=True) if _is_whole(found[step])), None)


def _is_whole(checkpoint: Path) -> bool:
    try:
        json.loads((checkpoint / STEP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return True


def _order(model: SentenceTransformer, held_out: Sequence[LabelledSet], encode: Callable[[list[str]], Tensor]) -> float:
    """How near held-out texts' first ten standards are to the best order: mean nDCG@10 (Jarvelin, Kekalainen 2002)."""
    import torch
    from sklearn.metrics import ndcg_score

    lessons = lessons_of(held_out)
    choices = choices_of(held_out, lessons)
    model.eval()
    with torch.no_grad():
        found = []
        for pool in sorted(choices):
            own = [lesson for lesson in lessons if lesson.pool == pool]
            texts = encode([lesson.windows[0] for lesson in own])
            scores = texts @ encode([choice.statement for choice in choices[pool]]).T
            truth = [[choice.id in lesson.right for choice in choices[pool]] for lesson in own]
            found += [1.0] * len(own) if len(choices[pool]) < 2 else [ndcg_score(truth, scores.cpu(), k=10)] * len(own)
    model.train()
    return sum(found) / max(1, len(found))
