"""Every rule shows what it must show and keeps silent where it must. A rule without examples fails."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from builders import Said, align, pd, standard, unit
from hypothesis import given
from hypothesis import strategies as st

from curalign.covering import measure_coverage
from curalign.domain.findings import Finding
from curalign.domain.links import Alignment
from curalign.domain.materials import Role
from curalign.domain.problems import Problem
from curalign.finding import RULES, find_gaps
from curalign.finding.evidence import nearest_link
from curalign.wording import Facts, has_sentence

A = standard("A", "Tell time to the nearest minute")
B = standard("B", "Measure lengths with a ruler")
STRAND, CHILD = standard("S", grades=""), standard("S.1", parent="S")
PRACTICE = standard("MP1", level="Practice")
NEXT_GRADE = standard("C", "Find angles", grades="4")

TAUGHT = Said("Read the clock on the wall", {"A": 0.9})
THIN = Said("Look at the clock", {"A": 0.6})
NEAR = Said("Lunch is at noon", {"A": 0.3})
NOTHING = Said("Sharpen your pencils")
BROKEN = Problem("F301", "units/broken.docx", trouble="damaged", facts=Facts(kind="document"))
SCAN = Problem("F302", "units/scan.pdf", trouble="recognised-pages", facts=Facts(pages="2", of=2), place="p. 2")
SPANISH = Problem("F303", "units/u.md", trouble="other-language", facts=Facts(language="es"))
WORDS = [
    f"pupils {verb} the {noun}" for verb in ("fold", "cut", "sort", "count") for noun in ("paper", "shells", "tiles")
]
LONG = "; ".join(WORDS)
OTHER = "; ".join(reversed(WORDS)).replace("the", "some")


SURELY = Said("Read the clock on the wall", {"A": 0.95})
SURELY_NOT = Said("Lunch is at noon", {"A": 0.08})
HARDLY = Said("Lunch is at noon", {"A": 0.3})
UNCLEAR = Said("Noon is when both hands point up", {"A": 0.5})
AGENDA = Said("Coffee, parking, fire drills and the new grade book. " * 15, {"A": 0.05})
"""What calibrated alignments are made of: there a probability is that of the standard's being taught."""


def cites(said: Said, *codes: str) -> Said:
    return Said(said.text, said.fits, said.role, said.elsewhere, codes)


