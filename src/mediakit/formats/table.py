"""Transcripts in tables: a row a segment, its times in one column or in two.

So NVivo exports them and takes them, and so people type them in Word. Which column is
which is told by the headings, or by what stands in it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mediakit.formats.base import Cue
from mediakit.formats.clock import CLOCK, milliseconds
from mediakit.formats.letters import one_line
from mediakit.formats.repairs import Mended, Repair
from mediakit.formats.speakers import split_off_speakers
from mediakit.model.transcript import Segment, Transcript

Row = Sequence[str]

# what NVivo calls its columns
TIMES, SPEAKER, WORDS = "Timespan", "Speaker", "Content"

_TIMES = re.compile(
    rf"[\[(#]?{CLOCK}(?:[ \t]*(?:-->|[-\u2013])[ \t]*{CLOCK})?[\])#]?", re.ASCII
)
_MOST_COLUMNS = 50
_SPEAKERS = {
    *("speaker", "speakers", "name", "person", "participant", "voice"),
    *("locuteur", "locutrice", "intervenant", "intervenante", "nom", "personne"),
    *("qui", "who", "sprecher", "voix"),
}
_WORDS = {
    *("content", "text", "words", "transcript", "transcription", "speech", "what"),
    *("contenu", "texte", "paroles", "mots", "inhalt"),
}


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column is which, counted from 0.

    Attributes:
        start: Of the times, or of the beginnings.
        end: Of the ends, where they have one of their own.
        words: Of what is said.
        speaker: Of who says it, if there is one.
        has_headings: The first row says so.
    """

    start: int
    end: int | None
    words: int
    speaker: int | None
    has_headings: bool


def is_transcript(rows: Sequence[Row]) -> bool:
    """Tell whether a table has a column of times and one of words."""
    return _columns(rows) is not None


def read_rows(rows: Sequence[Row]) -> tuple[list[Cue], list[Repair]]:
    """Turn the rows of a table into cues; a row without a time is left out."""
    columns = _columns(rows)
    if columns is None:
        return [], []
    first = int(columns.has_headings)
    timed = [
        (number, row, match)
        for number, row in enumerate(rows[first:], start=first + 1)
        if (match := _TIMES.fullmatch(_cell(row, columns.start)))
    ]
    found = {number for number, _row, _match in timed}
    repairs = [
        Repair(Mended.UNTIMED, number)
        for number, row in enumerate(rows[first:], start=first + 1)
        if number not in found and "".join(row).strip()
    ]
    starts = [milliseconds(*match.groups()[:4]) for *_, match in timed]
    cues = []
    for (number, row, match), start, after in zip(
        timed, starts, [*starts[1:], None], strict=False
    ):
        ends = match
        if columns.end is not None:
            ends = _TIMES.fullmatch(_cell(row, columns.end)) or match
        end = _end(ends, is_own=ends is not match) or after
        segment = Segment(
            start=start,
            end=start if end is None else end,
            text=_cell(row, columns.words),
            speaker="" if columns.speaker is None else _cell(row, columns.speaker),
        )
        cues.append(Cue(number, segment, end is None))
    # where names have no column, they stand before the words
    named = columns.speaker is not None
    return cues if named else list(split_off_speakers(cues)), repairs


def rows_of(transcript: Transcript, *, decimals: int) -> list[tuple[str, str, str]]:
    """Return times, words and speaker of each segment, headings first.

    Args:
        transcript: What to write.
        decimals: Digits after the seconds; more are cut off.
    """
    rows = [(TIMES, WORDS, SPEAKER)]
    for segment in transcript.segments:
        step = 10 ** (3 - decimals)
        start = segment.start // step
        # what is shorter than the digits can say still lasts
        end = max(segment.end // step, start + 1)
        times = " - ".join(_shown(time * step, decimals) for time in (start, end))
        rows.append((times, segment.text, one_line(segment.speaker)))
    return rows


def _columns(rows: Sequence[Row]) -> _Columns | None:
    width = max(map(len, rows), default=0)
    if not 0 < width <= _MOST_COLUMNS:
        return None
    has_headings = not any(_TIMES.fullmatch(cell.strip()) for cell in rows[0])
    headings = [cell.strip().casefold() for cell in rows[0]] if has_headings else []
    below = rows[int(has_headings) :]
    speaker = _named(headings, _SPEAKERS)
    words = _named(headings, _WORDS)
    free = [n for n in range(width) if n not in {speaker, words}]
    times = [n for n in free if _is_of_times(below, n)][:2]
    if not times and not below and TIMES.casefold() in headings:
        times = [headings.index(TIMES.casefold())]
    if words is None:
        others = [n for n in free if n not in times]
        words = max(others, key=lambda n: _letters(below, n), default=None)
    if not times or words is None:
        return None
    end = times[1] if len(times) > 1 else None
    return _Columns(times[0], end, words, speaker, has_headings)


def _named(headings: Sequence[str], names: set[str]) -> int | None:
    found = (n for n, heading in enumerate(headings) if heading in names)
    return next(found, None)


def _letters(rows: Sequence[Row], column: int) -> int:
    return sum(len(_cell(row, column)) for row in rows)


def _is_of_times(rows: Sequence[Row], column: int) -> bool:
    filled = [cell for row in rows if (cell := _cell(row, column))]
    timed = sum(bool(_TIMES.fullmatch(cell)) for cell in filled)
    return 2 * timed > len(filled)


def _cell(row: Row, column: int) -> str:
    return row[column].strip() if column < len(row) else ""


def _end(match: re.Match[str], *, is_own: bool) -> int | None:
    """Return the end of a span, or the time in a column of ends."""
    parts = match.groups()[:4] if is_own else match.groups()[4:]
    return milliseconds(*parts) if parts[1] else None


def _shown(time: int, decimals: int) -> str:
    seconds, rest = divmod(time, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}.{rest:03d}"[: decimals - 3 or None]
