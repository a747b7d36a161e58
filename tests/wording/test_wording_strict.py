"""Every sentence can be said in every language with the facts that the English one takes; what cannot is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import run
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor
from test_wording_catalogue import patterns

from curalign.wording import ENGLISH, LANGUAGES, catalogue, said_in_english, say

OF_LISTS = {"LIST", "COUNT", "PLACES", "SUBJECTS", "EACH", "GRADES"}
OF_NUMBERS = {"NUMBER", "CHANCE", "THRESHOLD", "SIZE"}
PLURALS = {"zero", "one", "two", "few", "many", "other"}


class Kinds(Visitor):
    """What a sentence makes of its facts: lists, numbers, words that it has a form for; anything else is a text."""

    def __init__(self, pattern: ftl.BaseNode) -> None:
        self.facts: dict[str, list[object]] = {}
        self.visit(pattern)

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802  # the visitor's own name
        self.facts.setdefault(node.id.name, ["text"])

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802
        self._add(Kinds(patterns(ENGLISH)[node.id.name]).facts)

    def visit_FunctionReference(self, node: ftl.FunctionReference) -> None:  # noqa: N802
        for at, argument in enumerate(node.arguments.positional):
            if isinstance(argument, ftl.VariableReference):
                of = node.id.name
                value = ("one", "two") if of in OF_LISTS and at == 0 else 1 if at or of in OF_NUMBERS else "text"
                self._add({argument.id.name: [value]})

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802
        keys = [v.key.name if isinstance(v.key, ftl.Identifier) else v.key.value for v in node.variants]
        if isinstance(node.selector, ftl.VariableReference):
            is_number = all(key in PLURALS or key.isdigit() for key in keys)
            self._add({node.selector.id.name: [0, 1, 2] if is_number else [*keys]})
        self.generic_visit(node)

    def _add(self, found: dict[str, list[object]]) -> None:
        for name, values in found.items():
            known = self.facts.get(name, ["text"])
            self.facts[name] = values if known == ["text"] else known if values == ["text"] else [*known, *values]


def facts_for(sentence: str) -> Iterator[dict[str, object]]:
    """Facts for a sentence: each of the values of each fact, beside the first of the others."""
    kinds = Kinds(patterns(ENGLISH)[sentence]).facts
    first = {name: values[0] for name, values in kinds.items()}
    yield first
    for name, values in kinds.items():
        yield from ({**first, name: value} for value in values[1:])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_said_with_the_facts_that_the_english_one_takes(language: str) -> None:
    assert len(patterns(ENGLISH)) > 500
    failed = []
    for sentence in patterns(ENGLISH):
        for facts in facts_for(sentence):
            try:
                said = say(sentence, facts, language)
            except (KeyError, ValueError) as error:
                failed.append((sentence, facts, str(error)))
            else:
                assert bool(said) == bool(say(sentence, facts))
    assert failed == []


def test_in_tests_what_a_language_cannot_say_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="U104"):
        say("U104", language="es")


def test_in_use_it_is_english_and_noted_until_somebody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(catalogue.STRICT)
    facts = {"text": "word"}
    assert said_in_english() == ((), ENGLISH)
    assert say("quoted", facts, "xx") == say("quoted", facts)
    assert said_in_english() == (("quoted",), "xx")
    assert said_in_english() == ((), ENGLISH)


def test_a_command_tells_at_its_end_what_was_english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(catalogue.STRICT)
    table = tmp_path / "s.csv"
    table.write_text("code,statement\nA.1,Tell time\n", encoding="utf-8")
    quiet = run("standards", "validate", table)
    assert "in English" not in quiet.stderr
    for name in ("quoted", "and", "quoted"):
        say(name, {"text": "word", "first": "a", "last": "b"}, "xx")
    done = run("standards", "validate", table)
    assert done.stdout == quiet.stdout
    assert done.stderr.count("in English") == 1
    assert "and and quoted" in done.stderr
