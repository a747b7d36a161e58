"""Names and texts that a terminal or a shell would act upon: shown clean, quoted, or not shown as a command."""

from __future__ import annotations

import io
import os
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from commands import run, run_on
from hostile_folders import SEEDS, STANDARDS, check, here, make
from hypothesis import given
from hypothesis import strategies as st

from curalign.cli.streams import clean, command_line, styled_console

linux = pytest.mark.skipif(sys.platform != "linux", reason="such names are not allowed elsewhere")
TITLE, ERASE, RAW = "\x1b]0;owned\x07", "\x1b[2J", "\x9b31m"
MARKS = "\u202e\u2066\u200b\u200d\u2060\ufeff\xad"
FORBIDDEN = {*map(chr, [*range(9), *range(11, 32), *range(127, 160)]), *MARKS, "\u2028", "\u2029"}
HOSTILE = f"x{TITLE}{ERASE}{RAW}{MARKS}\ny"
NAMES = (
    HOSTILE,
    "-o",
    "$(touch touched)",
    "`touch touched`",
    "a;touch touched",
    "a'b\"c",
    "a\nb",
    "a b",
    "!x",
    "~",
    "%s",
)


def in_terminal(*words: object) -> str:
    """Everything that the command writes to a terminal, which it takes both of its streams for."""
    import pty

    control, terminal = pty.openpty()
    reading = ThreadPoolExecutor(1).submit(all_of, control)
    with (
        open(terminal, "w", encoding="utf-8", newline="\n", closefd=False) as out,
        open(terminal, "w", encoding="utf-8", newline="\n", errors="backslashreplace") as err,  # noqa: PTH123
    ):
        run_on(out, err, *words, TERM="xterm-256color", COLUMNS="200", LINES="50")
    return reading.result(60).decode("utf-8", "replace")


