"""Tell how far two people code alike."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.themes import NothingCoded, NothingToCompare
from mediakit.model.agreement import Table, alpha, compare, kappa, together
from mediakit.model.clip import Clip
from mediakit.model.codebook import Codebook, codebook
from mediakit.model.coding import Coding
from mediakit.model.group import fold_name, is_same_name
from mediakit.model.ids import ClipId, ThemeId
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange
from mediakit.workflows.find_theme import find_theme

# when one coder says what, by theme and clip
_Said = dict[ThemeId, dict[ClipId, list[TimeRange]]]


@dataclass(frozen=True, slots=True)
class Compared:
    """How far two people agree on a theme, or on several.

    Attributes:
        theme: The theme; ``None`` for all of them.
        table: What they say of how much time; of several themes, one after the other.
        observed: The share of time of which they say the same.
        kappa: Cohen's; ``None`` where it says nothing.
        alpha: Krippendorff's; ``None`` where it says nothing.
    """

    theme: Theme | None
    table: Table
    observed: float
    kappa: float | None
    alpha: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two people code alike.

    Attributes:
        coders: The two.
        clips: What was compared.
        time: Milliseconds of that.
        themes: Theme by theme, in the order of the tree.
        pooled: All of them in one figure; ``None`` if there are none.
        sorted_only: How many of their codings only sort a clip, and do not say where
            in it: they are not compared.
    """

    coders: tuple[str, str]
    clips: tuple[Clip, ...]
    time: int
    themes: tuple[Compared, ...]
    pooled: Compared | None
    sorted_only: int


def compare_coders(
    catalog: Catalog,
    first: str,
    second: str,
    *,
    theme: str = "",
    clips: Sequence[str] = (),
) -> Agreement:
    """Compare what two people coded in the clips that both coded passages of.

    Every theme that one of them used is compared by itself.

    Args:
        catalog: Where the codings are.
        first: One coder.
        second: The other.
        theme: Compare this theme only, taken as one with those below it.
        clips: Compare these, whether or not both found something in them.

    Raises:
        NothingCoded: One of them has coded nothing, or they are one.
        NothingToCompare: There is no clip that both have coded passages of.
        ClipNotFound, ThemeNotFound, IdAmbiguous: A thing is not found.
    """
    records = catalog.read()
    coders = (_coder(records, first), _coder(records, second))
    if is_same_name(*coders):
        raise NothingCoded(wanted=f"{first} ≠ {second}")
    mine = [
        [one for one in records.all(Coding) if is_same_name(one.coded_by, coder)]
        for coder in coders
    ]
    passages = [[one for one in some if one.range] for some in mine]
    heard = _clips(records, coders, passages, clips)
    book = codebook(records.all(Theme))
    top = find_theme(records, theme) if theme else None
    length = {clip.id: clip.media.duration for clip in heard}
    said = [_by_theme(some, length) for some in passages]
    tables = [
        (about, _table(said, length, ids))
        for about, ids in _themes(book, top, frozenset({*said[0], *said[1]}))
    ]
    return Agreement(
        coders,
        tuple(heard),
        sum(length.values()),
        tuple(_compared(about, [table]) for about, table in tables),
        _compared(None, [table for _, table in tables]) if tables else None,
        sum(one.range is None for some in mine for one in some),
    )


def _coder(records: Records, typed: str) -> str:
    """Return a coder's name as it is written in the catalog."""
    for coding in records.all(Coding):
        if is_same_name(coding.coded_by, typed):
            return coding.coded_by
    raise NothingCoded(wanted=typed)


def _clips(
    records: Records,
    coders: tuple[str, str],
    passages: Sequence[Sequence[Coding]],
    typed: Sequence[str],
) -> list[Clip]:
    coded = [{one.clip for one in some} for some in passages]
    found = [records.find(Clip, one) for one in typed] or [
        clip for clip in records.all(Clip) if clip.id in coded[0] & coded[1]
    ]
    by_id = {clip.id: clip for clip in found}
    clips = [clip for clip in by_id.values() if clip.media.duration > 0]
    if not clips:
        known = {one.coded_by for one in records.all(Coding) if one.range} - {""}
        raise NothingToCompare(
            first=coders[0],
            second=coders[1],
            coders=", ".join(sorted(known, key=fold_name)) or "-",
        )
    return clips


def _by_theme(codings: Iterable[Coding], clips: Container[ClipId]) -> _Said:
    """Return the passages of a coder in some clips, by theme and clip."""
    said: _Said = {}
    for one in codings:
        if one.range and one.clip in clips:
            said.setdefault(one.theme, {}).setdefault(one.clip, []).append(one.range)
    return said


def _themes(
    book: Codebook, top: Theme | None, used: frozenset[ThemeId]
) -> list[tuple[Theme, frozenset[ThemeId]]]:
    """Return the themes to compare, each with the ids that mean it."""
    if top is not None:
        return [(top, book.below(top))]
    meaning: dict[ThemeId, set[ThemeId]] = {}
    for id_, theme in book.standing.items():
        meaning.setdefault(theme.id, set()).add(id_)
    return [
        (theme, frozenset(meaning[theme.id]))
        for theme in book.themes
        if meaning[theme.id] & used
    ]


def _table(
    said: Sequence[_Said], length: Mapping[ClipId, int], themes: frozenset[ThemeId]
) -> Table:
    first, second = (_in_clips(one, themes) for one in said)
    coded = first.keys() | second.keys()
    silent = sum(length.values()) - sum(length[clip] for clip in coded)
    return together(
        [
            Table(both=0, first=0, second=0, neither=silent),
            *(
                compare(first.get(clip, ()), second.get(clip, ()), length[clip])
                for clip in coded
            ),
        ]
    )


def _in_clips(said: _Said, themes: frozenset[ThemeId]) -> dict[ClipId, list[TimeRange]]:
    ranges: dict[ClipId, list[TimeRange]] = {}
    for theme in themes & said.keys():
        for clip, some in said[theme].items():
            ranges.setdefault(clip, []).extend(some)
    return ranges


def _compared(theme: Theme | None, tables: Sequence[Table]) -> Compared:
    total = together(tables)
    return Compared(theme, total, total.observed, kappa(tables), alpha(tables))
