"""Which formats are read, by extension, and what a file is by its first bytes."""

from __future__ import annotations

import importlib
import io
import re
import zipfile
from collections.abc import Collection
from dataclasses import dataclass
from typing import BinaryIO

from curalign.errors import UnreadableError
from curalign.reading.documents.drafts import DAMAGED, LOCKED, Draft
from curalign.reading.documents.foreign import (
    refuse_by_content,
    refuse_by_members,
    refuse_by_name,
    refuse_old_container,
)
from curalign.reading.files.file_bytes import Unread
from curalign.reading.files.text import decode
from curalign.wording import Facts


@dataclass(frozen=True, slots=True)
class DocumentFormat:
    """A format: its name in the catalogue, the module in `readers` that reads it, and its media type."""

    name: str
    reader: str
    mime: str = ""

    def read(self, data: bytes) -> Draft:
        """Read a document of this format; raises UnreadableError where that cannot be done."""
        module = importlib.import_module(f"{__package__}.readers.{self.reader}")
        draft: Draft = module.read(data, self.mime)
        return draft


_OPENXML = "application/vnd.openxmlformats-officedocument."
WORD = DocumentFormat("word", "word", _OPENXML + "wordprocessingml.document")
OLD_WORD = DocumentFormat("old-word", "library", "application/msword")
PDF = DocumentFormat("pdf", "pdf", "application/pdf")
RTF = DocumentFormat("rich-text", "library", "application/rtf")
EPUB = DocumentFormat("epub", "epub", "application/epub+zip")
ARCHIVE = DocumentFormat("zip", "archive")
COURSE = DocumentFormat("course", "course")
MAIL = DocumentFormat("mail", "mail", "message/rfc822")
WEB_ARCHIVE = DocumentFormat("web-archive", "web_archive", "multipart/related")
OLD_SLIDES = DocumentFormat("old-slides", "library", "application/vnd.ms-powerpoint")
SLIDES = DocumentFormat("slides", "slides")
SHEETS = DocumentFormat("workbook", "sheets")
OPENDOCUMENT = DocumentFormat("opendocument", "opendocument")
WEB = DocumentFormat("web", "web")
MARKDOWN = DocumentFormat("markdown", "markdown", "text/markdown")
TEXT = DocumentFormat("text", "plain", "text/plain")
COMMAS = DocumentFormat("csv", "table", "text/csv")
TABS = DocumentFormat("tsv", "table", "text/tab-separated-values")

