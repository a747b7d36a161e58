"""The user's own settings: which folders are trusted, and how much any folder may ask for."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import Field, ValidationError

from curalign.errors import SettingsError
from curalign.regular_files import NotRegularError, read_regular_file
from curalign.settings.values import SettingsSection, explain

MAX_BYTES = 2**20
"""Bytes of a file of settings."""

T = TypeVar("T", bound=SettingsSection)


class Trust(SettingsSection):
    """`folders` are those whose own models may be loaded, with everything below them."""

    folders: tuple[str, ...] = ()


class Limits(SettingsSection):
    """The most that a folder's `curalign.toml` may ask for under `[reading]`; None leaves it at `CEILINGS`."""

    seconds: Annotated[float, Field(gt=0, le=86_400, strict=True, allow_inf_nan=False)] | None = None
    total_seconds: Annotated[float, Field(gt=0, le=604_800, strict=True, allow_inf_nan=False)] | None = None
    megabytes: Annotated[int, Field(ge=64, le=1_048_576, strict=True)] | None = None
    workers: Annotated[int, Field(ge=1, le=256, strict=True)] | None = None


class UserSettings(SettingsSection):
    """`settings.toml` in the user's configuration folder."""

    trust: Trust = Trust()
    limits: Limits = Limits()

    def trusts(self, folder: Path) -> bool:
        """Whether a folder is one of those that are trusted, or lies in one."""
        return any(_real(folder).is_relative_to(_real(Path(name))) for name in self.trust.folders)


def user_settings_file() -> Path:
    """Where the user's own settings are looked for."""
    import platformdirs

    return platformdirs.user_config_path("curalign", appauthor=False) / "settings.toml"


def load_user_settings() -> UserSettings:
    """The user's own settings; the defaults where there are none. Raises SettingsError, naming the file."""
    path = user_settings_file()
    if not os.access(path, os.R_OK):
        return UserSettings()  # none, or none for this user: that trusts nobody
    user = read_toml(path, UserSettings, links=True) or UserSettings()
    if user.trust.folders or user.limits.model_fields_set:
        _require_users_own(path)
    for name in user.trust.folders:
        if not Path(name).expanduser().is_absolute():
            raise SettingsError(f"{path}: trust.folders: {name!r} is not a whole path; write it from the root or ~.")
    return user


def read_toml(path: Path, model: type[T], *, links: bool = False) -> T | None:
    """A file of settings as values; None where there is none. Raises SettingsError, naming the file and the mend."""
    try:
        text = read_regular_file(path, MAX_BYTES, links=links).decode("utf-8-sig")
        return model.model_validate(tomllib.loads(text))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except NotRegularError as error:
        raise SettingsError(f"{path}: {error}.") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: not UTF-8 text: save it again as UTF-8.") from error
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror}); check its permissions.") from error
    except ValidationError as error:
        raise SettingsError(f"{path}: {explain(error, model)}") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits is no TOMLDecodeError
        hint = "in a path write / instead of \\" if "\\" in str(error) else "mend that line or remove the file"
        raise SettingsError(f"{path}: not valid TOML: {error}; {hint}.") from error


def _require_users_own(path: Path) -> None:
    """Raise SettingsError for a file that somebody else wrote for this user."""
    if hasattr(os, "geteuid") and path.stat().st_uid not in (os.geteuid(), 0):
        raise SettingsError(f"{path}: belongs to another user, so nothing is trusted on its word; write it yourself.")


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path.expanduser()))


def quoted(names: Sequence[str]) -> str:
    """Names as a list in TOML."""
    return "[" + ", ".join(f"'{name}'" if "'" not in name else repr(name) for name in names) + "]"
