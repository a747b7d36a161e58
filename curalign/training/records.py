"""`training.json` beside trained weights: what they were made from, and how they did on what was held out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from curalign import __version__
from curalign.domain.scores import Change, Estimate
from curalign.errors import ModelError
from curalign.metrics import METRICS, Measured, gains, measure
from curalign.safekeeping import write_whole
from curalign.training.sources import LabelledSource, text_digest
from curalign.training.splitting import Split, units

FILE = "training.json"
FORMAT = 1
"""1: the first."""


def compare(
    source: LabelledSource, method: str, before: Measured, after: Measured, metrics: Iterable[str]
) -> list[Change]:
    """Each metric before and after, where it can be computed."""
    first, second, gained = measure(before), measure(after), gains(before, after)
    of = {name: METRICS[name].of.replace("texts", source.measured_items) for name in metrics}
    return [
        Change(source.name, method, name, first[name], second[name], gained[name], of[name])
        for name in of
        if name in gained
    ]


def describe(split: Split) -> list[dict[str, Any]]:
    """Each source in a few lines: its files, how much was learned from, which units were held out."""
    sources = {source.name: source for source in (*split.held_out, *split.training)}
    learned = {source.name: source for source in split.training}
    held_out = {source.name: source for source in split.held_out}

    def sizes(part: dict[str, LabelledSource], name: str) -> dict[str, int]:
        if name not in part:
            return {"texts": 0, "labels": 0, "units": 0}
        texts = part[name].texts.texts
        return {"texts": len(texts), "labels": sum(len(t.codes) for t in texts), "units": len(units(part[name]))}

    return [
        {
            "name": name,
            "files": dict(sorted(sources[name].files.items())),
            "learned": sizes(learned, name),
            "held_out": sizes(held_out, name) | {"names": units(held_out[name]) if name in held_out else []},
        }
        for name in sorted(sources)
    ]


def digests(sources: Sequence[LabelledSource]) -> list[str]:
    """What the sources' texts are known by later."""
    return sorted({text_digest(text.text) for source in sources for text in source.texts.texts})


def versions(packages: Iterable[str]) -> dict[str, str]:
    """The versions of curalign and of those packages that are installed."""
    found = {"curalign": __version__}
    for name in packages:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def read_record(folder: Path) -> dict[str, Any] | None:
    """What `train encoder` recorded in a folder; None where it did not make it. Raises ModelError."""
    path = folder / FILE
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        if record["format"] != FORMAT or not isinstance(record["learned"], str):
            raise ValueError(f"format {record['format']}, expected {FORMAT}")
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{path}: cannot be read ({error}); restore it, or train into another folder.") from error
    return dict(record)


def learned_by(folder: Path) -> frozenset[str]:
    """Digests of the texts that the encoder in a folder has learned from, as far as it is recorded."""
    record = read_record(folder) or {}
    return frozenset(str(record.get("learned", "")).split())


def write_record(folder: Path, record: dict[str, Any]) -> None:
    """Write the record whole or not at all. Raises ModelError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / FILE, (json.dumps(record, indent=1, ensure_ascii=False) + "\n").encode("utf-8"))
    except OSError as error:
        raise ModelError(
            f"{folder}: cannot be written ({error.strerror}); free some space or name another folder."
        ) from error


def to_rows(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """Changes as JSON keeps them."""
    return [asdict(change) for change in changes]


def to_changes(rows: Iterable[dict[str, Any]]) -> tuple[Change, ...]:
    """Changes as a record has them."""
    names = ("before", "after", "gain")
    return tuple(Change(**row | {name: Estimate(**row[name]) for name in names}) for row in rows)
