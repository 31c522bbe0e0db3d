"""Words for submissions: their standing, and what they lack."""

from collections.abc import Iterator
from gettext import gettext as _

from mediakit.cli.labels import session_line
from mediakit.model.cause import Cause
from mediakit.model.objections import Objection
from mediakit.model.submission import Standing
from mediakit.model.submission_gaps import Gap
from mediakit.model.timecode import format_time
from mediakit.workflows.list_submissions import Listed


def standing_label(value: Standing) -> str:
    """Return what a standing is called."""
    return {
        Standing.WAITING: _("waiting"),
        Standing.SHORTLISTED: _("shortlisted"),
        Standing.ACCEPTED: _("accepted"),
        Standing.DECLINED: _("declined"),
    }[value]


def length(milliseconds: int) -> str:
    """Return a length in whole seconds."""
    return format_time(milliseconds // 1000 * 1000)


def contributor(listed: Listed) -> str:
    """Return who sent a submission in, or a hyphen."""
    person = listed.contributor
    return (person.name or person.id) if person else "-"


def missing(listed: Listed) -> str:
    """Return what a submission lacks, or a hyphen."""
    if listed.needs is None:
        return "-"
    lacks = [*map(_gap, listed.needs.gaps), *map(_objection, listed.needs.objections)]
    return ", ".join(lacks) or "-"


def facts(listed: Listed, picture: str) -> Iterator[str]:
    """Yield everything about a submission, a line each.

    Args:
        listed: The submission.
        picture: Where a picture of it is, or empty.
    """
    one = listed.submission
    yield f"{one.id}  {one.title}"
    yield _("Standing: {standing}").format(standing=standing_label(one.standing))
    lasts = length(one.media.duration)
    if one.limit is None:
        yield _("Length: {length}").format(length=lasts)
    else:
        allowed = length(one.limit)
        yield _("Length: {length} of {limit} allowed").format(
            length=lasts, limit=allowed
        )
    place = session_line(listed.session) if listed.session else ""
    for text, value in (
        (_("Why: {value}"), one.why),
        (_("Call: {value}"), one.call),
        (_("From: {value}"), one.sender),
        (_("Contributor: {value}"), contributor(listed)),
        (_("May be shown up to: {value}"), listed.needs.up_to if listed.needs else ""),
        (_("Missing: {value}"), missing(listed) if listed.needs else ""),
        (_("Recorded at: {value}"), place),
        (_("Languages: {value}"), " ".join(one.languages)),
        (_("File: {value}"), "" if listed.clip else one.path),
        (_("Picture: {value}"), picture),
        (_("Clip: {value}"), one.clip or ""),
    ):
        if value:
            yield text.format(value=value)
    if listed.clip:
        yield _("Times screened: {count}").format(count=listed.screened)
    elif one.clip:
        yield _("That clip is no longer in the library.")


def _gap(value: Gap) -> str:
    return {
        Gap.FILE_MISSING: _("the file"),
        Gap.TOO_LONG: _("too long"),
        Gap.NO_CONTRIBUTOR: _("a contributor"),
    }[value]


def _objection(objection: Objection) -> str:
    known = {
        Cause.PENDING: _("consent (not asked yet)"),
        Cause.WITHDRAWN: _("consent (withdrawn on {day})"),
        Cause.ENDED: _("consent (ended on {day})"),
        Cause.EMBARGO: _("consent (not before {day})"),
        Cause.EMBARGO_ENDED: _("consent (to be asked again)"),
    }
    text = known.get(objection.cause, _("consent (refused)"))
    return text.format(day=objection.day)
