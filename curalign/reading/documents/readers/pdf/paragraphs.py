"""Lines of a PDF to paragraphs and items: what a line's end has torn is one again, and no word gets lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from curalign.domain.codes import LIKE_A_CODE
from curalign.domain.materials import Form
from curalign.reading.documents.readers.pdf.lines import Line, line_of
from curalign.reading.documents.readers.pdf.words import Place, Word
from curalign.reading.documents.readers.text_pieces import (
    BULLETS,
    FIRST,
    count_of,
    counted_runs,
    ends_in_code,
    tears_code,
)

_UNDONE = re.compile(
    r"(?:[-\u2013\u2014,/&(]|\b(?:a|an|and|by|for|from|in|of|on|or|the|to|with|y|de|la|el|en|con))$", re.I
)
_MIDWAY = re.compile(r"[a-z,;.)?!\u00e0-\u00ff]")
_DONE = re.compile(r"[.!?:;]\W?$")
_LABELLED = re.compile(r"[A-Z][^\W\d_]+(?:[ /&-][^\W\d_]+){0,4}:\s")
_BULLET = re.compile(rf"[{BULLETS}{FIRST}]")
_BOXES = "\u2610\u2611\u2612"
_DASH = re.compile(r"[-\u2013\u2014*]|o")
_MARK = re.compile(r"(?P<before>\(?)(?P<mark>\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})(?P<after>[.)])")
_BARE = re.compile(r"(?P<before>)(?P<mark>\d{1,3})(?P<after>)")
_HANGING = re.compile(r"[.-][A-Z0-9]{1,5}(?:[.-][A-Z0-9]{1,5})*\W*")
_TORN = re.compile(r"[^\W\d_]+-")
_COMPOUNDING = """
one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety
half third fourth single double multi first second self well long short high low left right real grade place open hands
warm base part whole number word step student teacher peer pre non co
"""
_WHOLE = frozenset(_COMPOUNDING.split())
_FAR = 1.35  # times the usual distance of baselines: more is a new paragraph
_DOUBLE = 2.5  # sizes between the baselines of lines with room between them: no text is set wider
_INDENT = 0.8  # of the size
_SET_OFF = 0.6  # of the size
_OUTSIDE = 4  # of the size: a first line is not indented by more
_LONG, _FULL = 5, 0.6  # words of a line that is no label, and its share of the column
_HALF = 0.4  # of the column: a line of running text that a writer ended by hand may be as short
_EVEN = 1.3  # times the narrowest gap of a justified line
_LARGER = 0.05  # of the size
_RAGGED = 0.1  # of the column: how uneven the ends of lines are


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that are one text, as an item of a list or not; `mark` is what counts the item, a bullet or a number."""

    text: str
    form: Form
    place: Place
    size: float
    is_bold: bool = False
    mark: str = ""


