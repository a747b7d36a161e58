"""What a Spanish-speaking district reads of a check holds no English but names of commands, settings and files.

The district writes in Spanish, so that any English word is ours.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rich.console import Console
from sample_districts import write_district

from curalign.history import compare
from curalign.pipeline import Checked, check, priorities_of
from curalign.reporting import (
    COMPARISONS,
    FORMATS,
    PACKS,
    View,
    build_comparison,
    build_view,
    comparison_to_terminal,
    to_terminal,
)
from curalign.reporting.handouts import AUDIENCES, Teller, discuss, gaps_of, per_unit, to_page, to_word
from curalign.reporting.terminal.explaining import explain
from curalign.reviewing.pages import PAGES, Pages, Visit
from curalign.reviewing.session import ReviewSession
from curalign.reviewing.workbook import export_sheet
from curalign.settings import Settings, load_settings

ENGLISH = frozenset(
    re.findall(
        r"\w+",
        """
the of and is are was were be been it its this that these those with which from for by to in on at or if not than then
there here what when where who how why each every only more most has have had does did can could would should may
might about into under over up down out one two three all any some their they them we our you your row rows line lines
page pages slide slides sheet sheets column columns number record file files folder grade grades school schools lesson
lessons session sessions week weeks day days hour hours unit units document documents passage passages statement place
quote answer strength stage depth challenge reviewer machine yes partly partial full taught teaches teaching support
supported supports gap gaps finding findings warning review summary coverage evidence method read written found
nothing unknown cannot tell reviewed wrote names
""",
    )
)
"""Function words, and the words that stand alone on labels; none of them is Spanish as well."""
FIELDS = {"message", "title", "advice", "name", "warning", "limits", "why", "headline", "in_words", "said"}
"""What is prose or a label in JSON; the rest is for programs, and the same in every language."""

MEDIR = "# Medir, grado 3\n\n## Lección 1: Reglas\n\n{}\n\n## Lección 2: Longitudes\n\n{}\n"
FILES = {
    "curalign.toml": '[segmenting]\nlanguages = ["en", "es"]\n'
    '[[decisions]]\ncodes = ["U101"]\nstandard = "PV.3"\nverdict = "deferred"\nowner = "A. Rivera"\n'
    'reason = "Materiales nuevos"\n',
    "standards/normas.csv": "code,statement,grades,subject\n"
    "PV.1,Medir la longitud de un objeto con una regla en centímetros,3,math\n"
    "PV.2,Describir cómo crece una planta desde una semilla,3,science\n"
    "PV.3,Decir y escribir la hora al minuto en un reloj de agujas,3,math\n"
    "PV.4,,3,math\n",
    "curriculum/medir.md": MEDIR.format(
        "Los alumnos ponen una regla de centímetros junto a lápices y libros para medir la longitud de cada objeto.",
        "Medir la longitud de un objeto con una regla, en centímetros, y comparar dos longitudes (PV.1, PV.3).",
    ),
    "curriculum/semillas.html": "<h1>Semillas, grado 3</h1><p>Cada alumno siembra un frijol en algodón mojado y dibuja "
    "cada mañana cómo crece una planta desde una semilla, la raíz y el tallo.</p>",
    "curriculum/vacío.docx": "",
    "curriculum/corto.md": "Afilar lápices",
    "pd/taller.md": "# Taller de medir\n\nLos docentes practican cómo ayudar a los alumnos que empiezan en uno y no en "
    "cero al medir la longitud de un objeto con una regla.\n",
    "results/puntos.csv": "item_id,standard_code,max_points,n,p_value\n1,PV.1,2,60,0.5\n2,PV.3,,60,0.5\n"
    "3,PV.3,1,60,0.4\n",
}


@dataclass(frozen=True)
class Told:
    """A district that was checked twice, and its view in Spanish."""

    folder: Path
    checked: Checked
    settings: Settings
    view: View


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    folder = write_district(tmp_path_factory.mktemp("español") / "prado-verde", FILES)
    check(folder, now=datetime(2026, 9, 1, tzinfo=UTC))
    (folder / "curriculum" / "semillas.html").unlink()
    checked = check(folder, now=datetime(2026, 11, 1, tzinfo=UTC))
    settings = load_settings(folder)
    view = build_view(
        checked.shown,
        checked.findings,
        district=checked.run.district,
        run=checked.run.id,
        language="es",
        priorities=priorities_of(checked, settings),
    )
    return Told(folder, checked, settings, view)


def english_in(text: str) -> set[str]:
    """The words of the list in it, but for what is typed or is a file: what holds a dot, a slash, a bracket or so."""
    typed = re.sub(r"curalign [a-z]+( [A-Z\w./-]+)*|`[^`]*`|\S*[./\\\[\]_=@:|<>{}]+\w\S*|--\S+", " ", text)
    return set(re.findall(r"[^\W\d_]+", typed.lower())) & ENGLISH


class Shown(HTMLParser):
    """What a page shows, and what it says to a screen reader."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._hidden = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in ("script", "style", "kbd")
        spoken = ("aria-label", "aria-roledescription", "title", "alt", "placeholder")
        self.texts += [value for name, value in attrs if name in spoken and value]

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("script", "style", "kbd")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.texts.append(data)


