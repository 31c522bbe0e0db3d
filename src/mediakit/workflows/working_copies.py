"""Working copies: pictures, measures, encoded parts, words that were half heard.

A no closes them too: none is made of a clip in which somebody said it, and those
that are there go.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from mediakit.catalog.catalog import Records
from mediakit.library import Library
from mediakit.media.rendering.segment_cache import forget_segments
from mediakit.model.clip import Clip
from mediakit.model.gate import Rules
from mediakit.model.ids import PersonId
from mediakit.model.ladder import INTERNAL, TRANSCRIBE
from mediakit.model.leaving import Passed, Shown
from mediakit.model.timecode import TimeRange
from mediakit.model.voice import Voice
from mediakit.workflows.keep_parts import forget_parts, parts_there
from mediakit.workflows.pass_gate import Purpose, ask_gate
from mediakit.workflows.prepared_files import forget_prepared, prepared_files


def for_the_team(rules: Rules, day: str) -> Purpose:
    """Return what a working copy is wanted for.

    Args:
        rules: What ``mediakit.toml`` says of consent.
        day: ISO 8601 day of today.
    """
    return Purpose(rules=rules, scope=INTERNAL, day=day)


def ask_for_copies(records: Records, purpose: Purpose, clips: Sequence[Clip]) -> Passed:
    """Return what the gate says of copies of whole clips."""
    parts = tuple((clip.id, TimeRange(0, clip.media.duration)) for clip in clips)
    # what people want hidden is hidden from others than the team
    return ask_gate(records, purpose, parts, Shown(0))


def open_clips(passed: Passed, clips: Iterable[Clip]) -> list[Clip]:
    """Return those of *clips* that are open to the team; see `ask_for_copies`."""
    closed = {finding.clip for finding in passed.left_out}
    return [clip for clip in clips if clip.id not in closed]


def clips_with(records: Records, person: PersonId) -> list[Clip]:
    """Return the clips in which somebody is heard or seen."""
    heard = {voice.clip for voice in records.all(Voice) if voice.person == person}
    return [clip for clip in records.all(Clip) if clip.id in heard]


def forget_closed_copies(
    library: Library, records: Records, purpose: Purpose, clips: Sequence[Clip]
) -> None:
    """Throw away the working copies of those of *clips* that are closed to the team."""
    opened = open_clips(ask_for_copies(records, purpose, clips), clips)
    for clip in clips:
        if clip not in opened:
            forget_copies(library, clip)


def forget_half_heard(
    library: Library, records: Records, rules: Rules, day: str, person: PersonId
) -> None:
    """Throw away what a machine heard so far of what it may not listen to any more.

    Args:
        library: Where it is.
        records: The catalog.
        rules: What ``mediakit.toml`` says of consent.
        day: ISO 8601 day of today.
        person: Who is heard in it.
    """
    clips = clips_with(records, person)
    purpose = Purpose(rules=rules, scope=TRANSCRIBE, day=day)
    opened = open_clips(ask_for_copies(records, purpose, clips), clips)
    for clip in clips:
        if clip not in opened:
            forget_parts(library, clip.id)


def forget_copies(library: Library, clip: Clip) -> None:
    """Throw away every working copy of a clip."""
    forget_prepared(library, clip.id)
    forget_segments(library.segments, clip.sha256)
    forget_parts(library, clip.id)


def copies_there(library: Library, clip: Clip) -> Iterator[Path]:
    """Yield the working copies of a clip."""
    yield from (path for path in prepared_files(library, clip.id) if path.exists())
    segments = library.segments / clip.sha256
    if segments.exists():
        yield segments
    yield from sorted(parts_there(library, clip.id))
