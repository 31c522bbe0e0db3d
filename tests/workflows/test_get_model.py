"""Fetching a model, from a hub on this machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mediakit.engines.models import Model, installed
from mediakit.errors.engines import DownloadFailed, ModelExists
from mediakit.workflows.get_model import get_model, offered_model
from mediakit.workflows.remove_model import remove_model
from tests.fakes.hub import COMMIT, FakeHub, fake_hub
from tests.models import FILES, model_folder

REPOSITORY = "Systran/faster-whisper-tiny"


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeHub]:
    """Run a hub that offers the model tiny."""
    folder = model_folder(tmp_path / "hub")
    (folder / "README.md").write_text("not needed")
    with fake_hub(REPOSITORY, folder) as running:
        monkeypatch.setenv("HF_ENDPOINT", running.address)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        yield running


@pytest.fixture
def models(tmp_path: Path) -> Path:
    """Return a models folder that is not there yet."""
    return tmp_path / "models"


def _get(models: Path, name: str = "tiny") -> tuple[list[int], Model]:
    *steps, model = get_model(models, offered_model(models, name), threads=1)
    assert isinstance(model, Model)
    return [step for step in steps if isinstance(step, int)], model


@pytest.mark.engine
def test_a_model_is_fetched_and_verified(hub: FakeHub, models: Path) -> None:
    """Only what is needed of it, from one revision, which is recorded."""
    steps, model = _get(models)

    assert [model] == installed(models)
    assert ("tiny", "mit", f"{hub.address}/{REPOSITORY}/tree/{COMMIT}") == (
        model.name,
        model.licence,
        model.source,
    )
    assert sorted(steps) == steps
    assert model.size == steps[-1]
    assert {*FILES, "model.json"} == {
        path.name for path in model.weights.parent.iterdir()
    }


@pytest.mark.engine
def test_a_transfer_that_breaks_off_goes_on_where_it_stopped(
    hub: FakeHub, models: Path
) -> None:
    """Nothing is fetched twice, however often the network breaks."""
    hub.break_after = 4_000_000

    _get(models)

    assert ["bytes=4000000-", "bytes=8000000-"] == hub.ranges


@pytest.mark.engine
def test_an_interrupted_download_goes_on_where_it_stopped(
    hub: FakeHub, models: Path
) -> None:
    """Another day, with the same command."""
    steps = get_model(models, offered_model(models, "tiny"), threads=1)
    here = next(steps)
    assert isinstance(here, int)
    steps.close()

    _get(models)

    assert [f"bytes={here}-"] == hub.ranges


@pytest.mark.engine
def test_what_arrives_damaged_is_not_kept(hub: FakeHub, models: Path) -> None:
    """The next try fetches it again."""
    hub.damaged = True
    with pytest.raises(DownloadFailed, match=r"model\.bin arrived damaged"):
        _get(models)
    assert [] == installed(models)

    hub.damaged = False
    _get(models)

    assert [] == hub.ranges


def test_a_connection_that_brings_nothing_is_an_error(
    hub: FakeHub, models: Path
) -> None:
    """It is not tried for ever."""
    hub.break_after = 0

    with pytest.raises(DownloadFailed):
        _get(models)


@pytest.mark.parametrize(
    ("name", "reason"),
    [("nobody/nothing", "404 Not Found"), ("smal", "tiny, base, small")],
)
def test_a_model_that_is_not_offered_is_refused(
    hub: FakeHub, models: Path, name: str, reason: str
) -> None:
    """The person learns what there is."""
    with pytest.raises(DownloadFailed, match=reason):
        offered_model(models, name)


def test_a_model_made_for_something_else_is_not_fetched(
    hub: FakeHub, models: Path
) -> None:
    """The hub has models of every kind."""
    del hub.files["model.bin"]

    with pytest.raises(DownloadFailed, match="not made for faster-whisper"):
        offered_model(models, "tiny")


def test_an_interrupted_download_can_be_given_up(hub: FakeHub, models: Path) -> None:
    """Gigabytes do not stay for ever in a hidden folder."""
    steps = get_model(models, offered_model(models, "tiny"), threads=1)
    next(steps)
    steps.close()

    remove_model(models, "tiny")

    assert [] == list(models.iterdir())


def test_no_network_is_one_sentence(
    models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing is written."""
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")

    with pytest.raises(DownloadFailed, match="model add"):
        offered_model(models, "tiny")
    assert not models.exists()


@pytest.mark.engine
def test_a_model_that_is_here_is_not_fetched_again(hub: FakeHub, models: Path) -> None:
    """Not even asked for."""
    _get(models)
    asked = len(hub.requests)

    with pytest.raises(ModelExists):
        _get(models)
    assert asked == len(hub.requests)
