"""Standards files of every publisher, read into one `Framework`. One file per format; `formats.FORMATS` lists them."""

from __future__ import annotations

from curalign.reading.frameworks.combining import read_framework, read_frameworks
from curalign.reading.frameworks.validating import Flaw, validate_framework

__all__ = ["Flaw", "read_framework", "read_frameworks", "validate_framework"]
