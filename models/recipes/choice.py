"""Fit a judge whose standards compete, and print how it does on publishers that neither it nor its encoder has seen.

python -m models.recipes.choice                             print the tables of the default encoder
python -m models.recipes.choice --encoder standards-open    those of the permissive one
python -m models.recipes.choice --write                     write models/judges/ENCODER.json too

A set is measured by an encoder that has not seen its publisher: by a twin (`encoder.py fold-1`, `fold-2`) where the
encoder itself has. The tables leave a set's publisher out of the fit as well. Texts beside another subject's standards,
and PD about nothing that is taught, show what "none of these" looks like.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from benchmarks.labelled_sets import (
    DEFAULT,
    EVALUATES,
    FOLDS,
    PERMISSIVE,
    TRAINS,
    WORK,
    labelled_sets,
    second_sets,
)
from curalign.domain.labels import LabelledSet, LabelledText
from curalign.domain.links import Thresholds
from curalign.embedding import DEFAULT as DEFAULT_ENCODER
from curalign.embedding import Encoder, VectorCache, embed_passages, embed_standards, load_encoder, load_examples
from curalign.judging.emphasis import SIGNAL as EMPHASIS
from curalign.judging.judge import Judge
from curalign.judging.own_subject import SIGNAL as SUBJECT
from curalign.matching import Matcher
from curalign.resources import models_folder
from curalign.training.fitting import Labelled, fit_choice, to_json
from curalign.training.pairs import as_passages
from models.recipes.curricula import general_pd
from models.recipes.emphasis import WEIGHT, emphasis_of

SIGNALS = ("similarity", "examples", "terms", "example_terms", "long_terms", "long_example_terms", "beginning")
OWN_SUBJECT = 0.5
"""The weight of a document's own subject, which texts that stand alone cannot teach: chosen on whole districts."""
HEADING = -3.6
"""The weight of headings over other standards, which only the math activities label: fitted there, with the rest."""
THRESHOLDS = Thresholds(full=0.6, partial=0.15)
FIRST = ("math_lessons", "math_activities", "ela_lessons", "computer_science", "earth_science")
"""Sets of the first collection beside those of the second."""
STRANGERS = (
    ("ela_segments", "math_titles"),
    ("math_titles", "ela_segments"),
    ("math_problems", "texas_rla_segments"),
    ("texas_rla_segments", "math_titles"),
    ("general_pd", "math_titles"),
    ("general_pd", "ela_segments"),
)
"""Texts beside a framework of another subject. England's units are of all subjects, so they are nobody's strangers."""
SUBJECTS = ["English language arts", "computer science", "mathematics", "science"]
"""Those that the sets measure by themselves; England's units are of ten subjects together."""
LICENCE = (
    "weights fitted on labels of EL Education (CC BY 4.0), Bluebonnet (CC BY-NC-SA 4.0), Khan Academy (CC BY-NC-SA; "
    "the mapping's terms unstated), MathCAMPS (MIT), Oak National Academy and Teach Computing (OGL v3), MathFish "
    "(ODC-By, texts CC BY 4.0 to CC BY-NC-SA 4.0), UnboundEd and Bootstrap (CC BY-NC-SA): a few numbers, no text"
)


@dataclass(frozen=True)
class Table:
    """The pairs of a set, and who published it; nobody for a set that only evaluates."""

    name: str
    publisher: str
    pairs: Labelled

    @property
    def strangers(self) -> bool:
        return self.name.endswith("as strangers")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--bench", type=Path, default=DEFAULT)
    options.add_argument("--cache", type=Path, default=WORK / "vectors.sqlite")
    options.add_argument("--encoder", default=DEFAULT_ENCODER)
    options.add_argument("--write", action="store_true")
    asked = options.parse_args()
    encoder = load_encoder(asked.encoder)
    with VectorCache(asked.cache) as cache:
        tables = list(measured(asked.bench, encoder, cache))
    counted = list(counted_for(encoder, asked.bench))
    judge = fitted(tables, encoder, counted)
    print({k: round(v, 2) for k, v in judge.weights.items()}, "intercept", round(judge.intercept, 2))
    scores = {}
    for table in tables:
        left_out = fitted(
            [other for other in tables if other.publisher != table.publisher or not table.publisher],
            encoder,
            [one for one in counted if TRAINS.get(one.name) != table.publisher],
        )
        if table.strangers:
            print(f"{table.name:36}", reached(left_out, table.pairs), flush=True)
        else:
            scores[table.name] = score(left_out, table.pairs)
            print(f"{table.name:28}", scores[table.name], flush=True)
    if asked.write:
        path = models_folder() / "judges" / f"{encoder.name}.json"
        fits = [table.name for table in tables if table.publisher]
        trained = {"on": fits, "subjects": SUBJECTS, "licence": LICENCE, "held_out": scores}
        path.write_text(to_json(judge, trained), encoding="utf-8", newline="\n")


def counted_for(encoder: Encoder, bench: Path) -> Iterator[LabelledSet]:
    """The sets by which it is counted how often lessons teach a standard; the permissive encoder does without."""
    if encoder.name == DEFAULT_ENCODER:
        yield from labelled_sets(bench)
        yield from (labelled for labelled in second_sets(bench) if labelled.name == "ela_full_lessons")


