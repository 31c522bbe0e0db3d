"""Mark what a machine wrote, until a person has checked it, wherever a film says it."""

from collections.abc import Iterable

from mediakit.errors.base import Reason, sentence
from mediakit.kits.words import words_in
from mediakit.model.timeline import Cue, Marker, Timeline

_BY_MACHINE = sentence("A machine's words, not checked by a person: {languages}")
_MARKED = sentence("{text} [machine]")


def cue_text(cue: Cue, language: str) -> str:
    """Return what a subtitle says, with a mark that its readers see."""
    return marked(cue.text, language) if cue.is_machines else cue.text


def marked(text: str, language: str) -> str:
    """Return a machine's words with a mark behind them, in their language."""
    return words_in(language)(Reason(_MARKED, text=text))


def by_machine(marker: Marker) -> Reason:
    """Return in which languages a machine wrote what is said on a line."""
    return Reason(_BY_MACHINE, languages=", ".join(marker.machine))


def marked_subtitles(timeline: Timeline, languages: Iterable[str]) -> tuple[str, ...]:
    """Return the codes of lines with subtitles of a machine, in some languages."""
    codes = (
        cue.code
        for language in languages
        for cue in timeline.cues.get(language, ())
        if cue.is_machines
    )
    return tuple(dict.fromkeys(codes))


def marked_lines(timeline: Timeline) -> tuple[str, ...]:
    """Return the codes of lines on which a machine wrote what is said."""
    return tuple(one.code for one in timeline.markers if one.machine)
