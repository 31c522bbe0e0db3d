"""Lines that tell what a check of a film found."""

from collections.abc import Iterator
from gettext import gettext as _

from mediakit.cli.film_texts import running_time
from mediakit.cli.playlist_advice_texts import advice_line, advice_lines
from mediakit.i18n.values import trait_name, trait_value
from mediakit.model.timecode import format_time
from mediakit.workflows.advise_film_words import LineContext
from mediakit.workflows.check_film import CheckedFilm
from mediakit.workflows.share_film import Share


def film_check_json(checked: CheckedFilm) -> dict[str, object]:
    """Return what programs read."""
    return {
        "film": checked.film.id,
        "scope": checked.film.scope,
        "day": checked.day,
        "frames": checked.timeline.length,
        "duration": checked.timeline.duration,
        "credits": checked.credits,
        "budget": checked.film.budget,
        "blocked": bool(checked.blocking),
        "advice": [
            {
                "matter": one.matter,
                "lines": one.items,
                "blocks": one.blocks,
                "text": advice_line(one),
            }
            for one in checked.advice
        ],
        "contexts": checked.contexts,
        "shares": checked.shares,
    }


def film_check_lines(checked: CheckedFilm) -> Iterator[str]:
    """Yield what was found: what blocks, what is advised, who is heard."""
    film = checked.film
    yield f"{film.id}  {film.title}"
    yield _("Scope: {scope}").format(scope=film.scope)
    yield running_time(checked.timeline.duration, checked.credits, film.budget)
    yield from advice_lines(checked.advice)
    if checked.contexts:
        yield _("How much was said around each quote, without a break:")
        yield from (f"  {context_text(one)}" for one in checked.contexts)
    if checked.shares:
        yield _("Who and what is heard, and how many people were heard in all:")
        for share in checked.shares:
            yield from (f"  {line}" for line in share_lines(share))
    if not checked.advice:
        yield _("Nothing speaks against it.")


def context_text(one: LineContext) -> str:
    """Return how much was said around a quote, without a break."""
    text = _("{line}: {length} of {spoken} ({earlier} before it, {later} after it)")
    return text.format(
        line=one.code,
        length=_seconds(one.length),
        spoken=_seconds(one.context.spoken),
        earlier=_seconds(one.context.earlier),
        later=_seconds(one.context.later),
    )


def share_lines(share: Share) -> Iterator[str]:
    """Yield who and what of a trait is heard, and who is not."""
    name = trait_name(share.trait)
    for value in share.heard:
        yield _("{trait}, {value}: {time} ({film} %); people heard: {people} %").format(
            trait=name,
            value=trait_value(share.trait, value),
            time=_seconds(share.heard[value]),
            film=round(100 * share.of_film(value)),
            people=round(100 * share.of_people(value)),
        )
    if share.missing:
        missing = (trait_value(share.trait, value) for value in share.missing)
        yield _("{trait}, not heard: {missing}").format(
            trait=name, missing=", ".join(missing)
        )
    if share.unknown:
        yield _("{trait}, not said for {lines}").format(
            trait=name, lines=" ".join(share.unknown)
        )


def _seconds(milliseconds: int) -> str:
    return format_time(round(milliseconds, -3))
