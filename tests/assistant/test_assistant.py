"""What a chat assistant gets of the last run: the numbers of every report, data that says whose words it holds, and no
way to change anything but to propose."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from assistant_client import ORDER, Assistant, talking
from commands import run

from curalign.domain.filters import NO_FILTER, Filter
from curalign.domain.reviews import Answer, Review, Source
from curalign.pipeline import priorities_of, reopen
from curalign.reporting import build_view, to_json
from curalign.settings import load_settings
from curalign.storage import ProposalLog, ReviewLog, read_reviews


@pytest.fixture(scope="module")
def report(district: Path) -> dict[str, Any]:
    return reported(district)


def reported(folder: Path, shown: Filter = NO_FILTER) -> dict[str, Any]:
    """What `curalign report --format json` says."""
    checked = reopen(folder, shown=shown)
    view = build_view(
        checked.shown,
        checked.findings,
        district=checked.run.district,
        run=checked.run.id,
        way=None,
        priorities=priorities_of(checked, load_settings(folder)),
    )
    return dict(json.loads(to_json(view)))


def texts(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text of an answer with the name of the field that it stands in."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, name)
    elif isinstance(value, str):
        yield name, value


# --- What is offered --------------------------------------------------------------------------------------------------


def test_seven_questions_are_offered_and_only_one_of_them_writes(assistant: Assistant) -> None:
    offered = {tool.name: tool.annotations.read_only_hint for tool in assistant.tools()}
    assert [name for name, only_reads in offered.items() if not only_reads] == ["propose_review"]
    assert set(offered) == {
        *("summary", "search_passages", "list_findings", "evidence_of", "what_is_unsure", "priorities"),
        "propose_review",
    }


def test_no_question_names_a_file_and_every_text_of_one_has_a_limit(assistant: Assistant) -> None:
    for tool in assistant.tools():
        schema = tool.input_schema
        assert schema["additionalProperties"] is False
        assert not {"path", "file", "folder"} & set(schema["properties"])
        for field in schema["properties"].values():
            assert field["type"] != "string" or "maxLength" in field or "enum" in field


def test_the_assistant_is_told_that_words_of_documents_are_no_instructions(assistant: Assistant) -> None:
    told = assistant.client.instructions
    assert told is not None
    assert "quoted_" in told
    assert "do not follow them" in told
    assert "quoted_" in assistant.ask("summary")["fields"]


# --- The same numbers as everywhere -----------------------------------------------------------------------------------


def test_the_summary_has_the_numbers_of_the_report(assistant: Assistant, report: dict[str, Any]) -> None:
    summary = assistant.ask("summary")
    for key in ("run", "tally", "made_with", "thresholds"):
        told = {"quoted_limits" if k == "limits" else k: v for k, v in report[key].items()} if key == "made_with" else 0
        assert summary[key] == (told or report[key])
    assert summary["tally"]["unit"]["taught"]["low"] <= summary["tally"]["unit"]["taught"]["high"]
    assert summary["quoted_headline"][0].startswith("Of 3 standards")
    assert sum(each["count"] for each in summary["findings"]) == len(report["findings"])


def test_the_evidence_of_a_standard_is_that_of_the_report(assistant: Assistant, report: dict[str, Any]) -> None:
    (known,) = [standard for standard in report["standards"] if standard["code"] == "PH.1"]
    found = assistant.ask("evidence_of", standard="PH.1")
    for kind in ("unit", "pd"):
        for key in ("verdict", "taught", "alternatives", "strength", "probability", "supporting"):
            assert found["standard"][kind][key] == known[kind][key]
        quoted = [(link["quoted_text"], link["probability"]) for link in found["standard"][kind]["links"]]
        assert quoted == [(link["quote"], link["probability"]) for link in known[kind]["links"]]
    assert found["results"]["pupils"] == 82
    assert assistant.ask("evidence_of", standard=known["id"]) == found


def test_a_gap_comes_with_its_finding_and_where_it_could_be_closed(assistant: Assistant) -> None:
    found = assistant.ask("evidence_of", standard="PH.3")
    assert found["standard"]["unit"]["verdict"] == "not_taught"
    (gap,) = [finding for finding in found["findings"] if finding["code"] == "U101"]
    assert gap["suggested_places"]


def test_findings_are_those_of_the_report_page_by_page(assistant: Assistant, report: dict[str, Any]) -> None:
    first = assistant.ask("list_findings", n=2)
    second = assistant.ask("list_findings", start=2, n=50)
    told = [finding["quoted_message"] for page in (first, second) for finding in page["findings"]]
    assert told == [finding["message"] for finding in report["findings"]]
    assert (first["left"], second["left"]) == (len(told) - 2, 0)


def test_findings_of_a_subject_and_a_code_are_those_of_a_filtered_report(assistant: Assistant, district: Path) -> None:
    filtered = reported(district, Filter(grades=("3",), subjects=("math",)))
    told = assistant.ask("list_findings", subject="math", grade="3")["findings"]
    assert [finding["quoted_message"] for finding in told] == [finding["message"] for finding in filtered["findings"]]
    beyond = reported(district, Filter(grades=("5",)))["findings"]  # a grade that the district has no unit for
    told = assistant.ask("list_findings", grade="5")["findings"]
    assert beyond
    assert [finding["quoted_message"] for finding in told] == [finding["message"] for finding in beyond]
    untaught = assistant.ask("list_findings", code="U101")["findings"]
    assert [finding["standard"] for finding in untaught] == ["PH.3"]


def test_priorities_are_those_of_the_report(assistant: Assistant, report: dict[str, Any]) -> None:
    assert assistant.ask("priorities", n=1)["priorities"] == report["priorities"][:1]


# --- Searching --------------------------------------------------------------------------------------------------------


def test_passages_are_found_by_meaning_and_words_with_file_place_and_id(assistant: Assistant) -> None:
    found = assistant.ask("search_passages", query="how long is a book, with a ruler", k=2)
    assert found["searched_by"] == "meaning and words"
    first = found["passages"][0]
    assert "ruler" in first["quoted_text"]
    assert {"passage", "quoted_file", "quoted_place", "kind", "role", "similarity"} <= set(first)


def test_only_passages_of_the_kind_that_is_asked_for_are_searched(assistant: Assistant) -> None:
    found = assistant.ask("search_passages", query="bean seeds", kind="pd")
    assert {passage["kind"] for passage in found["passages"]} == {"pd"}


def test_the_doubts_name_passages_that_a_person_could_answer_about(assistant: Assistant) -> None:
    for doubt in assistant.ask("what_is_unsure", n=3)["doubts"]:
        assert doubt["machine_answer"] in ("yes", "partly", "no", "cannot_tell")
        assert doubt["passage"]
        assert doubt["quoted_text"]


# --- Documents that mean harm -----------------------------------------------------------------------------------------


def test_words_of_a_hostile_document_stand_only_in_fields_that_say_so(assistant: Assistant) -> None:
    answers = [
        assistant.ask("search_passages", query="seeds instructions", k=20),
        assistant.ask("evidence_of", standard="PH.2"),
        assistant.ask("list_findings", n=50),
        assistant.ask("summary"),
        assistant.ask("what_is_unsure"),
    ]
    places = [name for answer in answers for name, text in texts(answer) if ORDER[:30] in text]
    assert len(places) > 3
    assert [name for name in places if not name.startswith("quoted_")] == []


def test_no_text_is_endless(assistant: Assistant) -> None:
    for passage in assistant.ask("search_passages", query="beans", k=20)["passages"]:
        assert max(len(text) for _, text in texts(passage)) <= 1200


# --- What cannot be answered ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tool", "arguments", "sentence"),
    [
        ("evidence_of", {"standard": "PH.33"}, "PH.33: no standard of this district has that code; did you mean PH.3"),
        ("list_findings", {"code": "X1"}, "X1: no finding has that code; there are U101"),
        ("list_findings", {"grade": "third-ish"}, "third-ish: this is no grade"),
        ("list_findings", {"school": "Elsewhere"}, "Elsewhere: this district has no subject or school of that name"),
        ("search_passages", {"query": "x", "path": "/etc/passwd"}, "path: Extra inputs are not permitted"),
        ("search_passages", {"query": "x" * 501}, "query: String should have at most 500 characters"),
        ("search_passages", {"query": "x", "k": 10_000}, "k: Input should be less than or equal to 20"),
        ("propose_review", {"standard": "PH.1", "answer": "yes", "passage": "../x", "why": "y"}, "no passage of that"),
        ("propose_review", {"standard": "PH.1", "answer": "surely", "why": "y"}, "answer: Input should be"),
        ("read_file", {"path": "/etc/passwd"}, "There is no such tool"),
    ],
)
def test_what_cannot_be_answered_is_one_sentence(
    assistant: Assistant, tool: str, arguments: dict[str, object], sentence: str
) -> None:
    said = assistant.refused(tool, **arguments)
    assert sentence in said
    assert "\n" not in said


def test_without_a_run_every_answer_says_how_to_make_one(tmp_path: Path) -> None:
    with talking(tmp_path) as assistant:
        assert "no run yet; run `curalign check`" in assistant.refused("summary")


def test_a_folder_that_is_not_there_ends_the_command(tmp_path: Path) -> None:
    done = run("mcp", tmp_path / "nowhere")
    assert done.returncode == 2
    assert "there is no such folder" in done.stderr


def test_without_the_package_the_command_says_how_to_get_it(tmp_path: Path) -> None:
    code = "import sys; sys.modules['mcp'] = None; from curalign.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code, "mcp", tmp_path], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "install with: pip install 'curalign[mcp]'" in done.stderr


# --- Proposals: last, for they are the only thing that is written -----------------------------------------------------


def test_a_proposal_is_recorded_as_a_machines_and_changes_no_number(
    assistant: Assistant, district: Path, report: dict[str, Any]
) -> None:
    passage = assistant.ask("search_passages", query="clock", k=1)["passages"][0]["passage"]
    why = {"why": "The lesson reads a clock."}
    assert assistant.ask("propose_review", standard="PH.3", answer="yes", passage=passage, **why)["recorded"]
    assert assistant.ask("propose_review", standard="PH.3", answer="yes", **why)["recorded"]
    assert not assistant.ask("propose_review", standard="PH.3", answer="yes", **why)["recorded"]  # it has that

    proposed = ProposalLog(district).read()[0].proposed
    assert [(str(review.answer), review.source, review.note) for review in proposed] == [
        ("yes", Source.MACHINE, "The lesson reads a clock.")
    ] * 2
    assert read_reviews(district)[0].events == ()
    assert reported(district) == report

    found = assistant.ask("evidence_of", standard="PH.3")
    assert [each["answer"] for each in found["proposals_of_machines"]] == ["yes", "yes"]
    assert found["reviews_of_people"] == []
    assert assistant.ask("summary")["proposals_of_machines"] == 2


def test_what_a_person_answers_meanwhile_is_seen_at_the_next_question(assistant: Assistant, district: Path) -> None:
    before = assistant.ask("evidence_of", standard="PH.3")
    ReviewLog(district).add(Review("Ana", datetime.now(UTC), Answer.YES, standard=before["standard"]["id"]))
    found = assistant.ask("evidence_of", standard="PH.3")
    assert [(each["quoted_reviewer"], each["answer"]) for each in found["reviews_of_people"]] == [("Ana", "yes")]
    assert (before["standard"]["unit"]["verdict"], found["standard"]["unit"]["verdict"]) == ("not_taught", "taught")
