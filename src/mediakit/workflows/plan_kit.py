"""Plan a kit: what is in it under which names, and of what it is made."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mediakit.catalog.catalog import Records
from mediakit.errors.base import Reason, sentence
from mediakit.errors.kits import KitNotPossible
from mediakit.files import safe_name
from mediakit.kits.base import Need
from mediakit.kits.plan import KitItem, KitPlan, KitTheme
from mediakit.model.clip import Clip
from mediakit.model.codebook import codebook
from mediakit.model.coding import Coding
from mediakit.model.consent_in_force import consent_in_force
from mediakit.model.gate import Facts
from mediakit.model.language import primary
from mediakit.model.mask import Masked
from mediakit.model.playlist import Playlist, PlaylistItem
from mediakit.model.session import Session
from mediakit.model.theme import Theme
from mediakit.model.writing import unbroken
from mediakit.workflows.gather_facts import gather_facts
from mediakit.workflows.kit_files import Files, Planning, files_of, stem_of
from mediakit.workflows.kit_parts import Part
from mediakit.workflows.kit_subtitles import Subtitles, subtitles_of, write_vtt
from mediakit.workflows.kit_texts import Names, discreet, discreet_texts, names_in
from mediakit.workflows.kit_wish import kit_language
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.real_names import real_names_of


@dataclass(frozen=True, slots=True)
class Drafted:
    """An item of a kit before anything of it is made.

    Attributes:
        item: What it is in the playlist.
        clip: What is shown.
        hidden: What hides it.
        files: What goes along.
        subtitles: What is said in it, by language.
    """

    item: PlaylistItem
    clip: Clip
    hidden: Masked
    files: Files
    subtitles: Mapping[str, Subtitles]


@dataclass(frozen=True, slots=True)
class Lacking:
    """What was asked for and some items do not have.

    Attributes:
        language: In which language.
        subtitles: Their codes, without subtitles in it.
        voiceovers: Their codes, without a voice-over in it.
    """

    language: str
    subtitles: tuple[str, ...] = ()
    voiceovers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A kit before anything of it is made.

    Attributes:
        plan: What it is.
        items: Of what it is made.
        lacking: What was asked for and is not there.
    """

    plan: KitPlan
    items: tuple[Drafted, ...]
    lacking: tuple[Lacking, ...]

    @property
    def parts(self) -> dict[str, Part]:
        """What is made for it, by the name it has in the kit."""
        return {
            name: part
            for drafted in self.items
            for name, part in drafted.files.parts.items()
        }

    @property
    def texts(self) -> dict[str, bytes]:
        """The subtitles, by the names they have in the kit."""
        return {
            name: write_vtt(drafted.subtitles[tag])
            for item, drafted in zip(self.plan.items, self.items, strict=True)
            for tag, name in item.subtitles.items()
        }


def plan_kit(
    planning: Planning, playlist: Playlist, hidden: Sequence[Masked], *, last: str
) -> Draft:
    """Return the plan of a kit; nothing is made yet.

    Args:
        planning: What it is planned from.
        playlist: What is shown.
        hidden: What hides each item.
        last: The language to speak in if nothing says another.

    Raises:
        KitNotPossible: There is nothing to show, or nothing of what was asked for.
        OriginalMissing, OriginalChanged: A clip's file is not what was added.
        MaskNotPossible: What is to be read instead was not written by anybody.
        MediakitError: A transcript cannot be read; see `load_transcript`.
    """
    if not playlist.items:
        raise _not_possible(planning, playlist, sentence("nothing is on it"))
    records, wish = planning.records, planning.wish
    clips = {item.clip for item in playlist.items}
    names = names_in(records, real_names_of(planning.library), clips)
    stems = [
        stem_of(wish, number, safe_name(item.code))
        for number, item in enumerate(playlist.items, 1)
    ]
    items = tuple(
        _drafted(planning, item, stem, masks)
        for item, stem, masks in zip(playlist.items, stems, hidden, strict=True)
    )
    facts = gather_facts(records, clips)
    planned = tuple(
        _item(planning, one, stem, names, facts)
        for one, stem in zip(items, stems, strict=True)
    )
    lacking = tuple(_lacking(planning, playlist, items))
    return Draft(_plan(planning, playlist, planned, names, last), items, lacking)


def _plan(
    planning: Planning,
    playlist: Playlist,
    items: tuple[KitItem, ...],
    names: Names,
    last: str,
) -> KitPlan:
    records, needs = planning.records, planning.wish.kit.NEEDS
    session = next((s for s in records.all(Session) if s.id == playlist.session), None)
    language = kit_language(records, playlist, planning.wish, last)
    return KitPlan(
        playlist=playlist.id,
        session=playlist.session or "",
        title=unbroken(discreet(playlist.title, names)),
        place=discreet(session.place, names) if session else "",
        day=session.date if session else "",
        language=language,
        languages=_languages(language, items),
        items=items,
        scope=planning.purpose.scope,
        made=planning.purpose.day,
        film=f"{playlist.id}.mp4" if Need.FILM in needs else "",
        sound=f"{playlist.id}.mp3" if Need.SOUND in needs else "",
    )


