"""Bytes to text, whatever program saved them."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WINDOWS = "cp1252"
"""What Excel and Notepad save where nobody asked for Unicode; every byte means something in it, so it never fails."""

_DECLARED = re.compile(rb"""<[^<>]{0,300}?\b(?:charset|encoding)\s*=\s*["']?([A-Za-z0-9_.-]{2,30})""")
_REAL = ("cp", "iso8859", "mac", "koi8", "shift_jis", "euc_", "gb", "big5")
_LIKELY = ("cp1252", "mac_roman", "cp1250", "cp1251", "shift_jis", "gb18030", "euc_kr", "big5")
_CUTS = re.compile(rb"[\r\n\t;]+|(?<=[.?!]) ")
_SAMPLE = 20_000
_EVIDENCE = 8  # bytes beyond ASCII; fewer of them look like any language


def decode(data: bytes) -> str:
    """Text of bytes, never failing.

    The first of these that fits: the byte order mark; UTF-16 without one; UTF-8; what an HTML or XML file declares;
    the old encoding whose text looks cleanest, Windows-1252 where none looks cleaner.

    Args:
        data: A whole file, or the beginning of one.

    Returns:
        The text, without a byte order mark; bytes that mean nothing become U+FFFD.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, "replace").removeprefix("\ufeff")
    head = data[:4096]
    for at, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(head) > 3 and head[at::2].count(0) > len(head) // 4 and head[1 - at :: 2].count(0) == 0:
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_declared(head) or _likeliest(data), "replace")


def _declared(head: bytes) -> str:
    """The encoding that a web page or an XML file declares; empty where it declares none that is known."""
    found = _DECLARED.search(head) if head.lstrip().startswith(b"<") else None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else ""
    except LookupError:
        return ""
    if name in ("iso8859-1", "ascii"):
        return WINDOWS  # as browsers take them
    return name if name.replace("-", "_").startswith(_REAL) else ""


def _likeliest(data: bytes) -> str:
    """The old encoding under which the words with marks look cleanest; Windows-1252 unless another looks cleaner."""
    parts: list[bytes] = []
    size = 0
    for part in _CUTS.split(data):
        if not part.isascii() and size < _SAMPLE:
            parts.append(part[:_SAMPLE])
            size += len(part)
    sample = b"\n".join(parts)
    if sum(byte > 127 for byte in sample) < _EVIDENCE:
        return WINDOWS

    from charset_normalizer import from_bytes

    found = list(from_bytes(sample, cp_isolation=list(_LIKELY)))
    least = min((match.chaos for match in found), default=0.0)
    cleanest = [name for match in found if match.chaos <= least for name in match.could_be_from_charset]
    return WINDOWS if WINDOWS in cleanest or not cleanest else cleanest[0]
