"""One language's sentences, as Fluent reads them. The only module that knows Fluent, which takes a while to load."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentType

from curalign.wording.facts import Fact
from curalign.wording.text import excerpt

MAX_FACT_LENGTH = 1000
"""The most characters of one fact in a sentence. Fluent gives a part of a sentence up when it is longer than 2,500."""


_NAME = re.compile(r"^([A-Za-z][\w-]*) *=", re.MULTILINE)


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
        self._unread = sources(language)
        self._file = {name: file for file, text in self._unread.items() for name in _NAME.findall(text)}

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
        if name not in self._file:
            return None
        # Reading a file takes longer than all of its sentences do, so each is read when it is needed.
        text = self._unread.pop(self._file[name], None)
        if text is not None:
            self._bundle.add_resource(FluentResource(text))
        message = self._bundle.get_message(name)
        return message.attributes.get(attribute) if attribute else message.value


def sources(language: str) -> dict[str, str]:
    """The text of each of a language's files, by name."""
    folder = files("curalign.wording").joinpath(language)
    return {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.endswith(".ftl")}


def _fluent(fact: Any) -> Any:
    if isinstance(fact, str):
        return excerpt(fact, MAX_FACT_LENGTH)
    return Texts(fact) if isinstance(fact, tuple) else fact
