"""A place is noted once, in English, and told in the language of whoever reads; headings stay the document's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curalign.domain.findings import Finding, Severity
from curalign.domain.materials import Place, Spot
from curalign.domain.problems import Problem
from curalign.wording import say, say_trouble, tell_place


@pytest.mark.parametrize(
    ("noted", "told"),
    [
        ("p. 3", "pág. 3"),
        ("p. 2-3, 5", "pág. 2-3, 5"),
        ("line 8", "línea 8"),
        ("guide.docx, p. 3, line 9, read by OCR", "guide.docx, pág. 3, línea 9, leído por OCR"),
        ("sheet 2, row 6, column 3", "hoja 2, fila 6, columna 3"),
        ("sheet Grade 3, row 7", "hoja Grade 3, fila 7"),
        ("row 4, MM.2", "fila 4, MM.2"),
        ("record 5", "registro 5"),
        ("CFItems, number 3", "CFItems, número 3"),
        ("standard 4", "estándar 4"),
        ("deadline 5", "deadline 5"),
        ("sheet music", "sheet music"),
        ("MM.1", "MM.1"),
        ("", ""),
    ],
)
def test_pages_lines_and_rows_are_told_and_nothing_else_is(noted: str, told: str) -> None:
    assert tell_place(noted, "es") == told
    assert tell_place(noted) == noted


@pytest.mark.parametrize("unit", ["page", "slide", "sheet"])
def test_every_spot_that_readers_note_is_told(unit: str) -> None:
    spot = Spot(7, 12, unit, "unit 3.html", ocr=True)
    told = spot.in_language("es")
    assert told.startswith("unit 3.html, ")
    assert told.endswith(" 12, leído por OCR")
    assert not {"p.", "slide", "sheet", "line", "row", "read"} & set(told.split())


@given(st.lists(st.sampled_from(["Poem, line 5", "Row 4", "p. 3", "line 8", "Sheet 2, row 1"]), max_size=3))
def test_a_heading_is_never_told(headings: list[str]) -> None:
    place = Place(tuple(headings), Spot(line=5))
    path = " > ".join(headings)
    assert place.in_language("es") == (f"{path}, línea 5" if path else "línea 5")
    found = Finding("U101", Severity.ERROR, file="a.md", place=str(place), headings=place.headings)
    assert found.place_in("es") == place.in_language("es")
    assert found.place_in("en") == found.place == str(place)
    bare = Place(tuple(headings))
    assert bare.in_language("es") == path


def test_a_finding_without_a_place_has_none_in_any_language() -> None:
    assert Finding("U101", Severity.ERROR).place_in("es") is None
    assert Problem("F301", "a.pdf", trouble="damaged").place_in("es") == ""


def test_sentences_name_places_in_their_own_language() -> None:
    trouble = {"place": "options.csv, row 2", "trouble": "no indica horas."}
    assert say("plan-row-trouble", trouble, "es") == "Omitida: options.csv, fila 2 no indica horas."
    ignored = say("import-ignored", {"place": "sheet Review, row 4", "why": "answer"}, "es")
    assert ignored.startswith("Sin usar, hoja Review, fila 4: ")
    named = {"names": ("row 4", "MM.1"), "more": 2}
    assert say_trouble("codes-without-statement", named, "es").startswith("fila 4, MM.1 y 2 más: ")
    place = {"first": "yes", "school": (), "title": "Medir", "file": "a.pdf", "when": (), "how": "after"}
    rest = {"lesson": "p. 3", "neighbours": (), "carries": 1, "days": 0, "lacks": ()}
    assert "«pág. 3»" in say("suggested-place", place | rest, "es")
    assert "“p. 3”" in say("suggested-place", place | rest, "en")
