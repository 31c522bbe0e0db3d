"""Decide which parts of recordings go with a film to an editing program."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from mediakit.catalog.catalog import Records
from mediakit.media.cutting.conforming import Frames
from mediakit.media.rendering.film import SAMPLE_RATE
from mediakit.media.rendering.stereo import CHANNELS
from mediakit.model.clip import Clip
from mediakit.model.ids import ClipId
from mediakit.model.leaving import Part, Shown
from mediakit.model.mask import Mask, Masked
from mediakit.model.spans import Spans, union
from mediakit.model.timecode import TimeRange
from mediakit.model.timeline import Shot, Timeline
from mediakit.timeline.base import Footage
from mediakit.workflows.gather_footage import footage_of, shots_of
from mediakit.workflows.masked_copy import own_canvas
from mediakit.workflows.pass_gate import Purpose, ask_gate
from mediakit.workflows.pass_masked import left_of

FOLDER = "media"
"""The folder beside a timeline that holds its recordings."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a recording that becomes a file.

    Attributes:
        clip: The recording.
        frames: Which of its frames.
        name: That of the file, without what it ends in.
        hidden: What hides it.
    """

    clip: Clip
    frames: Frames
    name: str
    hidden: Masked

    @property
    def is_seen(self) -> bool:
        """Whether it has pictures."""
        return self.clip.media.video is not None

    @property
    def file(self) -> str:
        """The name of the file."""
        return f"{self.name}{'.mp4' if self.is_seen else '.wav'}"

    @property
    def part(self) -> Part:
        """What of the clip is in it, for the gate."""
        end = min(self.frames.span.end, math.ceil(self.frames.until * 1000))
        return self.clip.id, TimeRange(self.frames.span.start, end)


@dataclass(frozen=True, slots=True)
class Hiding:
    """What is hidden in a film.

    Attributes:
        lines: What hides each line and cover, by its code.
        masks: All masks of the clips in it.
    """

    lines: Mapping[str, Masked]
    masks: Sequence[Mask]

    def of(self, shot: Shot) -> Masked:
        """Return what hides a shot."""
        return self.lines.get(shot.code, Masked())

    def around(self, shot: Shot, part: TimeRange) -> Iterator[TimeRange]:
        """Yield what is beside a shot and is hidden otherwise than it is."""
        hidden = self.of(shot).masks
        for mask in hidden:
            yield TimeRange(0, mask.range.start)
            yield TimeRange(mask.range.end, max(part.end, mask.range.end))
        for mask in self.masks:
            if mask.clip == shot.clip and mask not in hidden:
                yield mask.range


def plan_footage(
    records: Records,
    timeline: Timeline,
    purpose: Purpose,
    shown: Shown,
    handles: int | None,
    hiding: Hiding,
) -> tuple[Piece, ...]:
    """Return the parts of recordings that a film needs, in order.

    Handles end where consent does, where masks begin and end, and where the recording
    does. Parts that touch are one, if the same hides them. A part begins, within its
    handle, where a frame begins on a whole millisecond, as cuts that copy need it.

    Args:
        records: The catalog.
        timeline: The film in time.
        purpose: What it is for.
        shown: What of people can be met in it.
        handles: Milliseconds before and after each shot; ``None`` for all of every
            recording, whatever consent says of the rest.
        hiding: What is hidden in the film.
    """
    wide = {shot: _wide(timeline, shot, handles) for shot in shots_of(timeline)}
    parts = {shot: _time(timeline, shot, span) for shot, span in wide.items()}
    asked: dict[Shown, list[Part]] = {}
    for shot, part in parts.items():
        met = left_of(hiding.of(shot), shown)
        asked.setdefault(met, []).append((shot.clip, part))
    closed = {
        met: [] if handles is None else ask_gate(records, purpose, ones, met).left_out
        for met, ones in asked.items()
    }
    spans: dict[ClipId, dict[Masked, list[_Span]]] = {}
    for shot, span in wide.items():
        hidden = hiding.of(shot)
        findings = closed[left_of(hidden, shown)]
        holes = [one.range for one in findings if one.clip == shot.clip]
        around = hiding.around(shot, parts[shot])
        holes += [one for one in around if one.overlaps(parts[shot])]
        held = _held(timeline, shot, span, union(holes))
        spans.setdefault(shot.clip, {}).setdefault(hidden, []).append(held)
    return tuple(
        _piece(timeline, clip, number, span, hidden)
        for clip, groups in spans.items()
        for number, (hidden, span) in enumerate(_numbered(groups), start=1)
    )


def footage_in(
    timeline: Timeline, pieces: tuple[Piece, ...], hiding: Hiding
) -> dict[str, Footage]:
    """Return the file of each shot, as the timeline beside it names it."""
    found = {}
    for shot in shots_of(timeline):
        begin = timeline.source_frame(shot)
        piece = next(
            one
            for one in pieces
            if (one.clip.id, one.hidden) == (shot.clip, hiding.of(shot))
            and one.frames.first <= begin < one.frames.first + one.frames.count
        )
        found[shot.code] = footage_of_piece(timeline, piece)
    return found


def footage_of_piece(timeline: Timeline, piece: Piece) -> Footage:
    """Return a part of a recording as a file that goes on counting as its clip."""
    whole = footage_of(timeline, piece.clip, f"{FOLDER}/{piece.file}")
    if piece.hidden.masks:
        canvas = own_canvas(piece.clip)
        whole = replace(
            whole,
            width=canvas.width if piece.is_seen else 0,
            height=canvas.height if piece.is_seen else 0,
            channels=min(whole.channels, 1) * CHANNELS,
            sample_rate=SAMPLE_RATE,
        )
    return replace(
        whole,
        first=whole.first + piece.frames.first,
        offset=piece.frames.first,
        length=piece.frames.count,
    )


@dataclass(frozen=True, slots=True, order=True)
class _Span:
    """Frames of a clip that are handed on.

    Attributes:
        first: The first that may be.
        needed: The first that must be.
        end: The one before which they end.
        until: Milliseconds at which consent ends, where that is why they end.
    """

    first: int
    needed: int
    end: int
    until: int | None = None


def _wide(timeline: Timeline, shot: Shot, handles: int | None) -> _Span:
    """Return a shot with its handles, as far as there is a recording."""
    rate = timeline.source_rate(shot.clip)
    length = Fraction(timeline.clips[shot.clip].media.duration, 1000)
    total = max(1, rate.frames_for(length))
    begin, end = _needed(timeline, shot)
    if handles is None:
        return _Span(0, begin, max(end, total))
    more = rate.frames_for(Fraction(handles, 1000))
    return _Span(max(0, begin - more), begin, max(end, min(total, end + more)))


def _needed(timeline: Timeline, shot: Shot) -> tuple[int, int]:
    """Return the frame of its clip with which a shot begins, and where it ends."""
    begin = timeline.source_frame(shot)
    seconds = timeline.rate.seconds(shot.length)
    return begin, begin + timeline.source_rate(shot.clip).frames_for(seconds)


def _time(timeline: Timeline, shot: Shot, span: _Span) -> TimeRange:
    rate = timeline.source_rate(shot.clip)
    start = math.floor(rate.seconds(span.first) * 1000)
    return TimeRange(start, math.ceil(rate.seconds(span.end) * 1000))


def _held(timeline: Timeline, shot: Shot, span: _Span, closed: Spans) -> _Span:
    """Return as much of a shot's handles as may leave."""
    rate = timeline.source_rate(shot.clip)
    begin, end = _needed(timeline, shot)
    first, last, until = span.first, span.end, None
    for hole in closed:
        if hole.end <= math.ceil(rate.seconds(begin) * 1000):
            first = max(first, rate.frames_for(Fraction(hole.end, 1000)))
        elif hole.start < rate.seconds(last) * 1000:
            until = hole.start
            last = max(end, rate.whole_frames(Fraction(until, 1000)))
            break
    return _Span(min(first, begin), begin, last, until)


