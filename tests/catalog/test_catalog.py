"""What everyone else relies on when reading and changing records."""

import dataclasses
import subprocess
import sys
from pathlib import Path

import pytest
from tinydb import where

from mediakit.catalog.catalog import Catalog, Change
from mediakit.errors.catalog import (
    CatalogBusy,
    CatalogDamaged,
    ClipNotFound,
    IdAmbiguous,
    RecordNotFound,
    SessionNotFound,
)
from mediakit.errors.library import LibraryExists
from mediakit.model.clip import Clip
from mediakit.model.coding import Coding
from mediakit.model.ids import ThemeId
from mediakit.model.session import Session
from mediakit.model.theme import Theme
from tests.builders import a_clip, a_session


def put(catalog: Catalog, *clips: Clip) -> list[Clip]:
    """Put clips into the catalog in one change."""
    with catalog.change() as change:
        return [change.put(clip) for clip in clips]


def test_gives_back_what_was_put_in_the_order_it_was_put(catalog: Catalog) -> None:
    """Records survive the disk unchanged, oldest first."""
    clips = put(catalog, a_clip("c-9000000000"), a_clip("c-1000000000"))

    assert clips == Catalog(catalog.path, author="Moussa").read().all(Clip)


def test_a_changed_record_keeps_its_place(catalog: Catalog) -> None:
    """Editing does not reorder a list."""
    first, second = put(catalog, a_clip("c-9000000000"), a_clip("c-1000000000"))

    (edited,) = put(catalog, dataclasses.replace(first, title="Men of Gao"))

    assert [edited, second] == catalog.read().all(Clip)


def test_every_kind_has_its_own_table(catalog: Catalog) -> None:
    """Clips and sessions do not mix."""
    with catalog.change() as change:
        change.put(a_clip())
        session = change.put(a_session())

    assert [session] == catalog.read().all(Session)


def test_says_which_kind_was_not_found(catalog: Catalog) -> None:
    """Each kind has the error that tells what to do."""
    records = catalog.read()

    for kind, error in [
        (Clip, ClipNotFound),
        (Session, SessionNotFound),
        (Coding, RecordNotFound),
    ]:
        with pytest.raises(error):
            records.get(kind, "c-0000000001")


@pytest.mark.parametrize(
    "typed", ["c-ab", "C-AB", "ab", "c-ab0000001x", " c-ab00000", "c-abO0000", "abOO"]
)
def test_finds_by_any_unambiguous_beginning(catalog: Catalog, typed: str) -> None:
    """Case, look-alike letters and a missing letter of the kind do not matter."""
    clip, _other = put(catalog, a_clip("c-ab0000001x"), a_clip("c-cd00000000"))

    assert clip == catalog.read().find(Clip, typed)


def test_an_exact_id_wins_over_longer_ones(catalog: Catalog) -> None:
    """Another catalog's shorter ids stay reachable."""
    clip, _longer = put(catalog, a_clip("c-ab"), a_clip("c-ab00000000"))

    assert clip == catalog.read().find(Clip, "c-ab")


def test_names_the_candidates_of_an_ambiguous_beginning(catalog: Catalog) -> None:
    """A person sees what to type more of."""
    put(catalog, a_clip("c-ab00000000"), a_clip("c-ac00000000"))

    with pytest.raises(IdAmbiguous) as raised:
        catalog.read().find(Clip, "c-a")
    assert "c-ab00000000, c-ac00000000" == raised.value.details["matches"]


@pytest.mark.parametrize("typed", ["", " ", "c-", "x-ab", "ac"])
def test_does_not_guess(catalog: Catalog, typed: str) -> None:
    """Nothing typed, or the beginning of nothing, finds nothing."""
    put(catalog, a_clip("c-ab00000000"))

    with pytest.raises(ClipNotFound):
        catalog.read().find(Clip, typed)


def test_answers_queries_of_tinydb(catalog: Catalog) -> None:
    """Queries see documents as they are in the file."""
    put(catalog, a_clip("c-1000000000", sha256="aa"), a_clip("c-2000000000"))

    found = catalog.read().where(Clip, where("sha256") == "aa")

    assert ["c-1000000000"] == [clip.id for clip in found]


def test_asks_the_disk_each_time(catalog: Catalog) -> None:
    """A record another program has changed is never answered from memory.

    Stock TinyDB's query cache goes on giving the old answer.
    """
    (clip,) = put(catalog, a_clip(title="yes"))
    query = where("title") == "yes"
    before = catalog.read().where(Clip, query)

    put(Catalog(catalog.path, author="X"), dataclasses.replace(clip, title="no"))

    assert ([clip], []) == (before, catalog.read().where(Clip, query))


def test_what_was_read_stays_as_it_was(catalog: Catalog) -> None:
    """Records are those of one moment, whatever is changed later."""
    clips = put(catalog, a_clip())
    records = catalog.read()

    with catalog.change() as change:
        change.remove(Clip, clips[0].id)

    assert (clips, []) == (records.all(Clip), catalog.read().all(Clip))


def test_changing_a_record_in_memory_changes_no_other(catalog: Catalog) -> None:
    """Even what is not frozen in a record is not shared."""
    theme = Theme(id=ThemeId("th-0000000001"), path="water", labels={"fr": "Eau"})
    with catalog.change() as change:
        change.put(theme)
    records = catalog.read()

    records.all(Theme)[0].labels["fr"] = "Feu"
    theme.labels["fr"] = "Feu"

    assert {"fr": "Eau"} == records.all(Theme)[0].labels


