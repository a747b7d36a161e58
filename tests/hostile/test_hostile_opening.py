"""One door opens files: nothing else is ever opened, so that nothing hangs, and no link leads where none is allowed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from curalign.opening import NotAFileError, entry_at, open_file


@pytest.fixture
def corner(tmp_path: Path) -> Path:
    """A file and a folder, with links to each, to nothing, and to themselves; a pipe where the system has pipes."""
    (tmp_path / "file").write_bytes(b"words")
    (tmp_path / "folder").mkdir()
    try:
        for target in ("file", "folder", "nothing"):
            (tmp_path / f"to {target}").symlink_to(tmp_path / target, target_is_directory=target == "folder")
        (tmp_path / "circle").symlink_to(tmp_path / "circle")
    except OSError:
        pytest.skip("this user may make no links here")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
    return tmp_path


def test_a_file_is_opened_and_a_link_to_one_where_links_are_followed(corner: Path) -> None:
    for path, links in ((corner / "file", False), (corner / "file", True), (corner / "to file", True)):
        with open_file(path, links=links) as file:
            assert file.read() == b"words"
    assert entry_at(corner / "to file", links=True) == "file"


@pytest.mark.parametrize(
    ("name", "links", "entry"),
    [
        ("folder", False, "folder"),
        ("to file", False, "link"),
        ("to folder", False, "link"),
        ("to folder", True, "folder"),
        ("to nothing", False, "link"),
        ("circle", False, "link"),
    ],
)
def test_what_is_no_file_is_named_and_not_opened(corner: Path, name: str, links: bool, entry: str) -> None:
    with pytest.raises(NotAFileError, match="is not a file") as raised:
        open_file(corner / name, links=links)
    assert raised.value.entry == entry == entry_at(corner / name, links=links)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.parametrize("links", [False, True])
def test_a_pipe_holds_nobody_up(corner: Path, links: bool) -> None:
    with pytest.raises(NotAFileError) as raised:
        open_file(corner / "pipe", links=links)
    assert raised.value.entry == "other"


def test_what_is_not_there_is_not_there(corner: Path) -> None:
    for name in ("nothing", "to nothing", "file/below"):
        assert entry_at(corner / name, links=True) == "nothing"
        with pytest.raises((FileNotFoundError, NotADirectoryError)):
            open_file(corner / name, links=True)


def test_links_in_a_circle_end(corner: Path) -> None:
    with pytest.raises(OSError, match="circle"):
        open_file(corner / "circle", links=True)
