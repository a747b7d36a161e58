"""Two editions of a framework, and what changed from one to the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from curalign.domain.standards import Association, Framework, Source, Standard
from curalign.interchange import CHILD
from curalign.wording import ENGLISH, Facts, say


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of what `code` names, before and after; empty text means that there was, or is, nothing."""

    code: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed: standards by their codes, `moved` under another parent, and associations.

    `associations` are changes of the fields of one; `gained` and `lost` are whole ones.
    """

    added: tuple[Standard, ...] = ()
    removed: tuple[Standard, ...] = ()
    changed: tuple[FieldChange, ...] = ()
    moved: tuple[FieldChange, ...] = ()
    gained: tuple[Association, ...] = ()
    lost: tuple[Association, ...] = ()
    associations: tuple[FieldChange, ...] = ()
    sources: tuple[FieldChange, ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in self.__slots__)


def compare(old: Framework, new: Framework) -> Changes:
    """What `new` has that `old` had not, and the other way round.

    Two standards are the same where their ids agree, else where both frameworks have the code once. The order of
    standards, and associations that only repeat who is whose parent, are no change.

    Args:
        old: The earlier edition.
        new: The later one.

    Returns:
        What changed; false where nothing did.

    """
    pairs = pair_standards(old.standards, new.standards)
    renamed = {before.id: after.id for before, after in pairs}
    renamed |= {before.id: after.id for before, after in _source_pairs(old.sources, new.sources)}
    known = set(renamed.values())
    edges = _edge_pairs(old, new, renamed)
    paired = {id(edge) for pair in edges for edge in pair}
    return Changes(
        added=tuple(standard for standard in new.standards if standard.id not in known),
        removed=tuple(standard for standard in old.standards if standard.id not in renamed),
        changed=tuple(change for before, after in pairs for change in _fields(before, after)),
        moved=tuple(change for before, after in pairs for change in _move(before, after, old, new, renamed)),
        gained=_unmatched(new, paired),
        lost=_unmatched(old, paired),
        associations=tuple(
            change for before, after in edges for change in _edge_changes(before, after, old, new, renamed)
        ),
        sources=tuple(
            change for before, after in _source_pairs(old.sources, new.sources) for change in _fields_of(before, after)
        ),
    )


def pair_standards(old: Sequence[Standard], new: Sequence[Standard]) -> list[tuple[Standard, Standard]]:
    """The standards that two editions both have: by id, else by a code that both have once, in the old one's order."""
    by_id = {standard.id: standard for standard in new}
    pairs = {standard.id: by_id[standard.id] for standard in old if standard.id in by_id}
    taken = {standard.id for standard in pairs.values()}
    left, right = (
        _once([standard for standard in old if standard.id not in pairs]),
        _once([standard for standard in new if standard.id not in taken]),
    )
    pairs |= {standard.id: right[code] for code, standard in left.items() if code in right}
    return [(standard, pairs[standard.id]) for standard in old if standard.id in pairs]


def _once(standards: Sequence[Standard]) -> dict[str, Standard]:
    """The standards whose code no other has, by it."""
    found: dict[str, list[Standard]] = {}
    for standard in standards:
        found.setdefault(standard.code, []).append(standard)
    return {code: alike[0] for code, alike in found.items() if len(alike) == 1}


def _source_pairs(old: Sequence[Source], new: Sequence[Source]) -> list[tuple[Source, Source]]:
    if len(old) == len(new) == 1:
        return [(old[0], new[0])]
    by_id = {source.id: source for source in new}
    return [(source, by_id[source.id]) for source in old if source.id in by_id]


def _fields(before: Standard, after: Standard) -> Iterator[FieldChange]:
    def texts(standard: Standard) -> dict[str, str]:
        return {
            "code": standard.code,
            "statement": standard.statement,
            "grades": ", ".join(standard.grades),
            "subject": standard.subject,
            "level": standard.level,
            "aliases": ", ".join(standard.aliases),
            **standard.extra,
        }

    return _differences(before.code, texts(before), texts(after))


def _fields_of(before: Source, after: Source) -> Iterator[FieldChange]:
    def texts(source: Source) -> dict[str, str]:
        return {"title": source.title, "licence": source.licence, **source.extra}

    return _differences(before.title, texts(before), texts(after))


