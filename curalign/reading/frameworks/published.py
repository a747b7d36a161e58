"""Standards out of a document for people, as a publication: what each says, its grades, its parent, how sure that is.

`printed_reader` finds the codes and their words. Here they are told apart from what explains them, and looked over:
a number that is missing, a statement without an end, a code that is printed twice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from curalign.domain.grades import find_grades, in_order, read_grades
from curalign.domain.materials import Section
from curalign.reading.frameworks.printed import ENDS, Printed
from curalign.reading.frameworks.printed_codes import Parts, gaps, parts_of, shape_of
from curalign.reading.frameworks.printed_reader import read_printed
from curalign.reading.frameworks.publication import Entry, Publication

PLACE, STRAND, CONFIDENCE, LOOK = "place", "strand", "confidence", "look at"
"""Columns of the table beside the usual ones."""

EXPLAINS: Mapping[str, str] = {
    "clarification": r"clarification statements?|clarifications?|aclaraci[oó]n(?:es)?",
    "boundary": r"assessment boundar(?:y|ies)|content limits?|boundar(?:y|ies)",
    "examples": r"examples?(?: of \w+)?|ejemplos?",
    "notes": r"notes?|explanations?|remarks?|notas?",
}
_LABELS = "|".join(f"(?P<{name}>{words})" for name, words in EXPLAINS.items())
_EXPLAINING = re.compile(rf"(?:^|(?<=[.;:!?)\]\u201d])\s+)[\[(]?(?:{_LABELS}):\s*", re.IGNORECASE)
_SHORT, _LONG, _TIMES = 3, 120, 5  # words of a statement, and how much longer than half of the others
_AGREE = 0.8  # of the codes that stand below a grade name it
SURE = "high"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What of a document is in no statement: `reason` is no-code, no-statement or twice."""

    reason: str
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Published:
    """The standards of one document, and what speaks for them.

    `shapes` are the codes that each shape has, the commonest first, with an example; `groups` is how many runs of
    numbers there are, `gaps` the codes before which a number is missing in theirs; `doubtful` are codes with why.
    """

    publication: Publication
    left_out: tuple[LeftOut, ...] = field(repr=False)
    shapes: tuple[tuple[str, int], ...] = ()
    counted_by_marks: bool = False
    groups: int = 0
    gaps: tuple[str, ...] = ()
    doubtful: tuple[tuple[str, str], ...] = ()


