"""Ask the gate for whole clips at once: which parts of them are closed."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from mediakit.catalog.catalog import Records
from mediakit.model.clip import Clip
from mediakit.model.consent import ConsentEvent, ConsentKind
from mediakit.model.gate import Finding
from mediakit.model.ids import ClipId
from mediakit.model.ladder import INTERNAL
from mediakit.model.leaving import Shown
from mediakit.model.spans import Spans, union
from mediakit.model.timecode import TimeRange
from mediakit.model.voice import Voice
from mediakit.search.question import WHOLE
from mediakit.workflows.pass_gate import Purpose, ask_gate


def closed_parts(
    records: Records, purpose: Purpose, clips: Iterable[Clip]
) -> Mapping[ClipId, Spans]:
    """Return which parts of clips may not be shown as they are, sound and pictures.

    Raises:
        ScopeUnknown: There is no such scope.
        SessionNotFound: The audience is none.
    """
    known = list(clips)
    films = [clip.id for clip in known if clip.media.video]
    sounds = [clip.id for clip in known if not clip.media.video]
    heard = Shown.WORDS | Shown.SOUND
    return {
        **_closed(records, purpose, films, heard | Shown.PICTURES),
        **_closed(records, purpose, sounds, heard),
    }


def closed_words(
    records: Records, purpose: Purpose, clips: Iterable[Clip]
) -> Mapping[ClipId, Spans]:
    """Return in which parts of clips nothing that is said may be shown.

    Raises:
        ScopeUnknown: There is no such scope.
        SessionNotFound: The audience is none.
    """
    return _closed(records, purpose, [clip.id for clip in clips], Shown.WORDS)


def words_of_nobody(records: Records, purpose: Purpose) -> tuple[Finding, ...]:
    """Return where words are closed even to the team, and why.

    Who may not read them must not find out by searching for them: not even that they
    were said, or when. Only clips of people are looked at who said some sort of no:
    ten thousand voices take longer to read than a search.

    Raises:
        ScopeUnknown: There is no such scope.
        SessionNotFound: The audience is none.
    """
    scopes = purpose.rules.scopes

    def may_close(value: Mapping[Any, Any]) -> bool:  # Any: fields as they are kept
        return bool(
            value.get("kind") == ConsentKind.WITHDRAWN
            or value.get("until")
            or value.get("up_to") not in scopes
            or INTERNAL in (value.get("excluded") or ())
        )

    people = {event.person for event in records.where(ConsentEvent, may_close)}
    if not people:
        return ()

    def is_theirs(value: Mapping[Any, Any]) -> bool:  # Any: fields as they are kept
        person = value.get("person")
        # what is damaged is not overlooked: reading it says so
        return person in people if isinstance(person, str) else person is not None

    voices = records.where(Voice, is_theirs)
    clips = dict.fromkeys(voice.clip for voice in voices)
    parts = [(clip, TimeRange(0, WHOLE.end)) for clip in clips]
    return ask_gate(records, purpose, parts, Shown.WORDS).left_out


def spans_of(findings: Sequence[Finding]) -> dict[ClipId, Spans]:
    """Return the parts of clips that findings are about."""
    closed: dict[ClipId, list[TimeRange]] = {}
    for finding in findings:
        # what is said before the beginning, by a slip, belongs to it
        begin = finding.range.start or WHOLE.start
        closed.setdefault(finding.clip, []).append(TimeRange(begin, finding.range.end))
    return {clip: union(ranges) for clip, ranges in closed.items()}


def _closed(
    records: Records, purpose: Purpose, clips: Iterable[ClipId], shown: Shown
) -> dict[ClipId, Spans]:
    parts = [(clip, TimeRange(0, WHOLE.end)) for clip in clips]
    return spans_of(ask_gate(records, purpose, parts, shown).left_out)
