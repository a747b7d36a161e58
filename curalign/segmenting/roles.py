"""Which role a heading path and a text give: objective, task, assessment, note, mention or boilerplate."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from curalign.domain.codes import LIKE_A_CODE, OPENS_WITH_A_CODE
from curalign.domain.grades import names_only_grades
from curalign.domain.materials import Role
from curalign.segmenting.fields import Field, field_of, names_a_part, role_of_fields
from curalign.segmenting.openings import ASKED, tells_an_objective, tells_of_a_lesson, without_number
from curalign.segmenting.phrases import (
    are_fillers,
    every,
    longest_phrase,
    only_columns,
    phrases,
    spans_beside_fillers,
    without_states,
)
from curalign.segmenting.slots import names_a_break, names_time_or_class, without_slot
from curalign.segmenting.spelling import Words, stems, without_brackets, words_of
from curalign.segmenting.vocabulary import (
    BARE_NAMES,
    CONTAINERS,
    OPENINGS,
    OTHER_STANDARDS,
    SCALE_STEPS,
    STRONG,
    TEACHING_CONTAINERS,
    TERMS,
)
from curalign.segmenting.wordings import Guess, guess

_SURE = {
    Role.TASK: 0.5,
    Role.OBJECTIVE: 0.65,
    Role.ASSESSMENT: 0.65,
    Role.NOTE: 0.62,
    Role.MENTION: 0.8,
    Role.PLAN: 0.97,
}
_SURE_OF_ODD, _SURE_AGAINST = 0.85, 0.85
_SURELY_A_TITLE = {role: 0.9 if role is Role.TASK else 0.98 for role in Role}
"""How sure the model of wordings must be of a role, and of a title where a phrase stands among other words."""
PARTS_OF_LESSONS = frozenset({"part", "section"})
_SURE_OF_LINE = 0.95
"""How sure the model must be of a line that the document does not mark as a heading."""
_MAX_WEAK_WORDS = 7
_MAX_QUALIFIED_WORDS = 5
_WEAK = (Role.NOTE, Role.MENTION, Role.PLAN)
_MAX_JOINT = 4  # parts of a heading that names several things
_TELLS_BY_THEN = 2000  # characters
_NUMBER = r"(?:\d+[a-z]?(?:\.\d+)*|[ivx]+|[a-h]|one|two|three|four|five|six|seven|eight|nine|ten)"
CONTAINER = re.compile(
    rf"(?P<name>{'|'.join(CONTAINERS)})s?\s*\#?(?P<number>{_NUMBER})\b"
    r"(?P<end>\s*(?:[-\u2013\u2014:.|,&]+|\(|$)|\s)",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"\s*(?:\d+(?:\.\d+)*[.):]?|[ivxIVX]+[.)]|[A-Za-z][.)])\s+")
_PARTS = re.compile(r"\s*[:|\u2013\u2014]\s*|\s+-\s+")
_WORD = re.compile(r"[^\W_]+")
_STANDARD_THINGS = re.compile(
    r"\bstandard\s+(?:unit|algorithm|form|notation|measure|size|deviation)s?\b"
    rf"|\b(?:{'|'.join(SCALE_STEPS)})s?\s+(?:the\s+)?standards?\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\s*(?P<label>(?:\([^()]{1,60}\)|[^:|.!?]){1,60}?)\s*(?:(?P<mark>[:|\t]|\s[\u2013\u2014-]\s)|\.\s(?=\w))"
)
_QUESTION = re.compile(r"\s*(?P<label>[^:|.!?\t]{8,80}\?)\s*(?:[:|\t]|\s[\u2013\u2014-]\s)")
_BULLET = re.compile(r"^[\s•●○▪■□◦‣*·\-\u2013\u2014>☐☑☒✓✔]+")

_CODE_FILLERS = frozenset(
    {"and", "or", "to", "through", "standard", "standards", "ccss", "ngss", "teks", "code", "codes"}
)
_JOINT = re.compile(r"\s*[/,;+]\s*|\s+(?:and|&|y|or|o)\s+", re.IGNORECASE)
_DOCUMENT = re.compile(
    r"(?:(?!\b(?:of|for|de)\b).)*\b(?:"
    r"(?:lesson|unit|class|substitute|week|weekly|daily)\s+plan(?:s|ner)?(?:\s+(?:template|format|form|outline|model|example|sample|for|by)\b.*"
    r"|\s*[:\u2013\u2014-].*|\s*\#?\d*\W*)"
    r"|(?:syllabus|templates?)\W*)|plan(?:eaci[oó]n|ificaci[oó]n)?\s+(?:did[aá]ctica|semanal|diari[ao]|de\s+(?:la\s+)?clase)s?\b.*"
    r"|planificaci[oó]n\W*",
    re.IGNORECASE,
)
_TELLS_AN_OBJECTIVE_BY = 160  # characters
_OPENING = 60  # characters
_GOES_ON = re.compile(r"\w|'\w")
_ENDS_OPEN = re.compile(
    r"(?::|\.\.\.|\u2026|\b(?:to|can|will|a|podr[a\u00e1]n|puedo|podemos))[\s:.\u2026]*$", re.IGNORECASE
)
_BREADCRUMB = re.compile(r"[^>]{2,}(?: > [^>]{2,}){2,}")


def heading_role(headings: Iterable[str]) -> Role | None:
    """The role that a heading path gives: that of the innermost heading that has one, else None.

    What is only guessed to teach does not speak against a heading above it that weakens.
    """
    guessed: Role | None = None
    for heading in reversed(tuple(headings)):
        role, is_guessed = _heard(heading)
        if role is not None and guessed is not None and role not in STRONG:
            return role
        if role is not None and not (is_guessed and role in STRONG):
            return guessed or role
        guessed = guessed or role
    return guessed


def role_of_heading(heading: str) -> Role | None:
    """The role that one heading gives: `Exit Ticket (5 minutes)`, `3. Materials`, `Lesson 4: Adding tens`."""
    return _heard(heading)[0]


@lru_cache(maxsize=8192)
def _heard(heading: str) -> tuple[Role | None, bool]:
    """The role that one heading gives, and whether the model of wordings alone says so.

    One that names only a grade says nothing. A phrase of the vocabulary that is the whole heading is heard first,
    then the model where it is sure, then a phrase among other words, unless the model takes the heading for a title.
    What begins with a time of day is done then.
    """
    heading = heading[:_TELLS_BY_THEN]
    if names_only_grades(heading):
        return None, False
    bare, is_slot = without_slot(heading)
    if names_a_break(bare):
        return Role.NOTE, False
    if not is_slot:
        return _heard_without_time(heading, heading)
    role, is_guessed = _heard_without_time(bare, heading) if bare.strip() else (None, False)
    is_item = bare.strip() and (role is None or (role in _WEAK and whole_role(bare) is None))
    return (Role.TASK, True) if is_item else (role, is_guessed)


def _heard_without_time(bare: str, heading: str) -> tuple[Role | None, bool]:
    text, container, titled = without_containers(without_brackets(bare))
    if asked := _asked_role(text) or (Role.OBJECTIVE if only_opens(text) else None):
        return asked, False
    of_part = Role.TASK if container in TEACHING_CONTAINERS else None
    if names_a_part(text) or _STANDARD_THINGS.search(text):
        return of_part, False
    told, is_exact = _told_role(text, titled, is_named=of_part is not None)
    if is_exact:
        return told, False
    if (field := field_of(text)) is not None:
        is_note = field in (Field.PERSON_OR_PLACE, Field.HEAD) and not _is_bare_name(text)
        return (Role.NOTE if is_note else of_part), False
    if names_time_or_class(text) or _DOCUMENT.fullmatch(text.strip()):
        return of_part, False
    guessed = guess_of_heading(heading)
    # What a numbered lesson is called is its title, whatever it sounds like.
    if _is_sure(guessed, told, titled) and (of_part is None or guessed.role in STRONG):
        return guessed.role, guessed.role is not told
    is_title = guessed.role is None and guessed.sure >= _SURELY_A_TITLE[told or Role.TASK]
    if told is not None and not (is_title and not (titled and told in STRONG)):
        return told, False
    return of_part, False


def _is_sure(guessed: Guess, told: Role | None, titled: bool) -> bool:
    """Whether the model may speak: to take a title for a note loses what is taught under it.

    So it must be surer of what weakens, and surer still of one with a word that is new to it, under `Lesson 4`, or
    against a phrase.
    """
    if guessed.role is None:
        return False
    is_odd = guessed.role not in STRONG and (guessed.has_new_words or titled)
    is_against = told not in (None, guessed.role)
    return guessed.sure >= max(
        _SURE[guessed.role], _SURE_OF_ODD if is_odd else 0.0, _SURE_AGAINST if is_against else 0.0
    )


def guess_of_heading(heading: str) -> Guess:
    """What the model of wordings takes a heading for, without `Lesson 4:` and the like."""
    text, container, titled = without_containers(heading)
    if _is_bare_name(text):
        return Guess(None, 1.0, has_new_words=False)
    return guess(text, titled and container not in PARTS_OF_LESSONS)


def _is_bare_name(text: str) -> bool:
    return " ".join(words_of(text)) in stems(BARE_NAMES)


def _told_role(text: str, titled: bool, is_named: bool) -> tuple[Role | None, bool]:
    """The role that a phrase of the vocabulary gives a heading, and whether the phrase is the whole of a part of it."""
    for part in _PARTS.split(text):
        words = without_states(_heard_words(part))
        whole = _joint_role(part) or _weak_role(words, at_least=2 if titled else 1)
        role = whole or _strong_role(words) or (None if titled or is_named else _weak_role_at_an_end(words))
        if role is not None:
            is_exact = words in every() or bool(whole and _joint_role(part)) or _whole(words) is Role.OBJECTIVE
            return role, is_exact
    return None, False


def text_role(text: str) -> Role | None:
    """The role that a text states of itself before any heading: a list of codes, a breadcrumb, `Objective: ...`.

    Fields of a form's head are no evidence.
    """
    start = text[:_TELLS_BY_THEN].strip()
    if is_only_codes(start) or _BREADCRUMB.fullmatch(start):
        return Role.MENTION
    return (role_of_fields(start) if len(text) <= _TELLS_BY_THEN else None) or label_role(start)


def opening_role(text: str) -> Role | None:
    """The role that the first words of a text suggest where no heading says otherwise."""
    start = _BULLET.sub("", text[:_TELLS_BY_THEN])[:_TELLS_AN_OBJECTIVE_BY]
    if (code := OPENS_WITH_A_CODE.match(start[:_OPENING])) and not tells_of_a_lesson(text[code.end() :]):
        return Role.MENTION
    start = without_number(start.replace("\u2019", "'"))
    if tells_an_objective(start):
        return Role.OBJECTIVE
    lowered = start[:_OPENING].casefold()
    return next((role for role, openings in OPENINGS.items() if _begins(lowered, openings)), None)


def only_opens(text: str) -> bool:
    """Whether a text only begins what follows: `After this lesson, you will be able to...`, `I can`, `Yo puedo:`."""
    return _ENDS_OPEN.search(text[-_OPENING:]) is not None and opening_role(text) is Role.OBJECTIVE


def _begins(text: str, openings: tuple[str, ...]) -> bool:
    return any(text.startswith(opening) and not _GOES_ON.match(text, len(opening)) for opening in openings)


def label_role(text: str) -> Role | None:
    """The role of the label with which a text begins: `Materials: ruler`, `Exit ticket. Draw`, the row `Goal | Add`."""
    bare = _BULLET.sub("", text)
    if asked := _QUESTION.match(bare):
        return _asked_role(asked["label"])
    match = _LABEL.match(bare)
    if match is None:
        return None
    # `By the end of this workshop, participants will be able to:` names no workshop.
    if tells_an_objective(match["label"]):
        return Role.OBJECTIVE
    return whole_role(match["label"]) or (qualified_role(match["label"]) if match["mark"] else None)


def qualified_role(label: str) -> Role | None:
    """The role of a label or line that says of what only plans have which one it is.

    `Behavioral Objective`, `Anticipated misconceptions`, `ELL supports`.
    """
    words = words_of(without_brackets(label))
    if not 1 < len(words) <= _MAX_QUALIFIED_WORDS:
        return None
    if words[-1] == "objective" or any(phrases().get(words[-n:]) is Role.OBJECTIVE for n in (2, 3)):
        return Role.OBJECTIVE
    first = words[0] if label.split()[0].isupper() and phrases().get(words[-1:]) not in STRONG else ""
    return next((phrases()[(word,)] for word in (words[-1], first) if word in stems(TERMS)), None)


def is_only_a_name(text: str) -> bool:
    """Whether a text behind a label says no more than which one: `Formative` of `Assessment: Formative`."""
    words = words_of(text)
    return bool(words) and (are_fillers(words) or whole_role(text) is not None)


def without_label(text: str) -> str:
    """A text without the label that gives its role: `I can add.` of `Objective: I can add.`."""
    bare = _BULLET.sub("", text)
    match = _QUESTION.match(bare) or _LABEL.match(bare)
    return text if match is None or label_role(text) is None else bare[match.end() :]


@lru_cache(maxsize=8192)
def guessed_role(text: str, least: float) -> Role | None:
    """The role that the model alone gives a line or a column's name of which it knows all words and is so sure."""
    guessed = guess_of_heading(text)
    return guessed.role if guessed.sure >= least and not guessed.has_new_words else None


