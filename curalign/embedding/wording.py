"""The one form in which every encoder, and the cache, sees a text."""

from __future__ import annotations

import math
from itertools import pairwise

from curalign.wording.text import composed


def normalise(text: str) -> str:
    """Composed characters, single spaces, and U+FFFD for half a surrogate pair; doing it twice changes nothing."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return " ".join(composed(whole).split())


def windows(text: str, most: int) -> list[str]:
    """Cut a text into pieces of nearly one length.

    Args:
        text: Any text.
        most: The most words of a piece.

    Returns:
        As few pieces as hold the text, in order.

    """
    words = text.split()
    count = math.ceil(len(words) / most) or 1
    ends = [round(len(words) * piece / count) for piece in range(count + 1)]
    return [" ".join(words[start:end]) for start, end in pairwise(ends)]
