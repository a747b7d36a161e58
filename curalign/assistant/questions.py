"""What an assistant may ask: values whose schema it is told, and which are checked before anything is looked up."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from curalign.errors import QuestionError

MOST_PASSAGES, MOST_FINDINGS, MOST_DOUBTS, MOST_PRIORITIES = 20, 50, 20, 50
_CODE, _QUERY, _NAME, _WHY = 200, 500, 200, 1000
"""Characters."""

Code = Field(min_length=1, max_length=_CODE, description="A standard's code, in any notation, or its id.")


class Question(BaseModel):
    """What is asked; nothing else is taken, and no question names a file."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class AboutAll(Question):
    """Nothing in particular."""


class Search(Question):
    """Passages of the documents that were read."""

    query: str = Field(min_length=1, max_length=_QUERY, description="What the passages should be about, in words.")
    k: int = Field(8, ge=1, le=MOST_PASSAGES, description="How many passages at most.")
    kind: Literal["any", "unit", "pd"] = Field("any", description="Passages of curriculum units or of PD alone.")


class OfFindings(Question):
    """Findings, all of them or those that are asked for."""

    code: str = Field("", max_length=_NAME, description="A finding's code, such as U101; empty for all.")
    grade: str = Field("", max_length=_NAME, description="A grade: 3, K-2, HS; empty for all.")
    subject: str = Field("", max_length=_NAME, description="A subject; empty for all.")
    school: str = Field("", max_length=_NAME, description="A school; empty for the district.")
    start: int = Field(0, ge=0, description="How many to leave out, to read on.")
    n: int = Field(20, ge=1, le=MOST_FINDINGS, description="How many at most.")


class OfStandard(Question):
    """One standard."""

    standard: str = Code


class OfDoubts(Question):
    """What the run is least sure of."""

    n: int = Field(10, ge=1, le=MOST_DOUBTS, description="How many at most.")


class OfPriorities(Question):
    """Which gaps matter most to pupils."""

    n: int = Field(10, ge=1, le=MOST_PRIORITIES, description="How many at most.")


class Proposal(Question):
    """What an assistant thinks that a person might answer."""

    standard: str = Code
    answer: Literal["yes", "partly", "no", "cannot_tell"] = Field(description="Whether the standard is taught.")
    passage: str = Field(
        "", max_length=_CODE, description="The id of the passage that it is about; empty for the district as a whole."
    )
    why: str = Field(min_length=1, max_length=_WHY, description="The reason, for the person who decides.")


def read_question(kind: type[Question], arguments: object) -> Question:
    """Arguments as a question. Raises QuestionError that says of each wrong one what it should be."""
    try:
        return kind.model_validate(arguments)
    except ValidationError as error:
        wrong = (f"{'.'.join(map(str, each['loc'])) or 'arguments'}: {each['msg']}" for each in error.errors()[:5])
        raise QuestionError(f"The question cannot be understood: {'; '.join(wrong)}.") from None
