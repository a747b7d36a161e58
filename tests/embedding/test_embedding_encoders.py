"""What every encoder promises, and what each adds."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from pathlib import Path

import numpy as np
import pytest
from embedding_process import LONG, PUBLISHED, TEXTS, Offline, run_python
from hypothesis import given, settings
from hypothesis import strategies as st

from curalign.embedding import DEFAULT, ENCODERS, Encoder, load_encoder
from curalign.embedding.wording import normalise
from curalign.errors import ModelError
from curalign.resources import models_folder

SHIPPED = models_folder() / "encoders" / DEFAULT
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)


@pytest.fixture(scope="module", params=sorted(ENCODERS))
def encoder(request: pytest.FixtureRequest) -> Encoder:
    return load_encoder(request.param)


def test_rows_are_float32_of_length_1(encoder: Encoder) -> None:
    rows = encoder.encode(TEXTS)
    assert rows.dtype == np.float32
    assert rows.shape == (len(TEXTS), encoder.encode([]).shape[1])
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-6)


def test_no_texts_give_no_rows(encoder: Encoder) -> None:
    assert encoder.encode([]).shape[0] == 0


@settings(max_examples=15, deadline=None)
@given(texts=st.lists(ANY_TEXT, min_size=1, max_size=5), data=st.data())
def test_a_vector_depends_on_its_text_alone(encoder: Encoder, texts: list[str], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(texts))))
    rows = encoder.encode(texts)
    assert np.isfinite(rows).all()
    # Bit for bit where this was built; 1e-6 is what is promised of any other processor.
    np.testing.assert_allclose(encoder.encode([texts[i] for i in order]), rows[order], rtol=0, atol=1e-6)
    np.testing.assert_allclose(np.concatenate([encoder.encode([t]) for t in texts]), rows, rtol=0, atol=1e-6)


@pytest.mark.parametrize("text", ["a\ud800b", "\udfff", "a\0b", "\0", "", " \n\t", "\U0010ffff", "é" * 5000])
def test_odd_texts_are_texts(encoder: Encoder, text: str) -> None:
    assert np.linalg.norm(encoder.encode([text])[0]) == pytest.approx(1, abs=1e-6)


def test_spaces_and_composition_do_not_matter(encoder: Encoder) -> None:
    plain, odd = encoder.encode(["measure a café table", "  measure\na cafe\u0301\u00a0 table "])
    np.testing.assert_array_equal(plain, odd)


def test_progress_adds_up(encoder: Encoder) -> None:
    done: list[int] = []
    encoder.encode([*TEXTS, *TEXTS], done.append)
    assert sum(done) == 2 * len(TEXTS)


def test_name_begins_the_fingerprint(encoder: Encoder) -> None:
    assert encoder.fingerprint.startswith(f"{encoder.name}@")


@given(text=ANY_TEXT)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    once.encode()


def test_default_is_the_shipped_one() -> None:
    assert load_encoder().fingerprint == load_encoder(DEFAULT).fingerprint == load_encoder("standards").fingerprint
    assert load_encoder().note == ""


def test_unknown_name_lists_what_exists() -> None:
    for name in ("no-such", "no.such", "json", "__main__", "a\0b", ""):
        with pytest.raises(ModelError, match=r"There is no encoder .*" + ", ".join(sorted(ENCODERS))):
            load_encoder(name)


@pytest.mark.parametrize("name", ["standards", "standards-open"])
def test_a_shipped_encoder_keeps_under_45_megabytes_and_its_card_is_true(name: str) -> None:
    folder = models_folder() / "encoders" / name
    card = json.loads((folder / "encoder.json").read_text(encoding="utf-8"))
    assert max(path.stat().st_size for path in folder.rglob("*") if path.is_file()) <= 45_000_000
    for file, facts in card["files"].items():
        content = (folder / file).read_bytes()
        assert (facts["sha256"], facts["bytes"]) == (hashlib.sha256(content).hexdigest(), len(content))
        assert facts["sha256"] in (folder / "README.md").read_text(encoding="utf-8")


def test_the_same_weights_agree_in_sentence_transformers(offline: Offline) -> None:
    cosines = (offline.rows[DEFAULT] * offline.rows["plain"]).sum(axis=1)
    assert cosines.min() > 0.99999


def test_the_default_is_the_same_in_another_process(offline: Offline) -> None:
    np.testing.assert_array_equal(load_encoder().encode(TEXTS), offline.rows[DEFAULT])


def test_the_default_is_the_same_on_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = load_encoder().encode(TEXTS)
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    np.testing.assert_allclose(load_encoder().encode(TEXTS), rows, rtol=0, atol=1e-6)


def test_the_default_knows_meaning() -> None:
    measure, ruler, poem = load_encoder().encode(
        ["Measure lengths to the nearest inch.", "Use a ruler on three objects.", "Describe the poem's rhyme scheme."]
    )
    assert measure @ ruler > measure @ poem + 0.1


def test_the_default_reads_256_tokens() -> None:
    long, longer = load_encoder().encode([LONG, LONG + "A volcano erupts."])
    np.testing.assert_array_equal(long, longer)


def test_the_default_is_quick_with_a_book() -> None:
    book, page = load_encoder().encode(["measure the bean " * 500_000, "measure the bean " * 500])
    np.testing.assert_array_equal(book, page)


def test_no_sockets_no_noise_and_nothing_written(offline: Offline) -> None:
    assert offline.sockets == []
    assert offline.stderr == ""
    assert offline.written == []


def test_fingerprint_loads_no_library() -> None:
    code = (
        "import sys; from curalign.embedding import load_encoder; print(load_encoder().fingerprint);"
        "print(sorted({'onnxruntime', 'tokenizers', 'torch', 'sentence_transformers'} & set(sys.modules)))"
    )
    assert run_python(code).stdout.split() == [load_encoder().fingerprint, "[]"]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "copied"))


def test_an_exported_folder_is_an_encoder(copied: Path) -> None:
    again = load_encoder(str(copied))
    assert again.fingerprint == load_encoder().fingerprint
    np.testing.assert_array_equal(again.encode(["a bean"]), load_encoder().encode(["a bean"]))


@pytest.mark.parametrize("name", ["model.onnx", "model.safetensors", "tokenizer.json"])
def test_one_changed_byte_is_refused(copied: Path, name: str) -> None:
    content = bytearray((copied / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copied / name).write_bytes(content)
    with pytest.raises(ModelError, match=rf"{name}.*checksum.*reinstall"):
        load_encoder(str(copied)).encode(["a"])


@pytest.mark.parametrize("name", ["model.onnx", "model.safetensors", "tokenizer.json"])
def test_a_missing_file_is_refused(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(ModelError, match=rf"{name}.*reinstall"):
        load_encoder(str(copied)).encode(["a"])


@pytest.mark.parametrize("card", ["", "[]", "{}", '{"format": 2}', '{"format": 1, "files": {"model.onnx": 3}}'])
def test_a_card_that_cannot_be_read_is_refused(copied: Path, card: str) -> None:
    (copied / "encoder.json").write_text(card)
    with pytest.raises(ModelError, match=r"encoder\.json"):
        load_encoder(str(copied))


def test_weights_that_cannot_be_run_are_refused(copied: Path) -> None:
    (copied / "model.onnx").write_bytes(b"not a graph")
    card = json.loads((copied / "encoder.json").read_text(encoding="utf-8"))
    card["files"]["model.onnx"]["sha256"] = hashlib.sha256(b"not a graph").hexdigest()
    (copied / "encoder.json").write_text(json.dumps(card), encoding="utf-8")
    changed = load_encoder(str(copied))
    assert changed.fingerprint != load_encoder().fingerprint
    with pytest.raises(ModelError, match="cannot run"):
        changed.encode(["a"])


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="not a sentence-transformers model"):
        load_encoder(str(tmp_path))


def test_a_model_folder_without_weights_is_refused(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(ModelError, match="no weights"):
        _ = load_encoder(str(tmp_path)).fingerprint


def test_a_damaged_model_folder_is_refused(offline: Offline) -> None:
    assert "sentence-transformers cannot load" in offline.damaged


def test_a_models_fingerprint_follows_its_files_and_not_its_path(tmp_path: Path) -> None:
    one, two = tmp_path / "one" / "mine", tmp_path / "two" / "mine"
    one.mkdir(parents=True)
    (one / "config.json").write_text("{}")
    (one / "model.safetensors").write_bytes(b"weights")
    shutil.copytree(one, two)
    first = load_encoder(str(one)).fingerprint
    assert first == load_encoder(str(two)).fingerprint
    assert first.startswith("mine@sha256:")
    (two / "model.safetensors").write_bytes(b"other weights")
    assert first != load_encoder(str(two)).fingerprint


def test_an_installed_package_is_found_by_name() -> None:
    pytest.importorskip(PUBLISHED)
    assert load_encoder(PUBLISHED).name == PUBLISHED


def test_hashing_says_what_it_is() -> None:
    assert load_encoder("hashing").note == "hashing encoder: for tests only, not for decisions"


def test_hashing_is_the_same_everywhere() -> None:
    rows = load_encoder("hashing").encode(["measure the bean", "measure the beans", "a poem"])
    assert [int(np.argmax(np.abs(row))) for row in rows] == [380, 380, 81]
    assert rows[0] @ rows[1] == pytest.approx(0.8, abs=0.2)
    code = (
        "from curalign.embedding import load_encoder; import sys;"
        "sys.stdout.write(load_encoder('hashing').encode(['measure the bean']).tobytes().hex())"
    )
    assert run_python(code, PYTHONHASHSEED="7").stdout == rows[0].tobytes().hex()


@pytest.mark.skipif(sys.byteorder != "little", reason="the shipped bytes were written on a little-endian machine")
def test_export_gives_the_shipped_bytes_again(tmp_path: Path) -> None:
    pytest.importorskip("onnx")
    pytest.importorskip(PUBLISHED)
    from curalign.training.export import export

    export(SHIPPED, tmp_path, name="standards", licence="CC-BY-NC-SA-4.0")
    for path in tmp_path.rglob("*.*"):
        if path.is_file():
            assert path.read_bytes() == (SHIPPED / path.relative_to(tmp_path)).read_bytes(), path.name


def test_export_refuses_what_is_no_model(tmp_path: Path) -> None:
    pytest.importorskip("onnx")
    pytest.importorskip(PUBLISHED)
    from curalign.training.export import export

    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    with pytest.raises(ModelError, match="training wrote"):
        export(tmp_path, tmp_path / "out", name="other", licence="none")