MUST_SHOW: dict[str, dict[str, Alignment]] = {
    "U101": {
        "a passage comes near": align([A], unit("units/u.md", NEAR)),
        "nothing comes near": align([A], unit("units/u.md", NOTHING)),
        "only PD speaks of it": align([A], unit("units/u.md", NOTHING), pd("pd/p.md", TAUGHT)),
        "it is taught in another grade": align([A], unit("units/u.md", Said("clock", elsewhere={"A": 0.9}))),
        "it is surely not taught": align([A], unit("units/u.md", SURELY_NOT), calibrated=True),
        "it is only mentioned, which is no evidence": align(
            [A], unit("units/u.md", Said("See the clock unit", {"A": 0.95}, Role.MENTION)), calibrated=True
        ),
        "it is cited and surely not taught": align([A], unit("units/u.md", cites(SURELY_NOT, "A")), calibrated=True),
    },
    "U102": {
        "a passage fits in part": align([A], unit("units/u.md", THIN)),
        "it is only mentioned": align([A], unit("units/u.md", Said("See the clock unit", {"A": 0.95}, Role.MENTION))),
        "it is taught, and in part": align([A], unit("units/u.md", Said("Clock", {"A": 0.7})), calibrated=True),
    },
    "U103": {
        "the text is about something else": align([A], unit("units/u.md", cites(NOTHING, "A"))),
        "only another document teaches it": align(
            [A], unit("units/u.md", cites(NEAR, "A")), unit("units/v.md", TAUGHT)
        ),
        "its statement is copied": align([A], unit("units/u.md", cites(NOTHING, A.statement))),
        "a document without grades": align([A], unit("units/u.md", cites(NOTHING, "A"), grades="")),
        "surely no unit teaches it": align([A], unit("units/u.md", cites(NOTHING, "A")), calibrated=True),
        "a calendar's row, and surely no unit teaches it": align(
            [A],
            unit("units/calendar.xlsx", cites(Said("Week 4: A", role=Role.PLAN), "A")),
            unit("units/u.md", NOTHING),
            calibrated=True,
        ),
    },
    "U104": {
        "units cite others": align([A, B], unit("units/u.md", TAUGHT, cites(NOTHING, "B"))),
        "units cite nothing": align([A], unit("units/u.md", TAUGHT)),
        "units cite codes of another framework": align([A], unit("units/u.md", cites(TAUGHT, "X.99"))),
        "it is called taught": align([A, B], unit("units/u.md", SURELY, cites(NOTHING, "B")), calibrated=True),
    },
    "U105": {
        "a unit of another grade teaches it": align(
            [A, NEXT_GRADE],
            unit("units/u.md", NOTHING),
            unit("units/g4.md", Said("Clock", {"C": 0.9}, elsewhere={"A": 0.85}), grades="4"),
        ),
    },
    "U106": {
        "nobody can tell": align([A], unit("units/u.md", UNCLEAR), calibrated=True),
        "it is not taught, and that is not sure": align([A], unit("units/u.md", HARDLY), calibrated=True),
        "it is cited, and that is not sure": align([A], unit("units/u.md", cites(HARDLY, "A")), calibrated=True),
        "other passages and a sibling are named": align(
            [A, B],
            unit("units/u.md", Said("Lay the ruler along the clock", {"A": 0.4, "B": 0.55})),
            unit("units/v.md", HARDLY, HARDLY),
            calibrated=True,
        ),
    },
    "P201": {
        "PD is about something else": align([A], unit("units/u.md", TAUGHT), pd("pd/p.md", NOTHING)),
        "what is thin needs PD too": align([A], unit("units/u.md", THIN), pd("pd/p.md", NEAR)),
        "surely no PD supports it": align([A], unit("units/u.md", SURELY), pd("pd/p.md", SURELY_NOT), calibrated=True),
    },
    "P202": {
        "PD is about nothing": align([A], unit("units/u.md", TAUGHT), pd("pd/p.md", NOTHING)),
        "PD is about what nobody teaches": align(
            [A, B], unit("units/u.md", TAUGHT), pd("pd/p.md", Said("Rulers", {"B": 0.9}))
        ),
        "a general session": align([A], unit("units/u.md", SURELY), pd("pd/p.md", AGENDA), calibrated=True),
        "a general session that uses a code as an example": align(
            [A], unit("units/u.md", SURELY), pd("pd/p.md", cites(AGENDA, "A")), calibrated=True
        ),
        "a long session on what surely nobody teaches": align(
            [A, B],
            unit("units/u.md", SURELY, Said("Ruler", {"B": 0.01})),
            pd("pd/p.md", Said(AGENDA.text, {"B": 0.95})),
            calibrated=True,
        ),
    },
    "P203": {
        "nobody can tell": align([A], unit("units/u.md", SURELY), pd("pd/p.md", UNCLEAR), calibrated=True),
        "no PD supports it, and that is not sure": align(
            [A], unit("units/u.md", SURELY), pd("pd/p.md", HARDLY), calibrated=True
        ),
    },
    "F301": {
        "a unit is broken": align([A], unit("units/broken.docx", problems=[BROKEN])),
        "a standards file is broken": align([A], framework_problems=[BROKEN]),
        "a file that is not a document is broken": align([A], problems=[BROKEN]),
    },
    "F302": {"a unit is a scan": align([A], unit("units/scan.pdf", problems=[SCAN]))},
    "F303": {
        "a document is in another language": align([A], unit("units/u.md", NOTHING), pd("p.md"), problems=[SPANISH]),
        "there is no PD": align([A], unit("units/u.md", TAUGHT)),
        "a grade has no units": align([A, NEXT_GRADE], unit("units/u.md", TAUGHT), pd("p.md"), grades="3"),
        "a standard is unknown": align([A], unit("units/scan.pdf", problems=[SCAN]), pd("p.md")),
        "there are no units": align([A], pd("p.md", NOTHING)),
        "a grade that the district answers for has no units": align(
            [A, NEXT_GRADE], unit("units/u.md", TAUGHT), pd("p.md", TAUGHT), grades="3-4"
        ),
    },
    "F304": {
        "the same words": align([A], unit("units/u.md", Said(LONG)), unit("units/u v2 FINAL.md", Said(LONG))),
        "a sentence more": align([A], unit("units/u.md", Said(LONG)), unit("units/Copy of u.md", Said(LONG), NOTHING)),
        "cut into other passages": align(
            [A],
            unit("units/u.md", Said(LONG)),
            unit("units/u (1).md", Said("; ".join(WORDS[:6])), Said("; ".join(WORDS[6:]))),
        ),
        "of training": align([A], pd("pd/p.md", Said(LONG)), pd("pd/p v2.md", Said(LONG))),
        "of the whole district's in a school": align(
            [A], unit("units/u.md", Said(LONG)), unit("units/north/u.md", Said(LONG), school="North")
        ),
    },
}

