"""Say that a passage of a clip is about a theme."""

from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Catalog, Change
from mediakit.model.clip import Clip
from mediakit.model.coding import Coding
from mediakit.model.ids import ClipId, CodingId
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange
from mediakit.workflows.find_passage import Chosen
from mediakit.workflows.find_theme import find_theme_in_use


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    """What is said of a coding beside its theme; ``None`` leaves what was said.

    Attributes:
        memo: Why it was coded so.
        strong: Whether it is worth quoting.
        coder: Who coded it, if that is not who types.
        search: What was searched for to find it.
    """

    memo: str | None = None
    strong: bool | None = None
    coder: str = ""
    search: str = ""


def add_coding(
    catalog: Catalog, chosen: Chosen, typed: str, remarks: Remarks
) -> Coding:
    """Code a passage with a theme and return the coding.

    Several coders may code the same passage: each has a coding of their own. Said
    again by the same one, it is changed.

    Args:
        catalog: Where it is recorded.
        chosen: The passage; only its clip and times are kept.
        typed: The theme.
        remarks: What else is said of it.

    Raises:
        ClipNotFound: The clip is gone.
        ThemeNotFound, IdAmbiguous: The theme is not found.
        ThemeArchived: It is no longer used.
    """
    with catalog.change() as change:
        theme = find_theme_in_use(change, typed)
        clip = change.get(Clip, chosen.clip.id).id
        known = known_coding(change, theme, clip, chosen.range, remarks.coder)
        return put_coding(change, known, theme, clip, chosen.range, remarks)


def known_coding(
    change: Change, theme: Theme, clip: ClipId, range_: TimeRange, coder: str
) -> Coding | None:
    """Return what the same coder said of the same passage and theme before."""
    who = coder or change.author
    for coding in change.all(Coding):
        if (coding.clip, coding.range, coding.theme) == (clip, range_, theme.id) and (
            coding.coded_by == who
        ):
            return coding
    return None


def put_coding(
    change: Change,
    known: Coding | None,
    theme: Theme,
    clip: ClipId,
    range_: TimeRange,
    remarks: Remarks,
) -> Coding:
    """Record a coding, anew or in the place of the *known* one."""
    coding = known or Coding(
        id=CodingId(change.new_id(Coding)),
        clip=clip,
        theme=theme.id,
        range=range_,
        coder="" if remarks.coder == change.author else remarks.coder,
        search=remarks.search,
    )
    return change.put(
        replace(
            coding,
            memo=coding.memo if remarks.memo is None else remarks.memo,
            strong=coding.strong if remarks.strong is None else remarks.strong,
        )
    )
