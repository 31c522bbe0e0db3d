"""Descriptions of models on disk."""

import os
from pathlib import Path

import pytest

from mediakit.engines.models import DESCRIPTION, Model, describe, installed
from mediakit.errors.engines import ModelUnusable

MODEL = Model(
    name="bambara",
    engine="faster-whisper",
    languages=("bm", "fr"),
    weights=Path("anywhere/model.bin"),
    sha256="ab" * 32,
    size=75_000_000,
    source="/media/stick/bambara",
    licence="Apache-2.0",
)


def test_a_model_is_read_as_it_was_described(tmp_path: Path) -> None:
    """Its name is the folder's; its weights are beside the description."""
    describe(MODEL, tmp_path / "small")

    (found,) = installed(tmp_path)

    assert ("small", tmp_path / "small" / "model.bin") == (found.name, found.weights)
    assert (MODEL.languages, MODEL.sha256, MODEL.size, MODEL.source, MODEL.licence) == (
        found.languages,
        found.sha256,
        found.size,
        found.source,
        found.licence,
    )


def test_a_model_that_is_not_complete_is_not_listed(tmp_path: Path) -> None:
    """Folders are hidden until everything is in them."""
    describe(MODEL, tmp_path / ".small.adding")

    assert [] == installed(tmp_path)


def test_no_folder_has_no_models(tmp_path: Path) -> None:
    """Nobody has added one yet."""
    assert [] == installed(tmp_path / "nothing")


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", "[" * 100_000, '{"size": "x"}'])
def test_a_damaged_description_is_named(tmp_path: Path, text: str) -> None:
    """The person learns which file to look at."""
    path = tmp_path / "small" / DESCRIPTION
    path.parent.mkdir()
    path.write_text(text)

    with pytest.raises(ModelUnusable) as caught:
        installed(tmp_path)

    assert str(path) == caught.value.details["path"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_for_a_description_is_named_and_not_waited_for(tmp_path: Path) -> None:
    """Every command that looks for models would wait for ever."""
    (tmp_path / "small").mkdir()
    os.mkfifo(tmp_path / "small" / DESCRIPTION)

    with pytest.raises(ModelUnusable, match="it is no file"):
        installed(tmp_path)
