"""Which grades a text names are of other pupils than those it is for: `since grade 3`, `ready for fifth grade`."""

from __future__ import annotations

import re

_REACH = 160  # characters before a grade that may tell whose it is
_NEAR = r"[^.:;?!|\n]{0,40}?"
_BEFORE = re.compile(
    r"(?:"
    # Where pupils come from, and where they go.
    r"\b(?:since|until|till|unlike|than|beyond|(?:as|back)\s+in|ahead\s+to|ready\s+(?:for|in)|is\s+in|see|desde|hasta"
    r"|prepar(?:es?|ing|ation)\s+(?:\w+\s+){0,2}for|(?:buil(?:ds?|ding|t)\s+(?:up)?on)(?:\s+(?:\w+\s+){0,4}in)?"
    r"|leads?\s+(?:in)?to|foundations?\s+for|(?:last|next)\s+year(?:['\u2019]s|,?\s+in)|(?:at|below|above)\s+an?|below|above"
    r"|(?:reach(?:es)?|enters?|gets?\s+to))\s+(?:the\s+|last\s+)?"
    rf"|\b(?:(?-i:leaves|goes|moves)|leave|left|waits?|com(?:es?|ing)|will\s+need|again|later|belongs?|move|deferred|extended|continued"
    rf"|dejo|dejamos|queda)\b{_NEAR}\b(?:to|in|until|for|a|en|para|hasta)\s+(?:el\s+|the\s+)?"
    # What they have done there, and bring along.
    rf"|\b(?:they|we|pupils|students|children|who)\b{_NEAR}\b(?:had|did|saw|met|used|studied|learned|put)\b{_NEAR}"
    r"\b(?:in|by|for|at)\s+"
    r"|\b(?:brought|learn(?:ed|t)|knew|known|remember(?:ed)?|recall(?:ed)?|saw|studied|carried|review(?:ed)?|come)\b"
    rf"{_NEAR}\b(?:from|in|since)\s+|\bknow\b{_NEAR}\b(?:from|since)\s+"
    r"|\b(?:pupils|students|children|standards?|skills?|knowledge|learning)\s+from\s+"
    # What a form has a place for.
    r"|(?:^|[|.;!?\n]\s*)(?:prior|previous|pre-?requisites?|builds?\s+on|leads?\s+to|look(?:s|ing)?\s+(?:ahead|back)"
    r"|(?:before|after)\s+this|conocimientos\s+previos|prerrequisitos?)\b[^.;|\n]{0,60}(?:\|[^.;|\n]{0,40})?"
    r")$",
    re.IGNORECASE,
)
_PAST = r"(?:put|did|had|saw|met|knew|began|learned|studied)"
_WHAT = r"(?:the|an?|this|that|th[eo]se|them|it|their|its|how|what|why|on|in|with|by|from|about|to|into|for|\d+)"
_OF_A_PLAN = (
    r"(?:bas|blend|integrat|advanc|creat|adapt|revis|updat|prepar|design|develop|modifi|submitt|align|center|focus|organiz"
    r"|embedd|guid|them|adopt|provid|publish)ed\b"
)
"""What is said behind a grade of a plan for it rather than of pupils: `Grade 3 created by our team`."""
_AFTER = re.compile(
    r"r\b|\s+(?:\w+\s+)?budd(?:y|ies)\b|,?\s+they\s+(?:will|are|go)\b"
    rf"|,?\s+(?:they|students|pupils|children)\s+(?:{_PAST}|used|[a-z]{{3,}}ed)\b"
    rf"|\s+(?:{_PAST}|(?!{_OF_A_PLAN})[a-z]+ed(?=\s+{_WHAT}\b|[.,]))\b"
)
_EVERY = re.compile(r"\b(?:every|each)\s+$", re.IGNORECASE)
"""`Every third grader` is of the document's own."""
_FOR_SOME = re.compile(
    r"(?:^|[|.;!?\n]\s*)(?:connections?|extensions?|interventions?|prepares?|vertical)\b[^.;|\n]{0,60}(?:\|[^.;|\n]{0,40})?$",
    re.IGNORECASE,
)


def is_of_others(before: str, after: str, *, in_a_form: bool = False) -> bool:
    """Whether a grade is of other pupils than those of whom a text speaks.

    Args:
        before: The words before it: `I leave them to`, `Prior knowledge:`, `explain it to a`.
        after: Those behind it: ` compared them`, `r`.
        in_a_form: Whether the text is a line of a form, where `Extension: grade 4` is said of some pupils; as a title
            it is a document's own.

    """
    near = before[-_REACH:]
    if _EVERY.search(near):
        return False
    return bool(_AFTER.match(after) or _BEFORE.search(near) or (in_a_form and _FOR_SOME.search(near)))
