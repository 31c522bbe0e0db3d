"""How the codebook is shown: labels in the person's language, the tree, and counts."""

import os
from collections.abc import Iterable, Iterator
from gettext import gettext as _
from gettext import ngettext

from mediakit.cli.output import fitted
from mediakit.i18n.language import machine_language, wanted_language
from mediakit.model.coding_counts import CodingCounts
from mediakit.model.theme import Theme
from mediakit.model.timecode import format_time
from mediakit.workflows.list_themes import ListedTheme
from mediakit.workflows.move_theme import Moved

_INDENT = "  "


def label(theme: Theme) -> str:
    """Return what a theme is called in the person's language, with its icon."""
    language = wanted_language(os.environ, machine_language())
    name = f"{theme.icon} {theme.label(language)}".strip()
    return archived(theme, name)


def archived(theme: Theme, name: str) -> str:
    """Return what a theme is called with a mark if it is no longer used."""
    return _("(archived) {theme}").format(theme=name) if theme.archived else name


def tree(listed: Iterable[ListedTheme]) -> list[str]:
    """Return the themes as a tree, with the levels that only have themes below them."""
    rows = []
    shown: set[str] = set()
    for one in listed:
        path = one.theme.path
        levels = path.split("/")
        for depth in range(1, len(levels)):
            above = "/".join(levels[:depth])
            if above not in shown:
                shown.add(above)
                name = _INDENT * (depth - 1) + levels[depth - 1]
                rows.append(("", "", "", above, name))
        shown.add(path)
        name = _INDENT * (len(levels) - 1) + label(one.theme)
        counts = (str(one.counts.clips), str(one.counts.codings))
        rows.append((one.theme.id, *counts, path, name))
    head = (_("Id"), _("Clips"), _("Codings"), _("Path"), _("Theme"))
    return fitted([head, *rows]) if rows else []


def counted(counts: CodingCounts) -> str:
    """Return what codings come to, in one line."""
    parts = [
        ngettext("{count} coding", "{count} codings", counts.codings).format(
            count=counts.codings
        ),
        ngettext("{count} clip", "{count} clips", counts.clips).format(
            count=counts.clips
        ),
        _("{time} coded").format(time=format_time(counts.time)),
    ]
    if counts.strong:
        strong = ngettext(
            "{count} strong quote", "{count} strong quotes", counts.strong
        )
        parts.append(strong.format(count=counts.strong))
    if counts.coders:
        parts.append(_("by {names}").format(names=", ".join(counts.coders)))
    return ", ".join(parts)


def moved_lines(moved: Moved) -> Iterator[str]:
    """Yield what a change of the codebook moved: themes first."""
    yield f"{moved.theme.id}  {moved.theme.path}  {label(moved.theme)}"
    for step in moved.steps:
        if step.before != step.theme.path:
            yield f"  {step.before} -> {step.theme.path}"
        elif step.theme.id != moved.theme.id:
            yield f"  {step.before}"


def what_went_along(moved: Moved) -> str:
    """Return how many codings and decisions went with themes."""
    return _(
        "What goes with it: codings: {codings}, in clips: {clips}; decisions of "
        "sessions: {sessions}."
    ).format(codings=moved.codings, clips=moved.clips, sessions=moved.sessions)
