"""The door to the documents: what is extracted from one file, and what went wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from curalign.domain.materials import Section
from curalign.domain.problems import Problem
from curalign.reading.documents.drafts import Draft
from curalign.reading.documents.sections import build_sections
from curalign.reading.files.file_bytes import Unread
from curalign.wording import Facts
from curalign.wording.text import spans


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of one document. `blank` are its pages without text; problems name the file without its folder.

    `members` are the documents of an archive by their paths in it; the archive has no sections of its own then.
    `sha256` is that of the bytes that were read, empty where none were.
    """

    sections: tuple[Section, ...] = ()
    pages: int = 0
    blank: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()
    members: tuple[tuple[str, Extracted], ...] = ()
    sha256: str = ""

    @property
    def is_passing(self) -> bool:
        """Whether another try may go better."""
        return any(problem.passing for problem in self.problems) or any(each.is_passing for _, each in self.members)


class Extractor(Protocol):
    """Whatever can turn a file into sections."""

    def extract(self, path: Path) -> Extracted:
        """Extract one document; what cannot be read is a problem, never an exception."""


def unreadable(name: str, why: Unread) -> Extracted:
    """Nothing, and why."""
    return Extracted(problems=(Problem("F301", name, trouble=why.trouble, facts=why.facts, passing=why.passing),))


def extracted(name: str, draft: Draft) -> Extracted:
    """A document's sections, with a problem for pages without text (a scan) or for no text at all."""
    sections = build_sections(draft)
    return Extracted(sections, draft.pages, tuple(draft.blank), tuple(_problems(name, draft, sections)))


def _problems(name: str, draft: Draft, sections: Sequence[Section]) -> Iterable[Problem]:
    if draft.unit == "page" and draft.blank:
        pages = spans(draft.blank)
        facts = Facts(count=len(draft.blank), pages=pages, of=draft.pages)
        yield Problem(
            "F302",
            name,
            trouble="blank-pages" if sections else "blank-document",
            facts=facts,
            place=f"p. {pages}",
        )
    if draft.recognised:
        pages = spans(draft.recognised)
        facts = Facts(pages=pages, of=draft.pages)
        yield Problem("F302", name, trouble="recognised-pages", facts=facts, place=f"p. {pages}")
    for lack in draft.left_out:
        yield Problem("F303", name, trouble=lack.trouble, facts=lack.facts, passing=lack.passing)
    if not sections and not draft.blank:
        yield Problem("F303", name, trouble="no-text")
