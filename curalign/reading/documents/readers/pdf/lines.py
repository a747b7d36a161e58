"""The lines of a page in the order in which they are read: down its columns, and across what is set in rows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median
from unicodedata import bidirectional

from curalign.reading.documents.readers.pdf.words import Place, Word
from curalign.reading.documents.readers.text_pieces import BULLETS, FIRST
from curalign.reading.documents.spaced_letters import LEAST

_SAME_LINE = 0.45  # of the smaller size: how far baselines of one line lie apart
_GUTTER = 1.1  # of the size: a wider gap parts what stands in one line
_LADDER = 3  # lines across that part the rows of a table
_MOST = 0.6  # of the width of rows: a line that parts them is as long
_APART = 1.0  # of the size: with more room between them lines are of two rows, where nothing is drawn with half of it
_STRIP = 0.6  # of the size: a narrower gap through several lines parts no columns
_MARK_GAP = 45  # points between the mark of a list and its text
_MARK = re.compile(rf"[{BULLETS}{FIRST}\u2610-\u2612]|[-\u2013\u2014]|\(?(?:\d{{1,3}}|[a-zA-Z]|[ivx]{{1,5}})[.)]")
_DONE = re.compile(r"[.!?]\W?$")
_PROSE_LINES, _PROSE_WORDS = 3, 3.2
_MANY_ROWS = 80  # that are no columns: parts of them are not tried again
_WIDE = 1.8  # times the usual gap between letters that are set apart: one between words
_LEAST = 3  # words of a line that goes on in the next
_LARGER = 1.12  # times the letters below: a heading's are
_LEADING = 1.9  # of the size, from baseline to baseline of one text at most
_CLOSE = 1.1  # of the size: lines of a column follow one another without more between them

Rule = tuple[float, float, float]
"""A line across the page: where it is, and from where to where it runs."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand together in one line, or in place of them a table (its number)."""

    words: tuple[Word, ...]
    place: Place
    base: float
    size: float
    table: int | None = None

    @property
    def text(self) -> str:
        """The words with spaces between them."""
        return words_text(self.words)

    @property
    def is_bold(self) -> bool:
        """Whether all of its words are set in a bold font."""
        return bool(self.words) and all(word.is_bold for word in self.words)


@dataclass(frozen=True, slots=True)
class Rows:
    """What is set in rows without lines between: each row is a list of cells, each cell a list of lines."""

    cells: tuple[tuple[tuple[Line, ...], ...], ...]


def words_text(words: Sequence[Word]) -> str:
    """Words in a row; a script that runs from right to left is put back into its order."""
    text = _put_together(words)
    if len(words) >= LEAST and len(text) < 3 * len(words) and all(len(word.text) == 1 for word in words[:LEAST]):
        text = _with_wide_gaps(words)
    if text.isascii() or not (leftwards := sum(_runs_left(word.text) for word in words)):
        return text
    return _put_together(words[::-1] if leftwards * 2 > len(words) else _with_runs_turned(words))


def _put_together(words: Sequence[Word]) -> str:
    return "".join([word.text if word.is_glued or not at else f" {word.text}" for at, word in enumerate(words)])


def _with_runs_turned(words: Sequence[Word]) -> list[Word]:
    """Words of a line that runs to the right, those in it that run to the left in their own order."""
    turned: list[Word] = []
    for is_left, run in groupby(words, key=lambda word: _runs_left(word.text)):
        turned += list(run)[:: -1 if is_left else 1]
    return turned


def _with_wide_gaps(words: Sequence[Word]) -> str:
    """Words of one letter, with two blanks where a gap is much wider than the others: `L E S S O N  P L A N`."""
    gaps = [below.place.left - above.place.right for above, below in pairwise(words)]
    usual = median(gaps)
    wide = [gap > max(_WIDE * usual, word.size / 2) for gap, word in zip(gaps, words, strict=False)]
    beside = zip(words, [False, *wide], strict=True)
    return "".join(
        word.text if word.is_glued or not at else f"{'  ' if is_wide else ' '}{word.text}"
        for at, (word, is_wide) in enumerate(beside)
    )


