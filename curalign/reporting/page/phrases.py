"""What the page says of one standard and of one passage, in the language of the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from curalign.domain.links import Evidence, Strength
from curalign.domain.materials import Kind
from curalign.domain.verdicts import Verdict
from curalign.reporting.view import Citation, Support, words
from curalign.reporting.view.reviewed import reviewed
from curalign.wording import Fact, chance, enumerate_words, say
from curalign.wording.text import excerpt

GLOSSARY = (
    *(
        "standard",
        "passage",
        "link",
        "probability",
        "verdicts",
        "number",
        "full",
        "partial",
        "none",
        "unknown",
        "percent",
    ),
    *("pd", "decided", "guarantee", "nearest"),
)
"""The terms that the page explains, for those who did not make it; the catalogue has `page-term-` and each."""
_RIVALS = "rivals"


def speaker(language: str) -> Callable[..., str]:
    """Says sentences of the catalogue in one language; the same is said often, so each is made once."""

    @lru_cache(maxsize=4096)
    def speak(sentence: str, **facts: Fact) -> str:
        return say(sentence, facts, language)

    return speak


def judgement(support: Support, kind: Kind, language: str) -> str:
    """The verdict on one standard, how sure it is, and what could be meant instead; empty without a verdict."""
    if support.verdict is None:
        return ""
    text = words.judged(support.verdict, kind, language)
    if support.reviewed is not None:
        return f"{text[:1].upper()}{text[1:]}: {reviewed(support.reviewed, language)}"
    if support.taught is not None:
        facts: dict[str, Fact] = {
            "verdict": text,
            "probability": support.taught,
            "taught": words.judged(Verdict.TAUGHT, kind, language),
        }
        text = say("page-judged", facts, language)
    if support.alternatives and support.verdict is not Verdict.TAUGHT:
        codes = enumerate_words([excerpt(code, 100) for code in support.alternatives], language)
        text = say("page-judged-instead", {"judged": text, "codes": codes}, language)
    return f"{text[:1].upper()}{text[1:]}."


def basis(support: Support, language: str) -> str:
    """What a strength rests on."""
    if support.without_documents:
        return say("page-basis-no-unit", language=language)
    if support.strength is Strength.UNKNOWN:
        return say("page-basis-unreadable", language=language)
    if support.supporting:
        facts: dict[str, Fact] = {
            "count": support.supporting,
            "chance": chance(support.probability, language),
        }
        return say("page-basis-found", facts, language)
    return say("page-basis-nearest" if support.links else "page-basis-none", language=language)


def grades(names: tuple[str, ...], language: str) -> str:
    """Grades as they stand beside a standard."""
    if not names:
        return say("page-no-grade", language=language)
    return say("page-grades", {"count": len(names), "grades": ", ".join(names)}, language)


def weigh(evidence: Evidence, language: str) -> str:
    """Which way a signal speaks, and how loud."""
    size = abs(evidence.log_odds)
    if size < 0.1:
        return say("page-weigh-nothing", language=language)
    loud = "much" if size >= 2 else "some" if size >= 0.7 else "little"
    return say("page-weigh-for" if evidence.log_odds > 0 else "page-weigh-against", {"loud": loud}, language)


def reasons(citation: Citation) -> Sequence[tuple[Evidence, float | None]]:
    """What each signal adds for a passage's standard, beside what it adds for the rival.

    A signal that speaks for neither is left out; what rivals take away from each other comes last.
    """
    own = {evidence.signal: evidence for evidence in citation.evidence}
    other = {evidence.signal: evidence for evidence in citation.rival.evidence} if citation.rival else {}
    names = sorted(dict.fromkeys((*own, *other)), key=_RIVALS.__eq__)
    none = {name: Evidence(name, 0.0, 0.0) for name in names}
    return [((none | own)[name], other[name].log_odds if name in other else None) for name in names]
