"""Plain words for what the tool says in terms, so that every report says it the same way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from curalign.domain import verdicts
from curalign.domain.coverage import Tally
from curalign.domain.decisions import Decision, Resolution
from curalign.domain.grades import grade_spans
from curalign.domain.guarantees import Bound
from curalign.domain.links import Evidence, Strength, Thresholds
from curalign.domain.materials import Kind
from curalign.domain.scores import Taught
from curalign.reporting.view.reviewed import promise_of_answers, with_answers
from curalign.reporting.view.values import Group, ShownFinding, View
from curalign.wording import ENGLISH, Fact, enumerate_words, say

SYMBOLS = {Strength.FULL: "●", Strength.PARTIAL: "◐", Strength.NONE: "○", Strength.UNKNOWN: "?"}
SIGNALS = {
    "prior": "",
    "similarity": ".2f",
    "examples": ".2f",
    "terms": ".2f",
    "example_terms": ".2f",
    "long_terms": "",
    "long_example_terms": "",
    "beginning": "",
    "meaning": "+.1f",
    "words": "+.1f",
    "choices": "",
    "unit": "+.1f",
    "heading": "",
    "subject": "",
    "emphasis": "+.1f",
    "rivals": "",
    "review": "",
}
"""How the value of each signal of a judge is shown, empty where it tells a reader nothing. The catalogue has a sentence
for each, `signal-` and its name; a signal that is not listed is shown by its own name."""


def explain_signal(evidence: Evidence, language: str = ENGLISH) -> str:
    """A signal in plain words, with what it measured."""
    form = SIGNALS.get(evidence.signal)
    if form is None:
        return f"{evidence.signal.replace('_', ' ')} ({evidence.value:.2f})"
    return say(f"signal-{evidence.signal}", {"value": format(evidence.value, form)} if form else {}, language)


def percent(tally: Tally) -> str:
    """The share that is full, or a dash where there is nothing to count."""
    return "-" if tally.percent is None else f"{tally.percent:.1f} %"


def share(group: Group, kind: Kind, language: str = ENGLISH) -> str:
    """How much of a group is taught, as a table has it: a number with its interval, or the share that is full."""
    found = group.counts.get(kind)
    if found is None:
        return percent(group.tally(kind) or Tally())
    return say("share-taught", _counted(found), language) if found.count.of else "-"


def share_title(view: View) -> str:
    """What stands over these."""
    return say("column-estimate" if view.total.counts else "column-percent", language=view.language)


def _counted(found: Taught) -> dict[str, Fact]:
    """The numbers that a headline names."""
    count = found.count
    return {
        "expected": count.expected,
        "low": count.low,
        "high": count.high,
        "of": count.of,
        "taught": found.taught,
        "not-taught": found.not_taught,
        "cannot-tell": found.cannot_tell,
        "no-documents": found.no_documents,
    }


def judged(verdict: verdicts.Verdict, kind: Kind, language: str = ENGLISH) -> str:
    """A verdict in a word or two."""
    return say(f"judged-{kind}-{verdict}", language=language)


def kind(kind: Kind, language: str = ENGLISH) -> str:
    """What documents of this kind are called, over their numbers."""
    return say(f"kind-{kind}", language=language)


def known(language: str = ENGLISH) -> str:
    """What is said of a finding that a baseline had already."""
    return say("finding-known", language=language)


def strength(strength: Strength, language: str = ENGLISH) -> str:
    """How far documents reach a standard, in two or three words."""
    return say(f"strength-{strength}", language=language)


def title(view: View) -> str:
    """What a report is of: the district, and what alone was asked to be shown of it."""
    if not view.shown:
        return view.district
    return say("title-shown", {"district": view.district, "what": _what_is_shown(view)}, view.language)


def shown(view: View) -> str:
    """What alone was asked to be shown, in one sentence; empty where everything is."""
    return say("shown", {"what": _what_is_shown(view)}, view.language) if view.shown else ""


def _what_is_shown(view: View) -> str:
    asked, language = view.shown, view.language
    grades_ = asked.grades and (say("shown-grades", {"grades": grade_spans(asked.grades)}, language),)
    schools = (say("shown-school", {"school": school}, language) for school in asked.schools)
    return enumerate_words([*grades_, *asked.subjects, *schools], language)


def school_headlines(view: View) -> list[str]:
    """For each school that was asked for, how far it reaches its standards."""
    return [_school_headline(group, view) for group in view.by_school if view.shown.schools]


def _school_headline(group: Group, view: View) -> str:
    found, tally = group.counts.get(Kind.UNIT), group.tally(Kind.UNIT) or Tally()
    if found is None:
        facts = _numbers(tally) | {"school": group.name, "standards": _standards(tally.total, view)}
        return say("school-headline", facts, view.language)
    facts = _counted(found) | {"school": group.name, "standards": _standards(found.count.of, view)}
    return say("school-headline-taught", facts, view.language)


def headline(view: View) -> str:
    """The whole check in one sentence."""
    tally = view.total.tally(Kind.UNIT) or Tally()
    if not tally.total:
        return say("headline-nothing", language=view.language)
    found = view.total.counts.get(Kind.UNIT)
    if found is not None and found.count.of:
        said = say("headline-taught", _counted(found) | {"standards": _standards(found.count.of, view)}, view.language)
        return with_answers(said, found, view.language)
    standards: dict[str, Fact] = {"standards": _standards(tally.total, view)}
    if found is not None:
        return say("headline-no-documents", standards, view.language)
    return say("headline", _numbers(tally) | standards, view.language)


def linked_headline(view: View, links: Mapping[str, str]) -> str:
    """The same, with `links` (HTML) in place of the numbers: `standards`, and each strength or each verdict."""
    tally = view.total.tally(Kind.UNIT) or Tally()
    shown = {f"{name.replace('_', '-')}-link": link for name, link in links.items()}
    found = view.total.counts.get(Kind.UNIT)
    if found is not None and found.count.of:
        return with_answers(say("page-headline-taught", _counted(found) | shown, view.language), found, view.language)
    if found is not None:
        return say("headline-no-documents", {"standards": links["standards"]}, view.language)
    return say("page-headline", _numbers(tally) | shown, view.language)


def pd_headline(view: View) -> str:
    """What professional development adds, in one sentence."""
    if view.total.tally(Kind.PD) is None:
        return say("pd-headline-nothing", language=view.language)
    found = view.total.counts.get(Kind.PD)
    if found is not None:
        facts = _counted(found) | {"standards": _standards(found.count.of, view)}
        return say("pd-headline-taught", facts, view.language)
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
        counts = {verdict: view.total.decided(kind_, gap, verdict) for verdict in Resolution}
        found = [say(f"gaps-{verdict}", {"count": n}, language) for verdict, n in counts.items() if n]
        if found:
            facts: dict[str, Fact] = {"count": len(view.total.where(kind_, gap)), "strength": strength(gap, language)}
            parts.append(say("gaps-decided", facts | {"decided": enumerate_words(found, language)}, language))
    by_word = view.total.decided(kind_, Strength.FULL, Resolution.WRONG)
    if by_word:
        facts = {"count": len(view.total.where(kind_, Strength.FULL)), "strength": strength(Strength.FULL, language)}
        by_word_text = say("gaps-by-word", {"count": by_word}, language)
        parts.append(say("gaps-decided", facts | {"decided": by_word_text}, language))
    if not parts:
        return ""
    return say("kind-decided", {"kind": kind(kind_, language), "decided": "; ".join(parts)}, language)


def verdict_on(findings: Iterable[ShownFinding], verdict: Resolution, language: str = ENGLISH) -> str:
    """`Deferred on purpose: 3 findings, by A. Rivera until 2027-06-30`, for findings with this verdict."""
    decided_findings = list(findings)
    who = dict.fromkeys(
        signed(finding.decision, language) for finding in decided_findings if finding.decision is not None
    )
    by = ", ".join(say("by", {"who": one}, language) for one in who)
    verdict_ = say(f"verdict-{verdict}", language=language)
    return say("verdict-on", {"verdict": verdict_, "count": len(decided_findings), "by": by}, language)


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
    sentences = [say("bounds", _bounds(view.thresholds), view.language)]
    for subject, own in view.thresholds.for_units:
        facts = _bounds(own) | {"subject": subject}
        sentences.append(say("bounds-units-for" if subject else "bounds-units", facts, view.language))
    counts = f"{'; '.join(sentences)}."
    if not view.total.counts:
        return counts
    sure: dict[str, Fact] = {"sure": verdicts.SURE, "unsure": 1 - verdicts.SURE}
    return f"{counts} {say('bounds-verdict', sure, view.language)}"


def _bounds(thresholds: Thresholds) -> dict[str, Fact]:
    return {"full": thresholds.full, "partial": thresholds.partial}


def promises(view: View) -> list[str]:
    """What units and standards that the district reviewed promise, for those who did: a sentence or two each."""
    guarantee, of_answers = view.guarantee, promise_of_answers(view.promise, view.language)
    if guarantee is None or guarantee.overruled:
        return [*([say("guarantee-overruled", language=view.language)] if guarantee else []), *of_answers]
    sentences = [_promise(bound, guarantee.alpha, view.language) for bound in guarantee.bounds]
    if any(bound.threshold is not None for bound in guarantee.bounds):
        sentences.append(say("guarantee-average", language=view.language))
    return sentences + of_answers


def _promise(bound: Bound, alpha: float, language: str) -> str:
    units = say("reviewed-units", {"count": bound.units}, language)
    if bound.threshold is not None:
        subject = bound.subject or say("guarantee-all", language=language)
        facts: dict[str, Fact] = {"subject": subject, "alpha": f"{round(100 * alpha, 1):g}", "units": units}
        sentences = [say("guarantee-holds", facts, language)]
        if bound.found is not None:
            sentences.append(say("guarantee-found", {"found": round(100 * bound.found)}, language))
        return " ".join(sentences)
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
