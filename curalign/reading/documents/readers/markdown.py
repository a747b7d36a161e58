"""Markdown, by markdown-it: headings, paragraphs, items and rows, with the line of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice, pairwise, takewhile
from typing import TYPE_CHECKING, Any

from curalign.domain.materials import Form
from curalign.reading.documents.cleaning import is_label
from curalign.reading.documents.drafts import WIDEST, Draft, Piece
from curalign.reading.documents.readers import omitted
from curalign.reading.documents.readers.columns import stand_apart
from curalign.reading.documents.readers.equations import from_latex, shown, spoken
from curalign.reading.documents.readers.fields import TICKED, UNTICKED
from curalign.reading.documents.readers.front_matter import front_matter, lines_of
from curalign.reading.documents.readers.plain import ITEM, items
from curalign.reading.documents.readers.raised import BEGIN, END, in_line
from curalign.reading.documents.readers.text_pieces import label_starts
from curalign.reading.documents.readers.web import read_page
from curalign.reading.files.text import decode

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SIGNS = re.compile(r"([*_~|<\[\]])")
_FIRST_SIGN = re.compile(r"^([-+=#])\s*")
_OPENS_FORMULA = re.compile(r"[\s>]*(\$\$|\\\[)(?:(?!\$\$|\\\]).)*$")
_LONGEST = 40  # lines of a formula
_IN_AN_ITEM = 3  # how deep the words of an item stand
_TASK = re.compile(r"^\[(?P<tick>[ xX])\]\s+(?=\S)")
_ROW = re.compile(r"\s*\|.*\|\s*$")
_CELLS = re.compile(r"(?<!\\)\|")
_QUOTE = re.compile(r"[\s>]*")
_RULE = re.compile(r"[\s>|:-]+")
_EMPHASIS = re.compile(r"^[\s>]+|(?:\*\*?|__)(?=\S)|(?<=\S)(?:\*\*?|__)")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_STRUCK = re.compile(r"<(?P<end>/?)(?:s|del|strike)\b[^>]*>|s_(?:open|(?P<close>close))")
_LEFT = re.compile(
    r"(?<![\w*])(\*{1,2})(?=\S)([^*]+?)(?<=[^\w\s])\1(?=\w)"
)  # which the parser leaves, as in `**2.OA.**A.1`
_LETTER = re.compile(r"(?:^|[\W_])[^\W_]$")
_FENCED_DIV = re.compile(r"\s*:{3,}\s*(?:\{[^}]*\}|[\w-]*)\s*")  # around a note, as some editors write it
_NOTE = re.compile(r"\[\^(?P<name>[\w-]{1,40})\](?P<opens>:[ \t])?")
_MARKS = ("em_open", "strong_open")
_RAISED = {"<sup>": BEGIN, "</sup>": END, "<sub>": "", "</sub>": ""}


def read(data: bytes, mime: str) -> Draft:  # noqa: ARG001 (every reader takes the same)
    """Read Markdown; links and emphasis leave their words, pictures nothing."""
    lines = decode(data).splitlines()
    block = lines[: lines_of(lines)]
    lines[: len(block)] = [""] * len(block)  # so that the other lines keep their numbers
    lines = ["" if _FENCED_DIV.fullmatch(line) else spoken(line, _escaped) for line in _in_one_line(lines)]
    lines = _without_note_marks(lines)
    page = _Page(counted=frozenset(items([_EMPHASIS.sub("", line) for line in lines])))
    pieces = list(_pieces(_parser().parse("\n".join(map(_narrowed, lines)), page.links), lines, page))
    has_title = any(piece.level == 1 for piece in pieces)
    said = list(front_matter(block, has_title=has_title))
    # What is said of the lesson stands below its title: before it, it would be no part of it.
    at = 1 if said and said[0].level is None and pieces and pieces[0].level == 1 else 0
    return Draft([*pieces[:at], *said, *pieces[at:]], unit="line", left_out=omitted.told(page.left_out))


def _without_note_marks(lines: list[str]) -> list[str]:
    """The lines without the numbers of notes: where a note hangs, and before the note itself."""
    opened = (_NOTE.match(line.lstrip()) for line in lines if "[^" in line)
    names = {note["name"] for note in opened if note is not None and note["opens"]}
    return (
        [_NOTE.sub(lambda mark: "" if mark["name"] in names else mark[0], line) for line in lines] if names else lines
    )


@dataclass(slots=True)
class _Page:
    """What holds for all of a text: where its links lead, by their names, and what was left out of it.

    `counted` are the lines, from 0, whose numbers or letters count on from others.
    """

    counted: frozenset[int]
    links: dict[str, Any] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)


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


def _pieces(tokens: Sequence[Token], lines: Sequence[str], page: _Page) -> Iterator[Piece]:
    level: int | None = None
    form = Form.PARAGRAPH
    in_table = opens = False
    alone = ""
    for token in tokens:
        start = token.map[0] + 1 if token.map else 0
        if token.type == "heading_open":
            # One in a quotation or a list stands above nothing.
            level = int(token.tag[1:]) if token.level == 0 else None
        elif token.type == "list_item_open":
            form = Form.ITEM
            alone = f"{token.info}{token.markup} " if _is_alone(token, page) else ""
        elif token.type == "list_item_close":
            form = Form.PARAGRAPH
        elif token.type in ("table_open", "table_close"):
            in_table = opens = token.type == "table_open"
        elif token.type == "tr_open":
            yield replace(_row(lines[start - 1], start, page), opens_table=opens)
            opens = False
        elif token.type == "inline" and not in_table:
            yield from _said(token, alone, Form.PARAGRAPH if alone else form, level, page)
            level, form, alone = None, Form.PARAGRAPH, ""
        elif token.type == "html_block":
            page.left_out[omitted.COMMENTS] += token.content.count("<!--")
            yield from (replace(piece, level=None, line=start - 1 + (piece.line or 1)) for piece in _page(token))
        elif token.type == "fence":
            content = from_latex(token.content) if token.info.strip() == "math" else token.content
            yield from _fenced(content, start + 1)


def _said(token: Token, alone: str, form: Form, level: int | None, page: _Page) -> Iterator[Piece]:
    """What a paragraph, item or heading says; what stands below a bold line in it is called so."""
    start = token.map[0] + 1 if token.map else 0
    said = list(map(spoken, _lines(token.children or (), page.left_out)))
    said[0] = alone + said[0]
    labels = _labels(token.children or (), said) if level is None else []
    pieces = [] if labels else list(_texts(said, form, level, start, page))
    for at, end in pairwise([*labels, len(said)]):
        pieces.append(Piece(said[at], form, line=start + at))
        # Items, for what follows the paragraph is not called so.
        pieces += _texts(said[at + 1 : end], Form.ITEM, None, start + at + 1, page)
    deep = max(token.level - _IN_AN_ITEM, 0) // 2
    yield from (replace(piece, deep=deep) if deep and piece.form is Form.ITEM else piece for piece in pieces)


def _labels(children: Sequence[Token], said: Sequence[str]) -> list[int]:
    """The bold lines that call what stands below them; none where the first is none, as where prose has bold words."""
    bold = list(map(_is_bold, _split_at_breaks(children)))
    found = [at for at, (line, is_bold) in enumerate(zip(said, bold, strict=True)) if is_bold and is_label(line)]
    return found if len(said) > 1 and found[:1] == [0] else []


def _in_one_line(lines: Sequence[str]) -> Iterator[str]:
    """The lines, with a formula that is set over several in its first one; the others stay, and are empty."""
    end = 0
    for at, line in enumerate(lines):
        if at < end:
            yield ""
            continue
        last = _last_line(lines, at)
        held = [line, *(_QUOTE.sub("", other, count=1) for other in lines[at + 1 : last + 1])]
        yield " ".join(held)
        end = last + 1


def _last_line(lines: Sequence[str], at: int) -> int:
    """Where a formula ends that begins with a line and does not end on it."""
    opens = _OPENS_FORMULA.match(lines[at])
    if not opens:
        return at
    ends = "$$" if opens[1] == "$$" else r"\]"
    # A blank line ends a paragraph, and with it a price before which two dollars stand.
    within = takewhile(
        lambda other: lines[other].strip() and ends not in lines[other], range(at + 1, min(at + _LONGEST, len(lines)))
    )
    last = max(within, default=at) + 1
    return last if last < len(lines) and ends in lines[last] else at


def _escaped(formula: str) -> str:
    """A formula in which no sign is Markdown's."""
    return _FIRST_SIGN.sub(r"\\\1", _SIGNS.sub(r"\\\1", formula))  # with no blank it begins no item


