"""Every file of a folder; leftovers of editors are passed over, and what is not a regular file is a problem."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from curalign.domain.problems import Problem
from curalign.opening import entry_at
from curalign.wording import Facts

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".svg", ".heic", ".ico", ".emf", ".wmf")
MEDIA = (".mp3", ".mp4", ".wav", ".m4a", ".mov", ".avi", ".mkv", ".webm", ".ttf", ".otf", ".woff", ".woff2")
"""What holds no text, by extension."""

_LEFTOVERS = re.compile(
    r"\..*|~\$.*|~.*\.tmp|.*~|\.~lock.*|thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r?|__macosx|curalign\.toml"
    r"|labels\.csv|truth\.json|.*\.(?:tmp|bak|part|crdownload)",
    re.IGNORECASE,
)


BUNDLE = Facts(program="iwork")
"""What is said of a folder that a Mac shows as one document of Pages, Numbers or Keynote."""

_INDEX = ("Index.zip", "Index", "index.apxl", "index.apxl.gz", "index.xml", "index.xml.gz")
_BUNDLE = re.compile(
    rf"(?P<folder>(?:.*/)?[^/]+\.(?:pages|numbers|key))/(?:{'|'.join(map(re.escape, _INDEX))})(?:/.*)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file, its path relative to the folder with forward slashes, and its size in bytes."""

    path: str
    file: Path
    size: int

    @property
    def suffix(self) -> str:
        """The extension, in lower case."""
        return PurePosixPath(self.path).suffix.lower()

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders above the file, outermost first."""
        return PurePosixPath(self.path).parts[:-1]


def walk(root: Path) -> tuple[list[FoundFile], list[Problem]]:
    """The files below a folder in the order of their paths, and what was there and is not read.

    What editors and systems leave behind (hidden files, locks such as `~$unit.docx`, Thumbs.db) is passed over. Links
    are followed to files inside the folder only, so that no circle and no file from elsewhere is ever read.
    """
    files: list[FoundFile] = []
    problems: list[Problem] = []

    def unopened(error: OSError) -> None:
        where = _relative(root, Path(error.filename or root))
        problems.append(Problem("F301", where, trouble="folder-closed"))

    inside = root.resolve()
    for folder, folders, names in os.walk(root, onerror=unopened):
        here = Path(folder)
        links = [name for name in folders if entry_at(here / name) == "link"]
        bundles = [name for name in folders if _is_bundle(here / name)]
        paths = (_relative(root, here / name) for name in bundles)
        problems += [Problem("F301", path, trouble="other-program", facts=BUNDLE) for path in paths]
        folders[:] = sorted(name for name in folders if name not in (*links, *bundles) and not is_leftover(name))
        for name in sorted([*names, *links]):
            if is_leftover(name):
                continue
            found = _look(root, here / name, inside)
            if isinstance(found, FoundFile):
                files.append(found)
            else:
                problems.append(found)
    return sorted(files, key=lambda f: f.path), problems


def is_leftover(name: str) -> bool:
    """Whether a file or folder of this name is what editors and systems leave behind."""
    return _LEFTOVERS.fullmatch(name) is not None


def bundle_of(path: str) -> str:
    """The folder above a file that is a document of Pages, Numbers or Keynote, where the file shows it; or nothing."""
    found = _BUNDLE.fullmatch(path)
    return found["folder"] if found else ""


def _is_bundle(folder: Path) -> bool:
    shows_it = (f"{folder.name}/{name}" for name in _INDEX if os.path.lexists(folder / name))
    return any(map(bundle_of, shows_it))


def text_of(name: str) -> str:
    """A name as text that UTF-8 can hold: some file systems allow names that are not valid text."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _relative(root: Path, path: Path) -> str:
    return text_of(path.relative_to(root).as_posix())


def look_at(root: Path, path: Path) -> FoundFile | Problem:
    """One file below a folder, under the same rules as a walk."""
    return _look(root, path, root.resolve())


def _look(root: Path, path: Path, inside: Path) -> FoundFile | Problem:
    name = _relative(root, path)
    try:
        status = path.stat()
        strays = entry_at(path) == "link" and not path.resolve().is_relative_to(inside)
    except (OSError, RuntimeError):
        if not os.path.lexists(path):
            return Problem("F301", name, trouble="vanished", passing=True)
        return Problem("F301", name, trouble="link-nowhere")
    if strays or stat.S_ISDIR(status.st_mode):
        return Problem("F301", name, trouble="link-elsewhere")
    if not stat.S_ISREG(status.st_mode):
        return Problem("F301", name, trouble="no-regular-file")
    return FoundFile(name, path, status.st_size)
