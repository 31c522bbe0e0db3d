"""Accepting: a submission becomes a clip, whole and once, or stays in the queue."""

from dataclasses import replace
from shutil import copyfile

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.catalog.storage import JournalStorage
from mediakit.errors.catalog import SubmissionNotFound
from mediakit.errors.check import FileHalfWritten, FileOrphaned
from mediakit.errors.library import WriteFailed
from mediakit.errors.submissions import (
    SubmissionFileChanged,
    SubmissionFileMissing,
    SubmissionTooLong,
    SubmissionWithdrawn,
    SubmissionWithoutConsent,
    SubmissionWithoutContributor,
)
from mediakit.files import checksum
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.consent import ConsentEvent, ConsentKind
from mediakit.model.ids import ConsentId
from mediakit.model.submission import Standing, Submission
from mediakit.model.voice import Voice
from mediakit.settings import SCOPES
from mediakit.workflows import make_clip
from mediakit.workflows.accept_submissions import accept_submissions
from mediakit.workflows.add_media import add_media
from mediakit.workflows.check_library import check_library
from mediakit.workflows.find_media import find_media
from mediakit.workflows.judge_submissions import NotJudged
from mediakit.workflows.keep_media import Added
from mediakit.workflows.make_clip import Accepted, Terms
from tests.conftest import saved
from tests.consents import WORKING
from tests.media_files import video
from tests.sent_in import AWA, SENT, wait

pytestmark = pytest.mark.ffmpeg

TODAY = "2030-01-01"
TERMS = Terms(scopes=SCOPES, day=TODAY)
EVEN_SO = replace(TERMS, even_so="The jury wants it")


@pytest.fixture(autouse=True)
def _sent(library: Library, catalog: Catalog) -> None:
    """Put one submission in the queue, with all it needs."""
    wait(library, catalog)


def _one(catalog: Catalog) -> Submission:
    return catalog.read().get(Submission, SENT)


def _change(catalog: Catalog, **fields: object) -> None:
    with catalog.change() as change:
        change.put(replace(change.get(Submission, SENT), **fields))  # type: ignore[arg-type]


def _say(catalog: Catalog, kind: ConsentKind, up_to: str = "") -> None:
    with catalog.change() as change:
        event_id = ConsentId(change.new_id(ConsentEvent))
        change.put(
            ConsentEvent(
                id=event_id, person=AWA, kind=kind, day="2029-01-01", up_to=up_to
            )
        )


def _accept(
    library: Library, catalog: Catalog, terms: Terms = TERMS
) -> Accepted | NotJudged:
    (result,) = accept_submissions(library, catalog, [SENT], terms)
    return result


def _errors(result: Accepted | NotJudged) -> list[type[Exception]]:
    return (
        [type(error) for error in result.errors]
        if isinstance(result, NotJudged)
        else []
    )


def _problems(library: Library, catalog: Catalog) -> list[type[Exception]]:
    checked = check_library(library, catalog, day=TODAY)
    return [type(problem) for one in checked for problem in one.problems]


def test_an_accepted_submission_is_a_clip_like_any_other(
    library: Library, catalog: Catalog
) -> None:
    """With the bytes that came, in a place of its own; the queue is empty."""
    library.assets.joinpath("x").touch()
    result = _accept(library, catalog, replace(TERMS, why="The jury's choice"))

    (clip,) = catalog.read().all(Clip)
    assert isinstance(result, Accepted)
    assert (clip, _one(catalog)) == (result.clip, result.submission)
    assert f"assets/VID_0001-{clip.id}.mp4" == clip.path
    assert checksum(video()) == checksum(library.resolve(clip.path)) == clip.sha256
    assert ("Our river", "VID_0001.mp4", ("bm",), "s-0000000001") == (
        clip.title,
        clip.original_name,
        clip.languages,
        clip.session,
    )
    assert (Standing.ACCEPTED, clip.id, "The jury's choice") == (
        result.submission.standing,
        result.submission.clip,
        result.submission.why,
    )
    assert [f"{clip.id}.jpg"] == [path.name for path in library.thumbnails.iterdir()]
    assert [] == [path for path in library.submissions.rglob("*") if path.is_file()]
    assert [FileOrphaned] == _problems(library, catalog)


def test_the_contributor_and_what_they_agreed_to_come_along(
    library: Library, catalog: Catalog
) -> None:
    """Heard and seen in all of it; the consent holds for this clip alone."""
    _accept(library, catalog)

    records = catalog.read()
    (clip,), (voice,) = records.all(Clip), records.all(Voice)
    (said,) = records.all(ConsentEvent)
    assert (clip.id, AWA, None) == (voice.clip, voice.person, voice.range)
    assert (True, True) == (voice.heard, voice.seen)
    assert ("national", "2031-01-01", (clip.id,)) == (
        said.up_to,
        said.until,
        said.clips,
    )


