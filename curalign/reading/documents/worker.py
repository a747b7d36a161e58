"""The process that reads documents, apart from ours, because a bad document can hang, crash or eat the memory.

It is started as `python -m curalign.reading.documents.worker SECONDS MEGABYTES`, says one line when it is ready,
and then answers each line of JSON (a path and a `Job`) with one line of JSON: a draft, what an archive holds, or the
reason why there is neither. With it goes the sha256 of the very bytes that were read, and of an archive also its
stamp: whoever asks for a file in it gives that back, and is refused where it is another archive by now.
"""

from __future__ import annotations

import faulthandler
import hashlib
import importlib
import json
import os
import signal
import sys
from io import BufferedReader
from pathlib import PurePath
from typing import Any, BinaryIO
from xml.etree.ElementTree import ParseError

from curalign.errors import UnreadableError
from curalign.reading.documents.archives import MOST_BYTES, WORKBOOK, Job
from curalign.reading.documents.drafts import DAMAGED, DocumentError, Draft
from curalign.reading.documents.formats import ARCHIVE, COURSE, recognise, zipped
from curalign.reading.documents.listing import Listing
from curalign.reading.documents.readers import activity, library
from curalign.reading.documents.readers.archive import list_members, member_stream
from curalign.reading.documents.readers.course import list_course
from curalign.reading.taking import CHANGED, explain, open_regular, too_large

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
    """The answer, with the hash of what was read whether it could be understood or not."""
    told: dict[str, Any] = {}
    try:
        with open_regular(path) as file:
            answer = _found(file, Job(*job), told)
    except MemoryError:
        said = "needs more memory than a document is given; split it, or raise [reading] megabytes"
        answer = {"problem": said, "passing": True}
    except ImportError as error:
        answer = {"broken": str(error)}
    except OSError as error:
        failed = explain(error)
        answer = {"problem": str(failed).rstrip("."), "passing": failed.passing}
    except UnreadableError as error:
        answer = {"problem": str(error).rstrip("."), "passing": error.passing}
    except DocumentError as error:
        answer = {"problem": str(error)}
    except ParseError:
        answer = {"problem": DAMAGED}
    except Exception:  # a reader met what nobody foresaw: this document is lost, the next one is not
        answer = {"problem": DAMAGED}
    return {**told, **answer}


def _found(file: BufferedReader, job: Job, told: dict[str, Any]) -> dict[str, Any]:
    stamp = _stamp(file)
    if refusal := too_large(os.fstat(file.fileno()).st_size, MOST_BYTES):
        raise UnreadableError(refusal)
    if job.stamp and job.stamp != stamp:
        raise UnreadableError(CHANGED, passing=True)
    if job.kind == WORKBOOK:
        return {"tables": _tables(_whole(file, told))}
    found = _read(file, job, told)
    if (isinstance(found, Listing) or job.inside) and _stamp(file) != stamp:
        raise UnreadableError(CHANGED, passing=True)
    if isinstance(found, Listing):
        return {"listing": found.pack(), "stamp": stamp}
    return {"draft": found.narrowed().pack()}


def _stamp(file: BinaryIO) -> str:
    """What changes with a file's content: an archive of gigabytes is not hashed again for every file in it."""
    status = os.fstat(file.fileno())
    return f"{status.st_dev} {status.st_ino} {status.st_size} {status.st_mtime_ns}"


def _whole(file: BinaryIO, told: dict[str, Any]) -> bytes:
    """All bytes of a document; what is hashed is what will be parsed."""
    file.seek(0)
    data = file.read()
    told["sha256"] = hashlib.sha256(data).hexdigest()
    return data


def read(path: str, job: Job) -> Draft | Listing:
    """Read one document, or list one archive, in this process."""
    with open_regular(path) as file:
        return _read(file, job, {})


def _read(file: BufferedReader, job: Job, told: dict[str, Any]) -> Draft | Listing:
    try:
        stream = member_stream(file, job.inside)
        listing = _listing(stream)
    except DocumentError:
        if not job.inside:
            _whole(file, told)
        raise
    if listing is not None:
        if not job.inside:
            file.seek(0)
            told["sha256"] = hashlib.file_digest(file, "sha256").hexdigest()
        return listing
    stream.seek(0)
    data = stream.read() if job.inside else _whole(file, told)
    if job.ocr:
        return library.recognise(data, job.ocr)
    if job.kind:
        return activity.read(data, job.kind)
    found = recognise(data, PurePath(job.name).suffix)
    module = importlib.import_module(f"curalign.reading.documents.readers.{found.reader}")
    draft: Draft = module.read(data, found.mime)
    return draft


def _tables(data: bytes) -> list[Any]:
    """The tables of a workbook, for JSON."""
    from curalign.reading.files.tables import read_workbook

    return read_workbook(data).pack()


def _listing(stream: BinaryIO) -> Listing | None:
    """What an archive or a course holds; None for a document. A course of gigabytes is never read as a whole."""
    if stream.read(2) != b"PK":
        return None
    found = zipped(stream)
    if found not in (ARCHIVE, COURSE):
        return None
    return list_course(stream) if found is COURSE else list_members(stream)


def _limit_memory(megabytes: int) -> None:
    """Cap the address space where the system can; elsewhere the parent watches."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20, megabytes * 2**20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
