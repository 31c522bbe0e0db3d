"""Searching and consent: no words of withdrawn voices, on screens or in files."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.leaving import ConsentRefused, ConsentWithdrawn
from mediakit.errors.library import TargetRefused
from mediakit.files import checksum
from mediakit.library import Library
from mediakit.model.consent import ConsentKind
from mediakit.model.ids import ClipId
from mediakit.model.leaving import WITHHELD
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import Origin, State
from mediakit.model.use import Use, UsedFile, UseKind
from mediakit.workflows.export_passages import ExportedPassages, export_passages
from mediakit.workflows.keep_transcript import keep_transcript
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.search_filters import Filters
from mediakit.workflows.search_transcripts import Found, Manner, search_transcripts
from tests.builders import a_clip
from tests.consents import DAY, agree, purpose, put_voice_of, withdraw

GAO = ClipId("c-0000000001")
SAID = ("La paix d'abord.", "=1+1 dit la paix", "La paix viendra.")


@pytest.fixture
def talked(library: Library, catalog: Catalog) -> Library:
    """Fill a library: one clip with three segments, a second each."""
    with catalog.change() as change:
        change.put(a_clip(GAO))
    said = tuple(
        Segment(start=at * 1000, end=at * 1000 + 900, text=text, speaker="Mariam")
        for at, text in enumerate(SAID)
    )
    transcript = Transcript(
        clip=GAO, language="fr", source=Source(origin=Origin.MACHINE), segments=said
    )
    keep_transcript(library, catalog, transcript, state=State.MACHINE)
    return library


def look(library: Library, catalog: Catalog, typed: str = "paix") -> Found:
    """Search as on a screen, with a segment before and after."""
    *_read, found = search_transcripts(
        library, catalog, typed, Filters(), purpose(), Manner(context=1)
    )
    assert isinstance(found, Found)
    return found


def export(
    library: Library, catalog: Catalog, output: Path, wanted: Purpose
) -> ExportedPassages:
    """Write what a search for peace found."""
    found = look(library, catalog)
    return export_passages(
        library, catalog, found, wanted, typed="paix", output=str(output)
    )


def test_withdrawn_words_are_not_shown_and_that_is_said(
    talked: Library, catalog: Catalog
) -> None:
    """Neither as a passage nor beside one; where and why is told."""
    person = put_voice_of(catalog, GAO, (1000, 2000))
    withdraw(catalog, person)

    found = look(talked, catalog)

    assert {SAID[0], SAID[2]} == {hit.passage.said.text for hit in found.hits}
    assert (2, 0) == (found.answer.total, found.withheld)
    around = [
        s for hit in found.hits for s in (*hit.passage.before, *hit.passage.after)
    ]
    assert [("", "", (WITHHELD,))] * 2 == [(s.text, s.speaker, s.flags) for s in around]
    assert f"0:01 - 0:01.900: Mariam ({person.id}) withdrew" in found.gate.reasons


@pytest.mark.parametrize(
    "no",
    [
        {"kind": ConsentKind.WITHDRAWN, "day": DAY},
        {"up_to": ""},
        {"until": DAY},
        {"excluded": ("internal",)},
    ],
)
def test_searching_tells_nothing_of_words_that_nobody_may_read(
    talked: Library, catalog: Catalog, no: dict[str, Any]
) -> None:
    """Not that they were said, nor when; that some were not searched is always told."""
    person = put_voice_of(catalog, GAO, (1000, 2000))
    agree(catalog, person, **no)

    said, not_said = (look(talked, catalog, typed) for typed in ("dit", "dort"))
    similar = look(talked, catalog, "dyt")

    assert not_said == said
    assert (0, False) == (said.answer.total, similar.answer.alike)
    (one,) = said.unsearched
    assert (GAO, person.id, 1000) == (one.clip, one.person, one.range.start)


def test_passages_become_rows_that_command_no_spreadsheet(
    talked: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """Every passage with its times and where it comes from; formulas are texts."""
    path = tmp_path / "paix.csv"

    exported = export(talked, catalog, path, purpose("research", recipient="Aminata"))

    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))
    assert {SAID[0], f"'{SAID[1]}", SAID[2]} == {row["text"] for row in rows}
    first = next(row for row in rows if row["text"] == SAID[0])
    assert ("00:00:00.000", "900", "machine") == (
        *(first["start"], first["end_ms"], first["state"]),
    )
    use = exported.use
    assert [use] == catalog.read().all(Use)
    assert (UseKind.DATA, "research", "Aminata") == (use.kind, use.scope, use.recipient)
    assert (UsedFile(str(path), checksum(path)),) == use.files
    assert 3 == len(use.ranges) == exported.passages


def test_passages_become_json(
    talked: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """The same columns by name."""
    path = tmp_path / "paix.json"

    export(talked, catalog, path, purpose("research"))

    assert set(SAID) == {one["text"] for one in json.loads(path.read_text("utf-8"))}


def test_words_that_may_not_leave_are_left_out_and_listed(
    talked: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """Who withdrew and who refused research, each with the reason."""
    withdraw(catalog, put_voice_of(catalog, GAO, (0, 950)))
    put_voice_of(catalog, GAO, (1000, 1900), called="Issa", research=False)
    path = tmp_path / "paix.json"

    exported = export(talked, catalog, path, purpose("research"))

    assert [SAID[2]] == [one["text"] for one in json.loads(path.read_text("utf-8"))]
    assert [TimeRange(2000, 2900)] == [used.range for used in exported.use.ranges]
    assert "Mariam" in exported.left_out
    assert "Issa" in exported.left_out


@pytest.mark.parametrize("withdrawn", [True, False])
def test_nothing_is_written_where_nothing_is_left(
    talked: Library, catalog: Catalog, tmp_path: Path, withdrawn: bool
) -> None:
    """No file, no use; the reason is told."""
    person = put_voice_of(catalog, GAO, research=False)
    if withdrawn:
        withdraw(catalog, person)

    with pytest.raises(ConsentWithdrawn if withdrawn else ConsentRefused):
        export(talked, catalog, tmp_path / "paix.csv", purpose("research"))

    assert not (tmp_path / "paix.csv").exists()
    assert [] == catalog.read().all(Use)


def test_no_file_is_written_over(
    talked: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """A file that is there stays as it is."""
    path = tmp_path / "paix.csv"
    path.write_text("mine")

    with pytest.raises(TargetRefused):
        export(talked, catalog, path, purpose("research"))

    assert "mine" == path.read_text()


def test_a_pseudonym_stands_for_a_name(
    talked: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """In the column of speakers, wherever the label is that person's name."""
    put_voice_of(catalog, GAO, name=False, pseudonym="Mme A")
    path = tmp_path / "paix.json"

    export(talked, catalog, path, purpose("research"))

    rows = json.loads(path.read_text("utf-8"))
    assert {"Mme A"} == {row["speaker"] for row in rows}
