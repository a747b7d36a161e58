"""Electronic books (EPUB): their pages in the order in which they are read."""

from __future__ import annotations

import posixpath
from collections import Counter
from dataclasses import replace
from urllib.parse import unquote

from curalign.errors import UnreadableError
from curalign.reading.documents.drafts import DAMAGED, LOCKED, Draft
from curalign.reading.documents.readers import library, omitted, web
from curalign.reading.documents.readers.contents import without_contents
from curalign.reading.documents.readers.markup import Package

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"


def read(data: bytes, mime: str) -> Draft:
    """Read a book; one that is broken is left to the reader of other formats, which says so."""
    try:
        return _read(Package(data))
    except UnreadableError as error:
        return library.read_instead(error, data, mime)


def _encrypted(package: Package) -> frozenset[str]:
    """The parts that only the shop's program can read."""
    if _ENCRYPTION not in package.names:
        return frozenset()
    named = package.part(_ENCRYPTION, local_names=True).iter("CipherReference")
    return frozenset(posixpath.normpath(unquote(each.get("URI", ""))) for each in named)


def _read(package: Package) -> Draft:
    container = package.part(_CONTAINER, local_names=True)
    book = next((file.get("full-path", "") for file in container.iter("rootfile")), "")
    root = package.part(book, local_names=True)
    files = {item.get("id"): item.get("href", "") for item in root.iter("item")}
    folder = posixpath.dirname(book)
    hrefs = (files.get(page.get("idref")) or "" for page in root.iter("itemref"))
    paths = [posixpath.normpath(posixpath.join(folder, unquote(href))) for href in hrefs]
    locked = _encrypted(package)
    pages = [web.read_all(package.content(path)) for path in paths if path in package.names and path not in locked]
    if not pages:
        raise (LOCKED if locked.intersection(paths) else DAMAGED).as_error()
    lost = (LOCKED,) if locked.intersection(paths) else ()
    left_out = sum((found for _, found in pages), Counter[str]())
    pieces = [replace(piece, line=None) for found, _ in pages for piece in found]
    return Draft(without_contents(pieces), left_out=(*omitted.told(left_out), *lost))
