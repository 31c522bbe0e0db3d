"""Lay a film out in time, frame by frame.

Cuts lie on whole frames *inside* what was chosen: never a frame more than the gate was
asked for. A shot begins with the first frame of its clip that begins in the range, and
ends with the last frame of the film that ends in it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType

from mediakit.errors.base import Reason, sentence
from mediakit.model.clip import Clip
from mediakit.model.film import Cover, Film, FilmLine, LineKind
from mediakit.model.frame_rate import FrameRate
from mediakit.model.ids import ClipId
from mediakit.model.timecode import TimeRange
from mediakit.model.timeline import (
    Card,
    LeftOut,
    Marker,
    Shot,
    Timeline,
    Track,
    TrackKind,
    clip_rate,
)

_LETTERS_A_SECOND = 15
"""How fast people read what stands on a screen, as subtitles are made."""
_WORDS_A_SECOND = Fraction(5, 2)
"""How fast a narrator speaks: 150 words a minute."""
_LEAST = 3
"""Seconds that the shortest words are seen."""
NO_GAPS: Mapping[str, int] = MappingProxyType({})
"""Of a film in which each line begins where the one before it ends."""
NO_ENDS: Mapping[str, int] = MappingProxyType({})
"""Of a film in which each cover is seen until the next one begins, or the line ends."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line, and the frames it takes; its shot if it is from a clip."""

    line: FilmLine
    at: int
    length: int
    shot: Shot | None = None


def lay_out(
    film: Film,
    clips: Mapping[ClipId, Clip],
    *,
    gaps: Mapping[str, int] = NO_GAPS,
    ends: Mapping[str, int] = NO_ENDS,
) -> Timeline:
    """Return *film* in time; its markers hold no words of what people say.

    Args:
        film: The paper edit.
        clips: At least those that are in it; one that is not there leaves its line out.
        gaps: Frames that stay empty before a line, by its code.
        ends: Milliseconds of its line at which a cover ends earlier, by its code.
    """
    placed: list[_Placed] = []
    left_out: list[LeftOut] = []
    at = 0
    for line in film.lines:
        at += gaps.get(line.code, 0)
        one = _place(film, clips, line, at)
        if isinstance(one, LeftOut):
            left_out.append(one)
            continue
        placed.append(one)
        at += one.length
    over: list[Shot] = []
    for one in placed:
        for cover in _covers(film, clips, one, ends):
            if isinstance(cover, Shot):
                over.append(cover)
            else:
                left_out.append(cover)
    return Timeline(
        film=film.id,
        title=film.title,
        rate=film.frame_rate,
        width=film.width,
        height=film.height,
        languages=film.languages,
        tracks=_tracks(placed, over, clips),
        markers=tuple(map(_marker, placed)),
        clips={
            clip: clips[clip]
            for clip in dict.fromkeys(clip for _, clip, _ in film.parts)
            if clip in clips
        },
        left_out=tuple(left_out),
    )


def shot_of(
    code: str, clip: Clip, range_: TimeRange, at: int, rate: FrameRate
) -> Shot | None:
    """Return a part of a clip as a shot; nothing where it holds no whole frame.

    Args:
        code: That of its line or cover.
        clip: The clip.
        range_: The part, in milliseconds.
        at: Frames of the film before it.
        rate: That of the film.
    """
    source = clip_rate(clip, rate)
    end = Fraction(min(range_.end, clip.media.duration), 1000)
    start = source.seconds(source.frames_for(Fraction(range_.start, 1000)))
    length = rate.whole_frames(end - start)
    if length < 1:
        return None
    return Shot(code=code, clip=clip.id, at=at, length=length, start=start)


def _words_take(line: FilmLine, languages: Sequence[str]) -> int:
    """Return the milliseconds that the words of a line take to be read, or said."""
    text = line_text(line, languages)
    if line.kind is LineKind.NARRATION:
        seconds = len(text.split()) / _WORDS_A_SECOND
    else:
        seconds = Fraction(len(text), _LETTERS_A_SECOND)
    return int(max(Fraction(_LEAST), seconds) * 1000)


def line_text(line: FilmLine, languages: Sequence[str]) -> str:
    """Return what a line says in the first language there is, or in any."""
    said = (line.texts[tag] for tag in languages if tag in line.texts)
    return next(said, next(iter(line.texts.values()), ""))


