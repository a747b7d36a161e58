"""What a hostile file is: where it goes in a district, how it is made, and how it must end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

TEXT, FINDING = "text", "finding"
Maker = Callable[[Path], None]


@dataclass(frozen=True)
class HostileFile:
    """One file of a district: its path there, how it is made, and how it must end."""

    path: str
    make: bytes | Callable[[], bytes] | Maker
    ends: str = ""
    on_disk: bool = False

    def write(self, root: Path) -> None:
        path = root / self.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if self.on_disk:
            self.make(path)
        else:
            path.write_bytes(self.make if isinstance(self.make, bytes) else self.make())


def unit(name: str, make: bytes | Callable[[], bytes], ends: str = "") -> HostileFile:
    return HostileFile(f"curriculum/{name}", make, ends)


def standards(name: str, make: bytes | Callable[[], bytes], ends: str = FINDING) -> HostileFile:
    return HostileFile(f"standards/{name}", make, ends)


def results(name: str, make: bytes | Callable[[], bytes], ends: str = FINDING) -> HostileFile:
    return HostileFile(f"results/{name}", make, ends)
