"""Every sentence for people, by id, in every language; nothing here knows what is measured.

`say("U101", facts, "es")` gives the sentence. Loading the first one takes about a tenth of a second, and only then is
Fluent loaded.
"""

from __future__ import annotations

from curalign.wording.catalogue import (
    ENGLISH,
    LANGUAGES,
    chance,
    enumerate_words,
    has_sentence,
    said_in_english,
    say,
    say_trouble,
    tell_place,
    threshold,
)
from curalign.wording.facts import NO_FACTS, Fact, Facts
from curalign.wording.sentences import Sentence, told

__all__ = [
    "ENGLISH",
    "LANGUAGES",
    "NO_FACTS",
    "Fact",
    "Facts",
    "Sentence",
    "chance",
    "enumerate_words",
    "has_sentence",
    "said_in_english",
    "say",
    "say_trouble",
    "tell_place",
    "threshold",
    "told",
]
