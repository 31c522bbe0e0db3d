"""OpenTimelineIO of every version, and of every program: read as far as it can be."""

import json
from fractions import Fraction
from typing import Any

import pytest

from mediakit.errors.timelines import TimelineUnreadable
from mediakit.timeline import as_otio
from tests.timeline.cuts import puzzles, told

Json = dict[str, Any]  # Any: JSON


def span(start: float, lasts: float, rate: float = 25) -> Json:
    """Return a range of times."""
    return {
        "OTIO_SCHEMA": "TimeRange.1",
        "start_time": {"OTIO_SCHEMA": "RationalTime.1", "rate": rate, "value": start},
        "duration": {"OTIO_SCHEMA": "RationalTime.1", "rate": rate, "value": lasts},
    }


def clip(name: str, where: Json | None, *, version: int = 1, **more: Any) -> Json:
    """Return a clip of a file that begins at ten hours."""
    media = {
        "OTIO_SCHEMA": "ExternalReference.1",
        "target_url": f"file:///R/{name}.mov",
        "available_range": span(900_000, 5000),
    }
    named = (
        {"media_reference": media}
        if version == 1
        else {"media_references": {"DEFAULT_MEDIA": media}}
    )
    return {
        "OTIO_SCHEMA": f"Clip.{version}",
        "name": name,
        "source_range": where,
        **named,
        **more,
    }


def nest(schema: str, *children: Json, **more: Any) -> Json:
    """Return something that holds others."""
    return {"OTIO_SCHEMA": schema, "name": "Nest", "children": [*children], **more}


def cut(*items: Json) -> bytes:
    """Return a timeline with one track, which says nothing of when it begins."""
    track = nest("Track.1", *items, kind="Video")
    made = {
        "OTIO_SCHEMA": "Timeline.1",
        "name": "Cut",
        "global_start_time": None,
        "tracks": nest("Stack.1", track),
    }
    return json.dumps(made).encode()


def test_sound_without_frames_is_read() -> None:
    """Kdenlive 26.08 writes that a file of sound has 0 frames a second."""
    spoken = clip("A", span(50, 25))
    spoken["media_reference"]["available_range"] = span(0, 350, 0)

    read = as_otio.read(cut(spoken), "cut")

    assert [("V1", 0, 25, "A", Fraction(2))] == told(read)


@pytest.mark.parametrize("version", [1, 2])
def test_clips_of_both_versions_are_read(version: int) -> None:
    """The second has several media; a whole one may not say what it takes."""
    read = as_otio.read(
        cut(
            clip("A", span(900_100, 50), version=version),
            nest("Gap.1", source_range=span(0, 25)),
            clip("B", None, version=version),
        ),
        "cut",
    )

    assert [
        ("V1", 0, 50, "A", Fraction(4)),
        ("V1", 75, 5000, "B", Fraction(0)),
    ] == told(read)
    assert 25 == read.rate.exact


def test_what_lies_within_is_opened_and_transitions_make_shots_longer() -> None:
    """A stack in a track; both sides of a transition."""
    transition = {
        "OTIO_SCHEMA": "Transition.1",
        "in_offset": span(0, 10)["duration"],
        "out_offset": span(0, 5)["duration"],
    }
    inner = nest("Track.1", clip("B", span(900_000, 100)), kind="Video")
    read = as_otio.read(
        cut(
            clip("A", span(900_100, 50)),
            transition,
            nest("Stack.1", inner, source_range=span(20, 50)),
        ),
        "cut",
    )

    assert [
        ("V1", 0, 55, "A", Fraction(4)),
        ("V1", 40, 60, "B", Fraction(10, 25)),
    ] == told(read)


def test_other_speeds_and_what_is_not_understood_are_listed() -> None:
    """Each with its place, and the rest is read."""
    fast = {"OTIO_SCHEMA": "LinearTimeWarp.1", "time_scalar": -2.0}
    odd = {"OTIO_SCHEMA": "TimeEffect.1"}
    read = as_otio.read(
        cut(
            clip("A", span(900_100, 50), effects=[fast]),
            clip("B", span(900_000, 25), effects=[odd]),
            clip("C", span(900_000, 25), enabled=False),
            {"OTIO_SCHEMA": "Riddle.7", "source_range": span(0, 25)},
            {
                "OTIO_SCHEMA": "Clip.1",
                "name": "",
                "source_range": span(0, 25),
                "media_reference": {"OTIO_SCHEMA": "MissingReference.1"},
            },
        ),
        "cut",
    )

    assert [(0, 50), (50, 25)] == [(at, length) for _t, at, length, *_ in told(read)]
    assert [False, False] == [one.is_sure for one in read.found if one.source]
    assert [
        "V1 00:00:00:00: it is played at -200 % of its speed",
        "V1 00:00:02:00: its speed is not understood",
        "V1 00:00:03:00: 'C' is switched off",
        "V1 00:00:04:00: it holds a Riddle, which is not read",
    ] == puzzles(read)


@pytest.mark.parametrize(
    "content",
    [
        b'{"OTIO_SCHEMA": "Riddle.1"}',
        b'{"OTIO_SCHEMA": "Timeline.1", "tracks": 3}',
        b'{"OTIO_SCHEMA": "Timeline.1", ' + b'"a": [' * 100_000,
        cut(clip("A", span(float("inf"), 1))),
        cut(clip("A", span(1e300, 1))),
        cut(clip("A", span(0, 1, rate=0))),
        cut(clip("A", span(0, 1, rate=1e-300))),
        b'{"OTIO_SCHEMA": "Timeline.1", "tracks": ' + b"9" * 9000 + b"}",
        b'{"OTIO_SCHEMA": "\xff"}',
    ],
)
def test_hostile_ones_are_refused_in_one_sentence(content: bytes) -> None:
    """Deep, endless, empty, not a number, no text."""
    with pytest.raises(TimelineUnreadable) as caught:
        as_otio.read(content, "cut")

    assert "\n" not in str(caught.value)


def test_what_is_nested_beyond_reason_is_refused() -> None:
    """Stacks within tracks within stacks."""
    item = clip("A", span(900_000, 10))
    for _depth in range(25):
        item = nest("Stack.1", nest("Track.1", item, kind="Video"))

    with pytest.raises(TimelineUnreadable, match="nested or large"):
        as_otio.read(cut(item), "cut")


def test_a_transition_at_the_beginning_does_not_reach_before_the_film() -> None:
    """There is nothing before its first frame."""
    half = {"OTIO_SCHEMA": "RationalTime.1", "rate": 25, "value": 10}
    fade = {"OTIO_SCHEMA": "Transition.1", "in_offset": half, "out_offset": half}

    read = as_otio.read(cut(fade, clip("GAO", span(900_100, 50))), "cut")

    assert [("V1", 0, 50, "GAO", Fraction(4))] == told(read)
