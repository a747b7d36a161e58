"""What sentence-transformers makes of the texts, computed once, in a process that may not open a socket."""

from __future__ import annotations

import json
import shutil

import numpy as np
import pytest
from embedding_process import OFFLINE, TEXTS, Offline, run_python

from curalign.embedding import DEFAULT
from curalign.resources import models_folder


@pytest.fixture(scope="session")
def offline(tmp_path_factory: pytest.TempPathFactory) -> Offline:
    """The default encoder, and the same weights in sentence-transformers; and the error for a damaged folder."""
    home, out, damaged, parent = (tmp_path_factory.mktemp(name) for name in ("home", "out", "damaged", "parent"))
    plain = parent / "plain"
    shutil.copytree(models_folder() / "encoders" / DEFAULT, plain, ignore=shutil.ignore_patterns("encoder.json"))
    (damaged / "config.json").write_text('{"model_type": "bert"}')
    (damaged / "model.safetensors").write_bytes(b"not weights")
    asked = json.dumps([TEXTS, {DEFAULT: DEFAULT, "plain": str(plain)}, str(damaged), str(out)])
    done = run_python(OFFLINE, asked=asked, HOME=str(home), USERPROFILE=str(home))
    said = json.loads(done.stdout)
    with np.load(out / "rows.npz") as rows:
        found = {name: rows[name] for name in rows.files}
    written = [path.relative_to(home).as_posix() for path in home.rglob("*")]
    return Offline(found, said["sockets"], said["damaged"], done.stderr, written)