def all_of(control: int) -> bytes:
    """What comes out of a terminal until its other end is closed."""
    read = b""
    try:
        while more := os.read(control, 65536):
            read += more
    except OSError:  # the other end is closed
        pass
    finally:
        os.close(control)
    return read


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A district whose every name and text holds what a terminal acts upon."""
    codes = STANDARDS.replace("PH.3", f"PH.3{RAW}{MARKS}").replace("Tell and", f"Tell{RAW}{MARKS} and")
    files = {
        "standards/standards.csv": codes,
        f"standards/more{TITLE}{MARKS}.csv": f"code,statement\nX.1{RAW},{RAW}Measure{MARKS}\n",
        f"curriculum/{HOSTILE}.md": SEEDS.replace("Planting", f"Planting{TITLE}{MARKS}"),
        f"curriculum/{HOSTILE}.docx": b"no document",
        f"pd/{TITLE}.pdf": b"no document",
        "labels.csv": f"file,lesson,codes\n{TITLE}.md,1{ERASE},X.9{RAW}\nseeds.md,1,PH.2\n",
        f"results/{TITLE}.csv": f"item_id,standard_code,max_points,n,p_value\n{ERASE},{TITLE}.1,1,9,0.5\n",
        "curalign.toml": f'[district]\nname = "Pond{"".join(f"U+{ord(c):04X}" for c in TITLE)}"'.replace("U+", "\\u"),
    }
    folder = make(tmp_path_factory.mktemp("hostile") / HOSTILE, files)
    (folder / "curriculum" / os.fsdecode(b"caf\xe9 \xff.md")).write_text(SEEDS, encoding="utf-8")
    assert check(folder).code in (0, 1)
    return folder


COMMANDS = [
    ("check", "$D", "--encoder", "hashing", "--fail-on", "never"),
    ("report", "$D", "--format", "json"),
    ("report", "$D", "--format", "csv"),
    ("report", "$D", "--format", "html"),
    ("report", "$D", "-o", f"$D/{HOSTILE}.json"),
    ("report", "$D", "-o", "$D/x.nothing"),
    ("report", "$D", f"--{HOSTILE}"),
    (HOSTILE,),
    ("explain", "$D", "PH.1"),
    ("explain", "$D", HOSTILE),
    ("init", "$D", "--dry-run"),
    ("init", "$D"),
    ("evaluate", "$D", "--encoder", "hashing"),
    ("evaluate", "$D", "--format", HOSTILE),
    ("evaluate", f"$D/{HOSTILE}"),
    ("suggest", f"$D/curriculum/{HOSTILE}.md", "--framework", "$D/standards/standards.csv"),
    ("suggest", f"$D/curriculum/{HOSTILE}.docx", "--framework", "$D/standards/standards.csv"),
    ("standards", "validate", "$D/standards"),
    ("standards", "validate", f"$D/standards/more{TITLE}{MARKS}.csv"),
    ("standards", "convert", f"$D/standards/more{TITLE}{MARKS}.csv"),
    ("standards", "diff", "$D/standards/standards.csv", f"$D/standards/more{TITLE}{MARKS}.csv"),
    ("train", "judge", "$D", "-o", f"$D/{HOSTILE}.json", "--encoder", "hashing"),
]


def sorted_out(shown: str) -> str:
    """What was shown, without the sequences by which rich colours and moves its own bars."""
    import re

    return re.sub(r"\x1b\[[0-9;?]*[mAGKHhlJ]", "", shown.replace("\r", "").replace(ERASE, "ERASED"))


@linux
@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: ascii(" ".join(words))[:60])
def test_nothing_of_a_name_or_a_text_reaches_a_terminal_raw(hostile: Path, words: tuple[str, ...]) -> None:
    shown = in_terminal(*(word.replace("$D", str(hostile)) for word in words))
    assert shown.strip()
    assert "mistake of curalign" not in shown
    assert "ERASED" not in sorted_out(shown)
    assert FORBIDDEN & set(sorted_out(shown)) == set()


@linux
@pytest.mark.parametrize("words", COMMANDS[:1] + COMMANDS[4:9], ids=lambda words: ascii(" ".join(words))[:60])
def test_nothing_of_a_name_reaches_a_pipe_of_an_old_code_page_raw(hostile: Path, words: tuple[str, ...]) -> None:
    done = run(*(word.replace("$D", str(hostile)) for word in words), encoding="ascii")
    assert FORBIDDEN & set(done.stdout + done.stderr) == set()


@linux
@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_the_suggested_command_is_quoted_or_none(tmp_path: Path, name: str) -> None:
    folder = make(tmp_path / name)
    shown = here("check", folder, "--encoder", "hashing").out.splitlines()[-1]
    if name in (HOSTILE, "a\nb"):
        assert "not safe to show" in shown
        return
    command = shown.removeprefix("To read it as a page: ")
    words = shlex.split(command)
    assert words == ["curalign", "report", str(folder), "-o", "report.html"]
    line = f"curalign() {{ printf '%s\\n' \"$@\"; }}; {command}"
    typed = subprocess.run(["sh", "-c", line], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert typed.splitlines() == words[1:]
    assert not list(tmp_path.rglob("touched"))


@linux
def test_the_suggested_command_runs_in_a_shell(tmp_path: Path) -> None:
    folder = make(tmp_path / "$(touch touched) a'b")
    shown = here("check", folder, "--encoder", "hashing").out.splitlines()[-1]
    line = f'curalign() {{ {sys.executable} -m curalign "$@"; }}; {shown.removeprefix("To read it as a page: ")}'
    package = str(Path(__file__).resolve().parents[2])
    subprocess.run(["sh", "-c", line], cwd=tmp_path, env={**os.environ, "PYTHONPATH": package}, check=True)
    assert (tmp_path / "report.html").exists()
    assert not list(tmp_path.rglob("touched"))


def test_a_word_that_begins_with_a_dash_is_no_option() -> None:
    assert command_line("curalign check", Path("-o")).endswith("-o")
    assert command_line("curalign check", Path("-o")) != "curalign check -o"


@given(st.text())
def test_what_is_clean_holds_nothing_that_is_acted_upon(text: str) -> None:
    cleaned = clean(text)
    assert FORBIDDEN & set(cleaned) == set()
    assert clean(cleaned) == cleaned
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert cleaned.count("\n") == text.count("\n")


@given(st.text(alphabet=st.characters(exclude_characters="\n"), max_size=80))
def test_a_console_cleans_before_it_colours(text: str) -> None:
    from rich.text import Text

    written = io.StringIO()
    styled_console(written, force_terminal=True, width=500, color_system="standard").print(Text(text, style="red"))
    assert FORBIDDEN & set(sorted_out(written.getvalue())) == set()


def test_only_the_doors_print() -> None:
    cli = Path(__file__).resolve().parents[2] / "curalign"
    users = {
        path.relative_to(cli).as_posix()
        for path in cli.rglob("*.py")
        for words in ("click.echo", "click.secho", " print(", "Console(file", "Console()", "sys.stdout.write")
        if words in path.read_text(encoding="utf-8")
    }
    assert users == {"cli/streams.py"} | ({"reading/documents/worker.py"} & users)
