"""A finished cut is read back: its clips, consent, what is said, and what it left."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.films import FilmNotNamed
from mediakit.errors.timelines import TimelineUnreadable
from mediakit.library import Library
from mediakit.model.cut import How
from mediakit.model.film import Cover, FilmVersion
from mediakit.model.media import MediaInfo, SoundStream, VideoStream
from mediakit.model.person import Person
from mediakit.model.timecode import TimeRange
from mediakit.model.use import Use
from mediakit.timeline.registry import NAMES, format_named
from mediakit.workflows.check_leaving import check_leaving
from mediakit.workflows.close_recall import close_recall
from mediakit.workflows.export_film import export_film
from mediakit.workflows.list_recalls import open_recalls
from mediakit.workflows.playlist_advice import Matter
from mediakit.workflows.read_back_film import ReadBackFilm, read_back_film
from tests.builders import a_clip, a_quote
from tests.consents import DAY, agree, purpose, put_person, put_voice, withdraw
from tests.films import SETTINGS, a_sentence, put_film, put_said
from tests.timeline.test_hostile import HOSTILE, PUZZLING

RECORDED = MediaInfo(
    kind="video",
    duration=20_000,
    container="mov,mp4,m4a,3gp,3g2,mj2",
    video=VideoStream(
        codec="h264", width=640, height=360, frame_rate="25", timecode="10:00:00:00"
    ),
    sound=(SoundStream(codec="aac", channels=2, sample_rate=48_000),),
)
Read = Callable[..., ReadBackFilm]
CONTENT = b"film"
GAO = a_clip(
    media=RECORDED, sha256=hashlib.sha256(CONTENT).hexdigest(), size=len(CONTENT)
)
MOPTI = a_clip("c-0000000002", title="Men of Mopti")


@pytest.fixture(autouse=True)
def mariam(library: Library, catalog: Catalog) -> Person:
    """Put a film of two quotes of somebody who agreed to films into the library."""
    with catalog.change() as change:
        change.put(GAO)
        change.put(MOPTI)
    library.resolve(GAO.path).write_bytes(CONTENT)
    said = (a_sentence("Nous avons confiance.", 500), a_sentence("Pas eux.", 3000))
    put_said(library, catalog, GAO.id, *said)
    person = put_person(catalog)
    put_voice(catalog, GAO.id, person)
    agree(catalog, person, "film")
    later = TimeRange(3000, 4000)
    put_film(catalog, a_quote(), a_quote("X4X", range=later), languages=("fr", "en"))
    return person


@pytest.fixture
def read(library: Library, catalog: Catalog, tmp_path: Path) -> Read:
    """Return what reads a cut back that some program wrote."""

    def back(content: str | bytes, *, film: str = "f-0") -> ReadBackFilm:
        path = tmp_path / "cut"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        wanted = purpose("")
        return read_back_film(library, catalog, SETTINGS, path, wanted, film=film)

    return back


def edl(*events: str) -> str:
    """Return a list of another program."""
    return "\n".join(("TITLE: Cut", "FCM: NON-DROP FRAME", *events))


ALL_BUT_A_FRAME = "001 {reel} AA/V C 10:00:01:00 10:00:02:00 01:00:00:00 01:00:01:00"


@pytest.mark.parametrize("kind", NAMES)
def test_what_nobody_changed_is_the_film(
    library: Library,
    catalog: Catalog,
    read: Read,
    kind: str,
) -> None:
    """The version that was exported, shot for shot; known by its own ids."""
    wanted = purpose("film")
    made = export_film(library, catalog, "f-0", format_named(kind), wanted, say=str)

    cut = read(made.path.read_bytes(), film="")

    assert ["K7P", "X4X"] == [one.code for one in cut.shots]
    assert {How.ID} == {one.shot.how for one in cut.shots}
    assert (made.version, ()) == (cut.version, cut.unread)
    assert ("V1", "A1") == cut.shots[0].shot.tracks
    assert "Nous avons confiance." == cut.shots[0].quote
    assert ("Mariam",) == cut.credits == cut.shots[0].names


@pytest.mark.parametrize("kind", NAMES)
def test_pictures_over_a_line_stay_over_it(
    library: Library, catalog: Catalog, read: Read, kind: str
) -> None:
    """Whether a format has a track for them or not, they are seen and not heard."""
    over = Cover(code="B1B", clip=MOPTI.id, range=TimeRange(5000, 6000), at=500)
    put_film(catalog, a_quote(covers=(over,)), scope="internal")
    wanted = purpose("internal")
    made = export_film(library, catalog, "f-0", format_named(kind), wanted, say=str)

    cut = read(made.path.read_bytes(), film="")

    assert ((), made.version) == (cut.strangers, cut.version)
    [one] = [one.shot for one in cut.shots if one.shot.clip == MOPTI.id]
    assert (TimeRange(5000, 6000), False) == (one.range, one.is_heard)
    [again] = [use for use in catalog.read().all(Use) if use.is_read_back]
    # Kdenlive counts from nought
    assert (MOPTI.id, "00:00:12") in {
        (used.clip, used.at.split()[-1][3:]) for used in again.ranges
    }


def test_it_is_kept_once_however_often_it_is_read(
    catalog: Catalog,
    read: Read,
) -> None:
    """As a version and as a use, which says at which timecode each shot is."""
    text = edl(ALL_BUT_A_FRAME.format(reel="GAO"), "* FROM CLIP NAME: Women of Gao")

    first, again = read(text), read(text)

    assert (first.use.id, first.version) == (again.use.id, again.version)
    [use], [version] = catalog.read().all(Use), catalog.read().all(FilmVersion)
    assert use.film == version.film == "f-0000000001"
    [used] = use.ranges
    assert (GAO.id, TimeRange(1000, 2000)) == (used.clip, used.range)
    assert "K7P 01:00:00:00" == used.at


@pytest.mark.parametrize(
    ("reel", "name", "how"),
    [
        ("C0000000", "", How.NAME),
        ("AX", "c-0000000001.mp4", How.ID),
        ("AX", "WOMEN OF GAO.mov", How.NAME),
    ],
)
def test_clips_are_known_by_reel_and_by_name(
    read: Read,
    reel: str,
    name: str,
    how: How,
) -> None:
    """Whose recorder's clock says that they have this part."""
    shown = (f"* FROM CLIP NAME: {name}",) if name else ()

    cut = read(edl(ALL_BUT_A_FRAME.format(reel=reel), *shown))

    # the reel of both clips begins alike, and only one has this time
    assert [(GAO.id, how)] == [(one.shot.clip, one.shot.how) for one in cut.shots]


