"""Documents for people, PDF, Word and the like, to a framework that a person has yet to look over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from curalign.domain.problems import Problem
from curalign.domain.progress import Progress, silent
from curalign.domain.standards import Framework
from curalign.domain.subjects import subject_of
from curalign.errors import FrameworkError
from curalign.reading.documents.extracting import Extracted
from curalign.reading.documents.processes import WorkerExtractor
from curalign.reading.frameworks.assembling import assemble
from curalign.reading.frameworks.merging import merge
from curalign.reading.frameworks.published import LOOK, PLACE, Published, find_published
from curalign.settings import ReadingSettings
from curalign.wording import say

_DEFAULTS = ReadingSettings()


@dataclass(frozen=True, slots=True)
class ImportedDocument:
    """One document and what was found in it; `problems` say what of it could not be read."""

    file: str
    published: Published
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """The standards of some documents together, and what was found in each."""

    framework: Framework
    documents: tuple[ImportedDocument, ...]


def import_standards(
    paths: Sequence[Path | str], settings: ReadingSettings = _DEFAULTS, progress: Progress = silent
) -> Imported:
    """Read the standards that documents for people print.

    Args:
        paths: The documents: PDF, Word, OpenDocument, web pages, plain text.
        settings: What reading one may cost; it is read in a process of its own.
        progress: Called as documents are read.

    Returns:
        The standards of all of them, and what speaks for and against each. Their columns `confidence`, `look at` and
        `place` say how sure each is, why it is not, and where it stands.

    Raises:
        FrameworkError: A document cannot be read, or two of them contradict each other.

    """
    frameworks: list[Framework] = []
    documents: list[ImportedDocument] = []
    with WorkerExtractor(settings) as extractor:
        for number, path in enumerate(map(Path, paths), 1):
            found = extractor.extract(path)
            _require_text(path, found)
            published = find_published(found.sections, path.stem)
            documents.append(ImportedDocument(path.name, _with_file(published, path), found.problems))
            if published.publication.entries:
                frameworks.append(assemble(documents[-1].published.publication, path.name, path.stem))
            progress("Reading", number, len(paths))
    framework = merge(frameworks) if frameworks else Framework(())
    return Imported(framework, tuple(documents))


def _require_text(path: Path, found: Extracted) -> None:
    """Raise FrameworkError where nothing of the document could be read, with the reason of its reader."""
    if not found.sections:
        reason = next((problem.message for problem in found.problems), "holds no text.")
        raise FrameworkError(f"{path} {reason}")


def _with_file(published: Published, path: Path) -> Published:
    """With the subject that the document's name states, its name before each place, and doubts in words."""
    publication = published.publication
    entries = tuple(
        replace(
            entry,
            subject=entry.subject or _subject(path.stem),
            extra={
                **entry.extra,
                **({LOOK: say("import-look", {"doubt": entry.extra[LOOK]})} if LOOK in entry.extra else {}),
                PLACE: ", ".join(filter(None, (path.name, entry.place))),
            },
        )
        for entry in publication.entries
    )
    return replace(published, publication=replace(publication, entries=entries))


def _subject(name: str) -> str:
    """The subject in a name, where it is one of those that people have many names for."""
    subject = subject_of(name)
    return subject if subject in ("mathematics", "science", "English language arts", "computer science") else ""
