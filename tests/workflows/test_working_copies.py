"""A no closes working copies too: none is made, and those that are there go."""

from pathlib import Path

import pytest

from mediakit.batch.outcomes import Failed
from mediakit.catalog.catalog import Catalog
from mediakit.errors.check import WithdrawnCopyThere
from mediakit.errors.leaving import ConsentWithdrawn
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.person import Person
from mediakit.workflows import prepare_clips as workflow
from mediakit.workflows.check_leaving import check_leaving
from mediakit.workflows.keep_parts import parts_there
from mediakit.workflows.keep_thumbnail import thumbnail_of
from mediakit.workflows.prepare_clips import plan_preparing, prepare_clips
from mediakit.workflows.prepared_files import prepared_files
from mediakit.workflows.record_consent import Terms, Wishes, record_consent
from mediakit.workflows.withdraw_consent import Wish, withdraw_consent
from tests.builders import a_clip, a_submission
from tests.conftest import Run
from tests.consents import (
    DAY,
    RULES,
    WORKING,
    put_person,
    put_voice,
    put_voice_of,
    withdraw,
)
from tests.fakes.batch import run as in_one_process
from tests.library_media import put_media
from tests.media_files import sound, video

TOMORROW = "2026-03-02"


@pytest.fixture
def clip(library: Library, catalog: Catalog) -> Clip:
    """Put a clip into the library, with all that can be prepared and encoded of it."""
    with catalog.change() as change:
        clip = change.put(a_clip())
    make_copies(library, clip)
    return clip


@pytest.fixture
def mariam(catalog: Catalog, clip: Clip) -> Person:
    """Say that somebody who agreed is in the clip."""
    return put_voice_of(catalog, clip.id, (0, 1000))


def make_copies(library: Library, clip: Clip) -> None:
    """Write every working copy of a clip."""
    segment = library.segments / clip.sha256 / "segment.mkv"
    heard = library.parts / f"{clip.id}-0123456789abcdef.jsonl"
    for path in (*prepared_files(library, clip.id), segment, heard):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"her face")


def copies(library: Library) -> list[Path]:
    """Return every file below what is derived."""
    return [path for path in library.derived.rglob("*") if path.is_file()]


def test_a_withdrawal_throws_copies_away(
    library: Library, catalog: Catalog, clip: Clip, mariam: Person
) -> None:
    """Of the clips with the voice, and of no other."""
    with catalog.change() as change:
        other = change.put(a_clip("c-0000000002"))
    make_copies(library, other)

    withdraw_consent(library, catalog, RULES, mariam.id, Wish(), today=DAY)

    assert copies(library)
    assert {True} == {
        other.id in path.name or other.sha256 in str(path) for path in copies(library)
    }


def test_one_from_a_later_day_leaves_them_until_then(
    library: Library, catalog: Catalog, clip: Clip, mariam: Person
) -> None:
    """Then the check names what is there, and preparing throws it away."""
    wish = Wish(day=TOMORROW)
    withdraw_consent(library, catalog, RULES, mariam.id, wish, today=DAY)

    def found(day: str) -> list[type[Exception]]:
        checked = check_leaving(library, catalog.read(), day)
        return [type(one) for _, (problems, _w) in checked for one in problems]

    assert 7 == len(copies(library))
    assert [] == found(DAY)
    assert [WithdrawnCopyThere] == found(TOMORROW)


def test_who_agrees_to_nothing_closes_them_too(
    library: Library, catalog: Catalog, clip: Clip, mariam: Person
) -> None:
    """The team's own copies are a rung like the others."""
    terms = Terms(up_to="none")

    record_consent(library, catalog, RULES, mariam.id, terms, {}, today=DAY)

    assert [] == copies(library)


def test_who_wants_no_machine_has_what_it_half_heard_thrown_away(
    library: Library, catalog: Catalog, clip: Clip, mariam: Person
) -> None:
    """What was prepared for the team stays."""
    terms, wishes = Terms(up_to="web"), Wishes(transcribe=False)

    record_consent(library, catalog, RULES, mariam.id, terms, wishes, today=DAY)

    assert [] == [*parts_there(library, clip.id)]
    assert 6 == len(copies(library))


def test_what_was_half_heard_is_found_where_a_voice_was_withdrawn(
    library: Library, catalog: Catalog, clip: Clip, mariam: Person
) -> None:
    """Somebody may have stopped listening for good, long before."""
    withdraw(catalog, mariam)
    for path in copies(library):
        if not path.is_relative_to(library.parts):
            path.unlink()
    (library.segments / clip.sha256).rmdir()

    checked = dict(check_leaving(library, catalog.read(), DAY))

    [problem] = checked[clip.id][0]
    assert isinstance(problem, WithdrawnCopyThere)
    assert problem.details["path"] in map(str, parts_there(library, clip.id))


def test_the_picture_of_what_somebody_sent_in_goes(
    library: Library, catalog: Catalog
) -> None:
    """It waits in the queue, and shows them."""
    person = put_person(catalog)
    sent = a_submission(contributor=person.id)
    with catalog.change() as change:
        change.put(sent)
    picture = thumbnail_of(library, sent.id)
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"her face")

    withdraw_consent(library, catalog, RULES, person.id, Wish(), today=DAY)

    assert not picture.exists()


@pytest.mark.ffmpeg
def test_nothing_is_made_of_a_withdrawn_voice(
    run: Run,
    library: Library,
    catalog: Catalog,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Left out and listed; refused where it is all that was asked for."""
    monkeypatch.setattr(workflow, "run", in_one_process)
    closed, opened = put_media(library, catalog, sound(".wav"), sound(".mp3"))
    withdraw(catalog, put_voice_of(catalog, closed.id, called="Mariam"))
    make_copies(library, closed)

    status, out, err = run("clip", "prepare")
    refused = run("clip", "prepare", closed.id)
    added = run("add", str(sound(".wav")), "--prepare")

    assert 0 == status
    assert opened.id in out
    assert closed.id not in out
    assert f"Left out:\n  {closed.id} 0:00 - 0:01: Mariam" in err
    assert ConsentWithdrawn.exit_status == refused[0]
    assert 0 == added[0]
    assert "there already" in added[1]
    assert {True} == {opened.id in path.name for path in copies(library)}


@pytest.mark.ffmpeg
def test_who_withdraws_meanwhile_is_heeded(
    library: Library, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was made of the voice is not kept."""
    monkeypatch.setattr(workflow, "run", in_one_process)
    [clip] = put_media(library, catalog, sound(".wav"))
    jobs = plan_preparing(library, [clip], proxy=False, again=False)
    withdraw(catalog, put_voice_of(catalog, clip.id))

    [outcome] = prepare_clips(library, catalog, WORKING, jobs, None)

    assert isinstance(outcome, Failed)
    assert isinstance(outcome.error, ConsentWithdrawn)
    assert [] == copies(library)


@pytest.mark.ffmpeg
def test_an_original_that_comes_back_shows_nobody_who_withdrew(
    run: Run, library: Library, catalog: Catalog
) -> None:
    """It is put back without a picture of them."""
    [clip] = put_media(library, catalog, video())
    library.resolve(clip.path).unlink()
    person = put_person(catalog)
    put_voice(catalog, clip.id, person, (0, 500))
    withdraw(catalog, person)

    status, out, _err = run("add", str(video()))

    assert 0 == status
    assert "original put back" in out
    assert [] == copies(library)
