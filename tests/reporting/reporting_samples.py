"""A small district of this project's own words, measured by hand, with everything that a report must show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from curalign.domain.coverage import Coverage, Reach
from curalign.domain.findings import Finding, Severity
from curalign.domain.guarantees import Bound, Guarantee
from curalign.domain.links import Alignment, Links, MadeWith, Strength, Thresholds
from curalign.domain.materials import Kind, Material, Passage, Place, Role, Spot
from curalign.domain.problems import Problem
from curalign.domain.scopes import UNITS, Scope
from curalign.domain.standards import Framework, Source, Standard, standard_id
from curalign.domain.verdicts import Calibration, Verdict
from curalign.finding import RULES
from curalign.finding.rule import Sighting
from curalign.reporting import View, build_view
from curalign.wording import Facts

THRESHOLDS = Thresholds(full=0.62, partial=0.31)
MADE_WITH = MadeWith("0.1.0", "minilm@sha256:0f3a", "default@sha256:77c1", "sha256:5e77")
SIGNALS = ("prior", "similarity", "meaning", "words", "choices")
RUN = "2026-11-23T120000Z-3f9a1c"

Hit = tuple[Passage, Standard, float]


def standard(code: str, statement: str, parent: Standard | None = None, grades: str = "", level: str = "") -> Standard:
    return Standard(
        standard_id("maple", code),
        code,
        statement,
        "maple",
        tuple(grades.split()),
        "math",
        level,
        parent.id if parent else None,
    )


def material(path: str, kind: Kind = Kind.UNIT, school: str = "", *problems: Problem) -> Material:
    title = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return Material(path, kind, title, grades=("3",), school=school, sha256="ab12", problems=problems)


def passage(of: Material, text: str, role: Role = Role.TASK, page: int | None = 4, *headings: str) -> Passage:
    return Passage(of, Place(headings or ("Lesson 2", "Activity"), Spot(page)), text, role)


def link_all(hits: Sequence[Hit]) -> Links:
    """Links whose evidence sums to the log-odds of their probability."""
    passages = tuple(dict.fromkeys(hit[0] for hit in hits))
    standards = tuple({hit[1].id: hit[1] for hit in hits}.values())
    ids = [s.id for s in standards]
    probability = np.array([hit[2] for hit in hits], np.float32)
    log_odds = np.log(probability / (1 - probability)) if len(hits) else probability
    shares = np.array([-0.9, 0.6, 0.8, 0.45, 0.05], np.float32)
    return Links(
        passages,
        standards,
        np.array([passages.index(hit[0]) for hit in hits], np.int32),
        np.array([ids.index(hit[1].id) for hit in hits], np.int32),
        probability * np.float32(0.8),
        probability,
        SIGNALS,
        np.outer(probability, np.ones(5, np.float32)),
        np.outer(log_odds, shares).astype(np.float32),
        THRESHOLDS,
    )


def measure(
    framework: Framework,
    materials: Sequence[Material],
    hits: Sequence[Hit],
    unknown: Iterable[tuple[Standard, Kind]] = (),
    **more: object,
) -> Coverage:
    """Coverage by the plainest reading of the contract, enough for a report to be written about it."""
    links = link_all(hits)
    found = list(links)
    schools = tuple(sorted({m.school for m in materials if m.school}))
    kinds = [kind for kind in Kind if any(m.kind is kind for m in materials) or kind is Kind.UNIT]
    blind = {(s.id, kind) for s, kind in unknown}

    def reach(of: Standard, scope: Scope) -> Reach:
        below = {of.id} | {s.id for s in framework if of in framework.ancestors(s)}
        best = sorted(
            (
                x
                for x in found
                if x.standard.id in below
                and x.passage.material.kind is scope.kind
                and (not scope.school or x.passage.material.school in ("", scope.school))
            ),
            key=lambda x: -x.probability,
        )
        leaves = [s for s in framework if s.id in below and not framework.children(s)]
        strengths = {_strength(leaf, best) for leaf in leaves}
        strength = strengths.pop() if len(strengths) == 1 else Strength.PARTIAL
        if (of.id, scope.kind) in blind:
            return Reach(of, scope, Strength.UNKNOWN, None)
        supporting = sum(x.strength in (Strength.FULL, Strength.PARTIAL) for x in best)
        probability = best[0].probability if best else 0.0
        return Reach(of, scope, strength, probability, tuple(best[:5]), supporting)

    scopes = (UNITS, *(Scope(Kind.UNIT, school) for school in schools), *(Scope(kind) for kind in kinds[1:]))
    reaches = [reach(s, scope) for s in framework for scope in scopes if not scope.school]
    reaches += [reach(s, scope) for s in framework for scope in scopes if scope.school]
    alignment = Alignment(
        framework,
        tuple(materials),
        links.passages,
        links,
        link_all(()),
        (),
        more.pop("made_with", MADE_WITH),  # type: ignore[arg-type]
        **more,  # type: ignore[arg-type]
    )
    return Coverage(alignment, tuple(reaches), scopes)


def _strength(of: Standard, best: Sequence[object]) -> Strength:
    found = {x.strength for x in best if x.standard.id == of.id}  # type: ignore[attr-defined]
    return next((s for s in (Strength.FULL, Strength.PARTIAL) if s in found), Strength.NONE)


def maple_framework() -> Framework:
    share = standard("MV.M.F", "Parts of a whole", level="Strand")
    shape = standard("MV.M.S", "Shape and space", level="Strand")
    grow = standard("MV.M.G", "Growing numbers", level="Strand")
    half = standard("MV.M.F.1", "Share one whole fairly and name the shares", share)
    return Framework(
        (
            share,
            half,
            standard("MV.M.F.1a", "Fold a strip into equal shares and name one of them.", half, "3"),
            standard("MV.M.F.1b", "Place a share on a line from nought to one.", half, "3"),
            standard("MV.M.F.2", "Tell which of two shares of the same whole is larger, and say why.", share, "4"),
            standard("MV.M.F.3", "Add shares of the same size and write down what was added.", share, "4"),
            grow,
            standard("MV.M.G.1", "Count on in steps of ten and a hundred from any number below a thousand.", grow, "3"),
            standard("MV.M.G.2", "Estimate a sum before working it out, and judge the answer by it.", grow, "3 4"),
            standard("MV.M.G.3", "Explain a pattern in a table of products.", grow, "4"),
            shape,
            standard("MV.M.S.1", "Find the length around a garden bed whose sides are known.", shape, "3"),
            standard("MV.M.S.2", "Sort shapes by their corners and sides.", shape, "3"),
            standard("MV.M.S.3", "Draw a shape from its description & check it with a partner.", shape),
            standard("MP1", "Stay with a problem and try another way.", None, "3 4", "Practice"),
        ),
        (Source("maple", "Maple Valley Mathematics", 15, "standards/math.csv", "CC BY 4.0"),),
    )


def without_script(page: str) -> str:
    """A page without its own script, which is the last thing in it."""
    head, script, end = page.rpartition('<script>"use strict";')
    assert script
    return head + end.partition("</script>")[2]


SAYS = "this-item"
"""A sentence that says one fact and nothing else: reports are tested here, and not what the catalogue says."""


def words(text: str) -> Facts:
    """The facts of that sentence, where it is to say this."""
    return Facts(called="item", item=text)


def district_coverage(framework: Framework, with_pd: bool = True) -> Coverage:
    """Two schools, one shared unit, one scan, two PD documents."""
    north = material("curriculum/north/unit 3 (shares).docx", Kind.UNIT, "North")
    river = material("curriculum/river/u1_numbers.pdf", Kind.UNIT, "River")
    shared = material("curriculum/projects.md")
    scan = material(
        "curriculum/river/u2_scan.pdf",
        Kind.UNIT,
        "River",
        Problem(
            "F302",
            "curriculum/river/u2_scan.pdf",
            trouble=SAYS,
            facts=words("2 of 6 pages have no text."),
            place="p. 2-3",
        ),
    )
    training = material("pd/2025 number talks.pptx", Kind.PD)
    binder = material("pd/binder.docx", Kind.PD)
    f = framework.by_code
    fold = passage(north, "Fold your strip into three equal shares. What do we call one of them?")
    line = passage(north, "Today we place one third on the line between 0 and 1.", Role.OBJECTIVE, 5)
    talk = passage(river, "Start at 37. Count on in tens until you pass a hundred, then in hundreds.")
    guess = passage(river, "Before you add, write down what you expect.", Role.NOTE, 9)
    bed = passage(shared, "Walk around the bed. How many steps is that?", Role.TASK, None, "Garden project")
    quiz = passage(shared, "Exit ticket: which is larger, one third or one quarter?", Role.ASSESSMENT, None, "Quiz")
    steps = passage(training, "Teachers rehearse a number talk in steps of ten.", Role.TASK, 12, "Slide 12")
    lunch = passage(binder, "Lunch is served in the library.", Role.NOTE, 1, "Welcome")
    hits: list[Hit] = [
        (fold, f["MV.M.F.1a"], 0.96),
        (line, f["MV.M.F.1a"], 0.48),
        (line, f["MV.M.F.1b"], 0.88),
        (quiz, f["MV.M.F.2"], 0.81),
        (fold, f["MV.M.F.2"], 0.22),
        (talk, f["MV.M.G.1"], 0.93),
        (guess, f["MV.M.G.2"], 0.71),
        (bed, f["MV.M.S.1"], 0.44),
        (bed, f["MV.M.S.2"], 0.12),
        (fold, f["MP1"], 0.35),
    ]
    materials = [north, river, shared, scan]
    if with_pd:
        materials += [training, binder]
        hits += [(steps, f["MV.M.G.1"], 0.84), (steps, f["MV.M.G.2"], 0.51), (lunch, f["MV.M.F.1a"], 0.05)]
    unknown = [(f["MV.M.S.3"], Kind.UNIT)]
    return measure(framework, materials, hits, unknown, problems=(LOCKED,), guarantee=GUARANTEE)


GUARANTEE = Guarantee(0.1, (Bound("math", 12, 9, 0.2874, 0.8125), Bound("science", 3, 9)))
LOCKED = Problem(
    "F301",
    "curriculum/locked.docx",
    trouble=SAYS,
    facts=words("The file is locked with a password; save it without one."),
)


def hostile_problem(path: str, text: str) -> Problem:
    return Problem("F302", path, trouble="hidden-sheet", facts=Facts(sheet=text, member=text), place=text)


def hostile_view(text: str, path: str = "curriculum/x.docx") -> View:
    """A district in which one text stands wherever a document or a framework can put one."""
    strand = standard("X", text or "X", None, "3", "Strand")
    leaf = Standard(standard_id("x", "leaf"), text or "x", text, text, ("3",), text, "", strand.id)
    other = standard("Y", text, strand, "3")
    unit = Material(path, Kind.UNIT, text, grades=("3",), school=text.strip(), sha256="0")
    pd = Material("pd/" + path, Kind.PD, text, sha256="1", problems=(hostile_problem("pd/" + path, text),))
    hits = [(passage(unit, text, Role.TASK, 1, text), leaf, 0.9), (passage(pd, text, Role.TASK, 1, text), leaf, 0.5)]
    framework = Framework((strand, leaf, other), (Source(text, text, 3),))
    found = [
        Finding("U101", Severity.ERROR, words(text), other, path, text, sentence=SAYS),
        Finding("Z999", Severity.WARNING, words(text), leaf, path, None, sentence=SAYS),
        Finding("F303", Severity.NOTE, words(text), None, path, text, sentence=SAYS),
    ]
    promised = Guarantee(0.1, (Bound(text, 9, 9, 0.5, 0.5), Bound(text, 1, 9)))
    return build_view(measure(framework, [unit, pd], hits, guarantee=promised), found, district=text, run=RUN)


def of_strengths(strengths: Mapping[str, str]) -> View:
    """A district whose standards are reached as told, `{code: strength}`, by nothing in particular."""
    standards = tuple(standard(code, f"Standard {code}", None, "3") for code in strengths)
    reaches = tuple(
        Reach(s, UNITS, Strength(strengths[s.code]), None if strengths[s.code] == "unknown" else 0.5) for s in standards
    )
    none = link_all(())
    alignment = Alignment(Framework(standards), (), (), none, none, (), MADE_WITH)
    return build_view(Coverage(alignment, reaches, (UNITS,)), (), district="tiny", run=RUN)


def calibrated(coverage: Coverage, taught: Mapping[tuple[str, Kind], float | None], spread: float = 0.4) -> Coverage:
    """The same coverage by a calibrated judge: a probability by code and kind of document, in every school the same."""

    def judged(reach: Reach) -> Reach:
        known = taught.get((reach.standard.code, reach.kind), 0.0)
        counts = coverage.framework.counts(reach.standard)
        return replace(reach, taught=known, verdict=Verdict.of(known)) if counts else reach

    kinds = {reach.kind for reach in coverage.reaches}
    curves = tuple((kind, Calibration(0.0, 1.0, 0.0, spread)) for kind in sorted(kinds))
    alignment = replace(coverage.alignment, calibrations=curves)
    return replace(coverage, alignment=alignment, reaches=tuple(map(judged, coverage.reaches)))


def find(code: str, message: str, *where: object) -> Finding:
    """A finding of this project's own rule, with the standard, the file and the place given."""
    return RULES[code].finding(replace(Sighting(words(message), *where), sentence=SAYS))  # type: ignore[arg-type]


def district_findings(framework: Framework) -> tuple[Finding, ...]:
    """Out of order, as a room might give them."""
    f = framework.by_code
    first = ("curriculum/river/u1_numbers.pdf", "p. 4")
    near = ("curriculum/projects.md", "Garden project")
    return (
        find("P202", "This training supports nothing that is taught.", None, "pd/binder.docx"),
        find("U102", "A unit touches this and does not reach it.", f["MV.M.S.1"], *near),
        find("F302", "2 of 6 pages have no text.", None, "curriculum/river/u2_scan.pdf", "p. 2-3"),
        find("U101", "No unit teaches this; the nearest passage is far.", f["MV.M.S.2"], *near),
        find("P201", "Taught, and no PD supports it.", f["MV.M.F.2"]),
        find("P201", "Taught, and no PD supports it.", f["MV.M.F.1a"]),
        find("U101", "No unit teaches this.", f["MV.M.F.3"]),
        find("U101", "No unit teaches this.", f["MV.M.G.3"]),
        find("F301", LOCKED.message, None, LOCKED.file),
        find("U104", "Taught and not cited.", f["MV.M.G.1"], *first),
    )
