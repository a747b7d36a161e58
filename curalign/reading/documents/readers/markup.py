"""Parts of zipped XML documents, read without entities, links or bombs."""

from __future__ import annotations

import io
import zipfile
from xml.etree.ElementTree import Element

from curalign.reading.documents.drafts import BOMB, DAMAGED
from curalign.reading.files.markup import parse_xml

_MAX_BYTES = 200 * 1024 * 1024


class Package:
    """A zip of XML parts."""

    def __init__(self, data: bytes) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self.names = frozenset(self._zip.namelist())

    def part(self, name: str) -> Element:
        """The root of one part; UnreadableError when it is missing, too large, or declares a document type."""
        if name not in self.names:
            raise DAMAGED.as_error()
        with self._zip.open(name) as stream:
            text = stream.read(_MAX_BYTES + 1)
        if len(text) > _MAX_BYTES:
            raise BOMB.as_error()
        return parse_xml(text)
