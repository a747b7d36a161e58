"""Course packages (Common Cartridge 1.0 to 1.4, Thin CC), as Canvas, Schoology, Moodle and Blackboard export them.

Source: 1EdTech, Common Cartridge profile: `imsmanifest.xml` lists resources with their files, and items, which are the
modules and pages as learners see them, point to resources.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import BinaryIO
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError

from curalign.errors import UnreadableError
from curalign.reading.documents.cleaning import clean
from curalign.reading.documents.foreign import blackboard, is_blackboard
from curalign.reading.documents.formats import manifest_of
from curalign.reading.documents.listing import NOWHERE, Listing, Member
from curalign.reading.documents.readers import canvas
from curalign.reading.documents.readers.activity import BESIDE, RUBRIC, TOOL
from curalign.reading.documents.readers.archive import list_members, member_bytes, opened, readable_name
from curalign.reading.documents.readers.questions import page_in_xml
from curalign.reading.files.file_bytes import Unread
from curalign.reading.files.markup import parse_xml

_KINDS = {
    "imsqti": "quiz",
    "assessment": "quiz",
    "imsdt": "discussion",
    "assignment": "assignment",
    "imswl": "link",
    "imsbasiclti": TOOL,
}
_BRIGHTSPACE = {
    **dict.fromkeys(("d2lquiz", "d2lsurvey", "d2lselfassess", "d2lquestionlibrary"), "quiz"),
    "d2ldiscussion": "discussion",
    "d2ldropbox": "assignment",
    **{f"d2l{name}": name for name in BESIDE},
}
_XML = (".xml", canvas.FULLER)
_PAGES = (".html", ".htm", ".xhtml")
_MACHINERY = frozenset((
    "", ".css", ".dat", ".dtd", ".eot", ".js", ".json", ".less", ".map", ".mjs", ".scss", ".swf", ".vtt", ".xml",
    ".xsd",
))  # fmt: skip
"""Of what belongs to pages and to programs: all other files are a teacher's, and those that cannot be read are told."""

_MAX_DEPTH = 20


@dataclass(frozen=True, slots=True)
class _Resource:
    """One thing that items point to: its files in order, the first being the page itself."""

    files: tuple[str, ...]
    kind: str
    standards: tuple[str, ...]
    rubric: str = ""


def list_course(stream: BinaryIO) -> Listing:
    """The pages and files of a course as its modules order them, then what no module names, by name.

    A course without a readable manifest is an archive of files, with a problem that says so. Raises UnreadableError
    where only Blackboard can read what is in it.
    """
    found = list_members(stream)
    with opened(stream) as archive:
        infos = archive.infolist()
    names = {readable_name(info): at for at, info in enumerate(infos) if not info.is_dir()}
    manifest = manifest_of(names) or ""
    try:
        root = parse_xml(member_bytes(stream, names[manifest]))
    except (UnreadableError, ParseError, KeyError):
        damaged = (manifest, Unread(trouble="course-damaged"))
        return replace(found, problems=(damaged, *found.problems))
    base = posixpath.dirname(manifest)
    notes = canvas.notes_of(names, base, lambda name: member_bytes(stream, names[name]))
    resources = {key: _noted(key, each, notes, names, base) for key, each in _resources(root, base)}
    course = _Course(resources, {member.name: member for member in found.members}, names, manifest)
    members = [*course.listed(root, _title(root)), *course.unlisted(_title(root))]
    if all(member.at == NOWHERE for member in members) and is_blackboard(names):
        raise blackboard()
    return Listing(tuple(members), (*found.problems, *course.missing), course=True)


