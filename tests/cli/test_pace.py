"""How far a batch is."""

from mediakit.batch.outcomes import Done, Failed
from mediakit.cli.pace import Pace
from mediakit.errors import LanguageUnknown
from mediakit.model.ids import ClipId, TranscriptId
from mediakit.model.media import MediaInfo
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.workflows.transcribe_clips import Listened, Transcribed
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
