"""Where the data that travels with the code lies."""

from __future__ import annotations

from pathlib import Path


def decoys_file() -> Path:
    """The statements that no school teaches: inside an installed package, or beside it in a source checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "_models"
    return (installed if installed.is_dir() else package.parent / "corpora") / "decoys.tsv"


def models_folder() -> Path:
    """The folder of encoders and judges: inside an installed package, or beside it in a source checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "_models"
    return installed if installed.is_dir() else package.parent / "models"
