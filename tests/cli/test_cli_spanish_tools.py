"""`suggest`, `standards`, `evaluate` and `train` in Spanish: the sentences are, numbers, names and codes stay."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import Done, run
from rich.console import Console
from sample_districts import write_district

from curalign.domain.scores import Agreement, Count, Taught
from curalign.reporting.terminal.reviewing import ReviewTables

TABLE = "code,statement,grades,parent\nM,Measuring,,\nM.1,Use a ruler,3,M\n"
ITEM = {"identifier": "a", "fullStatement": "Tell time", "lastChangeDateTime": "soon", "educationLevel": ["first"]}
EDGES = [
    {"identifier": "e", "associationType": "near", "originNodeURI": {"identifier": "z"}},
    {"identifier": "e", "associationType": "isChildOf", "originNodeURI": {"identifier": "z"}},
]
CASE = {"CFDocument": {"identifier": "d", "title": "Ours"}, "CFItems": [ITEM, ITEM], "CFAssociations": EDGES}


def in_both(*words: object) -> tuple[Done, Done]:
    """A command in English and in Spanish, which end alike."""
    english, spanish = run(*words), run(*words, "--language", "es")
    assert english.returncode == spanish.returncode, spanish.stderr
    assert english.stdout.count("\n") == spanish.stdout.count("\n")
    return english, spanish


def same_lines(english: str, spanish: str) -> list[str]:
    """The lines of words that are the same in both."""
    pairs = zip(english.splitlines(), spanish.splitlines(), strict=True)
    return [one for one, other in pairs if one == other and any(map(str.isalpha, one))]


def test_every_flaw_of_standards(tmp_path: Path) -> None:
    files = {
        "case.json": json.dumps(CASE),
        "tree.csv": TABLE + "M.2,,3,Z\nM.3,Tell time,3,M.3\nM.4,Read,3,M.5\nM.5,Write,3,M.4\nM.1,Draw,3,M\n",
        "none.csv": "code,statement\n",
        "cut.xlsx": "no workbook",
        "deep.json": "[" * 100_000,
        "good.csv": TABLE,
    }
    folder = write_district(tmp_path, files)
    english, spanish = in_both("standards", "validate", *(folder / name for name in files))
    assert same_lines(english.stdout, spanish.stdout) == []
    assert "fila 4, M.2: El padre Z no está en el archivo" in spanish.stdout
    assert "good.csv: no hay ningún error." in spanish.stdout


def test_conversions_and_differences(tmp_path: Path) -> None:
    folder = write_district(tmp_path, {"a.csv": TABLE, "b.csv": TABLE.replace("ruler", "tape") + "M.2,Weigh,3,M\n"})
    done = run("standards", "convert", folder / "a.csv", "-o", folder / "a.json", "--language", "es")
    assert done.stdout == f"Se escribió {folder / 'a.json'}: 2 estándares de 1 marco\n"
    english, spanish = in_both("standards", "diff", folder / "a.csv", folder / "b.csv")
    assert "~ M.1: statement era: Use a ruler | es: Use a tape" in spanish.stdout
    assert same_lines(english.stdout, spanish.stdout) == ["+ M.2: Weigh"]


def test_suggestions(small_district: Path, tmp_path: Path) -> None:
    texts = tmp_path / "texts.txt"
    texts.write_text("Plants need light and water\nShort\n", encoding="utf-8")
    (standards,) = (small_district / "standards").iterdir()
    english, spanish = in_both("suggest", texts, "--framework", standards)
    assert "standard" in english.stdout
    assert "estándar" in spanish.stdout
    assert "Este texto tiene solo 1 palabra, demasiado poco para evaluarlo." in spanish.stdout


@pytest.fixture
def labelled(checked_district: Path) -> Path:
    rows = "file,lesson,codes\ncurriculum/grade 3 seeds.md,,PH.1\ncurriculum/grade 3 seeds.md,,PH.99\n"
    return write_district(checked_district, {"labels.csv": rows})


def test_an_evaluation(labelled: Path) -> None:
    english, spanish = in_both("evaluate", labelled)
    assert "medido con" in spanish.stdout
    assert "hit@1: el primer estándar es una de las etiquetas." in spanish.stdout
    assert "PH.99" in spanish.stdout
    assert same_lines(english.stdout, spanish.stdout) == []


def test_the_tables_of_reviews(capsys: pytest.CaptureFixture[str]) -> None:
    agreed = Agreement(("Ana", "Ben"), 12, 0.8, 0.6, 0.7, None)
    step = (12, Taught(Count(20, 17, 24, 30), 20.2, 18, 7, 5, 0, 12, Count(21, 15, 26, 30)), 8, 0.4, 0.3)
    shown = []
    for language in ("en", "es"):
        Console(width=400).print(ReviewTables(agreed, [agreed], [step], language))
        shown.append(capsys.readouterr().out)
    assert "Ana and Ben" in shown[0]
    assert "Ana y Ben" in shown[1]
    assert "20 de 30 (de 17 a 24)" in shown[1]
    assert same_lines(*shown) == []


def test_a_judge_of_ones_own(small_district: Path, tmp_path: Path) -> None:
    rows = "".join(f"curriculum/{path.name},,PH.1\n" for path in sorted((small_district / "curriculum").iterdir()))
    write_district(small_district, {"labels.csv": f"file,lesson,codes\n{rows}"})
    done = run("train", "judge", small_district, "-o", tmp_path / "ours.json", "--language", "es")
    assert done.returncode == 0, done.stderr
    for said in ("Aprende de ", "Reservado para medir: ", "Parte del juez ", "como juzga check", "Se escribió "):
        assert said in done.stdout
    for word in ("Learning", "held out", "before", "measured on", "Wrote"):
        assert word not in done.stdout
