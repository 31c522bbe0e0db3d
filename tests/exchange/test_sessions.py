"""Lists of sessions: whatever a form calls things, and every mistake named."""

from datetime import date

import pytest

from mediakit.errors.spreadsheets import ColumnsNotFound, SpreadsheetUnreadable
from mediakit.exchange.as_csv import read, write
from mediakit.exchange.session_cells import CellUnusable, as_day
from mediakit.exchange.session_rows import ReadRow, read_sessions, session_cells
from mediakit.exchange.sheet import Cell
from mediakit.model.form import FIELDS, Form, form_from
from mediakit.model.ids import SessionId
from mediakit.model.person import Sex
from mediakit.model.presence import Presence
from mediakit.model.session import Session, SessionKind

WOMEN, MEN = Presence(count=6, sex=Sex.FEMALE), Presence(count=4, sex=Sex.MALE)


def rows(*lines: str, form: Form | None = None) -> list[ReadRow]:
    """Read lines of text with commas."""
    sheet = read("\n".join(lines).encode(), "a.csv")
    return list(read_sessions(sheet, form or Form(), "a.csv"))


def facts(*lines: str, form: Form | None = None) -> dict[str, object]:
    """Return what the one row says, which has no mistake."""
    (row,) = rows(*lines, form=form)
    assert () == row.problems
    return row.facts


def test_finds_columns_by_what_they_are_called_in_french() -> None:
    """With accents and capitals, or behind the groups of a form."""
    said = facts(
        "Titre,groupe_1/Région,Lieu,Langues,Facilitateurs,Participants",
        "Femmes de Gao,Gao,Bourem,fr bm,Awa Cissé; Moussa,12",
    )

    assert {
        "title": "Femmes de Gao",
        "region": "Gao",
        "place": "Bourem",
        "languages": ("fr", "bm"),
        "facilitators": ("Awa Cissé", "Moussa"),
        "people": 12,
    } == said


def test_an_end_that_several_columns_have_means_none_of_them() -> None:
    """Which of the two dates it is, somebody has to say."""
    assert {"title": "X"} == facts("title,a/date,b/date", "X,2026-03-01,2026-03-02")


def test_reads_a_form_of_kobotoolbox() -> None:
    """Columns by their groups, codes for answers, a column for each answer."""
    form = form_from(
        {
            "place": "g/lieu",
            "languages": "g/langues",
            "kind": "g/type",
            "present": {"female": "g/femmes", "male": "g/hommes"},
            "values": {
                "kind": {"fgd": "focus-group"},
                "place": {"1": "Gao"},
                "languages": {"bambara": "bm", "francais": "fr"},
            },
        }
    )

    said = facts(
        "_uuid,g/lieu,g/type,g/langues/bambara,g/langues/francais,g/femmes,g/hommes",
        "u1,1,fgd,1,0,6,4",
        form=form,
    )

    assert {
        "source": "u1",
        "title": "Gao",
        "place": "Gao",
        "kind": SessionKind.FOCUS_GROUP,
        "languages": ("bm",),
        "present": (WOMEN, MEN),
    } == said


def test_several_answers_stand_in_one_cell_too() -> None:
    """Codes with spaces between them, or labels with commas."""
    form = form_from(
        {
            "facilitators": "qui",
            "values": {"facilitators": {"awa": "Awa Cissé", "mo": "Moussa"}},
        }
    )

    assert ("Awa Cissé", "Moussa") == facts("place,qui", "Gao,awa mo", form=form)[
        "facilitators"
    ]
    assert ("Awa Cissé", "Old Ali") == facts(
        "place,qui", 'Gao,"awa, Old Ali"', form=form
    )["facilitators"]


@pytest.mark.parametrize(
    ("heading", "cell", "expected"),
    [
        ("femmes", "6", (WOMEN,)),
        ("women", "6.0", (WOMEN,)),
        ("present", "femmes=6; male=4", (WOMEN, MEN)),
        ("femmes", "0", None),
        ("m", "6", None),
        ("autre", "6", None),
        ("sexe/femme", "1", None),
    ],
)
def test_counts_who_was_present(
    heading: str, cell: str, expected: tuple[Presence, ...] | None
) -> None:
    """In columns that say whom they count, and in no others."""
    (row,) = rows(f"place,{heading}", f"Gao,{cell}")

    assert expected == row.facts.get("present")


