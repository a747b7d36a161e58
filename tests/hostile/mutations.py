"""Small mutations of a valid file: of its bytes, and of what it is made of (JSON values, XML elements, zip members)."""

from __future__ import annotations

import copy
import io
import json
import random
import re
import zipfile
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

TOKENS: tuple[bytes, ...] = (
    *(b"", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r", b'"', b"'", b",,,,", b";", b"\t", b"<", b">"),
    *(
        b"&amp;&#0;",
        b"&#xD800;",
        b"<!DOCTYPE a>",
        b"]]>",
        b"<!--",
        b"{",
        b"}",
        b"[[[[",
        b"\\u d800",
        b"\\ud800",
        b"NaN",
    ),
    *(
        b"-1",
        b"1e999",
        b"9" * 5000,
        b"K-12",
        b"endobj",
        b"stream\n",
        b"endstream",
        b"%%EOF",
        b"PK\x03\x04",
        b"/Length ",
    ),
    *("\u202e\u0301\u0323".encode(), "e\u0301".encode() * 50, "\u2028".encode(), "\ufdfa".encode(), b"A" * 3000),
)
VALUES: tuple[Any, ...] = (
    *(None, True, -1, 1e308, 10**400, "", " ", "x", "\ud800", "\x00\x1b", "K-12", "=1+1", "x" * 5000, [], {}, [[]]),
    *([None, {}, 3], {"": ""}, {"identifier": None}, {"title": {"uri": 3}}, ["a", ["b", {"c": "d"}]], [1, 1, 1]),
)
NUMBERS = (b"0", b"-1", b"1", b"65535", b"2147483648", b"99999999999999999999", b"1048577", b"0.5", b"-0")
_NUMBER = re.compile(rb"\d{1,9}")
_LARGEST = 1_000_000


def mutate(data: bytes, chance: random.Random) -> bytes:
    """The same file with one thing in it changed; never larger than a megabyte."""
    ways: list[Callable[[bytes, random.Random], bytes]] = [_bytes, _bytes, _number]
    if data.startswith(b"PK"):
        ways += [_member] * 6
    elif data.lstrip()[:1] in (b"{", b"["):
        ways += [_json] * 5
    elif data.lstrip().startswith(b"<"):
        ways += [_xml] * 5
    return chance.choice(ways)(data, chance)[:_LARGEST]


def _bytes(data: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randint(0, len(data)) for _ in range(2))
    end = min(end, start + chance.choice((0, 1, 4, 64, 4096)))
    part = data[start:end]
    put = chance.choice(
        (b"", chance.choice(TOKENS), part * chance.choice((2, 50)), chance.randbytes(len(part)), part[::-1])
    )
    if chance.random() < 0.1:
        return data[:start]
    return data[:start] + put + data[end:]


def _number(data: bytes, chance: random.Random) -> bytes:
    found = list(_NUMBER.finditer(data))
    if not found:
        return _bytes(data, chance)
    where = chance.choice(found)
    return data[: where.start()] + chance.choice(NUMBERS) + data[where.end() :]


def _json(data: bytes, chance: random.Random) -> bytes:
    try:
        lines = [json.loads(data)]
    except (ValueError, RecursionError):
        try:
            lines = [json.loads(line) for line in data.splitlines()]
        except (ValueError, RecursionError):
            return _bytes(data, chance)
    at = chance.randrange(len(lines)) if lines else 0
    lines[at : at + 1] = [_in_value(line, chance) for line in lines[at : at + 1]]
    return "\n".join(json.dumps(line) for line in lines).encode()


def _in_value(value: Any, chance: random.Random) -> Any:
    """One node of a JSON value replaced, dropped, doubled, wrapped or renamed."""
    if isinstance(value, dict) and value and chance.random() < 0.85:
        key = chance.choice(sorted(value))
        changed = {**value, key: _in_value(value[key], chance)}
        if chance.random() < 0.1:
            other = chance.choice(sorted(value))
            changed[other] = changed.pop(key)
        return changed
    if isinstance(value, list) and value and chance.random() < 0.85:
        at = chance.randrange(len(value))
        between = chance.choice(([], [_in_value(value[at], chance)], [_in_value(value[at], chance)] * 2, [value]))
        return [*value[:at], *between, *value[at + 1 :]]
    return chance.choice((*VALUES, [value], {"value": value}, [value] * 3))


def _xml(data: bytes, chance: random.Random) -> bytes:
    try:
        root = ET.fromstring(data)
        nodes = list(root.iter())
        chance.choice(_IN_XML)(chance.choice(nodes), chance.choice(nodes), chance)
        return ET.tostring(root)
    except (ET.ParseError, LookupError, TypeError, ValueError, RecursionError):
        return _bytes(data, chance)


def _say(node: ET.Element, _: ET.Element, chance: random.Random) -> None:
    node.text = chance.choice(("", "-1", "x" * 5000, "\u0301\u0323" * 40, "9" * 400, None))


def _rename(node: ET.Element, other: ET.Element, _: random.Random) -> None:
    node.tag = other.tag


def _empty(node: ET.Element, _: ET.Element, __: random.Random) -> None:
    node[:] = []


def _put(node: ET.Element, other: ET.Element, _: random.Random) -> None:
    node.append(copy.deepcopy(other))


def _repeat(node: ET.Element, _: ET.Element, __: random.Random) -> None:
    node.extend([copy.deepcopy(child) for child in node] * 20)


def _set(node: ET.Element, _: ET.Element, chance: random.Random) -> None:
    for name in list(node.attrib):
        node.set(name, chance.choice(("", "-1", "99999999999999", "x", "../../x", "http://192.0.2.1/")))


def _nest(node: ET.Element, _: ET.Element, chance: random.Random) -> None:
    inner = node
    for __ in range(chance.choice((2, 300))):
        inner = ET.SubElement(inner, node.tag)


_IN_XML = (_say, _rename, _empty, _put, _repeat, _set, _nest)


def _member(data: bytes, chance: random.Random) -> bytes:
    """A zip with one member changed inside, dropped, doubled or renamed."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [(name, archive.read(name)) for name in archive.namelist()]
    except Exception:  # a zip that an earlier mutation broke is mutated as bytes
        return _bytes(data, chance)
    if not parts:
        return _bytes(data, chance)
    at = chance.randrange(len(parts))
    name, content = parts[at]
    names = ("", "/x", "../x", "word/document.xml", "mimetype", "content.xml", "a" * 300, "imsmanifest.xml")
    match chance.randrange(8):
        case 0:
            parts.pop(at)
        case 1:
            parts[at] = (chance.choice(names), content)
        case 2:
            parts.append((name, mutate(content, chance)))
        case _:
            parts[at] = (name, mutate(content, chance))
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in dict(parts).items():
            archive.writestr(name or "empty", content)
    return stored.getvalue()
