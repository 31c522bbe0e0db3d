"""Finished cuts that say different things of a shot, or not enough: nobody is lost."""

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.timelines import TimelineUnreadable
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.cut import How
from mediakit.model.film import FilmVersion
from mediakit.model.ids import RemovedId
from mediakit.model.media import VideoStream
from mediakit.model.person import Person
from mediakit.model.removed import Removed
from mediakit.model.timecode import TimeRange
from mediakit.timeline.registry import format_named
from mediakit.workflows.export_film import export_film
from mediakit.workflows.list_recalls import open_recalls
from mediakit.workflows.playlist_advice import Matter
from mediakit.workflows.read_back_film import ReadBackFilm, read_back_film
from tests.builders import a_quote
from tests.consents import DAY, agree, purpose, put_person, put_voice, withdraw
from tests.films import SETTINGS, put_film
from tests.workflows.test_read_back_film import CONTENT, GAO, MOPTI, RECORDED, edl

Read = Callable[[str], ReadBackFilm]
EVENT = "001 AX AA/V C {begin} {end} 01:00:00:00 01:00:01:00"
AT_NIGHT = EVENT.format(begin="23:00:01:00", end="23:00:02:00")


@pytest.fixture(autouse=True)
def _film(library: Library, catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(GAO)
        change.put(MOPTI)
    library.resolve(GAO.path).write_bytes(CONTENT)
    person = put_person(catalog)
    put_voice(catalog, GAO.id, person)
    agree(catalog, person, "film")
    put_film(catalog, a_quote())


@pytest.fixture
def read(library: Library, catalog: Catalog, tmp_path: Path) -> Read:
    """Return what reads a cut back that some program wrote."""

    def back(content: str) -> ReadBackFilm:
        path = tmp_path / "cut"
        path.write_text(content)
        wanted = purpose("")
        return read_back_film(library, catalog, SETTINGS, path, wanted, film="f-0")

    return back


def otio(**item: object) -> str:
    """Return a timeline of one clip of a second, from its first second on."""
    second = {"rate": 25, "value": 25}
    clip = {
        "OTIO_SCHEMA": "Clip.2",
        "source_range": {"start_time": second, "duration": second},
        **item,
    }
    track = {"OTIO_SCHEMA": "Track.1", "kind": "Video", "children": [clip]}
    stack = {"OTIO_SCHEMA": "Stack.1", "children": [track]}
    return json.dumps(
        {"OTIO_SCHEMA": "Timeline.1", "tracks": stack}
        | {"global_start_time": {"rate": 25, "value": 90_000}}
    )


def ours(clip: str) -> dict[str, object]:
    """Return our own metadata."""
    return {"mediakit": {"clip": clip}}


def counted(cut: ReadBackFilm) -> set[str]:
    """Return the clips that the use says are in a cut."""
    return {one.clip for one in cut.use.ranges}


def test_an_id_and_a_name_that_differ_both_count(read: Read) -> None:
    """A shot was put in the place of another, and kept what was said of that."""
    cut = read(otio(name="Men of Mopti.mov", metadata=ours(GAO.id)))

    [shot] = [one.shot for one in cut.shots]
    assert (GAO.id, How.ID) == (shot.clip, shot.how)
    assert {GAO.id, MOPTI.id} == counted(cut)
    assert "its name or its file says c-0000000002" in str(shot.doubt)
    [advice] = [one for one in cut.shots[0].advice if one.matter is Matter.CONSENT]
    assert MOPTI.id in str(advice.reason)


def test_a_file_that_was_linked_anew_counts(read: Read) -> None:
    """What is shown is what the file holds, whatever the shot is still called."""
    media = {"OTIO_SCHEMA": "ExternalReference.1", "target_url": f"x/{MOPTI.path}"}

    cut = read(otio(name=GAO.title, metadata=ours(GAO.id), media_reference=media))

    assert {GAO.id, MOPTI.id} == counted(cut)


def test_what_a_file_holds_counts_whatever_is_said(read: Read, tmp_path: Path) -> None:
    """A recording that was renamed, below the id of another one."""
    (tmp_path / "x.mp4").write_bytes(CONTENT)
    media = {"OTIO_SCHEMA": "ExternalReference.1", "target_url": "x.mp4"}

    cut = read(otio(name="x", metadata=ours(MOPTI.id), media_reference=media))

    # the clip of the id has one byte
    assert {GAO.id, MOPTI.id} == counted(cut)


def recalled(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """Return what is to be taken back now that she withdrew, with its places."""
    [person] = catalog.read().all(Person)
    withdraw(catalog, person)
    return {str(one.kind): one.places for one in open_recalls(catalog.read(), DAY)}


def test_a_known_name_at_another_time_counts(catalog: Catalog, read: Read) -> None:
    """As a proxy has, or a copy without the clock: a withdrawal finds it."""
    cut = read(edl(AT_NIGHT, "* FROM CLIP NAME: Women of Gao"))

    assert () == cut.shots
    [stranger] = cut.strangers
    assert "By its name it may be c-0000000001" in str(stranger.shot.doubt)
    assert () == stranger.advice
    assert ("Autoportrait, 01:00:00:00",) == recalled(catalog)["use"]


def test_what_may_be_somebody_who_withdrew_is_in_the_way(
    catalog: Catalog, read: Read
) -> None:
    """The command says so, as of a shot that is sure."""
    [person] = catalog.read().all(Person)
    withdraw(catalog, person)

    cut = read(edl(AT_NIGHT, "* FROM CLIP NAME: Women of Gao"))

    [closed] = cut.closed
    assert "withdrew" in str(closed.advice[0].reason)


def test_a_picture_that_stands_is_known_by_name(read: Read) -> None:
    """A frame of it is seen, for as long as the shot lasts."""
    still = {"OTIO_SCHEMA": "FreezeFrame.1"}

    cut = read(otio(name="Men of Mopti", effects=[still]))

    assert [(MOPTI.id, How.NAME)] == [(s.shot.clip, s.shot.how) for s in cut.shots]


@pytest.mark.parametrize(
    "said", [{"metadata": ours(GAO.id)}, {"name": f"{GAO.id}.mp4"}, {"name": GAO.title}]
)
def test_a_clip_that_was_taken_out_is_found_in_a_cut(
    catalog: Catalog, read: Read, said: dict[str, object]
) -> None:
    """By id or title: who is heard in it may withdraw still."""
    with catalog.change() as change:
        change.remove(Clip, GAO.id)
        change.put(
            Removed(
                id=RemovedId("rm-0000000001"),
                clip=GAO.id,
                title=GAO.title,
                sha256=GAO.sha256,
            )
        )

    cut = read(otio(**said))

    assert [GAO.id] == [clip for one in cut.strangers for clip, _ in one.shot.also]
    assert ("Autoportrait, 01:00:00:00",) == recalled(catalog)["use"]


def test_a_file_of_another_film_is_told(read: Read) -> None:
    """Whoever typed the film decides; that the file says another is not kept quiet."""
    named = otio(name=GAO.title).removesuffix("}") + (
        ', "metadata": {"mediakit": {"film": "f-9999999999"}}}'
    )

    cut = read(named)

    assert "the file says that it is the film f-9999999999" in [
        one.reason for one in cut.unread
    ]


def test_a_cut_with_nothing_in_it_is_refused(catalog: Catalog, read: Read) -> None:
    """And what it has instead is told; no empty version is kept."""
    nothing = edl("001 NOPE V C 00:00:00:00 00:00:01:00 00:99:00:00 00:99:01:00")

    with pytest.raises(TimelineUnreadable) as refused:
        read(nothing)

    assert "nothing in it can be read; line 3: '00:99:00:00'" in str(refused.value)
    assert [] == catalog.read().all(FilmVersion)


def test_a_project_of_another_rate_that_nobody_changed_is_the_film(
    library: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """Kdenlive counts recordings by frames of the film, to the nearest."""
    video = VideoStream(codec="h264", width=64, height=36, frame_rate="30000/1001")
    media = dataclasses.replace(RECORDED, video=video)
    with catalog.change() as change:
        change.put(dataclasses.replace(GAO, media=media))
    put_film(catalog, a_quote(range=TimeRange(2002, 4002)), scope="internal")
    wanted = purpose("internal")
    kind = format_named("kdenlive")
    made = export_film(library, catalog, "f-0", kind, wanted, say=str)

    cut = read_back_film(library, catalog, SETTINGS, made.path, purpose(""))

    assert made.version == cut.version
