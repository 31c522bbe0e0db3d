"""``mediakit list``, ``show`` and ``clip``."""

import json
import sys
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.files import make_folder
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.coding import Coding
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import (
    ClipId,
    CodingId,
    ExcerptId,
    ScreeningId,
    SessionId,
    ThemeId,
    UseId,
)
from mediakit.model.removed import Removed
from mediakit.model.screening import Screening
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange
from mediakit.model.use import Use, UsedFile, UsedRange, UseKind
from tests.builders import SOUND, a_clip, a_session
from tests.conftest import Run
from tests.consents import put_voice_of

FIRST, SECOND = ClipId("c-0000000001"), ClipId("c-0000000002")
GAO = SessionId("s-0000000001")
TRUST = ThemeId("th-0000000001")


@pytest.fixture(autouse=True)
def _two_clips(catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(a_session(GAO))
        change.put(a_clip(FIRST, title="Trust", session=GAO))
        change.put(a_clip(SECOND, title="Water", media=SOUND, languages=("en", "bm")))
        change.put(Theme(id=ThemeId("th-0000000002"), path="peace", labels={}))
        change.put(Theme(id=TRUST, path="peace/trust", labels={}))
        change.put(Coding(id=CodingId("k-0000000001"), clip=FIRST, theme=TRUST))


def _screen(catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(
            Excerpt(
                id=ExcerptId("x-0000000001"),
                clip=FIRST,
                range=TimeRange(1000, 2500),
                quote="peace",
            )
        )
        change.put(Screening(id=ScreeningId("sc-0000000001"), clip=FIRST, session=GAO))
        change.put(
            Use(
                id=UseId("u-0000000001"),
                kind=UseKind.CUT,
                files=(UsedFile("exports/cuts/trust.mp4", "0" * 64),),
                ranges=(UsedRange(FIRST, TimeRange(1000, 2500)),),
            )
        )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), ["Trust", "Water"]),
        (("--session", "s-0"), ["Trust"]),
        (("--theme", "peace"), ["Trust"]),
        (("--language", "bam"), ["Water"]),
        (("--language", "fr-ML"), ["Trust"]),
        (("--theme", "trust", "--language", "en"), []),
    ],
)
def test_lists_what_meets_every_condition(
    run: Run, words: tuple[str, ...], expected: list[str]
) -> None:
    """A theme finds those below it, a language its regions."""
    out = run("list", "--json", *words)[1]

    assert expected == [item["clip"]["title"] for item in json.loads(out)]


def test_tells_a_clips_life(run: Run, catalog: Catalog) -> None:
    """Recorded where, about what, cut into what, shown where."""
    _screen(catalog)

    status, out, err = run("show", "c-0000000001")

    assert (0, "") == (status, err)
    assert (
        """\
c-0000000001  Trust
Length: 0:20
Picture: 640x360, 25 frames a second, h264
Sound: aac, 48000 Hz, channels: 2
Languages: fr
Original: assets/c-0000000001.mp4
Recorded at: 2026-03-01, Women of Gao, Gao
Themes: peace/trust
Heard or seen:
  Nobody has said who is in: 0:00 - 0:20
Transcripts: none
Excerpts:
  x-0000000001  0:01 - 0:02.500  peace
Screened at:
  2026-03-01, Women of Gao, Gao: shown
Made from it:
  u-0000000001  cut, internal: exports/cuts/trust.mp4
"""
        == out
    )


def test_editing_changes_only_what_was_named(run: Run, catalog: Catalog) -> None:
    """Titles, languages, session and notes; the rest stays."""
    before = catalog.read().get(Clip, FIRST)

    run("clip", "edit", FIRST, "--title", "Trust in Gao", "--language", "fra")
    run("clip", "edit", FIRST, "--session", "")

    after = catalog.read().get(Clip, FIRST)
    assert ("Trust in Gao", ("fr",), None) == (
        after.title,
        after.languages,
        after.session,
    )
    assert (before.media, before.sha256, before.created) == (
        after.media,
        after.sha256,
        after.created,
    )


