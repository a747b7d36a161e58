"""Whether text is words at all: a font without a map of its letters gives others in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Letters that stand side by side in words of English, Spanish and their neighbours, and words that most texts hold.
_SIDE_BY_SIDE = """
th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne ea
ra ce li ch ll be ma si om ur ca el ta la ns di fo ho pe ec pr no ct us ac ot il tr ly nc et ut ss so rs un lo wa ge ie
wh ee wi em ad ol rt po we na ul ni ts mo ow pa im mi ai sh ir su id os iv ia am fi ci vi pl ig tu ev ld ry mp fe bl ab
gh ty op wo sa ay ex ke ui fr oo ag ue qu do da gr up pu br cu oc um ba bo bu ck cl cr du dr ef ei ey fa gi go ga gu ki
ls lu mb mu ny od og ok ov pi pp rd rm rn ru sc sp tt ub ud uc ug va vo ye za ek ak ka ik my nn ko uo ao ja je jo ju yo
ya ah nh oi au eu
"""
_EVERYWHERE = """
the of and to in is a for that with on are as or be by an it from at this we you i can how what not have
de la que el en y los se del las un una por con para su al es lo como más o son le les des et à du der die und das den
ang ng sa mga na nan ak yo pou ki
"""
_PAIRS, _COMMON = frozenset(_SIDE_BY_SIDE.split()), frozenset(_EVERYWHERE.split())
_WORD = re.compile(r"[^\W\d_]+")
_UNMAPPED = re.compile(r"\(cid:\d{1,5}\)")  # what programs write for a letter whose font does not tell it
_LEAST_WORDS, _LEAST_CAPITALS = 8, 16  # in capitals a short text may be a row of abbreviations
_NEVER, _RARELY = 0.42, 0.52  # shares of such pairs: below the first no text is words, below the other few are
_LEAST_COMMON = 0.12  # share of common words in what has few such pairs and is words all the same
_MOST_SIGNS = 0.3  # share of characters that no font of text has
_MOST_ODD, _LEAST_SIGNS = 0.45, 40  # share of those that stand among others in every language, and of how many at least
_MATHEMATICS = "\u00a2\u00b0\u00b1\u00b2\u00b3\u00bc\u00bd\u00be\u00d7\u00f7"


def is_garbled(text: str) -> bool:
    """Whether a text of eight words and more is none; short ones, other scripts and lists of codes never are."""
    signs = [letter for letter in text if not letter.isspace()]
    if not signs:
        return False
    if "(cid:" in text and sum(map(len, _UNMAPPED.findall(text))) > _MOST_SIGNS * len(signs):
        return True
    if sum(map(_is_no_sign, signs)) > _MOST_SIGNS * len(signs):
        return True
    if len(signs) >= _LEAST_SIGNS and sum(map(_is_odd, signs)) > _MOST_ODD * len(signs):
        return True
    words = [word.lower() for word in _WORD.findall(text)]
    latin = [word for word in words if len(word) > 2 and word.isascii()]
    least = _LEAST_CAPITALS if text.isupper() else _LEAST_WORDS
    if len(latin) < least or sum(map(len, latin)) * 2 < sum(map(len, words)):
        return False
    share = plausible(latin)
    return share < _NEVER or (share < _RARELY and sum(word in _COMMON for word in words) < _LEAST_COMMON * len(words))


def plausible(words: Iterable[str]) -> float:
    """The share of neighbouring letters that words of these languages have."""
    pairs = [word[at : at + 2] for word in words for at in range(len(word) - 1)]
    return sum(pair in _PAIRS for pair in pairs) / max(len(pairs), 1)


def _is_no_sign(letter: str) -> bool:
    return letter < " " or "\x7f" <= letter < "\xa0" or "\ue000" <= letter <= "\uf8ff" or letter == "\ufffd"


def _is_odd(letter: str) -> bool:
    """Whether a character is an accented letter or a sign beside them; Vietnamese has most, one in three."""
    return ("\xa1" <= letter <= "\u024f" and letter not in _MATHEMATICS) or letter == "\u25a0"
