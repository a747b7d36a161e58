"""From a checked district to a plan: options are judged alone, from a table or from the PD folder's own documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import Said, align, pd, standard, unit
from sample_districts import write_district

from curalign.choosing import Choices, find_choices, plan_for
from curalign.covering import measure_coverage
from curalign.domain.links import Alignment
from curalign.domain.materials import Role
from curalign.domain.measurement import Measurement
from curalign.domain.plans import Limits, Plan
from curalign.domain.results import Result
from curalign.errors import DistrictError
from curalign.pipeline import Checked, check, priorities_of
from curalign.planning import find_priorities
from curalign.settings import Settings
from curalign.storage import Run

DISTRICT = (
    unit("u.md", Said("Fold", {"S.1": 0.95}), Said("Cut", {"S.2": 0.95}), Said("Glue", {"S.3": 0.05})),
    pd("pd/folding.md", Said("A 3-hour morning on folding, $300", {"S.1": 0.9})),
    pd("pd/cutting.md", Said("Two sessions of two hours on cutting", {"S.2": 0.9})),
    pd("pd/gluing.md", Said("On gluing", {"S.3": 0.9})),
)
RESULTS = tuple(Result(code, code, 1.0, 50, share) for code, share in (("S.1", 0.3), ("S.2", 0.6), ("S.3", 0.2)))


def checked(alignment: Alignment, tmp_path: Path) -> Checked:
    measured = Measurement(measure_coverage(alignment), RESULTS)
    return Checked(Run("run", "d", "f", alignment, RESULTS, {}, {}, {}), measured, (), tmp_path)


@pytest.fixture
def documents(tmp_path: Path) -> tuple[Checked, Choices]:
    standards = [standard(code) for code in ("S.1", "S.2", "S.3")]
    found = checked(align(standards, *DISTRICT, grades="3", calibrated=True), tmp_path)
    return found, find_choices(tmp_path, found, Settings())


def test_documents_are_options_by_what_they_state(documents: tuple[Checked, Choices]) -> None:
    _, choices = documents
    options = {each.option.place: each.option for each in choices.judged}
    assert {path: (o.hours, o.cost, o.cost_stated) for path, o in options.items()} == {
        "pd/folding.md": (3, 300, True),
        "pd/cutting.md": (4, 0, False),
    }
    assert choices.without_hours == ("pd/gluing.md",)
    assert choices.source == ""


def test_a_document_supports_what_it_does_by_itself(documents: tuple[Checked, Choices]) -> None:
    _, choices = documents
    supports = {each.option.place: [id_ for id_, _ in each.supports] for each in choices.judged}
    assert supports == {"pd/folding.md": ["s.1"], "pd/cutting.md": ["s.2"]}


def test_what_is_chosen_among_is_no_support_that_there_is(documents: tuple[Checked, Choices]) -> None:
    found, choices = documents
    priorities = find_priorities(found.measured)
    plan = plan_for(choices, found.coverage, priorities, Limits(hours=4))
    assert isinstance(plan, Plan)
    assert [chosen.option.place for chosen in plan.chosen] == ["pd/folding.md"]
    assert [note.sentence for note in plan.notes] == ["note-no-cost"]


def test_a_table_is_judged_row_by_row_and_the_pd_that_there_is_counts(small_district: Path) -> None:
    table = (
        "title,hours,cost,text\n"
        "Clocks,2,50,Teachers set paper clocks and read the time to the nearest minute. They plan a lesson on clocks.\n"
        "Rulers,2,50,Teachers measure the length of pencils with centimeter rulers and start at zero.\n"
        "Broken,soon,50,Nothing.\n"
    )
    write_district(small_district, {"pd/options.csv": table})
    found = check(small_district)
    choices = find_choices(small_district, found, Settings())
    assert choices.source == "pd/options.csv"
    assert [each.option.title for each in choices.judged] == ["Clocks", "Rulers"]
    assert [problem.place for problem in choices.problems] == ["row 4"]
    alone = find_choices(small_district, found, Settings(), table=small_district / "pd" / "options.csv")
    assert alone == choices
    plan = plan_for(choices, found.coverage, priorities_of(found, Settings()), Limits())
    assert isinstance(plan, Plan)
    assert {option.option.title for option in (*plan.chosen, *plan.forgone)} == {"Clocks", "Rulers"}


def test_without_a_table_and_without_pd_there_is_nothing_to_choose_among(tmp_path: Path) -> None:
    alone = checked(align([standard("S.1")], unit("u.md", Said("Fold", {"S.1": 0.9}, Role.TASK))), tmp_path)
    with pytest.raises(DistrictError, match=r"options\.csv"):
        find_choices(tmp_path, alone, Settings())
