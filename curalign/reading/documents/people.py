"""What a document says of people that is not to be quoted: left out where documents are made, and told by count."""

from __future__ import annotations

from dataclasses import replace

from curalign.domain.people import without_people
from curalign.domain.problems import Problem
from curalign.reading.documents.extracting import Extracted
from curalign.wording import Facts


def nameless(extracted: Extracted, name: str) -> Extracted:
    """A document, or each of an archive, without lists of people, addresses and telephone numbers.

    Args:
        extracted: What was read of a file.
        name: The file's, for the note that counts what was left out.

    Returns:
        The same with the note among its problems where there was a list.

    """
    found = [without_people(section) for section in extracted.sections]
    count = sum(people for _, people in found)
    sections = tuple(section for section, _ in found)
    note = (Problem("F303", name, trouble="people-left-out", facts=Facts(count=count)),) if count else ()
    members = tuple((path, nameless(member, path)) for path, member in extracted.members)
    return replace(extracted, sections=sections, problems=(*extracted.problems, *note), members=members)
