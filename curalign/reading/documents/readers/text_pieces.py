"""Text that a layout has run together or set apart, as a person reads it: items, rows, formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from curalign.domain.materials import Form
from curalign.reading.documents.cleaning import is_label, row
from curalign.reading.documents.drafts import Piece
from curalign.reading.documents.readers.grid import opened

BULLETS = "•●▪◦‣∙■○➢➤❖\uf0b7\uf0a7\uf0d8\uf06f\x7f"
FIRST = "\u25c6\u25c7\u2605\u2606\u2794\u25ba\u25b8\u2726\u2043\uf0fc\uf076\uf0e8"
"""What is a bullet only where it begins a line: arrows and stars stand in texts too."""
_BULLET = re.compile(rf"(?:^|\s+)[{BULLETS}](?:\s+|$)")
_NUMBER = re.compile(r"(?:^|(?<=[.!?;:]\s))(\d{1,2})[.)]?\s+(?=[A-Z])")
_FRACTION = re.compile(r"\\frac\{([^{}]*)\}\{([^{}]*)\}")
_LABEL = re.compile(r"\W{0,3}[A-Z][\w'\u2019-]*(?:[ /&]+[\w'\u2019()-]+){0,4}:(?=\s|$)")  # `Essential question: `
# The part of a standard's code that a line ends with, and what may follow it on the next line.
_CODE = re.compile(r"\W*(?:[A-Z0-9]{1,7}[.-])*(?:\d{1,2}|K|[A-Z]{1,7})[.-](?:[A-Z0-9]{1,7}[.-])+")
_REST = re.compile(r"[A-Z0-9]{1,4}(?:[.-][A-Z0-9]{1,5})*[a-z]?(?:[^\w.-].*|[.])?")
_GRADE = re.compile(r"\W*(?:1[0-2]|\d|K)[.-]")
_BELOW_GRADE = re.compile(r"[A-Z]{1,4}[.-][A-Z][.-]\d{1,2}(?!\w).*")
_FIRST, _NONE = (0, 1, ord("a")), -9  # what a list may begin to count with
_SIGNS = {r"\times": "\u00d7", r"\div": "÷", r"\cdot": "·", r"\leq": "≤", r"\geq": "≥", r"\neq": "≠", r"\pi": "π"}


def table_pieces(rows: Sequence[list[str]], may_be_prose: bool) -> Iterator[Piece]:
    """The rows of a table; what a PDF only seems to set in columns, because its words are far apart, is text again."""
    later = [cell.strip() for cells in rows for cell in cells[1:] if cell.strip()[:1].isalnum()]
    has_bullets = any(_BULLET.fullmatch(cell) for cells in rows for cell in cells)
    if may_be_prose and (has_bullets or sum(cell[0].islower() for cell in later) * 2 > len(later)):
        for cells in rows:
            yield from split_bullets(" ".join(cells), Form.PARAGRAPH)
    else:
        yield from opened(Piece(row(cells), Form.ROW) for cells in rows)


def split_cell_marks(piece: Piece) -> list[Piece]:
    """The rows of a table that an old Word file runs into the paragraph or heading below it, and that by itself.

    A tab ends each cell there, and another one each row; the last row lacks both where nothing follows.
    """
    cells = piece.text.split("\t")
    for width in (at for at, cell in enumerate(cells) if at > 1 and not cell):
        whole, over = divmod(len(cells), width + 1)
        if over in (1, width) and not any(cells[width :: width + 1]):
            ends = (whole + (over == width)) * (width + 1)
            rows = (cells[at : at + width] for at in range(0, ends, width + 1))
            rest = "" if over == width else cells[-1]
            made = opened(Piece(row(each), Form.ROW, page=piece.page) for each in rows)
            return [*made, replace(piece, text=rest)]
    return [piece]


def split_bullets(text: str, form: Form) -> Iterator[Piece]:
    """Text, with the items apart that bullets in it begin."""
    first, *items = _BULLET.split(text)
    yield Piece(first, form)
    yield from (Piece(item, Form.ITEM) for item in items)


def labelled_lines(text: str, form: Form) -> list[tuple[str, Form]]:
    """A paragraph, or its lines where these are called something, each with its form.

    The first may be what the others are called: `Objective`, and below it `I can add.`. So these are items: what
    follows the paragraph is not called so. Or they begin with what they
    are called: `Grade: 3`, and below it `Objective: I can add.`; what has no label then goes on with the line above.

    Args:
        text: The paragraph, with the breaks that somebody put into it.
        form: What it is.

    Returns:
        The paragraph alone, or two lines and more.

    """
    lines = [line for line in text.split("\n") if line.strip()] if "\n" in text else []
    if starts := label_starts(lines):
        return [("\n".join(lines[at:end]), form) for at, end in zip(starts, (*starts[1:], len(lines)), strict=True)]
    if len(lines) < 2 or not is_label(lines[0]):
        return [(text, form)]
    called = [form, *(form if is_label(line) else Form.ITEM for line in lines[1:-1]), Form.ITEM]
    return list(zip(lines, called, strict=True))


def label_starts(lines: Sequence[str]) -> list[int]:
    """The lines of a paragraph that begin with what they are called, where the first and another do; else none."""
    labels = [at for at, line in enumerate(lines) if _LABEL.match(line)]
    return labels if len(labels) > 1 and labels[0] == 0 else []


def split_numbers(piece: Piece) -> list[Piece]:
    """A numbered list that a PDF has run together, as its items again, below what stands before it."""
    starts: list[re.Match[str]] = []
    for number in _NUMBER.finditer(piece.text):
        if int(number[1]) == len(starts) + 1:
            starts.append(number)
    if piece.level is not None or piece.form is Form.ROW or len(starts) < 2:
        return [piece]
    ends = [*(start.start() for start in starts[1:]), len(piece.text)]
    texts = (piece.text[start.end() : end] for start, end in zip(starts, ends, strict=True))
    before = replace(piece, text=piece.text[: starts[0].start()])
    marks = (start[0].strip() for start in starts)
    items = (replace(piece, text=text, form=Form.ITEM, mark=mark) for text, mark in zip(texts, marks, strict=True))
    return [before, *items]


def ends_in_code(line: str) -> bool:
    """Whether a line ends within a standard's code: `2.NBT.`."""
    return bool(_CODE.fullmatch(line.rsplit(None, 1)[-1])) if line.strip() else False


