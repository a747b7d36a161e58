"""Web pages that a browser or Word saved in one file (MHT): the page in it is read as any other."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import Message

from curalign.reading.documents.drafts import DAMAGED, Draft
from curalign.reading.documents.readers import web

_MAX_PARTS = 1000


def read(data: bytes, mime: str) -> Draft:
    """Read the first page of the archive; raises UnreadableError where it holds none."""
    message = message_from_bytes(data, policy=policy.compat32)
    for _, part in zip(range(_MAX_PARTS), message.walk(), strict=False):
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            return web.read(_content(part), mime)
    raise DAMAGED.as_error()


def _content(part: Message) -> bytes:
    """The bytes of a page as UTF-8, whatever the archive says that they are."""
    content = part.get_payload(decode=True)
    content = content if isinstance(content, bytes) else b""
    try:
        return content.decode(part.get_content_charset() or "utf-8").encode()
    except (LookupError, UnicodeDecodeError):
        return content
