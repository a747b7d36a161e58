"""The catalogue: every sentence in English, the same facts in every language, and nothing in a fact interpreted."""

from __future__ import annotations

import ast
import copy
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor
from hypothesis import given
from hypothesis import strategies as st

import curalign
from curalign.domain import verdicts
from curalign.domain.decisions import Resolution
from curalign.domain.findings import Severity
from curalign.domain.links import Strength
from curalign.domain.materials import Kind, Role
from curalign.finding import RULES
from curalign.planning.solving import TO_LOOSEN
from curalign.reading.documents import formats as documents
from curalign.reading.frameworks import formats as frameworks
from curalign.reporting.page.html import SECTIONS, TITLED
from curalign.reporting.page.phrases import GLOSSARY
from curalign.reporting.terminal import evaluation, gains, reviewing
from curalign.reporting.terminal.metrics import MEANINGS
from curalign.reporting.view.citing import STAGES
from curalign.reporting.view.words import SIGNALS
from curalign.reviewing.words import WORDS
from curalign.wording import ENGLISH, LANGUAGES, Facts, has_sentence, say
from curalign.wording.bundles import sources

CODE = Path(curalign.__file__).parent
NOT_YET = {"es": set[str]()}
"""What a language does not say yet: a new sentence is translated, or listed here until it is."""
FAMILIES = {
    "kind": Kind,
    "strength": Strength,
    "verdict": Resolution,
    "judged-unit": verdicts.Verdict,
    "judged-pd": verdicts.Verdict,
    "column": [*Strength, "grade", "strand", "school"],
    "count": list(Severity),
    "gaps": Resolution,
    "unjudged": Kind,
    "guarantee": ["fails", "lacks", "starts"],
    "signal": SIGNALS,
    "page-column": ["subject", "grade", "strand", "school"],
    "page-by": ["subject", "grade", "strand", "school"],
    "page-severity": list(Severity),
    "page-role": Role,
    "page-counts": Strength,
    "page-stage": STAGES,
    "page-each": Kind,
    "page-reaches": Kind,
    "page-q": [section for section in SECTIONS if section not in TITLED],
    "page-nav": SECTIONS,
    "page-term": [part for term in GLOSSARY for part in (term, f"{term}.meaning")],
    "table-severity": list(Severity),
    "table-role": Role,
    "review": WORDS,
    "loosen": [*TO_LOOSEN, "several"],
    "metric": [sentence.removeprefix("metric-") for sentence in MEANINGS.values()],
    "evaluate": evaluation.BINS,
    "gains": gains.COLUMNS,
    "agree": [*reviewing.AGREED, *reviewing.LEARNED],
    "F303-decision": ["names-no-standard", "names-no-file", "not-needed"],
}
"""The sentences whose ids are made in the code, of the family's name and each of these words."""
ANYTHING = st.text(st.characters(), max_size=80)


def test_every_plural_form_of_a_language_is_there() -> None:
    one, several = (say("headline", numbers(n), "es") for n in (1, 3))
    assert one == "De 9 estándares, 1 se enseña por completo, 2 en parte y 1 sin enseñar; 1 no se pudo juzgar."
    assert several == "De 9 estándares, 3 se enseñan por completo, 2 en parte y 3 sin enseñar; 3 no se pudieron juzgar."
    one, several = (say("headline", numbers(n)) for n in (1, 3))
    assert one == "Of 9 estándares, 1 is taught in full, 2 in part, 1 not at all, 1 could not be judged."
    assert several == "Of 9 estándares, 3 are taught in full, 2 in part, 3 not at all, 3 could not be judged."


def numbers(n: int) -> dict[str, int | str]:
    return {"standards": "9 estándares", "full": n, "partial": 2, "none": n, "unknown": n}


def entries(language: str) -> Iterator[tuple[str, ftl.EntryType]]:
    for file, text in sources(language).items():
        for entry in FluentParser().parse(text).body:
            yield file, entry


@cache
def patterns(language: str) -> dict[str, ftl.Pattern]:
    """Each sentence of a language, and each attribute, as it was parsed."""
    found: dict[str, ftl.Pattern] = {}
    for _, entry in entries(language):
        if isinstance(entry, ftl.Message):
            found |= {entry.id.name: entry.value} if entry.value else {}
            found |= {f"{entry.id.name}.{attribute.id.name}": attribute.value for attribute in entry.attributes}
    return found


class Names(Visitor):
    """The facts and the sentences that a pattern names, and the plural forms that it has for each fact."""

    def __init__(self, pattern: ftl.BaseNode) -> None:
        self.facts: set[str] = set()
        self.sentences: set[str] = set()
        self.visit(pattern)

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802  # the visitor's own name
        self.facts.add(node.id.name)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802
        self.sentences.add(node.id.name)


