"""The ladder of consent: agreeing to a rung agrees to those before it.

Beside it stand permissions that are given or refused on their own.
"""

from collections.abc import Sequence

INTERNAL = "internal"
OWN_GROUP = "own-group"
OTHER_COMMUNITIES = "other-communities"
FILM = "film"

TRANSCRIBE = "transcribe"
RESEARCH = "research"
# typed where somebody agreed to nothing
NOTHING = "none"

PERMISSIONS = (TRANSCRIBE, RESEARCH)

# what passes as long as nobody said no
OPEN = (INTERNAL, *PERMISSIONS)


def usual_scope(scopes: Sequence[str]) -> str:
    """Return what something is for that is shown to a room of whom nobody has said.

    Such a room is not the people's own group.
    """
    return OTHER_COMMUNITIES if OTHER_COMMUNITIES in scopes else scopes[-1]


def film_scope(scopes: Sequence[str]) -> str:
    """Return what a film is for of which nobody has said: anybody may see it."""
    return FILM if FILM in scopes else scopes[-1]


def reaches(scopes: Sequence[str], up_to: str, rung: str) -> bool:
    """Tell whether who agreed up to one rung agreed to another.

    A rung that is not on the ladder agrees to nothing, and nobody agreed to it.
    """
    return (
        up_to in scopes and rung in scopes and scopes.index(up_to) >= scopes.index(rung)
    )


def rung_asked(scopes: Sequence[str], scope: str, *, own_group: bool | None) -> str:
    """Return what one person must have agreed to, for *scope* before an audience.

    An audience is more than the team, and one that is not the person's own group
    is another community.

    Args:
        scopes: The ladder.
        scope: The rung or permission that is asked for.
        own_group: Whether the audience is that person's own group; ``None`` if it is
            for no audience.
    """
    if own_group is None or scope in PERMISSIONS:
        return scope
    if scope == INTERNAL and OWN_GROUP in scopes:
        scope = OWN_GROUP
    if scope == OWN_GROUP and not own_group and OTHER_COMMUNITIES in scopes:
        return OTHER_COMMUNITIES
    return scope
