"""A film in time: whole frames, inside what was chosen, without drift."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from mediakit.model.clip import Clip
from mediakit.model.film import Cover, FilmLine, LineKind
from mediakit.model.film_layout import lay_out
from mediakit.model.frame_rate import RATES
from mediakit.model.ids import ClipId
from mediakit.model.media import MediaInfo, VideoStream
from mediakit.model.timecode import TimeRange
from mediakit.model.timeline import Shot, Timeline
from tests.builders import a_clip, a_film, a_quote

HOUR = 3_600_000
CLIP = ClipId("c-0000000001")
ANY_RANGE = st.builds(
    lambda start, length: TimeRange(start, start + length),
    st.integers(0, 2 * HOUR),
    st.integers(1, 60_000),
)


def filmed(rate: str, *, variable: bool = False) -> Clip:
    """Return three hours of pictures and sound."""
    video = VideoStream(
        codec="h264", width=640, height=360, frame_rate=rate, variable=variable
    )
    clip = a_clip(CLIP)
    media: MediaInfo = replace(clip.media, duration=3 * HOUR, video=video)
    return replace(clip, media=media)


def shots(timeline: Timeline, name: str) -> list[Shot]:
    """Return the shots of a track."""
    [track] = [one for one in timeline.tracks if one.name == name]
    return [one for one in track.items if isinstance(one, Shot)]


@given(
    ranges=st.lists(ANY_RANGE, min_size=1, max_size=30),
    film=st.sampled_from(sorted(RATES)),
    source=st.sampled_from([str(rate) for rate in RATES.values()]),
)
def test_shots_lie_inside_what_was_chosen(
    ranges: list[TimeRange], film: str, source: str
) -> None:
    """Never a frame more than the gate was asked for, and hardly one less."""
    lines = [a_quote(f"A{place}", range=one) for place, one in enumerate(ranges)]

    timeline = lay_out(
        a_film("f-0000000001", *lines, rate=film), {CLIP: filmed(source)}
    )

    chosen = {f"A{place}": one for place, one in enumerate(ranges)}
    frame = 1 / RATES[film] + 1 / Fraction(source)
    for shot in shots(timeline, "V1"):
        end = shot.start + timeline.rate.seconds(shot.length)
        part = chosen[shot.code]
        assert Fraction(part.start, 1000) <= shot.start
        assert end <= Fraction(part.end, 1000)
        assert Fraction(part.duration, 1000) - (end - shot.start) < frame
        assert (shot.start * Fraction(source)).denominator == 1
    short = {one.code for one in timeline.left_out}
    assert all(Fraction(chosen[code].duration, 1000) < frame for code in short)


@given(
    ranges=st.lists(ANY_RANGE, min_size=2, max_size=30),
    film=st.sampled_from(sorted(RATES)),
)
def test_each_line_begins_where_the_one_before_it_ends(
    ranges: list[TimeRange], film: str
) -> None:
    """Picture and sound of a line are at one place, however long the film is."""
    lines = [a_quote(f"A{place}", range=one) for place, one in enumerate(ranges)]

    timeline = lay_out(
        a_film("f-0000000001", *lines, rate=film), {CLIP: filmed("30000/1001")}
    )

    assert shots(timeline, "V1") == shots(timeline, "A1")
    ends = [0, *(one.at + one.length for one in timeline.markers)]
    assert ends[:-1] == [one.at for one in timeline.markers]
    assert ends[-1] == timeline.length


def test_what_varies_is_counted_as_the_film_is() -> None:
    """It is brought to the film's rate before anything is cut."""
    film = a_film("f-0000000001", a_quote(range=TimeRange(1010, 3000)), rate="25")

    timeline = lay_out(film, {CLIP: filmed("27/1", variable=True)})

    [shot] = shots(timeline, "V1")
    assert (26, Fraction(26, 25)) == (timeline.source_frame(shot), shot.start)


def test_what_is_seen_over_a_line_ends_with_it() -> None:
    """And where the next one begins; what has no time is told."""
    covers = tuple(
        Cover(code=code, clip=CLIP, range=TimeRange(0, 5000), at=at)
        for code, at in (("C1", 500), ("C2", 1000), ("C3", 9000))
    )
    film = a_film("f-0000000001", a_quote(covers=covers))

    timeline = lay_out(film, {CLIP: filmed("25")})

    assert [("C1", 12, 13), ("C2", 25, 25)] == [
        (one.code, one.at, one.length) for one in shots(timeline, "V2")
    ]
    assert ["C3"] == [one.code for one in timeline.left_out]


def test_words_take_as_long_as_reading_them() -> None:
    """Unless it is said how long; a note, and a heading without a time, take none."""
    lines = (
        FilmLine(code="A1", kind=LineKind.HEADING, texts={"fr": "La paix"}),
        FilmLine(code="A2", kind=LineKind.NOTE, texts={"fr": "À revoir"}),
        FilmLine(code="A3", kind=LineKind.CARD, texts={"fr": "x" * 60}),
        FilmLine(code="A4", kind=LineKind.NARRATION, texts={"fr": "un " * 20}),
        FilmLine(code="A5", kind=LineKind.CARD, duration=1500),
    )

    timeline = lay_out(a_film("f-0000000001", *lines), {})

    assert [0, 0, 100, 200, 37] == [one.length for one in timeline.markers]


def test_a_clip_that_is_gone_leaves_its_line_out() -> None:
    """The rest of the film stays, and says so."""
    film = a_film("f-0000000001", a_quote("A1"), a_quote("A2", clip="c-0000000009"))

    timeline = lay_out(film, {CLIP: filmed("25")})

    assert ["A1"] == [one.code for one in timeline.markers]
    assert ["A2"] == [one.code for one in timeline.left_out]
