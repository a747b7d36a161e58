"""Any framework that reading could give, with all that formats trip over."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace

from hypothesis import strategies as st

from curalign.domain.grades import GRADES, in_order
from curalign.domain.standards import Association, Framework, Source, Standard
from curalign.interchange import TYPES

_LETTERS = st.characters(exclude_categories=["Cc", "Cs"])
TEXTS = st.one_of(
    st.text(_LETTERS, max_size=8),
    st.sampled_from(
        [
            *("3", "true", "null", "NaN", '"3"', '"\\"3\\""', '["Math", "Art"]', '{"a": [1, null]}', '{"b":1}', "[]"),
            *("=1+1", "'=1+1", "-x", "@a", "'", "a|b", "a, b", 'say "it"', "one\ntwo", "a\r\nb", "PS", "03", "M.1"),
            *("1970-01-01T00:00:00+00:00", "unknown", "http://pond.example/1", "<b>x</b>", "\u2028", "é\u0301", "שלום"),
        ]
    ),
).map(str.strip)
SAID = TEXTS.filter(bool)
WORDS = SAID.map(lambda text: " ".join(text.split())).filter(bool)
FIELDS = st.sampled_from(
    [
        *(
            "notes",
            "Notes",
            "uri",
            "lastChangeDateTime",
            "creator",
            "subject",
            "educationLevel",
            "CFItemType",
            "grades",
        ),
        *("alternativeLabel", "extensions", "sequenceNumber", "identifier", "code", "statement", "curalign", "vendor"),
        *("framework", "framework title", "replacedBy", "listEnumeration", "CFDocumentURI", "licenseURI", "Aliases"),
        *("caseVersion", "CFDefinitions", "CFPackage.extensions", "CFPackage.CFItems", "CFAssociationGroupingURI"),
        *("originNodeURI", "destinationNodeURI", "CFItemTypeURI", "code made", "=1+1", "associationType", "a, b"),
        *("conceptKeywords", "ConceptKeywords", "humanCodingScheme", "fullStatement", "title", "CFPackageURI"),
    ]
)
_LINKS = st.builds(lambda title: f'{{"identifier": "L1", "title": "{title}"}}', st.sampled_from(["CC BY 4.0", "Pond"]))
EXTRA = st.dictionaries(FIELDS | WORDS, SAID | _LINKS, max_size=4).map(
    lambda extra: {name: text for name, text in extra.items() if name != "parent"}
)
NAMES: list[Callable[[int], str]] = [
    lambda n: str(uuid.uuid5(uuid.NAMESPACE_URL, str(n))),
    lambda n: str(uuid.uuid5(uuid.NAMESPACE_URL, str(n))).upper(),
    lambda n: f"http://pond.example/S{n}",
    lambda n: f"g{n}",
    lambda n: f"urn:x;{n},y|z",
]


@st.composite
def standards(draw: st.DrawFn, number: int, source: str) -> Standard:
    code = f"{number}.{draw(WORDS)}"
    aliases = draw(st.lists(WORDS.map(lambda word: f"A{number}.{word}"), max_size=2, unique=True))
    return Standard(
        id=draw(st.sampled_from(NAMES))(number),
        code=code,
        statement=draw(SAID),
        framework=source,
        grades=in_order(draw(st.sets(st.sampled_from(GRADES), max_size=3))),
        subject=draw(st.sampled_from(["", "Math", "Math, Art", "3"])),
        level=draw(st.sampled_from(["", "Strand", "Pond"])),
        aliases=tuple(aliases),
        extra=draw(EXTRA),
    )


@st.composite
def associations(draw: st.DrawFn, number: int, ends: list[str]) -> Association:
    return Association(
        origin=draw(st.sampled_from(ends)),
        type=draw(st.sampled_from([*TYPES, "isChildOf", "alignTo", "ext:mine", "Mostly equivalent"])),
        destination=draw(st.sampled_from(ends)),
        id=draw(st.sampled_from([lambda n: "", *NAMES]))(1000 + number),
        sequence=draw(st.none() | st.integers(-3, 9)),
        grouping=draw(st.sampled_from(["", "Pond", "G1", "3"])),
        extra=draw(EXTRA),
    )


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    """One to three sources; parents among all the standards, in any order and of any depth, without circles."""
    counts = sorted(draw(st.lists(st.integers(0, 6), min_size=1, max_size=3)), key=lambda count: not count)
    sources = [
        Source(draw(st.sampled_from(NAMES))(100 + n), draw(SAID), count, "", draw(TEXTS), draw(EXTRA))
        for n, count in enumerate(counts)
    ]
    homes = [source.id for source in sources for _ in range(source.standards)]
    made = [draw(standards(number, home)) for number, home in enumerate(homes)]
    lines = draw(st.permutations(range(len(made))))
    for place, at in enumerate(lines):
        above = draw(st.sampled_from([None, *lines[:place]]))
        if above is not None:
            made[at] = replace(made[at], parent=made[above].id)
        elif draw(st.booleans()):
            made[at] = replace(made[at], extra={**made[at].extra, "parent": "gone"})
    ends = [*(s.id for s in made), *(s.id for s in sources), "http://elsewhere.example/S1", NAMES[0](555), "not here"]
    edges = [draw(associations(number, ends)) for number in range(draw(st.integers(0, 5)) if made else 0)]
    return Framework(
        tuple(made), tuple(sources), tuple(edge for at, edge in enumerate(edges) if edge not in edges[:at])
    )


def sorted_associations(framework: Framework) -> list[tuple[object, ...]]:
    """The associations in an order that does not depend on where they came from."""
    return sorted(
        (e.origin, e.type, e.destination, e.id, str(e.sequence), e.grouping, sorted(e.extra.items()))
        for e in framework.associations
    )


def as_told(framework: Framework) -> tuple[object, ...]:
    """All that a framework says, without the names of its files."""
    sources = tuple(replace(source, file="") for source in framework.sources)
    return framework.standards, sources, sorted_associations(framework)
