"""Whom a letter, a mail or a by-line is from and to, and who stands with what they are: `Ada Day, Math Coach`."""

from __future__ import annotations

import re

from curalign.domain.people.name_words import INVENTED, TITLES
from curalign.domain.people.names import (
    HAS_TITLE,
    INITIAL,
    JOIN,
    NAME,
    TITLED,
    WORD,
    is_famous,
    is_full_name,
    is_given,
    plain_words,
)

_FULL = rf"(?:{TITLED}\s{WORD}|(?:{TITLED}\s)?{WORD}(?:\s(?:{INITIAL}|{WORD})){{1,3}})"
_REACHED = re.compile(
    rf"(?P<name>{WORD}(?:\s(?:{INITIAL}|{WORD})){{0,3}}|{WORD}(?:\s{WORD})?,\s{WORD}(?:\s{INITIAL})?)"
    r"(?P<gap>[\"']?\s?[<(\[]\s?(?:mailto:)?|,?\s(?:at|on|by)\s|\s?[,:\u2013-]?\s)(?=\[(?:e-mail|phone)\])"
)
_BEFORE_NAMES = frozenset(str.split("contact call email ask text see write from to cc bcc or and with am pm"))
_BY = re.compile(
    r"(?:^|(?<=[.;|\n(] )|(?<=\())(?P<by>(?i:(?:prepared|presented|facilitated|submitted|compiled|elaborado"
    r"|(?:last )?(?:edited|updated|revised|modified)|posted|shared|reviewed|approved|presentado)\s(?:by|por):?"
    rf"|(?:led|observed|created|developed|hosted|signed)\sby:)\s+)(?P<names>{_FULL}(?:{JOIN}{_FULL})*)"
    r"(?=$|[.;|\n)]|\s(?:on|el)\s|\s[\u2013\u2014|-]\s)"
)
"""Books, laws and drawings are created, signed and observed by those who are taught: on a form there is a colon."""
_DEAR = re.compile(
    r"^(?P<dear>(?i:dear|hi|hello|good morning|estimad[oa]s?|querid[oa]s?)\s"
    r"(?:(?i:(?:the )?(?:parents?|famil(?:y|ies)|guardians?|padres|familia)(?:/\w+)?(?:\s(?:of|de))?)\s)?)"
    rf"(?P<name>{TITLED}\s{WORD}(?:{JOIN}{TITLED}\s{WORD})+|(?:{TITLED}(?:\s(?:and|&|y)\s{TITLED})?\s)?{WORD}(?:(?:\s|\sand\s|\sy\s){WORD}){{0,2}})"
    r"(?=\s?[,:!\u2014-]|$)"
)
_CLOSES = re.compile(
    r"^(?:sincerely|best|best (?:regards|wishes)|warmly|warm regards|(?:kind )?regards|thank you|thanks|many thanks"
    r"|yours(?: truly)?|gratefully|respectfully|atentamente|cordialmente|gracias|saludos)(?: again| so much)?"
    r"\s?[,.!\u2014-]\s*",
    re.IGNORECASE,
)
_SIGNS = re.compile(rf"(?P<name>{_FULL})(?=$|,|\s\[|\n|\s[\u2013\u2014|-]\s)")
_POSITION = (
    r"(?:Coach|Teacher|Principal|Specialist|Coordinator|Director|Consultant|Superintendent|Facilitator|Interventionist"
    r"|Instructor|Counselor|Librarian|Supervisor|Presenter|Coordinador|Coordinadora|Directora|Maestr[oa])"
)
_OF_STAFF = re.compile(
    rf"^(?P<name>{_FULL})(?P<is>(?:,|\s[\u2013\u2014|-])\s(?:[\w&/.-]+\s){{0,5}}?{_POSITION}(?![\w'\u2019])[^.!?]{{0,60}})$"
)
_CLASS_OF = re.compile(
    rf"\b{TITLED}\s{WORD}(?P<of>['\u2019]s?\s(?i:class|room|group|homeroom|students|\w+ grade)"
    r"|(?:,|\s[\u2013\u2014-])\s(?i:grade|room|period|gr\.?|rm\.?)\s\w+)"
)
_HEADER = re.compile(r"^(?P<label>[>\s]*(?i:from|to|cc|bcc|de|para):\s+)(?P<names>[^:<]{3,200})$")
_LONGEST = 120  # characters of a line that a letter begins or ends with


def without_senders(text: str, above: str, *, in_mail: bool = False, is_cell: bool = False) -> str:
    """A line without the people who write, are written to, or are named with what they are.

    Args:
        text: Without addresses and telephone numbers.
        above: The line before, which may be how a letter closes.
        is_cell: Whether it stands in a table, where no letter does.
        in_mail: Whether lines beside it are those over a mail: `Sent:`, `Subject:`.

    Returns:
        The same text where it names none.

    """
    if "[e-mail]" in text or "[phone]" in text:
        text = _REACHED.sub(_unless_no_person, text)
    if " by" in text or " por" in text:
        text = _BY.sub(lambda by: by["by"] + _if_people(by["names"]), text)
    if "?" not in text and HAS_TITLE.search(text):  # a question has the classes of a story problem
        text = _CLASS_OF.sub(lambda found: NAME + found["of"], text)
    if in_mail and (header := _HEADER.match(text)):
        return header["label"] + _if_people(header["names"])
    return _of_letter(text, above) if len(text) <= _LONGEST and not is_cell else text


def _of_letter(text: str, above: str) -> str:
    text = _DEAR.sub(lambda dear: dear["dear"] + _greeted(dear["name"]), text)
    if end := _CLOSES.match(text):
        return text[: end.end()] + _SIGNS.sub(_signed, text[end.end() :], count=1)
    if _CLOSES.fullmatch(f"{above.strip()} ") or _CLOSES.fullmatch(f"{above.strip()},"):
        return _SIGNS.sub(_signed, text, count=1)
    staff = _OF_STAFF.match(text)
    is_staff = staff and is_full_name(staff["name"]) and not is_famous(staff["name"])
    return NAME + staff["is"] if staff and is_staff else text


def _unless_no_person(found: re.Match[str]) -> str:
    name, verb = found["name"], ""
    while (first := name.split(" ", 1))[0].casefold() in _BEFORE_NAMES and len(first) > 1:
        verb, name = f"{verb}{first[0]} ", first[1]
    bracketed = found["gap"].strip()[-1:] in ("<", "(", "[", ":")
    is_name = is_full_name(name) or (bracketed and is_given(name))
    return verb + NAME + found["gap"] if is_name else found[0]


def _if_people(names: str) -> str:
    parts = [part for part in re.split(JOIN, names.strip()) if part]
    if any(map(is_famous, parts)):
        return names
    lasts = names.count(",") == names.count(";") + 1 and is_full_name(names.split(";")[0].strip())
    return NAME if parts and (lasts or all(map(is_full_name, parts))) else names


def _greeted(name: str) -> str:
    words = plain_words(name)
    if not INVENTED.isdisjoint(words):  # Mr. President
        return name
    return NAME if not TITLES.isdisjoint(words) or is_given(name) else name


def _signed(found: re.Match[str]) -> str:
    is_name = is_full_name(found["name"]) and not is_famous(found["name"])
    return NAME if is_name and found.start() == 0 else found[0]
