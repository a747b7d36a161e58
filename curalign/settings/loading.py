"""A folder's `curalign.toml`, which anybody may have written: data that names nothing to be loaded unasked."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from enum import Enum, auto
from importlib import metadata
from pathlib import Path

from curalign.errors import SettingsError
from curalign.regular_files import NotRegularError, read_regular_file, regular_files
from curalign.resources import models_folder
from curalign.settings.ceilings import under_ceilings
from curalign.settings.user import UserSettings, load_user_settings, quoted, read_toml, user_settings_file
from curalign.settings.values import FILE, MODELS, Settings
from curalign.wording.text import excerpt

ALLOW = "--allow-folder-models"
"""The option of the command line that stands for `Models.ALLOWED`."""

MAX_JUDGE_BYTES = 16 * 2**20
_QUOTED = 80


class Models(Enum):
    """What may be loaded of the encoder, judge and pipeline that a folder's settings name."""

    SHIPPED = auto()
    """What comes with curalign; more only where the user's own settings trust the folder."""
    ALLOWED = auto()
    """The user said that this folder's own may be loaded."""
    UNUSED = auto()
    """Nothing is loaded: the three settings are as if they were not written."""


def load_settings(folder: Path, *, models: Models = Models.SHIPPED, **instead: Mapping[str, object]) -> Settings:
    """Settings of a district's folder; the defaults where it has no `curalign.toml`.

    A folder may come from anybody: an encoder, a judge or a pipeline of its own is taken only where the user's own
    settings or `models` allow it, and limits are never above those of `CEILINGS`. Paths are relative to the folder,
    and become whole ones.

    Args:
        folder: the district's folder.
        models: what the user allows of what the folder brings.
        instead: values by section that the user gave and that stand above the folder's: `embedding={"encoder": ...}`.

    Returns:
        Settings under which nothing of the folder's is run.

    Raises:
        SettingsError: names the file, the key and the mend.

    """
    path = folder / FILE
    user = load_user_settings()
    settings = read_toml(path, Settings) or Settings()
    try:
        changes: dict[str, Mapping[str, object]] = dict(_models(folder, settings, models, user, instead))
        changes["reading"] = under_ceilings(settings.reading, user.limits, user_settings_file())
    except SettingsError as error:
        raise SettingsError(f"{path}: {error}") from error
    for section, values in instead.items():
        changes[section] = {**changes.get(section, {}), **values}
    changes = {section: values for section, values in changes.items() if values}
    return (
        settings.with_changes(**{section: dict(values) for section, values in changes.items()}) if changes else settings
    )


def _models(
    folder: Path, settings: Settings, models: Models, user: UserSettings, instead: Mapping[str, Mapping[str, object]]
) -> dict[str, Mapping[str, object]]:
    """For each model of the folder's own that will be used, what to load."""
    changes: dict[str, Mapping[str, object]] = {}
    for section, key in MODELS:
        name = getattr(getattr(settings, section), key)
        if key in instead.get(section, {}) or name in _shipped(key):
            continue
        if models is Models.UNUSED:
            changes[section] = {key: getattr(getattr(Settings(), section), key)}
            continue
        try:
            found = _FINDERS[key](folder, name)
        except NotRegularError as error:
            raise SettingsError(f"{section}.{key}: {excerpt(name, _QUOTED)!r} {error}.") from error
        if models is not Models.ALLOWED and not user.trusts(folder):
            trusted = quoted([os.path.realpath(folder)])
            raise SettingsError(
                f"{section}.{key}: {excerpt(name, _QUOTED)!r} is not shipped with curalign, and what a folder "
                f"names is not loaded unasked; if you trust this folder, add {ALLOW}, or write folders = {trusted} "
                f"under [trust] in {user_settings_file()}."
            )
        changes[section] = {key: found}
    return changes


def _shipped(key: str) -> frozenset[str]:
    """The names that need nobody's permission."""
    if key == "encoder":
        return frozenset({"default", "hashing", *(p.name for p in (models_folder() / "encoders").glob("*"))})
    if key == "judge":
        return frozenset({"default", *(p.stem for p in (models_folder() / "judges").glob("*.json"))})
    return frozenset({""})


def _encoder_in(folder: Path, name: str) -> str:
    path = _inside(folder, name)
    if not path.is_dir():
        raise NotRegularError("is not a folder of a model; name the folder that holds the model's files")
    for _ in regular_files(path):
        pass
    return str(path)


def _judge_in(folder: Path, name: str) -> str:
    if not name.endswith(".json"):
        raise NotRegularError("is not a judge; name a shipped one, or a .json file in this folder")
    path = _inside(folder, name)
    read_regular_file(path, MAX_JUDGE_BYTES)
    return str(path)


def _inside(folder: Path, name: str) -> Path:
    """A path that a folder's settings name, with all links followed. Raises NotRegularError where it leads outside."""
    try:
        root = Path(os.path.realpath(folder))
        path = Path(os.path.realpath(root / name))
        there = path.exists()
    except (OSError, ValueError):
        raise NotRegularError("is not a path; write where it lies in this folder") from None
    if path == root or not path.is_relative_to(root):
        raise NotRegularError(
            "is not inside the folder, which is all that its settings may name; copy it there, or name it on the "
            "command line, as --encoder does"
        )
    if not there:
        raise NotRegularError(
            "does not exist in the folder; paths are relative to this file, and an installed package is named on the "
            "command line (--encoder)"
        )
    return path


def _pipeline(_: Path, name: str) -> str:
    """An installed package that registered itself as a pipeline: a folder's files may hold code, a module is code."""
    try:
        installed = name.isidentifier() and metadata.distribution(name).entry_points.select(group="spacy_models")
    except metadata.PackageNotFoundError:
        installed = False
    if not installed:
        raise NotRegularError(
            "is not an installed spaCy pipeline, and a folder's own is never loaded; install it as a package"
        )
    return name


_FINDERS: Mapping[str, Callable[[Path, str], str]] = {
    "encoder": _encoder_in,
    "judge": _judge_in,
    "pipeline": _pipeline,
}