MUST_NOT_SHOW: dict[str, dict[str, Alignment]] = {
    "U101": {
        "taught": align([A], unit("units/u.md", TAUGHT)),
        "thin": align([A], unit("units/u.md", THIN)),
        "unknown": align([A], unit("units/scan.pdf", problems=[SCAN])),
        "nobody gave units of its grade": align([A], unit("units/g4.md", NOTHING, grades="4")),
        "a parent or a practice": align([STRAND, CHILD, PRACTICE], unit("units/u.md", Said("x", {"S.1": 0.9}))),
        "of a grade not answered for": align([NEXT_GRADE], unit("units/u.md", NOTHING), grades="3"),
        "nobody can tell": align([A], unit("units/u.md", UNCLEAR), calibrated=True),
        "it is not taught, and that is not sure": align([A], unit("units/u.md", HARDLY), calibrated=True),
        "it is called taught": align([A], unit("units/u.md", Said("Clock", {"A": 0.6})), calibrated=True),
    },
    "U102": {
        "taught": align([A], unit("units/u.md", TAUGHT, THIN)),
        "untaught": align([A], unit("units/u.md", NEAR)),
        "a parent": align([STRAND, CHILD], unit("units/u.md", Said("x", {"S": 0.6}))),
        "nobody can tell": align([A], unit("units/u.md", UNCLEAR), calibrated=True),
        "it is mentioned and not taught": align(
            [A], unit("units/u.md", Said("See the clock unit", {"A": 0.95}, Role.MENTION)), calibrated=True
        ),
    },
    "U103": {
        "the document teaches it elsewhere": align([A], unit("units/u.md", cites(NOTHING, "A"), THIN)),
        "nobody claims it": align([A], unit("units/u.md", NEAR)),
        "only PD claims it": align([A], unit("units/u.md", NEAR), pd("pd/p.md", cites(NOTHING, "A"))),
        "a look ahead to another grade": align([A, NEXT_GRADE], unit("units/u.md", cites(NOTHING, "C"))),
        "a code that no framework has": align([A], unit("units/u.md", cites(NOTHING, "X.99"))),
        "a strand": align([STRAND, CHILD], unit("units/u.md", cites(NOTHING, "S"))),
        "a document that could not be judged": align([A], unit("units/u.md", cites(NOTHING, "A")), problems=[SPANISH]),
        "another unit teaches it, where claims are compared with all units": align(
            [A], unit("units/u.md", cites(NOTHING, "A")), unit("units/v.md", SURELY), calibrated=True
        ),
        "it would be not taught if nobody claimed it": align(
            [A], unit("units/u.md", cites(SURELY_NOT, "A")), calibrated=True
        ),
        "nobody can tell": align([A], unit("units/u.md", cites(UNCLEAR, "A")), calibrated=True),
    },
    "U104": {
        "claimed where it is taught": align([A], unit("units/u.md", cites(TAUGHT, "A"))),
        "claimed in another unit": align([A], unit("units/u.md", TAUGHT), unit("units/v.md", cites(NOTHING, "A"))),
        "its strand is claimed": align([STRAND, CHILD], unit("units/u.md", cites(Said("x", {"S.1": 0.9}), "S"))),
        "nothing is taught": align([A], unit("units/u.md", NEAR)),
        "nobody can tell": align([A, B], unit("units/u.md", UNCLEAR, cites(NOTHING, "B")), calibrated=True),
    },
    "U106": {
        "it is called taught": align([A], unit("units/u.md", SURELY), calibrated=True),
        "it is surely not taught": align([A], unit("units/u.md", SURELY_NOT), calibrated=True),
        "nobody calibrated": align([A], unit("units/u.md", UNCLEAR)),
        "there are no units": align([A], pd("pd/p.md", UNCLEAR), calibrated=True),
        "only PD is unclear": align([A], unit("units/u.md", SURELY), pd("pd/p.md", UNCLEAR), calibrated=True),
    },
    "U105": {
        "it is taught in its grade as well": align(
            [A], unit("units/u.md", TAUGHT), unit("units/g4.md", Said("Clock", elsewhere={"A": 0.9}), grades="4")
        ),
        "the other grade comes only near": align(
            [A], unit("units/u.md", NOTHING), unit("units/g4.md", Said("Noon", elsewhere={"A": 0.4}), grades="4")
        ),
        "nobody gave units of its own grade": align(
            [A], unit("units/g4.md", Said("Clock", elsewhere={"A": 0.9}), grades="4")
        ),
        "only PD of another grade speaks of it": align(
            [A], unit("units/u.md", NOTHING), pd("pd/p.md", Said("Clock", elsewhere={"A": 0.9}), grades="4")
        ),
    },
    "P201": {
        "PD supports it": align([A], unit("units/u.md", TAUGHT), pd("pd/p.md", THIN)),
        "it is not taught": align([A], unit("units/u.md", NEAR), pd("pd/p.md", NOTHING)),
        "there is no PD": align([A], unit("units/u.md", TAUGHT)),
        "PD could not be read": align([A], unit("units/u.md", TAUGHT), pd("pd/scan.pdf", problems=[SCAN])),
        "it is not sure that no PD supports it": align(
            [A], unit("units/u.md", SURELY), pd("pd/p.md", HARDLY), calibrated=True
        ),
        "nobody can tell whether it is taught": align(
            [A], unit("units/u.md", UNCLEAR), pd("pd/p.md", NOTHING), calibrated=True
        ),
    },
    "P202": {
        "PD supports what is taught": align([A], unit("units/u.md", TAUGHT), pd("pd/p.md", NOTHING, TAUGHT)),
        "PD supports a practice": align(
            [A, PRACTICE],
            unit("units/u.md", Said("Try again", {"MP1": 0.9})),
            pd("pd/p.md", Said("Grit", {"MP1": 0.85})),
        ),
        "PD could not be read": align([A], unit("units/u.md", TAUGHT), pd("pd/scan.pdf", problems=[SCAN])),
        "nothing is taught": align([A], unit("units/u.md", NEAR), pd("pd/p.md", NOTHING)),
        "there is no PD": align([A], unit("units/u.md", TAUGHT)),
        "a long passage is about what is taught": align(
            [A], unit("units/u.md", SURELY), pd("pd/p.md", AGENDA, Said("clock " * 60, {"A": 0.6})), calibrated=True
        ),
        "it is about what may be taught": align(
            [A, B],
            unit("units/u.md", SURELY, Said("Ruler", {"B": 0.4})),
            pd("pd/p.md", Said(AGENDA.text, {"B": 0.9})),
            calibrated=True,
        ),
        "there is hardly any text": align([A], unit("units/u.md", SURELY), pd("pd/p.md", NOTHING), calibrated=True),
        "it lists workshops by the codes that they are for": align(
            [A, B, standard("D")],
            unit("units/u.md", Said("Clock, ruler and more", {"A": 0.9, "B": 0.9, "D": 0.9})),
            pd("pd/p.md", cites(AGENDA, "A", "B", "D")),
            calibrated=True,
        ),
    },
    "P203": {
        "PD supports it": align([A], unit("units/u.md", SURELY), pd("pd/p.md", SURELY), calibrated=True),
        "surely no PD supports it": align([A], unit("units/u.md", SURELY), pd("pd/p.md", SURELY_NOT), calibrated=True),
        "it is not taught": align([A], unit("units/u.md", NOTHING), pd("pd/p.md", UNCLEAR), calibrated=True),
        "there is no PD": align([A], unit("units/u.md", SURELY), calibrated=True),
        "nobody calibrated": align([A], unit("units/u.md", TAUGHT), pd("pd/p.md", UNCLEAR)),
    },
    "F304": {
        "other words": align([A], unit("units/u.md", Said(LONG)), unit("units/v.md", Said(OTHER))),
        "half of it": align([A], unit("units/u.md", Said(LONG)), unit("units/v.md", Said(LONG), Said(OTHER))),
        "another school's": align(
            [A],
            unit("units/north/u.md", Said(LONG), school="North"),
            unit("units/south/u.md", Said(LONG), school="South"),
        ),
        "a unit and training": align([A], unit("units/u.md", Said(LONG)), pd("pd/u.md", Said(LONG))),
        "too short to tell": align([A], unit("units/u.md", NOTHING), unit("units/v.md", NOTHING)),
        "only pasted standards": align(
            [A], unit("units/u.md", Said(LONG, role=Role.CLAIM)), unit("units/v.md", Said(LONG, role=Role.CLAIM))
        ),
    },
    "F301": {"a scan": align([A], unit("units/scan.pdf", problems=[SCAN]))},
    "F302": {"a broken file": align([A], unit("units/broken.docx", problems=[BROKEN]))},
    "F303": {
        "all was judged": align([A], unit("units/u.md", TAUGHT), pd("pd/p.md", TAUGHT), grades="3"),
        "only a broken file": align(
            [A], unit("units/u.md", TAUGHT), unit("units/broken.docx", problems=[BROKEN]), pd("pd/p.md", TAUGHT)
        ),
    },
}

