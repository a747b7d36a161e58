"""Material -> Passage: cut at sentence ends inside a section, each passage with its place and its role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from curalign import language
from curalign.domain.materials import Block, Material, Passage, Place, Role
from curalign.domain.progress import Progress, silent
from curalign.domain.standards import Framework
from curalign.segmenting.alone import as_text
from curalign.segmenting.boilerplate import Furniture, page_lines
from curalign.segmenting.copies import Statements
from curalign.segmenting.deferring import is_put_off, leaves_out
from curalign.segmenting.faint import faint_headings, is_faint_title
from curalign.segmenting.judgeable import caveat_for, find_unjudgeable
from curalign.segmenting.outlining import BlockRun, outline
from curalign.segmenting.packing import pack
from curalign.segmenting.roles import label_role, role_of_heading
from curalign.segmenting.telling import is_byline, without_empty
from curalign.segmenting.ticking import ticks_codes
from curalign.settings import SegmentingSettings

__all__ = ["Furniture", "caveat_for", "find_unjudgeable", "segment", "without_empty"]


def segment(
    materials: Iterable[Material],
    settings: SegmentingSettings | None = None,
    progress: Progress = silent,
    furniture: Furniture | None = None,
    framework: Framework | None = None,
) -> tuple[Passage, ...]:
    """The passages of all materials, in order.

    The passages of a section are all its words, nothing lost and nothing twice; boilerplate is among them, with its
    role. A heading that is a standard's own wording is a passage too.

    Args:
        materials: The documents.
        settings: How long passages are, and how sentence ends are found.
        progress: Told how many documents are done.
        furniture: The lines at page edges, counted over the whole district. Without it they are counted over
            `materials`, so then give all of a district's documents at once: what repeats in most of them can only be
            seen in all of them.
        framework: The district's standards: what a document copies of their statements becomes passages of their own,
            which claim and do not teach.

    Returns:
        Passages of about `settings.words` words each.

    Raises:
        SettingsError: `settings.pipeline` is not installed.

    """
    chosen = settings or SegmentingSettings()
    language.check_pipeline(chosen.pipeline)
    everything = tuple(materials)
    shared = (Furniture.of(everything) if furniture is None else furniture).shared
    statements = Statements(standard.statement for standard in framework.standards) if framework else None
    passages: list[Passage] = []
    for done, material in enumerate(everything, 1):
        passages.extend(_segment_one(material, page_lines(material, shared), chosen, statements))
        progress("Segmenting", done, len(everything))
    return tuple(passages)


def _segment_one(
    material: Material, lines: frozenset[str], settings: SegmentingSettings, statements: Statements | None
) -> Iterator[Passage]:
    title = "" if _is_one_of_many(material) or is_faint_title(material) else material.title
    faint, ticks = faint_headings(material), ticks_codes(material)
    headings = _Headings(statements)
    for number, section in enumerate(material.sections):
        said = as_text(section, is_title=number == 0 < len(material.sections) - 1 and len(section.headings) == 1)
        for run in outline(said, title, lines, faint, ticks_codes=ticks):
            cut = None if run.role is Role.BOILERPLATE else settings.pipeline
            path, copied = headings.split(run.headings)
            left_out = any(map(leaves_out, path))
            for heading in copied:
                yield Passage(material, Place(path, run.blocks[0].spot), heading, Role.CLAIM, run.time)
            for role, blocks in _without_copies(run, statements):
                for text, spot in (
                    one for part in _bylines_apart(role, blocks) for one in pack(part, settings.words, cut)
                ):
                    put_off = role.is_judged and (left_out or is_put_off(text))
                    yield Passage(material, Place(path, spot), text, Role.PLAN if put_off else role, run.time)


def _bylines_apart(role: Role, blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Lines of who, where and when with which a run begins apart from the rest, so that no passage begins with one."""
    first = next((n for n, block in enumerate(blocks) if not is_byline(block.text)), 0) if role.is_evidence else 0
    yield from (list(part) for part in (blocks[:first], blocks[first:]) if part)


class _Headings:
    """The headings of a document, of which a standard's own wording is no heading: it says nothing of what is taught.

    Such a heading is a claim of its own where it stands first, and is left out of the paths of what stands under it.
    """

    def __init__(self, statements: Statements | None) -> None:
        self._statements = statements
        self._copied: dict[str, bool] = {}
        self._told: set[tuple[str, ...]] = set()

    def split(self, headings: tuple[str, ...]) -> tuple[tuple[str, ...], list[str]]:
        """A heading path without copies, and those of them that were not met before."""
        if self._statements is None:
            return headings, []
        fresh = []
        for n, heading in enumerate(headings, 1):
            if self._is_copied(heading, self._statements) and headings[:n] not in self._told:
                self._told.add(headings[:n])
                fresh.append(heading)
        return tuple(heading for heading in headings if not self._is_copied(heading, self._statements)), fresh

    def _is_copied(self, heading: str, statements: Statements) -> bool:
        if heading not in self._copied:
            self._copied[heading] = statements.copied(heading)
        return self._copied[heading]


def _without_copies(run: BlockRun, statements: Statements | None) -> Iterator[tuple[Role, list[Block]]]:
    """The blocks of a run in their order, what copies a statement apart from what does not."""
    if statements is None or not run.role.is_judged:
        yield run.role, list(run.blocks)
        return
    cut = statements.parts_of_each([block.text for block in run.blocks])
    parts = (
        (Role.CLAIM if copied else _role_beside(run.role, text, is_cut=len(own) > 1), replace(block, text=text))
        for block, own in zip(run.blocks, cut, strict=True)
        for text, copied in own
    )
    for role, group in groupby(parts, key=lambda part: part[0]):
        yield role, [block for _, block in group]


def _role_beside(role: Role, text: str, *, is_cut: bool) -> Role:
    """The role of what is no copy: its own label speaks where `Standard:` was only said of the copy beside it."""
    return (label_role(text) if is_cut and role is Role.MENTION else None) or role


def _is_one_of_many(material: Material) -> bool:
    """Whether the title is only the first heading, such as `Standards`, with words of its own and others beside it.

    It must not speak for what stands under the others; a title such as `Quiz 4` does speak for its questions.
    """
    role = role_of_heading(material.title)
    if role in (None, Role.TASK, Role.ASSESSMENT):
        return False
    own = any(section.headings == (material.title,) and section.blocks for section in material.sections)
    return own and any(section.headings[:1] not in ((), (material.title,)) for section in material.sections)
