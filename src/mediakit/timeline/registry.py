"""The formats for editing programs, by what people type after ``--as``."""

from mediakit.timeline import as_edl, as_fcp7, as_fcpxml, as_kdenlive, as_otio
from mediakit.timeline.format import TimelineFormat

FORMATS: tuple[TimelineFormat, ...] = (
    as_otio,
    as_fcp7,
    as_fcpxml,
    as_edl,
    as_kdenlive,
)
NAMES = tuple(fmt.NAME for fmt in FORMATS)


def format_named(name: str) -> TimelineFormat:
    """Return the format with one of `NAMES`."""
    return next(fmt for fmt in FORMATS if name == fmt.NAME)


def format_of(content: bytes) -> TimelineFormat | None:
    """Return the format that a file is of, whatever its name ends in."""
    return next((fmt for fmt in FORMATS if fmt.recognizes(content)), None)
