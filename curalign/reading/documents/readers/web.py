"""Web pages: headings, paragraphs, items and rows, with the line each starts on."""

from __future__ import annotations

from html.parser import HTMLParser

from curalign.domain.materials import Form
from curalign.reading.documents.cleaning import row
from curalign.reading.documents.drafts import Draft, Piece
from curalign.reading.files.text import decode

_HEADINGS = {f"h{n}": n for n in range(1, 7)}
# fmt: off
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time",
    "tt", "u", "var", "wbr",
))
_UNREAD = frozenset((
    "footer", "iframe", "math", "nav", "noscript", "object", "script", "select", "style", "svg", "template",
    "textarea",
))
# fmt: on
_CELLS = ("td", "th")
_TITLES = frozenset(("title", "MsoTitle"))  # classes that Google and Word give a document's title
_WIDEST = 100  # columns; spans reach no further


def read(data: bytes, mime: str) -> Draft:  # noqa: ARG001 (every reader takes the same)
    """Read a web page; scripts, styles, navigation and page footers are left out."""
    page = _read(decode(data))
    if page.title.strip() and not any(piece.level is not None for piece in page.pieces):
        page.pieces.insert(0, Piece(page.title, level=0, line=1))
    return Draft(page.pieces, unit="line")


def read_page(markup: str) -> list[Piece]:
    """The pieces of HTML that stands inside something else."""
    return _read(markup).pieces


def _read(markup: str) -> _Page:
    page = _Page()
    page.feed(markup)
    page.close()
    page.flush()
    return page


class _Page(HTMLParser):
    """Collects text until a block tag ends it. Tables inside table cells become part of the cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self.title = ""
        self._text: list[str] = []
        self._line = 0
        self._unread: list[str] = []
        self._form = Form.PARAGRAPH
        self._level: int | None = None
        self._in_title = False
        self._tables = 0
        self._cells: list[str] = []
        self._span = (1, 1)
        self._covered: dict[int, int] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._unread or tag in _UNREAD:
            self._unread += [tag] if tag in _UNREAD else []
            return
        self._in_title = tag == "title"
        if tag in _INLINE:
            return
        if self._tables:
            self._in_table(tag, dict(attrs))
            return
        self.flush()
        is_title = tag == "p" and not _TITLES.isdisjoint((dict(attrs).get("class") or "").split())
        self._level = 0 if is_title else _HEADINGS.get(tag)
        self._form = Form.ITEM if tag in ("li", "dd") else Form.PARAGRAPH
        self._tables += tag == "table"

    def handle_endtag(self, tag: str) -> None:
        if self._unread:
            if tag == self._unread[-1]:
                self._unread.pop()
            return
        self._in_title = False
        if tag in _INLINE:
            return
        if self._tables:
            self._out_of_table(tag)
        else:
            self.flush()

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data
        elif not self._unread:
            if not self._line and data.strip():
                self._line = self.getpos()[0] + len(data[: len(data) - len(data.lstrip())].splitlines()[1:])
            self._text.append(data)

    def flush(self) -> None:
        """End the block that is being collected."""
        text = "".join(self._text)
        if text.strip():
            self.pieces.append(Piece(text, self._form, self._level, line=self._line or None))
        self._text, self._line, self._level, self._form = [], 0, None, Form.PARAGRAPH

    def _in_table(self, tag: str, attrs: dict[str, str | None]) -> None:
        if tag == "table":
            self._tables += 1
        if tag == "tr" and self._tables == 1:
            self._end_row()
        elif tag in _CELLS and self._tables == 1:
            self._end_cell()
            self._span = _number(attrs.get("colspan")), _number(attrs.get("rowspan"))
        else:
            self._text.append(" ")

    def _out_of_table(self, tag: str) -> None:
        if tag == "table":
            self._tables -= 1
        if (tag == "tr" and self._tables == 1) or not self._tables:
            self._end_row()
        elif tag in _CELLS and self._tables == 1:
            self._end_cell(always=True)
        else:
            self._text.append(" ")

    def _end_cell(self, always: bool = False) -> None:
        text = "".join(self._text)
        if always or text.strip():
            self._put(text)
        self._text = []

    def _put(self, text: str) -> None:
        """Put a cell into the first column that no cell above reaches into; it leaves those that it spans empty."""
        while self._covered.get(len(self._cells)):
            self._cells.append("")
        first, (columns, rows) = len(self._cells), self._span
        self._cells += [text, *[""] * (min(first + columns, _WIDEST) - first - 1)]
        self._covered.update(dict.fromkeys(range(first, len(self._cells)), rows))
        self._span = (1, 1)

    def _end_row(self) -> None:
        self._end_cell()
        text = row(self._cells)
        if text:
            self.pieces.append(Piece(text, Form.ROW, line=self._line or None))
        if self._cells:
            self._covered = {column: rows - 1 for column, rows in self._covered.items() if rows > 1}
        if not self._tables:
            self._covered = {}
        self._cells, self._line = [], 0


def _number(span: str | None) -> int:
    """How many columns or rows a cell spans."""
    return int(span) if span and span.isdecimal() and 0 < len(span) <= 4 and int(span) else 1
