"""Sessions from spreadsheets: what is good is taken, once."""

from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.library import ReadFailed
from mediakit.model.form import Form
from mediakit.model.session import Session
from mediakit.workflows.import_sessions import (
    How,
    ImportedSessions,
    import_sessions,
)
from tests.builders import a_session


def imported(
    catalog: Catalog, folder: Path, *lines: str, update: bool = False, dry: bool = False
) -> ImportedSessions:
    """Import a file of these lines."""
    path = folder / "a.csv"
    path.write_text("\n".join(lines), "utf-8")
    return import_sessions(catalog, path, Form(), update=update, dry_run=dry)


def sessions(catalog: Catalog) -> list[Session]:
    """Return what the catalog has."""
    return catalog.read().all(Session)


def hows(result: ImportedSessions) -> list[How]:
    """Return what became of each row."""
    return [row.how for row in result.rows]


LINES = ("title,date,people,_uuid", "Women,2026-03-01,12,u1", "Men,2026-03-01,9,")


def test_the_same_file_makes_nothing_twice(catalog: Catalog, tmp_path: Path) -> None:
    """Known by what the form calls a session, or by what it looks like."""
    first = imported(catalog, tmp_path, *LINES)
    before = sessions(catalog)
    again = imported(catalog, tmp_path, *LINES)

    assert ([How.ADDED] * 2, [How.KNOWN] * 2) == (hows(first), hows(again))
    assert before == sessions(catalog)


def test_good_rows_are_taken_and_bad_ones_named(
    catalog: Catalog, tmp_path: Path
) -> None:
    """Once the bad one is mended, the file is imported again."""
    result = imported(catalog, tmp_path, *LINES, "Elders,2026-13-01,many,")
    mended = imported(catalog, tmp_path, *LINES, "Elders,2026-12-01,7,")

    assert [(4, "date"), (4, "people")] == sorted(
        (p.details["row"], p.details["column"]) for p in result.problems
    )
    assert [How.KNOWN, How.KNOWN, How.ADDED] == hows(mended)
    assert ["Women", "Men", "Elders"] == [s.title for s in sessions(catalog)]


def test_what_differs_is_told_and_changed_only_if_asked(
    catalog: Catalog, tmp_path: Path
) -> None:
    """An empty cell says nothing, and changes nothing."""
    imported(catalog, tmp_path, *LINES)
    lines = ("title,date,people,_uuid", "Women!,2026-03-01,,u1")

    told = imported(catalog, tmp_path, *lines)
    kept = sessions(catalog)[0]
    changed = imported(catalog, tmp_path, *lines, update=True)

    assert ([How.DIFFERENT], [How.CHANGED]) == (hows(told), hows(changed))
    assert ("title",) == told.rows[0].different
    assert "Women" == kept.title
    assert ("Women!", 12) == (sessions(catalog)[0].title, sessions(catalog)[0].people)


def test_two_that_a_form_tells_apart_are_two(catalog: Catalog, tmp_path: Path) -> None:
    """However alike they look; without its word they are one."""
    form = imported(catalog, tmp_path, "title,_uuid", "Women,u1", "Women,u2")
    plain = imported(catalog, tmp_path, "title", "Men", "men")

    assert [How.ADDED, How.ADDED] == hows(form)
    assert [How.ADDED, How.DIFFERENT] == hows(plain)


def test_one_that_was_noted_by_hand_is_known_again(
    catalog: Catalog, tmp_path: Path
) -> None:
    """And can be told what the form calls it."""
    with catalog.change() as change:
        change.put(a_session(title="Women", date="2026-03-01", place=""))

    result = imported(catalog, tmp_path, *LINES[:2], update=True)

    assert [How.CHANGED] == hows(result)
    assert ("people", "source") == result.rows[0].different


def test_an_id_from_another_laptop_is_kept(catalog: Catalog, tmp_path: Path) -> None:
    """It is the same session in both libraries."""
    lines = ("id,title", "s-00000000zz,Women")

    assert [How.ADDED] == hows(imported(catalog, tmp_path, *lines))
    assert [How.KNOWN] == hows(imported(catalog, tmp_path, *lines))
    assert ["s-00000000zz"] == [session.id for session in sessions(catalog)]


def test_what_does_not_fit_what_is_known_is_named(
    catalog: Catalog, tmp_path: Path
) -> None:
    """More women than people, once both are put together."""
    imported(catalog, tmp_path, "title,people", "Women,3")

    result = imported(catalog, tmp_path, "title,women", "Women,4", update=True)

    assert [2] == [problem.details["row"] for problem in result.problems]
    assert 3 == sessions(catalog)[0].people


def test_a_dry_run_changes_nothing(catalog: Catalog, tmp_path: Path) -> None:
    """And tells what would be done."""
    result = imported(catalog, tmp_path, *LINES, dry=True)

    assert [How.ADDED] * 2 == hows(result)
    assert [] == sessions(catalog)


def test_refuses_what_is_no_file(catalog: Catalog, tmp_path: Path) -> None:
    """A folder, or one that is not there."""
    with pytest.raises(ReadFailed):
        import_sessions(catalog, tmp_path, Form())
    with pytest.raises(ReadFailed):
        import_sessions(catalog, tmp_path / "missing.csv", Form())
