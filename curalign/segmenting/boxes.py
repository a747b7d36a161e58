"""Lists with boxes: of what could be chosen only what is ticked is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from curalign.domain.materials import Block

_TICK = r"[\u2611\u2612\u2713\u2714\U0001f5f9]|\[\s?[xX\u2713\u2714]\s?\]"
_EMPTY = r"[\u2610\u25a1\u2751]|\[\s{0,3}\]"
_TICKED = re.compile(rf"[\s|]*(?:{_TICK}|\([xX\u2713\u2714]\)|_+[xX\u2713\u2714]_+)")
_UNTICKED = re.compile(rf"[\s|]*(?:{_EMPTY}|\(\s{{0,3}}\)|_{{2,}}(?!\w))")
_MARK = re.compile(rf"(?:{_TICK}|{_EMPTY})(?=\s*\S)")


def is_ticked(text: str) -> bool:
    """Whether a text begins with a ticked box: `\u2612`, `[x]`, `(X)`, `_x_`."""
    return _TICKED.match(text) is not None


def is_unticked(text: str) -> bool:
    """Whether a text begins with an empty box: `\u2610`, `[ ]`, `( )`, `___`."""
    return _UNTICKED.match(text) is not None and not is_ticked(text)


def by_boxes(block: Block) -> Sequence[Block]:
    """A block, cut before each box where it has several, as a cell with a list of choices has."""
    starts = [match.start() for match in _MARK.finditer(block.text)]
    if len(starts) < 2:
        return (block,)
    cuts = sorted({0, *starts, len(block.text)})
    texts = [block.text[start:end].strip() for start, end in pairwise(cuts)]
    return [replace(block, text=text, opens_table=block.opens_table and not n) for n, text in enumerate(texts) if text]
