"""The gate's facts: all of them, or all about the clips that are asked about."""

import json

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.catalog import CatalogDamaged
from mediakit.library import Library
from mediakit.model.ids import ClipId
from mediakit.workflows.gather_facts import gather_facts
from tests.builders import a_clip, a_session
from tests.consents import agree, put_voice, put_voice_of

GAO, MOPTI = ClipId("c-0000000001"), ClipId("c-0000000002")


@pytest.fixture(autouse=True)
def _two_clips(catalog: Catalog) -> None:
    with catalog.change() as change:
        for record in (a_clip(GAO), a_clip(MOPTI), a_session()):
            change.put(record)
    both = put_voice_of(catalog, GAO)
    put_voice(catalog, MOPTI, both, (0, 1000))
    put_voice(catalog, GAO, None, (0, 500))
    put_voice_of(catalog, MOPTI, called="Issa")
    agree(catalog, both, "film", clips=(MOPTI,))


def test_what_is_known_of_one_clip_is_all_that_is_known(catalog: Catalog) -> None:
    """Who is in it, and everything they ever said; and nobody else."""
    everything = gather_facts(catalog.read())

    facts = gather_facts(catalog.read(), {GAO})

    assert {GAO} == set(facts.clips) == set(facts.voices)
    assert everything.voices[GAO] == facts.voices[GAO]
    [person] = facts.people
    assert {person: everything.consents[person]} == facts.consents
    assert everything.sessions == facts.sessions


def test_a_damaged_voice_is_not_overlooked(library: Library, catalog: Catalog) -> None:
    """It may be in the very clip that is asked about."""
    catalog.close()
    tables = json.loads(library.catalog.read_text("utf-8"))
    next(iter(tables["voices"].values()))["clip"] = ["c-0000000001"]
    library.catalog.write_text(json.dumps(tables), "utf-8")

    with pytest.raises(CatalogDamaged):
        gather_facts(Catalog(library.catalog, author="").read(), {MOPTI})
