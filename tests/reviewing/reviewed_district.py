"""A small district whose review is served on a free port, and what asks it."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from builders import Said, align, standard, unit

from curalign.covering import measure_coverage
from curalign.domain.links import Alignment
from curalign.domain.measurement import Measurement
from curalign.domain.reviews import Reviews
from curalign.finding import find_in
from curalign.pipeline import Checked
from curalign.reviewing.server import ReviewServer, open_server
from curalign.reviewing.session import ReviewSession
from curalign.settings import Settings
from curalign.storage import Run, read_reviews

MARKUP = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">"
STANDARDS = tuple(
    standard(f"PH.{at}", f"Measure thing {at} with a ruler and say how long it is") for at in range(1, 21)
)
LEVELS = {f"PH.{at}": p for at, p in enumerate([0.95] * 10 + [0.55] * 4 + [0.05] * 6, 1)}


def district() -> Alignment:
    """Ten standards that are surely taught, four that may be, six that hardly are; one document means harm."""
    said = [
        Said(f"Pupils lay a ruler along thing {code} and write down its length.", {code: p})
        for code, p in LEVELS.items()
    ]
    hostile = Said(f"Pupils measure {MARKUP} with a ruler.", {"PH.11": 0.56})
    return align(
        STANDARDS, unit("unit.md", *said), unit(f"{MARKUP.replace('/', '')}.md", hostile), grades="3", calibrated=True
    )


def checked(alignment: Alignment, home: Path) -> Checked:
    measured = Measurement(measure_coverage(alignment))
    run = Run("2026-11-28T000000Z-abcdef", f"Pond Hill {MARKUP}", "", alignment, (), {}, {}, {}, complete=True)
    return Checked(run, measured, find_in(measured), home)


@contextmanager
def serving(folder: Path, **review: object) -> Iterator[ReviewServer]:
    settings = Settings().with_changes(review=review)
    server = open_server(ReviewSession(folder, checked(district(), folder), settings))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        for _ in range(100):
            try:
                httpx.get(server.address)
                break
            except httpx.TransportError:
                time.sleep(0.05)
        yield server
    finally:
        server.stop()
        thread.join(10)


class Visitor:
    """A reviewer without a browser: keeps cookies, fills in the forms of pages."""

    def __init__(self, server: ReviewServer) -> None:
        self.address = server.address
        self.client = httpx.Client(base_url=server.address, follow_redirects=True, timeout=30)
        self.page = self.client.get("").text

    @property
    def form(self) -> dict[str, str]:
        """The hidden fields of the page's first form."""
        first = self.page.split("<form", 1)[1].split("</form>")[0]
        return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', first))

    def post(self, where: str, **fields: str) -> httpx.Response:
        response = self.client.post(where, data={**self.form, **fields})
        self.page = response.text
        return response

    def get(self, where: str) -> str:
        self.page = self.client.get(where).text
        return self.page

    def sign_in(self, name: str) -> Visitor:
        assert self.post("sign-in", reviewer=name).status_code == 200
        return self


def recorded(folder: Path) -> Reviews:
    reviews, problems = read_reviews(folder)
    assert problems == ()
    return reviews
