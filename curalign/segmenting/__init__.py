"""Material -> Passage: cut at sentence ends inside a section, each passage with its place and its role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from curalign import language
from curalign.domain.materials import Block, Material, Passage, Place, Role
from curalign.domain.progress import Progress, silent
from curalign.domain.standards import Framework
from curalign.segmenting.boilerplate import Furniture, page_lines
from curalign.segmenting.copies import Statements
from curalign.segmenting.deferring import is_put_off
from curalign.segmenting.faint import faint_headings
from curalign.segmenting.judgeable import caveat_for, find_unjudgeable
from curalign.segmenting.outlining import BlockRun, outline
from curalign.segmenting.packing import pack
from curalign.segmenting.roles import role_of_heading
from curalign.segmenting.ticking import ticks_codes
from curalign.segmenting.vocabulary import STRONG
from curalign.settings import SegmentingSettings

__all__ = ["Furniture", "caveat_for", "find_unjudgeable", "segment"]


def segment(
    materials: Iterable[Material],
    settings: SegmentingSettings | None = None,
    progress: Progress = silent,
    furniture: Furniture | None = None,
    framework: Framework | None = None,
) -> tuple[Passage, ...]:
    """The passages of all materials, in order.

    The passages of a section are all its words, nothing lost and nothing twice; boilerplate is among them, with its
    role.

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
    title = "" if _is_one_of_many(material) else material.title
    faint, ticks = faint_headings(material), ticks_codes(material)
    for section in material.sections:
        for run in outline(section, title, lines, faint, ticks_codes=ticks):
            cut = None if run.role is Role.BOILERPLATE else settings.pipeline
            for role, blocks in _without_copies(run, statements):
                for text, spot in pack(blocks, settings.words, cut):
                    put_off = role.is_judged and is_put_off(text)
                    yield Passage(material, Place(run.headings, spot), text, Role.PLAN if put_off else role, run.time)


def _without_copies(run: BlockRun, statements: Statements | None) -> Iterator[tuple[Role, list[Block]]]:
    """The blocks of a run in their order, what copies a statement apart from what does not."""
    if statements is None or not run.role.is_judged:
        yield run.role, list(run.blocks)
        return
    parts = (
        (copied, replace(block, text=text)) for block in run.blocks for text, copied in statements.parts(block.text)
    )
    for copied, group in groupby(parts, key=lambda part: part[0]):
        yield Role.CLAIM if copied else run.role, [block for _, block in group]


def _is_one_of_many(material: Material) -> bool:
    """Whether the title is only the first heading, such as `Standards`, with words of its own and others beside it.

    It must not weaken what stands under the others; a title such as `Quiz 4` does speak for its questions.
    """
    role = role_of_heading(material.title)
    if role is None or role in STRONG:
        return False
    own = any(section.headings == (material.title,) and section.blocks for section in material.sections)
    return own and any(section.headings[:1] not in ((), (material.title,)) for section in material.sections)
