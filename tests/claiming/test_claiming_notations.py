"""Claims: codes in every notation, tied to their standard, and nothing that only looks like a code."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curalign.claiming import claim_passages
from curalign.domain.materials import Kind, Material, Passage, Place, Role
from curalign.domain.standards import Framework, Standard

CODES = (
    *("3.NF.A.1", "3.NF.A.2", "3.NF.A.2a", "3.NF.A.2b", "3.NF.A.3", "3.NF.A", "2.NBT.B.7", "K.CC.A.1", "K.CC.A.2"),
    *("A-SSE.A.1a", "MP3", "MP6", "RL.3.1", "RL.3.2", "RL.K.1", "W.9-10.2", "MS-PS1-1", "MS-PS1-2", "HS-PS1-1"),
    *(
        "3-5-ETS1-1",
        "1A-AP-08",
        "D2.Civ.1.3-5",
        "112.39.4.B",
        "112.39.4.C",
        "112.39.4.D",
        "MV.S.4.EN.2c",
        "MV.S.4.EN.3",
    ),
)
MATERIAL = Material("curriculum/unit.docx", Kind.UNIT, "Unit")


def framework(*codes: str, **aliases: str) -> Framework:
    standards = [Standard(code.lower(), code, f"What {code} asks.", "test") for code in codes]
    standards += [Standard(c.lower(), c, "Aliased.", "test", aliases=(alias,)) for c, alias in aliases.items()]
    return Framework(tuple(standards))


FRAMEWORK = framework(*CODES)


def passage(text: str, *headings: str, role: Role = Role.TASK) -> Passage:
    return Passage(MATERIAL, Place(headings), text, role)


def claimed(text: str, within: Framework = FRAMEWORK, role: Role = Role.TASK) -> list[str | None]:
    return [c.standard.code if c.standard else None for c in claim_passages([passage(text, role=role)], within)]


def test_a_zero_that_was_scanned_for_an_o_is_an_o() -> None:
    assert claimed("3.0A.A.1", framework("3.OA.A.1")) == ["3.OA.A.1"]


@pytest.mark.parametrize(
    ("scanned", "meant"),
    [("2.NBT.B.S", "2.NBT.B.5"), ("2.NBT.B .5", "2.NBT.B.5"), ("Rl.2.1", "RI.2.1"), ("R1.2.1", "RI.2.1")],
)
def test_so_are_other_letters_that_look_alike_and_lines_that_break_a_code(scanned: str, meant: str) -> None:
    assert claimed(scanned, framework("2.NBT.B.5", "RI.2.1", "RL.2.3")) == [meant]


def test_a_range_goes_on_over_clusters_where_their_numbers_do() -> None:
    numbered = framework("2.NBT.A.3", "2.NBT.A.4", "2.NBT.B.5", "2.NBT.B.6", "2.NBT.B.7")
    for text in ("2.NBT.A.4 - 2.NBT.B.6", "2.NBT.A.4\u20132.NBT.B.6", "2.NBT.A.4 to 2.NBT.B.6"):
        assert claimed(text, numbered) == ["2.NBT.A.4", "2.NBT.B.5", "2.NBT.B.6"]


def test_a_claim_cites_the_code_as_it_is_written() -> None:
    [claim] = claim_passages([passage("We teach 3\u00b7NF\u00b7A\u00b71.")], FRAMEWORK)
    assert claim.cited == "3\u00b7NF\u00b7A\u00b71"


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "frame", ["{}", "({})", "We teach {}.", "Standards: {}; more", "see {}, please", "|{}|", "\u201c{}\u201d"]
)
def test_a_code_is_found_wherever_it_stands(code: str, frame: str) -> None:
    assert claimed(frame.format(code)) == [code]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("CCSS.MATH.CONTENT.3.NF.A.1", ["3.NF.A.1"]),
        ("CCSS.Math.Content.3.NF.A.2.a", ["3.NF.A.2a"]),
        ("CCSS 3.NF.1", ["3.NF.A.1"]),
        ("3.nf.a.1", ["3.NF.A.1"]),
        ("3-NF-A-1", ["3.NF.A.1"]),
        ("3\u2013NF\u2013A\u20131", ["3.NF.A.1"]),
        ("3.NF.A.2(a)", ["3.NF.A.2a"]),
        ("3.NF.2b", ["3.NF.A.2b"]),
        ("NF.3.1", ["3.NF.A.1"]),
        ("3NF1", ["3.NF.A.1"]),
        ("3.NF.A.3d", ["3.NF.A.3"]),
        ("K.CC.1", ["K.CC.A.1"]),
        ("HSA-SSE.A.1a", ["A-SSE.A.1a"]),
        ("HS.A-SSE.1a", ["A-SSE.A.1a"]),
        ("CCSS.ELA-LITERACY.RL.3.1", ["RL.3.1"]),
        ("RL 3.1 and RL.3.2", ["RL.3.1", "RL.3.2"]),
        ("RL 3.1-2; MS-PS1-1", ["RL.3.1", "RL.3.2", "MS-PS1-1"]),
        ("CC.3.NF.1", ["3.NF.A.1"]),
        ("CCSS.M.3.NF.A.1", ["3.NF.A.1"]),
        ("3.NF.A.1\u2014Understand a fraction", ["3.NF.A.1"]),
        ("3.NF.A.1-Understand a fraction", ["3.NF.A.1"]),
        ("W.9.2", ["W.9-10.2"]),
        ("CCSS.Math.Practice.MP3", ["MP3"]),
        ("MP.3, SMP6, MP 6", ["MP3", "MP6"]),
        ("NGSS MS-PS1-1", ["MS-PS1-1"]),
        ("TEKS 112.39(c)(4)(B)", ["112.39.4.B"]),
        ("\u00a7112.39 (c)(4)(B).", ["112.39.4.B"]),
        ("HSA.SSE.A.1.a", ["A-SSE.A.1a"]),
        ("S.4.EN.2c and 4.EN.3", ["MV.S.4.EN.2c", "MV.S.4.EN.3"]),
        ("D2.Civ.1.4", ["D2.Civ.1.3-5"]),
        ("\uff13\uff0eNF\uff0eA\uff0e\uff11", ["3.NF.A.1"]),
        ("3\u00b7NF\u00b7A\u00b71", ["3.NF.A.1"]),
        ("3.NF.\u0410.1", ["3.NF.A.1"]),
        ("3.NF.A.l", ["3.NF.A.1"]),
        ("3.NF. A.1 Fold paper", ["3.NF.A.1"]),
        ("MGSE3.NF.1", ["3.NF.A.1"]),
        *((f"{own}3.NF.1", ["3.NF.A.1"]) for own in ("NJSLS.", "MA.", "M.", "OH.Math.", "AR-Math.Content.")),
        ("MAFS.3.NF.1.2", ["3.NF.A.2"]),
        ("3 . NF . A . 1", ["3.NF.A.1"]),
        ("3\u2219NF\u22c5A\u30021", ["3.NF.A.1"]),
        ("3.\u00a0NF.\u00a0A.\u00a01", ["3.NF.A.1"]),
        ("Today (3nf1) and 3nfa2.", ["3.NF.A.1", "3.NF.A.2"]),
        ("3.NF.A.13.NF.A.2K.CC.A.1", ["3.NF.A.1", "3.NF.A.2", "K.CC.A.1"]),
    ],
)
def test_notations(text: str, codes: list[str]) -> None:
    assert claimed(text) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("3.NF.A.1-3", ["3.NF.A.1", "3.NF.A.2", "3.NF.A.3"]),
        ("3.NF.1\u20133", ["3.NF.A.1", "3.NF.A.2", "3.NF.A.3"]),
        ("3.NF.A.1, 2", ["3.NF.A.1", "3.NF.A.2"]),
        ("3.NF.A.1, 2, and 3", ["3.NF.A.1", "3.NF.A.2", "3.NF.A.3"]),
        ("3.NF.A.1 & 3", ["3.NF.A.1", "3.NF.A.3"]),
        ("3.NF.A.1/2", ["3.NF.A.1", "3.NF.A.2"]),
        ("3.NF.A.1 to 3", ["3.NF.A.1", "3.NF.A.2", "3.NF.A.3"]),
        ("3.NF.A.2a-b", ["3.NF.A.2a", "3.NF.A.2b"]),
        ("3.NF.A.2a, b", ["3.NF.A.2a", "3.NF.A.2b"]),
        ("3.NF.A.1 - 3.NF.A.3", ["3.NF.A.1", "3.NF.A.2", "3.NF.A.3"]),
        ("3.NF.A.1 \u2212 3.NF.A.3", ["3.NF.A.1", "3.NF.A.2", "3.NF.A.3"]),
        ("3.NF.A.1 - 3", ["3.NF.A.1", "3.NF.A.2", "3.NF.A.3"]),
        *(
            (f"3.NF.A.1{sign}3.NF.A.3", ["3.NF.A.1", "3.NF.A.2", "3.NF.A.3"])
            for sign in ("...", " \u2192 ", " up to ", " a ")
        ),
        ("3.NF.A.1 - 3 days", ["3.NF.A.1"]),
        ("Standards 3.NF: 1, 2, 3", ["3.NF.A.1", "3.NF.A.2", "3.NF.A.3"]),
        ("3.NF: 3 lessons", []),
        ("3.NF.A.1-3.NF.A.3", ["3.NF.A.1", "3.NF.A.2", "3.NF.A.3"]),
        ("3.NF.A.1 through 3.NF.A.3", ["3.NF.A.1", "3.NF.A.2", "3.NF.A.3"]),
        ("3.NF.A.1 \u2013 3.NF.A.3", ["3.NF.A.1", "3.NF.A.2", "3.NF.A.3"]),
        ("3.NF.A.1 (see p. 3)", ["3.NF.A.1"]),
        ("MS-PS1-1, 2", ["MS-PS1-1", "MS-PS1-2"]),
        ("MS-PS1-1, -2", ["MS-PS1-1", "MS-PS1-2"]),
        ("3.NF.A.1\u2013A.3", ["3.NF.A.1", "3.NF.A.2", "3.NF.A.3"]),
        ("3.NF.A.1, A.2, and A.3", ["3.NF.A.1", "3.NF.A.2", "3.NF.A.3"]),
        ("3.NF.A.1, .2", ["3.NF.A.1", "3.NF.A.2"]),
        ("3.NF.A.1 \u2013 3", ["3.NF.A.1", "3.NF.A.2", "3.NF.A.3"]),
        ("3.NF.A.1 thru 3", ["3.NF.A.1", "3.NF.A.2", "3.NF.A.3"]),
        ("3.NF.A.1 \u2013 3 days", ["3.NF.A.1"]),
        ("RL.3.1, 3.2", ["RL.3.1", "RL.3.2"]),
        ("112.39(c)(4)(B), (C) and (D)", ["112.39.4.B", "112.39.4.C", "112.39.4.D"]),
        ("112.39(c)(4)(B)-(D)", ["112.39.4.B", "112.39.4.C", "112.39.4.D"]),
        ("112.39(c)(4)(B) (see p. 3)", ["112.39.4.B"]),
        ("3.NF.A.1, 2 sheets of paper", ["3.NF.A.1"]),
        ("3.NF.A.1, 97", ["3.NF.A.1"]),
    ],
)
def test_ranges_and_lists(text: str, codes: list[str]) -> None:
    assert claimed(text) == codes


@pytest.mark.parametrize(
    "text",
    [
        *("3.5 cm of tape", "Section 2.1", "5/12/2024", "2024-05-12", "version 3.1.2", "v2.0.1", "an mp3 player"),
        *("Grades 3-5", "pp. 3-4", "9:30-10:15", "1. Count. 2. Share.", "$3.50", "a 3-in-1 game", "COVID-19"),
        *(
            "915-747-5000",
            "U.S. history",
            "e.g. beans",
            "Room B.12",
            "COLOR-3",
            "3.NFL.A.1",
            "X3.NF.A.1",
            *("bit.ly/3nf1", "watch?v=3nf1", "3nf1_copy", "mail@3nf1", "3NF-1st", "3rd 1"),
            "MAFS.3.NF.A.1",
        ),
        *("3.NF.A.1.2.5", "www.3.nf.com", "", "\u202e", "-" * 500, "a-" * 500, "1." * 500),
    ],
)
def test_what_is_no_code_is_no_claim(text: str) -> None:
    assert claimed(text) == []


UNKNOWN = ["3.NF.A.9", "4.NBT.B.7", "MS-PS3-9", "RL.7.4", "CCSS.MATH.CONTENT.7.NF.A.1", "112.39(4)(Z)"]


@pytest.mark.parametrize("text", UNKNOWN)
def test_a_code_of_a_known_shape_that_the_framework_lacks_is_a_claim_without_standard(text: str) -> None:
    [claim] = claim_passages([passage(f"We teach {text} here")], FRAMEWORK)
    assert claim.standard is None
    assert claim.cited == text


class TestNumbersAsCodes:
    """Some districts number their standards `2.1`; most such numbers in a text are something else."""

    OURS = framework("2.1", "2.2", "A.1")

    @pytest.mark.parametrize("text", ["Section 2.1", "2.1 cm", "A.1 Draw a line", "Add 2.1 and 2.2"])
    def test_a_bare_number_is_none(self, text: str) -> None:
        assert claimed(text, self.OURS) == []

    def test_it_is_after_the_word_standard(self) -> None:
        assert claimed("This meets standards 2.1, 2.2 and A.1.", self.OURS) == ["2.1", "2.2", "A.1"]

    def test_it_is_at_the_start_of_a_cell_in_a_table_of_standards(self) -> None:
        assert claimed("2.1 | Count on", self.OURS, Role.MENTION) == ["2.1"]


def test_aliases_are_codes_too() -> None:
    assert claimed("We teach OLD-7-3.", framework(NEW12="OLD-7-3")) == ["NEW12"]


def test_an_identifier_names_its_standard_and_an_unknown_one_nothing() -> None:
    ours, other = "6b9bf846-d7cc-11e8-824f-0242ac160002", "00000000-d7cc-11e8-824f-0242ac160002"
    within = Framework((Standard(ours, "3.NF.A.1", "Unit fractions.", "test"),))
    assert claimed(f"Aligned to {ours.upper()} and {other}", within) == ["3.NF.A.1"]


def test_a_spelling_that_two_standards_share_names_neither() -> None:
    assert claimed("3.NF.1", framework("3.NF.A.1", "3.NF.B.1")) == []


def test_one_claim_for_each_passage_and_standard() -> None:
    claims = claim_passages([passage("3.NF.A.1, 3.NF.1 and RL.3.1"), passage("3.NF.A.1")], FRAMEWORK)
    assert [(c.standard.code, c.cited) for c in claims if c.standard] == [
        ("3.NF.A.1", "3.NF.A.1"),
        ("RL.3.1", "RL.3.1"),
        ("3.NF.A.1", "3.NF.A.1"),
    ]


def test_a_code_in_a_heading_is_claimed_once_by_the_first_passage_under_it() -> None:
    heading = "Lesson 2: Thirds (3.NF.A.1)"
    first, second = passage("Fold.", "Unit", heading), passage("Cut.", "Unit", heading)
    [claim] = claim_passages([first, second], FRAMEWORK)
    assert claim.passage is first


def test_boilerplate_claims_nothing() -> None:
    assert claimed("3.NF.A.1", role=Role.BOILERPLATE) == []


def test_no_passages_and_no_framework() -> None:
    assert claim_passages([], FRAMEWORK) == ()
    assert claimed("3.NF.A.1", Framework(())) == []


@given(st.text(), st.sampled_from(CODES), st.text())
@settings(deadline=None)
def test_a_code_between_spaces_is_found_in_any_text(before: str, code: str, after: str) -> None:
    assert code in claimed(f"{before} \n {code} \n {after}")


@given(st.text(alphabet="3.NFA12-\u2013,() aRLMSP&/", max_size=60))
@settings(deadline=None)
def test_any_text_gives_claims_of_the_framework_in_the_same_order(text: str) -> None:
    once = claim_passages([passage(text)], FRAMEWORK)
    assert once == claim_passages([passage(text)], FRAMEWORK)
    known = [c.standard.id for c in once if c.standard]
    assert len(known) == len(set(known))
