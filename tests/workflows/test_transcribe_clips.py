"""Transcribing a batch of clips."""

import signal
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import pytest

from mediakit.batch.outcomes import Done, Failed
from mediakit.catalog.catalog import Catalog
from mediakit.engines.base import Engine, Heard, Options, Samples
from mediakit.engines.flags import Flag
from mediakit.errors.base import MediakitError
from mediakit.errors.engines import EngineFailed, LanguageUnknown
from mediakit.model.clip import Clip
from mediakit.model.media import MediaInfo, SoundStream
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.settings import Library
from mediakit.workflows.hear_clips import Listened, hear_clips
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.transcribe_clips import (
    Step,
    Transcribed,
    choose_clips,
    transcribe_clips,
)
from tests.builders import a_clip
from tests.consents import purpose
from tests.fakes import killed_batch
from tests.fakes.engine import FakeEngine
from tests.fakes.killed_batch import MODEL
from tests.media_files import sound, video


def _put(
    library: Library,
    catalog: Catalog,
    id: str,  # noqa: A002 named as the field
    *,
    languages: tuple[str, ...] = ("fr",),
    content: Path | None = None,
) -> Clip:
    """Put a clip of one second into the library; its original exists."""
    streams = (SoundStream(codec="pcm_s16le", channels=1, sample_rate=44_100),)
    media = MediaInfo(kind="sound", duration=1000, container="wav", sound=streams)
    path = f"assets/{id}.wav"
    clip = a_clip(id, title=id, media=media, languages=languages, path=path)
    library.assets.mkdir(exist_ok=True)
    library.resolve(path).write_bytes((content or sound(".wav")).read_bytes())
    with catalog.change() as change:
        return change.put(clip)


def _transcribed(
    library: Library,
    catalog: Catalog,
    *,
    engine: Engine | None = None,
    options: Options | None = None,
    clips: Sequence[Clip] | None = None,
    again: bool = False,
) -> list[Step]:
    asked = options or Options()
    if clips is None:
        clips, _others = choose_clips(catalog, (), task=asked.task, again=again)
    listener = engine or FakeEngine()
    return list(
        transcribe_clips(
            library,
            catalog,
            clips,
            partial(hear_clips, library, listener, MODEL, asked),
            listener.languages,
            asked,
            purpose("transcribe"),
            again=again,
        )
    )


def _done(steps: Iterable[Step]) -> dict[str, Transcribed]:
    return {step.item.id: step.value for step in steps if isinstance(step, Done)}


def _failed(steps: Iterable[Step]) -> dict[str, MediakitError]:
    return {step.item.id: step.error for step in steps if isinstance(step, Failed)}


def test_a_transcript_is_kept_with_all_that_made_it(
    library: Library, catalog: Catalog
) -> None:
    """Its words, its language, and which model on which device wrote it."""
    _put(library, catalog, "c-1")

    steps = _transcribed(
        library, catalog, options=Options(beam=2, prompt="IMRAP, Ménaka.")
    )

    (record,) = catalog.read().all(TranscriptRecord)
    transcript = load_transcript(library, record)
    assert [Listened, Done] == [type(step) for step in steps]
    assert record == _done(steps)["c-1"].record
    assert ("c-1", "fr", State.MACHINE, 1) == (
        record.clip,
        record.language,
        record.state,
        record.segments,
    )
    assert ("fake", "fake-model", "Beware.") == (
        record.engine,
        record.model,
        record.notice,
    )
    assert "loud" == transcript.text
    source = transcript.source
    assert source is not None
    assert (Origin.MACHINE, MODEL.sha256, MODEL.notice) == (
        source.origin,
        source.model_sha256,
        source.notice,
    )
    expected = {
        "language": "fr",
        "task": "transcribe",
        "prompt": "IMRAP, Ménaka.",
        "beam": 2,
        "batch": 1,
        "skip-silence": True,
        "device": "cpu",
    }
    assert expected == source.options


def test_a_language_nobody_said_is_detected(library: Library, catalog: Catalog) -> None:
    """How sure that is stays in the transcript."""
    _put(library, catalog, "c-1", languages=())

    made = _done(_transcribed(library, catalog))["c-1"]

    assert 0.9 == made.probability
    assert 0.9 == load_transcript(library, made.record).language_probability


def test_a_language_the_model_does_not_know_is_left_out(
    library: Library, catalog: Catalog
) -> None:
    """The others are done; what may be said in both languages is not."""
    _put(library, catalog, "c-1", languages=("bm",))
    _put(library, catalog, "c-2", languages=("fr", "taq"))
    _put(library, catalog, "c-3")

    steps = _transcribed(library, catalog)

    assert ["c-3"] == list(_done(steps))
    assert {"c-1": "bm", "c-2": "taq"} == {
        clip: error.details["language"] for clip, error in _failed(steps).items()
    }


def test_a_language_that_is_typed_is_for_every_clip(
    library: Library, catalog: Catalog
) -> None:
    """But not if the model does not know it."""
    _put(library, catalog, "c-1", languages=("bm",))

    refused = _transcribed(library, catalog, options=Options(languages=("ses",)))
    done = _transcribed(library, catalog, options=Options(languages=("en",)))

    assert isinstance(_failed(refused)["c-1"], LanguageUnknown)
    assert "en" == _done(done)["c-1"].record.language


