"""Tell who and what is heard in parts of clips: region, sex, age, language, theme."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mediakit.catalog.catalog import Records
from mediakit.model.balance import Trait
from mediakit.model.codebook import codebook
from mediakit.model.coding import Coding
from mediakit.model.gate import Facts
from mediakit.model.ids import ClipId, PersonId, ThemeId
from mediakit.model.language import primary
from mediakit.model.leaving import Part
from mediakit.model.person import Person, Sex
from mediakit.model.spans import union
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.settings import Settings


@dataclass(frozen=True, slots=True)
class Traits:
    """What parts of clips can be told apart by.

    Attributes:
        facts: Who is in the clips.
        speech: The transcripts of what is spoken.
        codings: What passages are about.
        themes: The path of the theme that stands for each, by id.
        expected: The values that people may miss, by trait.
    """

    facts: Facts
    speech: Mapping[ClipId, Sequence[TranscriptRecord]]
    codings: Mapping[ClipId, Sequence[Coding]]
    themes: Mapping[ThemeId, str]
    expected: Mapping[Trait, Sequence[str]]

    def of(self, part: Part) -> dict[Trait, list[str]]:
        """Return the values of a part of a clip, by trait.

        Who is heard is told by voices; where nobody has said whose they are, the region
        is that where the clip was recorded.
        """
        return self._of(part, self.people(part))

    def times(self, part: Part) -> dict[Trait, dict[str, int]]:
        """Return milliseconds of a part of a clip with each of its values, by trait.

        Somebody is heard in all of it; it is about a theme where that was coded, each
        time once, however often it was coded there.
        """
        whole = part[1].duration
        told = {
            trait: dict.fromkeys(values, whole)
            for trait, values in self.of(part).items()
        }
        coded: dict[str, list[TimeRange]] = {}
        for theme, range_ in self._coded(part):
            coded.setdefault(theme, []).append(range_)
        told[Trait.THEME] = {
            theme: sum(one.duration for one in union(ranges))
            for theme, ranges in coded.items()
        }
        return told

    def of_one(
        self, clip: ClipId, range_: TimeRange, person: PersonId
    ) -> dict[Trait, list[str]]:
        """Return the values of what one person says in a part of a clip, by trait."""
        known = self.facts.people.get(person)
        return self._of((clip, range_), [known] if known else [])

    def _of(self, part: Part, people: Sequence[Person]) -> dict[Trait, list[str]]:
        return {
            Trait.REGION: list(self._regions(part[0], people)),
            Trait.SEX: [one.sex for one in people if one.sex],
            Trait.AGE_GROUP: [one.age_group for one in people],
            Trait.LANGUAGE: list(self._languages(part[0])),
            Trait.THEME: [theme for theme, _range in self._coded(part)],
        }

    def people(self, part: Part) -> list[Person]:
        """Return who is heard in a part, as far as somebody has said so."""
        clip, range_ = part
        heard = (
            voice.person
            for voice in self.facts.voices.get(clip, ())
            if voice.heard
            and voice.person
            and (voice.range is None or voice.range.overlaps(range_))
        )
        known = (self.facts.people.get(person) for person in dict.fromkeys(heard))
        return [person for person in known if person]

    def _regions(self, clip: ClipId, people: Sequence[Person]) -> Iterator[str]:
        found = self.facts.clips.get(clip)
        at = self.facts.sessions.get(found.session) if found and found.session else None
        recorded = at.region if at else ""
        yield from (person.region or recorded for person in people)
        if not people:
            yield recorded

    def _languages(self, clip: ClipId) -> Iterator[str]:
        found = self.facts.clips.get(clip)
        if found and found.languages:
            yield from map(primary, found.languages)
            return
        yield from (primary(one.language) for one in self.speech.get(clip, ()))

    def _coded(self, part: Part) -> Iterator[tuple[str, TimeRange]]:
        """Yield the first level of the themes of a part, and where it is about them."""
        clip, range_ = part
        for coding in self.codings.get(clip, ()):
            about = coding.range or range_
            if coding.theme in self.themes and about.overlaps(range_):
                start, end = max(about.start, range_.start), min(about.end, range_.end)
                yield first_level(self.themes[coding.theme]), TimeRange(start, end)


def tell_traits(records: Records, facts: Facts, settings: Settings) -> Traits:
    """Return what parts of the clips of *facts* can be told apart by.

    People may miss the regions and languages of the library's settings, women and men,
    the age groups of people in the library, and the first level of its themes in use.
    """
    ages = (person.age_group for person in records.all(Person))
    book = codebook(records.all(Theme))
    in_use = (theme.path for theme in book.themes if not theme.archived)
    speech: dict[ClipId, list[TranscriptRecord]] = {}
    for record in records.all(TranscriptRecord):
        if record.origin.is_speech:
            speech.setdefault(record.clip, []).append(record)
    codings: dict[ClipId, list[Coding]] = {}
    for coding in records.all(Coding):
        codings.setdefault(coding.clip, []).append(coding)
    return Traits(
        facts,
        speech,
        codings,
        {id_: theme.path for id_, theme in book.standing.items()},
        {
            Trait.REGION: settings.regions,
            Trait.SEX: (Sex.FEMALE, Sex.MALE),
            Trait.AGE_GROUP: sorted(set(filter(None, ages))),
            Trait.LANGUAGE: tuple(map(primary, settings.languages)),
            Trait.THEME: tuple(dict.fromkeys(map(first_level, in_use))),
        },
    )


def first_level(path: str) -> str:
    """Return the first level of the path of a theme."""
    return path.partition("/")[0]
