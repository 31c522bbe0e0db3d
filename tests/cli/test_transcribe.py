"""``mediakit transcribe``."""

import json
import signal
from collections.abc import Iterable
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.cli.commands import transcribe
from mediakit.engines.base import Heard, Options, Samples
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.ids import SessionId
from mediakit.model.media import MediaInfo, SoundStream
from mediakit.model.transcript_record import TranscriptRecord
from tests.builders import a_clip, a_session
from tests.conftest import Run
from tests.fakes.engine import FakeEngine
from tests.fakes.hearing import hear_here
from tests.speech import ENGLISH, FRENCH, Speech

STREAMS = (SoundStream(codec="opus", channels=1, sample_rate=48_000),)


def _put(
    library: Library,
    catalog: Catalog,
    id: str,  # noqa: A002 named as the field
    *,
    speech: Speech = FRENCH,
    languages: tuple[str, ...] = (),
    session: str | None = None,
) -> Clip:
    media = MediaInfo(
        kind="sound", duration=speech.duration, container="ogg", sound=STREAMS
    )
    path = f"assets/{id}.opus"
    library.assets.mkdir(exist_ok=True)
    library.resolve(path).write_bytes(speech.path.read_bytes())
    clip = a_clip(
        id, title=id, media=media, languages=languages, path=path, session=session
    )
    with catalog.change() as change:
        return change.put(clip)


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the demo model be one that is there at once."""
    monkeypatch.setattr(transcribe, "load_engine", lambda *_, **__: FakeEngine())
    monkeypatch.setattr(transcribe, "hear_apart", hear_here)


@pytest.mark.engine
def test_writes_down_what_is_said(run: Run, library: Library, catalog: Catalog) -> None:
    """With the real engine: the words, the language, and what model wrote them."""
    _put(library, catalog, "c-1")
    _put(library, catalog, "c-2", speech=ENGLISH, languages=("en",))

    status, out, err = run("transcribe", "--model", "demo", "--threads", "1")

    assert 0 == status
    first, second = out.splitlines()
    assert "fr (detected, " in first
    assert second.split()[1:] == ["en", "1", "segment", "c-2"]
    assert "knows the demo's sentences only" in err
    assert "Transcribed: 2 of 2." in err
    words = [path.read_text("utf-8") for path in library.transcripts.iterdir()]
    assert any(FRENCH.sentences[0] in text for text in words)
    assert any(ENGLISH.sentences[0] in text for text in words)


@pytest.mark.usefixtures("fake")
def test_does_only_what_is_left_to_do(
    run: Run, library: Library, catalog: Catalog
) -> None:
    """The second run says so; --again makes another transcript."""
    _put(library, catalog, "c-1")

    first = run("transcribe", "--model", "demo")
    second = run("transcribe", "--model", "demo")
    third = run("transcribe", "--model", "demo", "--again", "c-1")

    assert [0, 0, 0] == [first[0], second[0], third[0]]
    assert "" == second[1]
    assert "1 clip has a transcript already" in second[2]
    assert 2 == len(catalog.read().all(TranscriptRecord))


@pytest.mark.usefixtures("fake")
def test_clips_are_chosen_by_session(
    run: Run, library: Library, catalog: Catalog
) -> None:
    """Of that session alone."""
    with catalog.change() as change:
        change.put(a_session("s-1"))
    _put(library, catalog, "c-1", session=SessionId("s-1"))
    _put(library, catalog, "c-2")

    run("transcribe", "--model", "demo", "--session", "s-1")

    assert ["c-1"] == [one.clip for one in catalog.read().all(TranscriptRecord)]


@pytest.mark.usefixtures("fake")
def test_a_clip_of_another_session_is_not_passed_over_in_silence(
    run: Run, library: Library, catalog: Catalog
) -> None:
    """Both were named: there is no clip that is meant."""
    with catalog.change() as change:
        change.put(a_session("s-1"))
    _put(library, catalog, "c-1")

    status, out, err = run("transcribe", "c-1", "--session", "s-1", "--model", "demo")

    assert (0, "") == (status, out)
    assert ["There is no clip to transcribe."] == err.splitlines()


@pytest.mark.usefixtures("fake")
def test_clips_left_out_are_listed_with_the_reason(
    run: Run, library: Library, catalog: Catalog
) -> None:
    """The others are done, and the status says that some were not."""
    _put(library, catalog, "c-1", languages=("bm",))
    _put(library, catalog, "c-2")

    status, out, err = run("transcribe", "--model", "demo")

    assert 3 == status
    assert "c-2" in out
    assert "Left out: c-1 c-1: The model does not know the language bm" in err
    assert "transcript import" in err
    assert "Transcribed: 1 of 2." in err


@pytest.mark.usefixtures("fake")
def test_answers_programs_in_json(run: Run, library: Library, catalog: Catalog) -> None:
    """The same facts, with codes."""
    _put(library, catalog, "c-1", languages=("bm",))
    _put(library, catalog, "c-2")

    _status, out, _err = run("transcribe", "--model", "demo", "--json")

    answer = json.loads(out)
    assert ["c-2"] == [one["record"]["clip"] for one in answer["transcribed"]]
    assert [("c-1", "language_unknown")] == [
        (one["clip"], one["code"]) for one in answer["left_out"]
    ]


def test_ctrl_c_ends_cleanly_and_the_same_command_goes_on(
    run: Run, library: Library, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is done is kept and printed."""

    class _Interrupted(FakeEngine):
        def transcribe(self, sound: Iterable[Samples], options: Options) -> Heard:
            if catalog.read().all(TranscriptRecord):
                signal.raise_signal(signal.SIGINT)
            return super().transcribe(sound, options)

    monkeypatch.setattr(transcribe, "load_engine", lambda *_, **__: _Interrupted())
    monkeypatch.setattr(transcribe, "hear_apart", hear_here)
    for number in range(3):
        _put(library, catalog, f"c-{number}")

    status, out, err = run("transcribe", "--model", "demo")

    assert 130 == status
    assert "c-0" in out
    assert "Transcribed: 1 of 3." in err
    assert "the same command goes on" in err

    monkeypatch.setattr(transcribe, "load_engine", lambda *_, **__: FakeEngine())
    monkeypatch.setattr(transcribe, "hear_apart", hear_here)
    assert "Transcribed: 2 of 2." in run("transcribe", "--model", "demo")[2]


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        ((), 57, "no speech model for faster-whisper"),
        (("--model", "small"), 59, "no model called small"),
        (("--model", "demo", "c-9"), 23, "No clip has the id c-9"),
        (("--model", "demo", "--session", "s-9"), 25, "No session"),
        (("--model", "demo", "--language", "french!"), 16, "is not a language tag"),
        (("--model", "demo", "--engine", "parrot"), 2, "parrot"),
        (("--model", "demo", "--beam", "0"), 2, "range"),
    ],
)
def test_mistakes_have_a_sentence_and_change_nothing(
    run: Run,
    library: Library,
    catalog: Catalog,
    words: tuple[str, ...],
    status: int,
    sentence: str,
) -> None:
    """Each has its own exit status."""
    _put(library, catalog, "c-1")

    found, out, err = run("transcribe", *words)

    assert (status, "") == (found, out)
    assert sentence in err
    assert not library.transcripts.exists() or not any(library.transcripts.iterdir())


@pytest.mark.engine
def test_a_damaged_model_is_named(
    run: Run,
    library: Library,
    catalog: Catalog,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It was good when it was added; the sentence says what to do."""
    from tests.models import model_folder

    monkeypatch.setenv("MEDIAKIT_MODELS", str(tmp_path / "models"))
    _put(library, catalog, "c-1")
    run("model", "add", str(model_folder(tmp_path / "small")))
    weights = tmp_path / "models" / "small" / "model.bin"
    weights.write_bytes(weights.read_bytes()[:100_000])

    status, _out, err = run("transcribe")

    assert 60 == status
    assert str(weights.parent) in err
    assert "bring it again" in err


def test_where_there_are_no_clips_it_says_so(run: Run) -> None:
    """Nothing to do is no error, but is not met with silence."""
    status, out, err = run("transcribe")

    assert (0, "", "There is no clip to transcribe.\n") == (status, out, err)
