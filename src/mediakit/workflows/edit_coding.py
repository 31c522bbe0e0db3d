"""Change codings, and take them back."""

from collections.abc import Sequence
from dataclasses import replace

from mediakit.catalog.catalog import Catalog
from mediakit.model.coding import Coding
from mediakit.model.timecode import TimeRange
from mediakit.workflows.add_coding import Remarks
from mediakit.workflows.find_theme import find_theme_in_use


def find_coding(catalog: Catalog, typed: str) -> Coding:
    """Return a coding.

    Raises:
        RecordNotFound, IdAmbiguous: It is not found.
    """
    return catalog.read().find(Coding, typed)


def edit_coding(
    catalog: Catalog,
    typed: str,
    *,
    theme: str = "",
    range_: TimeRange | None = None,
    remarks: Remarks,
) -> Coding:
    """Change a coding and return it; what is not given stays. So does its coder.

    Args:
        catalog: Where it is.
        typed: The coding.
        theme: Another theme.
        range_: Another passage of its clip.
        remarks: What else is said of it.

    Raises:
        RecordNotFound, ThemeNotFound, IdAmbiguous: A record is not found.
        ThemeArchived: The theme is no longer used.
    """
    with catalog.change() as change:
        coding = change.find(Coding, typed)
        coder = remarks.coder or coding.coded_by
        by = coding.created.by if coding.created else ""
        return change.put(
            replace(
                coding,
                theme=find_theme_in_use(change, theme).id if theme else coding.theme,
                range=range_ or coding.range,
                memo=coding.memo if remarks.memo is None else remarks.memo,
                strong=coding.strong if remarks.strong is None else remarks.strong,
                coder="" if coder == by else coder,
            )
        )


def remove_codings(catalog: Catalog, typed: Sequence[str]) -> list[Coding]:
    """Remove codings, all or none, and return what they were.

    Raises:
        RecordNotFound, IdAmbiguous: One is not found.
    """
    with catalog.change() as change:
        codings = {one.id: one for one in (change.find(Coding, t) for t in typed)}
        for id_ in codings:
            change.remove(Coding, id_)
        return list(codings.values())
