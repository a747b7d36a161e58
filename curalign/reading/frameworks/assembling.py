"""Tie the statements of one publication together: ids, parents, grades, and codes for those without one."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from curalign.domain.grades import in_order
from curalign.domain.problems import Problem
from curalign.domain.standards import Association, Framework, Source, Standard, standard_id
from curalign.interchange import GENERATED
from curalign.reading.frameworks.publication import Entry, Publication
from curalign.wording import Facts
from curalign.wording.text import excerpt

_MAX_NAMES = 5
_MAX_NAME_LENGTH = 400  # characters of a name
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class EntryTree:
    """Entries by number: the id of each, the number of its parent, and those that lost theirs to break a cycle."""

    entries: Sequence[Entry]
    ids: Sequence[str]
    above: Sequence[int | None]
    cycles: Sequence[int]
    by_key: Mapping[str, int]


def assemble(publication: Publication, file: str, stem: str) -> Framework:
    """One publication as a framework with one source.

    Nothing that a file gets wrong stops it: an item given twice is read once; two items under one code both stay; a
    circle of parents is cut; a parent that is not there is none (its code stays in `extra`); an item without words is
    left out unless others stand below it. What was cut or left out is said in `problems`.
    """
    source = clean(publication.id or publication.title or stem)
    tree = build_tree(publication.entries, source)
    kept = _with_statements(tree)
    codes = _assign_codes(tree)
    grades = _assign_grades(tree, publication)
    standards = tuple(
        Standard(
            id=tree.ids[at],
            code=codes[at],
            statement=entry.statement or codes[at],
            framework=source,
            grades=grades[at],
            subject=entry.subject,
            level=entry.level,
            parent=None if (parent := tree.above[at]) is None else tree.ids[parent],
            aliases=tuple(alias for alias in dict.fromkeys(entry.aliases) if alias != codes[at]),
            extra=_extra(entry, generated=not entry.code, lost=parent is None),
        )
        for at, entry in enumerate(tree.entries)
        if at in kept
    )
    title = clean(publication.title or stem)
    return Framework(
        standards,
        (Source(source, title, len(standards), file, clean(publication.licence), _cleaned_extra(publication.extra)),),
        _associations(publication, tree),
        (*publication.problems, *_problems(tree, codes, kept, file)),
    )


def clean(text: str) -> str:
    """Text that can be written anywhere: no control characters, and no halves of characters."""
    if _SURROGATE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _UNPRINTABLE.sub("", text).strip()


def normalize_space(text: str) -> str:
    """Text as it is compared: white space does not matter."""
    return " ".join(text.split())


def _cleaned(entry: Entry) -> Entry:
    return replace(
        entry,
        id=clean(entry.id),
        code=normalize_space(clean(entry.code)),
        statement=clean(entry.statement),
        subject=clean(entry.subject),
        level=clean(entry.level),
        parents=tuple(normalize_space(clean(parent)) for parent in entry.parents),
        enumeration=clean(entry.enumeration),
        aliases=tuple(filter(None, (normalize_space(clean(alias)) for alias in entry.aliases))),
        extra=_cleaned_extra(entry.extra),
    )


def _cleaned_extra(extra: Mapping[str, str]) -> dict[str, str]:
    return {clean(name): cleaned for name, text in extra.items() if (cleaned := clean(text))}


def _merge_repeats(entries: Iterable[Entry]) -> list[Entry]:
    """One entry where id, code and words are the same; a table may repeat a standard on a row for each grade."""
    merged: dict[tuple[str, str, str], Entry] = {}
    for entry in entries:
        key = (entry.id, entry.code, normalize_space(entry.statement))
        first = merged.get(key)
        merged[key] = entry if first is None else _joined(first, entry)
    return list(merged.values())


def _joined(first: Entry, again: Entry) -> Entry:
    return replace(
        first,
        grades=in_order((*first.grades, *again.grades)),
        parents=(*first.parents, *again.parents),
        aliases=(*first.aliases, *again.aliases),
        extra={**again.extra, **first.extra},
    )


def build_tree(given: Iterable[Entry], source: str) -> EntryTree:
    """Entries under the parents that they name, each with an id; what is given twice is one."""
    entries = _merge_repeats(map(_cleaned, given))
    ids = _assign_ids(entries, source)
    # Where entries share a name: ids before codes, codes before other notations, the first before the rest.
    codes = [(at, entry.code) for at, entry in enumerate(entries)]
    others = [(at, name) for at, entry in enumerate(entries) for name in (entry.id, *entry.aliases)]
    by_key = {name: at for at, name in reversed([*enumerate(ids), *codes, *others]) if name}
    above: list[int | None] = [
        next((by_key[parent] for parent in entry.parents if by_key.get(parent, at) != at), None)
        for at, entry in enumerate(entries)
    ]
    return EntryTree(entries, ids, above, break_cycles(above), by_key)


def _assign_ids(entries: Sequence[Entry], source: str) -> list[str]:
    """The publisher's id, else one of source and code; a name taken already is told apart by the statement."""
    taken: set[str] = set()
    ids: list[str] = []
    for entry in entries:
        name = entry.code or normalize_space(entry.statement)
        chosen = entry.id or standard_id(source, name)
        if chosen in taken:
            chosen = standard_id(source, f"{entry.id}\n{entry.code}\n{normalize_space(entry.statement)}")
        taken.add(chosen)
        ids.append(chosen)
    return ids


