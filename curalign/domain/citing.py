"""Text -> Citations: which codes of a framework a text cites, where, and which standards they mean.

Compiled patterns rather than spaCy's Matcher: a tokenizer for prose breaks `3.NF.A.1-3` or `112.39(c)(4)(B)` at places
that differ from code to code, the Matcher would still need all of the normalising, and it would load spaCy for every
folder although most need no sentence cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic

from curalign.domain.codebook import Codebook, S
from curalign.domain.codes import (
    DASH,
    LIST_ENTRY,
    Key,
    bare,
    between,
    entries_of,
    in_latin,
    is_grade,
    joined,
    key_of,
    mistyped,
    replace_end,
)

_ATOMS = rf"[A-Za-z0-9]{{1,24}}(?:(?:[.:/{DASH}]|\)?\(|\))[A-Za-z0-9]{{1,24}}){{0,14}}(?![^\W_])"
_PRACTICE = r"(?:S?MP|[Mm]ath(?:ematical)? [Pp]ractices?) ?\#?\d(?![^\W_])"
_STRAND = rf"[A-Z]{{2}}\.? \d{{1,2}}\.\d{{1,2}}(?:[a-z]|[{DASH}]\d{{1,2}})?(?![^\W_]|[.{DASH}]\w)"  # RL 3.1
_TEXAS = r"\d{3}\.\d{1,3} (?:\([A-Za-z0-9]{1,3}\) ?)*\([A-Za-z0-9]{1,3}(?=\))"  # 112.39 (c)(4)(B)
_CHUNK = re.compile(rf"(?<![^\W_])(?:{_PRACTICE}|{_STRAND}|{_TEXAS}|{_ATOMS})")
_END = r"(?=\s*(?:[,;:&/|)\]\u2013\u2014]|\.?\s*$|\.\s|and\b|or\b|-\s))"
_ENDS_HERE = re.compile(_END)
_SPACED = re.compile(rf"(?: [{DASH}] ?| ?[.{DASH}:] | \.(?=\d)| \(?)(?:(?=[A-Z0-9]){_ATOMS}|[a-h](?![^\W_]))")
_BARE_END = re.compile(r"(?<=[\s(])(?:\d+|[A-Za-z])$")
_CAN_CITE = re.compile(r"[A-Z0-9]")
_CUT = re.compile(r"[:/]|\)?\((?=[A-Za-z]{3})|\)\(")
_EITHER = re.compile(rf"(?P<first>(?:[A-Z]{{1,4}}/)+)(?=[A-Z]{{1,4}}[.{DASH}\d])")  # RL/RI.3.1
_PARTS = re.compile(
    rf"(?:\s?\(\s?(?P<inside>[A-Za-z])|\s(?P<beside>[a-h]))(?:[{DASH}](?P<end>[A-Za-z]))?(?![^\W_]){_END}"
)  # of 4.NF.3 a-d, K.CC.4 (a, b)
_TAIL = re.compile(
    rf"(?:\)(?=\()|\)?\s*(?:[,;&/+\u2013\u2014]|(?<=\s)-(?=\s)|-(?=\()|and\b|or\b|to\b|thru\b|through\b)+\s*(?:and\s+)?)"
    rf"(?P<tail>{LIST_ENTRY})(?:[{DASH}](?P<end>\d{{1,2}}|[a-h]|\([A-Za-z0-9]\)))?"
    r"(?=\s*(?:[,;&/|)\]\u2013\u2014]|\)?\(|\.?\s*$|\.\s|and\b|or\b))"
)
_LIST_SIGNS = re.compile(r"(?:\s|[,;&/|]|and\b|or\b)+")
_RANGE_SIGN = re.compile(
    rf"\s+(?:(?:up )?to|through|thru|until|al?|hasta|[{DASH}])\s+|\s*(?:\.{{2,3}}|[~\u2026\u2192])\s*"
)
_RUN_TOGETHER = re.compile(r"(?<=[0-9a-z])(?=(?:K|\d{1,2})[.\-][A-Z])")
_THROUGH = re.compile(r"\)?\s*(?:(?:to|thru|through)\b|[-\u2013\u2014])")
_WORD = re.compile(r"[A-Z]?[a-z]{3,}(?![^\W_])")  # of a statement that a dash ties to its code: `3.NF.A.1-Understand`
_CUE = re.compile(r"(?:standard|benchmark|expectation|indicator|TEKS|SOL|ISTE)s?\W{0,2}$", re.IGNORECASE)
_OTHER_START = re.compile(r"(?<![^\W_])(?!LO|EK)[A-Z]{2}(?::\s?| )$")  # of `VA: Cr1.1.3a`, of `MS LS4-2`
_LABEL = re.compile(r"[A-Za-z]{4,}|SOL|LO|EK")
_IDENTIFIER = re.compile(r"(?<![\w-])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![\w-])")
_MAX_CODE_LENGTH = 80
_MAX_CUTS = 3


@dataclass(frozen=True, slots=True)
class Citation(Generic[S]):
    """A code as it stands in a text from `start` to `end`, and its standard; None where the framework has none.

    What a list or a range means and does not write out stands where the list does.
    """

    cited: str
    start: int
    end: int
    standard: S | None


Read = tuple[int, tuple[Key, ...]]
"""How many characters of a text a code takes, and what it cites."""


class CodeReader(Generic[S]):
    """Reads the codes of one framework out of texts, and remembers what it looked up, for texts repeat their codes."""

    def __init__(self, book: Codebook[S]) -> None:
        self.book = book
        self._seen: dict[frozenset[str], dict[tuple[str, int], Read]] = {}

    def cite(self, text: str, grades: Iterable[str] = (), *, listed: bool = False) -> Iterator[Citation[S]]:
        """Each code of the framework that a text cites, in order; one may come twice.

        `grades` are those of the document. `listed` says that the text lists standards, so that a bare number at the
        start of it or of a cell is one. A code that has the shape and the words of the framework's and names none of
        its standards has no standard.
        """
        wanted = frozenset(grades)
        return _Text(text, self.book, wanted, listed, self._seen.setdefault(wanted, {})).read()


def named_in(cell: str, book: Codebook[S]) -> tuple[tuple[S, ...], tuple[str, ...]]:
    """The standards that a cell of codes names, as a table of labels or of results has it, and what names none."""
    whole = book.find(cell)
    if whole is not None:
        return (whole,), ()
    named: dict[str, S] = {}
    unknown: list[str] = []
    for entry in entries_of(cell):
        for code in [entry] if _named_by(entry, book) else map(str.strip, entry.split(",")):
            found = _named_by(code, book)
            named.update((standard.id, standard) for standard in found)
            unknown += [] if found else [code]
    return tuple(named.values()), tuple(unknown)


def _named_by(entry: str, book: Codebook[S]) -> list[S]:
    """The standards of one entry: a code, a range, or a list as `3.NF.A.1, 2`; none where one of them is unknown."""
    one = book.find(entry)
    found = [one] if one else [citation.standard for citation in CodeReader(book).cite(entry, listed=True)]
    known = [standard for standard in found if standard]
    return known if len(known) == len(found) > entry.count(",") else []


class _Text(Generic[S]):
    """One text, read from its start to its end.

    `seen` holds what codes cite, by what is written and how much of that comes before its first space.
    """

    def __init__(
        self, text: str, book: Codebook[S], grades: frozenset[str], listed: bool, seen: dict[tuple[str, int], Read]
    ) -> None:
        self.written, self.text = text, in_latin(text)
        self.book, self.grades, self.listed, self.seen = book, grades, listed, seen

    def read(self) -> Iterator[Citation[S]]:
        """The citations of the text, in order; those by identifier first."""
        if self.book.guids:  # what course packages state of a page: the identifier of a standard, not only its code
            yield from self._identifiers()
        at, cited_until = 0, -1
        last: Key = ()
        while chunk := _CHUNK.search(self.text, at):
            start, at = chunk.span()
            if (chunk[0].isalpha() and not chunk[0].isupper()) or not _CAN_CITE.search(chunk[0]):
                continue
            end, keys = self._code_at(start, chunk)
            goes_on = cited_until >= 0 and _LIST_SIGNS.fullmatch(self.text, cited_until, start) is not None
            if not keys or not (goes_on or self._is_meant(start, end, keys[0])):
                at = end
                continue
            if last and _RANGE_SIGN.fullmatch(self.text, cited_until, start):
                yield from self._known(between(last, keys[0]), start, end)
            found, at, last = self._with_list(start, end, keys)
            cited_until = at
            yield from found

    def _identifiers(self) -> Iterator[Citation[S]]:
        for match in _IDENTIFIER.finditer(self.text):
            if known := self.book.guids.get(match[0].casefold()):
                yield Citation(match[0], *match.span(), known)

    def _code_at(self, start: int, chunk: re.Match[str]) -> Read:
        """Where the longest code ends that starts here, and what it cites; where to go on if there is none.

        A code with spaces comes before one without.
        """
        for end in self._ends_of_spaced(start, chunk.end()):
            if (keys := self._spaced(start, end, chunk.end())) and self._is_closed(start, end):
                return end, keys
        if chunk[0].isalpha():
            return chunk.end(), ()
        known = chunk[0], len(chunk[0])
        if known not in self.seen:
            self.seen[known] = self._read_chunk(chunk[0])
        length, keys = self.seen[known]
        return start + length, keys

    def _ends_of_spaced(self, start: int, end: int) -> list[int]:
        """Where a code that starts here could end if it were written with spaces, the farthest first."""
        ends = [end]
        while self.text[start].isupper() or self.text[start].isdigit():
            further = _SPACED.match(self.text, ends[-1]) if len(ends) < 4 else None
            if further is None or further.end() - start > _MAX_CODE_LENGTH:
                break
            ends.append(further.end())
        return ends[:0:-1]

    def _spaced(self, start: int, end: int, first: int) -> tuple[Key, ...]:
        """The keys of a code with spaces, as `HSS 4.2.1`, `MS - PS1 - 1` or `D2. Civ. 1. 3-5`.

        It has three parts, one of them a word of two letters, or three parts before its first space, or is printed with
        its spaces. A space does not go on with a code that is whole without it.
        """
        code = self.text[start:end]
        known = code, first - start
        if known not in self.seen:
            book, key = self.book, key_of(code)
            keys = (key,) if book.has(key) and not book.is_short(key) else tuple(self._range_in(code))
            is_printed = bool(keys) and joined(keys[0]) in book.spaced
            before = key_of(self.text[start:first])
            has_word = any(atom.isalpha() and (len(atom) > 1 or len(before) > 2) for atom in key)
            is_code = len(key) > 2 and has_word
            is_whole_before = book.has(before)
            self.seen[known] = end - start, keys if is_printed or (is_code and not is_whole_before) else ()
        return self.seen[known][1]

    def _is_closed(self, start: int, end: int) -> bool:
        """Whether a code with spaces ends here: a number before a noun is not part of it, `3.OA 2 days`."""
        return not _BARE_END.search(self.text[start:end]) or _ENDS_HERE.match(self.text, end) is not None

    def _read_chunk(self, chunk: str) -> Read:
        """How much of a chunk is a code, and what it cites; how much to pass over where there is none.

        The whole is tried before it is cut at a sign.
        """
        cuts = list(_CUT.finditer(chunk))
        if len(chunk) <= _MAX_CODE_LENGTH:
            if keys := tuple(self._keys_of(chunk)):
                return len(chunk), keys
            for cut in reversed(cuts[:_MAX_CUTS]):
                keys = tuple(self._keys_of(chunk[: cut.start()]))
                if keys and (cut[0] != ")(" or self._goes_on(chunk[cut.end() :], keys[-1])):
                    return cut.start(), keys
            if keys := self._as_mistyped(chunk):
                return len(chunk), keys
            key = key_of(chunk)
            if self.book.could_be(key) or ("(" in chunk and self.book.could_be_numbered(key)):
                return len(chunk), (key,)
        return self._label_of(chunk, cuts), ()

    def _as_mistyped(self, code: str) -> tuple[Key, ...]:
        """What is meant by a code that scanning or typing has changed, or by several without a space between them."""
        for one in mistyped(code):
            if keys := tuple(self._keys_of(one)):
                return keys
        for cut in _RUN_TOGETHER.finditer(code):
            first, rest = code[: cut.start()], code[cut.start() :]
            if self._find(first) and (keys := tuple(self._keys_of(rest)) or self._as_mistyped(rest)):
                return (key_of(first), *keys)
        return ()

    def _goes_on(self, rest: str, key: Key) -> bool:
        """Whether the next code, or the next part, follows at `)(`."""
        following = re.split(r"[()/:]", rest, maxsplit=1)[0]
        return self._find(following) is not None or self.book.has(replace_end(key, key_of(following)))

    def _label_of(self, chunk: str, cuts: list[re.Match[str]]) -> int:
        """How much of a chunk that is not a code to pass over: `RL/`, or `Standards:`, but all of `VA:Cr1.1`."""
        if not cuts or "(" in cuts[0][0]:
            return len(chunk)
        is_label = cuts[0][0] == "/" or _LABEL.fullmatch(chunk, 0, cuts[0].start())
        return cuts[0].end() if is_label else len(chunk)

    def _find(self, code: str) -> S | None:
        return self.book.find(code, self.grades)

    def _find_key(self, key: Key) -> S | None:
        return self.book.find_key(key, self.grades)

    def _keys_of(self, code: str) -> Iterator[Key]:
        """The keys that a code cites: one, a range of them, one for each strand of `RL/RI.3.1`, or none."""
        key = key_of(code)
        if self._find(code):
            yield key
            return
        if either := _EITHER.match(code):
            rest = code[either.end() :]
            several = [key_of(code.removeprefix(either[0]))]
            several[:0] = [(strand, *several[0][1:]) for strand in either["first"].split("/")[:-1]]
            if rest and all(map(self._find_key, several)):
                yield from several
                return
        yield from self._range_in(code)

    def _range_in(self, code: str) -> Iterator[Key]:
        """The keys of `3.NF.A.1-3` or `RL.3.1-RL.3.3`, and of a code that a dash ties to its statement."""
        for dash in re.finditer(rf"[{DASH}]", code):
            first, last = key_of(code[: dash.start()]), key_of(code[dash.end() :])
            if self._find_key(first):
                ends = [key for key in (last, first[: -len(last)] + last) if self._find_key(key)]
                if ends:
                    yield from (key for key in (first, *between(first, ends[0]), ends[0]) if self._find_key(key))
                    return
                if _WORD.match(code, dash.end()):
                    yield first
                    return

    def _with_list(self, start: int, end: int, keys: Sequence[Key]) -> tuple[list[Citation[S]], int, Key]:
        """The citations of a code and of the list that it opens, where that ends, and the last key of it.

        Letters after it name its parts, so that it is not cited itself: `K.CC.4 (a, b)`.
        """
        parts = _PARTS.match(self.text, end)
        if parts and self.book.has(replace_end(keys[-1], key_of(parts["inside"] or parts["beside"]))):
            chosen, key = self._entries(keys[-1], parts["inside"] or parts["beside"], parts["end"])
            found, end = [*self._known(keys[:-1], start, end), *self._known(chosen, start, parts.end())], parts.end()
        else:
            key = keys[-1]
            cited = self._as_written(start, end)
            found = [Citation(cited, start, end, self._standard_of(cited, one, keys)) for one in keys]
        while match := _TAIL.match(self.text, end):
            chosen, last = self._entries(key, match["tail"], match["end"], through=bool(_THROUGH.match(match[0])))
            if self._find_key(chosen[0]) is None or self._find_key(last) is None:
                break
            found += self._known(chosen, start, match.end())
            key, end = last, match.end()
        return found, end, key

    def _standard_of(self, cited: str, key: Key, keys: Sequence[Key]) -> S | None:
        """The standard of a key; the printed code is asked for where it is the only one."""
        return (self._find(cited) if len(keys) == 1 else None) or self._find_key(key)

    def _entries(self, key: Key, tail: str, end: str | None, *, through: bool = False) -> tuple[list[Key], Key]:
        """The keys that an entry of a list means after `key`, and the last of them."""
        previous, key = key, replace_end(key, key_of(tail))
        chosen = [*between(previous, key), key] if through else [key]
        if end:
            last = replace_end(key, key_of(end))
            chosen += [*between(key, last), last]
            key = last
        return chosen, key

    def _known(self, keys: Iterable[Key], start: int, end: int) -> Iterator[Citation[S]]:
        """What a list or range means and does not write out, as far as the framework has it."""
        for key in keys:
            if standard := self._find_key(key):
                yield Citation(".".join(key), start, end, standard)

    def _as_written(self, start: int, end: int) -> str:
        """A code with the bracket that closes it: `112.39(c)(4)(B)`."""
        code = self.written[start:end]
        is_open = code.count("(") > code.count(")") and self.text.startswith(")", end)
        return code + ")" if is_open else code

    def _is_meant(self, start: int, end: int, key: Key) -> bool:
        """Whether what stands here is a code rather than a number, a word or an item of a numbered list.

        A key without letters (`2.1`) or of two signs (`A.1`) is one only after a word such as `standard`, or at the
        start of a cell or line of a text that lists standards. The end of a code is none after another start.
        """
        before = self.text[max(0, start - 30) : start]
        letters = [atom for atom in key if atom.isalpha()]
        if not letters or sum(map(len, key)) <= 2:
            cell = before.rstrip()
            return _CUE.search(cell) is not None or (self.listed and (not cell or cell.endswith("|")))
        if self.book.is_short(key) and _OTHER_START.search(before):
            return False
        code = self.text[start:end]
        is_spelt_out = len(key) > 4 or (len(key) > 2 and len(letters) < len(key) and not code.isalnum())
        is_spelt_out = is_spelt_out or (len(key) > 2 and self._is_written_small(start, end, key))
        return is_spelt_out or not any(letter.islower() for letter in re.sub(r"(?<=\d)[a-z]$", "", bare(code)))

    def _is_written_small(self, start: int, end: int, key: Key) -> bool:
        """Whether a code stands here as `2nbt5`: a grade, a word and a number between spaces, as in no address."""
        is_code = is_grade(key[0]) and key[-1].isdigit() and any(len(atom) > 1 and atom.isalpha() for atom in key)
        around = self.text[max(0, start - 1) : start] + self.text[end : end + 1]
        return is_code and all(sign.isspace() or sign in "()[],;:|." for sign in around)
