"""How near stories come to standards: those written for a gap, others, and texts about something else.

    python -m benchmarks.accuracy.stories

Each story of the sample district is compared with the standards that no unit teaches, as `check` does, and with all;
the bar is that of `curalign.stories`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import curalign as ca
from curalign.domain.standards import Standard
from curalign.embedding import Encoder, load_encoder
from curalign.reading.stories import read_stories
from curalign.settings import ReadingSettings
from curalign.stories import NEAR

DISTRICT = Path(__file__).resolve().parents[2] / "corpora" / "maple-valley"
ABOUT_SOMETHING_ELSE = {
    "buses": "We moved the second bus run twenty minutes later, and the hallway by the gym stopped filling up before"
    " the doors were open. Drivers met with the office every Monday until October.",
    "lunch": "Two lines instead of one, and the salad cart at the front. The wait fell from eleven minutes to six, and"
    " fewer trays came back full.",
    "attendance": "A card went home after the second absence and a call after the third. By spring, fewer families were"
    " called than the year before, and the nurse heard sooner of those who were ill.",
    "meetings": "Staff meetings became thirty minutes with an agenda that was sent on Friday. What could be read was"
    " read before, and nobody brought laptops.",
    "tutors": "Students of the college came on Tuesdays and Thursdays. The hard part was the list of who sits where,"
    " and the rooms; in the second year the librarian kept it.",
}
"""Texts in our own words that are about no standard."""


def nearest(texts: Sequence[str], standards: Sequence[Standard], encoder: Encoder) -> tuple[float, str]:
    """The similarity of the best of some paragraphs to the standard that it is nearest to, and that standard's code."""
    similar = (encoder.encode(list(texts)) @ encoder.encode([standard.meaning for standard in standards]).T).max(axis=0)
    best = int(similar.argmax())
    return float(similar[best]), standards[best].code


def main() -> None:
    framework, encoder = ca.read_district(DISTRICT).framework, load_encoder()
    truth = json.loads((DISTRICT / "truth.json").read_text(encoding="utf-8"))
    standards = [standard for standard in framework.standards if framework.counts(standard)]
    gaps = [standard for standard in standards if standard.code in truth["untaught"]]
    stories, _ = read_stories(DISTRICT, ReadingSettings())
    told = {story.path: [f"{story.title}. {text}" for text in story.paragraphs] for story in stories}
    print(f"the bar is {NEAR}; similarity to the nearest gap, to the nearest standard of all")
    for name, texts in {**told, **{name: [text] for name, text in ABOUT_SOMETHING_ELSE.items()}}.items():
        gap, every = nearest(texts, gaps, encoder), nearest(texts, standards, encoder)
        print(f"{gap[0]:.2f} {gap[1]:14} {every[0]:.2f} {every[1]:14} {name}")


if __name__ == "__main__":
    main()