def role_of_line(text: str) -> Role | None:
    """The role of a short line that may be a heading in disguise: `Materials`, `Hands-on experiment`."""
    return whole_role(text) or qualified_role(text) or guessed_role(text, _SURE_OF_LINE)


def whole_role(label: str) -> Role | None:
    """The role of a label that is nothing but a phrase of the vocabulary and fillers."""
    text = without_brackets(_NUMBERING.sub("", label, count=1))
    return _asked_role(text) or _whole(without_states(_heard_words(text))) or _joint_role(text)


def _heard_words(text: str) -> Words:
    """The words of a heading; none of `Standard Form`, which is taught."""
    return () if _STANDARD_THINGS.search(text) else words_of(text)


def _whole(words: Words) -> Role | None:
    if (role := next((every()[span] for span in spans_beside_fillers(words) if span in every()), None)) is not None:
        return role
    # `Alabama Course of Study Standards` are named twice.
    return Role.MENTION if words[-1:] == ("standard",) and every().get(words[:-1]) is Role.MENTION else None


def _asked_role(text: str) -> Role | None:
    """The role of a heading that asks: `How will I know they got it?`, `What will we learn today?`."""
    return next((role for role, asks in ASKED.items() if asks.fullmatch(text.strip())), None)


def _joint_role(text: str) -> Role | None:
    """The role of `Materials/Resources` and `Standards & Objectives`, of which each part is a phrase.

    What teaches is named for its sake, so it is heard before what stands beside it.
    """
    parts = [part for part in _JOINT.split(text) if part.strip()]
    if not 1 < len(parts) <= _MAX_JOINT:
        return None
    roles = [_whole(without_states(words_of(part))) for part in parts]
    known = [role for role in roles if role]
    # Beside `Materials`, `Technology` is no subject.
    known += [role for part in parts if (role := only_columns().get(words_of(part))) in known and role in _WEAK]
    # A slash joins names of columns, `Subject/Grade`; `and` joins what is taught as well, `Resources and Trade`.
    if not known or (len(known) < len(parts) and not _only_slashes(text)):
        return None
    return next((role for role in known if role in STRONG), known[0])