def test_a_removed_clip_can_be_put_back_by_hand(
    run: Run, library: Library, catalog: Catalog
) -> None:
    """Its original and records are in a folder of their own."""
    original = _make_original(library, catalog)

    status = run("clip", "remove", FIRST)[0]

    folder = library.root / "removed" / FIRST
    records = json.loads((folder / "records.json").read_bytes())
    assert 0 == status
    assert not original.exists()
    assert b"film" == (folder / original.name).read_bytes()
    assert ["Clip", "Coding"] == [record["kind"] for record in records]
    assert [SECOND] == [clip.id for clip in catalog.read().all(Clip)]
    assert [] == catalog.read().all(Coding)


def test_a_clip_with_a_history_is_not_removed_in_passing(
    run: Run, library: Library, catalog: Catalog
) -> None:
    """Screened or used, it must be said twice; the record of its use stays."""
    original = _make_original(library, catalog)
    _screen(catalog)

    refused = run("clip", "remove", FIRST)
    kept = original.exists()
    done = run("clip", "remove", FIRST, "--with-history", "--delete", "--yes")

    assert (76, 0) == (refused[0], done[0])
    assert kept
    assert not original.exists()
    assert not (library.root / "removed").exists()
    assert [] == catalog.read().all(Screening)
    assert 1 == len(catalog.read().all(Use))


def test_what_left_of_a_removed_clip_can_be_taken_back(
    run: Run, library: Library, catalog: Catalog
) -> None:
    """Who is in it is remembered as long as something of it is outside."""
    _make_original(library, catalog)
    _screen(catalog)
    person = put_voice_of(catalog, FIRST)
    run("clip", "remove", FIRST, "--with-history")

    _status, out, _err = run("consent", "withdraw", person.id, "--json")
    checked = run("check", "--quick", "--json")[1]

    [use], [removed] = catalog.read().all(Use), catalog.read().all(Removed)
    asked = json.loads(out)["asked"]
    assert [use.id, removed.id] == [one["target"] for one in asked]
    assert ["use", "removed clip"] == [one["kind"] for one in asked]
    assert "link_broken" not in checked


def test_an_original_added_in_place_is_never_touched(
    run: Run, tmp_path: Path, catalog: Catalog
) -> None:
    """Not even by --delete."""
    original = tmp_path / "card" / "gao.mp4"
    make_folder(original.parent)
    original.write_bytes(b"film")
    with catalog.change() as change:
        place = a_clip(FIRST, path=str(original))
        change.put(_in_place(place))

    status = run("clip", "remove", FIRST, "--delete", "--yes")[0]

    assert 0 == status
    assert b"film" == original.read_bytes()


@pytest.mark.parametrize("delete", [("--delete", "--yes"), ()])
@pytest.mark.parametrize("place", ["../private.txt", "assets/../../private.txt", ""])
def test_nothing_outside_the_library_is_touched(
    run: Run, tmp_path: Path, catalog: Catalog, delete: tuple[str, ...], place: str
) -> None:
    """Whatever the records of a stranger say; it is said what stays."""
    private = tmp_path / "private.txt"
    private.write_text("mine")
    with catalog.change() as change:
        change.put(a_clip(FIRST, path=place or str(private)))

    status, _out, err = run("clip", "remove", FIRST, *delete)

    assert 0 == status
    assert "mine" == private.read_text()
    assert "outside the library" in err
    assert "private.txt" in err


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_do_not_lead_out_of_the_library(
    run: Run, tmp_path: Path, library: Library, catalog: Catalog
) -> None:
    """A folder among the originals that is a link is not the library's."""
    private = tmp_path / "private"
    private.mkdir()
    (private / "mine.txt").write_text("mine")
    (library.assets / "linked").symlink_to(private)
    with catalog.change() as change:
        change.put(a_clip(FIRST, path="assets/linked/mine.txt"))

    run("clip", "remove", FIRST, "--delete", "--yes")

    assert "mine" == (private / "mine.txt").read_text()


def _in_place(clip: Clip) -> Clip:
    from dataclasses import replace

    return replace(clip, in_place=True)


def _make_original(library: Library, catalog: Catalog) -> Path:
    path = library.resolve(catalog.read().get(Clip, FIRST).path)
    path.write_bytes(b"film")
    return path
