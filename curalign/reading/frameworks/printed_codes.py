"""Codes of standards as documents print them: what could be one, and which of those are, by the shapes that repeat.

`3.NF.A.1` and `4.OA.B.12` have one shape. A document prints many codes of few shapes, and their last parts count: that
tells them from dates, versions and numbers of chapters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from curalign.domain.codes import DASH

Parts = tuple[str, ...]
"""The runs of letters and of digits of a code, in capitals."""

_DOUBLED = frozenset(2 * letter for letter in ascii_lowercase)  # what follows z in some states' lists: aa, bb
_PART = (
    r"(?:[A-Z]{1,8}\d{0,3}[A-Z]{0,3}\d{0,2}[a-z]?|[A-Z][a-z]{1,3}\d{0,2}|\d{1,4}[A-Z]{0,3}\d{0,2}[a-z]?|[a-z]"
    rf"|[ivx]{{2,4}}|{'|'.join(sorted(_DOUBLED))})"
)
_SIGN = rf"[.:/{DASH}]"
_BRACKETS = r"(?:\([A-Za-z0-9]{1,4}\))"
_LABEL = (
    r"(?:(?P<label>Grade Level Expectation|Content Standard|"
    r"Performance (?:Expectation|Indicator|Standard)|Learning (?:Standard|Outcome)|"
    r"Anchor Standard|Standard|Benchmark|Indicator|Objective|Expectation|Outcome|Goal|Strand|Domain|Cluster|Concept|"
    r"Practice|Est[aá]ndar|Objetivo|Indicador)(?::?\s+))?"
)
_WORDED = r"[A-Z]{2,6}(?:\.[A-Za-z]{2,20}(?:-[A-Za-z]{2,20})?\d?)+(?:\.\d{1,4}[a-z]?)+"
_CODE = rf"(?P<code>{_WORDED}|(?:[A-Z]{{1,4}}\s(?=\d))?{_PART}(?:{_SIGN}{_PART})*{_BRACKETS}*)"
_AFTER = rf"(?=[.:)]?(?:\s|$)|[.:)]?\s?[{DASH}]\s)"
_STARTS = re.compile(rf"{_LABEL}(?<![\w.]){_CODE}{_AFTER}")
_WITHIN = re.compile(rf"(?<=\s)(?:{_LABEL}){_CODE}{_AFTER}")
_SENTENCE_ENDS = re.compile(r"(?:[.;:!?\])\u201d\"]|;\s(?:and|or|y|o))\s$")
_REFERS = re.compile(
    r"(?:[,(\u2013\u2014/&-]|\b(?:and|or|see|of|in|on|to|with|from|for|by|at|the|as|also|than|standards?|benchmarks?|codes?|"
    r"y|o|de|en|con|ver|v[eé]ase))\s$",
    re.IGNORECASE,
)
_MARK = re.compile(r"(?P<mark>\((?:\d{1,3}|[A-Za-z]|[ivxIVX]{2,5})\)|(?:\d{1,3}|[A-Za-z]|[ivxIVX]{2,5})[.)])(?=\s|$)")
_NESTED = re.compile(r"(?<=[.;:!?)]\s)(?P<mark>\([a-z]\)|[a-z][.)])\s+(?=[A-Z])")
_AT_END = re.compile(r"(?P<text>.*\S)\s*[\[(](?P<code>[^\s()\[\]]+(?:\([A-Za-z0-9]+\))*)[\])][.;]?", re.DOTALL)
_BETWEEN = re.compile(rf"[.:)]?\s*(?:[{DASH}]\s+)?")
_ONLY_NAMED = re.compile(r"(?:and|or|to|through|thru|but|is|are|was|y|o|hasta)\b(?!/)|[,;)\]]")
_RUNS = re.compile(r"[A-Za-z]+|\d+")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_HAS_LETTERS = re.compile("[Wa]")
_LETTERED = re.compile(r"(?:[A-Z]{1,3}|\d{1,3})\.\d{1,2}(?:[A-Z]|\([A-Z]\))")
"""A letter straight behind a number, as Texas has it: `3.6B`, `K.2A`, `3.6(B)`."""
_LETTER_AT_END = re.compile(r"(?:[.-]?[Wa]|\([Wa]\))$")
_LEAST = 3  # codes of a shape
_CHOSEN = 6  # codes of a shape that nothing else has, as `3.NF.A.1`: a choice of standards need not count
_MANY = 20  # codes of a shape that few things have, as `AQDP-H2`
_COUNTS = 0.6  # of the codes of a shape are the first of their kind, or follow another
_NUMERALS = frozenset(("PK", "K", "HS", "MS", "ES"))


@dataclass(frozen=True, slots=True)
class Start:
    """Where a text begins with what may be a code, and the text behind it. `label` is the word before it: Benchmark."""

    code: str
    rest: str
    label: str = ""

    @property
    def is_mark(self) -> bool:
        """Whether this is a number or a letter that counts below something: `(B)`, `2.`."""
        return _MARK.fullmatch(self.code) is not None

    @property
    def is_bare(self) -> bool:
        """Whether it holds no number, as a strand's may: `RL`, `HS.AEE.A`. Such a one is known by those below it."""
        return _is_bare(self.code)

    @property
    def is_only_named(self) -> bool:
        """Whether the words behind it go on with a sentence that names the code: `3.NF.1 and 3.NF.2`."""
        return _ONLY_NAMED.match(self.rest) is not None


