"""What is wrong with a standards file, each thing with its place and how to mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from curalign.domain.grades import unread_grades
from curalign.errors import UnreadableError
from curalign.interchange import CHILD, TYPES, name_of_node, read_type
from curalign.reading.files.content import Content, load_content
from curalign.reading.files.tables import plain_name
from curalign.reading.frameworks.assembling import EntryTree, build_tree, normalize_space
from curalign.reading.frameworks.case import packages
from curalign.reading.frameworks.columns import NAMES
from curalign.reading.frameworks.formats import recognise
from curalign.reading.frameworks.publication import Entry, Publication, as_mapping, as_mappings, as_text
from curalign.wording import Facts, Sentence, say_trouble

_REQUIRED: Mapping[str, tuple[str, ...]] = {
    "CFDocument": ("identifier", "uri", "creator", "title", "lastChangeDateTime"),
    "CFItems": ("identifier", "uri", "fullStatement", "lastChangeDateTime"),
    "CFAssociations": (
        *("identifier", "uri", "associationType", "originNodeURI", "destinationNodeURI", "lastChangeDateTime"),
    ),
}
"""What CASE 1.0 and 1.1 demand of each part of a package."""

_DATES = ("lastChangeDateTime", "statusStartDate", "statusEndDate")


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is wrong. `place` says where in the file it stands, `message` what it is and how to mend it.

    The message is English, and `curalign.wording.told` says it in another language.
    """

    file: str
    place: str
    message: str


def validate_framework(path: Path | str, columns: Mapping[str, Sequence[str]] | None = None) -> tuple[Flaw, ...]:
    """Find everything that is wrong with one standards file; nothing raises.

    Args:
        path: The file, in any of the known formats.
        columns: What tables call their columns, by noun, as for `read_framework`.

    Returns:
        What is wrong, in the order of its places; empty where nothing is.

    """
    file = Path(path)
    name = file.as_posix()
    try:
        content = load_content(file, name, columns)
        published = recognise(content).read(content)
        found = [*_missing_fields(content), *_case_edges(content)]
        names = _names(published)
        for publication in published:
            found.extend(_of_publication(publication, names, content.stem))
    except UnreadableError as error:
        what = partial(say_trouble, error.trouble, error.facts)
        return (Flaw(name, "", Sentence(sentence="flaw-file", what=what)),)
    except RecursionError:
        return (Flaw(name, "", Sentence(sentence="flaw-too-deep")),)
    if not any(publication.entries or publication.names_only for publication in published):
        found.append(("", Sentence(sentence="flaw-no-standard")))
    return tuple(Flaw(name, place, message) for place, message in dict.fromkeys(found))


_PlacesAndMessages = Iterator[tuple[str, str]]


def _names(published: Sequence[Publication]) -> set[str]:
    """All that a parent can be called in this file."""
    entries = [entry for publication in published for entry in publication.entries]
    return {normalize_space(name) for entry in entries for name in (entry.id, entry.code, *entry.aliases) if name}


def _of_publication(publication: Publication, names: set[str], stem: str) -> _PlacesAndMessages:
    entries = [
        entry if entry.place else replace(entry, place=f"standard {number}")
        for number, entry in enumerate(publication.entries, 1)
    ]
    yield from _duplicates(entries)
    yield from _empty(entries)
    yield from _parents(entries, names)
    yield from _cycles(build_tree(entries, publication.id or publication.title or stem))
    yield from _grades(entries)


def _where(entry: Entry) -> str:
    return ", ".join(filter(None, (entry.place, entry.code or entry.id)))


def _duplicates(entries: Sequence[Entry]) -> _PlacesAndMessages:
    """Ids and codes that stand for several things. A table may repeat one standard for each of its grades."""
    seen: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        for kind, name in (("identifier", entry.id), ("code", normalize_space(entry.code))):
            first = seen.setdefault((kind, name), entry)
            alike = (first.id, first.code, normalize_space(first.statement)) == (
                entry.id,
                entry.code,
                normalize_space(entry.statement),
            )
            repeated = kind == "identifier" and entry.place.startswith("CFItems")
            if name and first is not entry and (repeated or not alike):
                facts = Facts(kind=kind, name=name, by=_where(first))
                yield _where(entry), Sentence(sentence="flaw-taken", facts=facts)


