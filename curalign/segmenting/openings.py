"""How a text begins that tells what somebody is to learn: who, and what they will know or be able to do, or by when."""

from __future__ import annotations

import re
from collections.abc import Mapping

from curalign.domain.materials import Role
from curalign.segmenting.vocabulary import LEARNERS, OPENING_LETTERS, SHORT_FOR

_NUMBERED = re.compile(r"\s*\(?(?:\d{1,2}|[a-z])[.)]\s+(?=\w)", re.IGNORECASE)
_WHO = (
    rf"(?:(?:the|our|all|each|every|most|some|your|my|successful|an?|first|second|third|fourth|fifth|sixth|\d(?:st|nd|rd|th)|los|las|el|la|nuestr[oa]s|tod[oa]s)\s+){{0,3}}(?:{LEARNERS})"
    rf"(?:\s+(?:who|that|que)(?:\s+\w+){{1,5}}?(?=\s+(?:will|should|can|are|podr)))?"
)
_LEARN = (
    r"(?:learn|know|understand|recogni[sz]e|become|gain|master|appreciate|acquire|deepen|discover|keep\s+considering"
    r"|be\s+(?:learning|expected\s+to)|come\s+to\s+understand|develop\s+(?:an?|the|their|your)\s|demonstrate\s+(?:an?\s+|their\s+)?(?:\w+\s+)?(?:understanding|knowledge|ability|mastery)"
    r"|(?:leave|walk\s+away|come\s+away)\s+(?:\w+\s+){0,3}?with|be\s+(?:familiar|equipped|prepared|introduced))\b"
)
_ABLE = re.compile(
    r"(?:[\w+]{1,12}:\s+)?(?:today,?\s+)?(?:"
    r"(?:the\s+|our\s+|my\s+)?(?:learning\s+|main\s+|today's\s+){0,2}(?:objective|goal|purpose|aim|target|intention)s?\s+"
    r"(?:(?:of|for)\s+(?:this|the|today's|our)\s+\w+\s+|today\s+|for\s+today\s+)?(?:is|are)\b"
    r"|el\s+(?:objetivo|prop[oó]sito)\s+(?:de\s+(?:la|esta|este|hoy)\s*\w*\s+)?es\b"
    rf"|{_WHO}(?:\s+(?:will|should|can|may|must)|'ll)\s+{_LEARN}"
    rf"|{_WHO}\s+(?:(?:will|shall|should|can|are|is|am|must)|'ll)\s+(?:be\s+)?able\s+to\b"
    r"|(?:the\s+)?(?:student|learner|pupil|participant)s?\s+(?:can|(?:is|are)\s+learning\s+(?:to|about|how))\s+\w"
    r"|(?:by\s+(?:(?:mon|tues|wednes|thurs|fri)day|tomorrow|next\s+week|the\s+end\s+of\s+(?:\w+\s+)?\w+)"
    r"|as\s+an?\s+\w+|(?:content|language|contenido|lenguaje):),?\s+(?:i|we)\s+can\s+\w"
    r"|(?:i|we)(?:\s+am|\s+are|'m|'re)\s+able\s+to\b|nosotr[oa]s\s+podemos\b"
    rf"|{_WHO}\s+will\s*(?::|\u2026|\.\s?\.\s?\.)\s*\w"
    rf"|que\s+{_WHO}\b"
    rf"|{_WHO}\s+(?:podrán?\b|podr[áa]n?\b|ser[áa]n?\s+capa(?:z|ces)\s+de\b|lograr[áa]n?\b"
    r"|(?:aprender|conocer|comprender|entender|reconocer|identificar|demostrar)(?:á|án|a|an|emos)\b)"
    r"|(?:hoy\s+)?(?:aprenderemos|aprender[áa]s|aprender[ée]|(?:vamos|voy|vas)\s+a\s+aprender|podr[ée]|podremos|soy\s+capaz|ser[ée]\s+capaz)\b"
    r"|(?:to\s+)?be\s+able\s+to\b"
    r"|i\s+(?:know|understand)\s+(?:how|that|what|why|when|where|which)\b"
    r"|(?:to\s+)?(?:know|understand|appreciate)\s+(?:how|that|what|why|when|where|which|the|an?)\b"
    r"|(?:to\s+)?demonstrate\s+(?:an?\s+|their\s+)?(?:\w+\s+)?(?:understanding|knowledge|mastery)\s+of\b"
    r"|(?:i|we)(?:\s+will|'ll)\s+know\s+(?:i|we|that\s+(?:i|we))\b"
    r"|(?:we|i|you)(?:\s+are|\s+am|'re|'m)\s+(?:learning|going\s+to\s+learn)\s+(?:to|about|how|that|why|what)\b"
    r")",
    re.IGNORECASE,
)
ASKED: Mapping[Role, re.Pattern[str]] = {
    Role.ASSESSMENT: re.compile(
        r"how (?:will|do|can) (?:i|we|you) (?:know|check|assess|tell)\b.{0,60}\?", re.IGNORECASE
    ),
    Role.OBJECTIVE: re.compile(
        r"what (?:will|should|do|am|are) (?:i|we|you|they|(?:my |the )?students?|pupils?|participants?) "
        r"(?:want .{0,20}to )?(?:learn(?:ing)?|know|be able)\b.{0,60}\?"
        r"|what (?:will|should) (?:\w+ ){1,3}?learn\b.{0,60}\?",
        re.IGNORECASE,
    ),
    Role.NOTE: re.compile(
        r"(?:what|how) (?:will|do|should|can) (?:i|we|you) (?:do|respond|extend|help|support)\b.{0,60}"
        r"\b(?:if|when|who)\b.{0,60}\?",
        re.IGNORECASE,
    ),
}
"""What a heading that is a question heads; what is done for those who did not learn, or already know, is a note."""
_EVENT = (
    r"(?:lesson|lab|unit|session|class|course|workshop|module|week|day|training|activity|program(?:me)?|year|grade|tutorial|webinar"
    r"|seminar|institute|chapter|topic|semester|term|series|meeting|project|segment)s?"
)
_THIS = r"(?:(?:this|the|these|today's|our|each|your|a)\s+)?(?:[\w'-]+\s+){0,3}?"
_CAN = r"(?:\s+(?:will|should|can|are|must|would)|'ll)\b"
_BY_THEN = re.compile(
    rf"(?:by|at)\s+the\s+end\s+of\s+{_THIS}[\w'-]+,?\s+(?:it\s+is\s+expected\s+that\s+)?{_WHO}{_CAN}"
    rf"|(?:by|after|upon|on|when|through)\s+(?:(?:the|successful|successfully)\s+){{0,2}}"
    rf"(?:complet(?:ing|ion)|attending|finishing|conclusion|participati(?:ng|on))\s+(?:of\s+|in\s+)?{_THIS}[\w'-]+,?\s+{_WHO}{_CAN}"
    rf"|(?:after|following)\s+{_THIS}{_EVENT},?\s+{_WHO}{_CAN}"
    rf"|(?:(?:by|after|upon|following)\s+|(?:at|on|when|through|in)\s+[\w'-]+\s+)(?:[\w'-]+\s+){{0,7}}?[\w'-]+,?\s+{_WHO}{_CAN}\s+(?:be\s+able\s+to\b|able\s+to\b|{_LEARN})"
    rf"|(?:as|with|thanks|given|having|while)\s+(?:[\w'-]+\s+){{1,8}}?[\w'-]+,?\s+{_WHO}{_CAN}\s+(?:be\s+able\s+to\b|able\s+to\b|{_LEARN})"
    rf"|(?:in|during)\s+(?:this|today's|our)\s+(?:\w+\s+)?\w+,?\s+{_WHO}\s+will\s+"
    r"(?:explore\s+(?:ways|how|strategies|the\s+ways)|discover\s+how|develop\s+(?:an?|the|your|their))\b"
    rf"|(?:with|to)\s+(?:at\s+least\s+)?\d{{1,3}}\s?(?:%|percent)(?:\s+accuracy|\s+mastery)?,?\s+{_WHO}\s+will\b"
    rf"|given\s+[^.;:]{{3,80}},\s+{_WHO}\s+will\b"
    r"|(?:al\s+(?:final|finalizar|terminar|concluir|completar|t[ée]rmino|fin)|despu[ée]s)\s+(?:de\s+|del\s+)?(?:(?:la|el|esta|este|cada)\s+)?"
    rf"(?:\w+\s+){{0,2}}?\w+,?\s+(?:{_WHO}\b|podr(?:[ée]|[áa]s|[áa]n?|emos)\b)",
    re.IGNORECASE,
)
_SHORT = "|".join((*OPENING_LETTERS, *(f"{name}s?" for name, long in SHORT_FOR.items() if long == "objective")))
_LETTERS = re.compile(
    rf"(?:(?:my|our|the|today's)\s+)?(?:{_SHORT})\.?\s*\#?\d{{0,2}}(?:\s+(?:for\s+)?today)?\s*(?::|[\u2013\u2014-]\s)",
    re.IGNORECASE,
)

