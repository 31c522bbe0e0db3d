"""Check a playlist before it is shown: everything that is to be done, at once."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Catalog
from mediakit.errors.base import Reason, sentence
from mediakit.library import Library
from mediakit.model.balance import Balance
from mediakit.model.playlist import Playlist
from mediakit.model.session import Session
from mediakit.model.timecode import format_time
from mediakit.settings import Settings
from mediakit.workflows.advise_hearing import (
    advise_files,
    advise_languages,
    advise_loudness,
)
from mediakit.workflows.advise_showing import Room, advise_showing, find_room
from mediakit.workflows.balance_playlist import balance_playlist
from mediakit.workflows.gather_facts import consent_rules
from mediakit.workflows.playlist_advice import Advice, Matter, joined_advice


@dataclass(frozen=True, slots=True)
class CheckedPlaylist:
    """What a check found.

    Attributes:
        playlist: Its id.
        title: What the team calls it.
        session: The session it was checked for.
        scope: The rung of consent it was checked for.
        day: ISO 8601 day as of which it was checked.
        duration: Milliseconds it takes.
        budget: Milliseconds there are; 0 is not said.
        advice: What is to be done, what blocks first.
        balance: Who and what is heard.
    """

    playlist: str
    title: str
    session: Session | None
    scope: str
    day: str
    duration: int
    budget: int
    advice: tuple[Advice, ...]
    balance: tuple[Balance, ...]

    @property
    def blocking(self) -> tuple[Advice, ...]:
        """What must be done before it is shown."""
        return tuple(one for one in self.advice if one.blocks)


def check_playlist(
    library: Library,
    catalog: Catalog,
    settings: Settings,
    typed: str,
    *,
    day: str,
    session: str = "",
    budget: int | None = None,
) -> CheckedPlaylist:
    """Return everything to do before a playlist is shown; change nothing.

    Args:
        library: Where files are.
        catalog: The records.
        settings: What ``mediakit.toml`` says.
        typed: The playlist.
        day: ISO 8601 day of today.
        session: Another session than the playlist's, as typed.
        budget: Other milliseconds than the playlist's.

    Raises:
        PlaylistNotFound, SessionNotFound, IdAmbiguous: A record is not found.
    """
    records = catalog.read()
    found = records.find(Playlist, typed)
    playlist = found if budget is None else replace(found, budget=budget)
    room = find_room(records, playlist, consent_rules(settings), day, session)
    advice = (
        *_empty(playlist),
        *advise_showing(room),
        *advise_files(library, room),
        *_room(room),
        *_time(playlist),
        *_twice(playlist),
        *advise_languages(library, records, room),
        *advise_loudness(library, room),
    )
    return CheckedPlaylist(
        playlist=playlist.id,
        title=playlist.title,
        session=room.session,
        scope=playlist.scope,
        day=room.day,
        duration=playlist.duration,
        budget=playlist.budget,
        advice=tuple(sorted(joined_advice(advice), key=lambda one: not one.blocks)),
        balance=balance_playlist(records, room, settings) if playlist.items else (),
    )


def _empty(playlist: Playlist) -> Iterator[Advice]:
    if not playlist.items:
        yield Advice(
            matter=Matter.EMPTY,
            reason=Reason(sentence("Nothing is on it.")),
            remedy=Reason(
                sentence("Run 'mediakit playlist add {playlist} EXCERPT'."),
                playlist=playlist.id,
            ),
        )


def _room(room: Room) -> Iterator[Advice]:
    if room.session is None:
        yield Advice(
            matter=Matter.ROOM,
            reason=Reason(
                sentence(
                    "It is for no session yet: what a group has seen and the languages "
                    "it speaks were not looked at."
                )
            ),
            remedy=Reason(
                sentence("Run 'mediakit playlist edit {playlist} --session ID'."),
                playlist=room.playlist.id,
            ),
        )


def _time(playlist: Playlist) -> Iterator[Advice]:
    over = playlist.duration - playlist.budget
    if playlist.budget and over > 0:
        yield Advice(
            matter=Matter.TIME,
            reason=Reason(
                sentence("It takes {time}: {over} more than there is."),
                time=format_time(round(playlist.duration, -3)),
                over=format_time(max(1000, round(over, -3))),
            ),
            remedy=Reason(
                sentence(
                    "Take something off, or talk less after an item: 'mediakit "
                    "playlist edit {playlist} ITEM --pause TIME'."
                ),
                playlist=playlist.id,
            ),
        )


def _twice(playlist: Playlist) -> Iterator[Advice]:
    places = Counter((item.clip, item.range) for item in playlist.items)
    for place, count in places.items():
        if count > 1:
            codes = [x.code for x in playlist.items if (x.clip, x.range) == place]
            yield Advice(
                matter=Matter.TWICE,
                items=tuple(codes),
                reason=Reason(sentence("They show the same.")),
                remedy=Reason(
                    sentence(
                        "Take all but one off, unless it is to be seen twice: "
                        "'mediakit playlist remove {playlist} {items}'."
                    ),
                    playlist=playlist.id,
                    items=" ".join(codes[1:]),
                ),
            )
