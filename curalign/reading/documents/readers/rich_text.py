"""Rich text (RTF) as the library can read it, and without what is left out of every format."""

from __future__ import annotations

import re
from collections import Counter

from curalign.reading.documents.readers import omitted

_HYPHEN = re.compile(rb"(?<!\\)((?:\\\\)*)\\_")  # one that does not break a line, as in 3-NF-A-1
_SPACE = re.compile(rb"(?<!\\)((?:\\\\)*)\\~")
_NOTE = re.compile(rb"\{(?:\\\*)?\\footnote(?![a-z])(?:\\ftnalt(?![a-z]))?")  # which the library passes over
_TORN = re.compile(rb"((?:\d|K)[.-](?:[A-Z0-9]{1,7}[.-])*)\\line[ \r\n]+(?=[A-Z0-9])")  # a code over two lines
_UNSEEN = re.compile(rb"\\(?:striked?1?|v1?)(?![a-z0-9])")
_TOKEN = re.compile(rb"\\(?P<word>[a-z]+)(?P<number>-?\d+)? ?|\\'[0-9a-fA-F]{2}|\\[^a-z]|[{}]|[^\\{}]+")
_KINDS = {b"strike": omitted.STRUCK, b"striked": omitted.STRUCK, b"v": omitted.HIDDEN}


def plainer(data: bytes) -> tuple[bytes, Counter[str]]:
    """Rich text that the library reads right.

    Args:
        data: The file.

    Returns:
        It without the signs that the library does not know, with its footnotes as words where they hang, and without
        what is struck out or hidden; how often something was left out.

    """
    text = _TORN.sub(rb"\1", _SPACE.sub(rb"\1 ", _HYPHEN.sub(rb"\1-", data)))
    text = _NOTE.sub(rb"{ ", text)
    return _shown(text) if _UNSEEN.search(text) else (text, Counter())


def _shown(data: bytes) -> tuple[bytes, Counter[str]]:
    """The file without the letters that are struck out or hidden; all its marks stay."""
    left_out = Counter[str]()
    kept: list[bytes] = []
    around: list[dict[str, bool]] = []
    state: dict[str, bool] = {}
    was = ""
    for token in _TOKEN.finditer(data):
        text, word = token[0], token["word"]
        if text == b"{":
            around.append(state)
            state = dict(state)
        elif text == b"}":
            state = around.pop() if around else {}
        elif word == b"plain":
            state = {}
        elif word in _KINDS:
            state[_KINDS[word]] = token["number"] != b"0"
        elif word in (b"par", b"cell"):
            was = ""
        elif word is None or word == b"u":
            lack = next((kind for kind, is_on in state.items() if is_on), "")
            if lack and text.strip():
                left_out[lack] += was != lack
                was = lack
                continue
        kept.append(text)
    return b"".join(kept), left_out
