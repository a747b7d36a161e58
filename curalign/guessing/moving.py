"""What has to be moved by hand, because settings can name whole folders only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from curalign.guessing.deciding import Folder, Tree, quoted
from curalign.guessing.looking import Look
from curalign.guessing.placing import OWN, Move, Placed, counted
from curalign.guessing.signs import LISTED, Sign, What

_NOUNS = {What.CURRICULUM: "curriculum", What.PD: "PD"}


@dataclass(frozen=True)
class Chosen:
    """The folders that were chosen for each list."""

    tree: Tree
    lists: Mapping[What, tuple[Placed, ...]]
    openings: Mapping[str, Sign] = field(default_factory=dict)

    def tops(self, what: What) -> list[Folder]:
        """The chosen folders of one list, as paths."""
        return [tuple(placed.folder.split("/")) for placed in self.lists[what]]

    def holds(self, what: What, folder: Folder) -> bool:
        """Whether a folder lies in one that was chosen for this."""
        return any(folder[: len(top)] == top for top in self.tops(what))

    def target(self, what: What, outside: Folder = ()) -> str:
        """Where files of this kind belong: the first chosen folder, or the one that is expected by default."""
        tops = (top for top in self.tops(what) if not outside or top[: len(outside)] != outside)
        return "/".join(next(tops, (str(what),)))


def moves(chosen: Chosen) -> tuple[Move, ...]:
    """Everything that is best moved by hand: what must be moved before a check first, then by place."""
    found = [*_loose(chosen), *_strayed_tables(chosen)]
    for what in (What.CURRICULUM, What.PD):
        for top in chosen.tops(what):
            found += _misplaced_folders(chosen, top, what)
            found += _misplaced_files(chosen, top, what)
    once = {move.path: move for move in reversed(found)}
    return tuple(sorted(once.values(), key=lambda move: (not move.first, move.into, move.path)))


def _loose(chosen: Chosen) -> Iterator[Move]:
    """Documents in the district's folder itself, which no setting can name."""
    for look in chosen.tree.documents(()):
        sign = look.sign if look.sign and look.sign.sure else chosen.openings.get(look.file.path)
        if sign and sign.what in _NOUNS:
            why = f"it lies in no folder, and seems to be {_NOUNS[sign.what]}: it says {quoted(sign.words)}"
            yield Move(look.file.path, chosen.target(sign.what), why, not chosen.lists[What.CURRICULUM], sign.what)


def _strayed_tables(chosen: Chosen) -> Iterator[Move]:
    """Tables of standards and results that lie in no folder that could be named for them."""
    for folder in chosen.tree.below(()):
        if folder[:1] in OWN or chosen.tree.decisions[folder].what is What.OLD:
            continue
        among = next((what for what in _NOUNS if chosen.holds(what, folder)), None)
        for what in (What.STANDARDS, What.RESULTS):
            for look in chosen.tree.told(folder, what):
                if chosen.holds(what, folder):
                    continue
                why = f"it holds {look.reason}, and lies {'in no folder' if not folder else 'among other things'}"
                if among and what is What.STANDARDS:
                    why = f"it holds {look.reason}; read with the {_NOUNS[among]}, each would count as covered"
                missing = what is What.STANDARDS and not chosen.lists[what]
                first = missing or (among is What.CURRICULUM and what is What.STANDARDS)
                yield Move(look.file.path, chosen.target(what), why, first, what)


def _misplaced_folders(chosen: Chosen, top: Folder, what: What) -> Iterator[Move]:
    """Folders of another kind inside a named one; PD inside the curriculum can stay, since both are named."""
    moved: list[Folder] = []
    for folder in chosen.tree.below(top):
        other = chosen.tree.decisions[folder].what
        if other in (what, None) or (what, other) == (What.CURRICULUM, What.PD) or not counted(chosen.tree, folder):
            continue
        if any(folder[: len(each)] == each for each in moved):
            continue
        moved.append(folder)
        into = chosen.target(other, outside=top) if other in LISTED and other else ""
        why = f"it lies inside {'/'.join(top)} and is something else: {chosen.tree.decisions[folder].reason}"
        counts = other is What.STANDARDS and what is What.CURRICULUM
        yield Move("/".join(folder), into, why, counts, other)


def _misplaced_files(chosen: Chosen, top: Folder, what: What) -> Iterator[Move]:
    for folder in chosen.tree.below(top):
        if chosen.tree.decisions[folder].what not in (what, None):
            continue
        for look in chosen.tree.files.get(folder, ()):
            move = _misplaced(chosen, look, what)
            if move:
                yield move


def _misplaced(chosen: Chosen, look: Look, what: What) -> Move | None:
    """A file that does not belong among its neighbours, if its cells or its name say so for sure."""
    path, sign = look.file.path, look.sign
    if look.told is What.PUPILS or (sign and sign.sure and sign.what is What.PUPILS):
        said = f"its name says {quoted(sign.words)}" if sign and sign.what is What.PUPILS else "its columns say so"
        return Move(path, "", f"it seems to tell of single pupils: {said}", first=look.told is What.PUPILS)
    if what is not What.CURRICULUM or look.told or not sign or not sign.sure:
        return None
    why = f"its name says {quoted(sign.words)}"
    if sign.what is What.PD:
        return Move(path, chosen.target(What.PD), f"{why}; among the units it counts as teaching", what=What.PD)
    if sign.what in (What.OLD, What.STANDARDS):
        return Move(path, "", f"{why}; among the units it counts as teaching")
    return None
