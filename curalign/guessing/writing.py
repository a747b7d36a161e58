"""A guess, as the text of `curalign.toml`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from curalign.guessing.guess import Guess

_HEAD = """\
# Which folder is what. `curalign init` guessed it from the names and the files; put right what it got wrong.
# Every name is a folder in this one, with all that lies below it. A nested one is written "State stuff/ELA".
# What is not set here has its default: curalign.toml can be removed when nothing needs to be set.
"""
_COMMENTS = {
    "name": "How reports call the district.",
    "standards": "What pupils should learn: files of codes and statements (CASE JSON, CSV, Excel).",
    "curriculum": "What pupils are taught: units, lessons, pacing guides.",
    "pd": "What teachers learn: workshops, PLCs, coaching. A folder of PD inside the curriculum counts as PD only.",
    "results": "How pupils did, per standard and group (CSV). Never a table of single pupils.",
    "schools": "Each folder directly below a curriculum folder is a school: {reason}.",
    "grades": "What the district answers for. Without this line: only the grades that some unit states.",
}
_UNSAFE = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def to_toml(guess: Guess) -> str:
    """Write the settings that a guess needs, with comments that teach.

    Args:
        guess: What the folders seem to hold.

    Returns:
        The text of a `curalign.toml` that holds only what differs from the defaults.

    """
    lines = [_HEAD, "[district]"]
    for key, value in guess.changes.items():
        reason = _as_comment(guess.schools)
        lines += [f"# {_COMMENTS[key].format(reason=reason)}", f"{key} = {_value(value)}"]
    lines += _undecided(guess)
    return "\n".join(lines) + "\n"


def quote(text: str) -> str:
    """Write a text as a TOML string.

    Args:
        text: Any text, such as the name of a folder.

    Returns:
        The string in quotation marks; control characters, and marks that turn text around, are written as escapes.

    """
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _value(value: object) -> str:
    if not isinstance(value, tuple):
        return quote(str(value))
    one_line = f"[{', '.join(map(quote, value))}]"
    if len(one_line) <= 100:
        return one_line
    return "[\n" + "".join(f"  {quote(each)},\n" for each in value) + "]"


def _undecided(guess: Guess) -> Iterator[str]:
    unknown = [placed.folder for placed in guess.left_out if placed.purpose is None and placed.files and placed.folder]
    if unknown:
        yield "# Not decided, so left out. Add a folder to a list above (curriculum, pd) if it belongs there:"
        yield from (f"#   {quote(folder)}" for folder in unknown)


def _as_comment(text: str) -> str:
    return quote(text)[1:-1].replace('\\"', '"')
