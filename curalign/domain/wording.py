"""The names under which rooms that still word sentences themselves know `curalign.wording.text`."""

from __future__ import annotations

from curalign.wording.text import composed, count, excerpt, one_line, runs, spans

__all__ = ["composed", "count", "excerpt", "one_line", "runs", "spans"]
