"""The process that reads documents, apart from ours, because a bad document can hang, crash or eat the memory.

It is started as `python -m curalign.reading.documents.worker SECONDS MEGABYTES`, says one line when it is ready,
and then answers each line of JSON (a path and a `Job`) with one line of JSON: a draft, what an archive holds, or the
reason why there is neither.
"""

from __future__ import annotations

import faulthandler
import importlib
import json
import os
import signal
import stat
import sys
from pathlib import PurePath
from typing import Any, BinaryIO
from xml.etree.ElementTree import ParseError

from curalign.errors import UnreadableError
from curalign.reading.documents.archives import WORKBOOK, Job
from curalign.reading.documents.drafts import DAMAGED, DocumentError, Draft
from curalign.reading.documents.formats import ARCHIVE, COURSE, recognise, zipped
from curalign.reading.documents.listing import Listing
from curalign.reading.documents.readers import activity, library
from curalign.reading.documents.readers.archive import list_members, member_stream
from curalign.reading.documents.readers.course import list_course

_GRACE = 2


def main() -> None:
    """Answer until the input ends, then leave without the library's clean-up, which can crash."""
    seconds, megabytes = float(sys.argv[1]), int(sys.argv[2])
    # Ctrl-C reaches the whole terminal; our parent decides what becomes of us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "w", encoding="ascii", newline="\n")
    os.dup2(2, 1)
    _limit_memory(megabytes)
    _answer(answers, {"ready": True})
    for line in sys.stdin:
        # Should the parent die while a document hangs, this ends us too.
        path, more, *job = json.loads(line)
        faulthandler.dump_traceback_later(seconds + more + _GRACE, exit=True)
        _answer(answers, _outcome(path, job))
        faulthandler.cancel_dump_traceback_later()
    os._exit(0)


def _answer(answers: Any, answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


def _outcome(path: str, job: list[Any]) -> dict[str, Any]:
    try:
        if Job(*job).kind == WORKBOOK:
            return {"tables": _tables(path)}
        found = read(path, Job(*job))
        return {"listing": found.pack()} if isinstance(found, Listing) else {"draft": found.pack()}
    except (DocumentError, UnreadableError) as error:
        return {"problem": str(error)}
    except MemoryError:
        return {"problem": "needs more memory than a document is given; split it, or raise [reading] megabytes"}
    except ImportError as error:
        return {"broken": str(error)}
    except PermissionError:
        return {"problem": "may not be read by this user; change its permissions"}
    except OSError as error:
        return {"problem": f"cannot be opened ({error.strerror or type(error).__name__}); check the drive it is on"}
    except ParseError:
        return {"problem": DAMAGED}
    except Exception:  # a reader met what nobody foresaw: this document is lost, the next one is not
        return {"problem": DAMAGED}


def read(path: str, job: Job) -> Draft | Listing:
    """Read one document, or list one archive, in this process."""
    with _opened(path) as file:
        stream = member_stream(file, job.inside)
        listing = _listing(stream)
        if listing is not None:
            return listing
        stream.seek(0)
        data = stream.read()
    if job.ocr:
        return library.recognise(data, job.ocr)
    if job.kind:
        return activity.read(data, job.kind)
    found = recognise(data, PurePath(job.name).suffix)
    module = importlib.import_module(f"curalign.reading.documents.readers.{found.reader}")
    draft: Draft = module.read(data, found.mime)
    return draft


def _tables(path: str) -> list[Any]:
    """The tables of a workbook, for JSON."""
    from curalign.reading.files.tables import read_workbook

    with _opened(path) as file:
        return read_workbook(file.read()).pack()


def _listing(stream: BinaryIO) -> Listing | None:
    """What an archive or a course holds; None for a document. A course of gigabytes is never read as a whole."""
    if stream.read(2) != b"PK":
        return None
    found = zipped(stream)
    if found not in (ARCHIVE, COURSE):
        return None
    return list_course(stream) if found is COURSE else list_members(stream)


def _opened(path: str) -> BinaryIO:
    """A regular file, open; a pipe or a device would never end."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    stream = os.fdopen(descriptor, "rb")
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        stream.close()
        raise DocumentError("is a pipe, socket or device and no file; remove it")
    return stream


def _limit_memory(megabytes: int) -> None:
    """Cap the address space where the system can; elsewhere the parent watches."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20, megabytes * 2**20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
