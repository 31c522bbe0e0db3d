"""Records in one line."""

from gettext import gettext as _

from mediakit.i18n.values import origin, state
from mediakit.model.session import Session
from mediakit.model.transcript_record import Origin, State, TranscriptRecord


def session_line(session: Session) -> str:
    """Return a session's date, title and place in one line."""
    return ", ".join(
        part for part in (session.date, session.title, session.place) if part
    )


def transcript_line(record: TranscriptRecord) -> str:
    """Return what a transcript is, in one line."""
    made = " ".join(part for part in (record.engine, record.model) if part)
    parts = (record.language, *sources(record), state(record.state), made)
    return ", ".join(part for part in parts if part)


def sources(record: TranscriptRecord) -> list[str]:
    """Return where the words of a transcript come from; nothing for a machine's.

    The state of a machine's words says it already.
    """
    if record.origin.is_speech and record.state is State.MACHINE:
        return []
    is_signed = record.by and record.origin.is_translation
    return [translation(record) if is_signed else origin(record.origin)]


def translation(record: TranscriptRecord) -> str:
    """Return who translated what was spoken, and when."""
    if record.origin is Origin.ORAL_TRANSLATION:
        text = _("oral translation by {name}, {date}")
    else:
        text = _("translation by {name}, {date}")
    return text.format(name=record.by, date=record.date)
