"""``mediakit check``."""

import hashlib
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.ids import ClipId, ScreeningId, SessionId, UseId
from mediakit.model.screening import Screening
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.model.use import Use, UsedFile, UsedRange, UseKind
from mediakit.workflows.keep_transcript import keep_transcript
from tests.builders import a_clip
from tests.conftest import Run, saved

CLIP = ClipId("c-0000000001")
FILM = b"film"


@pytest.fixture(autouse=True)
def _one_good_clip(library: Library, catalog: Catalog) -> None:
    (library.assets / "gao.mp4").write_bytes(FILM)
    (library.assets / "gao.mp4").chmod(0o600)
    with catalog.change() as change:
        change.put(
            a_clip(
                CLIP,
                path="assets/gao.mp4",
                sha256=hashlib.sha256(FILM).hexdigest(),
                size=len(FILM),
            )
        )
    keep_transcript(
        library,
        catalog,
        Transcript(
            clip=CLIP,
            language="fr",
            segments=(Segment(start=0, end=900, text="Bonjour."),),
            source=Source(origin=Origin.IMPORTED),
        ),
        state=State.UNCHECKED,
    )


def _transcript_file(library: Library, catalog: Catalog) -> Path:
    return library.resolve(catalog.read().all(TranscriptRecord)[0].path)


def _codes(run: Run, *words: str) -> list[str]:
    out = run("check", "--json", *words)[1]
    return [problem["code"] for problem in json.loads(out)["problems"]]


def test_a_library_in_order_is_said_to_be(run: Run) -> None:
    """Everything was read, nothing is wrong, the status is 0."""
    status, out, err = run("check")

    assert (0, "") == (status, err)
    assert out.startswith("All is well.")


def test_every_problem_is_in_one_list(
    run: Run, library: Library, catalog: Catalog
) -> None:
    """One check finds them all, names each, and changes nothing."""
    (library.assets / "gao.mp4").write_bytes(b"FILM")
    (library.assets / "stray.mp4").write_bytes(FILM)
    (library.transcripts / ".t.json.ab12.tmp").write_bytes(b"{")
    _transcript_file(library, catalog).write_text("{}")
    (library.exports / "cut.mp4").write_bytes(b"other")
    with catalog.change() as change:
        change.put(
            Screening(
                id=ScreeningId("sc-0000000001"),
                clip=CLIP,
                session=SessionId("s-gone"),
            )
        )
        change.put(
            Use(
                id=UseId("u-0000000001"),
                kind=UseKind.CUT,
                files=(UsedFile("exports/cut.mp4", "0" * 64),),
                ranges=(UsedRange(CLIP, TimeRange(0, 1)),),
            )
        )
    before = saved(library)

    status, out, _err = run("check")

    assert 86 == status
    assert before == saved(library)
    assert {
        "original_changed",
        "file_orphaned",
        "file_half_written",
        "transcript_file_changed",
        "export_changed",
        "link_broken",
    } == set(_codes(run))
    for name in ("gao.mp4", "stray.mp4", ".tmp", "cut.mp4", "s-gone"):
        assert name in out


def test_what_is_missing_is_named(run: Run, library: Library, catalog: Catalog) -> None:
    """An original and a transcript's file that are gone; a cut may be thrown away."""
    (library.assets / "gao.mp4").unlink()
    _transcript_file(library, catalog).unlink()

    assert ["original_missing", "transcript_file_missing"] == _codes(run)


def test_a_quick_check_compares_sizes_only(run: Run, library: Library) -> None:
    """A change that keeps the size is found by the full check alone."""
    (library.assets / "gao.mp4").write_bytes(b"FILM")

    assert [] == _codes(run, "--quick")
    assert ["original_changed"] == _codes(run)


def test_an_original_elsewhere_is_verified_too(
    run: Run, tmp_path: Path, catalog: Catalog
) -> None:
    """In place or not, what was added must still be there."""
    with catalog.change() as change:
        clip = change.get(Clip, CLIP)
        elsewhere = str(tmp_path / "card" / "gao.mp4")
        change.put(replace(clip, path=elsewhere, in_place=True))

    codes = _codes(run)

    assert ["original_missing", "file_orphaned"] == codes


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_check_goes_on_whatever_the_records_say(
    run: Run, library: Library, catalog: Catalog
) -> None:
    """Names longer than any, and links that lead nowhere, are problems as others."""
    library.root.chmod(0o755)
    (library.assets / "link.mp4").symlink_to("nowhere")
    with catalog.change() as change:
        change.put(replace(change.get(Clip, CLIP), path=f"assets/{'x' * 300}.mp4"))

    codes = _codes(run)

    assert ["original_missing", "file_orphaned", "file_orphaned"] == codes


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_what_others_can_read_is_said(run: Run, library: Library) -> None:
    """A library open to other users is a warning, not a problem."""
    library.root.chmod(0o755)
    (library.assets / "gao.mp4").chmod(0o644)

    status, _out, err = run("check")

    assert 0 == status
    assert "Other users of this machine can read" in err
