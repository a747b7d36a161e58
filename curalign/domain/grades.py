"""Grades as districts write them, read into one canonical form: PK K 1 ... 12."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from curalign.domain.other_grades import is_of_others
from curalign.wording.text import consecutive_runs

GRADES: tuple[str, ...] = ("PK", "K", *(str(n) for n in range(1, 13)))
"""Every canonical grade, lowest first."""

_BANDS = {
    "MS": ("6", "8"),
    "HS": ("9", "12"),
    "ELEMENTARY": ("K", "5"),
    "ELEMENTARY SCHOOL": ("K", "5"),
    "MIDDLE": ("6", "8"),
    "HIGH": ("9", "12"),
    "MIDDLE SCHOOL": ("6", "8"),
    "HIGH SCHOOL": ("9", "12"),
}
_ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)
_CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SPANISH = (
    "primer primero primera uno", "segundo segunda dos", "tercer tercero tercera tres", "cuarto cuarta cuatro",
    "quinto quinta cinco", "sexto sexta seis", "séptimo séptima septimo septima siete", "octavo octava ocho",
)  # fmt: skip
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_WORDS = {
    "PRE-K": "PK",
    "PREK": "PK",
    "PREKINDERGARTEN": "PK",
    "PRE-KINDERGARTEN": "PK",
    "TK": "PK",
    "TRANSITIONAL KINDERGARTEN": "PK",
    "PRESCHOOL": "PK",
    "KG": "K",
    "KDG": "K",
    "KINDERGARTEN": "K",
    "KINDER": "K",
    "KÍNDER": "K",
    "PREKÍNDER": "PK",
    "PRE-KÍNDER": "PK",
}
_WORDS |= {word.upper(): str(n) for n, word in enumerate(_ORDINALS, 1)}
_WORDS |= {numeral: str(n) for n, numeral in enumerate(_ROMAN, 1)}
_WORDS |= {word.upper(): str(n) for n, word in enumerate(_CARDINALS, 1)}
_WORDS |= {word.upper(): str(n) for n, words in enumerate(_SPANISH, 1) for word in words.split()}

_RANGE = r"\s*(?:-|\u2013|\u2014|to|through|thru)\s*"
_ONE = r"(?:[PT]K|KG?|0?[1-9]|1[0-2])"
_NAMED = "|".join(
    (
        *_ORDINALS,
        *" ".join(_SPANISH[:8]).split(),
        "(?:transitional )?kindergarten",
        "pre-?k(?:[ií]nder(?:garten)?)?",
        "k[ií]nder",
        "kdg",
    )
)
_NTH = r"(?:1[0-2]|[1-9])(?:st|nd|rd|th|er|e?r[oa]|d[oa]|t[oa]|m[oa]|v[oa]|\.?[º°])"
_SPACED = r"(?:1[0-2]|[1-9]) (?:st|nd|rd|th)"  # raised letters, as a PDF gives them
_AND = rf"(?:{_RANGE}|\s*(?:[,&/+]|\b(?:and|or|y|o)\b)\s*)"
_STATED = rf"(?:{_NTH}|{_ONE}|{_NAMED})"
_SPELLED = "|".join(word.capitalize() for word in _CARDINALS)
_NO_GRADES = (
    r"[^\S\n]+(?:period|quarter|hour|block|week|day|century|lesson|semester|trimester|nine|unit|draft|edition|marking|half|term"
    r"|part|section|person|amendment|place)s?\b"
)
_NO_MARK = r"(?!\s*(?:points?|pts?|percent|out\s+of)\b)(?!(?:[^\S\n]+(?:K|\d{1,2})\b(?![./-])){2})"
"""`Grade: 10 points`, `Grade: 8 out of 10`, and `Grade: K 1 2 3` to choose from."""
_SUBJECTS = r"(?:math(?:ematics)?|ela|english|reading|writing|literacy|phonics|science|social\s+studies|stem|art|music)"
_OF_A_GRADE = (
    rf"(?:{_SUBJECTS}|students|pupils|class(?:room)?|teachers?|team|families|units?|curriculum|pacing|standards"
    r"|(?:weekly\s+|daily\s+)?(?:lesson\s+)?plan(?:s|ner|ning)?)\b"
)
"""What stands behind a grade where its words alone could say something else: `grade two students`, `2A plans`."""
_NTH_OF_A_YEAR = r"(?:pacing|curriculum|plans?|units?|scope|standards|maps?)\b"
# What stands beside a grade in a form: `Grade Level(s): `, `Grado | `.
_LEVEL = r"(?:[\s_-]*(?:levels?|lvls?\.?|bands?|ranges?|spans?|escolar)){0,2}(?:\(s\))?"
_FORM = rf"{_LEVEL}(?:\s+taught)?(?:[\s_:#*=\"\u201c\u2013\u2014-]*|\s*\.{{3,}}\s*|\s*:?\s*(?:\|\s*)+)"
_WITH = r"\s*(?:/|&|\band\b)\s*"
_OF_WHAT = r"(?:subject|course|content|teacher|class|section|period|room|quarter)(?:[\s_-]*area)?(?:\(s\))?"
_PRE_K = re.compile(r"\b(?:pre-?k(?:[ií]nder(?:garten)?)?|PK)(?:[34]s?)?\b", re.IGNORECASE)
_BEGINNER = r"(?:[PT]?K|kindergarten|pre-?k)"
_TOGETHER = rf"(?:{_RANGE}|\s*[/&]\s*)"
_NUMERAL = rf"(?:{'|'.join(_CARDINALS)})"
_CLASS = r"(?:[1-9]|1[0-2])(?=-?[A-F]\b(?![.-]))"
_SOLID = r"\s*[23]-?D\b"
"""`3-D shapes` and `2D Art` are of no class; `Class: 3D` is."""
_IN_TITLE = re.compile(
    rf"\b(?:gr(?:ades?|ados?|ds?|\.)?){_FORM}(?P<after>{_STATED}(?:{_AND}{_STATED}(?!{_NO_GRADES}))*){_NO_MARK}(?![0-9A-Za-z%]|\.\w|\s*\|\s*\d{{1,2}}\s*(?:\||$))"
    rf"|\b(?P<ordinal>(?:{_NTH}|{_SPACED}|{_NAMED})(?:-?{_AND}(?:{_NTH}|{_NAMED}))*|K{_AND}{_NTH})\.?[\s_-]*(?:grade|grado|gr\b)"
    rf"|\b(?P<primary>{_NTH}|{_NAMED})\s+(?:(?:año\s+)?de\s+primaria|b[aá]sic[oa])\b"
    rf"|\bgrades?{_LEVEL}{_WITH}{_OF_WHAT}\s*[:|]\s*(?:\|\s*)?(?P<beside>{_STATED})\b"
    rf"|\b{_OF_WHAT}{_WITH}grades?{_LEVEL}\s*[:|]\s*(?:\|\s*)?"
    rf"[^\W\d]+\.?(?:[ -][^\W\d]+)?\s*[/,-]\s*(?P<behind>{_STATED})\b"
    rf"|(?<![\w.-])(?P<onward>{_BEGINNER}{_RANGE}grade\s+{_STATED})\b"
    rf"|\bgrade[\s-]levels?(?:\s+(?:team|meeting|plc|planning|notes|agenda)){{1,3}}\s*[:\u2013-]\s*(?P<team>{_NTH}|{_NAMED})\b"
    rf"|(?:^|[-/]\s*)(?P<before>K)[\s-]+(?={_SUBJECTS}\b)|^{_SUBJECTS}[\s-]+(?P<behind_k>K)\b"
    r"|\bgrade[\s_-]*(?P<roman>[IVX]+)\b"
    rf"|\bgrade(?:[\s_-]*levels?)?\s*[:|]\s*(?P<spelled>(?:{_SPELLED})(?:{_AND}(?:{_SPELLED}))*)\b"
    rf"|(?-i:\bGrade (?P<title>{_SPELLED})\b|\bGRADE (?P<capitals>{_SPELLED.upper()})\b)"
    rf"|(?-i:\bgrade-(?P<hyphen>{_SPELLED.lower()})\b)"
    rf"|\b(?:in|for|of|our|my)\s+grade\s+(?P<lower>{_NUMERAL})\b|\bgrade\s+(?P<followed>{_NUMERAL})\s+(?={_OF_A_GRADE})"
    rf"|\bgrades\s+(?P<several>{_NUMERAL}(?:{_AND}{_NUMERAL})+)\b"
    rf"|\b(?:grades?{_LEVEL}|(?:class(?!{_SOLID})|homeroom)(?:{_WITH}grade)?)(?:{_WITH}{_OF_WHAT})?[\s:#|]*(?P<class>{_CLASS})"
    rf"|^(?!{_SOLID})(?P<homeroom>{_CLASS})-?[A-D][\s-]+(?={_OF_A_GRADE})|^(?P<year>{_NTH})\s+(?={_SUBJECTS}\s*(?:$|{_NTH_OF_A_YEAR}))"
    rf"|\b(?P<kinder>k[ií]nder|kdg)\.?\s+(?={_OF_A_GRADE})|^(?P<alone>k[ií]nder)$"
    rf"|\bgrades?{_LEVEL}\s*[:|]\s*(?P<schools>elementary|middle|high)\b"
    r"|\bG(?P<letter>0?[1-9]|1[0-2]|K)(?=[MU]\d|(?![0-9A-Za-z]))"
    rf"|^(?P<first>{_NTH})(?=\s+[-\u2013\u2014]\s)"
    rf"|\b(?P<pair>{_NTH}{_AND}{_NTH})\b(?!{_NO_GRADES})"
    r"|\b(?P<band>middle[\s_-]school|high[\s_-]school|elementary[\s_-]school)\b"
    rf"|(?<![\w.-])(?P<bare>(?:[PT]?K|pre-?k){_TOGETHER}(?:K|{_NTH}|[1-9]|1[0-2])(?:{_TOGETHER}(?:[1-9]|1[0-2]))?)(?![\w.-]|\s*=)"
    r"|\b(?P<named>(?:transitional\s+)?kindergarten|pre-?k[ií]nder(?:garten)?|pre-?k[34]?s?|pk[34]|preschool)\b",
    re.IGNORECASE,
)
_MAX_LENGTH = 1000  # characters of a title or of opening words
_PLACE = re.compile(r"[:|]")
_PARTS = re.compile(r"[|;,/&]|\+(?=\s*[\dKk])|\b(?:and|or|y|o)\b", re.IGNORECASE)
_SUBJECT = re.compile(
    r"\b(?:(?:ela|elar|rla|sci|ss|science|social studies|reading|writing|history|geography|literacy|music|art|health"
    r"|language arts)"
    r"\s+(?P<any>[1-9]|1[0-2])|(?:maths?|mathematics|english)\s+(?P<upper>[4-9]|1[0-2]))"
    r"(?=\s*(?:$|[,;|(]|[:.](?!\d)|[-\u2013\u2014]\s|(?:unit|plc|team|accelerated|advanced|honors|pacing|plans?)\b))",
    re.IGNORECASE,
)
"""`Science 6`; Math 1 to 3 and English 1 to 4 are courses of high schools."""
_REST_OF_A_GRADE = re.compile(r"(?<![^\W\d_])(?:r?s|and|y)(?![^\W\d_])|[\W_]", re.IGNORECASE)
_NAME = re.compile(rf"\s*(?:[PT]?K|KG|k[ií]nder|{_NTH}|{'|'.join(_ORDINALS)})\s*", re.IGNORECASE)


def in_order(grades: Iterable[str]) -> tuple[str, ...]:
    """Canonical grades without repeats, lowest first."""
    return tuple(sorted(set(grades), key=GRADES.index))


def span(low: str, high: str) -> tuple[str, ...]:
    """Every grade from `low` to `high`, both included; nothing when they are the wrong way round."""
    return GRADES[GRADES.index(low) : GRADES.index(high) + 1]


@lru_cache(4096)  # a framework of 100,000 items states the same few cells
def read_grades(cell: str) -> tuple[str, ...]:
    """Read a cell that states grades and nothing else: `03`, `K-2`, `6|7|8`, `Third grade`, `MS`, `9-12`.

    What is not a grade is passed over, so an empty or unknown cell gives `()`: no grade stated.
    """
    found: set[str] = set()
    for part in _PARTS.split(cell):
        found.update(_read_part(part))
    return in_order(found)


def unread_grades(cell: str) -> tuple[str, ...]:
    """The parts of such a cell that are not grades: `("adult",)` for `3, adult`."""
    parts = (part.strip() for part in _PARTS.split(cell))
    return tuple(part for part in parts if part and not _read_part(part))


def require_grades(cells: Iterable[str]) -> tuple[str, ...]:
    """Read cells that a person gave as grades. Raises ValueError naming the first that is not one."""
    given = tuple(cells)
    unknown = [cell for cell in given if not read_grades(cell)]
    if unknown:
        raise ValueError(f"{unknown[0]!r} is not a grade; write PK, K, 1 to 12, or a range such as 3-5")
    return read_grades("|".join(given))


@lru_cache(16_384)
def find_grades(title: str, *, schools: bool = True) -> tuple[str, ...]:
    """Find the grades that a file name, folder name or heading speaks of: `Unit 3 - Grade 4`, `g5_fractions`.

    Stricter than `read_grades`: a bare number in a title is a unit or a lesson, not a grade. What a school is called
    (`Middle School`) counts where no grade is named, and not at all without `schools`.
    """
    found: set[str] = set()
    bands: set[str] = set()
    for match in _own(title.replace("_", " ")):
        (bands if match["band"] else found).update(_grades_of(match))
    return in_order(found or (bands if schools else ()))


def grades_of_form(text: str) -> tuple[str, ...]:
    """The grades that a form's places for them hold, `Grade Level: 2`, beside which its other words may name others."""
    of_places = (match for match in _own(text) if _PLACE.search(match[0]))
    return in_order(grade for match in of_places for grade in _grades_of(match))


