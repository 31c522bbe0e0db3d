"""What an editor leaves, adds, moves and takes out is found again, in every format."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediakit.model.timeline import Shot
from mediakit.timeline.base import HandOff
from mediakit.timeline.format import TimelineFormat
from mediakit.timeline.registry import FORMATS
from tests.timeline.films import films


@st.composite
def edited(draw: st.DrawFn) -> HandOff:
    """Return a film as an editor changed it: shots moved, trimmed, gone."""
    film = draw(films(lines=(1, 6)))
    tracks = []
    shift = draw(st.integers(0, 50))
    gone = draw(st.sets(st.sampled_from([f"l{place}" for place in range(6)])))
    trimmed = draw(st.sets(st.sampled_from([f"l{place}" for place in range(6)])))
    for track in film.timeline.tracks:
        items = [
            replace(
                one, at=one.at + shift, length=_length(one.length, one.code in trimmed)
            )
            for one in track.items
            if one.code.removesuffix("c") not in gone
        ]
        tracks.append(replace(track, items=tuple(items)))
    markers = tuple(
        replace(one, at=one.at + shift)
        for one in film.timeline.markers
        if one.code not in gone
    )
    changed = replace(film.timeline, tracks=tuple(tracks), markers=markers)
    return replace(film, timeline=changed)


def _length(length: int, is_trimmed: bool) -> int:
    return max(1, length // 2) if is_trimmed else length


@pytest.mark.parametrize("fmt", FORMATS, ids=lambda fmt: fmt.NAME)
@given(film=edited())
@settings(max_examples=15)
def test_every_shot_is_found(fmt: TimelineFormat, film: HandOff) -> None:
    """With its clip, its place, and the frame with which it begins; nothing else."""
    if not any(track.items for track in film.timeline.tracks):
        return
    read = fmt.read(fmt.write(film), "cut", film.timeline.rate)

    assert fmt.placed(film) == read.placed
    assert () == read.unread
    clips = {
        film.footage[item.code].clip
        for track in film.timeline.tracks
        for item in track.items
        if isinstance(item, Shot)
    }
    assert {one.source.clip for one in read.found if one.source} <= clips
