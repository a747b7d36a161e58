"""What each folder is: by its name, by the tables in it, by the names of its documents, or by their first words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from curalign.guessing.looking import FileGuess
from curalign.guessing.signs import Purpose, Sign, read_name
from curalign.reading.results import COLUMNS
from curalign.settings import DistrictSettings

Folder = tuple[str, ...]
"""A folder's path inside the district; the district itself is `()`."""

_YEAR = re.compile(
    r"(?<!\d)(?:20)?(?P<first>\d\d)\s*[-\u2013_/ ]\s*(?:20)?(?P<second>\d\d)(?!\d)|(?<!\d)20(?P<one>\d\d)(?!\d)"
)
_YEARS = range(15, 60)
"""Of this century; lower ones are numbers of units, as in `Unit 10-11`."""
_PEEKS = 3
_REPORTS = (".html", ".csv", ".xlsx")
"""In the district's folder itself these are most likely reports that were written there, by us too."""
_NEEDED = "from a file of codes and statements (CASE JSON, CSV or Excel)"
_BY_CELLS = (Purpose.STANDARDS, Purpose.RESULTS)
"""Known by cells only: a PDF of standards is for people, and cannot be read as codes and statements."""


@dataclass(frozen=True, slots=True)
class FolderGuess:
    """What a folder is, and why. `sure` decisions hold for the folders below that say nothing themselves.

    `printed` are its documents, where they seem to hold standards for people to read.
    """

    purpose: Purpose | None
    reason: str
    sure: bool = False
    printed: tuple[FileGuess, ...] = ()


@dataclass(frozen=True)
class FolderTree:
    """Every folder that holds a file, or a folder that does; the top is `()`."""

    files: Mapping[Folder, Sequence[FileGuess]]
    children: Mapping[Folder, Sequence[Folder]]
    guesses: Mapping[Folder, FolderGuess] = field(default_factory=dict)

    def below(self, folder: Folder) -> Iterator[Folder]:
        """A folder and all folders below it, each before those that it holds."""
        waiting = [folder]
        while waiting:
            yield (here := waiting.pop())
            waiting += reversed(self.children.get(here, ()))

    def documents(self, folder: Folder) -> list[FileGuess]:
        """The documents directly in a folder."""
        return [look for look in self.files.get(folder, ()) if look.is_document]

    def by_cells(self, folder: Folder, purpose: Purpose) -> list[FileGuess]:
        """The files directly in a folder that have this purpose by their cells."""
        return [look for look in self.files.get(folder, ()) if look.by_cells is purpose]


def build_tree(looks: Iterable[FileGuess]) -> FolderTree:
    """The tree of the folders of these files."""
    files: dict[Folder, list[FileGuess]] = defaultdict(list)
    children: dict[Folder, set[Folder]] = defaultdict(set)
    for look in looks:
        folders = look.file.folders
        files[folders].append(look)
        for depth in range(len(folders)):
            children[folders[:depth]].add(folders[: depth + 1])
    return FolderTree(files, {folder: sorted(below) for folder, below in children.items()})


def undecided_documents(tree: FolderTree) -> list[FileGuess]:
    """A few documents of each folder that is not decided for sure: those whose first words are worth reading."""
    few: list[FileGuess] = []
    for folder in tree.below(()):
        if not folder or tree.guesses[folder].sure or tree.guesses[folder].purpose is not None:
            continue
        few += tree.documents(folder)[:_PEEKS]
    loose = [
        look
        for look in tree.documents(())
        if (look.sign is None or not look.sign.sure) and look.file.suffix not in _REPORTS
    ]
    return few + loose[: 4 * _PEEKS]


def decide(tree: FolderTree, openings: Mapping[str, Sign] | None = None) -> FolderTree:
    """The tree with every folder decided; `openings` are the first words of documents, once they were read."""
    outdated = _outdated(tree)
    guesses: dict[Folder, FolderGuess] = {}
    for folder in tree.below(()):
        above = guesses[folder[:-1]] if folder else FolderGuess(None, "")
        guesses[folder] = outdated.get(folder) or _decide(tree, folder, above, openings)
    return replace(tree, guesses=guesses)


def _decide(tree: FolderTree, folder: Folder, above: FolderGuess, openings: Mapping[str, Sign] | None) -> FolderGuess:
    if above.purpose is Purpose.OLD or not folder:
        return above
    if not _can_be_named(folder):
        return FolderGuess(
            Purpose.UNNAMED, "settings cannot hold its name (a backslash, or a start such as C:); rename it"
        )
    named = read_name(folder[-1])
    sure_name = named if named and named.sure and named.purpose not in _BY_CELLS else None
    for purpose in (*_BY_CELLS, Purpose.PUPILS):
        files = tree.by_cells(folder, purpose)
        if files and not _teaches(tree, folder, sure_name):
            return FolderGuess(purpose, _describe_tables(files, purpose))
    if sure_name:
        return FolderGuess(sure_name.purpose, f"its name says {quoted(sure_name.words)}", sure=True)
    documents = tree.documents(folder)
    voted = _vote(documents)
    if voted.purpose in _BY_CELLS if voted else named and named.sure:
        return _for_people_only(tree, folder)
    if above.sure and (voted is None or voted.purpose is above.purpose):
        return above
    if voted:
        return voted
    if openings is None or not documents:
        return FolderGuess(None, _why_undecided(tree, folder))
    return _guess_by_openings(documents, named, openings) or FolderGuess(None, _why_undecided(tree, folder))


def _can_be_named(folder: Folder) -> bool:
    name = "/".join(folder)
    try:
        return DistrictSettings(curriculum=(name,)).curriculum == (name.strip(),)
    except ValueError:
        return False


