"""The block of settings that some editors put before a text: what it says of the lesson, not of the page's looks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from curalign.domain.materials import Form
from curalign.reading.documents.cleaning import row
from curalign.reading.documents.drafts import Piece

_FENCE = re.compile(r"(---|\+\+\+)\s*$")  # YAML, TOML
_PAIR = re.compile(r"(?P<quote>[\"']?)(?P<key>[A-Za-z][\w .-]{0,40}?)(?P=quote)\s*(?::(?=\s|$)|=)\s*(?P<value>.*)$")
_TABLE = re.compile(r"\[{1,2}[\w. -]+\]{1,2}\s*$")  # of TOML: it names what follows
_REMARK = re.compile(r"(?<=^[^\"'])([^\"']*?)\s#\s.*$")
_MEMBER = re.compile(r"\"[^\"]*\"|'[^']*'|[^,\[\]\s][^,\[\]]*")  # of a list in brackets
_MOST_LINES = 100
_BRACES = ("{", "}")  # around the block in JSON
_LETTER = re.compile(r"[^\W\d_]")
_COUNTED = re.compile(r"grades?|grade[ _-]?levels?|units?|lessons?|weeks?|days?|modules?|quarters?", re.IGNORECASE)
_FLOWING = frozenset(("|", ">", "|-", ">-", "|+", ">+"))  # what follows is one text
_QUIET = frozenset(("true", "false", "yes", "no", "null", "~"))
# fmt: off
_LOOKS = frozenset((
    "aliases", "author", "authors", "bibliography", "cover", "css", "date", "draft", "editor", "email", "execute",
    "featured", "format", "hero", "icon", "id", "image", "images", "indent", "jupyter", "kernelspec", "lang", "last",
    "lastmod", "layout", "license", "locale", "menu", "nav", "output", "parent", "permalink", "published", "redirect",
    "robots", "sidebar", "slug", "sort", "tags", "template", "theme", "thumbnail", "toc", "twitter", "url", "uuid",
    "version", "weight",
))
# fmt: on


def lines_of(lines: Sequence[str]) -> int:
    """How many lines the block takes; none where a text has none."""
    fence = _FENCE.match(lines[0]) if lines else None
    if fence is None:
        return 0
    ends = (n for n, line in enumerate(lines[1:_MOST_LINES], 2) if line.rstrip() == fence[1])
    end = next(ends, 0)
    inside = [line for line in lines[1 : max(end - 1, 1)] if line.strip() and line[0] not in " \t-]"]
    outermost = [line for line in inside if not _TABLE.match(line) and line.strip() not in _BRACES]
    # Text between two rules is text.
    pairs = [line for line in outermost if _PAIR.match(line)]
    is_block = all(line in pairs or line.startswith("#") for line in outermost) and (pairs or not outermost)
    return end if is_block else 0


def split_off(lines: Sequence[str], *, has_title: bool) -> tuple[list[Piece], list[str]]:
    """What the block before a text says, and the text, in which the block is left as empty lines: numbers stay."""
    length = lines_of(lines)
    return list(front_matter(lines[:length], has_title=has_title)), [*([""] * length), *lines[length:]]


def front_matter(lines: Sequence[str], *, has_title: bool) -> Iterator[Piece]:
    """What the lines of a block say, as the rows of a template: a key beside its values.

    Args:
        lines: The block, with the lines that fence it.
        has_title: Whether the text has a title of its own, so that the block's only says it again.

    """
    opens = True
    for key, values, line in _entries(lines[1:-1]):
        told = [value for value in values if _tells(key, value)]
        if key.casefold() == "title":
            if told and not has_title:
                yield Piece(told[0], level=0, line=line)
        elif told and re.split(r"[ _.-]", key.casefold())[0] not in _LOOKS:
            text = row([re.sub(r"[_-]", " ", key), _joined(told)])
            yield Piece(text, Form.ROW, line=line, opens_table=opens)
            opens = False


def _entries(lines: Sequence[str]) -> Iterator[tuple[str, list[str], int]]:
    """Each key with its values and its line, whether they stand beside it, in brackets, or below it."""
    key, values, start, flows, margin = "", list[str](), 0, False, 0
    is_json = lines[:1] == ["{"]
    for number, said in enumerate(lines, 2):
        line = ("" if said.strip().rstrip(",") in _BRACES else said.strip().rstrip(",")) if is_json else said
        pair = _PAIR.match(line.strip())
        indent = len(line) - len(line.lstrip())
        is_below = indent > margin and (bool(values) or flows)
        if pair and not line.lstrip().startswith("-") and not is_below:
            if key:
                yield key, values, start
            key, start, flows, margin = pair["key"], number, pair["value"].strip() in _FLOWING, indent
            values = [] if flows else list(_values(_REMARK.sub(r"\1", pair["value"])))
        elif flows and line.strip():
            values = [" ".join([*values, line.strip()])]
        elif key and line.strip() and not line.lstrip().startswith("#") and not _TABLE.match(line):
            values += _values(re.sub(r"^\s*-\s+", "", line))
    if key:
        yield key, values, start


def _values(text: str) -> Iterator[str]:
    """The values of one line: one, or the members of a list in brackets."""
    said = text.strip()
    is_list = said.startswith("[") or said.endswith(("]", ","))
    inside = _MEMBER.findall(said) if is_list else [said]
    yield from (value for each in inside if (value := each.strip().strip("\"'").strip()))


def _tells(key: str, value: str) -> bool:
    is_place = "://" in value or value.startswith(("/", "./", "../"))
    if value.casefold() in _QUIET or is_place:
        return False
    return bool(_LETTER.search(value)) or bool(_COUNTED.fullmatch(key))


def _joined(values: Sequence[str]) -> str:
    """Values in one cell: sentences behind one another, anything else with semicolons between."""
    return " ".join(value if value[-1] in ".?!" else f"{value};" for value in values).rstrip(";")
