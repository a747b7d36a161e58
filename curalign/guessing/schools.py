"""Whether the folders below the curriculum are schools, and whether a grade between those taught has no units."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from curalign.domain.grades import GRADES, find_grades, in_order, span
from curalign.guessing.deciding import Folder, FolderTree
from curalign.guessing.looking import FileGuess
from curalign.guessing.signs import Purpose, read_name
from curalign.reading.survey import path_grades

_SCHOOL = re.compile(
    r"(?<![^\W_])(?:schools?|elementary|elem|academy|primary|charter|campus|magnet|middle|high|junior|senior|es|ms|hs)(?![^\W_])",
    re.IGNORECASE,
)
_GRADES_TO_COMPARE = 2


def parents_of_schools(tree: FolderTree) -> dict[Folder, str]:
    """Folders whose sub-folders clearly are schools, each with what shows it; `()` is the district's own folder."""
    found = ((folder, _schools_below(tree, folder)) for folder in tree.below(()))
    return {folder: reason for folder, reason in found if reason}


def needed_grades(tree: FolderTree, taught: Iterable[Folder]) -> tuple[str, ...]:
    """The grades from the lowest to the highest taught, where no unit states one in between; else nothing.

    Without settings a check answers for the grades that units state, so a whole grade without units would not be
    missed. Guessed only when the path of every unit states its grade.
    """
    documents = [look for top in taught for each in tree.below(top) for look in _units(tree, each)]
    stated = [path_grades(look.file.path) for look in documents]
    if not documents or not all(stated):
        return ()
    grades = in_order(grade for each in stated for grade in each)
    within = span(grades[0], grades[-1])
    common = tuple(grade for grade in standards_grades(tree) if grade in within)
    return common if set(common) - set(grades) else ()


def standards_grades(tree: FolderTree) -> tuple[str, ...]:
    """Every grade that the standards in use state."""
    used = (each for each in tree.below(()) if tree.guesses[each].purpose is not Purpose.OLD)
    looks = (look for each in used for look in tree.by_cells(each, Purpose.STANDARDS))
    return in_order(g for look in looks for standard in look.framework or () for g in standard.grades)


def _units(tree: FolderTree, folder: Folder) -> list[FileGuess]:
    return tree.documents(folder) if tree.guesses[folder].purpose is Purpose.CURRICULUM else []


def _schools_below(tree: FolderTree, folder: Folder) -> str:
    below = [child for child in tree.children.get(folder, ()) if any(_units(tree, each) for each in tree.below(child))]
    if len(below) < 2 or len(tree.documents(folder)) > len(below):
        return ""
    names = [child[-1] for child in below]
    if all(_is_school(name) for name in names):
        return f"{names[0]} and {names[1]} are names of schools"
    if any(_tells_content(name) for name in names):
        return ""
    grades = [_grades_below(tree, child) for child in below]
    if min(map(len, grades)) >= _GRADES_TO_COMPARE and _alike(grades):
        return f"{names[0]} and {names[1]} both teach grades {', '.join(grades[0])}"
    return ""


def _is_school(name: str) -> bool:
    """A name such as `North Elementary`: `High School` alone is a range of grades, and names no school."""
    return _SCHOOL.search(name) is not None and re.search(r"[^\W\d_]{2}", _SCHOOL.sub(" ", name)) is not None


def _tells_content(name: str) -> bool:
    """Whether a name speaks of a subject, a grade, a unit or a time, as no school's name does."""
    return read_name(name) is not None or bool(find_grades(name)) or re.search(r"\d", name) is not None


def _grades_below(tree: FolderTree, folder: Folder) -> tuple[str, ...]:
    looks = (look for each in tree.below(folder) for look in _units(tree, each))
    return in_order(grade for look in looks for grade in path_grades(look.file.path))


def _alike(sets: Sequence[tuple[str, ...]]) -> bool:
    """Whether these sets of grades are mostly the same."""
    common, all_of_them = set(GRADES).intersection(*sets), set().union(*sets)
    return len(common) * 3 >= len(all_of_them) * 2
