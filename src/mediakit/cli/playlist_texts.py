"""Lines that tell what is on a playlist."""

from collections.abc import Iterator, Mapping, Sequence
from gettext import gettext as _

from mediakit.cli.labels import session_line
from mediakit.cli.output import fitted
from mediakit.cli.use_texts import stale_mark
from mediakit.model.printable import shortened
from mediakit.model.timecode import format_time
from mediakit.workflows.list_playlists import ListedPlaylist
from mediakit.workflows.show_playlist import ListedItem, ShownPlaylist

_TITLE = 24  # columns of a screen; the day of the session has room then


def playlist_line(playlist: ListedPlaylist | ShownPlaylist) -> str:
    """Return what a playlist is called and how long it takes."""
    time = time_taken(playlist.duration, playlist.budget)
    return f"{playlist.id}  {playlist.title}  ({time})"


def on_playlist(playlist: ListedPlaylist) -> str:
    """Return that something is on a playlist."""
    return _("On the playlist: {playlist}").format(playlist=playlist_line(playlist))


def for_session(playlist: ListedPlaylist) -> str:
    """Return that a playlist is prepared for a session."""
    return _("Playlist: {playlist}").format(playlist=playlist_line(playlist))


def time_taken(duration: int, budget: int) -> str:
    """Return how much time something takes, in milliseconds, and of how much."""
    # nobody plans an evening by thousandths
    taken = format_time(round(duration, -3))
    if not budget:
        return taken
    return _("{time} of {budget}").format(time=taken, budget=format_time(budget))


def playlist_rows(listed: Sequence[ListedPlaylist]) -> list[str]:
    """Return a line for each playlist, below a head."""
    head = (_("Id"), _("Items"), _("Time"), _("Title"), _("Session"))
    rows = [
        (
            one.id,
            str(one.items),
            time_taken(one.duration, one.budget),
            shortened(one.title, _TITLE),
            session_line(one.session) if one.session else "-",
        )
        for one in listed
    ]
    return fitted([head, *rows])


def playlist_lines(playlist: ShownPlaylist) -> Iterator[str]:
    """Yield everything on a playlist, in order."""
    yield f"{playlist.id}  {playlist.title}"
    room = session_line(playlist.session) if playlist.session else "-"
    yield _("Session: {session}").format(session=room)
    yield _("Scope: {scope}").format(scope=playlist.scope)
    time = time_taken(playlist.duration, playlist.budget)
    yield _("Time: {time}").format(time=time)
    if not playlist.items:
        yield _("Nothing is on it yet. 'mediakit playlist add' puts something there.")
    for place, listed in enumerate(playlist.items, start=1):
        yield f"{place:>3}. {item_line(listed)}"
        yield from (f"       {line}" for line in _words(listed))


def item_line(listed: ListedItem) -> str:
    """Return what an item is: its code, its times, and what they are from."""
    item = listed.item
    start, end = format_time(item.range.start), format_time(item.range.end)
    clip = listed.clip.title if listed.clip else item.clip
    chosen = listed.excerpt.title or listed.excerpt.quote if listed.excerpt else ""
    called = _("{name}: {told}").format(name=clip, told=chosen) if chosen else clip
    mark = f"  [{stale_mark()}]" if listed.withdrawn else ""
    return f"{item.code}  {start} - {end}  {called}{mark}"


def _words(listed: ListedItem) -> Iterator[str]:
    item = listed.item
    yield from _by_language(_("Title ({language}): {text}"), item.titles)
    yield from _by_language(_("Question ({language}): {text}"), item.questions)
    yield from _by_language(_("Note ({language}): {text}"), item.notes)
    if item.pause:
        yield _("To talk: {time}").format(time=format_time(item.pause))


def _by_language(line: str, texts: Mapping[str, str]) -> Iterator[str]:
    for language, text in texts.items():
        yield line.format(language=language, text=text)
