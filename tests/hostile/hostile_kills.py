"""A check that kills itself before each file that it would make, rename or remove; run it as a script on POSIX.

    python hostile_kills.py DISTRICT ANSWER.json

Each point has a copy of the process, a home and a key of its own: killed there, and then checked again undisturbed.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

WATCHED = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.chmod", "os.truncate", "sqlite3.connect")
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


class Counter:
    """Counts what changes files, and ends the process with SIGKILL before the change of number `last`."""

    def __init__(self, last: int) -> None:
        self.last, self.seen = last, 0

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in WATCHED or (event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITES):
            self.seen += 1
            if self.seen == self.last:
                os.kill(os.getpid(), signal.SIGKILL)


def in_a_copy(work: Callable[[], int]) -> tuple[int, bytes]:
    """How a copy of this process that does this work ended, and what it printed."""
    with tempfile.TemporaryFile() as out:
        copy = os.fork()
        if copy == 0:
            os.dup2(out.fileno(), 1)
            os._exit(work())
        _, status = os.waitpid(copy, 0)
        out.seek(0)
        return os.waitstatus_to_exitcode(status), out.read()


def check(folder: Path, last: int = -1, *, count: bool = False) -> int:
    from curalign.cli import main

    counter = Counter(last)
    sys.addaudithook(counter)
    sys.argv = ["curalign", "check", str(folder), "--format", "json", "--encoder", "hashing"]
    code = 0
    try:
        main()
    except SystemExit as ended:
        code = int(ended.code or 0)
    sys.stdout.flush()
    if count:
        os.ftruncate(1, 0)
        os.pwrite(1, str(counter.seen).encode(), 0)
    return code


def without_name(printed: bytes) -> dict[str, Any]:
    report = json.loads(printed)
    del report["run"]
    return report


def kill_everywhere(folder: Path) -> dict[str, Any]:
    import pyarrow.parquet  # noqa: F401 - loaded once, for all copies
    import sklearn.feature_extraction.text  # noqa: F401
    import spacy  # noqa: F401

    import curalign.pipeline
    import curalign.reporting  # noqa: F401

    home, user = folder / ".curalign", folder.parent / "user"
    os.environ["CURALIGN_USER_FOLDER"] = str(user)
    _, seen = in_a_copy(lambda: check(folder, count=True))
    expected = without_name(in_a_copy(lambda: check(folder))[1])
    wrong, killed, left = [], 0, 0
    for last in range(1, int(seen) + 1):
        shutil.rmtree(home, ignore_errors=True)
        shutil.rmtree(user, ignore_errors=True)  # the key is made at some of these points
        code, _ = in_a_copy(lambda last=last: check(folder, last))
        killed += code == -signal.SIGKILL
        code, printed = in_a_copy(lambda: check(folder))
        if code not in (0, 1) or without_name(printed) != expected:
            wrong.append(last)
        left = max(left, len([path for path in home.rglob(".*") if path.name != ".gitignore"]))
    return {"points": int(seen), "killed": killed, "wrong": wrong, "left": left}


if __name__ == "__main__":
    answer = kill_everywhere(Path(sys.argv[1]))
    Path(sys.argv[2]).write_text(json.dumps(answer), encoding="utf-8")
