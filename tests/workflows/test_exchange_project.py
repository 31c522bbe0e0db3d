"""Projects for other research tools: what leaves, and what comes back."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.exchange import NothingTakenIn, NothingToExport
from mediakit.errors.leaving import ConsentWithdrawn
from mediakit.library import Library
from mediakit.model.coding import Coding
from mediakit.model.ids import ClipId
from mediakit.model.person import Person
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Source, Transcript, Word
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.model.use import Use
from mediakit.model.voice import Voice
from mediakit.workflows.init_library import init_library
from mediakit.workflows.keep_transcript import keep_transcript
from mediakit.workflows.load_transcript import load_transcript
from tests.builders import a_clip
from tests.codebooks import a_coding, a_theme
from tests.consents import agree, put_person, put_voice, withdraw
from tests.exchange.projects import export, import_
from tests.exchange.refi_grammar import faults, referred
from tests.exchange.refi_schemas import verify

GAO = ClipId("c-0000000001")
PEACE = a_theme("peace", id="th-0000000001", definition="When there is none")
FEAR = a_theme("fear", id="th-0000000002")
CODINGS = (
    a_coding("k-0000000001", PEACE, (413, 1700), memo="Hers, not his", strong=True),
    a_coding("k-0000000002", FEAR, (3000, 3900), by="Moussa"),
    a_coding("k-0000000003", PEACE),
)
SAID = (
    Segment(
        start=0,
        end=1900,
        text="La paix d'abord.",
        speaker="Mariam",
        words=(
            Word(0, 400, "La"),
            Word(400, 900, "paix"),
            Word(900, 1900, "d'abord."),
        ),
    ),
    Segment(start=3000, end=3900, text="J'ai peur\nla nuit."),
)


@pytest.fixture
def coded(library: Library, catalog: Catalog) -> Library:
    """Fill a library: one clip, two people, three codings."""
    with catalog.change() as change:
        change.put(a_clip(GAO))
        for theme in (PEACE, FEAR):
            change.put(theme)
        for coding in CODINGS:
            change.put(coding)
    transcript = Transcript(
        clip=GAO, language="fr", source=Source(origin=Origin.MACHINE), segments=SAID
    )
    keep_transcript(library, catalog, transcript, state=State.MACHINE)
    put_voice(catalog, GAO, put_person(catalog), (0, 1900))
    return library


def described(path: Path) -> ET.Element:
    """Return the description in an archive."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return ET.fromstring(archive.read("project.qde"))  # noqa: S314 our own


def codings_of(catalog: Catalog) -> dict[str, Coding]:
    """Return the codings without who recorded them when, by id."""
    return {
        one.id: replace(
            one, coder=one.coded_by, coded_on=one.coded_at, created=None, changed=None
        )
        for one in catalog.read().all(Coding)
    }