def _only_slashes(text: str) -> bool:
    return "/" in text and all(joint.strip() == "/" for joint in _JOINT.findall(text))


def is_only_codes(text: str) -> bool:
    """Whether a text holds codes of standards and next to nothing else."""
    codes = LIKE_A_CODE.findall(text)
    rest = [
        w for w in _WORD.findall(LIKE_A_CODE.sub(" ", text)) if w.casefold() not in _CODE_FILLERS and not w.isdigit()
    ]
    return bool(codes) and len(rest) <= len(codes) // 2


def without_containers(heading: str) -> tuple[str, str, bool]:
    """A heading without `Unit 2, Lesson 4:`, the last such word, and whether a title follows it."""
    container, titled = "", False
    rest = _NUMBERING.sub("", heading, count=1) if _NUMBERING.match(heading) else heading.strip()
    while match := CONTAINER.match(rest):
        container, titled = match["name"].casefold(), bool(match["end"].strip())
        rest = rest[match.end() :].strip()
    return rest, container, titled


def _weak_role(words: Words, at_least: int) -> Role | None:
    for span in spans_beside_fillers(words):
        role = every().get(span)
        if role is not None and (role not in STRONG or span not in phrases()) and len(span) >= at_least:
            return role
    return None


def _strong_role(words: Words) -> Role | None:
    """The role of the longest strong phrase at a heading's start or end; one of three words may stand inside.

    Of two of one length, a task is heard last: `Workshop Goals` are goals.
    """
    first = int(words[:2] in (("pre", "assessment"), ("post", "assessment")))
    for n in range(min(len(words), longest_phrase()), 0, -1):
        starts = range(len(words) - n + 1) if n > 2 else (0, first, len(words) - n)
        roles = [role for start in starts if (role := phrases().get(words[start : start + n])) in STRONG]
        if roles:
            return min(roles, key=lambda role: role is Role.TASK)
    return None


def _weak_role_at_an_end(words: Words) -> Role | None:
    """The role of a weak phrase of several words, or of a term of teachers', at a short heading's start or end.

    `Common Misconceptions about Tens` and `Tier 2 Vocabulary Words` are no subjects; `Properties of Materials` is one.
    """
    if not words or len(words) > _MAX_WEAK_WORDS:
        return None
    if words[-1] == "standard" and not stems(OTHER_STANDARDS).intersection(words):
        return Role.MENTION
    for n in range(len(words) - 1, 0, -1):
        for span in (words[:n], words[-n:]):
            role = phrases().get(span)
            if role in _WEAK and (n > 1 or span[0] in stems(TERMS)):
                return role
    return None
