"""How codings are shown."""

import itertools
from collections.abc import Iterable, Iterator
from gettext import gettext as _

from mediakit.cli.app import App
from mediakit.cli.output import fitted
from mediakit.cli.theme_texts import archived
from mediakit.i18n.values import doubt
from mediakit.model.codebook import codebook
from mediakit.model.coding import Coding
from mediakit.model.leaving import WITHHELD
from mediakit.model.printable import printable
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange, format_time
from mediakit.workflows.list_codings import ListedCoding


def coding_line(coding: Coding, theme: str, clip: str = "") -> str:
    """Return a coding in one line.

    Args:
        coding: The coding.
        theme: What to call its theme.
        clip: What to call its clip, if that is not clear.
    """
    parts = (coding.id, clip, times(coding.range), theme, _marks(coding))
    return "  ".join(filter(None, parts))


def told_coding(app: App, coding: Coding) -> str:
    """Return a coding in one line, its theme by its path."""
    themes = codebook(app.workspace.catalog.read().all(Theme)).standing
    theme = themes.get(coding.theme)
    return coding_line(coding, theme.path if theme else coding.theme, coding.clip)


def listing(listed: Iterable[ListedCoding]) -> Iterator[str]:
    """Yield codings below their clips, with what is said there and why."""
    for _clip, group in itertools.groupby(listed, key=lambda one: one.coding.clip):
        codings = list(group)
        clip = codings[0].clip
        yield f"{codings[0].coding.clip}  {clip.title if clip else ''}".rstrip()
        for line, one in zip(fitted([*map(_cells, codings)]), codings, strict=True):
            yield line
            yield from _details(one)


def _cells(listed: ListedCoding) -> tuple[str, ...]:
    coding, theme = listed.coding, listed.theme
    about = archived(theme, theme.path) if theme else coding.theme
    return f"  {coding.id}", times(coding.range), coding.coded_by, about


def _details(listed: ListedCoding) -> Iterator[str]:
    if listed.withheld:
        yield "    > " + doubt(WITHHELD)
    elif listed.words:
        yield "    > " + printable(listed.words).replace("\n", " ")
    if listed.coding.strong:
        yield "    " + _("A strong quote")
    if listed.coding.memo:
        yield "    " + _("Memo: {text}").format(text=listed.coding.memo)
    if listed.coding.search:
        yield "    " + _("Found by: {words}").format(words=listed.coding.search)


def _marks(coding: Coding) -> str:
    marks = [_("strong quote")] if coding.strong else []
    if coding.coded_by:
        marks.append(coding.coded_by)
    return f"[{', '.join(marks)}]"


def times(range_: TimeRange | None) -> str:
    """Return where a coding is."""
    if range_ is None:
        return _("the whole clip")
    return f"{format_time(range_.start)} - {format_time(range_.end)}"
