"""The head of a form as a table: what the course is, which text, whose standards were attached, and nothing taught."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from curalign.domain.codes import LIKE_A_CODE, OPENS_WITH_A_CODE
from curalign.domain.materials import Block, Role
from curalign.segmenting.cells import Cells, filled
from curalign.segmenting.columns import column_of, role_of_label
from curalign.segmenting.fields import field_of, role_of_fields
from curalign.segmenting.roles import is_only_codes, label_role, role_of_heading
from curalign.segmenting.vocabulary import STRONG

_MIN_ROWS = 3
_MAX_LABEL_WORDS = 6


def read_head(rows: Sequence[Block], cells: Sequence[Sequence[str]]) -> list[Cells] | None:
    """The cells of a table that is a form's head; None for any other table.

    Its rows are a label and a value. Half of the labels or more are of people, times, names, notes or standards, and
    none is of what is taught: in a lesson's template such rows stand beside its objective and its activities.
    """
    pairs = [[row[n] for n in filled(row)] or [""] for row in cells]
    labels = [pair[0] for pair in pairs if len(pair) == 2]
    if len(labels) < _MIN_ROWS or any(len(pair) > 2 for pair in pairs) or not all(map(_is_called, labels)):
        return None
    known = sum(_is_of_a_head(*pair) for pair in pairs if len(pair) == 2)
    if any(_may_teach(pair) for pair in pairs) or 2 * known < len(labels):
        return None
    return list(_read(rows, pairs))


def _read(rows: Sequence[Block], pairs: Sequence[Sequence[str]]) -> Iterator[Cells]:
    for block, pair in zip(rows, pairs, strict=True):
        if not pair:
            yield Cells(block, Role.BOILERPLATE)
            continue
        label, *values = pair
        said = _role_of_label(label)
        if any(map(_is_standard, values or (label.partition(": ")[2],))):
            yield Cells(block, Role.MENTION)
        elif said is not None or field_of(label) is not None or not values:
            cites = LIKE_A_CODE.search(block.text)
            yield Cells(block, role_of_fields(block.text) or said or (Role.MENTION if cites else Role.NOTE))
        else:
            is_note = column_of(label).is_name and not values[0].endswith((".", "?", "!"))
            yield Cells(block, label_role(block.text) or (Role.NOTE if is_note else None))


def _role_of_label(label: str) -> Role | None:
    role = role_of_label(label) or role_of_heading(label)
    return role if role in (Role.NOTE, Role.MENTION, Role.BOILERPLATE) else None


def _is_of_a_head(label: str, value: str) -> bool:
    return _role_of_label(label) is not None or field_of(label) is not None or is_only_codes(value)


def _may_teach(pair: Sequence[str]) -> bool:
    return any(role in STRONG for text in pair for role in (role_of_label(text), label_role(text))) or any(
        role_of_heading(text) in STRONG for text in pair[:1]
    )


def _is_standard(text: str) -> bool:
    """Whether a value is codes, or a standard's code and its statement."""
    return is_only_codes(text) or OPENS_WITH_A_CODE.match(text) is not None


def _is_called(label: str) -> bool:
    return len(label.split()) <= _MAX_LABEL_WORDS and any(map(str.isalpha, label))
