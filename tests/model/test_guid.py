"""GUIDs that stand for ids of ours."""

import uuid

from hypothesis import given
from hypothesis import strategies as st

from mediakit.model.guid import guid_of, id_of, named_guid, read_guid
from mediakit.model.ids import make_id


@given(st.sampled_from(["c", "k", "p", "th", "zz"]), st.integers(0, 2**50 - 1))
def test_an_id_comes_back_out_of_its_guid(letter: str, number: int) -> None:
    """In any library, without looking anything up."""
    id_ = make_id(letter, number)

    assert id_ == id_of(guid_of(id_))
    assert guid_of(id_) == read_guid(f"{{{guid_of(id_).upper()}}}")


@given(st.uuids())
def test_guids_of_others_stand_for_no_id(guid: object) -> None:
    """Nobody else's looks like ours."""
    assert "" == id_of(str(guid))
    assert "" == id_of(named_guid("a", str(guid)))


@given(st.lists(st.text()))
def test_a_named_guid_is_of_version_5(names: list[str]) -> None:
    """As any library makes it, only faster."""
    space = uuid.UUID("6d646b74-6964-8000-8000-000000000000")

    assert str(uuid.uuid5(space, "\0".join(names))) == named_guid(*names)


def test_an_id_that_a_newer_mediakit_made_has_a_guid_too() -> None:
    """It can be found again where the record is."""
    assert guid_of("k-1") == guid_of("k-1") != guid_of("k-2")
    assert "" == id_of(guid_of("k-1"))
    assert "" == read_guid("not one")
