"""Which standards each passage could be about: similarity of meaning (dense) and of words (lexical) together.

Every passage is compared within its own document, with the standards of its grade, so adding a document never
changes what another one reaches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from curalign.domain.grades import in_order
from curalign.domain.links import Candidates, Floats
from curalign.domain.materials import Passage
from curalign.domain.standards import Framework, Standard
from curalign.domain.vectors import READ_AT_ONCE, Embedded, Examples
from curalign.terms import Terms, Words, words_of

SIGNALS = (
    *("similarity", "examples", "terms", "example_terms"),
    *("long_terms", "long_example_terms", "beginning"),
    *("meaning", "words", "choices", "unit", "heading", "subject"),
)
"""What is measured of every pair.

similarity: cosine of the two vectors. examples: cosine of the passage and the mean direction of our own texts for the
standard; the similarity where there are none. terms: cosine of the TF-IDF vectors of passage and statement.
example_terms: the same with the words of our own texts beside the statement's.
long_terms, long_example_terms: terms, and example_terms with the words of our longer lessons too, times the natural
logarithm of how many times as long the text is as `READ_AT_ONCE`, rounded up, 0 for a shorter one: the words of a whole
lesson say more than those of a sentence, and whole lessons have other words than sentences.
beginning: the mean of similarity and examples of the first `READ_AT_ONCE` words of a longer text, times the same
logarithm: how a lesson begins says what it is about.
meaning: the similarity in standard deviations above the mean over the standards that this passage was compared with.
words: the same for terms, at most `MAX_WORD_DEVIATIONS`.
choices: the natural logarithm of how many standards it was compared with. unit: how much better the standard stands
among the others when the passage is read with the headings above it and the rest of its document; 0 for a text that
stands alone. It is the difference of two logarithms of its share in a softmax over them, neither taken below
`LEAST_SHARE`. heading: 1 for a standard that gathers others, as a cluster does, which people seldom name; else 0.
subject: how much of the document is about the standard's subject, which a judge tells (`judging/own_subject.py`);
0 until it has.
"""

SCALE = 25.0
"""What cosines are multiplied by before the softmax; the encoders are trained with the same."""
HEADINGS_SHARE = 0.6
"""How much the headings' cosine weighs beside the passage's own."""
UNIT_SHARE = 1.5
"""How much `meaning + words / 2`, as the mean over the other passages of a document, weighs in the softmax."""
LEAST_SHARE = -5.0
"""Standards far below the best are all alike: how far says nothing of whether they are taught."""
MAX_WORD_DEVIATIONS = 5.0
"""One rare word in common with one statement alone would be ten deviations or more, and is weak evidence."""
LEXICAL_SHARE = 0.5
"""How much `words` weighs beside `meaning` in the blend that decides which pairs are worth judging."""

NEAR_ENOUGH_BY_CODE = 0.35
"""The cosine from which our texts for a code are taken for a standard of that code: another framework may have it."""
NEAR_ENOUGH = 0.55
"""The cosine from which our texts for another code are taken for a standard that has none."""

_Matrix = NDArray[np.float32]
_Signals = dict[str, _Matrix]
_NO_SPREAD = np.float32(1e-6)


@dataclass(frozen=True, slots=True, eq=False)
class _Compared:
    """Passages beside standards: (passages, standards) cosines of each kind; `headings_above` is of the headings above.

    `longer` is with the words of our longer lessons, 0 where a passage is short. `heading` is (standards,): 1 for those
    that gather others. `length` is (passages,): the logarithm of how many times as long each is as a short text.
    """

    cosine: _Matrix
    examples: _Matrix
    terms: _Matrix
    example_terms: _Matrix
    longer: _Matrix
    beginning: _Matrix
    headings_above: _Matrix
    heading: NDArray[np.float32]
    documents: Sequence[str]
    length: NDArray[np.float32]

    def among(self, pool: NDArray[np.intp]) -> _Compared:
        """The same passages beside some of the standards."""
        cosines = ("cosine", "examples", "terms", "example_terms", "longer", "beginning", "headings_above")
        return replace(self, heading=self.heading[pool], **{name: getattr(self, name)[:, pool] for name in cosines})


class Matcher:
    """Compares passages with the standards of one framework.

    The TF-IDF weights come from the statements and our own texts alone (Sparck Jones 1972; sublinear term counts), so
    they do not depend on the documents at hand.
    """

    def __init__(
        self,
        standards: Embedded[Standard],
        examples: Examples | None = None,
        decoys: Embedded[Standard] | None = None,
    ) -> None:
        """Take the standards, and what `examples` hold for them; without any, statements are all there is.

        `decoys` are compared by `on_decoys` alone. Their words count when it is measured how rare a word is, or those
        of trades would all be unknown.
        """
        self.standards = standards
        self.decoys = decoys or Embedded((), standards.rows[:0])
        framework = Framework(standards.items)
        self._headings = np.array([framework.is_heading(standard) for standard in standards.items], np.float32)
        found = find_examples(standards, examples)
        self._examples = found.rows
        others = [words_of(decoy.statement) for decoy in self.decoys.items]
        own = [words_of(standard.meaning) for standard in standards.items]
        with_examples = [[*said, *words_of(words)] for said, words in zip(own, found.words, strict=True)]
        self._terms = Terms([*own, *others])
        self._example_terms = Terms([*with_examples, *others])
        self._with_examples, self._others, self._longer = with_examples, others, found.longer

    @cached_property
    def _longer_terms(self) -> Terms:
        """What long texts are compared with: made when the first one comes, for a document's passages are short."""
        pairs = zip(self._with_examples, self._longer, strict=True)
        return Terms([*([*short, *words_of(more)] for short, more in pairs), *self._others])

    def on_grade(self, passages: Embedded[Passage], grades: Iterable[str] = (), floor: float = -np.inf) -> Candidates:
        """Pairs of a passage with the standards of its document's grades, or of `grades` where it states none.

        Where it states some, `grades` says which of the pairs are asked for; the others are only what those compete
        with. `floor` is the least `meaning + words / 2` that is worth judging.
        """
        wanted = tuple(grades)
        parts = []
        for rows in _by_grades(passages.items):
            pool = self._pool(passages.items[rows[0]].grades, wanted)
            signals = _signals(self._compare(passages, rows, pool))
            asked = np.broadcast_to(self._states(wanted)[pool], signals["similarity"].shape)
            parts.append(_pairs(rows, pool, signals, _blend(signals) >= floor, asked))
        return _join(passages.items, self.standards.items, parts)

    def off_grade(self, passages: Embedded[Passage], floor: float = 0.0) -> Candidates:
        """Pairs of a passage with a standard of another grade that it is closer to than to any of its own grade.

        What is measured of a pair is measured among the standards of that grade, as if the document stated it.
        """
        every = np.arange(len(self.standards.items))
        parts = []
        for rows in _by_grades(passages.items):
            own = np.zeros(len(every), bool)
            own[self._pool(passages.items[rows[0]].grades, ())] = True
            if own.all():
                continue
            compared = self._compare(passages, rows, every)
            blend = _blend(_signals(compared))
            nearest_own = blend[:, own].max(axis=1, keepdims=True, initial=-np.inf)
            closer = (blend >= floor) & (blend > nearest_own) & ~own
            # What its own grade has is what the other grades' standards compete with.
            near = (blend >= floor) & own & closer.any(axis=1, keepdims=True)
            parts += [
                _pairs(rows, pool, _signals(compared.among(pool)), (closer | near)[:, pool], closer[:, pool])
                for pool in (np.flatnonzero(own), *self._grade_by_grade(~own))
                if pool.size
            ]
        return _join(passages.items, self.standards.items, parts)

    def on_decoys(self, passages: Embedded[Passage]) -> Candidates:
        """Pairs of every passage that counts as evidence with every decoy, whatever the grades."""
        rows = [row for row, passage in enumerate(passages.items) if passage.role.is_evidence]
        if not rows or not self.decoys.items:
            return _join(passages.items, self.decoys.items, [])
        cosine = passages.rows[rows] @ self.decoys.rows.T
        texts = [passages.items[row].context for row in rows]
        words = [words_of(text) for text in texts]
        pool = np.arange(len(self.decoys.items))
        signals = dict.fromkeys(SIGNALS, np.zeros_like(cosine))
        signals |= {"similarity": cosine, "examples": cosine}
        first = len(self.standards.items)
        terms, example_terms = (each.cosines(words, first + pool) for each in (self._terms, self._example_terms))
        length = _length(texts)
        longer = self._with_longer(words, length, first + pool)
        signals |= {"terms": terms, "example_terms": example_terms, **_of_long(terms, longer, length)}
        signals["beginning"] = _beginning(passages, rows, self.decoys.rows.T, self.decoys.rows.T) * length[:, None]
        every = np.ones(cosine.shape, np.bool_)
        return _join(passages.items, self.decoys.items, [_pairs(rows, pool, signals, every, every)])

    def _grade_by_grade(self, asked: NDArray[np.bool_]) -> Iterator[NDArray[np.intp]]:
        """The asked standards in the pools of their grades; one of several grades is in the first of its pools."""
        left = asked.copy()
        wanted = [standard for standard, here in zip(self.standards.items, asked, strict=True) if here]
        for grade in in_order(grade for standard in wanted for grade in standard.grades):
            stated = [grade in standard.grades for standard in self.standards.items]
            pool = np.flatnonzero(left & np.array(stated))
            left[pool] = False
            if pool.size:
                yield pool

    def _pool(self, stated: Sequence[str], wanted: Sequence[str]) -> NDArray[np.intp]:
        """What a document is compared with: all of its grades' standards, whatever is asked for."""
        return np.flatnonzero(self._states(stated or wanted))

    def _states(self, grades: Sequence[str]) -> NDArray[np.bool_]:
        return np.array([not grades or standard.states(grades) for standard in self.standards.items], np.bool_)

    def _compare(self, passages: Embedded[Passage], rows: Sequence[int], pool: NDArray[np.intp]) -> _Compared:
        statements = self.standards.rows[pool].T
        own = passages.rows[list(rows)]
        cosine = own @ statements
        headings_above = passages.headings_above
        texts = [passages.items[row].context for row in rows]
        words, length = [words_of(text) for text in texts], _length(texts)
        return _Compared(
            cosine=cosine,
            examples=own @ self._examples[pool].T,
            terms=self._terms.cosines(words, pool),
            example_terms=self._example_terms.cosines(words, pool),
            longer=self._with_longer(words, length, pool),
            beginning=_beginning(passages, rows, statements, self._examples[pool].T) * length[:, None],
            headings_above=np.zeros_like(cosine) if headings_above is None else headings_above[list(rows)] @ statements,
            heading=self._headings[pool],
            documents=[passages.items[row].material.path for row in rows],
            length=length,
        )

    def _with_longer(self, words: Sequence[Words], length: NDArray[np.float32], chosen: NDArray[np.intp]) -> _Matrix:
        """(passages, chosen): cosines with the words of our longer lessons, 0 where a passage is short."""
        found = np.zeros((len(words), len(chosen)), np.float32)
        long = np.flatnonzero(length).tolist()
        if long:
            found[long] = self._longer_terms.cosines([words[row] for row in long], chosen)
        return found


