"""FCPXML as Final Cut Pro and Resolve write it: read as far as it can be."""

from fractions import Fraction

import pytest

from mediakit.errors.timelines import TimelineUnreadable
from mediakit.timeline import as_fcpxml
from tests.timeline.cuts import puzzles, told

RESOURCES = """<format id="r1" name="FFVideoFormat1080p25"/>
<format id="r2" frameDuration="1001/30000s"/>
<asset id="r3" name="GAO_0001" src="file:///Volumes/R/GAO%20_0001.mov" start="36000s"
 duration="600s" hasVideo="1" hasAudio="1" format="r1"/>
<asset id="r4" name="Musique" duration="200s" hasAudio="1">
<media-rep kind="original-media" src="./Musique.wav"/></asset>
<effect id="r5" name="Basic Title" uid="x"/>
<media id="r6" name="Compound"><sequence format="r1" tcStart="0s"><spine>
<asset-clip ref="r3" offset="0s" start="36100s" duration="20s"/>
<asset-clip ref="r3" offset="20s" start="36200s" duration="20s"/></spine></sequence>
</media>
<media id="r7"><multicam format="r1" tcStart="0s"><mc-angle name="A" angleID="a">
<gap offset="0s" duration="4s"/><asset-clip ref="r3" offset="4s" start="36010s"
 duration="50s"/></mc-angle><mc-angle name="B" angleID="b"><asset-clip ref="r3"
 offset="0s" start="36300s" duration="50s"/></mc-angle></multicam></media>"""


def cut(spine: str, *, version: str = "1.9", resources: str = RESOURCES) -> bytes:
    """Return a project that begins at one hour."""
    return (
        f'<!DOCTYPE fcpxml><fcpxml version="{version}">'
        f"<resources>{resources}</resources>"
        '<library><event name="E"><project name="P"><sequence format="r1" '
        f'tcStart="3600s" tcFormat="NDF"><spine>{spine}</spine></sequence></project>'
        "</event></library></fcpxml>"
    ).encode()


def seen(content: bytes) -> list[tuple[str, int, int, Fraction]]:
    """Return track, place, length and where in the source, of each shot."""
    read = as_fcpxml.read(content, "cut")
    return [(track, at, length, start) for track, at, length, _n, start in told(read)]


@pytest.mark.parametrize("version", ["1.8", "1.9", "1.10", "1.11"])
def test_clips_and_what_is_connected_are_read(version: str) -> None:
    """Formats may only be named; files are named in the old way or in the new one."""
    content = cut(
        '<gap offset="3600s" duration="2s" start="3600s"/>'
        '<asset-clip ref="r3" offset="3602s" start="36010s" duration="4s">'
        '<asset-clip ref="r4" lane="-1" offset="36011s" duration="10s"/>'
        '<title ref="r5" lane="1" offset="36010s" duration="2s"/></asset-clip>',
        version=version,
    )

    read = as_fcpxml.read(content, "cut")

    assert [
        ("A1", 50, 100, "GAO_0001", Fraction(10)),
        ("A1", 75, 250, "Musique", Fraction(0)),
        ("V1", 50, 100, "GAO_0001", Fraction(10)),
    ] == told(read)
    paths = {one.source.path for one in read.found if one.source}
    assert {"/Volumes/R/GAO _0001.mov", "Musique.wav"} == paths
    assert [] == puzzles(read)


def test_compound_clips_are_opened() -> None:
    """What lies in one is trimmed to what is seen of it."""
    content = cut('<ref-clip ref="r6" offset="3600s" start="15s" duration="10s"/>')

    pictures = [one for one in seen(content) if one[0] == "V1"]

    assert [
        ("V1", 0, 125, Fraction(115)),
        ("V1", 125, 125, Fraction(200)),
    ] == pictures


def test_of_several_cameras_the_chosen_one_is_seen() -> None:
    """Picture and sound may be those of two."""
    content = cut(
        '<mc-clip ref="r7" offset="3600s" start="6s" duration="4s">'
        '<mc-source angleID="b" srcEnable="video"/>'
        '<mc-source angleID="a" srcEnable="audio"/></mc-clip>'
    )

    assert [("A1", 0, 100, Fraction(12)), ("V1", 0, 100, Fraction(306))] == seen(
        content
    )


def test_clips_that_hold_pictures_and_sound_apart_are_read() -> None:
    """As older versions and Resolve have them, and as sound is synchronised."""
    content = cut(
        '<clip offset="3600s" start="36005s" duration="2s">'
        '<video ref="r3" offset="36000s" start="36000s" duration="600s">'
        '<audio ref="r3" lane="-1" offset="36000s" start="36000s" duration="600s"/>'
        "</video></clip>"
        '<sync-clip offset="3602s" start="1s" duration="2s"><spine>'
        '<asset-clip ref="r3" offset="0s" start="36050s" duration="9s"/></spine>'
        "</sync-clip>"
    )

    assert [
        ("A1", 0, 50, Fraction(5)),
        ("A1", 50, 50, Fraction(51)),
        ("V1", 0, 50, Fraction(5)),
        ("V1", 50, 50, Fraction(51)),
    ] == seen(content)