def test_clips_are_known_by_the_content_of_their_file(
    tmp_path: Path, read: Read
) -> None:
    """Where that is where the cut says it is."""
    path = tmp_path / "Interview.mp4"
    path.write_bytes(CONTENT)

    cut = read(
        edl(
            "001 AX V C 00:00:01:00 00:00:02:00 01:00:00:00 01:00:01:00",
            "* FROM CLIP NAME: Interview",
            f"* SOURCE FILE: {path}",
        )
    )

    assert [How.HASH] == [one.shot.how for one in cut.shots]


def test_what_is_not_in_the_catalog_is_told(read: Read) -> None:
    """With its timecode and name; so is a known name at a time that it has not."""
    cut = read(
        edl(
            "001 AX V C 00:00:01:00 00:00:02:00 01:00:00:00 01:00:01:00",
            "* FROM CLIP NAME: Drone.mov",
            "002 AX V C 23:00:01:00 23:00:02:00 01:00:01:00 01:00:02:00",
            "* FROM CLIP NAME: Women of Gao",
        )
    )

    assert () == cut.shots
    assert [("01:00:00:00", "Drone.mov"), ("01:00:01:00", "Women of Gao")] == [
        (one.begins, one.shot.name) for one in cut.strangers
    ]


def test_of_two_clips_of_one_name_none_is_taken(catalog: Catalog, read: Read) -> None:
    """Which of them it is, somebody has to say; both count until then."""
    with catalog.change() as change:
        change.put(a_clip("c-0000000003", title="Men of Mopti"))

    cut = read(
        edl(
            "001 AX V C 00:00:01:00 00:00:02:00 01:00:00:00 01:00:01:00",
            "* FROM CLIP NAME: Men of Mopti.mov",
        )
    )

    [shot] = [one.shot for one in cut.strangers]
    assert ["c-0000000002", "c-0000000003"] == [clip for clip, _part in shot.also]
    assert {one.clip for one in cut.use.ranges} == {clip for clip, _part in shot.also}


def test_consent_and_context_are_told_shot_by_shot(
    catalog: Catalog,
    read: Read,
    mariam: Person,
) -> None:
    """For the film's scope, as of today; and it is kept all the same."""
    withdraw(catalog, mariam)

    cut = read(edl(ALL_BUT_A_FRAME.format(reel="C0000000")))

    [shot] = [one for one in cut.shots if one.is_closed]
    assert Matter.CONSENT in {one.matter for one in shot.advice if one.blocks}
    assert "" == shot.quote
    [use] = catalog.read().all(Use)
    assert use.warnings


def test_who_withdraws_later_is_found_in_it(
    catalog: Catalog,
    read: Read,
    mariam: Person,
) -> None:
    """The film, the shot and the timecode are named."""
    read(edl(ALL_BUT_A_FRAME.format(reel="C0000000")))

    withdraw(catalog, mariam)

    asked = {one.kind: one for one in open_recalls(catalog.read(), DAY)}
    assert ("Autoportrait, K7P 01:00:00:00",) == asked["use"].places
    assert ("K7P", "X4X") == asked["film"].places


def test_what_the_editor_does_with_the_file_is_no_problem(
    library: Library, catalog: Catalog, read: Read, tmp_path: Path, mariam: Person
) -> None:
    """It is theirs: changed tomorrow, and no voice is in it to be taken back."""
    use = read(edl(ALL_BUT_A_FRAME.format(reel="C0000000"))).use
    (tmp_path / "cut").write_text("changed")
    withdraw(catalog, mariam)

    problems = dict(check_leaving(library, catalog.read(), DAY))[use.id][0]
    closed = close_recall(library, catalog, use.id, outcome="Cut anew", day=DAY)

    assert [] == problems
    assert [use.id] == [one.target for one in closed]


def test_a_cut_that_names_no_film_is_asked_for_it(read: Read) -> None:
    """Before anything is kept."""
    with pytest.raises(FilmNotNamed):
        read(edl(ALL_BUT_A_FRAME.format(reel="GAO")), film="")


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_are_one_error(
    catalog: Catalog, read: Read, content: bytes
) -> None:
    """And nothing is kept of them."""
    with pytest.raises(TimelineUnreadable):
        read(content)

    records = catalog.read()
    assert ([], []) == (records.all(Use), records.all(FilmVersion))


@pytest.mark.parametrize("content", PUZZLING.values(), ids=PUZZLING)
def test_of_puzzling_files_no_clip_is_taken_for_ours(
    catalog: Catalog, read: Read, content: bytes
) -> None:
    """They are read as far as they can be; what holds nothing is not kept."""
    try:
        shots = read(content).shots
    except TimelineUnreadable:
        shots = ()
        assert [] == catalog.read().all(FilmVersion)

    assert () == shots
