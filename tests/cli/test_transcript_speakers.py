"""``mediakit transcript speakers``: who speaks, as a machine tells voices apart."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.engines.sherpa_speakers import EMBEDDING, SEGMENTATION
from mediakit.library import Library
from mediakit.model.clip import Clip
from tests.conftest import Run, saved
from tests.consents import put_person
from tests.conversations import put_conversation, put_words
from tests.extras import needs_sherpa
from tests.speaker_models import write_models


def with_models(test: Callable[..., None]) -> Callable[..., None]:
    """Run a test where the extra is installed, with models where they are sought."""
    for mark in (pytest.mark.engine, needs_sherpa, pytest.mark.usefixtures("models")):
        test = mark(test)
    return test


@pytest.fixture
def clip(library: Library, catalog: Catalog) -> Clip:
    """Put a conversation and its words into the library."""
    clip = put_conversation(library, catalog)
    put_words(library, catalog, clip)
    return clip


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put models into the person's models folder."""
    monkeypatch.setenv("MEDIAKIT_MODELS", str(tmp_path))
    return write_models(tmp_path / "speakers")


@with_models
def test_speakers_are_told_apart_and_named(
    run: Run, catalog: Catalog, clip: Clip
) -> None:
    """The machine's labels lead to a person's words, and to people."""
    status, out, err = run("transcript", "speakers", clip.id)
    shown = run("transcript", "show", clip.id)[1]

    assert 0 == status
    assert out.startswith("t-")
    assert err.startswith("2 different voices heard.\nA machine told them apart")
    assert "A machine told the speakers apart, not a person." in shown
    assert ["1*", "2*", "2*"] == [
        line.split("SPEAKER ")[1][:2] for line in shown.splitlines()[-3:]
    ]
    person = put_person(catalog)
    voice = ("voice", "add", clip.id, person.id, "--speaker", "SPEAKER 2")
    assert 0 == run(*voice)[0]
    run("transcript", "speaker", clip.id, "Awa", "--instead-of", "SPEAKER 2")
    assert "Awa*" not in run("transcript", "show", clip.id)[1]


@with_models
def test_a_count_that_is_not_found_is_said(run: Run, clip: Clip) -> None:
    """In numbers, for programs too."""
    words = ("transcript", "speakers", clip.id, "--count", "4", "--json")

    status, out, err = run(*words)

    told = json.loads(out)
    assert (0, True, 2) == (status, told["changed"], told["voices"])
    assert "4 were expected: listen before you rely on it." in err


@with_models
def test_a_second_time_changes_nothing(run: Run, library: Library, clip: Clip) -> None:
    """And says so."""
    run("transcript", "speakers", clip.id)
    before = saved(library)

    status, _out, err = run("transcript", "speakers", clip.id)

    assert 0 == status
    assert err.endswith("Nothing was changed.\n")
    assert before == saved(library)


@with_models
def test_what_leaves_says_that_a_machine_told_them_apart(run: Run, clip: Clip) -> None:
    """Wherever the labels go."""
    run("transcript", "speakers", clip.id)

    words = ("transcript", "export", clip.id, "--as", "vtt", "--output", "-")
    _status, out, _err = run(*words)

    assert "A machine told the speakers apart, not a person." in out
    assert "<v SPEAKER 1>" in out


@with_models
def test_models_that_are_missing_are_named(
    run: Run, library: Library, clip: Clip, tmp_path: Path
) -> None:
    """With where to put them."""
    before = saved(library)

    words = ("transcript", "speakers", clip.id, "--model", str(tmp_path))
    status, out, err = run(*words)

    assert (234, "") == (status, out)
    assert f"Not found in {tmp_path}: {SEGMENTATION}, {EMBEDDING}." in err
    assert before == saved(library)


@with_models
def test_models_that_are_something_else_are_refused(
    run: Run, library: Library, clip: Clip, models: Path
) -> None:
    """Before anything is listened to."""
    (models / EMBEDDING).write_bytes(b"model")
    before = saved(library)

    assert 235 == run("transcript", "speakers", clip.id)[0]
    assert before == saved(library)


def test_without_the_extra_the_way_to_it_is_told(
    run: Run, library: Library, clip: Clip, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the way without it."""
    monkeypatch.setitem(sys.modules, "sherpa_onnx", None)
    before = saved(library)

    status, out, err = run("transcript", "speakers", clip.id)

    assert (233, "") == (status, out)
    assert f"{sys.executable} -m pip install sherpa-onnx" in err
    assert "'mediakit transcript speaker'" in err
    assert before == saved(library)
