"""Where shapes stand on a slide: the order in which they are read, and which text box is meant as the title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from curalign.reading.documents.readers.markup import chosen

_INSET = 0.06  # of a shape: so much may overlap beside it
_LARGER = 1.2  # times the size of all other text
_USUAL = 1800  # hundredths of a point, where a text says nothing of its size
_MAX_TITLE_WORDS = 20
_MOST = 300  # shapes of a slide; nobody lays out more by hand
_FRAMES = ("./spPr/xfrm", "./grpSpPr/xfrm", "./xfrm")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A shape and its edges, in the units of the file."""

    shape: Element
    left: float
    top: float
    right: float
    bottom: float


def in_reading_order(shapes: Sequence[Element]) -> list[Element]:
    """Shapes of one slide or group: columns from the left, in each from the top; what spans columns parts them.

    As they are stored, where one of them does not say where it stands.
    """
    placed = [each for shape in shapes if (each := _placed(shape))]
    return [each.shape for each in _cut(placed)] if len(placed) == len(shapes) <= _MOST else list(shapes)


def title_among(shapes: Sequence[Element]) -> Element | None:
    """The text box that is the title of a slide without one: above all other text, and larger than it.

    A number in a corner is no text.
    """
    texts = [shape for shape in shapes if any(len(word) > 1 and not word.isdecimal() for word in _words(shape))]
    boxes = [(each, _size(shape)) for shape in texts if (each := _placed(shape))]
    if len(boxes) < 2 or len(boxes) < len(texts):
        return None
    (first, size), *others = sorted(boxes, key=lambda box: (-box[1], box[0].top))
    is_above = all(first.top <= other.top for other, _ in others)
    is_larger = all(size >= _LARGER * smaller for _, smaller in others)
    return first.shape if is_above and is_larger and len(_words(first.shape)) <= _MAX_TITLE_WORDS else None


def _cut(placed: list[_Placed]) -> Iterator[_Placed]:
    for groups in (_columns(placed), _bands(placed)):
        if len(groups) > 1:
            for group in groups:
                yield from _cut(group)
            return
    yield from sorted(placed, key=lambda each: (each.top, each.left))


def _columns(placed: Sequence[_Placed]) -> list[list[_Placed]]:
    return _parted(placed, "left", "right")


def _bands(placed: Sequence[_Placed]) -> list[list[_Placed]]:
    """The shapes in groups below one another; rows that are columns together stay one group."""
    bands: list[list[_Placed]] = []
    for row in _parted(placed, "top", "bottom"):
        if bands and len(row) > 1 and 1 < len(_columns(bands[-1])) == len(_columns([*bands[-1], *row])):
            bands[-1] += row
        else:
            bands.append(row)
    return bands


def _parted(placed: Sequence[_Placed], near: str, far: str) -> list[list[_Placed]]:
    """The shapes in groups between which nothing stands, from the left or from the top."""
    groups: list[list[_Placed]] = []
    end = 0.0
    for each in sorted(placed, key=lambda shape: float(getattr(shape, near))):
        start, stop = float(getattr(each, near)), float(getattr(each, far))
        inset = _INSET * (stop - start)
        if groups and start + inset < end:
            groups[-1].append(each)
            end = max(end, stop - inset)
        else:
            groups.append([each])
            end = stop - inset
    return groups


def _placed(shape: Element) -> _Placed | None:
    own = chosen(shape) if shape.tag == "AlternateContent" else shape
    inner = next(iter(own), own) if own.tag in ("Choice", "Fallback") else own
    frame = next((found for path in _FRAMES if (found := inner.find(path)) is not None), None)
    off, size = (frame.find("off"), frame.find("ext")) if frame is not None else (None, None)
    if off is None or size is None:
        return None
    try:
        left, top, width, height = (
            float(n.get(k, "")) for n, k in ((off, "x"), (off, "y"), (size, "cx"), (size, "cy"))
        )
    except ValueError:
        return None
    return _Placed(shape, left, top, left + width, top + height)


def _size(shape: Element) -> float:
    """The size of most of a shape's text."""
    sizes: dict[float, int] = {}
    for run in shape.iter("r"):
        properties = run.find("rPr")
        said = "" if properties is None else properties.get("sz", "")
        size = float(said) if said.isdecimal() and len(said) < 6 else _USUAL
        sizes[size] = sizes.get(size, 0) + len("".join(text.text or "" for text in run.iter("t")))
    return max(sizes, key=lambda size: sizes[size], default=_USUAL)


def _words(shape: Element) -> list[str]:
    return " ".join(text.text or "" for text in shape.iter("t")).split()