def find_published(sections: Iterable[Section], stem: str = "") -> Published:
    """Find the standards of one document.

    Args:
        sections: The document, as the readers of documents give it.
        stem: The document's name, which may state grades that nothing else does.

    Returns:
        What was found; its publication is without entries where nothing looks like a list of standards.

    """
    sections = tuple(sections)
    reading = read_printed(sections)
    told = [_told(each) for each in reading.found]
    kept, left_out = _once(told)
    grades = _grades_of(kept, (stem, *(h for section in sections[:3] for h in section.headings[:1])))
    missing, groups = gaps([*dict.fromkeys(each.printed.code for each in told)])
    missing = [code for code in missing if any(each.printed.code == code for each in kept)]
    doubts = _doubts(kept, missing, {each.text for each in left_out if each.reason == "twice"})
    codes = {parts_of(each.printed.code): each.printed.code for each in kept}
    entries = tuple(
        Entry(
            code=each.printed.code,
            statement=each.statement,
            grades=grade,
            level=each.printed.label,
            parents=_parents(each.printed, codes),
            place=each.printed.place,
            extra=_extra(each, doubt),
        )
        for each, grade, doubt in zip(kept, grades, doubts, strict=True)
    )
    return Published(
        Publication(entries),
        (*left_out, *(LeftOut("no-code", each.text, each.place) for each in reading.left_out)),
        _shapes(kept),
        bool(kept) and not reading.shapes,
        groups,
        tuple(missing),
        tuple((each.printed.code, doubt) for each, doubt in zip(kept, doubts, strict=True) if doubt),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """A standard with what explains it taken off its statement."""

    printed: Printed
    statement: str
    explained: Mapping[str, str]


def _told(printed: Printed) -> _Told:
    text = " ".join(" ".join(printed.text).split())
    found = list(_EXPLAINING.finditer(text))
    statement = text[: found[0].start()].strip() if found else text
    explained: dict[str, str] = {}
    for number, label in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(text)
        words = text[label.end() : end].strip()
        name = label.lastgroup or "notes"
        rest = ""
        if "[" in label[0] and "]" in words:
            words, _, rest = words.partition("]")
        explained[name] = f"{explained.get(name, '')} {words.strip()}".strip()
        statement = f"{statement} {rest.strip()}".strip()
    more = {_plain(name): words for name, words in printed.more.items()}
    return _Told(printed, statement, {**more, **explained})


def _plain(header: str) -> str:
    """The name of a column as `Standard.meaning` knows it, where it explains."""
    name = next((name for name, words in EXPLAINS.items() if re.match(words, header, re.IGNORECASE)), "")
    return name or header


def _once(told: Sequence[_Told]) -> tuple[list[_Told], list[LeftOut]]:
    """Each code once: the first that has words; those that have none, and others that say something else, are told."""
    worded = {each.printed.code for each in told if each.statement}
    above = {parts_of(each.printed.code)[:-1] for each in told if each.statement}
    kept: dict[str, _Told] = {}
    left_out: list[LeftOut] = []
    for each in told:
        code, place = each.printed.code, each.printed.place
        if not each.statement and (code in worded or parts_of(code) not in above):
            left_out += [] if code in worded else [LeftOut("no-statement", code, place)]
        elif code not in kept:
            kept[code] = each
        elif kept[code].statement != each.statement:
            left_out.append(LeftOut("twice", code, place))
    return list(kept.values()), left_out


def _parents(printed: Printed, codes: Mapping[Parts, str]) -> tuple[str, ...]:
    """The code that it was printed below, and the longest one that its own begins with."""
    parts = parts_of(printed.code)
    above = next((codes[parts[:n]] for n in range(len(parts) - 1, 0, -1) if parts[:n] in codes), "")
    return tuple(code for code in dict.fromkeys((printed.above, above)) if code and code != printed.code)


def _grades_of(kept: Sequence[_Told], titles: Iterable[str]) -> list[tuple[str, ...]]:
    """The grades of each: by its column or heading, by its code where codes name grades, else by the document."""
    stated = [each.printed.grades for each in kept]
    coded = _coded_grades([each.printed.code for each in kept], stated)
    coded = [() if each.printed.made else grades for each, grades in zip(kept, coded, strict=True)]  # marks only count
    whole = next(filter(None, map(find_grades, titles)), ())
    return [
        in_order(in_code if in_code and not set(in_code) & set(given) else given or in_code or whole)
        for given, in_code in zip(stated, coded, strict=True)
    ]


def _coded_grades(codes: Sequence[str], stated: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The grade that each code names, where codes of its shape do; else nothing.

    A number in a code is a grade where it says what the headings say; without such headings, where letters stand
    behind it, as in `3.NF.A.1` and `MA.3.FR.1.1`.
    """
    found: list[tuple[str, ...]] = [()] * len(codes)
    for shape in dict.fromkeys(map(shape_of, codes)):
        numbers = [n for n, code in enumerate(codes) if shape_of(code) == shape]
        for position in range(3):
            named = [_grade_at(codes[n], position) for n in numbers]
            given = [(grades, stated[n]) for n, (grades, _) in zip(numbers, named, strict=True) if stated[n]]
            agree = sum(bool(set(grades) & set(heading)) for grades, heading in given)
            likely = all(sure for _, sure in named) or any(grades[:1] in (("K",), ("PK",)) for grades, _ in named)
            trusted = agree >= _AGREE * len(given) if given else likely
            if trusted and all(grades for grades, _ in named):
                for n, (grades, _) in zip(numbers, named, strict=True):
                    found[n] = grades
                break
    return found


def _grade_at(code: str, position: int) -> tuple[tuple[str, ...], bool]:
    """The grades that a part of a code may be, and whether that is likely by the parts beside it."""
    parts = re.split(r"[.:/()\-\u2013]", code)
    if position >= len(parts):
        return (), False
    part, behind = re.sub(r"^[A-Z](?=\d{1,2}$)", "", parts[position]), parts[position + 1 :]
    band = f"{part}-{behind[0]}" if behind and part.isdigit() and behind[0].isdigit() else ""
    if band and band in code and len(read_grades(band)) > 1:
        return read_grades(band), len(behind) > 1 and _is_word(behind[1])
    beside = bool(behind) and _is_word(behind[0]) and all(map(_is_word, parts[:position]))
    return read_grades(part), beside or part in ("PK", "HS", "MS")


def _is_word(part: str) -> bool:
    return re.match(r"[A-Z]+\d*$", part) is not None and part != "K"


def _doubts(kept: Sequence[_Told], missing: Sequence[str], twice: set[str]) -> list[str]:
    """What speaks against each, as the name of its sentence; empty where nothing does."""
    lengths = [len(each.statement.split()) for each in kept]
    usual = median(lengths) if lengths else 0
    have_ends = sum(bool(ENDS.search(each.statement)) for each in kept) * 4 >= 3 * len(kept)
    after_gap = set(missing)

    above = {parts[:n] for parts in (parts_of(each.printed.code) for each in kept) for n in range(1, len(parts))}

    def doubt(each: _Told, words: int) -> str:
        code = each.printed.code
        if code in twice:
            return "twice"
        if words > _LONG and words > _TIMES * usual:
            return "long"
        if parts_of(code) not in above and (words < _SHORT < usual):
            return "short"
        if parts_of(code) not in above and have_ends and not ENDS.search(each.statement):
            return "cut"
        return "gap" if code in after_gap else "made" if each.printed.made else ""

    return [doubt(each, words) for each, words in zip(kept, lengths, strict=True)]


def _extra(each: _Told, doubt: str) -> dict[str, str]:
    confidence = SURE if not doubt else "medium" if doubt in ("gap", "made") else "low"
    extra = {
        **each.explained,
        STRAND: each.printed.strand,
        PLACE: each.printed.place,
        CONFIDENCE: confidence,
        LOOK: doubt,
    }
    return {name: text for name, text in extra.items() if text}


def _shapes(kept: Sequence[_Told]) -> tuple[tuple[str, int], ...]:
    counted = Counter(shape_of(each.printed.code) for each in kept)
    example = {shape_of(each.printed.code): each.printed.code for each in reversed(kept)}
    return tuple((example[shape], count) for shape, count in counted.most_common())
