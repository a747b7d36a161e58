"""View -> the same report as several pages in one archive, for districts whose evidence is too much for one page."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from curalign.domain.materials import Kind
from curalign.reporting.page.html import context, environment
from curalign.reporting.view import Document, StandardRow, View, words
from curalign.wording import say

T = TypeVar("T")

PART = 100
"""The most standards or documents on one page: about two megabytes."""
INDEX = "index.html"
WRITTEN = (1980, 1, 1, 0, 0, 0)  # the same view gives the same bytes; the run's name says when it was made


@dataclass(frozen=True, slots=True)
class Part:
    """One page of evidence: of standards or of documents."""

    file: str
    title: str
    standards: tuple[StandardRow, ...] = ()
    documents: tuple[Document, ...] = ()

    def __len__(self) -> int:
        return len(self.standards) + len(self.documents)


def to_zip(view: View) -> bytes:
    """Write the report as a folder of pages, packed: `index.html` has everything but the evidence.

    Unpacked into a folder beside the archive, its citations lead to the documents as those of one page do.

    Args:
        view: What is shown.

    Returns:
        The bytes of a zip archive, the same for the same view.

    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in pages(view):
            archive.writestr(zipfile.ZipInfo(name, WRITTEN), text.encode("utf-8"), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def pages(view: View) -> Iterator[tuple[str, str]]:
    """The files of the folder form, the first page first: each a name and its HTML."""
    parts = [*_standards(view), *_documents(view)]
    shown = context(view)
    anchors: dict[str, str] = shown["document_anchors"]
    places = {row.anchor: part.file for part in parts for row in part.standards}
    places |= {anchors[document.file]: part.file for part in parts for document in part.documents}
    shown |= {"at": lambda anchor: f"{places[anchor]}#{anchor}", "up": "../", "parts": parts}
    templates = environment(view)
    yield INDEX, templates.get_template("report.html.j2").render(**shown)
    for part in parts:
        yield part.file, templates.get_template("part.html.j2").render(**shown, part=part, index=INDEX)


def _standards(view: View) -> Iterator[Part]:
    """Strand by strand, then practices and headings."""
    groups = [(group.name, group.rows) for group in view.by_strand]
    groups += [(say("page-practices", language=view.language), view.practices)]
    groups += [(say("page-headings", language=view.language), view.parents)]
    cut = ((name, rows) for name, every in groups for rows in _cut(every))
    for number, (name, rows) in enumerate(cut, 1):
        yield Part(f"standards-{number}.html", name, standards=rows)


def _documents(view: View) -> Iterator[Part]:
    of_kinds = ((kind, tuple(d for d in view.documents if d.kind is kind)) for kind in Kind)
    cut = ((kind, documents) for kind, every in of_kinds for documents in _cut(every))
    for number, (kind, documents) in enumerate(cut, 1):
        yield Part(f"documents-{number}.html", words.kind(kind, view.language), documents=documents)


def _cut(values: Sequence[T]) -> Iterator[tuple[T, ...]]:
    for start in range(0, len(values), PART):
        yield tuple(values[start : start + PART])
