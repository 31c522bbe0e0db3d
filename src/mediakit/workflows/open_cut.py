"""Open a finished cut: which film it is of, and which clips are in it."""

from dataclasses import dataclass, replace
from pathlib import Path

from mediakit.catalog.catalog import Records
from mediakit.errors.base import Reason, sentence
from mediakit.errors.films import FilmNotNamed
from mediakit.errors.timelines import TimelineUnreadable
from mediakit.model.cut import CutShot
from mediakit.model.film import Film
from mediakit.model.printable import shortened
from mediakit.timeline.found import ReadBack, Unread
from mediakit.timeline.reading import TOO_LARGE
from mediakit.workflows.match_shots import match_shots
from mediakit.workflows.open_timeline import film_named, open_timeline

_MOST_SHOTS = 10_000


@dataclass(frozen=True, slots=True)
class OpenedCut:
    """A finished cut.

    Attributes:
        content: The file.
        format: Its format.
        read: What it says.
        paper: The film as it is on paper.
        shots: What is in it, with the clip of each where it is known.
    """

    content: bytes
    format: str
    read: ReadBack
    paper: Film
    shots: tuple[CutShot, ...]


def open_cut(records: Records, path: Path, *, film: str = "") -> OpenedCut:
    """Return what a finished cut is.

    Args:
        records: The catalog.
        path: The file that the editing program wrote.
        film: The film, where the file does not say it.

    Raises:
        ReadFailed: The file cannot be read.
        TimelineUnreadable: It is no timeline that is known, damaged, or empty.
        FilmNotNamed: It does not say which film it is, and nobody else does.
        FilmNotFound, IdAmbiguous: That film is not in the library.
    """
    content, fmt = open_timeline(path)
    read = fmt.read(content, str(path), None)
    paper = _paper(records, read, film, path)
    # some formats do not say how many frames a second are meant
    read = _of_film(fmt.read(content, str(path), paper.frame_rate), paper)
    return OpenedCut(content, fmt.NAME, read, paper, _known_shots(records, read, path))


def _paper(records: Records, read: ReadBack, typed: str, path: Path) -> Film:
    """Return the film that a cut is of.

    Raises:
        FilmNotNamed: Neither the file nor anybody says it.
        FilmNotFound, IdAmbiguous: It is not in the library.
    """
    named = film_named(read)
    if not (typed or named):
        raise FilmNotNamed(file=str(path))
    return records.find(Film, typed or named)


def _of_film(read: ReadBack, paper: Film) -> ReadBack:
    """Return what was read, and that it says it is of another film, if it does."""
    if film_named(read) in {"", paper.id}:
        return read
    text = sentence("the file says that it is the film {film}")
    other = Unread("", Reason(text, film=shortened(read.film)))
    return replace(read, unread=(other, *read.unread))


def _known_shots(records: Records, read: ReadBack, path: Path) -> tuple[CutShot, ...]:
    """Return the shots of a cut, with the clip of each where it is known.

    Raises:
        TimelineUnreadable: There is nothing in it, or more than in any film.
    """
    shots = match_shots(records, read, path.parent)
    drawn = sum(1 for one in read.found if one.source is None)
    if len(shots) + drawn > _MOST_SHOTS:
        raise TimelineUnreadable(file=str(path), reason=Reason(TOO_LARGE))
    if not (shots or drawn):
        reason = Reason(sentence("there is nothing in it"))
        for one in read.unread[:1]:
            text = sentence("nothing in it can be read; {place}: {what}")
            reason = Reason(text, place=one.place or "-", what=one.reason)
        raise TimelineUnreadable(file=str(path), reason=reason)
    return shots
