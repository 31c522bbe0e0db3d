"""Programs added as models."""

import sys
from pathlib import Path

import pytest

from mediakit.engines.base import Options
from mediakit.engines.models import installed
from mediakit.errors.base import MediakitError
from mediakit.errors.engines import ModelExists, ModelUnusable, ProgramFailed
from mediakit.workflows.add_program import add_program
from mediakit.workflows.load_engine import load_engine, read_printed
from tests.fakes.program import MEASURES, write_program
from tests.speech import silence


def test_a_program_becomes_a_model(tmp_path: Path) -> None:
    """It is listed with its languages, and listens when it is loaded."""
    words = write_program(tmp_path, MEASURES)

    add_program(
        tmp_path / "models", "oza", words, languages=["bm-ML"], read=read_printed
    )

    (model,) = installed(tmp_path / "models")
    heard = load_engine(model, threads=1).transcribe(
        [silence(1)], Options(languages=("bm",))
    )
    assert ("oza", "command", ("bm",)) == (model.name, model.engine, model.languages)
    assert ["bm [1, 2, 16000]"] == [segment.text for segment in heard.segments]


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("no-such-program", "{sound}"), ModelUnusable),
        ((sys.executable, "-V"), ModelUnusable),
        ((sys.executable, "-c", "raise SystemExit(3)", "{sound}"), ProgramFailed),
        ((sys.executable, "-c", "print('Hello')", "{sound}"), ProgramFailed),
    ],
)
def test_what_does_not_work_is_not_added(
    tmp_path: Path, words: tuple[str, ...], error: type[MediakitError]
) -> None:
    """It is tried at once, and nothing is left of it."""
    with pytest.raises(error):
        add_program(tmp_path, "it", words, languages=["bm"], read=read_printed)

    assert [] == list(tmp_path.iterdir())


def test_a_name_is_given_once(tmp_path: Path) -> None:
    """A second program of that name is refused."""
    words = write_program(tmp_path, MEASURES)
    models = tmp_path / "models"
    add_program(models, "oza", words, languages=["bm"], read=read_printed)

    with pytest.raises(ModelExists):
        add_program(models, "OZA", words, languages=["ff"], read=read_printed)


def test_a_program_is_known_by_all_its_files(tmp_path: Path) -> None:
    """A script, not only the interpreter that runs it; where it lies is no matter."""
    for folder in ("one", "same", "other"):
        (tmp_path / folder).mkdir()
    models = tmp_path / "models"

    def digest(name: str, body: str) -> str:
        words = write_program(tmp_path / name, body)
        added = add_program(models, name, words, languages=["bm"], read=read_printed)
        return added.sha256

    first = digest("one", MEASURES)

    assert first == digest("same", MEASURES)
    assert first != digest("other", f"{MEASURES}    # better")
