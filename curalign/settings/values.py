"""The sections of `curalign.toml`, one per room. An unknown key is an error that names the nearest one."""

from __future__ import annotations

import difflib
import hashlib
import json
from datetime import date, datetime
from pathlib import PurePath
from typing import Annotated, Literal, Self, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    ValidationError,
    model_validator,
)

from curalign.domain.decisions import Decision, Resolution
from curalign.domain.grades import require_grades
from curalign.errors import SettingsError
from curalign.wording.text import excerpt

FILE = "curalign.toml"

MODELS = (("embedding", "encoder"), ("judging", "judge"), ("segmenting", "pipeline"))
"""The settings that name something to be loaded: section and key."""


def _day(value: object) -> date | None:
    """A day as TOML or a careful person writes it; pydantic would also take seconds since 1970."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    elif value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    raise ValueError(f"{str(value)!r} is not a day; write year-month-day, such as 2027-06-30")


def _one_entry_each(value: object) -> object:
    if isinstance(value, dict):
        raise ValueError("write [[decisions]], with two brackets on each side, above each decision")
    return value


def _inside_the_district(name: str) -> str:
    """A folder's path with forward slashes, also as Windows writes it."""
    path = name.strip().replace("\\", "/")
    parts = [part for part in path.split("/") if part not in ("", ".")]
    if not parts or ".." in parts or path.startswith("/") or path[1:2] == ":":
        raise ValueError(
            f"{name!r} is not a folder inside the district's folder; write its path from there, such as content/units"
        )
    return "/".join(parts)


