"""What ``mediakit.toml`` may say of another tool's lists."""

import tomllib

import pytest

from mediakit.errors.base import Reason
from mediakit.model.form import Form, form_from
from mediakit.model.person import Sex
from mediakit.model.presence import Presence


def test_reads_columns_counts_meanings_and_the_order_of_dates() -> None:
    """As the documentation writes them."""
    said = tomllib.loads(
        """
        date = "group_a/date"
        date_order = "day-first"
        present = { "female/18-35" = "group_b/femmes" }
        values.kind = { fgd = "focus-group" }
        """
    )

    assert Form(
        columns={"date": "group_a/date"},
        present={
            "group_b/femmes": Presence(count=0, sex=Sex.FEMALE, age_group="18-35")
        },
        values={"kind": {"fgd": "focus-group"}},
        date_order="day-first",
    ) == form_from(said)


def test_who_was_present_may_stand_in_one_column() -> None:
    """Written as it is typed."""
    assert {"present": "qui"} == dict(form_from({"present": "qui"}).columns)


@pytest.mark.parametrize(
    "said",
    [
        {"colour": "x"},
        {"date": 3},
        {"date_order": "year-first"},
        {"date_order": ["day-first"]},
        {"present": {"nobody": "x"}},
        {"present": {"female": 3}},
        {"present": 3},
        {"values": "x"},
        {"values": {"colour": {}}},
        {"values": {"kind": {"fgd": 3}}},
    ],
)
def test_refuses_what_no_list_has(said: dict[str, object]) -> None:
    """A slip in the settings is told, not passed over."""
    with pytest.raises(TypeError) as refused:
        form_from(said)

    assert isinstance(refused.value.args[0], Reason)
