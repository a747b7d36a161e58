"""Which stories a district is shown: by its gaps, their grades and subjects, and what it is like."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sample_districts import write_district

import curalign as ca
from curalign.domain.plans import NO_PRIORITIES
from curalign.domain.stories import Stories
from curalign.pipeline import Checked, priorities_of
from curalign.reporting import build_view, to_html, to_json, with_stories
from curalign.settings import Settings, load_settings
from curalign.stories import find_stories

CLOCKS = "Pupils in Elm Ridge tell and write time to the nearest minute on an analog clock that they made of paper."
BUSES = "The buses of Elm Ridge were late every winter until the town heated the garage for them."


def front(**fields: str) -> str:
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in fields.items()) + "---\n"


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One standard of grade 3 mathematics is not taught; its stories are written by each test."""
    return write_district(
        tmp_path_factory.mktemp("stories") / "pond-hill",
        {
            "standards/standards.csv": "code,statement,grades,subject,parent\n"
            "PH.1,Measure the length of an object with a ruler in centimeters,3,math,\n"
            "PH.3,Tell and write time to the nearest minute on an analog clock,3,math,\n",
            "curriculum/grade 3 measuring.md": "# Measuring, Grade 3\n\n## Lesson 1: Rulers\n\n"
            "Pupils lay a centimeter ruler along pencils and books, start at zero, and write down how long each "
            "object is. They compare two lengths and explain how they measured.\n",
        },
    )


@pytest.fixture(scope="module")
def checked(district: Path) -> Checked:
    return ca.check(district)


def found(district: Path, checked: Checked, settings: Settings | None = None, **texts: str) -> Stories:
    shutil.rmtree(district / "stories", ignore_errors=True)
    write_district(district, {f"stories/{name}.md": text for name, text in texts.items()})
    return find_stories(district, checked, settings or Settings(), NO_PRIORITIES)


def names(stories: Stories) -> list[str]:
    return [Path(match.story.path).stem for match in stories.matches]


def test_a_story_near_to_a_gap_is_quoted_and_one_that_is_not_is_left_out(district: Path, checked: Checked) -> None:
    stories = found(district, checked, clocks=f"# Clocks\n\nWe began in May.\n\n{CLOCKS}\n", buses=BUSES)
    (match,) = stories.matches
    assert (names(stories), stories.told) == (["clocks"], 2)
    assert [standard.code for standard in match.standards] == ["PH.3"]
    assert match.quote == CLOCKS
    assert [fit.sentence for fit in match.fits] == ["story-fit-lessons"]


def test_stories_of_other_grades_and_subjects_are_left_out(district: Path, checked: Checked) -> None:
    stories = found(
        district,
        checked,
        grade=front(grades="7-8") + CLOCKS,
        subject=front(subjects="science") + CLOCKS,
        fits=front(grades="2-3", subjects="maths") + CLOCKS,
    )
    assert names(stories) == ["fits"]


def test_a_like_district_comes_before_an_unlike_one(district: Path, checked: Checked) -> None:
    settings = Settings().with_changes(district={"enrolment": 600, "poverty": 0.4})
    stories = found(
        district,
        checked,
        settings,
        a_large=front(enrolment="40000", poverty="5 %") + CLOCKS,
        b_unknown=CLOCKS,
        c_like=front(enrolment="700", poverty="0.45") + CLOCKS,
    )
    assert names(stories) == ["b_unknown", "c_like", "a_large"]
    told = [[fit.sentence for fit in match.fits if "size" in fit.sentence] for match in stories.matches]
    assert told == [[], ["story-size-like"], ["story-size-unlike"]]


def test_stories_change_nothing_of_what_is_measured(district: Path, checked: Checked) -> None:
    shutil.rmtree(district / "stories", ignore_errors=True)
    write_district(district, {"stories/clocks.md": CLOCKS, "stories/deck.pptx": "x"})
    (district / "curalign.toml").write_text("[district]\nenrolment = 600\npoverty = 0.4\n", encoding="utf-8")
    again = ca.check(district)
    (district / "curalign.toml").unlink()
    assert again.reused
    assert again.run.id == checked.run.id
    assert again.findings == checked.findings
    assert all("stories" not in passage.material.path for passage in again.run.alignment.passages)


def test_a_view_says_who_claims_a_tier_and_that_nobody_checked(district: Path, checked: Checked) -> None:
    claim = front(district="Elm Ridge", tier="2", source="https://elm.example/clocks", enrolment="1200")
    stories = found(district, checked, clocks=claim + CLOCKS, broken=f"---\npoverty: much\n---\n{CLOCKS} <script>")
    plain = build_view(checked.shown, checked.findings, district="Pond Hill", run=checked.run.id)
    view = with_stories(plain, stories)
    page = to_html(view)
    assert "ESSA tier 2 (moderate evidence), as claimed by Elm Ridge." in page
    assert "It claims no tier of evidence (ESSA)." in page
    assert page.count("Nobody checked this story.") == 2
    assert '<a href="https://elm.example/clocks"' in page
    assert "stories/broken.md: has “much” under poverty" in page
    assert "&lt;script&gt;" in page
    first, _ = sorted(json.loads(to_json(view))["stories"], key=lambda story: story["file"], reverse=True)
    assert (first["essa_tier_as_claimed"], first["claimed_by"], first["standards"]) == (2, "Elm Ridge", ["PH.3"])
    assert "stories" not in json.loads(to_json(plain))


def test_the_command_line_reports_stories_and_loads_no_model_a_second_time(district: Path, checked: Checked) -> None:
    found(district, checked, clocks=CLOCKS)
    code = (
        "import sys; from curalign.cli import main\n"
        f"sys.argv = ['curalign', 'report', {str(district)!r}, '--format', 'json']\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(*({'torch', 'spacy', 'onnxruntime', 'sentence_transformers'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert [story["file"] for story in json.loads(done.stdout)["stories"]] == ["stories/clocks.md"]
    assert done.stderr.strip() == ""


# --- the sample district ---------------------------------------------------------------------------------------------


def test_the_sample_districts_stories_are_near_to_its_planted_gaps(maple_valley_once: Path) -> None:
    checked, settings = ca.check(maple_valley_once), load_settings(maple_valley_once)
    stories = find_stories(maple_valley_once, checked, settings, priorities_of(checked, settings))
    planted = set(json.loads((maple_valley_once / "truth.json").read_text(encoding="utf-8"))["untaught"])
    assert stories.problems == ()
    assert {Path(match.story.path).stem: match.standards[0].code for match in stories.matches} == {
        "heron-lake-mirrors": "MV.M.4.GE.2",
        "stone-harbor-waves-in-a-tray": "MV.S.4.WA.1",
        "cedar-junction-chance-fridays": "MV.M.4.DA.1",
    }
    assert {match.standards[0].code for match in stories.matches} <= planted
    assert all(match.story.invented for match in stories.matches)
