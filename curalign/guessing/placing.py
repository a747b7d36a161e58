"""Decided folders, to the shortest lists of names that settings can hold."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from curalign.guessing.deciding import Folder, FolderTree
from curalign.guessing.looking import FileGuess
from curalign.guessing.signs import LISTED, Purpose
from curalign.reading.survey import RESULTS, STANDARDS

OWN = (("stories",), ("reviews",))
"""Folders with a meaning of their own, which no list names."""


@dataclass(frozen=True, slots=True)
class PlacedFolder:
    """A folder, its purpose (None if unknown), why, and how many documents or tables of that kind it holds."""

    folder: str
    purpose: Purpose | None
    reason: str
    files: int


@dataclass(frozen=True, slots=True)
class Move:
    """A file or folder to be moved by hand, because settings name whole folders.

    `into` is empty where it is best kept out of the district's folder. `first` is true where a check before the move
    would be wrong or impossible; `purpose` is what it would be there.
    """

    path: str
    into: str
    reason: str
    first: bool = False
    purpose: Purpose | None = None


def folders_for(tree: FolderTree, purpose: Purpose, schools: Collection[Folder]) -> tuple[PlacedFolder, ...]:
    """The outermost folders that can be named for `purpose`."""
    folders = _outermost(tree, lambda folder: _can_stand_for(tree, folder, purpose, schools))
    return tuple(_placed(tree, folder, purpose) for folder in folders)


def left_out(tree: FolderTree, named: Collection[Folder], moves: Collection[Move]) -> tuple[PlacedFolder, ...]:
    """The outermost folders that are not used at all, each with why; what lies in a named folder is used."""
    outside = {folder for folder in tree.below(()) if not any(folder[: len(top)] == top for top in named)}
    unused = {folder for folder in outside if _is_unused(tree, folder)}
    whole = [_unused(tree, folder) for folder in _outermost(tree, unused.__contains__)]
    partly = [_placed(tree, folder, None) for folder in outside - unused if _is_undecided(tree, folder)]
    return (*_loose(tree, moves), *sorted((*whole, *partly), key=lambda placed: placed.folder))


def _kinds(tree: FolderTree, folder: Folder) -> set[Purpose | None]:
    """What a folder and those below it are, as far as they hold anything to read."""
    return {tree.guesses[each].purpose for each in tree.below(folder) if readable_files(tree, each)}


def readable_files(tree: FolderTree, folder: Folder) -> list[FileGuess]:
    """The files directly in a folder that can be read: documents, and tables that are known by their cells."""
    return [look for look in tree.files.get(folder, ()) if look.is_document or look.by_cells]


def _outermost(tree: FolderTree, is_meant: Callable[[Folder], bool]) -> Iterator[Folder]:
    """The folders of which something holds, without those inside another of them."""
    last: Folder = ()
    for folder in tree.below(()):
        inside = last and folder[: len(last)] == last
        if folder and not inside and folder[:1] not in OWN and is_meant(folder):
            last = folder
            yield folder


def _can_stand_for(tree: FolderTree, folder: Folder, purpose: Purpose, schools: Collection[Folder]) -> bool:
    """Whether settings may name a folder for `purpose`: it holds nothing else, or holds some of it directly."""
    kinds = _kinds(tree, folder)
    here = (
        tree.guesses[folder].purpose is purpose and readable_files(tree, folder) and not _muddled(tree, folder, purpose)
    )
    of_schools = purpose is Purpose.CURRICULUM and folder in schools and kinds <= {Purpose.CURRICULUM, Purpose.PD}
    return purpose in kinds and (kinds == {purpose} or bool(here) or of_schools)


def _muddled(tree: FolderTree, folder: Folder, purpose: Purpose) -> bool:
    """Whether a folder of tables holds tables of another kind further down, which would be read as these."""
    suffixes = {Purpose.STANDARDS: STANDARDS, Purpose.RESULTS: RESULTS}.get(purpose, ())
    others = (each for each in tree.below(folder) if tree.guesses[each].purpose is not purpose)
    return any(look.file.suffix in suffixes for each in others for look in tree.files.get(each, ()))


def _placed(tree: FolderTree, folder: Folder, purpose: Purpose | None) -> PlacedFolder:
    of_kind = [
        each for each in tree.below(folder) if tree.guesses[each].purpose is purpose and readable_files(tree, each)
    ]
    tables = [look for each in of_kind for look in tree.by_cells(each, purpose)] if purpose else []
    files = len(tables) or sum(len(tree.documents(each)) for each in of_kind)
    return PlacedFolder("/".join(folder), purpose, _reason(tree, folder, of_kind), files)


def _reason(tree: FolderTree, folder: Folder, of_kind: list[Folder]) -> str:
    own = tree.guesses[folder]
    if folder in of_kind or own.sure or not of_kind:
        return own.reason
    most = max(of_kind, key=lambda each: len(readable_files(tree, each)))
    such_as = f"{len(of_kind)} folders, such as" if len(of_kind) > 1 else "in"
    return f"{such_as} {'/'.join(most[len(folder) :])}: {tree.guesses[most].reason}"


def _is_unused(tree: FolderTree, folder: Folder) -> bool:
    """Whether nothing in a folder is used, and the reason is the same for all of it or is the folder's own."""
    with_files = [each for each in tree.below(folder) if tree.files.get(each)]
    used = any(tree.guesses[each].purpose in LISTED and readable_files(tree, each) for each in with_files)
    alike = len({tree.guesses[each].reason for each in with_files}) == 1
    return not used and bool(alike or tree.files.get(folder))


def _is_undecided(tree: FolderTree, folder: Folder) -> bool:
    unknown = folder and folder[:1] not in OWN and tree.guesses[folder].purpose is None
    return bool(unknown and tree.documents(folder))


def _unused(tree: FolderTree, folder: Folder) -> PlacedFolder:
    with_files = [each for each in tree.below(folder) if tree.files.get(each)]
    decision = tree.guesses[with_files[0]]
    return PlacedFolder(
        "/".join(folder), decision.purpose, decision.reason, sum(len(readable_files(tree, each)) for each in with_files)
    )


def _loose(tree: FolderTree, moves: Collection[Move]) -> Iterator[PlacedFolder]:
    """The documents in the district's folder itself that are not better moved into another."""
    moved = {move.path for move in moves}
    loose = [look.name for look in tree.documents(()) if look.file.path not in moved]
    if loose:
        names = ", ".join(loose[:3]) + (f" and {len(loose) - 3} more" if len(loose) > 3 else "")
        yield PlacedFolder("", None, f"{names}: documents in no folder are not read", len(loose))