Grades = Annotated[tuple[str, ...], AfterValidator(require_grades)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Folders = tuple[Annotated[str, AfterValidator(_inside_the_district)], ...]
Share = Annotated[float, Field(ge=0, le=1, strict=True, allow_inf_nan=False)]


class SettingsSection(BaseModel):
    """Values that do not change and know all of their keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_max_length=4000)


ModelName = Annotated[str, PlainSerializer(lambda name: PurePath(name).name, when_used="json")]
"""A name or a path. What is saved is the name: the path is a matter of this machine, and weights have a fingerprint."""


class DistrictSettings(SettingsSection):
    """Which folder is what, and what the district answers for: what is counted, and never what is judged.

    `enrolment` counts its pupils and `poverty` is the share of them in poverty: stories of like districts come first.
    """

    name: str = ""
    grades: Grades = ()
    subjects: tuple[str, ...] = ()
    schools: Literal["none", "subfolders"] = "none"
    standards: Folders = ("standards",)
    curriculum: Folders = ("curriculum", "units")
    pd: Folders = ("pd", "training", "professional-development")
    results: Folders = ("results",)
    enrolment: Annotated[int, Field(ge=1, le=10_000_000, strict=True)] | None = None
    poverty: Share | None = None


class ReadingSettings(SettingsSection):
    """Limits for one document, and in `total_seconds` for all; past them it becomes a finding.

    `ocr` has scanned pages recognised by Tesseract. `quote_people` has lists of people, e-mail addresses and telephone
    numbers read and quoted like any text.
    """

    seconds: Annotated[float, Field(gt=0, le=86_400, strict=True, allow_inf_nan=False)] = 60.0
    total_seconds: Annotated[float, Field(gt=0, le=604_800, strict=True, allow_inf_nan=False)] = 3600.0
    megabytes: Annotated[int, Field(ge=64, le=1_048_576, strict=True)] = 1024
    workers: Annotated[int, Field(ge=0, le=256, strict=True)] = 0
    ocr: Annotated[bool, Field(strict=True)] = False
    quote_people: Annotated[bool, Field(strict=True)] = False


Headers = Annotated[tuple[Words, ...], BeforeValidator(lambda value: [value] if isinstance(value, str) else value)]


class ColumnSettings(SettingsSection):
    """What the district's tables of standards call their columns, where the usual names are not enough."""

    id: Headers = ()
    code: Headers = ()
    statement: Headers = ()
    grades: Headers = ()
    subject: Headers = ()
    parent: Headers = ()
    level: Headers = ()
    aliases: Headers = ()
    enumeration: Headers = ()
    licence: Headers = ()

    @property
    def named(self) -> dict[str, tuple[str, ...]]:
        """The names that are given, by noun."""
        return {noun: names for noun, names in self.model_dump().items() if names}


class SegmentingSettings(SettingsSection):
    """How passages are cut. `pipeline` names a trained spaCy pipeline; empty means the fast blank one."""

    words: Annotated[int, Field(gt=0, le=10_000, strict=True)] = 120
    pipeline: ModelName = ""
    languages: tuple[str, ...] = ("en",)


class EmbeddingSettings(SettingsSection):
    """Which encoder turns text into vectors: a shipped name, or the folder of a sentence-transformers model."""

    encoder: ModelName = "default"


class MatchingSettings(SettingsSection):
    """Which pairs are worth judging: those whose `meaning + words / 2` (see docs/methods.md) is at least `floor`."""

    floor: Annotated[float, Field(ge=-100, le=100, strict=True, allow_inf_nan=False)] = -1.0


class JudgingSettings(SettingsSection):
    """Which judge, and from which probability a link counts; empty thresholds are the judge's own.

    `alpha` is the share of a unit's untaught standards that may be called taught, which reviewed units in labels.csv
    then guarantee; 0 asks for no guarantee.
    """

    judge: ModelName = "default"
    full: Share | None = None
    partial: Share | None = None
    alpha: Annotated[
        Annotated[float, Field(ge=0.001, lt=1, strict=True, allow_inf_nan=False)] | None,
        BeforeValidator(lambda value: None if value == 0 else value),
    ] = 0.1

    @property
    def names_thresholds(self) -> bool:
        """Whether somebody chose a threshold, so that none is left to choose."""
        return self.full is not None or self.partial is not None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.full is not None and self.partial is not None and self.partial > self.full:
            raise ValueError(f"partial ({self.partial:g}) must not be above full ({self.full:g})")
        return self


class FindingSettings(SettingsSection):
    """What makes `check` exit with 1, and which findings to leave out."""

    fail_on: Literal["error", "warning", "note", "never"] = "error"
    ignore: tuple[str, ...] = ()


class ReviewSettings(SettingsSection):
    """How people review: nothing of it changes what is measured.

    `blind` hides what others and the machine say until an answer is recorded; `readers` is how many people must have
    answered for their word to hold; `standards` is how many are drawn at random to be asked about, at a time.
    """

    blind: Annotated[bool, Field(strict=True)] = True
    readers: Annotated[int, Field(ge=1, le=20, strict=True)] = 1
    standards: Annotated[int, Field(ge=5, le=1000, strict=True)] = 30


class ResultsSettings(SettingsSection):
    """How pupils' results may be told: of no fewer pupils than `min_n`.

    `claims` spreads what a test reports over several standards: codes by the name of the item, the claim or the code
    that its file has. Nothing else is ever spread.
    """

    min_n: Annotated[int, Field(ge=2, le=10_000, strict=True)] = 10
    claims: dict[Words, tuple[Words, ...]] = {}


class PlanningSettings(SettingsSection):
    """What a plan of PD has to know of the district: how many teachers of each school come to a session."""

    teachers: dict[Words, Annotated[int, Field(ge=0, le=1_000_000, strict=True)]] = {}


class DecisionSettings(SettingsSection):
    """What a person decided about findings: whose word it is, why, and until when. See `Decision`."""

    verdict: Resolution
    owner: Words
    reason: Words
    standard: Annotated[str, StringConstraints(strip_whitespace=True)] = ""
    file: Annotated[str, AfterValidator(lambda path: path.strip().replace("\\", "/").removeprefix("./"))] = ""
    codes: tuple[str, ...] = ()
    expires: Annotated[date | None, BeforeValidator(_day)] = None

    @model_validator(mode="after")
    def _has_a_subject(self) -> Self:
        if not self.standard and not self.file:
            raise ValueError("says neither which standard nor which file it is about; add `standard` or `file`")
        return self


class Settings(SettingsSection):
    """All settings, each room's in its own section."""

    district: DistrictSettings = DistrictSettings()
    reading: ReadingSettings = ReadingSettings()
    columns: ColumnSettings = ColumnSettings()
    segmenting: SegmentingSettings = SegmentingSettings()
    embedding: EmbeddingSettings = EmbeddingSettings()
    matching: MatchingSettings = MatchingSettings()
    judging: JudgingSettings = JudgingSettings()
    finding: FindingSettings = FindingSettings()
    review: ReviewSettings = ReviewSettings()
    results: ResultsSettings = ResultsSettings()
    planning: PlanningSettings = PlanningSettings()
    decisions: Annotated[tuple[DecisionSettings, ...], BeforeValidator(_one_entry_each)] = ()

    @property
    def decided(self) -> tuple[Decision, ...]:
        """The decisions as findings meet them."""
        return tuple(Decision(**decision.model_dump()) for decision in self.decisions)

    def with_changes(self, **sections: dict[str, object]) -> Settings:
        """These settings with some values changed: `with_changes(district={"grades": ("3",)})`.

        Args:
            **sections: For each section, by its name in `curalign.toml`, the new values by their keys.

        Returns:
            New settings; these stay as they are.

        Raises:
            SettingsError: A key is unknown or a value cannot be understood.
            KeyError: There is no such section.

        """
        values = self.model_dump()
        for section, changes in sections.items():
            values[section] |= changes
        try:
            return Settings.model_validate(values)
        except ValidationError as error:
            raise SettingsError(explain(error)) from error

    @property
    def fingerprint(self) -> str:
        """The hash of every value that can change a result.

        Where the exit code is drawn is not one, and what people decide and answer changes no measurement. Claims are
        one: they say which results are read.

        Returns:
            `sha256:` and 16 hexadecimal digits, the same for the same settings on every machine.

        """
        unimportant: dict[str, bool | set[str]] = {
            "district": {"enrolment", "poverty"},
            "finding": {"fail_on"},
            "reading": {"workers", "total_seconds"},
            "results": {"min_n"},
            "planning": True,
            "decisions": True,
            "review": True,
        }
        values = self.model_dump(mode="json", exclude=unimportant)
        return "sha256:" + hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()[:16]


def explain(error: ValidationError, model: type[BaseModel] = Settings) -> str:
    """The first thing that is wrong, in one sentence."""
    first = error.errors()[0]
    where = _where(first["loc"])
    if first["type"] == "missing":
        return f"{where} is missing."
    if first["type"] != "extra_forbidden":
        return f"{where}: {_plain_message(first['msg'])}."
    known = _known_keys(model, first["loc"][:-1])
    near = difflib.get_close_matches(str(first["loc"][-1]), known, n=1)
    hint = f"did you mean {near[0]}?" if near else f"known here: {', '.join(known)}."
    return f"{where} is not a setting; {hint}"


def _plain_message(message: str) -> str:
    """A message of pydantic's for readers who do not write Python."""
    if message == "Input should be a valid tuple":
        return 'must be a list in square brackets, such as ["one", "two"]'
    return message.removeprefix("Value error, ").replace("Input should be", "must be", 1)


def _where(path: tuple[int | str, ...]) -> str:
    """`district.grades`, and `decisions, number 2, owner` where a list is counted through."""
    numbered = any(isinstance(part, int) for part in path)
    return (", " if numbered else ".").join(f"number {p + 1}" if isinstance(p, int) else excerpt(p, 80) for p in path)


def _known_keys(model: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    for part in path:
        if isinstance(part, int):
            continue
        inner = model.model_fields[part].annotation
        inner = next(iter(get_args(inner)), inner)  # the entries of a list have keys of their own
        if not (isinstance(inner, type) and issubclass(inner, BaseModel)):
            return []
        model = inner
    return list(model.model_fields)
