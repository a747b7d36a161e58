"""What the folders of a messy district seem to be, each guess with its reason. Nothing is moved, nothing is written."""

from __future__ import annotations

from curalign.guessing.guess import Guess, guess_district
from curalign.guessing.placing import Move, PlacedFolder
from curalign.guessing.signs import Purpose
from curalign.guessing.writing import quote, to_toml

__all__ = ["Guess", "Move", "PlacedFolder", "Purpose", "guess_district", "quote", "to_toml"]
