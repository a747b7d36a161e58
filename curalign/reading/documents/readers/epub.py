"""Electronic books (EPUB): their pages in the order in which they are read."""

from __future__ import annotations

import posixpath
from collections import Counter
from dataclasses import replace
from urllib.parse import unquote

from curalign.errors import UnreadableError
from curalign.reading.documents.drafts import DAMAGED, Draft
from curalign.reading.documents.readers import library, omitted, web
from curalign.reading.documents.readers.contents import without_contents
from curalign.reading.documents.readers.markup import Package

_CONTAINER = "META-INF/container.xml"


def read(data: bytes, mime: str) -> Draft:
    """Read a book; one that is broken is left to the reader of other formats, which says so."""
    try:
        return _read(Package(data))
    except UnreadableError as error:
        return library.read_instead(error, data, mime)


def _read(package: Package) -> Draft:
    container = package.part(_CONTAINER, local_names=True)
    book = next((file.get("full-path", "") for file in container.iter("rootfile")), "")
    root = package.part(book, local_names=True)
    files = {item.get("id"): item.get("href", "") for item in root.iter("item")}
    folder = posixpath.dirname(book)
    hrefs = (files.get(page.get("idref")) or "" for page in root.iter("itemref"))
    paths = [posixpath.normpath(posixpath.join(folder, unquote(href))) for href in hrefs]
    pages = [web.read_all(package.content(path)) for path in paths if path in package.names]
    if not pages:
        raise DAMAGED.as_error()
    left_out = sum((found for _, found in pages), Counter[str]())
    pieces = [replace(piece, line=None) for found, _ in pages for piece in found]
    return Draft(without_contents(pieces), left_out=omitted.told(left_out))
