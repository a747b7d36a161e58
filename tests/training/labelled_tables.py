"""A small school's standards and texts, written by hand: three grades, four standards each, three texts a standard."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

STANDARDS = {
    "G1.1": ("1", "Add within twenty", "plus counters together, joins two groups, sums up small piles"),
    "G1.2": ("1", "Tell time in hours and half hours", "reads the clock's hands, says half past, sets a toy clock"),
    "G1.3": ("1", "Order three objects by length", "lines up sticks, finds the longest ribbon, compares pencils"),
    "G1.4": ("1", "Compose shapes from other shapes", "makes a house of triangles, tiles a picture, joins blocks"),
    "G2.1": ("2", "Measure lengths in centimeters", "lays a ruler along a desk, measures a leaf, marks a tape"),
    "G2.2": ("2", "Count money with coins and bills", "pays with dimes, gives change, buys in the class shop"),
    "G2.3": ("2", "Draw a picture graph", "shows favorite fruit in a chart, counts votes, reads a bar chart"),
    "G2.4": ("2", "Partition rectangles into rows and columns", "cuts a sheet into squares, folds rows, fills a grid"),
    "G3.1": ("3", "Multiply within one hundred", "makes equal groups, draws an array of dots, skip counts by six"),
    "G3.2": ("3", "Find the area of a rectangle", "covers a floor with tiles, counts unit squares, paints a wall"),
    "G3.3": ("3", "Place fractions on a number line", "marks thirds on a line, finds one half, splits a string"),
    "G3.4": ("3", "Round numbers to the nearest ten", "says which ten is near, estimates a total, rounds prices"),
}


def write_standards(folder: Path) -> Path:
    rows = [("code", "statement", "grades"), *((code, said, grade) for code, (grade, said, _) in STANDARDS.items())]
    return write_table(folder / "standards.csv", rows)


def write_texts(folder: Path, *, codes: Iterable[str] = STANDARDS, name: str = "texts.csv", strangers: int = 0) -> Path:
    """Texts in units of two standards; `strangers` teach none of them."""
    rows = [("text", "codes", "unit", "grades")]
    for at, code in enumerate(codes):
        grade, _, doings = STANDARDS[code]
        rows += [(f"The class {doing.strip()}.", code, f"Unit {at // 2}", grade) for doing in doings.split(",")]
    rows += [(f"Recess and lunch, day {day}.", "", f"Breaks {day}", "2") for day in range(strangers)]
    return write_table(folder / name, rows)


def write_table(path: Path, rows: Iterable[Iterable[str]]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    return path
