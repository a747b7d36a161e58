"""Decided folders, to the shortest lists of names that settings can hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from curalign.reading.guessing.deciding import Folder, Tree
from curalign.reading.guessing.looking import Look
from curalign.reading.guessing.signs import LISTED, What
from curalign.reading.survey import RESULTS, STANDARDS

OWN = (("stories",), ("reviews",))
"""Folders with a meaning of their own, which no list names."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A folder, what it is, why, and how many documents or tables of that kind it holds. `what` is None if unknown."""

    folder: str
    what: What | None
    reason: str
    files: int


@dataclass(frozen=True, slots=True)
class Move:
    """A file or folder to be moved by hand, because settings name whole folders.

    `into` is empty where it is best kept out of the district's folder. `first` is true where a check before the move
    would be wrong or impossible; `what` is what it would be there.
    """

    path: str
    into: str
    reason: str
    first: bool = False
    what: What | None = None


def cover(tree: Tree, what: What, schools: frozenset[Folder]) -> tuple[Placed, ...]:
    """The outermost folders that can be named for `what`."""
    return tuple(_placed(tree, folder, what) for folder in _cover(tree, (), what, schools))


def left_out(tree: Tree) -> tuple[Placed, ...]:
    """The outermost folders below which nothing is used, each with why."""
    return tuple(_left_out(tree, ()))


def _kinds(tree: Tree, folder: Folder) -> set[What | None]:
    """What a folder and those below it are, as far as they hold anything to read."""
    return {tree.decisions[each].what for each in tree.below(folder) if counted(tree, each)}


def counted(tree: Tree, folder: Folder) -> list[Look]:
    """The files directly in a folder that can be read: documents, and tables whose cells tell what they are."""
    return [look for look in tree.files.get(folder, ()) if look.is_document or look.told]


def _cover(tree: Tree, folder: Folder, what: What, schools: frozenset[Folder]) -> Iterator[Folder]:
    if folder[:1] in OWN or what not in (kinds := _kinds(tree, folder)):
        return
    here = tree.decisions[folder].what is what and counted(tree, folder) and not _muddled(tree, folder, what)
    parent_of_schools = what is What.CURRICULUM and folder in schools and kinds <= {What.CURRICULUM, What.PD}
    if folder and (kinds == {what} or here or parent_of_schools):
        yield folder
        return
    for child in tree.children.get(folder, ()):
        yield from _cover(tree, child, what, schools)


def _muddled(tree: Tree, folder: Folder, what: What) -> bool:
    """Whether a folder of tables holds tables of another kind further down, which would be read as these."""
    suffixes = {What.STANDARDS: STANDARDS, What.RESULTS: RESULTS}.get(what, ())
    others = (each for each in tree.below(folder) if tree.decisions[each].what is not what)
    return any(look.file.suffix in suffixes for each in others for look in tree.files.get(each, ()))


def _placed(tree: Tree, folder: Folder, what: What | None) -> Placed:
    of_kind = [each for each in tree.below(folder) if tree.decisions[each].what is what and counted(tree, each)]
    told = [look for each in of_kind for look in tree.told(each, what)] if what else []
    files = len(told) or sum(len(tree.documents(each)) for each in of_kind)
    return Placed("/".join(folder), what, _reason(tree, folder, of_kind), files)


def _reason(tree: Tree, folder: Folder, of_kind: list[Folder]) -> str:
    own = tree.decisions[folder]
    if folder in of_kind or own.sure or not of_kind:
        return own.reason
    most = max(of_kind, key=lambda each: len(counted(tree, each)))
    such_as = f"{len(of_kind)} folders, such as" if len(of_kind) > 1 else "in"
    return f"{such_as} {'/'.join(most[len(folder) :])}: {tree.decisions[most].reason}"


def _left_out(tree: Tree, folder: Folder) -> Iterator[Placed]:
    if folder[:1] in OWN:
        return
    if not folder and (loose := [look.name for look in tree.documents(()) if look.sign is None]):
        names = ", ".join(loose[:3]) + (f" and {len(loose) - 3} more" if len(loose) > 3 else "")
        yield Placed("", None, f"{names}: documents in no folder are not read", len(loose))
    used = any(tree.decisions[each].what in LISTED and counted(tree, each) for each in tree.below(folder))
    reasons = {tree.decisions[each].reason for each in tree.below(folder) if tree.files.get(each)}
    if folder and not used and (len(reasons) == 1 or tree.files.get(folder)):
        with_files = [each for each in tree.below(folder) if tree.files.get(each)]
        decision = tree.decisions[with_files[0]]
        documents = sum(len(counted(tree, each)) for each in with_files)
        yield Placed("/".join(folder), decision.what, decision.reason, documents)
        return
    if folder and tree.decisions[folder].what is None and tree.documents(folder):
        yield _placed(tree, folder, None)
    for child in tree.children.get(folder, ()):
        yield from _left_out(tree, child)