class _Course:
    """Walks the items of a course and finds the file of each."""

    def __init__(
        self,
        resources: dict[str, _Resource],
        readable: dict[str, Member],
        names: Collection[str],
        manifest: str,
    ) -> None:
        self.missing: list[tuple[str, Unread]] = []
        self._resources, self._readable, self._names, self._manifest = resources, readable, names, manifest
        self._taken: set[str] = set()
        self._rubrics: set[str] = set()  # those that were given with the first work that they judge

    def listed(self, root: Element, title: str) -> Iterator[Member]:
        here = (title,) if title else ()
        if said := _described(root):
            yield self._told(here, said)
        yield from self._below(_top(root), here, 0)

    def unlisted(self, title: str) -> Iterator[Member]:
        """Files of the course that no item names: pages that others link to, and handouts."""
        above = self._told((title,) if title else (), ())
        for resource in self._resources.values():
            # A tool that no module shows is an entry of the course's menu.
            yield from self._members(resource, above, everything=True) if resource.kind != TOOL else ()
        for name, member in self._readable.items():
            if name in self._taken:
                continue
            if canvas.is_bank(name):
                yield replace(member, headings=above.headings, kind="quiz")
            elif self._is_document(name) and not canvas.is_own(name):
                yield replace(member, headings=above.headings)

    def _told(self, headings: tuple[str, ...], said: Iterable[str], *, is_titled: bool = False) -> Member:
        """What the manifest tells by itself."""
        return Member(NOWHERE, self._manifest, 0, headings, said=tuple(said), is_titled=is_titled)

    def _below(self, parent: Element, path: tuple[str, ...], depth: int) -> Iterator[Member]:
        header: Member | None = None  # Canvas: a line of text above the items that follow
        heads_something = True
        for item in (child for child in parent if _tag(child) == "item"):
            title = clean(_text(item, "title"))
            is_header = not item.get("identifierref") and not any(_tag(child) == "item" for child in item)
            above = header.headings if header and not is_header else path
            told = self._told((*above, title) if title else above, _said(item), is_titled=bool(title))
            if is_header and not told.said:
                yield from [] if heads_something or header is None else [header]
                header, heads_something = told, False
                continue
            heads_something = True
            yield from self._of_item(item, told, depth)
        yield from [] if heads_something or header is None else [header]

    def _of_item(self, item: Element, told: Member, depth: int) -> Iterator[Member]:
        """The files of an item, or what is told of it where it has none, and then what stands below it."""
        resource = self._resources.get(item.get("identifierref", ""))
        found = list(self._members(resource, told)) if resource else []
        below = list(self._below(item, told.headings, depth + 1)) if depth < _MAX_DEPTH else []
        is_known = resource is not None and not self._taken.isdisjoint(resource.files)
        if not found and (told.said or not (below or is_known)):
            yield told
        yield from found
        yield from below

    def _members(self, resource: _Resource, told: Member, everything: bool = False) -> Iterator[Member]:
        """The files of a resource that hold text; what the package says of the resource goes with the first."""
        standards, said = resource.standards, told.said
        for name in resource.files:
            if name in self._taken or (everything and not resource.kind and canvas.is_own(name)):
                continue
            if name not in self._names:
                self._taken.add(name)
                self.missing.append((name, Unread(trouble="member-missing")))
                continue
            kind = resource.kind if name.lower().endswith(_XML) else ""
            member = self._readable.get(name)
            if member is None or not (kind or self._is_document(name)):
                continue
            self._taken.add(name)
            placed = replace(member, headings=told.headings, is_titled=told.is_titled)
            yield replace(placed, kind=kind, standards=standards, said=said)
            standards, said = (), ()
        if resource.rubric and resource.rubric not in self._rubrics:
            self._rubrics.add(resource.rubric)
            found = [member for name, member in self._readable.items() if name.endswith(canvas.RUBRICS)]
            yield from (replace(each, headings=told.headings, kind=RUBRIC + resource.rubric) for each in found[:1])

    @staticmethod
    def _is_document(name: str) -> bool:
        return PurePosixPath(name).suffix.lower() not in _MACHINERY


