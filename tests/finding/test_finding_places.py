"""Where a gap could be closed: the unit of its neighbours, the lesson before, and what the nearest passage lacks."""

from __future__ import annotations

from dataclasses import replace

from builders import Document, Said, align, standard, unit

from curalign.covering import measure_coverage
from curalign.domain.materials import InstructionalTime, Passage, Place, Role, Spot
from curalign.domain.places import Suggestion
from curalign.domain.standards import Standard
from curalign.finding import find_gaps, suggest_places
from curalign.finding.timing import find_timings

STANDARDS = (
    standard("FR", "Fractions"),
    standard("FR.1", "Name parts of a whole", parent="FR"),
    standard("FR.2", "Place fractions on a number line, and compare them", parent="FR"),
    standard("ME", "Measuring"),
    standard("ME.1", "Measure lengths with a ruler", parent="ME"),
    standard("ME.2", "Read a clock", parent="ME"),
)
FRACTIONS = unit("curriculum/unit 1 fractions.md", Said("Pupils fold strips into parts.", {"FR.1": 0.9, "FR.2": 0.02}))
LENGTHS = unit("curriculum/unit 2 lengths.md", Said("Pupils measure with rulers.", {"ME.1": 0.9}))


def suggested(code: str, *documents: Document, standards: tuple[Standard, ...] = STANDARDS) -> Suggestion:
    coverage = measure_coverage(align(standards, *documents, grades="3", calibrated=True))
    wanted = coverage.framework[code]
    return suggest_places(coverage, [wanted])[wanted.id]


def test_the_unit_that_teaches_its_neighbours_goes_first_and_says_so() -> None:
    first, second = suggested("FR.2", FRACTIONS, LENGTHS).places
    assert (first.file, second.file) == ("curriculum/unit 1 fractions.md", "curriculum/unit 2 lengths.md")
    assert [neighbour.code for neighbour in first.neighbours] == ["FR.1"]
    assert (first.carries, first.lesson, first.extends) == (1, "Lesson", False)
    assert (second.neighbours, second.lesson) == ((), "")  # nothing there to begin from


def test_of_two_units_alike_the_one_that_carries_less_goes_first() -> None:
    light = unit("curriculum/z light.md", Said("Rulers on pencils.", {"ME.1": 0.9}))
    heavy = unit("curriculum/a heavy.md", Said("Rulers on desks.", {"ME.1": 0.9}), Said("Strips", {"FR.1": 0.9}))
    assert [place.file for place in suggested("ME.2", light, heavy).places] == [
        "curriculum/z light.md",
        "curriculum/a heavy.md",
    ]


def test_each_school_gets_a_place_of_its_own() -> None:
    north = unit("curriculum/north/a.md", Said("Strips in the north.", {"FR.1": 0.9}), school="north")
    south = unit("curriculum/south/a.md", Said("Rulers in the south.", {"ME.1": 0.9}), school="south")
    more = unit("curriculum/north/b.md", Said("More strips.", {"FR.1": 0.6}), school="north")
    assert [place.school for place in suggested("FR.2", north, south, more).places] == ["north", "south"]


def test_units_of_other_grades_and_documents_that_teach_nothing_are_no_places() -> None:
    other = unit("curriculum/grade 5.md", Said("Strips for the fifth grade.", {"FR.1": 0.9}), grades="5")
    idle = unit("curriculum/welcome.md", Said("Welcome to our school."))
    assert suggested("FR.2", other, idle).places == ()


def test_a_passage_that_comes_near_is_where_the_lesson_is_extended_and_its_parts_are_told() -> None:
    near = unit(
        "curriculum/lines.md", Said("Pupils place fractions on a line on the floor.", {"FR.2": 0.3, "FR.1": 0.8})
    )
    found = suggested("FR.2", near, LENGTHS)
    assert (found.places[0].file, found.places[0].extends) == ("curriculum/lines.md", True)
    assert found.nearest is not None
    assert found.nearest.passage.text == "Pupils place fractions on a line on the floor."
    assert [(part.text, part.mentioned) for part in found.parts] == [
        ("Place fractions on a number line", True),
        ("compare them", False),
    ]
    assert found.lacks == ("compare them",)


def test_only_what_no_unit_teaches_has_a_suggestion_among_the_findings() -> None:
    coverage = measure_coverage(align(STANDARDS, FRACTIONS, LENGTHS, grades="3", calibrated=True))
    with_places = {finding.code for finding in find_gaps(coverage) if finding.suggestion is not None}
    assert with_places == {"U101"}


def row(guide: Document, name: str, weeks: str) -> Passage:
    place = Place(("Grade 3 Math", name, weeks), Spot(1, 2, "sheet"))
    return Passage(guide.material, place, f"{weeks} | {name}", Role.PLAN, InstructionalTime(weeks, 20))


def test_when_a_unit_is_taught_is_read_off_the_guide_of_its_own_school_and_grade() -> None:
    guide = unit("curriculum/north/pacing.xlsx", school="north")
    rows = [row(guide, "Folding Strips", "Weeks 1-4"), row(guide, "Rulers and Rods", "Weeks 5-8")]
    named = replace(unit("curriculum/north/u2.md", school="north").material, title="Unit 2: Rulers and Rods")
    other = replace(named, path="curriculum/south/u2.md", school="south")
    older = replace(named, path="curriculum/north/u9.md", grades=("5",))
    found = find_timings(rows, [named, other, older])
    assert {path: timing.when for path, timing in found.items()} == {"curriculum/north/u2.md": "Weeks 5-8"}
