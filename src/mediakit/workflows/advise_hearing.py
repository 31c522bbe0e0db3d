"""Advise on hearing and reading items of a playlist: files, loudness, languages."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from mediakit.catalog.catalog import Records
from mediakit.errors.base import MediakitError, Reason, sentence
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.current import current_transcripts
from mediakit.model.ids import ClipId
from mediakit.model.language import primary
from mediakit.model.playlist import PlaylistItem
from mediakit.model.transcript_record import Origin, TranscriptRecord
from mediakit.model.voiceover import Voiceover
from mediakit.workflows.advise_showing import Room
from mediakit.workflows.find_original import find_original
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.playlist_advice import Advice, Matter, reason_of
from mediakit.workflows.prepared_files import read_measures

_EVEN = 4.0
"""LU between the softest and the loudest item that a room hardly notices."""


def advise_files(library: Library, room: Room) -> Iterator[Advice]:
    """Yield which originals are missing, or are not what was added."""
    for item in room.playlist.items:
        clip = room.facts.clips.get(item.clip)
        if clip is None:
            yield _no_clip(room, item)
            continue
        try:
            find_original(library, clip)
        except MediakitError as error:
            yield Advice(
                matter=Matter.FILE,
                items=(item.code,),
                reason=reason_of(error),
                blocks=True,
            )


def advise_loudness(library: Library, room: Room) -> Iterator[Advice]:
    """Yield how far items are apart in loudness, and where that is not measured."""
    levels: dict[str, float] = {}
    unmeasured: dict[ClipId, list[str]] = {}
    for item in room.playlist.items:
        clip = room.facts.clips.get(item.clip)
        if clip is None or not clip.media.sound:
            continue
        sound = read_measures(library, clip.id).sound
        if sound is None:
            unmeasured.setdefault(clip.id, []).append(item.code)
        elif sound.loudness.integrated is not None:
            levels[item.code] = sound.loudness.integrated
    if levels and max(levels.values()) - min(levels.values()) > _EVEN:
        yield _uneven(levels)
    if unmeasured:
        yield Advice(
            matter=Matter.LOUDNESS,
            items=tuple(code for codes in unmeasured.values() for code in codes),
            reason=Reason(sentence("How loud it is was not measured.")),
            remedy=Reason(
                sentence("Run 'mediakit clip prepare {clips}'."),
                clips=" ".join(unmeasured),
            ),
        )


def advise_languages(
    library: Library, records: Records, room: Room
) -> Iterator[Advice]:
    """Yield what the room would not understand, and what it is not asked."""
    if room.session is None:
        return
    spoken = room.session.languages
    if not spoken:
        yield Advice(
            matter=Matter.ROOM,
            reason=Reason(
                sentence("Nobody has said which languages are spoken at {session}."),
                session=room.session.id,
            ),
            remedy=Reason(
                sentence("Run 'mediakit session edit {session} --language LANG'."),
                session=room.session.id,
            ),
        )
        return
    words = _Words(
        library,
        current_transcripts(records.all(TranscriptRecord)),
        records.all(Voiceover),
    )
    for item in room.playlist.items:
        clip = room.facts.clips.get(item.clip)
        if clip is not None:
            yield from _understood(words, item, clip, spoken)
        if item.questions and not _is_among(item.questions, spoken):
            yield _unasked(room, item, spoken)


@dataclass(frozen=True, slots=True)
class _Words:
    """Where subtitles and voice-overs are looked for."""

    library: Library
    transcripts: list[TranscriptRecord]
    voiceovers: list[Voiceover]


def _understood(
    words: _Words, item: PlaylistItem, clip: Clip, spoken: Collection[str]
) -> Iterator[Advice]:
    """Yield what is missing for an item to be understood in one of some languages."""
    of_clip = [one for one in words.transcripts if one.clip == clip.id]
    speech = [one.language for one in of_clip if one.origin.is_speech]
    heard = clip.languages or tuple(dict.fromkeys(speech))
    if _is_among(heard, spoken) or any(
        one.fits(clip.id, item.range) and _is_among([one.language], spoken)
        for one in words.voiceovers
    ):
        return
    for record in of_clip:
        if record.origin is Origin.SEGMENTS or not _is_among([record.language], spoken):
            continue
        try:
            if _has_words(words.library, record, item):
                return
        except MediakitError as error:
            yield Advice(
                matter=Matter.WORDS, items=(item.code,), reason=reason_of(error)
            )
    yield _not_understood(item, clip, heard, spoken)


def _not_understood(
    item: PlaylistItem, clip: Clip, heard: Collection[str], spoken: Collection[str]
) -> Advice:
    text = (
        sentence(
            "It is said in {heard}; there are no subtitles and no voice-over in "
            "{spoken}."
        )
        if heard
        else sentence(
            "Nobody has said in which language it is; there are no subtitles and no "
            "voice-over in {spoken}."
        )
    )
    remedy = (
        sentence(
            "Record one with 'mediakit voiceover add {excerpt} FILE --language "
            "{language}', or write some with 'mediakit translation add {clip} --to "
            "{language}'."
        )
        if item.excerpt
        else sentence(
            "Write some with 'mediakit translation add {clip} --to {language}'."
        )
    )
    return Advice(
        matter=Matter.WORDS,
        items=(item.code,),
        reason=Reason(text, heard=", ".join(heard), spoken=", ".join(spoken)),
        remedy=Reason(
            remedy,
            excerpt=item.excerpt,
            clip=clip.id,
            language=next(iter(spoken)),
        ),
    )


def _unasked(room: Room, item: PlaylistItem, spoken: Collection[str]) -> Advice:
    return Advice(
        matter=Matter.QUESTION,
        items=(item.code,),
        reason=Reason(
            sentence("Its question is not there in {spoken}."),
            spoken=", ".join(spoken),
        ),
        remedy=Reason(
            sentence(
                "Write it with 'mediakit playlist edit {playlist} {item} --ask "
                "{language}:TEXT'."
            ),
            playlist=room.playlist.id,
            item=item.code,
            language=next(iter(spoken)),
        ),
    )


def _uneven(levels: dict[str, float]) -> Advice:
    softest = min(levels, key=lambda code: levels[code])
    loudest = max(levels, key=lambda code: levels[code])
    return Advice(
        matter=Matter.LOUDNESS,
        items=(softest, loudest),
        reason=Reason(
            sentence(
                "Loudness differs by {spread} LU: {softest} is the softest "
                "({least} LUFS), {loudest} the loudest ({most} LUFS)."
            ),
            spread=round(levels[loudest] - levels[softest], 1),
            softest=softest,
            least=levels[softest],
            loudest=loudest,
            most=levels[loudest],
        ),
        remedy=Reason(
            sentence(
                "A kit makes them even; where originals are played, mind the volume."
            )
        ),
    )


def _no_clip(room: Room, item: PlaylistItem) -> Advice:
    return Advice(
        matter=Matter.FILE,
        items=(item.code,),
        reason=Reason(
            sentence("Its clip, {clip}, is not in the library any more."),
            clip=item.clip,
        ),
        remedy=Reason(
            sentence("Take it off: 'mediakit playlist remove {playlist} {item}'."),
            playlist=room.playlist.id,
            item=item.code,
        ),
        blocks=True,
    )


def _has_words(library: Library, record: TranscriptRecord, item: PlaylistItem) -> bool:
    """Tell whether something is written of what an item says."""
    return any(
        segment.text.strip()
        and segment.start < item.range.end
        and item.range.start < segment.end
        for segment in load_transcript(library, record).segments
    )


def _is_among(tags: Collection[str], wanted: Collection[str]) -> bool:
    return not {primary(tag) for tag in tags}.isdisjoint(map(primary, wanted))
