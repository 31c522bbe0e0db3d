"""How far a batch is."""

from mediakit.batch.outcomes import Done, Failed
from mediakit.cli.pace import Pace
from mediakit.errors.engines import LanguageUnknown
from mediakit.model.ids import ClipId, TranscriptId
from mediakit.model.media import MediaInfo
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.workflows.hear_clips import Listened
from mediakit.workflows.transcribe_clips import Transcribed
from tests.builders import a_clip

MINUTES = MediaInfo(kind="sound", duration=600_000, container="mp3")
MADE = Transcribed(
    TranscriptRecord(
        id=TranscriptId("t-1"),
        clip=ClipId("c-0"),
        path="transcripts/t-1.json",
        sha256="",
        language="fr",
        origin=Origin.MACHINE,
        state=State.MACHINE,
        segments=2,
    )
)
CLIPS = [a_clip(f"c-{n}", title=f"Clip {n}", media=MINUTES) for n in range(3)]


def test_a_batch_is_as_far_as_its_clips() -> None:
    """Every clip counts for its length, however its last segment ends."""
    pace = Pace(3 * 600_000)

    moves = [
        pace.move(Listened(CLIPS[0], 240_000)),
        pace.move(Listened(CLIPS[0], 360_000)),
        pace.move(Done(CLIPS[0], MADE)),
        pace.move(Failed(CLIPS[1], LanguageUnknown(language="bm"))),
        pace.move(Listened(CLIPS[2], 60_000)),
    ]

    assert [240_000, 120_000, 240_000, 600_000, 60_000] == moves
    assert pace.text.startswith("21 of 30 min, ")
    assert pace.text.endswith(": Clip 2")


def test_what_is_left_out_does_not_make_it_faster() -> None:
    """The speed is that of listening."""
    pace = Pace(600_000)

    pace.move(Failed(CLIPS[0], LanguageUnknown(language="bm")))

    assert "0.0 times real time" in pace.text


class _Clock:
    """A clock that is set by hand, in seconds."""

    now = 0.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


def test_the_time_left_is_that_of_what_is_left() -> None:
    """At the speed at which clips were listened to so far."""
    clock = _Clock()
    pace = Pace(3 * 600_000, clock)

    clock.now = 120
    pace.move(Done(CLIPS[0], MADE))

    assert "10 of 30 min, 4 min left, 5.0 times real time: Clip 0" == pace.text

    clock.now = 10_000
    pace.move(Listened(CLIPS[1], 60_000))

    assert ", 4 h 48 min left, " in pace.text


def test_what_was_heard_before_does_not_make_it_faster() -> None:
    """A clip that is taken up again is as far as it was; only the rest takes time."""
    clock = _Clock()
    pace = Pace(600_000, clock)

    moved = pace.move(Listened(CLIPS[0], 540_000, before=True))
    clock.now = 10
    pace.move(Listened(CLIPS[0], 570_000))

    assert 540_000 == moved
    assert "10 of 10 min, 1 min left, 3.0 times real time: Clip 0" == pace.text


def test_clips_may_be_listened_to_at_once() -> None:
    """Each is as far as it is, whichever was heard of last."""
    pace = Pace(2 * 600_000)

    steps = [(0, 60_000), (1, 120_000), (0, 90_000), (1, 180_000)]
    moves = [pace.move(Listened(CLIPS[n], position)) for n, position in steps]

    assert [60_000, 120_000, 30_000, 60_000] == moves
