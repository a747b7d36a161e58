"""Fit the model of headings to wordings by role and to titles, and write it: models/headings/headings.json.

python -m models.recipes.headings           fits it to everything and writes it
python -m models.recipes.headings measure   measures it on wordings that it has not seen, and writes nothing
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from curalign.resources import models_folder
from curalign.segmenting.roles import PARTS_OF_LESSONS, without_containers
from curalign.segmenting.wordings import SILENT, features

ROOT = Path(__file__).resolve().parents[2]
WORDINGS = ROOT / "corpora" / "headings"
COLLECTED = "collected.txt"
PUBLIC, LESSONS = "public.txt", "lessons.txt"
MEASURED = ROOT / "tests" / "segmenting" / "headings.txt"
CURRICULA = ROOT / "corpora" / "curricula"
OUT = models_folder() / "headings" / "headings.json"
ROLES = ("assessment", "mention", "note", "objective", "plan", SILENT, "task")

STRENGTH = 4.0
"""Inverse of the penalty on weights, chosen by `measure`."""
LEAST = 4
"""Wordings that a feature must stand in."""
UNIT, SMALLEST = 0.1, 2
"""What weights are counted in, and the fewest units of a weight that is kept: smaller ones change no answer."""
MIN_TITLE = 3
"""Words of a title of our lessons, below which it may be a heading of a role."""
TITLES = 8000
"""How many titles of our curricula are learned from."""
WEIGHTS = {COLLECTED: 4.0, PUBLIC: 2.0, LESSONS: 2.0, MEASURED.name: 4.0}
"""How much a wording of a file weighs where it is not 1: more where it was found in public plans, or keeps a title from
being taken for a heading (decision 65)."""
TIMED = {"task": 0.25, "assessment": 0.1, "objective": 0.03, "note": 0.02}
TIMES = ("{} (10 minutes)", "{} - 15 min", "{}: 20 minutes", "(5 min) {}", "10 minutes: {}", "9:00 - 9:45 {}")
"""How many wordings of a role stand a second time with a time, and how."""
SURELY = 0.7
"""How sure a first fit is of a role for a title of ours, from which it is taken for a heading of that role."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A phrase, what it is (a role or `silent`), how much it weighs, and which group it is left out with."""

    phrase: str
    what: str
    group: str
    weight: float = 1.0

    @property
    def shown(self) -> tuple[str, bool]:
        """What `role_of_heading` shows the model of it: the words, and whether `Lesson 4:` stood before them."""
        text, container, titled = without_containers(self.phrase)
        return text, titled and container not in PARTS_OF_LESSONS