@dataclass(frozen=True, slots=True, eq=False)
class FoundExamples:
    """What our own texts say of n standards: `rows` is (n, d), `words` and `longer` are theirs, "" without any."""

    rows: _Matrix
    words: tuple[str, ...]
    longer: tuple[str, ...]


def find_examples(standards: Embedded[Standard], examples: Examples | None) -> FoundExamples:
    """Our own texts for each standard: those of its code where they are near it, else those of the nearest codes.

    A standard's own statement stands in where nothing is near: a district may have written it itself.
    """
    if examples is None or not len(standards.items):
        nothing = ("",) * len(standards.items)
        return FoundExamples(standards.rows, nothing, nothing)
    known = {code: at for at, code in enumerate(examples.codes)}
    near = standards.rows @ examples.rows.T
    rows, words, longer = standards.rows.copy(), [], []
    for at, standard in enumerate(standards.items):
        named = [known[code] for code in (standard.code, *standard.aliases) if code in known]
        own = [code for code in named if near[at, code] >= NEAR_ENOUGH_BY_CODE]
        own = own or [int(code) for code in np.argsort(-near[at])[:2] if near[at, code] >= NEAR_ENOUGH]
        words.append(" ".join(examples.words[code] for code in own))
        longer.append(" ".join(examples.longer[code] for code in own))
        if own:
            mean = examples.rows[own].sum(axis=0)
            rows[at] = mean / max(np.linalg.norm(mean), _NO_SPREAD)
    return FoundExamples(rows, tuple(words), tuple(longer))


