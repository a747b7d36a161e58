"""Groups of rich text that the library passes over or takes for text: equations, numbers, comments, page headers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from curalign.reading.documents.drafts import BETWEEN_CELLS
from curalign.reading.documents.readers import omitted
from curalign.reading.documents.readers.equations import equation_text
from curalign.reading.documents.readers.numbering import Numbering
from curalign.reading.documents.readers.page_headers import cells_apart, telling, telling_feet

_TOKEN = re.compile(rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\[^a-zA-Z]|[{}]|[^\\{}]+", re.DOTALL)
_DESTINATION = re.compile(rb"\{\s*(\\\*\s*)?\\([a-zA-Z]{1,32})")
_NEEDED = re.compile(
    rb"\\(?:mmath|listtext|pntext|ls\d|annotation|objclass|atn(?:id|author)|(?:head|foot)er[lrf]?)(?![a-z])"
)
_NUMBERS = (b"listtext", b"pntext")
_COMMENT, _OBJECT = b"annotation", b"objclass"
_OF_COMMENTS = (_COMMENT, b"atnid", b"atnauthor", b"atntime", b"atndate", b"atnref", b"atnparent", b"chatn")
_HEADERS, _FOOTERS = ((side, side + b"l", side + b"r", side + b"f") for side in (b"header", b"footer"))
_DEFINED = (b"listtable", b"listoverridetable")
_SILENT = (b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", *_DEFINED)
_ENDS = (b"par", b"cell", b"row", b"sect", b"nestcell", b"nestrow")
_FORMATS = {"0": "decimal", "1": "upperRoman", "2": "lowerRoman", "3": "upperLetter", "4": "lowerLetter"}
_FORMATS |= {"22": "decimalZero", "23": "bullet", "255": "bullet"}
_MARK = re.compile(r"\W*(?:\d{1,3}|[A-Za-z]|[ivxlIVXL]{1,6})?\W*")
"""What only counts an item; `2.NBT.B.5`, `Lesson 4` and `1.1` say more."""
_DEEPEST = 100
_NOTHING = b"{}"  # in the place of a group: a control word before it must not run into what is behind
_PICTURE = "mmathPict"
_BOX, _DRAWN = "shptxt", "pict"  # groups of a text box and of a picture, whose text are its bytes
_ASIDE = "*"  # what a group says of itself that programs may pass over
_BREAKS = {"tab": " ", "line": " ", "emspace": " ", "enspace": " ", "par": "\n", "row": "\n", "cell": BETWEEN_CELLS}


class Spelt(NamedTuple):
    """A file of rich text in which more is words; what was left out of it is counted.

    `heads` is what the headers and footers of its pages tell of the lesson, `objects` the programs of documents in it.
    """

    data: bytes
    left_out: Counter[str]
    heads: Sequence[str] = ()
    objects: Sequence[str] = ()


def spelt_out(data: bytes) -> Spelt:
    """Rich text in which equations and telling numbers of lists are words, without comments and what frames its pages.

    Args:
        data: The file.

    Returns:
        The file so changed, and what was found beside its text.

    """
    return _Spelling(data).spelt() if _NEEDED.search(data) else Spelt(data, Counter())


@dataclass(frozen=True, slots=True)
class _State:
    """What holds within a group: the list that its paragraphs are items of, at which level; whether it is no text."""

    list: str = ""
    level: int = 0
    is_aside: bool = False


class _Spelling:
    """One file on its way from its first token to its last."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._found: list[bytes] = []
        self._left_out = Counter[str]()
        self._defined: dict[bytes, Element] = {}
        self._numbering: Numbering | None = None
        self._is_numbered = False  # whether this paragraph has its number, or had its chance of one
        self._last = b""  # of the words before, for what must not touch them
        self._never_ends = False  # whether a header does not, so that none below it is looked for to the end again
        self._heads: list[str] = []
        self._feet: list[str] = []
        self._objects: list[str] = []

    def spelt(self) -> Spelt:
        groups, state = list[_State](), _State()
        at = 0
        while token := _TOKEN.match(self._data, at):
            written, word = token[0], token[1]
            if written == b"{":
                to = _DESTINATION.match(self._data, at)
                if to is not None and (end := self._taken(to[2], at)):
                    at = end
                    continue
                groups.append(state)
                state = replace(state, is_aside=state.is_aside or (to is not None and bool(to[1])))
            elif written == b"}":
                state = groups.pop() if groups else _State()
            elif word:
                state = self._word(word, token[2] or b"", state)
            if written.strip() and written not in b"{}" and (not word or word == b"u") and not state.is_aside:
                self._text(written, state)
            at = _end_of(token)
            self._found.append(self._data[token.start() : at])
        told = [*telling(self._heads), *telling_feet(self._feet)]
        return Spelt(b"".join([*self._found, self._data[at:]]), self._left_out, told, self._objects)

    def _taken(self, name: bytes, at: int) -> int:
        """Where a group ends that is read as a whole, and put in its place what it says; 0 for any other."""
        if name == b"mmath":
            node, end = _tree(self._data, at)
            said = equation_text(_office(node))
            space = " " if self._last.isalnum() and said[:1].isalnum() else ""
            self._found.append(_written(space + said))
        elif name in _NUMBERS:
            node, end = _tree(self._data, at)
            label = " ".join("".join(node.itertext()).split())
            self._found.append(_written(f"{label} ") if not _MARK.fullmatch(label) else _NOTHING)
            self._is_numbered = True
        elif name in _OF_COMMENTS:
            end = _group_end(self._data, at)
            self._found.append(_NOTHING)
            self._left_out[omitted.COMMENTS] += name == _COMMENT
        elif name == _OBJECT:
            node, end = _tree(self._data, at)
            program = "".join(node.itertext()).strip()
            self._left_out[omitted.EQUATIONS] += omitted.is_equation(program)
            self._objects += [] if omitted.is_equation(program) else [program]
            self._found.append(_NOTHING)
        elif name in (*_HEADERS, *_FOOTERS):
            if self._never_ends:
                return 0
            node, end = _tree(self._data, at)
            if end >= len(self._data):
                self._never_ends = True
                return 0  # it holds the text as well
            lines = (part for line in _shown(node).split("\n") for part in cells_apart(line))
            (self._heads if name in _HEADERS else self._feet).extend(lines)
            self._found.append(_NOTHING)
        elif name in _SILENT:
            end = _group_end(self._data, at)
            if name in _DEFINED:
                self._defined[name] = _tree(self._data, at)[0]
            self._found.append(self._data[at:end])
        else:
            return 0
        return end

    def _word(self, word: bytes, number: bytes, state: _State) -> _State:
        if word in _ENDS:
            self._is_numbered, self._last = False, b""
        elif word == b"pard":
            return replace(state, list="", level=0)
        elif word == b"ls":
            return replace(state, list=number.decode())
        elif word == b"ilvl":
            return replace(state, level=min(int(number or 0), 8))
        return state

    def _text(self, written: bytes, state: _State) -> None:
        """Take words; the first of an item have its number put before them where the file has not."""
        if state.list and not self._is_numbered:
            label = self._lists().label(state.list, state.level)
            self._found.append(_written(f"{label} ") if label else b"")
        self._is_numbered, self._last = True, written[-1:]

    def _lists(self) -> Numbering:
        if self._numbering is None:
            self._numbering = Numbering(_numbering(*(self._defined.get(name, Element("none")) for name in _DEFINED)))
        return self._numbering