_ACTS = re.compile(
    r"\b(?:we|us|our|you|your|i(?! (?:can|will)\b))\b"
    r"|\b(?:\d+|two|three|five|ten|twelve|fifteen|twenty|thirty) min(?:utes)?\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"\b(?:clarification statement|assessment boundary|for example|e\.g\.)", re.IGNORECASE)
_MIN_TOLD = 20
"""Words after a code from which they can tell of a lesson; what we do is seldom told in fewer."""


def without_number(text: str) -> str:
    """A text without the number or letter of a list before it: `1) The student will`."""
    return _NUMBERED.sub("", text, count=1)


def tells_of_a_lesson(text: str) -> bool:
    """Whether what follows a code tells what people do, and is no standard's wording.

    `HS-LS1-1. We fold the paper strips as students do, then ask what the model hides. Twelve minutes, in pairs.`
    """
    is_told = _ACTS.search(text) is not None and _PUBLISHED.search(text) is None
    return is_told and len(text.split()) >= _MIN_TOLD


def tells_an_objective(text: str) -> bool:
    """Whether a text begins by telling what somebody is to learn.

    `By the end of the session, participants will`, `I can`, `LI: to use`, `Given a map, students will`.
    """
    is_asked = text.rstrip().endswith("?")  # `A bus is able to seat 24. How many buses do they need?`
    return not is_asked and any(pattern.match(text) for pattern in (_ABLE, _BY_THEN, _LETTERS))
