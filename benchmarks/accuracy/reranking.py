"""Try a second look: does a cross-encoder, which reads a text and a standard together, order the first few better?

python -m benchmarks.accuracy.reranking                train on the kept units (about 20 minutes), then print the tables
python -m benchmarks.accuracy.reranking --texts 20     the same on a few texts, to see that it runs

`encoder.py split` comes first, so that the first stage has not seen the texts that are measured either. The weights
stay in benchmarks/.curalign/careful; as long as they lie there, they are measured again and not trained.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from benchmarks.accuracy.cross_encoder import Pairs, Reader
from benchmarks.labelled_sets import DEFAULT, GRADES, TRAINS, WORK, held_out, kept, labelled_sets
from curalign.aligning import Aligner
from curalign.domain.labels import LabelledSet
from curalign.embedding import Cache, Encoder, VectorCache, load_encoder
from curalign.evaluating import by_curalign, by_words, measured_texts, plain_cosine, scored_standards
from curalign.metrics import METRICS, Measured
from curalign.metrics.estimates import Sums, bootstrap, divide
from curalign.reading import read_district
from models.recipes.encoder import log_lines

BASE = WORK / "encoders" / "open"
DISTRICT = Path(__file__).resolve().parents[2] / "corpora" / "maple-valley"
FIRST = 8
"""Standards of each text that are looked at again."""
EPOCHS, BATCH, RATE = 2, 16, 6e-5
LAST = 1e6
"""Taken from the scores of what is not looked at again, so that it comes after what is, in its old order."""


@dataclass(frozen=True, slots=True)
class Shortlist:
    """A set's texts as the first stage scores them; of each, the columns of its first few standards and the pairs."""

    name: str
    measured: Measured
    columns: list[list[int]]
    pairs: list[Pairs]

    def right(self, row: int) -> list[bool]:
        """Which of a text's first standards it is labelled with."""
        return [bool(self.measured.right[row, column]) for column in self.columns[row]]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bench", type=Path, default=DEFAULT)
    options.add_argument("--texts", type=int, help="only so many texts, to learn from and of each set to measure")
    options.add_argument("--encoder", default=str(WORK / "encoders" / GRADES / "shipped"), help="the first stage")
    options.add_argument("--weights", type=Path, default=WORK / "careful" / "model.safetensors")
    asked = options.parse_args()
    with VectorCache(WORK / "vectors.sqlite") as cache:
        sets = list(labelled_sets(asked.bench))
        unbiased = load_encoder("standards-open")  # for texts that it learned from, `grades` is right too often
        learned = [kept(labelled) for labelled in sets if labelled.name in TRAINS]
        lessons = [shortlist(labelled, blended(labelled, unbiased, cache)) for labelled in learned]
        reader = trained(lessons, asked.weights, asked.texts)
        exams = [held_out(labelled) if labelled.name in TRAINS else labelled for labelled in sets]
        exams = [replace(labelled, texts=labelled.texts[: asked.texts]) for labelled in exams]
        first = load_encoder(asked.encoder)
        for stage in (blended, judged):
            print(f"\nFirst stage: {(stage.__doc__ or '').splitlines()[0]}")
            compare([shortlist(labelled, stage(labelled, first, cache)) for labelled in exams], reader)
        cost(reader, first, asked.texts)


def shortlist(labelled: LabelledSet, measured: Measured) -> Shortlist:
    """The first few standards of each text."""
    statements = [standard.statement for standard in scored_standards(labelled)]
    counts = np.minimum(measured.pool.sum(axis=1), FIRST)
    columns = [order[:count].tolist() for order, count in zip(measured.order, counts, strict=True)]
    pairs = [[(text.text, statements[at]) for at in own] for text, own in zip(labelled.texts, columns, strict=True)]
    return Shortlist(labelled.name, measured, columns, pairs)


def blended(labelled: LabelledSet, encoder: Encoder, cache: Cache) -> Measured:
    """Cosine plus half of TF-IDF, each in standard deviations above the mean of the text's pool."""
    cosine = measured_texts(labelled, plain_cosine(encoder, cache))
    words = measured_texts(labelled, by_words()[0])
    return replace(cosine, scores=standardised(cosine.scores) + standardised(words.scores) / 2)


def judged(labelled: LabelledSet, encoder: Encoder, cache: Cache) -> Measured:
    """What `suggest` says: long texts in pieces, headings told from standards. The scores are log-odds."""
    found = measured_texts(labelled, by_curalign(Aligner(encoder=encoder, cache=cache)))
    p = np.clip(found.scores, 1e-9, 1 - 1e-9)
    return replace(found, scores=np.where(found.pool, np.log(p / (1 - p)), -np.inf), probabilities=False)


def standardised(scores: np.ndarray) -> np.ndarray:
    """Each row in standard deviations above its mean; what is not in the pool stays -inf."""
    known = np.ma.masked_invalid(scores)
    spread = np.ma.maximum(known.std(axis=1, keepdims=True), 1e-6)
    return np.asarray(((known - known.mean(axis=1, keepdims=True)) / spread).filled(-np.inf))


