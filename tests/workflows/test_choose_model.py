"""Which model is used when nobody says, and when somebody does."""

from pathlib import Path

import pytest

from mediakit.engines.models import Model, describe
from mediakit.errors.engines import ModelMissing, ModelNotChosen, ModelNotFound
from mediakit.errors.library import SettingsInvalid
from mediakit.library import Library
from mediakit.settings import Settings
from mediakit.workflows.choose_model import choose_model


def _put(folder: Path, name: str, engine: str = "faster-whisper") -> None:
    model = Model(
        name=name,
        engine=engine,
        languages=("fr",),
        weights=Path("model.bin"),
        sha256="00" * 32,
        size=1,
    )
    describe(model, folder / name)


def _chosen(
    folder: Path, *, name: str = "", engine: str = "", settings: Settings | None = None
) -> tuple[str, str]:
    model = choose_model(
        folder, Library(folder), settings or Settings(), name=name, engine=engine
    )
    return model.name, model.engine


def test_the_only_installed_model_is_used(tmp_path: Path) -> None:
    """Nobody need name it."""
    _put(tmp_path, "small")

    assert ("small", "faster-whisper") == _chosen(tmp_path)


def test_the_demo_model_is_never_used_unasked(tmp_path: Path) -> None:
    """It invents on real speech."""
    with pytest.raises(ModelMissing):
        _chosen(tmp_path)


def test_the_demo_model_is_used_when_it_is_named(tmp_path: Path) -> None:
    """On the command line or in the library's settings; for either engine."""
    asked = Settings(model="demo")

    assert ("demo", "faster-whisper") == _chosen(tmp_path, name="demo")
    assert ("demo", "faster-whisper") == _chosen(tmp_path, settings=asked)
    assert ("demo", "openai-whisper") == _chosen(
        tmp_path, name="demo", engine="openai-whisper"
    )
    assert ("demo", "openai-whisper") == _chosen(
        tmp_path, settings=Settings(model="demo", engine="openai-whisper")
    )


def test_what_is_typed_comes_before_the_settings(tmp_path: Path) -> None:
    """A run may use another model."""
    _put(tmp_path, "small")
    _put(tmp_path, "large")

    asked = Settings(model="large")

    assert ("large", "faster-whisper") == _chosen(tmp_path, settings=asked)
    assert ("small", "faster-whisper") == _chosen(
        tmp_path, name="small", settings=asked
    )


def test_several_models_are_a_question(tmp_path: Path) -> None:
    """The answer names them; naming an engine may answer it."""
    _put(tmp_path, "small")
    _put(tmp_path, "large", "openai-whisper")

    with pytest.raises(ModelNotChosen) as caught:
        _chosen(tmp_path)

    assert {"names": "large, small"} == caught.value.details
    assert ("large", "openai-whisper") == _chosen(tmp_path, engine="openai-whisper")


def test_a_model_that_is_not_here_is_named(tmp_path: Path) -> None:
    """And so is one that is for another engine than asked."""
    _put(tmp_path, "small")

    with pytest.raises(ModelNotFound, match="large"):
        _chosen(tmp_path, name="large")
    with pytest.raises(ModelNotFound, match="small for openai-whisper"):
        _chosen(tmp_path, name="small", engine="openai-whisper")


def test_an_engine_that_is_none_is_refused(tmp_path: Path) -> None:
    """The settings say where to correct it."""
    with pytest.raises(SettingsInvalid, match="faster-whisper, openai-whisper"):
        _chosen(tmp_path, settings=Settings(engine="wisper"))