def _drafted(
    planning: Planning, item: PlaylistItem, stem: str, hidden: Masked
) -> Drafted:
    clip = planning.records.get(Clip, item.clip)
    said: dict[str, Subtitles] = {}
    if _wants_words(planning):
        found = subtitles_of(
            *(planning.library, planning.records, clip, item.range, planning.purpose)
        )
        said = {t: one for t, one in found.items() if planning.wish.wants_subtitles(t)}
    files = files_of(planning, item, clip, stem, hidden)
    return Drafted(item, clip, hidden, files, said)


def _wants_words(planning: Planning) -> bool:
    wish = planning.wish
    return Need.SUBTITLES in wish.kit.NEEDS or bool(wish.subtitles)


def _item(
    planning: Planning, drafted: Drafted, stem: str, names: Names, facts: Facts
) -> KitItem:
    item, clip, files = drafted.item, drafted.clip, drafted.files
    apart = drafted.subtitles if Need.SUBTITLES in planning.wish.kit.NEEDS else ()
    return KitItem(
        code=item.code,
        media=files.media,
        has_pictures=clip.media.video is not None,
        duration=item.range.duration,
        poster=files.poster,
        still=files.still,
        titles=discreet_texts(item.titles, names),
        questions=discreet_texts(item.questions, names),
        notes=discreet_texts(item.notes, names),
        pause=item.pause,
        subtitles={t: f"{stem}.{safe_name(t)}.vtt" for t in apart},
        voiceovers=files.voiceovers,
        themes=tuple(_themes(planning.records, item, names)),
        cautions=tuple(_cautions(clip, names)),
        consent=_consent(planning.purpose, drafted, facts),
        excerpt=item.excerpt or clip.id,
        start=item.range.start,
        end=item.range.end,
    )


def _consent(purpose: Purpose, drafted: Drafted, facts: Facts) -> Reason:
    """Return what an item may be shown for, and until when."""
    scope, day = purpose.scope, purpose.day
    there = {
        voice.person
        for voice in facts.voices.get(drafted.clip.id, ())
        if voice.person
        and (voice.range is None or voice.range.overlaps(drafted.item.range))
    }
    said = (
        consent_in_force(facts.consents.get(person, ()), drafted.clip.id, day)
        for person in there
    )
    # what had ended before, somebody decided to let pass
    ends = [one.until for one in said if one and one.until > day]
    if ends:
        limited = sentence("May be shown for: {scope}, before {day}.")
        return Reason(limited, scope=scope, day=min(ends))
    return Reason(sentence("May be shown for: {scope}."), scope=scope)


def _themes(records: Records, item: PlaylistItem, names: Names) -> Iterator[KitTheme]:
    book = codebook(records.all(Theme))
    about = {
        book.standing[coding.theme].id
        for coding in records.all(Coding)
        if coding.clip == item.clip
        and coding.theme in book.standing
        and (coding.range is None or coding.range.overlaps(item.range))
    }
    for theme in book.themes:
        if theme.id in about:
            labels = theme.labels or {"": theme.path}
            known = discreet_texts(labels, names)
            yield KitTheme(labels=known, colour=theme.colour, icon=theme.icon)


def _cautions(clip: Clip, names: Names) -> Iterator[Reason]:
    if clip.sensitive:
        why = discreet(clip.sensitive, names)
        yield Reason(sentence("Show with care: {why}"), why=why)


def _languages(first: str, items: Iterable[KitItem]) -> tuple[str, ...]:
    """Return all languages in which something is written or said, *first* first."""
    found = {first: None}
    for item in items:
        for texts in (
            *(item.titles, item.questions, item.notes),
            *(item.subtitles, item.voiceovers),
        ):
            found |= dict.fromkeys(texts)
    return tuple(found)


def _lacking(
    planning: Planning, playlist: Playlist, items: Sequence[Drafted]
) -> Iterator[Lacking]:
    """Yield what was asked for and is not there.

    Raises:
        KitNotPossible: No item has it.
    """
    unwritten = sentence("nobody wrote any of it in {language}")
    unsaid = sentence("nobody says any of it in {language}")
    for tag in planning.wish.subtitles or ():
        codes = tuple(one.item.code for one in items if not _has(one.subtitles, tag))
        if len(codes) == len(items):
            raise _not_possible(planning, playlist, unwritten, language=tag)
        if codes:
            yield Lacking(tag, subtitles=codes)
    for tag in planning.wish.voiceovers or ():
        codes = tuple(one.item.code for one in items if not _has(one.files.said, tag))
        if len(codes) == len(items):
            raise _not_possible(planning, playlist, unsaid, language=tag)
        if codes:
            yield Lacking(tag, voiceovers=codes)


def _has(tags: Iterable[str], wanted: str) -> bool:
    return primary(wanted) in map(primary, tags)


def _not_possible(
    planning: Planning, playlist: Playlist, why: str, **values: str
) -> KitNotPossible:
    kind = planning.wish.kit.NAME
    return KitNotPossible(playlist=playlist.id, kind=kind, reason=Reason(why, **values))
