"""What holds for every format that editing programs read."""

import pytest
from hypothesis import given, settings

from mediakit.timeline.base import HandOff
from mediakit.timeline.format import TimelineFormat
from mediakit.timeline.registry import FORMATS, format_of
from tests.timeline.films import films

every_format = pytest.mark.parametrize("fmt", FORMATS, ids=lambda fmt: fmt.NAME)


@every_format
@given(film=films())
@settings(max_examples=40)
def test_says_where_every_frame_is(fmt: TimelineFormat, film: HandOff) -> None:
    """What is read back is what was meant, at every rate, to the frame."""
    read = fmt.read(fmt.write(film), "film", None)

    assert fmt.placed(film) == read.placed
    assert film.timeline.rate == read.rate
    assert "f-1ab" == read.film


@every_format
@given(film=films(lines=(25, 30), least=300))
@settings(max_examples=5)
def test_is_not_a_frame_off_after_two_hours(fmt: TimelineFormat, film: HandOff) -> None:
    """Nothing adds up: the last shot of a long film is where it was meant."""
    two_hours = 2 * 3600 * film.timeline.rate.exact

    read = fmt.read(fmt.write(film), "film", None)

    assert film.timeline.length > two_hours
    assert fmt.placed(film) == read.placed
    last = max(film.tracks[0].items, key=lambda item: item.at, default=None)
    assert last is None or last.at in {one.at for one in read.placed}


@every_format
@given(film=films(lines=(1, 3)))
@settings(max_examples=10)
def test_is_the_only_one_to_recognize_its_files(
    fmt: TimelineFormat, film: HandOff
) -> None:
    """No other format claims a file that this one wrote, and it writes it the same."""
    content = fmt.write(film)

    assert fmt is format_of(content)
    assert [fmt.NAME] == [one.NAME for one in FORMATS if one.recognizes(content)]
    assert content == fmt.write(film)
