"""The colours and the font of pages, pictures and workbooks."""

from __future__ import annotations

from curalign.domain.links import Strength

COLOURS = {
    Strength.FULL: "#1a5f9e",
    Strength.PARTIAL: "#8fc3ea",
    Strength.NONE: "#e8863a",
    Strength.UNKNOWN: "#b9b9b9",
}
"""Blue and orange stay apart for every kind of colour blindness; each mark carries a symbol or a number as well."""
INK = "#202020"
FONT = "system-ui, sans-serif"
