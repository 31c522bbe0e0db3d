"""Verifying what is known of people."""

from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.consent import Evidence
from mediakit.model.ids import ClipId, PersonId
from mediakit.model.person import Person
from mediakit.workflows.add_person import add_person
from mediakit.workflows.check_consent import check_consent
from mediakit.workflows.keep_evidence import keep_evidence
from tests.builders import a_clip
from tests.model.consent_facts import CLIP, MARIAM, a_person, a_voice, given


@pytest.fixture
def evidence(library: Library, catalog: Catalog, tmp_path: Path) -> Path:
    """Record a voice and a consent that a file shows; return that file."""
    form = tmp_path / "form.pdf"
    form.write_bytes(b"signed")
    kept = keep_evidence(library, catalog.read(), [str(form)])
    with catalog.change() as change:
        change.put(a_clip(CLIP))
        change.put(a_person())
        change.put(a_voice())
        change.put(given(evidence=kept))
    return library.resolve(kept[0].path)


def codes(library: Library, catalog: Catalog) -> list[str]:
    """Return every problem, and every warning in brackets."""
    found = list(check_consent(library, catalog.read()))
    return [
        *(one.code for _what, (problems, _w) in found for one in problems),
        *(f"({one.code})" for _what, (_p, warnings) in found for one in warnings),
    ]


def test_what_is_whole_is_not_complained_of(
    library: Library, catalog: Catalog, evidence: Path
) -> None:
    """Voices, consents, what shows them."""
    assert [] == codes(library, catalog)


def test_evidence_that_is_gone_or_another_is_told(
    library: Library, catalog: Catalog, evidence: Path
) -> None:
    """A consent that nothing shows any more is a problem."""
    evidence.write_bytes(b"forged")
    changed = codes(library, catalog)
    evidence.unlink()

    assert (["evidence_changed"], ["evidence_missing"]) == (
        changed,
        codes(library, catalog),
    )


def test_what_tells_of_nobody_is_told(
    library: Library, catalog: Catalog, evidence: Path
) -> None:
    """A voice and a consent of somebody unknown, a recording that is not there."""
    with catalog.change() as change:
        change.remove(Person, MARIAM)
        gone = (Evidence(clip=ClipId("c-0000000009")),)
        # what it was limited to may go: a consent outlives it
        event = given(clips=(ClipId("c-0000000008"),), evidence=gone)
        change.put(event)

    assert ["link_broken"] * 3 == codes(library, catalog)


def test_a_real_name_of_nobody_is_told(library: Library, catalog: Catalog) -> None:
    """Work that was cut short may leave one; a damaged file is a problem."""
    names = Catalog(library.real_names, author="Awa")
    person = add_person(catalog, names, {"name": "Awa"}, real_name="Awa Diallo")
    assert [] == codes(library, catalog)

    with catalog.change() as change:
        change.remove(Person, PersonId(person.id))
    left = codes(library, catalog)
    names.close()
    library.real_names.write_bytes(b"{}")

    assert (["(link_broken)"], ["catalog_damaged"]) == (left, codes(library, catalog))
