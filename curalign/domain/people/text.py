"""Names within a line or a cell: a list behind what groups pupils, whom to pull aside, who writes and is written to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from curalign.domain.people.headed import LONGEST_LABEL, groups_pupils, is_of_many, names_content
from curalign.domain.people.mail import without_senders
from curalign.domain.people.name_words import GIVEN, NO_NAMES
from curalign.domain.people.names import (
    CAPITAL,
    HAS_TITLE,
    INITIAL,
    JOIN,
    NAME,
    TITLED,
    WORD,
    is_famous,
    is_given,
    is_surely_given,
    like_a_name,
    plain_words,
)

_ONE = rf"(?:{TITLED}\s)?{WORD}(?:\s(?:{INITIAL}|{WORD}))?"
_MARK = r"(?:\s?[=(]?\s?\d[\d.:/%-]*\)?)?"
_LIST = re.compile(rf"(?<![\w'\u2019-]){_ONE}{_MARK}(?:{JOIN}{_ONE}{_MARK})*")
_PERSON = re.compile(rf"(?:{TITLED}\s)?{WORD}(?:\s(?:{INITIAL}|{WORD})){{0,2}}")
_BEFORE_RUN = re.compile(r"\b(?:group|table|team|tier|pod|row|level|grupo|mesa|equipo)s?\s?[\w#]{0,2}:?\s*$", re.I)
_RUN_OF, _NEAR = 3, 20  # names; characters before them
_RUN = re.compile(rf"(?<![\w'\u2019-]){WORD}(?:\s{WORD}){{2,30}}")
_GOES_ON = re.compile(r"\s[a-z\d]")
_ITEM = re.compile(_ONE)
_TITLED_FIELD = re.compile(
    rf"(?:^|(?<=[.;|\n] ))(?P<label>[^\W\d_][^\W\d /()-]*(?:[ /(-][^\W\d]+\)?){{0,3}}):"
    rf"(?P<gap>\s*){TITLED}\s{WORD}(?:{JOIN}{TITLED}\s{WORD}|\s(?:and|&|y)\s{WORD})*"
    r"(?=\s*(?:$|[.;|\n,]|\s[^\W\d_][\w ]{0,20}:))"
)
_TITLED_CELL = re.compile(rf"{TITLED}\s{WORD}(?:{JOIN}{TITLED}\s{WORD})*")
_TITLED_NAME = re.compile(rf"\b{TITLED}\s{WORD}")
_WITH_INITIAL = re.compile(rf"(?<![\w'\u2019-])({WORD})\s({INITIAL})(?!\s?(?:{WORD}|&))")
_TITLE_CASE = re.compile(rf"[{CAPITAL}][^\W\d_A-Z]+")

_ENDS_LABEL = re.compile(r"(?:^|[.;:|\u2022?!)]\s*|\n)(?P<label>[^.;|\u2022?!\n:]{1,50}?)(?::|\s[\u2013\u2014=-])\s*$")
_MAKES = re.compile(r"\s(?:will|who|work|go|goes|need|needs|get|meet|practi[cs]e|join|stay|to)\b")
_ENDS_PART = re.compile(r"\s*(?:$|[.;|\u2022\n(]|[\u2013\u2014-]\s|\s[^\W\d_][\w ]{0,20}:)")
_AFTER_BRACKET = re.compile(r"\s*(?:$|[,;|.\n:]|[\u2013\u2014-]\s|[^.!?]{1,30}\()")
_BEFORE_LINE = re.compile(r"[\W\d_]*(?:\b[ap]\.?m\b\.?[\W_]*)?")
_TELLS_OF = re.compile(r"\s*(?::|[\u2013\u2014-]\s|\||\()")
_PULLS = re.compile(
    r"(?:^|[.;:|!?\u2022\n]|\s[\u2013-]\s)\s*(?:also |then )?"
    r"(?:pull(?: aside| out| small group(?: of)?| over)?|meet with|check[ -]?in with|check on"
    r"|conf[ei]r(?:ence)?(?: with)?|(?:work )?1[:-]1 with|one[- ]on[- ]one with|reteach(?: to)?|seat"
    r"|small group with|remind|call on|sit with"
    r"|happy birthday,?(?: to)?|congratulations,?(?: to)?|congrats,?(?: to)?|shout[- ]?outs? to)\s*:?\s*$",
    re.IGNORECASE,
)
"""What a teacher does with single pupils, before their names."""
_PRIVATE = re.compile(
    r"\b(?:allerg\w+|epi-?pen|inhaler|takes meds|ieps?|504 plan|speech (?:at|therapy)|goes to speech"
    r"|o\.?t\.? at|counsell?or|extended time|extra time on|preferential seating|tardy|was absent|is absent"
    r"|behaviou?r (?:plan|chart|contract)|(?:below|above|on) grade level|called home|adhd|autis\w+|dyslexi\w+"
    r"|ell student|pull-?out|detention|pleasure to (?:have|teach)|report card|parent conference)\b",
    re.IGNORECASE,
)
"""What is said of a pupil and hardly of anybody in a story."""
_SIDE = 120  # characters
_SENTENCE = re.compile(r"[^.!?|\n]+")


@dataclass(frozen=True, slots=True)
class Around:
    """What stands about a text.

    `pupils` says that it stands under what is noted of pupils, `private` that this is
    noted in sentences, and `follows` that names were in the line above. Names are to be learned where it is `taught`.
    `above` is the line above; `in_mail` says that lines over a mail stand beside it.
    """

    pupils: bool = False
    private: bool = False
    follows: bool = False
    taught: bool = False
    above: str = ""
    in_mail: bool = False


def without_names(text: str, around: Around, labels: Sequence[str] = ()) -> str:
    """A line or a cell with `[name]` in the place of the pupils and colleagues in it.

    Args:
        text: Without addresses and telephone numbers (`privacy.masked`).
        around: What tells whom the text may name.
        labels: What a cell's column and row are called.

    Returns:
        The same text where it names nobody.

    """
    told = without_senders(text, around.above, in_mail=around.in_mail, is_cell=bool(labels))
    if around.taught:
        return told
    if labels and _is_titled_cell(told, labels):
        return NAME
    if ":" in told and HAS_TITLE.search(told):
        told = _TITLED_FIELD.sub(_titled, told)
    if not _has_given_name(told):
        return _following(told, around) if around.follows else told
    told = _LIST.sub(lambda found: _listed(found, around, labels), told)
    told = _RUN.sub(_run, told)
    told = _WITH_INITIAL.sub(lambda found: NAME if is_surely_given(found[1]) else found[0], told)
    if "?" in told:  # a story that has somebody tardy asks of it; a teacher notes it
        return told
    return _without_given(told) if around.private else _SENTENCE.sub(_of_private, told)


def _is_titled_cell(text: str, labels: Sequence[str]) -> bool:
    """Whether a cell is nothing but somebody with a title, as `Ms. Rivera` heads what she teaches."""
    return bool(_TITLED_CELL.fullmatch(text.strip())) and not any(map(names_content, labels))


def _titled(found: re.Match[str]) -> str:
    return found[0] if names_content(found["label"]) else f"{found['label']}:{found['gap']}{NAME}"


def _following(text: str, around: Around) -> str:
    """The names that nobody knows, where a line like the one above holds them: `Table 3: Thuy, Kwesi`."""
    label, colon, names = text.rpartition(": ")
    parts = [part for part in re.split(JOIN, names.strip(" .")) if part]
    are_like = len(names) <= 100 and all(like_a_name(part, False) and part.istitle() for part in parts)
    is_label = groups_pupils(label) if colon else (around.pupils and len(names.split()) == 1)
    return f"{label}{colon}{NAME}" if parts and are_like and is_label and not is_famous(names) else text


def again(text: str, names: Sequence[str]) -> str:
    """A text that tells of these people, without their names: `Emma reads well` beside `Emma`."""
    words = {word for name in names for word in _TITLE_CASE.findall(name) if len(word) > 2}
    words = {word for word in words if is_surely_given(word)}
    if not words or not any(word in text for word in words):
        return text
    return re.sub(rf"\b(?:{'|'.join(map(re.escape, sorted(words)))})\b", NAME, text)


def _has_given_name(text: str) -> bool:
    return any(map(_is_known, _TITLE_CASE.findall(text)))


@lru_cache(maxsize=16384)
def _is_known(word: str) -> bool:
    return not GIVEN.isdisjoint(plain_words(word))


# --- lists of given names ---------------------------------------------------------------------------------------------


def _listed(found: re.Match[str], around: Around, labels: Sequence[str]) -> str:
    """`[name]` where a match is a list of pupils, else the match as it stands."""
    whole = found[0]
    words = whole.split()
    # `Pull Emma, Noah` is a verb and two names.
    at = len(words[0]) + 1 if len(words) > 1 and not is_given(whole) and is_given(words[1]) else 0
    goes_on = len(words) > 1 and _GOES_ON.match(found.string, found.end()) and not words[-1].endswith(".")
    end = len(words[-1]) + 1 if goes_on and not NO_NAMES.isdisjoint(plain_words(words[-1])) else 0
    whole, cut = whole[: len(whole) - end], whole[len(whole) - end :]
    names = _ITEM.findall(whole[at:])
    if not any(map(is_given if around.follows else is_surely_given, names)):
        return found[0]
    left, right = _beside(found.string, found.start() + at, found.end() - len(cut))
    if any(map(is_famous, (whole[at:], *names))) or not _are_pupils(_Names.of(names), left, right, around, labels):
        return found[0]
    return whole[:at] + NAME + _end_of(whole) + cut


def _beside(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands left and right of names, as far as it is looked at; a word stands for more on the left."""
    left = text[max(0, start - _SIDE) : start]
    return left if start <= _SIDE else f"more {left}", text[end : end + _SIDE]


