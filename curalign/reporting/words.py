"""Plain words for what the tool says in terms, so that every report says it the same way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from curalign.domain.coverage import Tally
from curalign.domain.decisions import Decision, Verdict
from curalign.domain.guarantees import Bound
from curalign.domain.links import Evidence, Strength, Thresholds
from curalign.domain.materials import Kind, Role
from curalign.reporting.view import Found, Support, View
from curalign.wording import ENGLISH, Fact, chance, enumerate_words, say
from curalign.wording.text import count

COUNTS = {
    Strength.FULL: "counts in full",
    Strength.PARTIAL: "counts in part",
    Strength.NONE: "too low to count",
    Strength.UNKNOWN: "not judged",
}
SYMBOLS = {Strength.FULL: "●", Strength.PARTIAL: "◐", Strength.NONE: "○", Strength.UNKNOWN: "?"}
ROLES = {
    Role.OBJECTIVE: "an objective",
    Role.TASK: "a task",
    Role.ASSESSMENT: "an assessment",
    Role.NOTE: "a teacher note",
    Role.MENTION: "a mention",
    Role.CLAIM: "a copy of the standard",
    Role.PLAN: "a plan",
    Role.BOILERPLATE: "a standing text",
}

SIGNALS = {
    "prior": "before looking, few passages teach any one standard",
    "similarity": "closeness in meaning (cosine {:.2f})",
    "meaning": "closer in meaning than to other standards ({:+.1f} deviations)",
    "words": "more words in common than with other standards ({:+.1f} deviations)",
    "choices": "how many standards it could have been instead",
    "unit": "what the headings above and the rest of the document add ({:+.1f})",
    "heading": "people seldom name a heading over other standards",
    "emphasis": "how often published lessons teach it, beside others of its grade ({:+.1f})",
}
"""What each signal of a judge says of its value; one that is not listed is shown by its own name."""

GLOSSARY = (
    (
        "Standard",
        "One statement of what pupils should know or be able to do. Only those that can be taught by themselves"
        " are counted; headings are the roll-up of what stands below them, and practices are reported apart.",
    ),
    ("Passage", "A few sentences of one section of a document. It is the smallest thing that can be evidence."),
    ("Link", "A passage and a standard that were compared, with the probability that the passage shows the standard."),
    (
        "Probability",
        "What share of such links a reviewer would confirm, as learned from links that people"
        " labelled. It is an estimate, not a verdict.",
    ),
    ("In full", "At least one passage reaches the full threshold and is an objective, a task or an assessment."),
    ("In part", "A passage reaches only the lower threshold, or reaches the full one in a note or a mention."),
    ("Not at all", "Everything was read and no passage reaches the lower threshold."),
    ("Could not be judged", "There was nothing readable to judge by. It is not counted as missing, nor as taught."),
    (
        "Percent",
        "Standards in full, per hundred counted standards; those that could not be judged are among the hundred.",
    ),
    ("PD", "Professional development: the training that helps teachers to teach a standard."),
    (
        "Deferred, wrong",
        "What a person decided about a finding, with a name, a reason and perhaps a last day. Such findings are shown"
        " apart; the numbers stay as they were measured.",
    ),
    (
        "Guarantee",
        "What units whose lessons you labelled yourself let the report promise: thresholds are raised until standards"
        " that a unit does not teach are called taught as seldom as you ask. With too few such units there is none.",
    ),
    ("Nearest passage", "The most likely passage for a standard that none reaches: a place to begin."),
)
"""The terms of the page, for those who did not make it."""


def explain_signal(evidence: Evidence) -> str:
    """A signal in plain words."""
    said = SIGNALS.get(evidence.signal)
    return said.format(evidence.value) if said else f"{evidence.signal.replace('_', ' ')} ({evidence.value:.2f})"


def weigh(evidence: Evidence) -> str:
    """Which way a signal speaks, and how loud."""
    size = abs(evidence.log_odds)
    if size < 0.1:
        return "hardly matters"
    loud = "strongly " if size >= 2 else "" if size >= 0.7 else "a little "
    return f"speaks {loud}{'for' if evidence.log_odds > 0 else 'against'} it"


def percent(tally: Tally) -> str:
    """The share that is full, or a dash where there is nothing to count."""
    return "-" if tally.percent is None else f"{tally.percent:.1f} %"


def kind(kind: Kind, language: str = ENGLISH) -> str:
    """What documents of this kind are called, over their numbers."""
    return say(f"kind-{kind}", language=language)


def strength(strength: Strength, language: str = ENGLISH) -> str:
    """How far documents reach a standard, in two or three words."""
    return say(f"strength-{strength}", language=language)


def headline(view: View) -> str:
    """The whole check in one sentence."""
    tally = view.total.tally(Kind.UNIT) or Tally()
    if not tally.total:
        return say("headline-nothing", language=view.language)
    facts = _numbers(tally) | {"standards": _standards(tally.total, view)}
    return say("headline", facts, view.language)


def linked_headline(view: View, links: Mapping[str, str]) -> str:
    """The same, with `links` (HTML) in place of the numbers: `standards` and each strength."""
    tally = view.total.tally(Kind.UNIT) or Tally()
    shown = {f"{name}-link": link for name, link in links.items()}
    return say("page-headline", _numbers(tally) | shown, view.language)


def pd_headline(view: View) -> str:
    """What professional development adds, in one sentence."""
    if view.total.tally(Kind.PD) is None:
        return say("pd-headline-nothing", language=view.language)
    taught = Tally.of(
        pd.strength for row in view.total.where(Kind.UNIT, Strength.FULL) if (pd := row.support(Kind.PD)) is not None
    )
    return say("pd-headline", _numbers(taught) | {"taught": taught.total}, view.language)


def _numbers(tally: Tally) -> dict[str, Fact]:
    return {"full": tally.full, "partial": tally.partial, "none": tally.none, "unknown": tally.unknown}


def _standards(number: int, view: View) -> str:
    return say("standards", {"count": number}, view.language)


def decided(view: View, kind_: Kind) -> str:
    """What people decided about the gaps in the tally, in one sentence; empty where they decided nothing."""
    language = view.language
    parts = []
    for gap in (Strength.NONE, Strength.PARTIAL):
        counts = {verdict: view.total.decided(kind_, gap, verdict) for verdict in Verdict}
        found = [say(f"gaps-{verdict}", {"count": n}, language) for verdict, n in counts.items() if n]
        if found:
            facts: dict[str, Fact] = {"count": len(view.total.where(kind_, gap)), "strength": strength(gap, language)}
            parts.append(say("gaps-decided", facts | {"decided": enumerate_words(found, language)}, language))
    by_word = view.total.decided(kind_, Strength.FULL, Verdict.WRONG)
    if by_word:
        facts = {"count": len(view.total.where(kind_, Strength.FULL)), "strength": strength(Strength.FULL, language)}
        said = say("gaps-by-word", {"count": by_word}, language)
        parts.append(say("gaps-decided", facts | {"decided": said}, language))
    if not parts:
        return ""
    return say("kind-decided", {"kind": kind(kind_, language), "decided": "; ".join(parts)}, language)


def verdict_on(findings: Iterable[Found], verdict: Verdict, language: str = ENGLISH) -> str:
    """`Deferred on purpose: 3 findings, by A. Rivera until 2027-06-30`, for findings with this verdict."""
    some = list(findings)
    who = dict.fromkeys(signed(finding.decision, language) for finding in some if finding.decision is not None)
    by = ", ".join(say("by", {"who": one}, language) for one in who)
    verdict_ = say(f"verdict-{verdict}", language=language)
    return say("verdict-on", {"verdict": verdict_, "count": len(some), "by": by}, language)


def signed(decision: Decision, language: str = ENGLISH) -> str:
    """Whose word a decision is, and how long it holds."""
    return say("signed", decision.facts, language) if decision.expires else decision.owner


def explain_decision(decision: Decision, language: str = ENGLISH) -> str:
    """A decision in one line."""
    verdict = say(f"verdict-{decision.verdict}", language=language)
    by = say("decision-by", {"verdict": verdict, "who": signed(decision, language)}, language)
    return f"{by}: {decision.reason}"


def bounds(view: View) -> str:
    """From which probabilities on a passage counts, in one sentence."""
    said = [say("bounds", _bounds(view.thresholds), view.language)]
    for subject, own in view.thresholds.for_units:
        facts = _bounds(own) | {"subject": subject}
        said.append(say("bounds-units-for" if subject else "bounds-units", facts, view.language))
    return f"{'; '.join(said)}."


def _bounds(thresholds: Thresholds) -> dict[str, Fact]:
    return {"full": thresholds.full, "partial": thresholds.partial}


def promises(view: View) -> list[str]:
    """What the units that the district reviewed promise, for those who made them: a sentence or two each."""
    guarantee = view.guarantee
    if guarantee is None:
        return []
    if guarantee.overruled:
        return [say("guarantee-overruled", language=view.language)]
    said = [_promise(bound, guarantee.alpha, view.language) for bound in guarantee.bounds]
    if any(bound.threshold is not None for bound in guarantee.bounds):
        said.append(say("guarantee-average", language=view.language))
    return said


def _promise(bound: Bound, alpha: float, language: str) -> str:
    units = say("reviewed-units", {"count": bound.units}, language)
    if bound.threshold is not None:
        subject = bound.subject or say("guarantee-all", language=language)
        facts: dict[str, Fact] = {"subject": subject, "alpha": f"{round(100 * alpha, 1):g}", "units": units}
        said = [say("guarantee-holds", facts, language)]
        if bound.found is not None:
            said.append(say("guarantee-found", {"found": round(100 * bound.found)}, language))
        return " ".join(said)
    no = say("guarantee-no-of" if bound.subject else "guarantee-no", {"subject": bound.subject}, language)
    ending = "fails" if not bound.missing else "lacks" if bound.units else "starts"
    facts = {"no": no, "units": units, "needed": bound.needed, "missing": bound.missing}
    return say(f"guarantee-{ending}", facts, language)


def doubt(view: View, kind: Kind) -> str:
    """How far to trust the number of standards called full: by the probabilities of their best passages."""
    full = len(view.total.where(kind, Strength.FULL))
    if not full:
        return ""
    wrong = round(view.likely_wrong(kind))
    return say("doubt-some" if wrong else "doubt-none", {"wrong": wrong, "full": full}, view.language)


def grades(names: tuple[str, ...]) -> str:
    """Grades as they stand beside a standard."""
    if not names:
        return "No grade stated"
    return f"{'Grade' if len(names) == 1 else 'Grades'} {', '.join(names)}"


def basis(support: Support) -> str:
    """What a strength rests on."""
    if support.strength is Strength.UNKNOWN:
        return "Nothing readable to judge by."
    if support.supporting:
        return f"{count(support.supporting, 'passage')} found; the best has probability {chance(support.probability)}."
    return "No passage reaches it. This is the nearest:" if support.links else "No passage comes near it."


def unread(view: View) -> tuple[str, ...]:
    """The files that were not read in full."""
    return tuple(sorted({problem.file for problem in view.unjudged if problem.file}))


def unjudged(view: View) -> str:
    """What the numbers do not speak of, in one sentence."""
    language = view.language
    parts = [
        say(f"unjudged-{kind}", {"standards": _standards(tally.unknown, view)}, language)
        for kind in Kind
        if (tally := view.total.tally(kind)) is not None and tally.unknown
    ]
    known = say("unjudged-some" if parts else "unjudged-none", {"unjudged": enumerate_words(parts, language)}, language)
    files = len(unread(view))
    return f"{known} {say('unread-some' if files else 'unread-none', {'count': files}, language)}"
