"""Records and documents: which table holds what, and how one becomes the other.

Kinds are looked up by the name of their class, so that a command that lists clips
does not import the classes of everything else.
"""

from collections.abc import Iterable
from dataclasses import Field, dataclass
from pathlib import Path
from typing import Any, ClassVar, Protocol, TypeVar

import msgspec
from tinydb.table import Document as TinyDocument

from mediakit.catalog.snapshot import Document
from mediakit.errors.base import MediakitError, Reason, sentence
from mediakit.errors.catalog import (
    CatalogDamaged,
    ClipNotFound,
    ExcerptNotFound,
    FilmNotFound,
    IdAmbiguous,
    MaskNotFound,
    PersonNotFound,
    PlaylistNotFound,
    RecallNotFound,
    RecordNotFound,
    ReplyNotFound,
    ScreeningNotFound,
    SessionNotFound,
    SubmissionNotFound,
    ThemeNotFound,
    TranscriptNotFound,
    UseNotFound,
    VoiceNotFound,
    VoiceoverNotFound,
)
from mediakit.model.ids import is_id, make_id, normalize_id
from mediakit.model.stamp import Stamp


class Record(Protocol):
    """A frozen dataclass with an id that says its kind, and stamps."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]  # Any: as typeshed has it

    @property
    def id(self) -> str:
        """As ``c-…``."""

    @property
    def created(self) -> Stamp | None:
        """When and by whom it was put into the catalog."""

    @property
    def changed(self) -> Stamp | None:
        """When and by whom it was last changed."""


R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of records.

    Attributes:
        table: The TinyDB table.
        letter: What its ids begin with.
        not_found: What is raised when there is none.
    """

    table: str
    letter: str
    not_found: type[MediakitError] = RecordNotFound


KINDS = {
    "Clip": Kind("clips", "c", ClipNotFound),
    "Excerpt": Kind("excerpts", "x", ExcerptNotFound),
    "TranscriptRecord": Kind("transcripts", "t", TranscriptNotFound),
    "Theme": Kind("themes", "th", ThemeNotFound),
    "Coding": Kind("codings", "k"),
    "Session": Kind("sessions", "s", SessionNotFound),
    "Screening": Kind("screenings", "sc", ScreeningNotFound),
    "Use": Kind("uses", "u", UseNotFound),
    "Person": Kind("people", "p", PersonNotFound),
    "RealName": Kind("real_names", "p"),
    "Voice": Kind("voices", "v", VoiceNotFound),
    "ConsentEvent": Kind("consents", "co"),
    "Recall": Kind("recalls", "a", RecallNotFound),
    "Removed": Kind("removed", "rm"),
    "Reply": Kind("replies", "r", ReplyNotFound),
    "Validation": Kind("validations", "y"),
    "Submission": Kind("submissions", "b", SubmissionNotFound),
    "Playlist": Kind("playlists", "pl", PlaylistNotFound),
    "Voiceover": Kind("voiceovers", "vo", VoiceoverNotFound),
    "SavedSearch": Kind("searches", "q"),
    "Mask": Kind("masks", "m", MaskNotFound),
    "Film": Kind("films", "f", FilmNotFound),
    "FilmVersion": Kind("film_versions", "fv"),
}


def kind_of(record_type: type[Record]) -> Kind:
    """Return the kind of a class of records."""
    return KINDS[record_type.__name__]


def random_id(kind: Kind) -> str:
    """Return an id that nobody has, drawn from fifty random bits."""
    import secrets  # slow to load, and reading needs none

    return make_id(kind.letter, secrets.randbits(50))


def matching(kind: Kind, typed: str, ids: Iterable[str]) -> str:
    """Return the one of *ids* that *typed* means: itself, or the beginning of it.

    Args:
        kind: Whose ids they are; its letter need not be typed.
        typed: As a person types it, in any case, with look-alike letters.
        ids: Those that exist.

    Raises:
        MediakitError: The kind's own error, if none begins like this.
        IdAmbiguous: Several do.
    """
    begins = normalize_id(typed)
    if not begins.startswith(f"{kind.letter}-"):
        begins = normalize_id(f"{kind.letter}-{typed.strip()}")
    if begins == f"{kind.letter}-":
        raise kind.not_found(id=typed)
    matches = [known for known in ids if known.startswith(begins)]
    if begins in matches:
        return begins
    if not matches:
        raise kind.not_found(id=typed)
    if len(matches) > 1:
        raise IdAmbiguous(id=typed, matches=", ".join(sorted(matches)))
    return matches[0]


def to_document(record: Record) -> Document:
    """Return what is kept of *record*: every field, defaults included."""
    document: Document = msgspec.to_builtins(record)
    return document


def from_document(record_type: type[R], document: TinyDocument, path: Path) -> R:
    """Return the record of a document.

    Args:
        record_type: What it is.
        document: As TinyDB returns it.
        path: The catalog, for messages.

    Raises:
        CatalogDamaged: A field is missing or has the wrong type or an impossible
            value, its id is none, or the document lies under another id than its own.
    """
    try:
        record = msgspec.convert(document, record_type)
    except msgspec.ValidationError as error:
        # what a record itself refuses is said in our own words
        said = error.__cause__.args[:1] if error.__cause__ else ()
        reason = said[0] if said and isinstance(said[0], Reason) else str(error)
        raise _damaged(path, record_type, document, reason) from error
    # ids become names of files: nothing else may pass for one
    if not is_id(kind_of(record_type).letter, record.id):
        reason = sentence("its id is none that mediakit makes")
        raise _damaged(path, record_type, document, reason)
    if record.id != str(document.doc_id):
        reason = sentence("it lies under another id than its own")
        raise _damaged(path, record_type, document, reason)
    return record


def _damaged(
    path: Path, record_type: type[Record], document: TinyDocument, reason: str
) -> CatalogDamaged:
    place = f"{kind_of(record_type).table}/{document.doc_id}"
    return CatalogDamaged(path=str(path), place=place, reason=reason)
