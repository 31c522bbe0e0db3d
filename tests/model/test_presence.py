"""People in a room, as they are typed and written."""

import pytest

from mediakit.errors.typed import PresenceNotUnderstood
from mediakit.model.person import Sex
from mediakit.model.presence import (
    Presence,
    format_presence,
    parse_presence,
    total,
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("female/18-35=6", Presence(count=6, sex=Sex.FEMALE, age_group="18-35")),
        ("Femmes / 18-35 = 6", Presence(count=6, sex=Sex.FEMALE, age_group="18-35")),
        ("hommes=4", Presence(count=4, sex=Sex.MALE)),
        ("other=1", Presence(count=1, sex=Sex.OTHER)),
        ("60+=3", Presence(count=3, age_group="60+")),
        ("/youth=3", Presence(count=3, age_group="youth")),
        ("female/youth=3", Presence(count=3, sex=Sex.FEMALE, age_group="youth")),
        ("12", Presence(count=12)),
        ("=12", Presence(count=12)),
    ],
)
def test_reads_what_people_type(typed: str, expected: Presence) -> None:
    """Sex, age group, both or neither, in English or French."""
    assert expected == parse_presence(typed)


@pytest.mark.parametrize(
    "typed",
    ["", "female", "female=", "female=-1", "female=six", "femal=6", "young/f=6"],
)
def test_refuses_what_counts_nobody(typed: str) -> None:
    """A slip of the finger is no age group."""
    with pytest.raises(PresenceNotUnderstood):
        parse_presence(typed)


@pytest.mark.parametrize(
    "typed", ["female/18-35=6", "male=4", "/18-35=2", "other/youth=1", "12"]
)
def test_writes_what_it_reads(typed: str) -> None:
    """A count comes back as it was."""
    presence = parse_presence(typed)

    assert presence == parse_presence(format_presence(presence))


def test_adds_people_up() -> None:
    """Whoever they are."""
    assert 9 == total([parse_presence("female=5"), parse_presence("18-35=4")])
