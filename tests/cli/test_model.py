"""``mediakit model``."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.fakes.hub import FakeHub, fake_hub
from tests.models import model_folder


@pytest.fixture(autouse=True)
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Begin with no models but the demo's."""
    folder = tmp_path / "models"
    monkeypatch.setenv("MEDIAKIT_MODELS", str(folder))
    return folder


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeHub]:
    """Run a hub that offers the model tiny."""
    folder = model_folder(tmp_path / "hub")
    with fake_hub("Systran/faster-whisper-tiny", folder) as running:
        monkeypatch.setenv("HF_ENDPOINT", running.address)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        yield running


def test_the_demo_model_is_listed_as_what_it_is(run: Run) -> None:
    """Nobody takes it for a model of real speech."""
    status, out, _err = run("model", "list")

    assert 0 == status
    assert ["demo", "demo"] == [line.split()[0] for line in out.splitlines()[1:]]
    assert 2 == out.count("knows the demo's sentences only")


@pytest.mark.engine
def test_a_model_is_added_listed_and_removed(run: Run, tmp_path: Path) -> None:
    """From a stick, for a language of its own."""
    stick = str(model_folder(tmp_path / "stick"))

    added = run("model", "add", stick, "--name", "bambara", "--language", "bm")
    listed = json.loads(run("model", "list", "--json")[1])
    removed = run("model", "remove", "bambara")

    assert (0, "bambara\n") == added[:2] == removed[:2]
    assert ("bambara", ["bm"]) == (
        listed[-1]["model"]["name"],
        listed[-1]["model"]["languages"],
    )
    assert 2 == len(json.loads(run("model", "list", "--json")[1]))


@pytest.mark.engine
def test_a_model_is_downloaded(run: Run, hub: FakeHub) -> None:
    """Its size and where it is are said first."""
    size = sum(map(len, hub.files.values()))

    status, out, err = run("model", "get", "tiny")

    assert (0, "tiny\n") == (status, out)
    assert f"Downloading {round(size / 1e6)} MB from {hub.address}/Systran" in err
    assert "99 languages" in run("model", "list")[1]


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (("add", "{tmp}"), 60, "no speech model that can be used"),
        (("add", "{tmp}/nothing"), 2, "does not exist"),
        (("add", "{tmp}", "--name", "demo"), 61, "called demo already"),
        (("add", "{tmp}", "--language", "french!"), 16, "is not a language tag"),
        (("remove", "demo"), 2, "is part of mediakit and stays"),
        (("remove", "small"), 59, "no model called small"),
        (("get", "demo"), 61, "called demo already"),
        (("get", "smal"), 64, "none of tiny, base, small"),
    ],
)
def test_mistakes_have_a_sentence_and_change_nothing(
    run: Run,
    tmp_path: Path,
    models: Path,
    words: tuple[str, ...],
    status: int,
    sentence: str,
) -> None:
    """Each has its own exit status."""
    typed = [word.replace("{tmp}", str(tmp_path)) for word in words]

    found, out, err = run("model", *typed)

    assert (status, "") == (found, out)
    assert sentence in " ".join(err.split())
    assert not models.exists()
