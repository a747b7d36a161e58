"""Rules that keep the house easy to walk through; import-linter keeps the directions (`make architecture`)."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "curalign").rglob("*.py"))
HEAVY = (
    "torch",
    "sklearn",
    "spacy",
    "onnxruntime",
    "openvino",
    "sentence_transformers",
    "xberg",
    "altair",
    "fluent",
    "babel",
    "vl_convert",
    "mcp",
)


def modules_after(code: str) -> set[str]:
    """Names of the top-level packages that a fresh interpreter holds after running `code`."""
    script = f"{code}\nimport sys; print(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_module_is_longer_than_400_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_function_is_longer_than_60_lines(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert [f.name for f in functions if (f.end_lineno or 0) - f.lineno + 1 > 60] == []


def test_importing_curalign_loads_nothing_heavy_and_no_numpy() -> None:
    assert modules_after("import curalign").isdisjoint((*HEAVY, "numpy", "pydantic", "click"))


def test_help_loads_nothing_heavy_and_no_numpy() -> None:
    code = "import contextlib, sys; sys.argv = ['curalign', '--help']\nfrom curalign.cli import main\n"
    code += "with contextlib.suppress(SystemExit): main()"
    assert modules_after(code).isdisjoint((*HEAVY, "numpy", "pydantic"))


@pytest.mark.parametrize(
    "name", ["align", "check", "suggest", "read_framework", "read_district", "measure_coverage", "find_gaps"]
)
def test_every_public_name_is_there(name: str) -> None:
    import curalign

    assert callable(getattr(curalign, name))
    assert name in dir(curalign)


def test_onnxruntime_is_imported_only_where_its_telemetry_is_switched_off() -> None:
    loads = re.compile(r"(?:import |from |import_module\(.)onnxruntime")
    users = [path for path in MODULES if loads.search(path.read_text(encoding="utf-8"))]
    assert [path.relative_to(ROOT).as_posix() for path in users] == ["curalign/embedding/fast.py"]


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\n"
    )
    texts = (
        path for name in listed if (path := ROOT / name).suffix in {".py", ".md", ".toml", ".txt", ".json", ".yaml"}
    )
    found = [str(p) for p in texts if p.is_file() and "/" + "work/" in p.read_text(encoding="utf-8", errors="replace")]
    assert found == []


def test_the_wheel_holds_every_folder_of_models_and_no_recipe() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packed = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    folders = {f"models/{path.name}" for path in (ROOT / "models").iterdir() if path.is_dir()}
    assert {source: packed.get(source) for source in folders - {"models/recipes"}} == {
        source: f"curalign/_{source}" for source in folders - {"models/recipes"}
    }
    assert not {"models", "models/recipes"} & set(packed)


def test_constraints_pin_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(d for group in project["optional-dependencies"].values() for d in group)]
    names = {"".join(c if c.isalnum() else "-" for c in d.split(">")[0].split("=")[0].split("[")[0]) for d in wanted}
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").lower().replace("_", "-")
    assert [n for n in names - {"curalign"} if f"\n{n.lower()}==" not in f"\n{pins}"] == []