def test_names_every_mistake_of_every_row() -> None:
    """Row, column and reason; what is right is read all the same."""
    found = rows(
        "title,date,kind,languages,people,women,id",
        "A,2026-02-30,party,bambara,ten,-1,x",
        "B,12/03/2026,,,3,4,",
        "C,2026-03-01,,,,,,too much",
        ",,,,5,,",
        "D,,,,,,",
    )

    assert [
        (2, ["date", "id", "kind", "languages", "people", "women"]),
        (3, ["date", "people"]),
        (4, ["-"]),
        (5, ["-"]),
        (6, []),
    ] == [
        (row.number, sorted(str(p.details["column"]) for p in row.problems))
        for row in found
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2026-03-01", "2026-03-01"),
        ("2026/3/1", "2026-03-01"),
        ("2026-03-01T10:12:00.000+00:00", "2026-03-01"),
        ("25/03/2026", "2026-03-25"),
        ("25.03.2026 10:12", "2026-03-25"),
        ("03/25/2026", "2026-03-25"),
        ("03-03-2026", "2026-03-03"),
        ("46082", "2026-03-01"),
        (46082, "2026-03-01"),
        (46082.5, "2026-03-01"),
        (date(2026, 3, 1), "2026-03-01"),
    ],
)
def test_reads_days_that_can_be_read_in_one_way(cell: Cell, expected: str) -> None:
    """As people, forms and Excel write them."""
    assert expected == as_day(cell, "")


@pytest.mark.parametrize(
    "cell",
    [
        "12/03/2026",
        "12/03/26",
        "2026-02-30",
        "31/31/2026",
        "1 mars",
        "99999",
        "0",
        True,
    ],
)
def test_refuses_days_that_are_none_or_two(cell: Cell) -> None:
    """Nobody's guess becomes a record."""
    with pytest.raises(CellUnusable):
        as_day(cell, "")


@pytest.mark.parametrize(
    ("order", "expected"),
    [("day-first", "2026-03-12"), ("month-first", "2026-12-03")],
)
def test_reads_the_others_as_somebody_said(order: str, expected: str) -> None:
    """Once, for all files."""
    assert expected == as_day("12/03/2026", order)


def test_refuses_a_file_without_a_column_that_was_named() -> None:
    """All that are missing are told, with those there are."""
    form = form_from({"date": "quand", "place": "lieu", "kind": "type"})

    with pytest.raises(ColumnsNotFound, match="quand, type") as refused:
        rows("lieu,x", "Gao,1", form=form)

    assert "lieu, x" == refused.value.details["found"]


def test_a_file_of_another_form_is_read_as_any() -> None:
    """The settings of one form do not stand in the way of other lists."""
    form = form_from({"date": "quand", "place": "where"})

    assert {"place": "Gao"} == {
        name: fact
        for name, fact in facts("lieu", "Gao", form=form).items()
        if name != "title"
    }


@pytest.mark.parametrize("headings", ["date,people", "", ","])
def test_refuses_a_file_that_names_no_session(headings: str) -> None:
    """Neither title, group, place nor community."""
    with pytest.raises(ColumnsNotFound):
        rows(headings, "2026-03-01,3")


def test_refuses_a_column_that_is_there_twice() -> None:
    """If it was named."""
    with pytest.raises(SpreadsheetUnreadable, match="twice"):
        rows("lieu,lieu", "Gao,Ber", form=form_from({"place": "lieu"}))


def test_what_is_written_is_read_again() -> None:
    """Every field of a session."""
    session = Session(
        id=SessionId("s-0000000001"),
        title="=Women",
        kind=SessionKind.INTERVIEW,
        date="2026-03-01",
        group="Women of Gao",
        community="Songhay",
        place="Gao",
        region="Gao",
        country="ML",
        languages=("fr", "ses"),
        facilitators=("Awa Cissé", "Moussa"),
        partner="Radio",
        people=12,
        present=(WOMEN, MEN),
        notes="One.\nTwo.",
        source="u1",
    )

    sheet = read(write(FIELDS, [session_cells(session)]), "a.csv")
    (row,) = read_sessions(sheet, Form(), "a.csv")

    assert () == row.problems
    assert {name: getattr(session, name) for name in FIELDS} == row.facts
