"""Describe what may leave of a library as a project of other research tools."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mediakit.errors.base import Reason, Reasons
from mediakit.exchange.refi_project import (
    Case,
    Coded,
    Project,
    Selection,
    Source,
    SourceKind,
    TextSelection,
    Values,
    WrittenTranscript,
)
from mediakit.exchange.refi_text import Part, named, write_text
from mediakit.exchange.theme_codes import codes_of, not_held
from mediakit.model.clip import Clip
from mediakit.model.codebook import Codebook
from mediakit.model.coding import Coding
from mediakit.model.gate import Facts
from mediakit.model.guid import guid_of, named_guid
from mediakit.model.ids import ClipId, PersonId
from mediakit.model.timecode import format_time
from mediakit.model.transcript import Segment
from mediakit.model.voice import Voice
from mediakit.workflows.describe_codings import (
    coded,
    notes_of,
    text_twin,
    user_guid,
)
from mediakit.workflows.gather_material import OpenMaterial, Spoken
from mediakit.workflows.hide_names import (
    RealNames,
    called_outside,
    hide_names,
    names_in_themes,
    names_said,
    noted,
)
from mediakit.workflows.lost_in_projects import lost_in_projects
from mediakit.workflows.place_export import public_name
from mediakit.workflows.recording_paths import paths_beside

SEX, AGE, COMMUNITY, REGION, LANGUAGES = TRAITS = (
    *("sex", "age group", "community", "region", "languages"),
)


@dataclass(frozen=True, slots=True)
class Described:
    """A project and what is to be known of it.

    Attributes:
        project: All of it but its sources.
        sources: Those, to be gone through once.
        variables: The names of what is known of cases and sources.
        clips: How many sources there are.
        codings: How many there are of the library's.
        named: Where the words say a name that is not to be said: known once the
            sources were gone through.
        lost: What the format cannot hold.
    """

    project: Project
    sources: Iterator[Source]
    variables: tuple[str, ...]
    clips: int
    codings: int
    named: list[Reason]
    lost: Reasons


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How a project is told.

    Attributes:
        name: What it is called.
        language: In which themes are called what they are called.
        day: ISO 8601 day on which it leaves.
        on_media: Codings are parts of recordings.
        on_text: They are parts of transcripts.
    """

    name: str
    language: str
    day: str
    on_media: bool = True
    on_text: bool = True


def describe_project(
    there: OpenMaterial,
    book: Codebook,
    facts: Facts,
    real_names: RealNames,
    telling: Telling,
    recordings: Mapping[ClipId, str],
) -> Described:
    """Return the project of what passed the gate.

    Args:
        there: What of the material may leave.
        book: The codebook.
        facts: Who is in it, and what they agreed to.
        real_names: What people are really called.
        telling: How it is told.
        recordings: The paths of those that go along.
    """
    paths = {**paths_beside(there.clips), **recordings}
    describer = _Describer(there, facts, real_names, telling, paths)
    codings = [one for clip in there.clips for one in there.codings(clip)]
    themes = tuple(
        theme
        for theme in book.themes
        if not theme.archived
        or any(book.standing[one.theme].id == theme.id for one in codings)
    )
    coders = dict.fromkeys(one.coded_by for one in codings if one.coded_by)
    cases = tuple(describer.cases())
    known = [one.values for one in cases]
    known += [describer.values(clip) for clip in there.clips]
    project = Project(
        name=telling.name,
        users={user_guid(name): name for name in coders},
        codes=codes_of(themes, telling.language),
        cases=cases,
        notes=notes_of(codings),
    )
    in_themes = names_in_themes(facts.people, real_names, themes)
    describer.named.extend(in_themes.each)
    asked_for = sum(clip.id not in recordings for clip in there.clips)
    lost = lost_in_projects(there, codings, asked_for)
    return Described(
        project=project,
        sources=(describer.source(clip) for clip in there.clips),
        variables=tuple(dict.fromkeys(name for said in known for name, _ in said)),
        clips=len(there.clips),
        codings=len(codings),
        named=describer.named,
        lost=Reasons(*not_held(themes, telling.language).each, *lost),
    )


