"""Rearranging the codebook: what is coded stays coded, and all of it is told."""

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.base import MediakitError
from mediakit.errors.catalog import IdAmbiguous
from mediakit.errors.themes import (
    NothingCoded,
    ThemeArchived,
    ThemeExists,
    ThemeInItself,
)
from mediakit.library import Library
from mediakit.model.codebook import codebook
from mediakit.model.coding import Coding
from mediakit.model.theme import Theme
from mediakit.model.validation import Step, Validation
from mediakit.workflows.add_theme import add_theme
from mediakit.workflows.archive_theme import archive_theme
from mediakit.workflows.check_library import check_library
from mediakit.workflows.code_clip import code_clip, uncode_clip
from mediakit.workflows.edit_theme import edit_theme
from mediakit.workflows.find_theme import find_theme
from mediakit.workflows.follow_themes import follow_themes
from mediakit.workflows.list_clips import list_clips
from mediakit.workflows.list_themes import list_themes
from mediakit.workflows.mark_theme import mark_theme, unmark_theme
from mediakit.workflows.merge_themes import merge_themes
from mediakit.workflows.move_theme import Moved, move_theme, rename_theme
from mediakit.workflows.remove_theme import remove_theme
from mediakit.workflows.show_theme import show_theme
from mediakit.workflows.split_theme import Which, split_theme
from tests.builders import a_clip, a_session
from tests.codebooks import a_coding
from tests.conftest import saved

CLIP, OTHER, ROOM = a_clip(), a_clip("c-0000000002"), a_session()
PATHS = ("fear", "fear/night", "peace", "peace/night", "peace/trust", "trade")


@pytest.fixture(autouse=True)
def _themes(catalog: Catalog) -> None:
    """Make themes, each with a coding but for the last."""
    with catalog.change() as change:
        for record in (CLIP, OTHER):
            change.put(record)
        change.put(ROOM)
    for number, path in enumerate(PATHS):
        theme = add_theme(catalog, path)
        if path != "trade":
            with catalog.change() as change:
                part = (number * 1000, number * 1000 + 500)
                change.put(a_coding(f"k-{number}", theme, part, memo=path))


def paths(catalog: Catalog) -> list[str]:
    """Return the paths of the themes that count."""
    return [theme.path for theme in codebook(catalog.read().all(Theme)).themes]


def coded(catalog: Catalog) -> dict[str, str]:
    """Return what each coding is about now, by its memo: what it was about first."""
    standing = codebook(catalog.read().all(Theme)).standing
    return {c.memo: standing[c.theme].path for c in catalog.read().all(Coding)}


def told(moved: Moved) -> list[tuple[str, str]]:
    """Return what moved where."""
    return [(step.before, step.theme.path) for step in moved.steps]


def test_a_theme_moves_with_those_below_it(catalog: Catalog) -> None:
    """Codings go along, and are counted."""
    moved = move_theme(catalog, "peace", "fear")

    assert [
        ("peace", "fear/peace"),
        ("peace/night", "fear/peace/night"),
        ("peace/trust", "fear/peace/trust"),
    ] == told(moved)
    assert (3, 1, 0) == (moved.codings, moved.clips, moved.sessions)
    assert "fear/peace/trust" == coded(catalog)["peace/trust"]
    assert "peace/trust" not in paths(catalog)


def test_a_theme_moves_to_the_top_and_below_a_bare_level(catalog: Catalog) -> None:
    """A level that only has themes below it is a place as well."""
    add_theme(catalog, "land/cattle")

    assert "trust" == move_theme(catalog, "trust", "/").theme.path
    assert "land/trust" == move_theme(catalog, "trust", "land").theme.path


def test_a_theme_is_renamed_where_it_is(catalog: Catalog) -> None:
    """Those below follow; a label in no language does too, others do not."""
    rename_theme(catalog, "peace", "Entente / paix")
    edit_theme(catalog, "trust", labels=["fr=Confiance"])
    renamed = rename_theme(catalog, "trust", "Foi").theme

    assert ["entente-paix", "entente-paix/foi", "entente-paix/night"] == paths(catalog)[
        :3
    ]
    assert {"und": "Entente / paix"} == find_theme(
        catalog.read(), "entente-paix"
    ).labels
    assert {"fr": "Confiance"} == renamed.labels


