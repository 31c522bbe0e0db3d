"""Know what left the library when it is added again, and who is in it.

A file is known by its bytes: one that another program changed is not.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mediakit.catalog.catalog import Change, Records
from mediakit.errors.adding import CameBackClosed
from mediakit.model.clip import Clip
from mediakit.model.ids import VoiceId
from mediakit.model.leaving import Shown
from mediakit.model.spans import Spans, within
from mediakit.model.timecode import TimeRange
from mediakit.model.use import Use, UseKind
from mediakit.model.voice import Voice
from mediakit.workflows.pass_gate import Purpose, ask_gate
from mediakit.workflows.take_in_file import Task

_RECORDINGS = (UseKind.CUT, UseKind.FILM)


def what_left(records: Records) -> dict[str, Use]:
    """Return the cuts and films that were made, by the SHA-256 of their files."""
    return {
        file.sha256: use
        for use in records.all(Use)
        if use.kind in _RECORDINGS and use.ranges
        for file in use.files
    }


def closed_return(
    records: Records, purpose: Purpose, task: Task, use: Use
) -> CameBackClosed | None:
    """Return why what left as *use* is not taken in again; its copy is dropped then.

    It is taken in unless somebody in it closed it to the team.
    """
    parts = tuple((used.clip, used.range) for used in use.ranges)
    passed = ask_gate(records, purpose, parts, Shown(0))
    if not passed.left_out:
        return None
    if task.copy:
        task.copy.unlink(missing_ok=True)
    return CameBackClosed(
        path=str(task.path),
        use=use.id,
        reason=passed.reasons,
        findings=passed.left_out,
    )


def put_voices(change: Change, voices: Iterable[Voice]) -> None:
    """Record voices that were taken over, but for those that are known."""
    known = {(one.clip, one.person, one.range) for one in change.all(Voice)}
    for voice in voices:
        if (voice.clip, voice.person, voice.range) not in known:
            change.put(replace(voice, id=VoiceId(change.new_id(Voice))))
            known.add((voice.clip, voice.person, voice.range))


def voices_taken_over(voices: Iterable[Voice], clip: Clip, use: Use) -> Iterator[Voice]:
    """Yield the voices of a clip that came back, still without ids of their own.

    Where one part was cut they move with it. Nobody knows where in a film a part
    is: who is in any of it is in all of it.

    Args:
        voices: Those of the clips that it was made of.
        clip: What came back.
        use: What it left as.
    """
    is_cut = len(use.ranges) == 1
    for voice in voices:
        heard = voice.heard and bool(clip.media.sound)
        seen = voice.seen and clip.media.video is not None
        if voice.person is not None and not (heard or seen):
            continue
        parts = [
            part
            for used in use.ranges
            if used.clip == voice.clip
            for part in _moved(voice, used.range)
        ]
        if is_cut:
            whole = TimeRange(0, clip.media.duration)
            for part in within(parts, whole):
                yield replace(voice, clip=clip.id, range=part, heard=heard, seen=seen)
        elif parts and voice.person is not None:
            yield replace(voice, clip=clip.id, range=None, heard=heard, seen=seen)


def _moved(voice: Voice, used: TimeRange) -> Spans:
    """Return when a voice is heard or seen in a part, from the part's beginning."""
    return tuple(
        TimeRange(part.start - used.start, part.end - used.start)
        for part in within((voice.range or used,), used)
    )
