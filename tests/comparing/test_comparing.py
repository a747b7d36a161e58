"""What changed from one edition of a framework to the next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from curalign.comparing import FieldChange, compare, describe_changes
from curalign.domain.standards import Association, Framework, Source, Standard

OLD = Framework(
    (
        Standard("1", "M", "Measuring", "d"),
        Standard("2", "M.1", "Use a ruler", "d", ("3",), parent="1", extra={"notes": "old"}),
        Standard("3", "M.2", "Read a scale", "d", ("3",), parent="1"),
    ),
    (Source("d", "Pond Hill", 3, licence="CC BY 4.0"),),
    (Association("2", "precedes", "3", "a1"), Association("2", "isChildOf", "1", "a2")),
)


def with_standard(at: int, **fields: object) -> Framework:
    standards = list(OLD.standards)
    standards[at] = replace(standards[at], **fields)
    return replace(OLD, standards=tuple(standards))


def test_the_same_says_nothing() -> None:
    assert not compare(OLD, OLD)
    assert list(describe_changes(compare(OLD, OLD), OLD, OLD)) == []


@pytest.mark.parametrize(
    ("fields", "change"),
    [
        ({"statement": "Use a tape"}, FieldChange("M.1", "statement", "Use a ruler", "Use a tape")),
        ({"code": "M.9"}, FieldChange("M.1", "code", "M.1", "M.9")),
        ({"grades": ("3", "4")}, FieldChange("M.1", "grades", "3", "3, 4")),
        ({"aliases": ("PH1",)}, FieldChange("M.1", "aliases", "", "PH1")),
        ({"extra": {}}, FieldChange("M.1", "notes", "old", "")),
    ],
)
def test_fields_one_by_one(fields: dict[str, object], change: FieldChange) -> None:
    assert compare(OLD, with_standard(1, **fields)).changed == (change,)


def test_moved_is_not_changed() -> None:
    changes = compare(OLD, with_standard(2, parent="2"))
    assert changes.moved == (FieldChange("M.2", "parent", "M", "M.1"),)
    assert changes == replace(changes, changed=(), added=(), removed=())


def test_added_and_removed() -> None:
    new = replace(OLD, standards=(*OLD.standards[:2], Standard("9", "M.3", "Pour", "d")))
    changes = compare(OLD, new)
    assert ([s.code for s in changes.added], [s.code for s in changes.removed]) == (["M.3"], ["M.2"])


def test_another_publishers_ids_for_the_same_codes_are_no_change() -> None:
    ids = {"1": "x1", "2": "x2", "3": "x3", "d": "e"}
    standards = tuple(
        replace(s, id=ids[s.id], framework="e", parent=ids[s.parent] if s.parent else None) for s in OLD.standards
    )
    edges = tuple(replace(a, id="", origin=ids[a.origin], destination=ids[a.destination]) for a in OLD.associations)
    assert not compare(OLD, Framework(standards, (replace(OLD.sources[0], id="e"),), edges))


def test_associations_by_their_type_and_ends() -> None:
    first, child = OLD.associations
    assert compare(OLD, replace(OLD, associations=(child,))).lost == (first,)
    extra = Association("3", "isRelatedTo", "1")
    assert compare(OLD, replace(OLD, associations=(first, child, extra))).gained == (extra,)
    retyped = compare(OLD, replace(OLD, associations=(replace(first, type="isRelatedTo"), child)))
    assert retyped.associations == (FieldChange("M.1 precedes M.2", "type", "precedes", "isRelatedTo"),)


def test_that_a_parent_is_told_by_an_association_as_well_is_no_change() -> None:
    assert not compare(OLD, replace(OLD, associations=OLD.associations[:1]))


def test_what_is_said_of_the_whole() -> None:
    new = replace(OLD, sources=(replace(OLD.sources[0], licence="CC0"),))
    assert list(describe_changes(compare(OLD, new), OLD, new)) == ["~ Pond Hill: licence was: CC BY 4.0 | is: CC0"]