@dataclass(frozen=True, slots=True)
class _Names:
    """Names in a row: whether `most` are known given names, and `every` one, of which two are nothing else.

    `short` says that no last names stand with them, as pupils are called.
    """

    count: int
    most: bool
    every: bool
    short: bool

    @classmethod
    def of(cls, names: Sequence[str]) -> _Names:
        known = sum(map(is_given, names))
        sure = sum(map(is_surely_given, names))
        like = all(like_a_name(name, False) for name in names)
        short = all(len(name.split()) == 1 or len(name.split()[1].strip(".")) == 1 for name in names)
        return cls(len(names), like and 2 * known >= len(names), like and known == len(names) and sure > 1, short)


def _run(found: re.Match[str]) -> str:
    """`Group 1 Emma Noah Liam`, as a cell in which each stands on a line of its own, is read."""
    words = found[0].split()
    start = next((at for at, word in enumerate(words) if is_given(word)), len(words))
    names = words[start:]
    before = " ".join([found.string[max(0, found.start() - _NEAR) : found.start()], *words[:start]])
    # Three may be one name with a middle name.
    least = _RUN_OF if _BEFORE_RUN.search(before) else _RUN_OF + 1
    are_names = len(names) >= least and all(map(is_given, names)) and sum(map(is_surely_given, names)) > 1
    return " ".join([*words[:start], NAME]) if are_names and not names_content(before) else found[0]


