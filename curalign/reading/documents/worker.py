"""The process that reads documents: a draft of each, or what an archive holds; `processes.WorkerExtractor` starts it.

It is asked a `Job`. Of an archive it also tells the stamp: whoever asks for a file in it gives that back, and is
refused where it is another archive by now.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from io import BufferedReader
from pathlib import PurePath
from typing import Any, BinaryIO

from curalign.errors import UnreadableError
from curalign.reading.documents.archives import MAX_BYTES, Job
from curalign.reading.documents.drafts import Draft
from curalign.reading.documents.foreign import refuse_by_name
from curalign.reading.documents.formats import ARCHIVE, COURSE, FORMATS, format_unknown, recognise, zipped
from curalign.reading.documents.listing import Listing
from curalign.reading.files.file_bytes import CHANGED, open_regular, too_large
from curalign.reading.files.serving import serve, whole


def read(path: str, job: Job) -> Draft | Listing:
    """Read one document, or list one archive, in this process."""
    with open_regular(path) as file:
        return _read(file, job, {})


def _answer(file: BufferedReader, asked: Sequence[Any], metadata: dict[str, Any]) -> dict[str, Any]:
    """What a job finds, for JSON."""
    job = Job(*asked)
    stamp = _stamp(file)
    if refusal := too_large(os.fstat(file.fileno()).st_size, MAX_BYTES):
        raise refusal.as_error()
    if job.stamp and job.stamp != stamp:
        raise CHANGED.as_error()
    found = _read(file, job, metadata)
    if (isinstance(found, Listing) or job.inside) and _stamp(file) != stamp:
        raise CHANGED.as_error()
    if isinstance(found, Listing):
        return {"listing": found.pack(), "stamp": stamp}
    return {"draft": found.narrowed().pack()}


def _stamp(file: BinaryIO) -> str:
    """What changes with a file's content: an archive of gigabytes is not hashed again for every file in it."""
    status = os.fstat(file.fileno())
    return f"{status.st_dev} {status.st_ino} {status.st_size} {status.st_mtime_ns}"


def _read(file: BufferedReader, job: Job, metadata: dict[str, Any]) -> Draft | Listing:
    try:
        stream = _member(file, job.inside) if job.inside else file
        listing = _listing(stream, PurePath(job.name).suffix.lower())
    except UnreadableError:
        if not job.inside:
            whole(file, metadata)
        raise
    if listing is not None:
        if not job.inside:
            file.seek(0)
            metadata["sha256"] = hashlib.file_digest(file, "sha256").hexdigest()
        return listing
    stream.seek(0)
    data = stream.read() if job.inside else whole(file, metadata)
    if job.ocr:
        from curalign.reading.documents.readers import library

        return library.recognise(data, job.ocr)
    if job.kind:
        from curalign.reading.documents.readers import activity

        return activity.read(data, job.kind)
    return recognise(data, PurePath(job.name).suffix).read(data)


def _listing(stream: BinaryIO, suffix: str) -> Listing | None:
    """What an archive or a course holds; None for a document. A course of gigabytes is never read as a whole.

    Raises UnreadableError for what other programs keep in a zip, by the ending of its name.
    """
    if stream.read(2) != b"PK":
        return None
    found = zipped(stream)
    if found not in (ARCHIVE, COURSE):
        return None
    refuse_by_name(suffix)
    # Archives are few, and what reads them takes a fifth of a worker's start.
    from curalign.reading.documents.readers.archive import list_members
    from curalign.reading.documents.readers.course import list_course

    if found is COURSE:
        return list_course(stream)
    listing = list_members(stream)
    if suffix and suffix not in FORMATS and not any(_is_document(member.name) for member in listing.members):
        raise format_unknown(suffix).as_error()
    return listing


def _is_document(name: str) -> bool:
    return PurePath(name).suffix.lower() in FORMATS


def _member(file: BinaryIO, inside: Sequence[int]) -> BinaryIO:
    from curalign.reading.documents.readers.archive import member_stream

    return member_stream(file, inside)


if __name__ == "__main__":
    serve(_answer, "document")
