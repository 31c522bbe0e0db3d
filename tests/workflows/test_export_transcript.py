"""Writing transcripts for other programs, and remembering that they left."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog, Change
from mediakit.errors.leaving import ConsentWithdrawn
from mediakit.errors.library import TargetRefused, WriteFailed
from mediakit.formats import registry
from mediakit.formats.registry import NAMES, read_bytes
from mediakit.library import Library
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Source
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.model.use import Use, UsedFile, UseKind
from mediakit.workflows.export_transcript import export_transcript
from mediakit.workflows.keep_transcript import keep_transcript
from tests.builders import a_clip
from tests.conftest import saved
from tests.consents import purpose, put_voice_of, withdraw
from tests.formats.spoken import SPOKEN

CLIP = a_clip(title="Les femmes de Gao : entretien")
SOURCE = Source(origin=Origin.IMPORTED, file_name="Mariam Traore.srt")


@pytest.fixture
def record(library: Library, catalog: Catalog) -> TranscriptRecord:
    """Keep a transcript that was imported from a file with a name in it."""
    with catalog.change() as change:
        change.put(CLIP)
    transcript = replace(SPOKEN, clip=CLIP.id, source=SOURCE)
    return keep_transcript(library, catalog, transcript, state=State.UNCHECKED)


@pytest.mark.parametrize("name", NAMES)
def test_each_format_is_written_and_remembered(
    library: Library, catalog: Catalog, record: TranscriptRecord, name: str
) -> None:
    """A readable name, the words, and a use with the checksum of the file."""
    exported = export_transcript(
        library, catalog, record, purpose("research"), format_name=name
    )

    assert exported.path is not None
    content = exported.path.read_bytes()
    suffix = registry.format_named(name).SUFFIXES[0]
    file = f"Les femmes de Gao entretien fr {record.id}{suffix}"
    assert library.exports / "transcripts" / file == exported.path
    assert 2 == len(read_bytes(content, file, duration=60_000).segments)
    use = exported.use
    assert [use] == catalog.read().all(Use)
    assert UseKind.TRANSCRIPT is use.kind
    assert (
        UsedFile(f"exports/transcripts/{file}", hashlib.sha256(content).hexdigest()),
    ) == use.files
    assert [TimeRange(0, 1480), TimeRange(1900, 3520)] == [r.range for r in use.ranges]
    assert {CLIP.id} == {used.clip for used in use.ranges}


def test_names_of_files_stay_inside(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """Neither the imported file's name nor the recording's goes out."""
    with catalog.change() as change:
        change.put(replace(CLIP, title="Mariam", original_name="Mariam.mp4"))

    exported = export_transcript(
        library, catalog, record, purpose("research"), format_name="json"
    )

    assert "Mariam" not in str(exported.path)
    assert "Mariam" not in exported.content.decode()
    assert CLIP.id in str(exported.path)


def test_a_strangers_record_does_not_choose_the_folder(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """What a record says of the language becomes part of a name, not of a path."""
    stranger = replace(record, language="/../../../private/fr")

    exported = export_transcript(
        library, catalog, stranger, purpose("research"), format_name="vtt"
    )

    assert exported.path is not None
    assert library.exports / "transcripts" == exported.path.parent


def test_nothing_is_overwritten(
    library: Library, catalog: Catalog, record: TranscriptRecord, tmp_path: Path
) -> None:
    """A second export has a name of its own; a file named by a person is refused."""
    there = tmp_path / "there.vtt"
    there.write_text("mine")

    names = {
        export_transcript(
            library, catalog, record, purpose("research"), format_name="vtt"
        ).path
        for _ in range(3)
    }

    assert 3 == len(names)
    for refused in (there, library.assets / "new.vtt"):
        with pytest.raises(TargetRefused):
            export_transcript(
                library,
                catalog,
                record,
                purpose("research"),
                format_name="vtt",
                output=str(refused),
            )
    assert "mine" == there.read_text()
    assert 3 == len(catalog.read().all(Use))


def test_a_person_may_name_the_file(
    library: Library, catalog: Catalog, record: TranscriptRecord, tmp_path: Path
) -> None:
    """Outside the library it is remembered by its whole path."""
    target = tmp_path / "gao.vtt"

    exported = export_transcript(
        library,
        catalog,
        record,
        purpose("research"),
        format_name="vtt",
        output=str(target),
    )

    assert target.read_text("utf-8") == exported.content.decode()
    assert [str(target)] == [file.path for file in exported.use.files]


def test_what_is_printed_is_remembered_too(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """Words that go to another program by a pipe have left all the same."""
    exported = export_transcript(
        library, catalog, record, purpose("research"), format_name="srt", output="-"
    )

    assert exported.path is None
    digest = hashlib.sha256(exported.content.decode().encode()).hexdigest()
    assert (UsedFile("-", digest),) == exported.use.files
    assert not library.exports.exists() or not any(library.exports.iterdir())


def test_what_cannot_be_remembered_does_not_leave(
    library: Library,
    catalog: Catalog,
    record: TranscriptRecord,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A use that cannot be recorded takes its file back."""
    before = saved(library)

    def fail(*_records: object) -> Use:
        raise WriteFailed(path="catalog.json", reason="No space left on device")

    monkeypatch.setattr(Change, "put", fail)
    with pytest.raises(WriteFailed):
        export_transcript(
            library, catalog, record, purpose("research"), format_name="vtt"
        )

    assert before == saved(library)
    assert [] == [path for path in library.exports.rglob("*") if path.is_file()]


