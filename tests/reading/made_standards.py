"""Documents of standards in the manners in which states print them, as Word and as PDF, with what they say.

The words are our own. Each document has what real ones have beside the standards: a title, an introduction, a legend
that takes a code apart, running heads, page numbers, and statements that name other codes and numbers.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from reportlab.lib import colors
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import BaseDocTemplate, Frame, NextPageTemplate, PageTemplate, Paragraph, Spacer, Table

HEAD = "Maple State Academic Standards 2026"
VERBS = ("Describe", "Compare", "Explain", "Represent", "Estimate", "Measure", "Sort", "Model", "Investigate", "Record")
OBJECTS = (
    "quantities up to 100 with drawings and numbers", "the growth of plants in several places",
    "how a story changes when another character tells it", "fractions with denominators of 2, 3, 4, 6 and 8",
    "shadows at three times of a day", "two sources on the same event", "shapes by their sides and angles",
    "the cost of goods in dollars and cents", "a sequence of steps that solves a problem",
    "patterns in weather data over a season", "sounds of musical instruments", "a map of the neighbourhood",
)  # fmt: skip
ENDS = (
    "", " in everyday situations", " and say why the result is reasonable", ", using tools that fit the purpose",
    " with the help of a table, a graph or an equation of the form a + b = c", " (e.g., by acting it out)",
    " over time. Use precise words for what is seen, and give at least two reasons that others can check",
)  # fmt: skip
COMMENTS = (
    "Emphasis is on observing more than on naming.", "Pupils may use 10 by 10 grids or number lines to 20.",
    "Work is limited to whole numbers.", "Partners may share one set of tools.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """One standard as a document has to give it back."""

    grade: str
    strand: str
    code: str
    statement: str
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Element:
    """A part of a document: title, heading, paragraph, table (`rows`, the first its header), columns."""

    kind: str
    text: str = ""
    bold: str = ""
    level: int = 1
    indent: int = 0
    rows: Sequence[Sequence[str]] = ()
    widths: Sequence[int] = ()


@dataclass(frozen=True)
class Manner:
    """A way of printing standards: how its codes are made, and how the page is laid out."""

    name: str
    items: Sequence[Item]
    elements: Sequence[Element] = field(repr=False)


def sentences(seed: int) -> Iterator[str]:
    """Statements without an end, no two of them alike, each ending with a full stop or not as its document does."""
    chosen = random.Random(seed)
    told: set[str] = set()
    while True:
        verb, thing, end = chosen.choice(VERBS), chosen.choice(OBJECTS), chosen.choice(ENDS)
        text = f"{verb} {thing}{end}."
        if text not in told:
            told.add(text)
            yield text


def made(
    seed: int,
    code: Callable[[str, str, int], str],
    grades: Sequence[str],
    strands: Sequence[tuple[str, str]],
    most: int,
) -> list[Item]:
    """`most` standards or one less for each strand of each grade."""
    texts, chosen = sentences(seed), random.Random(seed)
    found = []
    for grade in grades:
        for letter, strand in strands:
            for number in range(1, most + 1 - (chosen.random() < 0.3)):
                statement = next(texts)
                if number == 3:
                    statement = statement[:-1] + f", building on {code(grade, letter, 1)} and on chapter 2."
                found.append(Item(grade, strand, code(grade, letter, number), statement, chosen.choice(COMMENTS)))
    return found


STRANDS = (("NR", "Numbers and Reasoning"), ("GM", "Geometry and Measuring"), ("DA", "Data"))


def opening(example: str) -> list[Element]:
    return [
        Element("title", HEAD),
        Element("heading", "Introduction"),
        Element("text", "These standards say what pupils should know and be able to do at the end of each grade. They "
                "were written by 24 teachers in 2025 and adopted by the board. 1. They are not a curriculum. 2. They "
                "may be taught in any order."),
        Element("heading", "How to read a code"),
        Element("text", f"In the code {example} the first part is the grade, and the last is the number."),
    ]  # fmt: skip


def by_strand(items: Sequence[Item]) -> list[tuple[str, str, list[Item]]]:
    groups: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        groups.setdefault((item.grade, item.strand), []).append(item)
    return [(grade, strand, below) for (grade, strand), below in groups.items()]


def _headed(items: Sequence[Item], body: Callable[[list[Item]], list[Element]]) -> list[Element]:
    elements: list[Element] = []
    last = ""
    for grade, strand, below in by_strand(items):
        if grade != last:
            elements.append(Element("heading", "Kindergarten" if grade == "K" else f"Grade {grade}"))
            last = grade
        elements.append(Element("heading", strand, level=2))
        elements += body(below)
    return elements


def two_columns(name: str = "table of two columns") -> Manner:
    items = made(1, lambda g, s, n: f"{g}.{s}.{n}", ("K", "1", "2"), STRANDS, 5)
    body = _headed(
        items,
        lambda below: [Element("table", rows=[("Code", "Standard"), *((i.code, i.statement) for i in below)],
                               widths=(80, 380))],
    )  # fmt: skip
    return Manner(name, items, [*opening("2.NR.1"), *body])


def three_columns(name: str = "table of three columns") -> Manner:
    items = made(2, lambda g, s, n: f"MA.{g}.{s}.1.{n}", ("3", "4"), STRANDS, 6)
    rows = [("Grade", "Benchmark", "Description"), *((i.grade, i.code, i.statement) for i in items)]
    return Manner(name, items, [*opening("MA.3.NR.1.1"), Element("table", rows=rows, widths=(50, 90, 320))])


def four_columns(name: str = "table of four columns") -> Manner:
    items = made(3, lambda g, s, n: f"{g}-{s}-{n}", ("6", "7"), STRANDS, 5)
    rows: list[tuple[str, ...]] = [("Strand", "Standard ID", "Expectation", "Clarification")]
    for _, strand, below in by_strand(items):
        rows += [(strand if at == 0 else "", i.code, i.statement, i.comment) for at, i in enumerate(below)]
    table = Element("table", rows=rows, widths=(80, 70, 180, 130))
    return Manner(name, items, [*opening("6-NR-2"), table])


def outline(name: str = "numbered outline") -> Manner:
    texts = sentences(4)
    items, elements = [], [*opening("1.2.a")]
    for first in range(1, 4):
        items.append(Item("", "", f"{first}", next(texts)))
        elements.append(Element("text", items[-1].statement, f"{first}."))
        for second in range(1, 4):
            items.append(Item("", "", f"{first}.{second}", next(texts)))
            elements.append(Element("text", items[-1].statement, items[-1].code, indent=1))
            for letter in "abc":
                items.append(Item("", "", f"{first}.{second}.{letter}", next(texts)))
                elements.append(Element("text", items[-1].statement, items[-1].code, indent=2))
    return Manner(name, items, elements)


def bold_codes(name: str = "code in bold before the statement") -> Manner:
    items = made(5, lambda g, s, n: f"{g}.{s}.A.{n}", ("3", "4", "5"), STRANDS, 5)
    body = _headed(items, lambda below: [Element("text", i.statement, i.code) for i in below])
    return Manner(name, items, [*opening("3.NR.A.1"), *body])


def texas(name: str = "letters of Texas") -> Manner:
    texts = sentences(6)
    items: list[Item] = []
    elements = [*opening("3.4(B)")]
    for grade in ("3", "4"):
        elements.append(Element("heading", f"Grade {grade}"))
        for number, strand in enumerate(("Number and operations", "Geometry", "Personal finance"), 1):
            whole = f"{strand}. The student applies what was learned to {strand.lower()}. The student is expected to:"
            items.append(Item(grade, strand, f"{grade}.{number}", whole))
            elements.append(Element("text", whole, f"({number})"))
            for letter in "ABCD":
                text = next(texts)
                text = text[0].lower() + text[1:-1] + ("." if letter == "D" else "; and" if letter == "C" else ";")
                items.append(Item(grade, strand, f"{grade}.{number}({letter})", text))
                elements.append(Element("text", text, f"({letter})", indent=1))
    return Manner(name, items, elements)


SKILLS = (
    ("Number and operations", "represent and compare whole numbers and to see what each place is worth"),
    ("Algebraic reasoning", "find and make patterns, and to say what goes on in them"),
    ("Geometry and measurement", "tell shapes by what they have in common"),
    ("Data", "solve problems by asking, counting and drawing"),
)  # fmt: skip
CLOSES = {"semicolons": (";", "; and", "."), "stops": (".", ".", "."), "nothing": ("", "", "")}


def letters_at_numbers(
    code: str = "{}.{}{}", closes: str = "semicolons", grades: Sequence[str] = ("3", "4"), name: str = "3.6B"
) -> Manner:
    """As districts of Texas print them: what is to be known and done, and below it what is expected, by a letter."""
    texts, items = sentences(11), list[Item]()
    midst, last_but_one, last = CLOSES[closes]
    for grade in grades:
        for number, (strand, skill) in enumerate(SKILLS, 1):
            whole = f"{strand}. The student uses tools and words to {skill}. The student is expected to:"
            items.append(Item(grade, strand, f"{grade}.{number}", whole))
            letters = "ABCDEFG"[: 3 + (number * 2 + len(grade)) % 5]
            for letter in letters:
                text = next(texts)
                end = last if letter == letters[-1] else last_but_one if letter == letters[-2] else midst
                expected = text[0].lower() + text[1:-1] + end
                items.append(Item(grade, strand, code.format(grade, number, letter), expected))
    body = _headed(items, lambda below: [Element("text", i.statement, i.code) for i in below])
    return Manner(name, items, [*opening(items[2].code), *body])


def expectations(name: str = "performance expectations") -> Manner:
    items = made(7, lambda g, s, n: f"{g}-{s}1-{n}", ("3", "4", "MS"),
                 (("PS", "Motion"), ("LS", "Living things"), ("ESS", "The Earth")), 4)  # fmt: skip
    elements: list[Element] = []
    above: list[Item] = []
    for grade, strand, below in by_strand(items):
        above.append(Item(grade, strand, below[0].code.rpartition("-")[0], strand))
        elements.append(Element("heading", f"{above[-1].code} {strand}"))
        elements.append(Element("text", "Students who demonstrate understanding can:"))
        elements += [
            Element("text", f"{i.statement} [Clarification Statement: {i.comment}] [Assessment Boundary: Names of "
                    "parts are not assessed.]", f"{i.code}.")
            for i in below
        ]  # fmt: skip
    return Manner(name, [*above, *items], [*opening("3-PS1-2"), *elements])


def early_learning(name: str = "indicators of early learning") -> Manner:
    areas = (("SE", "Social and Emotional Development"), ("PD", "Physical Development"), ("LC", "Language"))
    items = made(8, lambda g, s, n: f"{s}.{(n + 1) // 2}.{'ab'[(n + 1) % 2]}", ("PK",), areas, 6)
    elements: list[Element] = [Element("heading", "Pre-Kindergarten")]
    for _, strand, below in by_strand(items):
        elements.append(Element("heading", f"Domain: {strand}", level=2))
        for item in below:
            elements.append(Element("text", item.statement, item.code))
            elements.append(Element("text", f"Examples: {item.comment}", indent=1))
    return Manner(name, items, [*opening("SE.1.a"), *elements])


def newspaper(name: str = "page of two columns") -> Manner:
    items = made(9, lambda g, s, n: f"LA.{g}.{s}.{n}", ("9", "10"),
                 (("R", "Reading"), ("W", "Writing"), ("SL", "Speaking")), 6)  # fmt: skip
    body = _headed(items, lambda below: [Element("text", i.statement, i.code) for i in below])
    return Manner(name, items, [*opening("LA.9.R.1"), Element("columns"), *body])


def code_above(name: str = "code on a line of its own") -> Manner:
    items = made(10, lambda g, s, n: f"S{g}.{s[0]}.{n}", ("6", "7", "8"), STRANDS, 4)
    body = _headed(items, lambda below: [e for i in below for e in (Element("text", "", i.code),
                                                                    Element("text", i.statement))])  # fmt: skip
    return Manner(name, items, [*opening("S6.N.1"), *body])


MANNERS: tuple[Callable[[], Manner], ...] = (
    two_columns, three_columns, four_columns, outline, bold_codes, texas, letters_at_numbers, expectations,
    early_learning, newspaper, code_above,
)  # fmt: skip


def write_word(path: Path, elements: Sequence[Element]) -> Path:
    """A Word document with real headings, its title in the head and the pages' numbers in the foot of each page."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = HEAD
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    for element in elements:
        if element.kind in ("title", "heading"):
            document.add_heading(element.text, 0 if element.kind == "title" else element.level)
        elif element.kind == "columns":
            columns = OxmlElement("w:cols")
            columns.set(qn("w:num"), "2")
            document.add_section()._sectPr.append(columns)
        elif element.kind == "table":
            table = document.add_table(len(element.rows), len(element.rows[0]))
            for at, cells in enumerate(element.rows):
                for column, text in enumerate(cells):
                    table.cell(at, column).text = text
        else:
            paragraph = document.add_paragraph()
            paragraph.paragraph_format.left_indent = docx.shared.Pt(18 * element.indent)
            paragraph.add_run(element.bold).bold = True
            paragraph.add_run((" " if element.bold and element.text else "") + element.text)
    document.save(str(path))
    return path


