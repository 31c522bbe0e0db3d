"""An M3U list beside its files: any player goes through it, VLC pauses after each."""

from pathlib import Path

from mediakit.files import write_early
from mediakit.kits import vlc
from mediakit.kits.base import Need
from mediakit.kits.plan import KitItem, KitPlan

NAME = "m3u8"
NEEDS = frozenset({Need.MEDIA, Need.SUBTITLES})

FILE = "playlist.m3u8"


def lay_out(plan: KitPlan, folder: Path) -> None:
    """Write the list.

    Raises:
        WriteFailed: It could not be written.
    """
    lines = ["#EXTM3U", *(line for item in plan.items for line in _lines(plan, item))]
    write_early(folder / FILE, "".join(f"{line}\n" for line in lines).encode())


def _lines(plan: KitPlan, item: KitItem) -> list[str]:
    # players take what is before " - ", or a comma, as somebody's name
    title = vlc.title(plan, item).replace(" - ", ": ").replace(",", " ")
    options = (f"#EXTVLCOPT:{option}" for option in vlc.OPTIONS)
    return [f"#EXTINF:{round(item.duration / 1000)},{title}", *options, item.media]
