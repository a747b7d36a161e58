"""CASE's items out of standards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from curalign.domain.grades import read_grades
from curalign.domain.standards import Standard
from curalign.interchange import GENERATED, from_text, identifier, looks_coded
from curalign.writing.case_names import place_fields

_EARLY = {"PK": "PK", "K": "KG"}


@dataclass(frozen=True, slots=True)
class Setting:
    """What an item stands in: the version of CASE, and the document with its subjects."""

    version: str
    document: str
    subjects: str


def write_item(standard: Standard, setting: Setting) -> dict[str, Any]:
    """One standard as CFItem."""
    extra, extension = dict(standard.extra), {}
    item: dict[str, Any] = {"identifier": identifier(standard.id), "fullStatement": standard.statement}
    if item["identifier"] != standard.id:
        extension["id"] = standard.id
    if GENERATED in extra:
        extension["code"] = standard.code
    else:
        item["humanCodingScheme"] = standard.code
    if standard.level:
        item["CFItemType"] = standard.level
    elif "CFItemTypeURI" in extra:
        extension["level"] = ""
    _add_aliases(item, standard, extra, extension)
    _add_grades(item, standard, extra)
    _add_subject(item, standard, extra, extension, setting)
    return place_fields(item, extra, extension, "item", setting.version, setting.document)


def _add_aliases(item: dict[str, Any], standard: Standard, extra: dict[str, str], extension: dict[str, Any]) -> None:
    """CASE has room for one label, which is a caption or another code."""
    aliases, caption = standard.aliases, extra.get("alternativeLabel", "")
    if caption and not looks_coded(caption):
        item["alternativeLabel"] = extra.pop("alternativeLabel")
    elif aliases and looks_coded(aliases[0]):
        item["alternativeLabel"] = aliases[0]
    if aliases and (aliases != (item.get("alternativeLabel"),)):
        extension["aliases"] = list(aliases)


def _add_grades(item: dict[str, Any], standard: Standard, extra: dict[str, str]) -> None:
    """The publisher's own levels where they say more than the grades, such as `PS`, else those of CEDS."""
    stated = _texts(extra.get("educationLevel", ""))
    if stated and read_grades("|".join(stated)) == standard.grades and not all(map(read_grades, stated)):
        item["educationLevel"] = from_text(extra.pop("educationLevel"))
    elif standard.grades:
        item["educationLevel"] = [_EARLY.get(grade) or f"{int(grade):02}" for grade in standard.grades]


def _add_subject(
    item: dict[str, Any], standard: Standard, extra: dict[str, str], extension: dict[str, Any], setting: Setting
) -> None:
    """1.0 knows subjects of documents only."""
    stated = _texts(extra.get("subject", ""))
    if setting.version != "1.0" and len(stated) > 1 and ", ".join(stated) == standard.subject:
        item["subject"] = from_text(extra.pop("subject"))
    elif standard.subject == setting.subjects:
        return
    elif setting.version == "1.0" or not standard.subject:
        extension["subject"] = standard.subject
    else:
        item["subject"] = [standard.subject]


def _texts(text: str) -> list[str]:
    """The texts of a list, or the one text, that stands in `extra`."""
    value = from_text(text)
    values = value if isinstance(value, list) else [value]
    return [one.strip() for one in values if isinstance(one, str) and one.strip()]