def test_the_machines_own_are_marked_in_the_file(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """Notes are in the file wherever its format has a place for them."""
    exported = export_transcript(
        library,
        catalog,
        record,
        purpose("research"),
        format_name="vtt",
        notes=("A machine's words.",),
    )

    assert exported.content.decode().startswith("WEBVTT\n\nNOTE A machine's words.\n\n")


def test_words_of_people_who_withdrew_are_left_out_and_listed(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """The rest leaves; the use says what of the clip is in it, and no more."""
    gone = put_voice_of(catalog, CLIP.id, (0, 1500))
    withdraw(catalog, gone)
    first, second = SPOKEN.segments

    exported = export_transcript(
        library, catalog, record, purpose("research"), format_name="srt"
    )

    assert first.text not in exported.content.decode()
    assert second.text in exported.content.decode()
    assert [TimeRange(second.start, second.end)] == [
        r.range for r in exported.use.ranges
    ]
    assert f"Mariam ({gone.id}) withdrew consent on 2026-03-01" in exported.left_out


def test_nothing_leaves_where_nothing_is_left(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """No file, no use; whoever decides otherwise cannot open a withdrawn voice."""
    withdraw(catalog, put_voice_of(catalog, CLIP.id))

    for wanted in (purpose("research"), purpose("research", override="We need it.")):
        with pytest.raises(ConsentWithdrawn):
            export_transcript(library, catalog, record, wanted, format_name="srt")

    assert [] == catalog.read().all(Use)
    assert not any(library.exports.iterdir())


def test_somebody_may_decide_otherwise_and_that_is_recorded(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """Who refused research, where, why all the same: the use says it."""
    person = put_voice_of(catalog, CLIP.id, research=False)
    wanted = purpose("research", override="The ethics board said yes.")

    exported = export_transcript(library, catalog, record, wanted, format_name="srt")

    use = exported.use
    assert "The ethics board said yes." == use.override
    assert {("no-research", person.id)} == {(n.cause, n.person) for n in use.overridden}
    assert "does not want the words to go to other tools" in exported.cautions


def test_a_name_that_is_not_to_be_said_becomes_a_pseudonym(
    library: Library, catalog: Catalog
) -> None:
    """In labels it is replaced; where the words say it, people are told."""
    with catalog.change() as change:
        change.put(CLIP)
    segments = (
        Segment(start=0, end=900, text="Je suis Mariam.", speaker="Mariam"),
        Segment(start=1000, end=1900, text="Et moi Issa.", speaker="Issa"),
    )
    said = replace(SPOKEN, clip=CLIP.id, segments=segments)
    record = keep_transcript(library, catalog, said, state=State.UNCHECKED)
    put_voice_of(catalog, CLIP.id, (0, 1000), called="Mariam", name=False)
    put_voice_of(
        *(catalog, CLIP.id, (1000, 2000)), called="Issa", name=False, pseudonym="M. B"
    )

    exported = export_transcript(
        library, catalog, record, purpose("research"), format_name="tsv"
    )
    labelled = export_transcript(
        library, catalog, record, purpose("research"), format_name="json"
    )

    assert "the words say 'Mariam'" in exported.cautions
    assert "the words say 'Issa'" in exported.cautions
    speakers = [
        one.get("speaker", "") for one in json.loads(labelled.content)["segments"]
    ]
    assert ["", "M. B"] == speakers
