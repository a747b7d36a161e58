"""Passages -> Claims: the codes of standards that documents cite, in whatever notation.

Compiled patterns rather than spaCy's Matcher: a tokenizer for prose breaks `3.NF.A.1-3` or `112.39(c)(4)(B)` at places
that differ from code to code, the Matcher would still need all of the normalising below, and it would load spaCy for
every folder although most need no sentence cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from curalign.domain.links import Claim
from curalign.domain.materials import Passage, Role
from curalign.domain.standards import Framework, Standard

Key = tuple[str, ...]
"""A code as runs of capital letters and of digits: `3.NF.A.1a`, `3-nf-a-1.a` and `3.NF.A.1(a)` are all one key."""

_DASH = r"\-\u2010-\u2015\u2212"
_ATOM = re.compile(r"[A-Za-z]+|\d+")
_TEXAS = r"\d{3}\.\d{1,3} (?:\([A-Za-z0-9]{1,3}\) ?)*\([A-Za-z0-9]{1,3}(?=\))"  # 112.39 (c)(4)(B)
_STRAND = rf"[A-Z]{{2}}\.? \d{{1,2}}\.\d{{1,2}}(?:[a-z]|[{_DASH}]\d{{1,2}})?(?![.{_DASH}]\w)"  # RL 3.1
_CHUNK = re.compile(
    rf"(?<![^\W_])(?:S?MP \d|{_STRAND}|{_TEXAS}"
    rf"|[A-Za-z0-9]{{1,24}}(?:(?:[.{_DASH}]|\)?\(|\))[A-Za-z0-9]{{1,24}})*)(?![^\W_])"
)
_LIST_ENTRY = r"\([A-Za-z0-9]\)|[.\-]?(?:[A-Z]\.|\d{1,2}\.)?\d{1,2}[a-z]?|[a-h]"  # of `..., 2`, `..., A.2`, `..., (C)`
_TAIL = re.compile(
    rf"\)?\s*(?:[,;&/\u2013\u2014]|-(?=\()|and\b|or\b|to\b|thru\b|through\b)+\s*(?:and\s+)?(?P<tail>{_LIST_ENTRY})"
    rf"(?:[{_DASH}](?P<end>\d{{1,2}}|[a-h]|\([A-Za-z0-9]\)))?(?=\s*(?:[,;&/|)\]\u2013\u2014]|\.?\s*$|\.\s|and\b|or\b))"
)
_LIST_SIGNS = re.compile(r"(?:\s|[,;&/|]|and\b|or\b)+")
_RANGE_SIGN = re.compile(r"\s+(?:to|through|thru|[\u2013\u2014])\s+")
_THROUGH = re.compile(r"\)?\s*(?:(?:to|thru|through)\b|[-\u2013\u2014])")
_PREFIX = re.compile(
    r"(?:(?:CCSS|NGSS|TEKS)\W+(?:M(?:ATH(?:EMATICS)?)?\W+)?)?(?:MATH(?:EMATICS)?\W+(?=CONTENT|PRACTICE))?"
    r"(?:(?:CONTENT|PRACTICE)\W+)?(?:ELA\W+(?:LITERACY\W+)?)?(?=\w)",
    re.IGNORECASE,
)
_GUID = re.compile(r"(?<![\w-])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![\w-])")
_WORD = re.compile(
    r"[A-Z]?[a-z]{3,}(?![^\W_])"
)  # of a statement that a dash ties to its code: `3.NF.A.1\u2014Understand`
_CUE = re.compile(r"(?:standard|benchmark|expectation|indicator|TEKS|SOL)s?\W{0,2}$", re.IGNORECASE)
_GRADE_BAND = re.compile(r"(?:^|(?<=\.))(\d{1,2})-(\d{1,2})(?=\.|$)")
_LONGEST_RANGE = 20
_LONGEST_CODE = 80
_CLUSTERS = frozenset("ABCDEFGHIJ")  # K would be a grade


def find_claims(passages: Iterable[Passage], framework: Framework) -> tuple[Claim, ...]:
    """One claim for each standard that each passage cites, in order of passage and of place in its text.

    A code in a heading is claimed by the first passage under it; boilerplate claims nothing. A code that has the shape
    and the letters of the framework's codes but names none of its standards is a claim without a standard.
    """
    notation = _Notation.of(framework)
    seen: set[tuple[str, tuple[str, ...]]] = set()
    claims: list[Claim] = []
    for passage in passages:
        if passage.role is Role.BOILERPLATE:
            continue
        paths = [(passage.material.path, passage.headings[: i + 1]) for i in range(len(passage.headings))]
        fresh = [path[-1] for source, path in paths if (source, path) not in seen]
        seen.update(paths)
        found: dict[str, Claim] = {}
        for text in (*fresh, passage.text):
            for cited, standard in _cited(text, notation, passage.role):
                found.setdefault(standard.id if standard else cited, Claim(cited, passage, standard))
        claims.extend(found.values())
    return tuple(claims)


@dataclass(frozen=True, slots=True)
class _Notation:
    """Every spelling of the framework's codes, and the shapes that its codes have."""

    known: dict[Key, Standard]
    shapes: frozenset[Key]
    guids: dict[str, Standard]

    @classmethod
    def of(cls, framework: Framework) -> _Notation:
        exact = {_key(code): standard for code, standard in reversed(framework.by_code.items())}
        exact |= {_key(standard.code): standard for standard in reversed(framework.standards)}
        loose: dict[Key, set[str]] = {}
        for code, standard in framework.by_code.items():
            for spelling in _spellings(code):
                loose.setdefault(spelling, set()).add(standard.id)
        plain = {key: framework.by_id[min(ids)] for key, ids in loose.items() if len(ids) == 1}
        known = plain | exact
        known.pop((), None)
        guids = {standard.id.casefold(): standard for standard in framework.standards if _GUID.fullmatch(standard.id)}
        return cls(known, frozenset(_shape(key) for key in known), guids)

    def find(self, key: Key) -> Standard | None:
        """The standard of a key; a component that the framework does not spell out is its standard."""
        if key in self.known:
            return self.known[key]
        is_component = len(key) > 3 and key[-1].isalpha() and len(key[-1]) == 1 and key[-2].isdigit()
        return self.known.get(key[:-1]) if is_component else None

    def could_be(self, key: Key) -> bool:
        """Whether an unknown key has the shape of a known one, the words in it included."""
        return len(key) > 2 and any(len(atom) > 1 and atom.isalpha() for atom in key) and _shape(key) in self.shapes

    def could_be_numbered(self, key: Key) -> bool:
        """Whether an unknown key in brackets has the shape of a known one of Texas: `112.39(c)(9)(Z)`."""
        return len(key) > 3 and key[0].isdigit() and len(key[0]) == 3 and _shape(key) in self.shapes


