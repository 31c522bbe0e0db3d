"""Quotes by theme: what was said, where, by whom as they agreed to be called."""

from collections.abc import Iterator
from dataclasses import replace
from gettext import gettext as _
from gettext import ngettext

from mediakit.i18n.values import origin, state
from mediakit.model.coded import heard_in
from mediakit.model.consent import ConsentEvent
from mediakit.reports.agreed import agreed_name, in_force, standing
from mediakit.reports.counting import left_out
from mediakit.reports.crossing import theme_columns
from mediakit.reports.facts import Material, Quote, Wish
from mediakit.reports.need import Need, Takes
from mediakit.reports.table import Column, Kind, Row, Table

NAME = "quotes"
NEEDS = frozenset({Need.CODINGS, Need.WORDS})
TAKES = frozenset({Takes.THEME, Takes.STRONG})


def title() -> str:
    """Return what it is about."""
    return _("Quotes by theme")


def tables(material: Material, wish: Wish) -> Iterator[Table]:
    """Yield a row a quote, by theme, the strong ones first."""
    notes = [
        _(
            "A quote is what is said in a passage that is coded; passages that several "
            "people coded alike are one. Names are those that people agreed to."
        ),
        _("Consent is what each of them agreed to, as it counts on this day."),
    ]
    if material.silent:
        notes.append(
            ngettext(
                "{count} passage has no words in any transcript.",
                "{count} passages have no words in any transcript.",
                material.silent,
            ).format(count=material.silent)
        )
    theme, label = theme_columns()
    yield Table(
        name="quotes",
        title=title(),
        columns=(theme, replace(label, long=False), *_columns()),
        rows=tuple(_row(material, wish, quote) for quote in material.quotes),
        notes=(*notes, *map(_, material.notices), *left_out(material)),
    )


def _columns() -> Iterator[Column]:
    yield Column("words", _("Words"), Kind.TEXT, long=True)
    yield Column("state", _("The words"), Kind.TEXT)
    yield Column("strong", _("Strong"), Kind.TEXT)
    yield Column("said_by", _("Said by"), Kind.TEXT)
    yield Column("consent", _("Consent"), Kind.TEXT)
    yield Column("session", _("Session"), Kind.TEXT)
    yield Column("date", _("Date"), Kind.TEXT, whole=True)
    yield Column("place", _("Place"), Kind.TEXT)
    yield Column("region", _("Region"), Kind.TEXT, aside=True)
    yield Column("clip", _("Clip"), Kind.TEXT, whole=True)
    yield Column("title", _("Title"), Kind.TEXT, aside=True)
    yield Column("from", _("From"), Kind.TIME)
    yield Column("to", _("To"), Kind.TIME, aside=True)
    yield Column("coders", _("Coded by"), Kind.TEXT)


def _row(material: Material, wish: Wish, quote: Quote) -> Row:
    clip = material.known.clips[quote.clip]
    session = material.known.sessions.get(clip.session) if clip.session else None
    voices = material.known.voices.get(clip.id, ())
    people = {v.person: v for v in heard_in(clip, quote.range, voices) if v.person}
    said: list[tuple[str, ConsentEvent | None]] = []
    for person in people:
        holds = in_force(material, person, clip.id)
        said.append((agreed_name(material, person, holds), holds))
    names = ", ".join(name or _("somebody") for name, _holds in said)
    consents = [standing(material, holds) for _name, holds in said]
    return (
        quote.theme.path,
        quote.theme.label(wish.language),
        quote.words,
        ", ".join(_source(quote)),
        _("yes") if quote.strong else "",
        names,
        ", ".join(consents),
        session.title if session else None,
        session.date if session else None,
        session.place if session else None,
        session.region if session else None,
        clip.id,
        material.titles.get(clip.id, clip.id),
        quote.range.start,
        quote.range.end,
        ", ".join(quote.coders),
    )


def _source(quote: Quote) -> Iterator[str]:
    if quote.origin.is_translation:
        yield origin(quote.origin)
    yield state(quote.state)
