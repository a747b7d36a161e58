"""The one form in which every encoder, and the cache, sees a text."""

from __future__ import annotations

from curalign.domain.wording import composed


def normalise(text: str) -> str:
    """Composed characters, single spaces, and U+FFFD for half a surrogate pair; doing it twice changes nothing."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return " ".join(composed(whole).split())
