"""Several files make one framework; the same framework twice is one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from curalign.domain.problems import Problem
from curalign.domain.standards import Framework
from curalign.errors import FrameworkError, UnreadableError
from curalign.reading.files.content import load_content
from curalign.reading.files.file_bytes import retry_once
from curalign.reading.frameworks.assembling import assemble
from curalign.reading.frameworks.formats import recognise
from curalign.reading.frameworks.merging import merge
from curalign.settings import ReadingSettings
from curalign.wording import Facts

Columns = Mapping[str, Sequence[str]]


def read_framework(path: Path | str | Sequence[Path | str], columns: Columns | None = None) -> Framework:
    """Read one standards file, or several into one framework.

    Args:
        path: The file, or several, in any of the known formats.
        columns: What tables call their columns, by noun, beside the usual names: `{"code": ["Std #"]}`.

    Returns:
        All standards of the files, those whose publishers gave ids first.

    Raises:
        FrameworkError: A file cannot be read, or two of them contradict each other; names the file and the mend.

    """
    paths = [path] if isinstance(path, str | Path) else list(path)
    if not paths:
        raise FrameworkError("No standards file was named: give the path of at least one.")
    return merge([_read_named(one, columns) for one in sorted(map(Path, paths), key=Path.as_posix)])


def read_frameworks(
    paths: Iterable[Path | str],
    root: Path | str,
    columns: Columns | None = None,
    limits: ReadingSettings | None = None,
    inputs: MutableMapping[str, str] | None = None,
) -> Framework:
    """Read a district's standards files into one framework.

    Args:
        paths: The files.
        root: The district's folder; problems name files relative to it.
        columns: What tables call their columns, by noun, beside the usual names.
        limits: What reading one workbook may cost; it is read in a process of its own.
        inputs: The sha256 of each file by its relative path, as it was when the folder was surveyed; they become those
            of the bytes that were read.

    Returns:
        All standards of the files. A file that cannot be read is a problem (F301) of the framework.

    Raises:
        FrameworkError: No file gives a standard, or two of them contradict each other.

    """
    read: list[Framework] = []
    problems: list[Problem] = []
    looked = {} if inputs is None else inputs
    for path in sorted(map(Path, paths), key=Path.as_posix):
        name = _relative(path, Path(root))
        try:
            known, looked[name] = looked.get(name, ""), ""
            read.append(retry_once(partial(_read, path, name, columns, limits, looked, known)))
        except UnreadableError as error:
            problem = Problem("F301", name, trouble=error.trouble, facts=error.facts, passing=error.passing)
            problems.append(problem)
    if not any(framework.standards for framework in read):
        reasons = " ".join(f"{problem.file} {problem.message}" for problem in problems)
        raise FrameworkError(f"No standards could be read. {reasons or 'Put a standards file into the folder.'}")
    combined = merge(read)
    return replace(combined, problems=(*problems, *combined.problems))


def _relative(path: Path, root: Path) -> str:
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def _read_named(path: Path, columns: Columns | None) -> Framework:
    try:
        return _read(path, path.as_posix(), columns)
    except UnreadableError as error:
        raise FrameworkError(f"{path} {error}") from error


def _read(
    path: Path,
    name: str,
    columns: Columns | None,
    limits: ReadingSettings | None = None,
    inputs: MutableMapping[str, str] | None = None,
    before: str = "",
) -> Framework:
    """All that one file publishes; UnreadableError, without the file's name, when it cannot be read.

    `inputs` learns the sha256 of what was read; `before` is the one that the file had when it was looked at.
    """
    try:
        content = load_content(path, name, columns, limits, before)
        if inputs is not None:
            inputs[name] = content.sha256
        known = recognise(content)
        published = known.read(content)
        framework = merge([assemble(publication, name, content.stem) for publication in published])
    except RecursionError as error:
        raise UnreadableError(trouble="too-deep", facts=Facts(kind="standards")) from error
    except MemoryError as error:
        raise UnreadableError(trouble="out-of-memory", passing=True) from error
    if not framework.standards and not all(publication.names_only for publication in published):
        raise UnreadableError(trouble="no-statements", facts=Facts(format=known.name))
    return framework