def _cited(text: str, notation: _Notation, role: Role) -> Iterator[tuple[str, Standard | None]]:
    """Each cited code as it stands in the text, and its standard; None where the framework has no such code."""
    if notation.guids:  # what course packages state of a page: the identifier of a standard, not only its code
        yield from ((m[0], known) for m in _GUID.finditer(text) if (known := notation.guids.get(m[0].casefold())))
    cited_until: int | None = None
    last: Key = ()
    for chunk in _CHUNK.finditer(text):
        keys = [] if chunk[0].isalpha() or len(chunk[0]) > _LONGEST_CODE else list(_keys_of(chunk[0], notation))
        goes_on = cited_until is not None and _LIST_SIGNS.fullmatch(text, cited_until, chunk.start()) is not None
        if keys and (goes_on or _is_meant(chunk, keys[0], text, role)):
            if last and _RANGE_SIGN.fullmatch(text, cited_until or 0, chunk.start()):
                yield from _known_between(last, keys[0], notation)
            yield from ((_as_written(chunk, text), notation.find(key)) for key in keys)
            yield from _listed_after(text, chunk.end(), keys[-1], notation)
            cited_until, last = chunk.end(), keys[-1]


def _as_written(chunk: re.Match[str], text: str) -> str:
    """A code with the bracket that closes it: `112.39(c)(4)(B)`."""
    opened = chunk[0].count("(") > chunk[0].count(")")
    return chunk[0] + ")" if opened and text.startswith(")", chunk.end()) else chunk[0]


