"""What was made here, left and is added again: the people in it come along."""

from dataclasses import replace
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.adding import CameBackClosed
from mediakit.files import checksum
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.gate import Answer, Request, decide
from mediakit.model.ids import ClipId, UseId
from mediakit.model.person import Person
from mediakit.model.submission import Submission
from mediakit.model.timecode import TimeRange
from mediakit.model.use import Use, UsedFile, UsedRange, UseKind
from mediakit.model.voice import Voice
from mediakit.workflows.add_media import add_media
from mediakit.workflows.add_voice import Where, add_voices
from mediakit.workflows.find_media import find_media
from mediakit.workflows.gather_facts import gather_facts
from mediakit.workflows.keep_media import Added
from mediakit.workflows.take_in_file import NotAdded
from mediakit.workflows.withdraw_consent import Wish, withdraw_consent
from tests.builders import a_clip
from tests.conftest import Run
from tests.consents import DAY, RULES, WORKING, agree, put_person, put_voice, withdraw
from tests.media_files import sound, video
from tests.sent_in import take

pytestmark = pytest.mark.ffmpeg

GAO, MOPTI = ClipId("c-0000000001"), ClipId("c-0000000002")
CUT = UseId("u-0000000001")
PART = TimeRange(2000, 3000)  # as long as the file that comes back


@pytest.fixture
def mariam(catalog: Catalog) -> Person:
    """Put two clips into the library; she is in the one from 1.5 to 2.4 seconds."""
    with catalog.change() as change:
        change.put(a_clip(GAO))
        change.put(a_clip(MOPTI))
    person = put_person(catalog)
    agree(catalog, person)
    put_voice(catalog, GAO, person, (1500, 2400))
    return person


def leave(catalog: Catalog, path: Path, *ranges: tuple[ClipId, TimeRange]) -> Path:
    """Record that a file was made of parts of clips."""
    kind = UseKind.CUT if len(ranges) == 1 else UseKind.FILM
    with catalog.change() as change:
        change.put(
            Use(
                id=CUT,
                kind=kind,
                files=(UsedFile("exports/cuts/x.mp4", checksum(path)),),
                ranges=tuple(UsedRange(*one) for one in ranges),
            )
        )
    return path


def add(library: Library, catalog: Catalog, path: Path) -> Added | NotAdded:
    """Add a file, and return what became of it."""
    [result] = add_media(library, catalog, find_media(library, [path]), WORKING)
    return result


def came_back(library: Library, catalog: Catalog, path: Path) -> Clip:
    """Add a file and return its clip."""
    added = add(library, catalog, path)
    assert isinstance(added, Added)
    return added.clip


def voices(catalog: Catalog, clip: Clip) -> list[tuple[str | None, TimeRange | None]]:
    """Return who is in a clip."""
    found = [voice for voice in catalog.read().all(Voice) if voice.clip == clip.id]
    return [(voice.person, voice.range) for voice in found]


def test_a_cut_brings_its_voices(
    library: Library, catalog: Catalog, mariam: Person
) -> None:
    """From its own beginning; it says what it left as."""
    oumar = put_person(catalog, "Oumar")
    put_voice(catalog, GAO, oumar, (3000, 4000))
    put_voice(catalog, GAO, None)
    path = leave(catalog, video(), (GAO, PART))

    clip = came_back(library, catalog, path)

    assert CUT == clip.left_as
    assert [
        (mariam.id, TimeRange(0, 400)),
        (None, TimeRange(0, 1000)),
    ] == voices(catalog, clip)


def test_only_what_can_be_met_in_it_comes_along(
    library: Library, catalog: Catalog, mariam: Person
) -> None:
    """Sound alone shows nobody."""
    seen = put_person(catalog, "Oumar")
    voice = put_voice(catalog, GAO, seen, (2000, 3000))
    with catalog.change() as change:
        change.put(replace(voice, heard=False))
    path = leave(catalog, sound(), (GAO, PART))

    clip = came_back(library, catalog, path)

    assert [(mariam.id, TimeRange(0, 400))] == voices(catalog, clip)
    [voice] = [v for v in catalog.read().all(Voice) if v.clip == clip.id]
    assert (True, False) == (voice.heard, voice.seen)


def test_in_a_film_they_are_everywhere(
    library: Library, catalog: Catalog, mariam: Person
) -> None:
    """Nobody knows where in it a part is."""
    path = leave(catalog, video(), (MOPTI, PART), (GAO, PART))

    clip = came_back(library, catalog, path)

    assert [(mariam.id, None)] == voices(catalog, clip)


def test_what_is_closed_does_not_come_back(
    library: Library, catalog: Catalog, mariam: Person
) -> None:
    """Neither as a clip nor as something sent in; it is to be taken back."""
    path = leave(catalog, video(), (GAO, PART))
    withdraw(catalog, mariam)

    added = add(library, catalog, path)
    [sent] = take(library, catalog, path)

    for result in (added, sent):
        assert isinstance(result, NotAdded)
        assert isinstance(result.error, CameBackClosed)
        assert CUT == result.error.details["use"]
    assert 2 == len(catalog.read().all(Clip))
    assert [] == catalog.read().all(Submission)
    assert [] == [path for path in library.assets.rglob("*") if path.is_file()]


def test_what_is_said_of_the_clip_holds_for_what_came_back(
    library: Library, catalog: Catalog, mariam: Person
) -> None:
    """A withdrawal for one clip closes what was cut from it, and lists it."""
    path = leave(catalog, video(), (GAO, PART))
    clip = came_back(library, catalog, path)

    def answer() -> Answer:
        parts = ((clip.id, TimeRange(0, 400)),)
        request = Request(ranges=parts, scope="internal", day=DAY)
        return decide(gather_facts(catalog.read(), {clip.id}), RULES, request).answer

    before = answer()
    wish = Wish(clips=(GAO,))
    done = withdraw_consent(library, catalog, RULES, mariam.id, wish, today=DAY)

    assert (Answer.ALLOWED, Answer.REFUSED) == (before, answer())
    assert [CUT, GAO, clip.id] == [one.target for one in done.asked]


def test_who_is_found_later_is_in_both(
    library: Library, catalog: Catalog, mariam: Person
) -> None:
    """Said of the clip, it is recorded of what was cut from it."""
    clip = came_back(library, catalog, leave(catalog, video(), (GAO, PART)))
    oumar = put_person(catalog, "Oumar")

    add_voices(library, catalog, GAO, [oumar.id], Where(start="2.5", end="9"))

    assert (oumar.id, TimeRange(500, 1000)) in voices(catalog, clip)


def test_the_use_is_named(run: Run, catalog: Catalog, mariam: Person) -> None:
    """Whoever adds it, or takes it in, reads what it is."""
    path = leave(catalog, video(), (GAO, PART))

    imported = run("submission", "import", str(path))
    sent = catalog.read().all(Submission)[0]
    accepted = run("submission", "accept", sent.id, "--even-so", "It is ours.")

    assert f"left as use {CUT}" in imported[2]
    assert CUT == sent.left_as
    assert 0 == accepted[0]
    [clip] = [one for one in catalog.read().all(Clip) if one.left_as]
    assert [(mariam.id, TimeRange(0, 400))] == voices(catalog, clip)
    assert f"Made here, and came back: {CUT}" in run("show", clip.id)[1]
