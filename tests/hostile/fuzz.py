"""Broken files by the thousand, made from valid small ones, for every reader; what harms or escapes is kept.

    python tests/hostile/fuzz.py [--minutes 5] [--only frameworks] [--keep FOLDER] [--seed 1]

A reader may read a file or refuse it with an error of ours. Whatever else comes of it (another exception, a crash, a
hang or memory past the cap) is printed once, with a file that reproduces it. The files that it starts from are made
by the tests' own builders, so it runs from a checkout with the `dev` extra.
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from fuzz_seeds import SEEDS
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from mutations import mutate

from curalign.errors import CuralignError, UnreadableError
from curalign.reading.documents import worker
from curalign.reading.documents.archives import Answer, ArchiveReader, Job
from curalign.reading.documents.drafts import DAMAGED
from curalign.reading.documents.extracting import extracted
from curalign.reading.documents.listing import Listing
from curalign.reading.files.file_bytes import Unread
from curalign.reading.frameworks import read_framework
from curalign.reading.labels import read_labels
from curalign.reading.results import read_results

SECONDS, MEGABYTES = 10, 1024
"""Processor time and memory for one file of a few kilobytes."""

BATCH = 200
MOST = 300
"""Letters of a line that are printed of what did harm."""
_caught = Counter[str]()


class HarmError(Exception):
    """What a reader did that it may not, where no exception says it."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--minutes", type=float, default=5)
    options.add_argument("--only", choices=sorted(READERS), help="one kind of reader instead of all in turn")
    options.add_argument("--keep", type=Path, help="where files that do harm are put (a new temporary folder)")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.child:
        batch(asked.only, asked.seed, asked.keep)
    else:
        keep = asked.keep or Path(tempfile.mkdtemp(prefix="fuzz-"))
        keep.mkdir(parents=True, exist_ok=True)
        sys.exit(watch(asked.minutes, [asked.only] if asked.only else sorted(READERS), keep, asked.seed))


def watch(minutes: float, kinds: list[str], keep: Path, first: int) -> int:
    """Run batches in processes of their own until the time is up; gives 1 when anything did harm."""
    until, number, tally, harms = time.monotonic() + minutes * 60, first, Counter[str](), 0
    while time.monotonic() < until:
        kind = kinds[number % len(kinds)]
        done = subprocess.run(
            [sys.executable, __file__, "--child", "--only", kind, "--seed", str(number), "--keep", str(keep)],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        for line in done.stdout.splitlines():
            what, _, count = line.rpartition(" ")
            tally[what] += int(count)
        if done.returncode:
            harms += report_harm(kind, number, done, keep)
        number += 1
    print(f"{number - first} batches, {sum(tally.values())} files, {harms} did harm; kept in {keep}")
    for what, count in sorted(tally.items()):
        print(f"  {what}: {count}")
    return int(harms > 0)


def report_harm(kind: str, number: int, done: subprocess.CompletedProcess[str], keep: Path) -> int:
    """Print what happened, once for each place in the code that it happened in; gives how many were new."""
    lines = [line.strip()[:MOST] for line in done.stderr.splitlines()]
    where = next((line for line in reversed(lines) if line.startswith("HARM ")), "")
    if not where:
        frames = [line for line in lines if line.startswith("File ") and "curalign" in line]
        where = f"HARM {kind} ended with {done.returncode}: {frames[0] if frames else ' '.join(lines[-1:])}"
    known = keep / "known.txt"
    if known.exists() and where in known.read_text("utf-8").splitlines():
        return 0
    with known.open("a", encoding="utf-8") as file:
        file.write(where + "\n")
    kept = keep / f"{number}-{current(keep).read_text('utf-8')}" if current(keep).exists() else keep
    if current(keep).exists():
        kept.write_bytes((keep / "now" / current(keep).read_text("utf-8")).read_bytes())
    print(f"{where}\n    file: {kept}\n    " + "\n    ".join(lines[-12:]), flush=True)
    return 1


def current(keep: Path) -> Path:
    """Where a batch writes the name of the file that it is reading."""
    return keep / "now" / "name.txt"


def batch(kind: str, number: int, keep: Path) -> None:
    """Read BATCH mutants of one kind; the last that was read lies in `keep/now` when this process ends badly."""
    limit_memory()
    if hasattr(signal, "SIGPROF"):
        faulthandler.register(signal.SIGPROF, chain=True)  # say where, then end
    (keep / "now").mkdir(parents=True, exist_ok=True)
    tally, known = Counter[str](), keep / "known.txt"
    quiet = set(known.read_text("utf-8").splitlines()) if known.exists() else set()

    @seed(number)
    @settings(
        max_examples=BATCH,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink],
    )
    @given(mutants(kind))
    def read(mutant: tuple[str, bytes]) -> None:
        name, data = mutant
        path = keep / "now" / name
        path.write_bytes(data)
        current(keep).write_text(name, encoding="utf-8")
        stop_after(SECONDS)
        try:
            tally[f"{kind} {READERS[kind](path)}"] += 1
        except CuralignError:
            tally[f"{kind} refused"] += 1
        except Exception as error:
            if signature(kind, name, error) not in quiet:
                raise
        finally:
            stop_after(0)

    failed = False
    try:
        read()
    except Exception as error:  # whatever it is, it is what we look for
        failed = True
        traceback.print_exc()
        print(signature(kind, current(keep).read_text("utf-8"), error), file=sys.stderr)
    for what, count in sorted((tally + _caught).items()):
        print(f"{what} {count}")
    sys.stdout.flush()
    os._exit(int(failed))


