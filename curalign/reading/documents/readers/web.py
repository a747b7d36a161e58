"""Web pages: headings, paragraphs, items and rows, with the line each starts on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

from curalign.domain.materials import Form
from curalign.reading.documents.cleaning import is_label
from curalign.reading.documents.drafts import Draft, Piece
from curalign.reading.documents.readers import omitted
from curalign.reading.documents.readers.columns import in_columns
from curalign.reading.documents.readers.equations import beside, equation_text, from_latex, spoken
from curalign.reading.documents.readers.front_matter import split_off
from curalign.reading.documents.readers.grid import table_pieces
from curalign.reading.documents.readers.raised import BEGIN, END, in_line
from curalign.reading.documents.readers.text_pieces import ends_in_code
from curalign.reading.documents.readers.unseen import FURNITURE, VOID, opens_comment, struck_classes, why_unseen
from curalign.reading.documents.readers.web_grids import TAGS, Acting, PageTable, acts_as, is_table, looks_as, number
from curalign.reading.documents.readers.web_shown import filled, formula
from curalign.reading.files.text import decode

_HEADINGS = {f"h{n}": n for n in range(1, 7)}
# fmt: off
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "input", "ins", "kbd", "label", "mark", "math", "mjx-assistive-mml", "mjx-container", "nobr", "option",
    "q", "rb", "ruby", "s", "samp", "select", "small", "span", "strike", "strong", "sub", "sup", "textarea", "time",
    "tt", "u", "var", "wbr",
))
# fmt: on
_UNCLOSED = ("dd", "dt", "li", "option", "p", "td", "th", "tr")  # what ends where the next one begins
_CELLS = ("td", "th")
_TITLES = frozenset(("title", "MsoTitle"))  # classes that Google and Word give a document's title
_DEEPEST = 8  # tables in tables, pages in pages
_FRAMES = ("frame", "iframe")


def _nowhere(_address: str) -> str:
    """What a frame shows whose page lies outside of the file."""
    return ""


def read(data: bytes, mime: str) -> Draft:  # noqa: ARG001 (every reader takes the same)
    """Read a web page; scripts, styles, navigation and page footers are left out."""
    pieces, left_out = read_all(data)
    return Draft(pieces, unit="line", left_out=omitted.told(left_out))


def read_all(data: bytes, framed: Callable[[str], str] = _nowhere) -> tuple[list[Piece], Counter[str]]:
    """The pieces of a page, below its title where it has no heading, and how much of what was left out of it.

    Args:
        data: The page.
        framed: The page that a frame in it shows, by its address; empty for all that cannot be had.

    Returns:
        The pieces, and the counts by what was left out.

    """
    said, lines = split_off(decode(data).splitlines(), has_title=False)
    page = _read("\n".join(lines), framed)
    page.pieces[:0] = said
    if page.title.strip() and not any(piece.level is not None for piece in page.pieces):
        page.pieces.insert(0, Piece(page.title, level=0, line=1))
    return page.pieces, page.left_out


def read_page(markup: str) -> list[Piece]:
    """The pieces of HTML that stands inside something else."""
    return _read(markup).pieces


def _read(markup: str, framed: Callable[[str], str] = _nowhere, deep: int = 0) -> _Page:
    page = _Page(framed, deep)
    page.feed(markup)
    page.close()
    page.end()
    return page


class _Page(HTMLParser):
    """Collects text until a block tag ends it, for the page or for the cell that is open."""

    def __init__(self, framed: Callable[[str], str], deep: int) -> None:
        super().__init__(convert_charrefs=True)
        self._framed, self._frames = framed, deep
        self.pieces: list[Piece] = []
        self.title = ""
        self._text: list[str] = []
        self._line = 0
        self.left_out = Counter[str]()
        self._skipped = ""
        self._why = FURNITURE
        self._told = set[str]()  # the kinds of what was left out of this block and is counted
        self._deep = self._others = 0  # what is open within what is skipped: such as it is, and other elements
        self._struck: set[str] = set()
        self._equation: list[Element] = []
        self._formula = ""  # what a script is written in
        self._is_set = False  # whether a formula stands there already, before the script that it was made of
        self._divisions = 0
        self._is_below_label = False
        self._lists = 0
        self._form = Form.PARAGRAPH
        self._level: int | None = None
        self._in_title = False
        self._tables: list[PageTable] = []
        self._is_set_in = False  # text that stands as it was typed
        self._deeper = 0  # tables that are open too deep to be tables
        self._acting: list[Acting] = []
        self._is_laid = False  # whether rows by their classes are open, which may only lay out the page
        self._between = ""  # how two elements in one line meet, without words between them

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if self._equation:
            self._equation.append(Element(tag.rpartition(":")[2], {name: value or "" for name, value in attrs}))
            self._equation[-2].append(self._equation[-1])
        elif not (self._skipped and self._is_skipping(tag)) and not self._skips(tag, said):
            self._start(tag, said)

    def _is_skipping(self, tag: str) -> bool:
        """Whether this begins within what is left out; an item without an end ends where the next begins."""
        if self._skipped in _UNCLOSED and tag == self._skipped and not self._others:
            self._skipped = ""
        if self._skipped and tag not in VOID:
            self._deep += tag == self._skipped
            self._others += tag != self._skipped
        return bool(self._skipped)

    def _skips(self, tag: str, said: dict[str, str | None]) -> bool:
        """Leave out an element that no reader sees; what no reader is meant to see is counted once it has words."""
        self._divisions += tag == "div"
        if opens_comment(tag, said):
            self._skipped, self._why, self._text = "div" if self._divisions else "p", omitted.COMMENTS, []
            self._deep, self._others = 1, 1
            return True
        if tag in _FRAMES and not why_unseen("div", said, self._struck):
            self._show_frame(said)
        self._why = why_unseen(tag, said, self._struck)
        if not self._why:
            self._is_set = self._is_set or (said.get("class") or "").startswith("MathJax")
            return False
        if tag == "script":
            kind = "" if self._is_set else said.get("type") or ""
            self._formula, self._is_set = kind.partition(";")[0].strip().lower(), False
        if tag not in _INLINE and self._why != FURNITURE:
            self._start(tag, said)
        self._skipped, self._deep, self._others = tag, 1, 0
        return True

    def _show_frame(self, said: dict[str, str | None]) -> None:
        """Put the page that a frame shows where the frame stands, if the file holds it."""
        markup = said.get("srcdoc") or self._framed(said.get("src") or "")
        if markup and self._frames < _DEEPEST:
            self.flush()
            page = _read(markup, self._framed, self._frames + 1)
            self._sink.extend(replace(piece, line=self.getpos()[0]) for piece in page.pieces)
            self.left_out += page.left_out

    def _ends(self, tag: str) -> bool:
        """Whether what is left out ends here, and the end is one of what is read."""
        if tag == self._skipped:
            self._deep -= 1
            if not self._deep:
                self._skipped = ""
                return self._why != FURNITURE
        elif self._skipped in _UNCLOSED and not self._others:
            self._skipped = ""
            return True
        else:
            self._others -= 1
        return False

    def _start(self, tag: str, attrs: dict[str, str | None]) -> None:
        self._between = "meet" if tag == "span" and self._between == "end" else ""
        if tag in TAGS:
            tag = self._acted(tag, attrs)
        elif self._is_laid and not self._acting and tag not in _INLINE:
            self._end_laid()
        self._in_title = tag == "title"
        self._start_within(tag, attrs)
        if tag in _INLINE:
            return
        if self._tables and self._in_table(tag, attrs):
            return
        if tag == "br" and ends_in_code("".join(self._text[-1:])):
            self._text.append(" ")
            return
        self._is_below_label = tag == "br" and self._breaks()
        self.flush()
        self._lists += tag in ("ul", "ol")
        is_title = tag == "p" and not _TITLES.isdisjoint((attrs.get("class") or "").split())
        self._is_set_in = tag == "pre"
        self._level = 0 if is_title else _HEADINGS.get(tag)
        self._form = Form.ITEM if self._is_below_label or tag in ("li", "dd") else Form.PARAGRAPH
        if tag == "table":
            self._tables.append(PageTable())

    def _start_within(self, tag: str, attrs: dict[str, str | None]) -> None:
        """Take in what an element shows in its line: a formula, a field, a box."""
        if tag.rpartition(":")[2] == "math":
            self._equation = [Element("math")]
        elif tag == "img":
            self._show(formula(attrs))
        elif tag in ("textarea", "option"):
            self._text.append(" ")
        elif tag == "input" and (said := filled(attrs)):
            self._text.append(said)
            self._line = self._line or self.getpos()[0]
        elif tag == "sup":
            self._text.append(BEGIN)

    def _breaks(self) -> bool:
        """End a line within a paragraph; whether the next is called what this one says, or what one above it does."""
        if not is_label("".join(self._text)):
            return self._is_below_label
        if self._is_below_label:
            self._form = Form.PARAGRAPH
        return True

    def handle_endtag(self, tag: str) -> None:
        if self._equation:
            self._end_part(tag.rpartition(":")[2])
            return
        if self._skipped and not self._ends(tag):
            return
        self._divisions -= tag == "div"
        self._between = "end" if tag == "span" else ""
        tag = self._end_acted(tag) if tag in TAGS else tag
        self._in_title = False
        if tag == "sup":
            self._text.append(END)
        if tag in _INLINE:
            return
        self._is_below_label &= tag == "br"
        self.flush()
        self._lists = max(self._lists - (tag in ("ul", "ol")), 0)
        self._is_set_in = self._is_set_in and tag != "pre"
        if self._tables:
            self._out_of_table(tag)

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data
        elif self._equation:
            self._equation[-1].text = (self._equation[-1].text or "") + data
        elif self._skipped == "script" and self._formula in _FORMULAS:
            self._show(_FORMULAS[self._formula](data))
        elif self._skipped == "style":
            self._struck |= struck_classes(data) if "line-through" in data else set()
        elif self._skipped:
            if self._why != FURNITURE and data.strip() and self._why not in self._told:
                self.left_out[self._why] += 1
                self._told.add(self._why)
        else:
            if self._between == "meet" and data[:1].isupper() and "".join(self._text[-1:])[-1:].islower():
                self._text.append(" ")  # a label and its value, set apart by a page's style
            self._between = ""
            if not self._line and data.strip():
                self._line = self.getpos()[0] + len(data[: len(data) - len(data.lstrip())].splitlines()[1:])
            self._text.append(data)

    def _end_part(self, tag: str) -> None:
        """End a part of an equation; the last one ends it."""
        if tag == self._equation[-1].tag:
            ended = self._equation.pop()
            if not self._equation:
                self._show(equation_text(ended))

    def _show(self, equation: str) -> None:
        """Put an equation where it stands."""
        if equation:
            before = "".join(self._text[-1:])
            self._text.append(beside(before, equation)[len(before) :])
            self._line = self._line or self.getpos()[0]

    @property
    def _sink(self) -> list[Piece]:
        return self._tables[-1].cell if self._tables else self.pieces

    def flush(self) -> None:
        """End the block that is being collected."""
        self._told.clear()
        text = spoken(in_line("".join(self._text)))
        if text.strip():
            deep = max(self._lists - 1, 0) if self._form is Form.ITEM else 0
            lines = text.splitlines() if self._is_set_in else []
            if any(map(in_columns, lines)):
                first = self._line or 1
                self._sink.extend(Piece(line, line=first + at) for at, line in enumerate(lines) if line.strip())
            else:
                self._sink.append(Piece(text, self._form, self._level, line=self._line or None, deep=deep))
        self._text, self._line, self._level = [], 0, None
        self._form = Form.ITEM if self._is_below_label else Form.PARAGRAPH

    def end(self) -> None:
        """End all that the page left open."""
        if self._equation:
            self._text += self._equation[0].itertext()
        self.flush()
        if self._is_laid:
            self._end_laid()
        while self._tables:
            self._end_table()

    def _acted(self, tag: str, said: dict[str, str | None]) -> str:
        """The part of a table that an element is by its role or its class; its own tag for others."""
        part = acts_as(said)
        if not part and (looks := looks_as(said)):
            is_row = looks == "tr" and not self._acting and (self._is_laid or not self._tables)
            is_cell = looks == "td" and self._is_laid and self._acting[-1:] != [] and self._acting[-1].part == "tr"
            part = looks if is_row or is_cell else ""
            if is_row and not self._is_laid:
                self.flush()
                self._tables.append(PageTable())
                self._is_laid = True
        if not part and self._is_laid and not self._acting:
            self._end_laid()
        if part:
            self._acting.append(Acting(tag, part))
        elif self._acting and self._acting[-1].tag == tag:
            self._acting[-1].depth += 1
        return part or tag

    def _end_acted(self, tag: str) -> str:
        """The part of a table that ends with an element; its own tag for others."""
        if not self._acting and self._is_laid:
            self._end_laid()
        if not self._acting or self._acting[-1].tag != tag:
            return tag
        self._acting[-1].depth -= 1
        return tag if self._acting[-1].depth else self._acting.pop().part

    def _end_laid(self) -> None:
        """Give on rows by their classes: a table, or what they lay out in its order."""
        self.flush()
        while len(self._tables) > 1:
            self._end_table()
        self._is_laid = False
        ended = self._tables.pop()
        ended.end_row()
        found = [piece for row in ended.rows for cell in row for piece in cell.pieces]
        self.pieces.extend(table_pieces(ended.rows) if is_table(ended.rows) else found)

    def _in_table(self, tag: str, attrs: dict[str, str | None]) -> bool:
        """Whether a tag within a table is one of the table's own."""
        table = self._tables[-1]
        if tag == "table" and (self._deeper or len(self._tables) >= _DEEPEST):
            self._deeper += 1
        elif self._deeper or tag not in ("tr", *_CELLS):
            return False
        self.flush()
        if tag == "tr":
            table.end_row()
        elif tag in _CELLS:
            table.end_cell()
            table.is_open = True
            table.span = number(attrs.get("colspan")), number(attrs.get("rowspan"))
        return True

    def _out_of_table(self, tag: str) -> None:
        if self._deeper:
            self._deeper -= tag == "table"
        elif tag == "table":
            if len(self._tables) > self._is_laid:
                self._end_table()
        elif tag == "tr":
            self._tables[-1].end_row()
        elif tag in _CELLS:
            self._tables[-1].is_open = True
            self._tables[-1].end_cell()

    def _end_table(self) -> None:
        """Give a table on, to the page or to the cell in which it stands."""
        ended = self._tables.pop()
        ended.end_row()
        self._sink.extend(table_pieces(ended.rows))


def _of_page(markup: str) -> str:
    return " ".join(piece.text for piece in read_page(markup))


_FORMULAS = {"math/tex": from_latex, "math/latex": from_latex, "math/mml": _of_page}
"""How formulas are read that a page's script would set, by what they are written in."""
