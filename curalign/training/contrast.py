"""The loss that trains an encoder: what `check` does with a passage, made differentiable.

A window is about one of the standards of its grade: a softmax over all of them (Radford et al. 2021, section 2.3, with
whole grades in place of chance negatives). A lesson is the mean of what its windows say, so that a window about
something else is no fault. The other way round, a standard must find the lessons that teach it among the batch's.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from curalign.training.lessons import Batch

if TYPE_CHECKING:
    from torch import Tensor


def contrast(batch: Batch, windows: Tensor, choices: Tensor, scale: float) -> Tensor:
    """The loss of one batch.

    Args:
        batch: Lessons and the standards they are compared with.
        windows: (w, d) rows of length 1: all windows of the first lesson, then of the second, and so on.
        choices: (c, d) rows of length 1, in the batch's order.
        scale: What cosines are multiplied by before the softmax.

    Returns:
        A scalar: the mean of both directions.

    """
    import torch

    at = {choice.id: column for column, choice in enumerate(batch.choices)}
    answers = torch.tensor([at[asked.standard] for asked in batch.asked], device=windows.device)
    counts = torch.tensor([len(asked.windows) for asked in batch.asked], device=windows.device)
    owner = torch.repeat_interleave(torch.arange(len(counts), device=windows.device), counts)
    scores = windows @ choices.T * scale
    spared = torch.tensor(_spared(batch), device=windows.device)
    log_shares = scores.masked_fill(spared[owner], -math.inf).log_softmax(dim=1)
    of_lesson = _mean_by_lesson(log_shares.gather(1, answers[owner][:, None])[:, 0], owner, counts)
    level = _mean_by_lesson(scores, owner, counts)[:, answers].T  # (answer, lesson)
    same = torch.tensor(_same(batch), device=windows.device)
    back = level.masked_fill(same, -math.inf).log_softmax(dim=1).diagonal()
    return -(of_lesson.mean() + back.mean()) / 2


def _mean_by_lesson(logs: Tensor, owner: Tensor, counts: Tensor) -> Tensor:
    """The logarithm of the mean over each lesson's windows of what `logs` are the logarithms of: (lessons, ...)."""
    where = owner.view(-1, *([1] * (logs.dim() - 1))).expand_as(logs)
    shape = (len(counts), *logs.shape[1:])
    most = logs.new_full(shape, -math.inf).scatter_reduce(0, where, logs.detach(), "amax")
    total = logs.new_zeros(shape).scatter_add(0, where, (logs - most.gather(0, where)).exp())
    return most + total.log() - counts.view(-1, *([1] * (logs.dim() - 1))).to(logs.dtype).log()


def _spared(batch: Batch) -> list[list[bool]]:
    """For each lesson, which standards are neither right nor wrong: its other answers, and what is kin to one."""
    rows = []
    for asked in batch.asked:
        right = frozenset(asked.lesson.right)
        rows.append([choice.id != asked.standard and not right.isdisjoint(choice.kin) for choice in batch.choices])
    return rows


def _same(batch: Batch) -> list[list[bool]]:
    """For each lesson's answer, which others teach it as well; frameworks repeat statements under other codes."""
    stated = {choice.id: choice.statement for choice in batch.choices}
    taught = [frozenset(asked.lesson.right) for asked in batch.asked]
    statements = [frozenset(stated[at] for at in right if at in stated) for right in taught]
    return [
        [
            row != column and (asked.standard in taught[column] or stated[asked.standard] in statements[column])
            for column in range(len(taught))
        ]
        for row, asked in enumerate(batch.asked)
    ]
