"""Small measured sets, written down and drawn at random."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import strategies as st

from curalign.metrics import Measured, measure


def measured(scores, truth, units: Sequence[str] | None = None, *, codes: Sequence[str] = (), **more) -> Measured:
    """A measured set out of lists."""
    rows = np.array(scores, float)
    return Measured(
        rows,
        np.array(truth, bool),
        tuple(codes) or tuple(f"S{at}" for at in range(rows.shape[1])),
        tuple(units) if units is not None else ("",) * len(rows),
        **{name: tuple(value) if isinstance(value, list) else value for name, value in more.items()},
    )


def numbers(some: Measured) -> dict[str, float]:
    return {name: estimate.value for name, estimate in measure(some).items()}


@st.composite
def _measured(draw) -> Measured:
    texts, standards = draw(st.integers(1, 8)), draw(st.integers(1, 14))
    cells = st.lists(st.integers(0, 20), min_size=texts * standards, max_size=texts * standards)
    bits = st.lists(st.booleans(), min_size=texts * standards, max_size=texts * standards)
    scores = np.array(draw(cells), float).reshape(texts, standards) / 20
    units = draw(st.lists(st.sampled_from(["", "a", "b", "c"]), min_size=texts, max_size=texts))
    return measured(scores, np.array(draw(bits)).reshape(texts, standards), units, probabilities=True)


MEASURED = _measured()
