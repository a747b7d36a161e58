"""Zip containers (docx, pptx, xlsx, odt) with the same bytes on every build."""

from __future__ import annotations

import zipfile
from pathlib import Path

EPOCH = (1980, 1, 1, 0, 0, 0)


def freeze(path: Path) -> None:
    """Write the container again with fixed entry dates, in the same order."""
    with zipfile.ZipFile(path) as old:
        members = [(entry.filename, old.read(entry)) for entry in old.infolist()]
    with zipfile.ZipFile(path, "w") as new:
        for name, data in members:
            new.writestr(_entry(name), data, compresslevel=9)


def _entry(name: str) -> zipfile.ZipInfo:
    """A dated entry; an OpenDocument's `mimetype` must stay uncompressed."""
    entry = zipfile.ZipInfo(name, date_time=EPOCH)
    entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    return entry
