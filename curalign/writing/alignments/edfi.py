"""Alignments as resources of an Ed-Fi ODS / API: contents that reference a learning standard, and equivalences.

Source: Ed-Fi Data Standard 5, entities EducationContent, LearningStandard and LearningStandardEquivalenceAssociation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from curalign.domain.grades import GRADES
from curalign.domain.links import Strength
from curalign.domain.standards import Framework, Standard
from curalign.domain.subjects import subject_of
from curalign.interchange import identifier
from curalign.writing.alignments.aligned import Aligned, Exchange, aligned, as_json, as_lines, describe

_ID, _SHORT, _LONG, _PUBLISHER = 60, 75, 1024, 50
"""The most characters of Ed-Fi's fields."""
_DESCRIPTOR = "uri://ed-fi.org/{kind}Descriptor#{value}"
_GRADES = dict(
    zip(
        GRADES,
        (
            *("Preschool/Prekindergarten", "Kindergarten", "First grade", "Second grade", "Third grade"),
            *("Fourth grade", "Fifth grade", "Sixth grade", "Seventh grade", "Eighth grade", "Ninth grade"),
            *("Tenth grade", "Eleventh grade", "Twelfth grade"),
        ),
        strict=True,
    )
)
_SUBJECTS = {subject_of(name): name for name in ("Mathematics", "Science", "English Language Arts", "Social Studies")}
"""Ed-Fi's names of grades and subjects."""


def write_edfi(exchange: Exchange) -> dict[str, str]:
    """Write what Ed-Fi has for it: a content for each document and standard that it reaches in full.

    Args:
        exchange: What is handed on.

    Returns:
        The resources under "", by the name of the endpoint that each list is posted to, in order; and under
        `.evidence.jsonl` what Ed-Fi has no place for, by the content's identifier.

    """
    in_full = [one for one in aligned(exchange) if one.strength is Strength.FULL]
    framework = exchange.coverage.framework
    equivalent = _equivalences(framework)
    ends = [framework.by_id[edge[at]] for edge in equivalent for at in (0, 1)]
    standards = {standard.id: standard for standard in (*(one.standard for one in in_full), *ends)}
    namespace = f"uri://curalign/{re.sub(r'[^a-z0-9]+', '-', exchange.district.lower()).strip('-')}"
    resources = {
        "learningStandards": [_standard(standard, framework, namespace) for standard in standards.values()],
        "educationContents": [_content(one, exchange, namespace) for one in in_full],
        "learningStandardEquivalenceAssociations": [_equivalence(edge, framework, namespace) for edge in equivalent],
    }
    lines = [{"contentIdentifier": one.id, **describe(one, exchange)} for one in in_full]
    return {"": as_json(resources), ".evidence.jsonl": as_lines(lines)}


def _content(one: Aligned, exchange: Exchange, namespace: str) -> dict[str, Any]:
    """A content references one standard and no more, so a document has one for each."""
    best = one.links[0].passage
    return {
        "contentIdentifier": one.id,
        "namespace": namespace,
        "learningStandardReference": _reference(one.standard),
        "shortDescription": (one.material.title or one.material.path)[:_SHORT],
        "description": f"{one.material.path}, {best.place}: {best.text}"[:_LONG],
        "publisher": exchange.district[:_PUBLISHER],
        "appropriateGradeLevels": _grades(one.material.grades),
    }


def _standard(standard: Standard, framework: Framework, namespace: str) -> dict[str, Any]:
    """The standard as a content needs it to be there; a district that has loaded its standards has no use for it."""
    title = next((source.title for source in framework.sources if source.id == standard.framework), standard.framework)
    subject = _SUBJECTS.get(subject_of(standard.subject), "Other")
    return {
        "learningStandardId": _id(standard),
        "learningStandardItemCode": standard.code[:_ID],
        "description": standard.statement[:_LONG],
        "namespace": namespace,
        "contentStandard": {"title": title[:_SHORT]},
        "academicSubjects": [{"academicSubjectDescriptor": _descriptor("AcademicSubject", subject)}],
        "gradeLevels": _grades(standard.grades),
    }


def _equivalences(framework: Framework) -> list[tuple[str, str]]:
    """The pairs of standards of two frameworks that a publisher calls an exact match. None is guessed here."""
    return [
        (edge.origin, edge.destination)
        for edge in framework.associations
        if edge.type == "exactMatchOf"
        and edge.origin in framework.by_id
        and edge.destination in framework.by_id
        and framework.by_id[edge.origin].framework != framework.by_id[edge.destination].framework
    ]


def _equivalence(edge: tuple[str, str], framework: Framework, namespace: str) -> dict[str, Any]:
    source, target = (framework.by_id[end] for end in edge)
    return {
        "namespace": namespace,
        "sourceLearningStandardReference": _reference(source),
        "targetLearningStandardReference": _reference(target),
        "learningStandardEquivalenceStrengthDescriptor": _descriptor(
            "LearningStandardEquivalenceStrength", "Equivalent"
        ),
    }


def _reference(standard: Standard) -> dict[str, str]:
    return {"learningStandardId": _id(standard)}


def _id(standard: Standard) -> str:
    return standard.id if len(standard.id) <= _ID else identifier(standard.id)


def _grades(grades: Sequence[str]) -> list[dict[str, str]]:
    return [{"gradeLevelDescriptor": _descriptor("GradeLevel", _GRADES[grade])} for grade in grades if grade in _GRADES]


def _descriptor(kind: str, value: str) -> str:
    return _DESCRIPTOR.format(kind=kind, value=value)
