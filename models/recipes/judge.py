"""Fit the judge for encoders that nobody calibrated, and print how it does on publishers that it has not seen.

python -m models.recipes.judge             print the tables
python -m models.recipes.judge --write     write models/judges/any.json too

The judges of the shipped encoders are made by `choice.py`. This one is fitted on what encoders say of texts that they
were not trained on: twins of the default one, `encoder.py fold-1` and `fold-2`. The tables are of publishers that
neither judge nor encoder has seen.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from benchmarks.labelled_sets import DEFAULT, FOLDS, TRAINS, WORK, labelled_sets
from curalign.aligning import embed_passages, embed_standards
from curalign.domain.labels import LabelledSet, LabelledText
from curalign.domain.links import Thresholds
from curalign.domain.materials import Kind, Material, Passage, Place, Role
from curalign.embedding import DEFAULT as DEFAULT_ENCODER
from curalign.embedding import Encoder, VectorCache, load_encoder
from curalign.judging.emphasis import SIGNAL as EMPHASIS
from curalign.judging.judge import ANY_ENCODER, Judge
from curalign.matching import Matcher
from curalign.resources import models_folder
from curalign.training.fitting import Labelled, fit_judge, to_json
from models.recipes.emphasis import WEIGHT, emphasis_of

SIGNALS = ("similarity", "meaning", "words", "choices", "unit", "heading")
"""Of the judges that judge each pair by itself, which the benchmark fits still."""
ANY_SIGNALS = ("meaning", "words", "choices", "heading")
THRESHOLDS = Thresholds(full=0.5, partial=0.3)
STRANGERS = {"math_lessons": "ela_lessons", "math_activities": "ela_lessons", "ela_lessons": "math_lessons"}
"""Texts beside a framework of another subject: a passage about none of the standards must reach none of them, and
labelled sets hold no such passage."""
IN_UNITS = ("math_lessons", "ela_lessons")
"""Sets whose texts stand in units, and are judged there a second time."""
LICENCE = (
    "weights fitted on labels of EngageNY/UnboundEd lessons (CC BY-NC-SA), MathFish (Illustrative Mathematics and "
    "Fishtank, ODC-By with non-commercial sources), Bootstrap (CC BY-NC-SA) and Smarter Balanced targets (public): "
    "a few numbers, no text"
)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--bench", type=Path, default=DEFAULT)
    options.add_argument("--write", action="store_true")
    asked = options.parse_args()
    with VectorCache(WORK / "vectors.sqlite") as cache:
        tables = measured(asked.bench, load_encoder("default"), cache)
    scores = leave_one_publisher_out(tables, (), ANY_SIGNALS)
    judge = fit(tables, ANY_SIGNALS, (), ANY_ENCODER)
    print({k: round(v, 3) for k, v in judge.weights.items()}, "intercept", round(judge.intercept, 3))
    if asked.write:
        trained = {"on": TRAINS, "licence": LICENCE, "held_out": scores}
        path = models_folder() / "judges" / f"{ANY_ENCODER}.json"
        path.write_text(to_json(judge, trained), encoding="utf-8", newline="\n")
        print("wrote", path.name)


@dataclass(frozen=True)
class Measured:
    """The pairs of some texts; as `strangers` they stand beside a framework that is not theirs."""

    name: str
    texts: LabelledSet
    pairs: Labelled
    strangers: bool = False

    def subset(self, asked: Callable[[LabelledText], bool]) -> Measured:
        """Only the pairs of some of the texts."""
        wanted = np.array([asked(text) for text in self.texts.texts])
        kept = wanted[self.pairs.candidates.passage]
        pairs = Labelled(self.pairs.source, self.pairs.candidates.where(kept), self.pairs.truth[kept])
        return replace(self, pairs=pairs)


def fit(
    tables: Iterable[Measured], signals: Sequence[str], counted: Iterable[LabelledSet] = (), fitted_to: str = ""
) -> Judge:
    """A judge of the tables whose publishers may train, which brings along how often `counted` teaches a standard."""
    pairs = [table.pairs for table in tables if publisher(table.name)]
    judge = fit_judge(pairs, signals, encoder=fitted_to, thresholds=THRESHOLDS)
    emphasis = emphasis_of(counted)
    return replace(judge, weights=judge.weights | {EMPHASIS: WEIGHT}, emphasis=emphasis) if emphasis else judge


def counted_for(encoder: Encoder, sets: Iterable[LabelledSet]) -> list[LabelledSet]:
    """Emphasis is counted from labels under a non-commercial licence, so the permissive encoder does without it."""
    return list(sets) if encoder.name == DEFAULT_ENCODER else []


def measured(
    bench: Path,
    encoder: Encoder,
    cache: VectorCache,
    choose: Callable[[LabelledSet], LabelledSet] = lambda every: every,
) -> tuple[Measured, ...]:
    """Every set's pairs, some sets' a second time inside their units, and the strangers'; `choose` picks texts."""
    sets = {s.name: choose(s) for s in labelled_sets(bench)}

    def pairs(name: str, texts: LabelledSet, in_units: bool = False) -> Labelled:
        return labelled(texts, unseen_by(name, encoder), cache, in_units)

    alone = (Measured(name, texts, pairs(name, texts)) for name, texts in sets.items())
    inside = (Measured(f"{name} in units", sets[name], pairs(name, sets[name], in_units=True)) for name in IN_UNITS)
    strangers = (
        Measured(name, sets[name], pairs(name, stranger(sets[name], sets[other])), strangers=True)
        for name, other in STRANGERS.items()
    )
    return (*alone, *inside, *strangers)


