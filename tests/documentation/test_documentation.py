"""What the documents say runs, and what can be run is documented."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from commands import run
from sample_districts import MAPLE_VALLEY, ROOT

from curalign.cli import COMMANDS
from curalign.finding import RULES
from curalign.settings import Settings

README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = [
    ROOT / "README.md",
    *(path for folder in ("docs", "models", "benchmarks") for path in sorted((ROOT / folder).rglob("*.md"))),
]


def blocks(language: str, text: str = README) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def python(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", env=env, check=False)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, maple_valley_checked: Path) -> Path:
    """A folder as README's reader has it: a part of the sample district, never checked, and one of their own, checked.

    What runs on a part runs on the whole; tests of the whole are in `corpora`.
    """
    folder = tmp_path_factory.mktemp("desk")
    a_part = shutil.ignore_patterns(".curalign", "river", "Grade [45]", "pd", "*.pdf")
    shutil.copytree(MAPLE_VALLEY, folder / "corpora" / "maple-valley", ignore=a_part)
    (folder / "corpora" / "maple-valley" / "pd").mkdir()
    for session in sorted((MAPLE_VALLEY / "pd").glob("W*.docx")):
        shutil.copy(session, folder / "corpora" / "maple-valley" / "pd")
    shutil.copytree(maple_valley_checked, folder / "our-district")
    (folder / "lesson.md").write_text("# Sharing\n\nPupils share 24 counters fairly among 6 bowls.\n", encoding="utf-8")
    return folder


def test_the_readmes_python_runs(desk: Path) -> None:
    for code in blocks("python"):
        done = python("-c", code, cwd=desk)
        assert done.returncode == 0, done.stderr
        assert done.stdout


def test_the_readmes_commands_run(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    lines = [line.split("#")[0] for block in blocks("sh") for line in block.splitlines()]
    commands = [shlex.split(line) for line in lines if line.startswith("curalign ")]
    assert commands
    for command in commands:
        done = run(*command[1:])
        assert done.returncode in (0, 1), f"{command}: {done.stderr}"
        assert done.stderr == ""


def test_the_snippets_about_reports_run_on_the_sample_district(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    snippets = blocks("python", (ROOT / "docs" / "reports.md").read_text(encoding="utf-8"))
    assert {name for name in ("parquet", "jsonl", "csv") for code in snippets if f"coverage.{name}" in code} == {
        *("parquet", "jsonl", "csv")
    }
    for ending in ("csv", "jsonl", "parquet"):
        done = run("report", "our-district", "-o", f"coverage.{ending}")
        assert done.returncode == 0, done.stderr
    each_alone = "for code in sys.argv[1:]:\n    exec(code, {'__name__': '__main__'})\n    print('---')"
    done = python("-W", "error", "-c", f"import sys\n{each_alone}", *snippets, cwd=desk)
    assert done.returncode == 0, done.stderr
    shown = done.stdout.split("---\n")[:-1]
    assert len(shown) == len(snippets)
    assert all(len(text.splitlines()) > 2 or "{" in text for text in shown)


def test_the_readmes_settings_are_settings() -> None:
    import tomllib

    for block in blocks("toml"):
        Settings.model_validate(tomllib.loads(block))


def test_the_two_commands_are_targets_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for line in blocks("sh")[0].splitlines():
        assert re.search(rf"^{line.split()[1]}:", makefile, re.MULTILINE), line


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme(name: str) -> None:
    assert f"curalign {name}" in README


@pytest.mark.parametrize("code", RULES)
def test_every_finding_is_in_the_readme_under_the_title_that_reports_give_it(code: str) -> None:
    assert f"| {code} | {RULES[code].severity} | {RULES[code].title}" in README


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    assert [t for t in targets if not (path.parent / t).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_scripts_are_where_documents_say(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    started = [name.replace(".", "/") + ".py" for name in re.findall(r"python -m ((?:benchmarks|models)[.\w]+)", text)]
    named = re.findall(r"\b((?:benchmarks|models/recipes|tests)/[\w/]+\.py)", text)
    assert [name for name in (*started, *named) if not (ROOT / name).is_file()] == []


def test_every_script_is_in_the_benchmarks_readme() -> None:
    text = (ROOT / "benchmarks" / "README.md").read_text(encoding="utf-8")
    scripts = [path for folder in ("benchmarks", "models/recipes") for path in (ROOT / folder).rglob("*.py")]
    runs = [path for path in scripts if 'if __name__ == "__main__"' in path.read_text(encoding="utf-8")]
    modules = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in runs]
    assert modules
    files = [module.rpartition(".")[2] + ".py" for module in modules]
    missing = [m for m, file in zip(modules, files, strict=True) if f"python -m {m}" not in text and file not in text]
    assert missing == []


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.py")), ids=lambda p: p.name)
def test_examples_run(path: Path, desk: Path) -> None:
    done = python(str(path), cwd=desk)
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_architecture_names_only_files_that_exist() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = text.split("## Where to change what")[1].split("## ")[0]
    named = {name.split(":")[0].strip() for name in re.findall(r"`([\w/]+(?:/|\.py)[^`]*)`", table)}
    roots = (ROOT, ROOT / "curalign")
    assert [name for name in named if not any((root / name).exists() for root in roots)] == []


def test_architecture_names_only_things_that_their_files_hold() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = re.findall(r"`([\w/]+\.py): (\w+)", text)
    assert len(named) > 10
    files = {
        name: next(path for root in (ROOT, ROOT / "curalign") if (path := root / name).exists()) for name, _ in named
    }
    assert [f"{n}: {what}" for n, what in named if not re.search(rf"\b{what}\b", files[n].read_text("utf-8"))] == []
