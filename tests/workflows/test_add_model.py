"""Adding and removing models."""

from pathlib import Path

import pytest

from mediakit.engines.models import installed
from mediakit.errors.engines import ModelExists, ModelNotFound, ModelUnusable
from mediakit.files import checksum
from mediakit.workflows.add_model import add_model
from mediakit.workflows.list_models import list_models
from mediakit.workflows.remove_model import remove_model
from tests.extras import needs_openai_whisper
from tests.models import FILES, checkpoint, model_folder

pytestmark = pytest.mark.engine


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Return a model as somebody brought it."""
    return model_folder(tmp_path / "whisper-small")


@pytest.fixture
def models(tmp_path: Path) -> Path:
    """Return a models folder that is not there yet."""
    return tmp_path / "models"


def test_a_model_is_copied_with_all_it_needs(stick: Path, models: Path) -> None:
    """The stick may go; other files that were on it are not taken."""
    (stick / "photo.jpg").write_bytes(b"private")

    model = add_model(models, stick, licence="MIT", threads=1)

    assert [model] == installed(models)
    assert ("whisper-small", str(stick), "MIT") == (
        model.name,
        model.source,
        model.licence,
    )
    assert sorted([*FILES, "model.json"]) == sorted(
        path.name for path in (models / "whisper-small").iterdir()
    )
    assert checksum(stick / "model.bin") == model.sha256 == checksum(model.weights)


def test_a_linked_model_stays_where_it_is(stick: Path, models: Path) -> None:
    """Only its description is written; removing it touches none of its files."""
    model = add_model(models, stick, name="linked", link=True, threads=1)

    assert stick / "model.bin" == model.weights
    assert [model] == installed(models)

    remove_model(models, "linked")

    assert [] == installed(models)
    assert set(FILES) == {path.name for path in stick.iterdir()}


def test_a_linked_model_that_went_away_is_listed_so(stick: Path, models: Path) -> None:
    """Its disk may not be plugged in."""
    add_model(models, stick, name="linked", link=True, threads=1)
    (stick / "model.bin").rename(stick / "gone")

    assert [True, True, False] == [one.is_there for one in list_models(models)]


@needs_openai_whisper
def test_a_checkpoint_is_added_for_its_language(tmp_path: Path, models: Path) -> None:
    """A model may be made for a language that Whisper does not know."""
    path = checkpoint(tmp_path / "bambara.pt")

    model = add_model(models, path, languages=("BAM",), threads=1)

    assert ("bambara", "openai-whisper", ("bm",)) == (
        model.name,
        model.engine,
        model.languages,
    )


def test_what_is_no_model_leaves_nothing(tmp_path: Path, models: Path) -> None:
    """It is refused before anything is written."""
    with pytest.raises(ModelUnusable):
        add_model(models, tmp_path, threads=1)

    assert not models.exists()


@pytest.mark.parametrize("name", ["small", "SMALL", "demo"])
def test_a_name_is_given_once(stick: Path, models: Path, name: str) -> None:
    """Also where folders' names ignore case; the demo's name is taken."""
    add_model(models, stick, name="small", link=True, threads=1)

    with pytest.raises(ModelExists):
        add_model(models, stick, name=name, threads=1)


def test_a_name_is_never_a_path(stick: Path, models: Path) -> None:
    """A model is added inside the models folder, whatever it is called."""
    model = add_model(models, stick, name="../../small", threads=1)

    assert models == model.weights.parent.parent


def test_an_interrupted_copy_is_begun_again(stick: Path, models: Path) -> None:
    """What it left is not listed and not in the way."""
    left = models / ".whisper-small.adding"
    left.mkdir(parents=True)
    (left / "model.bin").write_bytes(b"half")

    add_model(models, stick, threads=1)

    assert ["whisper-small"] == [path.name for path in models.iterdir()]


def test_a_damaged_model_can_be_removed(stick: Path, models: Path) -> None:
    """Its description cannot be read, which would be in the way of all others."""
    add_model(models, stick, threads=1)
    (models / "whisper-small" / "model.json").write_text("{")

    remove_model(models, "whisper-small")

    assert [] == installed(models)


def test_a_removed_model_is_gone(stick: Path, models: Path) -> None:
    """With its files; removing it twice is refused, and so is removing the demo's."""
    add_model(models, stick, threads=1)

    remove_model(models, "whisper-small")

    assert [] == list(models.iterdir())
    (models.parent / "model.json").touch()
    for name in ("whisper-small", "demo", "..", ".", "", "../whisper-small"):
        with pytest.raises(ModelNotFound):
            remove_model(models, name)
