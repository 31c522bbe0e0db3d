"""Lists for players, read by readers that are not ours."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from urllib.parse import unquote

import m3u8 as m3u8_reader
import pytest
import xspf_lib

from mediakit.kits import m3u8, xspf
from mediakit.kits.plan import KitItem, KitPlan
from tests.kits.plans import PLAN, ROAD, WELL

ITEMS = (
    replace(WELL, media="01-K7.mp4", duration=83_400),
    replace(ROAD, media="02-M2.m4a", duration=61_000),
)
LISTED = replace(PLAN, items=ITEMS, language="fr")
VLC = "http://www.videolan.org/vlc/playlist/ns/0/"


def test_another_reader_finds_every_item_of_an_m3u8(tmp_path: Path) -> None:
    """In order, with how long each lasts."""
    read = m3u8_reader.load(str(laid_out(m3u8, tmp_path)))

    assert [item.media for item in ITEMS] == [one.uri for one in read.segments]
    assert [83, 61] == [one.duration for one in read.segments]
    assert ["Le puits de Gossi", "M2"] == [one.title for one in read.segments]


def test_vlc_is_told_to_pause_after_each(tmp_path: Path) -> None:
    """Before the name of the file, as it reads them."""
    lines = laid_out(m3u8, tmp_path).read_text("utf-8").splitlines()

    for item in ITEMS:
        assert "#EXTVLCOPT:play-and-pause" == lines[lines.index(item.media) - 1]


def test_another_reader_finds_every_item_of_an_xspf(tmp_path: Path) -> None:
    """In order, with their titles and lengths."""
    read = xspf_lib.Playlist.parse(str(laid_out(xspf, tmp_path)))

    found = [(*track.location, track.title, track.duration) for track in read]
    assert [
        ("01-K7.mp4", "Le puits de Gossi", 83_400),
        ("02-M2.m4a", "M2", 61_000),
    ] == [(unquote(where), title, length) for where, title, length in found]


def test_an_xspf_tells_vlc_the_same(tmp_path: Path) -> None:
    """In the extension that it reads."""
    root = ET.parse(laid_out(xspf, tmp_path)).getroot()  # noqa: S314 our own

    options = [one.text for one in root.iter(f"{{{VLC}}}option")]
    assert ["play-and-pause"] * 2 == options


@pytest.mark.parametrize("title", ["a\nb", "A - B, C", "\x07\ufffe", "<&>", "الماء"])
def test_no_title_breaks_a_list(title: str, tmp_path: Path) -> None:
    """Whatever people wrote, there are as many items."""
    item = replace(ITEMS[0], titles={"fr": title})
    plan = replace(LISTED, items=(item, ITEMS[1]))

    read = m3u8_reader.load(str(laid_out(m3u8, tmp_path, plan)))
    tracks = list(xspf_lib.Playlist.parse(str(laid_out(xspf, tmp_path, plan))))

    assert [item.media, "02-M2.m4a"] == [one.uri for one in read.segments]
    assert 2 == len(tracks)


def laid_out(kind: ModuleType, folder: Path, plan: KitPlan = LISTED) -> Path:
    """Return the list that a kind of kit writes."""
    kind.lay_out(plan, folder)
    path: Path = folder / kind.FILE
    return path


def test_an_item_without_a_title_is_called_by_its_code(tmp_path: Path) -> None:
    """Never by what the clip is called."""
    item = KitItem(code="X3", duration=1000, media="01-X3.mp4")

    told = laid_out(m3u8, tmp_path, replace(LISTED, items=(item,))).read_text()

    assert "#EXTINF:1,X3" in told
