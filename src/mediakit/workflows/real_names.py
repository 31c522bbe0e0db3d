"""What people are really called: in a catalog of its own, apart from all the rest."""

import contextlib
from collections.abc import Iterator

from mediakit.catalog.catalog import Catalog, Change
from mediakit.errors.library import LibraryExists
from mediakit.library import Library
from mediakit.model.ids import PersonId
from mediakit.model.person import RealName


def real_names_of(library: Library) -> dict[PersonId, str]:
    """Return what people are really called, as far as somebody wrote it down."""
    if not library.real_names.exists():
        return {}
    records = Catalog(library.real_names, author="").read()
    return {one.id: one.name for one in records.all(RealName)}


def real_name(real_names: Catalog, person: PersonId) -> str:
    """Return what a person is really called, or nothing if nobody wrote it down."""
    if not real_names.path.exists():
        return ""
    known = {one.id: one.name for one in real_names.read().all(RealName)}
    return known.get(person, "")


@contextlib.contextmanager
def with_real_name(real_names: Catalog, person: PersonId, name: str) -> Iterator[None]:
    """Keep a real name beside what is done inside; if that fails, the one before.

    Args:
        real_names: The catalog of real names, which is made when it is first needed.
        person: Whose it is.
        name: The name; empty to forget it.
    """
    before = real_name(real_names, person)
    keep_real_name(real_names, person, name)
    try:
        yield
    except BaseException:
        keep_real_name(real_names, person, before)
        raise


def keep_real_name(real_names: Catalog, person: PersonId, name: str) -> None:
    """Keep what a person is really called; forget it if *name* is empty."""
    if name and not real_names.path.exists():
        with contextlib.suppress(LibraryExists):  # another program was first
            Catalog.create(real_names.path)
    if real_name(real_names, person) == name:
        return
    with real_names.change() as change:
        if name:
            change.put(RealName(id=person, name=name))
        else:
            _forget(change, person)


def _forget(change: Change, person: PersonId) -> None:
    if any(one.id == person for one in change.all(RealName)):
        change.remove(RealName, person)
