"""A district over time: its runs compared and in a row, what would be, and what a baseline knew."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from commands import run
from rich.console import Console
from sample_districts import write_district

from curalign.comparing import snapshot_of
from curalign.domain.comparisons import Outcome
from curalign.domain.filters import Filter
from curalign.domain.materials import Kind
from curalign.errors import DistrictError, RunError
from curalign.history import compare
from curalign.pipeline import Checked, check, reopen
from curalign.reporting import COMPARISONS, build_comparison, build_what_if, what_if_to_terminal
from curalign.settings import Settings, load_settings
from curalign.storage import find_kept, list_runs, name_run, prune_runs, read_snapshot
from curalign.what_if import what_if

MEASURING, COINS = "curriculum/grade 3 measuring.md", "curriculum/grade 3 coins.md"


def lessons(title: str, *tasks: str) -> str:
    """A unit in which several passages teach the same."""
    named = (f"## Lesson {at}: {task.split()[-1].rstrip('.')}\n\n{task}\n" for at, task in enumerate(tasks, 1))
    return "\n".join((f"# {title}, Grade 3\n", *named))


FILES = {
    "standards/standards.csv": "code,statement,grades,subject\n"
    "PH.1,Measure the length of an object with a ruler in centimeters,3,math\n"
    "PH.2,Count a collection of coins and write its value in dollars and cents,3,math\n"
    "PH.3,Tell and write time to the nearest minute on an analog clock,3,math\n"
    "PH.4,Describe how a plant grows from a seed,3,science\n",
    MEASURING: lessons(
        "Measuring",
        "Pupils measure with a ruler: the length of each object is written in centimeters, first of the pencils.",
        "Pupils take a ruler and measure the length of an object from the shelf, in whole centimeters, such as books.",
        "With a centimeter ruler pupils measure every object on the table, write its length and compare neighbors.",
        "Exit ticket: measure the length in centimeters of the object that you drew; use your ruler and say how.",
    ),
    COINS: lessons(
        "Coins",
        "Pupils count the coins in a jar: the value of the collection is written in dollars and cents on a label.",
        "Pupils write the value of a collection of coins in cents, count again and trade them for dollars at a stall.",
        "With a partner pupils count coins of a collection, write dollars and cents, and compare two purses.",
        "Exit ticket: count this collection of coins and write in dollars and cents what value it has today.",
    ),
    "pd/measuring workshop.md": "# Workshop\n\nTeachers practise how pupils measure the length of an object with a "
    "ruler in centimeters.\n",
}
CLOCKS = lessons(
    "Clocks",
    "Pupils look at an analog clock, tell the time to the nearest minute and write it on a card for a friend.",
    "Pupils write the time that an analog clock shows, to the nearest minute, and tell it to their neighbors.",
    "With a paper clock pupils tell each other the time, write it to the nearest minute and set the analog hands.",
    "Exit ticket: write the time to the nearest minute that each of these analog clocks shows, and tell how.",
)


@dataclass(frozen=True)
class District:
    """A folder with two runs: with the unit on coins, and without it."""

    folder: Path
    home: Path
    first: Checked
    second: Checked

    @property
    def settings(self) -> Settings:
        return load_settings(self.folder)


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> District:
    folder = write_district(tmp_path_factory.mktemp("over-time") / "pond-hill", FILES)
    (folder / "curalign.toml").write_text('[embedding]\nencoder = "hashing"\n', encoding="utf-8")
    first = check(folder, now=datetime(2026, 9, 1, tzinfo=UTC))
    (folder / COINS).rename(folder.parent / "coins.md")
    second = check(folder, now=datetime(2026, 11, 1, tzinfo=UTC))
    name_run(first.home, first.run.id, "with coins")
    return District(folder, first.home, first, second)


def codes(folder: Path, outcome: Outcome, *runs: str) -> list[str]:
    return [move.standard.code for move in compare(folder, *runs).comparison.where(outcome, Kind.UNIT)]


def test_without_a_run_the_last_check_is_compared_with_the_one_before(district: District) -> None:
    assert codes(district.folder, Outcome.NEW) == ["PH.2"]
    assert codes(district.folder, Outcome.STILL_OPEN) == ["PH.3"]
    history = compare(district.folder)
    assert (history.comparison.before.run, history.comparison.after.run) == (
        district.first.run.id,
        district.second.run.id,
    )


def test_runs_are_named_by_their_names_and_by_the_beginnings_of_their_ids(district: District) -> None:
    assert codes(district.folder, Outcome.CLOSED, "2026-11", "With Coins") == ["PH.2"]
    for asked, why in [("2026", "2 runs begin with 2026"), ("x", "has no run x")]:
        with pytest.raises(RunError, match=why):
            compare(district.folder, asked)


def test_a_run_beside_itself_has_no_difference(district: District) -> None:
    comparison = compare(district.folder, "with coins", "with coins").comparison
    assert not comparison
    assert build_comparison("x", comparison).same


def test_one_run_is_nothing_to_compare(tmp_path: Path, district: District) -> None:
    folder = tmp_path / "lone"
    shutil.copytree(district.folder, folder)
    prune_runs(folder / ".curalign", 1)
    name_run(folder / ".curalign", district.first.run.id, "")
    prune_runs(folder / ".curalign", 1)
    with pytest.raises(RunError, match="one run only"):
        compare(folder)


def test_what_lies_on_disk_says_what_the_coverage_said(district: District) -> None:
    for checked in (district.first, district.second):
        kept = read_snapshot(district.home / "runs" / checked.run.id)
        made = snapshot_of(
            checked.coverage, checked.run.id, settings=checked.run.settings, packages=checked.run.packages
        )
        assert sorted(map(repr, kept.readings)) == sorted(repr(reading) for reading in made.readings if reading.counted)
        assert (kept.run, kept.made_with, kept.packages) == (made.run, made.made_with, made.packages)


def test_runs_stand_in_a_row_and_a_damaged_one_is_left_out(district: District, tmp_path: Path) -> None:
    assert [point.snapshot.name for point in compare(district.folder).trend] == ["with coins", ""]
    folder = tmp_path / "damaged"
    shutil.copytree(district.folder, folder)
    home = folder / ".curalign"
    with (home / "runs" / district.first.run.id / "framework.json").open("ab") as file:
        file.write(b" ")
    (kept,) = compare(folder, district.second.run.id, district.second.run.id).trend
    assert kept.snapshot.run == district.second.run.id


def test_another_setting_breaks_the_row_and_closes_nothing(district: District, tmp_path: Path) -> None:
    folder = tmp_path / "stricter"
    shutil.copytree(district.folder, folder)
    with (folder / "curalign.toml").open("a", encoding="utf-8") as file:
        file.write("[judging]\nfull = 0.99\npartial = 0.98\n")
    check(folder, now=datetime(2026, 12, 1, tzinfo=UTC))
    history = compare(folder)
    assert not history.comparison.comparable
    assert history.comparison.new_gaps == ()
    view = build_comparison("Pond Hill", history.comparison, history.trend)
    assert [bool(line.apart) for line in view.trend] == [False, False, True]
    assert any("judging.full" in cause for cause in view.causes)


def test_a_name_keeps_a_run_and_a_name_belongs_to_one(district: District, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(district.home, home)
    kept, removed = prune_runs(home, 1)
    assert (len(kept), removed) == (2, [])
    name_run(home, district.second.run.id, "With  coins")
    assert {each.id: each.name for each in list_runs(home)} == {
        district.second.run.id: "With coins",
        district.first.run.id: "",
    }
    assert find_kept(home, "with coins").id == district.second.run.id
    (home / "names").write_text('{"x": "forged"}\n0000\n', encoding="utf-8")
    assert {each.name for each in list_runs(home)} == {""}  # not sealed with this user's key
    for name in ("2026-11-01T000000Z-abcdef", "x" * 81):
        with pytest.raises(RunError, match="cannot be a run's name"):
            name_run(home, district.second.run.id, name)


def test_what_would_be_is_what_a_check_of_such_a_folder_says(district: District, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(CLOCKS, encoding="utf-8")
    measuring = Path(MEASURING)
    supposed = what_if(district.folder, units=[draft], left_out=[measuring])
    as_if = tmp_path / "as-if"
    shutil.copytree(district.folder, as_if, ignore=shutil.ignore_patterns(".curalign"))
    (as_if / measuring).unlink()
    (as_if / "curriculum" / "draft.md").write_text(CLOCKS, encoding="utf-8")
    real = check(as_if)
    assert [(r.standard.code, r.strength, r.probability) for r in supposed.checked.coverage.reaches] == [
        (r.standard.code, r.strength, r.probability) for r in real.coverage.reaches
    ]
    assert (supposed.added, supposed.left_out) == (("draft.md",), (measuring.as_posix(),))
    outcomes = {move.standard.code: str(move.outcome) for move in supposed.comparison.moves if move.kind is Kind.UNIT}
    assert outcomes["PH.1"] == "new"
    assert outcomes["PH.3"] == "closed"


def test_a_what_if_is_kept_by_nobody(district: District, tmp_path: Path) -> None:
    before = [(each.id, each.last) for each in list_runs(district.home)]
    draft = tmp_path / "draft.md"
    draft.write_text(CLOCKS, encoding="utf-8")
    what_if(district.folder, units=[draft])
    assert [(each.id, each.last) for each in list_runs(district.home)] == before
    assert reopen(district.folder).run.id == district.second.run.id


def test_a_draft_is_pd_where_it_lies_among_pd_or_is_called_so(district: District, tmp_path: Path) -> None:
    draft = tmp_path / "pd" / "clocks.md"
    draft.parent.mkdir()
    draft.write_text(CLOCKS, encoding="utf-8")
    elsewhere = tmp_path / "clocks 2.md"
    shutil.copy(draft, elsewhere)
    supposed = what_if(district.folder, units=[draft], pd=[elsewhere])
    kinds = {m.path: m.kind for m in supposed.checked.run.alignment.materials if m.path in supposed.added}
    assert kinds == {"clocks.md": Kind.PD, "clocks 2.md": Kind.PD}


@pytest.mark.parametrize(
    ("added", "left_out", "why"),
    [
        ("gone.md", "", "there is no such file"),
        ("picture.png", "", "is not a document that can be read"),
        ("", "curriculum/grade 3 measurin.md", "did you mean curriculum/grade 3 measuring.md"),
        ("", "curriculum", "no curriculum document would be left"),
        ("pond-hill/curriculum/grade 3 measuring.md", "", "is in the folder already"),
    ],
)
def test_what_cannot_be_supposed_is_said_before_the_work(
    district: District, tmp_path: Path, added: str, left_out: str, why: str
) -> None:
    (tmp_path / "picture.png").write_bytes(b"x")
    home = district.folder.parent if added.startswith("pond-hill") else tmp_path
    with pytest.raises(DistrictError, match=re.escape(why)):
        what_if(
            district.folder,
            units=[home / added] if added else [],
            left_out=[Path(left_out)] if left_out else [],
        )


def test_what_would_be_is_said_in_plain_words(district: District, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(CLOCKS, encoding="utf-8")
    supposed = what_if(district.folder, units=[draft])
    view = build_what_if("Pond Hill", supposed.comparison, added=supposed.added, left_out=supposed.left_out)
    console = Console(file=io.StringIO(), width=200)
    console.print(what_if_to_terminal(view))
    lines = console.file.getvalue().splitlines()  # type: ignore[attr-defined]
    assert lines[0] == "What if the folder held draft.md?"
    assert "  Would close (1)" in lines
    (said,) = (line for line in lines if "PH.3" in line)
    assert said.endswith("is not taught, would be taught")


def test_a_draft_that_cannot_be_read_is_told(district: District, tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 and nothing else")
    supposed = what_if(district.folder, units=[broken])
    assert {problem.file for problem in supposed.problems} == {"broken.docx"}


def test_a_comparison_is_narrowed_to_what_is_asked_for(district: District) -> None:
    shown = compare(district.folder, shown=Filter((), ("science",))).comparison
    assert {move.standard.code for move in shown.moves} == {"PH.4"}


@pytest.mark.parametrize("language", ["en", "es"])
def test_json_and_csv_say_the_same_in_every_language(district: District, language: str) -> None:
    history = compare(district.folder)
    view = build_comparison("Pond Hill", history.comparison, history.trend, language=language)
    page = json.loads(COMPARISONS["json"](view))
    rows = list(csv.DictReader(io.StringIO(COMPARISONS["csv"](view))))
    by_json = {
        ("unit", move["standard"]): outcome for outcome, moves in page["unit"]["standards"].items() for move in moves
    }
    assert by_json == {("unit", row["standard"]): row["outcome"] for row in rows if row["kind"] == "unit"}
    assert page["unit"]["counts"]["new"] == 1
    assert [line["name"] for line in page["trend"]] == ["with coins", None]


def test_the_page_needs_nothing_else_and_a_reader_without_eyes_can_use_it(
    district: District, browser: object, tmp_path: Path
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    history = compare(district.folder)
    page = tmp_path / "trend.html"
    page.write_text(COMPARISONS["html"](build_comparison("<b>&", history.comparison, history.trend)), encoding="utf-8")
    text = page.read_text("utf-8")
    assert "<script" not in text
    assert "<b>&" not in text
    assert len(re.findall("<svg", text)) == 2
    opened = browser.new_page()  # type: ignore[attr-defined]
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("request", lambda request: said.append(request.url) if not request.url.startswith("file:") else None)
    opened.goto(page.as_uri())
    found = Axe().run(opened)
    opened.close()
    assert said == []
    assert [violation["id"] for violation in found.response["violations"]] == []


def test_as_a_director_runs_it(district: District, tmp_path: Path) -> None:
    folder = tmp_path / "pond-hill"
    shutil.copytree(district.folder, folder)
    compared = run("compare", folder)
    assert compared.returncode == 1, compared.stderr
    assert "New gaps (1)" in compared.stdout
    assert "PH.2 Count a collection of coins" in compared.stdout
    draft = tmp_path / "draft.md"
    draft.write_text(CLOCKS, encoding="utf-8")
    supposed = run("check", folder, "--with", draft, "--format", "json")
    page = json.loads(supposed.stdout)
    assert page["run"] == "what-if"
    assert "draft.md" in page["made_with"]["warning"]
    assert [move["standard"] for move in page["what_if"]["unit"]["standards"]["closed"]] == ["PH.3"]
    baseline = tmp_path / "baseline.json"
    first = run("check", folder, "-o", baseline, "--name", "today")
    assert first.returncode == 1
    assert run("check", folder, "--baseline", baseline).returncode == 0
    (folder / MEASURING).write_text(CLOCKS, encoding="utf-8")
    later = run("check", folder, "--baseline", baseline, "--format", "json")
    findings = json.loads(later.stdout)["findings"]
    assert later.returncode == 1
    known = {finding["standard"]: finding["known"] for finding in findings if finding["code"] == "U101"}
    assert known == {"PH.1": False, "PH.2": True}
