"""``mediakit screening import``: what people read of a log that comes back."""

import json
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ClipId, ExcerptId
from mediakit.model.screening import Screening
from mediakit.model.timecode import TimeRange
from tests.builders import a_clip, a_session
from tests.conftest import Run, saved
from tests.screening_logs import SESSION, a_log_file, an_entry

CLIP, PART = ClipId("c-0000000001"), "x-0000000001"


@pytest.fixture(autouse=True)
def _what_was_shown(catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(a_clip(CLIP))
        change.put(a_session(SESSION, date="2026-03-01"))
        part = TimeRange(1000, 3000)
        change.put(Excerpt(id=ExcerptId(PART), clip=CLIP, range=part))


def test_tells_what_became_of_each_entry(
    run: Run, catalog: Catalog, tmp_path: Path
) -> None:
    """Then the session tells the times too."""
    status, out, err = run("screening", "import", str(a_log_file(tmp_path)))

    made = catalog.read().all(Screening)[0]
    assert (0, f"1  A1  {made.id}  {PART}  shown  added\n") == (status, out)
    assert err.startswith("Session: 2026-03-01")
    told = run("session", "show", SESSION)[1]
    assert "Began 2026-03-01 10:32, seen for 0:02." in told


def test_a_trial_says_that_nothing_was_changed(
    run: Run, library: Library, tmp_path: Path
) -> None:
    """And it is true."""
    before = saved(library)

    status, out, err = run(
        "screening", "import", str(a_log_file(tmp_path)), "--dry-run"
    )

    assert (0, True) == (status, "added" in out)
    assert "Nothing was changed." in err
    assert before == saved(library)


def test_what_is_unknown_is_listed_at_the_end(run: Run, tmp_path: Path) -> None:
    """The good entries are done; the status says that there were others."""
    file = a_log_file(tmp_path, an_entry(), an_entry("B2", "x-404"))

    status, out, err = run("screening", "import", str(file), "--json")

    assert 3 == status
    document = json.loads(out)
    assert ["A1"] == [one["code"] for one in document["items"]]
    assert ["B2"] == [one["code"] for one in document["unknown"]]
    assert "Not imported: B2: No excerpt has the id x-404." in err


def test_another_day_than_the_sessions_is_said(run: Run, tmp_path: Path) -> None:
    """The log may be another room's."""
    file = a_log_file(tmp_path, began="2026-03-08T09:00:00+00:00")

    err = run("screening", "import", str(file))[2]

    assert "kept on 2026-03-08, and the session was on 2026-03-01" in err


def test_a_file_that_is_no_log_is_refused(
    run: Run, library: Library, tmp_path: Path
) -> None:
    """In one sentence, with a status of its own."""
    before = saved(library)
    file = tmp_path / "log.json"
    file.write_text('{"format": "other"}', "utf-8")

    status, out, err = run("screening", "import", str(file))

    assert (101, "") == (status, out)
    assert 1 == err.count("\n")
    assert before == saved(library)


def test_the_session_is_asked_for(run: Run, tmp_path: Path) -> None:
    """Where the log knows none."""
    status, _out, err = run(
        "screening", "import", str(a_log_file(tmp_path, session=""))
    )

    assert 105 == status
    assert "--session" in err
