"""What is said around a story never says that one thing came of another, in any language."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from curalign.wording import LANGUAGES
from curalign.wording.bundles import sources

CAUSAL = {
    "en": r"because|due to|caus\w+|led to|leads? to|result(?:s|ed)? in|as a result|result of|results? from|thanks to"
    r"|improv\w+|rais(?:e|ed|es|ing)|boost\w*|increas\w+|effect\w*|impact\w*|prov(?:e[sdn]?|ing)"
    r"|(?:this|it|that|which|practice|what) (?:works|worked)|therefore|thus"
    r"|why it|success\w*|closed? the|made .* better|help(?:s|ed) pupils|gains?",
    "es": r"porque|debido|caus\w+|llev[óa] a|result(?:ó|a|aron) en|como resultado|gracias a|mejor\w*|aument\w+|efect\w+"
    r"|impact\w*|funcion\w+|por eso|por lo tanto|demuestr\w+|prueba que|éxito\w*|logró que",
}


class _Texts(Visitor):
    """The words of a pattern, without what is put into it."""

    def __init__(self, node: ftl.BaseNode) -> None:
        self.found: list[str] = []
        self.visit(node)

    def visit_TextElement(self, node: ftl.TextElement) -> None:  # noqa: N802  # the visitor's own name
        self.found.append(node.value)


def sentences(language: str) -> Iterator[tuple[str, str]]:
    for entry in FluentParser().parse(sources(language)["stories.ftl"]).body:
        if isinstance(entry, ftl.Message) and entry.value is not None:
            yield entry.id.name, " ".join(_Texts(entry.value).found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_about_a_story_is_causal(language: str) -> None:
    said = dict(sentences(language))
    assert len(said) > 40
    assert {name: text for name, text in said.items() if re.search(rf"\b(?:{CAUSAL[language]})", text.lower())} == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "scores rose because of it"),
        ("en", "the workshop raised results"),
        ("en", "this practice works"),
        ("es", "las notas mejoraron"),
        ("es", "gracias a la formación"),
    ],
)
def test_the_list_of_words_knows_a_causal_sentence(language: str, text: str) -> None:
    assert re.search(rf"\b(?:{CAUSAL[language]})", text)