def _differences(code: str, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[FieldChange]:
    for name in dict.fromkeys((*before, *after)):
        if before.get(name, "") != after.get(name, ""):
            yield FieldChange(code, name, before.get(name, ""), after.get(name, ""))


def _move(
    before: Standard, after: Standard, old: Framework, new: Framework, renamed: Mapping[str, str]
) -> Iterator[FieldChange]:
    above, now = old.parent(before), new.parent(after)
    if (renamed.get(above.id, above.id) if above else "") != (now.id if now else ""):
        yield FieldChange(after.code, "parent", above.code if above else "", now.code if now else "")


def _edge_pairs(old: Framework, new: Framework, renamed: Mapping[str, str]) -> list[tuple[Association, Association]]:
    """The same association in both: by its id, else by its type and ends."""
    by_id = {edge.id: edge for edge in new.associations if edge.id}
    pairs = [(edge, by_id.pop(edge.id)) for edge in old.associations if edge.id in by_id]
    matched = {id(edge) for pair in pairs for edge in pair}
    by_ends: dict[tuple[str, str, str], list[Association]] = {}
    for edge in new.associations:
        if id(edge) not in matched:
            by_ends.setdefault(_ends(edge, {}), []).append(edge)
    left = (edge for edge in old.associations if id(edge) not in matched)
    pairs.extend((edge, alike.pop(0)) for edge in left if (alike := by_ends.get(_ends(edge, renamed))))
    return pairs


def _ends(edge: Association, renamed: Mapping[str, str]) -> tuple[str, str, str]:
    return renamed.get(edge.origin, edge.origin), edge.type, renamed.get(edge.destination, edge.destination)


def _unmatched(framework: Framework, paired: set[int]) -> tuple[Association, ...]:
    """The associations that only this framework has, without those that repeat who is whose parent."""
    return tuple(e for e in framework.associations if id(e) not in paired and not _only_repeats(e, framework))


def _only_repeats(edge: Association, framework: Framework) -> bool:
    """Whether the association says no more than that a standard stands below its parent, or at the top."""
    origin = framework.by_id.get(edge.origin)
    return edge.type == CHILD and origin is not None and edge.destination in (origin.parent or origin.framework,)


def _edge_changes(
    before: Association, after: Association, old: Framework, new: Framework, renamed: Mapping[str, str]
) -> Iterator[FieldChange]:
    def texts(edge: Association, names: Mapping[str, str]) -> dict[str, str]:
        origin, kind, destination = _ends(edge, names)
        sequence = "" if edge.sequence is None else str(edge.sequence)
        fields = {"sequence": sequence, "grouping": edge.grouping, **edge.extra}
        return {"type": kind, **fields} if is_move else {"type": kind, "from": origin, "to": destination, **fields}

    is_move = _only_repeats(before, old) and _only_repeats(after, new)
    return _differences(describe_association(before, old), texts(before, renamed), texts(after, {}))


def describe_association(edge: Association, framework: Framework) -> str:
    """An association in words, with codes where its ends have some: `M.1 precedes M.2`.

    Args:
        edge: The association.
        framework: Whose it is.

    Returns:
        One line.

    """
    named = {source.id: source.title for source in framework.sources}
    ends = (
        framework.by_id[end].code if end in framework.by_id else named.get(end, end)
        for end in (edge.origin, edge.destination)
    )
    return f" {edge.type} ".join(ends)


def describe_changes(changes: Changes, old: Framework, new: Framework, language: str = ENGLISH) -> Iterator[str]:
    """What changed, a line each: `+` what came, `-` what went, `~` what is another now.

    Args:
        changes: What changed.
        old: The earlier edition.
        new: The later one.
        language: The language to speak, one of `LANGUAGES`.

    Yields:
        Each change, in words.

    """
    association = say("diff-association", language=language)
    for change in changes.sources:
        yield f"~ {change.code}: {_describe_change(change, language)}"
    for standard in changes.removed:
        yield f"- {standard.code}: {standard.statement}"
    for standard in changes.added:
        yield f"+ {standard.code}: {standard.statement}"
    for change in changes.changed:
        yield f"~ {change.code}: {_describe_change(change, language)}"
    for change in changes.moved:
        places = (("before", change.before), ("after", change.after))
        moved = Facts({name: place or say("diff-top", language=language) for name, place in places})
        yield f"~ {change.code}: {say('diff-moved', moved, language)}"
    for edge in changes.lost:
        yield f"- {association}: {describe_association(edge, old)}"
    for edge in changes.gained:
        yield f"+ {association}: {describe_association(edge, new)}"
    for change in changes.associations:
        yield f"~ {association}: {change.code}: {_describe_change(change, language)}"


def _describe_change(change: FieldChange, language: str) -> str:
    field = {"field": change.field}
    if not change.before:
        return f"{say('diff-new', field, language)}: {change.after}"
    if not change.after:
        return f"{say('diff-gone', field, language)}: {change.before}"
    was, is_now = say("diff-was", field, language), say("diff-is", language=language)
    return f"{was}: {change.before} | {is_now}: {change.after}"
