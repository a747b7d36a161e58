"""XML under one policy: no document type, no entities, nothing fetched, no bottomless nesting."""

from __future__ import annotations

from typing import NoReturn
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from curalign.errors import UnreadableError
from curalign.wording import Facts

DEPTH = 200
"""The deepest nesting that is read; office documents and published frameworks stay far below it."""

_PIECE = 65_536


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
