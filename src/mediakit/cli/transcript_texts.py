"""What is said of transcripts: how sure their words are, and what was mended."""

from collections.abc import Iterator
from gettext import gettext as _
from gettext import ngettext

from mediakit.formats.registry import Reading
from mediakit.formats.repairs import SENTENCES, Repair, by_kind
from mediakit.model.transcript_record import State, TranscriptRecord

_SHOWN_PLACES = 10


def warnings(record: TranscriptRecord) -> list[str]:
    """Return what must go along wherever the words of a transcript go."""
    told = [_(record.notice)] if record.notice else []
    if record.state is State.MACHINE:
        told.append(_("A machine's words, not checked by a person."))
    return told


def doubt(flag: str) -> str:
    """Return what a doubt about a segment is called."""
    return {
        "repeated": _("repeated"),
        "past-end": _("past the end"),
        "too-fast": _("too fast"),
        "no-speech": _("perhaps no speech"),
        "language-unsure": _("language unsure"),
        "overlap": _("overlaps"),
        "withheld": _("not shown: consent does not cover it"),
    }.get(flag, flag)


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
