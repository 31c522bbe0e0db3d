"""However the codebook is rearranged, on two laptops too, nothing coded is lost."""

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mediakit.catalog.catalog import Catalog, Change, Records
from mediakit.catalog.snapshot import Tables
from mediakit.errors.base import MediakitError
from mediakit.model.codebook import codebook
from mediakit.model.coding import Coding
from mediakit.model.session import Session
from mediakit.model.theme import Theme
from mediakit.model.theme_progress import theme_progress
from mediakit.model.validation import Step, Validation
from mediakit.workflows.add_theme import add_theme
from mediakit.workflows.archive_theme import archive_theme
from mediakit.workflows.mark_theme import mark_theme
from mediakit.workflows.merge_themes import merge_themes
from mediakit.workflows.move_theme import move_theme, rename_theme
from mediakit.workflows.split_theme import Which, split_theme
from tests.builders import a_clip, a_session
from tests.codebooks import a_coding

CLIP, ROOM = a_clip(), a_session()
PATHS = ("a", "a/b", "a/b/c", "d", "d/b", "e")

thorough = settings(max_examples=25)

themes = st.integers(0, len(PATHS) + 2)
names = st.sampled_from(["a", "b", "c", "x", "a/x", "d/b"])
step = st.one_of(
    st.tuples(st.just("move"), themes, themes),
    st.tuples(st.just("top"), themes, themes),
    st.tuples(st.just("rename"), themes, names),
    st.tuples(st.just("merge"), themes, themes),
    st.tuples(st.just("split"), themes, names),
    st.tuples(st.just("unmerge"), themes, themes),
    st.tuples(st.just("archive"), themes, st.booleans()),
    st.tuples(st.just("add"), themes, names),
)
steps = st.lists(step, max_size=8)


def a_library(folder: str) -> Catalog:
    """Make themes, each coded twice and decided on once."""
    catalog = Catalog(Path(folder, "catalog.json"), author="Awa")
    Catalog.create(catalog.path)
    with catalog.change() as change:
        change.put(CLIP)
        change.put(ROOM)
    for number, path in enumerate(PATHS):
        theme = add_theme(catalog, path)
        with catalog.change() as change:
            change.put(a_coding(f"k-{number}", theme, (number, 10 + number), memo="m"))
            change.put(a_coding(f"k-x{number}", theme, by="Issa", strong=True))
        mark_theme(catalog, theme.id, ROOM.id, Step.RAISED, notes=path)
    return catalog


def act(catalog: Catalog, one: tuple[str, int, Any]) -> None:  # Any: what is drawn
    """Do one thing to the codebook; what is refused changes nothing."""
    verb, number, what = one
    ids = sorted(theme.id for theme in catalog.read().all(Theme))
    theme = ids[number % len(ids)]
    other = ids[what % len(ids)] if isinstance(what, int) else ""
    acts: dict[str, Callable[[], object]] = {
        "move": lambda: move_theme(catalog, theme, other),
        "top": lambda: move_theme(catalog, theme, "/"),
        "rename": lambda: rename_theme(catalog, theme, what),
        "merge": lambda: merge_themes(catalog, theme, other),
        "split": lambda: split_theme(catalog, theme, what, Which(coder="Issa")),
        "unmerge": lambda: split_theme(catalog, theme, "new", Which(that_were=other)),
        "archive": lambda: archive_theme(catalog, theme, back=what),
        "add": lambda: add_theme(catalog, what),
    }
    before = [document for _, document in catalog.read().documents()]
    try:
        acts[verb]()
    except MediakitError:
        assert before == [document for _, document in catalog.read().documents()]


def what_was_coded(records: Records) -> dict[str, tuple[object, ...]]:
    """Return of each coding what no change of the codebook may touch."""
    return {
        c.id: (c.clip, c.range, c.memo, c.strong, c.coded_by)
        for c in records.all(Coding)
    }


def verify(records: Records) -> None:
    """Verify that everything coded and decided is under a theme that counts."""
    book = codebook(records.all(Theme))
    count = {theme.id for theme in book.themes}
    for coding in records.all(Coding):
        assert book.standing[coding.theme].id in count
    for said in records.all(Validation):
        assert book.standing[said.theme].id in count
    assert len(count) == len(book.themes)
    sessions = {session.id: session for session in records.all(Session)}
    told = theme_progress(book, records.all(Validation), [], {}, sessions)
    notes = [mark.notes for progress in told for mark in progress.marks]
    assert sorted(PATHS) == sorted(notes)


@given(acts=steps)
@thorough
def test_nothing_coded_is_lost(acts: Sequence[tuple[str, int, Any]]) -> None:
    """Codings stay as they were, remember every theme, and no two themes share a path.

    Themes that were there are there, if only as what another was.
    """
    with tempfile.TemporaryDirectory() as folder:
        catalog = a_library(folder)
        coded = what_was_coded(catalog.read())
        known = {theme.id for theme in catalog.read().all(Theme)}
        history = {c.id: (*c.earlier, c.theme) for c in catalog.read().all(Coding)}
        for one in acts:
            act(catalog, one)

            records = catalog.read()
            verify(records)
            assert coded == what_was_coded(records)
            assert known <= {theme.id for theme in records.all(Theme)}
            paths = [theme.path for theme in codebook(records.all(Theme)).themes]
            assert len(set(paths)) == len(paths)
            for coding in records.all(Coding):
                now = (*coding.earlier, coding.theme)
                assert history[coding.id] == now[: len(history[coding.id])]
                history[coding.id] = now


@given(here=steps, there=steps, choices=st.integers(0, (1 << 64) - 1))
@thorough
def test_nothing_is_lost_where_two_laptops_become_one(
    here: Sequence[tuple[str, int, Any]],
    there: Sequence[tuple[str, int, Any]],
    choices: int,
) -> None:
    """Whichever of two changed records is taken, all of it stands under some theme."""
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        mine = a_library(one)
        coded = what_was_coded(mine.read())
        mine.close()
        Path(other, "catalog.json").write_bytes(mine.path.read_bytes())
        theirs = Catalog(Path(other, "catalog.json"), author="Moussa")
        for step_ in here:
            act(mine, step_)
        for step_ in there:
            act(theirs, step_)

        both = _united(tables(mine), tables(theirs), choices)

        records = Change(mine.path, both, "Awa")
        verify(records)
        assert coded == what_was_coded(records)


def tables(catalog: Catalog) -> Tables:
    """Return what a catalog holds."""
    with catalog.change() as change:
        return change.tables


def _united(mine: Tables, theirs: Tables, choices: int) -> Tables:
    """Return every record of both; of one that both have, either."""
    united: Tables = {}
    place = 0
    for name in sorted({*mine, *theirs}):
        united[name] = {}
        for key in sorted({*mine.get(name, {}), *theirs.get(name, {})}):
            found = [t[name][key] for t in (mine, theirs) if key in t.get(name, {})]
            united[name][key] = (
                found[choices >> place % 64 & 1] if len(found) > 1 else found[0]
            )
            place += 1
    return united
