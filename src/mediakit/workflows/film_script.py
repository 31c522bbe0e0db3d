"""The script of a film for paper, with what is known of each line."""

from collections.abc import Iterator

from mediakit.errors.base import Reason, Reasons, sentence
from mediakit.i18n.values import line_kind
from mediakit.model.film import Film, FilmLine, LineKind
from mediakit.model.frame_rate import format_timecode, parse_timecode
from mediakit.model.ids import ClipId
from mediakit.model.language import primary
from mediakit.model.timecode import TimeRange, format_time
from mediakit.model.timeline import Marker, Timeline
from mediakit.timeline.base import FIRST_TIMECODE
from mediakit.timeline.script import Said, Script, ScriptLine
from mediakit.workflows.film_notes import Say
from mediakit.workflows.lay_out_film import LaidOut
from mediakit.workflows.machine_words import by_machine
from mediakit.workflows.place_export import public_name

_SECOND = 1000
_HEADINGS = (
    sentence("Time"),
    sentence("Line"),
    sentence("Who"),
    sentence("Words"),
    sentence("Pictures and notes"),
)


def film_script(laid: LaidOut, version: str, language: str, say: Say) -> Script:
    """Return the script of a film: those of its lines that are on the timeline.

    It leaves, and what only the team reads does not: the team sees it in the film.

    Args:
        laid: The film in time.
        version: What it is called among its versions.
        language: BCP 47 tag of the headings.
        say: Says sentences in that language.
    """
    timeline = laid.timeline
    lines = {line.code: line for line in laid.film.lines}
    return Script(
        film=timeline.film,
        title=timeline.title,
        about=say(_about(timeline, version)),
        language=language,
        headings=[say(Reason(heading)) for heading in _HEADINGS],
        kinds={kind: line_kind(kind) for kind in LineKind},
        lines=[
            _line(laid, lines[one.code], one, say)
            for one in timeline.markers
            if one.kind is not LineKind.NOTE
        ],
    )


def _about(timeline: Timeline, version: str) -> Reason:
    return Reason(
        sentence(
            "{length}, {rate} frames a second, version {version}; timecode from "
            "{first}, as in editing programs (Kdenlive, videos and subtitles count "
            "from zero)"
        ),
        length=_length(timeline.duration),
        rate=timeline.rate.name,
        version=version,
        first=FIRST_TIMECODE,
    )


def _line(laid: LaidOut, line: FilmLine, marker: Marker, say: Say) -> ScriptLine:
    rate = laid.timeline.rate
    begins = parse_timecode(FIRST_TIMECODE, rate)
    lasts = rate.milliseconds(marker.length)
    return ScriptLine(
        at=format_timecode(begins + marker.at, rate),
        lasts=_length(lasts) if lasts else "",
        code=line.code,
        kind=line.kind,
        name=", ".join(marker.names),
        said=tuple(_said(laid.film, line, marker)),
        seen=tuple(_seen(laid, line)),
        told=tuple(_told(marker, say)),
    )


def _length(milliseconds: int) -> str:
    """Return a time to the second; nothing takes less than one."""
    return format_time(max(_SECOND, round(milliseconds, -3)))


def _said(film: Film, line: FilmLine, marker: Marker) -> Iterator[Said]:
    """Yield what is said, and the same in those languages that the film has."""
    if line.kind is LineKind.QUOTE:
        if marker.quote:
            yield Said(marker.language, marker.quote)
        wanted = {primary(tag) for tag in film.languages}
        for tag, text in marker.translations.items():
            if primary(tag) in wanted:
                yield Said(tag, text)
        return
    tags = dict.fromkeys((*film.languages, *line.texts))
    yield from (Said(tag, line.texts[tag]) for tag in tags if tag in line.texts)


def _seen(laid: LaidOut, line: FilmLine) -> Iterator[str]:
    if line.part:
        yield _part(laid, *line.part)
    for cover in line.covers:
        yield f"{cover.code}: {_part(laid, cover.clip, cover.range)}"


def _part(laid: LaidOut, clip: ClipId, range_: TimeRange) -> str:
    known = laid.facts.clips.get(clip)
    name = public_name(known) if known else clip
    times = f"{format_time(range_.start)} - {format_time(range_.end)}"
    return f"{name} ({clip}) {times}" if name != clip else f"{clip} {times}"


def _told(marker: Marker, say: Say) -> Iterator[str]:
    if marker.machine:
        yield say(by_machine(marker))
    if marker.session:
        yield marker.session
    if marker.consent:
        yield say(Reasons(*marker.consent))
