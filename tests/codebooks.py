"""Themes and codings for tests."""

from mediakit.model.coding import Coding
from mediakit.model.ids import ClipId, CodingId, ThemeId
from mediakit.model.stamp import Stamp
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange


def a_theme(
    path: str,
    *,
    id: str = "",  # noqa: A002 named as the field
    merged_into: str = "",
    archived: bool = False,
    synonyms: dict[str, tuple[str, ...]] | None = None,
    definition: str = "",
) -> Theme:
    """Return a theme whose id is made of its path."""
    return Theme(
        id=ThemeId(id or "th-" + path.replace("/", "0").replace("-", "0")),
        path=path,
        labels={"und": path.rpartition("/")[2]},
        merged_into=ThemeId(merged_into) if merged_into else None,
        archived=archived,
        synonyms=synonyms or {},
        definition=definition,
    )


def a_coding(
    id: str,  # noqa: A002 named as the field
    theme: Theme,
    part: tuple[int, int] | None = None,
    *,
    clip: str = "c-0000000001",
    by: str = "Awa",
    strong: bool = False,
    memo: str = "",
) -> Coding:
    """Return a coding by somebody."""
    return Coding(
        id=CodingId(id),
        clip=ClipId(clip),
        theme=theme.id,
        range=TimeRange(*part) if part else None,
        strong=strong,
        memo=memo,
        coder=by,
        created=Stamp("2026-03-01T09:30:00Z", by),
    )
