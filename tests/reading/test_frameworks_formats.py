"""The other formats that standards are published in, each by a small file, and the real ones by their counts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from made_frameworks import POND, item, package, write, write_case

from curalign.domain.standards import Association
from curalign.errors import FrameworkError
from curalign.reading.files.content import Content
from curalign.reading.frameworks import read_framework
from curalign.reading.frameworks.formats import FORMATS, recognise

SET = {
    "id": "S3",
    "title": "Grade 3",
    "subject": "Science",
    "educationLevels": ["03"],
    "license": {"title": "CC BY 3.0 US", "URL": "https://creativecommons.org/licenses/by/3.0/us/"},
    "document": {"valid": "2013"},
}
TOP = {"id": "1", "position": 1000, "depth": 0, "description": "Plants", "statementLabel": "Strand"}
MIDDLE = {"id": "2", "position": 2000, "depth": 1, "statementNotation": "3.P", "description": "Growing"}
LEAF = {
    "id": "3",
    "position": 3000,
    "depth": 2,
    "statementNotation": "3.P.1",
    "altStatementNotation": "P1",
    "description": "Tell how a seed grows",
    "listId": "1.",
    "asnIdentifier": "S1",
}


@pytest.mark.parametrize("as_map", [True, False], ids=["map", "list"])
@pytest.mark.parametrize("wrapped", [True, False], ids=["as the API answers", "bare"])
def test_common_standards_project(tmp_path: Path, as_map: bool, wrapped: bool) -> None:
    standards = [{**LEAF, "ancestorIds": ["1", "2"]}, TOP, {**MIDDLE, "ancestorIds": ["1"]}]
    a_set = {**SET, "standards": {one["id"]: one for one in standards} if as_map else standards}
    framework = read_framework(write(tmp_path, "x.json", json.dumps({"data": a_set} if wrapped else a_set)))
    assert [s.id for s in framework] == ["1", "2", "3"], "in the set's order"
    leaf = framework["3.P.1"]
    assert framework["P1"] == leaf
    assert [s.statement for s in framework.ancestors(leaf)] == ["Growing", "Plants"]
    assert {s.grades for s in framework} == {("3",)}, "a set's grades hold for all its standards"
    assert leaf.extra == {"asnIdentifier": "S1", "listEnumeration": "1."}
    (source,) = framework.sources
    assert (source.id, source.title, source.licence) == ("S3", "Science Grade 3", "CC BY 3.0 US")
    assert source.extra["document"] == '{"valid": "2013"}'


def test_common_standards_project_without_ancestors_goes_by_depth(tmp_path: Path) -> None:
    second = {"id": "4", "position": 4000, "depth": 1, "statementNotation": "3.Q", "description": "Soil"}
    text = json.dumps([{**SET, "standards": [TOP, MIDDLE, LEAF, second]}])
    framework = read_framework(write(tmp_path, "x.json", text))
    assert [s.parent for s in framework] == [None, "1", "2", "1"]


def asn_node(number: int, words: str, **fields: object) -> dict[str, object]:
    return {
        "id": f"http://asn.example/S{number}",
        "dcterms_description": {"literal": words, "language": "en-US"},
        "dcterms_subject": {"uri": "http://purl.org/ASN/scheme/ASNTopic/science", "prefLabel": "Science"},
        **fields,
    }


def test_asn_manifest(tmp_path: Path) -> None:
    leaf = asn_node(
        2,
        "Say &quot;a seed grows&quot; and find 3<sup>2</sup><i>x</i>.<sup>1</sup>",
        asn_statementNotation="3.P.1",
        asn_altStatementNotation="P1",
        asn_statementLabel={"literal": "Standard", "language": "en-US"},
        skos_exactMatch=[{"uri": "urn:guid:AB", "prefLabel": "urn:guid:AB"}],
        asn_comment={"literal": "a note"},
    )
    level = {"uri": "http://purl.org/ASN/scheme/ASNEducationLevel/3", "prefLabel": "3"}
    top = asn_node(1, "Plants", children=[leaf], dcterms_educationLevel=level)
    framework = read_framework(write(tmp_path, "x.json", json.dumps([top])))
    plants, seed = framework
    assert seed.statement == 'Say "a seed grows" and find 3^2x.'
    assert (seed.code, seed.aliases, seed.level, seed.subject) == ("3.P.1", ("P1",), "Standard", "Science")
    assert (seed.parent, seed.grades) == (plants.id, ("3",))
    assert seed.extra["asn_comment"] == '{"literal": "a note"}'
    assert "<sup>" in seed.extra["statement as published"]
    assert framework.associations == (Association(seed.id, "exactMatchOf", "urn:guid:AB"),)


def test_asn_manifest_with_its_document_on_top(tmp_path: Path) -> None:
    top = {"id": "http://asn.example/D1", "title": "Pond Hill", "children": [asn_node(1, "Plants")]}
    framework = read_framework(write(tmp_path, "x.json", json.dumps(top)))
    assert [s.statement for s in framework] == ["Plants"]
    assert (framework.sources[0].id, framework.sources[0].title) == ("http://asn.example/D1", "Pond Hill")


def test_asn_rdf(tmp_path: Path) -> None:
    def said(*values: str) -> list[dict[str, str]]:
        return [{"value": value, "type": "literal"} for value in values]

    kind, core, terms = (
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
        "http://purl.org/ASN/schema/core/",
        "http://purl.org/dc/terms/",
    )
    below = "http://purl.org/gem/qualifiers/isChildOf"
    graph = {
        "http://asn.example/D1": {
            kind: said(core + "StandardDocument"),
            "http://purl.org/dc/elements/1.1/title": said("Pond Hill"),
            terms + "rights": said("all of them"),
        },
        "http://asn.example/S1": {
            kind: said(core + "Statement"),
            terms + "isPartOf": said("http://asn.example/D1"),
            below: said("http://asn.example/D1"),
            terms + "description": said("Plants"),
            terms + "educationLevel": said("http://purl.org/ASN/scheme/ASNEducationLevel/K"),
        },
        "http://asn.example/S2": {
            kind: said(core + "Statement"),
            terms + "isPartOf": said("http://asn.example/D1"),
            below: said("http://asn.example/S1"),
            terms + "description": said("Tell how a seed grows"),
            core + "statementNotation": said("K-LS1-1"),
            core + "alignTo": said("http://other.example/W/K/7"),
            core + "comment": said("one", "two"),
        },
    }
    framework = read_framework(write(tmp_path, "x.json", json.dumps(graph)))
    plants, seed = framework
    assert (seed.code, seed.parent, seed.grades) == ("K-LS1-1", plants.id, ("K",))
    assert plants.parent is None
    assert seed.extra == {"comment": '["one", "two"]'}
    assert framework.associations == (Association(seed.id, "alignTo", "http://other.example/W/K/7"),)
    assert (framework.sources[0].title, framework.sources[0].licence) == ("Pond Hill", "all of them")


def test_corestandards_xml(tmp_path: Path) -> None:
    def one(ref: str, code: str, words: str, parent: str) -> str:
        return f"""<LearningStandardItem xml:lang="en" RefID="{ref}"><RefURI>http://pond.example/{code}</RefURI>
            <StandardHierarchyLevel><number>7</number><description>Standard</description></StandardHierarchyLevel>
            <StatementCodes><StatementCode>{code}</StatementCode></StatementCodes>
            <Statements><Statement>{words}</Statement></Statements>
            <GradeLevels><GradeLevel>03</GradeLevel><GradeLevel>04</GradeLevel></GradeLevels>
            <LearningStandardDocumentRefId>D1</LearningStandardDocumentRefId><RelatedLearningStandardItems>
            <LearningStandardItemRefId RelationshipType="childOf">{parent}</LearningStandardItemRefId>
            </RelatedLearningStandardItems></LearningStandardItem>"""

    items = one("A", "3.P", "Plants &amp;mdash; &lt;i&gt;all&lt;/i&gt;", "Z") + one("B", "3.P.1", "Seeds", "A")
    text = f"<?xml version='1.0'?><LearningStandards>{items}</LearningStandards>"
    framework = read_framework(write(tmp_path, "x.xml", text))
    plants, seeds = framework
    assert plants.statement == "Plants — all"
    assert (seeds.id, seeds.parent, seeds.grades, seeds.level) == ("B", "A", ("3", "4"), "Standard")
    assert seeds.extra == {"RefURI": "http://pond.example/3.P.1"}
    assert framework.sources[0].id == "D1"


def test_edfi_xml(tmp_path: Path) -> None:
    def named(kind: str, name: str) -> str:
        return f"<{kind}>uri://ed-fi.org/{kind}Descriptor#{name}</{kind}>"

    def identity(kind: str, name: str) -> str:
        inner = f"<LearningStandardIdentity><LearningStandardId>{name}</LearningStandardId></LearningStandardIdentity>"
        return f"<{kind}LearningStandardReference>{inner}</{kind}LearningStandardReference>"

    text = f"""<InterchangeStandards xmlns="http://ed-fi.org/5.2.0">
        <LearningStandard><LearningStandardId>3.P</LearningStandardId><Description>Plants</Description>
        {named("GradeLevel", "Third grade")}{named("AcademicSubject", "Science")}</LearningStandard>
        <LearningStandard><LearningStandardId>77</LearningStandardId>
        <LearningStandardItemCode>3.P.1</LearningStandardItemCode><Description>Seeds</Description>
        <ContentStandard><Title>State</Title></ContentStandard>{identity("Parent", "3.P")}</LearningStandard>
        <LearningStandardEquivalenceAssociation>{identity("Source", "77")}{identity("Target", "elsewhere")}
        {named("LearningStandardEquivalenceStrength", "Mostly equivalent")}
        <EffectiveDate>2026-07-01</EffectiveDate></LearningStandardEquivalenceAssociation>
        <Version>5</Version></InterchangeStandards>"""
    framework = read_framework(write(tmp_path, "x.xml", text))
    plants, seeds = framework
    assert (plants.grades, plants.subject) == (("3",), "Science")
    assert (seeds.code, seeds.aliases, seeds.parent) == ("3.P.1", ("77",), plants.id)
    assert "<Title>State</Title>" in seeds.extra["ContentStandard"]
    (pair,) = framework.associations
    assert pair == Association(seeds.id, "Mostly equivalent", "elsewhere", extra={"EffectiveDate": "2026-07-01"})
    assert framework.sources[0].extra == {"Version": "5"}


def test_learning_commons_nodes_and_relationships(tmp_path: Path) -> None:
    def node(node_id: str, label: str, **properties: object) -> dict[str, object]:
        return {"identifier": node_id, "labels": [label], "properties": properties}

    def link(origin: str, label: str, destination: str) -> dict[str, str]:
        return {"label": label, "source_identifier": origin, "target_identifier": destination}

    lines = [
        node(
            "f", "StandardsFramework", name="Pond Hill", caseIdentifierUUID="F", adoptionStatus="Adopted", license="x"
        ),
        node("a", "StandardsFrameworkItem", caseIdentifierUUID="A", description="Plants", gradeLevel=["3"]),
        node("b", "StandardsFrameworkItem", caseIdentifierUUID="B", statementCode="3.P.1", description="Seeds"),
        node("c", "LearningComponent", description="Name the parts of a seed"),
        *(link("f", "hasChild", "a"), link("a", "hasChild", "b"), link("c", "supports", "b") | {"identifier": "s1"}),
    ]
    text = "\n".join(map(json.dumps, lines))
    framework = read_framework(write(tmp_path, "x.jsonl", text))
    plants, seeds = framework
    assert (seeds.id, seeds.code, seeds.parent, seeds.grades) == ("B", "3.P.1", plants.id, ("3",))
    assert framework.associations == (Association("c", "supports", "B", "s1"),)
    (source,) = framework.sources
    assert (source.title, source.licence, source.extra) == ("Pond Hill", "x", {"adoptionStatus": "Adopted"})


def test_learning_commons_relationships_alone_say_what_is_missing(tmp_path: Path) -> None:
    line = json.dumps({"label": "hasChild", "source_identifier": "a", "target_identifier": "b"})
    with pytest.raises(FrameworkError, match=r"join nodes\.jsonl and relationships\.jsonl"):
        read_framework(write(tmp_path, "relationships.jsonl", f"{line}\n{line}\n"))


def test_a_list_of_frameworks_names_them_and_holds_no_standards(tmp_path: Path) -> None:
    text = "identifier,caseIdentifierUUID,name,description,adoptionStatus,license\n1,D1,Pond Hill,,Adopted,CC BY 4.0\n"
    framework = read_framework(write(tmp_path, "x.csv", text))
    assert len(framework) == 0
    assert [(s.id, s.title, s.standards, s.licence) for s in framework.sources] == [("D1", "Pond Hill", 0, "CC BY 4.0")]


@pytest.mark.parametrize("lines", [True, False], ids=["JSON lines", "a JSON list"])
def test_flat_records(tmp_path: Path, lines: bool) -> None:
    records = [
        {"code": "M", "statement": "Measuring"},
        {"code": "M.1", "statement": "Use a ruler", "grades": ["3", "4"], "parent": "M", "aliases": ["PH1"], "n": 2},
    ]
    text = "\n".join(map(json.dumps, records)) if lines else json.dumps(records)
    framework = read_framework(write(tmp_path, "x.json", text))
    ruler = framework["PH1"]
    assert (ruler.code, ruler.grades, framework.parent(ruler)) == ("M.1", ("3", "4"), framework["M"])
    assert ruler.extra == {"n": "2"}


def test_the_extension_does_not_decide(tmp_path: Path) -> None:
    path = write_case(tmp_path, package([item("a", "M.1")]), name="standards.csv")
    assert read_framework(path).sources[0].id == POND["identifier"]
    assert read_framework(write(tmp_path, "table.json", "code,statement\nM.1,Use a ruler\n"))["M.1"]


def test_every_real_file_is_recognised_and_most_formats_are_among_them(bench: Path) -> None:
    files = sorted((bench / "formats").iterdir())
    assert len(files) == 9
    names = {recognise(Content(path.name, path.read_bytes())).name for path in files}
    assert names <= {known.name for known in FORMATS}
    assert len(names) == 7


@pytest.mark.parametrize(
    ("name", "standards", "counted", "with_parent", "with_grades", "associations", "sources"),
    [
        ("asn_manifest_ccss_math.json", 703, 466, 686, 703, 1326, 1),
        ("asn_rdfjson_ngss.json", 1009, 784, 945, 1009, 1874, 1),
        ("corestandards_math.xml", 517, 466, 131, 517, 0, 1),
        ("edfi_standards_sample.xml", 5597, 5597, 0, 5597, 4, 1),
        ("learning_commons_kg_LearningComponent.csv", 2519, 2519, 0, 0, 0, 1),
        ("learning_commons_kg_StandardsFramework.csv", 0, 0, 0, 0, 0, 208),
        ("sbac_item_specs.case.json", 646, 478, 624, 646, 1074, 5),
        ("sbac_math_content_spec.case.json", 585, 435, 562, 584, 3367, 1),
        ("webb_dok.case.json", 15, 12, 12, 0, 15, 1),
    ],
)
def test_the_real_files_by_their_counts(
    bench: Path,
    name: str,
    standards: int,
    counted: int,
    with_parent: int,
    with_grades: int,
    associations: int,
    sources: int,
) -> None:
    framework = read_framework(bench / "formats" / name)
    assert len(framework) == len(framework.by_id) == standards
    assert sum(framework.counts(s) for s in framework) == counted
    assert sum(s.parent is not None for s in framework) == with_parent
    assert sum(bool(s.grades) for s in framework) == with_grades
    assert len(framework.associations) == associations
    assert len(framework.sources) == sources


def test_the_districts_of_the_bench(bench: Path) -> None:
    for district, standards in (("math_grade_2", 28), ("math_grade_2_gaps", 28), ("ela_grade_3", 90)):
        framework = read_framework(bench / "districts" / district / "standards" / "standards.csv")
        assert len(framework) == standards
        assert framework.problems == ()
        assert all(s.grades for s in framework)
