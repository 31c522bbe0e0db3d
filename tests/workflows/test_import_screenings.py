"""What a room was shown comes back from the page, once."""

from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.catalog import SessionNotFound
from mediakit.errors.screenings import ScreeningLogUnusable, ScreeningSessionUnknown
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ClipId, ExcerptId
from mediakit.model.screening import Heat, Outcome, Screening
from mediakit.model.timecode import TimeRange
from mediakit.workflows.import_screenings import How, import_screenings
from tests.builders import a_clip, a_screening, a_session
from tests.screening_logs import LOG, SESSION, a_log_file, an_entry

CLIP, PART = ClipId("c-0000000001"), "x-0000000001"
OTHER = "s-0000000002"


@pytest.fixture(autouse=True)
def _what_was_shown(catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(a_clip(CLIP))
        change.put(a_session(SESSION))
        change.put(a_session(OTHER))
        change.put(Excerpt(id=ExcerptId(PART), clip=CLIP, range=TimeRange(1000, 3000)))


def screenings(catalog: Catalog) -> list[Screening]:
    """Return what the catalog has."""
    return catalog.read().all(Screening)


def test_everything_that_was_noted_is_kept(catalog: Catalog, tmp_path: Path) -> None:
    """In the order in which it was shown."""
    skipped = an_entry("B2", CLIP, outcome="skipped", heat=None, end=20_000, start=0)

    import_screenings(catalog, a_log_file(tmp_path, an_entry(), skipped))

    first, second = screenings(catalog)
    assert (CLIP, PART, SESSION) == (first.clip, first.excerpt, first.session)
    assert (1, Outcome.SHOWN, Heat.LIVELY) == (first.order, first.outcome, first.heat)
    assert ("Et ici ?", "Silence") == (first.question, first.reaction)
    assert ("Et la route ?",) == first.asked
    assert ("2026-03-01T10:32:05+00:00", 2000) == (first.began, first.reached)
    assert f"{LOG}/A1" == first.log
    assert (2, Outcome.SKIPPED, None) == (second.order, second.outcome, second.excerpt)


def test_the_same_log_makes_nothing_twice(catalog: Catalog, tmp_path: Path) -> None:
    """Even for another session."""
    file = a_log_file(tmp_path)
    import_screenings(catalog, file)
    before = screenings(catalog)

    again = import_screenings(catalog, file, session=OTHER)

    assert [How.KNOWN] == [one.how for one in again.items]
    assert before == screenings(catalog)


def test_a_log_that_was_saved_again_says_what_is_new(
    catalog: Catalog, tmp_path: Path
) -> None:
    """What is different waits for a word; what is new is taken in."""
    import_screenings(catalog, a_log_file(tmp_path))
    file = a_log_file(
        tmp_path, an_entry(reaction="Anger", heat="tense"), an_entry("B2")
    )

    read = import_screenings(catalog, file)
    unchanged = screenings(catalog)[0]
    updated = import_screenings(catalog, file, update=True)

    assert [How.DIFFERENT, How.ADDED] == [one.how for one in read.items]
    assert ("heat", "reaction") == read.items[0].different
    assert "Silence" == unchanged.reaction
    assert [How.CHANGED, How.KNOWN] == [one.how for one in updated.items]
    assert "Anger" == screenings(catalog)[0].reaction


def test_what_is_not_in_the_library_is_named(catalog: Catalog, tmp_path: Path) -> None:
    """The rest is taken in."""
    entries = (an_entry(), an_entry("B2", "x-404"), an_entry("C3", "c-404"))

    imported = import_screenings(catalog, a_log_file(tmp_path, *entries))

    assert ["A1"] == [one.code for one in imported.items]
    assert [("B2", "excerpt_not_found"), ("C3", "clip_not_found")] == [
        (one.code, one.error.code) for one in imported.unknown
    ]


def test_a_part_that_nobody_named_becomes_an_excerpt(
    catalog: Catalog, tmp_path: Path
) -> None:
    """One for all that show the same; the known one where there is one."""
    entries = (
        an_entry("A1", CLIP, start=5000, end=6000),
        an_entry("B2", CLIP, start=5000, end=6000),
        an_entry("C3", CLIP, start=1000, end=3000),
    )

    import_screenings(catalog, a_log_file(tmp_path, *entries))

    first, second, third = screenings(catalog)
    assert first.excerpt == second.excerpt
    assert PART == third.excerpt
    made = catalog.read().get(Excerpt, str(first.excerpt))
    assert (CLIP, TimeRange(5000, 6000)) == (made.clip, made.range)


@pytest.mark.parametrize("times", [(6000, 5000), (5000, 5000), (19_000, 20_001)])
def test_a_part_that_is_none_is_refused(
    catalog: Catalog, tmp_path: Path, times: tuple[int, int]
) -> None:
    """With all that is beside it."""
    bad = an_entry("B2", CLIP, start=times[0], end=times[1])

    with pytest.raises(ScreeningLogUnusable, match="B2 is no part of clip"):
        import_screenings(catalog, a_log_file(tmp_path, an_entry(), bad))

    assert [] == screenings(catalog)


def test_it_comes_after_what_was_recorded_by_hand(
    catalog: Catalog, tmp_path: Path
) -> None:
    """The order of the evening stays."""
    with catalog.change() as change:
        change.put(a_screening(session=SESSION))

    import_screenings(catalog, a_log_file(tmp_path, an_entry(), an_entry("B2")))

    assert [1, 2, 3] == [one.order for one in screenings(catalog)]


def test_the_session_is_the_one_that_is_named(catalog: Catalog, tmp_path: Path) -> None:
    """Whatever the log says: a kit is shown to others than it was made for."""
    import_screenings(catalog, a_log_file(tmp_path), session=OTHER)

    assert OTHER == screenings(catalog)[0].session


def test_without_a_session_nothing_is_taken_in(
    catalog: Catalog, tmp_path: Path
) -> None:
    """Nor with one that is not there."""
    with pytest.raises(ScreeningSessionUnknown):
        import_screenings(catalog, a_log_file(tmp_path, session=""))
    with pytest.raises(SessionNotFound):
        import_screenings(catalog, a_log_file(tmp_path, session="s-404"))


def test_a_trial_changes_nothing(catalog: Catalog, tmp_path: Path) -> None:
    """It tells the same."""
    tried = import_screenings(catalog, a_log_file(tmp_path), dry_run=True)

    assert [How.ADDED] == [one.how for one in tried.items]
    assert [] == screenings(catalog)