FORMATS: dict[str, DocumentFormat] = {
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), WORD),
    **dict.fromkeys((".doc", ".dot"), OLD_WORD),
    ".pdf": PDF,
    ".rtf": RTF,
    ".epub": EPUB,
    ".eml": MAIL,
    **dict.fromkeys((".ppt", ".pps", ".pot"), OLD_SLIDES),
    **dict.fromkeys((".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm"), SLIDES),
    **dict.fromkeys((".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".xlt", ".ods", ".ots"), SHEETS),
    **dict.fromkeys((".odt", ".ott", ".odp", ".otp"), OPENDOCUMENT),
    **dict.fromkeys((".html", ".htm", ".xhtml"), WEB),
    **dict.fromkeys((".mht", ".mhtml"), WEB_ARCHIVE),
    **dict.fromkeys((".md", ".markdown"), MARKDOWN),
    **dict.fromkeys((".txt", ".text"), TEXT),
    ".csv": COMMAS,
    **dict.fromkeys((".tsv", ".tab"), TABS),
    ".zip": ARCHIVE,
    ".imscc": COURSE,
}
"""Extension to format. To read another one, list it here and give it a reader."""

MANIFEST = "imsmanifest.xml"
"""What a course package (Common Cartridge, Thin CC) names its contents in."""

_WORD = re.compile(r"word/document\d*\.xml")
_ZIPPED = {
    "ppt/presentation.xml": SLIDES,
    "xl/workbook.xml": SHEETS,
    "xl/workbook.bin": SHEETS,
}
_LISTED, _MOST_LISTED = "META-INF/manifest.xml", 2**20  # where OpenDocument says which of its parts are encrypted
_DECLARED = {
    "application/vnd.oasis.opendocument.text": OPENDOCUMENT,
    "application/vnd.oasis.opendocument.presentation": OPENDOCUMENT,
    "application/vnd.oasis.opendocument.spreadsheet": SHEETS,
    "application/epub+zip": EPUB,
}
# Directory entries of the old container format (OLE), spelled in UTF-16.
_STREAMS = {"WordDocument": OLD_WORD, "PowerPoint Document": OLD_SLIDES, "Workbook": SHEETS, "Book": SHEETS}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_WEB_ARCHIVE = re.compile(
    rb"(?:[!-9;-~]+:.*\r?\n(?:[ \t].*\r?\n)*)*?Content-Type:\s*multipart/related\b", re.IGNORECASE
)  # among the fields that a message begins with
_MARKUP = re.compile(rb"<(?:table|div|meta|head|body|style|p|h[1-6])\b|<!--", re.IGNORECASE)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SHORTCUTS = (".gdoc", ".gsheet", ".gslides", ".gdraw", ".gform", ".gsite", ".gjam")


def recognise(data: bytes, suffix: str) -> DocumentFormat:
    """The format of a file: by its content where that tells, else by its extension.

    Raises UnreadableError when it is empty, encrypted, or of no format that is read.
    """
    if not data.strip(b"\x00"):
        raise UnreadableError(trouble="empty", facts=Facts(kind="document"))
    named = FORMATS.get(suffix.lower())
    found = _from_content(data) or (_saved_as_text(data) if named in (OLD_WORD, SHEETS) else None)
    if found is not None:
        return found
    if suffix.lower() in _SHORTCUTS:
        raise UnreadableError(trouble="shortcut")
    refuse_by_name(suffix)
    refuse_by_content(data)
    if named is None:
        raise format_unknown(suffix).as_error()
    if named.reader not in ("plain", "markdown", "table", "web") and named not in (MAIL, WEB_ARCHIVE):
        raise UnreadableError(trouble="misnamed-damaged", facts=Facts(format=named.name))
    if data[:4096].count(0) * 20 > len(data[:4096]) and data[:2] not in _UTF_16:
        raise UnreadableError(trouble="misnamed", facts=Facts(format=named.name))
    return named


def format_unknown(suffix: str) -> Unread:
    """What is said of a file whose format is not read, by the ending of its name."""
    return Unread(trouble="format-unknown", facts=Facts(suffix=(suffix,) if suffix else ()))


def _from_content(data: bytes) -> DocumentFormat | None:
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith(b"PK"):
        return zipped(io.BytesIO(data))
    if data.startswith(_OLE):
        return _old_container(data)
    if head.startswith(b"{\\rtf"):
        return RTF
    # Markdown may open with a tag, so it takes a whole page to overrule the name.
    if head[:15].lower().startswith((b"<!doctype html", b"<html")):
        return WEB
    return None


def _saved_as_text(data: bytes) -> DocumentFormat | None:
    """What programs save under the names of Office: a web page or a part of one, or a table with tabs or commas."""
    if data.startswith(_UTF_16):  # Excel's Unicode text
        return _saved_as_text(decode(data[:8192]).encode())
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if _MARKUP.match(head):
        return WEB
    if _WEB_ARCHIVE.match(head):
        return WEB_ARCHIVE
    first = head.partition(b"\n")[0]
    if any(byte < 9 for byte in head) or head.startswith(b"<"):
        return None
    return TABS if b"\t" in first else COMMAS if first.count(b",") + first.count(b";") > 1 else None


def zipped(stream: BinaryIO) -> DocumentFormat | None:
    """What a zip is: a document of one of the formats that are zips inside, a course package, or an archive of files.

    Raises UnreadableError when it is damaged.
    """
    try:
        with zipfile.ZipFile(stream) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                declared = archive.read("mimetype").decode("ascii", "replace").strip()
                if _LISTED in names and b"encryption-data" in archive.open(_LISTED).read(_MOST_LISTED):
                    raise LOCKED.as_error()
                return _DECLARED.get(declared.removesuffix("-template"))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, ValueError) as error:
        raise DAMAGED.as_error() from error
    if main_of_word(names):
        return WORD
    for member, found in _ZIPPED.items():
        if member in names:
            return found
    refuse_by_members(names)
    return COURSE if manifest_of(names) else ARCHIVE


def main_of_word(names: Collection[str]) -> str:
    """The text of a Word document among its parts, or nothing; on the web, Word may call it `document2.xml`."""
    return min(filter(_WORD.fullmatch, names), key=len, default="")


def manifest_of(names: Collection[str]) -> str | None:
    """The manifest of a course package, at its top or in the one folder that somebody zipped; None in an archive."""
    found = [name for name in names if name == MANIFEST or (name.endswith("/" + MANIFEST) and name.count("/") == 1)]
    return min(found, key=len) if found else None


def _old_container(data: bytes) -> DocumentFormat:
    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise LOCKED.as_error()
    for name, found in _STREAMS.items():
        if holds(name):
            return found
    refuse_old_container(data)
    raise UnreadableError(trouble="old-office")
