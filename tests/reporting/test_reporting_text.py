"""What a terminal shows."""

from __future__ import annotations

import io
import math
import re
from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from reporting_samples import RUN, district_findings, hostile_view, material, measure, passage, standard
from rich.cells import cell_len
from rich.console import Console

from curalign.domain.coverage import Coverage, Tally
from curalign.domain.links import Candidates, MadeWith, Strength, Thresholds
from curalign.domain.materials import Role
from curalign.domain.standards import Framework
from curalign.domain.verdicts import Verdict
from curalign.judging import Judge
from curalign.reporting import View, build_view, to_terminal
from curalign.reporting.terminal.bars import WIDTH, share
from curalign.reporting.terminal.explaining import differences, explain, rival_of


def show(view: View, *, width: int = 80, encoding: str = "utf-8", soft_wrap: bool = False, **more: object) -> str:
    page = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")
    console = Console(file=page, width=width, color_system=None)
    console.print(to_terminal(view, **more), soft_wrap=soft_wrap)  # type: ignore[arg-type]
    page.flush()
    return page.buffer.getvalue().decode(encoding)  # type: ignore[attr-defined]


def test_nothing_is_wider_than_the_terminal(view: View) -> None:
    assert max(cell_len(line) for line in show(view).splitlines()) <= 80


def test_the_worst_comes_first_and_the_numbers_last(view: View) -> None:
    text = show(view)
    order = ["4 errors", "4 warnings", "2 notes", "Of 10 standards", "Curriculum", "Strand", "Not judged", "How sure"]
    assert [text.index(word) for word in order] == sorted(text.index(word) for word in order)


def test_in_a_pipe_a_finding_is_one_line_that_an_editor_can_follow(view: View) -> None:
    lines = show(view, soft_wrap=True).splitlines()
    assert "curriculum/river/u2_scan.pdf:p. 2-3: F302: 2 of 6 pages have no text." in lines
    near = "curriculum/projects.md:Garden project: U101 MV.M.S.2: No unit teaches this; the nearest passage is far."
    assert near in lines
    assert "U101 MV.M.F.3: No unit teaches this." in lines


def test_where_a_line_is_too_long_the_place_stands_above_it(view: View) -> None:
    lines = show(view, width=60).splitlines()
    at = lines.index("curriculum/projects.md:Garden project:")
    assert lines[at + 1].startswith("    U101 MV.M.S.2: ")


def test_notes_are_counted_and_shown_when_asked_for(view: View) -> None:
    folded, whole = show(view), show(view, limit=None)
    assert "Taught and not cited." not in folded
    assert "1 U104 Taught but not claimed" in folded
    assert "Taught and not cited." in whole


def test_errors_are_all_shown_and_warnings_folded(view: View) -> None:
    text = show(view, limit=1)
    assert text.count("U101 MV") == 3
    assert text.count("P201 MV") == 1
    assert "1 more of P201 Taught, and no PD supports it" in text


def test_the_numbers_and_how_sure_they_are(view: View) -> None:
    text = show(view)
    assert re.search(r"Curriculum +4 +2 +3 +1 +40\.0 %", text)
    assert re.search(r"PD +1 +1 +8 +0 +10\.0 %", text)
    assert "full from probability 62 %, as partial from 31 %" in text
    assert "1 standard in the curriculum. Not read in full: 2 files." in text


def test_without_pd_there_is_one_note_and_no_column(view_without_pd: View) -> None:
    text = show(view_without_pd)
    assert "no PD folder" in text
    assert not re.search(r"^PD ", text, re.MULTILINE)


def test_the_encoder_without_a_model_says_so_first(view: View) -> None:
    made_with = MadeWith("0.1.0", "hashing", "any", warning="The hashing encoder knows no meaning.")
    assert show(replace(view, made_with=made_with)).startswith("WARNING: The hashing encoder knows no meaning.")


def test_what_the_judge_cannot_know_stands_under_how_sure(view: View) -> None:
    made_with = MadeWith("0.1.0", "standards", "standards", limits="Nobody measured it for <Art>.")
    assert "Nobody measured it for <Art>." in show(replace(view, made_with=made_with)).split("How sure")[1]


def test_an_old_terminal_gets_letters_for_blocks(view: View) -> None:
    plain = replace(view, findings=())
    assert "# full" in show(plain, encoding="ascii")


def test_there_is_no_colour_where_there_is_no_terminal(view: View) -> None:
    page = io.StringIO()
    Console(file=page).print(to_terminal(view))
    assert "\x1b" not in page.getvalue()


def test_only_the_sixteen_colours_of_the_terminal_are_used(view: View) -> None:
    page = io.StringIO()
    Console(file=page, force_terminal=True, color_system="truecolor", width=80).print(to_terminal(view))
    codes = {int(n) for found in re.findall(r"\x1b\[([\d;]*)m", page.getvalue()) for n in found.split(";") if n}
    assert codes <= {0, 1, 31, 32, 33, 35, 36}


@given(st.text(st.characters(), min_size=1, max_size=60))
def test_no_text_reaches_the_terminal_as_markup_or_control(text: str) -> None:
    shown = show(hostile_view(text), limit=None, soft_wrap=True)
    assert not [c for c in shown if ord(c) < 32 and c not in "\r\n"]


def test_markup_is_shown_as_it_was_written() -> None:
    assert "[bold red]boo[/] [link=http://x]y" in show(hostile_view("[bold red]boo[/] [link=http://x]y"), width=200)


@given(st.builds(Tally, *(st.integers(0, 500) for _ in Strength)))
def test_a_bar_is_full_and_shows_whatever_is_not_zero(tally: Tally) -> None:
    cells = share(tally)
    assert sum(cells.values()) == (WIDTH if tally.total else 0)
    assert all((cells[s] > 0) == (getattr(tally, s) > 0) for s in Strength)