def _is_alone(item: Token, page: _Page) -> bool:
    """Whether the number of an item counts nothing, though it seems to: `2024. They met again.`."""
    is_number = item.info not in ("", "0", "1")
    return is_number and bool(item.map) and item.map[0] not in page.counted  # type: ignore[index]


def _texts(lines: list[str], form: Form, level: int | None, start: int, page: _Page) -> Iterator[Piece]:
    """A paragraph, item or heading; a line that is a row, or begins with a bullet of another kind, stands alone."""
    if level is not None:
        yield Piece(" ".join(lines), level=level, line=start)
        return
    held: list[str] = []
    first = start
    if form is Form.ITEM and lines:
        lines[0] = _TASK.sub(lambda box: f"{UNTICKED if box['tick'] == ' ' else TICKED} ", lines[0], count=1)
    marks, labels = items(lines), label_starts(lines)
    for number, line in enumerate(lines, start):
        mark = ITEM.match(line) if number - start in marks or number - 1 in page.counted else None
        if form is Form.ITEM and number == start:
            mark = None
        is_row = _ROW.match(line) is not None
        if held and (mark or is_row or number - start in labels or stand_apart(held[-1], line)):
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


def _lines(children: Sequence[Token], left_out: Counter[str]) -> list[str]:
    """The words of inline text, line by line: without marks, pictures and tags, and what is struck out."""
    lines = [""]
    opened: list[str] = []
    struck = 0
    marks = [mark for child in children if (mark := _struck(child))]
    has_struck = False
    are_closed = 2 * sum(map(_ends, marks)) == len(marks)  # what nobody closed is no mark
    for child in children:
        if _is_break(child):
            lines.append("")
        elif are_closed and (mark := _struck(child)):
            struck = max(struck + (-1 if _ends(mark) else 1), 0)
        elif struck:
            has_struck = has_struck or (child.type == "text" and bool(child.content.strip()))
        elif child.type in ("text", "code_inline", "text_special"):
            lines[-1] += child.content
        elif child.type == "image":
            lines[-1] += shown(child.content) or " "
        elif child.type == "html_inline":
            lines[-1] += _RAISED.get(child.content.lower(), " ")
        elif child.type in _MARKS:
            opened.append(_meant(lines[-1][-2:], child.markup))
            lines[-1] += opened[-1]
        elif child.type.removesuffix("close") + "open" in _MARKS:
            lines[-1] += opened.pop()
    left_out[omitted.STRUCK] += has_struck
    return [in_line(_LEFT.sub(r"\2", line) if "*" in line else line) for line in lines]


