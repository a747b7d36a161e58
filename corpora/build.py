"""Build the fictional districts from their sources: `python corpora/build.py`.

The same sources and library versions give the same bytes.
"""

from __future__ import annotations

import argparse
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

from building import opendocument, pdf, plain, scan, sheets, slides, word
from building.documents import Document, read_document
from building.frameworks import Framework, read_framework, write_case, write_csv
from building.planned import check_truth
from building.truth import Standards, check_plan, work_out, write_labels, write_truth

HERE = Path(__file__).parent
WRITERS: dict[str, Callable[[Document, Path], None]] = {
    "docx": word.write,
    "html": plain.write_html,
    "md": plain.write_markdown,
    "odt": opendocument.write,
    "pdf": pdf.write,
    "pptx": slides.write,
    "scan": scan.write,
    "xlsx": sheets.write,
}


def build_district(source: Path, target: Path) -> None:
    """Build one district's folder: its truth stands in the texts' annotations, or was written before the texts."""
    documents = [
        read_document(path) for folder in ("curriculum", "pd") for path in sorted(source.joinpath(folder).rglob("*.md"))
    ]
    build = build_annotated if (source / "plan.toml").exists() else build_planned
    build(source, target, documents)


def build_annotated(source: Path, target: Path, documents: list[Document]) -> None:
    """A district whose sections say what they teach; its frameworks also come as tables beside it."""
    frameworks = [read_framework(path) for path in sorted(source.glob("standards/*.toml"))]
    standards = Standards(frameworks)
    truth = work_out(documents, standards)
    check_plan(truth, tomllib.loads((source / "plan.toml").read_text(encoding="utf-8")))

    write_documents(source, target, documents)
    write_frameworks(frameworks, target)
    write_labels(documents, target / "labels.csv")
    write_truth(truth, target / "truth.json")


def build_planned(source: Path, target: Path, documents: list[Document]) -> None:
    """A district whose truth was planned standard by standard; standards and truth are copied as they are."""
    check_truth(source / "as-is", documents)
    write_documents(source, target, documents)


def write_documents(source: Path, target: Path, documents: list[Document]) -> None:
    """A fresh folder with what is copied as it is, and every document in its own format."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source / "as-is", target)
    for document in documents:
        write_document(document, target)


def write_frameworks(frameworks: list[Framework], target: Path) -> None:
    """CASE packages in the district, CSV tables in the folder beside it."""
    tables = target.with_name(f"{target.name}-csv")
    shutil.rmtree(tables, ignore_errors=True)
    for folder in (target, tables):
        (folder / "standards").mkdir(parents=True)
    for framework in frameworks:
        name = framework.subject.lower()
        write_case(framework, target / "standards" / f"{name}.json")
        write_csv(framework, tables / "standards" / f"{name}.csv")


def write_document(document: Document, target: Path) -> None:
    """Write one document in its own format."""
    path = target / document.output
    path.parent.mkdir(parents=True, exist_ok=True)
    WRITERS[document.format](document, path)


def main() -> None:
    """Build every district that has sources."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=HERE, help="where the districts are written")
    out = parser.parse_args().out
    for source in sorted(HERE.glob("sources/*/")):
        build_district(source, out / source.name)


if __name__ == "__main__":
    main()
