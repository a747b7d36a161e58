"""One language's sentences, as Fluent reads them. The only module that knows Fluent, which takes a while to load."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentType

from curalign.wording.facts import Fact
from curalign.wording.text import excerpt

MAX_FACT_LENGTH = 1000
"""The most characters of one fact in a sentence. Fluent gives a part of a sentence up when it is longer than 2,500."""


_ENTRY = re.compile(r"^(-?[A-Za-z][\w-]*) *=", re.MULTILINE)
_NAMED = re.compile(r"[{(,:]\s*(-?[A-Za-z][\w-]*)")
"""What may be the name of another sentence, wherever a sentence can name one."""


class Texts(FluentType):
    """Several texts, for the functions that take such."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        self.texts = texts

    def format(self, locale: object) -> str:  # noqa: ARG002  # Fluent asks for it
        """The texts as they stand, where a sentence names them without a function."""
        return excerpt(", ".join(self.texts), MAX_FACT_LENGTH)


class Bundle:
    """The sentences of one language, by id; `U101.title` is the attribute `title` of `U101`.

    A sentence may name others of its own file.
    """

    def __init__(self, language: str, functions: Mapping[str, Callable[..., Any]]) -> None:
        # Isolation marks around each quote would change what scripts and eyes see; a page isolates with <bdi>.
        self._bundle = FluentBundle([language], functions=dict(functions), use_isolating=False)
        self._unread = {name: text for source in sources(language).values() for name, text in _entries(source)}
        self._names = frozenset(self._unread)

    def __contains__(self, sentence: str) -> bool:
        return self._pattern(sentence) is not None

    def say(self, sentence: str, facts: Mapping[str, Fact]) -> str:
        """The sentence with these facts in it. Raises KeyError where it is not there, ValueError where a fact is not.

        What a fact says is text: braces in it stay braces.
        """
        pattern = self._pattern(sentence)
        if pattern is None:
            raise KeyError(sentence)
        text, errors = self._bundle.format_pattern(pattern, {name: _fluent(fact) for name, fact in facts.items()})
        if errors:
            raise ValueError(f"{sentence}: {errors[0]}")
        return str(text)

    def _pattern(self, sentence: str) -> Any:
        name, _, attribute = sentence.partition(".")
        if name not in self._names:
            return None
        self._read(name)
        message = self._bundle.get_message(name)
        return message.attributes.get(attribute) if attribute else message.value

    def _read(self, name: str) -> None:
        """Parse a sentence and those that it names, once: to parse all takes longer than to say what a check says."""
        wanted = [name]
        while wanted:
            text = self._unread.pop(wanted.pop(), None)
            if text is not None:
                self._bundle.add_resource(FluentResource(text))
                wanted += _NAMED.findall(text)


def sources(language: str) -> dict[str, str]:
    """The text of each of a language's files, by name."""
    folder = files("curalign.wording").joinpath(language)
    return {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.endswith(".ftl")}


def _entries(source: str) -> Iterator[tuple[str, str]]:
    """Each sentence of a file, by its name, as it is written."""
    starts = list(_ENTRY.finditer(source))
    ends = [*(entry.start() for entry in starts[1:]), len(source)]
    return ((entry[1], source[entry.start() : end]) for entry, end in zip(starts, ends, strict=False))


def _fluent(fact: Any) -> Any:
    if isinstance(fact, str):
        return excerpt(fact, MAX_FACT_LENGTH)
    return Texts(fact) if isinstance(fact, tuple) else fact
