"""View -> an evidence pack, as state reviews ask for it: where each standard is taught, quoted, and who accepts it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from curalign.domain.decisions import Resolution
from curalign.domain.materials import Kind
from curalign.reporting.tables.cells import Choices, Column, Pen, make_book
from curalign.reporting.tables.markdown import escaped, table_lines
from curalign.reporting.tables.sheets.marks import decided, mark, mark_verdict
from curalign.reporting.tables.speaking import Say, speak
from curalign.reporting.view import Citation, ShownFinding, StandardRow, Support, View, words
from curalign.reporting.view.reviewed import reviewed
from curalign.wording import chance
from curalign.wording.text import excerpt

_QUOTE = 600


class Entry(NamedTuple):
    """One passage for one standard; without a passage, that there is none."""

    row: StandardRow
    kind: Kind
    support: Support
    link: Citation | None


def pack_entries(view: View) -> Iterator[Entry]:
    """What a pack has: each counted standard in order, with the passages that count, else the nearest one.

    Args:
        view: What is shown.

    Yields:
        At least one entry for each standard and kind of document.

    """
    kinds = view.kinds  # looks at every standard
    for row in view.counted:
        for kind in kinds:
            support = row.support(kind)
            if support is not None:
                found = support.shown[: max(1, min(support.supporting, len(support.shown)))]
                yield from (Entry(row, kind, support, link) for link in found or (None,))


def cite(link: Citation) -> str:
    """A passage as a committee finds it: the document, the headings down to it, and the page in brackets.

    Args:
        link: The passage.

    Returns:
        Such as `Unit 4, Lesson 1, Activity 3 (p. 12)`. A heading that repeats the document's title is said once.

    """
    headings = [heading for heading in link.headings if heading.casefold() != link.title.casefold()]
    path = ", ".join(part for part in (link.title, *headings) if part) or link.file
    return f"{path} ({link.spot})" if link.spot else path


def to_pack_markdown(view: View) -> str:
    """Write the evidence pack as Markdown, to be read, printed and signed.

    Args:
        view: What is shown.

    Returns:
        The text, the same for the same view. Nothing that comes from a document is markup.

    """
    say = speak(view.language)
    parts = [f"# {escaped(say('table-pack-title', title=words.title(view)))}"]
    parts += [
        escaped(text) for text in (*filter(None, [words.shown(view)]), words.headline(view), say("table-pack-how"))
    ]
    about: tuple[str, Kind] | None = None
    lines: list[str] = []
    for entry in pack_entries(view):
        if about is None or about[0] != entry.row.id:
            parts += ["\n".join(lines)] if lines else []
            lines = [f"## {escaped(f'{entry.row.code} {entry.row.statement}')}"]
        if about != (entry.row.id, entry.kind):
            lines += ["", f"**{escaped(_verdict(entry, say, view.language))}**", ""]
        about = entry.row.id, entry.kind
        lines.append(f"- {_passage(entry, view.language)}" if entry.link else f"- {escaped(say('table-pack-none'))}")
    parts += ["\n".join(lines)] if lines else []
    parts += [f"## {escaped(say('table-pack-log'))}", "\n".join(_log_lines(view, say))]
    parts.append(escaped(say("table-made", **_made(view))))
    return "\n\n".join(parts) + "\n"


def _verdict(entry: Entry, say: Say, language: str) -> str:
    support = entry.support
    said = words.strength(support.strength, language)
    if support.verdict is not None:
        taught = "" if support.taught is None else f" ({chance(support.taught, language)})"
        said = words.judged(support.verdict, entry.kind, language) + taught
    return f"{words.kind(entry.kind, language)}: {said}. {accepted(support, say, language)}"


def accepted(support: Support, say: Say, language: str) -> str:
    """Whether a person has accepted what the tool says, as far as anybody recorded it."""
    if support.reviewed is not None:
        said = reviewed(support.reviewed, language)
        return f"{said[:1].upper()}{said[1:]}"
    decision = support.decision
    if decision is None:
        return say("table-pack-open")
    if decision.verdict is Resolution.WRONG:
        return say("table-pack-by-word", who=words.signed(decision))
    return say("table-pack-deferred", who=words.signed(decision))


def _passage(entry: Entry, language: str) -> str:
    link = entry.link
    if link is None:
        return ""
    place = escaped(cite(link))
    if link.url:
        place = f"[{place}](<{link.url}>)"
    said = f"{words.strength(link.strength, language)} ({chance(link.probability, language)})"
    return f"{place}: {escaped(excerpt(link.quote, _QUOTE))} · {escaped(said)}"


def _log(view: View) -> list[ShownFinding]:
    return [finding for finding in view.findings if finding.decision is not None]


def _log_lines(view: View, say: Say) -> Iterator[str]:
    found = _log(view)
    if not found:
        return iter([escaped(say("table-pack-log-empty"))])
    titles = (say("table-standard"), say("table-finding"), say("table-decision"))
    rows = (
        [escaped(f.standard or f.file or ""), escaped(f"{f.code} {f.title}"), escaped(decided(f, view.language) or "")]
        for f in found
    )
    return table_lines(list(map(escaped, titles)), rows)


def _made(view: View) -> dict[str, str]:
    made = view.made_with
    return {"run": view.run, "version": made.curalign, "encoder": made.encoder, "judge": made.judge}


def to_pack_workbook(view: View) -> bytes:
    """Write the evidence pack as a workbook, to be filled in by a committee.

    Args:
        view: What is shown.

    Returns:
        The bytes of an XLSX file: a row for each passage, then the log of what was decided. The same for the same view.

    """
    say = speak(view.language)

    def write_sheets(pen: Pen) -> None:
        pen.whole_sheet(say("sheet-name", sheet="evidence"), _columns(view, say), pack_entries(view), held=1, pages=1)
        pen.whole_sheet(say("table-pack-log"), _log_columns(view, say), _log(view), held=1, pages=1)

    return make_book(say("table-pack-title", title=words.title(view)), view.language, write_sheets)


def _columns(view: View, say: Say) -> list[Column[Entry]]:
    language = view.language
    answers = Choices((say("table-yes"), say("table-pack-partly"), say("table-pack-no")), say("table-pack-hint"))

    def of(ask: Callable[[Citation], str]) -> Callable[[Entry], str | None]:
        return lambda entry: None if entry.link is None else ask(entry.link)

    return [
        Column(say("table-standard"), 16, lambda entry: entry.row.code, "label"),
        Column(say("table-statement"), 44, lambda entry: entry.row.statement, "wrapped"),
        Column(say("table-kind"), 12, lambda entry: words.kind(entry.kind, language)),
        Column(say("table-pack-citation"), 44, of(cite), "wrapped"),
        Column(say("table-quote"), 60, of(lambda link: excerpt(link.quote, _QUOTE)), "wrapped"),
        Column(say("table-file"), 28, of(lambda link: link.file), "wrapped", of(lambda link: link.url or "")),
        Column(say("table-counts"), 14, lambda e: None if e.link is None else mark(e.link.strength, language)),
        Column(say("table-pack-verdict"), 14, lambda e: mark_verdict(e.support, e.kind, language)),
        Column(say("table-pack-recorded"), 30, lambda entry: accepted(entry.support, say, language), "wrapped"),
        Column(say("table-pack-accepted"), 12, lambda _: None, "yours", None, answers),
        Column(say("table-owner"), 16, lambda _: None, "yours"),
        Column(say("table-note"), 30, lambda _: None, "yours"),
    ]


def _log_columns(view: View, say: Say) -> list[Column[ShownFinding]]:
    return [
        Column(say("table-standard"), 16, lambda finding: finding.standard, "label"),
        Column(say("table-finding"), 30, lambda finding: f"{finding.code} {finding.title}", "wrapped"),
        Column(say("table-file"), 30, lambda finding: finding.file, "wrapped", lambda finding: finding.url),
        Column(say("table-decision"), 60, lambda finding: decided(finding, view.language), "wrapped"),
    ]


PACKS: dict[str, Callable[[View], str | bytes]] = {"md": to_pack_markdown, "xlsx": to_pack_workbook}
"""The evidence packs, by the ending that a user asks for."""
