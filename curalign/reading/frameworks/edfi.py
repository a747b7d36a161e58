"""Ed-Fi's standards interchange (XML, `InterchangeStandards`)."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from curalign.domain.grades import read_grades
from curalign.reading.files.content import Content
from curalign.reading.frameworks.markup import find_text, find_texts, remaining_elements
from curalign.reading.frameworks.publication import Edge, Entry, Publication, as_stated

_KNOWN = frozenset(
    (
        *("LearningStandardId", "LearningStandardItemCode", "Description", "GradeLevel", "GradeLevels"),
        *("AcademicSubject", "ParentLearningStandardReference"),
    )
)
_ROOT = frozenset(("LearningStandard", "LearningStandardEquivalenceAssociation"))
_PAIR = frozenset(
    ("SourceLearningStandardReference", "TargetLearningStandardReference", "LearningStandardEquivalenceStrength")
)
_IDENTITY = "LearningStandardIdentity/LearningStandardId"


def is_edfi(content: Content) -> bool:
    """XML with learning standards directly under its root."""
    return content.xml is not None and content.xml.find("LearningStandard") is not None


def read_edfi(content: Content) -> list[Publication]:
    """All learning standards as one publication; equivalences become associations that bear Ed-Fi's strength."""
    root = content.xml
    standards = [] if root is None else root.findall("LearningStandard")
    pairs = [] if root is None else root.findall("LearningStandardEquivalenceAssociation")
    edges = (
        Edge(
            find_text(pair, f"SourceLearningStandardReference/{_IDENTITY}"),
            _named(find_text(pair, "LearningStandardEquivalenceStrength")),
            find_text(pair, f"TargetLearningStandardReference/{_IDENTITY}"),
            extra=remaining_elements(pair, _PAIR),
        )
        for pair in pairs
    )
    extra = {} if root is None else remaining_elements(root, _ROOT)
    return [Publication(tuple(map(_entry, standards)), edges=tuple(edges), extra=extra)]


def _entry(standard: Element) -> Entry:
    given = standard.find("LearningStandardId")
    # Ed-Fi 2 wraps the id in IdentificationCode; since 3 it stands alone.
    identifier = "" if given is None else "".join(given.itertext()).strip()
    code = find_text(standard, "LearningStandardItemCode")
    grades = (*find_texts(standard, "GradeLevel"), *find_texts(standard, "GradeLevels/GradeLevel"))
    return Entry(
        code=code or identifier,
        statement=find_text(standard, "Description"),
        grades=read_grades("|".join(map(_named, grades))),
        subject=_named(find_text(standard, "AcademicSubject")),
        parents=find_texts(standard, f"ParentLearningStandardReference/{_IDENTITY}"),
        aliases=(identifier,) if code and identifier else (),
        extra={**remaining_elements(standard, _KNOWN), **as_stated("GradeLevel", map(_named, grades))},
    )


def _named(descriptor: str) -> str:
    """`uri://ed-fi.org/GradeLevelDescriptor#Second grade` is `Second grade`."""
    return descriptor.rpartition("#")[2]
