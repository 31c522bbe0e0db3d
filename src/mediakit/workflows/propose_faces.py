"""Propose which faces to blur: what was found, joined in time, with room around."""

from collections.abc import Iterable
from dataclasses import replace

from mediakit.errors.base import Reason, sentence
from mediakit.errors.masks import MaskNotPossible
from mediakit.library import Library
from mediakit.media.preparing.faces import APART, FoundFace, find_faces, is_installed
from mediakit.model.clip import Clip
from mediakit.model.mask import Place
from mediakit.model.timecode import TimeRange
from mediakit.workflows.find_original import find_original

_WHOLE = 1000
_AROUND = 0.35  # of its width and height, on each side
_LOST = 1500  # milliseconds for which a face may not be found and is still there


def propose_faces(library: Library, clip: Clip, part: TimeRange) -> tuple[Place, ...]:
    """Return where faces seem to be in a part of a clip.

    Raises:
        MaskNotPossible: None were found, or what finds them is not installed.
        OriginalMissing, OriginalChanged: The clip's file is not what was added.
        MediakitError: It cannot be decoded; see `find_faces`.
    """
    if clip.media.video is None:
        raise MaskNotPossible(
            reason=Reason(sentence("{clip} has no pictures"), clip=clip.id)
        )
    if not is_installed():
        text = sentence(
            "what finds faces is not installed: pip install 'mediakit[faces]'; or say "
            "with --face where they are"
        )
        raise MaskNotPossible(reason=Reason(text))
    places = joined_faces(find_faces(find_original(library, clip), part), part)
    if not places:
        text = sentence(
            "no face was found in {clip}; say with --face where they are, or blur the "
            "whole picture"
        )
        raise MaskNotPossible(reason=Reason(text, clip=clip.id))
    return places


def joined_faces(found: Iterable[FoundFace], part: TimeRange) -> tuple[Place, ...]:
    """Return faces as places: one that stays where it is is one place.

    Args:
        found: Faces in single pictures, in order of time.
        part: What is masked: no place begins before it or ends after it.
    """
    places: list[tuple[Place, TimeRange]] = []
    for face in found:
        new = _with_room(face)
        start, end = face.time - 2 * APART, face.time + 2 * APART
        when = TimeRange(max(part.start, start), min(part.end, end))
        for number, (known, until) in enumerate(places):
            if when.start - until.end <= _LOST and _is_near(known, new):
                longer = TimeRange(until.start, max(until.end, when.end))
                places[number] = (_both(known, new), longer)
                break
        else:
            places.append((new, when))
    return tuple(replace(place, range=when) for place, when in places)


def _with_room(face: FoundFace) -> Place:
    across, down = round(face.width * _AROUND), round(face.height * _AROUND)
    left, top = max(0, face.left - across), max(0, face.top - down)
    return Place(
        left,
        top,
        min(_WHOLE, face.left + face.width + across) - left,
        min(_WHOLE, face.top + face.height + down) - top,
    )


def _is_near(known: Place, new: Place) -> bool:
    """Tell whether a face is about where another one was."""
    across = abs(2 * (known.left - new.left) + known.width - new.width)
    down = abs(2 * (known.top - new.top) + known.height - new.height)
    return across < new.width and down < new.height


def _both(known: Place, new: Place) -> Place:
    left, top = min(known.left, new.left), min(known.top, new.top)
    right = max(known.left + known.width, new.left + new.width)
    bottom = max(known.top + known.height, new.top + new.height)
    return Place(left, top, right - left, bottom - top)