def test_a_merged_theme_lives_on_in_the_other(catalog: Catalog) -> None:
    """With its codings, its names, and what lies below it, of the same name too."""
    edit_theme(
        catalog, "fear", labels=["fr=Peur"], synonyms=["bm=siran"], definition="Of all."
    )

    moved = merge_themes(catalog, "fear", "peace")

    assert [("fear", "peace"), ("fear/night", "peace/night")] == told(moved)
    assert (2, 1) == (moved.codings, moved.clips)
    assert ["peace", "peace/night", "peace/trust", "trade"] == paths(catalog)
    now = coded(catalog)
    assert ("peace", "peace/night") == (now["fear"], now["fear/night"])
    peace = find_theme(catalog.read(), "peur")
    assert "peace" == peace.path == find_theme(catalog.read(), "siran").path
    assert {"fr": ("Peur",), "bm": ("siran",)} == peace.synonyms
    assert "Of all." == peace.definition
    assert ["fear"] == [one.path for one in show_theme(catalog, "peace").merged]


def test_what_hangs_below_goes_where_there_is_room(catalog: Catalog) -> None:
    """A theme below the merged one that the other has not moves there."""
    merge_themes(catalog, "peace", "trade")

    assert ["fear", "fear/night", "trade", "trade/night", "trade/trust"] == paths(
        catalog
    )


def test_a_merge_is_undone_by_splitting(catalog: Catalog) -> None:
    """Every coding remembers what it was about; decisions of sessions as well."""
    mark_theme(catalog, "fear", ROOM.id, Step.RAISED, notes="At once.")
    edit_theme(catalog, "fear", synonyms=["fr=crainte"])
    edit_theme(catalog, "peace", synonyms=["fr=entente"])
    before, theme = coded(catalog), find_theme(catalog.read(), "fear")
    merge_themes(catalog, "fear", "peace")

    split = split_theme(catalog, "peace", "fear", Which(that_were="fear"))

    assert (theme.id, None) == (split.theme.id, split.theme.merged_into)
    assert (1, 1) == (split.codings, split.sessions)
    assert before | {"fear/night": "peace/night"} == coded(catalog)
    assert "fear" == find_theme(catalog.read(), "crainte").path
    assert {"fr": ("entente",)} == find_theme(catalog.read(), "peace").synonyms
    (said,) = catalog.read().all(Validation)
    assert (theme.id, "At once.") == (said.theme, said.notes)


def test_some_of_a_theme_becomes_one_of_its_own(catalog: Catalog) -> None:
    """Those that meet every wish; again, others join them."""
    trust = find_theme(catalog.read(), "trust")
    with catalog.change() as change:
        change.put(a_coding("k-b", trust, (0, 9), clip=OTHER.id, memo="b"))
        change.put(a_coding("k-c", trust, (0, 9), clip=OTHER.id, by="Issa", memo="c"))

    which = Which(clips=(OTHER.id,), coder="issa")
    first = split_theme(catalog, "trust", "Army", which, labels=["fr=Armée"])
    again = split_theme(catalog, "trust", "army", Which(codings=("k-b",)))

    assert {"fr": "Armée"} == first.theme.labels
    assert (1, 1) == (first.codings, again.codings)
    now = coded(catalog)
    assert ["army", "army", "peace/trust"] == [
        now[m] for m in ("b", "c", "peace/trust")
    ]


def test_sessions_decided_on_both_and_both_are_told(catalog: Catalog) -> None:
    """Merged, the theme has all marks; they can be changed and taken back."""
    mark_theme(catalog, "fear", ROOM.id, Step.PRIORITISED, rank=2)
    mark_theme(catalog, "peace", ROOM.id, Step.PRIORITISED, rank=1)

    moved = merge_themes(catalog, "fear", "peace")

    assert 1 == moved.sessions
    (progress,) = (
        p for p in follow_themes(catalog, "peace") if p.theme.path == "peace"
    )
    assert {1, 2} == {mark.rank for mark in progress.at(Step.PRIORITISED)}
    unmark_theme(catalog, "peace", ROOM.id, Step.PRIORITISED)
    unmark_theme(catalog, "peace", ROOM.id, Step.PRIORITISED)
    assert [] == catalog.read().all(Validation)


def test_what_another_laptop_coded_meanwhile_is_found(
    library: Library, catalog: Catalog
) -> None:
    """A coding that came later with a merged theme counts for the one it became."""
    fear = find_theme(catalog.read(), "fear")
    merge_themes(catalog, "fear", "peace")
    with catalog.change() as change:
        change.put(a_coding("k-late", fear, clip=OTHER.id))

    assert [OTHER.id] == [
        one.clip.id
        for one in list_clips(catalog, theme="peace")
        if one.clip.id == OTHER.id
    ]
    (listed,) = (one for one in list_themes(catalog) if one.theme.path == "peace")
    assert 3 == listed.counts.codings
    assert not any(
        found.problems
        for found in check_library(library, catalog, day="2026-03-01", quick=True)
        if found.what.startswith("k-")
    )
    uncode_clip(catalog, OTHER.id, "peace")
    assert "k-late" not in {one.id for one in catalog.read().all(Coding)}


