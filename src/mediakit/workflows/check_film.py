"""Check a film on paper before it is finished: everything to be done, at once."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Catalog
from mediakit.errors.base import Reason, sentence
from mediakit.library import Library
from mediakit.model.film import Film
from mediakit.model.timecode import format_time
from mediakit.model.timeline import Timeline
from mediakit.settings import Settings
from mediakit.workflows.advise_film_consent import advise_consent, advise_names
from mediakit.workflows.advise_film_masks import advise_masks
from mediakit.workflows.advise_film_repeats import advise_repeats
from mediakit.workflows.advise_film_words import (
    LineContext,
    advise_checked,
    advise_context,
    advise_translations,
    line_contexts,
)
from mediakit.workflows.gather_facts import consent_rules
from mediakit.workflows.lay_out_film import LaidOut
from mediakit.workflows.name_voices import credits_duration
from mediakit.workflows.playlist_advice import Advice, Matter, joined_advice
from mediakit.workflows.real_names import real_names_of
from mediakit.workflows.share_film import Share, advise_shares, share_film
from mediakit.workflows.show_film import lay_out_for_team


@dataclass(frozen=True, slots=True)
class CheckedFilm:
    """What a check found.

    Attributes:
        film: The film.
        timeline: Its lines in time.
        credits: Milliseconds that its credits take when it is rendered, after that.
        day: ISO 8601 day as of which it was checked.
        advice: What is to be done, what blocks first.
        contexts: What each quote was taken out of.
        shares: Who and what is heard, and who was heard in the library.
    """

    film: Film
    timeline: Timeline
    credits: int
    day: str
    advice: tuple[Advice, ...]
    contexts: tuple[LineContext, ...]
    shares: tuple[Share, ...]

    @property
    def blocking(self) -> tuple[Advice, ...]:
        """What must be done before it is finished."""
        return tuple(one for one in self.advice if one.blocks)


def check_film(
    library: Library,
    catalog: Catalog,
    settings: Settings,
    typed: str,
    *,
    day: str,
    scope: str = "",
) -> CheckedFilm:
    """Return everything to do before a film is finished; change nothing.

    Args:
        library: Where files are.
        catalog: The records.
        settings: What ``mediakit.toml`` says.
        typed: The film.
        day: ISO 8601 day of today.
        scope: Another rung of consent than the film's.

    Raises:
        FilmNotFound, IdAmbiguous: It is not found.
        ScopeUnknown: The scope is no rung of the ladder.
    """
    records = catalog.read()
    found = records.find(Film, typed)
    film = replace(found, scope=scope) if scope else found
    rules = consent_rules(settings)
    laid = lay_out_for_team(library, records, film, rules, day)
    contexts = line_contexts(laid)
    naming = credits_duration(laid.timeline)
    shares = share_film(records, film, settings) if film.lines else ()
    advice = (
        *_empty(film),
        *_left_out(laid),
        *advise_consent(laid, rules, day),
        *advise_masks(records, film),
        *advise_names(laid, real_names_of(library), day),
        *advise_context(laid, contexts),
        *advise_repeats(laid),
        *advise_checked(laid),
        *advise_translations(laid),
        *_time(laid, naming),
        *advise_shares(film, shares),
    )
    return CheckedFilm(
        film=laid.film,
        timeline=laid.timeline,
        credits=naming,
        day=day,
        advice=tuple(sorted(joined_advice(advice), key=lambda one: not one.blocks)),
        contexts=contexts,
        shares=shares,
    )


def _empty(film: Film) -> Iterator[Advice]:
    if not film.lines:
        yield Advice(
            matter=Matter.EMPTY,
            reason=Reason(sentence("Nothing is in it.")),
            remedy=Reason(
                sentence(
                    "Run 'mediakit film add {film} EXCERPT', or 'mediakit film draft "
                    "{film} --theme THEME'."
                ),
                film=film.id,
            ),
        )


def _left_out(laid: LaidOut) -> Iterator[Advice]:
    """Yield what cannot be in the film as it is."""
    for one in laid.timeline.left_out:
        yield Advice(
            matter=Matter.FILE,
            items=(one.code,),
            reason=one.reason,
            remedy=Reason(
                sentence("Take it out: 'mediakit film remove {film} {line}'."),
                film=laid.film.id,
                line=one.code,
            ),
            blocks=True,
        )


def _time(laid: LaidOut, naming: int) -> Iterator[Advice]:
    duration, budget = laid.timeline.duration + naming, laid.film.budget
    over = duration - budget
    if budget and over > 0:
        yield Advice(
            matter=Matter.TIME,
            reason=Reason(
                sentence(
                    "It lasts {time}, of which {credits} of credits: {over} more than "
                    "it may."
                )
                if naming
                else sentence("It lasts {time}: {over} more than it may."),
                time=format_time(round(duration, -3)),
                credits=format_time(round(naming, -3)),
                over=format_time(max(1000, round(over, -3))),
            ),
            remedy=Reason(
                sentence("Take something out, or shorten a line: 'mediakit film edit'.")
            ),
        )
