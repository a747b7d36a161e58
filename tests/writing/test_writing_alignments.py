"""What a district's documents teach, handed on as CASE, JSON-LD and Ed-Fi: nothing lost, and nothing added."""

from __future__ import annotations

import json
import uuid
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from builders import Document, Said, align, pd, standard, unit
from hypothesis import given, settings
from hypothesis import strategies as st

from curalign.covering import measure_coverage
from curalign.domain.decisions import Decision, Resolution
from curalign.domain.filters import NO_FILTER, Filter
from curalign.domain.findings import Finding, Severity
from curalign.domain.links import Strength
from curalign.domain.materials import Kind, Role
from curalign.domain.standards import Association, Source, Standard
from curalign.interchange import TYPES, identifier
from curalign.writing.alignments import FORMATS, SIDECAR, Exchange

RUN = "2026-11-23T120000Z-3f9a1c"
PUBLISHED = "https://standards.example/items/1"
STANDARDS = (
    replace(standard("A.1", "Measure with a ruler"), extra={"uri": PUBLISHED}),
    standard("A.2", "Tell the time"),
    standard("A.3", "Add to a hundred", grades="4"),
)
DOCUMENTS = (
    unit("curriculum/rulers.md", Said("Lay the ruler along it", {"A.1": 0.9}), Said("We look at rulers", {"A.1": 0.6})),
    unit("curriculum/clock quiz.md", Said("What time is it?", {"A.2": 0.85}, Role.ASSESSMENT)),
    unit("curriculum/sums.md", Said("Think of sums", {"A.3": 0.55, "A.1": 0.1}, Role.NOTE), grades="4"),
    pd("pd/rulers.docx", Said("Help those who start at one", {"A.1": 0.95})),
)
FOUND = Decision(Resolution.WRONG, "A. Rivera", "We teach it in art", expires=date(2027, 6, 30))


def exchange(
    *documents: Document, standards: tuple[Standard, ...] = STANDARDS, shown: Filter = NO_FILTER, decided: bool = False
) -> Exchange:
    coverage = measure_coverage(align(standards, *documents)).narrowed(shown)
    gap = Finding("U102", Severity.WARNING, standard=STANDARDS[2], gap=Kind.UNIT, decision=FOUND)
    return Exchange(coverage, (gap,) if decided else (), "Pond Hill", RUN)


@pytest.fixture(scope="module")
def whole() -> Exchange:
    return exchange(*DOCUMENTS, decided=True)


def written(form: str, of: Exchange) -> tuple[Any, list[dict[str, Any]]]:
    texts = FORMATS[form].write(of)
    return json.loads(texts[""]), [json.loads(line) for line in texts.get(SIDECAR, "").splitlines()]


PAIRS = [
    ("curriculum/clock quiz.md", "A.2", "full", 0.85),
    ("curriculum/rulers.md", "A.1", "full", 0.9),
    ("curriculum/sums.md", "A.3", "partial", 0.55),
    ("pd/rulers.docx", "A.1", "full", 0.95),
]
"""Each document and standard that it reaches at least in part, in order."""


def pairs(described: list[dict[str, Any]]) -> list[tuple[str, str, str, float]]:
    return [(one["file"], one["standard"], one["strength"], one["probability"]) for one in described]


