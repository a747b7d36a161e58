"""XML and HTML in standards files, as plain text."""

from __future__ import annotations

import html
import re
from xml.etree.ElementTree import Element, tostring

_INLINE = re.compile(r"</?(?:i|b|em|strong|u|span|p|br|sub|ul|ol|li)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_POWER = re.compile(r"(?:(?<=[\d)])|(?<=\b[A-Za-z]))<sup>", re.IGNORECASE)
_NOTE = re.compile(r"<sup>\s*\d{1,2}\s*</sup>", re.IGNORECASE)
_RAISED = re.compile(r"</?sup>", re.IGNORECASE)


def find_text(element: Element, path: str) -> str:
    """The text at `path` below an element, without surrounding white space; empty when there is none."""
    return (element.findtext(path) or "").strip()


def find_texts(element: Element, path: str) -> tuple[str, ...]:
    """Every text at `path` below an element."""
    texts = ((found.text or "").strip() for found in element.iterfind(path))
    return tuple(text for text in texts if text)


def plain_text(text: str) -> str:
    """HTML in a statement as plain words: `x<sup>2</sup>` is `x^2`, and the number of a footnote is left off.

    ASN and corestandards write their statements so.
    """
    text = _POWER.sub("^", _INLINE.sub("", html.unescape(text)))
    return _RAISED.sub("", _NOTE.sub("", text)).strip()


def as_published(text: str) -> dict[str, str]:
    """For `extra`: the statement's HTML, where making it plain left something out."""
    return {"statement as published": text} if plain_text(text) != html.unescape(text).strip() else {}


def remaining_elements(element: Element, known: frozenset[str]) -> dict[str, str]:
    """The children that our nouns have no place for, kept by tag: their text, or their XML where they are nested."""
    kept: dict[str, list[str]] = {}
    for child in element:
        if child.tag not in known:
            text = tostring(child, encoding="unicode") if len(child) else child.text or ""
            kept.setdefault(child.tag, []).append(text.strip())
    return {tag: "\n".join(filter(None, texts)) for tag, texts in kept.items() if any(texts)}
