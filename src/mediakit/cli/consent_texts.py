"""What people agreed to, in words."""

from collections.abc import Iterator
from gettext import gettext as _

from mediakit.cli.reasons import in_words
from mediakit.i18n.values import author
from mediakit.model.consent import ConsentEvent, ConsentKind
from mediakit.model.timecode import format_time
from mediakit.workflows.find_open_spans import OpenSpans
from mediakit.workflows.show_consent import ClipConsent, PersonConsent


def consent_line(event: ConsentEvent | None, day: str) -> str:
    """Return what an event says, in one line.

    Args:
        event: The event in force; ``None`` while nobody has asked.
        day: ISO 8601 day for which it is told; empty for what was said then.
    """
    if event is None:
        return _("not asked yet")
    if event.kind is ConsentKind.WITHDRAWN:
        return _("withdrawn on {day}").format(day=event.day)
    if day and event.until and event.until <= day:
        return _("ended on {day}").format(day=event.until)
    if not event.up_to:
        return _("agreed to nothing on {day}").format(day=event.day)
    return ", ".join(_terms(event, day))


def _terms(event: ConsentEvent, day: str) -> Iterator[str]:
    yield _("up to {scope}").format(scope=event.up_to)
    for scope in event.excluded:
        yield _("not {scope}").format(scope=scope)
    permissions = (
        (event.face, _("no face")),
        (event.voice, _("no voice")),
        (event.name, _("no name")),
        (event.transcribe, _("no transcription by machine")),
        (event.research, _("no research")),
    )
    yield from (text for given, text in permissions if not given)
    if event.pseudonym:
        yield _("called {pseudonym}").format(pseudonym=event.pseudonym)
    if event.embargo and day and event.embargo <= day:
        yield _("embargo ended on {day}: ask again").format(day=event.embargo)
    elif event.embargo:
        yield _("embargo until {day}").format(day=event.embargo)
    if event.until:
        yield _("until {day}").format(day=event.until)


def person_lines(consent: PersonConsent, day: str) -> Iterator[str]:
    """Tell what holds for a person, and how it came to be."""
    yield f"{consent.person.id}  {consent.person.name}".rstrip()
    holds = consent_line(consent.holds, day)
    yield _("On {day}: {consent}").format(day=day, consent=holds)
    for one in consent.different:
        yield _("In {clip} {title}: {consent}").format(
            clip=one.id,
            title=one.clip.title if one.clip else "",
            consent=consent_line(one.holds, day),
        )
    yield _("History:") if consent.history else _("History: nothing yet")
    for event in consent.history:
        yield from event_lines(event)


def event_lines(event: ConsentEvent) -> Iterator[str]:
    """Tell one event: what, when, by whom, shown by what."""
    yield f"  {event.id}  {event.day}  {consent_line(event, '')}"
    if event.clips:
        yield "    " + _("Only in: {clips}").format(clips=" ".join(event.clips))
    if event.why:
        yield "    " + _("Why: {why}").format(why=event.why)
    if event.evidence:
        shown = " ".join(one.clip or one.path for one in event.evidence)
        yield "    " + _("Evidence: {evidence}").format(evidence=shown)
    if event.created:
        yield "    " + _("Recorded by {author}, {moment}").format(
            author=author(event.created.by), moment=event.created.at
        )


def clip_lines(consent: ClipConsent, day: str) -> Iterator[str]:
    """Tell what everybody in a clip agreed to."""
    yield f"{consent.clip.id}  {consent.clip.title}"
    yield from present_lines(consent, day)


def present_lines(consent: ClipConsent, day: str) -> Iterator[str]:
    """Tell who is in a clip, and what they agreed to."""
    for one in consent.present:
        name = one.person.name if one.person else ""
        parts = (one.id, name, consent_line(one.holds, day))
        yield "  " + "  ".join(part for part in parts if part)
    if consent.unknown:
        spans = ", ".join(
            f"{format_time(span.start)} - {format_time(span.end)}"
            for span in consent.unknown
        )
        yield "  " + _("Nobody has said who is in: {spans}").format(spans=spans)


def spans_lines(found: OpenSpans) -> Iterator[str]:
    """Tell what of a clip is open, and what closes the rest."""
    for span in found.spans:
        start, end = map(format_time, (span.range.start, span.range.end))
        state = _("open") if span.is_open else _("closed")
        yield f"{start} - {end}  {state}"
        if span.reasons:
            yield in_words(span.reasons)
    yield _("Open for {scope}: {open} of {length}").format(
        scope=found.scope,
        open=format_time(found.duration),
        length=format_time(found.clip.media.duration),
    )