def measured(
    bench: Path,
    encoder: Encoder,
    cache: VectorCache,
    choose: Callable[[LabelledSet], LabelledSet] = lambda every: every,
) -> Iterator[Table]:
    """Every set's pairs by an encoder that has not seen its publisher, and the strangers'; `choose` picks texts."""
    every = (*second_sets(bench), *(s for s in labelled_sets(bench) if s.name in FIRST))
    sets = {labelled.name: choose(labelled) for labelled in every}
    if titles := sets.get("math_titles"):
        texts = tuple(LabelledText(text, frozenset()) for text in general_pd())
        sets["general_pd"] = LabelledSet("general_pd", titles.framework, texts, frozenset())
    for name, labelled in sets.items():
        twin = unseen_by(encoder, publisher_of(name))
        if name != "general_pd" and twin is not None:
            yield Table(name, publisher_of(name), pairs(labelled, twin, cache))
    for name, other in STRANGERS:
        twin = unseen_by(encoder, publisher_of(name))
        if twin is not None and name in sets and other in sets:
            strange = stranger(sets[name], sets[other])
            yield Table(strange.name, publisher_of(name) or "this project", pairs(strange, twin, cache))


def stranger(texts: LabelledSet, framework: LabelledSet) -> LabelledSet:
    """The texts of one set beside the standards of another: no pair is right."""
    strangers = tuple(replace(text, codes=frozenset()) for text in texts.texts)
    return replace(framework, name=f"{texts.name} as strangers", texts=strangers)


def publisher_of(name: str) -> str:
    """Who published a set; "" of one that only evaluates."""
    if name in EVALUATES:
        return ""
    return TRAINS.get(name) or OTHER_NAMES.get(name, "")


OTHER_NAMES: Mapping[str, str] = {"computing_full_lessons": "Bootstrap"}
"""Sets that are called otherwise than what trains."""


def unseen_by(encoder: Encoder, publisher: str) -> Encoder | None:
    """The encoder, or a twin of it that has not seen the publisher; None where there is no such twin."""
    if encoder.name == DEFAULT_ENCODER and publisher:
        fold = next(name for name, left_out in FOLDS.items() if publisher in left_out)
        return load_encoder(str(WORK / "encoders" / fold / "shipped"))
    return None if publisher in PERMISSIVE else encoder


def fitted(tables: Sequence[Table], encoder: Encoder, counted: Sequence[LabelledSet]) -> Judge:
    """A judge of the tables that may train, headings left out, which brings how often `counted` teaches a standard."""
    plain = [
        Labelled(t.name, t.pairs.candidates.where(kept), t.pairs.truth[kept])
        for t in tables
        if t.publisher and (kept := t.pairs.candidates.signals["heading"] == 0).any()
    ]
    judge = fit_choice(plain, SIGNALS, encoder=encoder.fingerprint, thresholds=THRESHOLDS)
    judge = replace(judge, weights=judge.weights | {"heading": HEADING, SUBJECT: OWN_SUBJECT})
    emphasis = emphasis_of(counted)
    return replace(judge, weights=judge.weights | {EMPHASIS: WEIGHT}, emphasis=emphasis) if emphasis else judge


def pairs(source: LabelledSet, encoder: Encoder, cache: VectorCache) -> Labelled:
    """All pairs of a set's texts with the scored standards of their grade and the headings above those."""
    passages = tuple(as_passages(source.texts))
    examples = load_examples(encoder) or load_examples(encoder, WORK / "examples")
    matcher = Matcher(embed_standards(source.framework, encoder, cache), examples)
    found = matcher.on_grade(embed_passages(passages, encoder, cache))
    codes = np.array([s.code for s in source.framework.standards])[found.standard]
    kept = np.isin(codes, list(source.scored)) | (found.signals["heading"] > 0)
    truth = np.array([code in source.texts[row].codes for code, row in zip(codes, found.passage, strict=True)])
    return Labelled(source.name, found.where(kept), truth[kept])


def reached(judge: Judge, table: Labelled) -> dict[str, float]:
    """The shares of texts that reach some standard, though they are about none."""
    links = judge(table.candidates)
    best = np.zeros(len(links.passages))
    np.maximum.at(best, links.passage, links.probability)
    return {f"reach {bar}": round(float((best >= bar).mean()), 4) for bar in (0.15, 0.3, 0.6)}


def score(judge: Judge, table: Labelled) -> dict[str, float]:
    """hit@1, recall@5; the calibration error over the texts' first standards; standards missed and falsely covered."""
    links = judge(table.candidates)
    truth, p = table.truth, links.probability.astype(float)
    hits, recalls, sure = [], [], []
    for row in np.unique(links.passage):
        own = np.flatnonzero(links.passage == row)
        ranked = own[np.argsort(-p[own], kind="stable")]
        if truth[own].any():
            hits.append(truth[ranked[0]])
            recalls.append(truth[ranked[:5]].sum() / truth[own].sum())
            sure.append(p[ranked[0]])
    hit, p_first = np.array(hits, float), np.array(sure)
    bins = np.minimum((p_first * 10).astype(int), 9)
    first = sum(abs(hit[bins == b].mean() - p_first[bins == b].mean()) * (bins == b).mean() for b in np.unique(bins))
    taught, gone = [], []
    for s in np.unique(links.standard[truth]):
        own = links.standard == s
        taught.append(p[own].max())
        gone.append(p[own & ~truth].max(initial=0.0))
    still, without = np.array(taught), np.array(gone)
    found = {
        "n": len(hits),
        "hit@1": hit.mean(),
        "recall@5": np.mean(recalls),
        "ece of the first": first,
        "auc of removal": (still[:, None] > without).mean(),
        "gaps at 5 %": (without < np.quantile(still, 0.05)).mean(),
        "at 10 %": (without < np.quantile(still, 0.1)).mean(),
        "standards": len(without),
    }
    return {name: round(float(value), 4) for name, value in found.items()}


if __name__ == "__main__":
    main()
