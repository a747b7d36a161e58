"""What a zip archive holds, and one file of it as bytes. Nothing is ever unpacked to the disk."""

from __future__ import annotations

import io
import re
import stat
import zipfile
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import BinaryIO

from curalign.errors import UnreadableError
from curalign.reading.documents.drafts import BOMB, DAMAGED
from curalign.reading.documents.listing import Listing, Member
from curalign.reading.files.file_bytes import Unread
from curalign.reading.files.walking import BUNDLE, MEDIA, PICTURES, bundle_of, is_leftover, text_of
from curalign.wording import Facts

MAX_MEMBER_BYTES = 200 * 2**20
"""Bytes of one file in an archive, unpacked."""

_SURE = 10 * 2**20
_RATIO = 200  # text rarely packs to a twentieth; only a bomb is far smaller than that
_DRIVE = re.compile(r"[A-Za-z]:")


def opened(stream: BinaryIO) -> zipfile.ZipFile:
    """A zip whose list of files could be read; raises UnreadableError when it is damaged."""
    try:
        return zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise DAMAGED.as_error() from error


def list_members(stream: BinaryIO) -> Listing:
    """The documents of an archive in the order of their names, and why others are not to be read."""
    members: dict[str, Member] = {}
    problems: list[tuple[str, Unread]] = []
    silent = 0
    infos = opened(stream).infolist()
    bundles = {folder for info in infos if (folder := bundle_of(readable_name(info)))}
    problems += [(folder, Unread(trouble="other-program", facts=BUNDLE)) for folder in sorted(bundles)]
    for at, info in enumerate(infos):
        name = readable_name(info)
        if info.is_dir() or any(name.startswith(f"{folder}/") for folder in bundles):
            continue
        if any(is_leftover(part) for part in PurePosixPath(name).parts if part != ".."):
            continue
        why = refusal_of(info) or (Unread(trouble="member-doubled") if name in members else None)
        if why:
            problems.append((name, why))
        elif PurePosixPath(name).suffix.lower() in (*PICTURES, *MEDIA):
            silent += 1
        else:
            members[name] = Member(at, name, info.file_size)
    return Listing(tuple(members[name] for name in sorted(members)), tuple(problems), silent)


def readable_name(info: zipfile.ZipInfo) -> str:
    """A member's path with forward slashes, as text that can be written anywhere."""
    return text_of(info.filename.replace("\\", "/"))


def refusal_of(info: zipfile.ZipInfo) -> Unread | None:
    """Why a member is not to be read; None when it is."""
    name = readable_name(info)
    if name.startswith("/") or ".." in name.split("/") or _DRIVE.match(name):
        return Unread(trouble="member-outside")
    if info.flag_bits & 1:
        return Unread(trouble="locked", facts=Facts(kind="member"))
    if stat.S_ISLNK(info.external_attr >> 16):
        return Unread(trouble="member-link")
    if info.file_size > MAX_MEMBER_BYTES or (
        info.file_size > _SURE and info.file_size > _RATIO * max(1, info.compress_size)
    ):
        return BOMB
    return None


def member_bytes(stream: BinaryIO, at: int) -> bytes:
    """The bytes of one file of an archive, by its position; raises UnreadableError when it is damaged or a bomb."""
    try:
        with opened(stream) as archive:
            info = archive.infolist()[at]
            if why := refusal_of(info):
                raise why.as_error()
            with archive.open(info) as member:
                data = member.read(MAX_MEMBER_BYTES + 1)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise UnreadableError(trouble="member-damaged") from error
    except Exception as error:
        if type(error).__module__ in ("zlib", "lzma", "bz2", "_bz2", "_lzma"):
            raise UnreadableError(trouble="member-damaged") from error
        raise
    if len(data) > MAX_MEMBER_BYTES:
        raise BOMB.as_error()
    return data


def member_stream(stream: BinaryIO, inside: Sequence[int]) -> BinaryIO:
    """A file in an archive in an archive, by the positions that lead to it; the stream itself where there are none."""
    for at in inside:
        stream = io.BytesIO(member_bytes(stream, at))
    return stream
