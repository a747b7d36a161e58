"""Raw bytes of archives, PDFs and office files, written by hand: valid ones, and ones that no program would write."""

from __future__ import annotations

import functools
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MEGABYTE = 2**20
XML = b'<?xml version="1.0" encoding="UTF-8"?>\n'
WORDS = "Pupils measure the length of an object with a ruler in centimeters, and tell a partner how they did it. "
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

Parts = Mapping[str, "bytes | Packed"]


@dataclass(frozen=True)
class Packed:
    """A zip member as it stands in the archive, whatever it claims: deflated bytes, CRC and unpacked size."""

    deflated: bytes
    crc: int
    size: int
    flags: int = 0
    mode: int = 0o100644


def deflated(content: bytes, *, flags: int = 0, mode: int = 0o100644) -> Packed:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return Packed(packer.compress(content) + packer.flush(), zlib.crc32(content), len(content), flags, mode)


@functools.cache
def blown(megabytes: int) -> Packed:
    """So many megabytes of spaces within an XML element, a thousandth of that on disk."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    opening = packer.compress(b"<a>") + packer.flush(zlib.Z_FULL_FLUSH)
    block = b" " * MEGABYTE
    spaces = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    closing = packer.compress(b"</a>") + packer.flush()
    crc = zlib.crc32(b"<a>")
    for _ in range(megabytes):
        crc = zlib.crc32(block, crc)
    return Packed(opening + spaces * megabytes + closing, zlib.crc32(b"</a>", crc), megabytes * MEGABYTE + 7)


def zipped(parts: Parts, *, shared: bool = False) -> bytes:
    """A zip of these members, under whatever names; `shared` lets all of them point at the first one's bytes."""
    body, table, first = b"", b"", 0
    for number, (name, content) in enumerate(parts.items()):
        packed = content if isinstance(content, Packed) else deflated(content)
        named = name.encode()
        sizes = struct.pack("<III", packed.crc, len(packed.deflated), min(packed.size, 2**32 - 1))
        head = struct.pack("<HHHHH", 20, packed.flags | 0x800, 8, 0, 33) + sizes + struct.pack("<HH", len(named), 0)
        at = 0 if shared and number else len(body)
        table += b"PK\x01\x02" + struct.pack("<H", 0x0314) + head + struct.pack("<HHHI", 0, 0, 0, packed.mode << 16)
        table += struct.pack("<I", at) + named
        if not (shared and number):
            body += b"PK\x03\x04" + head + named + packed.deflated
    count = min(len(parts), 0xFFFF)
    return body + table + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(table), len(body), first)


def word(inner: str = "", *, document: bytes | Packed | None = None, more: Parts | None = None) -> bytes:
    """A Word file around `inner` (WordprocessingML), or with this very main part."""
    body = inner or paragraphs(WORDS)
    types = '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    return zipped(
        {
            "[Content_Types].xml": XML + _types(types + 'wordprocessingml.document.main+xml"/>'),
            "_rels/.rels": XML + _relations(("rId1", "officeDocument", "word/document.xml")),
            "word/document.xml": document
            or XML + f"<w:document {_W} {_R}><w:body>{body}</w:body></w:document>".encode(),
            **(more or {}),
        }
    )