SEVERITIES = {
    "U101": "error",
    "U102": "warning",
    "U103": "warning",
    "U104": "note",
    "U105": "warning",
    "U106": "warning",
    "P201": "warning",
    "P202": "note",
    "P203": "warning",
    "F301": "error",
    "F302": "warning",
    "F303": "note",
    "F304": "note",
}


NOT_PLAIN = re.compile(r"\b(?:None|nan|threshold|strength)\b|\b0\.\d")
"""What a program says and a director does not: a probability is a percentage, and nothing is None."""


def found_by(code: str, alignment: Alignment) -> list[Finding]:
    return [finding for finding in find_gaps(measure_coverage(alignment)) if finding.code == code]


def find_all(alignment: Alignment) -> tuple[Finding, ...]:
    return find_gaps(measure_coverage(alignment))


def examples(table: dict[str, dict[str, Alignment]]) -> list[object]:
    return [
        pytest.param(code, alignment, id=f"{code} {name}") for code in table for name, alignment in table[code].items()
    ]


@pytest.mark.parametrize("code", RULES)
def test_every_rule_has_examples_of_both_kinds(code: str) -> None:
    assert MUST_SHOW.get(code)
    assert MUST_NOT_SHOW.get(code)


@pytest.mark.parametrize(("code", "alignment"), examples(MUST_SHOW))
def test_a_rule_shows_what_it_must(code: str, alignment: Alignment) -> None:
    assert found_by(code, alignment)