def _known_between(first: Key, last: Key, notation: _Notation) -> Iterator[tuple[str, Standard]]:
    """The standards that `3.NF.A.1 through 3.NF.A.3` means and does not name."""
    for key in _between(first, last):
        if standard := notation.find(key):
            yield ".".join(key), standard


def _keys_of(chunk: str, notation: _Notation) -> Iterator[Key]:
    """The keys that a chunk of text cites: one, a range of them, or none."""
    key = _key(chunk)
    if notation.find(key):
        yield key
        return
    for dash in re.finditer(rf"[{_DASH}]", chunk):
        first, last = _key(chunk[: dash.start()]), _key(chunk[dash.end() :])
        if notation.find(first):
            ends = [key for key in (last, first[: -len(last)] + last) if notation.find(key)]
            if ends:
                yield from (key for key in (first, *_between(first, ends[0]), ends[0]) if notation.find(key))
                return
            if _WORD.match(chunk, dash.end()):
                yield first
                return
    if notation.could_be(key) or ("(" in chunk and notation.could_be_numbered(key)):
        yield key


def _listed_after(text: str, at: int, key: Key, notation: _Notation) -> Iterator[tuple[str, Standard]]:
    """The rest of a list such as `3.NF.A.1, 2 and 3a-c`, as far as each entry is a known code."""
    while match := _TAIL.match(text, at):
        previous, at = key, match.end()
        key = _replace_end(previous, _key(match["tail"]))
        chosen = [*_between(previous, key), key] if _THROUGH.match(match[0]) else [key]
        if match["end"]:
            last = _replace_end(key, _key(match["end"]))
            chosen += [*_between(key, last), last]
            key = last
        if notation.find(chosen[0]) is None or notation.find(key) is None:
            return
        yield from ((".".join(k), standard) for k in chosen if (standard := notation.find(k)))


def _is_meant(chunk: re.Match[str], key: Key, text: str, role: Role) -> bool:
    """Whether the chunk is a code rather than a number, a word or an item of a numbered list.

    A key without letters (`2.1`) or of two signs (`A.1`) is one only after a word such as `standard`, or at the start
    of a cell or line of a passage that lists standards.
    """
    letters = [atom for atom in key if atom.isalpha()]
    if not letters or sum(map(len, key)) <= 2:
        before = text[max(0, chunk.start() - 30) : chunk.start()].rstrip()
        return _CUE.search(before) is not None or (role in (Role.MENTION, Role.CLAIM, Role.PLAN) and (not before or before.endswith("|")))
    is_spelt_out = len(key) > 2 and len(letters) < len(key) and not chunk[0].isalnum()
    return is_spelt_out or not any(letter.islower() for letter in _bare(chunk[0]))


def _replace_end(key: Key, tail: Key) -> Key:
    """`(3, NF, A, 1)` with `(2,)` is `(3, NF, A, 2)`; with `(B, 2)` `(3, NF, B, 2)`; with `(A,)` `(3, NF, A, 1, A)`."""
    if len(tail) == 1 and tail[0].isalpha() and key[-1].isdigit():
        return (*key, *tail)
    said = [atom.isdigit() for atom in (tail[:2] if tail[-1].isdigit() else tail[:1])]
    head = key
    while head and [atom.isdigit() for atom in head[-len(said) :]] != said:
        head = head[:-1]
    return (*head[: -len(said)], *tail)


