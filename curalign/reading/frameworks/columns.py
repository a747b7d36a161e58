"""Which column of a standards table is what, by the names that publishers and districts give their columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from curalign.reading.files.tables import plain_name

NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("caseidentifieruuid", "caseguid", "guid", "identifier", "uuid", "id", "asnidentifier", "refid"),
    "code": (
        "code", "standardcode", "statementcode", "humancodingscheme", "statementnotation", "notation",
        "standardnotation", "standardid", "standardnumber", "standardidentifier", "learningstandardid", "benchmarkcode",
        "benchmarknumber", "indicatorcode", "objectivecode", "codednumber", "dotnotation", "number", "standard",
        "benchmark", "indicator", "objective",
    ),
    "statement": (
        "statement", "fullstatement", "standardstatement", "standarddescription", "standardtext", "statementtext",
        "description", "text", "wording", "learningobjective", "learningstandard", "performanceexpectation",
        "expectation", "standard", "benchmark", "indicator", "objective",
    ),
    "grades": (
        "grades", "grade", "gradelevel", "gradelevels", "educationlevel", "educationlevels", "gradeband", "gradebands",
        "graderange", "gradecourse",
    ),
    "subject": ("subject", "academicsubject", "subjectarea", "contentarea", "discipline", "learningarea"),
    "parent": (
        "parent", "parentcode", "ischildof", "childof", "parentid", "parentstandard", "parentidentifier", "parentguid",
    ),
    "level": (
        "level", "statementtype", "cfitemtype", "itemtype", "standardtype", "statementlabel", "normalizedstatementtype",
        "type", "label", "hierarchylevel",
    ),
    "aliases": (
        "aliases", "alias", "alternatecode", "alternatecodes", "altcode", "alternatestatementcode",
        "altstatementnotation", "alternativecode", "othercodes", "oldcode", "shortcode",
    ),
    "enumeration": ("listenumeration", "listid"),
    "licence": ("license", "licence", "licenseuri", "licenceuri"),
}  # fmt: skip
"""Our nouns and the usual names of their columns, the surest first; case, spaces and punctuation do not matter."""


Columns = Mapping[str, int]


def name_columns(header: Sequence[str], width: int) -> list[str]:
    """The header with a name of its own for each of `width` columns: those without, or with one again, get a number."""
    names: list[str] = []
    for at in range(max(len(header), width)):
        name = header[at] if at < len(header) else ""
        names.append(name if name and name not in names else f"{name} (column {at + 1})".strip())
    return names


def find_columns(cells: Sequence[str], custom: Mapping[str, Sequence[str]] | None = None) -> Columns:
    """Our nouns to column numbers, if `cells` were the header; a cell serves one noun only.

    `custom` is what a district calls its columns, by noun; these names go before the usual ones.
    Where a sheet has an identifier and no code, and no other column to tell, the identifier stays an id: `table`
    looks at its values.
    """
    names = [plain_name(cell) for cell in cells]
    found: dict[str, int] = {}
    for noun, given in (custom or {}).items():
        _find(
            noun,
            [plain_name(name) or name for name in given],
            [name or cell for name, cell in zip(names, cells, strict=True)],
            found,
        )
    for noun, usual in NAMES.items():
        if noun not in found:
            _find(noun, usual, names, found)
    return found if custom and "code" in custom else _settle_ambiguous(found, names)


def _find(noun: str, usual: Sequence[str], names: Sequence[str], found: dict[str, int]) -> None:
    """Give the noun the first column of one of these names that no other noun has."""
    taken = found.values()
    at = next((names.index(name) for name in usual if name in names and names.index(name) not in taken), None)
    if at is not None:
        found[noun] = at


def _settle_ambiguous(found: dict[str, int], names: Sequence[str]) -> Columns:
    """`Identifier, Standard` without a column for the statement: then `Standard` is the statement, not the code."""
    lone = "statement" not in found and "id" in found and "code" in found
    if lone and names[found["code"]] in NAMES["statement"]:
        found["statement"] = found.pop("code")
    return found


def is_header(columns: Columns) -> bool:
    """Whether these columns are enough: a statement, and something that names it."""
    return "statement" in columns and ("code" in columns or "id" in columns)
