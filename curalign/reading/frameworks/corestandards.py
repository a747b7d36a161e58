"""The XML in which the Common Core was published (`LearningStandardItem`)."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from curalign.domain.grades import read_grades
from curalign.reading.files.content import Content
from curalign.reading.frameworks.markup import as_published, find_text, find_texts, plain_text, remaining_elements
from curalign.reading.frameworks.publication import Edge, Entry, Publication, as_stated

_KNOWN = frozenset(
    (
        *("StandardHierarchyLevel", "StatementCodes", "Statements", "GradeLevels", "LearningStandardDocumentRefId"),
        *("RelatedLearningStandardItems", "ChildrenAre"),
    )
)
_RELATED = "RelatedLearningStandardItems/LearningStandardItemRefId"


def is_corestandards(content: Content) -> bool:
    """XML with items of this kind directly under its root."""
    return content.xml is not None and content.xml.find("LearningStandardItem") is not None


def read_corestandards(content: Content) -> list[Publication]:
    """All items as one publication, under the id of the document that they name."""
    root = content.xml
    items = [] if root is None else root.findall("LearningStandardItem")
    documents = {find_text(item, "LearningStandardDocumentRefId") for item in items}
    edges = (
        Edge(item.get("RefID", ""), other.get("RelationshipType", ""), (other.text or "").strip())
        for item in items
        for other in item.iterfind(_RELATED)
        if other.get("RelationshipType") != "childOf"
    )
    document = documents.pop() if len(documents) == 1 else ""
    extra = {} if root is None else remaining_elements(root, frozenset(("LearningStandardItem",)))
    return [Publication(tuple(map(_entry, items)), id=document, edges=tuple(edges), inherits=True, extra=extra)]


def _entry(item: Element) -> Entry:
    published = "\n".join(find_texts(item, "Statements/Statement"))
    codes = find_texts(item, "StatementCodes/StatementCode")
    grades = find_texts(item, "GradeLevels/GradeLevel")
    return Entry(
        id=item.get("RefID", ""),
        code=codes[0] if codes else "",
        statement=plain_text(published),
        grades=read_grades("|".join(grades)),
        level=find_text(item, "StandardHierarchyLevel/description"),
        parents=find_texts(item, f"{_RELATED}[@RelationshipType='childOf']"),
        aliases=codes[1:],
        extra={**remaining_elements(item, _KNOWN), **as_published(published), **as_stated("GradeLevels", grades)},
    )
