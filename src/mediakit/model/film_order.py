"""The order of the lines of a film, and what is seen over them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from mediakit.errors.base import Reason, sentence
from mediakit.errors.films import NotInFilm
from mediakit.model.film import Cover, Film, FilmLine
from mediakit.model.ids import ClipId
from mediakit.model.item_code import normalize_code
from mediakit.model.timecode import TimeRange


def find_line(film: Film, typed: str) -> FilmLine:
    """Return the line with a typed code, or the one that a cover with it is over.

    Raises:
        NotInFilm: There is none.
    """
    code = normalize_code(typed)
    for line in film.lines:
        if code == line.code or any(code == cover.code for cover in line.covers):
            return line
    reason = Reason(sentence("it has no line {code}"), code=typed)
    raise NotInFilm(film=film.id, reason=reason)


def find_cover(film: Film, typed: str) -> Cover | None:
    """Return what is seen over a line under a typed code; nothing if that is a line's.

    Raises:
        NotInFilm: Nothing has this code.
    """
    line, code = find_line(film, typed), normalize_code(typed)
    return next((cover for cover in line.covers if cover.code == code), None)


def part_of(film: Film, typed: str) -> tuple[ClipId, TimeRange]:
    """Return the part of a clip that a line, or what is seen over one, shows.

    Raises:
        NotInFilm: Nothing has this code, or it shows nothing of a clip.
    """
    line, cover = find_line(film, typed), find_cover(film, typed)
    if cover is not None:
        return cover.clip, cover.range
    if line.part is None:
        text = sentence("line {code} lets nothing of a clip be heard")
        raise NotInFilm(film=film.id, reason=Reason(text, code=line.code))
    return line.part


def inserted(
    film: Film, lines: Sequence[FilmLine], *, before: str = "", after: str = ""
) -> Film:
    """Return *film* with new lines at its end, or beside the line with a code.

    Raises:
        NotInFilm: There is no such line.
    """
    place = len(film.lines)
    if before or after:
        place = film.lines.index(find_line(film, before or after)) + bool(after)
    return replace(film, lines=(*film.lines[:place], *lines, *film.lines[place:]))


def moved(
    film: Film, typed: str, *, to: int | None = None, before: str = "", after: str = ""
) -> Film:
    """Return *film* with one line at another place.

    Args:
        film: The film.
        typed: The line's code.
        to: Its place, from 1; what lies beyond the end is the end.
        before: The code of the line it is to stand before, instead of a place.
        after: That of the line it is to stand after.

    Raises:
        NotInFilm: There is no such line, or it is its own neighbour.
    """
    line = find_line(film, typed)
    if (before or after) and find_line(film, before or after) is line:
        text = sentence("line {code} cannot stand beside itself")
        raise NotInFilm(film=film.id, reason=Reason(text, code=line.code))
    others = replace(film, lines=tuple(one for one in film.lines if one is not line))
    if to is not None:
        lines = list(others.lines)
        lines.insert(max(to - 1, 0), line)
        return replace(film, lines=tuple(lines))
    return inserted(others, [line], before=before, after=after)


def with_line(film: Film, line: FilmLine) -> Film:
    """Return *film* with another line in the place of that with the same code."""
    lines = (line if one.code == line.code else one for one in film.lines)
    return replace(film, lines=tuple(lines))


def covered(film: Film, typed: str, cover: Cover) -> Film:
    """Return *film* with something seen over a line, in order.

    Raises:
        NotInFilm: There is no such line, or nobody is heard on it.
    """
    line = find_line(film, typed)
    if not line.is_heard:
        text = sentence("nobody is heard on line {code}: nothing is seen over it")
        raise NotInFilm(film=film.id, reason=Reason(text, code=line.code))
    others = (one for one in line.covers if one.code != cover.code)
    covers = tuple(sorted([*others, cover], key=lambda one: one.at))
    return with_line(film, replace(line, covers=covers))


def without_codes(film: Film, codes: Iterable[str]) -> Film:
    """Return *film* without the lines and covers of these codes."""
    gone = set(codes)
    return replace(
        film,
        lines=tuple(
            replace(line, covers=tuple(x for x in line.covers if x.code not in gone))
            for line in film.lines
            if line.code not in gone
        ),
    )