def write_pdf(path: Path, elements: Sequence[Element]) -> Path:
    """A PDF with a running head and numbered pages; tables have lines and repeat their header on each page."""
    document = BaseDocTemplate(str(path), leftMargin=60, rightMargin=60, topMargin=70, bottomMargin=60)
    width, height = document.width, document.height
    whole = Frame(60, 60, width, height, id="whole", leftPadding=0, rightPadding=0)
    halves = [Frame(60 + at * (width / 2 + 10), 60, width / 2 - 10, height, id=str(at), leftPadding=0, rightPadding=0)
              for at in (0, 1)]  # fmt: skip
    document.addPageTemplates([PageTemplate("one", [whole], onPage=_furniture),
                               PageTemplate("two", halves, onPage=_furniture)])  # fmt: skip
    document.build([flowable for element in elements for flowable in _flowables(element)])
    return path


def _furniture(canvas: Any, document: Any) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(60, 800, HEAD)
    canvas.drawString(60, 30, "Adopted by the board")
    canvas.drawRightString(530, 30, f"Page {document.page}")


def _flowables(element: Element) -> Iterator[Any]:
    styles = getSampleStyleSheet()
    body = ParagraphStyle("body", styles["BodyText"], leftIndent=18 * element.indent, alignment=TA_LEFT)
    if element.kind in ("title", "heading"):
        yield Paragraph(escape(element.text), styles["Title" if element.kind == "title" else f"Heading{element.level}"])
    elif element.kind == "columns":
        yield NextPageTemplate("two")
        from reportlab.platypus import PageBreak

        yield PageBreak()
    elif element.kind == "table":
        cells = [[Paragraph(escape(cell), body) for cell in row] for row in element.rows]
        grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
        yield Table(cells, colWidths=list(element.widths), repeatRows=1, style=grid)
        yield Spacer(1, 8)
    else:
        bold = f"<b>{escape(element.bold)}</b> " if element.bold else ""
        yield Paragraph(bold + escape(element.text), body)
