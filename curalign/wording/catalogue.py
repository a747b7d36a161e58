"""Sentences by id, in the language that is asked for, and the numbers and names in them as people read them.

The sentences stand in a folder for each language, in Fluent's own format, which translators' tools know. What a
language cannot say is said in English, and noted.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from curalign.wording.facts import NO_FACTS, Fact
from curalign.wording.spots import replace_spots
from curalign.wording.text import excerpt, one_line

if TYPE_CHECKING:
    from curalign.wording.bundles import Bundle

ENGLISH = "en"
LANGUAGES = (ENGLISH, "es")
"""The languages of reports; each is a folder beside this file."""
STRICT = "CURALIGN_STRICT_WORDING"
"""The environment variable with which a sentence that cannot be said in its language is a mistake. Tests set it."""
_said_in_english: dict[str, str] = {}


def say(sentence: str, facts: Mapping[str, Fact] = NO_FACTS, language: str = ENGLISH) -> str:
    """A sentence of the catalogue with facts in it.

    Args:
        sentence: its id, such as `U101`, or `U101.title` for the title that goes with it.
        facts: what the sentence names, by name. Texts are quoted as they are: nothing in them is interpreted.
        language: one of `LANGUAGES`; where it lacks the sentence, or a fact for it, English is given, and
            `said_in_english` names the sentence.

    Returns:
        The sentence. Texts in it are cut after 1,000 characters.

    Raises:
        KeyError: no such sentence, in English either.
        ValueError: a fact that the English sentence names is missing.

    """
    if language != ENGLISH:
        try:
            return _bundle(language).say(sentence, facts)
        except (KeyError, ValueError):
            if os.environ.get(STRICT):
                raise
            said = _bundle(ENGLISH).say(sentence, facts)
            _said_in_english[sentence] = language
            return said
    return _bundle(ENGLISH).say(sentence, facts)


def said_in_english() -> tuple[tuple[str, ...], str]:
    """The sentences that a language could not say since this was last asked, and the last such language.

    Returns:
        Their ids, in order, and one of `LANGUAGES`; nothing and English where all was said as it was asked.

    """
    found = tuple(sorted(_said_in_english)), next(reversed(_said_in_english.values()), ENGLISH)
    _said_in_english.clear()
    return found


def say_trouble(trouble: str, facts: Mapping[str, Fact] = NO_FACTS, language: str = ENGLISH) -> str:
    """What is wrong with a file, as `say` does: the end of a sentence that the file's name begins.

    Args:
        trouble: The id of the sentence.
        facts: What it names. A `member` makes the file an archive and the trouble that member's, whose name is said
            first; `scanned` pages make it the trouble of recognising their text.
        language: The language to speak, one of `LANGUAGES`.

    Returns:
        The end of a sentence.

    """
    text = say(trouble, facts, language)
    if "scanned" in facts:
        text = f"{say('recognition-failed', facts, language)} {text}"
    return f"{one_line(str(facts['member']))} {text}" if "member" in facts else text


def has_sentence(sentence: str, language: str = ENGLISH) -> bool:
    """Whether a language's own catalogue has a sentence.

    Args:
        sentence: Its id.
        language: One of `LANGUAGES`.

    Returns:
        False where the sentence would be said in English.

    """
    return sentence in _bundle(language)


def chance(probability: float | None, language: str = ENGLISH) -> str:
    """A probability in whole percent that never claims more than was reached: 0.996 is 99 %, only 1 is 100 %.

    Args:
        probability: 0 to 1; None where it is not known.
        language: The language to speak, one of `LANGUAGES`.

    Returns:
        Such as `72 %`, or words for what is not known or under one percent.

    """
    if probability is None:
        return say("chance-unknown", language=language)
    if 0 < probability < 0.01:
        return say("chance-tiny", language=language)
    percent = math.floor(_hundredths(probability))
    return f"{percent if probability >= 1 else min(percent, 99)} %"


def threshold(probability: float) -> str:
    """A probability to be reached, as the whole percentage that reaches it: 0.551 is 56 %.

    Args:
        probability: 0 to 1.

    Returns:
        Such as `56 %`.

    """
    return f"{math.ceil(_hundredths(probability))} %"


def quote(text: str, most: int, language: str = ENGLISH) -> str:
    """A short quotation, in the language's quotation marks."""
    return say("quoted", {"text": excerpt(text, most)}, language)


