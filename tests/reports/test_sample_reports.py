"""Reports of the sample library, against figures worked out by hand.

Eleven clips, of which one is the recording of a consent. Moussa, who is heard alone
in the clip about the roads of Gao, withdrew in July 2025: what is coded there, one
clip sorted by roads, counts for nothing since.
"""

from mediakit.model.coded import Count
from tests.reports.reporting import AFTER, a_report, rows

GAO, MOPTI, TOMBOUCTOU, BAMAKO = (
    f"region:{name}" for name in ("gao", "mopti", "tombouctou", "bamako")
)
CAMP = "country:mr"


def test_clips_are_counted_by_theme_and_region() -> None:
    """Trust: one clip of Gao, two answers of Bamako; security holds the roads too."""
    report = a_report("theme-region")
    columns = ("theme", GAO, MOPTI, TOMBOUCTOU, BAMAKO, CAMP, "total")

    assert [
        ("anciens", 0, 0, 1, 0, 0, 1),
        ("jeunesse/ecole", 0, 1, 0, 0, 2, 3),
        ("jeunesse/travail", 0, 1, 0, 0, 0, 1),
        ("securite", 1, 0, 1, 2, 0, 4),
        ("securite/confiance", 1, 0, 0, 2, 0, 3),
        ("securite/routes", 0, 0, 1, 0, 0, 1),
        ("terre/betail-et-champs", 0, 0, 1, 0, 0, 1),
    ] == rows(report, "themes", *columns)
    assert ("All themes", None, 1, 2, 2, 2, 2, 9) == report.tables[0].footer


def test_what_was_not_withdrawn_yet_counts() -> None:
    """On the day before, the roads of Gao were one clip more."""
    report = a_report("theme-region", day="2025-06-30")

    assert ("securite/routes", 1, 2) in rows(report, "themes", "theme", GAO, "total")


def test_time_is_counted_once() -> None:
    """Awa and Salif coded the same 2,140 ms with trust; Salif 4,080 around Awa's."""
    report = a_report("theme-region", count=Count.TIME)
    found = {row[0]: row[1] for row in rows(report, "themes", "theme", "total")}

    assert {
        "anciens": 6480 - 4240,
        "jeunesse/ecole": 7728 - 5508,
        "jeunesse/travail": 0,
        "securite": 1900 + 2140 + 1680,
        "securite/confiance": 1900 + 2140,
        "securite/routes": 1680,
        "terre/betail-et-champs": 12208 - 8128,
    } == found


def test_codings_are_counted_each() -> None:
    """Trust: three clips sorted, two passages by Awa, one of these by Salif too."""
    report = a_report("theme-region", count=Count.CODINGS)

    assert ("securite/confiance", 6) in rows(report, "themes", "theme", "total")


def test_people_are_counted_by_sex() -> None:
    """Trust: Aminata and Rokia, and Boubacar; roads: a herder and a farmer."""
    found = rows(a_report("theme-sex"), "themes", "theme", "female", "male", "total")

    assert ("securite/confiance", 2, 1, 3) in found
    assert ("securite/routes", 0, 2, 2) in found
    assert ("jeunesse/ecole", 3, 0, 3) in found


def test_clips_are_counted_by_sort_of_session_and_month() -> None:
    """School: two clips and the answer at focus groups, all in March."""
    kinds = rows(a_report("theme-session"), "themes", "theme", "focus-group", "total")
    report = a_report("theme-time")
    months = rows(report, "themes", "theme", "2025-02", "2025-03", "2025-04")

    assert ("jeunesse/ecole", 3, 3) in kinds
    assert ("securite/confiance", 0, 3) not in kinds
    assert ("jeunesse/ecole", 0, 3, 0) in months
    assert ("securite/confiance", 1, 0, 2) in months


def test_themes_of_one_clip_occur_together() -> None:
    """Roads and cattle, in the clip of the herder and the farmer; at no one time."""
    pairs = rows(a_report("theme-theme"), "pairs", "first", "second", "both")

    assert [("securite/routes", "terre/betail-et-champs", 1)] == pairs
    assert () == a_report("theme-theme", count=Count.TIME).tables[0].rows