def _runs_left(text: str) -> bool:
    return not text.isascii() and any(bidirectional(letter) in ("R", "AL") for letter in text)


def line_of(words: Sequence[Word]) -> Line:
    """A line of these words."""
    place = words[0].place
    for word in words[1:]:
        place = place.around(word.place)
    longest = max(words, key=lambda word: len(word.text) if word.size < 100 else 0)
    return Line(tuple(words), place, longest.base, longest.size)


def lines_of(words: Iterable[Word]) -> list[list[Line]]:
    """The lines of a page from its top, each as the parts that wide gaps part it into, from the left."""
    chains: list[list[Word]] = []
    for word in words:
        if word.is_glued and chains:
            chains[-1].append(word)
        else:
            chains.append([word])
    chains.sort(key=lambda chain: (chain[0].base, chain[0].place.left))
    rows: list[list[list[Word]]] = []
    base = float("-inf")
    for chain in chains:
        first = chain[0]
        if rows and first.base - base <= _SAME_LINE * min(first.size, rows[-1][-1][0].size):
            rows[-1].append(chain)
        else:
            rows.append([chain])
            base = first.base
    return [_parted(sorted(row, key=lambda chain: chain[0].place.left)) for row in rows]


def _parted(row: Sequence[Sequence[Word]]) -> list[Line]:
    parts: list[list[Word]] = []
    for chain in row:
        first = chain[0]
        if parts and (first.is_beside or not _is_gap(parts[-1], first)):
            parts[-1] += chain
        else:
            parts.append([*chain])
    return [line_of(part) for part in parts]


def _is_gap(part: Sequence[Word], word: Word) -> bool:
    gap = word.place.left - part[-1].place.right
    if len(part) == 1 and _MARK.fullmatch(part[0].text) and gap < _MARK_GAP:
        return False
    return gap > _GUTTER * max(part[-1].size, word.size)


def in_order(rows: Sequence[list[Line]], rules: Sequence[Rule] = ()) -> Iterator[list[Line] | Rows]:
    """What is read line by line, in runs of lines, and what is set in rows.

    Args:
        rows: The lines of a page from its top.
        rules: Lines that are drawn across the page, of which some part the rows of tables without lines down.

    """
    at = 0
    run: list[Line] = []
    while at < len(rows):
        end = _band(rows, at, rules)
        found = list(_columns(rows[at:end], rules)) if end > at + 1 else []
        if found:
            _take_up(run, found)
            if run:
                yield run
                run = []
            yield from found
            at = end
        elif end - at > _MANY_ROWS:
            run += [line for line_row in rows[at:end] for line in line_row]
            at = end
        else:
            run += rows[at]
            at += 1
    if run:
        yield run


def _take_up(run: list[Line], found: Sequence[list[Line] | Rows]) -> None:
    """Put the lines at the end of a run to the column below that begins with them, higher up than those beside it."""
    columns = [column for column in found if isinstance(column, list) and column]
    taken: list[tuple[Line, list[Line]]] = []
    while len(columns) > 1 and len(run) > len(taken):
        line = run[-1 - len(taken)]
        home = [column for column in columns if _is_across(line, column)]
        below = next((each for each, column in reversed(taken) if column is home[0]), home[0][0]) if home else line
        if line.table is not None or len(home) != 1 or not line.base - below.base + _LEADING * line.size > 0:
            break
        taken.append((line, home[0]))
    rest = run[-1 - len(taken)] if len(run) > len(taken) else None
    while taken and rest is not None and _is_of_one_text(rest, taken[-1][0]):
        rest, _ = taken.pop()  # which ends a text that stands above the columns
    for line, column in taken:
        run.remove(line)
        column.insert(0, line)


def _is_of_one_text(above: Line, line: Line) -> bool:
    is_close = line.base - above.base < _LEADING * line.size and abs(above.size - line.size) < 1
    return is_close and _overlap(above.place, line.place)


def _is_across(line: Line, column: Sequence[Line]) -> bool:
    return any(_overlap(line.place, other.place) for other in column)