def _end_of(token: re.Match[bytes]) -> int:
    """Where a token ends; the bytes of a picture are of the word before them."""
    return token.end() + max(int(token[2] or 0), 0) if token[1] == b"bin" else token.end()


def _group_end(data: bytes, at: int) -> int:
    """Where the group ends that begins here; the end of the file where it never does."""
    depth = 0
    while token := _TOKEN.match(data, at):
        at = _end_of(token)
        depth += (token[0] == b"{") - (token[0] == b"}")
        if not depth:
            return at
    return len(data)


def _tree(data: bytes, at: int) -> tuple[Element, int]:
    """A group and those in it as elements, and where it ends.

    An element has the name of its group's first control word, the others as attributes, and the text in its place.
    """
    root = Element("")
    opened = [root]
    depth, stand_ins, unread = 0, 1, 0  # characters that stand behind one by its number for who cannot read it
    while token := _TOKEN.match(data, at):
        at = _end_of(token)
        written, word = token[0], token[1]
        if written == b"{":
            depth += 1
            if len(opened) < _DEEPEST:
                opened.append(SubElement(opened[-1], ""))
        elif written == b"}":
            depth -= 1
            if 1 <= depth < len(opened) - 1:
                opened.pop()
            if depth <= 0:
                break
        elif word and word != b"u":
            name = word.decode()
            opened[-1].tag = opened[-1].tag or name
            opened[-1].set(name, (token[2] or b"").decode())
            stand_ins = min(int(token[2] or 0), 9) if name == "uc" else stand_ins
            _say(opened[-1], _BREAKS.get(name, ""))
        elif written == b"\\*":
            opened[-1].set(_ASIDE, "")
        else:
            text = _read(token)
            _say(opened[-1], text if word else text[unread:])
            unread = stand_ins if word else max(unread - len(text), 0)
    return root[0] if len(root) else root, at


