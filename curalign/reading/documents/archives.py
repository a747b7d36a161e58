"""Archives and course packages, put together from what the worker says of each file in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from curalign.domain.materials import Block, Form, Section, Spot
from curalign.domain.problems import Problem
from curalign.reading.documents.drafts import Draft
from curalign.reading.documents.extracting import Extracted, extracted, unreadable
from curalign.reading.documents.listing import Listing, Member
from curalign.reading.files.taking import Unread
from curalign.wording.text import count

DEEPEST = 2
"""How many archives may stand inside one another below the file itself."""

MOST_FILES = 5000
MOST_BYTES = 2 * 2**30
"""What one archive may hold in all, unpacked, with the archives inside it."""

_MOST_PROBLEMS = 50
_STANDARDS = "Standards"


@dataclass(frozen=True, slots=True)
class Job:
    """What the worker is asked: the file at the end of `inside` (positions in archives), called `name`.

    `kind` is what a course package says it is; `ocr` is the folder of Tesseract's language data where
    pages that hold pictures only are to be recognised. `stamp` is what the archive was known by when it was listed.
    """

    name: str
    inside: tuple[int, ...] = ()
    kind: str = ""
    ocr: str = ""
    stamp: str = ""


Answer = Draft | Listing | Unread
"""A document's text, an archive's contents, or why there is neither."""


class Unpacking:
    """Reads everything in one archive, whatever is inside whatever, within one measure of files and bytes."""

    def __init__(self, ask: Callable[[Job], Answer], out_of_time: Callable[[], str]) -> None:
        """`out_of_time` says that the time for the whole file is used up, and is empty while it is not."""
        self._ask, self._out_of_time = ask, out_of_time
        self._files = self._bytes = 0
        self._problems: list[Problem] = []

    def read(self, job: Job, listing: Listing) -> Extracted:
        """The documents of an archive as `members`, or the one document that a course is."""
        found = self._course(job, listing) if listing.course else self._archive(job, listing)
        if not found.members and not found.sections and not self._problems:
            self._problems.append(Problem("F303", job.name, "holds no document, so it could not be judged."))
        return replace(found, problems=(*found.problems, *_first(job.name, self._problems)))

    def _archive(self, job: Job, listing: Listing, above: str = "") -> Extracted:
        members: list[tuple[str, Extracted]] = []
        self._problems += _listed(job.name, listing, above)
        if listing.silent:
            some = count(listing.silent, "picture, sound or film", "pictures, sounds or films")
            self._say("F303", job.name, f"holds {some}, whose content is not read.", above)
        for member in self._within_measure(job, listing.members, above):
            inner = Job(member.name, (*job.inside, member.at), member.kind, stamp=job.stamp)
            name, answer = above + member.name, self._ask(inner)
            if not isinstance(answer, Listing):
                members.append((name, self._one(name, answer)))
            elif len(inner.inside) > DEEPEST:
                self._say("F301", job.name, "is an archive in an archive in an archive; unpack it.", name)
            elif answer.course:
                members.append((name, self._course(inner, answer, name)))
            else:
                members += self._archive(inner, answer, f"{name}/").members
        return Extracted(members=tuple(members))

    def _course(self, job: Job, listing: Listing, above: str = "") -> Extracted:
        sections: list[Section] = []
        problems = list(_listed(job.name, listing))
        pages = 0
        for member in self._within_measure(job, listing.members, above):
            answer = self._ask(Job(member.name, (*job.inside, member.at), member.kind, stamp=job.stamp))
            if isinstance(answer, Listing):
                answer = Unread("is an archive inside a course; add it to the curriculum folder by itself")
            if isinstance(answer, Draft) and not (answer.pieces or answer.blank or member.standards):
                continue  # a page that only shows a picture or a film is nothing to mend
            found = self._one(member.name, answer)
            sections += _placed(member, found.sections)
            pages += found.pages
            problems += [replace(_of_member(member.name, each), file=job.name) for each in found.problems]
        return Extracted(tuple(sections), pages, problems=_first(job.name, problems))

    def _one(self, name: str, answer: Draft | Unread) -> Extracted:
        return extracted(name, answer) if isinstance(answer, Draft) else unreadable(name, answer)

    def _within_measure(self, job: Job, members: Sequence[Member], above: str) -> Iterator[Member]:
        for at, member in enumerate(members):
            if said := self._out_of_time():
                left = count(len(members) - at, "file", "files")
                self._say("F301", job.name, f"{said}, so {left} of it were not read.", above, passing=True)
                return
            self._files += 1
            self._bytes += member.size
            if self._files > MOST_FILES or self._bytes > MOST_BYTES:
                most = f"{MOST_FILES:,} files or {MOST_BYTES // 2**30} GB"
                self._say("F301", job.name, f"holds more than {most} unpacked; the rest was not read.", above)
                return
            yield member

    def _say(self, code: str, name: str, message: str, member: str, *, passing: bool = False) -> None:
        problem = Problem(code, name, message, passing=passing)
        self._problems.append(_of_member(member.rstrip("/"), problem) if member else problem)


def _listed(name: str, listing: Listing, above: str = "") -> Iterator[Problem]:
    """What the listing says of the files that are not to be read."""
    for member, reason in listing.problems:
        yield _of_member(above + member, Problem("F301", name, f"{reason}."))


def _of_member(name: str, problem: Problem) -> Problem:
    """A problem of an archive that is one of a file in it: the archive's name comes before both."""
    place = f"{name}, {problem.place}" if problem.place else name
    return replace(problem, message=f"{name} {problem.message}", place=place)


def _first(name: str, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The first problems, and how many more there are: a hostile archive can make millions."""
    kept = tuple(dict.fromkeys(problems))
    if len(kept) <= _MOST_PROBLEMS:
        return kept
    more = f"and {len(kept) - _MOST_PROBLEMS:,} more files of this archive could not be read; unpack it to see which."
    return (*kept[:_MOST_PROBLEMS], Problem("F301", name, more))


def _placed(member: Member, sections: Sequence[Section]) -> Iterator[Section]:
    """Sections below the titles of their module and item, each block with its file, then what it is aligned to."""
    for section in sections:
        headings = section.headings
        if headings and member.headings and headings[0].casefold() == member.headings[-1].casefold():
            headings = headings[1:]
        blocks = (replace(block, spot=replace(block.spot, member=member.name)) for block in section.blocks)
        yield Section((*member.headings, *headings), tuple(blocks))
    if member.standards:
        stated = (Block(text, Form.ITEM, Spot(member=member.name)) for text in member.standards)
        yield Section((*member.headings, _STANDARDS), tuple(stated))
