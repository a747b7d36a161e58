"""The grammar of standards' codes: what is read in them, and in which ways people write one and the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

Key = tuple[str, ...]
"""A code as runs of capital letters and of digits: `3.NF.A.1a`, `3-nf-a-1.a` and `3.NF.A.1(a)` are all one key."""

DASH = r"\-\u2010-\u2015\u2212"
_ATOM = re.compile(r"[A-Za-z]+|\d+")
_BESIDE_LETTERS = re.compile(r"(?<=[A-Z])\.|\.(?=[A-Z])")
_PREFIX = re.compile(
    r"(?:(?:WWW\.)?CORESTANDARDS\.ORG/)?"
    r"(?:(?:CCSS|NGSS|TEKS)\W+(?:M(?:ATH(?:EMATICS)?)?\W+)?)?(?:MATH(?:EMATICS)?\W+(?=CONTENT|PRACTICE))?"
    r"(?:(?:CONTENT|PRACTICE)\W+)?(?:ELA\W+(?:LITERACY\W+)?)?(?=\w)",
    re.IGNORECASE,
)
_PRACTICE = re.compile(r"math(?:ematical)? practices?(?=\W*\d)", re.IGNORECASE)
_PRACTICE_CODE = re.compile(r"(?:.*\.)?(?:MP\.?\d|CCRA\b)")
_CLUSTER = re.compile(r"\.[A-Z]\.(?=\d)")
_CLUSTERS = frozenset("ABCDEFGHIJ")  # K would be a grade
_BAND = re.compile(r"(?:^|(?<=\.))(K|\d{1,2})-(\d{1,2})(?=\.|$|[A-Z])")
_JOINED_BAND = re.compile(r"(?<=\.)(9|11)(10|12)(?=\.)")
_STATE = re.compile(r"\s*\([A-Z]{2,3}\)$")  # Massachusetts' own standards: 8.MS-PS1-1(MA)
_MAX_RANGE = 20
_NO_ZERO = re.compile(r"(?<=[.\-])0(?=[A-Z])")
_NO_LETTER = re.compile(r"(?<=[.\-])[lI](?![A-Za-z0-9])")
_NO_S = re.compile(r"(?<=[.\-])S(?![A-Za-z0-9])")
_NO_ONE = re.compile(r"(?<![A-Za-z0-9])R[1l](?=[.\-])")
_STATES_OWN = re.compile(
    r"(?!MAFS|MACC)(?:[A-Z]{2,6}[.\-]?|[A-Z][.\-](?=(?:K|\d{1,2})[.\-][A-Z]{2}))(?:Math(?:ematics)?[.\-])?(?:Content[.\-])?"
    r"(?=(?:K|\d{1,2})[.\-][A-Z]{1,4}[.\-])"
)  # how a state marks what it took over
_FLORIDAS = re.compile(
    r"(?:MAFS|MACC)\.(?P<domain>(?:K|\d{1,2})\.[A-Z]+)\.(?P<cluster>[1-9])(?P<number>\.\d{1,2})(?!\w)"
)
_ALIKE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | str.maketrans(
    "\u00a0\u2009\u202f\u00b7\u2219\u22c5\u3002\u2024\u2027\u0410\u0412\u0415\u0406\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425"
    "\u0391\u0392\u0395\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a7",
    "   ......ABEIKMHOPCTXABEHIKMNOPTX",
)

_LIKE = (
    r"(?=[\w.\-\u2013()]*\d)(?=[\w.\-\u2013()]*[A-Z])[A-Z0-9]{1,12}(?:[.\-\u2013][A-Za-z0-9]{1,12}){2,}(?:\([A-Za-z0-9]+\))*"
    r"|[A-Z]{1,4}[.\-]?[A-Z]{0,4}[.\-]\d{1,2}(?:\.\d+)?[a-z]?|\d{3}\.\d+(?:\([A-Za-z0-9]+\))+|S?MP\s?\.?\d"
)
LIKE_A_CODE = re.compile(rf"(?<![\w.])(?:{_LIKE})(?!\w)")
"""What has the look of a code, in whatever framework."""
OPENS_WITH_A_CODE = re.compile(
    rf"(?:(?:standards?|CCSS|NGSS|TEKS)\W+)?[\[]?(?:{_LIKE})(?!\w)",
    re.IGNORECASE,
)

LIST_ENTRY = r"\([A-Za-z0-9]\)|[.\-]?(?:[A-Z]\.|\d{1,2}\.){0,3}\d{1,2}[a-z]?|[a-h]"
"""What stands in a list for a whole code: `2` of `3.NF.A.1, 2`; `A.2`, `(C)`, `b`."""
_NO_CODE = re.compile(r"(?:n/?a|none|null|tbd|(?:not|un)[ -]?aligned|no standards?|[\W_]*)\.?", re.IGNORECASE)
_WORDED = re.compile(
    rf"(?P<code>(?:(?=\S*\d)(?=\S*[A-Z.])(?!\S*[a-z]{{2}})\S+?|{_LIKE}))(?:\s+[{DASH}]\s+|:\s*|\s+|[\u2013\u2014])(?!(?:and|or|to|thru|through)\b)(?=[A-Z]?[a-z]{{2,}}|[Aa]n?\s)"
)


def in_latin(text: str) -> str:
    """Text of the same length in which wide letters and dots, and those of other scripts that look alike, are Latin."""
    return text if text.isascii() else text.translate(_ALIKE)


def mistyped(code: str) -> Iterator[str]:
    """What was meant by a code that names nothing: `2.OA.A.1` for 2.0A.A.l, `2.NBT.5` for MGSE2.NBT.5."""
    mended = _NO_ONE.sub("RI", _NO_S.sub("5", _NO_ZERO.sub("O", _NO_LETTER.sub("1", code))))
    if mended != code:
        yield mended
    if state := _STATES_OWN.match(code):
        yield code[state.end() :]
    if florida := _FLORIDAS.match(code):  # which counts clusters where others have letters for them
        yield f"{florida['domain']}.{chr(64 + int(florida['cluster']))}{florida['number']}"


def key_of(code: str) -> Key:
    """A code's key, without such words before it as `CCSS.MATH.CONTENT`."""
    return atoms_of(bare(code))