def test_targets_are_compared_with_what_was_held() -> None:
    """Ten focus groups in four regions are three, three, two and two."""
    report = a_report("missing")
    columns = ("region", "held", "target", "left")

    assert [
        ("Gao", 1, 3, 2),
        ("Mopti", 2, 3, 1),
        ("Tombouctou", 0, 2, 2),
        ("Bamako", 0, 2, 2),
        ("no region, MR", 1, None, None),
    ] == rows(report, "sessions-focus-group", *columns)
    assert ("Tombouctou", 0, 2, 1) in rows(
        report, "groups", "region", "female/36-60", "male/36-60", "60+"
    )


def test_who_withdrew_is_not_counted_among_those_heard() -> None:
    """Moussa was the one man of his age in Gao; on the day before, he was there."""
    before, after = (a_report("missing", day=day) for day in ("2025-06-30", AFTER))

    columns = ("region", "male/36-60")
    assert ("Gao", 1) in rows(before, "groups", *columns)
    assert ("Gao", 0) in rows(after, "groups", *columns)


def test_holes_are_told_from_groups_nobody_heard() -> None:
    """At Timbuktu no woman is heard at all; the old man, not on cattle."""
    report = a_report("missing")
    columns = ("theme", "region", "female/36-60", "male/36-60", "60+")

    assert ("terre/betail-et-champs", "Tombouctou", None, 2, 0) in rows(
        report, "holes", *columns
    )


def test_screenings_tell_places_and_people() -> None:
    """Five rooms, 15 + 9 + 34 + 13 + 120 people, five clips; five stayed at home."""
    report = a_report("screenings")

    assert ("All", None, None, None, None, 5, 191) == report.tables[0].footer
    assert [
        ("c-kagwr7hddp",),
        ("c-2xawphwg5g",),
        ("c-ncqh40sra6",),
        ("c-6syk7b54r0",),
        ("c-g4prs1sxwx",),
    ] == rows(report, "never-outside", "clip")
    assert ("c-cz1jqqn31v", 2, 15 + 34) in rows(
        report, "outside", "clip", "sessions", "people"
    )


def test_themes_are_followed_to_the_conference() -> None:
    """Trust: raised in Gao, validated in Timbuktu, first at the conference."""
    found = rows(
        a_report("theme-status"),
        "themes",
        *("theme", "raised", "validated", "prioritised", "rank", "to_validate"),
    )

    assert ("securite/confiance", 1, 1, 1, 1, "") in found
    assert ("jeunesse/ecole", 2, 0, 0, None, "Camp, Mopti") in found


def test_quotes_say_who_where_and_how_far_it_may_go() -> None:
    """Passages coded alike are one quote; strong ones come first."""
    found = rows(
        a_report("quotes"),
        "quotes",
        *("theme", "words", "said_by", "consent", "place", "coders", "strong"),
    )

    assert 7 == len(found)
    assert [
        ("Le manque de confiance nous divise.", "Aminata", "up to film", "Awa", "yes"),
        (
            "Je n'ai pas confiance dans les autorités.",
            *("Aminata", "up to film", "Awa, Salif", ""),
        ),
    ] == [
        (words, name, consent, coders, strong)
        for theme, words, name, consent, _place, coders, strong in found
        if theme == "securite/confiance"
    ]


def test_transcription_and_consent_are_summed_up() -> None:
    """Eleven machine transcripts; of eleven people one withdrew, one is not asked."""
    languages = a_report("transcription").tables[0]
    said = rows(a_report("consent"), "people", "consent", "people")
    people = {row[0]: row[1] for row in said}

    assert ("All", 11, 130_251, 0, 11, 0, 0, 0) == languages.footer
    assert (1, 1, 3) == (people["withdrawn"], people["not asked"], people["up to film"])
    assert ("film", 3, 0, 8) in rows(
        a_report("consent"), "open", "scope", "clips", "part", "closed"
    )
