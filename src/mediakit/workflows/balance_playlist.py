"""Tell who and what is heard on a playlist, and who is missing."""

from collections.abc import Iterator, Mapping, Sequence

from mediakit.catalog.catalog import Records
from mediakit.model.balance import Balance, Trait, balance
from mediakit.model.codebook import codebook
from mediakit.model.coding import Coding
from mediakit.model.ids import ThemeId
from mediakit.model.language import primary
from mediakit.model.person import Person, Sex
from mediakit.model.playlist import PlaylistItem
from mediakit.model.session import Session
from mediakit.model.theme import Theme
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.settings import Settings
from mediakit.workflows.advise_showing import Room


def balance_playlist(
    records: Records, room: Room, settings: Settings
) -> tuple[Balance, ...]:
    """Return how the items share their time: by region, sex, age, language, theme.

    Who is heard is told by voices; where nobody has said whose they are, the region is
    that where the clip was recorded. Missing are the regions and languages of the
    library's settings, women and men, the age groups of people in the library, and the
    first level of its themes in use.
    """
    items = room.playlist.items
    people = {item.code: _people(room, item) for item in items}
    ages = (person.age_group for person in records.all(Person))
    book = codebook(records.all(Theme))
    themes = {id_: theme.path for id_, theme in book.standing.items()}
    in_use = (theme.path for theme in book.themes if not theme.archived)
    codings = records.all(Coding)
    speech = [t for t in records.all(TranscriptRecord) if t.origin.is_speech]
    said: tuple[tuple[Trait, dict[str, list[str]], Sequence[str]], ...] = (
        (
            Trait.REGION,
            {x.code: list(_regions(room, x, people[x.code])) for x in items},
            settings.regions,
        ),
        (
            Trait.SEX,
            {code: [p.sex for p in who if p.sex] for code, who in people.items()},
            (Sex.FEMALE, Sex.MALE),
        ),
        (
            Trait.AGE_GROUP,
            {code: [p.age_group for p in who] for code, who in people.items()},
            sorted(set(filter(None, ages))),
        ),
        (
            Trait.LANGUAGE,
            {x.code: list(_languages(room, x, speech)) for x in items},
            tuple(map(primary, settings.languages)),
        ),
        (
            Trait.THEME,
            {x.code: list(_themes(x, codings, themes)) for x in items},
            tuple(dict.fromkeys(map(_first_level, in_use))),
        ),
    )
    return tuple(balance(trait, items, of, wanted) for trait, of, wanted in said)


def _people(room: Room, item: PlaylistItem) -> list[Person]:
    """Return who is heard in an item, as far as somebody has said so."""
    heard = (
        voice.person
        for voice in room.facts.voices.get(item.clip, ())
        if voice.heard
        and voice.person
        and (voice.range is None or voice.range.overlaps(item.range))
    )
    known = (room.facts.people.get(person) for person in dict.fromkeys(heard))
    return [person for person in known if person]


def _regions(room: Room, item: PlaylistItem, people: Sequence[Person]) -> Iterator[str]:
    clip = room.facts.clips.get(item.clip)
    at: Session | None = None
    if clip and clip.session:
        at = room.facts.sessions.get(clip.session)
    recorded = at.region if at else ""
    yield from (person.region or recorded for person in people)
    if not people:
        yield recorded


def _languages(
    room: Room, item: PlaylistItem, speech: Sequence[TranscriptRecord]
) -> Iterator[str]:
    clip = room.facts.clips.get(item.clip)
    if clip and clip.languages:
        yield from map(primary, clip.languages)
        return
    yield from (primary(one.language) for one in speech if one.clip == item.clip)


def _themes(
    item: PlaylistItem, codings: Sequence[Coding], paths: Mapping[ThemeId, str]
) -> Iterator[str]:
    for coding in codings:
        covers = coding.range is None or coding.range.overlaps(item.range)
        if coding.clip == item.clip and covers and coding.theme in paths:
            yield _first_level(paths[coding.theme])


def _first_level(path: str) -> str:
    return path.partition("/")[0]
