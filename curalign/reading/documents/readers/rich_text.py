"""Rich text as the library can read it: its signs and footnotes spelt out, without what is left out on purpose."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from curalign.reading.documents.readers import omitted
from curalign.reading.documents.readers.rich_text_groups import Spelt, spelt_out

_HYPHEN = re.compile(rb"(?<!\\)((?:\\\\)*)\\_")  # one that does not break a line, as in 3-NF-A-1
_SPACE = re.compile(rb"(?<!\\)((?:\\\\)*)\\~")
_NOTE = re.compile(rb"\{(?:\\\*)?\\footnote(?![a-z])(?:\\ftnalt(?![a-z]))?")  # which the library passes over
_TORN = re.compile(rb"((?:\d|K)[.-](?:[A-Z0-9]{1,7}[.-])*)\\line[ \r\n]+(?=[A-Z0-9])")  # a code over two lines
_UNSEEN = re.compile(rb"\\(?:v|striked?|deleted)(?![a-z])")
_TOKEN = re.compile(rb"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'[0-9a-fA-F]{2}|\\[^a-z]|[{}]|[^\\{}]+", re.DOTALL)
_KINDS = {b"v": omitted.HIDDEN, b"strike": omitted.STRUCK, b"striked": omitted.STRUCK, b"deleted": omitted.DELETED}
_ENDS = (b"par", b"cell", b"row", b"line")


def plainer(data: bytes) -> Spelt:
    """Rich text that the library reads as a person does, what was left out of it, and what stands beside its text."""
    spelt = _NOTE.sub(rb"{ ", _TORN.sub(rb"\1", _SPACE.sub(rb"\1 ", _HYPHEN.sub(rb"\1-", data))))
    said = spelt_out(spelt)
    seen, left_out = _seen(said.data) if _UNSEEN.search(said.data) else (said.data, Counter[str]())
    return said._replace(data=seen, left_out=left_out + said.left_out)


@dataclass(slots=True)
class _State:
    """What holds within a group: the kinds of what is not seen in it, and whether it is one of the file's own."""

    unseen: frozenset[str] = frozenset()
    is_aside: bool = False


def _seen(data: bytes) -> tuple[bytes, Counter[str]]:
    """The text without its hidden, struck-out and deleted words."""
    found, left_out = list[bytes](), Counter[str]()
    groups, state = list[_State](), _State()
    counted: set[str] = set()
    at = 0
    while token := _TOKEN.match(data, at):
        at, written, word = token.end(), token[0], token[1]
        if written == b"{":
            groups.append(state)
            state = _State(state.unseen, state.is_aside)
        elif written == b"}":
            state = groups.pop() if groups else _State()
        elif word == b"bin":  # a picture's bytes
            at += max(int(token[2] or 0), 0)
            written = data[token.start() : at]
        elif word:
            _take(state, word, token[2])
            counted = set() if word in _ENDS else counted
        elif written == b"\\*":
            state.is_aside = True
        if state.unseen and not state.is_aside and written not in b"{}" and (not word or word == b"u"):
            left_out.update(state.unseen - counted if written.strip() else ())
            counted |= state.unseen if written.strip() else set()
            continue
        found.append(written)
    return b"".join([*found, data[at:]]), left_out


def _take(state: _State, word: bytes, number: bytes | None) -> None:
    """Take what a control word says of the text behind it."""
    if word == b"plain":
        state.unseen = frozenset()
    elif kind := _KINDS.get(word):
        state.unseen = state.unseen - {kind} if number == b"0" else state.unseen | {kind}
