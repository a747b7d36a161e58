"""A sentence is an English text that can still be told in another language, also after it was sent elsewhere."""

from __future__ import annotations

import copy
import pickle  # noqa: TID251  # as a value goes to another process; nothing is kept so
from functools import partial

from curalign.wording import Facts, Sentence, say, say_trouble, told

WORDS = Sentence(sentence="caveat-words", facts=Facts(words=2))
LEFT = Sentence(sentence="flaw-file", what=partial(say_trouble, "too-little-text", Facts(words=3)))


def test_it_is_a_text_in_english() -> None:
    assert WORDS == "has only 2 words, too little to judge"
    assert f"This text {WORDS}." == say("suggest-caveat", {"caveat": WORDS})


def test_it_is_told_in_another_language_with_what_is_in_it() -> None:
    assert told(WORDS, "es") == "tiene solo 2 palabras, demasiado poco para evaluarlo"
    assert told(LEFT, "es").startswith("El archivo contiene solo 3 palabras")
    assert told(WORDS, "en") == WORDS


def test_any_other_text_stays_as_it_is() -> None:
    assert told("has only 2 words", "es") == "has only 2 words"


def test_a_copy_can_be_told_too() -> None:
    for sentence in (WORDS, LEFT):
        for again in (copy.deepcopy(sentence), pickle.loads(pickle.dumps(sentence))):
            assert again == sentence
            assert told(again, "es") == told(sentence, "es") != sentence
