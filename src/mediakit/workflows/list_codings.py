"""List what is coded: where, with what, by whom, and what is said there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Catalog
from mediakit.errors.base import MediakitError, Reasons
from mediakit.errors.themes import NothingCoded
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.codebook import codebook
from mediakit.model.coding import Coding
from mediakit.model.group import is_same_name
from mediakit.model.leaving import Part, Shown
from mediakit.model.quotation import reach, words_within
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange
from mediakit.workflows.clip_words import ClipWords
from mediakit.workflows.find_theme import find_theme
from mediakit.workflows.pass_gate import Purpose, ask_gate
from mediakit.workflows.withhold_words import without_notes


@dataclass(frozen=True, slots=True)
class ListedCoding:
    """A coding with what is known of it.

    Attributes:
        coding: The coding.
        coder: Who coded it.
        clip: Its clip, if that is still there.
        theme: Its theme, or the one that stands for it.
        words: What is said there, where that was asked for and may be shown.
        said: When the words are said; that may be longer than what is coded.
        withheld: Whether there are words that consent does not cover.
    """

    coding: Coding
    coder: str
    clip: Clip | None
    theme: Theme | None
    words: str = ""
    said: TimeRange | None = None
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


def without_noted(
    catalog: Catalog, listed: Sequence[ListedCoding], day: str
) -> list[ListedCoding]:
    """Return codings, those with a withdrawn voice without what is noted of them."""
    codings = [one.coding for one in listed]
    told = without_notes(catalog.read(), codings, day)
    return [
        replace(one, coding=coding, withheld=one.withheld or coding != one.coding)
        for one, coding in zip(listed, told, strict=True)
    ]


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
    words = ClipWords(library, records, unread)
    parts = [_shown(one, words) for one in listed]
    asked = tuple(part for part in parts if part)
    passed = ask_gate(records, purpose, asked, Shown.WORDS)
    may = frozenset(passed.parts)
    quoted = []
    for one, part in zip(listed, parts, strict=True):
        if part is None:
            quoted.append(one)
        elif part in may:
            said = _said(one.coding, words)
            quoted.append(replace(one, words=said, said=part[1] if said else None))
        else:
            quoted.append(replace(one, withheld=True))
    return Quoted(tuple(quoted), passed.reasons, tuple(unread))


def _shown(listed: ListedCoding, words: ClipWords) -> Part | None:
    """Return when that is said which is shown of a coding, if it has a passage.

    It may be more than was coded, and somebody else may say it.
    """
    clip, range_ = listed.coding.clip, listed.coding.range
    if range_ is None or listed.clip is None:
        return None
    said = words.of(clip)
    return clip, reach(said[1], range_) if said else range_


def _said(coding: Coding, words: ClipWords) -> str:
    said = words.of(coding.clip)
    return words_within(said[1], coding.range) if said and coding.range else ""


def _part(listed: ListedCoding) -> tuple[int, int, str]:
    """Return what codings of a clip are sorted by: whole clips come first."""
    range_ = listed.coding.range
    return (range_.start, range_.end, listed.coder) if range_ else (-1, -1, "")
