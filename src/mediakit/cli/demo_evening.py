"""The last acts of the demo: an evening is prepared, and put on a stick."""

from collections.abc import Mapping
from pathlib import Path

from mediakit.cli.demo_acts import Demo, options
from mediakit.kits.page import page
from mediakit.model.excerpt import Excerpt
from mediakit.model.playlist import Playlist
from mediakit.model.timecode import format_time
from mediakit.model.use import Use
from mediakit.workspace import open_workspace


def prepare(demo: Demo) -> None:
    """Put excerpts on a playlist, check it, and see which words to check first."""
    script = demo.script
    for playlist in script.all(Playlist):
        facts = {
            "session": demo.session(playlist.session) if playlist.session else "",
            "scope": playlist.scope,
            "budget": format_time(playlist.budget),
        }
        demo.run("playlist", "new", playlist.title, *options(facts))
        made = demo.now().all(Playlist)[-1].id
        for item in playlist.items:
            quote = script.get(Excerpt, item.excerpt).quote if item.excerpt else ""
            words = {
                "quote": quote,
                "title": _tagged(item.titles),
                "ask": _tagged(item.questions),
                "note": _tagged(item.notes),
                "pause": format_time(item.pause),
            }
            clip = demo.clip(item.clip)
            demo.run("playlist", "add", made, clip, *options(words))
        demo.run("playlist", "check", made)
    demo.run("transcript", "review", "--limit", "3")


def carry(demo: Demo) -> Path:
    """Make a page of the playlist, verify it, and return where to open it."""
    playlist = demo.now().all(Playlist)[-1]
    demo.run("playlist", "kit", playlist.id, "--as", page.NAME)
    made = demo.now().all(Use)[-1]
    library = open_workspace(demo.folder).library
    start = next(file.path for file in made.files if file.path.endswith(page.START))
    opened = library.resolve(start)
    demo.run("kit", "verify", str(opened.parent))
    return opened.absolute()


def _tagged(texts: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(f"{tag}:{text}" for tag, text in texts.items())
