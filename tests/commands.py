"""The command line as a user runs it: what it prints and how it ends, in this process or in one of its own."""

from __future__ import annotations

import faulthandler
import io
import json
import os
import signal
import subprocess
import sys
from typing import IO

import pytest

from curalign.cli import main

Done = subprocess.CompletedProcess[str]
COLUMNS = {"COLUMNS": "80"}
HANGS = 300
"""Seconds after which a command in this process is taken to hang: then the process ends, and says where it was."""


def run(*words: object, encoding: str = "utf-8", **environment: str) -> Done:
    """A command in this process: loading the packages once for all of them, and not for each, saves most of the time.

    What hangs on a process of its own (what it loads, where Python finds it, signals) is for `process`.
    """
    out, err = io.BytesIO(), io.BytesIO()
    streams = (
        io.TextIOWrapper(out, encoding, newline="\n"),
        io.TextIOWrapper(err, encoding, newline="\n", errors="backslashreplace"),
    )
    code = run_on(*streams, *words, **environment)
    said, told = (held.getvalue().decode(encoding) for held in (out, err))
    return subprocess.CompletedProcess(list(map(str, words)), code, said, told)


def run_on(out: IO[str], err: IO[str], *words: object, **environment: str) -> int:
    """The exit code of a command in this process, with these streams."""
    before, on_interrupt = (sys.stdout, sys.stderr, sys.argv), signal.getsignal(signal.SIGINT)
    sys.stdout, sys.stderr, sys.argv = out, err, ["curalign", *map(str, words)]
    faulthandler.dump_traceback_later(HANGS, exit=True, file=sys.__stderr__)
    try:
        with pytest.MonkeyPatch.context() as patch:
            for name, value in {**COLUMNS, **environment}.items():
                patch.setenv(name, value)
            main()
        raise AssertionError("main always exits")
    except SystemExit as ended:
        for stream in (sys.stdout, out, err):
            stream.flush()
        return int(ended.code or 0)
    finally:
        faulthandler.cancel_dump_traceback_later()
        sys.stdout, sys.stderr, sys.argv = before
        signal.signal(signal.SIGINT, on_interrupt)


def process(*words: object, **environment: str) -> Done:
    """A command as a process of its own."""
    command = [sys.executable, "-m", "curalign", *map(str, words)]
    env = {**os.environ, **COLUMNS, "PYTHONUTF8": "1", **environment}
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, env=env, check=False)


def as_json(*words: object) -> dict:
    """What a check prints as JSON, whatever it finds."""
    done = run("check", *words, "--format", "json", "--fail-on", "never")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
