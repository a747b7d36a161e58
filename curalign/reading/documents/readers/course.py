"""Course packages (Common Cartridge 1.0 to 1.4, Thin CC), as Canvas, Schoology, Moodle and Blackboard export them.

Source: 1EdTech, Common Cartridge profile: `imsmanifest.xml` lists resources with their files, and items, which are the
modules and pages as learners see them, point to resources.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import BinaryIO
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError

from curalign.errors import UnreadableError
from curalign.reading.documents.cleaning import clean
from curalign.reading.documents.foreign import blackboard, is_blackboard
from curalign.reading.documents.formats import FORMATS, manifest_of
from curalign.reading.documents.listing import Listing, Member
from curalign.reading.documents.readers import canvas
from curalign.reading.documents.readers.activity import RUBRIC, TOOL
from curalign.reading.documents.readers.archive import list_members, member_bytes, opened, readable_name
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
}
_XML = (".xml", canvas.FULLER)
_PAGES = (".html", ".htm", ".xhtml")
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
    course = _Course(resources, {member.name: member for member in found.members}, infos, names)
    members = [*course.listed(_title(root), _top(root)), *course.unlisted(_title(root))]
    if not members and is_blackboard(names):
        raise blackboard()
    return Listing(tuple(members), (*found.problems, *course.missing), course=True)


class _Course:
    """Walks the items of a course and finds the file of each."""

    def __init__(
        self,
        resources: dict[str, _Resource],
        readable: dict[str, Member],
        infos: list[zipfile.ZipInfo],
        names: dict[str, int],
    ) -> None:
        self.missing: list[tuple[str, Unread]] = []
        self._resources, self._readable, self._infos, self._names = resources, readable, infos, names
        self._taken: set[str] = set()
        self._rubrics: set[str] = set()  # those that were given with the first work that they judge

    def listed(self, title: str, top: Element) -> Iterator[Member]:
        yield from self._below(top, (title,) if title else (), 0)

    def unlisted(self, title: str) -> Iterator[Member]:
        """Files of the course that no item names: pages that others link to, and handouts."""
        path = (title,) if title else ()
        for resource in self._resources.values():
            # A tool that no module shows is an entry of the course's menu.
            yield from self._members(resource, path, everything=True) if resource.kind != TOOL else ()
        for name, member in self._readable.items():
            if name in self._taken:
                continue
            if canvas.is_bank(name):
                yield replace(member, headings=path, kind="quiz")
            elif self._is_document(name) and not canvas.is_own(name):
                yield replace(member, headings=path)

    def _below(self, parent: Element, path: tuple[str, ...], depth: int) -> Iterator[Member]:
        header: tuple[str, ...] = ()
        for item in (child for child in parent if _tag(child) == "item"):
            title = clean(_text(item, "title"))
            below = any(_tag(child) == "item" for child in item)
            target = item.get("identifierref")
            if not target and not below:
                header = (title,) if title else ()  # Canvas: a line of text above the items that follow
                continue
            here = (*path, *header, *((title,) if title else ()))
            if target in self._resources:
                yield from self._members(self._resources[target], here)
            if below and depth < _MAX_DEPTH:
                yield from self._below(item, here, depth + 1)

    def _members(self, resource: _Resource, path: tuple[str, ...], everything: bool = False) -> Iterator[Member]:
        """The files of a resource that hold text; what the package says of the resource goes with the first."""
        standards = resource.standards
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
            yield replace(member, headings=path, kind=kind, standards=standards)
            standards = ()
        if resource.rubric and resource.rubric not in self._rubrics:
            self._rubrics.add(resource.rubric)
            found = [member for name, member in self._readable.items() if name.endswith(canvas.RUBRICS)]
            yield from (replace(each, headings=path, kind=RUBRIC + resource.rubric) for each in found[:1])

    @staticmethod
    def _is_document(name: str) -> bool:
        return PurePosixPath(name).suffix.lower() in FORMATS


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
    """The course's name, from the metadata of its manifest."""
    for metadata in (node for node in root if _tag(node) == "metadata"):
        for title in (node for node in metadata.iter() if _tag(node) == "title"):
            return clean(" ".join(title.itertext()))
    return ""


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
