"""What is held out: whole units, about a fifth of them, drawn by the seed."""

from __future__ import annotations

from pathlib import Path

import pytest
from labelled_tables import STANDARDS, write_standards, write_table, write_texts

from curalign.errors import LabelsError
from curalign.training import LabelledSource, open_sources
from curalign.training.records import digests
from curalign.training.splitting import split, units, unseen


def opened(folder: Path, *tables: Path) -> tuple[LabelledSource, ...]:
    return open_sources(tables or [write_texts(folder)], [write_standards(folder)])


@pytest.mark.parametrize("seed", range(5))
def test_no_unit_is_on_both_sides_and_none_is_lost(tmp_path: Path, seed: int) -> None:
    sources = opened(tmp_path)
    parts = split(sources, seed)
    (training,), (held_out,) = parts.training, parts.held_out
    assert not set(units(training)) & set(units(held_out))
    assert sorted([*units(training), *units(held_out)]) == units(sources[0])
    assert len(units(held_out)) == 1  # of six


def test_the_same_seed_draws_the_same_units_and_others_draw_others(tmp_path: Path) -> None:
    sources = opened(tmp_path)
    drawn = [units(split(sources, seed).held_out[0]) for seed in (1, 1, 2, 3, 4, 5)]
    assert drawn[0] == drawn[1]
    assert len({*map(tuple, drawn)}) > 1


def test_it_says_how_much_is_held_out(tmp_path: Path) -> None:
    said = str(split(opened(tmp_path), 0))
    assert "Learning from 30 texts in 5 units" in said
    assert "Held out to measure on: 6 texts in 1 unit" in said


def test_units_of_two_tables_are_told_apart(tmp_path: Path) -> None:
    first = write_texts(tmp_path, codes=list(STANDARDS)[:4], name="first.csv")
    second = write_texts(tmp_path, codes=list(STANDARDS)[4:8], name="second.csv")
    parts = split(opened(tmp_path, first, second), 0)
    assert sum(len(units(source)) for source in parts.training) == 3
    assert sum(len(units(source)) for source in parts.held_out) == 1


def test_one_labelled_unit_is_refused_in_a_sentence(tmp_path: Path) -> None:
    sources = opened(tmp_path, write_texts(tmp_path, codes=["G1.1", "G1.2"]))
    with pytest.raises(LabelsError, match=r"texts: only 1 unit with labels, so none can be held out to measure on; .*"):
        split(sources, 0)


def test_texts_without_a_unit_are_units_of_their_own(tmp_path: Path) -> None:
    rows = [("text", "codes"), *((f"The class counts to {n}.", "G1.1") for n in range(10))]
    (source,) = opened(tmp_path, write_table(tmp_path / "bare.csv", rows))
    parts = split([source], 0)
    assert [len(side[0].texts) for side in (parts.training, parts.held_out)] == [8, 2]


def test_what_an_encoder_has_learned_from_is_not_fresh_under_another_name(tmp_path: Path) -> None:
    (early,) = opened(tmp_path, write_texts(tmp_path, codes=list(STANDARDS)[:6], name="early.csv"))
    every = opened(tmp_path, write_texts(tmp_path, name="every.csv"))
    (fresh,) = unseen(every, digests([early]))
    assert units(fresh) == ["Unit 3", "Unit 4", "Unit 5"]
    assert unseen(every, digests(every)) == ()
