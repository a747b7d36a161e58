"""Web pages that a browser or Office saved in one file (MHT): the page in it is read as any other, with its frames."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message
from urllib.parse import urljoin

from curalign.reading.documents.drafts import DAMAGED, Draft, Piece
from curalign.reading.documents.readers import omitted, web
from curalign.reading.documents.readers.page_headers import telling, telling_feet

_MAX_PARTS = 1000
_PAGES = ("text/html", "application/xhtml+xml")
_SHEET = re.compile(r"/sheet\d+\.html?$", re.IGNORECASE)  # of a workbook; only the first stands in a frame
_HEADERS = re.compile(r"/header\.html?$", re.IGNORECASE)  # where Word keeps headers, footers and lines above notes
_ELEMENT = re.compile(r"<\w+[^<>]*mso-element:\s*([\w-]+)[^<>]*>", re.IGNORECASE)


def read(data: bytes, mime: str) -> Draft:  # noqa: ARG001 (every reader takes the same)
    """Read the first page of the archive and what it shows in frames; raises UnreadableError where it holds none."""
    message = message_from_bytes(data, policy=policy.compat32)
    parts = [part for _, part in zip(range(_MAX_PARTS), message.walk(), strict=False)]
    pages = [part for part in parts if part.get_content_type() in _PAGES]
    if not pages:
        raise DAMAGED.as_error()
    first, *others = pages
    base = _place(first)
    framed = {name: part for part in others for name in (_place(part), _name(part)) if name}
    seen = {id(first)}

    def shown(address: str) -> str:
        part = framed.get(_joined(base, address), framed.get(address))
        if part is None or id(part) in seen:
            return ""
        seen.add(id(part))
        return _content(part).decode("utf-8", "replace")

    pieces, left_out = web.read_all(_content(first), shown)
    heads = [Piece(line) for part in others if _HEADERS.search(_place(part)) for line in _heads(part)]
    for part in others:
        if _SHEET.search(_place(part)) and id(part) not in seen:
            found, more = web.read_all(_content(part))
            pieces, left_out = [*pieces, *found], Counter(left_out + more)
    return Draft([*heads, *pieces], unit="line", left_out=omitted.told(left_out))


def _heads(part: Message) -> Iterator[str]:
    """What the headers and footers of Word's pages tell of the lesson."""
    _, *told = _ELEMENT.split(_content(part).decode("utf-8", "replace"))
    for kind, markup in zip(told[::2], told[1::2], strict=True):
        lines = (piece.text for piece in web.read_page(markup))
        if kind.casefold() in ("header", "footer"):
            yield from telling(lines) if kind.casefold() == "header" else telling_feet(lines)


def _joined(base: str, address: str) -> str:
    """An address in full; nothing for what is none, such as `http://[blocked]`."""
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def _place(part: Message) -> str:
    return str(part.get("Content-Location") or "").strip()


def _name(part: Message) -> str:
    name = str(part.get("Content-ID") or "").strip(" <>")
    return f"cid:{name}" if name else ""


def _content(part: Message) -> bytes:
    """The bytes of a page as UTF-8, whatever the archive says that they are."""
    content = part.get_payload(decode=True)
    content = content if isinstance(content, bytes) else b""
    try:
        return content.decode(part.get_content_charset() or "utf-8").encode()
    except (LookupError, UnicodeDecodeError):
        return content