def test_a_clip_that_cannot_be_read_does_not_stop_the_others(
    library: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """Missing and damaged originals are named."""
    broken = tmp_path / "broken"
    broken.write_bytes(b"no sound at all")
    missing = _put(library, catalog, "c-1")
    library.resolve(missing.path).unlink()
    _put(library, catalog, "c-2", content=broken)
    _put(library, catalog, "c-3")

    steps = _transcribed(library, catalog)

    assert ["c-3"] == list(_done(steps))
    assert ["c-1", "c-2"] == list(_failed(steps))


@dataclass(frozen=True)
class _StopsAt:
    """An engine that stops at one of the clips, in a way of its own."""

    clip: int
    stop: BaseException
    heard: list[int] = field(default_factory=list)
    name: str = "stops"
    device: str = "cpu"
    languages: tuple[str, ...] = ("fr",)

    def not_prompted(self, prompt: str) -> str:
        """Return nothing."""
        return ""

    def transcribe(self, sound: Iterable[Samples], options: Options) -> Heard:
        """Listen like the fake engine until the clip."""
        self.heard.append(len(self.heard))
        if len(self.heard) == self.clip:
            raise self.stop
        return FakeEngine().transcribe(sound, options)


def test_an_engine_that_fails_does_not_stop_the_others(
    library: Library, catalog: Catalog
) -> None:
    """What it did not listen to is not taken for the next clip's."""
    for number in range(3):
        _put(library, catalog, f"c-{number}")
    engine = _StopsAt(2, EngineFailed(engine="stops", reason="memory"))

    steps = _transcribed(library, catalog, engine=engine)

    assert ["c-0", "c-2"] == list(_done(steps))
    assert ["c-1"] == list(_failed(steps))
    assert [1, 1] == [made.record.segments for made in _done(steps).values()]


def test_a_clip_that_is_removed_meanwhile_does_not_stop_the_others(
    library: Library, catalog: Catalog
) -> None:
    """A batch takes a night, and people work on."""
    clips = [_put(library, catalog, f"c-000000000{number}") for number in range(2)]
    with catalog.change() as change:
        change.remove(Clip, clips[0].id)

    steps = _transcribed(library, catalog, clips=clips)

    ended = [step for step in steps if not isinstance(step, Listened)]
    assert [Failed, Done] == [type(step) for step in ended]
    assert [clips[1].id] == [t.clip for t in catalog.read().all(TranscriptRecord)]


def test_silence_and_pictures_without_sound_are_tried_once(
    library: Library, catalog: Catalog
) -> None:
    """They have a transcript in which nobody speaks."""
    silent = _put(library, catalog, "c-1")
    _put(library, catalog, "c-2", content=sound(".wav", options=("-af", "volume=0")))
    with catalog.change() as change:
        mute = MediaInfo(kind="video", duration=1000, container="mp4")
        change.put(a_clip("c-1", title="mute", media=mute, path=silent.path))

    steps = _transcribed(library, catalog)

    assert {"c-1": 0, "c-2": 0} == {
        clip: made.record.segments for clip, made in _done(steps).items()
    }
    assert ([], 2) == choose_clips(catalog, ())


def test_the_sound_of_a_video_is_heard(library: Library, catalog: Catalog) -> None:
    """In whatever container it comes."""
    _put(library, catalog, "c-1", content=video(".mp4"))

    assert 1 == _done(_transcribed(library, catalog))["c-1"].record.segments


def test_doubtful_segments_are_counted(library: Library, catalog: Catalog) -> None:
    """The person learns where to look first."""
    _put(library, catalog, "c-1")

    class _Doubts(FakeEngine):
        def transcribe(self, sound: Iterable[Samples], options: Options) -> Heard:
            heard = super().transcribe(sound, options)
            doubted = (replace(s, flags=(Flag.TOO_FAST,)) for s in heard.segments)
            return Heard(heard.language, heard.probability, doubted)

    assert 1 == _done(_transcribed(library, catalog, engine=_Doubts()))["c-1"].doubtful


def test_what_has_a_transcript_is_done_again_only_when_asked(
    library: Library, catalog: Catalog
) -> None:
    """The old transcript stays beside the new one."""
    _put(library, catalog, "c-1")
    _transcribed(library, catalog)

    assert [] == _transcribed(library, catalog)
    assert ["c-1"] == list(_done(_transcribed(library, catalog, again=True)))
    assert 2 == len(catalog.read().all(TranscriptRecord))


def test_two_batches_at_once_keep_one_transcript_of_a_clip(
    library: Library, catalog: Catalog
) -> None:
    """The second to finish takes the first one's."""
    clip = _put(library, catalog, "c-1")

    first = _done(_transcribed(library, catalog, clips=[clip]))["c-1"]
    second = _done(_transcribed(library, catalog, clips=[clip]))["c-1"]

    assert first.record == second.record
    assert 1 == len(list(library.transcripts.iterdir()))


def test_an_interruption_keeps_what_is_done(library: Library, catalog: Catalog) -> None:
    """The next run goes on with the clip that was interrupted."""
    for number in range(3):
        _put(library, catalog, f"c-{number}")

    with pytest.raises(KeyboardInterrupt):
        _transcribed(library, catalog, engine=_StopsAt(2, KeyboardInterrupt()))

    assert ["c-1", "c-2"] == list(_done(_transcribed(library, catalog)))


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_killed_batch_goes_on_where_it_was(
    library: Library, catalog: Catalog
) -> None:
    """Whatever dies, a transcript is there or it is not."""
    for number in range(3):
        _put(library, catalog, f"c-{number}")

    command = [sys.executable, "-m", killed_batch.__name__, str(library.root), "9"]
    killed = subprocess.run(command, cwd=Path(__file__).parents[2], check=False)

    assert -signal.SIGKILL == killed.returncode
    assert ["c-1", "c-2"] == list(_done(_transcribed(library, catalog)))
    assert 3 == len(list(library.transcripts.iterdir()))