class Joining:
    """How the lines of one document go together, by the words that it holds elsewhere."""

    def __init__(self, words: Collection[str]) -> None:
        """`words` are those of the document, in small letters."""
        self._words = words

    def joined(self, texts: Sequence[str]) -> str:
        """The lines of one text, with what a line's end has torn put together."""
        parts: list[str] = []
        for text in texts:
            if parts:
                parts[-1], between = self._before(parts[-1], text)
                parts.append(between)
            parts.append(text)
        return "".join(parts)

    def _before(self, above: str, below: str) -> tuple[str, str]:
        """How a line ends where another one follows it, and what comes between the two."""
        last, first = above.rsplit(None, 1)[-1], below.split(None, 1)[0]
        if _TORN.fullmatch(last.lstrip("(\"'\u201c\u2018")) and first[0].islower():
            return (above if self._is_compound(last, first) else above[:-1]), ""
        if last.endswith("-") and len(last) > 1 and first[0].isalnum():
            return above, ""
        if tears_code(last, first):
            return above, ""
        is_end = bool(_HANGING.fullmatch(first) and re.search(r"[A-Z0-9]$", last))
        return above, "" if is_end else " "

    def _is_compound(self, last: str, first: str) -> bool:
        """Whether a hyphen at a line's end belongs to the word, as in two-digit."""
        left = re.sub(r"\W", "", last).lower()
        right = re.split(r"\W", first, maxsplit=1)[0].lower()
        if left + right in self._words:
            return False
        if f"{left}-{right}" in self._words or left in _WHOLE:
            return True
        return len(left) > 2 and len(right) > 3 and left in self._words and right in self._words

    def paragraphs(self, lines: Sequence[Line]) -> Iterator[Paragraph]:
        """The paragraphs and items of a run of lines in one column."""
        lines = _whole(lines)
        margin = max(line.place.right for line in lines)
        pitch = _usual(lines)
        marks = _marked(lines, margin)
        held: list[Line] = []
        mark: int | None = None
        for at, line in enumerate(lines):
            if held and (at in marks or not _continues(held, line, margin, pitch)):
                yield self._paragraph(held, mark)
                held = []
            if not held:
                mark = marks.get(at)
            held.append(line)
        if held:
            yield self._paragraph(held, mark)

    def _paragraph(self, lines: Sequence[Line], mark: int | None) -> Paragraph:
        first, *rest = lines
        texts = [_without(first, mark), *(line.text for line in rest)]
        place = first.place
        for line in rest:
            place = place.around(line.place)
        size = max(lines, key=lambda line: len(line.text)).size
        text = self.joined([text for text in texts if text.strip()])
        form = Form.PARAGRAPH if mark is None else Form.ITEM
        counted = "".join(word.text for word in first.words[: mark or 0])
        return Paragraph(text, form, place, size, all(line.is_bold for line in lines), counted)


def _whole(lines: Sequence[Line]) -> list[Line]:
    """The lines of a column; those of a justified text whole, whose words stand as far apart as columns do."""
    whole: list[Line] = []
    rows = list(_in_rows(lines))
    lefts = Counter(round(row[0].place.left) for row in rows)
    rights = Counter(round(row[-1].place.right) for row in rows)
    for row in rows:
        is_flush = lefts[round(row[0].place.left)] > 1 and rights[round(row[-1].place.right)] > 1
        words = [word for line in row for word in line.words]
        whole += [line_of(words)] if len(row) > 1 and is_flush and _are_even(words) else row
    return whole


def _are_even(words: Sequence[Word]) -> bool:
    """Whether words of a line stand equally far apart, as those of a justified text do."""
    gaps = [word.place.left - before.place.right for before, word in pairwise(words) if not word.is_glued]
    return max(gaps) < _EVEN * max(min(gaps), 0.1)


def _in_rows(lines: Sequence[Line]) -> Iterator[list[Line]]:
    held: list[Line] = []
    for line in lines:
        if held and not (line.place.left > held[-1].place.right and abs(line.base - held[-1].base) < 0.45 * line.size):
            yield held
            held = []
        held.append(line)
    yield held


def _without(line: Line, mark: int | None) -> str:
    """The text of a line without the words that are the mark of an item."""
    return Line(line.words[mark:], line.place, line.base, line.size).text if mark else line.text


