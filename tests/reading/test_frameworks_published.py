"""Standards that documents print, read back: each manner of printing, as Word and as PDF."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from made_standards import MANNERS, Manner, write_pdf, write_word

from curalign.domain.materials import Block, Form, Section, Spot
from curalign.reading.documents.processes import WorkerExtractor
from curalign.reading.frameworks.published import Published, find_published

WRITE = {"docx": write_word, "pdf": write_pdf}
LEAST = 0.95


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, str], tuple[Manner, Published]]:
    """Every document, written and read once."""
    folder = tmp_path_factory.mktemp("printed")
    found = {}
    with WorkerExtractor() as extractor:
        for make in MANNERS:
            manner = make()
            for kind, write in WRITE.items():
                path = write(folder / f"{make.__name__}.{kind}", manner.elements)
                found[make.__name__, kind] = manner, find_published(extractor.extract(path).sections, path.stem)
    return found


def pairs(published: Published) -> set[tuple[str, str]]:
    return {(entry.code, entry.statement) for entry in published.publication.entries}


def published(*blocks: str | tuple[str, ...], headings: tuple[str, ...] = ()) -> Published:
    """What is found in paragraphs, and in rows of cells."""
    made = [
        Block(" | ".join(block), Form.ROW, Spot(page=1))
        if isinstance(block, tuple)
        else Block(block, spot=Spot(page=1))
        for block in blocks
    ]
    return find_published([Section(headings, tuple(made))])


@pytest.mark.parametrize("kind", WRITE)
@pytest.mark.parametrize("name", [make.__name__ for make in MANNERS])
def test_codes_and_statements_come_back(read: Mapping, name: str, kind: str) -> None:
    manner, found = read[name, kind]
    wanted = {(item.code, item.statement) for item in manner.items}
    right = len(pairs(found) & wanted)
    assert right / len(pairs(found)) >= LEAST, sorted(pairs(found) - wanted)
    assert right / len(wanted) >= LEAST, sorted(wanted - pairs(found))
