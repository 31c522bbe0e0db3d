"""What each kind of record holds of clips and people, and who has it.

`HOLDING` says it; a new kind that holds voices is traced once it has a line there.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from mediakit.catalog.catalog import Records
from mediakit.catalog.records import Record
from mediakit.model.clip import Clip
from mediakit.model.excerpt import Excerpt
from mediakit.model.film import Film, FilmVersion
from mediakit.model.group import plain_name
from mediakit.model.ids import ClipId, FilmVersionId, PersonId, VoiceoverId
from mediakit.model.mask import Mask
from mediakit.model.person import Person
from mediakit.model.playlist import Playlist
from mediakit.model.removed import Removed
from mediakit.model.screening import Outcome, Screening
from mediakit.model.session import Session
from mediakit.model.submission import Submission
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.model.use import Use
from mediakit.model.voiceover import Voiceover
from mediakit.workflows.keep_film import version_names

WHOLE = TimeRange(0, 1 << 62)
"""A clip from its beginning to whatever its end is."""

Held = tuple[ClipId, TimeRange] | tuple[ClipId, TimeRange, str] | PersonId
"""A part of a clip, and what the place of it is called; or all that is somebody's."""


@dataclass(frozen=True, slots=True)
class Known:
    """Records that say more of others.

    Attributes:
        sessions: By id.
        excerpts: By id.
        films: What films are called, by id.
        versions: What their kept versions are called, as ``v2``.
        speakers: Who says each voice-over.
    """

    sessions: Mapping[str, Session]
    excerpts: Mapping[str, Excerpt]
    films: Mapping[str, str]
    versions: Mapping[FilmVersionId, str]
    speakers: Mapping[VoiceoverId, tuple[PersonId, ...]]

    def room(self, session: str | None) -> str:
        """Return what people call a session."""
        found = self.sessions.get(session) if session else None
        parts = (found.date, found.title, found.place) if found else (session or "",)
        return ", ".join(part for part in parts if part)


def known_of(records: Records) -> Known:
    """Return what says more of the records of a catalog."""
    return Known(
        {session.id: session for session in records.all(Session)},
        {excerpt.id: excerpt for excerpt in records.all(Excerpt)},
        {film.id: film.title for film in records.all(Film)},
        version_names(records),
        speakers_of(records),
    )


def speakers_of(records: Records) -> dict[VoiceoverId, tuple[PersonId, ...]]:
    """Return who says each voice-over, as far as names tell: all who are called so."""
    called: defaultdict[str, list[PersonId]] = defaultdict(list)
    for person in records.all(Person):
        called[plain_name(person.name)].append(person.id)
    called.pop("", None)
    return {
        voiceover.id: tuple(called.get(plain_name(voiceover.by), ()))
        for voiceover in records.all(Voiceover)
    }


def _of_use(use: Use, known: Known) -> Iterable[Held]:
    film = known.films.get(use.film, use.film) if use.film else ""
    for used in use.ranges:
        place = ", ".join(filter(None, (film, used.at))) if used.at else ""
        yield used.clip, used.range, place
        for voiceover in used.voiceovers:
            yield from known.speakers.get(voiceover, ())


def _who_has(use: Use, known: Known) -> str:
    return "; ".join(filter(None, (*use.holders, known.room(use.audience))))


def _of_screening(screening: Screening, known: Known) -> Iterable[Held]:
    if screening.outcome is not Outcome.SKIPPED:
        excerpt = known.excerpts.get(screening.excerpt) if screening.excerpt else None
        yield screening.clip, excerpt.range if excerpt else WHOLE


def _who_saw(screening: Screening, known: Known) -> str:
    return known.room(screening.session)


def _of_removed(removed: Removed, known: Known) -> Iterable[Held]:
    del known
    if removed.folder:
        yield removed.clip, WHOLE
    for shown in removed.shown:
        yield removed.clip, shown.range or WHOLE


def _who_saw_it_then(removed: Removed, known: Known) -> str:
    return "; ".join(known.room(shown.session) for shown in removed.shown)


def _of_playlist(playlist: Playlist, known: Known) -> Iterable[Held]:
    del known
    return ((item.clip, item.range) for item in playlist.items)


def _who_will_see(playlist: Playlist, known: Known) -> str:
    return known.room(playlist.session)


def _of_film(film: Film, known: Known) -> Iterable[Held]:
    del known
    return ((clip, range_, code) for code, clip, range_ in film.parts)


def _of_version(version: FilmVersion, known: Known) -> Iterable[Held]:
    name = known.versions[version.id]
    return ((clip, part, f"{name}, {code}") for code, clip, part in version.was.parts)


def _of_excerpt(excerpt: Excerpt, known: Known) -> Iterable[Held]:
    del known
    yield excerpt.clip, excerpt.range


def _of_transcript(transcript: TranscriptRecord, known: Known) -> Iterable[Held]:
    del known
    yield transcript.clip, WHOLE


def _of_voiceover(voiceover: Voiceover, known: Known) -> Iterable[Held]:
    yield voiceover.clip, voiceover.range
    yield from known.speakers[voiceover.id]


def _of_mask(mask: Mask, known: Known) -> Iterable[Held]:
    del known
    yield mask.clip, mask.range
    if mask.recording:
        yield mask.recording, WHOLE


def _of_clip(clip: Clip, known: Known) -> Iterable[Held]:
    del known
    yield clip.id, WHOLE


def _of_submission(submission: Submission, known: Known) -> Iterable[Held]:
    del known
    if submission.clip:
        yield submission.clip, WHOLE
    elif submission.contributor:
        yield submission.contributor


def _sent_by(submission: Submission, known: Known) -> str:
    del known
    return submission.sender


def _team(record: Record, known: Known) -> str:
    del record, known
    return ""


HOLDING: tuple[
    tuple[
        type[Record],
        str,
        Callable[..., Iterable[Held]],
        Callable[..., str],
    ],
    ...,
] = (
    (Use, "use", _of_use, _who_has),
    (Screening, "screening", _of_screening, _who_saw),
    (Removed, "removed clip", _of_removed, _who_saw_it_then),
    (Submission, "submission", _of_submission, _sent_by),
    (Playlist, "playlist", _of_playlist, _who_will_see),
    (Film, "film", _of_film, _team),
    (FilmVersion, "film version", _of_version, _team),
    (Excerpt, "excerpt", _of_excerpt, _team),
    # working copies: the words, and the clip with its picture and its index entries
    (TranscriptRecord, "transcript", _of_transcript, _team),
    # somebody else's voice, which says their words; or that of who withdrew
    (Voiceover, "voice-over", _of_voiceover, _team),
    (Mask, "mask", _of_mask, _team),
    (Clip, "clip", _of_clip, _team),
)
"""Kind of record, what it is called, what of which clips it holds, who has it."""
