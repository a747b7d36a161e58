"""Markdown, by markdown-it: headings, paragraphs, items and rows, with the line of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from curalign.domain.materials import Form
from curalign.reading.documents.drafts import WIDEST, Draft, Piece
from curalign.reading.documents.readers import omitted
from curalign.reading.documents.readers.equations import from_latex
from curalign.reading.documents.readers.fields import TICKED, UNTICKED
from curalign.reading.documents.readers.front_matter import front_matter, lines_of
from curalign.reading.documents.readers.plain import ITEM
from curalign.reading.documents.readers.web import read_page
from curalign.reading.files.text import decode

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_TASK = re.compile(r"^\[(?P<tick>[ xX])\]\s+(?=\S)")
_ROW = re.compile(r"\s*\|.*\|\s*$")
_CELLS = re.compile(r"(?<!\\)\|")
_QUOTE = re.compile(r"[\s>]*")
_RULE = re.compile(r"[\s>|:-]+")
_MARKS = ("em_open", "strong_open")
_STRIKES, _STRUCK = (
    re.compile(r"<(?:del|s|strike)\b", re.IGNORECASE),
    re.compile(r"</(?:del|s|strike)\b", re.IGNORECASE),
)
_FORMULA = re.compile(r"\\\((.+?)\\\)|\$\$(.+?)\$\$|\$(?=\S)([^$]*?[\\^_{][^$]*?)(?<=\S)\$(?!\d)")


def read(data: bytes, mime: str) -> Draft:  # noqa: ARG001 (every reader takes the same)
    """Read Markdown; links and emphasis leave their words, pictures nothing."""
    lines = decode(data).splitlines()
    block = lines[: lines_of(lines)]
    lines[: len(block)] = [""] * len(block)  # so that the other lines keep their numbers
    lines = list(map(_with_formulas, lines))
    tokens = _parser().parse("\n".join(map(_narrowed, lines)))
    pieces = list(_pieces(tokens, lines))
    has_title = any(piece.level == 1 for piece in pieces)
    said = list(front_matter(block, has_title=has_title))
    # What is said of the lesson stands below its title: before it, it would be no part of it.
    at = 1 if said and said[0].level is None and pieces and pieces[0].level == 1 else 0
    return Draft([*pieces[:at], *said, *pieces[at:]], unit="line", left_out=omitted.told(_left_out(tokens)))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # Text that is set in is text: teachers do not write code.
    return MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"]).disable("code")


def _narrowed(line: str) -> str:
    """A line for the parser, which takes minutes over a row of a million cells: bars too many are blanked."""
    at = [mark.start() for mark in islice(re.finditer(r"\|", line), WIDEST + 2)]
    if len(at) < WIDEST + 2:
        return line
    return line[: at[-1] + 1] + line[at[-1] + 1 :].replace("|", "" if _RULE.fullmatch(line) else " ")


def _with_formulas(line: str) -> str:
    """A line with the formulas of LaTeX in it as a lesson writes them; `$5 and $6` are prices."""
    if "$" not in line and "\\(" not in line:
        return line
    return _FORMULA.sub(lambda found: _escaped(from_latex(next(filter(None, found.groups())))), line)


def _escaped(formula: str) -> str:
    """A formula in which no sign is Markdown's."""
    return re.sub(r"([*_~|<\[\]])", r"\\\1", formula)


def _left_out(tokens: Sequence[Token]) -> Counter[str]:
    """What is struck out, in how many paragraphs, and comments."""
    children = [token.children or () for token in tokens if token.type == "inline"]
    comments = sum(token.content.count("<!--") for token in tokens if token.type in ("html_block", "inline"))
    struck = sum(any(map(_strikes, inside)) for inside in children)
    return Counter({omitted.STRUCK: struck, omitted.COMMENTS: comments})


def _strikes(token: Token) -> bool:
    return token.type == "s_open" or (token.type == "html_inline" and bool(_STRIKES.match(token.content)))


def _ends(token: Token) -> bool:
    return token.type == "s_close" or (token.type == "html_inline" and bool(_STRUCK.match(token.content)))


def _unstruck(children: Sequence[Token]) -> Sequence[Token]:
    """Inline text without what is struck out, by `~~` or by a tag; all of it where a tag is not closed."""
    if sum(map(_strikes, children)) != sum(map(_ends, children)):
        return children
    depth = 0
    kept: list[Token] = []
    for child in children:
        depth += _strikes(child) - _ends(child)
        if depth <= 0 or child.type in ("softbreak", "hardbreak"):
            kept.append(child)
    return kept


