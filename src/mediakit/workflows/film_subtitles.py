"""The subtitles of a film, on its own time."""

from collections.abc import Iterable

from mediakit.formats import srt, vtt
from mediakit.model.film_layout import line_text
from mediakit.model.timeline import Cue
from mediakit.model.transcript import Segment, Transcript
from mediakit.workflows.lay_out_film import LaidOut
from mediakit.workflows.machine_words import cue_text


def written_below(laid: LaidOut, language: str, cards: str) -> tuple[Cue, ...]:
    """Return the subtitles of a film in a language.

    Args:
        laid: The film in time.
        language: Which one.
        cards: That of the cards: what one says is not written below it again.
    """
    shown = {
        line.code
        for line in laid.film.lines
        if not line.is_heard
        and line_text(line, (cards, *laid.film.languages)) == line.texts.get(language)
    }
    return tuple(
        cue for cue in laid.timeline.cues.get(language, ()) if cue.code not in shown
    )


def as_srt(laid: LaidOut, language: str, cards: str) -> bytes:
    """Return the subtitles of a film as a SubRip file; see `written_below`."""
    return srt.write(_subtitles(laid, language, cards)).encode()


def as_vtt(laid: LaidOut, language: str, cards: str) -> bytes:
    """Return the subtitles of a film as a WebVTT file; see `written_below`."""
    return vtt.write(_subtitles(laid, language, cards)).encode()


def _subtitles(laid: LaidOut, language: str, cards: str) -> Transcript:
    rate = laid.timeline.rate
    segments = (
        Segment(
            start=rate.milliseconds(cue.at),
            end=rate.milliseconds(cue.end),
            text=cue_text(cue, language),
        )
        for cue in written_below(laid, language, cards)
    )
    return Transcript(language=language, segments=tuple(segments))


def wordless(laid: LaidOut, languages: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the lines on which somebody is heard and nothing is written below.

    Returns:
        Their codes by language, for those languages that lack any.
    """
    heard = {line.code for line in laid.film.lines if line.is_heard}
    timed = [one.code for one in laid.timeline.markers if one.length]
    found = {}
    for language in languages:
        written = {cue.code for cue in laid.timeline.cues.get(language, ())}
        lacking = tuple(code for code in timed if code in heard - written)
        if lacking:
            found[language] = lacking
    return found
