"""Which role the words of a heading suggest where no phrase of the vocabulary is the whole of it.

A small linear model of words, their pairs and their beginnings, learned from some 15,000 wordings
(`models/recipes/headings.py`) and read from a table of weights.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from curalign.domain.materials import Role
from curalign.resources import models_folder

SILENT = "silent"
"""What the model says of a title: that it says nothing of a role."""

_MAX_LENGTH = 200  # characters; what is longer is no heading
_BEGINNING = 5  # letters by which kin are known: differentiate, differentiation
_MANY_WORDS = 8
_COUNT = r"(?:\d+[a-z]?(?:\.\d+)*|[ivx]+|[a-h]|#|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third)"
_NUMBERING = re.compile(r"\W*(?:(?:[ivx]+|[a-z])[.)]\s+|\d+(?:\.\d+)*[a-z]?(?:[.):]\s*|\s+(?=[^\d\W])))")
_PART_OF = re.compile(
    rf"\W*(?:part|stage|step|phase|segment|appendix|act|block|etapa|fase|paso)\s+{_COUNT}\b[\s:.\u2013\u2014-]*"
)
_TIME = re.compile(
    r"[(\[]?\s*(?:\b\d[\d:]*|_+|\#)\s*(?:[\u2013\u2014-]\s*\d+\s*)?-?\s*"
    r"(?:minutes?|minutos?|mins?|hours?|hrs?|horas?|[ap]m)\b\.?\s*[)\]]?|\b\d{1,2}:\d\d\b"
)
_IN_BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]?")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+")


@dataclass(frozen=True, slots=True)
class Guess:
    """What the model takes a heading for, a role or None for a title, and how sure it is of that (0 to 1).

    `has_new_words` where the heading has words that it does not know.
    """

    role: Role | None
    sure: float
    has_new_words: bool


def guess(text: str, titled: bool = False) -> Guess:
    """What the words of a heading suggest.

    Args:
        text: The heading, without `Lesson 4:` and the like.
        titled: Whether such a word stood before it.

    Returns:
        The likeliest role, or None for a title, with its probability; 0 where there are no words.

    """
    model = _model()
    seen = features(text, titled)
    weights = [row for feature in seen if (row := model.weights.get(feature))]
    if not weights:
        return Guess(None, 0.0, has_new_words=True)
    scores = [bias + sum(row[at] for row in weights) for at, bias in enumerate(model.bias)]
    best = max(scores)
    at = scores.index(best)
    # A word that was only seen among others says little alone: `Cutting` is no cross-cutting concept.
    words = [feature for feature in seen if feature.isalpha()]
    has_new_words = any(word not in model.weights for word in words) or (
        len(words) == 1 and f"< {words[0]}" not in model.weights
    )
    return Guess(model.roles[at], 1.0 / sum(math.exp(score - best) for score in scores), has_new_words)


def features(text: str, titled: bool) -> frozenset[str]:
    """What the model sees of a heading: its words, their pairs and beginnings, and marks such as `#time`.

    Args:
        text: The heading, without `Lesson 4:` and the like.
        titled: Whether such a word stood before it.

    Returns:
        Their names in the table of weights.

    """
    return frozenset(_features(text[:_MAX_LENGTH], titled))


def _features(text: str, titled: bool) -> Iterator[str]:
    plain = _plain(text)
    bare = _PART_OF.sub(" ", _NUMBERING.sub("", plain, count=1), count=1)
    timed = _TIME.sub(" ", bare)
    beside = _words(" ".join(_IN_BRACKETS.findall(timed)))
    words = _words(_IN_BRACKETS.sub(" ", timed))
    if not words:
        words, beside = beside, []
    marks = {
        "#titled": titled,
        "#time": timed != bare,
        "#asked": "?" in plain,
        "#opens": plain.rstrip().endswith(":"),
        "#slash": "/" in plain,
        "#calls": "!" in plain,
    }
    yield from (mark for mark, is_there in marks.items() if is_there)
    yield f"#{min(len(words), _MANY_WORDS)}"
    yield from (f"({word}" for word in beside)
    yield from words
    yield from (f"{left} {right}" for left, right in zip(["<", *words], [*words, ">"], strict=True))
    yield from (f"{word[:_BEGINNING]}-" for word in words if len(word) > _BEGINNING)


def _plain(text: str) -> str:
    lowered = text.casefold().replace("\u2019", "'").replace("&", " and ")
    if lowered.isascii():
        return lowered
    return "".join(sign for sign in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(sign))


def _words(text: str) -> list[str]:
    return [_stem(word) for word in _WORD.findall(text)]


def _stem(word: str) -> str:
    if word.isdigit():
        return "0"
    word = word.replace("'s", "").replace("'", "")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@dataclass(frozen=True, slots=True)
class _Model:
    roles: tuple[Role | None, ...]
    bias: tuple[float, ...]
    weights: dict[str, list[float]]


@cache
def _model() -> _Model:
    saved = json.loads((models_folder() / "headings" / "headings.json").read_text(encoding="utf-8"))
    roles = tuple(None if name == SILENT else Role(name) for name in saved["roles"])
    unit = saved["unit"]
    weights = {feature: [unit * n for n in row] for feature, row in saved["weights"].items()}
    return _Model(roles, tuple(unit * n for n in saved["bias"]), weights)
