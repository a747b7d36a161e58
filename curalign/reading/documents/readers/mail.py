"""Mail: the subject, the message, and the documents that are attached to it, each under its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from pathlib import PurePath

from curalign.errors import UnreadableError
from curalign.reading.documents.drafts import Draft, Piece
from curalign.reading.documents.formats import ARCHIVE, COURSE, MAIL, TEXT, WEB, recognise
from curalign.reading.documents.readers import omitted
from curalign.reading.files.file_bytes import Unread

_DEEPEST = 20
_MAX_FILES = 100
_TEXTS = {"text/plain": TEXT, "text/html": WEB}
_UNREAD = (ARCHIVE, COURSE, MAIL)  # what has documents in it again
_PICTURES = ("image", "audio", "video")
_FORWARDED = "message/rfc822"
_SEALS = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")


def read(data: bytes, mime: str) -> Draft:  # noqa: ARG001 (every reader takes the same)
    """Read a message; attached files that are not read are named, pictures are not."""
    try:
        message = message_from_bytes(data, policy=policy.compat32)
    except RecursionError as error:
        raise UnreadableError(trouble="deep-document") from error
    pieces = [Piece(_header(message.get("Subject")), level=0)]
    left_out: list[Unread] = []
    unread: list[str] = []
    files = 0
    for part in _parts(message, 0):
        name = _header(part.get_filename())
        kind = part.get_content_type()
        if kind == _FORWARDED:
            subjects = (each.get("Subject") for each in _inside(part))
            pieces.append(Piece(_header(next(subjects, "")), level=1))
        elif not name and kind in _TEXTS:
            draft = _TEXTS[kind].read(_text(part))
            pieces += _without_places(draft.pieces)
            left_out += draft.left_out
        elif part.get_content_maintype() not in _PICTURES and kind not in _SEALS:
            files += 1
            found = _attached(part, name) if files <= _MAX_FILES else None
            if found is None or found.blank:
                unread.append(name or kind)
            if found is not None:
                pieces += [Piece(" ".join(PurePath(name).stem.split("_")), level=1), *_below(found.pieces)]
                left_out += found.left_out
    return Draft(pieces, unit="line", left_out=omitted.summed((*left_out, *omitted.unread(unread))))


def _parts(message: Message, depth: int) -> Iterator[Message]:
    """The parts of a message in order, a forwarded one also by itself before its own.

    Of several forms of one text it is the last that is a page, else the last.
    """
    if not message.is_multipart():
        yield message
        return
    if message.get_content_type() == _FORWARDED:
        yield message
    parts = _inside(message)
    if message.get_content_type() == "multipart/alternative" and parts:
        pages = [part for part in parts if any(each.get_content_type() == "text/html" for each in part.walk())]
        parts = (pages or parts)[-1:]
    if parts and depth == _DEEPEST:
        raise UnreadableError(trouble="deep-document")
    for part in parts:
        yield from _parts(part, depth + 1)


def _inside(message: Message) -> list[Message]:
    parts = message.get_payload()
    return [part for part in parts if isinstance(part, Message)] if isinstance(parts, list) else []


def _attached(part: Message, name: str) -> Draft | None:
    """What an attached document says; None where it cannot be read or says nothing."""
    try:
        data = _content(part)
        found = recognise(data, PurePath(name).suffix)
        draft = None if found in _UNREAD else found.read(data)
    except UnreadableError:
        return None
    return draft if draft and any(piece.text.strip() for piece in draft.pieces) else None


def _below(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Pieces below the name of their file, without places, which would be taken for places in the mail."""
    for piece in _without_places(pieces):
        yield piece if piece.level is None else replace(piece, level=piece.level + 2)


def _without_places(pieces: Sequence[Piece]) -> Iterator[Piece]:
    return (replace(piece, page=None, line=None) for piece in pieces)


def _text(part: Message) -> bytes:
    """The bytes of a text as UTF-8, whatever the mail says that they are."""
    content = _content(part)
    try:
        return content.decode(part.get_content_charset() or "utf-8").encode()
    except (LookupError, UnicodeDecodeError):
        return content


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _header(value: object) -> str:
    """A header or a name in words: `=?utf-8?q?Agenda?=` is Agenda."""
    said = str(value or "")
    try:
        return str(make_header(decode_header(said)))
    except (HeaderParseError, LookupError, ValueError):
        return said
