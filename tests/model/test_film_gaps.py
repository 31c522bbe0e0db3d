"""A film without some of its lines: all else keeps its time."""

from hypothesis import given
from hypothesis import strategies as st

from mediakit.model.film import Cover, FilmLine, LineKind
from mediakit.model.film_gaps import without_lines
from mediakit.model.film_layout import lay_out
from mediakit.model.timecode import TimeRange
from mediakit.model.timeline import Timeline
from tests.builders import FIRST_SECONDS, a_clip, a_film, a_quote

CLIP = a_clip()
CLIPS = {CLIP.id: CLIP}
CARD = FilmLine(code="E5E", kind=LineKind.CARD, texts={"fr": "Gao"}, duration=1000)


def places(timeline: Timeline) -> dict[str, tuple[int, int]]:
    """Return where each thing on a track is."""
    items = (item for track in timeline.tracks for item in track.items)
    return {item.code: (item.at, item.length) for item in items}


def test_their_time_stays_empty() -> None:
    """Of two lines in a row, and with what is seen over them; by hand, at 25."""
    over = Cover(code="V5V", clip=CLIP.id, range=FIRST_SECONDS)
    lines = (
        a_quote("A1A"),
        a_quote("B2B", covers=(over,)),
        a_quote("C3C", range=TimeRange(2000, 3000)),
        CARD,
    )

    left = without_lines(a_film("f-0000000001", *lines), CLIPS, {"B2B", "C3C"})
    timeline = lay_out(left.film, CLIPS, gaps=left.gaps)

    assert {"A1A": (0, 50), "E5E": (125, 25)} == places(timeline)
    assert (["A1A", "E5E"], 150) == (
        [one.code for one in timeline.markers],
        timeline.length,
    )


def test_nothing_stays_empty_behind_the_last_one() -> None:
    """The film ends with what is left of it."""
    film = a_film("f-0000000001", CARD, a_quote())

    left = without_lines(film, CLIPS, {"K7P"})

    assert 25 == lay_out(left.film, CLIPS, gaps=left.gaps).length


def test_a_cover_is_not_seen_instead_of_the_next_one() -> None:
    """It ends where the one that is left out begins; by hand, at 25."""
    covers = (
        Cover(code="V5V", clip=CLIP.id, range=FIRST_SECONDS),
        Cover(code="W6W", clip=CLIP.id, range=FIRST_SECONDS, at=990),
    )
    film = a_film("f-0000000001", a_quote("A1A", covers=covers))

    left = without_lines(film, CLIPS, {"W6W"})
    timeline = lay_out(left.film, CLIPS, gaps=left.gaps, ends=left.ends)

    assert {"A1A": (0, 50), "V5V": (0, 24)} == places(timeline)


@given(data=st.data(), rate=st.sampled_from(["24000/1001", "25", "30000/1001", "50"]))
def test_all_else_is_where_it_was(data: st.DataObject, rate: str) -> None:
    """Whatever is left out, to the frame."""
    starts = data.draw(st.lists(st.integers(0, 9000), min_size=1, max_size=12))
    lines = [
        a_quote(f"A{place}", range=TimeRange(start, start + 777))
        for place, start in enumerate(starts)
    ]
    film = a_film("f-0000000001", *lines, rate=rate)
    codes = data.draw(st.sets(st.sampled_from([line.code for line in lines])))

    left = without_lines(film, CLIPS, codes)

    whole = places(lay_out(film, CLIPS))
    assert {code: at for code, at in whole.items() if code not in codes} == places(
        lay_out(left.film, CLIPS, gaps=left.gaps)
    )