def test_an_archived_theme_keeps_what_it_has(catalog: Catalog) -> None:
    """It is not listed, and nothing new is sorted by it, until it is taken back."""
    moved = archive_theme(catalog, "peace")

    assert ["peace", "peace/night", "peace/trust"] == [
        before for before, _ in told(moved)
    ]
    assert 3 == moved.codings
    assert ["fear", "fear/night", "trade"] == [
        one.theme.path for one in list_themes(catalog)
    ]
    assert 6 == len(list_themes(catalog, archived=True))
    with pytest.raises(ThemeArchived):
        code_clip(catalog, CLIP.id, "trust")
    # the other one of this name is meant now
    assert "fear/night" == find_theme(catalog.read(), "night").path
    archive_theme(catalog, "peace", back=True)
    assert code_clip(catalog, CLIP.id, "trust")


def test_a_theme_that_others_became_is_not_removed_with_their_codings(
    catalog: Catalog,
) -> None:
    """Once nothing is coded, it goes with them."""
    merge_themes(catalog, "fear/night", "trade")

    with pytest.raises(MediakitError):
        remove_theme(catalog, "trade")
    with catalog.change() as change:
        change.remove(Coding, "k-1")
    remove_theme(catalog, "trade")
    assert {"fear", "peace", "peace/night", "peace/trust"} == {
        theme.path for theme in catalog.read().all(Theme)
    }


@pytest.mark.parametrize(
    ("act", "error"),
    [
        (lambda c: move_theme(c, "peace", "trust"), ThemeInItself),
        (lambda c: move_theme(c, "peace", "peace"), ThemeInItself),
        (lambda c: move_theme(c, "peace/night", "fear"), ThemeExists),
        (lambda c: rename_theme(c, "peace", "fear"), ThemeExists),
        (lambda c: merge_themes(c, "peace", "trust"), ThemeInItself),
        (lambda c: merge_themes(c, "peace", "peace"), ThemeInItself),
        (lambda c: move_theme(c, "night", "trade"), IdAmbiguous),
        (lambda c: split_theme(c, "trust", "trust", Which(coder="Issa")), NothingCoded),
        (
            lambda c: split_theme(c, "trust", "peace/trust", Which(coder="Awa")),
            ThemeInItself,
        ),
    ],
)
def test_what_cannot_be_changes_nothing(
    library: Library, catalog: Catalog, act: object, error: type[MediakitError]
) -> None:
    """Each has its own error."""
    before = saved(library)

    assert callable(act)
    with pytest.raises(error):
        act(catalog)

    assert before == saved(library)


def test_words_and_labels_are_edited_one_by_one(catalog: Catalog) -> None:
    """A label in no language gives way to the first real one; the last one stays."""
    edit_theme(catalog, "trust", labels=["fr=Confiance", "en=Trust"])
    edit_theme(catalog, "trust", synonyms=["fr=foi", "fr=méfiance", "bm=dannaya"])
    edit_theme(catalog, "trust", no_synonyms=["fr=foi", "bm=dannaya"])
    edited = edit_theme(
        catalog, "trust", unlabelled=["en", "fr"], colour="#CC3311", icon="x"
    )

    assert {"fr": ("méfiance",)} == edited.synonyms
    assert {"fr": "Confiance", "en": "Trust"} == edited.labels
    assert ("#cc3311", "x") == (edited.colour, edited.icon)
    assert "peace/trust" == find_theme(catalog.read(), "Méfiance").path


def test_two_laptops_may_choose_one_path(catalog: Catalog) -> None:
    """Both themes are kept and told apart by id, until somebody merges them."""
    here = find_theme(catalog.read(), "trust")
    there = Theme(id=type(here.id)("th-there"), path=here.path, labels={"und": "T"})
    with catalog.change() as change:
        change.put(there)

    with pytest.raises(IdAmbiguous) as caught:
        find_theme(catalog.read(), "peace/trust")

    assert here.id in str(caught.value)
    assert there.id in str(caught.value)
    merge_themes(catalog, there.id, here.id)
    assert here.id == find_theme(catalog.read(), "peace/trust").id
