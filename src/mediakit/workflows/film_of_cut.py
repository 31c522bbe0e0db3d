"""Turn a finished cut into the film on paper that it is: a version to be compared.

A line of the paper that is in the cut as it was stays what it was. Where shots lie on
one another, the paper cannot say it all: who is heard is a line, what is seen over that
is a cover, and the exact places are kept in the use.
"""

import bisect
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from mediakit.model.clip import Clip
from mediakit.model.cut import CutShot
from mediakit.model.film import Cover, Film, FilmLine, LineKind
from mediakit.model.film_layout import lay_out, shot_of
from mediakit.model.frame_rate import FrameRate
from mediakit.model.ids import ClipId
from mediakit.model.item_code import make_code
from mediakit.model.timecode import TimeRange
from mediakit.timeline.base import nearest
from mediakit.timeline.found import ReadBack


@dataclass(frozen=True, slots=True)
class CutFilm:
    """A finished cut on paper.

    Attributes:
        film: The version.
        codes: What each shot with a clip is called in it.
    """

    film: Film
    codes: dict[CutShot, str]


@dataclass(slots=True)
class _Writer:
    """What is being written down.

    Attributes:
        near: By how many milliseconds the file may be off.
    """

    paper: Film
    clips: dict[ClipId, Clip]
    rate: FrameRate
    near: int
    placed: list[tuple[int, int, FilmLine]] = field(default_factory=list)
    codes: dict[CutShot, str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)
    _numbers: int = 0

    def is_taken(self, code: str) -> bool:
        """Tell whether something in the cut has a code."""
        return code in self._taken

    def takes(self, line: FilmLine) -> int:
        """Return how many frames a line takes that is from no clip."""
        alone = replace(self.paper, lines=(replace(line, covers=()),))
        return lay_out(alone, {}).length

    def code(self, wanted: str) -> str:
        """Return the code of a line, or one that nothing has; the same each time."""
        code, theirs = wanted, set(self.paper.codes)
        while not code or code in self._taken or (code != wanted and code in theirs):
            code = make_code(self._numbers, len(theirs) + len(self._taken))
            self._numbers += 1
        self._taken.add(code)
        return code


def film_of_cut(
    paper: Film, read: ReadBack, shots: Sequence[CutShot], clips: dict[ClipId, Clip]
) -> CutFilm:
    """Return a finished cut as a film on paper.

    Args:
        paper: The film as it is on paper.
        read: What the file says.
        shots: The same with clips, in order.
        clips: By id.
    """
    # what counts recordings by frames of the film is off by half of one
    near = 1 + read.rate.milliseconds(1) // 2 if read.files else 1
    writer = _Writer(paper, clips, read.rate, near)
    known = [shot for shot in shots if shot.clip and shot.range]
    for shot in known:
        if shot.is_heard:
            _add_heard(writer, shot)
    for at, end, code in _cards(writer, read, shots):
        _add_card(writer, at, end, code)
    for shot in known:
        if not shot.is_heard:
            _add_seen(writer, shot)
    in_order = sorted(writer.placed, key=lambda one: one[:2])
    lines = tuple(_with_silent(paper, [line for _at, _end, line in in_order]))
    film = replace(paper, rate=read.rate.written, drop=read.rate.drop, lines=lines)
    return CutFilm(film, writer.codes)


def _add_heard(writer: _Writer, shot: CutShot) -> None:
    line = _paper_line(writer, shot)
    code = writer.code(line.code if line else "")
    writer.codes[shot] = code
    if line is None or code != line.code or not _is_same(writer, line, shot):
        kind = line.kind if line else LineKind.QUOTE
        texts = line.texts if line and code == line.code else {}
        note = line.note if line and code == line.code else ""
        line = FilmLine(
            code=code,
            kind=kind,
            clip=shot.clip,
            range=shot.range,
            texts=texts,
            note=note,
        )
    writer.placed.append((shot.at, shot.end, replace(line, covers=())))


def _paper_line(writer: _Writer, shot: CutShot) -> FilmLine | None:
    """Return the line of the paper that a shot is: as the file says, or by its part."""
    lines = [line for line in writer.paper.lines if line.part]
    named = [line for line in lines if line.code == shot.line]
    alike = [
        line
        for line in lines
        if line.part and shot.range
        if line.clip == shot.clip and line.part[1].overlaps(shot.range)
    ]
    free = (one for one in alike if not writer.is_taken(one.code))
    return next((one for one in named if one in alike), None) or next(free, None)


def _is_same(writer: _Writer, line: FilmLine, shot: CutShot) -> bool:
    """Tell whether a shot is a line of the paper, to the frame."""
    if line.part is None or shot.range is None or shot.clip not in writer.clips:
        return False
    meant = shot_of("", writer.clips[shot.clip], line.part[1], 0, writer.rate)
    if meant is None or meant.length != shot.length:
        return False
    return abs(int(meant.start * 1000) - shot.range.start) <= writer.near


def _cards(
    writer: _Writer, read: ReadBack, shots: Iterable[CutShot]
) -> Iterator[tuple[int, int, str]]:
    """Yield what a program draws, or nobody knows, where nothing else is seen."""
    drawn = [
        (one.at, one.at + one.length, found.line)
        for found in read.found
        if found.source is None and found.track.startswith("V")
        for one in [found.placed(read.rate)]
    ]
    drawn += [(s.at, s.end, "") for s in shots if s.is_seen and not s.clip]
    busy = [(at, end) for at, end, _line in writer.placed]
    busy += [(s.at, s.end) for s in shots if s.clip and s.is_seen]
    return _free(sorted(set(drawn)), sorted(busy))


