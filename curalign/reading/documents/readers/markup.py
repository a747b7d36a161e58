"""Parts of zipped XML documents, read without entities, links or bombs."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from xml.etree.ElementTree import Element

from curalign.reading.documents.drafts import BOMB, DAMAGED
from curalign.reading.files.markup import parse_xml

_MAX_DIGITS = 10
_MAX_BYTES = 200 * 1024 * 1024
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Package:
    """A zip of XML parts."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise DAMAGED.as_error() from error
        self.names = frozenset(self._zip.namelist())

    def part(self, name: str, *, local_names: bool = False) -> Element:
        """The root of one part; UnreadableError when it is missing, too large, or declares a document type."""
        return parse_xml(self.content(name), local_names=local_names)

    def content(self, name: str) -> bytes:
        """The bytes of one part; UnreadableError when it is missing or too large."""
        if name not in self.names:
            raise DAMAGED.as_error()
        try:
            with self._zip.open(name) as stream:
                text = stream.read(_MAX_BYTES + 1)
        except _BROKEN as error:
            raise DAMAGED.as_error() from error
        if len(text) > _MAX_BYTES:
            raise BOMB.as_error()
        return text

    def relations(self, path: str) -> dict[str, str]:
        """Relation ids of a part of an Office document, to the paths of the parts they name."""
        folder, name = posixpath.split(path)
        rels = f"{folder}/_rels/{name}.rels"
        if rels not in self.names:
            return {}
        found = self.part(rels).iter(_RELATION)
        inside = (each for each in found if each.get("TargetMode") != "External")
        return {
            each.get("Id", ""): posixpath.normpath(posixpath.join(folder, each.get("Target", ""))).lstrip("/")
            for each in inside
        }


def is_on(mark: Element | None, name: str = "val", unsaid: str = "1") -> bool:
    """Whether a mark of Office's is set; one that stands without its value is what is `unsaid`."""
    return mark is not None and mark.get(name, unsaid) not in ("0", "false", "off", "none", "noStrike")


def whole_number(said: str | None, default: int = 0) -> int:
    """A whole number of an Office document; the default where it says something else."""
    return int(said) if said and said.isdecimal() and len(said) < _MAX_DIGITS else default


def chosen(node: Element) -> Element:
    """Of an `AlternateContent`, the one that is shown; each holds the same words."""
    return next((child for child in node if child.tag == "Choice"), next(iter(node), node))
