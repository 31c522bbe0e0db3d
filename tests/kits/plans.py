"""Plans of kits to lay out: what a playlist for a room is made of."""

from dataclasses import replace
from pathlib import Path

from mediakit.errors.base import Reason
from mediakit.kits.plan import KitItem, KitPlan, KitTheme
from tests import media_files

WATER = KitTheme(
    labels={"fr": "L\u2019eau", "en": "Water", "ar": "الماء"},
    colour="#1f6fb2",
    icon="💧",
)
TRUST = KitTheme(labels={"fr": "La confiance dans les forces de défense"})
FEAR = KitTheme(labels={"fr": "La peur"}, colour="#f2c230", icon="⚠")

WELL = KitItem(
    code="K7",
    duration=83_400,
    titles={"fr": "Le puits de Gossi", "en": "The well of Gossi"},
    questions={
        "fr": "Qui décide, chez vous, de l\u2019usage du puits ?",
        "ar": "من يقرّر عندكم كيف تُستعمل البئر؟",
        "en": "Who decides, where you live, how the well is used?",
    },
    notes={"fr": "Laisser parler les femmes.\nRappeler qu\u2019on peut sortir."},
    pause=480_000,
    themes=(WATER, TRUST),
    cautions=(Reason("{count} people are seen", count=3), "Somebody weeps"),
    consent="May be shown to other communities.",
)
ROAD = KitItem(
    code="M2", has_pictures=False, duration=61_000, themes=(FEAR,), pause=300_000
)
PLAN = KitPlan(
    playlist="pl-0000000001",
    session="s-0000000001",
    title="Ménaka, jeunes",
    place="Ménaka",
    day="2026-12-03",
    language="fr",
    languages=("fr", "ar"),
    items=(WELL, ROAD),
    scope="other-communities",
    made="2026-11-22",
)


def with_pictures(plan: KitPlan, folder: Path) -> KitPlan:
    """Return a plan whose videos have stills that lie in a folder."""
    items = []
    for item in plan.items:
        name = f"{item.code}.jpg" if item.has_pictures else ""
        if name:
            (folder / name).write_bytes(media_files.picture().read_bytes())
        items.append(replace(item, still=name))
    return replace(plan, items=tuple(items))
