"""Take in codings from a table, or from the tiers of an ELAN document."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Change
from mediakit.errors.base import MediakitError, Reason, sentence
from mediakit.errors.typed import CellNotUnderstood
from mediakit.exchange import elan_themes
from mediakit.exchange.coding_rows import (
    CLIP,
    END,
    THEME,
    CodingRow,
    read_codings,
    unusable,
)
from mediakit.exchange.registry import read_sheet
from mediakit.exchange.sheet import LARGEST
from mediakit.files import read_whole
from mediakit.model.clip import Clip
from mediakit.model.codebook import codebook
from mediakit.model.coding import Coding
from mediakit.model.ids import ClipId, CodingId, ThemeId
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange
from mediakit.workflows.find_theme import find_theme, find_theme_in_use

_NO_CLIP = sentence("no clip, or several, have the id {id}")
_NO_THEME = sentence("no theme in use, or several, are called {name}")


class HowCoded(StrEnum):
    """What became of a row."""

    ADDED = "added"
    KNOWN = "known"
    DIFFERENT = "different"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class ImportedCoding:
    """A row that was understood.

    Attributes:
        row: As spreadsheet programs count; of tiers, the annotation.
        how: Whether it is new, known, says something else, or changed that.
        coding: The coding, as the catalog has it afterwards.
        different: The fields in which row and catalog differ, or differed.
    """

    row: int
    how: HowCoded
    coding: Coding
    different: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedCodings:
    """What an import came to.

    Attributes:
        rows: The rows that were understood.
        problems: What is wrong with the others.
        tiers: Those that are of no theme, and were left.
    """

    rows: list[ImportedCoding]
    problems: list[CellNotUnderstood]
    tiers: tuple[str, ...] = ()


def import_codings(
    catalog: Catalog,
    path: Path,
    *,
    clip: str = "",
    sheet: str = "",
    update: bool = False,
) -> ImportedCodings:
    """Take codings into the catalog: what is right is taken, what is wrong is named.

    One is known again by its id, or by clip, passage, theme and coder together: a
    file imported twice makes nothing twice.

    Args:
        catalog: Where they go.
        path: A CSV or XLSX file, or an ELAN document, which is of one clip.
        clip: The id of the clip that a document is of.
        sheet: The name of the sheet, for files of several; empty for the first.
        update: Change known codings of which a row says something else.

    Raises:
        ReadFailed: The file cannot be read.
        ClipNotFound: No clip has this id.
        ExchangeUnreadable, SpreadsheetUnreadable: It cannot be understood.
        ColumnsNotFound: It has no column of clips, or none of themes.
    """
    content = read_whole(path, most=LARGEST + 1)
    tiers: tuple[str, ...] = ()
    if clip:
        annotations = elan_themes.read(content, path.name)
        records = catalog.read()
        found = records.find(Clip, clip)
        book = codebook(records.all(Theme))
        paths = {theme.path for theme in (*book.themes, *book.merged)}
        ours = [one for one in annotations if one.is_theme or one.theme in paths]
        rows = list(_rows(ours, found, book.themes))
        tiers = tuple(dict.fromkeys(a.theme for a in annotations if a not in ours))
    else:
        rows = list(read_codings(read_sheet(content, path.name, sheet), path.name))
    with catalog.change() as change:
        taking = _Taking(change, update=update)
        done = [one for row in rows for one in taking.take(row)]
    return ImportedCodings(
        [one for one in done if isinstance(one, ImportedCoding)],
        [one for one in done if isinstance(one, CellNotUnderstood)],
        tiers,
    )


def _rows(
    annotations: Iterable[elan_themes.Annotation], clip: Clip, themes: Iterable[Theme]
) -> Iterator[CodingRow]:
    labels = {theme.path: {*theme.labels.values(), theme.level} for theme in themes}
    for number, one in enumerate(annotations, start=1):
        yield CodingRow(
            number=number,
            clip=clip.id,
            theme=one.theme,
            range=one.range,
            coder=one.coder,
            # where there is no memo, the name of the theme is written
            memo=None if one.text in labels.get(one.theme, ()) else one.text,
        )


class _Taking:
    """The catalog while rows are taken in."""

    def __init__(self, change: Change, *, update: bool) -> None:
        self._change, self._update = change, update
        self._standing = codebook(change.all(Theme)).standing
        codings = change.all(Coding)
        self._by_id = {one.id: one for one in codings}
        self._same = {self._place(one): one for one in codings}

    def take(self, row: CodingRow) -> Iterator[ImportedCoding | CellNotUnderstood]:
        """Take in a row; yield what became of it, or everything wrong with it."""
        problems = list(row.problems)
        clip = theme = None
        if row.clip:
            try:
                clip = self._change.find(Clip, row.clip)
            except MediakitError:
                why = Reason(_NO_CLIP, id=row.clip)
                problems.append(unusable(row.number, CLIP, why))
        known = self._by_id.get(CodingId(row.coding))
        if row.theme:
            theme = self._theme(row, known)
            if theme is None:
                why = Reason(_NO_THEME, name=row.theme)
                problems.append(unusable(row.number, THEME, why))
        if clip and row.range and row.range.end > clip.media.duration:
            over = Reason(sentence("the recording ends before"))
            problems.append(unusable(row.number, END, over))
        if problems or clip is None or theme is None:
            yield from problems
        else:
            yield self._take(row, clip, theme, known)

    def _theme(self, row: CodingRow, known: Coding | None) -> Theme | None:
        """Return the theme that a row means, by its path or else what it is called."""
        find = find_theme if known else find_theme_in_use
        for typed in filter(None, (row.theme, row.label)):
            with suppress(MediakitError):
                return find(self._change, typed)
        return None

    def _take(
        self, row: CodingRow, clip: Clip, theme: Theme, known: Coding | None
    ) -> ImportedCoding:
        coder = row.coder or self._change.author
        place = (clip.id, row.range, theme.id, coder)
        known = known or self._same.get(place)
        before = known or Coding(
            id=CodingId(self._change.new_id(Coding)),
            clip=clip.id,
            theme=theme.id,
            range=row.range,
            coder="" if coder == self._change.author else coder,
        )
        stands = self._standing.get(before.theme)
        said = replace(
            before,
            clip=clip.id,
            theme=before.theme if stands and stands.id == theme.id else theme.id,
            range=row.range,
            memo=before.memo if row.memo is None else row.memo,
            strong=before.strong if row.strong is None else row.strong,
        )
        different = tuple(
            name
            for name in ("clip", "theme", "range", "memo", "strong")
            if getattr(said, name) != getattr(before, name)
        )
        if known and not different:
            return ImportedCoding(row.number, HowCoded.KNOWN, known)
        if known and not self._update:
            return ImportedCoding(row.number, HowCoded.DIFFERENT, known, different)
        kept = self._change.put(said)
        self._by_id[kept.id] = self._same[place] = kept
        how = HowCoded.CHANGED if known else HowCoded.ADDED
        return ImportedCoding(row.number, how, kept, different if known else ())

    def _place(self, one: Coding) -> tuple[ClipId, TimeRange | None, ThemeId, str]:
        theme = self._standing.get(one.theme)
        return one.clip, one.range, theme.id if theme else one.theme, one.coded_by
