"""Reports of some sessions of the sample library, against figures worked out by hand.

Sessions: Gao in February, Mopti in February and on 28 March, the camp on 7 March,
Timbuktu on 20 March, Bamako on 11 April.
"""

import pytest

from mediakit.errors.reports import ReportWishIdle
from mediakit.errors.typed import RangeReversed
from mediakit.model.coded import Count
from mediakit.model.session import SessionKind
from mediakit.model.session_filter import Filter
from tests.reports.reporting import a_report, rows

MARCH = Filter(first="2025-03-01", last="2025-03-31")


def test_a_time_leaves_out_what_was_recorded_before_and_after() -> None:
    """In March: school three times, and trust, of February and April, not once."""
    report = a_report("theme-region", sessions=MARCH)

    found = rows(report, "themes", "theme", "total")
    assert {("jeunesse/ecole", 3), ("securite/confiance", 0)} <= {*found}
    assert ("Only sessions from 2025-03-01 to 2025-03-31.",) == report.limits


def test_a_region_has_no_columns_of_others() -> None:
    """However it is written."""
    report = a_report("theme-region", sessions=Filter(region="  GAO"))

    assert ("securite/confiance", 1, 1) in rows(
        report, "themes", "theme", "region:gao", "total"
    )
    assert ["theme", "label", "region:gao", "total"] == [
        column.name for column in report.tables[0].columns
    ]


def test_targets_of_a_region_are_its_share() -> None:
    """Three of ten, in Gao; and those of all years are compared with any of them."""
    gao = a_report("missing", sessions=Filter(region="Gao"))
    march = a_report("missing", sessions=MARCH)
    columns = ("sessions-focus-group", "region", "held", "target", "left")

    assert [("Gao", 1, 3, 2)] == rows(gao, *columns)
    assert ("Mopti", 1, 3, 2) in rows(march, *columns)
    assert "The target is for all years together." in march.tables[0].notes


def test_a_sort_of_session_has_its_own_target() -> None:
    """The sample library has none for gatherings."""
    sort = Filter(kind=SessionKind.REGIONAL_GATHERING)

    report = a_report("missing", sessions=sort)

    [held] = [one for one in report.tables if one.name.startswith("sessions-")]
    assert ("sessions-regional-gathering", 1) == (held.name, held.footer[1])


def test_screenings_of_a_time_are_those_held_then() -> None:
    """March: 9 at the camp, 34 in Timbuktu, 13 in Mopti."""
    report = a_report("screenings", sessions=MARCH)

    assert ("All", None, None, None, None, 3, 9 + 34 + 13) == report.tables[0].footer


def test_a_clip_shown_later_was_shown_outside() -> None:
    """The women of the camp, recorded in March, were shown in Bamako in April."""
    never = rows(a_report("screenings", sessions=MARCH), "never-outside", "clip")

    assert ("c-1b589fg9cn",) not in never
    assert ("c-kagwr7hddp",) in never


def test_what_was_decided_elsewhere_counts() -> None:
    """Trust was raised in Gao; others validated it, so Gao has nothing left to do."""
    found = rows(
        a_report("theme-status", sessions=Filter(region="Gao")),
        *("themes", "theme", "raised", "validated", "to_validate"),
    )

    assert ("securite/confiance", 1, 0, "") in found
    assert ("securite/routes", 1, 0, "Gao") in found


def test_consent_and_transcription_are_of_those_clips() -> None:
    """In Gao, two clips of two people, of whom Moussa withdrew."""
    gao = Filter(region="Gao")

    people = a_report("consent", sessions=gao).tables[0]
    languages = a_report("transcription", sessions=gao).tables[0]

    assert (("All", 2), ("withdrawn", 1)) == (people.footer, people.rows[-1])
    assert 2 == languages.footer[1]


def test_a_wish_that_changes_nothing_is_refused() -> None:
    """With the reports that it would change."""
    with pytest.raises(ReportWishIdle, match=r"--count.*theme-region"):
        a_report("consent", count=Count.TIME, strong=True)


def test_a_time_that_ends_before_it_begins_is_refused() -> None:
    """As everywhere."""
    with pytest.raises(RangeReversed):
        a_report("consent", sessions=Filter(first="2025-03-02", last="2025-03-01"))
