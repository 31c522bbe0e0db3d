"""The codebook: all themes as a tree, and what stands for those that were merged.

A theme that was merged stays in the catalog and says into which: what somebody else
coded with it on another laptop meanwhile is found there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mediakit.model.ids import ThemeId
from mediakit.model.theme import Theme


@dataclass(frozen=True, slots=True)
class Codebook:
    """Themes, and which of them count.

    Attributes:
        themes: Those that count, in the order of the tree.
        merged: Those that were merged into others.
        standing: The theme that stands for each, itself among others, by id.
    """

    themes: tuple[Theme, ...]
    merged: tuple[Theme, ...]
    standing: Mapping[ThemeId, Theme]

    def below(self, top: Theme) -> frozenset[ThemeId]:
        """Return the ids that mean *top* or a theme below it, merged ones too."""
        return frozenset(
            id_ for id_, theme in self.standing.items() if top.contains(theme)
        )

    def family(self, top: Theme) -> tuple[Theme, ...]:
        """Return *top* and the themes below it, but no other with the same path.

        Two laptops may have chosen one path.
        """
        return tuple(
            theme
            for theme in self.themes
            if theme.id == top.id or (top.contains(theme) and theme.path != top.path)
        )

    def merged_into(self, theme: Theme) -> tuple[Theme, ...]:
        """Return the themes that *theme* stands for."""
        return tuple(one for one in self.merged if self.standing[one.id] == theme)


def codebook(themes: Iterable[Theme]) -> Codebook:
    """Return the codebook of all themes of a catalog."""
    by_id = {theme.id: theme for theme in themes}
    standing = {theme.id: _standing(theme, by_id) for theme in by_id.values()}
    count = (theme for theme in by_id.values() if standing[theme.id] is theme)
    return Codebook(
        tuple(sorted(count, key=lambda theme: (theme.path.split("/"), theme.id))),
        tuple(theme for theme in by_id.values() if standing[theme.id] is not theme),
        standing,
    )


def _standing(theme: Theme, by_id: Mapping[ThemeId, Theme]) -> Theme:
    line = [theme]
    while (id_ := line[-1].merged_into) is not None and id_ in by_id:
        into = by_id[id_]
        if into in line:
            # two laptops merged two themes, each into the other one
            return min(line[line.index(into) :], key=lambda one: one.id)
        line.append(into)
    return line[-1]
