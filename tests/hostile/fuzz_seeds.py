"""Valid small files of every format, from the tests' own builders: what the fuzz run starts from."""

from __future__ import annotations

import json
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "reading"))

import hostile_bytes as raw
import made_documents as made
from made_frameworks import edge, item, package

Seed = tuple[str, bytes]

CASE = package(
    [item("a", "M"), item("b", "M.1", educationLevel=["03", "04"], notes="n"), item("c", "M.2", listEnumeration="2")],
    [
        edge("b", "isChildOf", "a", sequenceNumber=1),
        edge("c", "isChildOf", "a"),
        edge("c", "exactMatchOf", "http://x/1"),
    ],
)
SET = {
    "id": "S3",
    "title": "Grade 3",
    "subject": "Science",
    "educationLevels": ["03"],
    "standards": {
        "1": {"id": "1", "position": 1, "depth": 0, "description": "Plants"},
        "2": {
            "id": "2",
            "position": 2,
            "depth": 1,
            "statementNotation": "3.P",
            "description": "Seeds",
            "ancestorIds": ["1"],
        },
    },
}
ASN = {
    "id": "http://asn.example/D1",
    "title": "Pond Hill",
    "children": [
        {
            "id": "http://asn.example/S1",
            "dcterms_description": {"literal": "Plants <i>grow</i>", "language": "en-US"},
            "asn_statementNotation": "3.P",
            "dcterms_educationLevel": {"uri": "http://x/3", "prefLabel": "3"},
            "children": [{"id": "S2", "dcterms_description": "Seeds", "skos_exactMatch": [{"uri": "urn:guid:AB"}]}],
        }
    ],
}
_KIND, _CORE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "http://purl.org/ASN/schema/core/"
RDF = {
    "http://x/D1": {_KIND: [{"value": _CORE + "StandardDocument"}], "http://purl.org/dc/title": [{"value": "Pond"}]},
    "http://x/S1": {
        _KIND: [{"value": _CORE + "Statement", "type": "uri"}],
        "http://purl.org/dc/terms/isPartOf": [{"value": "http://x/D1"}],
        "http://purl.org/dc/terms/description": [{"value": "Plants"}],
        "http://purl.org/gem/qualifiers/isChildOf": [{"value": "http://x/D1"}],
    },
}
CORE = """<?xml version='1.0'?><LearningStandards><LearningStandardItem xml:lang="en" RefID="A">
<StandardHierarchyLevel><number>7</number><description>Standard</description></StandardHierarchyLevel>
<StatementCodes><StatementCode>3.P</StatementCode></StatementCodes><Statements><Statement>Plants</Statement></Statements>
<GradeLevels><GradeLevel>03</GradeLevel></GradeLevels><RelatedLearningStandardItems>
<LearningStandardItemRefId RelationshipType="childOf">B</LearningStandardItemRefId></RelatedLearningStandardItems>
</LearningStandardItem></LearningStandards>"""
EDFI = """<InterchangeStandards xmlns="http://ed-fi.org/5.2.0"><LearningStandard><LearningStandardId>3.P</LearningStandardId>
<Description>Plants</Description><GradeLevel>uri://ed-fi.org/GradeLevelDescriptor#Third grade</GradeLevel>
<ParentLearningStandardReference><LearningStandardIdentity><LearningStandardId>3</LearningStandardId>
</LearningStandardIdentity></ParentLearningStandardReference></LearningStandard></InterchangeStandards>"""
LINES = [
    {
        "identifier": "f",
        "labels": ["StandardsFramework"],
        "properties": {"name": "Pond Hill", "caseIdentifierUUID": "F"},
    },
    {
        "identifier": "a",
        "labels": ["StandardsFrameworkItem"],
        "properties": {"description": "Plants", "gradeLevel": ["3"]},
    },
    {"label": "hasChild", "source_identifier": "f", "target_identifier": "a"},
]
RECORDS = [
    {"code": "M", "statement": "Measuring"},
    {"code": "M.1", "statement": "Rulers", "grades": ["3"], "parent": "M"},
]
TABLE = 'code,statement,grades,subject,parent\nM,Measuring,3,math,\nM.1,"Use a ruler, well",3-4,math,M\n'
SALT = "Identifier,fullStatement,Human Coding Scheme,Is Child Of,IsPartOf\na,Plants,P,,\nb,Seeds,P.1,a,a\n"
RESULTS = "item_id,standard_code,max_points,n,p_value,group\nq1,3.A,2,120,0.62,Grade 3\nq2,3.B,1,118,0.4,\n"
LABELS = "file,lesson,codes,kind\ncurriculum/a.md,Unit > Lesson 1,3.A|3.B,unit\ncurriculum/b.md,,3.A,\n"
MAIL = (
    b"From: a@b.example\r\nSubject: Unit 3\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    b"--x\r\nContent-Type: text/plain\r\n\r\nPupils add.\r\n--x\r\n"
    b"Content-Type: text/html\r\n\r\n<p>Hi</p>\r\n--x--\r\n"
)
RICH = rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f0\fs24 Unit 3\par Pupils \b add\b0  numbers \u8364? \'e9.\par}"
PAGE = "<html><title>Unit</title><h1>Unit 3</h1><p>Pupils add.<ul><li>one</ul><table><tr><td>a<td>b</table></html>"
MARKDOWN = (
    "---\ntitle: x\n---\n# Unit 3\n\nPupils *add* [numbers](x).\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n"
)
MANIFEST = """<manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1"><organizations>
<organization identifier="O"><item identifier="R"><item identifier="M"><title>Module 1</title>
<item identifier="I" identifierref="P"><title>Lesson</title></item></item></item></organization></organizations>
<resources><resource identifier="P" type="webcontent" href="a.html"><file href="a.html"/></resource></resources>
</manifest>"""
SCORES = {
    "objectiveAssessments": [
        {
            "identificationCode": "F",
            "assessmentReference": {"assessmentIdentifier": "Fall"},
            "maxRawScore": 10,
            "learningStandards": [{"learningStandardReference": {"learningStandardId": "3.A"}}],
        }
    ],
    "studentAssessments": [
        {
            "studentAssessmentIdentifier": pupil,
            "assessmentReference": {"assessmentIdentifier": "Fall"},
            "studentObjectiveAssessments": [
                {
                    "objectiveAssessmentReference": {"identificationCode": "F", "assessmentIdentifier": "Fall"},
                    "scoreResults": [{"assessmentReportingMethodDescriptor": "uri://x#Raw score", "result": "5"}],
                }
            ],
        }
        for pupil in ("p1", "p2")
    ],
}
ROSTER = {
    "lineItems": [{"sourcedId": "L", "title": "Exit ticket", "resultValueMax": 4, "class": {"sourcedId": "C"}}],
    "classes": [{"sourcedId": "C", "grades": ["03"]}],
    "results": [
        {
            "sourcedId": pupil,
            "lineItem": {"sourcedId": "L"},
            "score": 3,
            "learningObjectiveSet": [{"learningObjectiveResults": [{"learningObjectiveId": "A", "score": 2}]}],
        }
        for pupil in ("p1", "p2")
    ],
}
BULK = """<InterchangeStudentAssessment><StudentAssessment><StudentAssessmentItem><RawScoreResult>2</RawScoreResult>
<AssessmentItemReference><IdentificationCode>q1</IdentificationCode></AssessmentItemReference></StudentAssessmentItem>
</StudentAssessment><AssessmentItem><IdentificationCode>q1</IdentificationCode><MaxRawScore>2</MaxRawScore>
<LearningStandardReference><LearningStandardId>3.A</LearningStandardId></LearningStandardReference></AssessmentItem>
</InterchangeStudentAssessment>"""


