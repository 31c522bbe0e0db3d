"""What is a model, and what only looks like one."""

import pickle
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from mediakit.engines.demo import LANGUAGES, demo_models
from mediakit.engines.registry import LIBRARIES, all_models, examine, load
from mediakit.engines.whisper_languages import TAGS
from mediakit.errors.engines import EngineMissing, ModelUnusable
from tests.extras import needs_openai_whisper
from tests.fakes.program import read_nothing
from tests.models import checkpoint, model_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a model for faster-whisper."""
    return model_folder(tmp_path / "model")


def test_the_demo_model_is_there_for_every_engine(tmp_path: Path) -> None:
    """It is marked as what it is, and knows two languages."""
    models = all_models(tmp_path)

    assert [library.NAME for library in LIBRARIES] == [model.engine for model in models]
    for model in models:
        assert ("demo", LANGUAGES) == (model.name, model.languages)
        assert "the demo's sentences only" in model.notice
        assert model.weights.is_file()


@pytest.mark.engine
def test_a_folder_is_a_model_of_faster_whisper(folder: Path) -> None:
    """All languages of its tokens are known if nobody says otherwise."""
    model, files = examine(folder, (), threads=1)

    assert ("faster-whisper", TAGS[:99]) == (model.engine, model.languages)
    assert folder / "model.bin" == model.weights == files[0]
    assert sum(path.stat().st_size for path in folder.iterdir()) == model.size


@pytest.mark.engine
@needs_openai_whisper
def test_a_checkpoint_is_a_model_of_openai_whisper(tmp_path: Path) -> None:
    """The languages it was made for are taken as they are given."""
    path = checkpoint(tmp_path / "model.pt")

    model, files = examine(path, ("bm",), threads=1)

    assert ("openai-whisper", ("bm",)) == (model.engine, model.languages)
    assert (path,) == files


@pytest.mark.engine
@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: (folder / "model.bin").write_bytes(b"no weights"),
        lambda folder: _truncate(folder / "model.bin"),
        lambda folder: (folder / "config.json").write_text("{"),
        lambda folder: (folder / "tokenizer.json").write_text("{}"),
        lambda folder: (folder / "tokenizer.json").unlink(),
        lambda folder: (folder / "model.bin").unlink(),
        shutil.rmtree,
    ],
)
def test_a_damaged_folder_is_refused(folder: Path, damage: object) -> None:
    """Whatever is wrong with it, there is one sentence, and no network is asked."""
    assert callable(damage)
    damage(folder)

    with pytest.raises(ModelUnusable) as caught:
        examine(folder, (), threads=1)

    assert str(folder) == caught.value.details["path"]
    assert caught.value.details["reason"]


@pytest.mark.engine
@pytest.mark.parametrize("content", [b"", b"PK no zip", pickle.dumps({"dims": {}})])
@needs_openai_whisper
def test_a_damaged_checkpoint_is_refused(tmp_path: Path, content: bytes) -> None:
    """Whatever is wrong with it, there is one sentence."""
    path = tmp_path / "model.pt"
    path.write_bytes(content)

    with pytest.raises(ModelUnusable):
        examine(path, (), threads=1)


class _Program:
    """What a stranger's pickle could hold."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, ...]:
        """Run when the pickle is read."""
        return (Path.touch, (self.mark,))


@pytest.mark.engine
@needs_openai_whisper
def test_a_checkpoint_that_is_a_program_is_not_run(tmp_path: Path) -> None:
    """A file from a stranger cannot do anything here."""
    mark, path = tmp_path / "ran", tmp_path / "model.pt"
    path.write_bytes(pickle.dumps({"dims": _Program(mark)}))

    with pytest.raises(ModelUnusable, match="more than weights"):
        examine(path, (), threads=1)
    assert not mark.exists()


def test_a_missing_library_is_named_with_the_command_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The command is for the very Python that runs."""
    monkeypatch.setitem(sys.modules, "whisper", None)

    with pytest.raises(EngineMissing) as caught:
        load(demo_models()[1], threads=1, read=read_nothing)

    command = f"{sys.executable} -m pip install openai-whisper"
    assert command == caught.value.details["command"]


def test_a_model_for_an_engine_unknown_here_is_refused() -> None:
    """A newer mediakit may have added it."""
    model = replace(demo_models()[0], engine="parrot")

    with pytest.raises(ModelUnusable, match="parrot"):
        load(model, threads=1, read=read_nothing)


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
