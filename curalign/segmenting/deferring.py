"""What a document puts off or leaves out: "We skip it", "slides to be made", or all under "Not in this unit".

It names a topic and teaches nothing.
"""

from __future__ import annotations

import re

from curalign.language import words_in

_MAX_WORDS = 60
"""Words of a passage that can be about nothing but what is put off; a longer one does something besides."""

_IT = r"(?:it|this|that|these|those|them)"
_PERIOD = r"(?:year|quarter|semester|trimester|term|month|unit|grade|course)"
_HERE = rf"(?:here|yet|now|this time|(?:for |in |of )?this (?:{_PERIOD}|lesson|guide|plan|document))"
_SEASON = "(?:spring|fall|autumn|winter|summer)"
_MONTH = "(?-i:January|February|March|April|May|June|August|September|October|November|December)"  # to march is a verb
_BREAK = rf"(?:testing|(?:the |state |{_SEASON} )?(?:break|vacation|holidays?|tests?))"
_LATER = "|".join(
    (
        rf"later|{_SEASON}|{_MONTH}|after {_BREAK}",
        rf"next (?:{_PERIOD}|{_SEASON})|another (?:{_PERIOD}|day|time)|(?:a|the) (?:later|next) {_PERIOD}",
        r"(?:grade|unit|quarter|semester) \d+",
    )
)
_NOT = r"(?: not|n['\u2019]t)"
_NEVER = rf"(?:never|(?:do|did|will|wo){_NOT})"
_SOME = r"(?: will|['\u2019]ll| always| usually)?"
_DONE = "(?:made|written|developed|added|announced|determined|decided|planned)"
_THINGS = "(?:slides?|lessons?|units?|tasks?|materials?|details?|activit(?:y|ies)|handouts?|worksheets?)"

_PUT_OFF = re.compile(
    "|".join(
        (
            # left out
            rf"\b(?:we|i){_SOME} skip(?:ped)?(?: {_IT}\b| (?:the|this) {_PERIOD}\b|[.;!]|$)",
            rf"\bskip {_IT}(?: unit| lesson| section)? {_HERE}\b|\b(?:we|i) (?:postponed|omit|omitted)\b",
            rf"\b(?:we|i) (?:dropped|cut) (?:{_IT}|the (?:unit|lesson|project))\b",
            # not here
            rf"\b(?:is|are|was|were){_NOT} (?:in here|taught|(?:covered|included|addressed|done|part) {_HERE})\b",
            rf"\b(?:is|are|was|were) never (?:taught|covered)\b|\bthere is no (?:lesson|unit|time) (?:on|for) {_IT}\b",
            rf"\b{_NEVER} (?:teach {_IT}|get to (?:{_IT}|here))\b|\bnever got (?:here|to)\b",
            rf"\b(?:we|i){_SOME} r[ua]n out of time\b|\bno time (?:for (?:it|this|that)|this year)\b",
            # later
            rf"\b(?:moves?|moved|pushed|postponed|put off|deferred|saved?|leave|left|waits?|held)\b[^.;]{{0,40}}?"
            rf"\b(?:to|until|till|for) (?:{_LATER})\b",
            rf"\b(?:will|['\u2019]ll|to|we) (?:come|follow|be (?:taught|covered)|(?:return to|cover|teach) {_IT})"
            rf"(?: back| up)?(?: in| during)? (?:{_LATER})\b",
            # not made yet
            rf"(?:^\W*|\b{_THINGS}(?: are| is)?(?: still)? )to be {_DONE}\b|\b(?-i:TBD|TBA)\b|\bcoming soon\b",
            # in Spanish
            r"\b(?:aplazad|pospuest)[oa]s? (?:para|hasta)\b|\bse (?:deja|pasa)n? para\b|\bno (?:da|dio|hubo) tiempo\b",
        )
    ),
    re.IGNORECASE,
)

_WHAT = "(?:(?:what|topics|standards|content|skills|things)(?: that)? )?"
_WHO = rf"(?:(?:is|are|was|were|will|do|does|did|we|i|(?:this|the) {_PERIOD}) ?){{0,3}}"
_TAUGHT = "(?:in|part of|covered?|taught|teach|included?|addressed|done)"
_LEFT_OUT = re.compile(
    "|".join(
        (
            rf"{_WHAT}{_WHO}(?:\bnot|n['\u2019]t) (?:be )?{_TAUGHT}\b(?: (?:in |by )?(?:{_HERE}|the {_PERIOD}))?",
            r"what (?:we|i)(?: have|['\u2019]ve)? (?:skip(?:ped)?|le(?:ave|ft) out|omit(?:ted)?|dropped|cut)\b.{0,40}",
            rf"{_WHAT}(?:is |are )?(?:left out|out of scope|skipped|omitted)(?: {_HERE}| on purpose)?",
            r"lo que (?:no (?:se )?(?:ve|vemos|ense[nñ]a|cubre|incluye|trata|entra)|queda fuera)\b.{0,40}",
        )
    ),
    re.IGNORECASE,
)


def leaves_out(heading: str) -> bool:
    """Whether a heading says that what stands under it is not taught: `Not in this unit`, `What we skip this year`."""
    return _LEFT_OUT.fullmatch(heading.strip(" \t.:!*_")) is not None


def is_put_off(text: str) -> bool:
    """Whether a passage says that it will not be taught here, and does nothing else.

    Args:
        text: The passage's words.

    Returns:
        True for a short one that says so. A lesson that mentions what comes later is a lesson.

    """
    return _PUT_OFF.search(text) is not None and len(words_in(text)) <= _MAX_WORDS
