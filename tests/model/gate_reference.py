"""The gate again, slow and obvious: one millisecond and one person at a time.

Written from what people were promised, not from the gate: it shares no code with it.
"""

from dataclasses import dataclass

from mediakit.model.consent import ConsentEvent
from mediakit.model.gate import Facts, Request, Rules
from mediakit.model.ids import ClipId, PersonId
from mediakit.model.session import Session
from mediakit.model.voice import Voice

# cause, person, scope, day, pseudonym
Reason = tuple[str, PersonId | None, str, str, str]

UNKNOWN: Reason = ("unknown-voice", None, "", "", "")


@dataclass
class Moment:
    """What is true of one millisecond."""

    refusals: set[Reason]
    conditions: set[Reason]
    warnings: set[Reason]


def moment(
    facts: Facts, rules: Rules, request: Request, clip: ClipId, at: int
) -> Moment:
    """Say everything about one millisecond of a clip."""
    here = [v for v in facts.voices.get(clip, ()) if _covers(v, at)]
    found = Moment(set(), set(), set())
    if clip not in facts.clips:
        found.refusals.add(UNKNOWN)
    elif _leaves_the_team(rules, request) and not (
        0 <= at < facts.clips[clip].media.duration and here
    ):
        (found.refusals if rules.strict else found.warnings).add(UNKNOWN)
    for voice in here:
        if voice.person:
            _ask(facts, rules, request, voice, found)
    return found


def _leaves_the_team(rules: Rules, request: Request) -> bool:
    if request.audience and request.scope == "internal":
        return "own-group" in rules.scopes
    return request.scope not in {"internal", "transcribe", "research"}


def _covers(voice: Voice, at: int) -> bool:
    return voice.range is None or voice.range.start <= at < voice.range.end


def _ask(
    facts: Facts, rules: Rules, request: Request, voice: Voice, found: Moment
) -> None:
    """Ask the person of a voice, and write down what they say."""
    who = voice.person
    assert who
    own = _is_own_group(facts, request, voice)
    scope = _scope(rules, request, own=own)
    internal = scope in {"internal", "transcribe", "research"}
    if who not in facts.people and not internal:
        found.refusals.add(("unknown-voice", who, "", "", ""))
    said = counting(facts.consents.get(who, ()), voice.clip, request.day)
    if said is None:
        if not internal:
            found.refusals.add(("pending", who, "", "", ""))
        return
    if said.kind == "withdrawn":
        found.refusals.add(("withdrawn", who, "", said.day, ""))
        return
    if not internal:
        found.conditions |= _wishes(said, voice)
    if said.until and request.day >= said.until:
        found.refusals.add(("ended", who, "", said.until, ""))
        return
    if said.embargo and scope != "internal":
        over = request.day >= said.embargo
        cause = "embargo-ended" if over else "embargo"
        found.refusals.add((cause, who, "", said.embargo, ""))
    found.refusals |= {
        (cause, who, rung, "", "") for cause, rung in _gaps(said, rules, scope, own=own)
    }


def _wishes(said: ConsentEvent, voice: Voice) -> set[Reason]:
    wishes: set[Reason] = set()
    if voice.seen and not said.face:
        wishes.add(("no-face", voice.person, "", "", ""))
    if voice.heard and not said.voice:
        wishes.add(("no-voice", voice.person, "", "", ""))
    if not said.name:
        wishes.add(("no-name", voice.person, "", "", said.pseudonym))
    return wishes


def _gaps(
    said: ConsentEvent, rules: Rules, scope: str, *, own: bool
) -> set[tuple[str, str]]:
    """Return what the agreement lacks for a scope."""
    agreed: list[str] = []
    if said.up_to in rules.scopes:
        for rung in rules.scopes:
            agreed.append(rung)
            if rung == said.up_to:
                break
    if scope in {"transcribe", "research"}:
        if not agreed:
            return {("beyond-scope", "internal")}
        may = said.transcribe if scope == "transcribe" else said.research
        return set() if may else {(f"no-{scope}", "")}
    gaps = set()
    if scope not in agreed:
        gaps.add(("beyond-scope", scope))
    elif scope in said.excluded:
        gaps.add(("excluded", scope))
    if own and scope not in {"internal", "own-group"} and "own-group" in said.excluded:
        gaps.add(("excluded", "own-group"))
    return gaps


def _scope(rules: Rules, request: Request, *, own: bool) -> str:
    """Return what this person must have agreed to."""
    scope = request.scope
    if request.audience is None:
        return scope
    if scope == "internal" and "own-group" in rules.scopes:
        scope = "own-group"
    if scope == "own-group" and not own and "other-communities" in rules.scopes:
        scope = "other-communities"
    return scope


def _is_own_group(facts: Facts, request: Request, voice: Voice) -> bool:
    if request.audience is None:
        return False
    audience = facts.sessions[request.audience]
    for clip in facts.clips.values():
        if clip.id == voice.clip and clip.session in facts.sessions:
            recorded = facts.sessions[clip.session]
            if _is_same_group(recorded, audience):
                return True
    for person in facts.people.values():
        if person.id == voice.person and person.community:
            places = {_plain(audience.community), _plain(audience.place)}
            return _plain(person.community) in places
    return False


def _is_same_group(one: Session, other: Session) -> bool:
    if one.id == other.id:
        return True
    if one.group or other.group:
        return _plain(one.group) == _plain(other.group)
    if not one.place and not one.community:
        return False
    return (_plain(one.place), _plain(one.community)) == (
        _plain(other.place),
        _plain(other.community),
    )


def _plain(name: str) -> str:
    return name.strip().lower()


def counting(
    events: tuple[ConsentEvent, ...], clip: ClipId, day: str
) -> ConsentEvent | None:
    """Return the event that counts on a day."""
    best: ConsentEvent | None = None
    for place, event in enumerate(events):
        if not _counts_yet(event, day) or (event.clips and clip not in event.clips):
            continue
        if event.kind == "given" and _is_overruled(events, place, clip, day):
            continue
        if best is None or (event.day, _at(event)) >= (best.day, _at(best)):
            best = event
    return best


def _is_overruled(
    events: tuple[ConsentEvent, ...], place: int, clip: ClipId, day: str
) -> bool:
    given = events[place]
    for other, event in enumerate(events):
        if event.kind != "withdrawn" or not _counts_yet(event, day):
            continue
        if event.clips and clip not in event.clips:
            continue
        if not given.up_to:
            return True
        if given.day < event.day or other > place or _at(given) < _at(event):
            return True
    return False


def _counts_yet(event: ConsentEvent, day: str) -> bool:
    if event.kind == "given" and event.up_to:
        return event.day <= day
    return event.day <= day or event.at_once


def _at(event: ConsentEvent) -> str:
    return event.created.at if event.created else ""