class TestCase:
    def test_each_document_is_related_to_each_standard_that_it_reaches(self, whole: Exchange) -> None:
        package, _ = written("case", whole)
        edges = package["CFAssociations"]
        assert pairs([edge["extensions"]["curalign"] for edge in edges]) == PAIRS
        assert {edge["associationType"] for edge in edges} <= set(TYPES)
        assert all(edge["lastChangeDateTime"] == "2026-11-23T12:00:00+00:00" for edge in edges)

    def test_a_standard_is_named_as_its_publisher_names_it(self, whole: Exchange) -> None:
        package, _ = written("case", whole)
        ends = {e["destinationNodeURI"]["title"]: e["destinationNodeURI"] for e in package["CFAssociations"]}
        assert ends["A.1"] == {"title": "A.1", "identifier": identifier("a.1"), "uri": PUBLISHED}
        assert ends["A.2"]["uri"] == f"urn:uuid:{identifier('a.2')}"

    @pytest.mark.parametrize("form", ["case", "case-1.0"])
    def test_what_case_demands_is_there(self, form: str, whole: Exchange) -> None:
        package, _ = written(form, whole)
        needed = {"identifier", "uri", "creator", "title", "lastChangeDateTime"}
        assert needed <= set(package["CFDocument"])
        nodes = [edge[end] for edge in package["CFAssociations"] for end in ("originNodeURI", "destinationNodeURI")]
        for thing in (package["CFDocument"], *package["CFAssociations"], *nodes):
            assert str(uuid.UUID(thing["identifier"])) == thing["identifier"]
            assert ":" in thing["uri"]
        assert all(set(node) == {"title", "identifier", "uri"} for node in nodes)

    def test_the_extension_says_how_sure_on_what_by_what_and_who_looked(self, whole: Exchange) -> None:
        package, _ = written("case", whole)
        (thin,) = [
            e["extensions"]["curalign"] for e in package["CFAssociations"] if e["destinationNodeURI"]["title"] == "A.3"
        ]
        assert thin["reviewer"] == "A. Rivera"
        assert thin["decision"] == {"verdict": "wrong", "reason": "We teach it in art", "expires": "2027-06-30"}
        assert thin["model"] == {"encoder": "none", "judge": "none"}
        assert (thin["relation"], thin["run"]) == ("teaches", RUN)
        (quoted,) = thin["evidence"]
        assert quoted == {
            "place": "Lesson, p. 1, line 1",
            "role": "note",
            "probability": 0.55,
            "quote": "Think of sums",
        }

    def test_in_1_0_the_same_stands_beside_it_by_identifier(self, whole: Exchange) -> None:
        package, lines = written("case-1.0", whole)
        later, _ = written("case", whole)
        assert "extensions" not in json.dumps(package)
        assert "caseVersion" not in package["CFDocument"]
        told = {edge["identifier"]: edge["extensions"]["curalign"] for edge in later["CFAssociations"]}
        assert {line.pop("identifier"): line for line in lines} == told
        assert [edge["identifier"] for edge in package["CFAssociations"]] == list(told)


class TestJsonLd:
    @pytest.fixture
    def graph(self, whole: Exchange) -> dict[str, Any]:
        page, _ = written("jsonld", whole)
        assert page["@context"][0] == "https://schema.org"
        return {resource["name"]: resource for resource in page["@graph"] if "pd" not in resource["url"]} | {
            "PD": next(resource for resource in page["@graph"] if "pd" in resource["url"])
        }

    def test_a_unit_teaches_or_assesses_what_it_reaches_in_full(self, graph: dict[str, Any]) -> None:
        assert [term["termCode"] for term in graph["rulers"]["teaches"]] == ["A.1"]
        assert [term["termCode"] for term in graph["clock quiz"]["assesses"]] == ["A.2"]
        assert "teaches" not in graph["clock quiz"]
        assert not {"teaches", "assesses"} & set(graph["sums"])

    def test_what_it_reaches_in_part_is_an_alignment_that_says_so(self, graph: dict[str, Any]) -> None:
        (aligned,) = graph["sums"]["educationalAlignment"]
        assert aligned["@type"] == "AlignmentObject"
        assert (aligned["targetName"], aligned["curalign:strength"], aligned["curalign:probability"]) == (
            "A.3",
            "partial",
            0.55,
        )
        assert aligned["educationalFramework"] == "Test framework"

    def test_pd_supports_and_is_for_teachers(self, graph: dict[str, Any]) -> None:
        assert "teaches" not in graph["PD"]
        assert graph["PD"]["audience"]["educationalRole"] == "teacher"
        assert [one["alignmentType"] for one in graph["PD"]["educationalAlignment"]] == ["supports"]

    def test_it_can_stand_in_a_page(self) -> None:
        evil = unit("curriculum/x.md", Said("</script><script>alert(1)</script>", {"A.1": 0.9}))
        text = FORMATS["jsonld"].write(exchange(evil))[""]
        assert "<" not in text
        assert json.loads(text)["@graph"][0]["educationalAlignment"][0]["curalign:evidence"][0]["quote"].startswith(
            "</s"
        )


