"""What the end of a line tears is whole again, and what only seems to count a list is read, in every format."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import made_documents as made
import pytest

from curalign.reading.documents.processes import WorkerExtractor

PROSE = [
    "Pupils add twenty and fifteen on the line and write that the sum of them is",
    "35. Then they compare it with the sum of two other numbers, which they find is",
    "28) and say which is more. A second pair checks that the difference of them is",
    "7. They agree on it because of the tens, and then it is the teacher's turn, or",
    "a) a pupil's.",
]
CODES = ["They name the parts of a whole (3.NF.", "A.1), order them (3.NF.A.", "2) and tell of 4.NF.B.", "3a in words."]
WHOLE = "They name the parts of a whole (3.NF.A.1), order them (3.NF.A.2) and tell of 4.NF.B.3a in words."


@pytest.fixture(scope="module")
def worker() -> Iterator[WorkerExtractor]:
    with WorkerExtractor(made.SETTINGS) as extractor:
        yield extractor


def read(worker: WorkerExtractor, path: Path, text: str) -> list[tuple[str, str]]:
    """Each block as (form, text)."""
    path.write_text(text, encoding="utf-8")
    return [(form, words) for _, form, _, words in made.lines(worker.extract(path))]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.eml"])
def test_numbers_that_happen_to_begin_a_line_stay(worker: WorkerExtractor, tmp_path: Path, name: str) -> None:
    head = "Subject: Tens\n\n" if name == "a.eml" else ""
    found = read(worker, tmp_path / name, head + "\n".join(PROSE))
    assert found[-1] == ("paragraph", " ".join(PROSE))


@pytest.mark.parametrize("intro", ["Do this:", "Materials"])
def test_marks_of_a_list_that_counts_are_left_out(worker: WorkerExtractor, tmp_path: Path, intro: str) -> None:
    fold = "fold the strip into halves and into thirds and label each of its parts"
    text = f"{intro}\n1. {fold}\n2. cut it\na) once\nb) twice\n"
    items = [fold, "cut it", "once", "twice"]
    assert read(worker, tmp_path / "a.txt", text) == [("paragraph", intro), *(("item", item) for item in items)]


def test_a_number_that_counts_nothing_stays_after_an_empty_line(worker: WorkerExtractor, tmp_path: Path) -> None:
    text = "The class of\n\n35. They meet again.\n"
    for name in ("a.txt", "a.md"):
        assert read(worker, tmp_path / name, text)[-1] == ("paragraph", "35. They meet again.")


@pytest.mark.parametrize(
    ("name", "text", "joined"),
    [
        ("a.txt", "\n".join(CODES), WHOLE),
        ("a.eml", "Subject: Parts\n\n" + "\n".join(CODES), WHOLE),
        ("a.html", f"<p>{'<br>'.join(CODES)}</p>", WHOLE),
        ("a.rtf", r"{\rtf1\ansi " + "\\line ".join(CODES) + r"\par}", WHOLE),
    ],
)
def test_codes_that_a_line_breaks_stay_in_their_sentence(
    worker: WorkerExtractor, tmp_path: Path, name: str, text: str, joined: str
) -> None:
    _, found = read(worker, tmp_path / name, text)[-1]
    assert found.replace(". ", ".") == joined.replace(". ", ".")


def test_a_sentence_that_ends_in_a_number_is_not_run_together_with_the_next(
    worker: WorkerExtractor, tmp_path: Path
) -> None:
    found = read(worker, tmp_path / "a.txt", "The greater of the two is 12.\nGrade 3 does the same.\n")
    assert " ".join(words for _, words in found) == "The greater of the two is 12. Grade 3 does the same."


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "We fold ~~twice~~ once, and <s>glue</s> cut.\n\n| Task |\n|---|\n| ~~Draw~~ Fold it. |\n"),
        (
            "a.rtf",
            r"{\rtf1\ansi We fold {\strike twice }once, and \strike glue \strike0 cut.\par "
            r"\trowd\cellx3000 {\striked1 Draw }Fold it.\cell\row}",
        ),
    ],
)
def test_what_is_struck_out_is_left_out_and_counted(
    worker: WorkerExtractor, tmp_path: Path, name: str, text: str
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    found = worker.extract(path)
    words = " ".join(text for *_, text in made.lines(found))
    assert "We fold once, and cut." in words
    assert words.endswith("Fold it.")
    assert "text struck out in" in made.message(found)


def test_hidden_words_of_rich_text_are_counted(worker: WorkerExtractor, tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_text(r"{\rtf1\ansi Seen {\v unseen }and \v not \v0 read.\par}", encoding="utf-8")
    found = worker.extract(path)
    assert [text for *_, text in made.lines(found)] == ["Seen and read."]
    assert "hidden text in 1 paragraph" in made.message(found)


def test_numbers_of_markdown_count_over_what_stands_between_them(worker: WorkerExtractor, tmp_path: Path) -> None:
    said = ("1. Fold it.", "## Then", "2. Cut it.", "538. Say what the 5 is worth.", "**1.** Draw.", "**2.** Glue.")
    assert read(worker, tmp_path / "a.md", "\n\n".join(said)) == [
        ("item", "Fold it."),
        ("item", "Cut it."),
        ("paragraph", "538. Say what the 5 is worth."),
        ("item", "Draw."),
        ("item", "Glue."),
    ]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("**3.NF.**A.1 and *3.OA.*A.1", "3.NF.A.1 and 3.OA.A.1"),
        ("sub*tract* and 2*3*4 and a*b*c", "subtract and 2*3*4 and a*b*c"),
        ("3**2 and 4**5", "3**2 and 4**5"),
        (r"Is $\frac{1}{2}$ of $6 more than $$\sqrt{9}$$?", "Is 1/2 of $6 more than √9?"),
        ("| a [link][1] | b |\n|---|---|\n\n[1]: https://example.org", "a link | b"),
    ],
)
def test_marks_of_markdown_leave_their_words(
    worker: WorkerExtractor, tmp_path: Path, written: str, read_as: str
) -> None:
    assert [words for _, words in read(worker, tmp_path / "a.md", written)] == [read_as]


@pytest.mark.parametrize("drawn", ["---------", "=====", "*****", "  ~~~~", "\u2500\u2500\u2500\u2500"])
def test_a_line_that_is_drawn_under_a_heading_is_no_word_of_it(
    worker: WorkerExtractor, tmp_path: Path, drawn: str
) -> None:
    text = f"OBJECTIVE\n{drawn}\nAdd within 100.\n\nA - B\n"
    assert [words for _, words in read(worker, tmp_path / "a.txt", text)] == [
        "OBJECTIVE",
        "Add within 100.",
        "A - B",
    ]
