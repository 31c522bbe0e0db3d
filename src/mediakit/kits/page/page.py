"""The page: what lies in `files`, and what it is told of a playlist.

A browser that opens a page from a stick lets it load neither modules nor texts, only
scripts, pictures and media: what the page is to know, it is told in scripts. It has
two windows. That for the room is never told what only the facilitator may read.
"""

from collections.abc import Callable
from pathlib import Path

from mediakit.files import read_whole, write_early
from mediakit.i18n.language import known_languages
from mediakit.kits.base import Need
from mediakit.kits.page.script import script
from mediakit.kits.page.texts import TEXTS
from mediakit.kits.plan import KitItem, KitPlan
from mediakit.kits.words import words_in

NAME = "page"
NEEDS = frozenset({Need.MEDIA, Need.STILLS, Need.SUBTITLES, Need.VOICEOVERS})

START = "index.html"
FOLDER = "page"

_FILES = Path(__file__).with_name("files")
# an hour of subtitles is a hundred kilobytes
_LONGEST_SUBTITLES = 1 << 22


def lay_out(plan: KitPlan, folder: Path) -> None:
    """Write the page, and the scripts that tell it of *plan*.

    Raises:
        ReadFailed: A file of subtitles cannot be read.
        WriteFailed: A file could not be written.
    """
    for file in sorted(_FILES.rglob("*.*")):
        write_early(folder / file.relative_to(_FILES), file.read_bytes())
    told = {
        "words": {tag: _words(tag) for tag in known_languages()},
        "shown": _shown(plan),
        "cues": _cues(plan, folder),
        "unshown": _unshown(plan),
    }
    for name, value in told.items():
        write_early(folder / FOLDER / f"{name}.js", script(name, value))


def _words(tag: str) -> dict[str, str]:
    say = words_in(tag)
    return {name: say(text) for name, text in TEXTS.items()}


def _shown(plan: KitPlan) -> dict[str, object]:
    """Return what the room may see."""
    return {
        "playlist": plan.playlist,
        "session": plan.session,
        "title": plan.title,
        "place": plan.place,
        "day": plan.day,
        "language": plan.language,
        "languages": plan.languages,
        "items": [_shown_item(item) for item in plan.items],
    }


def _shown_item(item: KitItem) -> dict[str, object]:
    return {
        "code": item.code,
        "media": item.media,
        "hasPictures": item.has_pictures,
        "duration": item.duration,
        "poster": item.poster,
        "still": item.still,
        "titles": dict(item.titles),
        "questions": dict(item.questions),
        "subtitles": dict(item.subtitles),
        "voiceovers": dict(item.voiceovers),
        "themes": [
            {"labels": dict(one.labels), "colour": one.colour, "icon": one.icon}
            for one in item.themes
        ],
        "pause": item.pause,
        "excerpt": item.excerpt,
        "start": item.start,
        "end": item.end,
    }


def _cues(plan: KitPlan, folder: Path) -> dict[str, str]:
    """Return the subtitles, by the name of the file they are in."""
    names = sorted({name for item in plan.items for name in item.subtitles.values()})
    return {
        name: read_whole(folder / name, most=_LONGEST_SUBTITLES).decode(
            errors="replace"
        )
        for name in names
    }


def _unshown(plan: KitPlan) -> dict[str, object]:
    """Return what only the facilitator may read."""
    speakers = {tag: words_in(tag) for tag in known_languages()}
    return {
        "scope": plan.scope,
        "made": plan.made,
        "items": [_unshown_item(item, speakers) for item in plan.items],
    }


def _unshown_item(
    item: KitItem, speakers: dict[str, Callable[[str], str]]
) -> dict[str, object]:
    return {
        "notes": dict(item.notes),
        "cautions": {
            tag: [say(one) for one in item.cautions] for tag, say in speakers.items()
        },
        "consent": {tag: say(item.consent) for tag, say in speakers.items()},
    }
