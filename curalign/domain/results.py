"""How pupils did, always over a group: a single pupil's result is never asked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """One test item's result for a group: `p_value` is the share of the points that were reached, 0 to 1.

    `school` is where the file says so by itself; a `group` may be called after a school as well. `standards` is how
    many standards the item names: where there are several the result speaks of all of them together, and there is one
    of these for each.
    """

    item: str
    standard_code: str
    max_points: float
    n: int
    p_value: float
    group: str = ""
    school: str = ""
    standards: int = 1
