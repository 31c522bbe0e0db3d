"""Excerpts in the catalog: found, told, renamed, removed."""

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.catalog import ExcerptNotFound
from mediakit.errors.excerpts import ExcerptLinked
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ExcerptId, UseId
from mediakit.model.timecode import TimeRange
from mediakit.model.use import Use, UsedRange, UseKind
from mediakit.workflows.edit_excerpt import edit_excerpt
from mediakit.workflows.list_excerpts import list_excerpts
from mediakit.workflows.remove_excerpt import remove_excerpt
from mediakit.workflows.show_excerpt import show_excerpt
from tests.builders import a_clip, a_screening, a_session
from tests.consents import DAY

FIRST, SECOND = (a_clip(f"c-000000000{n}") for n in (1, 2))


@pytest.fixture
def excerpts(catalog: Catalog) -> list[Excerpt]:
    """Put two clips with three excerpts into the catalog."""
    with catalog.change() as change:
        for clip in (FIRST, SECOND):
            change.put(clip)
        return [
            change.put(_excerpt(change.new_id(Excerpt), clip, start))
            for clip, start in ((SECOND, 100), (FIRST, 900), (FIRST, 300))
        ]


def test_are_listed_by_clip_and_time(catalog: Catalog, excerpts: list[Excerpt]) -> None:
    """In the order in which they are told."""
    listed = list_excerpts(catalog, DAY)

    assert [excerpts[2], excerpts[1], excerpts[0]] == [one.excerpt for one in listed]
    assert excerpts[:1] == [
        one.excerpt for one in list_excerpts(catalog, DAY, SECOND.id)
    ]


def test_tell_what_became_of_them(catalog: Catalog, excerpts: list[Excerpt]) -> None:
    """Where it was shown, and what was made from it."""
    session = a_session()
    with catalog.change() as change:
        change.put(session)
        screening = change.put(a_screening(excerpt=excerpts[0].id))
    use = _use(catalog, excerpts[0])

    life = show_excerpt(catalog, excerpts[0].id, DAY)

    assert (excerpts[0], SECOND.id) == (life.excerpt, life.clip and life.clip.id)
    assert [screening] == [shown for shown, _session in life.screened]
    assert [use] == life.uses


def test_are_renamed(catalog: Catalog, excerpts: list[Excerpt]) -> None:
    """Times and words stay."""
    changed = edit_excerpt(catalog, excerpts[0].id, title="Le puits", day=DAY)

    assert ("Le puits", excerpts[0].range) == (changed.title, changed.range)
    assert changed == catalog.read().get(Excerpt, excerpts[0].id)


def test_are_removed(
    library: Library, catalog: Catalog, excerpts: list[Excerpt]
) -> None:
    """The clip stays."""
    remove_excerpt(library, catalog, excerpts[0].id, day=DAY)

    assert excerpts[1:] == catalog.read().all(Excerpt)
    assert 2 == len(catalog.read().all(Clip))
    with pytest.raises(ExcerptNotFound):
        remove_excerpt(library, catalog, excerpts[0].id, day=DAY)


def test_stay_where_they_were_shown(
    library: Library, catalog: Catalog, excerpts: list[Excerpt]
) -> None:
    """Which part a room saw is not forgotten, whoever insists."""
    with catalog.change() as change:
        change.put(a_session())
        change.put(a_screening(excerpt=excerpts[0].id))

    for with_history in (False, True):
        with pytest.raises(ExcerptLinked, match="screenings: 1, uses: 0"):
            remove_excerpt(
                library, catalog, excerpts[0].id, day=DAY, with_history=with_history
            )


def test_uses_outlive_them(
    library: Library, catalog: Catalog, excerpts: list[Excerpt]
) -> None:
    """What left stays recorded with its clip and times."""
    use = _use(catalog, excerpts[0])
    with pytest.raises(ExcerptLinked, match="screenings: 0, uses: 1"):
        remove_excerpt(library, catalog, excerpts[0].id, day=DAY)

    remove_excerpt(library, catalog, excerpts[0].id, day=DAY, with_history=True)

    assert [use] == catalog.read().all(Use)


def _excerpt(excerpt_id: str, clip: Clip, start: int) -> Excerpt:
    span = TimeRange(start, start + 50)
    return Excerpt(id=ExcerptId(excerpt_id), clip=clip.id, range=span)


def _use(catalog: Catalog, excerpt: Excerpt) -> Use:
    with catalog.change() as change:
        return change.put(
            Use(
                id=UseId(change.new_id(Use)),
                kind=UseKind.CUT,
                files=(),
                ranges=(UsedRange(excerpt.clip, excerpt.range, excerpt.id),),
            )
        )
