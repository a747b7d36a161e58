"""Lines that are typed in columns, with tabs or three spaces and more between them."""

from __future__ import annotations

import re

_GAP = re.compile(r"(?<=\S)(?: ?\t|[^\S\n]{3})\s*(?=\S)")


def cells_of(line: str) -> list[str]:
    """What stands in the columns of a line; the line itself where it has no gap."""
    return _GAP.split(line.strip()) if "\n" not in line.strip() else [line.strip()]


def in_columns(line: str) -> bool:
    """Whether a line has a gap between words."""
    return _GAP.search(line) is not None


def stand_apart(above: str, line: str) -> bool:
    """Whether a line does not go on with the one above, because one of them is in columns."""
    gaps = in_columns(above) + in_columns(line)
    return gaps == 2 or (gaps == 1 and not line.lstrip()[:1].islower())
