"""``mediakit submission``: what a jury sees and types."""

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.submission import Standing, Submission
from tests.builders import a_session, a_submission
from tests.conftest import Run, saved
from tests.media_files import sound, video

pytestmark = pytest.mark.ffmpeg


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """Make a folder with two recordings that were sent: of two seconds, and of one."""
    sent = tmp_path / "sent"
    sent.mkdir()
    shutil.copy(video(seconds=2), sent / "river.mp4")
    shutil.copy(sound(), sent / "song.mp3")
    return sent


@pytest.fixture
def ids(run: Run, sent: Path) -> list[str]:
    """Import them, river before song, and return what they are called."""
    _, out, _ = run("submission", "import", str(sent), "--max", "0:01", "--json")
    return [one["submission"]["id"] for one in json.loads(out)["received"]]


@pytest.fixture
def awa(run: Run) -> str:
    """Add a person."""
    return str(json.loads(run("person", "add", "Awa", "--json")[1])["id"])


def _queue(catalog: Catalog) -> list[Submission]:
    return catalog.read().all(Submission)


def _codes(run: Run) -> list[str]:
    out = run("check", "--json")[1]
    return [problem["code"] for problem in json.loads(out)["problems"]]


def test_importing_says_what_each_lacks(run: Run, sent: Path, awa: str) -> None:
    """Length, contributor and consent are checked at the door."""
    status, out, err = run(
        *("submission", "import", str(sent), "--max", "0:01"),
        *("--from", "Radio", "--contributor", awa),
    )

    assert (0, "") == (status, err)
    assert [
        ["0:02", "received", "waiting", "too long, consent (not asked yet)", "river"],
        ["0:01", "received", "waiting", "consent (not asked yet)", "song"],
    ] == [re.split("  +", line)[1:] for line in out.splitlines()]


def test_lists_what_waits_and_what_became_of_the_others(
    run: Run, ids: list[str], awa: str
) -> None:
    """By standing and by call; an accepted one tells how often it was screened."""
    river, song = ids
    run("submission", "edit", song, "--contributor", awa, "--up-to", "web")
    run("submission", "accept", song)
    run("submission", "edit", river, "--call", "Water")
    clip = json.loads(run("list", "--json")[1])[0]["clip"]["id"]
    session = json.loads(run("session", "add", "Gao", "--json")[1])["id"]
    run("screening", "add", clip, session)
    run("screening", "add", clip, session, "--outcome", "skipped")

    rows = [line.split() for line in run("submission", "list")[1].splitlines()[1:]]
    waiting = run("submission", "list", "--standing", "waiting")[1]
    assert [
        [
            river,
            "0:02",
            "waiting",
            "-",
            "too",
            "long,",
            "a",
            "contributor",
            "-",
            "river",
        ],
        [song, "0:01", "accepted", "Awa", "-", "1", "song"],
    ] == sorted(rows, key=lambda row: row[-1])
    assert (True, False) == (river in waiting, song in waiting)
    assert waiting == run("submission", "list", "--call", "Water")[1]
    assert "No submissions.\n" == run("submission", "list", "--call", "Fire")[1]


def test_shows_a_submission_with_what_a_jury_looks_at(
    run: Run, library: Library, ids: list[str]
) -> None:
    """Its file and a picture of it; once accepted, the clip."""
    river, _ = ids
    before = run("submission", "show", river)[1]
    run("submission", "accept", river, "--even-so", "All agreed by phone")
    after = run("submission", "show", river)[1]

    assert "Length: 0:02 of 0:01 allowed" in before
    assert "Missing: too long, a contributor" in before
    for line in before.splitlines():
        if line.startswith(("File: ", "Picture: ")):
            assert line.split(": ")[1].startswith(("submissions/", ".mediakit/"))
    assert "Picture: " in before
    assert "Why: All agreed by phone" in after
    assert "Clip: c-" in after
    assert "File: " not in after


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("show", "b-zzz"), 197),
        (("accept", "b-zzz"), 197),
        (("accept", "{song}", "--even-so", "yes"), 203),
        (("edit", "{song}", "--up-to", "moon"), 117),
        (("edit", "{song}", "--until", "2026-02-30"), 17),
        (("edit", "{song}", "--max", "2 minutes"), 14),
        (("edit", "{song}", "--session", "s-zzz"), 25),
        (("edit", "{song}", "--language", "?"), 16),
        (("remove", "{song}"), 205),
        (("accept", "{song}", "--even-so", " "), 2),
    ],
)
def test_bad_input_has_its_own_status_and_changes_nothing(
    words: tuple[str, ...],
    status: int,
    run: Run,
    library: Library,
    catalog: Catalog,
) -> None:
    """One sentence each."""
    with catalog.change() as change:
        song = change.put(a_submission())
    catalog.close()
    before = saved(library)

    assert (
        status == run("submission", *(word.format(song=song.id) for word in words))[0]
    )
    assert before == saved(library)


