"""A book is read page by page in its own order, as web pages are."""

from __future__ import annotations

import zipfile
from pathlib import Path

import made_documents as made

_PAGE = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body>{}</body></html>'


def book(path: Path, order: list[str], **pages: str) -> Path:
    items = "".join(f'<item id="{name}" href="text/{name}%201.xhtml"/>' for name in pages)
    spine = "".join(f'<itemref idref="{name}"/>' for name in order)
    package = (
        f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}</manifest><spine>{spine}</spine></package>'
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    )
    return made.zipped(
        path,
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OEBPS/book.opf": package,
            **{f"OEBPS/text/{name} 1.xhtml": _PAGE.format(body) for name, body in pages.items()},
        },
    )


def test_a_book_has_headings_items_rows_and_equations_in_the_order_of_its_pages(tmp_path: Path) -> None:
    fraction = "<math><mn>2</mn><mfrac><mn>3</mn><mn>4</mn></mfrac></math>"
    path = book(
        tmp_path / "a.epub",
        ["first", "second"],
        second="<h1>Day 2</h1><table><tr><td>Goal</td><td>Compare</td></tr></table>",
        first=f"<h1>Day 1</h1><p>Draw {fraction} now.</p><ul><li>fold</li></ul>",
    )
    assert made.lines(made.extract(path)) == [
        ("Day 1", "paragraph", "", "Draw 2 3/4 now."),
        ("Day 1", "item", "", "fold"),
        ("Day 2", "row", "", "Goal | Compare"),
    ]


def test_what_is_hidden_on_all_pages_is_one_note(tmp_path: Path) -> None:
    hidden = "<p>Fold.</p><p hidden='hidden'>key</p>"
    found = made.extract(book(tmp_path / "a.epub", ["a", "b"], a=hidden, b=hidden))
    assert "hidden text in 2 paragraphs;" in made.message(found)


def test_a_book_without_its_pages_is_damaged(tmp_path: Path) -> None:
    assert "damaged" in made.message(made.extract(book(tmp_path / "a.epub", ["gone"])))


def test_pages_that_only_the_shop_s_program_can_read_are_told_of_and_are_no_text(tmp_path: Path) -> None:
    with zipfile.ZipFile(book(tmp_path / "a.epub", ["a", "b"], a="<p>Fold a strip.</p>", b="<p>secret</p>")) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    locked = "".join(f'<r><CipherReference URI="OEBPS/text/{name}%201.xhtml"/></r>' for name in ("b", "font"))
    parts["META-INF/encryption.xml"] = f"<encryption>{locked}</encryption>".encode()
    found = made.extract(made.zipped(tmp_path / "b.epub", parts))
    assert [line[3] for line in made.lines(found)] == ["Fold a strip."]
    assert "password" in made.message(found)
    del parts["OEBPS/text/a 1.xhtml"]
    assert made.codes(made.extract(made.zipped(tmp_path / "c.epub", parts))) == ["F301"]