def office_texts(content: bytes) -> list[str]:
    """What a workbook or a Word document shows: cells, names of sheets, hints, choices, heads and feet of pages."""
    found: list[str] = []
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for name in packed.namelist():
            if name.endswith(".xml") and name.startswith(("xl/", "word/")) and "styles" not in name:
                text = packed.read(name).decode("utf-8")
                found += re.findall(r"<(?:t|w:t|formula1|oddHeader|oddFooter)(?: [^>]*)?>([^<]+)<", text)
                found += re.findall(r'(?:sheet name|definedName name|prompt|descr)="([^"]+)"', text)
    return [text for text in found if not re.fullmatch(r"_xlnm.*|[0-9a-f-]{36}", text)]


def prose_in(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from prose_in(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from prose_in(inner, key)
    elif isinstance(value, str) and key in FIELDS:
        yield value


def printed(shown: object) -> list[str]:
    page = io.StringIO()
    Console(file=page, width=400).print(shown)
    return page.getvalue().splitlines()


def everything(told: Told) -> Iterator[tuple[str, list[str]]]:
    """Each thing that people read, with its texts."""
    view, checked = told.view, told.checked
    yield "terminal", printed(to_terminal(view))
    yield "page", Shown(str(FORMATS["html"](view))).texts
    yield "workbook", office_texts(bytes(FORMATS["xlsx"](view)))  # type: ignore[arg-type]
    yield "markdown", str(FORMATS["md"](view)).splitlines()
    yield "JSON", list(prose_in(json.loads(FORMATS["json"](view))))
    yield "evidence pack", office_texts(bytes(PACKS["xlsx"](view)))  # type: ignore[arg-type]
    tell = Teller(view)
    sheets = [make(tell) for make in AUDIENCES.values()]
    sheets += [*per_unit(tell), *(discuss(tell, row) for row in gaps_of(tell))]
    yield "hand-outs", Shown(to_page(sheets)).texts
    yield "hand-outs in Word", office_texts(to_word(sheets))
    history = compare(told.folder)
    comparison = build_comparison(history.district, history.comparison, history.trend, language="es")
    yield "comparison", Shown(COMPARISONS["html"](comparison)).texts
    yield "comparison in a terminal", printed(comparison_to_terminal(comparison))
    for standard in checked.coverage.alignment.framework:
        yield f"why {standard.code}", printed(explain(checked.coverage, standard, language="es"))
    session = ReviewSession(told.folder, checked, told.settings)
    pages = Pages(session, "es")
    for name in PAGES:
        yield f"review, {name}", Shown(pages.render(name, Visit("Ana" if name else "", "x", "recorded"))).texts
    yield "questions as a workbook", office_texts(export_sheet(session, "Ana", "es"))


def test_nothing_that_people_read_in_spanish_has_english_words(told: Told) -> None:
    found = {
        (what, text.strip(), *sorted(words))
        for what, texts in everything(told)
        for text in texts
        if (words := english_in(text))
    }
    assert found == set()


def test_places_are_told_in_spanish_and_headings_stay_as_they_are(told: Told) -> None:
    places = {link.place for row in told.view.rows for support in row.supports.values() for link in support.links}
    assert any(re.search(r"> Lección 1: Reglas, línea \d+$", place) for place in places)
    assert {problem.place for problem in told.view.unjudged} >= {"línea 3"}
    assert {finding.noted for finding in told.view.findings} >= {"line 3"}, "programs know it by its own name"
