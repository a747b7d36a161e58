"""Pupils' results per standard, school and group, as far as they may be told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from curalign.domain.grades import read_grades
from curalign.domain.plans import Cell, ClaimResult, Published
from curalign.domain.results import Result
from curalign.domain.standards import Framework, Standard
from curalign.metrics.shrinkage import (
    Prior,
    effective_size,
    fit_prior,
    item_variance,
    shrink_need,
)
from curalign.metrics.suppression import Relation, hidden_cells, relations_between

Who = tuple[str, str]
"""A school and a group; "" is the whole district, and everybody."""

EVERYBODY: Who = ("", "")
_ALL = frozenset(
    {"", "all", "all students", "all pupils", "total", "district", "overall", "everyone", "todos", "total district"}
)
_MIN_TEST = 8
"""Fewer standards of a grade and subject are no test by themselves, and are taken with the other grades."""


@dataclass
class _Tested:
    """The items on one standard: for each item, the pupils, points reached and points possible of each cell."""

    standard: Standard
    items: dict[tuple[str, int], dict[Who, tuple[int, float, float]]] = field(default_factory=dict)

    def add(self, result: Result, who: Who) -> None:
        """Take a row; one that an item has already for this cell is another sitting, and counts as another item."""
        again = 0
        while who in self.items.setdefault((result.item, again), {}):
            again += 1
        possible = result.n * result.max_points
        self.items[result.item, again][who] = (result.n, result.p_value * possible, possible)

    @property
    def cells(self) -> list[Who]:
        """Every cell that some item has, the whole district first."""
        return sorted({who for cells in self.items.values() for who in cells})

    def rows(self, who: Who) -> list[tuple[int, float, float]]:
        """What the items have for a cell."""
        return [cells[who] for cells in self.items.values() if who in cells]

    def size(self, who: Who) -> int:
        """The pupils of a cell: those of its largest item, for the same pupils sit all of them."""
        return max((n for n, _, _ in self.rows(who)), default=0)

    def share(self, who: Who) -> float:
        """The part of all points that a cell reached."""
        rows = self.rows(who)
        return sum(reached for _, reached, _ in rows) / sum(possible for _, _, possible in rows)

    def add_total(self) -> None:
        """The whole district, where no row tells of it: its schools together, else its grades, else the largest group.

        Groups may overlap, so they are never added up.
        """
        schools = [who for who in self.cells if who[0] and not who[1]]
        grades = [who for who in self.cells if not who[0] and read_grades(who[1])]
        largest = [max(self.cells, key=self.size)]
        for cells in self.items.values():
            if EVERYBODY not in cells:
                found = [cells[who] for who in (schools or grades or largest) if who in cells]
                if found:
                    n, reached, possible = (sum(column) for column in zip(*found, strict=True))
                    cells[EVERYBODY] = int(n), reached, possible


def publish_results(
    results: Iterable[Result],
    framework: Framework,
    schools: Sequence[str] = (),
    min_n: int = 10,
    claims: Mapping[str, Sequence[str]] | None = None,
) -> Published:
    """Results per standard, by school and group, with nothing in them that tells of fewer than `min_n` pupils.

    An item that names several standards, and one that names a heading or what the framework does not have, is kept as
    a claim of its own. Only a map in the settings spreads it: then its result counts for each standard of the map.

    Args:
        results: As they were read, for groups.
        framework: The district's.
        schools: The names of its schools; a group of such a name is that school.
        min_n: The fewest pupils of a cell.
        claims: Codes by the name of the item, claim or code that is spread over them.

    Returns:
        A cell for every standard, school and group that was tested, in the framework's order, some of them suppressed.

    """
    known = {school.casefold(): school for school in schools}
    spread = {name.casefold(): tuple(codes) for name, codes in (claims or {}).items()}
    tested: dict[str, _Tested] = {}
    apart: dict[tuple[str, ...], _Tested] = {}
    used: dict[str, None] = {}
    for result, named in _by_row(results):
        mapped = next((name for name in (result.item, *named, " ".join(named)) if name.casefold() in spread), None)
        if mapped is not None:
            used[mapped] = None
        codes = named if mapped is None else spread[mapped.casefold()]
        standards = [framework[code] for code in codes if code in framework]
        stays = mapped is None and (result.standards > 1 or not all(map(framework.counts, standards)) or not standards)
        who = _who(result, known)
        if stays:
            of_claim = apart.setdefault(named, _Tested(standards[0] if standards else _nameless(named)))
            of_claim.add(result, who)
            continue
        for standard in standards:
            tested.setdefault(standard.id, _Tested(standard)).add(result, who)
    return _published(tested, apart, framework, min_n, tuple(used))


def _by_row(results: Iterable[Result]) -> Iterator[tuple[Result, tuple[str, ...]]]:
    """Each row of a test once, with all the codes that it names: the reader gives one result for each of them."""
    together: dict[Result, list[str]] = {}
    for result in results:
        if result.standards == 1:
            yield result, (result.standard_code,)
        else:
            together.setdefault(replace(result, standard_code=""), []).append(result.standard_code)
    for row, codes in together.items():
        yield row, tuple(dict.fromkeys(codes))


def _who(result: Result, schools: Mapping[str, str]) -> Who:
    """Whose result it is."""
    group, school = result.group.strip(), result.school.strip()
    if not school and group.casefold() in schools:
        return schools[group.casefold()], ""
    return schools.get(school.casefold(), school), "" if group.casefold() in _ALL else group


def _nameless(named: tuple[str, ...]) -> Standard:
    return Standard("", " ".join(named), "", "")


def _published(
    tested: Mapping[str, _Tested],
    apart: Mapping[tuple[str, ...], _Tested],
    framework: Framework,
    min_n: int,
    spread: tuple[str, ...],
) -> Published:
    found = [tested[standard.id] for standard in framework if standard.id in tested]
    hidden = {each.standard.id: _hide(each, min_n) for each in found}
    # What is expected of a test is told with every need, so it may rest on nothing that is hidden.
    open_ones = [each for each in found if EVERYBODY not in hidden[each.standard.id]]
    variance = item_variance([[(r / p, n) for n, r, p in each.rows(EVERYBODY) if n >= min_n] for each in open_ones])
    tests = _Tests(open_ones, variance)
    cells = tuple(_cell(each, who, who in hidden[each.standard.id], tests) for each in found for who in each.cells)
    counted = [standard for standard in framework if framework.counts(standard)]
    return Published(
        cells,
        tuple(_claim(named, each, min_n) for named, each in apart.items()),
        tuple((s.id, prior.need) for s in counted if (prior := tests.of(s)) is not None),
        tuple((s.id, n) for s in counted if (n := tests.enrolled(s))),
        spread,
        min_n,
    )


def _hide(each: _Tested, min_n: int) -> frozenset[Who]:
    each.add_total()
    return hidden_cells({who: each.size(who) for who in each.cells}, list(_relations(each)), min_n)


def _relations(each: _Tested) -> Iterator[Relation[Who]]:
    """How somebody could subtract one cell of a standard from another: item by item, since items differ in who sat."""
    seen = set()
    for cells in each.items.values():
        sizes = {who: n for who, (n, _, _) in cells.items()}
        for whole, parts, apart in _wholes(sizes):
            for relation in relations_between(whole, parts, sizes[whole], apart=apart):
                if relation not in seen:
                    seen.add(relation)
                    yield relation


def _wholes(sizes: Mapping[Who, int]) -> Iterator[tuple[Who, dict[Who, int], bool]]:
    """Every cell with those that divide it; True where no pupil is in two of them."""
    by_school: dict[str, dict[Who, int]] = defaultdict(dict)
    by_group: dict[str, dict[Who, int]] = defaultdict(dict)
    for (school, group), n in sizes.items():
        if group:
            by_school[school][school, group] = n
        if school:
            by_group[group][school, group] = n
    for school, parts in by_school.items():
        if (school, "") in sizes:
            yield (school, ""), parts, False
    for group, parts in by_group.items():
        if ("", group) in sizes:
            yield ("", group), parts, True


class _Tests:
    """What is expected of each standard's test, from what may be told."""

    def __init__(self, tested: Sequence[_Tested], variance: float) -> None:
        self.variance = variance
        self._sizes: dict[str, dict[tuple[str, ...], int]] = defaultdict(lambda: defaultdict(int))
        groups: dict[tuple[str, tuple[str, ...] | None], list[_Tested]] = defaultdict(list)
        for each in tested:
            s = each.standard
            sizes = self._sizes[s.subject]
            sizes[s.grades] = max(sizes[s.grades], each.size(EVERYBODY))
            groups[s.subject, s.grades].append(each)
            groups[s.subject, None].append(each)
            groups["", None].append(each) if s.subject else None
        self._priors = {
            key: self._fit(group) for key, group in groups.items() if key[1] is None or len(group) >= _MIN_TEST
        }

    def _fit(self, group: Sequence[_Tested]) -> Prior:
        shares = [each.share(EVERYBODY) for each in group]
        sizes = [each.size(EVERYBODY) for each in group]
        mean = fit_prior(shares, sizes).mean
        worth = [
            effective_size(n, len(each.rows(EVERYBODY)), self.variance, mean)
            for each, n in zip(group, sizes, strict=True)
        ]
        return fit_prior(shares, worth)

    def of(self, standard: Standard) -> Prior | None:
        """What is expected of a standard; None where nothing was tested at all."""
        keys = ((standard.subject, standard.grades), (standard.subject, None), ("", None))
        return next((self._priors[key] for key in keys if key in self._priors), None)

    def enrolled(self, standard: Standard) -> int:
        """The most pupils that were tested on a standard of the same subject and grades."""
        return self._sizes[standard.subject][standard.grades]


def _cell(each: _Tested, who: Who, is_hidden: bool, tests: _Tests) -> Cell:
    rows = each.rows(who)
    cell = Cell(each.standard, *who, items=len(rows))
    prior = tests.of(each.standard)
    if is_hidden or prior is None:
        return cell
    n, share = each.size(who), each.share(who)
    need, weights = shrink_need(share, effective_size(n, len(rows), tests.variance, prior.mean), prior)
    return replace(cell, n=n, share=share, need=need, weights=weights)


def _claim(named: tuple[str, ...], each: _Tested, min_n: int) -> ClaimResult:
    hidden = _hide(each, min_n)
    rows = each.rows(EVERYBODY)
    if EVERYBODY in hidden:
        return ClaimResult(named, len(rows))
    return ClaimResult(named, len(rows), each.size(EVERYBODY), each.share(EVERYBODY))
