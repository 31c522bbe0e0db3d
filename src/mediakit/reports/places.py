"""Regions as columns: those of the programme first, then wherever else people met."""

from collections.abc import Iterable
from gettext import gettext as _

from mediakit.model.group import fold_name
from mediakit.model.session import Session

Place = str
"""What sessions of one region have in common."""


def place_of(session: Session | None) -> Place:
    """Return what stands for where a session was, to compare."""
    if session is None:
        return ""
    region = fold_name(session.region)
    return f"region:{region}" if region else f"country:{fold_name(session.country)}"


def places(
    regions: Iterable[str], sessions: Iterable[Session | None]
) -> dict[Place, str]:
    """Return what places are called, in the order in which they are shown.

    Args:
        regions: The programme's, as written; all of them are shown.
        sessions: Where else something happened, or ``None`` for nobody knows where.
    """
    found = {f"region:{fold_name(region)}": region for region in regions}
    other: dict[Place, str] = {}
    for session in sessions:
        place = place_of(session)
        if place not in found:
            other.setdefault(place, _called(session))
    # where no region is known comes last
    return found | dict(sorted(other.items(), key=_last))


def _called(session: Session | None) -> str:
    if session is None:
        return _("no session")
    if session.region.strip():
        return session.region
    if session.country.strip():
        return _("no region, {country}").format(country=session.country)
    return _("no region")


def _last(one: tuple[Place, str]) -> tuple[bool, str]:
    return not one[0].startswith("region:"), one[0] and one[1]