def _band(rows: Sequence[list[Line]], start: int, rules: Sequence[Rule]) -> int:
    """Where a run of rows ends that one gap or more runs through from top to foot; `start` where there is none."""
    gaps = _gaps(rows[start])
    if not gaps:
        return start
    end = start + 1
    while end < len(rows):
        narrowed = _through(gaps, rows[end])
        if not narrowed or not (_follows(rows[start:end], rows[end]) or _is_between(rules, rows[end])):
            break
        gaps = narrowed
        end += 1
    return end if _is_many(rows[start:end]) else start


def _is_many(rows: Sequence[list[Line]]) -> bool:
    return sum(len(row) > 1 for row in rows) > 1


def _follows(rows: Sequence[list[Line]], row: list[Line]) -> bool:
    """Whether a row goes on with the columns above it: it has several parts, or continues one that stands alone."""
    if len(row) > 1 or row[0].table is not None:
        return True
    above = next((line for each in reversed(rows) for line in each if _overlap(line.place, row[0].place)), None)
    if above is None:
        return False
    near = row[0].place.top - above.place.bottom < _CLOSE * row[0].size
    return near and (abs(row[0].size - above.size) < 1 or above.table is not None)


def _is_between(rules: Sequence[Rule], row: list[Line]) -> bool:
    """Whether lines across part a row, as a label that stands by itself in the middle of it, from those beside it."""
    place = row[0].place
    where = [y for y, left, right in rules if left - 1 <= place.left and place.right <= right + 1]
    return len(where) >= _LADDER and any(y <= place.top for y in where) and any(y >= place.bottom for y in where)


def _overlap(one: Place, other: Place) -> bool:
    return one.left < other.right and other.left < one.right


def _gaps(row: Sequence[Line]) -> list[tuple[float, float]]:
    return [(one.place.right, other.place.left) for one, other in pairwise(row)]


def _through(gaps: Sequence[tuple[float, float]], row: Sequence[Line]) -> list[tuple[float, float]]:
    """What is left of gaps between columns below another row; one that a word stands across is lost."""
    left: list[tuple[float, float]] = []
    for low, high in gaps:
        for line in row:
            if line.place.left < high and line.place.right > low:
                if line.place.centre < (low + high) / 2:
                    low = max(low, line.place.right)
                else:
                    high = min(high, line.place.left)
        if high - low > _STRIP * row[0].size:
            left.append((low, high))
    return left


def _columns(rows: Sequence[list[Line]], rules: Sequence[Rule]) -> Iterator[list[Line] | Rows]:
    """The columns of rows that gaps run through, one after another where each is prose, else as rows of cells."""
    edges = [(low + high) / 2 for low, high in _uncovered(rows)]
    columns: list[list[Line]] = [[] for _ in range(len(edges) + 1)]
    for row in rows:
        for line in row:
            columns[sum(line.place.centre > edge for edge in edges)].append(line)
    if all(map(is_prose, columns)) or _are_out_of_step(rows, edges):
        yield from columns
        return
    if cards := _cards(rows, edges):
        yield from cards
        return
    cells = list(_cells(rows, edges, _cuts(rows, rules)))
    if _is_table(cells) and all(line.table is None for row in rows for line in row):
        yield Rows(tuple(cells))


def _cards(rows: Sequence[list[Line]], edges: Sequence[float]) -> list[list[Line]]:
    """Texts side by side, each under a heading of its own, whose lines go on with one another; none in a table."""
    small = min(line.size for row in rows for line in row)
    heads = [at for at, row in enumerate(rows) if all(line.size > _LARGER * small for line in row)]
    if heads[:1] != [0] or not all(len(rows[at]) > 1 and all(map(_is_title, rows[at])) for at in heads):
        return []
    cards: list[list[Line]] = []
    begins: list[bool | None] = []
    for start, end in pairwise([*heads, len(rows)]):
        columns: list[list[Line]] = [[] for _ in range(len(edges) + 1)]
        for line in (line for row in rows[start:end] for line in row):
            columns[sum(line.place.centre > edge for edge in edges)].append(line)
        for column in filter(None, columns):
            below = () if _is_text(column[1:]) else pairwise(column[1:])
            begins += [len(above.words) < _LEAST or _begins(above.text, line.text) for above, line in below]
            begins.append(column[0] not in rows[start] or None)
            cards.append(column)
    goes_on = False in begins or all(_is_text(card[1:]) for card in cards)
    return cards if goes_on and True not in begins else []


