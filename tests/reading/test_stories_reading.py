"""Stories of districts: what their files say, and what happens when they do not say it well."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_districts import write_district

from curalign.domain.problems import Problem
from curalign.domain.stories import Profile, Story
from curalign.reading.stories import MAX_STORY_BYTES, read_stories
from curalign.settings import ReadingSettings

WHOLE = """---
# written by hand
title: "Fractions on the wall"
district: Elm Ridge
enrollment: 1,200 pupils
poverty: 42 %
grades: [3, 4-5]
subjects:
  - mathematics
  - science
practice: a wall of number lines
source: https://elm-ridge.example/wall
essa-tier: Tier 2
claimed_by: Elm Ridge
---
# Another heading

Pupils **place** thirds on a [line](https://x.example) that runs
round the room.

- They argue.
"""


def read(tmp_path: Path, **texts: str) -> tuple[tuple[Story, ...], tuple[Problem, ...]]:
    write_district(tmp_path, {f"stories/{name.replace('_', '.')}": text for name, text in texts.items()})
    return read_stories(tmp_path, ReadingSettings(workers=1))


def test_front_matter_says_of_whom_a_story_tells(tmp_path: Path) -> None:
    (story,), problems = read(tmp_path, wall_md=WHOLE)
    assert problems == ()
    assert story == Story(
        path="stories/wall.md",
        title="Fractions on the wall",
        paragraphs=("Pupils place thirds on a line that runs round the room.", "They argue."),
        district="Elm Ridge",
        profile=Profile(1200, 0.42),
        grades=("3", "4", "5"),
        subjects=("mathematics", "science"),
        practice="a wall of number lines",
        source="https://elm-ridge.example/wall",
        tier=2,
        claimed_by="Elm Ridge",
        invented=False,
    )


def test_a_story_without_front_matter_is_told_all_the_same(tmp_path: Path) -> None:
    (story,), problems = read(tmp_path, wall_md="# A wall\n\nPupils place thirds on a line.\n")
    assert (story.title, story.district, story.profile, story.tier) == ("A wall", "", Profile(), 0)
    assert problems == ()


@pytest.mark.parametrize(
    ("line", "place", "said"),
    [
        ("enrolment: many", "line 2", "has “many” under enrolment, which was left out; write a number of pupils"),
        ("poverty: 140 %", "line 2", "has “140 %” under poverty, which was left out; write a share"),
        ("tier: gold", "line 2", "has “gold” under tier, which was left out; write 1, 2, 3 or 4"),
        ("grades: 3, adult", "line 2", "has “3, adult” under grades, which was left out; write grades"),
        ("what is this", "line 2", "has “what is this” in its front matter, which is no field"),
    ],
)
def test_what_is_wrong_in_front_matter_is_said_and_the_rest_is_told(
    tmp_path: Path, line: str, place: str, said: str
) -> None:
    (story,), (problem,) = read(tmp_path, a_md=f"---\n{line}\ndistrict: Elm Ridge\n---\nPupils place thirds.\n")
    assert story.district == "Elm Ridge"
    assert (problem.code, problem.file, problem.place) == ("F303", "stories/a.md", place)
    assert problem.message.startswith(said)


def test_front_matter_without_an_end_is_text(tmp_path: Path) -> None:
    (story,), (problem,) = read(tmp_path, a_md="---\ntitle: Walls\n\nPupils place thirds.\n")
    assert story.paragraphs == ("title: Walls", "Pupils place thirds.")
    assert problem.message.startswith("has front matter without an end")


def test_broken_files_never_stop_the_others(tmp_path: Path) -> None:
    stories, problems = read(
        tmp_path, good_md="Pupils place thirds.", empty_md="", slides_pptx="x", README_md="About.", page_html="<p></p>"
    )
    (tmp_path / "stories/large.md").write_bytes(b"x" * (MAX_STORY_BYTES + 1))
    more = read_stories(tmp_path, ReadingSettings(workers=1))[1]
    assert [story.path for story in stories] == ["stories/good.md"]
    assert {problem.file.rpartition("/")[2] for problem in problems} == {"empty.md", "slides.pptx", "page.html"}
    assert {problem.file for problem in more} - {problem.file for problem in problems} == {"stories/large.md"}


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("Nobody may read this.", encoding="utf-8")
    folder = tmp_path / "district/stories"
    folder.mkdir(parents=True)
    try:
        (folder / "story.md").symlink_to(secret)
    except OSError:
        pytest.skip("links need rights here")
    stories, (problem,) = read_stories(folder.parent, ReadingSettings(workers=1))
    assert stories == ()
    assert problem.trouble == "link-elsewhere"
    other = tmp_path / "other"
    other.mkdir()
    (other / "stories").symlink_to(folder, target_is_directory=True)
    stories, (problem,) = read_stories(other, ReadingSettings(workers=1))
    assert (stories, problem.file, problem.trouble) == ((), "stories", "link-elsewhere")


PAGE = """<!DOCTYPE html>
<!-- saved from url=(0046)https://learningfirst.org/stories/birch-county -->
<html><head><title>Birch County | Stories</title>
<link rel="canonical" href="javascript:alert(1)">
<script>document.write("never")</script></head>
<body><nav><a href="/">Home</a></nav>
<main><h1>Grade 4 teachers of Birch County share their plans</h1>
<p>Teachers of four schools put their plans for fractions on one table.</p>
<p>They kept <a href="https://birch.example/plans">what was alike</a> and argued over the rest.</p></main>
<footer>Learning First</footer></body></html>
"""


def test_a_saved_page_is_a_story_with_its_address(tmp_path: Path) -> None:
    (story,), problems = read(tmp_path, birch_html=PAGE)
    assert problems == ()
    assert story.title == "Grade 4 teachers of Birch County share their plans"
    assert story.paragraphs == (
        "Teachers of four schools put their plans for fractions on one table.",
        "They kept what was alike and argued over the rest.",
    )
    assert (story.source, story.grades) == ("https://learningfirst.org/stories/birch-county", ("4",))
    assert (story.district, story.tier) == ("", 0)


@given(st.text(max_size=300))
def test_no_front_matter_can_break_the_reader(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "stories").mkdir()
    (folder / "stories/a.md").write_text(
        f"---\n{text}\n---\nPupils place thirds.\n", encoding="utf-8", errors="replace"
    )
    stories, problems = read_stories(folder, ReadingSettings())
    assert stories or problems
