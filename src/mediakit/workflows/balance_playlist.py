"""Tell who and what is heard on a playlist, and who is missing."""

from mediakit.catalog.catalog import Records
from mediakit.model.balance import Balance, Trait, balance
from mediakit.settings import Settings
from mediakit.workflows.advise_showing import Room
from mediakit.workflows.tell_traits import tell_traits


def balance_playlist(
    records: Records, room: Room, settings: Settings
) -> tuple[Balance, ...]:
    """Return how the items share their time: by region, sex, age, language, theme.

    See `tell_traits` for who is heard, and who may be missing.
    """
    items = room.playlist.items
    traits = tell_traits(records, room.facts, settings)
    times = {item.code: traits.times((item.clip, item.range)) for item in items}
    return tuple(
        balance(
            trait,
            {code: values[trait] for code, values in times.items()},
            traits.expected[trait],
        )
        for trait in Trait
    )
