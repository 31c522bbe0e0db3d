"""What figures mean: said in the report itself."""

from collections.abc import Iterator
from gettext import gettext as _
from gettext import ngettext

from mediakit.model.coded import Count
from mediakit.reports.facts import Material
from mediakit.reports.table import Column, Kind


def meaning(by: Count) -> str:
    """Return what a figure counts."""
    return {
        Count.CLIPS: _(
            "A figure is how many clips are coded; a clip counts once, however often "
            "and by however many people it is coded."
        ),
        Count.SESSIONS: _(
            "A figure is at how many sessions the clips were recorded that are coded."
        ),
        Count.PEOPLE: _(
            "A figure is how many people are heard in what is coded; each counts once. "
            "Only voices that somebody named are known."
        ),
        Count.CODINGS: _(
            "A figure is how many codings there are; what two people coded alike "
            "counts twice."
        ),
        Count.TIME: _(
            "A figure is how long the coded passages are; what several codings share "
            "counts once, and clips that are only sorted by a theme have no passage."
        ),
    }[by]


def figure(by: Count, name: str, heading: str) -> Column:
    """Return a column of such figures."""
    return Column(name, heading, Kind.TIME if by is Count.TIME else Kind.NUMBER)


def themes_with_those_below() -> str:
    """Return how themes and those below them are counted."""
    return _(
        "A theme counts with those below it, and one clip may be about several: rows "
        "do not add up to the total."
    )


def left_out(material: Material) -> Iterator[str]:
    """Say what is not counted, and why."""
    if material.closed:
        yield ngettext(
            "{count} coding is not counted: consent does not cover it.",
            "{count} codings are not counted: consent does not cover them.",
            material.closed,
        ).format(count=material.closed)
    if material.astray:
        yield ngettext(
            "{count} coding is not counted: its clip or its theme is gone.",
            "{count} codings are not counted: their clips or their themes are gone.",
            material.astray,
        ).format(count=material.astray)