def _by_grades(passages: Sequence[Passage]) -> list[list[int]]:
    """Rows of the passages whose documents state the same grades, document by document."""
    judged = (row for row, passage in enumerate(passages) if passage.role.is_judged)
    order = sorted(judged, key=lambda row: (passages[row].grades, passages[row].material.path, row))
    return [list(rows) for _, rows in groupby(order, key=lambda row: passages[row].grades)]


def _signals(compared: _Compared) -> _Signals:
    """One (passages, standards) matrix for each of `SIGNALS`, by name."""
    cosine = compared.cosine
    signals = {
        "similarity": cosine,
        "examples": compared.examples,
        "terms": compared.terms,
        "example_terms": compared.example_terms,
        "beginning": compared.beginning,
        "meaning": _standardised(cosine),
        "words": np.minimum(_standardised(compared.terms), np.float32(MAX_WORD_DEVIATIONS)),
        "choices": np.full_like(cosine, np.log(max(cosine.shape[1], 1))),
        "heading": np.broadcast_to(compared.heading, cosine.shape),
        "subject": np.zeros_like(cosine),
    }
    signals |= _of_long(compared.terms, compared.longer, compared.length)
    alone: _Matrix = np.add(SCALE * cosine, LEXICAL_SHARE * signals["words"], dtype=np.float32)
    around: _Matrix = np.float32(UNIT_SHARE) * _mean_of_others(_blend(signals), compared.documents)
    around += np.float32(SCALE * HEADINGS_SHARE) * compared.headings_above
    return signals | {"unit": _log_share(alone + around) - _log_share(alone)}


