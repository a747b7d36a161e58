"""`report -o` in every format, and `--as` for other systems, of one check."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result
from commands import run
from sample_districts import write_district

from curalign.cli.report import command

FILES = {
    "standards/standards.csv": "code,statement,grades,subject\n"
    "MB.1,Measure the length of an object with a ruler in centimeters,3,math\n"
    "MB.2,Describe how a plant grows from a seed,3,science\n"
    "MB.3,Tell and write time to the nearest minute on an analog clock,3,math\n"
    "MB.4,Compare two fractions of the same whole that have the same numerator,4,math\n",
    "curriculum/grade 3 measuring.md": "# Measuring, Grade 3\n\n## Lesson 1: Rulers\n\nPupils lay a centimeter ruler "
    "along pencils and books, start at zero, and write down how long each object is. They compare two lengths.\n",
    "curriculum/grade 3 seeds.md": "# From seed to plant, Grade 3\n\n## Lesson 1: Planting beans\n\nPupils plant bean "
    "seeds in wet cotton, draw each day how the root and the stem grow, and tell how a seed becomes a plant.\n",
    "pd/workshop.md": "# Workshop: measuring with rulers\n\nTeachers practise how to help pupils who start at one "
    "rather than at zero when they measure the length of an object with a ruler.\n",
    "curalign.toml": '[district]\nname = "Mill Brook"\n',
}


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small district, checked, in a folder for reports."""
    folder = tmp_path_factory.mktemp("reports")
    write_district(folder / "district", FILES)
    assert run("check", folder / "district", "--fail-on", "never").returncode == 0
    return folder


def report(checked: Path, *words: object) -> Result:
    done = CliRunner().invoke(command, [str(checked / "district"), *map(str, words)])
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done


def test_each_ending_gives_its_format_with_the_same_count(checked: Path) -> None:
    for ending in ("json", "jsonl", "parquet", "md", "sarif", "xml"):
        assert report(checked, "-o", checked / f"r.{ending}").exit_code == 0
    page = json.loads((checked / "r.json").read_text(encoding="utf-8"))
    tally = page["tally"]["unit"]
    lines = [json.loads(line) for line in (checked / "r.jsonl").read_text(encoding="utf-8").splitlines()]
    assert sum(line["counted"] and line["unit"]["strength"] == "full" for line in lines) == tally["full"]
    rows = pq.read_table(checked / "r.parquet").to_pylist()
    here = [row for row in rows if row["counted"] and row["kind"] == "unit" and not row["school"]]
    assert sum(row["verdict"] == "cannot_tell" for row in here) == tally["cannot_tell"]
    taught = tally["taught"]
    said = f" taught (between {taught['low']} and {taught['high']})"
    assert said in (checked / "r.md").read_text(encoding="utf-8")
    sarif = json.loads((checked / "r.sarif").read_text(encoding="utf-8"))["runs"][0]
    assert sarif["properties"]["tally"] == page["tally"]
    assert [result["ruleId"] for result in sarif["results"]] == [finding["code"] for finding in page["findings"]]
    xml = (checked / "r.xml").read_text(encoding="utf-8")
    assert f'<property name="tally.unit.taught.low" value="{taught["low"]}" />' in xml
    assert f'failures="{sum(f["severity"] == "error" for f in page["findings"])}"' in xml


@pytest.mark.parametrize("form", ["jsonl", "md", "sarif", "xml"])
def test_text_can_be_printed(checked: Path, form: str) -> None:
    report(checked, "-o", checked / f"written.{form}", "--grade", "3")
    done = report(checked, "--format", form, "--grade", "3")
    if form == "md":  # its links lead from where it lies
        assert done.stdout.splitlines()[0] == "## Mill Brook: only grade 3"
    else:
        assert done.stdout == (checked / f"written.{form}").read_text(encoding="utf-8")


def test_alignments_are_handed_on_with_what_a_format_has_no_place_for_beside_it(checked: Path) -> None:
    done = report(checked, "--as", "case-1.0", "-o", checked / "a.json")
    assert done.stdout == f"Wrote {checked / 'a.json'}\nWrote {checked / 'a.evidence.jsonl'}\n"
    edges = json.loads((checked / "a.json").read_text(encoding="utf-8"))["CFAssociations"]
    lines = [json.loads(line) for line in (checked / "a.evidence.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [edge["identifier"] for edge in edges] == [line["identifier"] for line in lines]
    assert report(checked, "--as", "case", "-o", checked / "b.json").stdout == f"Wrote {checked / 'b.json'}\n"
    assert json.loads((checked / "b.json").read_text(encoding="utf-8"))["CFAssociations"][0]["extensions"]["curalign"]


@pytest.mark.parametrize(("purpose", "name"), [("jsonld", "x.jsonld"), ("edfi", "x.json"), ("evidence", "x.md")])
def test_every_purpose_writes_its_file(checked: Path, purpose: str, name: str) -> None:
    assert report(checked, "--as", purpose, "-o", checked / name).exit_code == 0
    assert (checked / name).read_text(encoding="utf-8")


def test_an_evidence_pack_speaks_the_language_that_is_asked_for(checked: Path) -> None:
    report(checked, "--as", "evidence", "--language", "es", "-o", checked / "es.md")
    assert "evidencia por estándar" in (checked / "es.md").read_text(encoding="utf-8")


def test_what_cannot_be_written_is_refused_before_the_work(checked: Path) -> None:
    done = report(checked, "--as", "evidence", "-o", checked / "x.csv")
    assert done.exit_code == 2
    assert "name a file that ends in .md or .xlsx for --as evidence." in done.stderr
    assert "name it with -o" in report(checked, "--as", "case").stderr
    inside = checked / "district" / "curriculum" / "a.json"
    done = CliRunner().invoke(command, [str(checked / "district"), "--as", "case", "-o", str(inside)])
    assert "would be read as one of its files" in str(done.exception)
    assert not inside.exists()
