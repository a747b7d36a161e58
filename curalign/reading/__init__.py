"""Files to nouns: a district's folder to a District, standards files to a Framework."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from curalign.reading.district import read_district, read_document
    from curalign.reading.frameworks import Flaw, read_framework, validate_framework
    from curalign.reading.importing import Imported, import_standards
    from curalign.reading.labels import read_labelled_texts, read_labels, read_truth
    from curalign.reading.supposing import survey_as_if
    from curalign.reading.survey import Survey, survey_district

__all__ = [
    "Flaw",
    "Imported",
    "Survey",
    "import_standards",
    "read_district",
    "read_document",
    "read_framework",
    "read_labelled_texts",
    "read_labels",
    "read_truth",
    "survey_as_if",
    "survey_district",
    "validate_framework",
]

_HOME = {
    "Survey": "survey",
    "survey_as_if": "supposing",
    "survey_district": "survey",
    "read_district": "district",
    "read_document": "district",
    "read_framework": "frameworks",
    "validate_framework": "frameworks",
    "Flaw": "frameworks",
    "Imported": "importing",
    "import_standards": "importing",
    "read_labels": "labels",
    "read_labelled_texts": "labels",
    "read_truth": "labels",
}


def __getattr__(name: str) -> Any:
    """Load a door when it is first opened: the worker that reads documents starts through here and needs none."""
    if name not in _HOME:
        raise AttributeError(f"module 'curalign.reading' has no attribute {name!r}")
    return getattr(import_module(f"curalign.reading.{_HOME[name]}"), name)