def _standardised(matrix: _Matrix) -> _Matrix:
    """Each row in standard deviations above its mean; a row without spread is all zero."""
    if not matrix.shape[1]:
        return matrix
    spread = matrix.std(axis=1, keepdims=True)
    above: _Matrix = matrix - matrix.mean(axis=1, keepdims=True)
    return np.where(spread > _NO_SPREAD, above / np.maximum(spread, _NO_SPREAD), 0).astype(np.float32)


def _log_share(scores: _Matrix) -> _Matrix:
    """Log-softmax of each row, in the stable form, cut at `LEAST_SHARE`."""
    if not scores.shape[1]:
        return scores
    shifted: _Matrix = scores - scores.max(axis=1, keepdims=True)
    shifted -= np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return np.maximum(shifted, np.float32(LEAST_SHARE))


def _of_long(terms: _Matrix, longer: _Matrix, length: NDArray[np.float32]) -> _Signals:
    """What the words of long texts say beside what they say of any text."""
    return {"long_terms": terms * length[:, None], "long_example_terms": longer * length[:, None]}


def _beginning(passages: Embedded[Passage], rows: Sequence[int], statements: _Matrix, examples: _Matrix) -> _Matrix:
    """(rows, n): how near beginnings of long passages come to n statements and to our texts for them, each (d, n)."""
    if passages.beginnings is None:
        return np.zeros((len(rows), statements.shape[1]), np.float32)
    own = passages.beginnings[list(rows)]
    near: _Matrix = own @ statements + own @ examples
    near /= 2
    return near


def _length(texts: Sequence[str]) -> NDArray[np.float32]:
    """(n,): the logarithm of how many times as long each text is as what is read at once, 0 for a shorter one."""
    return np.log([max(1, -(-len(text.split()) // READ_AT_ONCE)) for text in texts]).astype(np.float32)


def _mean_of_others(blend: _Matrix, documents: Sequence[str]) -> _Matrix:
    """For each row the mean of the other rows of its document, which `documents` names; zeros where it is alone."""
    others = np.zeros_like(blend)
    for _, own in groupby(range(len(documents)), key=documents.__getitem__):
        rows = list(own)
        if len(rows) > 1:
            inside = blend[rows]
            others[rows] = (inside.sum(axis=0) - inside) / np.float32(len(rows) - 1)
    return others


def _blend(signals: _Signals) -> _Matrix:
    return signals["meaning"] + np.float32(LEXICAL_SHARE) * signals["words"]


_Pairs = tuple[NDArray[np.int32], NDArray[np.int32], dict[str, Floats], NDArray[np.bool_]]


def _pairs(
    rows: Sequence[int],
    pool: NDArray[np.intp],
    signals: _Signals,
    keep: NDArray[np.bool_],
    asked: NDArray[np.bool_],
) -> _Pairs:
    at = np.nonzero(keep)
    passage = np.asarray(rows, np.int32)[at[0]]
    return (
        passage,
        pool[at[1]].astype(np.int32),
        {name: signal[at].astype(np.float32) for name, signal in signals.items()},
        asked[at],
    )


def _join(passages: tuple[Passage, ...], standards: tuple[Standard, ...], parts: Sequence[_Pairs]) -> Candidates:
    """One table in passage order, then in the framework's order, whatever the grades' order was."""
    passage = np.concatenate([part[0] for part in parts] or [np.zeros(0, np.int32)])
    standard = np.concatenate([part[1] for part in parts] or [np.zeros(0, np.int32)])
    order = np.lexsort((standard, passage))
    columns = {
        name: np.concatenate([part[2][name] for part in parts] or [np.zeros(0, np.float32)])[order] for name in SIGNALS
    }
    asked = np.concatenate([part[3] for part in parts] or [np.zeros(0, np.bool_)])[order]
    return Candidates(passages, standards, passage[order], standard[order], columns, asked)