def facts_of(language: str, sentence: str) -> set[str]:
    """All facts that a sentence names, itself or through the sentences in it."""
    named = Names(patterns(language)[sentence])
    return named.facts.union(*(facts_of(language, other) for other in named.sentences))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_of_a_file_is_a_sentence_and_has_a_name_of_its_own(language: str) -> None:
    junk = [(file, entry.content) for file, entry in entries(language) if isinstance(entry, ftl.Junk)]
    assert junk == []
    names = [entry.id.name for _, entry in entries(language) if isinstance(entry, ftl.Message)]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_names_only_sentences_of_its_own_file(language: str) -> None:
    file_of = {entry.id.name: file for file, entry in entries(language) if isinstance(entry, ftl.Message)}
    far = {
        (name, other)
        for name, pattern in patterns(language).items()
        for other in Names(pattern).sentences
        if file_of.get(other) != file_of[name.partition(".")[0]]
    }
    assert far == set()


_SAID = re.compile(r"""say\(["']([a-z][\w.-]*\w)["']""")


def literal_ids() -> set[str]:
    """The ids in the code: what `say` is given, in templates as well, and the fields `sentence` and `trouble`."""
    found = {name for path in CODE.rglob("*.j2") for name in _SAID.findall(path.read_text(encoding="utf-8"))}
    for path in CODE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            values = [keyword.value for keyword in node.keywords if keyword.arg in ("sentence", "trouble")]
            values += node.args[:1] if name == "say" else []
            found |= {v.value for value in values for v in ast.walk(value) if isinstance(v, ast.Constant) and v.value}
    return {text for text in found if isinstance(text, str) and re.fullmatch(r"[A-Za-z][\w.-]*[\w]", text)}


CARRIERS = {"Problem", "Unread", "UnreadableError"}
"""What carries a trouble and its facts from where it is found to where it is said; errors derived from these do too."""


def troubles() -> Iterator[tuple[str, ast.Call]]:
    """Wherever the code makes a problem, or what becomes one, with the line. Storage makes them of what it kept."""
    parsed = [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in CODE.rglob("*.py")]
    classes = [node for _, tree in parsed for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    derived = {c.name for c in classes for base in c.bases if isinstance(base, ast.Name) and base.id in CARRIERS}
    for path, tree in parsed:
        calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name))
        named = (call for call in calls if getattr(call.func, "id", "") in CARRIERS | derived)
        if path.parent.name != "storage":
            yield from ((f"{path.relative_to(CODE)}:{call.lineno}", call) for call in named)


def ids_in(value: ast.expr) -> list[str] | None:
    """The ids that an argument may be: one, or one of two; none where it is handed on; None for anything else."""
    if isinstance(value, ast.IfExp):
        first, second = ids_in(value.body), ids_in(value.orelse)
        return None if first is None or second is None else [*first, *second]
    if isinstance(value, ast.Attribute) and value.attr == "trouble":
        return []
    return [value.value] if isinstance(value, ast.Constant) and isinstance(value.value, str) else None


def test_no_problem_holds_words_that_the_catalogue_lacks_in_any_language() -> None:
    found = {line: {word.arg: word.value for word in call.keywords}.get("trouble") for line, call in troubles()}
    assert len(found) > 100
    named = {line: ids_in(value) if value else None for line, value in found.items()}
    assert {line for line, ids in named.items() if ids is None} == set()
    every = {name for ids in named.values() for name in ids or ()}
    assert len(every) > 100
    assert {(name, language) for name in every for language in LANGUAGES if not has_sentence(name, language)} == set()


def test_a_problem_is_made_with_the_facts_that_its_sentence_names() -> None:
    wrong = []
    for line, call in troubles():
        words = {word.arg: word.value for word in call.keywords}
        ids, facts = ids_in(words["trouble"]) or [], words.get("facts")
        given = set[str | None]()
        if isinstance(facts, ast.Call) and isinstance(facts.func, ast.Name) and facts.func.id == "Facts":
            given = {word.arg for word in facts.keywords}
        elif facts:
            continue  # handed on
        whole = not (facts and facts.args) and getattr(call.func, "id", "") != "Unread"  # whoever has one adds to it
        for name in ids:
            needed = facts_of(ENGLISH, name)
            wrong += [(line, name)] if given - needed or (whole and needed - given) else []
    assert wrong == []


def words_known(language: str, sentence: str) -> set[str]:
    """The words that a sentence has a form for."""
    found = [placeable.expression for placeable in patterns(language)[sentence].elements]
    (choice,) = (expression for expression in found if isinstance(expression, ftl.SelectExpression))
    return {variant.key.name for variant in choice.variants}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_has_a_name_in_every_language(language: str) -> None:
    assert words_known(language, "format-name") == {known.name for known in documents.FORMATS.values()}
    assert words_known(language, "framework-format") == {known.name for known in frameworks.FORMATS}


