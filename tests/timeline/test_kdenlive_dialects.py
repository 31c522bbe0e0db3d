"""Kdenlive projects as Kdenlive keeps them: read as far as they can be."""

from fractions import Fraction
from xml.etree.ElementTree import tostring

import pytest
from hypothesis import given, settings

from mediakit.errors.timelines import TimelineUnreadable
from mediakit.model.frame_rate import FrameRate
from mediakit.timeline import as_kdenlive
from mediakit.timeline.base import HandOff
from mediakit.timeline.xml_document import parse
from tests.timeline.cuts import puzzles, told
from tests.timeline.films import films

OURS = {
    "mediakit:clip": "c-0000000001",
    "mediakit:first": "300",
    "mediakit:rate": "30000/1001",
}


def producer(**said: str) -> str:
    """Return a recording of the bin."""
    return "<producer id='p'>" + "".join(
        f"<property name='{name.replace('__', ':')}'>{value}</property>"
        for name, value in said.items()
    )


def project(inner: str, *entries: str, name: str = "V1") -> bytes:
    """Return a project of 25 frames a second with one track."""
    return (
        "<mlt><profile frame_rate_num='25' frame_rate_den='1'/>"
        f"{inner}</producer><playlist id='main_bin'/>"
        f"<playlist id='a'>{''.join(entries)}</playlist><tractor id='t'>"
        f"<property name='kdenlive:track_name'>{name}</property>"
        "<track producer='a'/></tractor></mlt>"
    ).encode()


def entry(begin: str, end: str, of: str = "p") -> str:
    """Return a shot."""
    return f"<entry producer='{of}' in='{begin}' out='{end}'/>"


@given(film=films())
@settings(max_examples=25)
def test_what_kdenlive_saved_is_still_the_film(film: HandOff) -> None:
    """It keeps no properties of a project but its own, and writes times for frames."""
    content = as_kdenlive.write(film)

    read = as_kdenlive.read(saved(content, film.timeline.rate), "cut")

    assert as_kdenlive.placed(film) == read.placed
    assert (film.timeline.film, film.timeline.rate) == (read.film, read.rate)


def saved(content: bytes, rate: FrameRate) -> bytes:
    """Return a project as Kdenlive 22.12 saves it, in what matters here."""
    root = parse(content, "film")
    for one in root.iter():
        for name in {"in", "out", "length"} & one.attrib.keys():
            milliseconds = rate.milliseconds(int(one.attrib[name]))
            minutes, rest = divmod(milliseconds, 60_000)
            seconds = f"{rest // 1000:02d}.{rest % 1000:03d}"
            one.set(name, f"{minutes // 60:02d}:{minutes % 60:02d}:{seconds}")
    [project] = (one for one in root if one.get("id") == "main_bin")
    for said in project.findall("property"):
        if not said.attrib["name"].startswith(("kdenlive:doc", "xml_retain")):
            project.remove(said)
    return bytes(tostring(root, encoding="utf-8"))


def test_what_is_not_ours_is_counted_from_its_beginning() -> None:
    """Frames or times, as Kdenlive writes either."""
    recording = producer(mlt_service="avformat", resource="media/GAO.mp4")
    content = project(
        recording,
        "<blank length='00:00:01.000'/>",
        entry("50", "74"),
        entry("00:00:04.000", "00:00:04.960"),
        name="Interview",
    )

    read = as_kdenlive.read(content, "cut")

    assert [("V1", 25, 25, Fraction(2)), ("V1", 50, 25, Fraction(4))] == [
        (track, at, length, start) for track, at, length, _name, start in told(read)
    ]
    assert ["media/GAO.mp4"] * 2 == [
        one.source.path for one in read.found if one.source
    ]
    assert [] == puzzles(read)


def test_our_files_begin_where_their_recorder_says() -> None:
    """Also where that counts other frames than the film: in seconds they add up."""
    content = project(
        producer(mlt_service="avformat", resource="part.mp4", **OURS), entry("25", "49")
    )

    read = as_kdenlive.read(content, "cut")

    [found] = read.found
    assert Fraction(300 * 1001, 30_000) + 1 == found.start
    assert [] == puzzles(read)


@pytest.mark.parametrize(
    ("speed", "start", "lasts"),
    [("2.0", 12, 2), ("0.5", Fraction(21, 2), Fraction(1, 2))],
)
def test_what_is_played_at_another_speed_is_told(
    speed: str, start: Fraction, lasts: Fraction
) -> None:
    """And begins in the recording where it does."""
    ours = OURS | {"mediakit:first": "250", "mediakit:rate": "25"}
    warped = producer(mlt_service="timewarp", warp_speed=speed, resource="x", **ours)

    read = as_kdenlive.read(project(warped, entry("25", "49")), "cut")

    [found] = read.found
    assert (start, lasts) == (found.start, found.lasts)
    assert "of its speed" in puzzles(read)[0]


