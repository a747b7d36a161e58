"""Markdown and HTML."""

from __future__ import annotations

from html import escape
from pathlib import Path

from building.documents import (
    Block,
    Document,
    Heading,
    Listing,
    Note,
    PageBreak,
    Paragraph,
    Table,
    runs,
)

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
</head>
<body>
<header>{header}</header>
<nav><a href="/">Home</a> <a href="/calendar">Calendar</a> <a href="/staff">Staff only</a></nav>
<main>
{body}
</main>
<footer>{footer}</footer>
</body>
</html>
"""


def write_markdown(document: Document, path: Path) -> None:
    """Write a document as .md, without front matter and annotations."""
    body = "\n\n".join(filter(None, map(_markdown, document.blocks)))
    path.write_text(f"{body}\n\n---\n\n{document.footer}\n", encoding="utf-8", newline="\n")


def write_html(document: Document, path: Path) -> None:
    """Write a document as a web page of the school's site."""
    page = PAGE.format(
        title=escape(document.title),
        header=escape(document.header),
        footer=escape(document.footer),
        body="\n".join(map(_html, document.blocks)),
    )
    path.write_text(page, encoding="utf-8", newline="\n")


def _markdown(block: Block) -> str:
    """One block as Markdown."""
    match block:
        case Heading(level=level, text=text):
            return f"{'#' * level} {text}"
        case Paragraph(text=text):
            return text
        case Note(text=text):
            return f"> {text}"
        case Listing(items=items, numbered=numbered):
            return "\n".join(f"{f'{i}.' if numbered else '-'} {t}" for i, t in enumerate(items, 1))
        case Table(rows=rows):
            lines = [f"| {' | '.join(row)} |" for row in rows]
            return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])
        case PageBreak():
            return ""


def _html(block: Block) -> str:
    """One block as HTML."""
    match block:
        case Heading(level=level, text=text):
            return f"<h{level}>{_inline(text)}</h{level}>"
        case Paragraph(text=text):
            return f"<p>{_inline(text)}</p>"
        case Note(text=text):
            return f"<aside>{_inline(text)}</aside>"
        case Listing(items=items, numbered=numbered):
            tag = "ol" if numbered else "ul"
            lines = "\n".join(f"<li>{_inline(item)}</li>" for item in items)
            return f"<{tag}>\n{lines}\n</{tag}>"
        case Table(rows=rows):
            lines = "\n".join(_html_row(row, "td" if i else "th") for i, row in enumerate(rows))
            return f"<table>\n{lines}\n</table>"
        case PageBreak():
            return ""


def _html_row(cells: tuple[str, ...], tag: str) -> str:
    """One table row."""
    return "<tr>" + "".join(f"<{tag}>{_inline(cell)}</{tag}>" for cell in cells) + "</tr>"


def _inline(text: str) -> str:
    """Bold and italic runs as tags."""
    parts = []
    for run in runs(text):
        tag = "strong" if run.bold else "em" if run.italic else ""
        parts.append(f"<{tag}>{escape(run.text)}</{tag}>" if tag else escape(run.text))
    return "".join(parts)
