"""Draft a film from what researchers marked: strong quotes, within consent."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from mediakit.catalog.catalog import Catalog, Change, Records
from mediakit.errors.base import Reason, Reasons, sentence
from mediakit.errors.films import NotInFilm
from mediakit.errors.themes import NothingCoded
from mediakit.model.balance import Trait
from mediakit.model.clip import Clip
from mediakit.model.codebook import Codebook, codebook
from mediakit.model.coding import Coding
from mediakit.model.draft import Candidate, Pick, candidates, overlaps, pick
from mediakit.model.film import Film, FilmLine, LineKind
from mediakit.model.film_layout import shot_of
from mediakit.model.film_order import inserted
from mediakit.model.ids import ClipId, ThemeId
from mediakit.model.leaving import Part, Passed, Shown
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange
from mediakit.model.use import Noted
from mediakit.settings import Settings
from mediakit.workflows.add_film import new_film
from mediakit.workflows.choose_parts import excerpt_of, free_codes
from mediakit.workflows.film_facts import FilmFacts
from mediakit.workflows.find_passage import Chosen
from mediakit.workflows.find_theme import find_theme
from mediakit.workflows.gather_facts import consent_rules, gather_facts
from mediakit.workflows.keep_film import keep_version
from mediakit.workflows.pass_gate import Purpose, ask_gate, refused
from mediakit.workflows.share_film import people_heard, told_value
from mediakit.workflows.tell_traits import Traits, tell_traits

_STRONG = sentence("strong quotes")
_ABOUT = sentence("strong quotes about {themes}")


@dataclass(frozen=True, slots=True)
class DraftWish:
    """What a draft is to be.

    Attributes:
        themes: As typed; none for all.
        room: Milliseconds that its quotes may last; 0 for no limit.
        balance: By what its time is to be shared as people were heard.
    """

    themes: tuple[str, ...] = ()
    room: int = 0
    balance: tuple[Trait, ...] = ()


@dataclass(frozen=True, slots=True)
class Drafted:
    """A quote of a draft.

    Attributes:
        part: Where it is.
        theme: What it is about, if its theme is still there.
        why: Why it was chosen.
    """

    part: Part
    theme: Theme | None
    why: Reasons


@dataclass(frozen=True, slots=True)
class Draft:
    """Quotes to put into a film, in the order of the codebook.

    Attributes:
        quotes: Those that were chosen.
        passed_over: How many more there are for which there was no room.
        left_out: Why others may not be in it.
    """

    quotes: tuple[Drafted, ...]
    passed_over: int
    left_out: Reasons


def draft_film(
    catalog: Catalog,
    settings: Settings,
    typed: str,
    facts: FilmFacts,
    wish: DraftWish,
    *,
    day: str,
    language: str,
    say: Callable[[Sequence[str], Reason], str],
) -> tuple[Film, Draft]:
    """Put strong quotes at the end of a film, a heading for each theme.

    What was there before is kept as a version; what is in it already is not put there
    again.

    Args:
        catalog: The records.
        settings: What ``mediakit.toml`` says.
        typed: The film; a new one if nothing is typed.
        facts: What is said of a new one.
        wish: What is wanted.
        day: ISO 8601 day of today.
        language: Of headings and notes, if the film has none.
        say: Says why a quote was chosen, in one of the languages of the film.

    Returns:
        The film, and what was put there.

    Raises:
        FilmNotFound, ThemeNotFound, IdAmbiguous: A record is not found.
        ScopeUnknown: The scope is no rung of the ladder.
        NothingCoded: Nobody marked strong quotes like these.
        NotInFilm: All of them are in it.
        ConsentRefused, ConsentWithdrawn: None of them may be in it.
    """
    with catalog.change() as change:
        new = None if typed else new_film(change, facts, settings)
        film = new or change.find(Film, typed)
        draft = _plan_draft(change, settings, film, wish, day)
        if film.lines:
            keep_version(change, film)
        tags = film.languages or (language,)
        title = film.title or ", ".join(_titles(draft, tags[0]))
        bare = list(_lines(change, draft, tags, partial(say, tags)))
        codes = free_codes(set(film.codes), len(bare))
        lines = [
            replace(line, code=code) for line, code in zip(bare, codes, strict=True)
        ]
        return change.put(inserted(replace(film, title=title), lines)), draft


def _plan_draft(
    records: Records, settings: Settings, film: Film, wish: DraftWish, day: str
) -> Draft:
    """Return what to put into a film; change nothing.

    Raises:
        MediakitError: There is nothing to put there; see `draft_film`.
    """
    book = codebook(records.all(Theme))
    traits = tell_traits(records, gather_facts(records), settings)
    strong = _strong(records, book, film, wish)
    purpose = Purpose(rules=consent_rules(settings), scope=film.scope, day=day)
    passed = _ask(records, purpose, traits, [_part(one) for one in strong])
    may = {part for one in passed for part in one.parts}
    if not may:
        raise refused(next(one for one in passed if one.left_out))
    values = {
        part: {trait: frozenset(some) for trait, some in traits.of(part).items()}
        for part in may
    }
    found = list(candidates([one for one in strong if _part(one) in may], values))
    heard = people_heard(traits)
    picks = pick(found, wish.room, {trait: heard[trait] for trait in wish.balance})
    warned = [noted for one in passed for noted in one.warnings]
    quotes = [_drafted(book, one, film.scope, warned) for one in picks]
    places = {theme.id: place for place, theme in enumerate(book.themes)}
    quotes.sort(key=lambda one: places.get(one.theme.id, -1) if one.theme else -1)
    reasons = Reasons(*(reason for one in passed for reason in one.reasons.each))
    return Draft(tuple(quotes), len(found) - len(picks), reasons)


def _strong(
    records: Records, book: Codebook, film: Film, wish: DraftWish
) -> list[Coding]:
    """Return the strong quotes about some themes and those below them, oldest first.

    Those that are in the film already, and those shorter than a frame, are not meant.
    """
    tops = [find_theme(records, one) for one in wish.themes]
    wanted: Collection[ThemeId] = frozenset[ThemeId]().union(*map(book.below, tops))
    marked = [
        one
        for one in records.all(Coding)
        if one.strong and one.range and (one.theme in wanted or not tops)
    ]
    if not marked:
        themes = ", ".join(wish.themes)
        meant = Reason(_ABOUT, themes=themes) if themes else Reason(_STRONG)
        raise NothingCoded(wanted=meant)
    clips = {clip.id: clip for clip in records.all(Clip)}
    taken: dict[ClipId, list[TimeRange]] = {}
    for _code, clip, range_ in film.parts:
        taken.setdefault(clip, []).append(range_)
    left = [
        one
        for one in marked
        if one.clip in clips
        and not overlaps(taken, _part(one))
        and shot_of("", clips[one.clip], _part(one)[1], 0, film.frame_rate)
    ]
    if not left:
        reason = Reason(sentence("all strong quotes like these are in it already"))
        raise NotInFilm(film=film.id, reason=reason)
    return left


def _part(coding: Coding) -> Part:
    return coding.clip, coding.range or TimeRange(0, 1)


def _ask(
    records: Records, purpose: Purpose, traits: Traits, parts: Sequence[Part]
) -> list[Passed]:
    """Return what the gate says of parts that are seen, and of those only heard."""
    clips = traits.facts.clips
    seen = [one for one in parts if one[0] in clips and clips[one[0]].media.video]
    heard = [one for one in parts if one not in seen]
    shown = Shown.SOUND | Shown.WORDS
    return [
        ask_gate(records, purpose, seen, shown | Shown.PICTURES),
        ask_gate(records, purpose, heard, shown),
    ]


def _drafted(
    book: Codebook, chosen: Pick, scope: str, warned: Sequence[Noted]
) -> Drafted:
    first = chosen.candidate.codings[0]
    clip, range_ = chosen.candidate.part
    is_sure = all(one.clip != clip or not one.range.overlaps(range_) for one in warned)
    agreed = Reason(sentence("Everybody in it agreed to '{scope}'."), scope=scope)
    return Drafted(
        chosen.candidate.part,
        book.standing.get(first.theme),
        Reasons(
            *_marks(book, chosen.candidate),
            *(
                Reason(
                    sentence(
                        "{value}: {share} % of the people heard, {before} % of the "
                        "draft before it."
                    ),
                    value=told_value(need.trait, need.value),
                    share=round(100 * need.share),
                    before=round(100 * need.before),
                )
                for need in chosen.needs
            ),
            *((agreed,) if is_sure else ()),
        ),
    )


def _marks(book: Codebook, candidate: Candidate) -> Iterator[Reason]:
    """Yield who marked it as a strong quote, about what, and why."""
    for coding in candidate.codings:
        theme = book.standing.get(coding.theme)
        text = (
            sentence("A strong quote about {theme}, says {coder}: {memo}")
            if coding.memo
            else sentence("A strong quote about {theme}, says {coder}.")
        )
        yield Reason(
            text,
            theme=theme.path if theme else coding.theme,
            coder=coding.coded_by or "-",
            memo=coding.memo,
        )


def _titles(draft: Draft, language: str) -> dict[str, None]:
    """Return what the themes of a draft are called, each once."""
    themes = (one.theme for one in draft.quotes if one.theme)
    return dict.fromkeys(theme.label(language) for theme in themes)


def _lines(
    change: Change, draft: Draft, tags: Sequence[str], say: Callable[[Reason], str]
) -> Iterator[FilmLine]:
    """Yield the lines of a draft, with no codes of their own yet."""
    last: Theme | None = None
    for quote in draft.quotes:
        if quote.theme and quote.theme != last:
            texts = {tag: quote.theme.label(tag) for tag in tags}
            yield FilmLine(code="A", kind=LineKind.HEADING, texts=texts)
        last = quote.theme
        clip, range_ = quote.part
        chosen = Chosen(change.get(Clip, clip), range_)
        yield FilmLine(
            code="A",
            kind=LineKind.QUOTE,
            clip=clip,
            range=range_,
            excerpt=excerpt_of(change, chosen),
            note=" ".join(map(say, quote.why.each)),
        )