def _teaches(tree: FolderTree, folder: Folder, named: Sign | None) -> bool:
    """Whether a folder with a table in it is first of all one of units or of PD."""
    documents = tree.documents(folder)
    if not documents:
        return False
    by_name = named is not None and named.purpose in (Purpose.CURRICULUM, Purpose.PD)
    voted = _vote(documents)
    return by_name or (voted is not None and voted.purpose in (Purpose.CURRICULUM, Purpose.PD))


def _vote(documents: Sequence[FileGuess]) -> FolderGuess | None:
    """The purpose that most of the sure names give, where a third of all names or more are sure."""
    signs = [look.sign for look in documents if look.sign and look.sign.sure]
    if not signs or len(signs) * 3 < len(documents):
        return None
    purpose, votes = sorted(Counter(sign.purpose for sign in signs).items(), key=lambda pair: (-pair[1], pair[0]))[0]
    if votes * 2 <= len(signs):
        return None
    words = quoted(dict.fromkeys(word.lower() for sign in signs if sign.purpose is purpose for word in sign.words))
    if len(documents) == 1:
        return FolderGuess(purpose, f"the name of its one document says {words}")
    return FolderGuess(purpose, f"{votes} of {len(documents)} documents have names that say {words}")


def _guess_by_openings(
    documents: Sequence[FileGuess], named: Sign | None, openings: Mapping[str, Sign]
) -> FolderGuess | None:
    """Guess by the first words of the documents, else by names that could mean several things."""
    opened = [(look, openings[look.file.path]) for look in documents if look.file.path in openings]
    counts = Counter(sign.purpose for _, sign in opened)
    for purpose, votes in sorted(counts.items()):
        if votes * 2 > len(opened):
            look, sign = next(pair for pair in opened if pair[1].purpose is purpose)
            return FolderGuess(purpose, f"the first words of {look.name} speak of {quoted(sign.words)}")
    weak = [named] if named else [look.sign for look in documents if look.sign and not look.sign.sure]
    kinds = {sign.purpose for sign in weak}
    if len(kinds) == 1 and len(weak) * 2 >= (1 if named else len(documents)):
        where = "its name says" if named else "names in it say"
        return FolderGuess(weak[0].purpose, f"{where} {quoted(weak[0].words)}, and nothing speaks against it")
    return None


def _describe_tables(looks: Sequence[FileGuess], purpose: Purpose) -> str:
    if purpose is Purpose.PUPILS:
        return f"{looks[0].name} seems to tell of single pupils, who are never asked for"
    if len(looks) == 1:
        return f"{looks[0].name} holds {looks[0].reason}"
    total = sum(len(look.framework) for look in looks if look.framework)
    total_or_purpose = f"{total:,} standards" if total else str(purpose)
    return f"{total_or_purpose} in {len(looks)} files, such as {looks[0].name}"


def _why_undecided(tree: FolderTree, folder: Folder) -> str:
    """Why a folder could not be decided."""
    files = tree.files.get(folder, ())
    if not files:
        return ""
    documents = tree.documents(folder)
    if not documents:
        return "no documents in it: pictures, sound or files that are not read"
    if len({look.sign.purpose for look in documents if look.sign and look.sign.sure}) > 1:
        return "its documents look like different things"
    return "neither its name nor its documents tell what it is"


def _for_people_only(tree: FolderTree, folder: Folder) -> FolderGuess:
    """A folder of standards or results that no table holds; undecided when there is nothing to read in it."""
    documents = tree.documents(folder)
    if not documents:
        return FolderGuess(None, _why_undecided(tree, folder))
    refused = next((look for look in documents if look.reason), None)
    if refused:
        return FolderGuess(Purpose.PAPER, f"{refused.name} looks like results and {refused.reason.rstrip('.')}")
    named = read_name(folder[-1])
    voted = _vote(documents)
    purpose = voted.purpose if voted and voted.purpose in _BY_CELLS else named and named.purpose
    needed = f"from CSV with the columns {', '.join(COLUMNS)}" if purpose is Purpose.RESULTS else _NEEDED
    reason = f"{documents[0].name} seems to hold {purpose} for people to read; they are read {needed}"
    return FolderGuess(Purpose.PAPER, reason, printed=() if purpose is Purpose.RESULTS else tuple(documents))


def _outdated(tree: FolderTree) -> dict[Folder, FolderGuess]:
    """Folders beside one of the same name for a later school year."""
    old: dict[Folder, FolderGuess] = {}
    for below in tree.children.values():
        years: dict[str, list[tuple[int, Folder]]] = defaultdict(list)
        for folder in below:
            year, stem = _school_year(folder[-1])
            named = read_name(folder[-1])
            if year and (named is None or named.purpose is not Purpose.PD):
                years[stem].append((year, folder))
        for same in years.values():
            (*earlier, (_, latest)) = sorted(same)
            for _, folder in earlier:
                old[folder] = FolderGuess(Purpose.OLD, f"{latest[-1]} beside it is later", sure=True)
    return old


def _school_year(name: str) -> tuple[int, str]:
    """The school year in a folder's name (24 for `24-25`, `2024-25` and `2024`; 0 for none), and the rest of it."""
    for found in _YEAR.finditer(name):
        year = int(found["first"] or found["one"])
        if year in _YEARS and (found["one"] or int(found["second"]) == year + 1):
            rest = name[: found.start()] + " " + name[found.end() :]
            return year, " ".join(rest.lower().split())
    return 0, name


def quoted(words: Iterable[str]) -> str:
    """The first few words as a sentence quotes them."""
    return ", ".join(f'"{word}"' for word in list(words)[:3])