def _is_break(token: Token) -> bool:
    is_written = token.type == "html_inline" and _BREAK.fullmatch(token.content) is not None
    return is_written or token.type in ("softbreak", "hardbreak")


def _split_at_breaks(children: Sequence[Token]) -> Iterator[list[Token]]:
    line: list[Token] = []
    for child in children:
        if _is_break(child):
            yield line
            line = []
        elif child.content or child.nesting:
            line.append(child)
    yield line


def _is_bold(line: Sequence[Token]) -> bool:
    """Whether all of a line is bold."""
    ends = [child.type for child in line if child.type.startswith("strong")]
    return ends == ["strong_open", "strong_close"] and ends == [line[0].type, line[-1].type]


def _struck(token: Token) -> re.Match[str] | None:
    """The mark that begins or ends what is struck out."""
    return _STRUCK.fullmatch(token.content if token.type == "html_inline" else token.type)


def _ends(mark: re.Match[str]) -> bool:
    return bool(mark["end"] or mark["close"])


def _meant(before: str, mark: str) -> str:
    """The mark where it is a sign, as in `2*3*4` or `a*b`, because it stands after a number or a letter; else nothing.

    After a longer word it only sets a part of it: `sub*tract*`.
    """
    return mark if before[-1:].isdigit() or (len(mark) == 1 and _LETTER.search(before)) else ""


def _row(line: str, number: int, page: _Page) -> Piece:
    """A row of a table, by its own line: the parser drops cells that have no header."""
    bare = line[_QUOTE.match(line).end() :].rstrip()  # type: ignore[union-attr]
    if not _CELLS.search(bare):
        return Piece(_inline(bare, page), line=number)
    cells = _CELLS.split(bare.removeprefix("|"), maxsplit=WIDEST)
    if cells and not cells[-1].strip():
        cells.pop()
    cells[WIDEST:] = [""] * len(cells[WIDEST:])  # what is cut off anyway is not looked through
    text = " | ".join(_inline(cell.strip(), page) for cell in cells)
    return Piece(text if text.strip(" |") else "", Form.ROW, line=number)


def _inline(text: str, page: _Page) -> str:
    [token] = _parser().parseInline(text, page.links)
    return spoken("\n".join(_lines(token.children or (), page.left_out))).replace(r"\|", "|").strip()


def _page(token: Token) -> list[Piece]:
    return [piece for piece in read_page(token.content) if piece.text.strip()]


def _fenced(content: str, start: int) -> Iterator[Piece]:
    """Paragraphs that a fence holds, as they stand."""
    held: list[str] = []
    for number, line in enumerate([*content.splitlines(), ""], start):
        if held and (not line.strip() or stand_apart(held[-1], line)):
            yield Piece(" ".join(held), line=number - len(held))
            held = []
        if line.strip():
            held.append(line)
