"""Plain words for what the tool says in terms, so that every report says it the same way."""

from __future__ import annotations

from collections.abc import Iterable

from curalign.domain.coverage import Tally
from curalign.domain.decisions import Decision, Verdict
from curalign.domain.findings import Severity
from curalign.domain.guarantees import Bound
from curalign.domain.links import Evidence, Strength, Thresholds
from curalign.domain.materials import Kind, Role
from curalign.domain.wording import chance, count, threshold
from curalign.reporting.view import Found, Support, View

KINDS = {Kind.UNIT: "Curriculum", Kind.PD: "PD"}
STRENGTHS = {
    Strength.FULL: "in full",
    Strength.PARTIAL: "in part",
    Strength.NONE: "not at all",
    Strength.UNKNOWN: "could not be judged",
}
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
VERDICTS = {Verdict.DEFERRED: "deferred on purpose", Verdict.WRONG: "marked as wrong"}
SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}

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


def headline(view: View) -> str:
    """The whole check in one sentence."""
    tally = view.total.tally(Kind.UNIT) or Tally()
    if not tally.total:
        return "There is no standard to judge."
    parts = [f"{tally.full} {'is' if tally.full == 1 else 'are'} taught in full"]
    parts += [f"{tally.partial} in part", f"{tally.none} not at all"]
    end = f", {tally.unknown} could not be judged" if tally.unknown else ""
    return f"Of {count(tally.total, 'standard')}, {', '.join(parts)}{end}."


def pd_headline(view: View) -> str:
    """What professional development adds, in one sentence."""
    tally = view.total.tally(Kind.PD)
    if tally is None:
        return "There is no PD folder, so nothing is said of professional development."
    taught = Tally.of(row.pd.strength for row in view.total.where(Kind.UNIT, Strength.FULL) if row.pd is not None)
    return (
        f"Professional development supports {taught.full} of the {taught.total} that are taught in full, "
        f"{taught.partial} of them in part and {taught.none} not at all."
    )


def decided(view: View, kind: Kind) -> str:
    """What people decided about the gaps in the tally, in one sentence; empty where they decided nothing."""
    parts = []
    for strength in (Strength.NONE, Strength.PARTIAL):
        counts = {verdict: view.total.decided(kind, strength, verdict) for verdict in Verdict}
        said = [f"{n} {'is' if n == 1 else 'are'} {VERDICTS[verdict]}" for verdict, n in counts.items() if n]
        if said:
            all_of_them = len(view.total.where(kind, strength))
            parts.append(f"of these {all_of_them} {STRENGTHS[strength]}, {' and '.join(said)}")
    return f"{KINDS[kind]}: {'; '.join(parts)}." if parts else ""


def verdict_on(findings: Iterable[Found], verdict: Verdict) -> str:
    """`Deferred on purpose: 3 findings, by A. Rivera until 2027-06-30`, for findings with this verdict."""
    some = list(findings)
    who = dict.fromkeys(signed(finding.decision) for finding in some if finding.decision is not None)
    return f"{VERDICTS[verdict].capitalize()}: {count(len(some), 'finding')}, by {', by '.join(who)}"


def signed(decision: Decision) -> str:
    """Whose word a decision is, and how long it holds."""
    return f"{decision.owner} until {decision.expires}" if decision.expires else decision.owner


def explain_decision(decision: Decision) -> str:
    """A decision in one line."""
    return f"{VERDICTS[decision.verdict].capitalize()} by {signed(decision)}: {decision.reason}"


def bounds(view: View) -> str:
    """From which probabilities on a passage counts, in one sentence."""
    said = [f"A passage counts as full from probability {_from(view.thresholds)}"]
    said += [f"in units{subject and f' for {subject}'} from {_from(own)}" for subject, own in view.thresholds.for_units]
    return f"{'; '.join(said)}."


def _from(thresholds: Thresholds) -> str:
    return f"{threshold(thresholds.full)}, as partial from {threshold(thresholds.partial)}"


def promises(view: View) -> list[str]:
    """What the units that the district reviewed promise, for those who made them: a sentence or two each."""
    guarantee = view.guarantee
    if guarantee is None:
        return []
    if guarantee.overruled:
        return [
            "No guarantee: the settings name thresholds of their own; without them, units that you review set them."
        ]
    said = [_promise(bound, guarantee.alpha) for bound in guarantee.bounds]
    if any(bound.threshold is not None for bound in guarantee.bounds):
        said.append(
            "This is an average over units like those that you reviewed, each unit by itself:"
            " over several units, standards wrongly called taught add up."
        )
    return said


def _promise(bound: Bound, alpha: float) -> str:
    units = f"{count(bound.units, 'unit')} that you reviewed"
    if bound.threshold is not None:
        found = "" if bound.found is None else f" Of those that they do teach, {round(100 * bound.found)} in 100 are."
        return (
            f"{bound.subject or 'All standards together'}: of the standards that a unit does not teach, at most"
            f" {round(100 * alpha, 1):g} in 100 are expected to be called taught; from {units}.{found}"
        )
    no = f"{bound.subject}: no guarantee" if bound.subject else "No guarantee"
    if bound.missing and not bound.units:
        return f"{no}; it takes {count(bound.needed, 'unit')} whose lessons you label in labels.csv."
    if bound.missing:
        return f"{no} from {units}; it takes {bound.needed}: label {bound.missing} more in labels.csv."
    return f"{no} from {units}: no probability is high enough for it."


def doubt(view: View, kind: Kind) -> str:
    """How far to trust the number of standards called full: by the probabilities of their best passages."""
    full = len(view.total.where(kind, Strength.FULL))
    if not full:
        return ""
    wrong = round(view.likely_wrong(kind))
    if not wrong:
        return "By the tool's own estimate, a reviewer would accept the best passage of each of them."
    return f"By the tool's own estimate, a reviewer would reject the best passage of about {wrong} of the {full}."


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
    parts = [
        f"{count(tally.unknown, 'standard')} in {'PD' if kind is Kind.PD else 'the curriculum'}"
        for kind in Kind
        if (tally := view.total.tally(kind)) is not None and tally.unknown
    ]
    said = f"Could not be judged: {' and '.join(parts)}. " if parts else "Every standard could be judged. "
    files = len(unread(view))
    return said + (f"Not read in full: {count(files, 'file')}." if files else "Every file was read.")
