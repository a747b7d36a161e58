"""Archives and course packages, put together from what the worker says of each file in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from curalign.domain.materials import Block, Form, Section, Spot
from curalign.domain.problems import Problem
from curalign.reading.documents.drafts import Draft
from curalign.reading.documents.extracting import Extracted, extracted, unreadable
from curalign.reading.documents.listing import NOWHERE, Listing, Member
from curalign.reading.documents.readers import omitted
from curalign.reading.files.file_bytes import Unread
from curalign.wording import Facts

MAX_DEPTH = 2
"""How many archives may stand inside one another below the file itself."""

MAX_FILES = 5000
MAX_BYTES = 2 * 2**30
"""What one archive may hold in all, unpacked, with the archives inside it."""

_MAX_PROBLEMS = 50
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


class ArchiveReader:
    """Reads everything in one archive, whatever is inside whatever, within one measure of files and bytes."""

    def __init__(self, ask: Callable[[Job], Answer], out_of_time: Callable[[], Unread | None]) -> None:
        """`out_of_time` gives the problem once the time for the whole file is used up, and None before."""
        self._ask, self._out_of_time = ask, out_of_time
        self._files = self._bytes = 0
        self._problems: list[Problem] = []

    def read(self, job: Job, listing: Listing) -> Extracted:
        """The documents of an archive as `members`, or the one document that a course is."""
        found = self._course(job, listing) if listing.course else self._archive(job, listing)
        if not found.members and not found.sections and not self._problems:
            self._problems.append(Problem("F303", job.name, trouble="no-documents-inside"))
        return replace(found, problems=(*found.problems, *_first(job.name, self._problems)))

    def _archive(self, job: Job, listing: Listing, above: str = "") -> Extracted:
        members: list[tuple[str, Extracted]] = []
        self._problems += _listed(job.name, listing, above)
        if listing.silent:
            silent = Problem("F303", job.name, trouble="silent-members", facts=Facts(count=listing.silent))
            self._note(silent, above)
        for member in self._within_limits(job, listing.members, above):
            inner = Job(member.name, (*job.inside, member.at), member.kind, stamp=job.stamp)
            name, answer = above + member.name, self._ask(inner)
            if not isinstance(answer, Listing):
                members.append((name, self._one(name, answer)))
            elif len(inner.inside) > MAX_DEPTH:
                self._note(Problem("F301", job.name, trouble="archive-too-deep"), name)
            elif answer.course:
                members.append((name, self._course(inner, answer, name)))
            else:
                members += self._archive(inner, answer, f"{name}/").members
        return Extracted(members=tuple(members))

    def _course(self, job: Job, listing: Listing, above: str = "") -> Extracted:
        sections: list[Section] = []
        problems = list(_listed(job.name, listing))
        left_out: list[Unread] = []
        pages = 0
        for member in self._within_limits(job, listing.members, above):
            if member.at == NOWHERE:
                sections += _placed(member, ())
                continue
            answer = self._ask(Job(member.name, (*job.inside, member.at), member.kind, stamp=job.stamp))
            if isinstance(answer, Listing):
                answer = Unread(trouble="archive-in-course")
            if isinstance(answer, Draft):
                left_out += answer.left_out
                answer = replace(answer, left_out=[each for each in answer.left_out if not omitted.is_note(each)])
            found = self._one(member.name, answer)
            sections += _placed(member, found.sections)
            pages += found.pages
            shows_only = isinstance(answer, Draft) and not answer.pieces  # a picture or a film: nothing to mend
            told = (each for each in found.problems if not (shows_only and each.trouble == "no-text"))
            problems += [replace(_of_member(member.name, each), file=job.name) for each in told]
        notes = omitted.summed(each for each in left_out if omitted.is_note(each))
        problems += [Problem("F303", job.name, trouble=each.trouble, facts=each.facts) for each in notes]
        return Extracted(tuple(sections), pages, problems=_first(job.name, problems))

    def _one(self, name: str, answer: Draft | Unread) -> Extracted:
        return extracted(name, answer) if isinstance(answer, Draft) else unreadable(name, answer)

    def _within_limits(self, job: Job, members: Sequence[Member], above: str) -> Iterator[Member]:
        for at, member in enumerate(members):
            if over := self._out_of_time():
                facts = Facts(over.facts, files=len(members) - at)
                self._note(Problem("F301", job.name, trouble=over.trouble, facts=facts, passing=True), above)
                return
            self._files += 1
            self._bytes += member.size
            if self._files > MAX_FILES or self._bytes > MAX_BYTES:
                facts = Facts(files=MAX_FILES, size=MAX_BYTES)
                self._note(Problem("F301", job.name, trouble="archive-too-large", facts=facts), above)
                return
            yield member

    def _note(self, problem: Problem, member: str) -> None:
        self._problems.append(_of_member(member.rstrip("/"), problem) if member else problem)


def _listed(name: str, listing: Listing, above: str = "") -> Iterator[Problem]:
    """The problems of the files that are not read, as the listing has them."""
    for member, why in listing.problems:
        yield _of_member(above + member, Problem("F301", name, trouble=why.trouble, facts=why.facts))


def _of_member(name: str, problem: Problem) -> Problem:
    """A problem of an archive that is one of a file in it: the archive's name comes before both."""
    place = f"{name}, {problem.place}" if problem.place else name
    return replace(problem, facts=Facts(problem.facts, member=name), place=place)


def _first(name: str, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The first problems, and how many more there are: a hostile archive can make millions."""
    kept = tuple(dict.fromkeys(problems))
    if len(kept) <= _MAX_PROBLEMS:
        return kept
    more = Problem("F301", name, trouble="more-members", facts=Facts(count=len(kept) - _MAX_PROBLEMS))
    return (*kept[:_MAX_PROBLEMS], more)


def _placed(member: Member, sections: Sequence[Section]) -> Iterator[Section]:
    """Sections below the titles of their module and item, each block with its file, then what it is aligned to.

    Where there are titles only, the last of them is what is read: a film or a picture says no more than its name.
    """
    spot = Spot(member=member.name)
    if member.said:
        yield Section(member.headings, tuple(Block(text, Form.PARAGRAPH, spot) for text in member.said))
    says_nothing = not (member.said or any(section.blocks for section in sections))
    if says_nothing and member.is_titled and not sections:
        sections = [Section(member.headings[-1:], ())]
    for section in sections:
        headings = section.headings
        if headings and member.headings and headings[0].casefold() == member.headings[-1].casefold():
            headings = headings[1:]
        above = (*member.headings, *headings)
        blocks = [replace(block, spot=replace(block.spot, member=member.name)) for block in section.blocks]
        if says_nothing and (headings or member.is_titled):
            above, blocks = above[:-1], [Block(above[-1], Form.PARAGRAPH, spot)]
        yield Section(above, tuple(blocks), replace(section.spot, member=member.name))
    if member.standards:
        stated = (Block(text, Form.ITEM, spot) for text in member.standards)
        yield Section((*member.headings, _STANDARDS), tuple(stated))
