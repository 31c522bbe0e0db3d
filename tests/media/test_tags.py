"""Tags of recorders: dates, timecodes, places, languages."""

import pytest

from mediakit.media import tags


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({"creation_time": "2026-03-01T09:30:00.000000Z"}, "2026-03-01T09:30:00Z"),
        (
            {
                "creation_time": "2026-03-01T09:30:00Z",
                "com.apple.quicktime.creationdate": "2026-03-01T10:30:00+0100",
            },
            "2026-03-01T10:30:00+01:00",
        ),
        ({"DATE": "2026-03-01"}, "2026-03-01"),
        ({"date": "2026"}, ""),
        ({"creation_time": "1904-01-01T00:00:00Z"}, ""),
        ({"creation_time": "1970-01-01T00:00:00Z"}, ""),
        ({"creation_time": "\x00\ufffd"}, ""),
        ({}, ""),
    ],
)
def test_dates_are_kept_where_they_mean_something(
    written: dict[str, str], expected: str
) -> None:
    """The local time of a phone is best; a clock nobody set says nothing."""
    assert expected == tags.recorded(written)


@pytest.mark.parametrize(
    "written",
    [
        {"location": "+16.27-000.04/"},
        {"com.apple.quicktime.location.ISO6709": "+16.27-000.04/"},
        {"LOCATION-eng": "+16.27-000.04/"},
        {"handler_name": "\tGoPro MET"},
    ],
)
def test_places_are_noticed(written: dict[str, str]) -> None:
    """Phones and action cameras write where they are in several ways."""
    assert tags.has_position([{}, written])


def test_nothing_else_is_a_place() -> None:
    """Ordinary tags are not."""
    written = {"encoder": "Lavf", "handler_name": "VideoHandler", "title": "Gao"}

    assert not tags.has_position([written])


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({"timecode": "01:00:00:00"}, "01:00:00:00"),
        ({"TIMECODE": "01:00:00;02"}, "01:00:00;02"),
        ({"timecode": "later"}, ""),
    ],
)
def test_timecodes_are_read(written: dict[str, str], expected: str) -> None:
    """Drop-frame timecodes have a semicolon."""
    assert expected == tags.timecode([{}, written])


@pytest.mark.parametrize(
    ("written", "expected"),
    [("fre", "fr"), ("bam", "bm"), ("und", ""), ("?!", ""), ("zxx", "")],
)
def test_languages_are_brought_to_their_tags(written: str, expected: str) -> None:
    """What says nothing is nothing."""
    assert expected == tags.language({"language": written})
