"""What has to be moved by hand, because settings can name whole folders only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from curalign.guessing.deciding import Folder, FolderTree, quoted
from curalign.guessing.looking import FileGuess
from curalign.guessing.placing import OWN, Move, PlacedFolder, readable_files
from curalign.guessing.signs import LISTED, Purpose, Sign

_NOUNS = {Purpose.CURRICULUM: "curriculum", Purpose.PD: "PD"}


@dataclass(frozen=True)
class Chosen:
    """The folders that were chosen for each list."""

    tree: FolderTree
    lists: Mapping[Purpose, tuple[PlacedFolder, ...]]
    openings: Mapping[str, Sign] = field(default_factory=dict)

    def tops(self, purpose: Purpose) -> list[Folder]:
        """The chosen folders of one list, as paths."""
        return [tuple(placed.folder.split("/")) for placed in self.lists[purpose]]

    def holds(self, purpose: Purpose, folder: Folder) -> bool:
        """Whether a folder lies in one that was chosen for this."""
        return any(folder[: len(top)] == top for top in self.tops(purpose))

    def target(self, purpose: Purpose, outside: Folder = ()) -> str:
        """Where files of this kind belong: the first chosen folder, or the one that is expected by default."""
        tops = (top for top in self.tops(purpose) if not outside or top[: len(outside)] != outside)
        return "/".join(next(tops, (str(purpose),)))


def moves(chosen: Chosen) -> tuple[Move, ...]:
    """What is best moved by hand: what must be moved before a check comes first, then by place."""
    found = [*_loose(chosen), *_strayed_tables(chosen)]
    for purpose in (Purpose.CURRICULUM, Purpose.PD):
        for top in chosen.tops(purpose):
            found += _misplaced_folders(chosen, top, purpose)
            found += _misplaced_files(chosen, top, purpose)
    once = {move.path: move for move in reversed(found)}
    return tuple(sorted(once.values(), key=lambda move: (not move.first, move.into, move.path)))


def _loose(chosen: Chosen) -> Iterator[Move]:
    """Documents in the district's folder itself, which no setting can name."""
    for look in chosen.tree.documents(()):
        sign = look.sign if look.sign and look.sign.sure else chosen.openings.get(look.file.path)
        if sign and sign.purpose in _NOUNS:
            why = f"it lies in no folder, and seems to be {_NOUNS[sign.purpose]}: it says {quoted(sign.words)}"
            yield Move(
                look.file.path, chosen.target(sign.purpose), why, not chosen.lists[Purpose.CURRICULUM], sign.purpose
            )


def _strayed_tables(chosen: Chosen) -> Iterator[Move]:
    """Tables of standards and results that lie in no folder that could be named for them."""
    for folder in chosen.tree.below(()):
        if folder[:1] in OWN or chosen.tree.guesses[folder].purpose is Purpose.OLD:
            continue
        among = next((purpose for purpose in _NOUNS if chosen.holds(purpose, folder)), None)
        for purpose in (Purpose.STANDARDS, Purpose.RESULTS):
            for look in chosen.tree.by_cells(folder, purpose):
                if chosen.holds(purpose, folder):
                    continue
                why = f"it holds {look.reason}, and lies {'in no folder' if not folder else 'among other things'}"
                if among and purpose is Purpose.STANDARDS:
                    why = f"it holds {look.reason}; read with the {_NOUNS[among]}, each would count as covered"
                missing = purpose is Purpose.STANDARDS and not chosen.lists[purpose]
                first = missing or (among is Purpose.CURRICULUM and purpose is Purpose.STANDARDS)
                yield Move(look.file.path, chosen.target(purpose), why, first, purpose)


def _misplaced_folders(chosen: Chosen, top: Folder, purpose: Purpose) -> Iterator[Move]:
    """Folders of another kind inside a named one; PD inside the curriculum can stay, since both are named."""
    moved: list[Folder] = []
    for folder in chosen.tree.below(top):
        other = chosen.tree.guesses[folder].purpose
        if (
            other in (purpose, None)
            or (purpose, other) == (Purpose.CURRICULUM, Purpose.PD)
            or not readable_files(chosen.tree, folder)
        ):
            continue
        if any(folder[: len(each)] == each for each in moved):
            continue
        moved.append(folder)
        into = chosen.target(other, outside=top) if other in LISTED and other else ""
        why = f"it lies inside {'/'.join(top)} and is something else: {chosen.tree.guesses[folder].reason}"
        counts = other is Purpose.STANDARDS and purpose is Purpose.CURRICULUM
        yield Move("/".join(folder), into, why, counts, other)


def _misplaced_files(chosen: Chosen, top: Folder, purpose: Purpose) -> Iterator[Move]:
    for folder in chosen.tree.below(top):
        if chosen.tree.guesses[folder].purpose not in (purpose, None):
            continue
        for look in chosen.tree.files.get(folder, ()):
            move = _misplaced(chosen, look, purpose)
            if move:
                yield move


def _misplaced(chosen: Chosen, look: FileGuess, purpose: Purpose) -> Move | None:
    """A file that does not belong among its neighbours, if its cells or its name say so for sure."""
    path, sign = look.file.path, look.sign
    if look.by_cells is Purpose.PUPILS or (sign and sign.sure and sign.purpose is Purpose.PUPILS):
        reason = (
            f"its name says {quoted(sign.words)}" if sign and sign.purpose is Purpose.PUPILS else "its columns say so"
        )
        return Move(path, "", f"it seems to tell of single pupils: {reason}", first=look.by_cells is Purpose.PUPILS)
    if purpose is not Purpose.CURRICULUM or look.by_cells or not sign or not sign.sure:
        return None
    why = f"its name says {quoted(sign.words)}"
    if sign.purpose is Purpose.PD:
        return Move(
            path, chosen.target(Purpose.PD), f"{why}; among the units it counts as teaching", purpose=Purpose.PD
        )
    if sign.purpose in (Purpose.OLD, Purpose.STANDARDS):
        return Move(path, "", f"{why}; among the units it counts as teaching")
    return None
