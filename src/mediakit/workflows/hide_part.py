"""Hide somebody in a shot of a film, as masks say."""

from collections.abc import Mapping
from dataclasses import replace

from mediakit.library import Library
from mediakit.media.rendering.film import Blurred, Cover, Shot
from mediakit.model.clip import Clip
from mediakit.model.ids import ClipId
from mediakit.model.mask import Masked, MaskKind, Place
from mediakit.model.timecode import TimeRange
from mediakit.workflows.find_original import find_original
from mediakit.workflows.keep_mask import heard_instead

_STANDS = 1000  # milliseconds for which a picture may be seen


def hide(
    library: Library, clips: Mapping[ClipId, Clip], shot: Shot, hidden: Masked
) -> Shot:
    """Return a shot in which nobody is met whom *hidden* hides, but for words.

    Args:
        library: Where recordings are.
        clips: By id; at least that which is heard instead.
        shot: A part of a clip, as recorded.
        hidden: What hides it.

    Raises:
        OriginalMissing, OriginalChanged: What is heard instead is not what was added.
    """
    voice = hidden.of(MaskKind.VOICE)
    bare = replace(
        shot,
        is_seen=shot.is_seen and not hidden.of(MaskKind.SOUND),
        blurred=blurred(hidden, shot.span),
        pitch=voice.pitch if voice else 0,
    )
    said = heard_instead(hidden, shot.span)
    if said is None:
        return bare
    clip = clips[said[0]]
    # another sound: what is seen covers it
    own = Cover(
        source=bare.source,
        sha256=bare.sha256,
        span=bare.span,
        at=0,
        frames=bare.frames,
        blurred=bare.blurred,
    )
    return replace(
        bare,
        source=find_original(library, clip),
        sha256=clip.sha256,
        span=said[1],
        covers=(own, *bare.covers) if bare.is_seen else bare.covers,
        is_seen=False,
        blurred=(),
    )


def is_gone(hidden: Masked) -> bool:
    """Tell whether nothing at all is seen of what is hidden."""
    return bool(hidden.of(MaskKind.SOUND) or hidden.of(MaskKind.TEXT))


def blurred(hidden: Masked, span: TimeRange) -> tuple[Blurred, ...]:
    """Return what of the pictures of a part of a clip cannot be made out."""
    if hidden.of(MaskKind.BLUR):
        return (Blurred(0, 0, 1000, 1000),)
    # what was seen just before may stand when the part begins
    seen = TimeRange(max(0, span.start - _STANDS), span.end)
    return tuple(
        _blurred(one, span)
        for one in hidden.places
        if one.range is None or one.range.overlaps(seen)
    )


def _blurred(place: Place, span: TimeRange) -> Blurred:
    start, end = 0, None
    if place.range is not None:
        start, end = place.range.start - span.start, place.range.end - span.start
    return Blurred(
        place.left,
        place.top,
        place.width,
        place.height,
        start,
        end if end is not None and end < span.duration else None,
    )