class _Describer:
    """Turns what may leave into the parts of a project."""

    def __init__(
        self,
        there: OpenMaterial,
        facts: Facts,
        real_names: RealNames,
        telling: Telling,
        paths: Mapping[ClipId, str],
    ) -> None:
        self._there, self._facts, self._paths = there, facts, paths
        self._real_names, self._telling = real_names, telling
        self.named: list[Reason] = []

    def source(self, clip: Clip) -> Source:
        """Return a clip as a source."""
        codings = self._there.codings(clip)
        self._notice(clip, map(noted, codings))
        transcripts = tuple(
            self._transcript(clip, one, codings) for one in self._there.spoken(clip)
        )
        on_text = {
            twin.guid
            for one in transcripts
            for part in one.selections
            for twin in part.codings
        }
        parts = [
            self._part(one)
            for one in codings
            if one.range
            and (
                self._telling.on_media
                or not any(
                    text_twin(guid_of(one.id), text.guid) in on_text
                    for text in transcripts
                )
            )
        ]
        parts += [_heard(one) for one in self._there.voices(clip) if one.range]
        is_video = clip.media.kind == "video"
        return Source(
            guid=guid_of(clip.id),
            kind=SourceKind.VIDEO if is_video else SourceKind.SOUND,
            name=public_name(clip),
            path=self._paths[clip.id],
            transcripts=transcripts,
            selections=tuple(parts),
            codings=tuple(self._coded(one) for one in codings if one.range is None),
            values=self.values(clip),
        )

    def cases(self) -> Iterator[Case]:
        """Yield the people who are in it."""
        found: dict[PersonId, list[Voice]] = {}
        for clip in self._there.clips:
            for voice in self._there.voices(clip):
                if voice.person is not None:
                    found.setdefault(voice.person, []).append(voice)
        for person, voices in found.items():
            yield self._case(person, voices)

    def _case(self, person: PersonId, voices: Sequence[Voice]) -> Case:
        clips = dict.fromkeys(one.clip for one in voices)
        name = called_outside(self._facts, person, clips, self._telling.day)
        who = self._facts.people.get(person)
        said = (
            (SEX, who.sex.value if who and who.sex else ""),
            (AGE, who.age_group if who else ""),
            (COMMUNITY, who.community if who else ""),
            (REGION, who.region if who else ""),
            (LANGUAGES, " ".join(who.languages) if who else ""),
        )
        return Case(
            guid=guid_of(person),
            name=name or person,
            values=tuple((key, value) for key, value in said if value),
            sources=tuple(guid_of(one.clip) for one in voices if one.range is None),
            selections=tuple(guid_of(one.id) for one in voices if one.range),
        )

    def _transcript(
        self, clip: Clip, said: Spoken, codings: Sequence[Coding]
    ) -> WrittenTranscript:
        guid = guid_of(said.record.id)
        day, real = self._telling.day, self._real_names
        segments = hide_names(self._facts, real, clip, day, said.segments)
        self._notice(clip, segments)
        name = named(public_name(clip), said.record.language, said.record.origin.value)
        parts = self._text_parts(guid, codings) if self._telling.on_text else ()
        return write_text(guid, name, segments, parts)

    def _notice(self, clip: Clip, said: Iterable[Segment]) -> None:
        """Remember where words say a name that is not to be said."""
        day, real = self._telling.day, self._real_names
        found = names_said(self._facts, real, clip, day, said)
        self.named += [one for one in found.each if one not in self.named]

    def _text_parts(self, guid: str, codings: Sequence[Coding]) -> Iterator[Part]:
        for one in codings:
            if one.range:
                twin = self._coded(one)
                twin = replace(twin, guid=text_twin(twin.guid, guid))
                whole = named_guid("text selection", twin.guid)
                selection = TextSelection(guid=whole, start="", end="", codings=(twin,))
                yield selection, one.range

    def _part(self, coding: Coding) -> Selection:
        whole = self._coded(coding)
        time = coding.within(0)
        return Selection(
            guid=named_guid("selection", whole.guid),
            start=time.start,
            end=time.end,
            name=f"{format_time(time.start)} - {format_time(time.end)}",
            codings=(whole,),
        )

    def _coded(self, coding: Coding) -> Coded:
        return coded(coding, self._there.standing[coding.theme])

    def values(self, clip: Clip) -> Values:
        """Return what is known of a clip."""
        session = self._facts.sessions.get(clip.session) if clip.session else None
        said = (
            (LANGUAGES, " ".join(clip.languages)),
            ("session kind", session.kind.value if session else ""),
            ("date", session.date if session else ""),
            ("place", session.place if session else ""),
            (REGION, session.region if session else ""),
        )
        return tuple((key, value) for key, value in said if value)


def _heard(voice: Voice) -> Selection:
    time = voice.range
    if time is None:
        raise ValueError("all of a clip is no part of it")
    return Selection(guid=guid_of(voice.id), start=time.start, end=time.end)
