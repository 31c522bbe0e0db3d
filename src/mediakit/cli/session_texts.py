"""Lines that tell what happened at sessions: who was there, what they saw and said."""

from collections.abc import Iterable, Iterator
from gettext import gettext as _

from mediakit.cli.labels import session_line
from mediakit.i18n.values import heat, outcome, sex
from mediakit.model.cause import Cause
from mediakit.model.excerpt import Excerpt
from mediakit.model.presence import Presence
from mediakit.model.screening import Screening
from mediakit.model.session import Session
from mediakit.model.showing import Care
from mediakit.model.timecode import format_time
from mediakit.workflows.check_showing import ToldCaution


def people_line(session: Session) -> str:
    """Return how many people were at a session, and who."""
    who = presence_line(session.present)
    if session.people is None:
        return who
    return f"{session.people} ({who})" if who else str(session.people)


def presence_line(present: Iterable[Presence]) -> str:
    """Return who was present, counted."""
    return ", ".join(map(_presence, present))


def excerpt_part(excerpt: Excerpt | None) -> str:
    """Return which part of a clip an excerpt is, to be put after its title."""
    if excerpt is None:
        return ""
    start, end = map(format_time, (excerpt.range.start, excerpt.range.end))
    return f" [{start} - {end}]"


def outcome_line(screening: Screening) -> str:
    """Return what became of a screening, and how the room took it."""
    told = outcome(screening.outcome)
    return f"{told}, {heat(screening.heat)}" if screening.heat else told


def screening_notes(screening: Screening) -> Iterator[str]:
    """Yield what was noted of a screening, a line each."""
    if screening.began and screening.reached:
        yield _("Began {when}, seen for {length}.").format(
            # the minute, as the clock on the wall showed it
            when=screening.began[:16].replace("T", " "),
            length=format_time(round(screening.reached, -3)),
        )
    if screening.question:
        yield _("Asked: {question}").format(question=screening.question)
    if screening.reaction:
        yield _("Reaction: {reaction}").format(reaction=screening.reaction)
    for question in screening.asked:
        yield _("The room asked: {question}").format(question=question)
    if screening.present:
        yield _("Seen by: {people}").format(people=presence_line(screening.present))


def caution_line(told: ToldCaution) -> str:
    """Return what to know before something is shown."""
    caution, session = told.caution, told.session
    if caution.care is Care.ALREADY_SHOWN:
        where = session_line(session) if session else "-"
        return _("This group saw it already: {session}").format(session=where)
    if caution.care is Care.RECORDED_HERE:
        return _("It was recorded in this very place.")
    if caution.care is Care.SENSITIVE:
        return _("To be shown with care: {why}").format(why=caution.why)
    if caution.care is Care.UNKNOWN_VOICE:
        return _("Nobody has said who is heard or seen in all of it.")
    return _neighbour(told) if caution.care is Care.NOT_FOR_OWN_GROUP else _person(told)


def _person(told: ToldCaution) -> str:
    if told.caution.cause is Cause.WITHDRAWN:
        line = _("{person} withdrew consent.")
    elif told.caution.cause is Cause.PENDING:
        line = _("{person} has not been asked yet.")
    else:
        line = _("{person} did not agree to be shown there.")
    return line.format(person=_called(told))


def _called(told: ToldCaution) -> str:
    name = told.person.name if told.person else ""
    return name or told.caution.person or "-"


def _neighbour(told: ToldCaution) -> str:
    community = told.person.community if told.person else ""
    if told.caution.cause is Cause.WITHDRAWN:
        line = _("{person}, of the community {community}, withdrew consent.")
    elif told.caution.cause is Cause.PENDING:
        line = _("{person}, of the community {community}, has not been asked yet.")
    else:
        line = _(
            "{person}, of the community {community}, did not agree to be shown there."
        )
    return line.format(person=_called(told), community=community)


def _presence(presence: Presence) -> str:
    words = [str(presence.count)]
    if presence.sex:
        words.append(sex(presence.sex))
    if presence.age_group:
        words.append(presence.age_group)
    return " ".join(words)
