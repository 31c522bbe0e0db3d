"""Note who was given something that was made, so that it can be taken back."""

from dataclasses import replace

from mediakit.catalog.catalog import Catalog
from mediakit.model.use import Use


def give_use(catalog: Catalog, typed: str, recipient: str) -> Use:
    """Note another recipient of a use; those before stay.

    Raises:
        UseNotFound: No use has this id.
    """
    with catalog.change() as change:
        use = change.find(Use, typed)
        if recipient in use.holders:
            return use
        return change.put(replace(use, given=(*use.given, recipient)))
