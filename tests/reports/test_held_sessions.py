"""A hundred focus groups in eight regions: what was held, and what is missing."""

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.group import fold_name
from mediakit.model.ids import PersonId
from mediakit.model.person import Person, Sex
from mediakit.model.session import SessionKind
from tests.builders import a_clip, a_session
from tests.codebooks import a_coding, a_theme
from tests.consents import agree, put_voice
from tests.reports.reporting import a_report, rows

REGIONS = (
    "Bamako",
    "Gao",
    "Kidal",
    "Ménaka",
    "Mopti",
    "Ségou",
    "Taoudénit",
    "Tombouctou",
)
HELD = {"Gao": 15, "Mopti": 3, "Ségou": 12}


@pytest.fixture(autouse=True)
def _thirty_were_held(library: Library, catalog: Catalog) -> None:
    names = ", ".join(f'"{name}"' for name in REGIONS)
    library.settings_file.write_text(
        f"regions = [{names}]\n"
        '[targets]\ngroups = ["female/18-35", "male"]\n'
        "[targets.sessions]\nfocus-group = 100\n",
        "utf-8",
    )
    with catalog.change() as change:
        number = 0
        for region, held in HELD.items():
            for _meeting in range(held):
                number += 1
                # facilitators write as they like
                change.put(a_session(f"s-{number:010d}", region=region.upper()))
        change.put(a_session("s-x", region="Kidal", kind=SessionKind.INTERVIEW))


def test_what_is_left_is_the_target_without_what_was_held(library: Library) -> None:
    """100 are 13 in four regions and 12 in four; Gao held two more than its share."""
    found = rows(
        a_report("missing", root=library.root),
        *("sessions-focus-group", "region", "held", "target", "left"),
    )

    assert [
        ("Bamako", 0, 13, 13),
        ("Gao", 15, 13, 0),
        ("Kidal", 0, 13, 13),
        ("Ménaka", 0, 13, 13),
        ("Mopti", 3, 12, 9),
        ("Ségou", 12, 12, 0),
        ("Taoudénit", 0, 12, 12),
        ("Tombouctou", 0, 12, 12),
    ] == found


def test_all_regions_come_to_the_target(library: Library) -> None:
    """Two too many in Gao make up for none elsewhere: 72 are left, not 70."""
    report = a_report("missing", root=library.root)

    assert ("All", 30, 100, 72) == report.tables[0].footer


def test_holes_name_the_group_the_region_and_the_theme(
    library: Library, catalog: Catalog
) -> None:
    """In Gao a woman spoke of water, a man of nothing; in Mopti nobody is known."""
    with catalog.change() as change:
        change.put(a_clip("c-1", session="s-0000000001"))
        change.put(a_coding("k-1", change.put(a_theme("water")), (0, 5000), clip="c-1"))
        people = [
            change.put(
                Person(id=PersonId("p-1"), name="A", sex=Sex.FEMALE, age_group="18-35")
            ),
            change.put(Person(id=PersonId("p-2"), name="B", sex=Sex.MALE)),
        ]
    for person, part in zip(people, ((0, 9000), (9000, 20000)), strict=True):
        put_voice(catalog, a_clip("c-1").id, person, part)
        agree(catalog, person)

    report = a_report("missing", root=library.root, day="2026-03-01")

    columns = ("region", "female/18-35", "male")
    assert [("GAO", 1, 0), ("KIDAL", None, None)] == [
        (str(region).upper(), *cells)
        for region, *cells in rows(report, "holes", *columns)
        if fold_name(str(region)) in {"gao", "kidal"}
    ]
    assert ("Gao", 1, 1) in rows(report, "groups", *columns)
    assert ("Mopti", 0, 0) in rows(report, "groups", *columns)
