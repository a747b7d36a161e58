"""A district read and judged in a process that may open no socket, with what each file took; run it as a script.

    python hostile_run.py DISTRICT ANSWER.json

It is started with a `sitecustomize` on its path that watches it and every Python process below it; on Linux the
kernel, too, refuses all of them a socket to another machine, be it in compiled code.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import json
import platform
import struct
import sys
import time
from pathlib import Path
from typing import Any

import psutil

SECONDS = 10.0
"""The cap for one document: a PDF whose pages go in a circle takes it whole."""

WATCH = """
import os, sys

def watch(event, arguments):
    if event.startswith(("socket.connect", "socket.bind", "socket.getaddrinfo", "urllib.", "http.client", "smtplib.")):
        told(event, arguments)
    elif event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        told(event, arguments[:1])

def told(event, arguments):
    line = f"{event} {arguments!r}\\n".encode("utf-8", "backslashreplace")
    os.write(FILE, line)

FILE = os.open(os.environ["WATCHED"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
os.write(FILE, f"started {' '.join(sys.orig_argv)}\\n".encode("utf-8", "backslashreplace"))
sys.addaudithook(watch)
"""
"""A `sitecustomize` that writes down who asks for the network, and what is opened for writing."""

_SOCKET = {"x86_64": 41, "aarch64": 198}
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER, _REFUSE, _ALLOW, _UNIX = 38, 22, 2, 0x0005_0000 | errno.EACCES, 0x7FFF_0000, 1


def forbid_sockets() -> bool:
    """Let the kernel refuse this process, and all that it starts, a socket that could leave the machine.

    Refused and not ended: a library that only asks whether there is IPv6 (urllib3, on import) may go on.
    """
    call = _SOCKET.get(platform.machine()) if sys.platform == "linux" else None
    if call is None:
        return False
    # Berkeley Packet Filter: is it socket(), and is its family, the first argument, not that of local pipes?
    rules = (
        *((0x20, 0, 0, 0), (0x15, 0, 3, call), (0x20, 0, 0, 16), (0x15, 1, 0, _UNIX)),
        *((0x06, 0, 0, _REFUSE), (0x06, 0, 0, _ALLOW)),
    )
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *rule) for rule in rules))
    program = struct.pack("HxxxxxxP", len(rules), ctypes.addressof(code))
    kernel = ctypes.CDLL(None, use_errno=True)
    kernel.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    return kernel.prctl(_SECCOMP, _FILTER, program, 0, 0) == 0


class Meter:
    """Seconds and peak megabytes of each document, told one after the other by the progress of one worker."""

    def __init__(self, paths: list[str]) -> None:
        self.paths, self.found = paths, dict[str, dict[str, float]]()
        self._since = time.monotonic()

    def __call__(self, stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if stage == "Reading" and done:
            self.found[self.paths[done - 1]] = {"seconds": now - self._since, "megabytes": peak_of_children()}
        self._since = now


def peak_of_children() -> float:
    """The most memory that a process below this one has held since this was last asked, where the system tells."""
    highest = 0.0
    for child in psutil.Process().children():
        try:
            highest = max(highest, peak(child.pid))
            Path(f"/proc/{child.pid}/clear_refs").write_text("5")
        except (OSError, psutil.Error):
            continue
    return highest


def peak(process: int | str = "self") -> float:
    if sys.platform != "linux":
        return psutil.Process(None if process == "self" else int(process)).memory_info().rss / 2**20
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def read_each_framework(paths: list[Path]) -> dict[str, float]:
    """Seconds that each standards file takes by itself."""
    from curalign.errors import FrameworkError
    from curalign.reading import read_framework

    seconds = {}
    for path in paths:
        began = time.monotonic()
        with contextlib.suppress(FrameworkError):
            read_framework(path)
        seconds[f"standards/{path.name}"] = time.monotonic() - began
    return seconds


def run(folder: Path) -> dict[str, Any]:
    import curalign
    from curalign.embedding import load_encoder
    from curalign.reading import survey_district
    from curalign.reporting import build_view, to_html
    from curalign.settings import Settings

    settings = Settings().with_changes(reading={"workers": 1, "seconds": SECONDS})
    survey = survey_district(folder, settings)
    meter = Meter([file.path for file in survey.materials])
    district = curalign.read_district(survey, settings, meter)
    alone = read_each_framework([file.file for file in survey.frameworks])
    alignment = curalign.align(
        district.framework, district.materials, encoder=load_encoder("hashing"), settings=settings
    )
    coverage = curalign.measure_coverage(alignment)
    findings = curalign.find_gaps(coverage)
    page = to_html(build_view(coverage, findings, district=district.name, run="x"))
    return {
        "documents": [
            {"path": m.path, "archive": m.archive, "sections": len(m.sections), "said": [p.message for p in m.problems]}
            for m in district.materials
        ],
        "said": [(p.file, p.message) for p in (*district.problems, *district.framework.problems)],
        "standards": [source.file for source in district.framework.sources],
        "results": len(district.results),
        "took": meter.found,
        "alone": alone,
        "findings": len(findings),
        "page": page,
        "peak": peak(),
    }


if __name__ == "__main__":
    blocked = forbid_sockets()
    answer = run(Path(sys.argv[1]))
    Path(sys.argv[2]).write_text(json.dumps({**answer, "blocked": blocked}), encoding="utf-8")
