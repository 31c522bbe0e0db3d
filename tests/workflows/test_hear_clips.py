"""Listening to long recordings, of which what was heard is kept as it comes."""

import signal
import subprocess
import sys
import wave
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from mediakit.batch.outcomes import Failed
from mediakit.catalog.catalog import Catalog
from mediakit.engines.base import RATE, Detected, Heard, Options, Samples
from mediakit.errors.engines import EngineFailed
from mediakit.errors.leaving import ConsentWithdrawn
from mediakit.errors.library import WriteFailed
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.media import MediaInfo, SoundStream
from mediakit.model.transcript import Segment
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.workflows.hear_clips import LONG, Heeded, Listened, hear_clips
from mediakit.workflows.hear_portions import Ready
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.remove_clip import remove_clip
from mediakit.workflows.transcribe_clips import Step, transcribe_clips
from tests.builders import a_clip
from tests.consents import purpose, put_voice_of, withdraw
from tests.fakes import killed_batch
from tests.fakes.engine import FakeEngine
from tests.fakes.hearing import hearing
from tests.fakes.killed_batch import MODEL

_LENGTH = LONG + 20_000
_RATE = 8000


def _put(library: Library, catalog: Catalog, number: int, length: int) -> Clip:
    """Put a clip of so many milliseconds of noise into the library."""
    stream = SoundStream(codec="pcm_u8", channels=1, sample_rate=_RATE)
    media = MediaInfo(kind="sound", duration=length, container="wav", sound=(stream,))
    path = library.assets / f"{number}.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 1, _RATE, 0, "NONE", ""))
        noise = np.random.default_rng(number).integers(0, 256, length * _RATE // 1000)
        file.writeframes(noise.astype(np.uint8).tobytes())
    clip = a_clip(
        f"c-000000000{number}",
        media=media,
        path=f"assets/{number}.wav",
        languages=("en", "fr"),
    )
    with catalog.change() as change:
        return change.put(clip)


@dataclass(frozen=True)
class _Engine(FakeEngine):
    """An engine that remembers what it was given, and stops after some segments."""

    most: int = sys.maxsize
    given: list[Options] = field(default_factory=list)
    samples: list[int] = field(default_factory=list)

    def transcribe(self, sound: Iterable[Samples], options: Options) -> Heard:
        """Listen like the fake engine."""
        self.given.append(options)
        heard = super().transcribe(self._counted(sound), options)
        return Heard(heard.language, heard.probability, self._some(heard))

    def _counted(self, sound: Iterable[Samples]) -> Iterator[Samples]:
        for block in sound:
            self.samples.append(len(block))
            yield block

    def _some(self, heard: Heard) -> Iterator[Segment]:
        for count, segment in enumerate(heard.segments):
            if count == self.most:
                raise EngineFailed(engine="fake", reason="memory")
            yield segment


def _heard(library: Library, engine: _Engine, *clips: Clip) -> list[Heeded]:
    ready, *steps = hear_clips(library, hearing(engine), MODEL, Options(), clips)
    assert Ready("cpu") == ready
    return steps


def _transcribed(
    library: Library, catalog: Catalog, engine: _Engine, *clips: Clip
) -> list[Step]:
    listening = partial(hear_clips, library, hearing(engine), MODEL, Options())
    steps = transcribe_clips(
        *(library, catalog, clips, listening, engine.languages, Options()),
        purpose("transcribe"),
    )
    return [step for step in steps if not isinstance(step, Ready)]


def _parts(library: Library) -> list[str]:
    return [path.name for path in library.parts.glob("*")]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_long_clip_goes_on_where_the_program_was_killed(
    library: Library, catalog: Catalog
) -> None:
    """What was heard is there, the rest is read from there, nothing twice or lost."""
    _put(library, catalog, 1, 1000)
    clip = _put(library, catalog, 2, _LENGTH)
    command = [sys.executable, "-m", killed_batch.__name__, str(library.root), "20"]
    killed = subprocess.run(command, cwd=Path(__file__).parents[2], check=False)
    engine = _Engine()

    steps = _transcribed(library, catalog, engine, clip)

    assert -signal.SIGKILL == killed.returncode
    begun = steps[0]
    assert isinstance(begun, Listened)
    assert begun.before
    assert 190_000 <= begun.position < 200_000
    assert (_LENGTH - begun.position) * RATE // 1000 == sum(engine.samples)
    known = engine.given[0].detected
    assert isinstance(known, Detected)
    assert known.last is not None
    assert ("en", 0.9, begun.position) == (
        *(known.language, known.probability),
        known.last.end,
    )
    record = catalog.read().all(TranscriptRecord)[-1]
    kept = load_transcript(library, record)
    assert ("en", 0.9) == (kept.language, kept.language_probability)
    edges = [segment.end for segment in kept.segments]
    assert [0, *edges[:-1]] == [segment.start for segment in kept.segments]
    assert (begun.position, _LENGTH) == (edges[18], edges[-1])
    words = [word for segment in kept.segments for word in segment.words]
    assert edges == [word.end for word in words]
    assert [] == _parts(library)


def test_it_goes_on_more_than_once(library: Library, catalog: Catalog) -> None:
    """Each time from where the last one stopped."""
    clip = _put(library, catalog, 1, _LENGTH)

    stopped = [_heard(library, _Engine(most=10), clip) for _ in range(3)]

    assert [Failed] * 3 == [type(steps[-1]) for steps in stopped]
    firsts = [step for steps in stopped for step in steps[:1]]
    assert [10, 90, 180] == [
        step.position // 1000 for step in firsts if isinstance(step, Listened)
    ]


def test_another_way_of_listening_begins_anew(
    library: Library, catalog: Catalog
) -> None:
    """What was heard with other options is not mixed with this."""
    clip = _put(library, catalog, 1, _LENGTH)
    _heard(library, _Engine(most=10), clip)

    options = Options(beam=1)
    steps = [*hear_clips(library, hearing(_Engine()), MODEL, options, [clip])]

    assert isinstance(steps[1], Listened)
    assert not steps[1].before


def test_a_short_clip_is_not_kept_in_parts(library: Library, catalog: Catalog) -> None:
    """It is sooner heard again than written twice."""
    clip = _put(library, catalog, 1, 30_000)

    _heard(library, _Engine(most=2), clip)

    assert [] == _parts(library)


def test_parts_that_cannot_be_written_end_the_batch(
    library: Library, catalog: Catalog
) -> None:
    """No transcript could be written either."""
    clip = _put(library, catalog, 1, _LENGTH)
    library.derived.mkdir(exist_ok=True)
    library.parts.write_bytes(b"no folder")

    with pytest.raises(WriteFailed):
        _heard(library, _Engine(), clip)


def test_the_parts_of_a_clip_go_with_it(library: Library, catalog: Catalog) -> None:
    """What was removed is not kept in words."""
    clip = _put(library, catalog, 1, _LENGTH)
    _heard(library, _Engine(most=2), clip)
    assert 1 == len(_parts(library))

    remove_clip(library, catalog, clip.id)

    assert [] == _parts(library)


def test_the_parts_of_a_voice_that_was_withdrawn_are_deleted(
    library: Library, catalog: Catalog
) -> None:
    """When the batch goes on, and leaves the clip out."""
    clip = _put(library, catalog, 1, _LENGTH)
    person = put_voice_of(catalog, clip.id)
    _heard(library, _Engine(most=2), clip)
    withdraw(catalog, person)

    (step,) = _transcribed(library, catalog, _Engine(), clip)

    assert isinstance(step, Failed)
    assert isinstance(step.error, ConsentWithdrawn)
    assert [] == _parts(library)