@pytest.mark.parametrize(("code", "alignment"), examples(MUST_NOT_SHOW))
def test_a_rule_keeps_silent_where_it_must(code: str, alignment: Alignment) -> None:
    assert not found_by(code, alignment)


@pytest.mark.parametrize(("code", "alignment"), examples(MUST_SHOW))
def test_a_message_is_one_plain_sentence(code: str, alignment: Alignment) -> None:
    for finding in found_by(code, alignment):
        assert finding.message.endswith(".")
        assert "\n" not in finding.message
        assert not NOT_PLAIN.search(finding.message)


@pytest.mark.parametrize(("code", "alignment"), examples(MUST_SHOW))
def test_a_message_is_one_sentence_in_spanish_too_and_quotes_the_same(code: str, alignment: Alignment) -> None:
    for finding in found_by(code, alignment):
        spanish = finding.message_in("es")
        assert has_sentence(finding.sentence or finding.code, "es")
        assert spanish != finding.message
        assert spanish.endswith(".")
        assert re.findall("«(.*?)»", spanish) == re.findall("“(.*?)”", finding.message)


def test_the_codes_and_severities_are_the_contracts() -> None:
    assert {code: str(rule.severity) for code, rule in RULES.items()} == SEVERITIES


@pytest.mark.parametrize("code", RULES)
def test_a_rule_says_what_it_means(code: str) -> None:
    rule = RULES[code]
    assert rule.code == code
    assert rule.title
    assert rule.advice.endswith(".")