def _pieces(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Piece]:
    level: int | None = None
    form = Form.PARAGRAPH
    in_table = opens = False
    for token in tokens:
        start = token.map[0] + 1 if token.map else 0
        if token.type == "heading_open":
            # One in a quotation or a list stands above nothing.
            level = int(token.tag[1:]) if token.level == 0 else None
        elif token.type == "list_item_open":
            form = Form.ITEM
        elif token.type == "list_item_close":
            form = Form.PARAGRAPH
        elif token.type in ("table_open", "table_close"):
            in_table = opens = token.type == "table_open"
        elif token.type == "tr_open":
            yield replace(_row(lines[start - 1], start), opens_table=opens)
            opens = False
        elif token.type == "inline" and not in_table:
            yield from _texts(token, form, level, start)
            level, form = None, Form.PARAGRAPH
        elif token.type == "html_block":
            yield from (replace(piece, level=None, line=start - 1 + (piece.line or 1)) for piece in _page(token))
        elif token.type == "fence":
            yield from _fenced(token.content, start + 1)


def _texts(token: Token, form: Form, level: int | None, start: int) -> Iterator[Piece]:
    """A paragraph, item or heading; a line that is a row, or begins with a bullet of another kind, stands alone."""
    if level is not None:
        yield Piece(" ".join(_lines(token.children or ())), level=level, line=start)
        return
    held: list[str] = []
    first = start
    lines = _lines(token.children or ())
    if form is Form.ITEM:
        lines[0] = _TASK.sub(lambda box: f"{UNTICKED if box['tick'] == ' ' else TICKED} ", lines[0], count=1)
    for number, line in enumerate(lines, start):
        mark = None if form is Form.ITEM and number == start else ITEM.match(line)
        is_row = _ROW.match(line) is not None
        if held and (mark or is_row):
            yield Piece(" ".join(held), form, line=first)
            held, form = [], Form.PARAGRAPH
        if is_row:
            yield Piece(" | ".join(cell.strip() for cell in line.strip()[1:-1].split("|")), Form.ROW, line=number)
            continue
        if mark:
            form, line = Form.ITEM, line[mark.end() :]
        first = first if held else number
        held.append(line)
    if held:
        yield Piece(" ".join(held), form, line=first)


def _lines(children: Sequence[Token]) -> list[str]:
    """The words of inline text, line by line: without marks, pictures and tags."""
    lines = [""]
    opened: list[str] = []
    for child in _unstruck(children):
        if child.type in ("softbreak", "hardbreak"):
            lines.append("")
        elif child.type in ("text", "code_inline", "text_special"):
            lines[-1] += child.content
        elif child.type in ("image", "html_inline"):
            lines[-1] += " "
        elif child.type in _MARKS:
            opened.append(_meant(lines[-1][-1:], child.markup))
            lines[-1] += opened[-1]
        elif child.type.removesuffix("close") + "open" in _MARKS:
            lines[-1] += opened.pop()
    return lines


def _meant(before: str, mark: str) -> str:
    """The mark where it is a sign, as in `2*3*4`, because it stands in a word or after a number; else nothing."""
    return mark if before.isdigit() or (before.isalnum() and len(mark) == 1) else ""


def _row(line: str, number: int) -> Piece:
    """A row of a table, by its own line: the parser drops cells that have no header."""
    bare = line[_QUOTE.match(line).end() :].rstrip()  # type: ignore[union-attr]
    if not _CELLS.search(bare):
        return Piece(_inline(bare), line=number)
    cells = _CELLS.split(bare.removeprefix("|"), maxsplit=WIDEST)
    if cells and not cells[-1].strip():
        cells.pop()
    cells[WIDEST:] = [""] * len(cells[WIDEST:])  # what is cut off anyway is not looked through
    return Piece(" | ".join(_inline(cell.strip()) for cell in cells), Form.ROW, line=number)


def _inline(text: str) -> str:
    [token] = _parser().parseInline(text)
    return " ".join(_lines(token.children or ())).replace(r"\|", "|").strip()


def _page(token: Token) -> list[Piece]:
    return [piece for piece in read_page(token.content) if piece.text.strip()]


def _fenced(content: str, start: int) -> Iterator[Piece]:
    """Paragraphs that a fence holds, as they stand."""
    held: list[str] = []
    for number, line in enumerate([*content.splitlines(), ""], start):
        if line.strip():
            held.append(line)
        elif held:
            yield Piece(" ".join(held), line=number - len(held))
            held = []