def _end_of(whole: str) -> str:
    """What belongs to the text and not to the list: `'s`, and the bracket that the list left open."""
    if whole[-2:] in ("'s", "\u2019s"):
        return whole[-2:]
    return ")" if whole.count(")") > whole.count("(") else ""


def _are_pupils(names: _Names, left: str, right: str, around: Around, labels: Sequence[str]) -> bool:
    if left.rstrip()[-1:] in ("(", "[") and right.lstrip()[:1] in (")", "]"):
        return _in_brackets(left.rstrip()[:-1], right.lstrip()[1:], names)
    if _PULLS.search(left):
        return names.most
    if label := _ENDS_LABEL.search(left):
        return _after_label(names, label["label"], right, around, labels)
    return bool(_BEFORE_LINE.fullmatch(left)) and _opens_line(names, right, around, labels)


def _after_label(names: _Names, label: str, right: str, around: Around, labels: Sequence[str]) -> bool:
    """`Reteach: Emma, Noah` and, under what is noted of pupils, `Door holder: Emma`."""
    if groups_pupils(label) or any(map(groups_pupils, labels)):
        if names.count == 1 and not names.short and is_of_many(label):
            return False
        return names.most and bool(_ENDS_PART.match(right) or _MAKES.match(right))
    if not _ENDS_PART.match(right) or names_content(label):
        return False
    is_mark = names.count > 1 and any(map(str.isdigit, label)) and not any(map(str.isalpha, label))
    if is_mark or (around.pupils and names.short):
        return names.most
    return names.every and (names.count > 2 or (around.follows and names.short))


def _opens_line(names: _Names, right: str, around: Around, labels: Sequence[str]) -> bool:
    """Whether names with which a line or a cell begins are pupils."""
    is_whole = not right.strip(" .,;*_")
    if is_whole and any(map(groups_pupils, labels)):
        return names.most
    if around.pupils and "?" not in right and (is_whole or _TELLS_OF.match(right)):
        return names.most
    if "?" in right or any(map(names_content, labels)):
        return False
    tells = is_whole or (_TELLS_OF.match(right) and groups_pupils(right[:60]))
    return names.every and names.count > 2 and bool(tells)


def _in_brackets(left: str, right: str, names: _Names) -> bool:
    """`Small group 1 (Maya, Jamal)`, and `Triangles (Emma, Noah)`, but not `the children (Emma, Noah) share`."""
    near = re.split(r"[.;|!?)]", left)[-1][-60:]
    if names_content(near):
        return False
    if groups_pupils(near):
        return names.most
    return names.every and len(near.split()) <= LONGEST_LABEL and bool(_AFTER_BRACKET.match(right))


def _of_private(found: re.Match[str]) -> str:
    """A sentence on what only a pupil's teacher is to know, without the pupil."""
    return _without_given(found[0]) if _PRIVATE.search(found[0]) else found[0]


def _without_given(text: str) -> str:
    if HAS_TITLE.search(text):
        text = _TITLED_NAME.sub(NAME, text)
    return _PERSON.sub(_unless_unknown, text)


def _unless_unknown(found: re.Match[str]) -> str:
    first, _, rest = found[0].partition(" ")
    before, said = (f"{first} ", rest) if rest and not is_given(first) else ("", found[0])
    name = re.sub(r"['\u2019]s$", "", said)
    return before + NAME + said[len(name) :] if is_surely_given(name) and like_a_name(name, False) else found[0]
