"""Themes: the nodes of the codebook tree."""

import re
import unicodedata
from dataclasses import dataclass, field

from mediakit.errors.themes import ThemePathInvalid
from mediakit.errors.typed import LabelNotUnderstood
from mediakit.model.ids import ThemeId
from mediakit.model.language import normalize_tag, primary
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
        synonyms: Other words for it, by language tag: what people say who mean it.
        archived: Nothing new is sorted by it; what is stays.
        merged_into: The theme that stands for it since they became one.
    """

    id: ThemeId
    path: str
    labels: dict[str, str]
    definition: str = ""
    colour: str = ""
    icon: str = ""
    synonyms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    archived: bool = False
    merged_into: ThemeId | None = None
    created: Stamp | None = None
    changed: Stamp | None = None

    @property
    def level(self) -> str:
        """The last level of its path, as ``trust-in-forces``."""
        return self.path.rpartition("/")[2]

    def label(self, language: str) -> str:
        """Return what it is called in a language, or else what it is called first."""
        for tag, text in self.labels.items():
            if primary(tag) == primary(language):
                return text
        return next(iter(self.labels.values()), self.level)

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


def parse_label(typed: str) -> tuple[str, str]:
    """Turn ``fr=Confiance`` into a language tag and a text.

    Raises:
        LabelNotUnderstood: It is not of this form.
        LanguageNotUnderstood: The language is no tag.
    """
    tag, equals, text = typed.partition("=")
    if not equals or not text.strip():
        raise LabelNotUnderstood(text=typed)
    return normalize_tag(tag), text.strip()
