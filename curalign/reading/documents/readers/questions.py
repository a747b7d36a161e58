"""Quizzes in QTI: 1.2, as course packages and Brightspace hold them, 2 and 3, as banks of questions are published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element, tostring

from curalign.domain.materials import Form
from curalign.reading.documents.drafts import Piece
from curalign.reading.documents.readers.web import read_page

_ANSWERS = ("responselabel", "responselid", "responsestr")
# fmt: off
_NOT_ASKED = frozenset((
    "itemfeedback", "qtimetadata", "itemmetadata", "resprocessing", "answerkey", "modalfeedback", "responsedeclaration",
    "outcomedeclaration", "templatedeclaration", "responseprocessing", "templateprocessing",
))
# fmt: on
_NOT_SHOWN = frozenset(("feedbackinline", "feedbackblock", "printedvariable", "stylesheet"))
_BODIES = ("itembody", "stimulusbody", "rubricblock")
_AS_HTML = {
    **dict.fromkeys(_BODIES, "div"),
    "prompt": "p",
    **dict.fromkeys(("simplechoice", "simpleassociablechoice", "gaptext"), "li"),
    **dict.fromkeys(("inlinechoiceinteraction", "inlinechoice", "textentryinteraction", "hottext", "gap"), "span"),
}
_SECTIONS = ("section", "assessmentsection")
_SAYING = ("alt", "class", "title", "data-equation-content")
_BLANKS = ("textentryinteraction", "gap")


def questions(root: Element) -> Iterator[Piece]:
    """What a quiz asks, and the answers that it offers as items; feedback to a learner's answer is left out."""
    return _questions(root, in_answer=False)


def page_in_xml(markup: str) -> list[Piece]:
    """The pieces of HTML inside XML: its headings are text, for they stand inside one question, and no line is true."""
    return [replace(piece, level=None, line=None) for piece in read_page(markup)]


def _questions(node: Element, in_answer: bool) -> Iterator[Piece]:
    for child in node:
        name = _name(child)
        if _is_for_others(child, name):
            continue
        if name in _BODIES:
            yield from page_in_xml(tostring(_as_html(child), encoding="unicode", method="html"))
        elif name == "mattext":
            form = Form.ITEM if in_answer else Form.PARAGRAPH
            yield from (replace(piece, form=form) for piece in page_in_xml("".join(child.itertext())))
        elif name not in _NOT_ASKED:
            if name in _SECTIONS:
                yield Piece(child.get("title", ""))
            yield from _questions(child, in_answer or name in _ANSWERS)


def _as_html(node: Element) -> Element:
    """The body of a question of QTI 2 or 3 as the page that it stands for, with blanks to fill in as `__`."""
    name = _name(node)
    here = Element(_AS_HTML.get(name) or ("div" if "interaction" in name else _local(node.tag)))
    here.attrib.update({_local(key): value for key, value in node.attrib.items() if _local(key) in _SAYING})
    here.text = "__" if name in _BLANKS else node.text
    here.tail = " / " if name == "inlinechoice" else node.tail
    for child in node:
        if isinstance(child.tag, str) and _name(child) not in _NOT_SHOWN and not _is_for_others(child, _name(child)):
            here.append(_as_html(child))
        elif len(here):
            here[-1].tail = (here[-1].tail or "") + (child.tail or "")
        else:
            here.text = (here.text or "") + (child.tail or "")
    return here


def _is_for_others(node: Element, name: str) -> bool:
    """Whether a part tells scorers, authors or proctors something, and learners nothing."""
    return name == "rubricblock" and "candidate" not in node.get("view", "candidate").split()


def _name(node: Element) -> str:
    """What an element is, whichever version spells it: `simpleChoice`, `qti-simple-choice`, `response_label`."""
    return _local(node.tag).removeprefix("qti-").replace("-", "").replace("_", "").casefold()


def _local(name: object) -> str:
    return name.rpartition("}")[2] if isinstance(name, str) else ""