def unseen_by(name: str, encoder: Encoder) -> Encoder:
    """The encoder, or for a set that it was trained on the one that was trained in the same way without it."""
    if encoder.name != DEFAULT_ENCODER or not publisher(name):
        return encoder
    fold = next(fold for fold, held_out in FOLDS.items() if publisher(name) in held_out)
    return load_encoder(str(WORK / "encoders" / fold / "shipped"))


def publisher(name: str) -> str | None:
    """Who published the labels of a table that may train."""
    return TRAINS.get(name.removesuffix(" in units"))


def stranger(texts: LabelledSet, framework: LabelledSet) -> LabelledSet:
    """The texts of one set beside the standards of another: no pair is right."""
    strangers = tuple(replace(text, codes=frozenset()) for text in texts.texts)
    return replace(framework, name=f"{texts.name} as strangers", texts=strangers)


def leave_one_publisher_out(
    tables: Sequence[Measured], counted: Sequence[LabelledSet], signals: tuple[str, ...]
) -> dict[str, dict[str, float]]:
    """Scores of every set by a judge that was fitted without its publisher."""
    scores = {}
    columns = ("n", "choices", "hit@1", "r@5", "ECE", "Brier", "missed", "false cover", "stranger")
    print(f"{'set':22}" + "".join(f"{name:>12}" for name in columns))
    for table in tables:
        if table.strangers:
            continue
        own = publisher(table.name)
        others = (labelled for labelled in counted if publisher(labelled.name) != own)
        judge = fit((other for other in tables if publisher(other.name) != own), signals, others)
        scores[table.name] = score(judge, table.pairs)
        for strangers in tables:
            if strangers.strangers and strangers.name == table.name:
                scores[table.name]["stranger"] = round(reached(judge, strangers.pairs), 4)
        print(f"{table.name:22}" + "".join(f"{value:>12}" for value in scores[table.name].values()))
    return scores


def reached(judge: Judge, table: Labelled) -> float:
    """The share of texts with a standard at or above the partial threshold."""
    links = judge(table.candidates)
    sure = set(links.passage[links.probability >= THRESHOLDS.partial].tolist())
    return len(sure) / len(set(links.passage.tolist()))


def score(judge: Judge, table: Labelled) -> dict[str, float]:
    """missed: standards whose labelled texts all stay below partial; false cover: standards that stay at or above it
    when all texts labelled with them are taken away (their siblings' stay).
    """
    table = _without_unnamed_headings(table)
    links = judge(table.candidates)
    p, truth = links.probability.astype(float), table.truth
    hits, recalls = [], []
    for row in np.unique(links.passage):
        own = np.flatnonzero(links.passage == row)
        ranked = truth[own[np.argsort(-p[own], kind="stable")]]
        hits.append(ranked[0])
        recalls.append(ranked[:5].sum() / ranked.sum())
    bins = np.minimum((p * 15).astype(int), 14)
    ece = sum(abs(p[bins == b].mean() - truth[bins == b].mean()) * (bins == b).mean() for b in np.unique(bins))
    taught, untaught = _by_standard(links.standard, p, truth)
    return {
        "n": len(hits),
        "choices": round(float(np.exp(table.candidates.signals["choices"]).mean())),
        "hit@1": round(float(np.mean(hits)), 4),
        "recall@5": round(float(np.mean(recalls)), 4),
        "ece": round(float(ece), 4),
        "brier": round(float(((p - truth) ** 2).mean()), 4),
        "missed": round(float((taught < THRESHOLDS.partial).mean()), 4),
        "false_cover": round(float((untaught >= THRESHOLDS.partial).mean()), 4),
    }


def _without_unnamed_headings(table: Labelled) -> Labelled:
    """The pairs that are measured: whoever labels no text with a heading does not choose among headings."""
    heading = table.candidates.signals["heading"] > 0
    if table.truth[heading].any():
        return table
    return Labelled(table.source, table.candidates.where(~heading), table.truth[~heading])


def _by_standard(standard: np.ndarray, p: np.ndarray, truth: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Best probability of each labelled standard with all its texts, and with those labelled with it taken away."""
    taught, untaught = [], []
    for s in np.unique(standard[truth]):
        own = standard == s
        taught.append(p[own].max())
        untaught.append(p[own & ~truth].max(initial=0.0))
    return np.array(taught), np.array(untaught)


def labelled(source: LabelledSet, encoder: Encoder, cache: VectorCache, in_units: bool = False) -> Labelled:
    """All pairs of a set's texts with the scored standards of their grade, and with headings, which a judge must learn
    to tell from them; each text alone, or beside its unit's others.
    """
    passages = tuple(passages_of(source.texts, in_units))
    matcher = Matcher(embed_standards(source.framework, encoder, cache))
    found = matcher.on_grade(embed_passages(passages, encoder, cache))
    codes = np.array([s.code for s in source.framework.standards])[found.standard]
    asked = np.isin(codes, list(source.scored)) | (found.signals["heading"] > 0)
    truth = np.array([code in source.texts[row].codes for code, row in zip(codes, found.passage, strict=True)])
    return Labelled(source.name, found.where(asked), truth[asked])


def passages_of(texts: tuple[LabelledText, ...], in_units: bool) -> Iterator[Passage]:
    for number, text in enumerate(texts):
        title, _, rest = text.text.partition(". ")
        path, place, said = f"{number}", Place(), text.text
        if in_units:
            path, place, said = text.unit, Place((*text.headings[-1:], title)), rest or title
        yield Passage(Material(path, Kind.UNIT, "", grades=text.grades), place, said, Role.TASK)


if __name__ == "__main__":
    main()
