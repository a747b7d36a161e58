"""Standards files of every publisher, read into one `Framework`. One file per format; `formats.FORMATS` lists them."""

from __future__ import annotations

from curalign.reading.frameworks.combining import read_framework, read_frameworks

__all__ = ["read_framework", "read_frameworks"]