def test_what_is_written_is_what_the_standard_allows(
    coded: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """In elements and attributes, and nothing refers to nothing."""
    exported = export(coded, catalog, tmp_path / "a.qdpx")
    root = described(exported.path)

    verify(ET.tostring(root))
    assert [] == faults(root)
    assert [] == referred(root)
    assert (1, 3) == (exported.clips, exported.codings)


def test_a_library_with_the_recordings_takes_all_of_it_in(
    coded: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """Themes, codings, words and people, with the ids they had; once only."""
    path = export(coded, catalog, tmp_path / "a.qdpx").path
    other = init_library(tmp_path / "other", name="Other")
    there = Catalog(other.catalog, author="Salif")
    with there.change() as change:
        change.put(a_clip(GAO))

    imported = import_(other, there, path)
    again = import_(other, there, path)
    records = there.read()
    (record,) = records.all(TranscriptRecord)

    assert codings_of(catalog) == codings_of(there)
    assert {(PEACE.id, "peace", PEACE.definition), (FEAR.id, "fear", "")} == {
        (one.id, one.path, one.definition) for one in records.all(Theme)
    }
    assert SAID == load_transcript(other, record).segments
    assert ("fr", Origin.MACHINE) == (record.language, record.origin)
    assert ["Mariam"] == [one.name for one in records.all(Person)]
    assert [TimeRange(0, 1900)] == [one.range for one in records.all(Voice)]
    assert (3, 1) == (
        imported.counts["codings_added"],
        imported.counts["people_added"],
    )
    assert not [one for one in again.counts if one.endswith("added")]
    assert not imported.left


@pytest.mark.parametrize("kept", ["on_media", "on_text"])
def test_codings_come_back_from_recordings_or_from_texts(
    coded: Library, catalog: Catalog, tmp_path: Path, kept: str
) -> None:
    """With the same times, to the millisecond."""
    path = export(
        *(coded, catalog, tmp_path / "a.qdpx"),
        on_media=kept == "on_media",
        on_text=kept == "on_text",
    ).path
    before = codings_of(catalog)
    with catalog.change() as change:
        for one in before:
            change.remove(Coding, one)

    import_(coded, catalog, path)

    assert _meant(before) == _meant(codings_of(catalog))


def test_words_of_who_withdrew_do_not_leave(
    coded: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """Nor what is coded there, nor who it is; that is listed, and the rest leaves."""
    mariam = catalog.read().all(Person)[0]
    withdraw(catalog, mariam)

    exported = export(coded, catalog, tmp_path / "a.qdpx")
    content = b"".join(_parts(exported.path))

    assert "withdrew" in exported.left_out
    assert 2 == exported.codings
    for hidden in (b"paix", b"Mariam", b"Hers, not his"):
        assert hidden not in content
    assert b"peur" in content
    (use,) = catalog.read().all(Use)
    assert ("research", "University") == (use.scope, use.recipient)


def test_who_withdrew_is_not_told_of_where_nothing_is_said(
    coded: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """Nor that they are there, nor when, nor their traits; that is listed."""
    ali = put_person(catalog, "Ali")
    put_voice(catalog, GAO, ali, (2000, 2900))
    withdraw(catalog, ali)

    exported = export(coded, catalog, tmp_path / "a.qdpx")
    root = described(exported.path)

    assert ["Mariam"] == [case.get("name") for case in root.iterfind(".//{*}Case")]
    begins = [one.get("begin") for one in root.iterfind(".//{*}VideoSelection")]
    assert "2000" not in begins
    assert ali.id.encode() not in b"".join(_parts(exported.path))
    assert "Ali" in exported.left_out


def test_names_that_are_noted_are_told_of(
    coded: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """A memo, and what was searched for, may say a name that is not to be said."""
    mariam = catalog.read().all(Person)[0]
    agree(catalog, mariam, name=False)
    noted = replace(CODINGS[0], memo="As Mariam says", search="mariam")
    with catalog.change() as change:
        change.put(noted)

    exported = export(coded, catalog, tmp_path / "a.qdpx")

    assert "0:00.413: the words say 'Mariam'" in exported.cautions


def test_nothing_leaves_where_everybody_withdrew(
    coded: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """With every reason, and without a file."""
    ali = put_person(catalog, "Ali")
    put_voice(catalog, GAO, ali)
    withdraw(catalog, ali)

    with pytest.raises(ConsentWithdrawn):
        export(coded, catalog, tmp_path / "a.qdpx")
    assert not (tmp_path / "a.qdpx").exists()


def test_reading_back_what_left_takes_no_words_away(
    coded: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """A transcript that left without some of its words is still the same one."""
    withdraw(catalog, catalog.read().all(Person)[0])
    path = export(coded, catalog, tmp_path / "a.qdpx").path

    imported = import_(coded, catalog, path)

    assert 1 == imported.counts["transcripts_known"]
    assert 1 == len(catalog.read().all(TranscriptRecord))


def test_a_coding_that_says_something_else_is_told_and_stays(
    coded: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """An older project takes nothing back that was corrected since."""
    path = export(coded, catalog, tmp_path / "a.qdpx").path
    same = import_(coded, catalog, path)
    with catalog.change() as change:
        change.put(replace(CODINGS[0], memo="Theirs"))

    imported = import_(coded, catalog, path)

    assert "" == same.left
    assert "say something else there, and stay as they are: 1" in imported.left
    assert "Theirs" == codings_of(catalog)[CODINGS[0].id].memo


def test_nobody_who_is_known_comes_to_be_elsewhere(
    coded: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """What they agreed to could open what is closed; it is listed instead."""
    path = export(coded, catalog, tmp_path / "a.qdpx").path
    with catalog.change() as change:
        for voice in change.all(Voice):
            change.remove(Voice, voice.id)

    imported = import_(coded, catalog, path)

    assert [] == catalog.read().all(Voice)
    assert "is said to be in" in imported.left


def test_a_project_about_nothing_here_changes_nothing(
    coded: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """What it is about, is said."""
    path = tmp_path / "b.qdpx"
    project = (
        '<Project name="P"><Sources><VideoSource name="Bamako"/></Sources></Project>'
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("project.qde", project)

    with pytest.raises(NothingTakenIn, match="Bamako"):
        import_(coded, catalog, path)


def test_an_empty_library_has_nothing_to_write(
    library: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """Rather than a file that no program opens."""
    with pytest.raises(NothingToExport):
        export(library, catalog, tmp_path / "a.qdpx")


def _parts(path: Path) -> list[bytes]:
    with zipfile.ZipFile(path) as archive:
        return [archive.read(name) for name in archive.namelist()]


def _meant(codings: dict[str, Coding]) -> set[tuple[object, ...]]:
    return {
        (one.clip, one.theme, one.range, one.coded_by, one.memo, one.strong)
        for one in codings.values()
    }
