"""Desk and question -> answer: the values that reports show, chosen and never counted anew."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from curalign.assistant.last_run import Desk
from curalign.assistant.questions import AboutAll, OfDoubts, OfFindings, OfPriorities, OfStandard, Proposal, Search
from curalign.domain.filters import Filter
from curalign.domain.grades import require_grades
from curalign.domain.materials import Kind
from curalign.domain.reviews import Answer, Review, Source
from curalign.domain.scopes import UNITS
from curalign.domain.standards import Standard
from curalign.errors import DistrictError, QuestionError
from curalign.finding import RULES
from curalign.reporting.tables.check_json import describe, finding_as_json, standard_as_json
from curalign.reporting.tables.plan_json import priorities_as_json
from curalign.reporting.view import StandardRow, View, words
from curalign.storage import REVIEWS
from curalign.wording.text import excerpt

ASSISTANT = "assistant"
"""Under which name proposals are recorded."""
MOST_PROPOSALS = 1000
"""Proposals that a folder takes: what nobody can look through is of no use."""
_MOST_GROUPS, _MOST_UNJUDGED, _MOST_CONTEXT = 100, 20, 400

Json = dict[str, Any]


def summary(desk: Desk, _: AboutAll) -> Json:
    """The headline with its interval, the counts, how many findings of each code, and what they do not speak of."""
    view = desk.view
    told: Json = describe(view)
    told.pop("priorities", None)
    groups = {name: told.pop(name) for name in ("by_grade", "by_strand", "by_school")}
    counts = Counter((finding.code, finding.title) for finding in view.undecided)
    return {
        **told,
        "headline": [text for text in (words.headline(view), words.pd_headline(view)) if text],
        **{name: found[:_MOST_GROUPS] for name, found in groups.items()},
        "groups_left_out": {name: max(len(found) - _MOST_GROUPS, 0) for name, found in groups.items()},
        "findings": [{"code": code, "title": title, "count": n} for (code, title), n in sorted(counts.items())],
        "decided_findings": len(view.findings) - len(view.undecided),
        "subjects": sorted({row.subject for row in view.rows if row.subject}),
        "schools_named": sorted({scope.school for scope in view.scopes if scope.school}),
        "without_documents": list(view.lacks),
        "could_not_be_judged": {
            "count": len(view.unjudged),
            "first": [{"code": u.code, "file": u.file, "message": u.message} for u in view.unjudged[:_MOST_UNJUDGED]],
        },
        "documents": len(view.documents),
        "has_results": view.priorities is not None,
        "proposals_of_machines": len(desk.session.proposals.read()[0].proposed),
    }


def search_passages(desk: Desk, asked: Search) -> Json:
    """The passages of the run that are nearest to some words."""
    passages = desk.passages
    among = [at for at, passage in enumerate(passages) if asked.kind in ("any", passage.material.kind)]
    hits = desk.searcher.search(asked.query, asked.k, among)
    return {
        "searched_by": desk.searcher.by,
        "searched": len(among),
        "passages": [
            {
                **_passage(desk, hit.at),
                "similarity": None if hit.similarity is None else round(hit.similarity, 4),
                "words_in_common": round(hit.words, 4),
            }
            for hit in hits
        ],
    }


def _passage(desk: Desk, at: int) -> Json:
    passage = desk.passages[at]
    return {
        "passage": desk.session.ids[at],
        "kind": str(passage.material.kind),
        "role": str(passage.role),
        "file": passage.material.path,
        "place": str(passage.place),
        "quote": passage.text,
    }


def list_findings(desk: Desk, asked: OfFindings) -> Json:
    """Findings in the order of reports, as they stand in JSON. Raises QuestionError, DistrictError."""
    if asked.code and asked.code not in RULES:
        raise QuestionError(f"{excerpt(asked.code, 40)}: no finding has that code; there are {', '.join(RULES)}.")
    view = _narrowed(desk, asked)
    found = [finding for finding in view.findings if asked.code in ("", finding.code)]
    some = found[asked.start : asked.start + asked.n]
    left = len(found) - asked.start - len(some)
    return {
        "count": len(found),
        "start": asked.start,
        "left": max(left, 0),
        "findings": [finding_as_json(finding) for finding in some],
    }


def _narrowed(desk: Desk, asked: OfFindings) -> View:
    """The view of what is asked for. An error repeats no names of the district, for they come out of files."""
    try:
        grades = require_grades([asked.grade] if asked.grade else [])
    except ValueError:
        known = "PK, K, 1 to 12, HS, or a range such as 3-5"
        raise QuestionError(f"{_short(asked.grade)}: this is no grade; write {known}.") from None
    shown = Filter(grades, tuple(filter(None, [asked.subject])), tuple(filter(None, [asked.school])))
    try:
        return desk.narrowed(shown) if shown else desk.view
    except DistrictError:
        named = " or ".join(_short(name) for name in (*shown.subjects, *shown.schools))
        raise QuestionError(
            f"{named}: this district has no subject or school of that name; summary lists them."
        ) from None


def evidence_of(desk: Desk, asked: OfStandard) -> Json:
    """All that is known of one standard. Raises QuestionError."""
    standard = _standard(desk, asked.standard)
    row = next((row for row in desk.view.rows if row.id == standard.id), None)
    if row is None:
        raise QuestionError(f"{_short(asked.standard)}: this district does not answer for that standard's grades.")
    given = [review for review in desk.checked.reviews.standing if review.standard == standard.id]
    return {
        "standard": _with_passages(row),
        "findings": [finding_as_json(finding) for finding in desk.view.findings if finding.standard_id == standard.id],
        "results": _priority(desk, standard),
        "reviews_of_people": [_review(review) for review in given],
        "proposals_of_machines": [
            _review(review) for review in desk.session.proposals.read()[0].proposed if review.standard == standard.id
        ],
    }


def _with_passages(row: StandardRow) -> Json:
    """A standard as JSON has it, with the id of each passage, by which a proposal names it; schools without links."""
    described: Json = standard_as_json(row)
    for kind in Kind:
        support = row.support(kind)
        for link, citation in zip(
            described[kind]["links"] if support else (), support.links if support else (), strict=True
        ):
            link["passage"] = citation.passage
    for school in described["schools"]:
        for kind in Kind:
            (school.get(kind) or {}).pop("links", None)
    return described


def _priority(desk: Desk, standard: Standard) -> Json | None:
    """How pupils did on a standard, as far as it may be told."""
    listed = desk.view.priorities
    if listed is None:
        return None
    found = (
        each
        for row, each in zip(listed.rows, priorities_as_json(listed), strict=True)
        if row.standard_id == standard.id
    )
    return next(found, None)


def _review(review: Review) -> Json:
    return {
        "answer": str(review.answer),
        "reviewer": review.reviewer,
        "passage": review.passage or None,
        "note": review.note,
        "round": str(review.round),
        "when_recorded": review.time,
    }


def what_is_unsure(desk: Desk, asked: OfDoubts) -> Json:
    """The passages whose answer by a person would teach most, without those that people answered."""
    answered = desk.checked.reviews.ballots
    left = [item for item in desk.session.doubts if item.subject not in answered]
    rows = {row.id: row for row in desk.view.rows}
    return {
        "count": len(left),
        "doubts": [
            {
                "standard": item.standard.code,
                "statement": item.standard.statement,
                **_verdict(rows.get(item.standard.id)),
                "machine_answer": str(desk.session.machine(item)),
                "passage": item.about,
                "file": item.passages[0].passage.material.path,
                "place": str(item.passages[0].passage.place),
                "before": excerpt(item.passages[0].before, _MOST_CONTEXT),
                "quote": item.passages[0].passage.text,
                "after": excerpt(item.passages[0].after, _MOST_CONTEXT),
            }
            for item in left[: asked.n]
        ],
    }


def _verdict(row: StandardRow | None) -> Json:
    support = None if row is None else row.supports.get(UNITS)
    if support is None:
        return {"verdict": None, "taught": None}
    return {
        "verdict": None if support.verdict is None else str(support.verdict),
        "taught": None if support.taught is None else round(support.taught, 4),
    }


def priorities(desk: Desk, asked: OfPriorities) -> Json:
    """The standards by priority, where there are results. Raises QuestionError where there are none."""
    listed = desk.view.priorities
    if listed is None:
        raise QuestionError("The district has no results, so nothing can be ranked; put them into its results folder.")
    found = priorities_as_json(listed)
    notes = [*listed.notes, listed.limits]
    return {"count": len(found), "how": listed.how, "notes": notes, "priorities": found[: asked.n]}


def propose_review(desk: Desk, asked: Proposal) -> Json:
    """Record what an assistant thinks that a person might answer. Raises QuestionError, RunError."""
    standard = _standard(desk, asked.standard)
    if asked.passage and not desk.session.knows(asked.passage):
        raise QuestionError(
            f"{_short(asked.passage)}: the run has no passage of that id; ids stand in search_passages and evidence_of."
        )
    review = Review(
        ASSISTANT,
        datetime.now(UTC),
        Answer(asked.answer),
        standard=standard.id,
        passage=asked.passage,
        note=asked.why,
        source=Source.MACHINE,
    )
    known = desk.session.proposals.read()[0].proposed
    same = next((each for each in known if _is_same(each, review)), None)
    if same is None:
        if len(known) >= MOST_PROPOSALS:
            raise QuestionError(
                f"{MOST_PROPOSALS} proposals wait already, more than anybody looks through; let a person answer some."
            )
        desk.session.proposals.add(desk.session.quoting(review))
    return {
        "recorded": same is None,
        "standard": standard.code,
        "passage": asked.passage or None,
        "answer": asked.answer,
        "what_this_means": f"It lies in the folder {REVIEWS} as proposed by a machine. It is no person's word, changes "
        "no verdict and no number, and stays a proposal until a person answers in `curalign review`.",
    }


def _is_same(known: Review, review: Review) -> bool:
    return replace(known, when=review.when, id="", quoted=None) == replace(review, id="", quoted=None)


def _standard(desk: Desk, named: str) -> Standard:
    framework = desk.checked.run.alignment.framework
    if named in framework.by_id:
        return framework.by_id[named]
    if named in framework:
        return framework[named]
    near: Sequence[str] = difflib.get_close_matches(named, framework.by_code, n=3)
    hint = f"did you mean {', '.join(map(_short, near))}?" if near else "write it as the standards file does."
    raise QuestionError(f"{_short(named)}: no standard of this district has that code; {hint}")


def _short(name: str) -> str:
    return excerpt(name, 80)
