"""How codings are shown."""

from collections.abc import Iterator
from gettext import gettext as _

from mediakit.cli.output import printable
from mediakit.cli.theme_texts import label
from mediakit.cli.transcript_texts import doubt
from mediakit.model.coding import Coding
from mediakit.model.leaving import WITHHELD
from mediakit.model.timecode import TimeRange, format_time
from mediakit.workflows.list_codings import ListedCoding


def coding_line(coding: Coding, theme: str, clip: str = "") -> str:
    """Return a coding in one line.

    Args:
        coding: The coding.
        theme: What to call its theme.
        clip: What to call its clip, if that is not clear.
    """
    marks = [_("strong quote")] if coding.strong else []
    if coding.coded_by:
        marks.append(coding.coded_by)
    parts = (coding.id, clip, times(coding.range), theme, f"[{', '.join(marks)}]")
    return "  ".join(filter(None, parts))


def listed_lines(listed: ListedCoding) -> Iterator[str]:
    """Yield a coding with what is said there and why it was coded so."""
    clip = f"{listed.coding.clip} {listed.clip.title if listed.clip else ''}".strip()
    theme = listed.theme
    about = f"{theme.path} ({label(theme)})" if theme else listed.coding.theme
    yield coding_line(listed.coding, about, clip)
    if listed.withheld:
        yield "    > " + doubt(WITHHELD)
    elif listed.words:
        yield "    > " + printable(listed.words).replace("\n", " ")
    if listed.coding.memo:
        yield "    " + _("Memo: {text}").format(text=listed.coding.memo)
    if listed.coding.search:
        yield "    " + _("Found by: {words}").format(words=listed.coding.search)


def times(range_: TimeRange | None) -> str:
    """Return where a coding is."""
    if range_ is None:
        return _("the whole clip")
    return f"{format_time(range_.start)} - {format_time(range_.end)}"
