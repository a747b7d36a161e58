"""What is left out of every document, on purpose or of need, and counted, so that nobody takes it for read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from curalign.reading.files.file_bytes import Unread
from curalign.wording import Facts

HIDDEN = "hidden"
"""Paragraphs with words that are hidden."""
STRUCK = "struck"
"""Paragraphs with words that are struck out."""
DELETED = "deleted"
"""Paragraphs with words that a tracked change deletes, or moves to another place."""
COMMENTS = "comments"
SLIDES = "slides"
ROWS = "rows"
COLUMNS = "columns"
SHEETS = "sheets"
"""Hidden ones."""
EQUATIONS = "equations"
"""Equations that are pictures, made by a program beside Office: these nobody left out on purpose."""

_MAX_NAMES = 20
_KINDS = (HIDDEN, STRUCK, DELETED, COMMENTS, SLIDES, ROWS, COLUMNS, SHEETS)


def told(left_out: Counter[str]) -> tuple[Unread, ...]:
    """The one note of a document on what was left out on purpose, and one on pictures; none where there is nothing."""
    counts = {kind: left_out[kind] for kind in _KINDS}
    on_purpose = [Unread(trouble="left-out", facts=Facts(counts))] if any(counts.values()) else []
    pictures = Facts(count=left_out[EQUATIONS])
    return (*on_purpose, *([Unread(trouble="equation-pictures", facts=pictures)] if left_out[EQUATIONS] else []))


def unread(names: Sequence[str]) -> tuple[Unread, ...]:
    """The one note on files in a document that are not read; none where there are none."""
    facts = Facts(count=len(names), names=list(names[:_MAX_NAMES]))
    return (Unread(trouble="attached-files", facts=facts),) if names else ()


def is_note(lack: Unread) -> bool:
    """Whether this is one of the notes that count."""
    return lack.trouble in ("left-out", "equation-pictures")


def summed(lacks: Iterable[Unread]) -> tuple[Unread, ...]:
    """What was left out of all parts of a document, with one note on what was so on purpose; no note twice."""
    rest: dict[Unread, None] = {}
    counts = Counter[str]()
    for lack in lacks:
        if not is_note(lack):
            rest[lack] = None
            continue
        for kind, count in lack.facts.items():
            counts[EQUATIONS if lack.trouble == "equation-pictures" else kind] += count if isinstance(count, int) else 0
    return (*told(counts), *rest)


def is_equation(program: str) -> bool:
    """Whether an object in a document is an equation, by the name of the program that made it."""
    return program.startswith(("Equation", "MathType"))