def test_what_is_missing_is_told_one_by_one(
    run: Run, catalog: Catalog, ids: list[str], awa: str
) -> None:
    """In a batch the good are accepted, and every reason is listed at the end."""
    river, song = ids
    run("submission", "edit", river, "--contributor", awa)
    run("submission", "edit", song, "--contributor", awa, "--up-to", "own-group")
    status, out, err = run("submission", "accept", song, river, "b-zzz")

    assert 3 == status
    assert [song] == [line.split()[0] for line in out.splitlines()]
    assert f"Submission {river} lasts 0:02 and 0:01 was allowed" in err
    assert "has not been asked yet" in err
    assert "No submission has the id b-zzz" in err
    assert "2 of 3 could not be done" in err
    assert 1 == len(catalog.read().all(Clip))


def test_a_jury_may_change_its_mind_until_it_accepts(
    run: Run, catalog: Catalog, ids: list[str]
) -> None:
    """Every decision keeps its reason."""
    _, song = ids
    for verb, standing in (
        ("shortlist", Standing.SHORTLISTED),
        ("decline", Standing.DECLINED),
        ("shortlist", Standing.SHORTLISTED),
    ):
        assert 0 == run("submission", verb, song, "--why", f"{verb} it")[0]
        one = next(one for one in _queue(catalog) if one.id == song)
        assert (standing, f"{verb} it") == (one.standing, one.why)
    run("submission", "accept", song, "--even-so", "yes")

    assert 202 == run("submission", "decline", song)[0]
    assert 202 == run("submission", "edit", song, "--title", "New")[0]


@pytest.mark.parametrize("delete", [False, True])
def test_removing_takes_the_file_and_leaves_the_record(
    delete: bool, run: Run, library: Library, catalog: Catalog, ids: list[str]
) -> None:
    """It goes to removed/, or for good; `check` misses nothing."""
    river, _ = ids
    name = next(one for one in _queue(catalog) if one.id == river).path
    run("submission", "decline", river)
    options = ("--delete", "--yes") if delete else ()
    status, _, err = run("submission", "remove", river, *options)

    kept = library.root / "removed" / river / Path(name).name
    assert (0, "") == (status, err)
    assert delete != kept.is_file()
    assert not library.resolve(name).exists()
    assert not (library.thumbnails / f"{river}.jpg").exists()
    assert 2 == len(_queue(catalog))
    assert [] == _codes(run)


def test_check_verifies_the_queue(
    run: Run, library: Library, catalog: Catalog, ids: list[str]
) -> None:
    """A file that is gone, one that was changed, one that nobody sent."""
    river, song = (library.resolve(one.path) for one in _queue(catalog))
    river.unlink()
    song.write_bytes(b"\0" * song.stat().st_size)
    (library.submissions / "stray.mp4").write_bytes(b"x")

    assert {"submission_file_missing", "submission_file_changed", "file_orphaned"} == {
        *_codes(run)
    }


def test_a_withdrawal_is_seen_in_the_list(run: Run, ids: list[str], awa: str) -> None:
    """Nobody accepts it by mistake, whatever reason they give."""
    _, song = ids
    run("submission", "edit", song, "--contributor", awa, "--up-to", "web")
    run("consent", "withdraw", awa, "--why", "She asked")

    assert "consent (withdrawn on" in run("submission", "list")[1]
    status, _, err = run("submission", "accept", song, "--even-so", "it is good")
    assert 201 == status
    assert f"Awa ({awa})" in err


def test_a_session_that_submissions_come_from_stays(run: Run, catalog: Catalog) -> None:
    """What waits would not know any more where it was recorded."""
    with catalog.change() as change:
        session = change.put(a_session())
        change.put(replace(a_submission(), session=session.id))

    assert 87 == run("session", "remove", session.id)[0]
