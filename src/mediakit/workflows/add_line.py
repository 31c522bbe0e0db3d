"""Put lines into a film: what people say, and what is written or narrated."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Catalog, Change
from mediakit.errors.base import Reason, sentence
from mediakit.errors.films import NotInFilm
from mediakit.model.clip import Clip
from mediakit.model.film import Cover, Film, FilmLine, LineKind
from mediakit.model.film_layout import shot_of
from mediakit.model.film_order import covered, inserted
from mediakit.model.leaving import Part
from mediakit.workflows.add_item import Wanted
from mediakit.workflows.choose_parts import excerpt_of, free_codes, refuse_withdrawn
from mediakit.workflows.film_facts import (
    LineFacts,
    usual_film_language,
    with_line_facts,
)
from mediakit.workflows.find_passage import Chosen
from mediakit.workflows.pass_gate import Purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a line is put: at the end, or beside the line with a typed code."""

    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class AddedLines:
    """What was put into a film.

    Attributes:
        film: As it is now.
        codes: Of what is new.
        present: What was in it already, and was not put there again.
    """

    film: Film
    codes: tuple[str, ...]
    present: tuple[Chosen, ...] = ()


def add_quotes(
    catalog: Catalog,
    typed: str,
    wanted: Sequence[Wanted],
    purpose: Purpose,
    place: Place,
    *,
    note: str = "",
    once: bool = False,
) -> AddedLines:
    """Put what people say into a film, in order.

    A part of a clip becomes an excerpt, unless it is one.

    Args:
        catalog: The records.
        typed: The film.
        wanted: What is to be heard.
        purpose: That of the team.
        place: Where it is put.
        note: What the team notes of it.
        once: Leave out what is a line of it already.

    Raises:
        FilmNotFound, IdAmbiguous: The film is not found.
        ClipNotFound: A clip was removed meanwhile.
        NotInFilm: There is no line with the code of the place, or a part is shorter
            than a frame.
        ConsentWithdrawn: A voice in it was withdrawn.
    """
    with catalog.change() as change:
        film = change.find(Film, typed)
        before = {line.part for line in film.lines if once}
        new = [one for one in wanted if _part(one) not in before]
        verify_parts(change, film, purpose, [_part(one) for one in new])
        codes = free_codes(set(film.codes), len(new))
        lines = [
            FilmLine(
                code=code,
                kind=LineKind.QUOTE,
                clip=one.chosen.clip.id,
                range=one.chosen.range,
                excerpt=one.excerpt or excerpt_of(change, one.chosen),
                note=note,
            )
            for code, one in zip(codes, new, strict=True)
        ]
        now = inserted(film, lines, before=place.before, after=place.after)
        present = tuple(one.chosen for one in wanted if one not in new)
        return AddedLines(change.put(now), tuple(codes), present)


def _part(wanted: Wanted) -> Part:
    return wanted.chosen.clip.id, wanted.chosen.range


def add_words(
    catalog: Catalog,
    typed: str,
    kind: LineKind,
    facts: LineFacts,
    place: Place,
    *,
    languages: Sequence[str],
    last: str,
    recording: Wanted | None = None,
    purpose: Purpose,
) -> AddedLines:
    """Put a heading, narration, a card or a note into a film.

    Args:
        catalog: The records.
        typed: The film.
        kind: What it is.
        facts: What it says.
        place: Where it is put.
        languages: Those of the library.
        last: The language of texts without one if there are none.
        recording: Of narration, the clip in which it is said, if it is recorded.
        purpose: That of the team.

    Raises:
        FilmNotFound, IdAmbiguous: The film is not found.
        NotInFilm: There is no line with the code of the place.
        ConsentWithdrawn: The voice of the narrator was withdrawn.
    """
    with catalog.change() as change:
        film = change.find(Film, typed)
        [code] = free_codes(set(film.codes), 1)
        bare = FilmLine(code=code, kind=kind)
        if recording is not None:
            clip, range_ = recording.chosen.clip.id, recording.chosen.range
            verify_parts(change, film, purpose, [(clip, range_)])
            bare = replace(bare, clip=clip, range=range_)
        usual = usual_film_language(film, languages, last)
        line = with_line_facts(bare, facts, usual)
        now = inserted(film, [line], before=place.before, after=place.after)
        return AddedLines(change.put(now), (code,))


def add_cover(
    catalog: Catalog, typed: str, over: str, wanted: Wanted, at: int, purpose: Purpose
) -> AddedLines:
    """Let other pictures be seen over a line, whose sound goes on.

    Args:
        catalog: The records.
        typed: The film.
        over: The code of the line.
        wanted: What is to be seen.
        at: Milliseconds after the beginning of the line.
        purpose: That of the team.

    Raises:
        FilmNotFound, IdAmbiguous: The film is not found.
        NotInFilm: It has no such line, or nobody is heard on it, or the clip has no
            pictures.
        ConsentWithdrawn: Somebody in the pictures has withdrawn.
    """
    with catalog.change() as change:
        film = change.find(Film, typed)
        clip, range_ = wanted.chosen.clip, wanted.chosen.range
        verify_parts(change, film, purpose, [(clip.id, range_)])
        if clip.media.video is None:
            text = sentence("{clip} has no pictures to be seen over a line")
            raise NotInFilm(film=film.id, reason=Reason(text, clip=clip.id))
        [code] = free_codes(set(film.codes), 1)
        cover = Cover(code=code, clip=clip.id, range=range_, at=at)
        return AddedLines(change.put(covered(film, over, cover)), (code,))


def verify_parts(
    change: Change, film: Film, purpose: Purpose, parts: Sequence[Part]
) -> None:
    """Refuse what nothing can open again, and what lasts no frame.

    Raises:
        ConsentWithdrawn: A voice in a part was withdrawn.
        NotInFilm: A part is shorter than a frame of the film.
    """
    refuse_withdrawn(change, purpose, parts)
    for clip, range_ in parts:
        if shot_of("", change.get(Clip, clip), range_, 0, film.frame_rate) is None:
            text = sentence("this part of {clip} is shorter than one frame")
            raise NotInFilm(film=film.id, reason=Reason(text, clip=clip))