def _place(
    film: Film, clips: Mapping[ClipId, Clip], line: FilmLine, at: int
) -> _Placed | LeftOut:
    if line.part is None:
        return _Placed(line, at, _frames(film, line))
    clip, range_ = clips.get(line.part[0]), line.part[1]
    if clip is None:
        return _no_clip(line.code, line.part[0])
    shot = shot_of(line.code, clip, range_, at, film.frame_rate)
    if shot is None:
        return _too_short(line.code)
    return _Placed(line, at, shot.length, shot)


def _frames(film: Film, line: FilmLine) -> int:
    """Return how many frames a line takes that is from no clip."""
    unseen = line.kind is LineKind.HEADING and not line.duration
    if line.kind is LineKind.NOTE or unseen:
        return 0
    time = line.duration or _words_take(line, film.languages)
    return max(1, film.frame_rate.whole_frames(Fraction(time, 1000)))


def _covers(
    film: Film,
    clips: Mapping[ClipId, Clip],
    placed: _Placed,
    earlier: Mapping[str, int],
) -> Iterator[Shot | LeftOut]:
    """Yield what is seen over a line: each until the next one begins, or the line ends.

    What begins with the next one, or after the line, is not seen.
    """
    in_order = sorted(placed.line.covers, key=lambda cover: cover.at)
    rate = film.frame_rate

    def frame(time: int) -> int:
        return placed.at + min(placed.length, rate.whole_frames(Fraction(time, 1000)))

    begins = [frame(one.at) for one in in_order]
    ends = [*begins[1:], placed.at + placed.length]
    for cover, begin, end in zip(in_order, begins, ends, strict=False):
        last = frame(earlier[cover.code]) if cover.code in earlier else end
        yield _cover(clips, cover, range(begin, last), rate)


def _cover(
    clips: Mapping[ClipId, Clip], cover: Cover, room: range, rate: FrameRate
) -> Shot | LeftOut:
    """Return a cover in the frames there are for it."""
    clip = clips.get(cover.clip)
    if clip is None:
        return _no_clip(cover.code, cover.clip)
    if clip.media.video is None:
        reason = sentence("{clip} has no pictures.")
        return LeftOut(cover.code, Reason(reason, clip=clip.id))
    if not room:
        reason = sentence(
            "There is no time for it: another one begins, or the line ends."
        )
        return LeftOut(cover.code, Reason(reason))
    shot = shot_of(cover.code, clip, cover.range, room.start, rate)
    if shot is None:
        return _too_short(cover.code)
    return replace(shot, length=min(shot.length, len(room)))


def _tracks(
    placed: Sequence[_Placed], over: Sequence[Shot], clips: Mapping[ClipId, Clip]
) -> tuple[Track, ...]:
    pictures: list[Shot | Card] = []
    said: list[Shot] = []
    narrated: list[Shot] = []
    for one in placed:
        if one.shot is None:
            if one.length:
                pictures.append(_card(one))
        elif one.line.kind is LineKind.NARRATION:
            # of a recorded narrator only the voice is meant
            narrated.append(one.shot)
        else:
            media = clips[one.shot.clip].media
            pictures += [one.shot] if media.video else []
            said += [one.shot] if media.sound else []
    return (
        Track(name="V1", kind=TrackKind.PICTURE, items=tuple(pictures)),
        Track(name="V2", kind=TrackKind.PICTURE, items=tuple(over)),
        Track(name="A1", kind=TrackKind.SOUND, items=tuple(said)),
        Track(name="A2", kind=TrackKind.SOUND, items=tuple(narrated)),
    )


def _card(placed: _Placed) -> Card:
    line = placed.line
    return Card(
        code=line.code,
        kind=line.kind,
        at=placed.at,
        length=placed.length,
        texts=line.texts,
    )


def _marker(placed: _Placed) -> Marker:
    line = placed.line
    return Marker(
        code=line.code,
        kind=line.kind,
        at=placed.at,
        length=placed.length,
        texts=line.texts,
        note=line.note,
    )


def _no_clip(code: str, clip: ClipId) -> LeftOut:
    reason = sentence("Its clip, {clip}, is not in the library any more.")
    return LeftOut(code, Reason(reason, clip=clip))


def _too_short(code: str) -> LeftOut:
    return LeftOut(code, Reason(sentence("It is shorter than one frame.")))
