"""A machine hears only what people allow it to hear."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

import pytest

from mediakit.batch.outcomes import Done, Failed
from mediakit.catalog.catalog import Catalog
from mediakit.engines.base import Engine, Heard, Options, Samples
from mediakit.engines.models import Model
from mediakit.errors.leaving import ConsentRefused, ConsentWithdrawn
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.media import MediaInfo, SoundStream
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.workflows.hear_clips import hear_clips
from mediakit.workflows.transcribe_clips import (
    Step,
    choose_clips,
    transcribe_clips,
)
from tests.builders import a_clip
from tests.consents import purpose, put_voice_of, withdraw
from tests.fakes.engine import FakeEngine
from tests.fakes.hearing import hearing
from tests.media_files import sound

pytestmark = pytest.mark.ffmpeg

MODEL = Model(
    name="fake",
    engine="fake",
    languages=("fr",),
    weights=Path("model.bin"),
    sha256="ab" * 32,
    size=1,
)


@pytest.fixture
def clips(library: Library, catalog: Catalog) -> list[Clip]:
    """Put two clips of one second into the library."""
    streams = (SoundStream(codec="pcm_s16le", channels=1, sample_rate=44_100),)
    media = MediaInfo(kind="sound", duration=1000, container="wav", sound=streams)
    put = []
    for id_ in ("c-0000000001", "c-0000000002"):
        path = f"assets/{id_}.wav"
        library.resolve(path).write_bytes(sound(".wav").read_bytes())
        with catalog.change() as change:
            put.append(change.put(a_clip(id_, media=media, path=path)))
    return put


def transcribe(library: Library, catalog: Catalog, engine: Engine) -> list[Step]:
    """Transcribe all that is left to transcribe."""
    chosen, _others = choose_clips(catalog, ())
    return list(
        transcribe_clips(
            library,
            catalog,
            chosen,
            partial(hear_clips, library, hearing(engine), MODEL, Options()),
            engine.languages,
            Options(),
            purpose("transcribe"),
        )
    )


def test_a_clip_in_which_somebody_refused_is_left_out_and_listed(
    library: Library, catalog: Catalog, clips: list[Clip]
) -> None:
    """With the reason; the others are done."""
    person = put_voice_of(catalog, clips[0].id, (0, 500), transcribe=False)

    steps = transcribe(library, catalog, FakeEngine())

    [failed] = [step for step in steps if isinstance(step, Failed)]
    assert clips[0] == failed.item
    assert isinstance(failed.error, ConsentRefused)
    assert person.id in str(failed.error)
    assert [clips[1]] == [step.item for step in steps if isinstance(step, Done)]


def test_words_of_who_withdrew_meanwhile_are_not_kept(
    library: Library, catalog: Catalog, clips: list[Clip]
) -> None:
    """The gate is asked again before anything is written."""
    person = put_voice_of(catalog, clips[1].id)

    class Slow(FakeEngine):
        def transcribe(self, sound: Iterable[Samples], options: Options) -> Heard:
            heard = super().transcribe(list(sound), options)
            withdraw(catalog, person)
            return heard

    steps = transcribe(library, catalog, Slow())

    [failed] = [step for step in steps if isinstance(step, Failed)]
    assert isinstance(failed.error, ConsentWithdrawn)
    kept = catalog.read().all(TranscriptRecord)
    assert [clips[0].id] == [record.clip for record in kept]
    assert 1 == len(list(library.transcripts.iterdir()))


def test_a_clip_that_is_closed_before_its_turn_is_not_heard(
    library: Library, catalog: Catalog, clips: list[Clip]
) -> None:
    """The one before may take hours."""
    heard: list[Iterable[Samples]] = []

    class _Slow(FakeEngine):
        def transcribe(self, sound: Iterable[Samples], options: Options) -> Heard:
            heard.append(sound)
            if len(heard) == 1:
                put_voice_of(catalog, clips[1].id, (0, 500), transcribe=False)
            return super().transcribe(sound, options)

    steps = transcribe(library, catalog, _Slow())

    assert 1 == len(heard)
    [failed] = [step for step in steps if isinstance(step, Failed)]
    assert (clips[1], True) == (
        failed.item,
        isinstance(failed.error, ConsentRefused),
    )
