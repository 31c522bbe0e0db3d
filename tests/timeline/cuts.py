"""What was read of a finished cut, in a form that tests can compare."""

from fractions import Fraction

from mediakit.timeline.found import ReadBack

Told = tuple[str, int, int, str, Fraction]


def told(read: ReadBack) -> list[Told]:
    """Return track, place, length, name and where in the source, of each shot."""
    return [
        (
            one.track,
            place.at,
            place.length,
            one.source.name or one.source.reel,
            one.start - (one.source.first or 0),
        )
        for one in read.found
        if one.source is not None
        for place in [one.placed(read.rate)]
    ]


def puzzles(read: ReadBack) -> list[str]:
    """Return what was not understood, with its place."""
    return [f"{one.place}: {one.reason}" for one in read.unread]
