"""A real browser for tests of pages: Debian's Chromium, driven by Playwright, which brings none of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome")


def find_chromium() -> str | None:
    """The program of a Chromium on this computer, or None."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@pytest.fixture(scope="module")  # Playwright keeps an event loop running, which other modules may want to start
def browser() -> Iterator[Browser]:
    """A headless Chromium; what needs it is skipped where there is none."""
    program = find_chromium()
    if program is None:
        pytest.skip("no Chromium on this computer; install it (Debian: apt-get install chromium) to run tests of pages")
    from playwright.sync_api import sync_playwright

    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=as_root)
        yield opened
        opened.close()
