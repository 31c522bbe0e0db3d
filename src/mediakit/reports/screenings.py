"""Screenings: where clips were shown, to how many, and which never left home."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from gettext import gettext as _
from gettext import ngettext

from mediakit.i18n.values import session_kind
from mediakit.model.clip import Clip
from mediakit.model.group import is_same_group
from mediakit.model.ids import ClipId
from mediakit.model.presence import total
from mediakit.model.screening import Outcome, Screening
from mediakit.model.session import Session
from mediakit.model.session_filter import Filter
from mediakit.reports.facts import Material, Wish
from mediakit.reports.need import Need, Takes
from mediakit.reports.table import Chart, Column, Drawn, Kind, Row, Table

NAME = "screenings"
NEEDS: frozenset[Need] = frozenset()
TAKES: frozenset[Takes] = frozenset()


def title() -> str:
    """Return what it is about."""
    return _("Screenings")


def tables(material: Material, wish: Wish) -> Iterator[Table]:
    """Yield where clips were shown, those shown outside, and those never shown so."""
    shown = [s for s in material.screenings if s.outcome is not Outcome.SKIPPED]
    here = [s for s in shown if s.session in material.about.sessions]
    yield _rooms(material, here)
    evidence = _evidence(material)
    outside = _outside(material, shown)
    never = [
        clip
        for clip in material.about.clips.values()
        if clip.id not in evidence and clip.id not in outside
    ]
    yield _never(material, wish, never, shown)
    yield _carried(material, _outside(material, here))


def _rooms(material: Material, shown: list[Screening]) -> Table:
    rooms: defaultdict[Session, list[Screening]] = defaultdict(list)
    by_id = material.known.sessions
    for one in shown:
        if one.session in by_id:
            rooms[by_id[one.session]].append(one)
    ordered = sorted(rooms.items(), key=lambda room: room[0].date)
    people = [_people(session, seen) for session, seen in ordered]
    rows: tuple[Row, ...] = tuple(
        (
            session.date,
            session.title,
            session.place,
            session.region,
            session_kind(session.kind),
            len({one.clip for one in seen}),
            count,
        )
        for (session, seen), count in zip(ordered, people, strict=True)
    )
    uncounted = people.count(None)
    notes = [
        _(
            "People are those who were present, as counted there; who came to two "
            "sessions counts twice."
        )
    ]
    if uncounted:
        notes.append(
            ngettext(
                "At {count} session, nobody was counted.",
                "At {count} sessions, nobody was counted.",
                uncounted,
            ).format(count=uncounted)
        )
    clips = len({one.clip for some in rooms.values() for one in some})
    return Table(
        name="rooms",
        title=_("Where clips were shown"),
        columns=(
            Column("date", _("Date"), Kind.TEXT, whole=True),
            Column("session", _("Session"), Kind.TEXT, long=True),
            Column("place", _("Place"), Kind.TEXT),
            Column("region", _("Region"), Kind.TEXT),
            Column("kind", _("Kind"), Kind.TEXT),
            Column("clips", _("Clips")),
            Column("people", _("People")),
        ),
        rows=rows,
        footer=(_("All"), None, None, None, None, clips, sum(filter(None, people))),
        notes=tuple(notes),
        chart=Chart(Drawn.BARS, "session", ("people",)),
    )


def _people(session: Session, seen: list[Screening]) -> int | None:
    """Return how many people a room reached: the most that were counted in it."""
    noted = (session.present, *(one.present for one in seen))
    counts = [session.people, *map(total, noted)]
    return max((count for count in counts if count), default=None)


def _evidence(material: Material) -> set[str | None]:
    """Return the clips that are recordings of a consent."""
    said = (event for some in material.known.consents.values() for event in some)
    return {one.clip for event in said for one in event.evidence}


def _outside(
    material: Material, shown: list[Screening]
) -> dict[ClipId, dict[Session, list[Screening]]]:
    """Return which clips were shown to other groups than where they come from."""
    sessions = material.known.sessions
    found: dict[ClipId, dict[Session, list[Screening]]] = {}
    for one in shown:
        clip, room = material.known.clips.get(one.clip), sessions.get(one.session)
        if clip is None or room is None:
            continue
        home = sessions.get(clip.session) if clip.session else None
        if home is None or not is_same_group(home, room):
            found.setdefault(clip.id, {}).setdefault(room, []).append(one)
    return found


def _never(
    material: Material, wish: Wish, clips: list[Clip], shown: list[Screening]
) -> Table:
    times = Counter(one.clip for one in shown)
    return Table(
        name="never-outside",
        title=_("Clips never shown outside their origin"),
        columns=(
            Column("clip", _("Clip"), Kind.TEXT, whole=True),
            Column("title", _("Title"), Kind.TEXT, long=True),
            Column("date", _("Recorded"), Kind.TEXT, whole=True),
            Column("place", _("At"), Kind.TEXT),
            Column("at_home", _("Shown at home")),
        ),
        rows=tuple(
            (
                clip.id,
                material.titles.get(clip.id, clip.id),
                *_home(material, clip),
                times[clip.id],
            )
            for clip in clips
        ),
        notes=(
            _(
                "Outside is to another group than the one it was recorded with; what "
                "was skipped does not count. Recordings of consents are left out."
            ),
            *_wherever(wish),
        ),
    )


def _carried(
    material: Material, outside: dict[ClipId, dict[Session, list[Screening]]]
) -> Table:
    rows: list[Row] = []
    for clip in material.known.clips.values():
        rooms = outside.get(clip.id, {})
        if not rooms:
            continue
        people = [_people(room, seen) or 0 for room, seen in rooms.items()]
        name = material.titles.get(clip.id, clip.id)
        rows.append((clip.id, name, *_home(material, clip), len(rooms), sum(people)))
    return Table(
        name="outside",
        title=_("Clips shown outside their origin"),
        columns=(
            Column("clip", _("Clip"), Kind.TEXT, whole=True),
            Column("title", _("Title"), Kind.TEXT, long=True),
            Column("date", _("Recorded"), Kind.TEXT, whole=True),
            Column("place", _("At"), Kind.TEXT),
            Column("sessions", _("Sessions outside")),
            Column("people", _("People there")),
        ),
        rows=tuple(rows),
        chart=Chart(Drawn.BARS, "title", ("people",)),
    )


def _wherever(wish: Wish) -> Iterator[str]:
    if wish.sessions != Filter():
        yield _(
            "Those recorded at the sessions that are asked for, wherever and whenever "
            "clips were shown."
        )


def _home(material: Material, clip: Clip) -> tuple[str | None, str | None]:
    home = material.known.sessions.get(clip.session) if clip.session else None
    return (home.date, home.place) if home else (None, None)
