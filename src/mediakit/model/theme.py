"""Themes: the nodes of the codebook tree."""

import re
import unicodedata
from dataclasses import dataclass

from mediakit.errors.themes import ThemePathInvalid
from mediakit.model.ids import ThemeId
from mediakit.model.stamp import Stamp

_NOT_WORDS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A subject that clips and passages are sorted by.

    Attributes:
        id: As ``th-…``.
        path: Its place in the tree, as ``insecurity/trust-in-forces``.
        labels: What it is called, by language tag.
        definition: When to use it.
        colour: ``#rrggbb`` or empty.
        icon: One symbol or emoji, or empty.
    """

    id: ThemeId
    path: str
    labels: dict[str, str]
    definition: str = ""
    colour: str = ""
    icon: str = ""
    created: Stamp | None = None
    changed: Stamp | None = None

    def contains(self, other: "Theme") -> bool:
        """Tell whether *other* is this theme or one below it."""
        return other.path == self.path or other.path.startswith(f"{self.path}/")


def theme_path(typed: str) -> str:
    """Turn ``Insécurité / Confiance`` into ``insecurite/confiance``.

    Raises:
        ThemePathInvalid: A level has no letter or digit.
    """
    folded = unicodedata.normalize("NFKD", typed.casefold())
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    levels = [_NOT_WORDS.sub("-", level).strip("-") for level in plain.split("/")]
    if not all(levels):
        raise ThemePathInvalid(text=typed)
    return "/".join(levels)