@pytest.mark.parametrize(("code", "alignment"), examples(MUST_SHOW))
def test_a_finding_carries_what_its_rule_says(code: str, alignment: Alignment) -> None:
    rule = RULES[code]
    for finding in found_by(code, alignment):
        assert (finding.title, finding.advice, finding.gap) == (rule.title, rule.advice, rule.gap)


class TestWhereAFindingPoints:
    def test_untaught_points_to_the_nearest_passage(self) -> None:
        (finding,) = found_by("U101", align([A], unit("units/u.md", NOTHING, NEAR)))
        assert finding.standard == A
        assert (finding.file, finding.place) == ("units/u.md", "Lesson, p. 1, line 2")
        assert "30 %" in finding.message
        assert "50 %" in finding.message
        assert "Lunch is at noon" in finding.message

    def test_untaught_points_nowhere_when_nothing_comes_near(self) -> None:
        (finding,) = found_by("U101", align([A], unit("units/u.md", NOTHING)))
        assert (finding.file, finding.place) == (None, None)

    def test_a_claim_points_to_its_own_place_once_per_document(self) -> None:
        twice = unit("units/u.md", NEAR, cites(NOTHING, "A"), cites(NOTHING, "A"))
        (finding,) = found_by("U103", align([A], twice))
        assert (finding.file, finding.place) == ("units/u.md", "Lesson, p. 1, line 2")
        assert "30 %" in finding.message

    def test_taught_elsewhere_names_the_grade_and_the_file(self) -> None:
        (finding,) = found_by("U105", MUST_SHOW["U105"]["a unit of another grade teaches it"])
        assert finding.standard == A
        assert finding.file == "units/g4.md"
        assert "grade 4" in finding.message
        assert "units/g4.md" in finding.message

    def test_taught_elsewhere_shows_the_best_of_all_other_grades(self) -> None:
        documents = [unit(f"units/g{i}.md", Said("Clock", elsewhere={"A": i / 10}), grades="4") for i in (6, 9, 7)]
        (finding,) = found_by("U105", align([A], unit("units/u.md", NOTHING), *documents))
        assert finding.file == "units/g9.md"

    def test_idle_pd_is_found_once_per_document(self) -> None:
        findings = found_by("P202", align([A], unit("u.md", TAUGHT), pd("pd/b.md", NEAR, NEAR), pd("pd/a.md", NOTHING)))
        assert [finding.file for finding in findings] == ["pd/a.md", "pd/b.md"]
        assert all(finding.standard is None for finding in findings)

    def test_a_problem_keeps_its_file_place_and_words(self) -> None:
        (finding,) = found_by("F302", align([A], unit("units/scan.pdf", problems=[SCAN])))
        assert (finding.file, finding.place, finding.message) == (SCAN.file, SCAN.place, SCAN.message)

    def test_a_problem_is_found_in_every_language_and_names_the_file_inside_an_archive(self) -> None:
        short = Problem("F303", "units/short.md", trouble="too-little-text", facts=Facts(words=3))
        inside = Problem("F303", "units/u.zip", trouble="no-text", facts=Facts(member="a/scan.pdf"))
        found = found_by("F303", align([A], unit("units/u.md", TAUGHT), pd("p.md", TAUGHT), problems=[short, inside]))
        said = {finding.file: (finding.message, finding.message_in("es")) for finding in found if finding.file}
        assert said["units/short.md"] == (short.message, short.message_in("es"))
        assert short.message.startswith("holds only 3 words of its own")
        assert short.message_in("es").startswith("contiene solo 3 palabras propias")
        assert said["units/u.zip"] == (
            "a/scan.pdf holds no text, so it could not be judged; check that it is the right file.",
            "a/scan.pdf no contiene texto, así que no se pudo juzgar; revise que sea el archivo correcto.",
        )

    def test_a_problem_told_twice_is_found_once(self) -> None:
        twice = align([A], unit("units/broken.docx", problems=[BROKEN]), problems=[BROKEN])
        assert len(found_by("F301", twice)) == 1


