"""Read the curricula, the PD and the texts that this project invented, and check that they repeat nobody's words.

python -m models.recipes.curricula    what there is; codes that no framework has, and rows of words that stand in a
                                      standard or in a publisher's text of the bench as well; exit 1 for any

In corpora/curricula a folder is a framework, a folder in it a curriculum, a file a unit, a heading `##` a lesson and
`###` a part of one: `<!-- teaches: CODE CODE -->` below a heading says what that text teaches, and `mentions` what it
names only. In corpora/pd-texts a file is a collection, whose framework a note names, and `##` a text for teachers.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.labelled_sets import DEFAULT, framework_of, rows_of, standards
from curalign.domain.labels import LabelledSet, LabelledText
from curalign.domain.standards import Framework

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
GENERAL = "none"
"""The framework of PD that is about no standard."""
FRAMEWORKS = {
    "ccss-math": "ccss_math",
    "ccss-ela": "ccss_ela",
    "teks-elar": "teks_elar",
    "teks-education": "teks_education_training",
    "nc-england": "national_curriculum_england",
    "nc-computing": "national_curriculum_computing",
    "ngss": "ngss",
    "csta": "csta2017_bootstrap",
    "c3": "c3",
    "ap-csp": "ap_csp",
}
"""Folders, and what the bench calls the framework whose codes they name."""
SAME = 9
"""So many words in a row, the same as somebody else's, are a copy and no chance."""
LEAST = 4
"""Words of a text that says anything."""
_NOTE = re.compile(r"<!--\s*(teaches|mentions|grade|framework):([^>]*)-->")
_LESSON, _PART = (re.compile(rf"^{sign} ", re.MULTILINE) for sign in ("##", "###"))
_WORD = re.compile(r"[\w']+")


@dataclass(frozen=True, slots=True)
class Taught:
    """A lesson or a part of one: the file it stands in, its words, and the codes that it teaches."""

    file: Path
    text: str
    codes: frozenset[str]
    is_part: bool


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--bench", type=Path, default=DEFAULT)
    asked = options.parse_args()
    troubles = []
    printed = publishers_rows(asked.bench)
    for (kind, name), files in collections().items():
        texts = [text for file in files for text in taught_in(file)]
        framework = framework_of([] if name == GENERAL else standards(asked.bench, FRAMEWORKS[name]))
        unknown = sorted({code for text in texts for code in text.codes} - set(framework.by_code))
        troubles += [f"{kind} {name}: no standard {code}" for code in unknown]
        known = printed | {row for standard in framework.standards for row in word_ngrams(standard.statement)}
        for text in texts:
            shared = sorted(known & set(word_ngrams(text.text)))
            troubles += [f"{text.file.relative_to(CORPORA)}: stands elsewhere: {' '.join(row)}" for row in shared[:1]]
        lessons = [text for text in texts if not text.is_part]
        codes = {code for text in texts for code in text.codes}
        print(f"{kind:10} {name:16} {len(lessons):5} lessons {len(texts) - len(lessons):5} parts {len(codes):5} codes")
    for file in sorted((CORPORA / "texts").glob("*.tsv")):
        rows = short_texts(file)
        copied = (printed & {*filter(_is_prose, word_ngrams(row["text"]))} for row in rows)
        troubles += [f"texts/{file.name}: stands elsewhere: {' '.join(min(shared))}" for shared in copied if shared]
        print(f"texts      {file.stem:45} {len(rows):5}")
    print("\n".join(troubles))
    sys.exit(bool(troubles))


def collections() -> dict[tuple[str, str], list[Path]]:
    """The files of each kind of text (`curricula`, `pd-texts`) and framework."""
    found: dict[tuple[str, str], list[Path]] = {}
    for file in sorted((CORPORA / "curricula").rglob("*.md")):
        found.setdefault(("curricula", file.relative_to(CORPORA).parts[1]), []).append(file)
    for file in sorted((CORPORA / "pd-texts").glob("*.md")):
        named = next(note[2].strip() for note in _NOTE.finditer(file.read_text("utf-8")) if note[1] == "framework")
        found.setdefault(("pd-texts", named), []).append(file)
    return dict(sorted(found.items()))


def curricula(bench: Path, known: dict[str, Framework]) -> Iterator[LabelledSet]:
    """Lessons, parts of lessons and PD of each framework; `known` frameworks are shared with other sets."""
    for (kind, folder), files in collections().items():
        if folder == GENERAL:
            continue
        name = FRAMEWORKS[folder]
        framework = known.setdefault(name, framework_of(standards(bench, name)))
        every = [text for file in files for text in taught_in(file)]
        for piece, is_part in (("lessons", False), ("parts", True)):
            texts = tuple(
                LabelledText(text.text, text.codes, str(text.file.relative_to(CORPORA)))
                for text in every
                if text.codes and text.is_part is is_part and len(text.text.split()) >= LEAST
            )
            if texts:
                source = f"{folder}, invented {piece if kind == 'curricula' else 'PD'}"
                yield LabelledSet(source, framework, texts, frozenset(), "this project", "CC0-1.0")


def general_pd() -> tuple[str, ...]:
    """Texts of PD that are about no standard."""
    files = collections().get(("pd-texts", GENERAL), [])
    return tuple(text.text for file in files for text in taught_in(file))


def short_texts(file: Path) -> list[dict[str, str]]:
    """The rows of a file of short texts: `codes` with `|` between them, `voice`, `text`."""
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def taught_in(file: Path) -> Iterator[Taught]:
    """Every lesson and part of a file that says what it teaches, if only that it teaches nothing."""
    for lesson in _LESSON.split(file.read_text(encoding="utf-8"))[1:]:
        parts = _PART.split(lesson)
        yield from _taught(file, lesson, parts[0], is_part=False)
        for part in parts[1:]:
            yield from _taught(file, part, part, is_part=True)


def _taught(file: Path, text: str, own: str, *, is_part: bool) -> Iterator[Taught]:
    notes = [note for note in _NOTE.finditer(own) if note[1] == "teaches"]
    if notes:
        words = " ".join(_NOTE.sub(" ", text).replace("### ", " ").split())
        yield Taught(file, words, frozenset(notes[0][2].replace(",", " ").split()), is_part)


def word_ngrams(text: str) -> Iterator[tuple[str, ...]]:
    """Every `SAME` words in a row."""
    words = _WORD.findall(text.lower())
    return zip(*(words[start:] for start in range(SAME)), strict=False)


def _is_prose(row: tuple[str, ...]) -> bool:
    """Whether a row of words is more than a formula, which everybody prints alike."""
    return sum(len(word) > 1 for word in row) > SAME / 2


def publishers_rows(bench: Path) -> set[tuple[str, ...]]:
    """What stands in any labelled text of the bench."""
    files = sorted((bench / "gold").glob("*.jsonl"))
    texts = (row.get("text_noleak") or "" for file in files for row in rows_of(bench, f"gold/{file.stem}"))
    return {row for text in texts for row in word_ngrams(text)}


if __name__ == "__main__":
    main()