def break_cycles(above: list[int | None]) -> list[int]:
    """Break every cycle of parents, in place; returns the entries that lost their parent."""
    cut: list[int] = []
    safe: set[int] = set()
    for start in range(len(above)):
        line: dict[int, None] = {}
        at: int | None = start
        while at is not None and at not in safe:
            line[at] = None
            parent = above[at]
            if parent is not None and parent in line:
                above[at] = None
                cut.append(at)
                break
            at = parent
        safe.update(line)
    return cut


def _with_statements(tree: EntryTree) -> set[int]:
    """The entries that have a statement, and those above them."""
    kept: set[int] = set()
    for start, entry in enumerate(tree.entries):
        at: int | None = start if entry.statement else None
        while at is not None and at not in kept:
            kept.add(at)
            at = tree.above[at]
    return kept


def _assign_codes(tree: EntryTree) -> list[str]:
    """The publisher's codes; without one, the parent's code and the item's own letter, else `#` and a short hash."""
    taken = {entry.code for entry in tree.entries if entry.code}
    codes: list[str] = []
    for at, entry in enumerate(tree.entries):
        parent = tree.above[at]
        code = entry.code
        letter = re.sub(r"\W", "", entry.enumeration)
        if not code and letter and parent is not None and tree.entries[parent].code:
            code = f"{tree.entries[parent].code}.{letter}"
            code = "" if code in taken else code
        code = code or "#" + hashlib.blake2b(tree.ids[at].encode(), digest_size=4).hexdigest()
        taken.add(code)
        codes.append(code)
    return codes


def _assign_grades(tree: EntryTree, publication: Publication) -> list[tuple[str, ...]]:
    """Each entry's grades; where the format means it, those of the nearest entry above that states some."""
    if not publication.inherits:
        return [entry.grades for entry in tree.entries]
    given: dict[int, tuple[str, ...]] = {}
    for start in range(len(tree.entries)):
        line: list[int] = []
        at: int | None = start
        while at is not None and at not in given and not tree.entries[at].grades:
            line.append(at)
            at = tree.above[at]
        grades = publication.grades if at is None else given.get(at, tree.entries[at].grades)
        given.update(dict.fromkeys((*line, *([] if at is None else [at])), grades))
    return [given[at] for at in range(len(tree.entries))]


def _extra(entry: Entry, *, generated: bool, lost: bool) -> dict[str, str]:
    extra = dict(entry.extra)
    if entry.enumeration:
        extra.setdefault("listEnumeration", entry.enumeration)
    if generated:
        extra[GENERATED] = "yes"
    if lost and entry.parents:
        extra["parent"] = entry.parents[0]
    return extra


def _associations(publication: Publication, tree: EntryTree) -> tuple[Association, ...]:
    """The file's associations by our ids; an end that stands in another framework keeps the name it has there."""

    def named(key: str) -> str:
        key = normalize_space(clean(key))
        return tree.ids[tree.by_key[key]] if key in tree.by_key else key

    found = (
        Association(
            named(edge.origin),
            clean(edge.type),
            named(edge.destination),
            clean(edge.id),
            edge.sequence,
            clean(edge.grouping),
            _cleaned_extra(edge.extra),
        )
        for edge in publication.edges
    )
    return tuple(dict.fromkeys(found))


def _problems(tree: EntryTree, codes: Sequence[str], kept: set[int], file: str) -> list[Problem]:
    """What had to be cut, left out or renamed: one problem of each kind, with the first few names."""
    silent = [at for at in range(len(codes)) if at not in kept]
    statements: dict[str, set[str]] = {}
    for entry in tree.entries:
        if entry.code:
            statements.setdefault(entry.code, set()).add(normalize_space(entry.statement))
    duplicates = [code for code, words in statements.items() if len(words) > 1]
    cut = [codes[at] for at in tree.cycles]
    places = [tree.entries[at].place or codes[at] for at in silent]
    found = (
        Problem("F303", file, trouble="codes-without-statement", facts=first_names(places)),
        Problem("F303", file, trouble="codes-twice-in-file", facts=first_names(duplicates)),
        Problem("F303", file, trouble="circle-cut", facts=first_names(cut)),
    )
    return [problem for problem in found if problem.facts["names"]]


def first_names(names: Sequence[str]) -> Facts:
    """The first few names, and how many more there are."""
    return Facts(
        names=[excerpt(name, _MAX_NAME_LENGTH) for name in names[:_MAX_NAMES]], more=max(len(names) - _MAX_NAMES, 0)
    )
