"""Each stage by itself, with texts in memory and no folder at all."""

from __future__ import annotations

from curalign.covering import measure_coverage
from curalign.domain.materials import Block, Kind, Material, Section
from curalign.domain.standards import Framework, Standard, standard_id
from curalign.domain.vectors import Embedded
from curalign.embedding import embed, load_encoder
from curalign.finding import RULES, find_gaps
from curalign.judging import judge_for
from curalign.matching import Matcher
from curalign.segmenting import segment

# Nouns: two standards and one document.
framework = Framework(
    tuple(
        Standard(standard_id("ours", code), code, statement, "ours", grades=("3",))
        for code, statement in {
            "O.1": "Measure lengths with a ruler in centimeters.",
            "O.2": "Tell the time on an analog clock.",
        }.items()
    )
)
lesson = Section(("Unit 1", "Lesson 1"), (Block("Pupils measure pencils and books with a centimeter ruler."),))
document = Material("unit1.txt", Kind.UNIT, "Unit 1", (lesson,), grades=("3",))

# Verbs, one after the other.
passages = segment([document])
encoder = load_encoder("default")
standards = Embedded(framework.standards, embed([s.statement for s in framework], encoder))
texts = Embedded(passages, embed([p.context for p in passages], encoder))
candidates = Matcher(standards).on_grade(texts)
links = judge_for(encoder.fingerprint)(candidates)
for link in links:
    print(f"{link.standard.code}: {link.probability:.2f}, {link.strength}: “{link.passage.text}”")

# The same, and what follows from it, in three calls.
import curalign as ca  # noqa: E402  # the point of the example is that the stages above do not need it

coverage = measure_coverage(ca.align(framework, [document]))
for finding in find_gaps(coverage):
    print(finding.code, RULES[finding.code].title, finding.standard.code if finding.standard else "")
