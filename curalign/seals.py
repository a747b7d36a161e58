"""A key of the user's, and seals made with it: what carries one was made by this user on this computer, and is whole.

The key lies outside every district. Where none can be kept there is one for this process only, so that nothing which
was saved is ever believed.
"""

from __future__ import annotations

import functools
import hashlib
import hmac
import os
import secrets
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from curalign.opening import open_file
from curalign.safekeeping import draft_beside, write_new

USER_FOLDER = "CURALIGN_USER_FOLDER"
"""The environment variable that names a folder in place of the system's places for a user's data and caches."""

_SIZE = 32
_PATIENCE = 1.0
"""Seconds that another process may take to write the key where it cannot be put in place at once."""


@dataclass(frozen=True, slots=True)
class Key:
    """A user's key; `trouble` says why it could not be kept, and is empty where it is."""

    secret: bytes = field(repr=False)
    trouble: str = ""


def user_caches() -> Path:
    """The folder for what may be made again, of this user and no other."""
    named = os.environ.get(USER_FOLDER)
    if named:
        return Path(named) / "caches"
    from platformdirs import user_cache_path

    return user_cache_path("curalign", appauthor=False)


def seal(purpose: str, content: bytes) -> str:
    """64 hexadecimal digits that only this user's key gives for this content."""
    return hmac.new(secret(purpose), content, hashlib.sha256).hexdigest()


def is_sealed(purpose: str, content: bytes, by: str) -> bool:
    """Whether `by` is the seal of this content."""
    return hmac.compare_digest(seal(purpose, content).encode(), by.encode("utf-8", "replace"))


def secret(purpose: str) -> bytes:
    """32 bytes out of the user's key, others for each purpose."""
    return hmac.new(user_key().secret, purpose.encode(), hashlib.sha256).digest()


def user_key() -> Key:
    """The user's key, made where there is none yet."""
    return _key_at(_key_file())


def _key_file() -> Path:
    named = os.environ.get(USER_FOLDER)
    if named:
        return Path(named) / "key"
    from platformdirs import user_data_path

    return user_data_path("curalign", appauthor=False) / "key"


@functools.cache
def _key_at(path: Path) -> Key:
    try:
        try:
            return Key(_read(path))
        except FileNotFoundError:
            _make(path)
            return Key(_read(path))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return Key(secrets.token_bytes(_SIZE), f"the key {path} cannot be used ({reason})")


def _read(path: Path) -> bytes:
    """The key. Raises OSError, FileNotFoundError among it, and ValueError where what lies there is none."""
    until = time.monotonic() + _PATIENCE
    while True:
        with open_file(path) as file:
            content = file.read(_SIZE + 1)
            if len(content) == _SIZE:
                _for_the_owner_alone(file.fileno())
                return content
        if len(content) > _SIZE or time.monotonic() > until:
            raise ValueError(f"it has not {_SIZE} bytes; remove it, and a new one is made")
        time.sleep(0.02)


def _for_the_owner_alone(file: int) -> None:
    """Who can read a key can forge seals; a copy that was put back may be open to all."""
    if os.name == "posix" and os.fstat(file).st_mode & 0o077:
        with suppress(OSError):
            os.fchmod(file, 0o600)


def _make(path: Path) -> None:
    """Make a key unless another process is first. Raises OSError."""
    path.parent.parent.mkdir(parents=True, exist_ok=True)
    path.parent.mkdir(mode=0o700, exist_ok=True)
    draft = draft_beside(path)
    try:
        write_new(draft, secrets.token_bytes(_SIZE))
        _put_in_place(draft, path)
    finally:
        with suppress(OSError):
            draft.unlink()


def _put_in_place(draft: Path, path: Path) -> None:
    """Give the draft its name in one step that fails where another key is there already."""
    with suppress(FileExistsError):
        try:
            os.link(draft, path)
        except FileExistsError:
            raise
        except (OSError, NotImplementedError):  # a disk without hard links
            write_new(path, draft.read_bytes())
