"""What people answered, in the district's own folder: a file for each sitting, to which lines are only ever added.

No two processes write to the same file, so reviewers at several computers can share a folder, and a synchronised one
has no conflicts. Each line is on the disk before its answer counts as recorded.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from curalign.domain.problems import Problem
from curalign.domain.reviews import Answer, Draw, Event, Quoted, Review, Reviews, Round, Source, Undo
from curalign.errors import RunError
from curalign.opening import BYTES, NO_LINK, entry_at
from curalign.regular_files import NotRegularError, read_regular_file
from curalign.safekeeping import make_folder
from curalign.wording import Facts

REVIEWS: Final = "reviews"
FORMAT: Final = 1

_REVIEW, _PROPOSAL = "review", "proposal"
_FILES = {kind: re.compile(rf"{kind}-\d{{8}}T\d{{6}}Z-[0-9a-f]{{12}}\.jsonl") for kind in (_REVIEW, _PROPOSAL)}
_MAX_BYTES = 64 * 2**20
_MAX_FILES = 10_000
_MAX_TEXT = 8_000
"""Characters of a note or a quoted passage that are kept."""


class ReviewLog:
    """The reviews of a district's folder: read what everybody wrote, add to a file of one's own.

    Args:
        folder: The district's folder.

    """

    _kind = _REVIEW

    def __init__(self, folder: Path) -> None:
        self._folder = folder / REVIEWS
        self._own: Path | None = None
        self._lock = threading.Lock()
        self._read: dict[Path, tuple[tuple[int, int], tuple[Event, ...], tuple[Problem, ...]]] = {}

    def read(self) -> tuple[Reviews, tuple[Problem, ...]]:
        """Everything that was recorded, by whom and where ever, and the lines that could not be understood."""
        with self._lock:
            events: dict[str, Event] = {}
            problems: list[Problem] = []
            for path in self._files():
                found, wrong = self._events(path)
                events |= {event.id: event for event in found}
                problems += wrong
        ordered = sorted(events.values(), key=lambda event: event.when)  # at one time, as the lines of a file stand
        return Reviews(tuple(ordered)), tuple(problems)

    def add(self, *events: Event) -> tuple[Event, ...]:
        """Record events; when this returns they outlive a power cut.

        Args:
            *events: What happened. Each is given an id.

        Returns:
            The events with their ids.

        Raises:
            RunError: Nothing can be written there, or `reviews` is a link.

        """
        named = tuple(replace(event, id=secrets.token_hex(12)) for event in events)
        lines = "".join(json.dumps(_packed(event), ensure_ascii=False) + "\n" for event in named)
        with self._lock:
            try:
                self._append(lines.encode("utf-8", "replace"))
            except OSError as error:
                raise RunError(
                    f"{self._folder}: reviews cannot be written here ({error.strerror}); free some space, or check its "
                    "permissions."
                ) from error
        return named

    def _append(self, content: bytes) -> None:
        if self._own is None:
            _require_folder(self._folder)
            stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
            own = self._folder / f"{self._kind}-{stamp}-{secrets.token_hex(6)}.jsonl"
            flags = os.O_CREAT | os.O_EXCL
        else:
            own, flags = self._own, 0
        file = os.open(own, os.O_WRONLY | os.O_APPEND | NO_LINK | BYTES | flags, 0o600)
        try:
            self._own = own
            before = os.fstat(file).st_size
            _write_all(file, content, before)
            os.fsync(file)
        finally:
            os.close(file)

    def _files(self) -> list[Path]:
        with suppress(OSError):
            if entry_at(self._folder) == "folder":
                named = sorted(path for path in self._folder.iterdir() if _FILES[self._kind].fullmatch(path.name))
                return named[:_MAX_FILES]
        return []

    def _events(self, path: Path) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
        """What a file holds; read again only where it has grown."""
        file = f"{REVIEWS}/{path.name}"
        try:
            status = path.lstat()
            stamp = status.st_size, status.st_mtime_ns
            if path in self._read and self._read[path][0] == stamp:
                return self._read[path][1:]
            content = read_regular_file(path, _MAX_BYTES)
        except (OSError, NotRegularError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            return (), (Problem("F303", file, trouble="reviews-not-read", facts=Facts(reason=reason)),)
        found, wrong = _parse(content, file)
        self._read[path] = stamp, found, wrong
        return found, wrong


class ProposalLog(ReviewLog):
    """What machines propose, in files beside the reviews that nothing reads as a person's word.

    Args:
        folder: The district's folder.

    """

    _kind = _PROPOSAL

    def read(self) -> tuple[Reviews, tuple[Problem, ...]]:
        """The proposals of machines, and the lines that could not be understood; a line of anybody else is left out."""
        found, problems = super().read()
        return Reviews(found.proposed), problems

    def add(self, *events: Event) -> tuple[Event, ...]:
        """Record proposals, with the care that answers are recorded with.

        Args:
            *events: Reviews whose source is a machine. Each is given an id.

        Returns:
            The proposals with their ids.

        Raises:
            ValueError: One of them is not a machine's.
            RunError: Nothing can be written there, or `reviews` is a link.

        """
        if not all(isinstance(event, Review) and event.source is Source.MACHINE for event in events):
            raise ValueError("only what a machine proposes is kept here; add answers of people to ReviewLog")
        return super().add(*events)


def read_reviews(folder: Path) -> tuple[Reviews, tuple[Problem, ...]]:
    """Read what people answered about a district.

    Args:
        folder: The district's folder; its `reviews` may be missing.

    Returns:
        The reviews, and what could not be read of them.

    """
    return ReviewLog(folder).read()


def _require_folder(folder: Path) -> None:
    """Make the folder of reviews where it is missing, never those above it. Raises OSError, RunError for a link."""
    with suppress(FileExistsError):
        make_folder(folder)
    entry = entry_at(folder)
    if entry != "folder":
        what = "is a link to another place" if entry == "link" else "is not a folder"
        raise RunError(f"{folder}: {what}, and reviews are kept in a folder of the district; remove it.")


def _write_all(file: int, content: bytes, before: int) -> None:
    """Write all of it or nothing: half a line would spoil the next one. Raises OSError."""
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(file, left) :]
    except OSError:
        with suppress(OSError):
            os.ftruncate(file, before)
        raise


def _parse(content: bytes, file: str) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The events of a file. A last line without an end was cut off by a crash before it counted as recorded."""
    events: list[Event] = []
    problems: list[Problem] = []
    for number, line in enumerate(content.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            events.append(_unpacked(json.loads(line)))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            problems.append(Problem("F303", file, trouble="review-line-broken", facts=Facts(line=number)))
    return tuple(events), tuple(problems)


def _packed(event: Event) -> dict[str, Any]:
    """An event as JSON, without what says nothing."""
    packed: dict[str, Any] = {"format": FORMAT, "event": type(event).__name__.lower(), "id": event.id}
    packed["when"] = event.when.isoformat()
    if isinstance(event, Draw):
        return packed | {"standards": list(event.standards), "strata": dict(event.strata)}
    if isinstance(event, Undo):
        return packed | {"reviewer": event.reviewer, "review": event.review}
    texts = ("reviewer", "answer", "standard", "passage", "note", "round", "strength", "stage", "challenge", "source")
    packed |= {name: str(getattr(event, name))[:_MAX_TEXT] for name in texts}
    packed["depth"] = event.depth
    if event.quoted is not None:
        quoted = event.quoted
        packed["quoted"] = {
            "text": quoted.text[:_MAX_TEXT],
            "file": quoted.file,
            "headings": list(quoted.headings),
            "role": quoted.role,
            "kind": quoted.kind,
        }
    return {name: value for name, value in packed.items() if value not in ("", 0)}


def _unpacked(packed: Mapping[str, Any]) -> Event:
    """An event out of JSON. Raises ValueError, KeyError or TypeError where it is none."""
    if packed["format"] != FORMAT:
        raise ValueError("written by a newer version")
    event, when, id_ = packed["event"], datetime.fromisoformat(_text(packed, "when")), _text(packed, "id")
    if when.utcoffset() is None or not id_:
        raise ValueError("without a time in UTC, or an id")
    when = when.astimezone(UTC)
    if event == "draw":
        strata = {str(name): int(at) for name, at in packed["strata"].items()}
        return Draw(when, tuple(_texts(packed["standards"])), strata, id_)
    if event == "undo":
        return Undo(_text(packed, "review"), _text(packed, "reviewer"), when, id_)
    if event != "review":
        raise ValueError("no event that is known")
    return Review(
        reviewer=_text(packed, "reviewer"),
        when=when,
        answer=Answer(packed["answer"]),
        standard=_text(packed, "standard"),
        passage=_text(packed, "passage"),
        note=_text(packed, "note"),
        round=Round(packed["round"]),
        strength=_text(packed, "strength"),
        stage=_text(packed, "stage"),
        depth=int(packed.get("depth", 0)),
        challenge=_text(packed, "challenge"),
        source=Source(packed["source"]),
        id=id_,
        quoted=_quoted(packed.get("quoted")),
    )


def _quoted(packed: Mapping[str, Any] | None) -> Quoted | None:
    if packed is None:
        return None
    texts = {name: _text(packed, name) for name in ("text", "file", "role", "kind")}
    return Quoted(headings=tuple(_texts(packed["headings"])), **texts)


def _text(packed: Mapping[str, Any], name: str) -> str:
    value = packed.get(name, "")
    if not isinstance(value, str):
        raise TypeError(f"{name} is no text")
    return value


def _texts(values: Sequence[Any]) -> Iterator[str]:
    for value in values:
        if not isinstance(value, str):
            raise TypeError("not a text")
        yield value