def tell_place(noted: str, language: str = ENGLISH) -> str:
    """Where something stands, in a language.

    Args:
        noted: The place as it is noted, which is in English: `guide.docx, p. 3`, `sheet Items, row 7`. Headings are
            not to be in it: they are the document's own words.
        language: The language to speak, one of `LANGUAGES`.

    Returns:
        Such as `guide.docx, pág. 3`; in English what was noted.

    """
    if language == ENGLISH:
        return noted
    return replace_spots(noted, lambda unit, n: say("spot", {"unit": unit, "n": n}, language))


def enumerate_words(words: Iterable[str], language: str = ENGLISH) -> str:
    """Words as a sentence lists them: `a`, `a and b`, `a, b and c`.

    Args:
        words: The words, in order.
        language: The language to speak, one of `LANGUAGES`.

    Returns:
        The list; empty where there are no words.

    """
    *first, last = [*words] or [""]
    return say("and", {"first": ", ".join(first), "last": last}, language) if first else last


def _hundredths(probability: float) -> float:
    # Rounded, because 0.7 kept as a float32 comes back as 0.69999999.
    return round(100 * probability, 3)


@cache
def _bundle(language: str) -> Bundle:
    """The sentences of a language, read when the first of them is needed."""
    from curalign.wording.bundles import Bundle

    if language not in LANGUAGES:
        raise KeyError(language)
    return Bundle(language, {name: partial(function, language) for name, function in _FUNCTIONS.items()})


def _chance(language: str, probability: Any) -> str:
    return chance(float(probability), language)


def _threshold(_: str, probability: Any) -> str:
    return threshold(float(probability))


def _quote(language: str, text: Any, most: Any) -> str:
    return quote(str(text), int(most), language)


def _excerpt(_: str, text: Any, most: Any) -> str:
    return excerpt(str(text), int(most))


def _count(_: str, names: Any) -> int:
    from fluent.runtime.types import FluentInt

    return FluentInt(len(names.texts))


def _list(language: str, names: Any, more: Any = 0, *, most: Any = 1000) -> str:
    listed = [excerpt(name, int(most)) for name in names.texts]
    return enumerate_words([*listed, *([say("more", {"count": int(more)}, language)] if more else [])], language)


def _places(language: str, noted: Any, more: Any = 0, *, most: Any = 1000) -> str:
    """A place as it is noted, or a list of them, as `_list` has it; names that are no places stay as they are."""
    from curalign.wording.bundles import Texts

    texts = noted.texts if isinstance(noted, Texts) else (str(noted),)
    return _list(language, Texts(tuple(tell_place(text, language) for text in texts)), more, most=most)


def _subjects(language: str, names: Any) -> str:
    """`mathematics, science`, in a language that has names for them."""

    def told(name: str) -> str:
        return say("subject-name", {"key": name.lower().replace(" ", "-"), "name": name}, language)

    return excerpt(", ".join(map(told, names.texts)), 1000)


def _each(_: str, names: Any, *, before: str) -> str:
    """`sheet 3, sheet 5`, of the texts `3` and `5`."""
    return excerpt(", ".join(f"{before}{name}" for name in names.texts), 1000)


def _size(language: str, size: Any) -> str:
    """A number of bytes in megabytes, no fewer than there are, or in gigabytes."""
    size = int(size)
    if size >= 2**30:
        return say("gigabytes", {"size": round(size / 2**30, 1)}, language)
    return say("megabytes", {"size": -(-size // 2**20)}, language)


def _grades(language: str, spans: Any) -> str:
    """`grades K to 2 and 5`, of the spans `K-2` and `5`."""
    ends = [span.partition("-") for span in spans.texts]
    words = [say("from-to", {"from": a, "to": b}, language) if b else a for a, _, b in ends]
    several = len(ends) > 1 or any(b for _, _, b in ends)
    return say("grades", {"count": 2 if several else 1, "grades": enumerate_words(words, language)}, language)


_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "CHANCE": _chance,
    "THRESHOLD": _threshold,
    "QUOTE": _quote,
    "EXCERPT": _excerpt,
    "COUNT": _count,
    "LIST": _list,
    "PLACES": _places,
    "SUBJECTS": _subjects,
    "EACH": _each,
    "SIZE": _size,
    "GRADES": _grades,
}
"""What sentences may call, beside Fluent's own NUMBER and DATETIME. Each is given the language first."""
