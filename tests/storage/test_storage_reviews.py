"""Answers outlive everything: processes that are killed, people who write at once, files that are not ours."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curalign.domain.reviews import Answer, Draw, Quoted, Review, Reviews, Round, Source, Undo
from curalign.errors import RunError
from curalign.storage import REVIEWS, ProposalLog, ReviewLog, read_reviews

NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def review(reviewer: str = "Ana", standard: str = "s1", answer: Answer = Answer.YES, **more: object) -> Review:
    return Review(reviewer, NOW, answer, standard=standard, **more)  # type: ignore[arg-type]


def files(folder: Path) -> list[Path]:
    return sorted((folder / REVIEWS).iterdir())


def answers(folder: Path) -> list[tuple[str, str, str]]:
    reviews, _ = read_reviews(folder)
    return [(r.reviewer, r.standard, str(r.answer)) for r in reviews.standing]


@given(
    st.builds(
        Review,
        reviewer=TEXT.filter(str.strip),
        when=st.datetimes(timezones=st.just(UTC)),
        answer=st.sampled_from(Answer),
        standard=TEXT.filter(bool),
        passage=TEXT,
        note=TEXT,
        round=st.sampled_from(Round),
        strength=TEXT,
        depth=st.integers(0, 4),
        source=st.sampled_from(Source),
        quoted=st.none() | st.builds(Quoted, text=TEXT, file=TEXT, headings=st.tuples(TEXT, TEXT)),
    )
)
def test_what_is_read_is_what_was_recorded(tmp_path_factory: pytest.TempPathFactory, given: Review) -> None:
    folder = tmp_path_factory.mktemp("district")
    (recorded,) = ReviewLog(folder).add(given)
    reviews, problems = read_reviews(folder)
    assert (reviews.events, problems) == ((recorded,), ())


def test_an_answer_taken_back_stays_in_the_log_and_counts_no_more(tmp_path: Path) -> None:
    log = ReviewLog(tmp_path)
    (first,) = log.add(review())
    log.add(Undo(first.id, "Ben", NOW + timedelta(seconds=1)))
    assert answers(tmp_path) == [("Ana", "s1", "yes")], "nobody takes back what somebody else said"
    log.add(Undo(first.id, "Ana", NOW + timedelta(seconds=2)))
    assert answers(tmp_path) == []
    assert len(read_reviews(tmp_path)[0].events) == 3


def test_draws_keep_the_strata_of_the_first(tmp_path: Path) -> None:
    log = ReviewLog(tmp_path)
    log.add(Draw(NOW, ("b", "a"), {"a": 0, "b": 1, "c": 1}))
    log.add(Draw(NOW + timedelta(hours=1), ("c", "a"), {"a": 2, "c": 2, "d": 2}))
    reviews, _ = read_reviews(tmp_path)
    assert reviews.drawn == ("b", "a", "c")
    assert dict(reviews.strata) == {"a": 0, "b": 1, "c": 1, "d": 2}


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from curalign.domain.reviews import Answer, Review
from curalign.storage import ReviewLog

log, name = ReviewLog(Path(sys.argv[1])), sys.argv[2]
for at in range(int(sys.argv[3])):
    log.add(Review(name, datetime.now(UTC), Answer.YES, standard=f"s{at}", note="x" * 500))
    print(at, flush=True)
"""