def tears_code(above: str, below: str) -> bool:
    """Whether a standard's code begins at the end of a line and ends on the next: `2.NBT.` and `B.5`."""
    if not (above.strip() and below.strip()):
        return False
    last, first = above.rsplit(None, 1)[-1], below.split(None, 1)[0]
    if _GRADE.fullmatch(last):
        return bool(_BELOW_GRADE.fullmatch(first))
    return bool(_CODE.fullmatch(last) and any(map(str.isdigit, last + first)) and _REST.fullmatch(first))


def count_of(mark: str) -> tuple[str, int]:
    """What kind of mark a number or a letter of a list is, and what it counts; -1 where one letter does not tell."""
    if mark.isdigit():
        return "1", int(mark)
    return ("a" if mark.islower() else "A"), ord(mark[0].lower()) if len(mark) == 1 else -1


def counted_runs(marked: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Marks that count on from one another: from the first there can be, or at least three.

    Args:
        marked: What each mark counts, and where it stands.

    Returns:
        The runs, each of such pairs.

    """
    run: list[tuple[int, int]] = []
    for number, at in (*marked, (_NONE, 0)):
        if run and number != run[-1][0] + 1:
            if len(run) > 2 or (len(run) == 2 and run[0][0] in _FIRST):
                yield run
            run = []
        run.append((number, at))


def formula_in_words(formula: str) -> str:
    """A formula as a lesson writes it in a line: `3/4`, `x^2`, `6 ÷ 2`."""
    for command, sign in _SIGNS.items():
        formula = formula.replace(command, sign)
    return _FRACTION.sub(r"\1/\2", formula).replace("{", "").replace("}", "")


def without_bullets(text: str) -> str:
    """Text in one line, without the bullets of a list in it."""
    return " ".join(part for part in _BULLET.split(text) if part)