class TestHowSureAFindingIs:
    def probability(self, code: str, alignment: Alignment) -> float | None:
        (finding,) = found_by(code, alignment)
        return finding.probability

    @pytest.mark.parametrize(("code", "example"), [("U101", SURELY_NOT), ("U106", HARDLY), ("U106", UNCLEAR)])
    def test_a_gap_is_right_as_probably_as_the_standard_is_not_taught(self, code: str, example: Said) -> None:
        alignment = align([A], unit("units/u.md", example), calibrated=True)
        assert self.probability(code, alignment) == pytest.approx(1 - example.fits["A"])

    def test_teaching_without_a_claim_is_right_as_probably_as_the_standard_is_taught(self) -> None:
        alignment = align([A, B], unit("units/u.md", SURELY, cites(NOTHING, "B")), calibrated=True)
        assert self.probability("U104", alignment) == pytest.approx(0.95)

    def test_a_claim_makes_it_less_probable_that_the_standard_is_not_taught(self) -> None:
        cited = align([A], unit("units/u.md", cites(Said("Noon", {"A": 0.02}), "A")), calibrated=True)
        untaught, claimed = self.probability("U101", cited), self.probability("U103", cited)
        assert untaught is not None
        assert claimed is not None
        assert 0.9 <= claimed < untaught

    def test_missing_pd_is_right_where_the_standard_is_taught_and_not_supported(self) -> None:
        alignment = align([A], unit("units/u.md", SURELY), pd("pd/p.md", HARDLY), calibrated=True)
        assert self.probability("P203", alignment) == pytest.approx(0.95 * 0.7)

    @pytest.mark.parametrize("code", ["U101", "U102", "U103", "P201", "P202"])
    def test_nobody_knows_where_nobody_calibrated(self, code: str) -> None:
        alignments = MUST_SHOW[code].values()
        found = [finding for alignment in alignments if not alignment.calibrations for finding in find_all(alignment)]
        assert found
        assert all(finding.probability is None for finding in found)

    @given(st.integers(0, 100).filter(lambda percent: percent not in (10, 60)), st.booleans())
    def test_a_standard_is_taught_or_a_gap_or_to_check(self, percent: int, cited: bool) -> None:
        said = cites(Said("Clock", {"A": percent / 100}), *(["A"] if cited else []))
        codes = {finding.code for finding in find_all(align([A], unit("units/u.md", said), calibrated=True))}
        expected = {"U101"} if percent < 10 else {"U106"} if percent < 60 else set()
        assert codes & {"U101", "U106"} == expected
        assert "U103" not in codes or (cited and "U101" in codes)


class TestWhatAPersonIsToRead:
    def test_the_passage_its_rival_and_other_places_are_named(self) -> None:
        (finding,) = found_by("U106", MUST_SHOW["U106"]["other passages and a sibling are named"])[:1]
        assert (finding.file, finding.place) == ("units/u.md", "Lesson, p. 1, line 1")
        assert "Lay the ruler along the clock" in finding.message
        assert "more about B" in finding.message
        assert "v.md, Lesson" in finding.message
        assert "52 %" in finding.message

    @pytest.mark.parametrize(
        ("level", "text", "named"),
        [
            (0.12, "Puppies play with each other in a pen", True),
            (0.1, "Puppies play with each other in a pen", False),
            (0.12, "Test | 40", False),
        ],
    )
    def test_what_is_not_near_or_says_nothing_is_not_called_nearest(self, level: float, text: str, named: bool) -> None:
        alignment = align([A], unit("units/u.md", Said(text, {"A": level})), calibrated=True)
        (reach,) = measure_coverage(alignment).reaches
        assert (nearest_link(reach) is not None) is named

    @pytest.mark.parametrize("level", [0.07, 0.001])
    def test_an_untaught_standard_without_a_near_passage_asks_for_a_lesson(self, level: float) -> None:
        lesson = Said("Puppies play with each other in a pen", {"A": level})
        (finding,) = found_by("U101", align([A], unit("units/u.md", lesson), calibrated=True))
        assert "Puppies" not in finding.message
        assert finding.file is None
        assert "plan a lesson" in finding.message

    def test_the_part_that_is_missing_is_named(self) -> None:
        both = standard("A", "Tell time to the nearest minute, and measure intervals of time in hours")
        lesson = Said("Say what time it is, to the minute", {"A": 0.7})
        (finding,) = found_by("U102", align([both], unit("units/u.md", lesson), calibrated=True))
        assert "says nothing" not in finding.message
        lesson = Said("Tell what the clock shows, to the minute", {"A": 0.7})
        (finding,) = found_by("U102", align([both], unit("units/u.md", lesson), calibrated=True))
        assert "says nothing of measure intervals of time in hours" in finding.message

    def test_a_claim_is_found_once_with_all_documents_that_make_it(self) -> None:
        documents = [unit(f"units/{name}.md", cites(NOTHING, "A")) for name in "abcde"]
        (finding,) = found_by("U103", align([A], *documents, calibrated=True))
        assert (finding.file, finding.standard) == ("units/a.md", A)
        assert finding.message.startswith("a, b, c and 2 more cite A, ")


