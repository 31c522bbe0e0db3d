"""Who is heard on a playlist."""

from dataclasses import replace

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.balance import Trait
from mediakit.model.coding import Coding
from mediakit.model.ids import CodingId, ThemeId
from mediakit.model.person import Sex
from mediakit.model.theme import Theme
from tests.builders import a_session, an_item
from tests.codebooks import a_coding, a_theme
from tests.consents import put_person, put_voice
from tests.playlists import (
    FIRST,
    SECOND,
    check,
    put_two_clips,
)


@pytest.fixture(autouse=True)
def _two_clips(library: Library, catalog: Catalog) -> None:
    put_two_clips(library, catalog)


def test_who_is_heard_is_told(library: Library, catalog: Catalog) -> None:
    """By the voices, or where it was recorded; who is missing, who is unknown."""
    oumar = put_person(catalog, "Oumar")
    old = put_person(catalog, "Sidi")
    theme = Theme(id=ThemeId("th-0000000001"), path="securite/routes", labels={})
    with catalog.change() as change:
        change.put(replace(oumar, sex=Sex.MALE, age_group="18-35", region="Mopti"))
        change.put(replace(old, age_group="60+"))
        change.put(theme)
        change.put(replace(theme, id=ThemeId("th-0000000002"), path="terre"))
        change.put(a_session("s-0000000009", region="Gao"))
        change.put(replace(SECOND, session=a_session("s-0000000009").id))
        change.put(Coding(id=CodingId("k-0000000001"), clip=FIRST.id, theme=theme.id))
    put_voice(catalog, FIRST.id, oumar, (0, 1000))

    checked = check(library, catalog, an_item(), an_item("D4D", clip=SECOND.id))

    found = {
        one.trait.value: (one.heard, one.missing, one.unknown)
        for one in checked.balance
    }
    assert {
        "region": ({"Mopti": 2000, "Gao": 2000}, (), ()),
        "sex": ({"male": 2000}, ("female",), ("D4D",)),
        "age-group": ({"18-35": 2000}, ("60+",), ("D4D",)),
        "language": ({"fr": 4000}, ("bm",), ()),
        "theme": ({"securite": 2000}, ("terre",), ("D4D",)),
    } == found


def test_themes_are_those_of_the_codebook(library: Library, catalog: Catalog) -> None:
    """One that was merged counts as the one it became; archived ones are not missed."""
    peace, war = a_theme("peace"), a_theme("war", merged_into="th-peace")
    with catalog.change() as change:
        for theme in (peace, war, a_theme("land"), a_theme("old", archived=True)):
            change.put(theme)
        change.put(a_coding("k-1", war, clip=FIRST.id))

    [themes] = [
        one for one in check(library, catalog).balance if one.trait is Trait.THEME
    ]

    assert ({"peace": 2000}, ("land",)) == (themes.heard, themes.missing)
