"""What the markers of a film say in an editing program."""

from collections.abc import Callable, Iterator

from mediakit.errors.base import Reason, Reasons, sentence
from mediakit.library import Library
from mediakit.model.film import LineKind
from mediakit.model.ladder import INTERNAL
from mediakit.model.timeline import Marker, Timeline
from mediakit.model.transcript import Segment
from mediakit.workflows.hide_names import RealNames, names_said, names_written
from mediakit.workflows.lay_out_film import LaidOut
from mediakit.workflows.machine_words import by_machine
from mediakit.workflows.real_names import real_names_of

Say = Callable[[str], str]
"""Says sentences in the language of whoever asks."""


def marker_names(timeline: Timeline) -> dict[str, str]:
    """Return what the marker of each line is called: who speaks, or the line's code."""
    return {
        marker.code: ", ".join(marker.names) or marker.code
        for marker in timeline.markers
    }


def marker_notes(timeline: Timeline, scope: str, say: Say) -> dict[str, str]:
    """Return what the marker of each line says: quote, translations, consent, session.

    What only the team reads is for the team: it names who was not asked yet, and what
    a researcher noted.

    Args:
        timeline: The film in time.
        scope: The rung of consent that it passed the gate for.
        say: Says sentences.
    """
    return {
        marker.code: "\n".join(filter(None, _lines(timeline, marker, scope, say)))
        for marker in timeline.markers
    }


def names_told(library: Library, laid: LaidOut, day: str) -> Reasons:
    """Return where the words of a film say a name that is not to be said."""
    real = real_names_of(library)
    found: dict[Reason, None] = {}
    lines = {line.code: line for line in laid.film.lines}
    for marker in laid.timeline.markers:
        part = lines[marker.code].part
        if part is None:
            continue
        clip, range_ = laid.facts.clips[part[0]], part[1]
        texts = (marker.quote, *marker.translations.values())
        words = [Segment(start=range_.start, end=range_.end, text=x) for x in texts]
        said = names_said(laid.facts, real, clip, day, words)
        found |= dict.fromkeys(said.each)
    written = (reason for _code, reason in names_on_lines(laid, real, day))
    return Reasons(*found, *dict.fromkeys(written))


def names_on_lines(
    laid: LaidOut, real_names: RealNames, day: str
) -> Iterator[tuple[str, Reason]]:
    """Yield where a team has written a name that is not to be said: cards, narration.

    Returns:
        The code of the line, nothing for the title of the film, and what to do.
    """
    film = laid.film
    written = {"": [film.title]}
    for one in laid.timeline.markers:
        written[one.code] = [one.note, one.session, *one.texts.values()]
    places = [(f"{film.id} {code}".rstrip(), some) for code, some in written.items()]
    found = names_written(laid.facts, real_names, day, places)
    for code, said in zip(written, found, strict=True):
        yield from ((code, reason) for reason in said.each)


def _lines(timeline: Timeline, marker: Marker, scope: str, say: Say) -> Iterator[str]:
    is_ours = scope == INTERNAL
    if marker.kind is LineKind.NOTE and not is_ours:
        return
    yield f"« {marker.quote} »" if marker.quote else ""
    for language in dict.fromkeys((*timeline.languages, *marker.translations)):
        said = marker.translations.get(language) or marker.texts.get(language)
        yield f"{language}: {said}" if said else ""
    if marker.machine:
        yield say(by_machine(marker))
    yield marker.session
    if marker.consent:
        yield say(Reasons(*marker.consent))
    elif marker.quote or marker.names:
        yield say(Reason(sentence("Agreed to '{scope}'."), scope=scope))
    if is_ours:
        yield marker.note