def paragraphs(*texts: str) -> str:
    return "".join(f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>' for text in texts)


def deck(text: str = WORDS, *, slide: bytes | Packed | None = None, slides: int = 1) -> bytes:
    """A PowerPoint deck with one text on each slide, or with this very slide."""
    shape = (
        f'<p:sld {_P} {_A}><p:cSld><p:spTree><p:sp><p:nvSpPr><p:cNvPr id="1" name="b"/><p:cNvSpPr/><p:nvPr/>'
        f"</p:nvSpPr><p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>"
    )
    ids = "".join(f'<p:sldId id="{256 + n}" r:id="rId{n}"/>' for n in range(1, slides + 1))
    return zipped(
        {
            "[Content_Types].xml": XML + _types(""),
            "ppt/presentation.xml": XML
            + f"<p:presentation {_P} {_R}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>".encode(),
            "ppt/_rels/presentation.xml.rels": XML
            + _relations(*((f"rId{n}", "slide", f"slides/slide{n}.xml") for n in range(1, slides + 1))),
            **{f"ppt/slides/slide{n}.xml": slide or XML + shape.encode() for n in range(1, slides + 1)},
        }
    )


def workbook(rows: str | bytes | Packed) -> bytes:
    """A workbook with one sheet of these rows (SpreadsheetML), or with this very sheet."""
    if isinstance(rows, str):
        rows = sheet(rows)
    return zipped(
        {
            "[Content_Types].xml": XML + _types(""),
            "_rels/.rels": XML + _relations(("rId1", "officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": XML
            + f'<workbook {_S} {_R}><sheets><sheet name="Plan" sheetId="1" r:id="rId1"/></sheets></workbook>'.encode(),
            "xl/_rels/workbook.xml.rels": XML + _relations(("rId1", "worksheet", "worksheets/sheet1.xml")),
            "xl/worksheets/sheet1.xml": rows,
        }
    )


def sheet(rows: str) -> bytes:
    return XML + f"<worksheet {_S}><sheetData>{rows}</sheetData></worksheet>".encode()


def text_row(number: int, *cells: str) -> str:
    inner = "".join(
        f'<c r="{chr(65 + n)}{number}" t="inlineStr"><is><t>{cell}</t></is></c>' for n, cell in enumerate(cells)
    )
    return f'<row r="{number}">{inner}</row>'


def opendocument(inner: str = "", *, kind: str = "text", content: bytes | Packed | None = None, **more: bytes) -> bytes:
    """An OpenDocument file around `inner`, or with this very content."""
    names = " ".join(f'xmlns:{n}="{_ODF}{n}:1.0"' for n in ("office", "text", "table", "presentation"))
    body = f"<office:{kind}>{inner or f'<text:p>{WORDS}</text:p>'}</office:{kind}>"
    document = f"<office:document-content {names}><office:body>{body}</office:body></office:document-content>"
    return zipped(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}".encode(),
            "content.xml": content or XML + document.encode(),
            **{name.replace("__", "/"): data for name, data in more.items()},
        }
    )


def book(page: bytes | Packed, *, manifest: str = "text/page.xhtml") -> bytes:
    """An EPUB of one page."""
    container = (
        '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="c.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest><item id="p" '
        f'href="{manifest}" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="p"/></spine></package>'
    )
    return zipped(
        {
            "mimetype": b"application/epub+zip",
            "META-INF/container.xml": XML + container.encode(),
            "c.opf": XML + package.encode(),
            "text/page.xhtml": page,
        }
    )


def course(href: str = "a.html", *, manifest: bytes | Packed | None = None, more: Parts | None = None) -> bytes:
    """A Common Cartridge with one page, or with this very manifest."""
    inner = (
        '<manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1"><organizations><organization>'
        '<item identifier="R"><item identifier="M" identifierref="P"><title>Module 1</title></item></item>'
        f'</organization></organizations><resources><resource identifier="P" type="webcontent" href="{href}">'
        f'<file href="{href}"/></resource></resources></manifest>'
    )
    return zipped(
        {
            "imsmanifest.xml": manifest or XML + inner.encode(),
            "a.html": f"<h1>Rulers</h1><p>{WORDS}</p>".encode(),
            **(more or {}),
        }
    )


def pdf(objects: Sequence[bytes], *, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalog."""
    body, offsets = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", []
    parts = [body]
    at = len(body)
    for number, content in enumerate(objects, 1):
        part = b"%d 0 obj\n%b\nendobj\n" % (number, content)
        offsets.append(at)
        at += len(part)
        parts.append(part)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    ending = b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, at)
    return b"".join((*parts, table, ending))


def pages(
    count: int, text: str = "Pupils measure with a ruler.", *, page: bytes = b"", catalog: bytes = b""
) -> list[bytes]:
    """The objects of a PDF with so many pages that all show one text."""
    stream = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET".encode()
    kids = b" ".join(b"%d 0 R" % number for number in range(5, 5 + count))
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 3 0 R>>>>%b>>" % page
    return [
        b"<</Type/Catalog/Pages 2 0 R%b>>" % catalog,
        b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(stream), stream),
        *[leaf] * count,
    ]


def flate(content: bytes, extra: bytes = b"") -> bytes:
    """A PDF stream object, deflated."""
    packed = zlib.compress(content, 9)
    return b"<</Length %d/Filter/FlateDecode%b>>stream\n%b\nendstream" % (len(packed), extra, packed)


def _types(overrides: str) -> bytes:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


def _relations(*rows: tuple[str, str, str]) -> bytes:
    inner = "".join(f'<Relationship Id="{key}" Type="{_REL}/{kind}" Target="{target}"/>' for key, kind, target in rows)
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'.encode()
