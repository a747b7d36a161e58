"""A cross-encoder for `reranking.py`: text and standard are read together, by the layers of an encoder of ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from curalign.embedding.transformer import go_offline

TEXT, STATEMENT = 160, 96
"""Tokens that are read of each."""
SCALE = 25.0
"""What the encoder's cosines are multiplied by in its own training, and here before anything is learned."""
ALIKE = 32
"""Pairs of nearly one length that run together."""

Pairs = list[tuple[str, str]]


class Reader:
    """An encoder that reads text and statement together and compares the mean of the one's tokens with the other's.

    Before it has learned anything its score is much like the encoder's cosine, so it starts from what that knows.
    """

    def __init__(self, folder: Path) -> None:
        go_offline()
        import torch
        from transformers import AutoModel, AutoTokenizer

        torch.manual_seed(0)
        self.tokenizer = AutoTokenizer.from_pretrained(str(folder))
        # Dropout of attention would take the slow way through it, which doubles the time.
        self.model = AutoModel.from_pretrained(str(folder), add_pooling_layer=False, attention_probs_dropout_prob=0.0)
        self.model.embeddings.word_embeddings.weight.requires_grad = False  # words in no label keep their place
        self.head = torch.nn.Linear(self.model.config.hidden_size, 1)
        torch.nn.init.constant_(self.head.weight, SCALE)
        self.whole = torch.nn.ModuleList([self.model, self.head])

    def __call__(self, pairs: Pairs) -> Any:
        """(n,) scores; pairs of nearly one length run together."""
        import torch

        texts = self.tokenizer([text for text, _ in pairs], truncation=True, max_length=TEXT)["input_ids"]
        others = self.tokenizer([other for _, other in pairs], truncation=True, max_length=STATEMENT)["input_ids"]
        tokens = [(text, other[1:]) for text, other in zip(texts, others, strict=True)]
        order = sorted(range(len(pairs)), key=lambda at: len(tokens[at][0]) + len(tokens[at][1]))
        parts = [order[start : start + ALIKE] for start in range(0, len(order), ALIKE)]
        return torch.cat([self._score([tokens[at] for at in part]) for part in parts])[np.argsort(order)]

    def _score(self, tokens: list[tuple[list[int], list[int]]]) -> Any:
        import torch

        longest = max(len(text) + len(other) for text, other in tokens)
        ids, first, second = torch.zeros(3, len(tokens), longest, dtype=torch.long)
        for row, (text, other) in enumerate(tokens):
            ids[row, : len(text) + len(other)] = torch.tensor(text + other)
            first[row, : len(text)] = 1
            second[row, len(text) : len(text) + len(other)] = 1
        states = self.model(input_ids=ids, attention_mask=first + second).last_hidden_state.float()
        sums = [(states * part[:, :, None]).sum(dim=1) for part in (first, second)]
        one, two = (torch.nn.functional.normalize(part, dim=1) for part in sums)
        return self.head(one * two)[:, 0].float()