def _shown(node: Element) -> str:
    """The text of a group without those that programs may pass over, but with the boxes that are drawn in them."""
    if _ASIDE in node.attrib:
        return "\n".join(["", *map(_shown, _boxes(node)), ""])
    if node.tag == _DRAWN:
        return ""
    return "".join([node.text or "", *(_shown(each) + (each.tail or "") for each in node)])


def _boxes(node: Element) -> Iterator[Element]:
    """The boxes in a group, without those that stand in them."""
    for child in node:
        if child.tag == _BOX:
            yield child
        else:
            yield from _boxes(child)


def _say(node: Element, text: str) -> None:
    """Put text behind what a node holds."""
    if len(node):
        node[-1].tail = (node[-1].tail or "") + text
    else:
        node.text = (node.text or "") + text


def _read(token: re.Match[bytes]) -> str:
    """The letters of a token that is no control word."""
    if token[1]:
        code = int(token[2] or 0) % 0x10000
        return chr(code) if not 0xD800 <= code < 0xE000 else ""
    if token[3]:
        code = int(token[3], 16)
        return bytes([code]).decode("cp1252", "replace") if code > 0x1F else chr(code)
    if token[0][:1] == b"\\":
        return {b"\\~": " ", b"\\_": "-", b"\\-": "", b"\\*": "", b"\\\n": "", b"\\\r": ""}.get(
            token[0], token[0][1:].decode("ascii", "ignore")
        )
    return token[0].decode("cp1252", "replace").replace("\r", "").replace("\n", "")


def _written(text: str) -> bytes:
    """A text as a group of rich text."""
    shown = filter(str.isprintable, text)
    signs = (f"\\{sign}" if sign in "\\{}" else sign if sign.isascii() else _number(sign) for sign in shown)
    return b"{\\uc1 " + "".join(signs).encode("ascii") + b"}"


def _number(sign: str) -> str:
    units = sign.encode("utf-16-le")
    codes = (int.from_bytes(units[n : n + 2], "little", signed=True) for n in range(0, len(units), 2))
    return "".join(f"\\u{code}?" for code in codes)


def _office(node: Element) -> Element:
    r"""A group of an equation as Office writes it in its XML: `\mf` is `f`; groups of other names only hold letters."""
    if node.tag == _PICTURE:
        return Element("none")
    made = Element(node.tag[1:] if node.tag.startswith("m") else "e")
    if node.tag.endswith("Pr"):
        for each in node:
            SubElement(made, each.tag[1:], val="".join(each.itertext()).strip())
        return made
    SubElement(made, "t").text = node.text
    for each in node:
        made.append(_office(each))
        SubElement(made, "t").text = each.tail
    return made


def _numbering(lists: Element, overrides: Element) -> Element:
    """The lists that a file defines, as Office keeps them."""
    root = Element("numbering")
    for each in lists.iter("list"):
        made = SubElement(root, "abstractNum", abstractNumId=each.get("listid", ""))
        for at, level in enumerate(each.iter("listlevel")):
            of = SubElement(made, "lvl", ilvl=str(at))
            shape = level.find("leveltext")
            SubElement(of, "lvlText", val=_places("" if shape is None else "".join(shape.itertext())))
            SubElement(of, "numFmt", val=_FORMATS.get(level.get("levelnfc", level.get("levelnfcn", "")), "decimal"))
            SubElement(of, "start", val=level.get("levelstartat", "1"))
    for each in overrides.iter("listoverride"):
        SubElement(SubElement(root, "num", numId=each.get("ls", "")), "abstractNumId", val=each.get("listid", ""))
    return root


def _places(shape: str) -> str:
    """How a level's numbers look: the file puts how long it is before it, and a level's place as that very byte."""
    return "".join(f"%{ord(sign) + 1}" if ord(sign) < 9 else sign for sign in shape[1:].removesuffix(";"))
