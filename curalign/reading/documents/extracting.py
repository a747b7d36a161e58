"""The door to the documents: what is extracted from one file, and what went wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from curalign.domain.materials import Section
from curalign.domain.problems import Problem
from curalign.domain.wording import runs
from curalign.reading.documents.drafts import Draft
from curalign.reading.documents.sections import build_sections


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of one document. `blank` are its pages without text; problems name the file without its folder."""

    sections: tuple[Section, ...] = ()
    pages: int = 0
    blank: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()


class Extractor(Protocol):
    """Whatever can turn a file into sections."""

    def extract(self, path: Path) -> Extracted:
        """Extract one document; what cannot be read is a problem, never an exception."""


def unreadable(path: Path, reason: str) -> Extracted:
    """Nothing, and why."""
    return Extracted(problems=(Problem("F301", path.name, f"{reason}."),))


def extracted(path: Path, draft: Draft) -> Extracted:
    """A document's sections, with a problem for pages without text (a scan) or for no text at all."""
    sections = build_sections(draft)
    return Extracted(sections, draft.pages, tuple(draft.blank), tuple(_problems(path, draft, sections)))


def _problems(path: Path, draft: Draft, sections: Sequence[Section]) -> Iterable[Problem]:
    mend = "scanned, perhaps: run text recognition (OCR) on it and save it again"
    if draft.unit == "page" and draft.blank:
        some = "page" if len(draft.blank) == 1 else "pages"
        which = f"{some} {_ranges(draft.blank)} of {draft.pages}" if sections else "the whole document"
        verb = "holds" if len(draft.blank) == 1 or not sections else "hold"
        yield Problem("F302", path.name, f"{which} {verb} no readable text; {mend}.", f"p. {_ranges(draft.blank)}")
    if draft.left_out:
        yield Problem("F303", path.name, f"{draft.left_out}.")
    if not sections and not draft.blank:
        yield Problem("F303", path.name, "holds no text, so it could not be judged; check that it is the right file.")


def _ranges(numbers: Sequence[int]) -> str:
    """Ascending numbers as people write them: `1-3, 7`."""
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs(numbers))
