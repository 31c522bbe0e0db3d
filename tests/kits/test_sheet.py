"""What a run sheet says: times that add up, every language, nothing left out."""

from dataclasses import replace

from mediakit.errors.base import Reason, Reasons
from mediakit.kits.sheet import clock, sheet_of
from tests.kits.plans import PLAN, ROAD, WELL


def test_times_add_up() -> None:
    """Each begins when what is before it was watched and talked about."""
    sheet = sheet_of(replace(PLAN, items=(WELL, ROAD, WELL)))

    assert ["0:00", "9:23", "15:24"] == [one.begins for one in sheet.entries]
    assert [("1:23", "8:00"), ("1:01", "5:00")] == [
        (one.lasts, one.pause) for one in sheet.entries[:2]
    ]
    assert {"3:48", "21:00", "24:48"} <= {value for _name, value in sheet.facts}


def test_no_time_for_talking_is_said_as_nothing() -> None:
    """A nought would be read as one."""
    [entry] = sheet_of(replace(PLAN, items=(replace(ROAD, pause=0),))).entries

    assert "" == entry.pause
    assert ["1:00", "0:00", "1:00:00"] == [clock(t) for t in (59_600, 400, 3_600_000)]


def test_is_written_in_every_language() -> None:
    """That of the kit first, then those it offers, then any other."""
    entry = sheet_of(PLAN).entries[0]

    assert ["fr", "ar", "en"] == [one.language for one in entry.questions]
    assert ["ltr", "rtl", "ltr"] == [one.direction for one in entry.questions]
    assert ["fr", "en"] == [one.language for one in entry.titles]


def test_is_known_by_its_title_or_its_question() -> None:
    """In a list of all, none is a blank if there is anything to call it by."""
    asked = replace(WELL, titles={})
    entries = sheet_of(replace(PLAN, items=(WELL, asked, ROAD))).entries

    known = [[text.text for text in one.known_by] for one in entries]
    assert [[WELL.titles["fr"]], [WELL.questions["fr"]], []] == known


def test_speaks_the_language_of_the_kit() -> None:
    """Or the next of its languages that has texts, and English if none has."""
    french, both, bambara = (
        sheet_of(replace(PLAN, language=tags[0], languages=tags))
        for tags in (("fr-ML", "en"), ("bm", "fr"), ("bm", "ar"))
    )

    said = [one.words["notes"] for one in (french, both, bambara)]
    assert ["Pour vous", "Pour vous", "For you"] == said
    assert "L\u2019eau" == both.entries[0].themes[0]


def test_each_caution_is_a_sentence_of_its_own() -> None:
    """However they are handed over."""
    each = Reason("{count} people are seen", count=3), Reason("Somebody weeps")
    cautions = (Reasons(*each), "Third")
    [entry] = sheet_of(replace(PLAN, items=(replace(WELL, cautions=cautions),))).entries

    assert ("3 people are seen", "Somebody weeps", "Third") == entry.cautions
