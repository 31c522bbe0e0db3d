"""Forgetting: the names leave every file, what was withdrawn stays."""

import json
from urllib.parse import quote

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.formats.docx import write
from mediakit.library import Library
from mediakit.model.consent import ConsentEvent, ConsentKind, Evidence
from mediakit.model.person import Person, RealName, Sex
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import Origin, State
from mediakit.model.voice import Voice
from mediakit.timeline.edl_letters import plain_text
from mediakit.workflows.add_person import add_person
from mediakit.workflows.edit_person import edit_person
from mediakit.workflows.forget_person import forget_person
from mediakit.workflows.keep_transcript import keep_transcript
from mediakit.workflows.person_facts import PersonFacts
from tests.builders import a_clip, a_playlist, an_item
from tests.consents import agree, put_person, put_voice, withdraw

# letters that JSON may write in two ways
NAME, REAL = "Maïmouna", "Fanta Traoré"
CLIP = a_clip(title="Les femmes de Gao")


@pytest.fixture
def real_names(library: Library) -> Catalog:
    """Open the catalog of real names."""
    return Catalog(library.real_names, author="Awa")


@pytest.fixture
def person(catalog: Catalog, real_names: Catalog) -> Person:
    """Add a person of whom much is known, who withdrew; some of it was folded."""
    with catalog.change() as change:
        change.put(CLIP)
    added = add_person(catalog, real_names, {"name": NAME}, real_name=REAL)
    catalog.close()
    real_names.close()
    facts: PersonFacts = {
        "sex": Sex.FEMALE,
        "age_group": "36-60",
        "community": "Bozo",
        "region": "Gao",
        "languages": ("ses",),
        "notes": f"Called {NAME}.",
    }
    known = edit_person(catalog, real_names, added.id, facts, real_name=REAL)
    put_voice(catalog, CLIP.id, known)
    withdraw(catalog, known)
    return known


def whole(library: Library) -> bytes:
    """Return the bytes of every file of the library."""
    return b"".join(p.read_bytes() for p in library.root.rglob("*") if p.is_file())


def spelled(name: str) -> tuple[bytes, ...]:
    """Return a name as files may spell it."""
    return name.encode(), json.dumps(name)[1:-1].encode()


def test_the_names_are_in_no_file_any_more(
    library: Library, catalog: Catalog, real_names: Catalog, person: Person
) -> None:
    """Neither in the catalogs nor in their journals, in any spelling."""
    (library.root / ".catalog.json.1234.tmp").write_text(NAME)  # of a killed program
    before = whole(library)

    done = forget_person(library, catalog, real_names, person.id)

    assert () == done.mentions
    for name in (NAME, REAL, "Bozo"):
        assert any(text in before for text in spelled(name))
        assert not any(text in whole(library) for text in spelled(name))
    assert [] == real_names.read().all(RealName)


def test_the_id_and_what_was_withdrawn_stay(
    library: Library, catalog: Catalog, real_names: Catalog, person: Person
) -> None:
    """The voice is as closed as it was."""
    done = forget_person(library, catalog, real_names, person.id)

    records = Catalog(library.catalog, author="").read()
    assert [done.person] == records.all(Person)
    kept = done.person
    assert (
        Person(id=person.id, forgotten=True, created=kept.created, changed=kept.changed)
        == kept
    )
    assert [person.id] == [voice.person for voice in records.all(Voice)]
    assert [ConsentKind.WITHDRAWN] == [e.kind for e in records.all(ConsentEvent)]


def test_where_people_wrote_the_name_is_listed(
    library: Library, catalog: Catalog, real_names: Catalog, person: Person
) -> None:
    """Titles, labels, words, names of files: whatever their case and spaces."""
    with catalog.change() as change:
        change.put(a_clip("c-0000000002", title="Interview: FANTA  TRAORÉ"))
        change.put(a_clip("c-0000000003", title="Fanta Traorés and others"))
    put_voice(catalog, CLIP.id, person, (0, 1000), speaker=NAME)
    said = (Segment(start=0, end=900, text="Oui.", speaker=NAME.lower()),)
    words = Transcript(clip=CLIP.id, language="fr", segments=said)
    record = keep_transcript(library, catalog, words, state=State.UNCHECKED)
    (library.exports / f"{NAME}.mp4").write_bytes(b"film")

    done = forget_person(library, catalog, real_names, person.id)

    voices = catalog.read().all(Voice)
    assert {
        ("clips/c-0000000002", "title", "real"),
        (f"voices/{voices[-1].id}", "speaker", "agreed"),
        (record.path, "", "agreed"),
        (f"exports/{NAME}.mp4", "", "agreed"),
    } == {(one.where, one.field, one.name) for one in done.mentions}


