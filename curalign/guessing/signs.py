"""Words in names and in the first lines of documents that show what a file or folder is to a district."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from curalign.domain.grades import find_grades


class Purpose(StrEnum):
    """What a file or folder is to the district. The first four have a list in `curalign.toml`.

    `PAPER` is standards or results that only people can read, as a PDF of standards; `UNNAMED` is a folder whose name
    no list can hold.
    """

    STANDARDS = "standards"
    CURRICULUM = "curriculum"
    PD = "pd"
    RESULTS = "results"
    OLD = "old"
    PUPILS = "pupils"
    OFFICE = "office"
    PAPER = "paper"
    UNNAMED = "unnamed"


LISTED = (Purpose.STANDARDS, Purpose.CURRICULUM, Purpose.PD, Purpose.RESULTS)


@dataclass(frozen=True, slots=True)
class Sign:
    """What something seems to be, and the words that show it. `sure` is false for ambiguous words."""

    purpose: Purpose
    words: tuple[str, ...]
    sure: bool


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(patterns)})(?![^\W_])", re.IGNORECASE)


_SURE: tuple[tuple[Purpose, re.Pattern[str]], ...] = (
    (
        Purpose.OLD,
        _words(
            r"archived?|archives|back-?ups?|superseded|outdated|obsolete|deprecated|retired|do not use|trash|deleted",
            r"(?:previous|old(?:er)?) (?:versions?|units?|stuff|files?|docs?|documents?|materials?|lessons?|curric\w*)",
            r"(?<=\S )old(?=\W*$)|^\W*old(?=\W*$)",
        ),
    ),
    (
        Purpose.PD,
        _words(
            r"(?<!writers )(?<!readers )(?<!writing )(?<!reading )workshops?|plcs?|pd|in ?service",
            r"professional (?:development|learning|growth)|facilitators?|facilitation|trainings?|trainers?|coaching",
            r"(?:study|learning) groups?|(?:book|lesson) study|staff (?:development|meetings?|learning|days?)",
            r"new teachers?|teacher (?:institute|leaders?|induction)|mentoring|(?:summer )?institutes?|webinars?",
        ),
    ),
    (Purpose.PUPILS, _words(r"grade ?books?|rosters?|class lists?|(?:student|pupil) (?:records?|data)|report cards?")),
    (
        Purpose.CURRICULUM,
        _words(
            r"curric|curricul(?:um|a|ums)|units? ?\d*|lessons? ?\d*|lesson ?plans?|pacing|scope (?:and|&|n) sequence",
            r"worksheets?|quiz(?:zes)?|homework|exit tickets?|modules? ?\d*|(?:student )?workbooks?|textbooks?|labs?",
            r"syllab(?:us|i)|year at a glance|essential questions?|course outlines?",
            r"(?:instructional|lecture) materials?",
        ),
    ),
    (Purpose.STANDARDS, _words(r"standards?|ccss|ngss|teks|frameworks?|common core|learning outcomes?")),
    (Purpose.RESULTS, _words(r"results?|scores?|item analys[ei]s|assessment data|test data")),
    (
        Purpose.OFFICE,
        _words(
            r"budgets?|minutes|newsletters?|handbooks?|payroll|invoices?|polic(?:y|ies)|contracts?|bus routes?|memos?",
            r"school board|board (?:meetings?|agendas?|reports?)|enrol?lment|staff directory|hr",
            r"permission (?:slips?|forms?)",
            r"(?:parent|family) letters?|letters? home|field trips?|(?:bell|master) schedules?|lunch menus?",
        ),
    ),
)
"""Asked in this order: a workshop about a unit is PD, and a gradebook of a unit holds pupils."""

_PERHAPS: tuple[tuple[Purpose, re.Pattern[str]], ...] = (
    (Purpose.PD, _words(r"agendas?|protocols?|sessions?|norms|presenters?|conferences?|teachers")),
    (
        Purpose.CURRICULUM,
        _words(
            r"maths?|mathematics|algebra|geometry|calculus|science|biology|chemistry|physics|ela|english|literacy",
            r"reading|writing|social studies|history|civics|activit(?:y|ies)|assessments?|tests?|projects?|tasks?",
            r"exercises?|solutions?|answer keys?|courses?|chapters? ?\d*|u\d+|weeks? ?\d+|quarter \d|teaching",
            r"readers|writers",
        ),
    ),
)

_OPENING: tuple[tuple[Purpose, re.Pattern[str]], ...] = (
    (
        Purpose.PD,
        _words(
            r"workshop|plc|professional (?:development|learning)|in-?service|facilitators?|participants?|agenda",
            r"teachers (?:will|can|practi[cs]e|share|learn|bring)|presenters?|norms|coaching|staff|colleagues",
        ),
    ),
    (
        Purpose.CURRICULUM,
        _words(
            r"lesson|unit|(?:students|pupils|learners|children) (?:will|can|should|must|are able)|objectives?|homework",
            r"worksheet|quiz|pacing|activit(?:y|ies)|i can|essential questions?|exercises?|assessment|assignments?",
            r"answer key|vocabulary|grade \d+|problems?",
        ),
    ),
    (
        Purpose.OFFICE,
        _words(r"dear (?:parents?|famil(?:y|ies))|minutes|motion|seconded|budget|adjourned|invoice|policy"),
    ),
)


def read_name(name: str) -> Sign | None:
    """What a file's or folder's name says; None when it says nothing."""
    plain = _plain(name)
    for purpose, pattern in _SURE:
        if found := pattern.search(plain):
            return Sign(purpose, (found[0].strip(),), sure=True)
    for purpose, pattern in _PERHAPS:
        if found := pattern.search(plain):
            return Sign(purpose, (found[0].strip(),), sure=False)
    if find_grades(name):
        return Sign(Purpose.CURRICULUM, (plain,), sure=False)
    return None


def read_opening(text: str) -> Sign | None:
    """What the first words of a document say: the kind of which most signs are found; None at a tie or at none."""
    counted = [(purpose, _distinct(pattern.findall(text))) for purpose, pattern in _OPENING]
    counted.sort(key=lambda pair: -len(pair[1]))
    (purpose, words), (_, next_words) = counted[:2]
    return Sign(purpose, words[:3], sure=True) if len(words) > len(next_words) else None


def _plain(name: str) -> str:
    """A name with its words apart: `UnitPlan_g3` is `Unit Plan g3`."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z][a-z])|[_.\-]+", " ", re.sub(r"['\u2019]", "", name))
    return " ".join(apart.split())


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(word.lower().split()) for word in words))