def test_what_was_said_since_is_not_overruled(
    library: Library, catalog: Catalog
) -> None:
    """A later, narrower consent stays the one that counts."""
    _say(catalog, ConsentKind.GIVEN, "own-group")
    _accept(library, catalog)

    assert ["own-group"] == [one.up_to for one in catalog.read().all(ConsentEvent)]


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"limit": 0}, SubmissionTooLong),
        ({"contributor": None}, SubmissionWithoutContributor),
        ({"up_to": ""}, SubmissionWithoutConsent),
        ({"up_to": "internal"}, SubmissionWithoutConsent),
        ({"until": TODAY}, SubmissionWithoutConsent),
    ],
)
def test_what_is_missing_can_be_decided(
    fields: dict[str, object],
    error: type[Exception],
    library: Library,
    catalog: Catalog,
) -> None:
    """Refused with its own sentence; accepted with a reason, which is kept."""
    _change(catalog, **fields)
    before = saved(library)

    assert [error] == _errors(_accept(library, catalog))
    assert before == saved(library)
    assert isinstance(_accept(library, catalog, EVEN_SO), Accepted)
    assert "The jury wants it" == _one(catalog).why


def test_every_reason_is_told_at_once(library: Library, catalog: Catalog) -> None:
    """Nobody corrects one thing to be told the next."""
    _change(catalog, limit=0, up_to="")

    assert [SubmissionTooLong, SubmissionWithoutConsent] == _errors(
        _accept(library, catalog)
    )


def test_a_withdrawal_cannot_be_decided(library: Library, catalog: Catalog) -> None:
    """Neither what came before it nor a jury opens it."""
    _say(catalog, ConsentKind.WITHDRAWN)

    assert [SubmissionWithdrawn] == _errors(_accept(library, catalog, EVEN_SO))
    assert [] == catalog.read().all(Clip)


def test_who_withdraws_in_the_meantime_is_heard(
    library: Library, catalog: Catalog
) -> None:
    """What is true when it is recorded counts, not when it was looked at."""
    accepting = accept_submissions(library, catalog, [SENT, "b-zzz"], TERMS)
    next(accepting)
    _say(catalog, ConsentKind.WITHDRAWN)
    (result,) = accepting

    assert [SubmissionWithdrawn] == _errors(result)
    assert [] == [path for path in library.assets.rglob("*") if path.is_file()]
    assert [] == _problems(library, catalog)


@pytest.mark.parametrize("path", ["", "../outside.mp4", "submissions/gone.mp4"])
def test_a_file_that_is_not_in_the_queue_is_missing(
    path: str, library: Library, catalog: Catalog
) -> None:
    """Also one that a stranger's catalog leads to."""
    copyfile(video(), library.root.parent / "outside.mp4")
    _change(catalog, path=path)

    assert [SubmissionFileMissing] == _errors(_accept(library, catalog, EVEN_SO))


def test_a_file_that_was_changed_does_not_become_an_original(
    library: Library, catalog: Catalog
) -> None:
    """Of the same length, and even if it plays."""
    with library.resolve(_one(catalog).path).open("r+b") as file:
        file.seek(-4, 2)
        file.write(b"odd!")
    before = saved(library)

    assert [SubmissionFileChanged] == _errors(_accept(library, catalog, EVEN_SO))
    assert before == saved(library)
    assert [] == [path for path in library.assets.rglob("*") if path.is_file()]


@pytest.mark.parametrize("damaged", [False, True])
def test_what_is_a_clip_already_is_not_copied_again(
    damaged: bool, library: Library, catalog: Catalog
) -> None:
    """The submission is that clip, whose original is made good if it was damaged."""
    things = find_media(library, [video()])
    (added,) = add_media(library, catalog, things, WORKING, title="Mine")
    assert isinstance(added, Added)
    original = library.resolve(added.clip.path)
    if damaged:
        original.write_bytes(bytes(added.clip.size))
    result = _accept(library, catalog)

    assert isinstance(result, Accepted)
    assert (added.clip.id, "Mine") == (result.clip.id, result.clip.title)
    assert 1 == len(catalog.read().all(Clip)) == len(catalog.read().all(Voice))
    assert added.clip.sha256 == checksum(library.resolve(result.clip.path))
    assert [] == _problems(library, catalog)[damaged:]


def test_nothing_is_lost_where_it_cannot_be_recorded(
    library: Library, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is where it was, and only there; a second try succeeds."""

    def fail(_storage: JournalStorage, _tables: object) -> None:
        raise WriteFailed(path="catalog.json", reason="No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(JournalStorage, "write", fail)
        with pytest.raises(WriteFailed):
            _accept(library, catalog)

    assert [] == _problems(library, catalog)
    assert Standing.WAITING is _one(catalog).standing
    assert isinstance(_accept(library, catalog), Accepted)


def test_a_second_run_goes_on_where_the_first_was_cut_short(
    library: Library, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once it is recorded, all that is left to do is to empty the queue."""
    with monkeypatch.context() as patch:
        patch.setattr(make_clip, "leave_queue", lambda *_: None)
        _accept(library, catalog)
    assert [FileHalfWritten] == _problems(library, catalog)

    result = _accept(library, catalog)

    assert isinstance(result, Accepted)
    assert [result.clip] == catalog.read().all(Clip)
    assert [] == _problems(library, catalog)


def test_the_good_are_accepted_and_the_others_named(
    library: Library, catalog: Catalog
) -> None:
    """Each once, however often it is named."""
    results = list(accept_submissions(library, catalog, ["b-zzz", SENT, SENT], TERMS))

    assert [SubmissionNotFound] == [e for r in results for e in _errors(r)]
    assert [SENT] == [r.submission.id for r in results if isinstance(r, Accepted)]
