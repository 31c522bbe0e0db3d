"""Record the people that the cases of another tool's project are."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

from mediakit.catalog.catalog import Change
from mediakit.errors.base import Reason, sentence
from mediakit.errors.typed import LanguageNotUnderstood
from mediakit.exchange.refi_project import Case, Project
from mediakit.model.clip import Clip
from mediakit.model.group import fold_name
from mediakit.model.guid import guid_of, id_of
from mediakit.model.ids import ClipId, PersonId, VoiceId, is_id
from mediakit.model.language import normalize_tag
from mediakit.model.person import Person, Sex
from mediakit.model.timecode import TimeRange
from mediakit.model.voice import Voice
from mediakit.workflows.describe_project import (
    AGE,
    COMMUNITY,
    LANGUAGES,
    REGION,
    SEX,
)

PEOPLE, VOICES = "people_added", "voices_added"

_PERSON, _VOICE = "p", "v"
_Where = tuple[ClipId, TimeRange | None, str]

_ELSEWHERE = sentence(
    "{person} is said to be in {clip}. Whoever is known here is heard or seen only "
    "where somebody here says so: 'mediakit voice add' does."
)


class CasesTakenIn:
    """The people of one project.

    Somebody is known again by what was written here, or by a name where the same is
    in the same place. Whoever is new has agreed to nothing yet. Nobody who is known
    comes to be anywhere else: what they agreed to could open what is closed.

    Args:
        change: Where they are recorded.

    Attributes:
        counts: How many people and voices are new.
        left: Where people are said to be who are known.
    """

    def __init__(self, change: Change) -> None:
        self._change = change
        people = {one.id: one for one in change.all(Person)}
        self._by_guid = {guid_of(one): one for one in people}
        self._there: set[tuple[ClipId, TimeRange | None, PersonId]] = set()
        self._named: dict[tuple[ClipId, TimeRange | None, str], PersonId] = {}
        self._guids: set[str] = set()
        for voice in change.all(Voice):
            self._guids.add(guid_of(voice.id))
            if voice.person in people and voice.person is not None:
                place = voice.clip, voice.range
                self._there.add((*place, voice.person))
                name = fold_name(people[voice.person].name)
                self._named[*place, name] = voice.person
        self.counts: Counter[str] = Counter()
        self.left: list[Reason] = []

    def take(self, project: Project, clips: Mapping[str, Clip]) -> None:
        """Record who is in which clip; cases that are in none are left out.

        Args:
            project: What says so.
            clips: The clips that its sources are.
        """
        there = _Places(project, clips)
        for case in project.cases:
            places = list(there.of(case))
            known = self._known(case, places)
            if known is not None:
                self.left += [
                    Reason(_ELSEWHERE, person=known, clip=clip)
                    for clip, range_, _guid in places
                    if (clip, range_, known) not in self._there
                ]
            elif places:
                person = self._change.put(_person(self._change, case)).id
                self._by_guid[case.guid] = person
                self.counts[PEOPLE] += 1
                for place in places:
                    self._put(person, *place)

    def _known(self, case: Case, places: Iterable[_Where]) -> PersonId | None:
        if case.guid in self._by_guid:
            return self._by_guid[case.guid]
        name = fold_name(case.name)
        found = (self._named.get((clip, range_, name)) for clip, range_, _ in places)
        return next(filter(None, found), None)

    def _put(
        self, person: PersonId, clip: ClipId, range_: TimeRange | None, guid: str
    ) -> None:
        if (clip, range_, person) in self._there:
            return
        id_ = id_of(guid)
        if not is_id(_VOICE, id_) or guid in self._guids:
            id_ = self._change.new_id(Voice)
        self._guids.add(guid)
        self._there.add((clip, range_, person))
        voice = Voice(id=VoiceId(id_), clip=clip, person=person, range=range_)
        self._change.put(voice)
        self.counts[VOICES] += 1


class _Places:
    """Where the cases of a project are: the sources and parts that they name.

    A project may have tens of thousands of both, each looked up and not looked for.
    """

    def __init__(self, project: Project, clips: Mapping[str, Clip]) -> None:
        self._sources: dict[str, list[ClipId]] = {}
        self._parts: dict[str, list[tuple[ClipId, TimeRange]]] = {}
        for source in project.sources:
            clip = clips.get(source.guid)
            if clip is None:
                continue
            self._sources.setdefault(source.guid, []).append(clip.id)
            for part in source.selections:
                start, end = max(0, part.start), min(part.end, clip.media.duration)
                if start < end:
                    place = clip.id, TimeRange(start, end)
                    self._parts.setdefault(part.guid, []).append(place)

    def of(self, case: Case) -> Iterator[_Where]:
        """Yield the clips that a case is in, and when, with the GUID that says so."""
        for guid in dict.fromkeys(case.sources):
            yield from ((clip, None, "") for clip in self._sources.get(guid, ()))
        for guid in dict.fromkeys(case.selections):
            for clip, range_ in self._parts.get(guid, ()):
                yield clip, range_, guid


def _person(change: Change, case: Case) -> Person:
    said = {name.casefold(): value for name, value in case.values}
    id_ = id_of(case.guid)
    if not is_id(_PERSON, id_):
        id_ = change.new_id(Person)
    sexes = {sex.value: sex for sex in Sex}
    return Person(
        id=PersonId(id_),
        name="" if case.name == id_ else case.name,
        sex=sexes.get(said.get(SEX, "")),
        age_group=said.get(AGE, ""),
        community=said.get(COMMUNITY, ""),
        region=said.get(REGION, ""),
        languages=tuple(_tags(said.get(LANGUAGES, ""))),
    )


def _tags(text: str) -> Iterator[str]:
    for tag in text.split():
        with suppress(LanguageNotUnderstood):
            yield normalize_tag(tag)
