"""Hostile words, names that mean something elsewhere, and what stands in a folder like a file and is none."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import hostile_bytes as raw
from hostile_kinds import FINDING, TEXT, HostileFile, Maker, results, standards, unit

RIGHT_TO_LEFT = (
    "# \u05e9\u05e2\u05d5\u05df \u202e drawkcab\n\n\u0627\u0644\u0637\u0644\u0627\u0628 \u2067 measure \u2069 3.A\n"
)
PILED = "a" + "\u0301\u0323" * 200_000 + " e" + "\u0316" * 9000 + "\n"
LONE = "Pupils \ud800 measure \udfff length."
FORMULAS = (
    "=cmd|'/c calc'!A1",
    "@SUM(1)",
    "+1+1",
    "-2+3",
    '=HYPERLINK("http://192.0.2.1")',
    "<script>alert(1)</script>",
)


def words() -> Iterator[HostileFile]:
    lone, cells = (
        LONE.encode("utf-8", "surrogatepass"),
        ",".join(f'"{f.replace(chr(34), chr(34) * 2)}"' for f in FORMULAS),
    )
    escaped = [text.replace("&", "&amp;").replace("<", "&lt;") for text in FORMULAS]
    yield unit("right to left.md", RIGHT_TO_LEFT.encode(), TEXT)
    yield unit("right to left.docx", raw.word(raw.paragraphs(RIGHT_TO_LEFT)), TEXT)
    for suffix in ("md", "txt", "csv", "html"):
        yield unit(f"piled.{suffix}", PILED.encode(), TEXT)
    yield unit("piled.docx", lambda: raw.word(raw.paragraphs(PILED)))
    yield standards("piled.csv", f"code,statement\nZ.1,{PILED[:100_000]}\n".encode(), TEXT)
    yield unit("lone.txt", lone, TEXT)
    yield unit("lone utf-16.txt", b"\xff\xfe" + LONE.encode("utf-16-le", "surrogatepass"), TEXT)
    yield unit("lone.docx", raw.word(raw.paragraphs("Pupils &#xD800; measure")))
    yield unit("lone.html", b"<p>Pupils &#xD800; &#0; &#x1F; measure &#99999999999;</p>", TEXT)
    yield standards("lone.json", b'{"CFItems": [{"identifier": "\\udc00", "fullStatement": "Measure \\ud800"}]}', TEXT)
    yield unit("nul between.txt", b"Pupils \0measure\0 length.\0")
    yield unit("nul.csv", b"week\0,unit\n1\0,rulers\n")
    yield unit("formulas.csv", f"week,unit\n{cells}\n".encode(), TEXT)
    yield unit("formulas.xlsx", raw.workbook(raw.text_row(1, *escaped)), TEXT)
    yield standards("formulas.csv", f'code,statement\n"=1+1","{FORMULAS[5]}"\n'.encode(), TEXT)
    yield results("formulas.csv", b"item_id,standard_code,max_points,n,p_value\n=1+1,<b>,1,9,0.5\n", TEXT)
    yield results(
        "huge numbers.csv", b"item_id,standard_code,max_points,n,p_value\na,b,1e999,9" + b"9" * 5000 + b",0.5\n"
    )
    yield unit("terminal.md", b"# \x1b]0;owned\x07\x1b[2J\n\n\x9b31m Pupils measure.\n", TEXT)
    yield unit(
        "markup.md", b"# [bold red]x[/] {{7*7}} ${7*7} %s%n\n\n<script>alert(1)</script> Pupils measure.\n", TEXT
    )
    yield unit("separators.txt", "Pupils\u2028measure\u2029length\x85with\x0brulers\x0c.".encode(), TEXT)


NAMES = (
    *(
        "=cmd|'calc'!A1.md",
        "[bold red]x[/].md",
        "'; DROP TABLE x.md",
        "-o.md",
        "{{7*7}}.md",
        "%s%n.md",
        "é" * 90 + ".md",
    ),
    *(
        "<img src=x onerror=alert(1)>.md",
        "\x1b[31mred\x07.md",
        "a\nb\tc.md",
        "\u202egpj.md",
        "$(touch escaped).md",
        " .md",
    ),
)


def names() -> Iterator[HostileFile]:
    for name in NAMES if os.name == "posix" and sys.platform != "darwin" else NAMES[2:7]:
        yield unit(f"names/{name}", b"# Rulers\n\nPupils measure.\n", TEXT)
    if sys.platform == "linux":
        yield unit(os.fsdecode(b"names/caf\xe9 \xff.md"), b"# Rulers\n\nPupils measure.\n", TEXT)


# --- no files -------------------------------------------------------------------------------------------------------


def unreal() -> Iterator[HostileFile]:
    """What stands in a folder like a file, and is none."""
    if os.name != "posix":
        return
    made: dict[str, Maker] = {
        "loop.md": lambda path: path.symlink_to(path.name),
        "up": lambda path: path.symlink_to("."),
        "out.md": lambda path: path.symlink_to("/etc/passwd"),
        "gone.docx": lambda path: path.symlink_to("nowhere"),
        "zero.pdf": lambda path: path.symlink_to("/dev/zero"),
        "memory.docx": lambda path: path.symlink_to("/proc/self/mem"),
        "pipe.md": os.mkfifo,
        "socket.md": _listen,
    }
    for name, make in made.items():
        yield HostileFile(f"curriculum/{name}", make, FINDING, on_disk=True)
    yield HostileFile("standards/pipe.csv", os.mkfifo, FINDING, on_disk=True)
    yield HostileFile("results/zero.csv", lambda path: path.symlink_to("/dev/zero"), FINDING, on_disk=True)


def _listen(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's name may have 107 bytes only
    try:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(path.name)
    finally:
        os.chdir(here)