class Model:
    """A multinomial logistic regression over the features that stand in several wordings."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        from scipy.sparse import csr_matrix
        from sklearn.linear_model import LogisticRegression

        seen = [features(*wording.shown) for wording in wordings]
        counts = Counter(feature for found in seen for feature in found)
        kept = sorted(feature for feature, n in counts.items() if n >= LEAST)
        self.at = {feature: n for n, feature in enumerate(kept)}
        rows = [[self.at[f] for f in sorted(found) if f in self.at] for found in seen]
        ends = np.cumsum([0, *map(len, rows)])
        table = csr_matrix((np.ones(ends[-1]), [n for row in rows for n in row], ends), (len(rows), len(kept)))
        weight = _balanced(wordings)
        fitted: Any = LogisticRegression(C=STRENGTH, max_iter=400, tol=1e-3).fit(
            table, [wording.what for wording in wordings], weight
        )
        assert tuple(fitted.classes_) == ROLES
        units = np.rint(fitted.coef_ / UNIT)
        units[np.abs(units) < SMALLEST] = 0
        self.weights = UNIT * units
        self.bias = UNIT * np.rint(fitted.intercept_ / UNIT)

    def says(self, wording: Wording) -> tuple[str, float]:
        """The likeliest role, or `silent`, and its probability."""
        scores = self.bias + self.weights[:, [self.at[f] for f in features(*wording.shown) if f in self.at]].sum(axis=1)
        chances = np.exp(scores - scores.max())
        best = int(chances.argmax())
        return ROLES[best], float(chances[best] / chances.sum())

    def write(self, path: Path) -> None:
        """Write the weights that are not 0, a feature to a line."""
        rows = {
            feature: [int(n) for n in np.rint(self.weights[:, at] / UNIT)]
            for feature, at in self.at.items()
            if self.weights[:, at].any()
        }
        lines = ",\n".join(f"{json.dumps(f)}:{json.dumps(row, separators=(',', ':'))}" for f, row in rows.items())
        head = json.dumps({"roles": ROLES, "unit": UNIT, "bias": [int(n) for n in np.rint(self.bias / UNIT)]})
        path.parent.mkdir(exist_ok=True)
        path.write_text(f'{head[:-1]}, "weights": {{\n{lines}\n}}}}\n', encoding="utf-8", newline="\n")


def _balanced(wordings: Sequence[Wording]) -> list[float]:
    """Weights by which a role of few wordings counts for more, half way to as much as the others."""
    sizes = Counter[str]()
    for wording in wordings:
        sizes[wording.what] += wording.weight  # type: ignore[assignment]
    mean = sum(sizes.values()) / len(sizes)
    return [wording.weight * (mean / sizes[wording.what]) ** 0.5 for wording in wordings]


def read(path: Path) -> Iterator[Wording]:
    """The wordings of headings in a file whose lines are `role / kind: phrase | phrase`, without openings of texts."""
    for line in path.read_text(encoding="utf-8").splitlines():
        head, _, phrases = line.partition(": ")
        what = head.partition(" / ")[0]
        if what in ROLES and not line.startswith("#"):
            weight = WEIGHTS.get(path.name, 1.0)
            yield from (Wording(phrase, what, f"{path.stem} {head}", weight) for phrase in phrases.split(" | "))


def wordings() -> list[Wording]:
    """All wordings that were written or collected; one that is silent somewhere is silent."""
    found = [w for path in (*sorted(WORDINGS.glob("*.txt")), MEASURED) for w in read(path)]
    silent = {_key(w.phrase) for w in found if w.what == SILENT}
    return [w for w in found if w.what == SILENT or _key(w.phrase) not in silent]


def timed(known: Iterable[Wording]) -> Iterator[Wording]:
    """Some wordings again with the times that agendas and plans put beside them, mostly beside what is done."""
    for wording in known:
        number = sha256(wording.phrase.encode()).digest()[0]
        if wording.what in TIMED and number < 256 * TIMED[wording.what] and not any(map(str.isdigit, wording.phrase)):
            form = TIMES[number % len(TIMES)]
            yield replace(wording, phrase=form.format(wording.phrase.rstrip(": ")), weight=0.5)


def titles(begin: int = 0, end: int = TITLES) -> list[Wording]:
    """Titles of lessons and units that our curricula have, chosen by a hash."""
    found = {
        title.strip()
        for path in CURRICULA.rglob("*.md")
        for title in re.findall(r"(?m)^#{1,2} (.+)$", path.read_text(encoding="utf-8"))
        if len(title.split()) >= MIN_TITLE
    }
    chosen = sorted(found, key=lambda title: sha256(title.encode()).digest())[begin:end]
    return [Wording(title, SILENT, "our titles") for title in chosen]


def without_headings(ours: Sequence[Wording], known: Sequence[Wording]) -> list[Wording]:
    """Titles of ours without those that the wordings tell to be headings of a role, such as `Check with a partner`."""
    first = Model([*known, *ours])
    said = {w: first.says(w) for w in ours}
    return [w for w in ours if said[w][0] == SILENT or said[w][1] < SURELY]


def _key(phrase: str) -> str:
    return " ".join(re.findall(r"\w+", phrase.casefold()))


def measure() -> None:
    """How often what was collected is understood by a model that has seen none of it, and by one that has seen half."""
    known, ours = wordings(), titles()
    asked = [w for w in known if w.group.startswith(Path(COLLECTED).stem)]
    seen = {_key(w.phrase) for w in asked}
    rest = [w for w in known if _key(w.phrase) not in seen]
    model = Model([*rest, *timed(rest), *without_headings(ours, rest)])
    report("written wordings alone", model, asked)
    unseen = [Wording(w.phrase, SILENT, w.group) for w in titles(TITLES, 2 * TITLES)]
    report("titles of ours", model, unseen)


def report(name: str, model: Model, asked: Iterable[Wording]) -> None:
    right, every, wrong = Counter[str](), Counter[str](), defaultdict(list)
    for wording in asked:
        said, sure = model.says(wording)
        every[wording.what] += 1
        right[wording.what] += said == wording.what
        if said != wording.what:
            wrong[wording.what].append(f"{wording.phrase} ({said} {sure:.2f})")
    print(f"{name}: {sum(right.values())} of {sum(every.values())};", {w: f"{right[w]}/{every[w]}" for w in ROLES})
    for what, phrases in wrong.items():
        print(f"  {what}: {' | '.join(phrases)}")


def main() -> None:
    if sys.argv[1:] == ["measure"]:
        measure()
        return
    known = wordings()
    ours = without_headings(titles(), known)
    model = Model([*known, *timed(known), *ours])
    model.write(OUT)
    print(f"{len(known)} wordings, {len(ours)} titles, {len(model.at)} features, {OUT.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
