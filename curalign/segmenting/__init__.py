"""Material -> Passage: cut at sentence ends inside a section, each passage with its place and its role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from curalign import language
from curalign.domain.materials import Material, Passage, Place, Role
from curalign.domain.progress import Progress, silent
from curalign.segmenting.boilerplate import furniture
from curalign.segmenting.judgeable import could_not_judge, doubt_about
from curalign.segmenting.outlining import outline
from curalign.segmenting.packing import pack
from curalign.segmenting.roles import role_of_heading
from curalign.segmenting.vocabulary import STRONG
from curalign.settings import SegmentingSettings

__all__ = ["could_not_judge", "doubt_about", "segment"]


def segment(
    materials: Iterable[Material], settings: SegmentingSettings | None = None, progress: Progress = silent
) -> tuple[Passage, ...]:
    """The passages of all materials, in order, of about `settings.words` words each.

    The passages of a section are all its words, nothing lost and nothing twice; boilerplate is among them, with its
    role. What repeats in most documents can only be seen in the whole set, so give all materials at once.
    Raises SettingsError where `settings.pipeline` is not installed.
    """
    chosen = settings or SegmentingSettings()
    language.check_pipeline(chosen.pipeline)
    everything = tuple(materials)
    lines = furniture(everything)
    passages: list[Passage] = []
    for done, material in enumerate(everything, 1):
        passages.extend(_segment_one(material, lines[material.path], chosen))
        progress("Segmenting", done, len(everything))
    return tuple(passages)


def _segment_one(material: Material, page_lines: frozenset[str], settings: SegmentingSettings) -> Iterator[Passage]:
    title = "" if _is_one_of_many(material) else material.title
    for section in material.sections:
        for run in outline(section, title, page_lines):
            cut = None if run.role is Role.BOILERPLATE else settings.pipeline
            for text, spot in pack(run.blocks, settings.words, cut):
                yield Passage(material, Place(run.headings, spot), text, run.role, run.time)


def _is_one_of_many(material: Material) -> bool:
    """Whether the title is only the first heading, such as `Standards`, with words of its own and others beside it.

    It must not weaken what stands under the others; a title such as `Quiz 4` does speak for its questions.
    """
    role = role_of_heading(material.title)
    if role is None or role in STRONG:
        return False
    own = any(section.headings == (material.title,) and section.blocks for section in material.sections)
    return own and any(section.headings[:1] not in ((), (material.title,)) for section in material.sections)
