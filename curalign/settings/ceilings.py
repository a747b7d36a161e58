"""How much a folder's `curalign.toml` may ask of the machine that reads it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any

from curalign.errors import SettingsError
from curalign.settings.user import Limits
from curalign.settings.values import ReadingSettings

_MEGABYTES = 4096
_MEGABYTE = 2**20


def _half_of_memory() -> int:
    import psutil

    return min(_MEGABYTES, int(psutil.virtual_memory().total) // 2 // _MEGABYTE)


CEILINGS: Mapping[str, Callable[[], float]] = {
    "seconds": lambda: 600,
    "total_seconds": lambda: 4 * 3600,
    "megabytes": _half_of_memory,
    "workers": lambda: os.cpu_count() or 1,
}
"""What each setting of `[reading]` may be at most. The user's own settings name other limits under `[limits]`."""

_LOWERED = frozenset({"workers"})
"""More than the ceiling is taken as the ceiling where that changes no result: a folder serves machines of all sizes."""


def under_ceilings(reading: ReadingSettings, limits: Limits, user_settings_file: object) -> dict[str, Any]:
    """What must be lowered of what a folder asks for. Raises SettingsError for what asks too much."""
    lowered: dict[str, Any] = {}
    for key in CEILINGS.keys() & reading.model_fields_set:
        asked, user_limit = getattr(reading, key), getattr(limits, key)
        most = CEILINGS[key]() if user_limit is None else user_limit
        if asked <= most:
            continue
        if key not in _LOWERED:
            raise SettingsError(
                f"reading.{key}: is {asked:g}, and a folder may ask for at most {most:g} on this machine; lower it, "
                f"or write {key} = {asked:g} under [limits] in {user_settings_file}."
            )
        lowered[key] = int(most)
    return lowered