def signature(kind: str, name: str, error: Exception) -> str:
    """One line for one kind of harm: the exception and the innermost place in our code that it passed."""
    ours = [
        frame for frame in traceback.extract_tb(error.__traceback__) if "curalign" in Path(frame.filename).parts[-4:]
    ]
    place = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else Path(name).suffix
    said = f": {error}" if isinstance(error, HarmError) else ""
    return f"HARM {kind} {type(error).__name__} at {place}{said}"


def limit_memory() -> None:
    """Give this process the memory that one document may take, where the system can."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 2**20, MEGABYTES * 2**20))


def stop_after(seconds: float) -> None:
    """End this process after so many seconds of work on one file; 0 takes that back."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)  # a busy machine is not a hang
    elif seconds:
        faulthandler.dump_traceback_later(seconds, exit=True)
    else:
        faulthandler.cancel_dump_traceback_later()


def read_document(path: Path) -> str:
    """What the worker does, in this process, and what our own makes of its answer."""

    def ask(job: Job) -> Answer:
        try:
            return worker.read(str(path), job)
        except UnreadableError as error:
            return Unread.why(error)
        except MemoryError:
            raise
        except Exception as error:  # the worker says that the document is damaged
            _caught[f"documents, damaged: {type(error).__name__}"] += 1
            return DAMAGED

    job = Job(path.name)
    answer = ask(job)
    if isinstance(answer, Unread):
        return "refused"
    found = (
        ArchiveReader(ask, lambda: None).read(job, answer)
        if isinstance(answer, Listing)
        else extracted(path.name, answer)
    )
    if not found.sections and not found.problems and not found.members:
        raise HarmError("neither text nor a finding")
    return "read" if found.sections or found.members else "refused"


def read_standards(path: Path) -> str:
    framework = read_framework(path)
    if len(framework.by_id) != len(framework):
        raise HarmError("two standards with one id")
    for standard in framework:
        framework.ancestors(standard)
    return "read"


def read_pupils_results(path: Path) -> str:
    results, problems = read_results(path)
    if not results and not problems:
        raise HarmError("neither results nor a finding")
    return "read" if results else "refused"


def read_own_labels(path: Path) -> str:
    read_labels(path)
    return "read"


READERS: dict[str, Callable[[Path], str]] = {
    "documents": read_document,
    "frameworks": read_standards,
    "labels": read_own_labels,
    "results": read_pupils_results,
}


@st.composite
def mutants(draw: st.DrawFn, kind: str) -> tuple[str, bytes]:
    """A file of this kind with one to five mutations."""
    name, data = draw(st.sampled_from(SEEDS[kind]))
    for chance in draw(st.lists(st.randoms(use_true_random=True), min_size=1, max_size=5)):
        data = mutate(data, chance)
    return name, data


if __name__ == "__main__":
    main()