@pytest.mark.parametrize("speed", ["1e999999999", "1/0", "fast", "9" * 5000])
def test_speeds_that_are_none_are_told_at_once(speed: str) -> None:
    """Whatever they say; all of the recording may be in it."""
    warped = producer(mlt_service="timewarp", warp_speed=speed, resource="x")

    read = as_kdenlive.read(project(warped, entry("0", "24")), "cut")

    assert [False] == [one.is_sure for one in read.found]
    assert ["V1 00:00:00:00: its speed is not understood"] == puzzles(read)


def test_what_is_not_in_the_file_is_listed() -> None:
    """With its place, and the rest is read."""
    content = project(
        producer(resource="x.mp4"), entry("0", "24", "inner"), entry("0", "9")
    )

    read = as_kdenlive.read(content, "cut")

    assert [25] == [at for _track, at, *_others in told(read)]
    assert ["V1 00:00:00:00: 'inner' is not described in the file"] == puzzles(read)


def property_(name: str, value: str) -> str:
    """Return something that is said of a part of a project."""
    return f"<property name='{name}'>{value}</property>"


def tractor(name: str, said: str, *held: str, hide: str = "") -> str:
    """Return what plays other parts at once."""
    tracks = "".join(f"<track producer='{one}' hide='{hide}'/>" for one in held)
    return f"<tractor id='{name}'>{said}{tracks}</tractor>"


def sequences(main: str, inner: str, *, of: str = "s2", hide: str = "") -> bytes:
    """Return a project as Kdenlive keeps them since 23.04: two sequences."""
    audio = property_("kdenlive:audio_track", "1")
    return (
        "<mlt root='/home/awa'><profile frame_rate_num='25' frame_rate_den='1'/>"
        f"<chain id='c' out='99'>{property_('resource', 'GAO.mp4')}</chain>"
        f"<producer id='q'>{property_('resource', of)}</producer>"
        f"<playlist id='b'>{inner}</playlist><playlist id='b2'>{inner}</playlist>"
        f"<playlist id='e'/>{tractor('t2', '', 'b', 'e')}{tractor('t3', audio, 'b2')}"
        + tractor("s2", property_("kdenlive:uuid", "{2}"), "t2", "t3")
        + f"<playlist id='a'>{main}</playlist>"
        + tractor("t1", "", "a", "e", hide=hide)
        + tractor("s1", property_("kdenlive:uuid", "{1}"), "t1")
        + "<playlist id='main_bin'/>"
        + tractor("p", property_("kdenlive:projectTractor", "1"), "s1")
        + "</mlt>"
    ).encode()


@pytest.mark.parametrize("of", ["s2", "q"])
def test_a_sequence_within_another_is_opened(of: str) -> None:
    """What of its pictures lies there, where it lies; each once."""
    content = sequences(
        "<blank length='50'/>" + entry("10", "29", of), entry("5", "64", "c")
    )

    read = as_kdenlive.read(content, "cut")

    assert [("V1", 50, 20, "", Fraction(15, 25))] == [
        (track, at, length, name, start)
        for track, at, length, name, start in told(read)
    ]
    [found] = read.found
    assert found.source
    assert "/home/awa/GAO.mp4" == found.source.path
    assert [] == puzzles(read)


def test_a_sequence_that_is_not_in_the_film_is_not_in_the_cut() -> None:
    """It is listed."""
    content = sequences(entry("0", "9", "c"), entry("0", "49", "c"))

    read = as_kdenlive.read(content, "cut")

    assert [10] == [length for _track, _at, length, *_others in told(read)]
    [puzzle] = puzzles(read)
    assert puzzle.endswith("the sequence 's2' was not read: it is not in the film")


def test_a_sequence_within_itself_is_refused() -> None:
    """However it is called."""
    with pytest.raises(TimelineUnreadable, match="lies within itself"):
        as_kdenlive.read(sequences(entry("0", "9", "q"), entry("0", "9", "s2")), "cut")


def test_a_track_that_is_switched_off_is_listed() -> None:
    """Nobody sees or hears it."""
    content = sequences(entry("0", "9", "s2"), entry("0", "9", "c"), hide="both")

    read = as_kdenlive.read(content, "cut")

    assert "V1 00:00:00:00: the track is switched off" in puzzles(read)
    assert [] == told(read)


def test_a_recording_with_a_map_of_times_may_show_any_of_it() -> None:
    """Kdenlive links what plays it at changing speed before it."""
    recording = producer(resource="x.mp4") + "<link id='l'/>"

    read = as_kdenlive.read(project(recording, entry("0", "24")), "cut")

    assert ["V1 00:00:00:00: its speed is not understood"] == puzzles(read)
    assert [False] == [one.is_sure for one in read.found]


def test_of_a_proxy_the_original_is_told() -> None:
    """By which its clip is known."""
    recording = producer(
        resource="proxy/0a1b.mkv", kdenlive__originalurl="/media/GAO.mp4"
    )

    read = as_kdenlive.read(project(recording, entry("0", "24")), "cut")

    assert ["/media/GAO.mp4"] == [one.source.path for one in read.found if one.source]


def test_what_does_not_say_how_long_it_is_lasts_as_long_as_its_recording() -> None:
    """As programs play it."""
    content = sequences("<entry producer='c'/>", "")

    read = as_kdenlive.read(content, "cut")

    assert [100] == [length for _track, _at, length, *_others in told(read)]
