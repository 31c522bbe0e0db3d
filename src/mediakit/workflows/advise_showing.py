"""Advise on showing items of a playlist: who agreed, who saw it, what hurts."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from mediakit.catalog.catalog import Records
from mediakit.errors.base import Reason, sentence
from mediakit.model.cause import Cause
from mediakit.model.excerpt import Excerpt
from mediakit.model.gate import Facts, Finding, Request, Rules, decide
from mediakit.model.ids import ExcerptId
from mediakit.model.leaving import Shown, judge
from mediakit.model.playlist import Playlist, PlaylistItem
from mediakit.model.screening import Screening
from mediakit.model.session import Session
from mediakit.model.showing import Care, Caution, Showing, cautions, seen_by
from mediakit.workflows.consent_reasons import consent_reasons
from mediakit.workflows.gather_facts import gather_facts
from mediakit.workflows.playlist_advice import Advice, Matter

_TAKE_OFF = sentence("Take it off: 'mediakit playlist remove {playlist} {item}'.")
_ASK = sentence(
    "Ask, and note the answer with 'mediakit consent record {person}'; or take it off: "
    "'mediakit playlist remove {playlist} {item}'."
)
_NAMELESS = sentence("Do not say or write the name; call them {pseudonym}.")
_ANOTHER_PART = sentence(
    "Choose another part, or take it off: 'mediakit playlist remove {playlist} {item}'."
)
_FIND_OUT = sentence(
    "Find out who it is before it is shown, or take it off: 'mediakit playlist remove "
    "{playlist} {item}'."
)
_REMEDIES = {
    Cause.WITHDRAWN: _TAKE_OFF,
    Cause.UNKNOWN_VOICE: _FIND_OUT,
    Cause.NO_FACE: _ANOTHER_PART,
    Cause.NO_VOICE: _ANOTHER_PART,
    Cause.NO_NAME: _NAMELESS,
}


@dataclass(frozen=True, slots=True)
class Room:
    """Who a playlist is shown to, and what is known of them.

    Attributes:
        playlist: The playlist.
        session: The session it is for, if it is for one.
        facts: The records that the gate decides by.
        rules: Those of consent.
        day: ISO 8601 day as of which it is asked: that of the session, if it is still
            to come.
        seen: What the group was shown already.
        excerpts: By id, for which part that was.
    """

    playlist: Playlist
    session: Session | None
    facts: Facts
    rules: Rules
    day: str
    seen: list[Screening]
    excerpts: dict[ExcerptId, Excerpt]


def find_room(
    records: Records, playlist: Playlist, rules: Rules, day: str, typed: str = ""
) -> Room:
    """Gather what is known of the room a playlist is for.

    Args:
        records: The catalog.
        playlist: The playlist.
        rules: Those of consent.
        day: ISO 8601 day of today.
        typed: Another session than the playlist's.

    Raises:
        SessionNotFound, IdAmbiguous: The session is not found.
    """
    facts = gather_facts(records, {item.clip for item in playlist.items})
    session = records.find(Session, typed) if typed else None
    if session is None and playlist.session:
        session = facts.sessions.get(playlist.session)
    known = facts.sessions.values()
    seen = seen_by(session, known, records.all(Screening)) if session else []
    return Room(
        playlist=playlist,
        session=session,
        facts=facts,
        rules=rules,
        day=max(day, session.date) if session else day,
        seen=seen,
        excerpts={x.id: x for x in records.all(Excerpt)} if seen else {},
    )


def advise_showing(
    room: Room, codes: Collection[str] | None = None
) -> Iterator[Advice]:
    """Yield what speaks against showing items, or must be known before.

    Args:
        room: Who they are shown to.
        codes: The only items to look at.
    """
    for item in room.playlist.items:
        if codes is None or item.code in codes:
            yield from _consent(room, item)
            yield from _cautions(room, item)


def _consent(room: Room, item: PlaylistItem) -> Iterator[Advice]:
    """Yield what the gate says, a line for each person and cause."""
    asked = Request(
        ranges=((item.clip, item.range),),
        scope=room.playlist.scope,
        day=room.day,
        audience=room.session.id if room.session else None,
    )
    decision = decide(room.facts, room.rules, asked)
    clip = room.facts.clips.get(item.clip)
    pictures = Shown.PICTURES if clip and clip.media.video else Shown(0)
    shown = Shown.SOUND | Shown.WORDS | Shown.NAMES | pictures
    closed = judge(asked.ranges, decision, shown).refusals
    for finding in closed:
        yield _told(room, item, finding, blocks=finding.cause is not Cause.NO_NAME)
    for finding in decision.warnings:
        yield _told(room, item, finding, blocks=False)


def _told(room: Room, item: PlaylistItem, finding: Finding, *, blocks: bool) -> Advice:
    [reason] = consent_reasons([finding], room.facts.people).each
    what_to_do = _REMEDIES.get(finding.cause, _ASK)
    remedy = Reason(
        what_to_do,
        playlist=room.playlist.id,
        item=item.code,
        person=finding.person or "",
        pseudonym=finding.pseudonym or "-",
    )
    return Advice(
        matter=Matter.NAME if finding.cause is Cause.NO_NAME else Matter.CONSENT,
        items=(item.code,),
        reason=reason,
        remedy=remedy,
        blocks=blocks,
    )


def _cautions(room: Room, item: PlaylistItem) -> Iterator[Advice]:
    clip = room.facts.clips.get(item.clip)
    if clip is None:
        return
    if room.session is None:
        if clip.sensitive:
            yield _sensitive(item, clip.sensitive)
        return
    showing = Showing(clip=clip, session=room.session, day=room.day, range=item.range)
    found = cautions(
        room.facts, room.rules, showing, seen=room.seen, excerpts=room.excerpts
    )
    for caution in found:
        yield from _advice(room, item, caution)


def _advice(room: Room, item: PlaylistItem, caution: Caution) -> Iterator[Advice]:
    """Yield what a caution says; of consent, the gate was asked for the very scope."""
    if caution.care is Care.SENSITIVE:
        yield _sensitive(item, caution.why)
    elif caution.care is Care.ALREADY_SHOWN:
        yield _seen(room, item, caution)
    elif caution.care is Care.RECORDED_HERE:
        yield Advice(
            matter=Matter.RECORDED_HERE,
            items=(item.code,),
            reason=Reason(sentence("It was recorded in this very place.")),
            remedy=Reason(
                sentence("Ask those who are in it before their neighbours see them.")
            ),
        )


def _sensitive(item: PlaylistItem, why: str) -> Advice:
    return Advice(
        matter=Matter.SENSITIVE,
        items=(item.code,),
        reason=Reason(sentence("To be shown with care: {why}."), why=why.rstrip(".")),
        remedy=Reason(
            sentence(
                "Warn the room before, let people go out, and leave time to talk after "
                "it."
            )
        ),
    )


def _seen(room: Room, item: PlaylistItem, caution: Caution) -> Advice:
    at = [one.session for one in room.seen if one.id == caution.screening]
    session = room.facts.sessions[at[0]]
    return Advice(
        matter=Matter.SEEN,
        items=(item.code,),
        reason=Reason(
            sentence("This group saw it already: {day}, {session}."),
            day=session.date or "-",
            session=session.title,
        ),
        remedy=Reason(
            sentence(
                "Say why it is shown again, or take it off: 'mediakit playlist remove "
                "{playlist} {item}'."
            ),
            playlist=room.playlist.id,
            item=item.code,
        ),
    )