def _text(value: Any) -> bytes:
    return json.dumps(value).encode()


@cache
def _documents() -> list[Seed]:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        paths = [made.word(folder / "a.docx"), made.pdf(folder / "a.pdf", 2), made.deck(folder / "a.pptx")]
        paths += [made.workbook(folder / "a.xlsx"), made.scan(folder / "b.pdf", ["one", ""])]
        text = "<office:text><text:h>Unit</text:h><text:p>Pupils add.</text:p></office:text>"
        paths.append(made.opendocument(folder / "a.odt", text))
        paths.append(made.zipped(folder / "a.imscc", {"imsmanifest.xml": MANIFEST, "a.html": PAGE}))
        paths.append(made.zipped(folder / "a.zip", {"u/a.md": MARKDOWN, "b.docx": paths[0].read_bytes()}))
        found = [(path.name, path.read_bytes()) for path in paths]
    plain = {"a.md": MARKDOWN.encode(), "a.html": PAGE.encode(), "a.csv": TABLE.encode(), "a.rtf": RICH, "a.eml": MAIL}
    return [*found, *plain.items(), ("a.txt", b"Unit 3\n\n1. Pupils add.\n2. They check.\n")]


def _frameworks() -> list[Seed]:
    rows = [line.split(",")[:2] for line in TABLE.splitlines()]
    book = raw.workbook("".join(raw.text_row(number, *cells) for number, cells in enumerate(rows, 1)))
    values = (CASE, SET, ASN, RDF, RECORDS)
    texts = (CORE, EDFI, TABLE, SALT, TABLE.replace(",", ";"), "\n".join(map(json.dumps, LINES)))
    return (
        [("a.json", _text(value)) for value in values]
        + [("a.csv", text.encode()) for text in texts]
        + [("a.xlsx", book)]
    )


SEEDS: dict[str, list[Seed]] = {
    "documents": _documents(),
    "frameworks": _frameworks(),
    "labels": [("labels.csv", LABELS.encode())],
    "results": [
        ("a.csv", RESULTS.encode()),
        ("a.json", _text(SCORES)),
        ("b.json", _text(ROSTER)),
        ("a.xml", BULK.encode()),
    ],
}
"""Files to start from, by the reader that they are for: a name, whose extension matters, and bytes."""
