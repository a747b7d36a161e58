"""Whole reports, kept as files to be read. After a change that is meant, write them again and look at the difference:

CURALIGN_WRITE_GOLDEN=1 pytest tests/reporting/test_reporting_golden.py
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from curalign.reporting import FORMATS, View, to_terminal

GOLDEN = Path(__file__).parent / "golden"


def terminal(view: View) -> str:
    page = io.StringIO()
    Console(file=page, width=80).print(to_terminal(view))
    return page.getvalue()


def scrubbed(text: str) -> str:
    """Without what other versions of the drawing library may do differently, the style, and line ends."""
    text = re.sub(r"<svg.*?</svg>", "<svg/>", text, flags=re.DOTALL)
    text = re.sub(r"<style>.*?</style>", "<style/>", text, flags=re.DOTALL)
    return re.sub(r"sha256-[\w+/=]+", "sha256-", text).replace("\r\n", "\n")


@pytest.mark.parametrize("name", ["json", "csv", "html", "txt"])
def test_the_report_is_as_it_was(name: str, view: View, page_text: str) -> None:
    makers = FORMATS | {"txt": terminal, "html": lambda _: page_text}
    text = scrubbed(makers[name](view))
    path = GOLDEN / f"report.{name}"
    if os.environ.get("CURALIGN_WRITE_GOLDEN"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


def test_only_the_page_loads_the_libraries_that_draw_it() -> None:
    code = (
        "import sys, curalign.reporting; "
        "print(*({'altair', 'jinja2', 'vl_convert', 'pandas', 'pyarrow', 'xlsxwriter'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