def atoms_of(code: str) -> Key:
    """The runs of letters and digits of a code, all of them."""
    return tuple(str(int(atom)) if atom.isdigit() else atom.upper() for atom in _ATOM.findall(code))


def joined(key: Key) -> str:
    """A key as one word, in which `K.CC.1` and `KCC1`, `3.NF.1` and `3.N.F.1` are the same; numbers stay apart."""
    return _BESIDE_LETTERS.sub("", ".".join(key))


def bare(code: str) -> str:
    """A code without the words that publishers put before it: `3.NF.A.1` for CCSS.MATH.CONTENT.3.NF.A.1."""
    code = _PRACTICE.sub("MP", code)
    prefix = _PREFIX.match(code)
    return code[prefix.end() :] if prefix else code


def plain(code: str) -> str:
    """A code as every notation of the Common Core has it: `3.NF.1` for CCSS.MATH.CONTENT.3.NF.A.1 and 3.NF.A.1."""
    return _CLUSTER.sub(".", bare(code)).upper()


def parts_of(code: str) -> tuple[str, ...]:
    """The parts between a code's signs: `("3", "OA", "A", "1")`."""
    return tuple(re.findall(r"[^\W_]+", bare(code)))


def is_practice(code: str) -> bool:
    """Whether a code is that of a practice or an anchor standard: `MP3`, `CCRA.R.1`."""
    return _PRACTICE_CODE.match(code) is not None


def shape_of(key: Key) -> Key:
    """A key with every number and every single letter alike; longer words stay, they tell frameworks apart."""
    return tuple("9" if atom.isdigit() or atom == "K" else "A" if len(atom) == 1 else atom for atom in key)


def is_grade(atom: str) -> bool:
    """Whether an atom of a key can be a grade."""
    return atom == "K" or atom.isdigit()


def replace_end(key: Key, tail: Key) -> Key:
    """`(3, NF, A, 1)` with `(2,)` is `(3, NF, A, 2)`; with `(B, 2)` `(3, NF, B, 2)`; with `(A,)` `(3, NF, A, 1, A)`."""
    if len(tail) == 1 and tail[0].isalpha() and key[-1].isdigit():
        return (*key, *tail)
    has_part = len(tail) > 1 and tail[-1].isalpha()
    digits = [atom.isdigit() for atom in (tail[:-1] if has_part else tail)]
    head = key
    while head and [atom.isdigit() for atom in head[-len(digits) :]] != digits:
        head = head[:-1]
    return (*head[: -len(digits)], *tail)


def between(first: Key, last: Key) -> Iterator[Key]:
    """The keys between two that differ only in their last atom; or in their cluster too, over which numbers go on."""
    if _are_of_two_clusters(first, last):
        for letter in range(ord(first[-2]), ord(last[-2]) + 1):
            numbers = range(int(first[-1]) + 1, min(int(last[-1]), int(first[-1]) + _MAX_RANGE))
            yield from ((*first[:-2], chr(letter), str(n)) for n in numbers)
        return
    if len(first) != len(last) or first[:-1] != last[:-1] or first[-1].isdigit() is not last[-1].isdigit():
        return
    if first[-1].isdigit():
        low, high = int(first[-1]), int(last[-1])
        atoms: Sequence[str] = [str(n) for n in range(low + 1, min(high, low + _MAX_RANGE))]
    elif len(first[-1]) == len(last[-1]) == 1:
        atoms = [chr(n) for n in range(ord(first[-1]) + 1, ord(last[-1]))]
    else:
        return
    yield from ((*first[:-1], atom) for atom in atoms)


