"""Telling by its name which clip a file belongs to."""

from dataclasses import replace
from pathlib import Path

import pytest

from mediakit.errors.transcripts import (
    TranscriptAmbiguous,
    TranscriptRepeated,
    TranscriptUnmatched,
)
from mediakit.model.ids import TranscriptId
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.workflows.match_files import Match, match_files
from tests.builders import a_clip

GAO = replace(
    a_clip("c-0000000001", title="Femmes de Gao : l'eau", languages=("ses",)),
    original_name="GOPR_0012.MP4",
    path="assets/c-0000000001 femmes.mp4",
)
KIDAL = a_clip("c-0000000002", title="Kidal fr")
TWINS = (a_clip("c-0000000003", title="Ménaka"), a_clip("c-0000000004", title="menaka"))
CLIPS = (GAO, KIDAL, *TWINS, a_clip("c-0000000005", title="ménaka"))
RECORD = TranscriptRecord(
    id=TranscriptId("t-0000000009"),
    clip=GAO.id,
    path="transcripts/t-0000000009.json",
    sha256="0" * 64,
    language="fr",
    origin=Origin.MACHINE,
    state=State.MACHINE,
    segments=1,
)


def matched(*names: str) -> list[tuple[str, str] | type[Exception]]:
    """Return the clip and language of each file, or what is wrong with it."""
    results = match_files(CLIPS, [RECORD], map(Path, names))
    return [
        (one.clip.id, one.language) if isinstance(one, Match) else type(one.error)
        for one in results
    ]


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Femmes de Gao : l'eau.srt", ""),
        ("femmes_de_gao_:_l'eau.srt", ""),
        ("Femmes de Gao l'eau.vtt", ""),
        ("GOPR_0012.srt", ""),
        ("gopr-0012.mp4.JSON", ""),
        ("c-0000000001.TextGrid", ""),
        ("c-0000000001 femmes.eaf", ""),
        ("gopr_0012.fr.srt", "fr"),
        ("gopr_0012.MP4.fra.srt", "fr"),
        ("gopr_0012_fr-ml.docx", "fr-ML"),
        ("gopr_0012.ses.txt", "ses"),
        ("Something else fr t-0000000009.otr", "fr"),
        ("Something else fr t-0000000009 2.otr", "fr"),
    ],
)
def test_each_name_a_clip_goes_by(name: str, language: str) -> None:
    """Title, id, original name and file name; a language or transcript after it."""
    assert [(GAO.id, language)] == matched(name)


def test_a_whole_name_comes_before_a_language() -> None:
    """A title may end like a language."""
    assert [(KIDAL.id, ""), (KIDAL.id, "en")] == matched(
        "kidal fr.srt", "Kidal fr.en.srt"
    )


@pytest.mark.parametrize(
    "name", ["Tessalit.srt", "gopr_0012.old.srt", "gopr_0012.xx.srt", ".srt", "fr.srt"]
)
def test_a_name_of_no_clip(name: str) -> None:
    """Three letters that nobody speaks here are no language."""
    assert [TranscriptUnmatched] == matched(name)


def test_a_name_of_several_clips() -> None:
    """Accents count, the case does not."""
    assert [TranscriptAmbiguous, (TWINS[1].id, "")] == matched(
        "MÉNAKA.srt", "menaka.srt"
    )


def test_several_files_for_one_clip_and_language() -> None:
    """None is chosen for the person; another language is no rival."""
    names = ("gopr_0012.srt", "gopr_0012.json", "gopr_0012.fr.srt")

    assert [TranscriptRepeated, TranscriptRepeated, (GAO.id, "fr")] == matched(*names)
