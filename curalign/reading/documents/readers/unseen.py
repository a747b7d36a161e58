"""What of a web page no reader sees, or is not meant to: by its tag, its style, its class."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from curalign.reading.documents.readers import omitted

FURNITURE = "furniture"
"""Scripts, navigation, and what a page shows a second time: left out and not worth a word."""

_UNREAD = frozenset((
    "footer", "frame", "iframe", "mjx-math", "nav", "noframes", "noscript", "object", "rp", "rt", "rtc",
    "script", "style", "svg", "template",
))  # fmt: skip
_UNREAD_ROLES = frozenset(("contentinfo", "menu", "menubar", "navigation", "search"))
_DIALOGS = ("alertdialog", "dialog")
_COOKIES = re.compile(r"cookie|consent", re.IGNORECASE)
_SKIPS = re.compile(r"skip(?:[-_]?(?:link|nav|to)[\w-]*)?", re.IGNORECASE)
_PUBLISHED = "banners"  # around a page that Google Docs publishes: who did, and how often it is brought up to date
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_STRUCK = frozenset(("del", "s", "strike"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_LINE = re.compile(r"line-through", re.IGNORECASE)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_CLASS = re.compile(r"\w*\.([\w-]+)")
_COMMENT = re.compile(r"cmnt\d+")
_MARK = re.compile(r"cmnt_ref\d+|ftnt(?:_ref)?\d+")  # where a comment or a note hangs, and the way back
_NOTE_ROLES = frozenset(("doc-noteref", "doc-backlink", "noteref"))
_SHEET = ("row-header", "column-headers-background", "freezebar")  # what Google puts around the cells of a sheet
_TWICE = frozenset(("katex-html", "MathJax_Preview"))
_MATHEMATICS = "mwe-math-mathml"  # hidden by those who show a picture of it instead


def struck_classes(sheet: str) -> set[str]:
    """The classes that a style sheet strikes out, as Google Docs exports what is struck out."""
    rules = (rule for rule in _RULE.finditer(sheet) if _LINE.search(rule[2]))
    return {found[1] for rule in rules for each in rule[1].split(",") if (found := _CLASS.fullmatch(each.strip()))}


def why_unseen(tag: str, attributes: Mapping[str, str | None], struck: set[str]) -> str:
    """Why an element is left out: `FURNITURE`, a kind of `omitted`, or nothing where it is read.

    Args:
        tag: Its name, in small letters.
        attributes: What it says of itself.
        struck: The classes that the page's style sheets strike out.

    """
    if tag in _UNREAD or (tag == "option" and "selected" not in attributes):
        return FURNITURE
    if (not attributes and tag != "dialog") or tag in VOID:
        return omitted.STRUCK if tag in _STRUCK else ""
    classes = (attributes.get("class") or "").split()
    if _is_twice(tag, attributes, classes) or _is_beside_the_text(tag, attributes, classes):
        return FURNITURE
    if tag in ("td", "th") and any(each.startswith(_SHEET) for each in classes):
        return FURNITURE
    style = (attributes.get("style") or "").lower()
    if "mso-element" in style and "mso-element:comment" in style.replace(" ", ""):
        return omitted.COMMENTS
    if "hidden" in attributes or (("none" in style or "hid" in style) and _HIDDEN.search(style)):
        return "" if any(_MATHEMATICS in each for each in classes) else omitted.HIDDEN
    is_struck = tag in _STRUCK or not struck.isdisjoint(classes) or "line-through" in style
    return omitted.STRUCK if is_struck else ""


def _is_beside_the_text(tag: str, attributes: Mapping[str, str | None], classes: Sequence[str]) -> bool:
    """Whether this leads through a page or stands before it: a menu, a window for cookies, a note's number."""
    role = (attributes.get("role") or "").casefold()
    if role in _UNREAD_ROLES or (role in _DIALOGS and _covers_the_page(attributes)):
        return True
    if attributes.get("id") == _PUBLISHED and not classes:
        return True
    if tag == "dialog":
        return "open" not in attributes
    skips = (attributes.get("href") or "").startswith("#") and any(map(_SKIPS.fullmatch, classes))
    return tag == "a" and (skips or _marks_note(attributes))


def _covers_the_page(attributes: Mapping[str, str | None]) -> bool:
    """Whether a window must be closed before the page is read; others hold parts of it."""
    is_modal = attributes.get("aria-modal") == "true"
    return is_modal or any(value and _COOKIES.search(value) for value in attributes.values())


def opens_comment(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Whether a link leads from a comment below a page of Google Docs to its place: the comment is all around it."""
    return tag == "a" and "id" in attributes and bool(_COMMENT.fullmatch(attributes.get("id") or ""))


def _marks_note(attributes: Mapping[str, str | None]) -> bool:
    """Whether a link is only the number of a note or of a comment, or leads back from it."""
    roles = {attributes.get("role") or "", attributes.get("epub:type") or ""}
    return bool(_MARK.fullmatch(attributes.get("id") or "")) or not _NOTE_ROLES.isdisjoint(roles)


def _is_twice(tag: str, attributes: Mapping[str, str | None], classes: Sequence[str]) -> bool:
    """Whether this stands beside an equation's MathML and shows the same."""
    return not _TWICE.isdisjoint(classes) or (tag == "nobr" and attributes.get("aria-hidden") == "true")
