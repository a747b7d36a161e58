"""Every format that standards are read from. Write a reader, list it here, and it is in use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from curalign.errors import FrameworkError
from curalign.reading.files.content import Content, explain_json
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
from curalign.reading.frameworks.own_lines import is_own_lines, read_own_lines
from curalign.reading.frameworks.publication import Publication
from curalign.reading.frameworks.records import is_records, read_records
from curalign.reading.frameworks.table import is_table, read_table


@dataclass(frozen=True, slots=True)
class Format:
    """One way of writing standards down. `sniff` looks at what a file holds, never at its name."""

    name: str
    sniff: Callable[[Content], bool]
    read: Callable[[Content], list[Publication]]


FORMATS: tuple[Format, ...] = (
    Format("CASE JSON", is_case, read_case),
    Format("CASE's list of documents", is_case_documents, read_case_documents),
    Format("curalign's JSON lines", is_own_lines, read_own_lines),
    Format("Common Standards Project JSON", is_common_standards, read_common_standards),
    Format("ASN JSON", is_asn, read_asn),
    Format("ASN RDF-JSON", is_asn_rdf, read_asn_rdf),
    Format("corestandards XML", is_corestandards, read_corestandards),
    Format("Ed-Fi XML", is_edfi, read_edfi),
    Format("Learning Commons JSONL", is_learning_commons, read_learning_commons),
    Format("Learning Commons' list of frameworks", is_catalogue, read_catalogue),
    Format("records (JSON, JSONL)", is_records, read_records),
    Format("table (CSV, TSV, XLSX, XLS, ODS)", is_table, read_table),
)
"""Asked in this order; the table takes what is left."""


def recognise(content: Content) -> Format:
    """The format of a file; FrameworkError, saying what the file is instead, when it is none of them."""
    found = next((known for known in FORMATS if known.sniff(content)), None)
    if found is None:
        raise FrameworkError(f"is {_kind(content)}; fetch it again, or save the standards as CSV, XLSX or CASE JSON.")
    return found


def _kind(content: Content) -> str:
    if content.is_xml:
        return "XML of a kind that holds no standards"
    if content.json is None and not content.json_lines:
        return f"not valid JSON ({explain_json(content.text)})"
    return "JSON of a kind that holds no standards"
