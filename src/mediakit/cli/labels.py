"""Names that people read for the fixed values of records."""

from gettext import gettext as _

from mediakit.model.screening import Outcome
from mediakit.model.session import Session, SessionKind
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.model.use import UseKind


def session_kind(kind: SessionKind) -> str:
    """Return what a kind of session is called."""
    return {
        SessionKind.FOCUS_GROUP: _("focus group"),
        SessionKind.INTERVIEW: _("interview"),
        SessionKind.REGIONAL_GATHERING: _("regional gathering"),
        SessionKind.NATIONAL_CONFERENCE: _("national conference"),
        SessionKind.PUBLIC_SCREENING: _("public screening"),
        SessionKind.OTHER: _("other session"),
    }[kind]


def outcome(value: Outcome) -> str:
    """Return what an outcome of a screening is called."""
    return {
        Outcome.SHOWN: _("shown"),
        Outcome.SKIPPED: _("skipped"),
        Outcome.STOPPED: _("stopped"),
    }[value]


def origin(value: Origin) -> str:
    """Return what an origin of words is called."""
    return {
        Origin.MACHINE: _("machine"),
        Origin.IMPORTED: _("imported"),
        Origin.CORRECTED: _("corrected"),
        Origin.ORAL_TRANSLATION: _("oral translation"),
        Origin.TRANSLATION: _("translation"),
    }[value]


def state(value: State) -> str:
    """Return what a transcript's state is called."""
    return {
        State.MACHINE: _("machine, not checked"),
        State.UNCHECKED: _("not checked"),
        State.CHECKED: _("checked"),
        State.APPROVED: _("approved"),
    }[value]


def use_kind(value: UseKind) -> str:
    """Return what a kind of use is called."""
    return {UseKind.CUT: _("cut"), UseKind.TRANSCRIPT: _("transcript")}[value]


def session_line(session: Session) -> str:
    """Return a session's date, title and place in one line."""
    return ", ".join(
        part for part in (session.date, session.title, session.place) if part
    )


def transcript_line(record: TranscriptRecord) -> str:
    """Return what a transcript is, in one line."""
    made = " ".join(part for part in (record.engine, record.model) if part)
    # the state of a machine's words says where they come from
    source = "" if record.state is State.MACHINE else origin(record.origin)
    parts = (record.language, source, state(record.state), made)
    return ", ".join(part for part in parts if part)
