"""List what is coded: where, with what, by whom, and what is said there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.base import MediakitError, Reasons
from mediakit.errors.themes import NothingCoded
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.codebook import codebook
from mediakit.model.coding import Coding
from mediakit.model.current import preferred
from mediakit.model.group import is_same_name
from mediakit.model.ids import ClipId
from mediakit.model.leaving import Part, Shown
from mediakit.model.quotation import reach, words_within
from mediakit.model.theme import Theme
from mediakit.model.transcript import Transcript
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.workflows.find_theme import find_theme
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.pass_gate import Purpose, ask_gate


@dataclass(frozen=True, slots=True)
class ListedCoding:
    """A coding with what is known of it.

    Attributes:
        coding: The coding.
        coder: Who coded it.
        clip: Its clip, if that is still there.
        theme: Its theme, or the one that stands for it.
        words: What is said there, where that was asked for and may be shown.
        withheld: Whether there are words that consent does not cover.
    """

    coding: Coding
    coder: str
    clip: Clip | None
    theme: Theme | None
    words: str = ""
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Quoted:
    """Codings with what is said there.

    Attributes:
        codings: The codings.
        withheld: Why some words are not shown.
        unread: Why some transcripts could not be read.
    """

    codings: tuple[ListedCoding, ...]
    withheld: Reasons
    unread: tuple[MediakitError, ...]


def list_codings(
    catalog: Catalog,
    *,
    clip: str = "",
    theme: str = "",
    coder: str = "",
    strong: bool = False,
) -> list[ListedCoding]:
    """Return the codings that meet every wish, by clip and in order of time.

    Args:
        catalog: Where they are.
        clip: In one clip.
        theme: About a theme or one below it.
        coder: By one person.
        strong: Only strong quotes.

    Raises:
        ClipNotFound, ThemeNotFound, IdAmbiguous: A thing is not found.
        NothingCoded: Nobody of this name has coded anything.
    """
    records = catalog.read()
    codings = records.all(Coding)
    if coder and not any(is_same_name(one.coded_by, coder) for one in codings):
        raise NothingCoded(wanted=coder)
    book = codebook(records.all(Theme))
    below = book.below(find_theme(records, theme)) if theme else book.standing.keys()
    only = records.find(Clip, clip).id if clip else None
    clips = {one.id: one for one in records.all(Clip)}
    order = {id_: place for place, id_ in enumerate(clips)}
    found = [
        ListedCoding(c, c.coded_by, clips.get(c.clip), book.standing.get(c.theme))
        for c in codings
        if (not theme or c.theme in below)
        and (only is None or c.clip == only)
        and (not coder or is_same_name(c.coded_by, coder))
        and (c.strong or not strong)
    ]
    found.sort(key=lambda one: (order.get(one.coding.clip, len(order)), _part(one)))
    return found


def quote_codings(
    library: Library, catalog: Catalog, listed: Sequence[ListedCoding], purpose: Purpose
) -> Quoted:
    """Return codings of passages with what is said there now, if it may be shown.

    The words are those of the transcript that counts most; a coding itself keeps none.

    Args:
        library: Where the transcripts are.
        catalog: What is known of them.
        listed: The codings.
        purpose: What the words are shown for.
    """
    records, unread = catalog.read(), list[MediakitError]()
    words = _Words(library, records, unread)
    parts = [words.shown_for(one) for one in listed]
    asked = tuple(part for part in parts if part)
    passed = ask_gate(records, purpose, asked, Shown.WORDS)
    may = frozenset(passed.parts)
    quoted = []
    for one, part in zip(listed, parts, strict=True):
        if part is None:
            quoted.append(one)
        elif part in may:
            quoted.append(replace(one, words=words.said_in(one.coding)))
        else:
            quoted.append(replace(one, withheld=True))
    return Quoted(tuple(quoted), passed.reasons, tuple(unread))


class _Words:
    """What is said in clips, each read once."""

    def __init__(
        self, library: Library, records: Records, unread: list[MediakitError]
    ) -> None:
        self._library, self._unread = library, unread
        self._known: dict[ClipId, Transcript | None] = {}
        self._written: dict[ClipId, list[TranscriptRecord]] = {}
        for record in records.all(TranscriptRecord):
            self._written.setdefault(record.clip, []).append(record)

    def shown_for(self, listed: ListedCoding) -> Part | None:
        """Return when that is said which is shown of a coding, if it has a passage.

        It may be more than was coded, and somebody else may say it.
        """
        coding = listed.coding
        if coding.range is None or listed.clip is None:
            return None
        said = self._of(coding.clip)
        return coding.clip, reach(said, coding.range) if said else coding.range

    def said_in(self, coding: Coding) -> str:
        """Return what is said in the passage of a coding."""
        said = self._of(coding.clip)
        return words_within(said, coding.range) if said and coding.range else ""

    def _of(self, clip: ClipId) -> Transcript | None:
        """Return the transcript of a clip that counts most, if there is one."""
        if clip not in self._known:
            self._known[clip] = next(self._read(clip), None)
        return self._known[clip]

    def _read(self, clip: ClipId) -> Iterator[Transcript]:
        for record in preferred(self._written.get(clip, ())):
            try:
                yield load_transcript(self._library, record)
            except MediakitError as error:
                self._unread.append(error)


def _part(listed: ListedCoding) -> tuple[int, int, str]:
    """Return what codings of a clip are sorted by: whole clips come first."""
    range_ = listed.coding.range
    return (range_.start, range_.end, listed.coder) if range_ else (-1, -1, "")
