"""Parts of zipped XML documents, read without entities, links or bombs."""

from __future__ import annotations

import io
import zipfile
from xml.etree.ElementTree import Element

from curalign.errors import UnreadableError
from curalign.reading.documents.drafts import DAMAGED, DocumentError
from curalign.reading.files.markup import parse_xml

_LARGEST = 200 * 1024 * 1024


class Package:
    """A zip of XML parts."""

    def __init__(self, data: bytes) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self.names = frozenset(self._zip.namelist())

    def part(self, name: str) -> Element:
        """The root of one part; DocumentError when it is missing, too large, or declares a document type."""
        if name not in self.names:
            raise DocumentError(DAMAGED)
        with self._zip.open(name) as stream:
            text = stream.read(_LARGEST + 1)
        if len(text) > _LARGEST:
            raise DocumentError("unpacks to far more than a document holds (a zip bomb?); remove it")
        return parse(text)


def parse(text: bytes) -> Element:
    """The root of one part; DocumentError where it is broken or declares a document type."""
    try:
        return parse_xml(text)
    except UnreadableError as error:
        raise DocumentError(str(error).rstrip(".")) from error