def _is_text(column: Sequence[Line]) -> bool:
    return len(column) >= _PROSE_LINES and median(len(line.words) for line in column) >= _PROSE_WORDS


def _is_title(line: Line) -> bool:
    return line.table is None and len(line.words) < 2 * _LEAST and line.text[0].isupper() and line.text[-1].isalnum()


def _uncovered(rows: Sequence[list[Line]]) -> Iterator[tuple[float, float]]:
    """The gaps between columns that no word of any row stands in: a header may lack the first, a row the last."""
    lines = sorted((line for row in rows for line in row), key=lambda line: line.place.left)
    reach = lines[0].place.right
    for line in lines:
        if line.place.left - reach > _STRIP * rows[0][0].size:
            yield reach, line.place.left
        reach = max(reach, line.place.right)


def is_prose(column: Sequence[Line]) -> bool:
    """Whether lines run on from one to the next: several words each, and most as wide as the column."""
    if any(line.table is not None for line in column):
        return True
    if not _is_text(column):
        return False
    width = max(line.place.right for line in column) - min(line.place.left for line in column)
    return sum(line.place.right - line.place.left > 0.6 * width for line in column) * 2 >= len(column)


def _are_out_of_step(rows: Sequence[list[Line]], edges: Sequence[float]) -> bool:
    """Whether a text of the first column goes on where that beside it begins, or the other way: in no table it does."""
    above: dict[int, str] = {}
    for row in rows:
        begins: dict[int, bool] = {}
        for line in row:
            at, text = sum(line.place.centre > edge for edge in edges), line.text
            if line.table is not None:
                return False
            if at in above and at not in begins and (begin := _begins(above[at], text)) is not None:
                begins[at] = begin
            above[at] = text
        if 0 in begins and len(set(begins.values())) > 1:
            return True
    return False


def _begins(above: str, text: str) -> bool | None:
    """Whether a line begins something below the one above it, or goes on with it; None where either may be."""
    if text[:1] in BULLETS or (text[:1].isupper() and _DONE.search(above)):
        return True
    return False if text[:1].islower() and not _DONE.search(above) else None


def _cuts(rows: Sequence[list[Line]], rules: Sequence[Rule]) -> list[float]:
    """Where lines across part rows, if they part several."""
    lines = [line.place for row in rows for line in row]
    low, high = min(place.left for place in lines), max(place.right for place in lines)
    top, foot = min(place.middle for place in lines), max(place.middle for place in lines)
    cuts = [
        y for y, left, right in rules if top < y < foot and min(right, high) - max(left, low) > _MOST * (high - low)
    ]
    return sorted(cuts) if len(cuts) > 1 else []


def _cells(
    rows: Sequence[list[Line]], edges: Sequence[float], cuts: Sequence[float]
) -> Iterator[tuple[tuple[Line, ...], ...]]:
    """Rows of cells: those that lines part, else one begins with its first cell, or apart from the line above."""
    held: list[list[Line]] = []
    foot, part = float("-inf"), -1
    for row in rows:
        placed: list[list[Line]] = [[] for _ in range(len(edges) + 1)]
        for line in row:
            placed[sum(line.place.centre > edge for edge in edges)].append(line)
        room = (min(line.place.top for line in row) - foot) / row[0].size
        above, part = part, bisect_right(cuts, row[0].place.middle)
        if held and (above == part and room < _APART if cuts else not placed[0] and room <= _APART / 2):
            held = [[*before, *here] for before, here in zip(held, placed, strict=True)]
        else:
            if held:
                yield tuple(map(tuple, held))
            held = placed
        foot = max(line.place.bottom for line in row)
    if held:
        yield tuple(map(tuple, held))


def _is_table(cells: Sequence[tuple[tuple[Line, ...], ...]]) -> bool:
    """Whether rows of cells are a table and no text whose words only stand far apart."""
    if len(cells) < 2:
        return False
    later = [cell[0].text for row in cells for cell in row[1:] if cell and cell[0].text[:1].isalnum()]
    return bool(later) and sum(text[0].islower() for text in later) * 2 <= len(later)
