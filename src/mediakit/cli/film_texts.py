"""Lines that tell what is in a film: its script with running times."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from gettext import gettext as _
from gettext import ngettext

from mediakit.cli.output import fitted
from mediakit.cli.playlist_texts import time_taken
from mediakit.cli.reasons import in_words
from mediakit.cli.use_texts import stale_mark
from mediakit.i18n.values import line_kind
from mediakit.model.film import Cover, FilmLine, FilmVersion, LineKind
from mediakit.model.frame_rate import format_timecode, parse_timecode
from mediakit.model.language import primary
from mediakit.model.printable import shortened
from mediakit.model.timecode import TimeRange, format_time
from mediakit.model.timeline import LeftOut, Marker
from mediakit.timeline.base import FIRST_TIMECODE
from mediakit.workflows.list_films import ListedFilm
from mediakit.workflows.machine_words import by_machine
from mediakit.workflows.show_film import ShownFilm

_TITLE = 30  # columns of a screen


def film_line(film: ListedFilm) -> str:
    """Return what a film is called and how long it lasts."""
    return f"{film.id}  {film.title}  ({time_taken(film.duration, film.budget)})"


def in_film(film: ListedFilm) -> str:
    """Return that something is in a film."""
    return _("In the film: {film}").format(film=film_line(film))


def left_out_lines(left_out: Iterable[LeftOut]) -> list[str]:
    """Return a line for each thing that is not in what was made of a film."""
    return [
        _("Line {code} is left out: {reason}").format(
            code=one.code, reason=in_words(one.reason)
        )
        for one in left_out
    ]


def wordless_lines(wordless: Mapping[str, Sequence[str]]) -> list[str]:
    """Return on which lines somebody is heard and nothing is written below."""
    return [
        ngettext(
            "No subtitles in '{language}' on {count} line: {codes}",
            "No subtitles in '{language}' on {count} lines: {codes}",
            len(codes),
        ).format(language=language, count=len(codes), codes=", ".join(codes))
        for language, codes in wordless.items()
    ]


def running_time(duration: int, naming: int, budget: int) -> str:
    """Return how long a film lasts, of how much.

    Args:
        duration: Milliseconds of its lines.
        naming: Those of the credits that it is rendered with.
        budget: How many it may take, with both.
    """
    if not naming:
        return _("Time: {time}").format(time=time_taken(duration, budget))
    text = _("Time: {time} (lines {lines}, credits of the rendered film {credits})")
    return text.format(
        time=time_taken(duration + naming, budget),
        lines=time_taken(duration, 0),
        credits=time_taken(naming, 0),
    )


def machine_lines(codes: Sequence[str]) -> list[str]:
    """Return that a machine wrote what is said on some lines, if it did."""
    if not codes:
        return []
    text = ngettext(
        "Nobody has checked what a machine wrote on {count} line; it is marked "
        "[machine]: {codes}",
        "Nobody has checked what a machine wrote on {count} lines; it is marked "
        "[machine]: {codes}",
        len(codes),
    )
    return [text.format(count=len(codes), codes=", ".join(codes))]


def film_rows(listed: Sequence[ListedFilm]) -> list[str]:
    """Return a line for each film, below a head."""
    head = (_("Id"), _("Lines"), _("Time"), _("Frames/s"), _("Scope"), _("Title"))
    rows = [
        (
            one.id,
            str(one.lines),
            time_taken(one.duration, one.budget),
            one.rate,
            one.scope,
            shortened(one.title, _TITLE),
        )
        for one in listed
    ]
    return fitted([head, *rows])


def film_json(
    shown: ShownFilm, codes: Collection[str] | None = None
) -> dict[str, object]:
    """Return what programs read: places are whole frames, times milliseconds.

    Args:
        shown: The film.
        codes: The only lines to tell, with what is seen over them.
    """
    places = {one.code: one for one in shown.timeline.markers}
    return {
        **asdict(shown.film),
        "frames": shown.timeline.length,
        "duration": shown.timeline.duration,
        "credits": shown.credits,
        "lines": [
            {
                **asdict(line),
                "withdrawn": line.code in shown.withdrawn,
                "place": places.get(line.code),
            }
            for line in _told(shown, codes)
        ],
        "left_out": shown.timeline.left_out,
        "versions": [version_json(one) for one in shown.versions],
    }


def film_lines(shown: ShownFilm) -> Iterator[str]:
    """Yield a film as a script."""
    film, timeline = shown.film, shown.timeline
    yield f"{film.id}  {film.title}"
    yield _("Scope: {scope}").format(scope=film.scope)
    drop = _("drop-frame") if film.drop else _("non-drop")
    yield _("Pictures: {width} x {height}, {rate} frames a second ({drop})").format(
        width=film.width, height=film.height, rate=film.frame_rate.name, drop=drop
    )
    languages = ", ".join(film.languages) or "-"
    yield _("Languages: {languages}").format(languages=languages)
    yield running_time(timeline.duration, shown.credits, film.budget)
    yield _(
        "Timecode: from {first}, as in editing programs; Kdenlive, videos and "
        "subtitles count from zero"
    ).format(first=FIRST_TIMECODE)
    yield from version_lines(shown.versions)
    if not film.lines:
        yield _("Nothing is in it yet. 'mediakit film add' puts something there.")
    yield from script_lines(shown)


def script_lines(
    shown: ShownFilm, codes: Collection[str] | None = None
) -> Iterator[str]:
    """Yield the lines of a film, each with the timecode at which it begins.

    Args:
        shown: The film.
        codes: The only lines to tell, with what is seen over them.
    """
    rate = shown.timeline.rate
    first = parse_timecode(FIRST_TIMECODE, rate)
    places = {one.code: one for one in shown.timeline.markers}
    for line in _told(shown, codes):
        place = places.get(line.code)
        at = format_timecode(first + place.at, rate) if place else "--:--:--:--"
        mark = f"  [{stale_mark()}]" if line.code in shown.withdrawn else ""
        yield f"{at}  {line.code}  {_said(shown, line, place)}{mark}"
        yield from (f"      {one}" for one in _below(shown, line, place))
        yield from (f"      {one}" for one in _left_out(shown, line))


def version_json(version: FilmVersion) -> dict[str, object]:
    """Return what programs read of a version: not what was in it."""
    return {
        "id": version.id,
        "film": version.film,
        "note": version.note,
        "created": version.created,
    }


def version_lines(versions: Sequence[FilmVersion]) -> Iterator[str]:
    """Yield the versions that were kept, by the names that people type."""
    for number, version in enumerate(versions, start=1):
        day = version.created.at[:10] if version.created else "-"
        text = _("Version v{number}: {day}  {note}")
        yield text.format(number=number, day=day, note=version.note).rstrip()


def line_words(line: FilmLine, languages: Sequence[str] = ()) -> str:
    """Return what kind of line it is, and what it says in the first language."""
    text = next(
        (line.texts[tag] for tag in languages if tag in line.texts),
        next(iter(line.texts.values()), ""),
    )
    return f"[{line_kind(line.kind)}] {text}".rstrip()


def part_words(clip: str, range_: TimeRange) -> str:
    """Return which part of a clip is meant."""
    return f"{clip}  {format_time(range_.start)} - {format_time(range_.end)}"


def _told(shown: ShownFilm, codes: Collection[str] | None) -> Iterator[FilmLine]:
    for line in shown.film.lines:
        own = {line.code, *(cover.code for cover in line.covers)}
        if codes is None or own.intersection(codes):
            yield line


def _left_out(shown: ShownFilm, line: FilmLine) -> Iterator[str]:
    own = {line.code, *(cover.code for cover in line.covers)}
    for one in shown.timeline.left_out:
        if one.code in own:
            text = _("Left out, {line}: {reason}")
            yield text.format(line=one.code, reason=in_words(one.reason))


def _said(shown: ShownFilm, line: FilmLine, place: Marker | None) -> str:
    """Return the words of a line, with who says them and how long it takes."""
    if line.kind is LineKind.QUOTE:
        names = ", ".join(place.names) if place else ""
        text = place.quote if place else ""
        clip = shown.clips.get(line.clip) if line.clip else None
        name = names or (clip.title if clip else line.clip or "")
        said = _("{name}: {told}").format(name=name, told=text) if text else name
    else:
        said = line_words(line, shown.film.languages)
    if place is None or not place.length:
        return said
    seconds = shown.timeline.rate.milliseconds(place.length)
    return f"({format_time(max(1000, round(seconds, -3)))}) {said}"


def _below(shown: ShownFilm, line: FilmLine, place: Marker | None) -> Iterator[str]:
    first = next(iter(shown.film.languages), "")
    for language, text in line.texts.items():
        if text != line.texts.get(first, next(iter(line.texts.values()))):
            yield _("{language}: {text}").format(language=language, text=text)
    if place and place.machine:
        yield in_words(by_machine(place))
    if line.part:
        yield part_words(*line.part)
    for language, text in place.translations.items() if place else ():
        if primary(language) in map(primary, shown.film.languages):
            yield _("{language}: {text}").format(language=language, text=text)
    for cover in line.covers:
        mark = f"  [{stale_mark()}]" if cover.code in shown.withdrawn else ""
        yield f"{_cover(cover)}{mark}"
    if line.note:
        yield _("Note: {text}").format(text=line.note)


def _cover(cover: Cover) -> str:
    text = _("Seen over it from {time}: {cover}  {part}")
    part = part_words(cover.clip, cover.range)
    return text.format(time=format_time(cover.at), cover=cover.code, part=part)
