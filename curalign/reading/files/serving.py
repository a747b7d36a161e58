"""The inside of a process that reads files apart from ours, because a bad file can hang, crash or eat the memory.

A module of readers is started as `python -m MODULE SECONDS MEGABYTES` and calls `serve` with its reader. It says one
line when it is ready, and then answers each line of JSON (a path, the seconds that it may take beyond SECONDS, and what
is asked) with one line of JSON: what the reader says, or the `problem` because of which it says nothing. With it goes
the sha256 of the very bytes that were read.
"""

from __future__ import annotations

import faulthandler
import hashlib
import json
import os
import signal
import sys
from collections.abc import Callable, Sequence
from io import BufferedReader
from typing import Any

from curalign.errors import UnreadableError
from curalign.reading.files.file_bytes import Unread, explain, open_regular
from curalign.wording import Facts

Metadata = dict[str, Any]
ReadFile = Callable[[BufferedReader, Sequence[Any], Metadata], Metadata]
"""Answers a request about an open file; the metadata, such as the hash, is sent even where it raises."""

_GRACE = 2


def serve(read: ReadFile, kind: str) -> None:
    """Answer until the input ends, then leave without any library's clean-up, which can crash.

    Args:
        read: The reader; it may raise UnreadableError, OSError and MemoryError, and ImportError where nothing can be
            read at all.
        kind: What it reads, document or workbook; where it raises anything else, such a one is damaged.
    """
    seconds, megabytes = float(sys.argv[1]), int(sys.argv[2])
    # Ctrl-C reaches the whole terminal; our parent decides what becomes of us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "w", encoding="ascii", newline="\n")
    os.dup2(2, 1)
    _limit_memory(megabytes)
    _answer(answers, {"ready": True})
    for line in sys.stdin:
        # Should the parent die while a file hangs, this ends us too.
        path, more, *asked = json.loads(line)
        faulthandler.dump_traceback_later(seconds + more + _GRACE, exit=True)
        _answer(answers, _outcome(read, path, asked, kind))
        faulthandler.cancel_dump_traceback_later()
    os._exit(0)


def whole(file: BufferedReader, metadata: Metadata) -> bytes:
    """All bytes of a file; their sha256 goes into the metadata, so what is hashed is what is parsed."""
    file.seek(0)
    data = file.read()
    metadata["sha256"] = hashlib.sha256(data).hexdigest()
    return data


def _answer(answers: Any, answer: Metadata) -> None:
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


def _outcome(read: ReadFile, path: str, asked: Sequence[Any], kind: str) -> Metadata:
    """The answer, with the hash of what was read whether it could be understood or not."""
    metadata: Metadata = {}
    try:
        with open_regular(path) as file:
            answer = read(file, asked, metadata)
    except MemoryError:
        answer = _problem(Unread(trouble="too-little-memory", passing=True))
    except ImportError as error:
        answer = {"broken": str(error)}
    except OSError as error:
        answer = _problem(Unread.why(explain(error)))
    except UnreadableError as error:
        answer = _problem(Unread.why(error))
    except Exception:  # a reader met what nobody foresaw: this file is lost, the next one is not
        answer = _problem(Unread(trouble="damaged", facts=Facts(kind=kind)))
    return {**metadata, **answer}


def _problem(why: Unread) -> Metadata:
    return {"problem": why.pack()}


def _limit_memory(megabytes: int) -> None:
    """Cap the address space where the system can; elsewhere the parent watches."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20, megabytes * 2**20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