def test_stamps_creation_once_and_every_change(catalog: Catalog) -> None:
    """Every record knows by whom it was made and last changed."""
    (clip,) = put(catalog, a_clip())

    put(Catalog(catalog.path, author="Moussa"), dataclasses.replace(clip, created=None))

    kept = catalog.read().get(Clip, clip.id)
    assert kept.created
    assert kept.changed
    assert ("Awa", "Moussa") == (kept.created.by, kept.changed.by)
    assert clip.created == kept.created


def test_a_change_sees_its_own_changes(catalog: Catalog) -> None:
    """What was put or removed inside a change is so at once for it, not for others."""
    put(catalog, a_clip("c-1000000000"))

    with catalog.change() as change:
        change.put(a_clip("c-2000000000"))
        change.remove(Clip, "c-1000000000")
        inside, outside = change.all(Clip), catalog.read().all(Clip)

    assert ["c-2000000000"] == [clip.id for clip in inside]
    assert ["c-1000000000"] == [clip.id for clip in outside]


def test_a_change_that_fails_does_nothing(catalog: Catalog) -> None:
    """All of a change happens, or none of it."""
    put(catalog, a_clip("c-1000000000"))
    before = catalog.read().all(Clip)

    def fail(change: Change) -> None:
        change.put(a_clip("c-2000000000"))
        change.remove(Clip, "c-1000000000")
        change.remove(Clip, "c-3000000000")

    with pytest.raises(ClipNotFound), catalog.change() as change:
        fail(change)
    assert before == catalog.read().all(Clip)


def test_new_ids_say_their_kind_and_differ(catalog: Catalog) -> None:
    """Ids are drawn, not counted: two catalogs can be merged."""
    with catalog.change() as change:
        drawn = {change.new_id(Clip) for _ in range(100)}

    assert 100 == len(drawn)
    assert all(one.startswith("c-") and len(one) == 12 for one in drawn)


def test_a_removed_id_is_not_given_out_again(catalog: Catalog) -> None:
    """A link to what was removed must never point to something else."""
    with catalog.change() as change:
        removed = change.put(a_clip(change.new_id(Clip))).id
        change.remove(Clip, removed)

    with catalog.change() as change:
        assert removed not in {change.new_id(Clip) for _ in range(100)}


def test_a_catalog_is_never_made_over_another(catalog: Catalog) -> None:
    """Making a library again loses nothing."""
    clips = put(catalog, a_clip())

    with pytest.raises(LibraryExists):
        Catalog.create(catalog.path)
    assert clips == catalog.read().all(Clip)


@pytest.mark.parametrize("content", [None, b"", b"\n\n"])
def test_a_lost_catalog_is_an_error_not_an_empty_one(
    catalog: Catalog, content: bytes | None
) -> None:
    """A missing or empty file never reads as 'no records yet'."""
    catalog.path.unlink()
    if content is not None:
        catalog.path.write_bytes(content)

    with pytest.raises(CatalogDamaged, match=r"catalog\.json:0: it is (missing|empty)"):
        catalog.read()
    with pytest.raises(CatalogDamaged), catalog.change():
        pass


def test_names_the_record_that_cannot_be_understood(catalog: Catalog) -> None:
    """A wrong type is reported with the record and the field."""
    put(catalog, a_clip("c-1000000000"), a_clip("c-2000000000"))
    catalog.close()
    text = catalog.path.read_text()
    catalog.path.write_text(text.replace('"size":1', '"size":"1"', 1))

    with pytest.raises(CatalogDamaged, match=r"clips/c-1000000000: .*\$\.size"):
        catalog.read().all(Clip)


def test_names_the_record_that_lies_under_another_id(catalog: Catalog) -> None:
    """A link by id can be trusted to lead to the record with this id."""
    put(catalog, a_clip("c-1000000000"))
    catalog.close()
    text = catalog.path.read_text()
    catalog.path.write_text(text.replace('"c-1000000000": ', '"c-2000000000": '))

    with pytest.raises(CatalogDamaged, match="clips/c-2000000000: it lies under"):
        catalog.read().all(Clip)


def test_waits_for_another_program_then_gives_up(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits for ever, and nothing is written without the lock."""
    monkeypatch.setattr("mediakit.catalog.catalog.PATIENCE", 0.05)
    other = Catalog(catalog.path, author="Moussa")

    with other.change() as change:
        change.put(a_clip())
        with pytest.raises(CatalogBusy), catalog.change():
            pass

    assert ["c-0000000001"] == [clip.id for clip in catalog.read().all(Clip)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_files_are_readable_by_their_owner_only(catalog: Catalog) -> None:
    """Names of people who may be harmed are nobody else's business."""
    put(catalog, a_clip())
    fresh = modes(catalog.path.parent)
    catalog.close()
    folded = modes(catalog.path.parent)

    assert {"", ".lock", ".journal"} == fresh.keys()
    assert {0o600} == {*fresh.values(), *folded.values()}


def modes(folder: Path) -> dict[str, int]:
    """Return the permissions of the catalog's files, by what follows its name."""
    files = folder.glob("catalog.json*")
    return {f.name[len("catalog.json") :]: f.stat().st_mode & 0o777 for f in files}


def test_reading_loads_nothing_that_only_writing_needs(catalog: Catalog) -> None:
    """Listing clips starts fast: filelock and secrets take longer than the catalog."""
    program = (
        "import pathlib, sys; from mediakit.catalog.catalog import Catalog;"
        "Catalog(pathlib.Path(sys.argv[1]), author='').read();"
        "print({'filelock', 'secrets', 'hashlib'} & set(sys.modules))"
    )

    ran = subprocess.run(
        [sys.executable, "-c", program, catalog.path],
        capture_output=True,
        check=True,
        text=True,
    )

    assert "set()" == ran.stdout.strip()