def _merged(spans: list[_Span]) -> Iterator[_Span]:
    """Yield spans in order, those that touch as one."""
    standing: _Span | None = None
    for span in sorted(spans, key=lambda one: (one.first, one.needed, one.end)):
        if standing and span.first <= standing.end:
            last = max(standing, span, key=lambda one: one.end)
            needed = min(standing.needed, span.needed)
            standing = _Span(standing.first, needed, last.end, last.until)
            continue
        if standing:
            yield standing
        standing = span
    if standing:
        yield standing


def _numbered(
    groups: Mapping[Masked, list[_Span]],
) -> Iterator[tuple[Masked, _Span]]:
    """Yield the spans of a clip, those that the same hides as one where they touch."""
    for hidden, spans in groups.items():
        yield from ((hidden, span) for span in _merged(spans))


def _piece(
    timeline: Timeline, clip: ClipId, number: int, span: _Span, hidden: Masked
) -> Piece:
    rate = timeline.source_rate(clip).exact
    # the frames between two that begin on a whole millisecond
    step = (Fraction(1000) / rate).denominator
    even = -(-span.first // step) * step
    first = even if even <= span.needed else span.first
    end = span.end / rate
    until = end if span.until is None else min(end, Fraction(span.until, 1000))
    frames = Frames(rate=rate, first=first, count=span.end - first, until=until)
    return Piece(timeline.clips[clip], frames, f"{clip}-{number}", hidden)