def _are_of_two_clusters(first: Key, last: Key) -> bool:
    is_alike = len(first) == len(last) > 2 and first[:-2] == last[:-2] and first[-1].isdigit() and last[-1].isdigit()
    return is_alike and first[-2] in _CLUSTERS and last[-2] in _CLUSTERS and first[-2] < last[-2]


def spellings(code: str) -> Iterator[Key]:
    """Other ways in which people write the whole of a code, as keys."""
    for one in _notations(code):
        for key in {key_of(one), _without_cluster(key_of(one))}:
            yield key
            yield from _high_school(key)
            if len(key) > 2 and is_grade(key[0]) is not is_grade(key[1]) and max(map(len, key[:2])) > 1:
                yield (key[1], key[0], *key[2:])
            if key[:1] == ("MP",):
                yield ("SMP", *key[1:])
            if key and is_grade(key[0]):  # the Common Core's first notation: CC.3.NF.1
                yield ("CC", *key)
            if len(key) == 4 and key[0].isdigit() and len(key[0]) == 3 and key[3].isalpha():  # Texas: 112.39(c)(4)(B)
                yield from ((*key[:2], subsection, *key[2:]) for subsection in ("B", "C"))


def shortened(code: str) -> Iterator[Key]:
    """`MV.M.3.NO.1` as a district's own documents shorten it, `3.NO.1`; never less than a word and two more atoms."""
    for one in _notations(code):
        for key in {key_of(one), _without_cluster(key_of(one))}:
            for short in (key[i:] for i in range(1, len(key) - 2)):
                if any(atom.isdigit() for atom in short) and any(atom.isalpha() and len(atom) > 1 for atom in short):
                    yield short


def entries_of(cell: str) -> tuple[str, ...]:
    """The codes that a cell of a table lists, each as it is written; none of `N/A` or `Not aligned`.

    They stand between `;`, `|`, commas or lines. The wording that some tools put after a code is left out with its
    commas: `3.OA.A.1 - Interpret products, e.g., groups` lists one. Short entries stay with the code before them, as
    in `3.NF.A.1, 2`: only who knows the framework can tell what they are.
    """
    found: list[str] = []
    for part in re.split(r"[;|\n]", cell):
        found += _entries_between_commas(part.strip())
    return tuple(dict.fromkeys(entry for entry in found if not _NO_CODE.fullmatch(entry)))


def _entries_between_commas(part: str) -> list[str]:
    entries: list[str] = []
    in_wording = False
    for piece in map(str.strip, part.split(",")):
        worded = _WORDED.match(piece)
        if in_wording and not LIKE_A_CODE.match(piece):
            continue
        if entries and _is_short_for(piece, entries[-1]):
            entries[-1] += f", {piece}"
            continue
        entries.append(worded["code"] if worded else piece)
        in_wording = worded is not None
    return entries


def _is_short_for(piece: str, entry: str) -> bool:
    """Whether what follows a comma is only the end of a code like the one before it."""
    is_short = re.fullmatch(rf"(?:(?:and|&)\s*)?(?:{LIST_ENTRY})", piece) is not None
    return is_short and len(key_of(piece)) < len(key_of(entry.split(",")[0])) > 2


def _notations(code: str) -> list[str]:
    """A code, and it without its state, with each grade of its band, with the band in one number, or without it."""
    code = _STATE.sub("", code)
    found = [code]
    band = _BAND.search(code)
    if band and (low := 0 if band[1] == "K" else int(band[1])) < int(band[2]) <= 12:
        before, after = code[: band.start()], code[band.end() :]
        found += [f"{before}{n or 'K'}{after}" for n in range(low, int(band[2]) + 1)]
        found += [f"{before}{band[1]}{band[2]}{after}"] if low else []
        found += [before.rstrip(".")] if before and not after else []
    if joint := _JOINED_BAND.search(code):
        found.append(f"{code[: joint.start()]}{joint[1]}-{joint[2]}{code[joint.end() :]}")
    return found


def _without_cluster(key: Key) -> Key:
    """`3.NF.A.1` as it was written before clusters had letters: `3.NF.1`."""
    for i, (domain, cluster) in enumerate(pairwise(key[:-1]), 1):
        if domain.isalpha() and len(domain) > 1 and cluster in _CLUSTERS and key[i + 1].isdigit():
            return key[:i] + key[i + 1 :]
    return key


def _high_school(key: Key) -> Iterator[Key]:
    """`A-SSE.1` is also `HSA-SSE.1` and `HS.A-SSE.1`."""
    if len(key) > 2 and key[1].isalpha() and len(key[1]) > 1:
        if key[0] in set("NAFGS"):
            yield (f"HS{key[0]}", *key[1:])
            yield ("HS", *key)
        if len(key[0]) == 3 and key[0].startswith("HS"):
            yield (key[0][2], *key[1:])
            yield ("HS", key[0][2], *key[1:])