def _between(first: Key, last: Key) -> Iterator[Key]:
    """The keys between two that differ only in their last atom."""
    if len(first) != len(last) or first[:-1] != last[:-1] or first[-1].isdigit() is not last[-1].isdigit():
        return
    if first[-1].isdigit():
        low, high = int(first[-1]), int(last[-1])
        atoms: Sequence[str] = [str(n) for n in range(low + 1, min(high, low + _LONGEST_RANGE))]
    elif len(first[-1]) == len(last[-1]) == 1:
        atoms = [chr(n) for n in range(ord(first[-1]) + 1, ord(last[-1]))]
    else:
        return
    yield from ((*first[:-1], atom) for atom in atoms)


def _key(code: str) -> Key:
    """A code's key, without such words before it as `CCSS.MATH.CONTENT`."""
    return tuple(str(int(atom)) if atom.isdigit() else atom.upper() for atom in _ATOM.findall(_bare(code)))


def _bare(code: str) -> str:
    prefix = _PREFIX.match(code)
    return code[prefix.end() :] if prefix else code


def _shape(key: Key) -> Key:
    """A key with every number and every single letter alike; longer words stay, they tell frameworks apart."""
    return tuple("9" if atom.isdigit() or atom == "K" else "A" if len(atom) == 1 else atom for atom in key)


def _spellings(code: str) -> Iterator[Key]:
    """Other ways in which people write a code, as keys."""
    band = _GRADE_BAND.search(code)
    codes = [code]
    if band and int(band[1]) < int(band[2]) <= 12:
        codes += [f"{code[: band.start()]}{n}{code[band.end() :]}" for n in range(int(band[1]), int(band[2]) + 1)]
    for one in codes:
        for key in {_key(one), _without_cluster(_key(one))}:
            yield key
            yield from _high_school(key)
            if len(key) > 2 and _is_grade(key[0]) is not _is_grade(key[1]) and max(map(len, key[:2])) > 1:
                yield (key[1], key[0], *key[2:])
            if key[:1] == ("MP",):
                yield ("SMP", *key[1:])
            if _is_grade(key[0]):  # the Common Core's first notation: CC.3.NF.1
                yield ("CC", *key)
            if len(key) == 4 and key[0].isdigit() and len(key[0]) == 3 and key[3].isalpha():  # Texas: 112.39(c)(4)(B)
                yield from ((*key[:2], subsection, *key[2:]) for subsection in ("B", "C"))
            yield from _without_start(key)


def _without_cluster(key: Key) -> Key:
    """`3.NF.A.1` as it was written before clusters had letters: `3.NF.1`."""
    for i, (domain, cluster) in enumerate(pairwise(key[:-1]), 1):
        if domain.isalpha() and len(domain) > 1 and cluster in _CLUSTERS and key[i + 1].isdigit():
            return key[:i] + key[i + 1 :]
    return key


def _without_start(key: Key) -> Iterator[Key]:
    """`MV.M.3.NO.1` as a district's own documents shorten it, `3.NO.1`; never less than a word and two more atoms."""
    for short in (key[i:] for i in range(1, len(key) - 2)):
        if any(atom.isdigit() for atom in short) and any(atom.isalpha() and len(atom) > 1 for atom in short):
            yield short


def _high_school(key: Key) -> Iterator[Key]:
    """`A-SSE.1` is also `HSA-SSE.1` and `HS.A-SSE.1`."""
    if len(key) > 2 and key[1].isalpha() and len(key[1]) > 1:
        if key[0] in set("NAFGS"):
            yield (f"HS{key[0]}", *key[1:])
            yield ("HS", *key)
        if len(key[0]) == 3 and key[0].startswith("HS"):
            yield (key[0][2], *key[1:])
            yield ("HS", key[0][2], *key[1:])


def _is_grade(atom: str) -> bool:
    return atom == "K" or atom.isdigit()