def writer(folder: Path, name: str, times: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(folder), name, str(times)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_several_people_who_write_at_once_lose_nothing(tmp_path: Path) -> None:
    writers = [writer(tmp_path, name, 40) for name in ("Ana", "Ben", "Cy")]
    for process in writers:
        process.communicate(timeout=60)
        assert process.returncode == 0
    reviews, problems = read_reviews(tmp_path)
    assert problems == ()
    assert len(reviews.standing) == 120
    log = ReviewLog(tmp_path)
    threads = [threading.Thread(target=log.add, args=(review(f"T{at}"),)) for at in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(read_reviews(tmp_path)[0].standing) == 140


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
@pytest.mark.parametrize("after", [1, 7, 30])
def test_what_was_recorded_outlives_kill_9(tmp_path: Path, after: int) -> None:
    with writer(tmp_path, "Ana", 100_000) as process:
        assert process.stdout is not None
        for _ in range(after):
            process.stdout.readline()
        time.sleep(0.003 * after)
        process.send_signal(signal.SIGKILL)
        said = process.stdout.read()
    told = after + len(said.splitlines())
    reviews, problems = read_reviews(tmp_path)
    assert problems == ()
    assert told - 1 <= len(reviews.standing) <= told + 1, "the last line that was printed may be cut off, no answer is"
    ReviewLog(tmp_path).add(review("Ben"))
    assert len(read_reviews(tmp_path)[0].standing) == len(reviews.standing) + 1


def test_a_line_that_was_cut_off_is_told_and_the_rest_counts(tmp_path: Path) -> None:
    ReviewLog(tmp_path).add(review(), review(standard="s2"), review(standard="s3"))
    (file,) = files(tmp_path)
    file.write_bytes(file.read_bytes()[:-20])
    reviews, problems = read_reviews(tmp_path)
    assert [r.standard for r in reviews.standing] == ["s1", "s2"]
    assert [(p.code, p.file) for p in problems] == [("F303", f"reviews/{file.name}")]
    assert "line 3" in problems[0].message


@pytest.mark.parametrize(
    "line",
    [
        b"{}",
        b"null",
        b"[1]",
        b"\xff\xfe",
        b"[" * 5000,
        b'{"format":2,"event":"review","id":"x","when":"2026-11-28T09:00:00+00:00"}',
        b'{"format":1,"event":"review","id":"x","when":"yesterday"}',
        b'{"format":1,"event":"review","id":"x","when":"2026-11-28T09:00:00+00:00","answer":"maybe"}',
        b'{"format":1,"event":"draw","id":"x","when":"2026-11-28T09:00:00+00:00","standards":[1],"strata":{}}',
        b'{"format":1,"event":"draw","id":"x","when":"2026-11-28T09:00:00+00:00","standards":[],"strata":[]}',
    ],
)
def test_a_line_that_means_nothing_is_told_and_stops_nothing(tmp_path: Path, line: bytes) -> None:
    ReviewLog(tmp_path).add(review())
    (file,) = files(tmp_path)
    file.write_bytes(line + b"\n" + file.read_bytes())
    reviews, problems = read_reviews(tmp_path)
    assert len(reviews.standing) == 1
    assert len(problems) == 1


def test_what_a_machine_proposes_is_kept_and_never_counted(tmp_path: Path) -> None:
    ReviewLog(tmp_path).add(review("assistant", source=Source.MACHINE))
    reviews, _ = read_reviews(tmp_path)
    assert len(reviews.events) == 1
    assert reviews.standing == ()
    assert reviews.ballots == {}


def test_proposals_lie_in_files_of_their_own_and_are_no_reviews(tmp_path: Path) -> None:
    ReviewLog(tmp_path).add(review("Ana"))
    ProposalLog(tmp_path).add(review("assistant", answer=Answer.NO, source=Source.MACHINE))
    assert [path.name.split("-")[0] for path in files(tmp_path)] == ["proposal", "review"]
    assert answers(tmp_path) == [("Ana", "s1", "yes")]
    proposed = ProposalLog(tmp_path).read()[0].proposed
    assert [(each.reviewer, each.answer) for each in proposed] == [("assistant", Answer.NO)]


def test_the_last_proposal_on_a_subject_is_the_one_that_is_proposed(tmp_path: Path) -> None:
    log = ProposalLog(tmp_path)
    log.add(*(review("assistant", answer=answer, source=Source.MACHINE) for answer in (Answer.NO, Answer.YES)))
    log.add(review("assistant", standard="s2", source=Source.MACHINE))
    assert [(each.standard, each.answer) for each in log.read()[0].proposed] == [("s1", Answer.YES), ("s2", Answer.YES)]


def test_no_answer_of_a_person_is_taken_for_a_proposal(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="only what a machine proposes"):
        ProposalLog(tmp_path).add(review("Ana"))
    ReviewLog(tmp_path).add(review("Ana"))
    (file,) = files(tmp_path)
    file.rename(file.with_name(file.name.replace("review-", "proposal-")))
    assert ProposalLog(tmp_path).read() == (Reviews(), ())
    assert read_reviews(tmp_path) == (Reviews(), ())


def test_files_of_others_are_neither_read_nor_touched(tmp_path: Path) -> None:
    folder = tmp_path / REVIEWS
    folder.mkdir()
    ours = {"notes.txt": "mine", "review-2026.jsonl": "{}", ".review-20261128T090000Z-aaaaaaaaaaaa.jsonl.swp": "x"}
    for name, text in ours.items():
        (folder / name).write_text(text, encoding="utf-8")
    ReviewLog(tmp_path).add(review())
    assert answers(tmp_path) == [("Ana", "s1", "yes")]
    assert {name: (folder / name).read_text(encoding="utf-8") for name in ours} == ours


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_no_link_is_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    district = tmp_path / "district"
    district.mkdir()
    (district / REVIEWS).symlink_to(outside, target_is_directory=True)
    with pytest.raises(RunError, match="is a link"):
        ReviewLog(district).add(review())
    assert list(outside.iterdir()) == []
    (district / REVIEWS).unlink()
    ReviewLog(district).add(review())
    (file,) = files(district)
    moved = outside / file.name
    file.rename(moved)
    file.symlink_to(moved)
    reviews, problems = read_reviews(district)
    assert reviews.events == ()
    assert "is a link" in problems[0].message


def test_a_deleted_district_does_not_come_back(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="cannot be written"):
        ReviewLog(tmp_path / "gone").add(review())
    assert not (tmp_path / "gone").exists()


def test_lines_are_json_that_other_programs_read(tmp_path: Path) -> None:
    ReviewLog(tmp_path).add(review(note="Weil es «so» ist\nund bleibt"))
    (file,) = files(tmp_path)
    (line,) = file.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["note"] == "Weil es «so» ist\nund bleibt"
