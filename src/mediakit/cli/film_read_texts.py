"""Lines that tell what a finished cut is."""

from collections.abc import Iterator
from gettext import gettext as _
from gettext import ngettext

from mediakit.cli.film_check_texts import context_text, share_lines
from mediakit.cli.film_texts import part_words
from mediakit.cli.reasons import in_words
from mediakit.model.cut import CutShot, How
from mediakit.model.printable import shortened
from mediakit.model.timecode import format_time
from mediakit.workflows.playlist_advice import Advice
from mediakit.workflows.read_back_film import ReadBackFilm, ReadShot

_QUOTE = 78  # columns beside what it is set in by
_MOST = 20
"""How many parts that were not understood are told one by one."""


def read_back_json(read: ReadBackFilm) -> dict[str, object]:
    """Return what programs read: places are whole frames, times milliseconds."""
    return {
        "film": read.film.id,
        "scope": read.film.scope,
        "day": read.day,
        "format": read.format,
        "frames": read.frames,
        "rate": read.rate.written,
        "version": read.version,
        "use": read.use.id,
        "blocked": bool(read.closed),
        "shots": [
            {
                "code": one.code,
                "timecode": one.begins,
                "at": one.shot.at,
                "length": one.shot.length,
                "tracks": one.shot.tracks,
                "clip": one.shot.clip,
                "range": one.shot.range,
                "known_by": one.shot.how,
                "doubt": in_words(one.shot.doubt or ""),
                "names": one.names,
                "quote": one.quote,
                "languages": one.languages,
                "context": one.context and one.context.context,
                "blocked": one.is_closed,
                "advice": [_advice_json(advice) for advice in one.advice],
            }
            for one in read.shots
        ],
        "not_in_catalog": [
            {
                "timecode": one.begins,
                "shot": one.shot,
                "doubt": in_words(one.shot.doubt or ""),
                "blocked": one.is_closed,
                "advice": [_advice_json(advice) for advice in one.advice],
            }
            for one in read.strangers
        ],
        "not_understood": [
            {"place": in_words(one.place), "what": in_words(one.reason)}
            for one in read.unread
        ],
        "shares": read.shares,
        "credits": read.credits,
    }


def read_back_lines(read: ReadBackFilm) -> Iterator[str]:
    """Yield what is in a cut, shot by shot, then all together."""
    yield f"{read.film.id}  {read.film.title}  {read.version}  {read.use.id}"
    yield _("Scope: {scope}").format(scope=read.film.scope)
    length = format_time(read.rate.milliseconds(read.frames))
    yield _("Time: {time}").format(time=length)
    for one in read.shots:
        yield from _shot_lines(one)
    if read.strangers:
        yield _("Not in the catalog: nobody has said who is in them:")
        for other in read.strangers:
            yield f"  {other.begins}  {_stranger(other.shot)}"
            yield from (f"    {_advised(advice)}" for advice in other.advice)
    yield from _heard_lines(read)


def read_warnings(read: ReadBackFilm) -> Iterator[str]:
    """Yield what of the file was not understood, and where."""
    if not read.unread:
        return
    yield ngettext(
        "{count} part of the file was not understood:",
        "{count} parts of the file were not understood:",
        len(read.unread),
    ).format(count=len(read.unread))
    for one in read.unread[:_MOST]:
        place, what = in_words(one.place), in_words(one.reason)
        yield "  " + (f"{place}: {what}" if place else what)
    rest = len(read.unread) - _MOST
    if rest > 0:
        yield "  " + _("And {count} more; --json has them all.").format(count=rest)


def _shot_lines(one: ReadShot) -> Iterator[str]:
    shot = one.shot
    part = part_words(shot.clip, shot.range) if shot.clip and shot.range else "-"
    tracks = "+".join(shot.tracks)
    names = ", ".join(one.names)
    line = f"{one.begins}  {one.code}  {tracks}  {part}  {names}"
    yield line.rstrip()
    if shot.doubt:
        yield f"  {in_words(shot.doubt)}"
    if shot.how is How.HASH:
        yield "  " + _("Known by the content of its file.")
    if one.quote:
        yield f"  {shortened(one.quote, _QUOTE)}"
    if one.languages:
        yield "  " + _("Words in: {languages}").format(
            languages=", ".join(one.languages)
        )
    if one.context:
        yield f"  {context_text(one.context)}"
    yield from (f"  {_advised(advice)}" for advice in one.advice)


def _advised(advice: Advice) -> str:
    told = in_words(advice.reason)
    return _("In the way: {reason}").format(reason=told) if advice.blocks else told


def _advice_json(advice: Advice) -> dict[str, object]:
    return {
        "matter": advice.matter,
        "blocks": advice.blocks,
        "text": in_words(advice.reason),
    }


def _stranger(shot: CutShot) -> str:
    name = shortened(shot.name or shot.path or "-")
    doubt = in_words(shot.doubt) if shot.doubt else ""
    return "  ".join(filter(None, ("+".join(shot.tracks), name, doubt)))


def _heard_lines(read: ReadBackFilm) -> Iterator[str]:
    if any(share.heard for share in read.shares):
        yield _("Who and what is heard, and how many people were heard in all:")
        for share in read.shares:
            yield from (f"  {line}" for line in share_lines(share))
    if read.credits:
        yield _("Draft of the credits:")
        yield from (f"  {name}" for name in read.credits)
