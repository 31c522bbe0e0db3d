"""Compare who and what is heard in a film with the people who were heard."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from mediakit.catalog.catalog import Records
from mediakit.errors.base import Reason, sentence
from mediakit.model.balance import Balance, Trait, balance
from mediakit.model.film import Film, LineKind
from mediakit.model.group import fold_name
from mediakit.model.ids import PersonId
from mediakit.model.person import Sex
from mediakit.model.timecode import TimeRange
from mediakit.settings import Settings
from mediakit.workflows.gather_facts import gather_facts
from mediakit.workflows.playlist_advice import Advice, Matter
from mediakit.workflows.tell_traits import Traits, tell_traits

COMPARED = (Trait.REGION, Trait.SEX, Trait.LANGUAGE, Trait.THEME)
_FEW = 0.1
_LESS = 0.5
_SEXES = {
    Sex.FEMALE: sentence("women"),
    Sex.MALE: sentence("men"),
    Sex.OTHER: sentence("others"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How a film shares its time, and how many people were heard in the library.

    What has two values, as what is said about two themes, counts for both, in the time
    of the film and among people. So shares of either add up to one and can be compared.

    Attributes:
        trait: By what it is told.
        heard: Milliseconds of quotes with each value, most first.
        people: How many people were heard with each value, in all clips, most first.
        missing: Values that nobody in the film has.
        unknown: The codes of quotes of which nobody has said it.
    """

    trait: Trait
    heard: dict[str, int]
    people: dict[str, int]
    missing: tuple[str, ...]
    unknown: tuple[str, ...]

    def of_film(self, value: str) -> float:
        """Return the share of a value in the time of the film, 0 to 1."""
        return self.heard.get(value, 0) / max(1, sum(self.heard.values()))

    def of_people(self, value: str) -> float:
        """Return the share of a value among the people who were heard, 0 to 1."""
        return self.people.get(value, 0) / max(1, sum(self.people.values()))

    @property
    def slighted(self) -> tuple[str, ...]:
        """Values with less than half the time that their people would have."""
        return tuple(
            value
            for value in self.people
            if self.of_people(value) >= _FEW
            and self.of_film(value) < _LESS * self.of_people(value)
        )


def share_film(
    records: Records,
    film: Film,
    settings: Settings,
    compared: Collection[Trait] = COMPARED,
) -> tuple[Share, ...]:
    """Return how a film shares the time of its quotes, by trait."""
    traits = tell_traits(records, gather_facts(records), settings)
    quotes = {
        line.code: line.part
        for line in film.lines
        if line.part and line.kind is LineKind.QUOTE
    }
    times = {code: traits.times(part) for code, part in quotes.items()}
    people = people_heard(traits)
    return tuple(
        _share(
            balance(
                trait,
                {code: values[trait] for code, values in times.items()},
                traits.expected[trait],
            ),
            people[trait],
        )
        for trait in compared
    )


def people_heard(traits: Traits) -> dict[Trait, dict[str, int]]:
    """Return how many people are heard in clips, by trait and value, most first.

    Somebody whose words are about two themes counts for both.
    """
    found: dict[Trait, dict[str, set[PersonId]]] = {trait: {} for trait in Trait}
    written: dict[str, str] = {
        fold_name(value): value for some in traits.expected.values() for value in some
    }
    for clip, voices in traits.facts.voices.items():
        known = traits.facts.clips.get(clip)
        if known is None:
            continue
        whole = TimeRange(0, known.media.duration)
        for voice in voices:
            if not voice.heard or voice.person not in traits.facts.people:
                continue
            values = traits.of_one(clip, voice.range or whole, voice.person)
            for trait, some in values.items():
                for value in filter(str.strip, some):
                    name = written.setdefault(fold_name(value), value)
                    found[trait].setdefault(name, set()).add(voice.person)
    return {
        trait: {
            value: len(who)
            for value, who in sorted(some.items(), key=lambda one: -len(one[1]))
        }
        for trait, some in found.items()
    }


def told_value(trait: Trait, value: str) -> str:
    """Return what people with a value of a trait are called, to be translated."""
    return Reason(_SEXES[Sex(value)]) if trait is Trait.SEX else value


def advise_shares(film: Film, shares: tuple[Share, ...]) -> Iterator[Advice]:
    """Yield whose people have less than half the time that their number would give."""
    for share in shares:
        for value in share.slighted:
            yield Advice(
                matter=Matter.SHARE,
                reason=Reason(
                    sentence(
                        "{value}: {film} % of the time of the film, {people} % of the "
                        "people heard."
                    ),
                    value=told_value(share.trait, value),
                    film=round(100 * share.of_film(value)),
                    people=round(100 * share.of_people(value)),
                ),
                remedy=Reason(
                    sentence(
                        "Find more with 'mediakit film draft {film} --theme THEME "
                        "--balance {trait}', or 'mediakit search'."
                    ),
                    film=film.id,
                    trait=share.trait.value,
                ),
            )


def _share(told: Balance, people: Mapping[str, int]) -> Share:
    expected = dict.fromkeys([*told.missing, *people])
    return Share(
        trait=told.trait,
        heard=told.heard,
        people=dict(people),
        missing=tuple(value for value in expected if value not in told.heard),
        unknown=told.unknown,
    )
