"""Lists of people in documents, as of who signed in, or of pupils and marks: they are not read, and are counted.

`without_people`, below, goes through a section. `lines` finds people in lines, lists and fields of forms;
`tables` finds them in tables, and `across` in tables with a column or a group for each pupil.
`text` takes names out of a line or a cell, and `mail` those who write, are written to or stand with a role.
`headed` says what a heading or a label tells of the names below it: people, notes on pupils, or what is taught.
`names` says whether a text has the shape of a name, by `name_words`: given names, titles, and words that are no name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, groupby

from curalign.domain.materials import Block, Form, Section
from curalign.domain.people.lines import Seen, in_lines
from curalign.domain.people.name_words import TITLES
from curalign.domain.people.names import is_full_name, is_surely_a_name
from curalign.domain.people.tables import are_people, in_table
from curalign.domain.people.text import Around, without_names
from curalign.domain.privacy import masked

__all__ = ["TITLES", "are_people", "is_full_name", "is_surely_a_name", "without_people"]

_BESIDE = 2  # blocks below a table in which a question may stand


def without_people(section: Section) -> tuple[Section, int]:
    """A section without lists of people, and with nobody's address or telephone number.

    A row that says something of its own stays, with `[name]` in the place of the name.

    Args:
        section: As a document has it.

    Returns:
        The section, and how many rows or lines with names were left out of it or made nameless.

    """
    texts = [masked(block.text) for block in section.blocks]
    seen = _look(section, texts)
    blocks: list[Block] = []
    opens = False  # whether the row with which a table begins was left out
    for at, block in enumerate(section.blocks):
        what = seen.get(at)
        opens = block.form is Form.ROW and (opens or block.opens_table)
        if what is not None and what.text is None:
            continue
        text = texts[at] if what is None else masked(what.text or "")
        same = text == block.text and opens == block.opens_table
        blocks.append(block if same else replace(block, text=text, opens_table=opens))
        opens = False
    headings = tuple(without_names(masked(heading), Around()) for heading in section.headings)
    if headings == section.headings and len(blocks) == len(section.blocks) and all(map(_same, blocks, section.blocks)):
        return section, 0
    return replace(section, headings=headings, blocks=tuple(blocks)), sum(what.people for what in seen.values())


def _same(one: Block, other: Block) -> bool:
    return one is other


def _look(section: Section, texts: Sequence[str]) -> dict[int, Seen]:
    """What becomes of the blocks that hold names, by their numbers."""
    seen: dict[int, Seen] = {}
    above = list(section.headings[-2:])
    start = 0
    opened = accumulate(block.opens_table for block in section.blocks)
    kinds = ((block.form is Form.ROW, number) for block, number in zip(section.blocks, opened, strict=True))
    for (is_table, _), numbered in groupby(zip(kinds, texts, strict=True), key=lambda pair: pair[0]):
        stretch = [text for _, text in numbered]
        end = start + len(stretch)
        found = in_table(stretch, above, texts[end : end + _BESIDE]) if is_table else in_lines(stretch, above)
        seen.update((start + at, what) for at, what in found.items())
        above = [*section.headings[-2:], *stretch[-1:]]
        start = end
    return seen
