"""Links of a report lead to the documents wherever the page lies; and cells that a spreadsheet would run are text."""

from __future__ import annotations

import csv
import io
import os
import re
import sys
from html import unescape
from pathlib import Path
from urllib.parse import unquote_to_bytes, urljoin, urlsplit

import pytest
from hostile_folders import SEEDS, check, here, make

from curalign.domain.standards import Framework, Source, Standard
from curalign.reading import read_framework
from curalign.reporting import way_to
from curalign.reporting.tables.csv_text import defused
from curalign.writing import write_framework

posix = pytest.mark.skipif(os.name != "posix", reason="such names are not allowed on Windows")
NAMES = ("javascript:alert(1).md", "data:text,x.md", "a b#c?d%41&e.md", "C:x.md", "é ü.md", "'\"<x>.md", "%2e%2e.md")


@pytest.fixture
def district(tmp_path: Path) -> Path:
    names = NAMES if os.name == "posix" else NAMES[4:5]
    return make(tmp_path / "a district #1", {f"curriculum/{name}": SEEDS for name in names})


def addresses(page: Path) -> list[str]:
    """Where the links to documents lead, as the page writes them."""
    found = re.findall(r'<a class="file" href="([^"]*)"', page.read_text(encoding="utf-8"))
    return [unescape(address) for address in found]


def led_to(page: Path, address: str) -> Path:
    """The file that a browser opens there."""
    whole = urlsplit(urljoin(page.absolute().as_uri(), address))
    assert (whole.scheme, whole.netloc) == ("file", "")
    return Path(os.fsdecode(unquote_to_bytes(whole.path)))


@pytest.mark.skipif(sys.platform == "win32", reason="compares paths as POSIX writes them")
@pytest.mark.parametrize(
    "place", ["a district #1/r.html", "r.html", "else where/deep/r.html", "a district #1/sub/r.html"]
)
@pytest.mark.parametrize("command", ["check", "report"])
def test_links_resolve_wherever_the_page_lies(district: Path, tmp_path: Path, command: str, place: str) -> None:
    page = tmp_path / place
    page.parent.mkdir(parents=True, exist_ok=True)
    done = check(district, *(("-o", page) if command == "check" else ()))
    assert done.code in (0, 1)
    if command == "report":
        assert here("report", district, "-o", page).code == 0
    found = addresses(page)
    assert {led_to(page, address) for address in found} >= {district / "curriculum" / name for name in NAMES}
    assert all(led_to(page, address).exists() for address in found)
    assert not any(address.startswith(("/", "file:")) or urlsplit(address).scheme for address in found)


@posix
def test_the_same_from_another_folder_with_relative_paths(
    district: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out").mkdir()
    check(district)
    monkeypatch.chdir(tmp_path / "out")
    assert here("report", Path("..") / district.name, "-o", "r.html").code == 0
    page = tmp_path / "out" / "r.html"
    assert all(led_to(page, address).exists() for address in addresses(page))
    assert addresses(page)


def test_a_page_that_is_printed_names_documents_without_links(district: Path) -> None:
    assert check(district).code in (0, 1)
    page = here("report", district, "--format", "html").out
    assert '<a class="file"' not in page
    assert '<span class="file"><bdi>curriculum/' in page


@posix
def test_a_page_that_goes_into_a_pipe_has_no_place() -> None:
    assert way_to(Path("d"), Path("/dev/null")) is None
    assert way_to(Path("d"), None) is None
    assert way_to(Path("d"), Path("d/r.html")) == ""


def test_a_document_in_an_archive_and_a_finding_about_it_lead_to_the_archive(tmp_path: Path) -> None:
    import zipfile

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("inner.md", SEEDS)
        archive.writestr("broken.docx", "no document")
    folder = make(tmp_path / "d", {"curriculum/packed.zip": packed.getvalue()})
    page = tmp_path / "r.html"
    assert check(folder, "-o", page).code in (0, 1)
    found = addresses(page)
    assert "d/curriculum/packed.zip" in found
    assert all((tmp_path / address).exists() for address in found)


# --- formulas -------------------------------------------------------------------------------------------------------

WIDE = "\uff1d\uff0b\uff0d\uff20"
FORMULAS = [*(f"{start}1+1" for start in f"=+-@{WIDE}"), "\t=1", "\r=1", " =1", f"\u3000{WIDE[0]}1"]


@pytest.mark.parametrize("cell", FORMULAS)
def test_no_cell_of_a_report_begins_a_formula(cell: str) -> None:
    assert defused(cell) == f"'{cell}"


@pytest.mark.parametrize("start", f"=+-@{WIDE}")
def test_no_cell_of_standards_begins_a_formula_and_reading_gives_it_back(tmp_path: Path, start: str) -> None:
    one = Standard("id-1", f"{start}A.1", f"{start}SUM(1) is measured", "f", ("3",))
    framework = Framework((one,), (Source("f", "Title", 1, "x"),))
    written = write_framework(framework, "csv")
    cells = [cell for row in csv.reader(io.StringIO(written)) for cell in row]
    assert not any(cell.startswith(start) for cell in cells)
    path = tmp_path / "standards.csv"
    path.write_text(written, encoding="utf-8", newline="")
    (again,) = read_framework([path]).standards
    assert (again.code, again.statement) == (one.code, one.statement)


@posix
def test_the_csv_of_a_check_holds_no_formula(tmp_path: Path) -> None:
    text = SEEDS.replace("Pupils plant", f"{WIDE[0]}cmd|'/c calc'!A1 Pupils plant")
    folder = make(tmp_path, {f"curriculum/{WIDE[0]}seeds.md": text, "curriculum/seeds.md": None})
    for start in WIDE:
        (folder / "standards" / "standards.csv").write_text(
            f"code,statement,grades\n{start}PH.2,{start}Describe how a plant grows from a seed,3\n", encoding="utf-8"
        )
        assert check(folder).code in (0, 1)
        rows = list(csv.reader(io.StringIO(here("report", folder, "--format", "csv").out)))
        assert not any(cell.startswith(tuple(WIDE)) for row in rows for cell in row)
        assert any(cell.startswith(f"'{start}") for row in rows for cell in row)