def _empty(entries: Sequence[Entry]) -> _PlacesAndMessages:
    for entry in entries:
        if not entry.statement.strip():
            yield _where(entry), Sentence(sentence="flaw-no-statement")


def _parents(entries: Sequence[Entry], names: set[str]) -> _PlacesAndMessages:
    for entry in entries:
        if entry.parents and not any(normalize_space(parent) in names for parent in entry.parents):
            yield _where(entry), Sentence(sentence="flaw-parent", facts=Facts(parent=entry.parents[0]))


def _cycles(tree: EntryTree) -> _PlacesAndMessages:
    for at in tree.cycles:
        yield _where(tree.entries[at]), Sentence(sentence="flaw-circle")
    for entry in tree.entries:
        names = {entry.id, entry.code} - {""}
        if entry.parents and entry.parents[0] in names:
            yield _where(entry), Sentence(sentence="flaw-own-parent")


def _grades(entries: Sequence[Entry]) -> _PlacesAndMessages:
    for entry in entries:
        for name, text in entry.extra.items():
            if plain_name(name) in NAMES["grades"] and (unread := unread_grades(_bare(text))):
                facts = Facts(grades=", ".join(map(repr, unread)))
                yield _where(entry), Sentence(sentence="flaw-grade", facts=facts)


def _bare(text: str) -> str:
    return "".join(character for character in text if character not in "[]\"'")


def _missing_fields(content: Content) -> _PlacesAndMessages:
    """CASE's own demands."""
    for number, package in enumerate(packages(content.json), 1):
        before = f"package {number}, " if len(packages(content.json)) > 1 else ""
        for part, required in _REQUIRED.items():
            several = part != "CFDocument"
            objects = as_mappings(package.get(part)) if several else [as_mapping(package.get(part))]
            for at, one in enumerate(objects, 1):
                missing = [name for name in required if not one.get(name)]
                place = f"{before}{part}, number {at}" if several else f"{before}{part}"
                label = as_text(one.get("humanCodingScheme")) or as_text(one.get("identifier"))
                where = ", ".join(filter(None, (place, label if part == "CFItems" else "")))
                if missing:
                    yield where, Sentence(sentence="flaw-missing", facts=Facts(fields=", ".join(missing)))
                for name in _DATES:
                    if one.get(name) and not _is_date(one[name]):
                        facts = Facts(field=name, value=repr(as_text(one[name])))
                        yield where, Sentence(sentence="flaw-date", facts=facts)


def _is_date(value: object) -> bool:
    try:
        return isinstance(value, str) and datetime.fromisoformat(value.strip()) is not None
    except ValueError:
        return False


def _case_edges(content: Content) -> _PlacesAndMessages:
    inside = {as_text(i.get("identifier")) for one in packages(content.json) for i in as_mappings(one.get("CFItems"))}
    for number, package in enumerate(packages(content.json), 1):
        associations = as_mappings(package.get("CFAssociations"))
        before = f"package {number}, " if len(packages(content.json)) > 1 else ""
        times = Counter(as_text(one.get("identifier")) for one in associations)
        for at, one in enumerate(associations, 1):
            place, kind = f"{before}CFAssociations, number {at}", as_text(one.get("associationType"))
            if kind and kind not in TYPES and not kind.startswith("ext:"):
                facts = Facts(kind=repr(kind), types=", ".join(TYPES), own=f"ext:{_name(kind)}")
                yield place, Sentence(sentence="flaw-association", facts=facts)
            child = name_of_node(one.get("originNodeURI"))
            if read_type(kind) == CHILD and child and child not in inside:
                yield place, Sentence(sentence="flaw-child", facts=Facts(child=child))
            if times[as_text(one.get("identifier"))] > 1 and one.get("identifier"):
                facts = Facts(identifier=as_text(one["identifier"]))
                yield place, Sentence(sentence="flaw-several", facts=facts)


def _name(kind: str) -> str:
    return "".join(character if character.isalnum() else "-" for character in kind)
