"""Text of one run cut at sentence ends into passages of about the same length."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from curalign.domain.materials import Block, Form, Spot
from curalign.language import sentences
from curalign.segmenting.vocabulary import MEETINGS, SCHOOL_DAYS

_MAX_WORD_LENGTH = 400  # characters; a longer one is not a word of any language
_CHARACTERS = 12  # a script without spaces has one word to so many characters
_STAYS_WHOLE = 1.35  # times the wished length: cutting a little more than one passage makes two that say too little
_ROW_ALONE = 25  # words from which a table row speaks for itself
_LEAST_OF_LESSON = 0.5  # times the wished length: what a lesson and what stands before it need to stand alone
_NUMBER = (
    r"(?:\d{1,3}(?:\.\d{1,2})?[a-z]?|[ivx]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|un[oa]|dos|tres)\b"
)
_WEEKDAY = rf"(?:{'|'.join(sorted(SCHOOL_DAYS))})\b\.?"
_AND = r"\s*(?:[-\u2013/&,]|to|and|y|a)\s*"
_BEGINS_LESSON = re.compile(
    r"\W*(?:"
    rf"(?:{'|'.join(MEETINGS)})(?:e?s)?(?:\s*[:#]\s*|\s+)"
    rf"{_NUMBER}(?:{_AND}{_NUMBER})*(?:\s*(?:[:,;|(\u2013\u2014-]|\.(?!\w)|$)|(?-i:\s+[A-Z]))"
    rf"|{_WEEKDAY}(?:{_AND}{_WEEKDAY})*(?:(?<=\.)|\s*(?:[:|(\u2013\u2014-]|$|,\s*\d|,\s*(?-i:[A-Z]))|\s+\d)"
    r")",
    re.IGNORECASE,
)
"""A paragraph that begins so begins a lesson or a day: `Lesson 13, writing it short.`, `Days 4 and 5.`, `Thu. Swap.`"""
_INTRODUCES = 8  # words of what may only announce what follows, such as `Week 2` or `Students will:`


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words that stay together, how many they are, and where their block starts."""

    text: str
    words: int
    spot: Spot
    alone: bool = False


def pack(blocks: Sequence[Block], words: int, pipeline: str | None) -> Iterator[tuple[str, Spot]]:
    """Texts of about `words` words and the spot of each one's first block; one after the other they are the run.

    `pipeline` names the one that finds sentence ends; None cuts between blocks and words, for text nobody will read.
    """
    whole = [Chunk(text, count_words(text), b.spot, _alone(b, text)) for b in blocks if (text := _one_line(b.text))]
    # What was recognised in a picture stays apart, so that each passage can say whether it was.
    for (alone, _), group in groupby(whole, key=lambda piece: (piece.alone, piece.spot.ocr)):
        stretch = list(group)
        for part in [[piece] for piece in stretch] if alone else _lessons_apart(stretch, words * _LEAST_OF_LESSON):
            yield from _pack_stretch(part, words, pipeline)


def count_words(text: str) -> int:
    """Words as they weigh on a passage's length, also in scripts that put no spaces between them."""
    return max(len(text.split()), len(text) // _CHARACTERS)


def _lessons_apart(stretch: Sequence[Chunk], least: float) -> Iterator[list[Chunk]]:
    """Parts that begin where a paragraph begins a lesson or day, `Day 4.`, `Thu.`; none of fewer than `least` words.

    All of it is one part where it has no more, and what announces a lesson, such as `Week 2`, goes with it.
    """
    left = sum(chunk.words for chunk in stretch)
    held: list[Chunk] = []
    for chunk in stretch:
        if left >= least and _BEGINS_LESSON.match(chunk.text):
            ends = len(held) - (len(held) > 1 and _announces(held[-1]))
            if sum(before.words for before in held[:ends]) >= least:
                yield held[:ends]
                held = held[ends:]
        held.append(chunk)
        left -= chunk.words
    yield held


def _announces(chunk: Chunk) -> bool:
    """Whether a paragraph stands for what follows it, as a heading would: a few words that end no sentence."""
    return chunk.words <= _INTRODUCES and not chunk.text.endswith((".", "!", "?", ")", '"', "\u201d"))


def _pack_stretch(whole: list[Chunk], words: int, pipeline: str | None) -> Iterator[tuple[str, Spot]]:
    total = sum(piece.words for piece in whole)
    if total <= _STAYS_WHOLE * words:
        yield " ".join(piece.text for piece in whole), whole[0].spot
        return
    pieces = _keep_introductions([part for piece in whole for part in _cut(piece, words, pipeline)], words)
    passages = max(1, round(total / words))
    before = 0
    bins: list[int] = []
    for piece in pieces:  # by the middle of each piece, so that passages come out about equal
        bins.append(int((before + piece.words / 2) * passages / total))
        before += piece.words
    for _, group in groupby(zip(bins, pieces, strict=True), key=lambda pair: pair[0]):
        together = [piece for _, piece in group]
        yield " ".join(piece.text for piece in together), together[0].spot


def _cut(piece: Chunk, words: int, pipeline: str | None) -> Iterator[Chunk]:
    """A block in sentences, and a sentence of more than twice the wished length in parts of it.

    Only here are sentence ends needed, so a folder of short lessons never loads spaCy.
    """
    if piece.words <= words / 4:
        yield piece
        return
    is_prose = pipeline is not None and max(map(len, piece.text.split())) <= _MAX_WORD_LENGTH
    for sentence in sentences(piece.text, pipeline or "") if is_prose else [piece.text]:
        n = count_words(sentence)
        parts = [sentence] if n <= 2 * words else _cut_hard(sentence, words)
        yield from (Chunk(part, count_words(part), piece.spot) for part in parts)


def _cut_hard(sentence: str, words: int) -> Iterator[str]:
    held: list[str] = []
    weight = 0
    for word in _words(sentence):
        n = count_words(word)
        if held and weight + n > words:
            yield " ".join(held)
            held, weight = [], 0
        held.append(word)
        weight += n
    yield " ".join(held)


def _words(sentence: str) -> Iterator[str]:
    for word in sentence.split():
        yield from (word[i : i + _MAX_WORD_LENGTH] for i in range(0, len(word), _MAX_WORD_LENGTH))


def _keep_introductions(pieces: list[Chunk], words: int) -> list[Chunk]:
    """`Students will:` stays with the first item of its list."""
    kept: list[Chunk] = []
    for piece in pieces:
        if kept and kept[-1].text.endswith(":") and kept[-1].words + piece.words <= words:
            intro = kept.pop()
            piece = Chunk(f"{intro.text} {piece.text}", intro.words + piece.words, intro.spot)
        kept.append(piece)
    return kept


def _alone(block: Block, text: str) -> bool:
    return block.form is Form.ROW and count_words(text) >= _ROW_ALONE


def _one_line(text: str) -> str:
    return " ".join(text.split())
