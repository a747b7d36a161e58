"""Raised letters as a person would type them in a line: a power behind `^`, a fraction at its slash, a note apart."""

from __future__ import annotations

import re

from curalign.domain.codes import LIKE_A_CODE

BEGIN, END = "\ufdd0", "\ufdd1"
"""What stands around raised letters until their whole line is known: no text holds these characters."""

_RAISED = re.compile(rf"{BEGIN}([^{BEGIN}{END}]*){END}?([/\u2044\u2215](?=\d))?")
_WORD = re.compile(r"\S*$")
_LOOKS_BACK = 100  # characters before raised letters in which the word or the sum stands that they belong to
_POWER = re.compile(r"[-\u2212+]?(?:\d{1,3}|[nkmxy])(?:[-+]\d)?")
_POWERED = re.compile(r"(?:.*[\d)\]]|.*(?<![A-Za-z])[a-zA-Z]|(?:.*\W)?(?:cm|mm|km|dm|in|ft|yd|mi|m|units?))")
_NOTED = re.compile(r"(?:.*[A-Za-z]{3,}|.*[.,;:!?\"\u201d')])")
_NO_WORDS = r"(?:(?![^\W\d_]{3})[^()])*"
# Between words a hyphen or a slash is none of a sum's: `(see pages 3-4)`, `(Lee - Diaz)`.
_SUM = re.compile(rf"\((?:[^()]*[+*\u2212\u00d7][^()]*|{_NO_WORDS}[-/]{_NO_WORDS})\)$")
_TERM = re.compile(rf"{_SUM.pattern}|(?:^|\s)[=+*/\u2212\u00d7\u00f7]\s+[\w()]+$")
_GOES_ON = re.compile(r"\s*[=+*/\u2212\u00d7\u00f7<>]\s")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|do|to|ra|o|a|\u00ba|\u00aa)\W*", re.IGNORECASE)


def is_power(raised: str, before: str) -> bool:
    """Whether raised letters are the power of the word before them, and do not point to a note."""
    is_one = bool(_POWER.fullmatch(raised) and _POWERED.fullmatch(before) and not _NOTED.fullmatch(before))
    return is_one and not LIKE_A_CODE.fullmatch(before.strip("([\"'\u201c"))


def is_power_of_sum(raised: str, above: str) -> bool:
    """Whether raised letters are the power of the sum in brackets that a line ends with so far: `(a + b)`."""
    return bool(_POWER.fullmatch(raised) and _SUM.search(above[-_LOOKS_BACK:]))


def is_glued(raised: str) -> bool:
    """Whether raised letters that are no power belong to the word before, as those of an ordinal; a note's do not."""
    is_note = raised.isdigit() or raised in "*†‡"
    return not is_note or bool(_ORDINAL.fullmatch(raised))


def marked(text: str) -> str:
    """Raised letters, marked for `in_line`."""
    return f"{BEGIN}{text}{END}" if text else ""


def in_line(text: str) -> str:
    """A line in which raised letters are marked, without the marks."""
    if BEGIN in text:
        text = _RAISED.sub(_written, text.replace(END + BEGIN, ""))
    return text.replace(END, "")


def _written(found: re.Match[str]) -> str:
    raised, slash = found[1].strip(), found[2] or ""
    if not raised:
        return found[1] + slash
    above = found.string[max(0, found.start() - _LOOKS_BACK) : found.start()]
    before = _WORD.search(above.rpartition(END)[2])
    word = before[0] if before else ""
    if slash and raised.isdigit() and not word[-1:].isalpha():
        return f" {raised}/" if word[-1:].isdigit() else f"{raised}/"
    is_term = word[-1:].isalnum() and _GOES_ON.match(found.string, found.end())
    if is_power(raised, word) or (_POWER.fullmatch(raised) and (is_term or _TERM.search(above))):
        return f"^{raised}{slash}"
    return f"{'' if is_glued(raised) or not word else ' '}{found[1]}{slash}"