def start_of(text: str) -> Start | None:
    """What a text begins with that may be a code: `3.NF.A.1 Understand ...`, `Benchmark 1.2: ...`, `(B) compare`."""
    if mark := _MARK.match(text):
        return Start(mark["mark"], text[mark.end() :].strip())
    found = _STARTS.match(text)
    if found is None or not _may_be_code(found["code"], found["label"]):
        return None
    behind = _BETWEEN.match(text, found.end())
    return Start(found["code"], text[behind.end() if behind else found.end() :].strip(), found["label"] or "")


def code_at_end(text: str) -> Start | None:
    """The code in brackets that a text ends with, and the text before it: `Tell the time. (2.MD.C.7)`."""
    found = _AT_END.fullmatch(text)
    if found is None or (start := start_of(found["code"])) is None or start.rest or start.is_mark or start.is_bare:
        return None
    return Start(start.code, found["text"].strip())


def starts_within(text: str, *, loosely: bool = False) -> Iterator[tuple[int, Start]]:
    """Where something in a text may begin with a code, each with the text behind it: not where words refer to it.

    `loosely` are also those that small letters follow, where the code could be nothing else.
    """
    for found in _WITHIN.finditer(text):
        before = text[max(0, found.start() - 20) : found.start()]
        if before.rfind("(") > before.rfind(")"):  # `(CCSS: 3.NBT.A.1)` refers to it
            continue
        is_likely = text[found.end() :].lstrip(" .:)")[:1].isupper() or (loosely and is_distinctive(found["code"]))
        opens = _SENTENCE_ENDS.search(before) or (not _REFERS.search(before) and is_likely)
        if opens and (start := start_of(text[found.start() :])) and not start.is_bare:
            yield found.start(), start


def _may_be_code(code: str, label: str | None) -> bool:
    parts = parts_of(code)
    numbered = any(part.isdigit() for part in parts) or (len(parts) > 2 and "K" in parts)
    return (numbered and (bool(label) or len(parts) > 1)) or (not label and _is_bare(code))


def _is_bare(code: str) -> bool:
    return re.fullmatch(r"[A-Z]{1,6}(?:[.-][A-Z]{1,6})*", code) is not None


def whole_code(cell: str) -> str:
    """A cell in which a narrow column has broken a code, with the code whole; any other as it is."""
    joined = re.sub(rf"(?<={_SIGN})\s+(?=[A-Za-z0-9(])|(?<=[A-Za-z0-9)])\s+(?={_SIGN}\w|\()", "", cell)
    start = start_of(joined) if joined != cell else None
    return joined if start and not start.rest and start.code == joined else cell


def parts_of(code: str) -> Parts:
    """The runs of letters and of digits of a code, in capitals."""
    return tuple(part.lstrip("0") or "0" if part.isdigit() else part.upper() for part in _RUNS.findall(code))


