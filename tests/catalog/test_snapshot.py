"""``catalog.json`` is for mediakit, TinyDB, people and version control alike."""

import json
import math
from pathlib import Path

import pytest
from tinydb import TinyDB, where
from tinydb.table import Table

from mediakit.catalog.catalog import Catalog
from mediakit.catalog.snapshot import Snapshot, Tables, parse, render
from mediakit.errors.catalog import CatalogDamaged, CatalogTooNew
from mediakit.model.clip import Clip
from tests.builders import a_clip

PATH = Path("catalog.json")
ABOUT = '{"about": {"format": 1, "generation": 1, "follows": 0}}'


def rendered(tables: Tables) -> bytes:
    """Return a file of format 1 with *tables*."""
    return render(Snapshot(tables, format=1, generation=7, follows=5, crc32=0))


def test_reads_what_it_wrote() -> None:
    """Tables and numbers survive."""
    tables = {"clips": {"c-1": {"title": "Eau"}}, "themes": {}}

    snapshot = parse(PATH, rendered(tables))

    assert (tables, 1, 7, 5) == (
        snapshot.tables,
        snapshot.format,
        snapshot.generation,
        snapshot.follows,
    )


def test_has_one_record_a_line() -> None:
    """People and version control see which record changed."""
    lines = rendered({"clips": {"c-1": {"title": "Eau\n"}, "c-2": {}}}).splitlines()

    assert b'"c-1": {"title":"Eau\\n"},' in lines
    assert b'"c-2": {}' in lines


def test_plain_tinydb_reads_it(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody needs mediakit to read a catalog: TinyDB does, with text ids."""
    with catalog.change() as change:
        change.put(a_clip(title="Women of Gao"))
    catalog.close()

    monkeypatch.setattr(Table, "document_id_class", str)
    with TinyDB(catalog.path, access_mode="r", encoding="utf-8") as database:
        found = database.table("clips").search(where("title") == "Women of Gao")

    assert ["c-0000000001"] == [document["id"] for document in found]


@pytest.mark.parametrize("value", ["clip\udcff.mp4", 1 << 70, -(1 << 64), "\0\u2028é"])
def test_keeps_names_that_are_not_unicode_and_huge_numbers(value: object) -> None:
    """What orjson cannot write, the standard library does."""
    tables = {"clips": {"c-1": {"value": value}}}

    assert tables == parse(PATH, rendered(tables)).tables


@pytest.mark.parametrize("number", [math.nan, math.inf])
def test_refuses_what_is_no_number(catalog: Catalog, number: float) -> None:
    """NaN is not JSON: other programs could not read the catalog."""
    clip = a_clip(size=number)  # type: ignore[arg-type]  # the mistake in question

    with pytest.raises(ValueError, match="JSON"), catalog.change() as change:
        change.put(clip)
    assert [] == catalog.read().all(Clip)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"_catalog": {"about": {', 24),
        ("[]", 0),
        ("{}", 0),
        ('{"_catalog": {"about": {"format": 1, "generation": 1}}}', 0),
        ('{"_catalog": {"about": {"format": "1", "generation": 1, "follows": 0}}}', 0),
        (f'{{"_catalog": {ABOUT}, "clips": []}}', 0),
        (f'{{"_catalog": {ABOUT}, "clips": {{"c-1": NaN}}}}', 87),
    ],
)
def test_says_where_it_is_damaged(catalog: Catalog, text: str, place: int) -> None:
    """What is no catalog is refused with its place, and left alone."""
    catalog.path.write_text(text)

    with pytest.raises(CatalogDamaged) as raised:
        catalog.read()
    assert (str(catalog.path), place) == (
        raised.value.details["path"],
        raised.value.details["place"],
    )
    assert text == catalog.path.read_text()


def test_refuses_what_a_newer_version_wrote(catalog: Catalog) -> None:
    """An old mediakit does not guess at a new format, nor write into it."""
    file = json.loads(catalog.path.read_text())
    file["_catalog"]["about"]["format"] = 99
    catalog.path.write_text(json.dumps(file))

    with pytest.raises(CatalogTooNew, match="format 99"):
        catalog.read()
    with pytest.raises(CatalogTooNew), catalog.change():
        pass


def test_a_file_from_windows_is_the_same_catalog(catalog: Catalog) -> None:
    """Version control may have turned line ends."""
    with catalog.change() as change:
        clip = change.put(a_clip())
    catalog.close()
    catalog.path.write_bytes(catalog.path.read_bytes().replace(b"\n", b"\r\n"))

    assert [clip] == catalog.read().all(Clip)