def test_connected_storylines_and_auditions_are_read() -> None:
    """Of an audition, what was chosen."""
    content = cut(
        '<asset-clip ref="r3" offset="3600s" start="36010s" duration="8s" '
        'srcEnable="video"><spine lane="1" offset="36012s">'
        '<asset-clip ref="r3" offset="0s" start="36100s" duration="1s" '
        'srcEnable="video"/><asset-clip ref="r3" offset="1s" start="36200s" '
        'duration="1s" srcEnable="video"/></spine></asset-clip>'
        '<audition offset="3608s"><asset-clip ref="r3" offset="3608s" start="36020s" '
        'duration="2s" srcEnable="video"/><asset-clip ref="r3" offset="3608s" '
        'start="36030s" duration="2s" srcEnable="video"/></audition>'
    )

    assert [
        ("V1", 0, 200, Fraction(10)),
        ("V1", 200, 50, Fraction(20)),
        ("V2", 50, 25, Fraction(100)),
        ("V2", 75, 25, Fraction(200)),
    ] == seen(content)


def test_shots_are_as_long_as_their_transitions() -> None:
    """A transition lies over the end of one and the beginning of the next."""
    content = cut(
        '<asset-clip ref="r3" offset="3600s" start="36010s" duration="4s" '
        'srcEnable="video"/><transition offset="3603s" duration="2s"/>'
        '<asset-clip ref="r3" offset="3604s" start="36050s" duration="4s" '
        'srcEnable="video"/>'
    )

    assert [
        ("V1", 0, 125, Fraction(10)),
        ("V1", 75, 125, Fraction(49)),
    ] == seen(content)


def test_other_speeds_and_what_is_not_understood_are_listed() -> None:
    """What is taken of a recording follows its map of times."""
    read = as_fcpxml.read(
        cut(
            '<asset-clip ref="r3" name="Vite" offset="3600s" start="36010s" '
            'duration="4s" srcEnable="video"><timeMap><timept time="36000s" '
            'value="36000s"/><timept time="36100s" value="36200s"/></timeMap>'
            '</asset-clip><asset-clip ref="r9" name="Lost" offset="3604s" '
            'duration="1s" enabled="0"/><asset-clip ref="r9" name="Lost" '
            'offset="3605s" start="0s" duration="1s" srcEnable="video"/>'
            '<wonder offset="3606s" duration="1s"/>'
        ),
        "cut",
    )

    fast = read.found[0]
    assert [36_020, 8] == [int(fast.start), int(fast.lasts)]
    assert [
        "V1 01:00:00:00: it is played at 200 % of its speed",
        "V1 01:00:04:00: 'Lost' is switched off",
        "V1 01:00:05:00: 'Lost' is not described in the file",
        "V1 01:00:06:00: it holds a wonder, which is not read",
    ] == puzzles(read)


@pytest.mark.parametrize(
    ("spine", "said"),
    [
        ('<asset-clip ref="r3" offset="1/0s" duration="1s"/>', "no time"),
        (f'<gap offset="{"9" * 30}s" duration="1s"/>', "beyond any film"),
        ('<ref-clip ref="r8" offset="3600s" duration="1s"/>', "lies within itself"),
        (f"<gap duration='1s' lane='{'1' * 90}'/>", "no number of frames"),
    ],
)
def test_hostile_ones_are_refused_in_one_sentence(spine: str, said: str) -> None:
    """No time, beyond any film, within itself."""
    itself = (
        '<media id="r8"><sequence format="r1"><spine><ref-clip ref="r8" offset="0s" '
        'duration="1s"/></spine></sequence></media>'
    )

    with pytest.raises(TimelineUnreadable) as caught:
        as_fcpxml.read(cut(spine, resources=RESOURCES + itself), "cut")

    assert said in caught.value.details["reason"]


def test_a_sound_that_begins_before_its_picture_is_heard_as_long() -> None:
    """As split edits are written, of a file and of a compound clip."""
    split = 'audioStart="{first}s" audioDuration="6s"'
    content = cut(
        '<asset-clip ref="r3" offset="3604s" start="36010s" duration="4s" '
        f"{split.format(first=36009)}/>"
        '<ref-clip ref="r6" offset="3608s" start="2s" duration="4s" '
        f"{split.format(first=1)}/>"
    )

    assert [
        ("A1", 75, 150, Fraction(9)),
        ("A1", 175, 150, Fraction(101)),
        ("V1", 100, 100, Fraction(10)),
        ("V1", 200, 100, Fraction(102)),
    ] == seen(content)


def test_what_hangs_on_a_clip_that_is_switched_off_is_seen() -> None:
    """Final Cut shows it all the same."""
    content = cut(
        '<asset-clip ref="r3" offset="3600s" start="36010s" duration="4s" enabled="0">'
        '<asset-clip ref="r3" lane="1" offset="36011s" start="36020s" duration="2s" '
        'srcEnable="video"/></asset-clip>'
    )

    assert [("V2", 25, 50, Fraction(20))] == seen(content)
    assert 1 == len(as_fcpxml.read(content, "cut").unread)


def test_what_does_not_say_how_long_it_is_lasts_as_long_as_what_it_plays() -> None:
    """A file or a compound clip, in the spine or connected."""
    whole = RESOURCES.replace('tcStart="0s"><spine>', 'duration="40s"><spine>')
    content = cut(
        '<ref-clip ref="r6" offset="3600s" srcEnable="video">'
        '<asset-clip ref="r4" lane="-1" offset="0s"/></ref-clip>',
        resources=whole,
    )

    assert [
        ("A1", 0, 5000, Fraction(0)),
        ("V1", 0, 500, Fraction(100)),
        ("V1", 500, 500, Fraction(200)),
    ] == seen(content)
