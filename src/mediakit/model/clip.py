"""A clip: one recording in the library, a video clip or a sound bite."""

from dataclasses import dataclass

from mediakit.model.ids import ClipId, SessionId, UseId
from mediakit.model.media import MediaInfo
from mediakit.model.stamp import Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """A recording; its original is never modified.

    Attributes:
        id: As ``c-…``.
        title: What people call it.
        path: Where the original is: relative to the library with forward
            slashes (``assets/…``), or absolute when it was added in place.
        sha256: Of the original's bytes, in hexadecimal; the clip's identity.
        size: Bytes.
        media: What the probe found.
        in_place: The original stays where it was, outside the library.
        original_name: The file's name when it was added; never exported.
        languages: BCP 47 tags of the speech, as ``fr`` or ``bm``; empty if
            nobody has said.
        session: The session it was recorded at.
        notes: Free text.
        sensitive: Why it must be shown with care, or empty.
        left_as: The use it is a file of: it was made here, left, and came back.
    """

    id: ClipId
    title: str
    path: str
    sha256: str
    size: int
    media: MediaInfo
    in_place: bool = False
    original_name: str = ""
    languages: tuple[str, ...] = ()
    session: SessionId | None = None
    notes: str = ""
    sensitive: str = ""
    left_as: UseId | None = None
    created: Stamp | None = None
    changed: Stamp | None = None
