"""How hard a text is to read, by the two formulas that newspapers and health services use.

English: Flesch-Kincaid grade, 0.39 words/sentence + 11.8 syllables/word - 15.59 (Kincaid et al., Research Branch
Report 8-75, 1975). Spanish: Fernández Huerta's reading ease, 206.84 - 60 syllables/word - 1.02 words/sentence ("Medidas
sencillas de lecturabilidad", Consigna 214, 1959), whose bands are 60-70: grades 7 and 8; 50-60: before university.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

_STRONG = "aeoáéóíú"


def flesch_kincaid_grade(texts: Iterable[str]) -> float:
    """The school grade of the United States at which English texts can be read."""
    sentences, words = _split(texts)
    return 0.39 * len(words) / sentences + 11.8 * sum(map(english_syllables, words)) / len(words) - 15.59


def fernandez_huerta(texts: Iterable[str]) -> float:
    """How easily Spanish texts are read: 0 (hard) to 100."""
    sentences, words = _split(texts)
    return 206.84 - 60 * sum(map(spanish_syllables, words)) / len(words) - 1.02 * len(words) / sentences


def english_syllables(word: str) -> int:
    """Groups of vowels, without silent endings; a number counts one for each of its digits."""
    word = word.lower()
    if word.isdigit():
        return len(word)
    found = len(re.findall("[aeiouy]+", word))
    silent = re.search("[^l]e$|[^aeiouydt]ed$", word) is not None
    return max(found - silent, 1)


def spanish_syllables(word: str) -> int:
    """Vowels, of which weak ones join their neighbour; a number counts two for each of its digits."""
    word = word.lower()
    if word.isdigit():
        return 2 * len(word)
    groups = re.findall("[aeiouáéíóúü]+", re.sub("(?<=[gq])u(?=[eiéí])", "", word))
    hiatuses = sum(a in _STRONG and b in _STRONG for group in groups for a, b in pairwise(group))
    return max(len(groups) + hiatuses, 1)


def _split(texts: Iterable[str]) -> tuple[int, list[str]]:
    sentences = [part for text in texts for part in re.split(r"(?<=[.!?:])\s+", text) if re.search(r"\w", part)]
    words = [word for sentence in sentences for word in re.findall(r"[^\W_]+(?:'[^\W_]+)?", sentence)]
    return len(sentences), words
