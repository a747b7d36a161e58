"""Every format that standards are read from. Write a reader, list it here, and it is in use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from curalign.errors import UnreadableError
from curalign.reading.files.content import Content, explain_json
from curalign.reading.files.tables import is_workbook
from curalign.reading.frameworks.asn import is_asn, read_asn
from curalign.reading.frameworks.asn_rdf import is_asn_rdf, read_asn_rdf
from curalign.reading.frameworks.case import is_case, is_case_documents, read_case, read_case_documents
from curalign.reading.frameworks.common_standards import is_common_standards, read_common_standards
from curalign.reading.frameworks.corestandards import is_corestandards, read_corestandards
from curalign.reading.frameworks.edfi import is_edfi, read_edfi
from curalign.reading.frameworks.learning_commons import (
    is_catalogue,
    is_learning_commons,
    read_catalogue,
    read_learning_commons,
)
from curalign.reading.frameworks.native_lines import is_native_lines, read_native_lines
from curalign.reading.frameworks.publication import Publication
from curalign.reading.frameworks.records import is_records, read_records
from curalign.reading.frameworks.table import is_table, read_table
from curalign.wording import Facts


@dataclass(frozen=True, slots=True)
class StandardsFormat:
    """One way of writing standards down, by its name in the catalogue. `sniff` looks at what a file holds."""

    name: str
    sniff: Callable[[Content], bool]
    read: Callable[[Content], list[Publication]]


FORMATS: tuple[StandardsFormat, ...] = (
    StandardsFormat("case", is_case, read_case),
    StandardsFormat("case-documents", is_case_documents, read_case_documents),
    StandardsFormat("own-lines", is_native_lines, read_native_lines),
    StandardsFormat("common-standards", is_common_standards, read_common_standards),
    StandardsFormat("asn", is_asn, read_asn),
    StandardsFormat("asn-rdf", is_asn_rdf, read_asn_rdf),
    StandardsFormat("corestandards", is_corestandards, read_corestandards),
    StandardsFormat("edfi", is_edfi, read_edfi),
    StandardsFormat("learning-commons", is_learning_commons, read_learning_commons),
    StandardsFormat("catalogue", is_catalogue, read_catalogue),
    StandardsFormat("records", is_records, read_records),
    StandardsFormat("table", is_table, read_table),
)
"""Asked in this order; the table takes what is left."""


def _is_document(data: bytes) -> bool:
    """Whether a file is a document for people, a PDF or one of a word processor, whatever its name says."""
    words = (b"word/document.xml", b"application/vnd.oasis.opendocument.text", "WordDocument".encode("utf-16-le"))
    return (
        b"%PDF-" in data[:1024] or data.startswith(b"{\\rtf") or (is_workbook(data) and any(w in data for w in words))
    )


def recognise(content: Content) -> StandardsFormat:
    """The format of a standards file. Raises UnreadableError, which says what the file is instead."""
    if _is_document(content.data):
        raise UnreadableError(trouble="standards-printed")
    found = next((known for known in FORMATS if known.sniff(content)), None)
    if found is None:
        broken = content.is_json and content.json is None and not content.json_lines
        facts = explain_json(content.text) if broken else Facts(wrong="kind")
        raise UnreadableError(trouble="other-xml" if content.is_xml else "other-json", facts=facts)
    return found
