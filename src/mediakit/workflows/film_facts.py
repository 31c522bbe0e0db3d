"""What a person says about a film and its lines, checked before it is kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypedDict

from mediakit.errors.people import ScopeUnknown
from mediakit.model.film import Film, FilmLine
from mediakit.model.frame_rate import FrameRate
from mediakit.model.language import normalize_tag


class FilmFacts(TypedDict, total=False):
    """The fields of a film that were said; see `Film`."""

    title: str
    scope: str
    rate: FrameRate
    size: tuple[int, int]
    languages: Sequence[str]
    budget: int


class LineFacts(TypedDict, total=False):
    """The fields of a line that were said; see `FilmLine`.

    Texts go with their language, or with nothing for that of the film; an empty text
    takes away what is there.
    """

    texts: Sequence[tuple[str, str]]
    note: str
    duration: int


def with_film_facts(film: Film, facts: FilmFacts, scopes: Sequence[str]) -> Film:
    """Return *film* with what was said; what was not said stays.

    Raises:
        ScopeUnknown: The scope is no rung of the ladder.
        LanguageNotUnderstood: A language is no tag.
    """
    if "scope" in facts and facts["scope"] not in scopes:
        raise ScopeUnknown(scope=facts["scope"], scopes=", ".join(scopes))
    rate = facts.get("rate", film.frame_rate)
    width, height = facts.get("size", (film.width, film.height))
    return replace(
        film,
        title=facts.get("title", film.title),
        scope=facts.get("scope", film.scope),
        rate=rate.written,
        drop=rate.drop,
        width=width,
        height=height,
        languages=_tags(facts.get("languages", film.languages)),
        budget=facts.get("budget", film.budget),
    )


def with_line_facts(line: FilmLine, facts: LineFacts, usual: str) -> FilmLine:
    """Return *line* with what was said; what was not said stays.

    Args:
        line: The line.
        facts: What was said.
        usual: The language of texts that go with none.
    """
    return replace(
        line,
        texts=_said(line.texts, facts.get("texts", ()), usual),
        note=facts.get("note", line.note),
        duration=facts.get("duration", line.duration),
    )


def usual_film_language(film: Film, languages: Sequence[str], last: str) -> str:
    """Return the language of what is written in a film without naming one.

    Args:
        film: Its first language is meant.
        languages: Those of the library, if it has none.
        last: What it is if neither says any.
    """
    return normalize_tag([*film.languages, *languages, last][0])


def _tags(typed: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(normalize_tag(tag) for tag in typed))


def _said(
    before: Mapping[str, str], said: Sequence[tuple[str, str]], usual: str
) -> dict[str, str]:
    now = {**before, **{tag or usual: text for tag, text in said}}
    return {tag: text for tag, text in now.items() if text}
