"""Who may ask this page for anything: the browser that was given the address, on this computer, from this page.

Other pages that are open in the same browser can send requests to 127.0.0.1, and other names can be made to lead there.
So the address holds a token that nobody can guess, only our own host name is answered, and what changes anything comes
from our own forms.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""What every answer carries: nothing from elsewhere is loaded, no other page frames this one or reads it."""


@dataclass(frozen=True)
class Guard:
    """Knows the token of the address, the host that is answered, and a form's own secret for each visitor."""

    host: str
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    @property
    def address(self) -> str:
        """Where the page is, with the token."""
        return f"http://{self.host}{self.root}"

    @property
    def root(self) -> str:
        """The path that every page of ours begins with."""
        return f"/{self.token}/"

    def refusal(self, method: str, path: str, headers: Mapping[str, str]) -> str:
        """Why a request is not answered; empty where it is.

        Args:
            method: GET, HEAD or POST.
            path: As it was asked for, decoded.
            headers: With names in lower case.

        """
        if headers.get("host", "") != self.host:
            return "host"
        if not hmac.compare_digest(path[: len(self.root)].encode(), self.root.encode()):
            return "token"
        site = headers.get("sec-fetch-site", "none")
        if method == "POST":
            if headers.get("origin", f"http://{self.host}") != f"http://{self.host}" or site not in (
                "same-origin",
                "none",
            ):
                return "origin"
        elif site not in ("same-origin", "none") and headers.get("sec-fetch-mode", "navigate") != "navigate":
            return "origin"
        return ""

    def form_secret(self, visitor: str) -> str:
        """What a form of this visitor carries; another page cannot know it."""
        return hmac.new(self.secret, visitor.encode(), "sha256").hexdigest()

    def is_ours(self, visitor: str, given: str) -> bool:
        """Whether a form was one that we gave this visitor."""
        return hmac.compare_digest(self.form_secret(visitor).encode(), given.encode())
