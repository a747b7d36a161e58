"""A messy folder, to a guess of what is what: the door of this room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from curalign.domain.problems import Problem
from curalign.domain.progress import Progress, silent
from curalign.errors import DistrictError, FrameworkError
from curalign.guessing.deciding import FolderTree, build_tree, decide, undecided_documents
from curalign.guessing.looking import FileGuess, look, look_at_openings
from curalign.guessing.moving import Chosen, moves
from curalign.guessing.placing import Move, PlacedFolder, folders_for, left_out
from curalign.guessing.schools import needed_grades, parents_of_schools
from curalign.guessing.signs import LISTED, Purpose
from curalign.reading.files.walking import FoundFile, text_of, walk
from curalign.reading.frameworks import read_framework
from curalign.reading.survey import require_folder
from curalign.settings import DistrictSettings, ReadingSettings


@dataclass(frozen=True, slots=True)
class Guess:
    """What the folders of a district seem to be, each with its reason.

    `schools` and `grades` are empty unless they should be set, and `schools` is the reason; `loose_schools` is the
    reason why folders directly in the district's folder look like schools, which settings cannot say. `clash` says
    how the standards files contradict each other. `folders` are those directly in the district's folder. `printed` are
    documents that seem to hold standards for people to read.
    """

    root: Path
    name: str
    lists: Mapping[Purpose, tuple[PlacedFolder, ...]]
    left_out: tuple[PlacedFolder, ...]
    moves: tuple[Move, ...]
    problems: tuple[Problem, ...] = ()
    schools: str = ""
    loose_schools: str = ""
    grades: tuple[str, ...] = ()
    clash: str = ""
    folders: tuple[str, ...] = ()
    printed: tuple[Path, ...] = ()

    @property
    def missing(self) -> tuple[Purpose, ...]:
        """What a check needs and nothing here looks like: standards, curriculum."""
        brought = {move.purpose for move in self.moves}
        return tuple(w for w in (Purpose.STANDARDS, Purpose.CURRICULUM) if not self.lists[w] and w not in brought)

    @property
    def ready(self) -> bool:
        """Whether a check can run on these lists as the folder is now."""
        return not self.missing and not any(move.first for move in self.moves) and not self.clash

    @property
    def changes(self) -> dict[str, object]:
        """The keys of `[district]` that have to differ from the defaults, in the order in which they are written."""
        changed: dict[str, object] = {} if self.name == text_of(self.root.resolve().name) else {"name": self.name}
        for purpose in LISTED:
            names = tuple(placed.folder for placed in self.lists[purpose])
            by_default = {name.lower() for name in getattr(DistrictSettings(), purpose)}
            there = {folder.lower() for folder in self.folders} & by_default
            if {name.lower() for name in names} != there:
                changed[str(purpose)] = names
        if self.schools:
            changed["schools"] = "subfolders"
        if self.grades:
            changed["grades"] = self.grades
        return changed

    @property
    def is_needed(self) -> bool:
        """Whether a check would go wrong without settings: a nicer name alone is no reason to write any."""
        return bool(self.changes.keys() - {"name"})


def guess_district(folder: Path | str, settings: ReadingSettings | None = None, progress: Progress = silent) -> Guess:
    """Guess what the folders of a district are, from names, from cells of tables and from a few first words.

    Args:
        folder: The district's folder. Nothing in it is written or moved.
        settings: How long reading first words may take; the defaults unless given.
        progress: Called as files are looked at.

    Returns:
        What each folder seems to hold, each guess with its reason, and what is best moved by hand.

    Raises:
        DistrictError: The folder is missing or empty.

    """
    root = Path(folder)
    require_folder(root)
    found, problems = walk(root)
    if not found:
        raise DistrictError(f"{root}: the folder holds no files; put the standards and the units into it.")
    tree = decide(build_tree(_looking(found, progress)))
    few = undecided_documents(tree)
    progress("Opening", 0, len(few))
    openings = look_at_openings(few, settings or ReadingSettings()) if few else {}
    progress("Opening", len(few), len(few))
    tree = decide(tree, openings)
    schools = parents_of_schools(tree)
    lists = {purpose: folders_for(tree, purpose, schools) for purpose in LISTED}
    taught = [tuple(placed.folder.split("/")) for placed in lists[Purpose.CURRICULUM]]
    to_move = moves(Chosen(tree, lists, openings))
    named = [tuple(placed.folder.split("/")) for placed in chain.from_iterable(lists.values())]
    return Guess(
        root,
        _name(root),
        lists,
        left_out(tree, named, to_move),
        to_move,
        tuple(problems),
        schools=schools[taught[0]] if taught and all(top in schools for top in taught) else "",
        loose_schools=schools.get((), ""),
        grades=needed_grades(tree, taught),
        clash=_clash(tree),
        folders=tuple(child[-1] for child in tree.children.get((), ())),
        printed=tuple(each.file.file for guess in tree.guesses.values() for each in guess.printed),
    )


def _looking(found: Sequence[FoundFile], progress: Progress) -> list[FileGuess]:
    looks: list[FileGuess] = []
    for number, file in enumerate(found, 1):
        looks.append(look(file))
        progress("Looking", number, len(found))
    return looks


def _clash(tree: FolderTree) -> str:
    """What is wrong with the standards files together; empty when they go together."""
    used = [each for each in tree.below(()) if tree.guesses[each].purpose is Purpose.STANDARDS]
    files = [look.file.file for each in used for look in tree.by_cells(each, Purpose.STANDARDS)]
    try:
        if len(files) > 1:
            read_framework(files)
    except FrameworkError as error:
        return str(error)
    return ""


def _name(root: Path) -> str:
    """The district's name as its folder spells it: `maple-valley` is Maple Valley."""
    name = text_of(root.resolve().name)
    words = name.replace("-", " ").replace("_", " ").split()
    return " ".join(word.capitalize() for word in words) if name.islower() and words else name