def places_of_grades(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text names a grade or school, its own or another's: the first character of each and the one after it."""
    return tuple(match.span() for match in _IN_TITLE.finditer(text.replace("_", " ")))


def grades_of_course(text: str) -> tuple[str, ...]:
    """The grades of what a subject and a number name, as a team calls itself: `Science 6`, `ELA 7`."""
    return in_order(match["any"] or match["upper"] for match in _SUBJECT.finditer(text))


def grades_of_name(name: str) -> tuple[str, ...]:
    """The grade that is all of a name of a sheet or part, `K` or `4th`; the first four may be quarters as well."""
    return read_grades(name) if _NAME.fullmatch(name) else ()


@lru_cache(16_384)
def names_only_grades(text: str) -> bool:
    """Whether a heading says nothing but a grade, or several: `3rd Grade`, `Grades 3-5`, `3.º grado`, `4th graders`."""
    left, named = _IN_TITLE.subn("", text.replace("_", " "))
    return named > 0 and not _REST_OF_A_GRADE.sub("", left)


def grade_spans(grades: Iterable[str]) -> tuple[str, ...]:
    """Grades in order, three or more that follow each other as one span: `K-2`, `5`."""
    spans: list[str] = []
    for run in consecutive_runs(GRADES.index(grade) for grade in in_order(grades)):
        names = [GRADES[number] for number in run]
        spans += [f"{names[0]}-{names[-1]}"] if len(names) > 2 else names
    return tuple(spans)


def _own(text: str) -> Iterator[re.Match[str]]:
    """Where a text names a grade that is not one of other pupils."""
    for match in _IN_TITLE.finditer(text[:_MAX_LENGTH]):
        if not is_of_others(text[: match.start()], text[match.end() :]):
            yield match


def _grades_of(match: re.Match[str]) -> tuple[str, ...]:
    return read_grades(_PRE_K.sub("PK", next(text for text in match.groups() if text)))


def _read_part(part: str) -> tuple[str, ...]:
    text = re.sub(r"[\s_]+", " ", part).strip().upper()
    text = re.sub(r"^(?:GRADES?|GRADOS?|GR\.?|G)\s*(?=[\dKPIVX])|\s*(?:GRADE|GRADO)S?$", "", text).strip()
    if text in _BANDS:
        return span(*_BANDS[text])
    ends = re.split(rf"{_RANGE}(?:GRADE\s+)?", text, flags=re.IGNORECASE)
    if len(ends) == 2 and text not in _WORDS:
        low, high = _read_one(ends[0]), _read_one(ends[1])
        return span(low, high) if low and high else ()
    one = _read_one(text)
    return (one,) if one else ()


def _read_one(text: str) -> str | None:
    text = re.sub(r"(?<=\d) ?(?:ST|ND|RD|TH|ER|E?R[OA]|D[OA]|T[OA]|M[OA]|V[OA]|\.?[º°]|\.0)$", "", text.strip())
    if text.isascii() and text.isdigit():
        text = text.lstrip("0")
    text = _WORDS.get(text, text)
    return text if text in GRADES else None
