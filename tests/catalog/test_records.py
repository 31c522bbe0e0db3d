"""How records and documents become each other."""

import dataclasses
import importlib
import json
import pkgutil

import mediakit.model
from mediakit.catalog.catalog import Catalog
from mediakit.catalog.records import KINDS
from mediakit.catalog.unknown import with_unknown
from mediakit.model.clip import Clip
from tests.builders import a_clip


def test_every_kind_of_record_has_a_table_and_a_letter() -> None:
    """A class that is forgotten in the registry fails here, not in the field."""
    modules = [
        importlib.import_module(f"mediakit.model.{module.name}")
        for module in pkgutil.iter_modules(mediakit.model.__path__)
    ]
    classes = {
        one
        for module in modules
        for one in vars(module).values()
        if isinstance(one, type) and dataclasses.is_dataclass(one)
    }
    stamped = [
        one.__name__
        for one in classes
        if {"id", "created", "changed"} <= {f.name for f in dataclasses.fields(one)}
    ]

    assert sorted(KINDS) == sorted(stamped)
    assert len(KINDS) == len({kind.table for kind in KINDS.values()})
    # a real name has the id of its person, in a catalog of its own
    letters = {kind.letter for name, kind in KINDS.items() if name != "RealName"}
    assert len(KINDS) - 1 == len(letters)


def test_what_a_newer_version_wrote_survives_a_change(catalog: Catalog) -> None:
    """Reading, changing and putting back loses no field, at any level."""
    with catalog.change() as change:
        change.put(a_clip())
    catalog.close()
    file = json.loads(catalog.path.read_text())
    document = file["clips"]["c-0000000001"]
    document["rights"] = {"holder": "the village"}
    document["media"]["colour"] = "bt709"
    document["media"]["video"]["hdr"] = False
    document["media"]["sound"][0]["loudness"] = -23
    document["created"]["device"] = "laptop 3"
    file["playlists"] = {"p-1": {"id": "p-1"}}
    catalog.path.write_text(json.dumps(file))

    with catalog.change() as change:
        clip = change.get(Clip, "c-0000000001")
        change.put(dataclasses.replace(clip, title="Men of Gao"))
    catalog.close()

    after = json.loads(catalog.path.read_text())
    changed = {"title": "Men of Gao", "changed": after["clips"][clip.id]["changed"]}
    assert document | changed == after["clips"][clip.id]
    assert file["playlists"] == after["playlists"]


def test_what_is_known_can_still_be_emptied() -> None:
    """Only the unknown is kept: a removed label does not come back."""
    old = {"labels": {"fr": "Eau", "en": "Water"}, "new": 1}
    known = {"labels": {"fr": "Eau", "en": "Water"}}

    merged = with_unknown(old, known, {"labels": {"fr": "Eau"}})

    assert {"labels": {"fr": "Eau"}, "new": 1} == merged


def test_the_unknown_of_list_items_follows_them() -> None:
    """An item is known again where it moved, or by its place if it was changed."""
    old = [{"a": 1, "new": "one"}, {"a": 2, "new": "two"}]
    known = [{"a": 1}, {"a": 2}]

    assert [{"a": 2, "new": "two"}] == with_unknown(old, known, [{"a": 2}])
    assert [{"a": 1, "new": "one"}, {"a": 3, "new": "two"}] == with_unknown(
        old, known, [{"a": 1}, {"a": 3}]
    )
    assert [{"a": 3}] == with_unknown(old, known, [{"a": 3}])
