"""A kit to try the page with: tiny files, and words that are hard to show."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from mediakit.errors.base import Reason, sentence
from mediakit.kits.page import page
from mediakit.kits.plan import KitItem, KitPlan, KitTheme
from tests.media_files import picture, sound, video

QUESTION = {
    "fr": "Que feriez-vous à leur place ?",
    "ar": "ماذا كنتم ستفعلون لو كنتم مكانهم؟",
}
SECRET = "Do not name the chief"  # noqa: S105 a note
CAUTION = Reason(sentence("To be shown with care: {why}"), why="shots are heard")
# a machine that is busy presses the next key late: no item is over before that
SECONDS = 20
SUBTITLES = """WEBVTT

00:00.000 --> 00:09.000
<v Awa>L'eau &amp; la terre

NOTE not for the room

00:10.000 --> 00:19.000
الماء والأرض
"""

FILM = KitItem(
    code="A1",
    media="media/01.mp4",
    duration=1000 * SECONDS,
    poster="stills/01-first.jpg",
    still="stills/01-last.jpg",
    titles={"fr": "Le puits", "ar": "البئر"},
    questions=QUESTION,
    notes={"fr": SECRET},
    pause=60_000,
    subtitles={"fr": "media/01.fr.vtt"},
    voiceovers={"bm": "media/01.bm.mp3"},
    themes=(KitTheme(labels={"fr": "Eau"}, colour="#1565c0", icon="💧"),),
    cautions=(CAUTION,),
    excerpt="x-0000000001",
    start=1000,
    end=1000 + 1000 * SECONDS,
)
BITE = KitItem(
    code="B2",
    media="media/02.mp3",
    has_pictures=False,
    duration=1000 * SECONDS,
    titles={"fr": "La radio"},
    questions={"fr": "Qui parle ?"},
    excerpt="x-0000000002",
    start=0,
    end=1000 * SECONDS,
)
LAST = replace(
    FILM, code="C3", media="media/03.mp4", titles={"fr": "La route"}, cautions=()
)
PLAN = KitPlan(
    playlist="pl-0000000001",
    session="s-0000000001",
    title="Ménaka, jeunes",
    place="Ménaka",
    day="2026-03-02",
    language="fr",
    languages=("fr", "ar", "bm"),
    items=(FILM, BITE, LAST),
    scope="other-communities",
    made="2026-03-01",
)


def lay_out(
    folder: Path, *, items: Sequence[KitItem] = PLAN.items, subtitles: str = SUBTITLES
) -> Path:
    """Lay a page out in *folder* with all that its items name; return its start."""
    plan = replace(PLAN, items=tuple(items))
    for item in plan.items:
        made = (video if item.has_pictures else sound)(seconds=SECONDS)
        _put(folder, item.media, made)
        for still in filter(None, (item.poster, item.still)):
            _put(folder, still, picture())
        for name in item.voiceovers.values():
            _put(folder, name, sound(seconds=SECONDS))
        for name in item.subtitles.values():
            (folder / name).write_text(subtitles, "utf-8")
    page.lay_out(plan, folder)
    return folder / page.START


def _put(folder: Path, name: str, made: Path) -> None:
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists():
        shutil.copyfile(made, target)
