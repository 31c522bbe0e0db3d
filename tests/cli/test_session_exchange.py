"""``mediakit session import`` and ``export``, and the filters they share with list."""

import hashlib
import json
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.exchange.as_xlsx import read
from mediakit.library import Library
from mediakit.model.session import Session, SessionKind
from mediakit.model.use import Use, UseKind
from tests.builders import a_session
from tests.conftest import Run, saved

GAO, MOPTI, CAMP = "s-0000000001", "s-0000000002", "s-0000000003"
FRENCH = "Titre;Date;Lieu;Région\r\nFemmes de Kidal;25/03/2026;Kidal;Kidal\r\n"


@pytest.fixture
def _three(catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(a_session(GAO, region="Gao", community="Songhay", group="Women"))
        change.put(a_session(MOPTI, region="Mopti", place="Mopti", date="2026-05-01"))
        change.put(
            a_session(
                CAMP, title="Camp", place="Mbera", date="", kind=SessionKind.INTERVIEW
            )
        )


@pytest.mark.usefixtures("_three")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), [CAMP, GAO, MOPTI]),
        (("--region", "gao"), [GAO]),
        (("--place", "MBERA"), [CAMP]),
        (("--group", "women"), [GAO]),
        (("--community", "songhay"), [GAO]),
        (("--kind", "interview"), [CAMP]),
        (("--from", "2026-03-02"), [MOPTI]),
        (("--to", "2026-05-01"), [GAO, MOPTI]),
        (("--from", "2026-03-01", "--to", "2026-03-01"), [GAO]),
        (("--region", "Kayes"), []),
    ],
)
def test_lists_the_sessions_that_are_meant(
    run: Run, words: tuple[str, ...], expected: list[str]
) -> None:
    """Names in any case; those without a date are on no day."""
    out = run("session", "list", *words, "--json")[1]

    assert expected == [item["session"]["id"] for item in json.loads(out)]


def test_who_was_present_is_counted_and_told(run: Run, catalog: Catalog) -> None:
    """The total is theirs, unless somebody counted more."""
    made = json.loads(
        run("session", "add", "A", "--present", "femmes/18-35=6", "--json")[1]
    )
    told = run("session", "show", made["id"])[1]
    run("session", "edit", made["id"], "--people", "9", "--group", "Women")
    run("session", "edit", made["id"], "--present", "female=7", "--present", "male=2")
    edited = catalog.read().get(Session, made["id"])
    run("session", "edit", made["id"], "--present", "")

    assert "People: 6 (6 women 18-35)" in told
    assert (9, 2, "Women") == (edited.people, len(edited.present), edited.group)
    assert () == catalog.read().get(Session, made["id"]).present


def test_reads_what_a_french_excel_writes(
    run: Run, catalog: Catalog, tmp_path: Path
) -> None:
    """It says how it read it, and takes it in once."""
    path = tmp_path / "séances.csv"
    path.write_bytes(FRENCH.encode("cp1252"))

    status, out, err = run("session", "import", str(path))
    again = run("session", "import", str(path))[1]

    (session,) = catalog.read().all(Session)
    assert ("Femmes de Kidal", "2026-03-25") == (session.title, session.date)
    assert 0 == status
    assert f"2  {session.id}  added" in out
    assert f"2  {session.id}  there already" in again
    assert "Read as cp1252, with ';' between the cells.\n" == err


def test_names_every_bad_row_and_takes_the_others(run: Run, tmp_path: Path) -> None:
    """In a sentence each; as JSON with row, column and reason."""
    path = tmp_path / "a.csv"
    path.write_text("title,date,people\nA,12/03/2026,x\nB,2026-03-01,3\n", "utf-8")

    dry = run("session", "import", str(path), "--dry-run")
    status, out, err = run("session", "import", str(path), "--json")

    document = json.loads(out)
    assert (3, 3) == (dry[0], status)
    assert "Not imported: Row 2, column date: 12/03/2026 may be two days" in dry[2]
    assert "Nothing was changed." in dry[2]
    assert ["date", "people"] == [
        problem["details"]["column"] for problem in document["refused"]
    ]
    assert [("B", "added")] == [
        (row["session"]["title"], row["how"]) for row in document["rows"]
    ]
    assert "1 of 2 could not be done" in err


def test_settings_say_what_the_columns_of_a_form_mean(
    run: Run, library: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """Columns, codes of answers, and the order of day and month."""
    with library.settings_file.open("a", encoding="utf-8") as file:
        file.write(
            '\n[import.sessions]\ndate = "g/quand"\nplace = "g/ou"\n'
            'date_order = "day-first"\nvalues.place = { "1" = "Gao" }\n'
        )
    path = tmp_path / "kobo.csv"
    path.write_text("g/quand,g/ou,_uuid\n12/03/2026,1,u1\n", "utf-8")

    assert 0 == run("session", "import", str(path))[0]

    (session,) = catalog.read().all(Session)
    assert ("2026-03-12", "Gao", "u1") == (session.date, session.place, session.source)


@pytest.mark.usefixtures("_three")
def test_an_export_is_recorded_and_can_be_imported(
    run: Run, library: Library, catalog: Catalog
) -> None:
    """With its hash, and for whom; nothing is new when it comes back."""
    status, out, _err = run(
        *("session", "export", "--as", "xlsx", "--region", "Gao"),
        *("--recipient", "Ministry", "--json"),
    )

    path = Path(json.loads(out)["path"])
    (use,) = catalog.read().all(Use)
    assert 0 == status
    assert (UseKind.DATA, "Ministry", ()) == (use.kind, use.recipient, use.ranges)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == use.files[0].sha256
    assert library.resolve(use.files[0].path) == path
    assert 1 == len(read(path.read_bytes(), path.name).rows)
    assert "there already" in run("session", "import", str(path))[1]


@pytest.mark.usefixtures("_three")
@pytest.mark.parametrize(
    ("content", "words", "status"),
    [
        (b"a;b\n1;2\n", (), 190),
        (b"\0\1\2", (), 188),
        (b"PK\x03\x04", (), 188),
        (b"title\nA\n", ("--sheet",), 2),
        (b"title\n" + b"A\n" * 100_001, (), 189),
        (b"title\n" + b" " * 33_000_000, (), 189),
    ],
)
def test_refuses_a_file_and_changes_nothing(
    run: Run,
    library: Library,
    tmp_path: Path,
    content: bytes,
    words: tuple[str, ...],
    status: int,
) -> None:
    """Each reason has its status."""
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    before = saved(library)

    answered, out, _err = run("session", "import", str(path), *words)

    assert (status, "") == (answered, out)
    assert before == saved(library)


@pytest.mark.usefixtures("_three")
def test_an_export_never_takes_the_place_of_a_file(run: Run, tmp_path: Path) -> None:
    """One that is there stays."""
    path = tmp_path / "a.csv"
    path.write_text("mine")

    status = run("session", "export", "--as", "csv", "--output", str(path))[0]

    assert (43, "mine") == (status, path.read_text())
