"""What people agreed to be called, and to what, on a day."""

from gettext import gettext as _

from mediakit.model.consent import ConsentEvent, ConsentKind
from mediakit.model.consent_in_force import consent_in_force
from mediakit.model.ids import ClipId, PersonId
from mediakit.reports.facts import Material


def in_force(
    material: Material, person: PersonId, clip: ClipId | None = None
) -> ConsentEvent | None:
    """Return what counts of what somebody said, of a clip or of all."""
    said = material.known.consents.get(person, ())
    return consent_in_force(said, clip or ClipId(""), material.day)


def agreed_name(material: Material, person: PersonId, said: ConsentEvent | None) -> str:
    """Return what somebody agreed to be called, or nothing.

    Who has not been asked is called as the team calls them; who withdrew, nothing.
    """
    known = material.known.people.get(person)
    if said is not None and said.kind is ConsentKind.WITHDRAWN:
        return ""
    if said is not None and not said.name:
        return said.pseudonym
    return known.name if known else ""


def standing(material: Material, said: ConsentEvent | None) -> str:
    """Return how far a consent goes on the day, in few words."""
    if said is None:
        return _("not asked")
    if said.kind is ConsentKind.WITHDRAWN:
        return _("withdrawn")
    if said.until and said.until <= material.day:
        return _("ended")
    if not said.up_to:
        return _("agreed to nothing")
    if said.embargo:
        past = said.embargo <= material.day
        return _("to be asked again") if past else _("asked to wait")
    return _("up to {scope}").format(scope=said.up_to)