class TestEdFi:
    def test_a_content_references_one_standard_that_it_reaches_in_full(self, whole: Exchange) -> None:
        resources, lines = written("edfi", whole)
        known = {one["learningStandardId"]: one for one in resources["learningStandards"]}
        contents = resources["educationContents"]
        codes = [
            known[c["learningStandardReference"]["learningStandardId"]]["learningStandardItemCode"] for c in contents
        ]
        assert codes == ["A.2", "A.1", "A.1"]
        assert pairs(lines) == [pair for pair in PAIRS if pair[2] == "full"]
        assert [line["contentIdentifier"] for line in lines] == [content["contentIdentifier"] for content in contents]

    def test_fields_are_as_long_as_ed_fi_takes_and_required_ones_are_there(self) -> None:
        long = "long " * 500
        lengthy = (replace(standard("A.1", long), id="x" * 90, framework=long),)
        document = unit("curriculum/a.md", Said(long, {"A.1": 0.9}))
        resources, _ = written("edfi", exchange(document, standards=lengthy))
        (content,), (stated,) = resources["educationContents"], resources["learningStandards"]
        assert len(content["description"]) <= 1024
        assert len(content["shortDescription"]) <= 75
        assert len(stated["learningStandardId"]) <= 60
        assert content["learningStandardReference"] == {"learningStandardId": stated["learningStandardId"]}
        needed = {
            "learningStandardId",
            "description",
            "namespace",
            "contentStandard",
            "academicSubjects",
            "gradeLevels",
        }
        assert needed <= set(stated)
        assert stated["gradeLevels"] == [{"gradeLevelDescriptor": "uri://ed-fi.org/GradeLevelDescriptor#Third grade"}]

    def test_standards_that_a_publisher_equates_are_equivalent_and_no_others(self) -> None:
        ours, theirs = STANDARDS[1], replace(standard("Z.9", "Read a clock"), framework="Other")
        edges = (
            Association(ours.id, "exactMatchOf", theirs.id),
            Association(STANDARDS[0].id, "isRelatedTo", theirs.id),
            Association(ours.id, "exactMatchOf", "of nobody"),
        )
        coverage = exchange(*DOCUMENTS, standards=(*STANDARDS, theirs)).coverage
        framework = replace(coverage.framework, associations=edges, sources=(Source("Other", "Other", 1),))
        known = replace(coverage, alignment=replace(coverage.alignment, framework=framework))
        resources, _ = written("edfi", Exchange(known, (), "Pond Hill", RUN))
        (one,) = resources["learningStandardEquivalenceAssociations"]
        assert one["sourceLearningStandardReference"] == {"learningStandardId": "a.2"}
        assert one["targetLearningStandardReference"] == {"learningStandardId": "z.9"}
        assert one["learningStandardEquivalenceStrengthDescriptor"].endswith("#Equivalent")
        assert {"a.2", "z.9"} <= {standard["learningStandardId"] for standard in resources["learningStandards"]}


@pytest.mark.parametrize("form", FORMATS)
class TestEveryFormat:
    def test_the_same_check_gives_the_same_bytes(self, form: str, whole: Exchange) -> None:
        assert FORMATS[form].write(whole) == FORMATS[form].write(exchange(*DOCUMENTS, decided=True))

    def test_a_part_holds_that_part_alone(self, form: str) -> None:
        text = "".join(FORMATS[form].write(exchange(*DOCUMENTS, shown=Filter(("4",)))).values())
        assert "curriculum/sums.md" in text or form == "edfi"
        assert "rulers.md" not in text

    def test_a_district_without_documents_or_pd_is_empty_and_no_error(self, form: str) -> None:
        for documents in ((), DOCUMENTS[:1]):
            page, _ = written(form, exchange(*documents))
            assert ("pd/" in json.dumps(page)) is False

    def test_a_file_whose_name_is_no_text_can_be_written(self, form: str) -> None:
        path = "curriculum/\udce9t\udce9.md"
        odd = unit(path, Said("Lay the ruler along it", {"A.1": 0.9}))
        for text in FORMATS[form].write(exchange(odd)).values():
            assert text.encode("utf-8")
            assert "\udce9" not in text

    def test_no_address_of_a_standard_runs_anything(self, form: str) -> None:
        evil = (replace(STANDARDS[0], extra={"uri": "javascript:alert(1)"}),)
        assert "javascript" not in "".join(FORMATS[form].write(exchange(DOCUMENTS[0], standards=evil)).values())


fits = st.dictionaries(st.sampled_from(["A.1", "A.2", "A.3"]), st.floats(0, 1, width=16), max_size=3)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(["a.md", "b.md", "c.md"]), fits), max_size=8))
def test_every_pair_that_counts_is_handed_on_once_and_no_other(said: list[tuple[str, dict[str, float]]]) -> None:
    documents = [unit(f"curriculum/{at}-{path}", Said("words", fit)) for at, (path, fit) in enumerate(said)]
    of = exchange(*documents)
    counted = {
        (link.passage.material.path, link.standard.code)
        for link in of.coverage.alignment.links
        if link.strength in (Strength.FULL, Strength.PARTIAL)
    }
    package, _ = written("case", of)
    told = [edge["extensions"]["curalign"] for edge in package["CFAssociations"]]
    assert sorted((one["file"], one["standard"]) for one in told) == sorted(counted)
    assert len({edge["identifier"] for edge in package["CFAssociations"]}) == len(told)
