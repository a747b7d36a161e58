"""A page -> PDF, by a browser that is on this computer: one of Chromium's family, without a window and without network.

The only module of the room that starts a program. What it writes it writes into a folder that is gone afterwards.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from curalign.errors import RunError

_NAMES = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("microsoft-edge", "microsoft-edge-stable", "msedge"),
)
_ON_WINDOWS = (
    r"Google\Chrome\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
    r"Chromium\Application\chrome.exe",
)
_ON_A_MAC = ("Google Chrome", "Microsoft Edge", "Chromium")

_OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-extensions",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    # No address is known, this computer's own neither, and what asks for one goes to a port where nobody listens.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    "--no-pdf-header-footer",
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
)


def find_browser(platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> Path | None:
    """The program of a browser that can print, or None.

    Args:
        platform: As `sys.platform` names it.
        environment: Where `PATH` and the folders of Windows are looked up.

    Returns:
        Its path. On Windows only where installers put it: a search by name begins there in the current folder, which
        may be a stranger's.

    """
    return next((place for place in _places(platform, environment) if place.is_file()), None)


def _places(platform: str, environment: Mapping[str, str]) -> Iterator[Path]:
    if platform == "win32":
        for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            yield from (Path(environment[name], *place.split("\\")) for place in _ON_WINDOWS if environment.get(name))
        return
    for name in _NAMES:
        found = shutil.which(name, path=environment.get("PATH", os.defpath))
        if found is not None:
            yield Path(found).absolute()
    if platform == "darwin":
        for folder in (Path("/Applications"), Path(environment.get("HOME", "/")) / "Applications"):
            yield from (folder / f"{name}.app" / "Contents" / "MacOS" / name for name in _ON_A_MAC)


def to_pdf(page: str, browser: Path | None, *, seconds: float = 60) -> bytes:
    """Print a page.

    Args:
        page: HTML that needs no other file.
        browser: The program, as `find_browser` gives it.
        seconds: How long it may take.

    Returns:
        A tagged PDF on Letter paper. It holds the time at which it was made.

    Raises:
        RunError: There is no browser, or it did not print; the sentence says what to do instead.

    """
    instead = "name a file that ends in .html, open it, and print it from there."
    if browser is None:
        raise RunError(f"A PDF needs Chrome, Edge or Chromium, and none was found on this computer; {instead}")
    with tempfile.TemporaryDirectory(prefix="curalign-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, target = folder / "page.html", folder / "page.pdf"
        source.write_text(page, encoding="utf-8")
        # The sandbox needs another user than root; our page runs no script in any case.
        as_root = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
        paths = (f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={target}", source.as_uri())
        _run((str(browser), *_OPTIONS, *as_root, *paths), seconds)
        printed = target.read_bytes() if target.is_file() else b""
    if not printed.startswith(b"%PDF-"):
        raise RunError(f"{browser.name} did not print the page within {seconds:g} seconds; {instead}")
    return printed


def _run(command: tuple[str, ...], seconds: float) -> None:
    """Run the browser, and end it and its helpers when it takes too long."""
    quiet = subprocess.DEVNULL
    try:
        started = subprocess.Popen(  # noqa: S603  # a browser that was found, with options of our own
            command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=sys.platform != "win32"
        )
    except OSError:
        return
    try:
        started.wait(seconds)
    except subprocess.TimeoutExpired:
        _end(started)


def _end(started: subprocess.Popen[bytes]) -> None:
    with suppress(OSError):
        if sys.platform == "win32":
            started.kill()
        else:
            os.killpg(started.pid, signal.SIGKILL)
    started.wait()
