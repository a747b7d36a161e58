"""Fields of a Word document: what each shows in its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from curalign.reading.documents.readers.equations import from_latex
from curalign.reading.documents.readers.markup import is_on, whole_number

TICKED, UNTICKED = "☒", "☐"

_NUMBERS = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b")
_EQUATION = re.compile(r"\s*EQ\b\s*")
_FRACTION = re.compile(r"\\f\s*\(([^(),;]*)[,;]([^(),;]*)\)", re.IGNORECASE)
_ROOT = re.compile(r"\\r\s*\(([^(),;]*)(?:[,;]([^(),;]*))?\)", re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    control: Element | None = None
    in_result: bool = False


class Fields:
    """Where a reader of a document is in its fields; they may stand in each other and reach over paragraphs."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def is_silent(self) -> bool:
        """Whether words here are a field's instructions, or a page number."""
        return any(not field.in_result or _NUMBERS.match(field.instruction) for field in self._open)

    def instruct(self, text: str) -> None:
        """A part of the instructions of the innermost field."""
        if self._open and not self._open[-1].in_result:
            self._open[-1].instruction += text

    def mark(self, node: Element) -> str:
        """Begin, part or end a field (`fldChar`); what it shows without a result of its own."""
        kind = node.get("fldCharType")
        if kind == "begin":
            self._open.append(_Field(control=node.find("ffData")))
        elif kind == "separate" and self._open:
            self._open[-1].in_result = True
        elif kind == "end" and self._open:
            return _shown(self._open.pop())
        return ""


def is_number(simple: Element) -> bool:
    """Whether a `fldSimple` shows a page number."""
    return bool(_NUMBERS.match(simple.get("instr", "")))


def _shown(field: _Field) -> str:
    """A box that is ticked or not, what was chosen from a list, or an equation; all else stands in its result."""
    if equation := _EQUATION.match(field.instruction):
        return _equation(field.instruction[equation.end() :])
    box = field.control.find("checkBox") if field.control is not None else None
    if box is not None:
        state = box.find("checked")
        return TICKED if is_on(state if state is not None else box.find("default")) else UNTICKED
    chosen = field.control.find("ddList") if field.control is not None else None
    if chosen is None:
        return ""
    state = chosen.find("result")
    at = whole_number(state.get("val")) if state is not None else 0
    entries = [entry.get("val", "") for entry in chosen.findall("listEntry")]
    return entries[at] if at < len(entries) else ""


def _equation(said: str) -> str:
    """What Word called an equation before it had any: fractions and roots."""
    text = _FRACTION.sub(r"\\frac{\1}{\2}", said)
    text = _ROOT.sub(lambda root: rf"\sqrt[{root[1]}]{{{root[2]}}}" if root[2] else rf"\sqrt{{{root[1]}}}", text)
    return from_latex(text)
