"""How sure a finding about a standard may be, where somebody calibrated; by strengths alone where nobody did.

What is said outright is right nine times in ten (`VERY_SURE`); what is less sure is to be checked by a person.
"""

from __future__ import annotations

import math

from curalign.domain.coverage import Reach
from curalign.domain.links import Strength
from curalign.domain.verdicts import VERY_SURE, Verdict

CITED = 0.7
"""What a citation adds to the log-odds that a standard is taught, whatever the text says.

A claim is right more often than not. Fitted by maximum likelihood to the cited standards of two districts written to
a plan (82 of grade 6, 67 of grade 4, of which 59 and 49 are taught): 0.65, and 0.0 to 1.4 fit nearly as well. Of the
claims that it lets be called unsupported, 15 of 18 and 9 of 9 name a standard that is listed and never taught.
"""


def is_taught(reach: Reach) -> bool:
    """Whether a standard counts as taught (supported, of PD): by the verdict, else by its strength."""
    if reach.verdict is None:
        return reach.strength in (Strength.FULL, Strength.PARTIAL)
    return reach.verdict is Verdict.TAUGHT


def is_missing(reach: Reach) -> bool:
    """Whether a standard counts as not taught (not supported), however sure that is."""
    if reach.verdict is None:
        return reach.strength is Strength.NONE
    return reach.verdict is Verdict.NOT_TAUGHT


def is_surely_missing(reach: Reach) -> bool:
    """Whether a standard counts as not taught (not supported) surely enough to state it."""
    return is_missing(reach) and (reach.taught is None or 1 - reach.taught >= VERY_SURE)


def is_to_check(reach: Reach) -> bool:
    """Whether a person has to look: the verdict is "cannot tell", or "not taught" is not sure enough to state."""
    return reach.verdict is Verdict.CANNOT_TELL or (is_missing(reach) and not is_surely_missing(reach))


def chance_missing(reach: Reach) -> float | None:
    """The probability that a standard is not taught (not supported); None where nobody calibrated."""
    return None if reach.taught is None else 1 - reach.taught


def chance_missing_though_cited(reach: Reach) -> float | None:
    """The same of a standard that documents cite."""
    if reach.taught is None:
        return None
    return 1 / (1 + math.exp(CITED) * reach.taught / (1 - reach.taught)) if reach.taught < 1 else 0.0


def chance_of_both(taught: Reach, supported: Reach) -> float | None:
    """The probability that units teach a standard and no PD supports it; None where nobody calibrated."""
    unsupported = chance_missing(supported)
    return None if taught.taught is None or unsupported is None else taught.taught * unsupported