def _resources(root: Element, base: str) -> Iterator[tuple[str, _Resource]]:
    for group in (node for node in root if _tag(node) == "resources"):
        for node in (child for child in group if _tag(child) == "resource"):
            above = posixpath.join(base, _base(group), _base(node))
            hrefs = [node.get("href"), *(file.get("href") for file in node if _tag(file) == "file")]
            inside = dict.fromkeys(_joined(above, href) for href in hrefs if href and "://" not in href)
            kind = _kind(node)
            # Canvas keeps an assignment's own settings beside its page: the page is what learners read.
            files = sorted(inside, key=lambda name: not name.lower().endswith(_PAGES)) if not kind else list(inside)
            yield node.get("identifier", ""), _Resource(tuple(files), kind, tuple(_standards(node)))


def _kind(resource: Element) -> str:
    """What a resource is by its type, or by what Brightspace says of it beside that."""
    material = next((value for name, value in resource.items() if name.endswith("material_type")), "")
    known = (kind for sign, kind in _KINDS.items() if sign in resource.get("type", ""))
    return _BRIGHTSPACE.get(material.casefold()) or next(known, "")


def _noted(key: str, resource: _Resource, notes: canvas.Notes, names: Collection[str], base: str) -> _Resource:
    """A resource with what Canvas notes of it; of a quiz its fuller file, which holds every kind of question."""
    standards = tuple(dict.fromkeys((*resource.standards, *notes.standards.get(key, ()))))
    found = replace(resource, standards=standards, rubric=notes.rubrics.get(key, ""))
    if resource.kind != "quiz":
        return found
    above = [name for name in (canvas.above_quiz(key, base),) if name in names]
    fuller = canvas.fuller_quiz(key, base)
    if fuller not in names:
        return replace(found, files=(*above, *found.files))
    return replace(found, files=(*above, fuller, *(name for name in found.files if not name.lower().endswith(_XML))))


def _standards(resource: Element) -> Iterator[str]:
    """`label GUID` of each standard in the `curriculumStandardsMetadata` of a resource."""
    for stated in (node for node in resource.iter() if _tag(node) == "labelledGUID"):
        label = " ".join(filter(None, (clean(_text(stated, "label")), clean(_text(stated, "GUID")))))
        if label:
            yield label


def _top(root: Element) -> Element:
    """The element whose items are the modules: below one root item without a title, in the first organization."""
    for organization in (node for node in root.iter() if _tag(node) == "organization"):
        items = [child for child in organization if _tag(child) == "item"]
        is_root = len(items) == 1 and not _text(items[0], "title").strip() and not items[0].get("identifierref")
        return items[0] if is_root else organization
    return Element("organization")


def _title(root: Element) -> str:
    """The course's name, from the metadata of its manifest; else that of its first organization, as in SCORM."""
    for metadata in (node for node in root if _tag(node) == "metadata"):
        for title in (node for node in metadata.iter() if _tag(node) == "title"):
            return clean(" ".join(title.itertext()))
    return clean(next((_text(node, "title") for node in root.iter() if _tag(node) == "organization"), ""))


def _said(item: Element) -> list[str]:
    """What stands above the pages of a module or an item: HTML in an attribute or an element, or in its metadata."""
    told = (value for name, value in item.items() if name.endswith("description"))
    return _paragraphs(next(told, "") or _text(item, "description")) or _described(item)


def _described(root: Element) -> list[str]:
    """What its metadata say of a course or of a module; of licences and the like they say more."""
    general = (node for child in root if _tag(child) == "metadata" for node in child.iter() if _tag(node) == "general")
    return _paragraphs(" ".join(_text(node, "description") for node in general))


def _paragraphs(markup: str) -> list[str]:
    return [text for piece in page_in_xml(markup) if (text := clean(piece.text))] if markup.strip() else []


def _joined(base: str, href: str) -> str:
    path = href.partition("?")[0].partition("#")[0].replace("\\", "/")
    return posixpath.normpath(posixpath.join(base, unquote(path)))


def _base(node: Element) -> str:
    return node.get("{http://www.w3.org/XML/1998/namespace}base", "")


def _tag(node: Element) -> str:
    """The name of an element without its namespace, which differs between the versions of the format."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _text(node: Element, name: str) -> str:
    return next(("".join(child.itertext()) for child in node if _tag(child) == name), "")
