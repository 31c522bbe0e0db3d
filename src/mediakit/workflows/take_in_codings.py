"""Record what somebody coded with another tool."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from mediakit.catalog.catalog import Change
from mediakit.errors.base import Reason, sentence
from mediakit.exchange.refi_project import Coded, Project, Source, WrittenTranscript
from mediakit.exchange.refi_xml import text_of
from mediakit.model.clip import Clip
from mediakit.model.codebook import codebook
from mediakit.model.coding import Coding
from mediakit.model.guid import guid_of, id_of
from mediakit.model.ids import ClipId, CodingId, ThemeId, is_id
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange
from mediakit.workflows.describe_codings import (
    SEARCH_NAME,
    STRONG,
    STRONG_NAME,
    text_twin,
)
from mediakit.workflows.take_in_codes import TakenCode

ADDED, KNOWN = "codings_added", "codings_known"

_LETTER = "k"
_UNTIMED = sentence("{name}: parts of a transcript without times: {count}.")
_OUTSIDE = sentence("{name}: parts that the recording does not have: {count}.")
_CHANGED = sentence(
    "{name}: codings that say something else there, and stay as they are: {count}."
)
_UNCODED = sentence("{name}: codings with a code that is not in the codebook: {count}.")

_Same = tuple[ClipId, TimeRange | None, ThemeId, str]


class CodingsTakenIn:
    """The codings of one project.

    One that was written here is known again, and so is one of the same passage, theme
    and coder: what is a part of a recording and of its transcript, is one coding.

    Args:
        change: Where they are recorded.
        project: What they are part of.
        themes: The themes that its codes are.

    Attributes:
        counts: How many are new, and were there already.
        left: Why some were not taken in.
    """

    def __init__(
        self, change: Change, project: Project, themes: Mapping[str, TakenCode]
    ) -> None:
        self._change, self._project, self._themes = change, project, themes
        standing = codebook(change.all(Theme)).standing
        codings = change.all(Coding)
        self._standing = standing
        self._by_guid = {guid_of(one.id): one for one in codings}
        self._known: set[_Same] = {
            (one.clip, one.range, standing[one.theme].id, one.coded_by)
            for one in codings
            if one.theme in standing
        }
        self._twins: set[str] = set()
        self.counts: Counter[str] = Counter()
        self.left: list[Reason] = []

    def take(self, source: Source, clip: Clip) -> None:
        """Record what a source is coded with."""
        whole = clip.media.duration
        faults: Counter[str] = Counter()
        places: list[tuple[TimeRange | None, str, Iterable[Coded]]] = []
        places.append((None, "", source.codings))
        for part in source.selections:
            range_ = _within(part.start, part.end, whole)
            if range_ is None and part.codings:
                faults[_OUTSIDE] += 1
            elif range_ is not None:
                said = self._said(part.notes, part.description)
                places.append((range_, said, part.codings))
        for transcript in source.transcripts:
            places += self._in_text(transcript, whole, faults)
        for range_, said, codings in places:
            for coded in codings:
                self._take(clip, range_, said, coded, faults)
                self._twins |= {
                    text_twin(coded.guid, t.guid) for t in source.transcripts
                }
        name = source.name or clip.title
        self.left += [
            Reason(text, name=name, count=n) for text, n in faults.items() if n
        ]

    def _in_text(
        self, transcript: WrittenTranscript, whole: int, faults: Counter[str]
    ) -> Iterator[tuple[TimeRange, str, tuple[Coded, ...]]]:
        times = {point.guid: point.time for point in transcript.points}
        for part in transcript.selections:
            start, end = times.get(part.start), times.get(part.end)
            if start is None or end is None:
                faults[_UNTIMED] += bool(part.codings)
                continue
            range_ = _within(start, end, whole)
            if range_ is None:
                faults[_OUTSIDE] += bool(part.codings)
                continue
            yield range_, self._said(part.notes, part.description), part.codings

    def _take(
        self,
        clip: Clip,
        range_: TimeRange | None,
        said: str,
        coded: Coded,
        faults: Counter[str],
    ) -> None:
        taken = self._themes.get(coded.code)
        if taken is None:
            faults[_UNCODED] += 1
            return
        coder = self._project.users.get(coded.user, "") or self._change.author
        same = (clip.id, range_, taken.theme.id, coder)
        if coded.guid in self._twins:
            return
        told = self._coding(clip, range_, said, coded, taken.theme, coder)
        if (known := self._by_guid.get(coded.guid)) or same in self._known:
            self.counts[KNOWN] += 1
            faults[_CHANGED] += bool(known and not self._agrees(known, told))
            return
        self._known.add(same)
        self._by_guid[coded.guid] = self._change.put(told)
        self.counts[ADDED] += 1

    def _agrees(self, known: Coding, told: Coding) -> bool:
        """Tell whether a coding is told as it is known here."""
        stands = self._standing.get(known.theme)
        theme = stands.id if stands else known.theme
        memo = text_of(known.memo).strip()
        return (known.clip, known.range, theme, known.strong, memo) == (
            *(told.clip, told.range, told.theme, told.strong, told.memo.strip()),
        )

    def _coding(
        self,
        clip: Clip,
        range_: TimeRange | None,
        said: str,
        coded: Coded,
        theme: Theme,
        coder: str,
    ) -> Coding:
        id_ = id_of(coded.guid)
        if not is_id(_LETTER, id_):
            id_ = self._change.new_id(Coding)
        notes = [(guid, self._project.notes.get(guid)) for guid in coded.notes]
        strong = any(
            guid == STRONG or (note and note.name == STRONG_NAME)
            for guid, note in notes
        )
        searches = [n.text for _guid, n in notes if n and n.name == SEARCH_NAME]
        memo = self._said(
            [g for g, n in notes if n and n.name not in {STRONG_NAME, SEARCH_NAME}],
            said,
        )
        return Coding(
            id=CodingId(id_),
            clip=clip.id,
            theme=theme.id,
            range=range_,
            memo=memo,
            coder="" if coder == self._change.author else coder,
            coded_on=coded.at,
            strong=strong,
            search=searches[0] if searches else "",
        )

    def _said(self, notes: Iterable[str], also: str) -> str:
        """Return what notes say, one after the other."""
        found = [self._project.notes.get(guid) for guid in notes]
        return "\n".join(filter(None, (*(n.text for n in found if n), also)))


def _within(start: int, end: int, whole: int) -> TimeRange | None:
    """Return a part as far as the recording has it."""
    start, end = max(0, start), min(end, whole)
    return TimeRange(start, end) if start < end else None