def trained(lessons: Sequence[Shortlist], weights: Path, most: int | None) -> Reader:
    """A softmax over a text's first standards must lie on those that it is labelled with (ListNet, Cao et al. 2007)."""
    import torch
    from safetensors.torch import load_model, save_model

    reader = Reader(BASE)
    if weights.is_file():
        load_model(reader.whole, str(weights))
        return reader
    every = [(source, row) for source in lessons for row in range(len(source.pairs)) if any(source.right(row))]
    dice = random.Random(0)
    epochs = [dice.sample(every, len(every))[:most] for _ in range(EPOCHS)]
    batches = [rows[start : start + BATCH] for rows in epochs for start in range(0, len(rows), BATCH)]
    learned = [weight for weight in reader.whole.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(learned, RATE)
    rate = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, len(batches), pct_start=0.1, anneal_strategy="linear")
    reader.whole.train()
    for step, batch in enumerate(batches, 1):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = reader([pair for source, row in batch for pair in source.pairs[row]])
        rights = [torch.tensor(source.right(row)).float() for source, row in batch]
        shares = [own.log_softmax(dim=0) for own in scores.split([len(right) for right in rights])]
        loss = -sum((right / right.sum() * share).sum() for right, share in zip(rights, shares, strict=True)) / BATCH
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learned, 1.0)
        optimizer.step()
        rate.step()
        log_lines(f"Training (loss {loss.item():.2f})", step, len(batches))
    weights.parent.mkdir(parents=True, exist_ok=True)
    save_model(reader.whole, str(weights))
    return reader


def scored(reader: Reader, pairs: Pairs) -> np.ndarray:
    """(n,) scores, a thousand pairs at a time."""
    import torch

    reader.whole.eval()
    with torch.inference_mode():
        return np.concatenate([reader(pairs[start : start + 1024]).numpy() for start in range(0, len(pairs), 1024)])


def looked_at_again(first: Shortlist, reader: Reader) -> tuple[Measured, Measured]:
    """The first few standards of each text in the cross-encoder's order, and by the sum with the first stage."""
    found = iter(scored(reader, [pair for own in first.pairs for pair in own]))
    alone, together = first.measured.scores - LAST, first.measured.scores - LAST
    for row, columns in enumerate(first.columns):
        before, now = first.measured.scores[row, columns], np.array([next(found) for _ in columns])
        alone[row, columns] = now
        together[row, columns] = standardised(np.stack([before, now])).sum(axis=0)
    return replace(first.measured, scores=alone), replace(first.measured, scores=together)


def compare(firsts: Sequence[Shortlist], reader: Reader) -> None:
    """Two lines for each set, and two for all sets of publishers that were learned from together."""
    found = {first.name: [(first.measured, *looked_at_again(first, reader))] for first in firsts}
    found["all that train"] = [part for name in TRAINS if name in found for part in found[name]]
    print(f"{'set':18}{'texts':>6}  {'metric':9}{'first':>7}{'second':>7}{'sum':>7}   second - first, sum - first")
    for name, parts in found.items():
        units = [unit for part in parts for unit in part[0].units]
        for metric in ("hit@1", "recall@5"):
            ways = [np.vstack([sums_of(part[way], metric) for part in parts]) for way in range(3)]
            shares = "".join(f"{way[:, 0].sum() / way[:, 1].sum():>7.3f}" for way in ways)
            gains = [bootstrap(np.hstack([way, ways[0]]), units, gain, len(units)) for way in ways[1:]]
            shown = "  ".join(f"{one.value:+.3f} [{one.low:+.3f}, {one.high:+.3f}]" for one in gains if one)
            print(f"{name:18}{int(ways[0][:, 1].sum()):>6}  {metric:9}{shares}   {shown}", flush=True)


def sums_of(measured: Measured, metric: str) -> Sums:
    """What a metric adds up, per text."""
    sample = METRICS[metric].sample(measured)
    if sample is None:
        raise SystemExit(f"{metric} says nothing of texts without labels.")
    return sample.parts


def gain(sums: Sums) -> np.ndarray:
    """After - before; both were drawn with the same units."""
    return divide(sums[:, 0], sums[:, 1]) - divide(sums[:, 2], sums[:, 3])


def cost(reader: Reader, encoder: Encoder, most: int | None) -> None:
    """What a second look would add to the first check of the sample district, and its weights to the wheel."""
    district = read_district(DISTRICT)
    started = time.perf_counter()
    alignment = Aligner(encoder=encoder).align(district.framework, district.materials)
    once = time.perf_counter() - started
    statements = [standard.statement for standard in district.framework.standards[:FIRST]]
    pairs = [(passage.text, other) for passage in alignment.passages[: most or 100] for other in statements]
    started = time.perf_counter()
    scored(reader, pairs)
    each = (time.perf_counter() - started) / len(pairs)
    more = each * FIRST * len(alignment.passages)
    print(f"\n{1000 * each:.1f} ms a pair; {len(alignment.passages)} passages of {DISTRICT.name}, {FIRST} pairs each:")
    print(f"{more:.0f} s more, where aligning takes {once:.0f} s: {1 + more / once:.1f} times as long")
    sizes = [(weight.numel() / 1e6, weight.requires_grad) for weight in reader.whole.parameters()]
    own = sum(size for size, learned in sizes if learned)
    print(f"weights in 8 bits: {sum(size for size, _ in sizes):.1f} MB, {own:.1f} MB without the encoder's own words")


if __name__ == "__main__":
    main()