def used_ids() -> set[str]:
    made = {f"{family}-{word}" for family, words in FAMILIES.items() for word in words}
    return literal_ids() | made | {f"{code}.{what}" for code in RULES for what in ("title", "advice")}


def test_every_id_in_the_code_has_a_sentence_in_english() -> None:
    assert len(literal_ids()) > 20
    assert {name for name in used_ids() if not has_sentence(name)} == set()


def test_every_sentence_is_said_somewhere() -> None:
    within = {other for pattern in patterns(ENGLISH).values() for other in Names(pattern).sentences}
    assert set(patterns(ENGLISH)) - used_ids() - within - set(RULES) == set()


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != ENGLISH])
def test_what_a_language_does_not_say_yet_is_listed(language: str) -> None:
    assert set(patterns(ENGLISH)) - set(patterns(language)) == NOT_YET[language]
    assert set(patterns(language)) - set(patterns(ENGLISH)) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_names_the_same_facts(language: str) -> None:
    ours = {name: facts_of(language, name) for name in patterns(language)}
    assert ours == {name: facts_of(ENGLISH, name) for name in ours}


@pytest.mark.parametrize(
    ("language", "words", "said"),
    [
        ("en", 0, "holds no text, too little"),
        ("en", 1, "holds only 1 word of its own, too"),
        ("en", 14, "holds only 14 words of its own, too"),
        ("es", 0, "no contiene texto, demasiado"),
        ("es", 1, "contiene solo 1 palabra propia, demasiado"),
        ("es", 14, "contiene solo 14 palabras propias, demasiado"),
    ],
)
def test_a_number_chooses_the_form_of_its_word(language: str, words: int, said: str) -> None:
    assert say("too-little-text", {"words": words}, language).startswith(said)


@pytest.mark.parametrize(
    ("language", "grades", "said"),
    [
        ("en", ("3",), "grade 3"),
        ("en", ("3", "4"), "grades 3 and 4"),
        ("en", ("K-2", "5"), "grades K to 2 and 5"),
        ("es", ("3",), "el grado 3"),
        ("es", ("K-2", "5"), "los grados K a 2 y 5"),
    ],
)
def test_grades_are_one_or_several(language: str, grades: tuple[str, ...], said: str) -> None:
    facts = {"count": 2, "grades": grades, "why": "settings"}
    assert said in say("F303-grades-left-out", facts, language)


def test_a_sentence_or_a_fact_that_nobody_has_is_a_mistake_and_never_an_empty_line() -> None:
    with pytest.raises(KeyError):
        say("no-such-sentence", language="es")
    with pytest.raises(ValueError, match="U104"):
        say("U104")


@given(ANYTHING)
def test_nothing_in_a_fact_is_interpreted_and_no_mark_is_set_round_it(text: str) -> None:
    hostile = f"{{ CHANCE($probability) }} {{{text}}} {{ -term }} <b>"
    said = say("quoted", {"text": hostile})
    assert said == f"“{' '.join(hostile.split())}”"


def test_a_very_long_fact_is_cut_and_breaks_no_sentence() -> None:
    said = say("quoted", {"text": "long " * 5000})
    assert said.endswith("long…”")
    assert len(said) <= 1002


facts = st.dictionaries(
    st.text(max_size=5), st.one_of(st.text(max_size=9), st.integers(), st.floats(0, 1), st.lists(st.text(max_size=5)))
)


@given(facts)
def test_facts_come_back_from_json_and_from_a_copy_as_they_were(given_facts: dict[str, object]) -> None:
    ours = Facts(given_facts)
    assert Facts(json.loads(json.dumps(ours))) == ours
    assert copy.deepcopy(ours) == ours
    assert hash(Facts(dict(reversed(given_facts.items())))) == hash(ours)


def test_facts_do_not_change() -> None:
    ours = Facts(words=1)
    with pytest.raises(TypeError):
        ours["words"] = 2
    with pytest.raises(TypeError):
        ours.update(words=2)
    assert ours == {"words": 1}


def test_a_sentence_finds_those_that_it_names_when_it_is_the_first_that_is_said() -> None:
    facts = {"subject": "P.1", "verdict": "wrong", "owner": "Ana", "near": ["P.2"]}
    code = "from curalign.wording import Facts, say\n"
    code += f"print(*(say('F303-decision-names-no-file', Facts({facts}), language) for language in {LANGUAGES}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert "The decision for P.1 (wrong, Ana) names no file that was checked; did you mean P.2? Mend it" in done.stdout
    assert done.stdout.count("P.2") == len(LANGUAGES)
