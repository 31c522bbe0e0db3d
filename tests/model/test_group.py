"""Whether two sessions are meetings of the same group."""

from dataclasses import replace
from typing import Any

import pytest

from mediakit.model.group import is_same_group
from tests.builders import a_session

ONE = a_session("s-0000000001", place="Gao")
OTHER = a_session("s-0000000002", place="")


# Any: the fields of a session
@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"group": "Women"}, {"group": " women"}, True),
        ({"group": "Women"}, {"group": "Youth", "place": "Gao"}, False),
        ({"group": "Women"}, {"place": "Gao"}, False),
        ({}, {"place": "gao"}, True),
        ({}, {"place": "Mopti"}, False),
        ({"community": "Bozo"}, {"place": "Gao"}, False),
        ({"place": ""}, {}, False),
        ({"place": "", "community": "Bozo"}, {"community": "bozo"}, True),
    ],
)
def test_groups_go_by_name_else_by_place_and_community(
    one: dict[str, Any], other: dict[str, Any], *, same: bool
) -> None:
    """What is not known is not taken for the same."""
    here, there = replace(ONE, **one), replace(OTHER, **other)

    assert (same, same) == (is_same_group(here, there), is_same_group(there, here))


def test_a_session_is_of_its_own_group() -> None:
    """Even if nothing is known of it."""
    assert is_same_group(OTHER, OTHER)