def test_what_an_interpreter_noted_is_looked_through(
    library: Library, catalog: Catalog, real_names: Catalog, person: Person
) -> None:
    """Takes that are no version yet say names too, and so does who interprets."""
    notes = library.interpretations / CLIP.id / "fr-0a.jsonl"
    notes.parent.mkdir(parents=True)
    notes.write_text(json.dumps({"text": f"Je suis {NAME}."}) + "\n", "utf-8")
    said = (Segment(start=0, end=900, text="Oui."),)
    source = Source(origin=Origin.ORAL_TRANSLATION, by=NAME, date="2026-03-01")
    words = Transcript(clip=CLIP.id, language="fr", segments=said, source=source)
    record = keep_transcript(library, catalog, words, state=State.UNCHECKED)

    done = forget_person(library, catalog, real_names, person.id)

    assert {
        (notes.relative_to(library.root).as_posix(), ""),
        (f"transcripts/{record.id}", "by"),
        (record.path, ""),
    } == {(one.where, one.field) for one in done.mentions}


def test_films_that_were_handed_on_are_looked_through(
    library: Library, catalog: Catalog, real_names: Catalog, person: Person
) -> None:
    """Timelines, where letters may be plain or escaped, and scripts as documents."""
    script = write(
        Transcript(clip=CLIP.id, language="fr", segments=()), (f"Avec {NAME}.",)
    )
    for file, content in {
        "a.otio": f'{{"name": "{NAME}"}}'.encode(),
        "a.kdenlive": f"<mlt><property>{NAME}</property></mlt>".encode(),
        "a.fcpxml": f"<asset src='./{quote(NAME)}.mp4'/>".encode(),
        "a.edl": f"* FROM CLIP NAME: {plain_text(NAME)}".encode(),
        "a.docx": script,
        "broken.docx": b"PK",
    }.items():
        (library.exports / file).write_bytes(content)

    done = forget_person(library, catalog, real_names, person.id)

    names = ("a.docx", "a.edl", "a.fcpxml", "a.kdenlive", "a.otio")
    assert [f"exports/{one}" for one in names] == [one.where for one in done.mentions]


def test_what_is_on_playlists_is_looked_through(
    library: Library, catalog: Catalog, real_names: Catalog, person: Person
) -> None:
    """Its title, and what is said and asked beside its items."""
    item = an_item(questions={"fr": f"Que dit {REAL} ?"}, notes={"fr": "Rien."})
    with catalog.change() as change:
        shown = change.put(a_playlist(items=(item,), title=f"Pour {NAME}"))

    done = forget_person(library, catalog, real_names, person.id)

    assert {
        (f"playlists/{shown.id}", "title", "agreed"),
        (f"playlists/{shown.id}", "items.questions.fr", "real"),
    } == {(one.where, one.field, one.name) for one in done.mentions}


def test_words_about_the_person_go_from_what_was_agreed(
    library: Library, catalog: Catalog, real_names: Catalog, person: Person
) -> None:
    """What was agreed to stays; where else the pseudonym stands is listed."""
    said = agree(
        catalog, person, "film", pseudonym="The imam's wife", why="Her son is known."
    )
    other = agree(catalog, put_person(catalog), pseudonym="Mr B", why="He said so.")
    (library.exports / "words.txt").write_text("the imam's  wife: Yes.")

    done = forget_person(library, catalog, real_names, person.id)

    records = catalog.read()
    kept = records.get(ConsentEvent, said.id)
    assert ("film", said.day, "", "") == (
        kept.up_to,
        kept.day,
        kept.pseudonym,
        kept.why,
    )
    assert other == records.get(ConsentEvent, other.id)
    assert [("exports/words.txt", "pseudonym")] == [
        (one.where, one.name) for one in done.mentions
    ]
    for text in spelled("imam's wife"):
        assert text not in library.catalog.read_bytes()


def test_what_shows_the_consent_is_listed(
    library: Library, catalog: Catalog, real_names: Catalog, person: Person
) -> None:
    """A signed form says who it was; only a person can decide what becomes of it."""
    form = Evidence(path="evidence/form.pdf", sha256="0" * 64)
    agree(catalog, person, evidence=(form, Evidence(clip=CLIP.id)))
    agree(catalog, person, evidence=(form,))
    agree(catalog, put_person(catalog), evidence=(Evidence(path="evidence/other"),))

    done = forget_person(library, catalog, real_names, person.id)

    assert ("evidence/form.pdf", CLIP.id) == done.evidence


def test_forgetting_again_does_no_harm(
    library: Library, catalog: Catalog, real_names: Catalog, person: Person
) -> None:
    """What was cut short is finished by the same command."""
    forget_person(library, catalog, real_names, person.id)

    again = forget_person(library, catalog, real_names, person.id)

    assert again.person.forgotten
    assert 1 == len(catalog.read().all(Person))
