"""Keep searches under names, to make them again as the library grows."""

from collections.abc import Mapping

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.search import SavedSearchNotFound
from mediakit.model.group import fold_name, is_same_name
from mediakit.model.ids import SearchId
from mediakit.model.saved_search import SavedSearch


def save_search(
    catalog: Catalog, name: str, words: str, options: Mapping[str, str]
) -> SavedSearch:
    """Keep a search under a name; what was kept under it before is replaced."""
    with catalog.change() as change:
        before = _called(change, name)
        id_ = before.id if before else SearchId(change.new_id(SavedSearch))
        return change.put(
            SavedSearch(id=id_, name=name, words=words, options=dict(options))
        )


def find_search(records: Records, name: str) -> SavedSearch:
    """Return the search that is kept under a name.

    Raises:
        SavedSearchNotFound: There is none.
    """
    found = _called(records, name)
    if found is None:
        raise SavedSearchNotFound(name=name)
    return found


def list_searches(records: Records) -> list[SavedSearch]:
    """Return the searches that are kept, by name."""
    return sorted(records.all(SavedSearch), key=lambda one: fold_name(one.name))


def drop_search(catalog: Catalog, name: str) -> SavedSearch:
    """Keep a search no longer.

    Raises:
        SavedSearchNotFound: There is none of this name.
    """
    with catalog.change() as change:
        found = find_search(change, name)
        change.remove(SavedSearch, found.id)
        return found


def _called(records: Records, name: str) -> SavedSearch | None:
    # two laptops may have kept one name each: the older one counts
    found = (one for one in records.all(SavedSearch) if is_same_name(one.name, name))
    return next(found, None)
