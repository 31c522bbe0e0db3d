"""Batches of clips that go on, whatever happens to one of them or to the program."""

import signal
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from mediakit.batch.outcomes import Done, Failed
from mediakit.catalog.catalog import Catalog
from mediakit.engines.base import Heard, Options, Samples
from mediakit.errors.engines import EngineFailed
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.workflows.hear_clips import Listened
from mediakit.workflows.hear_portions import Ready
from tests.batches import done, failed, put_clip, transcribed
from tests.fakes import killed_batch
from tests.fakes.engine import FakeEngine


def test_a_clip_that_cannot_be_read_does_not_stop_the_others(
    library: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """Missing and damaged originals are named."""
    broken = tmp_path / "broken"
    broken.write_bytes(b"no sound at all")
    missing = put_clip(library, catalog, "c-1")
    library.resolve(missing.path).unlink()
    put_clip(library, catalog, "c-2", content=broken)
    put_clip(library, catalog, "c-3")

    steps = transcribed(library, catalog)

    assert ["c-3"] == list(done(steps))
    assert ["c-1", "c-2"] == list(failed(steps))


@dataclass(frozen=True)
class _StopsAt:
    """An engine that stops at one of the clips, in a way of its own."""

    clip: int
    stop: BaseException
    heard: list[int] = field(default_factory=list)
    name: str = "stops"
    device: str = "cpu"
    unheeded: frozenset[str] = frozenset()
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
        put_clip(library, catalog, f"c-{number}")
    engine = _StopsAt(2, EngineFailed(engine="stops", reason="memory"))

    steps = transcribed(library, catalog, engine=engine)

    assert ["c-0", "c-2"] == list(done(steps))
    assert ["c-1"] == list(failed(steps))
    assert [1, 1] == [made.record.segments for made in done(steps).values()]


def test_a_clip_that_is_removed_meanwhile_does_not_stop_the_others(
    library: Library, catalog: Catalog
) -> None:
    """A batch takes a night, and people work on."""
    clips = [put_clip(library, catalog, f"c-000000000{number}") for number in range(2)]
    with catalog.change() as change:
        change.remove(Clip, clips[0].id)

    steps = transcribed(library, catalog, clips=clips)

    ended = [step for step in steps if not isinstance(step, Ready | Listened)]
    assert [Failed, Done] == [type(step) for step in ended]
    assert [clips[1].id] == [t.clip for t in catalog.read().all(TranscriptRecord)]


def test_two_batches_at_once_keep_one_transcript_of_a_clip(
    library: Library, catalog: Catalog
) -> None:
    """The second to finish takes the first one's."""
    clip = put_clip(library, catalog, "c-1")

    first = done(transcribed(library, catalog, clips=[clip]))["c-1"]
    second = done(transcribed(library, catalog, clips=[clip]))["c-1"]

    assert first.record == second.record
    assert 1 == len(list(library.transcripts.iterdir()))


def test_an_interruption_keeps_what_is_done(library: Library, catalog: Catalog) -> None:
    """The next run goes on with the clip that was interrupted."""
    for number in range(3):
        put_clip(library, catalog, f"c-{number}")

    with pytest.raises(KeyboardInterrupt):
        transcribed(library, catalog, engine=_StopsAt(2, KeyboardInterrupt()))

    assert ["c-1", "c-2"] == list(done(transcribed(library, catalog)))


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_killed_batch_goes_on_where_it_was(
    library: Library, catalog: Catalog
) -> None:
    """Whatever dies, a transcript is there or it is not."""
    for number in range(3):
        put_clip(library, catalog, f"c-{number}")

    command = [sys.executable, "-m", killed_batch.__name__, str(library.root), "9"]
    killed = subprocess.run(command, cwd=Path(__file__).parents[2], check=False)

    assert -signal.SIGKILL == killed.returncode
    assert ["c-1", "c-2"] == list(done(transcribed(library, catalog)))
    assert 3 == len(list(library.transcripts.iterdir()))
