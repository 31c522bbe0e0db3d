"""Know the clips of the library again in a cut that another program wrote.

First by the id that we wrote into the file, then by name and by the time in the
recording, last by the content of the file, where that can be reached. Where these say
different things, or not enough, every clip that it may be counts: a person who is
overlooked cannot be protected.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from mediakit.catalog.catalog import Records
from mediakit.errors.base import Reason, sentence
from mediakit.model.clip import Clip
from mediakit.model.cut import CutShot, How, joined_shots
from mediakit.model.ids import ClipId
from mediakit.model.timecode import TimeRange
from mediakit.timeline.found import Found, ReadBack, Source
from mediakit.workflows.known_clips import KnownClips, known_clips
from mediakit.workflows.source_time import part_taken

_UNSURE = sentence(
    "Which part of the recording it takes is not known: all of it counts."
)
_AT_ODDS = sentence(
    "Its id says {clip}, its name or its file says {clips}: each of them counts."
)
_MAYBE = sentence("By its name it may be {clips}: that counts as well.")
_GONE = sentence("It is {clips}, which was taken out of the library: that counts.")
_MADE = sentence("It is a file of {use}, which left: all that is in that counts.")

_WHOLE = TimeRange(0, 24 * 60 * 60 * 1000)
"""Of what was taken out, nobody knows how long it is."""
_MOST = 100
"""How many clips a shot may be."""


def match_shots(records: Records, read: ReadBack, folder: Path) -> tuple[CutShot, ...]:
    """Return the shots of a cut in order, with the clip of each where it is known.

    Args:
        records: The catalog.
        read: What the file says.
        folder: Where it is: files of recordings may be named as seen from there.
    """
    known = known_clips(records, folder)
    return joined_shots(
        _matched(known, read, one, one.source)
        for one in read.found
        if one.source is not None
    )


def _matched(
    known: KnownClips, read: ReadBack, found: Found, source: Source
) -> CutShot:
    placed = found.placed(read.rate)
    shot = CutShot(
        at=placed.at,
        length=placed.length,
        tracks=(found.track,),
        line=found.line,
        name=source.name,
        path=source.path,
    )
    said = known.ids(source)
    ours = [known.clips[one] for one in said if one in known.clips]
    if ours:
        return _said(known, shot, found, read, ours[0], said)
    named = [*said, *known.called(source.reel, source.name, source.path)]
    parts = {
        one: part_taken(known.clips[one], found, read.rate)
        for one in named
        if one in known.clips
    }
    fitting = [one for one, part in parts.items() if part is not None]
    if len(fitting) == 1 and not said:
        [id_] = fitting
        return _of_clip(shot, known.clips[id_], How.NAME, parts[id_])
    held = _held(known, shot, found, read)
    if held.how is How.HASH:
        return held
    if len(parts) == len(named) == 1 and not found.is_sure:
        [id_] = parts
        return _of_clip(shot, known.clips[id_], How.NAME, None)
    likely = said or fitting or named
    text = _GONE if said else _MAYBE
    return _maybe(known, held, found, read, likely, text) if likely else held


def _held(known: KnownClips, shot: CutShot, found: Found, read: ReadBack) -> CutShot:
    """Return a shot with what its file holds, where that can be reached."""
    digest = known.content(shot.path)
    same = known.contents.get(digest)
    if same and same in known.clips:
        taken = part_taken(known.clips[same], found, read.rate)
        return _of_clip(shot, known.clips[same], How.HASH, taken)
    if use := known.uses.get(digest):
        made = Reason(_MADE, use=use.id)
        return replace(shot, how=How.HASH, use=use.id, doubt=made)
    return _maybe(known, shot, found, read, [same], _GONE) if same else shot


def _said(
    known: KnownClips,
    shot: CutShot,
    found: Found,
    read: ReadBack,
    clip: Clip,
    said: Iterable[ClipId],
) -> CutShot:
    """Return a shot whose id is there, with what else it may be."""
    made = _of_clip(shot, clip, How.ID, part_taken(clip, found, read.rate))
    others = list(dict.fromkeys((*said, *_at_odds(known, shot, clip))))
    others.remove(clip.id)
    if not others:
        return made
    return replace(_maybe(known, made, found, read, others, _AT_ODDS), clip=clip.id)


def _at_odds(known: KnownClips, shot: CutShot, clip: Clip) -> Iterator[ClipId]:
    """Yield a clip, and those that its name or its file are instead of it."""
    yield clip.id
    for name in (shot.name, shot.path):
        called = known.called(name)
        if clip.id not in called:
            yield from called
    # its own file is not read: that takes long
    if known.size(shot.path) not in {0, clip.size}:
        same = known.contents.get(known.content(shot.path))
        yield from (same,) if same else ()


def _maybe(
    known: KnownClips,
    shot: CutShot,
    found: Found,
    read: ReadBack,
    clips: list[ClipId],
    text: str,
) -> CutShot:
    """Return a shot that may be of other clips, all of which count."""
    some = tuple((one, _likely(known, one, found, read)) for one in clips[:_MOST])
    named = ", ".join(clips[:_MOST])
    doubt = Reason(text, clip=shot.clip or "", clips=named)
    return replace(shot, also=some, doubt=doubt)


def _likely(known: KnownClips, id_: ClipId, found: Found, read: ReadBack) -> TimeRange:
    """Return the part of a clip that may be in a shot; all where nobody knows."""
    clip = known.clips.get(id_)
    if clip is None:
        return _WHOLE
    part = part_taken(clip, found, read.rate)
    return part or TimeRange(0, max(1, clip.media.duration))


def _of_clip(shot: CutShot, clip: Clip, how: How, part: TimeRange | None) -> CutShot:
    """Return a shot of a clip; all of that where its part is not known."""
    return replace(
        shot,
        how=how,
        clip=clip.id,
        range=part or TimeRange(0, max(1, clip.media.duration)),
        doubt=None if part else Reason(_UNSURE),
    )
