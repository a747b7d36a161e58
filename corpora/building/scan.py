"""Scans: pages that are pictures of text, with no text a program can read."""

from __future__ import annotations

import textwrap
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from building.documents import Document

PIXELS = (850, 1100)
LINES_ON_A_PAGE = 28
CHARACTERS_ON_A_LINE = 66
SKEW = 0.6


def write(document: Document, path: Path) -> None:
    """Write a document as a .pdf of pictures."""
    canvas = Canvas(str(path), pagesize=LETTER, invariant=1)
    lines = _lines(document.text())
    for start in range(0, len(lines), LINES_ON_A_PAGE):
        picture = _picture(lines[start : start + LINES_ON_A_PAGE])
        canvas.drawImage(ImageReader(picture), 0, 0, *LETTER)
        canvas.showPage()
    canvas.save()


def _lines(text: str) -> list[str]:
    """The text broken into lines that fit the page."""
    return [line for paragraph in text.splitlines() for line in (*textwrap.wrap(paragraph, CHARACTERS_ON_A_LINE), "")]


def _picture(lines: list[str]) -> Image.Image:
    """A page of lines, a little askew, in black and white."""
    page = Image.new("L", PIXELS, 255)
    draw = ImageDraw.Draw(page)
    font = ImageFont.load_default(size=20)
    for i, line in enumerate(lines):
        draw.text((90, 90 + 33 * i), line, fill=0, font=font)
    return page.rotate(SKEW, fillcolor=255).convert("1", dither=Image.Dither.NONE)
