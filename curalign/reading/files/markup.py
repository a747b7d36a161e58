"""XML under one policy: no document type, no entities, nothing fetched, no bottomless nesting."""

from __future__ import annotations

import re
from typing import NoReturn
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from curalign.errors import UnreadableError
from curalign.wording import Facts

DEPTH = 200
"""The deepest nesting that is read; office documents and published frameworks stay far below it."""

_PIECE = 65_536
_PLAIN_BYTES = 2**23  # of a file that is built whole before its depth is looked at
_ENCODING = re.compile(rb"""(?:\xef\xbb\xbf)?<\?xml[^>]{0,100}?\sencoding\s*=\s*["']([\w.-]+)["']""")


def parse_xml(data: str | bytes, *, local_names: bool = False) -> Element:
    """The root element of an XML file.

    Args:
        data: The file's text, or its bytes in whatever encoding they declare.
        local_names: Whether tags and attributes are to be without their namespaces.

    Returns:
        The root, with everything below it.

    Raises:
        UnreadableError: The XML is broken or nested too deeply, or it declares a document type: that is where entity
            bombs live, and neither an office program nor a publisher of standards needs one.
    """
    encoded = data.encode("utf-8", "replace") if isinstance(data, str) else data
    if len(encoded) <= _PLAIN_BYTES and _is_plain(encoded, is_text=isinstance(data, str)):
        plain = _parse_plain(encoded, local_names)
        if plain is not None:
            return plain
    parser = XMLParser(target=_Guarded(local_names), encoding="utf-8" if isinstance(data, str) else None)  # noqa: S314 (that is what the guard is for)
    try:
        # In pieces, because what a guard raises stops the parser only between them.
        for start in range(0, len(encoded), _PIECE):
            parser.feed(encoded[start : start + _PIECE])
        root: Element = parser.close()
    except (ParseError, ValueError, LookupError) as error:
        line = getattr(error, "position", (1, 0))[0]
        reason = str(error).partition(":")[0]
        raise UnreadableError(trouble="xml-broken", facts=Facts(line=line, reason=reason)) from error
    return root


def _is_plain(encoded: bytes, *, is_text: bool) -> bool:
    """Whether an XML file is in UTF-8 and declares no document type, as hardly any does, so that no guard is needed."""
    declared = None if is_text else _ENCODING.match(encoded)
    in_utf_8 = declared is None or declared[1].lower() == b"utf-8"
    return in_utf_8 and b"\0" not in encoded[:4] and b"<!DOCTYPE" not in encoded


def _parse_plain(encoded: bytes, local_names: bool) -> Element | None:
    """The root of an XML file, built without a call for each element, and looked through afterwards.

    None where it is broken or nested too deeply: whoever reads it under guard says so.
    """
    parser = XMLParser(encoding="utf-8")  # noqa: S314 (whatever it declares, so there is no document type in it)
    try:
        parser.feed(encoded)
        root: Element = parser.close()
    except (ParseError, ValueError, LookupError):
        return None
    here = [root]
    for _ in range(DEPTH):
        if local_names:
            _to_local_names(here)
        here = [child for node in here for child in node]
        if not here:
            return root
    return None


def _to_local_names(nodes: list[Element]) -> None:
    local = _LOCAL
    for node in nodes:
        node.tag = local[node.tag]
        if said := node.items():
            node.attrib = {local[name]: value for name, value in said}


class _Locals(dict[str, str]):
    """Names without their namespaces, each found out once: a document has thousands of elements of few names."""

    _MAX_NAMES = 10_000

    def __missing__(self, name: str) -> str:
        local = local_name(name)
        if len(self) < self._MAX_NAMES:
            self[name] = local
        return local


_LOCAL = _Locals()


class _Guarded(TreeBuilder):
    """Builds the tree, and refuses document types and deep nesting, which no file of data needs."""

    def __init__(self, local_names: bool) -> None:
        super().__init__()
        self._local = local_names
        self._depth = 0

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        self._depth += 1
        if self._depth > DEPTH:
            raise UnreadableError(trouble="xml-deep", facts=Facts(most=DEPTH))
        if self._local:
            local = _LOCAL
            return super().start(local[tag], {local[name]: value for name, value in attrs.items()} if attrs else {})
        return super().start(tag, attrs)

    def end(self, tag: str) -> Element:
        self._depth -= 1
        return super().end(_LOCAL[tag] if self._local else tag)

    def doctype(self, *_: object) -> NoReturn:
        raise UnreadableError(trouble="xml-doctype")


def local_name(name: str) -> str:
    """`{http://...}title` is `title`."""
    return name.rpartition("}")[2]
