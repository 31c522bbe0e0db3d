"""Code what a search found: ask after showing what would be coded."""

from dataclasses import dataclass
from gettext import gettext as _
from gettext import ngettext

import click

from mediakit.cli.app import App
from mediakit.cli.asking import be_sure
from mediakit.cli.output import say
from mediakit.model.theme import Theme
from mediakit.workflows.code_passages import (
    Coded,
    code_passages,
    passages_to_code,
    theme_to_code,
)
from mediakit.workflows.search_transcripts import Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """What was typed about coding what is found.

    Attributes:
        theme: The theme; none to code nothing.
        yes: Do not ask.
        dry_run: Only show what would be coded.
    """

    theme: Theme | None
    yes: bool
    dry_run: bool


def coding_wanted(app: App, theme: str, *, yes: bool, dry_run: bool) -> Coding:
    """Return what was typed about coding; refuse what does not go with ``--code``.

    Raises:
        click.UsageError: The options do not go together.
        ThemeNotFound, IdAmbiguous, ThemeArchived: The theme is none to code with.
    """
    if not theme and (yes or dry_run):
        raise click.UsageError(_("--yes and --dry-run go with --code."))
    if yes and dry_run:
        raise click.UsageError(_("Choose one of --yes and --dry-run."))
    about = theme_to_code(app.workspace.catalog, theme) if theme else None
    return Coding(theme=about, yes=yes, dry_run=dry_run)


def code_found(
    app: App, found: Found, theme: Theme, coding: Coding, typed: str
) -> Coded | None:
    """Code the passages that were shown with a theme, if the person says yes.

    Returns:
        What was coded; ``None`` if nothing was.
    """
    count = len(passages_to_code(found.hits))
    if coding.dry_run:
        told = ngettext(
            "{count} passage would be coded with {theme}. Nothing was changed.",
            "{count} passages would be coded with {theme}. Nothing was changed.",
            count,
        )
        say(told.format(count=count, theme=theme.path))
    if coding.dry_run or not count:
        return None
    if not coding.yes:
        question = ngettext(
            "Code this {count} passage with {theme}?",
            "Code these {count} passages with {theme}?",
            count,
        )
        text = question.format(count=count, theme=theme.path)
        be_sure(text)
    coded = code_passages(app.workspace.catalog, found.hits, theme.id, typed)
    told = _("Coded: {added}; coded so by you before: {known}.")
    say(told.format(added=len(coded.added), known=len(coded.known)))
    return coded