def test_the_summary_speaks_spanish(framework: Framework, coverage: Coverage) -> None:
    view = build_view(coverage, district_findings(framework), district="maple-valley", run=RUN, language="es")
    text = show(view)
    assert max(cell_len(line) for line in text.splitlines()) <= 80
    told = " ".join(text.split())
    assert "4 errores" in told
    assert "1 U104 Se enseña sin declararlo" in told
    assert (
        "maple-valley: De 10 estándares, 4 se enseñan por completo, 2 en parte y 3 sin enseñar; 1 no se pudo juzgar."
        in told
    )
    assert "10 estándares pleno parcial nada sin juzgar porcentaje" in told
    assert "Sin grado indicado (1)" in told
    assert "█ pleno ▒ parcial · nada ? sin juzgar" in told
    assert "Un pasaje cuenta como pleno desde una probabilidad de 62 %, como parcial desde 31 %." in told
    english = {"taught", "standards", "standard", "Grade", "Strand", "School", "files", "probability", "units", "Not"}
    of_english_findings = " ".join(finding.message for finding in view.findings)
    assert {word for word in english if word in told.split() and word not in of_english_findings.split()} == set()


def explained(coverage: Coverage, code: str) -> str:
    page = io.StringIO()
    Console(file=page, width=100).print(explain(coverage, coverage.alignment.framework[code]))
    return page.getvalue()


def test_explaining_warns_as_the_reports_do(coverage: Coverage) -> None:
    assert "WARNING" not in explained(coverage, "MV.M.G.1")
    made_with = replace(coverage.alignment.made_with, warning="The judge was not calibrated.")
    warned = replace(coverage, alignment=replace(coverage.alignment, made_with=made_with))
    assert explained(warned, "MV.M.G.1").startswith("WARNING: The judge was not calibrated.")


def test_explaining_a_standard_shows_the_sentence_and_its_reasons(coverage: Coverage) -> None:
    text = explained(coverage, "MV.M.G.1")
    assert "Curriculum: in full, best probability 93 %, 1 passage at least partial" in text
    assert "PD: in full, best probability 84 %" in text
    assert "“Start at 37." in text
    assert "+2.59  log-odds in all: probability 93 %" in text


def test_explaining_says_the_verdict_and_how_probable_it_is(coverage: Coverage) -> None:
    standard = coverage.alignment.framework["MV.M.G.1"]
    sure = [
        replace(reach, taught=0.93, verdict=Verdict.TAUGHT) if reach.standard == standard else reach
        for reach in coverage.reaches
    ]
    text = explained(replace(coverage, reaches=tuple(sure)), "MV.M.G.1")
    assert "Curriculum: taught (probability that it is taught 93 %); in full" in text


def two_standards(first: float, second: float, role: Role = Role.TASK) -> Coverage:
    """One passage that two standards could be meant by, and a third that nothing comes near."""
    length, weight, time = (standard(code, f"{code} of things", grades="3") for code in ("LENGTH", "WEIGHT", "TIME"))
    framework = Framework((length, weight, time))
    unit = material("curriculum/measuring.md")
    text = passage(unit, "Pupils lay a ruler along a pencil.", role)
    return measure(framework, [unit], [(text, length, first), (text, weight, second)])


def test_explaining_says_why_this_standard_and_not_its_nearest_rival() -> None:
    coverage = two_standards(0.8, 0.6)
    for code in ("LENGTH", "WEIGHT"):  # whichever is asked about
        text = explained(coverage, code)
        assert "Why LENGTH (80 %) and not WEIGHT (60 %)?" in text
        assert "closeness in meaning (cosine 0.80); for WEIGHT 0.60" in text
        assert "+0.98  in all: its odds are 2.7 times as high" in text


def test_a_mention_decides_nothing_and_only_says_what_it_is_more_likely_about() -> None:
    text = explained(two_standards(0.8, 0.6, Role.MENTION), "WEIGHT")
    assert "(mention, which is no evidence)" in text
    assert "more likely about LENGTH (80 %): LENGTH of things" in text
    assert "Why " not in text


def test_explaining_a_standard_that_nothing_comes_near_says_so() -> None:
    assert "No passage comes near it." in explained(two_standards(0.8, 0.6), "TIME")


def test_explaining_a_standard_of_a_grade_that_the_district_does_not_answer_for_says_so() -> None:
    coverage = two_standards(0.8, 0.6)
    text = explained(replace(coverage, reaches=()), "TIME")
    assert "No document was compared with it" in text


@given(st.lists(st.tuples(st.floats(-3, 3), st.floats(-3, 3)), min_size=2, max_size=6), st.data())
def test_the_differences_to_a_rival_sum_to_how_many_times_as_likely_it_is(
    signals: list[tuple[float, float]], data: st.DataObject
) -> None:
    columns = np.array(signals, np.float32).T
    n = len(signals)
    competing = Judge("j", "any", -1.0, {"similarity": 1.5, "terms": 0.5}, Thresholds(0.6, 0.3), competes=True)
    candidates = Candidates(
        (passage(material("curriculum/a.md"), "A text."),),
        tuple(standard(f"A.{i}", f"Statement {i}") for i in range(n)),
        np.zeros(n, np.int32),
        np.arange(n, dtype=np.int32),
        {"similarity": columns[0], "terms": columns[1]},
    )
    links = competing(candidates)
    link = links[data.draw(st.integers(0, n - 1))]
    rival = rival_of(link, links)
    assert rival is not None
    assert rival.probability == max(other.probability for other in links if other.standard != link.standard)
    total = sum(difference for _, _, difference in differences(link, rival))
    assert abs(total - math.log(link.probability / rival.probability)) < 1e-3