def shape_of(code: str) -> str:
    """A code with every number, every letter and every longer word alike, and its signs: `9.W.A.9` of `3.NF.A.1`."""

    def kind(run: re.Match[str]) -> str:
        text = run[0]
        if text.isdigit() or text in _NUMERALS:
            return "9"
        if len(text) == 1:
            return "A" if text.isupper() else "a"
        return "a" if text in _ROMAN or text in _DOUBLED else "W"

    return re.sub(f"[{DASH}]", "-", _RUNS.sub(kind, code)).replace("A", "W")


def numbers_of(part: str) -> tuple[int, ...]:
    """What a part may count: 3 of `3`, 2 of `b`, 28 of `bb`, 9 and 1 of `i`; nothing of a longer word."""
    if part.isdigit():
        return (int(part),)
    roman = (_ROMAN.index(part.lower()) + 1,) if part.lower() in _ROMAN else ()
    doubled = part.lower() in _DOUBLED
    letter = (26 * doubled + ord(part[0].lower()) - ord("a") + 1,) if len(part) == 1 or doubled else ()
    return letter + roman


def repeating_shapes(codes: Iterable[str]) -> dict[str, int]:
    """The shapes of which there are several codes whose last parts count, and how many codes each has."""
    by_shape: dict[str, dict[str, None]] = defaultdict(dict)
    for code in codes:
        if not _is_bare(code):
            by_shape[shape_of(code)][code] = None
    found = {shape: len(alike) for shape, alike in by_shape.items() if _is_numbering(shape, alike)}
    most = max((count for shape, count in found.items() if "W" in shape), default=0)
    kept = {shape: count for shape, count in found.items() if "W" in shape or "(" in shape or 2 * count > most}
    below: dict[str, list[str]] = defaultdict(list)
    for shape in kept:
        below[_LETTER_AT_END.sub("", shape)] += by_shape[shape]
    heads = {
        shape: len(by_shape[shape])
        for shape in below
        if shape in by_shape and shape not in kept and _are_heads(list(by_shape[shape]), below[shape])
    }
    tails = {
        shape: len(codes)
        for shape, codes in by_shape.items()
        if shape not in kept and shape.endswith("a") and shape[:-1] in kept and all(map(is_distinctive, codes))
    }  # `2.NBT.A.1a` where no other of its kind is chosen
    return kept | heads | tails


def _are_heads(codes: Sequence[str], below: Sequence[str]) -> bool:
    """Whether codes stand over lettered ones, as `3.6` does over `3.6B`, though they are few or do not count.

    Each begins as one of those does, with its grade or chapter; and most are the group of one, unless they are longer
    than numbers mostly are.
    """
    groups = {parts_of(code)[:-1] for code in below}
    own = [parts_of(code) for code in codes]
    are_sure = min(map(len, own)) > 2 or 2 * sum(parts in groups for parts in own) >= len(own)
    return are_sure and {parts[:1] for parts in own} <= {group[:1] for group in groups}


def _is_numbering(shape: str, codes: Iterable[str]) -> bool:
    """Whether codes of one shape number something; `3/4`, `10:30` and `1-2` are not codes, however many there are."""
    alike = list(codes)
    if not _HAS_LETTERS.search(shape) and set(shape) - set("9.()"):
        return False
    if len(alike) >= _CHOSEN and all(map(is_distinctive, alike)):
        return True
    if len(alike) >= _MANY and re.fullmatch(rf"\S*(?:W\S*{_SIGN}\S*9|9\S*{_SIGN}\S*W)\S*", shape):
        return True
    if len(alike) < _LEAST:
        return False
    # 2-CS-01, 2-NI-02, 2-DA-03: numbers that go on over the strands of a grade.
    by_grade = [(parts[0], *parts[-1:]) for parts in map(parts_of, alike)] if all(map(is_distinctive, alike)) else []
    return _counting(alike) >= _COUNTS or (len(by_grade) > 0 and _counting_at(by_grade, 1) >= _COUNTS)


def is_distinctive(code: str) -> bool:
    """Whether a code could hardly be anything else: it has letters and three parts or more, or looks like `3.6B`."""
    shape = shape_of(code)
    return ("W" in shape and len(re.findall(_SIGN, shape)) > 1) or _LETTERED.fullmatch(code) is not None


