"""What a reader is told of the earlier check beside which findings are new or known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from curalign.domain.findings import Finding
from curalign.reporting.view.values import ShownBaseline
from curalign.wording import Facts, say


def build_baseline(
    findings: Sequence[Finding],
    differences: Iterable[tuple[str, tuple[str, ...]]],
    *,
    file: str,
    run: str,
    language: str,
) -> ShownBaseline:
    """What a reader is told of a baseline.

    Args:
        findings: Those of the present check, each marked where the baseline had it.
        differences: What of the baseline is not as it is now, each with the names that its sentence needs.
        file: The baseline's file.
        run: The run that it is of, or nothing.
        language: The language to speak, one of `curalign.wording.LANGUAGES`.

    Returns:
        How many findings are new and known, and what the two do not share.

    """
    known = [finding.known for finding in findings if finding.decision is None]
    facts = Facts(file=file, run=run or "none", new=known.count(False), known=known.count(True))
    told = (say("baseline-differs", Facts(what=what, scope=names), language) for what, names in differences)
    return ShownBaseline(file, run, say("baseline-counts", facts, language), tuple(told))
