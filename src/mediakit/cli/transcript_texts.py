"""What is said of transcripts: how sure their words are, and what was mended."""

from collections.abc import Iterator, Mapping
from gettext import gettext as _
from gettext import ngettext

from mediakit.cli.labels import transcript_line
from mediakit.formats.registry import Reading
from mediakit.formats.repairs import SENTENCES, Repair, by_kind
from mediakit.i18n.values import doubt
from mediakit.model.transcript_record import Origin, State, TranscriptRecord

ORIGINS = [origin.value for origin in Origin if origin is not Origin.SEGMENTS]
"""Where words may come from, as typed."""

_SHOWN_PLACES = 10


def warnings(record: TranscriptRecord) -> list[str]:
    """Return what must go along wherever the words of a transcript go."""
    told = [_(record.notice)] if record.notice else []
    if record.origin is Origin.ORAL_TRANSLATION:
        told.append(_("An oral translation: not the speaker's own words."))
    if record.origin is Origin.TRANSLATION:
        told.append(_("A translation: not the speaker's own words."))
    if record.origin is Origin.MACHINE_TRANSLATION:
        told.append(_("A machine's translation: not the speaker's own words."))
    if record.state is State.MACHINE:
        told.append(_("A machine's words, not checked by a person."))
    elif record.state is State.UNCHECKED:
        told.append(_("Not checked by a person against the recording."))
    if record.guessed_speakers:
        told.append(_("A machine told the speakers apart, not a person."))
    return told


def transcript_row(record: TranscriptRecord) -> str:
    """Return a transcript's id, and what it is, in one line."""
    return f"{record.id}  {transcript_line(record)}"


def stay_as_they_are(count: int) -> str:
    """Return what is said of segments that a correction may not touch."""
    return ngettext(
        "{count} segment stays as it is, and is not shown: consent does not cover it.",
        "{count} segments stay as they are, and are not shown: consent does not cover "
        "them.",
        count,
    ).format(count=count)


def doubts(counts: Mapping[str, int]) -> str:
    """Return how many segments have each doubt, the most frequent first."""
    ordered = sorted(counts.items(), key=lambda counted: -counted[1])
    return ", ".join(
        _("{name}: {told}").format(name=doubt(flag), told=count)
        for flag, count in ordered
    )


def mendings(reading: Reading) -> Iterator[str]:
    """Yield a line for each kind of thing that was mended, with where."""
    for repair, lines in by_kind(reading.repairs):
        what = _(SENTENCES[repair.kind]).format(**repair.values)
        places = _places(lines)
        if not places:
            yield _("The whole file: {what}.").format(what=what)
        elif reading.draft.place == "segment":
            yield ngettext(
                "Segment {places}: {what}.", "Segments {places}: {what}.", len(lines)
            ).format(places=places, what=what)
        else:
            yield ngettext(
                "Line {places}: {what}.", "Lines {places}: {what}.", len(lines)
            ).format(places=places, what=what)


def counts(reading: Reading) -> str:
    """Return how much was imported, mended and left out."""
    left_out = sum(repair.left_out for repair in reading.repairs)
    return _(
        "Segments imported: {imported}; repaired: {repaired}; left out: {left_out}."
    ).format(
        imported=len(reading.segments),
        repaired=len(reading.repairs) - left_out,
        left_out=left_out,
    )


def as_json(repair: Repair) -> dict[str, object]:
    """Return a repair as programs read it."""
    return {
        "kind": repair.kind,
        "line": repair.line,
        "left_out": repair.left_out,
        **repair.values,
    }


def _places(lines: tuple[int, ...]) -> str:
    shown = [str(line) for line in lines if line]
    if len(shown) > _SHOWN_PLACES:
        shown = [*shown[:_SHOWN_PLACES], "…"]
    return ", ".join(shown)