def _usual(lines: Sequence[Line]) -> float:
    """The usual distance between baselines in sizes: that of the closer half."""
    steps = sorted(
        (below.base - above.base) / below.size
        for above, below in pairwise(lines)
        if abs(below.size - above.size) < 0.5 and 0.5 < (below.base - above.base) / below.size < _DOUBLE
    )
    return steps[len(steps) // 3] if steps else 1.25


def _continues(held: Sequence[Line], line: Line, margin: float, pitch: float) -> bool:
    above = held[-1]
    size = min(above.size, line.size)
    if abs(line.base - above.base) < 0.45 * size:
        return True
    if line.base < above.base or abs(above.size - line.size) > 0.12 * size:
        return False
    text, below = above.text.rstrip(), line.text.lstrip()
    if above.place.left - line.place.left > _OUTSIDE * size and abs(above.place.centre - line.place.centre) > size:
        return False
    is_code = ends_in_code(text) or tears_code(text, below)
    done = bool(_DONE.search(text)) and not is_code
    if _is_set_off(held, line, margin):
        return False
    # However full the line above is, `Activity: ...` begins something else below a sentence or a whole code.
    if (done or (not is_code and LIKE_A_CODE.fullmatch(text.split()[-1].strip("()[]")))) and _LABELLED.match(below):
        return False
    long = (
        not done
        and len(above.words) >= _LONG
        and above.place.right - above.place.left > _FULL * (margin - above.place.left)
    )
    runs_on = is_code or bool(_UNDONE.search(text)) or (not done and bool(_MIDWAY.match(below)))
    wrapped = long or _wrapped(above, line, margin)
    step = (line.base - above.base) / size
    if step > max(_FAR * pitch, 1.3):
        return runs_on and wrapped and not done and step < 2.5 * max(pitch, 1.0)
    is_indented = done and len(held) > 1 and line.place.left - above.place.left > _INDENT * size
    return (wrapped or runs_on) and not is_indented


def _is_set_off(held: Sequence[Line], line: Line, margin: float) -> bool:
    """Whether a bold line stands above what is not: that begins anew, or its first word would have fitted behind."""
    above = held[-1]
    if not above.is_bold or line.is_bold or len(held) > 1:
        return False
    is_larger = above.size - line.size > _LARGER * line.size
    return is_larger or _starts(line.text.lstrip()) or not _wrapped(above, line, margin)


def _starts(text: str) -> bool:
    return text[:1].isupper() or not text[:1].isalpha()


def _wrapped(above: Line, line: Line, margin: float) -> bool:
    """Whether a line broke because the next word would not have fitted on it."""
    word = line.words[0].place
    slack = _RAGGED * (margin - above.place.left)
    return above.place.right + (word.right - word.left) + 0.2 * above.size > margin - slack


def _marked(lines: Sequence[Line], margin: float) -> dict[int, int]:
    """The lines that begin an item, each with how many of its words are its mark.

    A bullet is one by itself. A number or a letter is a mark where it counts on from another one that stands as far
    from the left, and does not begin its line by chance: the line before ends a sentence, or is not full.
    """
    marks: dict[int, int] = {}
    counted: dict[tuple[int, str], list[tuple[int, int]]] = {}
    seen = set[int]()
    for at, line in enumerate(lines):
        first, left = line.words[0].text, round(line.place.left / 3)
        if _BULLET.fullmatch(first) or first[0] in _BOXES:
            marks[at] = 0 if first[0] in _BOXES else 1
        elif (
            len(line.words) < 2
            or line.words[1].is_glued
            or (at > 0 and at - 1 not in seen and _is_chance(lines[at - 1], line, margin))
        ):
            continue
        elif _DASH.fullmatch(first):
            held = counted.setdefault((left, first), [])
            held.append((len(held), at))
        elif found := _MARK.fullmatch(first) or _set_off(line):
            seen.add(at)
            kind, number = count_of(found["mark"])
            counted.setdefault((left, f"{found['before']}{kind}{found['after']}"), []).append((number, at))
    for each in counted.values():
        marks |= {at: 1 for run in counted_runs(each) for _, at in run}
    return marks


def _set_off(line: Line) -> re.Match[str] | None:
    """A number without a dot that stands before the text of its line, further off than a word."""
    first, second = line.words[:2]
    is_off = second.place.left - first.place.right > _SET_OFF * line.size
    return _BARE.fullmatch(first.text) if is_off else None


def _is_chance(above: Line, line: Line, margin: float) -> bool:
    """Whether running text goes on with this line, so that what begins it is no mark."""
    if abs(line.base - above.base) < 0.45 * line.size:
        return True
    if _DONE.search(above.text) or line.place.left > above.place.left + 1:
        return False
    is_long = len(above.words) >= _LONG and above.place.right - above.place.left > _HALF * (margin - above.place.left)
    is_flush = abs(line.place.left - above.place.left) <= 1
    goes_on = is_long and is_flush and line.words[1].text[:1].islower()
    return goes_on or _wrapped(above, line, margin)


def vocabulary(words: Sequence[Word]) -> set[str]:
    """The words of a document in small letters, without what stands around them."""
    return {word.text.strip(".,;:!?()\"'\u201c\u201d\u2018\u2019").lower() for word in words}
