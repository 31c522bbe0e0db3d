"""Keep a voice-over: what an interpreter says over an excerpt, as it was recorded."""

from dataclasses import dataclass
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.interpreting import RecordingSilent
from mediakit.errors.voiceovers import VoiceoverTooLong
from mediakit.library import Library
from mediakit.media.probe import probe
from mediakit.media.rendering.voiceover import spoken_in
from mediakit.model.clip import Clip
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import VoiceoverId
from mediakit.model.language import normalize_tag
from mediakit.model.leaving import Shown
from mediakit.model.timecode import format_time
from mediakit.model.voiceover import Voiceover
from mediakit.workflows.keep_copy import keep_copy
from mediakit.workflows.pass_gate import Purpose, pass_gate

_BREATH = 200  # milliseconds after the last word


@dataclass(frozen=True, slots=True)
class Kept:
    """A voice-over that is in the library.

    Attributes:
        voiceover: Its record.
        is_new: Whether it was not there before.
    """

    voiceover: Voiceover
    is_new: bool


def keep_voiceover(
    library: Library,
    catalog: Catalog,
    typed: str,
    source: Path,
    *,
    language: str,
    by: str = "",
    purpose: Purpose,
) -> Kept:
    """Copy a recording into the library and record what it is said over.

    It must end with the excerpt: in a room, a voice that is cut off or that goes on
    over a picture that stands still takes away from what is shown, and the question
    comes next. Silence at its end does not count. The same one again is kept once.

    Args:
        library: Where the recording goes.
        catalog: Where it is recorded.
        typed: The excerpt.
        source: The recording.
        language: BCP 47 tag of what is said.
        by: Who says it, as they agreed to be called.
        purpose: For whom; see `for_the_team`.

    Raises:
        ExcerptNotFound, IdAmbiguous: The excerpt is not found.
        LanguageNotUnderstood: The language is no tag.
        ConsentRefused, ConsentWithdrawn: Somebody closed the excerpt to the team.
        RecordingSilent, VoiceoverTooLong: It is no voice-over of this excerpt.
        MediaUndecodable: It has no sound that can be decoded.
        ReadFailed, WriteFailed, SourceChanged: It cannot be copied.
        MediakitError: It is no recording; see `probe`.
    """
    tag = normalize_tag(language)
    excerpt = open_excerpt(catalog.read(), typed, purpose)
    duration = probe(source).duration
    _verify_said(excerpt, source, duration)
    path, sha256 = keep_copy(source, library.voiceovers / excerpt.clip)
    with catalog.change() as change:
        excerpt = open_excerpt(change, excerpt.id, purpose)
        for one in change.all(Voiceover):
            same = (one.excerpt, one.language, one.by, one.sha256)
            if same == (excerpt.id, tag, by, sha256):
                return Kept(one, is_new=False)
        new = Voiceover(
            id=VoiceoverId(change.new_id(Voiceover)),
            clip=excerpt.clip,
            range=excerpt.range,
            excerpt=excerpt.id,
            language=tag,
            by=by,
            path=path.relative_to(library.root).as_posix(),
            sha256=sha256,
            duration=duration,
        )
        return Kept(change.put(new), is_new=True)


def open_excerpt(records: Records, typed: str, purpose: Purpose) -> Excerpt:
    """Return an excerpt that may be listened to.

    Raises:
        ExcerptNotFound, IdAmbiguous: It is not found.
        ClipNotFound: Its clip is gone.
        ConsentRefused, ConsentWithdrawn: It is closed to this purpose.
    """
    excerpt = records.find(Excerpt, typed)
    clip = records.get(Clip, excerpt.clip)
    pass_gate(records, purpose, ((clip.id, excerpt.range),), Shown.SOUND)
    return excerpt


def _verify_said(excerpt: Excerpt, source: Path, duration: int) -> None:
    end = spoken_in(source, duration).end
    if not end:
        raise RecordingSilent(file=str(source))
    longer = end - excerpt.range.duration
    if longer > _BREATH:
        raise VoiceoverTooLong(
            excerpt=excerpt.id,
            longer=format_time(longer),
            end=format_time(end),
            duration=format_time(excerpt.range.duration),
        )
