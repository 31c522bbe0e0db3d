"""What waits for a change to be on disk: names that files get, folders' places."""

import contextlib
import dataclasses
from collections.abc import Iterator

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.catalog import CatalogBusy
from mediakit.model.clip import Clip
from tests.builders import a_clip


def test_comes_after_the_records_and_before_anyone_else(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever dies in between, what is there is recorded."""
    monkeypatch.setattr("mediakit.catalog.catalog.PATIENCE", 0.05)
    other = Catalog(catalog.path, author="Moussa")
    seen: list[str] = []

    @contextlib.contextmanager
    def waiting() -> Iterator[None]:
        yield
        seen.extend(clip.id for clip in other.read().all(Clip))
        with pytest.raises(CatalogBusy), other.change():
            pass

    with catalog.change() as change:
        change.afterwards.enter_context(waiting())
        change.put(a_clip())

    assert ["c-0000000001"] == seen


def test_knows_that_nothing_was_recorded(catalog: Catalog) -> None:
    """What was made for a change that failed can go."""
    told: list[OSError] = []

    @contextlib.contextmanager
    def waiting() -> Iterator[None]:
        try:
            yield
        except OSError as error:
            told.append(error)
            raise

    def failing() -> None:
        with catalog.change() as change:
            change.afterwards.enter_context(waiting())
            change.put(a_clip())
            raise OSError("the disk")

    with pytest.raises(OSError, match="the disk"):
        failing()

    assert 1 == len(told)
    assert [] == catalog.read().all(Clip)


@pytest.mark.parametrize("is_in_vain", [True, False])
def test_records_are_taken_back_that_are_in_vain(
    catalog: Catalog, is_in_vain: bool
) -> None:
    """What waited for them failed; otherwise they stay, as they were said meanwhile."""

    @contextlib.contextmanager
    def failing() -> Iterator[None]:
        yield
        raise OSError("the disk")

    def change_in_vain() -> None:
        with catalog.change() as change:
            change.afterwards.enter_context(failing())
            change.is_in_vain = lambda: is_in_vain
            put = change.put(a_clip())
            change.until_then(dataclasses.replace(put, title="Begun"))

    with pytest.raises(OSError, match="the disk"):
        change_in_vain()

    found = Catalog(catalog.path, author="").read().all(Clip)
    assert ([] if is_in_vain else ["Begun"]) == [clip.title for clip in found]


def test_is_said_otherwise_until_it_is_over(catalog: Catalog) -> None:
    """Others, and what is left by a crash, see that it was only begun."""
    seen: list[Clip] = []

    @contextlib.contextmanager
    def looking() -> Iterator[None]:
        yield
        seen.extend(Catalog(catalog.path, author="").read().all(Clip))

    with catalog.change() as change:
        change.afterwards.enter_context(looking())
        put = change.put(a_clip())
        change.until_then(dataclasses.replace(put, title="Begun"))

    assert [put] == change.all_put(Clip)
    assert ["Begun"] == [clip.title for clip in seen]
    assert [put] == Catalog(catalog.path, author="").read().all(Clip)
