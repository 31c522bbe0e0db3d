"""Transcribing a batch of clips."""

from collections.abc import Iterable
from dataclasses import replace

from mediakit.batch.outcomes import Done
from mediakit.catalog.catalog import Catalog
from mediakit.engines.base import Heard, Options, Samples
from mediakit.engines.flags import Flag
from mediakit.errors.engines import LanguageUnknown
from mediakit.library import Library
from mediakit.model.media import MediaInfo
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.workflows.hear_clips import Listened
from mediakit.workflows.hear_portions import Ready
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.transcribe_clips import (
    choose_clips,
)
from tests.batches import done, failed, put_clip, transcribed
from tests.builders import a_clip
from tests.fakes.engine import FakeEngine
from tests.fakes.killed_batch import MODEL
from tests.media_files import sound, video


def test_a_transcript_is_kept_with_all_that_made_it(
    library: Library, catalog: Catalog
) -> None:
    """Its words, its language, and which model on which device wrote it."""
    put_clip(library, catalog, "c-1")

    steps = transcribed(
        library, catalog, options=Options(beam=2, prompt="IMRAP, Ménaka.")
    )

    (record,) = catalog.read().all(TranscriptRecord)
    transcript = load_transcript(library, record)
    assert [Ready, Listened, Done] == [type(step) for step in steps]
    assert record == done(steps)["c-1"].record
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
    put_clip(library, catalog, "c-1", languages=())

    made = done(transcribed(library, catalog))["c-1"]

    assert 0.9 == made.probability
    assert 0.9 == load_transcript(library, made.record).language_probability


def test_a_language_the_model_does_not_know_is_left_out(
    library: Library, catalog: Catalog
) -> None:
    """The others are done; what may be said in both languages is not."""
    put_clip(library, catalog, "c-1", languages=("bm",))
    put_clip(library, catalog, "c-2", languages=("fr", "taq"))
    put_clip(library, catalog, "c-3")

    steps = transcribed(library, catalog)

    assert ["c-3"] == list(done(steps))
    assert {"c-1": "bm", "c-2": "taq"} == {
        clip: error.details["language"] for clip, error in failed(steps).items()
    }


def test_a_language_that_is_typed_is_for_every_clip(
    library: Library, catalog: Catalog
) -> None:
    """But not if the model does not know it."""
    put_clip(library, catalog, "c-1", languages=("bm",))

    refused = transcribed(library, catalog, options=Options(languages=("ses",)))
    heard = transcribed(library, catalog, options=Options(languages=("en",)))

    assert isinstance(failed(refused)["c-1"], LanguageUnknown)
    assert "en" == done(heard)["c-1"].record.language


def test_silence_and_pictures_without_sound_are_tried_once(
    library: Library, catalog: Catalog
) -> None:
    """They have a transcript in which nobody speaks."""
    silent = put_clip(library, catalog, "c-1")
    put_clip(
        library, catalog, "c-2", content=sound(".wav", options=("-af", "volume=0"))
    )
    with catalog.change() as change:
        mute = MediaInfo(kind="video", duration=1000, container="mp4")
        change.put(a_clip("c-1", title="mute", media=mute, path=silent.path))

    steps = transcribed(library, catalog)

    assert {"c-1": 0, "c-2": 0} == {
        clip: made.record.segments for clip, made in done(steps).items()
    }
    assert ([], 2) == choose_clips(catalog, ())


def test_the_sound_of_a_video_is_heard(library: Library, catalog: Catalog) -> None:
    """In whatever container it comes."""
    put_clip(library, catalog, "c-1", content=video(".mp4"))

    assert 1 == done(transcribed(library, catalog))["c-1"].record.segments


def test_doubtful_segments_are_counted(library: Library, catalog: Catalog) -> None:
    """The person learns where to look first."""
    put_clip(library, catalog, "c-1")

    class _Doubts(FakeEngine):
        def transcribe(self, sound: Iterable[Samples], options: Options) -> Heard:
            heard = super().transcribe(sound, options)
            doubted = (replace(s, flags=(Flag.TOO_FAST,)) for s in heard.segments)
            return Heard(heard.language, heard.probability, doubted)

    assert 1 == done(transcribed(library, catalog, engine=_Doubts()))["c-1"].doubtful


def test_what_has_a_transcript_is_done_again_only_when_asked(
    library: Library, catalog: Catalog
) -> None:
    """The old transcript stays beside the new one."""
    put_clip(library, catalog, "c-1")
    transcribed(library, catalog)

    assert [] == transcribed(library, catalog)
    assert ["c-1"] == list(done(transcribed(library, catalog, again=True)))
    assert 2 == len(catalog.read().all(TranscriptRecord))
