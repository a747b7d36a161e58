"""Which passage is which, run after run: by its words, not by where its file lies or what its headings say."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from heapq import nsmallest
from itertools import pairwise

from curalign.domain.materials import Passage

MIN_LIKENESS = 0.5
"""The share of their pairs of neighbouring words (Jaccard) from which a passage is taken for an edit of another."""

_RARE = 20  # passages: word pairs that more of them share are no sign of which one it is
_LOOKED_AT = 10  # passages that share most of these
_WORD = re.compile(r"\w+")


def identify(passages: Sequence[Passage]) -> tuple[str, ...]:
    """An id for each passage, so that what people decided about it outlives a new run.

    Where words stand once among the passages, the id is a hash of them alone: it stays when the file is renamed or
    moved, when headings change, and whatever changes elsewhere. Where the same words stand in several places, the
    passages before and after, in the same document, are hashed as well. Where even these are the same, as in copies of
    a document, nothing that a reader of the passage sees tells them apart, and they are counted.

    Args:
        passages: Those of one run, each document's in reading order.

    Returns:
        The ids, in step with the passages, no two the same. They do not depend on the order of the documents. Small
        and capital letters, white space and compatible characters (NFKC) make no difference.

    """
    around = _Around.of(passages)
    times = Counter(around.words)
    taken: Counter[str] = Counter()
    ids = [""] * len(passages)
    for at in around.in_order:
        name = around.words[at]
        if times[name] > 1:
            name = f"{name}-{_digest(around.before[at], around.after[at], size=4)}"
            taken[name] += 1
            name += f"-{taken[name]}" if taken[name] > 1 else ""
        ids[at] = name
    return tuple(ids)


def find_again(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[int | None, ...]:
    """Where the passages of an earlier run are in a later one.

    First by the same words: of several such passages the one in the same document that has the same neighbours, as far
    as there is one. A document is the same under another name where it holds more of the words that stand nowhere else
    than any other does. Then, among what is left, by the words that are most nearly the same, as those of a passage
    that was edited.

    Args:
        old: The passages of the earlier run, each document's in reading order.
        new: Those of the later one, likewise.

    Returns:
        For each old passage the position of the new one, which no other old passage has, or None where it is gone.

    """
    before, after = _Around.of(old), _Around.of(new)
    moved = _moved(before, after)
    before = replace(before, paths=[moved.get(path, path) for path in before.paths])
    found: dict[int, int] = {}
    free = set(range(len(new)))
    for was, now in zip(before.keys(), after.keys(), strict=True):
        places = defaultdict(list)
        for at in after.in_order:
            if at in free:
                places[now[at]].append(at)
        for at in before.in_order:
            if at not in found and (here := places.get(was[at])):
                found[at] = here.pop(0)
                free.remove(found[at])
    lost = [at for at in range(len(old)) if at not in found]
    for _, _, was_at, now_at in sorted(_edited(lost, sorted(free), before, after)):
        if was_at not in found and now_at in free:
            found[was_at] = now_at
            free.remove(now_at)
    return tuple(found.get(at) for at in range(len(old)))


@dataclass(frozen=True, slots=True)
class _Around:
    """Passages' words (hashed), those of their neighbours ("" at the ends of a document), and their documents.

    `in_order` are the rows by document, whatever order the documents came in.
    """

    texts: list[str]
    paths: list[str]
    words: list[str]
    before: list[str]
    after: list[str]
    in_order: list[int]

    @classmethod
    def of(cls, passages: Sequence[Passage]) -> _Around:
        paths = [passage.material.path for passage in passages]
        words = [_digest(_plain(passage.text)) for passage in passages]
        in_order = sorted(range(len(passages)), key=paths.__getitem__)
        before, after = [""] * len(passages), [""] * len(passages)
        for one, next_ in pairwise(in_order):
            if paths[one] == paths[next_]:
                after[one], before[next_] = words[next_], words[one]
        return cls([passage.text for passage in passages], paths, words, before, after, in_order)

    def keys(self) -> Iterator[list[tuple[str, ...]]]:
        """What the same passage has in common in two runs, from all of it to its words alone."""
        columns = self.words, self.paths, self.before, self.after
        for kept in ((0, 1, 2, 3), (0, 1, 2), (0, 1, 3), (0, 1), (0, 2, 3), (0, 2), (0, 3), (0,)):
            yield list(zip(*(columns[at] for at in kept), strict=True))


def _moved(old: _Around, new: _Around) -> Mapping[str, str]:
    """The new path of each document that shares words with a new one which stand nowhere else."""
    here = _places_of_unique_words(new)
    votes = Counter((path, here[words]) for words, path in _places_of_unique_words(old).items() if words in here)
    most = sorted(votes, key=lambda pair: (votes[pair], pair[0] == pair[1], pair))
    return dict(most)  # the last one of a path stays, which has the most votes


def _places_of_unique_words(around: _Around) -> dict[str, str]:
    times = Counter(around.words)
    return {words: path for words, path in zip(around.words, around.paths, strict=True) if times[words] == 1}


def _edited(
    lost: Sequence[int], free: Sequence[int], old: _Around, new: _Around
) -> Iterator[tuple[float, bool, int, int]]:
    """Pairs that are alike enough: less their likeness, whether they are of different documents, and their rows."""
    pairs_of = {at: _word_pairs(new.texts[at]) for at in free}
    holders: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for at, pairs in pairs_of.items():
        for pair in pairs:
            holders[pair].append(at)
    for was in lost:
        own = _word_pairs(old.texts[was])
        shared = Counter(at for pair in own if len(holders[pair]) <= _RARE for at in holders[pair])
        for now in nsmallest(_LOOKED_AT, shared, key=lambda at: (-shared[at], at)):
            alike = len(own & pairs_of[now]) / len(own | pairs_of[now])
            if alike >= MIN_LIKENESS:
                yield -alike, old.paths[was] != new.paths[now], was, now


def _word_pairs(text: str) -> set[tuple[str, str]]:
    """Every two neighbouring words; the first word and the last have nothing beside them."""
    words = _WORD.findall(_plain(text))
    return set(pairwise(["", *words, ""])) if words else set()


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _digest(*parts: str, size: int = 12) -> str:
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()
