"""What an interpreter said of segments is heard over an excerpt, each in its time."""

from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.interpreting import RecordingLost
from mediakit.errors.voiceovers import NothingInterpreted, VoiceoverTooLong
from mediakit.library import Library
from mediakit.media.rendering.takes import TimedTake, in_turn
from mediakit.media.rendering.voiceover import spoken_in
from mediakit.model.interpretation import Take
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Source
from mediakit.model.transcript_record import Origin
from mediakit.workflows.find_segments import Original
from mediakit.workflows.keep_interpretation import keep_interpretation
from mediakit.workflows.keep_recording import keep_recording
from mediakit.workflows.keep_voiceover import Kept
from mediakit.workflows.note_takes import taking_notes
from mediakit.workflows.say_interpretation import say_interpretation
from tests.consents import WORKING
from tests.interpreters import SPOKEN, TERMS, put_original
from tests.voiceovers import X, put_excerpt, say

SOURCE = Source(origin=Origin.ORAL_TRANSLATION, by="Fanta", date="2026-11-22")


@pytest.fixture
def original(library: Library, catalog: Catalog) -> Original:
    """Put a clip into the library, with three segments: 0-3, 3-5 and 6-9 s."""
    return put_original(library, catalog)


def _interpret(
    library: Library, catalog: Catalog, original: Original, *said: Path
) -> None:
    with taking_notes(library, original.clip, "fr", "Fanta") as notes:
        for number, (path, one) in enumerate(zip(said, SPOKEN, strict=False), start=1):
            part = TimeRange(one.start, one.end)
            kept = keep_recording(library, original.clip, number, part, path)
            words = Segment(start=one.start, end=one.end, text="Bonjour.")
            notes.add(Take(words, kept), SOURCE)
        keep_interpretation(library, catalog, original, TERMS, notes)


def _say(library: Library, catalog: Catalog, language: str = "fr") -> Kept:
    return say_interpretation(library, catalog, X, language=language, purpose=WORKING)


def test_each_recording_is_heard_in_its_time(
    library: Library, catalog: Catalog, original: Original, tmp_path: Path
) -> None:
    """Of those that are about the excerpt; the same voice-over is kept once."""
    said = [say(tmp_path / f"{n}.wav", 1 + n / 10) for n in range(3)]
    _interpret(library, catalog, original, *said)
    put_excerpt(catalog, original.clip, 2000, 9000)

    kept, again = (_say(library, catalog) for _ in range(2))

    one = kept.voiceover
    assert ("fr", "Fanta", False) == (one.language, one.by, again.is_new)
    heard = spoken_in(library.resolve(one.path), one.duration).ranges
    times = [time for part in heard for time in (part.start, part.end)]
    assert [1000, 2100, 4000, 5200] == pytest.approx(times, abs=40)


def test_one_waits_for_the_one_before(tmp_path: Path) -> None:
    """An interpreter often takes longer; nobody speaks over oneself."""
    path = tmp_path / "any.wav"
    takes = [TimedTake(path, 1500, 0), TimedTake(path, 500, 1000)]

    assert [0, 1500] == [one.start for one in in_turn(takes)]


def test_what_takes_too_long_is_refused(
    library: Library, catalog: Catalog, original: Original, tmp_path: Path
) -> None:
    """Nothing is left of it."""
    _interpret(library, catalog, original, say(tmp_path / "long.wav", 4))
    put_excerpt(catalog, original.clip, 0, 3000)

    with pytest.raises(VoiceoverTooLong):
        _say(library, catalog)

    assert not library.voiceovers.exists()
    assert [] == [*library.incoming_voiceovers.iterdir()]


def test_says_what_is_missing(
    library: Library, catalog: Catalog, original: Original, tmp_path: Path
) -> None:
    """An interpretation of this excerpt in this language, or a recording of it."""
    _interpret(library, catalog, original, say(tmp_path / "said.wav", 1))
    put_excerpt(catalog, original.clip, 5000, 9000)
    with pytest.raises(NothingInterpreted):
        _say(library, catalog)
    put_excerpt(catalog, original.clip, 0, 3000)
    with pytest.raises(NothingInterpreted):
        _say(library, catalog, "bm")

    [recording] = (library.interpretations / original.clip.id).glob("*.wav")
    recording.write_bytes(b"other")
    with pytest.raises(RecordingLost, match="not what was recorded"):
        _say(library, catalog)
    recording.unlink()
    with pytest.raises(RecordingLost, match="missing"):
        _say(library, catalog)
