"""List the clips."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from mediakit.catalog.catalog import Catalog, Records
from mediakit.model.clip import Clip
from mediakit.model.codebook import codebook
from mediakit.model.coding import Coding
from mediakit.model.current import current_transcripts
from mediakit.model.language import normalize_tag, primary
from mediakit.model.session import Session
from mediakit.model.theme import Theme
from mediakit.model.transcript_record import Origin, TranscriptRecord
from mediakit.workflows.find_theme import find_theme


@dataclass(frozen=True, slots=True)
class ListedClip:
    """A clip with what is known about it at a glance.

    Attributes:
        clip: The clip.
        session: Where it was recorded.
        themes: What it is about.
        transcripts: How many it has.
        flags: How many segments of its current transcripts have each doubt, where
            that was asked for.
    """

    clip: Clip
    session: Session | None
    themes: tuple[str, ...]
    transcripts: int
    flags: dict[str, int] = field(default_factory=dict)


def list_clips(
    catalog: Catalog,
    *,
    session: str = "",
    theme: str = "",
    language: str = "",
    without_transcript: bool = False,
) -> list[ListedClip]:
    """Return the clips, oldest first, that meet every condition given.

    Raises:
        SessionNotFound: No session has this id.
        ThemeNotFound: No theme is called this.
        LanguageNotUnderstood: The language is no tag.
    """
    records = catalog.read()
    meets = _conditions(records, session, theme, language)
    sessions = {s.id: s for s in records.all(Session)}
    book = codebook(records.all(Theme))
    themes = {id_: theme.path for id_, theme in book.standing.items()}
    coded: dict[str, set[str]] = {}
    for coding in records.all(Coding):
        coded.setdefault(coding.clip, set()).add(themes.get(coding.theme, ""))
    written: dict[str, int] = {}
    for record in records.all(TranscriptRecord):
        if record.origin is not Origin.SEGMENTS:
            written[record.clip] = written.get(record.clip, 0) + 1
    return [
        ListedClip(
            clip,
            sessions.get(clip.session) if clip.session else None,
            tuple(sorted(coded.get(clip.id, ()))),
            written.get(clip.id, 0),
        )
        for clip in records.all(Clip)
        if meets(clip) and not (without_transcript and clip.id in written)
    ]


def list_doubtful(catalog: Catalog, listed: Iterable[ListedClip]) -> list[ListedClip]:
    """Return those of some clips whose current transcripts have doubts, with them."""
    doubts: dict[str, Counter[str]] = {}
    for record in current_transcripts(catalog.read().all(TranscriptRecord)):
        doubts.setdefault(record.clip, Counter()).update(record.flags)
    return [
        replace(one, flags=dict(doubts[one.clip.id]))
        for one in listed
        if doubts.get(one.clip.id)
    ]


def _conditions(
    records: Records, session: str, theme: str, language: str
) -> Callable[[Clip], bool]:
    place = records.find(Session, session).id if session else None
    tag = primary(normalize_tag(language)) if language else None
    about = find_theme(records, theme) if theme else None
    below = codebook(records.all(Theme)).below(about) if about else frozenset()
    coded = {c.clip for c in records.all(Coding) if c.theme in below}

    def meets(clip: Clip) -> bool:
        return (
            (place is None or clip.session == place)
            and (tag is None or tag in map(primary, clip.languages))
            and (about is None or clip.id in coded)
        )

    return meets