def _counting(codes: Sequence[str]) -> float:
    """The share of codes in which the part that counts best is the first there is, or follows another code's.

    Mostly that is the last part; where codes end with a band of grades, as in `D1.1.3-5`, it is one before it.
    """
    parts = [parts_of(code) for code in codes]
    return max(_counting_at(parts, at) for at in range(len(parts[0])))


def _counting_at(codes: Sequence[Parts], at: int) -> float:
    groups: dict[Parts, set[int]] = defaultdict(set)
    numbered = [((*parts[:at], *parts[at + 1 :]), numbers_of(parts[at])) for parts in codes]
    for group, numbers in numbered:
        groups[group].update(numbers)
    good = [any(n in (0, 1) or n - 1 in groups[group] for n in numbers) for group, numbers in numbered]
    follow = any(n - 1 in groups[group] for group, numbers in numbered for n in numbers if n > 1)
    return sum(good) / len(good) if follow else 0.0


def gaps(codes: Sequence[str]) -> tuple[list[str], int]:
    """The codes before which a number is missing in their group, and how many groups of two and more there are."""
    groups: dict[tuple[str, Parts], list[tuple[tuple[int, ...], str]]] = defaultdict(list)
    for code in codes:
        *group, last = parts_of(code)
        groups[shape_of(code), tuple(group)].append((numbers_of(last), code))
    counted = [held for held in groups.values() if len(held) > 1 and all(numbers for numbers, _ in held)]
    after: list[str] = []
    for held in counted:
        known = {n for numbers, _ in held for n in numbers}
        after += [code for numbers, code in held if not any(n <= 1 or n - 1 in known for n in numbers)]
    return after, len(counted)


def follows(code: str, last: str) -> bool:
    """Whether a code is the next one after `last` in its group or in one above, or the first of another group."""
    *group, end = parts_of(code)
    before = parts_of(last)
    numbers = numbers_of(end)
    if len(group) < len(before) and list(before[: len(group)]) == group:
        return any(n == counted + 1 for n in numbers for counted in numbers_of(before[len(group)]))
    return 0 in numbers or 1 in numbers


def is_below(parts: Parts, above: Parts) -> bool:
    """Whether a code stands below another one by its parts: `3.NF.A.1` below `3.NF`."""
    return len(above) < len(parts) and parts[: len(above)] == above


def mark_kind(mark: str) -> tuple[str, int]:
    """What kind of counting a mark belongs to, and its number there: `("(A)", 2)` of `(B)`, `("1.", 4)` of `4.`."""
    inner = mark.strip("().")
    signs = mark.replace(inner, "{}", 1)
    if inner.isdigit():
        return signs.format("1"), int(inner)
    if len(inner) > 1:
        return signs.format("I" if inner.isupper() else "i"), _ROMAN.index(
            inner.lower()
        ) + 1 if inner.lower() in _ROMAN else 0
    return signs.format("A" if inner.isupper() else "a"), ord(inner.lower()) - ord("a") + 1


def as_roman(mark: str) -> tuple[str, int] | None:
    """What a mark that looks like a letter counts as a roman one, such as `(i)`; None where it may be none."""
    inner = mark.strip("().")
    if inner.lower() not in _ROMAN or len(inner) > 1:
        return None
    return mark.replace(inner, "I" if inner.isupper() else "i", 1), _ROMAN.index(inner.lower()) + 1


def nested(text: str) -> tuple[str, list[tuple[str, str]]]:
    """A text without the list that stands in it, `a. Draw. b. Explain.`, and each mark of that with its words."""
    marks = list(_NESTED.finditer(text))
    run = [mark for at, mark in enumerate(marks) if mark_kind(mark["mark"])[1] == at + 1]
    if len(run) < 2 or len(run) < len(marks) or len({mark_kind(mark["mark"])[0] for mark in run}) > 1:
        return text, []
    ends = [*(mark.start() for mark in run[1:]), len(text)]
    parts = [(mark["mark"], text[mark.end() : end].strip()) for mark, end in zip(run, ends, strict=True)]
    return text[: run[0].start()].strip(), parts


def under(above: str, mark: str) -> str:
    """The code of what a mark counts below a code: `3.NF.2.a`, `112.5(b)(1)(A)`."""
    inner = mark.strip("().")
    return f"{above}({inner})" if mark.startswith("(") else f"{above}.{inner}"