class TestNotes:
    def test_one_note_when_units_cite_nothing(self) -> None:
        both = Said("clock and ruler", {"A": 0.9, "B": 0.9})
        (finding,) = found_by("U104", align([A, B], unit("units/u.md", both)))
        assert finding.standard is None
        assert "cites" in finding.message

    def test_one_note_when_there_is_no_pd_and_no_finding_of_its_kind(self) -> None:
        findings = find_gaps(measure_coverage(align([A], unit("units/u.md", TAUGHT))))
        assert [f.code for f in findings if "professional development" in f.message.lower()] == ["F303"]

    def test_one_note_names_the_grades_left_out(self) -> None:
        others = [standard(f"X{grade}", grades=grade) for grade in ("K", "1", "2", "5")]
        alignment = align([A, *others], unit("units/u.md", TAUGHT), pd("p.md", TAUGHT), grades="3")
        (finding,) = found_by("F303", alignment)
        assert "4 standards of grades K to 2 and 5" in finding.message
        assert "no unit document" in finding.message

    def test_grades_that_the_settings_left_out_are_told_apart(self) -> None:
        alignment = align(
            [A, NEXT_GRADE], unit("u.md", TAUGHT), unit("v.md", NOTHING, grades="4"), pd("p.md", TAUGHT), grades="3"
        )
        (finding,) = found_by("F303", alignment)
        assert "1 standard of grade 4" in finding.message
        assert "settings" in finding.message

    def test_what_has_no_documents_is_said_to_be_unknown_and_not_untaught(self) -> None:
        alignment = align([A, NEXT_GRADE], unit("units/u.md", TAUGHT), pd("p.md", TAUGHT), grades="3-4")
        (finding,) = found_by("F303", alignment)
        assert finding.message.startswith("No unit document is for grade 4: 1 standard is unknown, not untaught;")
        spanish = "Ninguna unidad es para el grado 4: de 1 estándar no se sabe nada"
        assert finding.message_in("es").startswith(spanish)

    def test_a_subject_without_documents_is_named_with_its_grades(self) -> None:
        ruler = replace(B, subject="Mathematics")
        science = [replace(standard(f"S{i}"), subject="Science") for i in range(2)]
        taught = Said("Rulers", {"B": 0.9})
        (finding,) = found_by("F303", align([ruler, *science], unit("units/u.md", taught), pd("p.md", taught)))
        assert finding.message.startswith("No unit document is for Science in grade 3: 2 standards are unknown,")

    def test_unknown_standards_are_counted_and_some_are_named(self) -> None:
        many = [standard(f"X{i}") for i in range(8)]
        alignment = align(many, unit("units/scan.pdf", problems=[SCAN]), pd("p.md", NOTHING))
        (finding,) = found_by("F303", alignment)
        assert "8 standards" in finding.message
        assert "X0, X1, X2, X3, X4 and 3 more" in finding.message


def test_severity_is_the_rules_own() -> None:
    for table in MUST_SHOW.values():
        for alignment in table.values():
            for finding in find_gaps(measure_coverage(alignment)):
                assert finding.severity is RULES[finding.code].severity
