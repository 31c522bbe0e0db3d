"""What a person says about a playlist and its items, checked before it is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypedDict

from mediakit.catalog.catalog import Records
from mediakit.errors.people import ScopeUnknown
from mediakit.model.language import normalize_tag
from mediakit.model.playlist import Playlist, PlaylistItem
from mediakit.model.session import Session


class PlaylistFacts(TypedDict, total=False):
    """The fields of a playlist that were said; see `Playlist`.

    The session is as typed; an empty one stands for none.
    """

    title: str
    session: str
    scope: str
    budget: int


class ItemFacts(TypedDict, total=False):
    """The fields of an item that were said; see `PlaylistItem`.

    Texts go with their language, or with nothing for the usual one; an empty text
    takes away what is there.
    """

    titles: Sequence[tuple[str, str]]
    questions: Sequence[tuple[str, str]]
    notes: Sequence[tuple[str, str]]
    pause: int


def with_facts(
    records: Records, playlist: Playlist, facts: PlaylistFacts, scopes: Sequence[str]
) -> Playlist:
    """Return *playlist* with what was said; what was not said stays.

    Raises:
        SessionNotFound, IdAmbiguous: The session is not found.
        ScopeUnknown: The scope is no rung of the ladder.
    """
    if "scope" in facts and facts["scope"] not in scopes:
        raise ScopeUnknown(scope=facts["scope"], scopes=", ".join(scopes))
    session = playlist.session
    if "session" in facts:
        typed = facts["session"]
        session = records.find(Session, typed).id if typed else None
    return replace(
        playlist,
        title=facts.get("title", playlist.title),
        session=session,
        scope=facts.get("scope", playlist.scope),
        budget=facts.get("budget", playlist.budget),
    )


def with_item_facts(item: PlaylistItem, facts: ItemFacts, usual: str) -> PlaylistItem:
    """Return *item* with what was said; what was not said stays.

    Args:
        item: The item.
        facts: What was said.
        usual: The language of texts that go with none.
    """
    return replace(
        item,
        titles=_said(item.titles, facts.get("titles", ()), usual),
        questions=_said(item.questions, facts.get("questions", ()), usual),
        notes=_said(item.notes, facts.get("notes", ()), usual),
        pause=facts.get("pause", item.pause),
    )


def usual_language(
    records: Records, playlist: Playlist, languages: Sequence[str], last: str
) -> str:
    """Return the language of what is said in a playlist without naming one.

    It is the first of the session's, or of the library's.

    Args:
        records: The catalog.
        playlist: The playlist.
        languages: Those of the library.
        last: What it is if neither says any.
    """
    sessions = [s for s in records.all(Session) if s.id == playlist.session]
    spoken = [tag for session in sessions for tag in session.languages]
    return normalize_tag([*spoken, *languages, last][0])


def _said(
    before: Mapping[str, str], said: Sequence[tuple[str, str]], usual: str
) -> dict[str, str]:
    now = {**before, **{tag or usual: text for tag, text in said}}
    return {tag: text for tag, text in now.items() if text}
