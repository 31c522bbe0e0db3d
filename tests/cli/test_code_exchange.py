"""Coded passages as tables and tiers, both ways."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.model.coding import Coding
from mediakit.model.timecode import TimeRange
from mediakit.model.use import Use
from tests.builders import a_clip
from tests.codebooks import a_coding, a_theme
from tests.conftest import Run
from tests.consents import put_person, put_voice, withdraw

GAO = "c-0000000001"
PEACE = a_theme("peace", id="th-0000000001")
FORMULA = "=HYPERLINK(1)"


@pytest.fixture(autouse=True)
def _codings(catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(a_clip(GAO))
        change.put(PEACE)
        change.put(a_coding("k-0000000001", PEACE, (413, 1700), memo=FORMULA))
        change.put(a_coding("k-0000000002", PEACE, (1000, 3000), by="Ali", strong=True))
        change.put(a_coding("k-0000000003", PEACE))


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_a_table_comes_back_as_it_went(
    run: Run, catalog: Catalog, tmp_path: Path, name: str
) -> None:
    """In a library that has lost its codings; once only."""
    path = tmp_path / f"a.{name}"
    run("code", "export", "--as", name, "--output", str(path))
    before = _meant(catalog)
    with catalog.change() as change:
        for one in change.all(Coding):
            change.remove(Coding, one.id)

    first = run("code", "import", str(path))
    again = json.loads(run("code", "import", str(path), "--json")[1])

    assert 0 == first[0]
    assert before == _meant(catalog)
    assert {"known"} == {row["how"] for row in again["rows"]}


def test_no_formula_leaves_in_a_table(run: Run, tmp_path: Path) -> None:
    """A spreadsheet program takes it for a text."""
    path = tmp_path / "a.csv"
    run("code", "export", "--as", "csv", "--output", str(path))

    rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))

    assert ["", f"'{FORMULA}", ""] == [row["memo"] for row in rows]


@pytest.mark.parametrize("name", ["csv", "xlsx"])
@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t=", "'="])
def test_what_looks_like_a_formula_comes_back_as_it_was(
    run: Run, catalog: Catalog, tmp_path: Path, name: str, begin: str
) -> None:
    """Of a table from here, or from elsewhere, it is a text."""
    said = f"{begin}1+1"
    with catalog.change() as change:
        change.put(a_coding("k-0000000001", PEACE, (413, 1700), memo=said))
    path = tmp_path / f"a.{name}"
    run("code", "export", "--as", name, "--output", str(path))
    with catalog.change() as change:
        change.remove(Coding, "k-0000000001")

    run("code", "import", str(path))

    memos = [one.memo for one in catalog.read().all(Coding) if one.memo]
    assert [said.strip()] == memos


def test_what_a_table_says_otherwise_is_changed_only_if_told_so(
    run: Run, catalog: Catalog, tmp_path: Path
) -> None:
    """The coding is known by its id."""
    path = tmp_path / "a.csv"
    path.write_text(
        f"coding,clip,theme,start,end,coder,memo\n"
        f"k-0000000001,{GAO},peace,0:00.500,0:01.700,Awa,Hers\n"
    )

    left = run("code", "import", str(path))
    before = catalog.read().get(Coding, "k-0000000001")
    run("code", "import", str(path), "--update")
    after = catalog.read().get(Coding, "k-0000000001")

    assert "range, memo" in left[1]
    assert TimeRange(413, 1700) == before.range
    assert (TimeRange(500, 1700), "Hers") == (after.range, after.memo)


def test_every_mistake_is_named_and_the_rest_is_taken(
    run: Run, catalog: Catalog, tmp_path: Path
) -> None:
    """A clip, a theme, times, and what is neither yes nor no."""
    path = tmp_path / "a.csv"
    path.write_text(
        "clip;thème;début;fin;fort\n"
        f"{GAO};peace;0:04;0:05;oui\n"
        "c-9;peace;0:01;0:02;\n"
        f"{GAO};war;0:01;0:02;\n"
        f"{GAO};peace;0:02;0:01;\n"
        f"{GAO};peace;0:01;9:00;\n"
        f"{GAO};peace;soon;0:02;perhaps\n",
    )

    status, _out, err = run("code", "import", str(path))

    assert 3 == status
    assert [3, 4, 5, 6, 7, 7, 7] == [
        int(line.split("Row ")[1].split(",")[0])
        for line in err.splitlines()
        if "Row " in line
    ]
    assert "the id c-9." in err
    assert "are called war." in err
    assert TimeRange(4000, 5000) in [one.range for one in catalog.read().all(Coding)]


def test_a_table_of_something_else_is_not_one_of_sessions(
    run: Run, tmp_path: Path
) -> None:
    """What to do about its columns is said of codings."""
    path = tmp_path / "a.csv"
    path.write_text("name,date\nGao,2026-03-01\n")

    status, _out, err = run("code", "import", str(path))

    assert 190 == status
    assert "name its columns as 'mediakit code export' does" in err
    assert "sessions" not in err


def test_tiers_come_back_as_they_went(
    run: Run, catalog: Catalog, tmp_path: Path
) -> None:
    """Passages that overlap, and who coded them; whole clips are listed as lost."""
    path = tmp_path / "a.eaf"
    told = run("code", "export", "--as", "elan", "--clip", GAO, "--output", str(path))
    with catalog.change() as change:
        for one in change.all(Coding):
            change.remove(Coding, one.id)

    run("code", "import", str(path), "--clip", GAO)

    assert "codings of the whole clip: 1" in told[2]
    assert "that a quote is strong: 1" in told[2]
    assert {
        (TimeRange(413, 1700), "Awa", FORMULA),
        (TimeRange(1000, 3000), "Ali", ""),
    } == {(one.range, one.coded_by, one.memo) for one in catalog.read().all(Coding)}


def test_elan_itself_would_read_the_tiers(run: Run, tmp_path: Path) -> None:
    """As a library of others does."""
    from pympi import Eaf

    path = tmp_path / "a.eaf"
    run("code", "export", "--as", "elan", "--clip", GAO, "--output", str(path))

    tiers = Eaf(str(path))

    assert ["peace", "peace #2"] == sorted(tiers.get_tier_names())
    assert [(1000, 3000, "peace")] == tiers.get_annotation_data_for_tier("peace")


@pytest.mark.parametrize("name", ["csv", "elan", "ohms"])
def test_passages_of_who_withdrew_do_not_leave(
    run: Run, catalog: Catalog, tmp_path: Path, name: str
) -> None:
    """Nothing of them, and nothing that was recorded as leaving."""
    mariam = put_person(catalog)
    put_voice(catalog, a_clip(GAO).id, mariam)
    withdraw(catalog, mariam)
    path = tmp_path / "a"

    told = run("code", "export", "--as", name, "--clip", GAO, "--output", str(path))

    assert 171 == told[0]
    assert not path.exists()
    assert [] == catalog.read().all(Use)


def test_what_is_noted_of_who_withdrew_is_not_told(
    run: Run, catalog: Catalog, tmp_path: Path
) -> None:
    """A row that is known tells what the catalog has."""
    path = tmp_path / "a.csv"
    path.write_text(f"coding,clip,theme\nk-0000000001,{GAO},peace\n")
    person = put_person(catalog)
    put_voice(catalog, catalog.read().all(Coding)[0].clip, person)
    withdraw(catalog, person)

    _status, out, _err = run("code", "import", str(path), "--json")

    assert ["different"] == [row["how"] for row in json.loads(out)["rows"]]
    assert FORMULA not in out


def test_an_index_has_a_point_for_each_coding(run: Run, tmp_path: Path) -> None:
    """At its second, with what it is about; ends are listed as lost."""
    from xml.etree import ElementTree as ET

    path = tmp_path / "a.xml"
    told = run("code", "export", "--as", "ohms", "--clip", GAO, "--output", str(path))
    names = {"": "https://www.weareavp.com/nunncenter/ohms"}
    root = ET.fromstring(path.read_bytes())  # noqa: S314 our own

    assert ["0", "0", "1"] == [
        one.findtext("time", namespaces=names)
        for one in root.iterfind(".//point", names)
    ]
    record = root.find("record", names)
    assert record is not None
    assert 0 <= int(record.attrib["id"]) < 2**31
    assert date.fromisoformat(record.attrib["dt"])
    order = ["time", "title", "partial_transcript", "synopsis", "keywords"]
    for point in root.iterfind(".//point", names):
        assert order == [one.tag.rpartition("}")[2] for one in point]
    assert "ends of passages: 3" in told[2]


HOSTILE = (
    b'<!DOCTYPE a [<!ENTITY a "b">]><ANNOTATION_DOCUMENT>&a;</ANNOTATION_DOCUMENT>',
    b'<!DOCTYPE a [<!ENTITY a "a"><!ENTITY b "&a;&a;">]><ANNOTATION_DOCUMENT b="&b;"/>',
    b"<ANNOTATION_DOCUMENT>" + b"<TIER>" * 5000,
    b"<ANNOTATION_DOCUMENT><TIER></ANNOTATION_DOCUMENT>",
    b'<ANNOTATION_DOCUMENT><HEADER TIME_UNITS="NTSC-frames"/></ANNOTATION_DOCUMENT>',
    b"\xff\xfe<",
    b"",
)


@pytest.mark.parametrize("content", HOSTILE)
def test_what_is_hostile_changes_nothing(
    run: Run, catalog: Catalog, tmp_path: Path, content: bytes
) -> None:
    """Entities, endless nesting, other units: one sentence."""
    before = _meant(catalog)
    path = tmp_path / "a.eaf"
    path.write_bytes(content)

    status, _out, told = run("code", "import", str(path), "--clip", GAO)

    assert 252 == status
    assert 1 == told.count("Error: ")
    assert before == _meant(catalog)


def test_annotations_of_others_are_taken_as_far_as_they_have_times(
    run: Run, catalog: Catalog, tmp_path: Path
) -> None:
    """Tiers of other kinds are no themes; slots without times, or with absurd ones."""
    path = tmp_path / "a.eaf"
    path.write_text(
        "<ANNOTATION_DOCUMENT><TIME_ORDER>"
        '<TIME_SLOT TIME_SLOT_ID="a" TIME_VALUE="100"/>'
        '<TIME_SLOT TIME_SLOT_ID="b"/><TIME_SLOT TIME_SLOT_ID="c" TIME_VALUE="'
        + "9"
        * 4000
        + '"/><TIME_SLOT TIME_SLOT_ID="d" TIME_VALUE="-5"/>'
        '<TIME_SLOT TIME_SLOT_ID="e" TIME_VALUE="400"/></TIME_ORDER>'
        '<TIER TIER_ID="peace" LINGUISTIC_TYPE_REF="theme">'
        + "".join(
            "<ANNOTATION><ALIGNABLE_ANNOTATION "
            f'TIME_SLOT_REF1="{first}" TIME_SLOT_REF2="{last}">'
            "<ANNOTATION_VALUE>x</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>"
            for first, last in ("ab", "ac", "da", "ea", "zz", "ae")
        )
        + '</TIER><TIER TIER_ID="Awa" LINGUISTIC_TYPE_REF="default-lt"/>'
        "</ANNOTATION_DOCUMENT>"
    )
    before = {one.id for one in catalog.read().all(Coding)}

    run("code", "import", str(path), "--clip", GAO)

    new = [one for one in catalog.read().all(Coding) if one.id not in before]
    assert [TimeRange(100, 400)] == [one.range for one in new]


def _meant(catalog: Catalog) -> set[tuple[object, ...]]:
    return {
        (one.clip, one.theme, one.range, one.coded_by, one.memo, one.strong)
        for one in catalog.read().all(Coding)
    }