def _free(
    drawn: Iterable[tuple[int, int, str]], busy: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, str]]:
    """Yield what lies where nothing else is, nor what was yielded before it.

    Args:
        drawn: When each begins and ends, in order.
        busy: The same of everything else.
    """
    # when the last ends of all that begin up to each
    ends = [*itertools.accumulate((end for _at, end in busy), max)]
    last = 0
    for at, end, line in drawn:
        place = bisect.bisect_left(busy, (end,))
        before = max(last, ends[place - 1] if place else 0)
        if before <= at < end:
            last = end
            yield at, end, line


def _add_card(writer: _Writer, at: int, end: int, wanted: str) -> None:
    line = _paper_card(writer, end - at, wanted)
    if line is None:
        time = writer.rate.milliseconds(end - at)
        line = FilmLine(code=writer.code(""), kind=LineKind.CARD, duration=time)
    else:
        writer.code(line.code)
    writer.placed.append((at, end, replace(line, covers=())))


def _paper_card(writer: _Writer, length: int, wanted: str) -> FilmLine | None:
    """Return the card of the paper that words are: as named, or as long as it, next."""
    free = [
        line
        for line in writer.paper.lines
        if not line.part and not writer.is_taken(line.code)
    ]
    for line in free:
        if line.code == wanted or (not wanted and writer.takes(line) == length):
            return line
    return None


def _add_seen(writer: _Writer, shot: CutShot) -> None:
    """Put what is only seen over the line that is heard when it begins."""
    if shot.clip is None or shot.range is None:
        return
    place = next(
        (
            place
            for place, (at, end, line) in enumerate(writer.placed)
            if at <= shot.at < end and line.is_heard
        ),
        None,
    )
    if place is not None and _is_own(writer, shot, *writer.placed[place]):
        writer.codes[shot] = writer.placed[place][2].code
        return
    was = _paper_cover(writer, shot.clip, shot.range, shot.line)
    code = writer.code(was.code if was else "")
    writer.codes[shot] = code
    if place is None:
        place = len(writer.placed)
        line = FilmLine(
            code=writer.code(""),
            kind=LineKind.NARRATION,
            duration=writer.rate.milliseconds(shot.length),
        )
        writer.placed.append((shot.at, shot.end, line))
    at, end, line = writer.placed[place]
    cover = Cover(
        code=code,
        clip=shot.clip,
        range=shot.range,
        at=writer.rate.milliseconds(shot.at - at),
    )
    if was and _is_same_cover(writer, was, shot, cover):
        cover = was
    covers = tuple(sorted((*line.covers, cover), key=lambda one: one.at))
    writer.placed[place] = (at, end, replace(line, covers=covers))


def _is_own(writer: _Writer, shot: CutShot, at: int, end: int, line: FilmLine) -> bool:
    """Tell whether a picture is that of the line itself, before or after a cover."""
    if line.part is None or shot.range is None or line.part[0] != shot.clip:
        return False
    later = shot.range.start - line.part[1].start
    frame = writer.rate.milliseconds(1) + 1
    beside = abs(later - writer.rate.milliseconds(shot.at - at))
    return shot.end <= end and beside <= frame


def _paper_cover(
    writer: _Writer, clip: ClipId, part: TimeRange, code: str
) -> Cover | None:
    """Return the cover of the paper that pictures are: as named, or by their part."""
    alike = [
        cover
        for line in writer.paper.lines
        for cover in line.covers
        if cover.clip == clip and cover.range.overlaps(part)
    ]
    named = (one for one in alike if one.code == code)
    free = (one for one in alike if not writer.is_taken(one.code))
    return next(named, None) or next(free, None)


def _is_same_cover(writer: _Writer, was: Cover, shot: CutShot, cover: Cover) -> bool:
    """Tell whether pictures lie over a line as they did on paper, to the frame."""
    before = writer.rate.whole_frames(Fraction(was.at, 1000))
    now = nearest(Fraction(cover.at, 1000) * writer.rate.exact)
    meant = shot_of("", writer.clips[cover.clip], was.range, 0, writer.rate)
    if meant is None or was.code != cover.code or abs(before - now) > 1:
        return False
    begins = abs(int(meant.start * 1000) - cover.range.start) <= writer.near
    # it may end early, with its line or where the next one begins
    return begins and shot.length <= meant.length


def _with_silent(paper: Film, lines: Sequence[FilmLine]) -> Iterator[FilmLine]:
    """Yield lines, and before each what the paper says there that takes no time."""
    waiting: dict[str, list[FilmLine]] = {}
    silent: list[FilmLine] = []
    for line in paper.lines:
        is_heading = line.kind is LineKind.HEADING and not line.duration
        if line.kind is LineKind.NOTE or is_heading:
            silent.append(line)
        else:
            waiting[line.code], silent = silent, []
    there = {line.code for line in lines}
    gone = [one for code, some in waiting.items() if code not in there for one in some]
    for line in lines:
        yield from waiting.get(line.code, ())
        yield line
    yield from (*gone, *silent)
