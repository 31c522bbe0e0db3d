"""Whether two sessions are meetings of the same group, and whose group that is."""

import unicodedata

from mediakit.model.person import Person
from mediakit.model.session import Session


def is_same_group(one: Session, other: Session) -> bool:
    """Tell whether the same people met, as far as the records say.

    Groups that are named are the same by name; sessions without a group, by place
    and community. One with a name and one without are not taken for the same, and
    neither are two of which nothing is known.
    """
    if one.id == other.id:
        return True
    if one.group.strip() or other.group.strip():
        return is_same_name(one.group, other.group)
    known = (one.place + one.community).strip()
    return bool(known) and _folded(one) == _folded(other)


def is_own_group(
    audience: Session, *, recorded_at: Session | None, person: Person | None
) -> bool:
    """Tell whether an audience is the group that a person belongs to.

    It is the one they were recorded with, or of their community, or meets where
    that community is at home: programmes write both as one name.
    """
    if recorded_at is not None and is_same_group(recorded_at, audience):
        return True
    community = person.community if person else ""
    return any(
        is_same_name(community, name) for name in (audience.community, audience.place)
    )


def is_same_name(one: str, other: str) -> bool:
    """Tell whether two names are written the same, whatever their case and spaces."""
    return fold_name(one) == fold_name(other) != ""


def fold_name(name: str) -> str:
    """Return a name as it is compared."""
    return " ".join(name.casefold().split())


def plain_name(name: str) -> str:
    """Return a name as it is compared where a miss would tell who somebody is.

    Without accents, too: capitals are often written without any, and keyboards write
    them in two ways.
    """
    # letters that casefolding takes apart may have accents again
    folded = unicodedata.normalize("NFKD", fold_name(name))
    apart = unicodedata.normalize("NFKD", folded.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _folded(session: Session) -> tuple[str, str]:
    return fold_name(session.place), fold_name(session.community)
