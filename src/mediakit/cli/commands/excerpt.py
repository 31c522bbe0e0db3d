"""``mediakit excerpt``: parts of clips that people chose, and films made of them."""

from collections.abc import Iterator
from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.commands.excerpt_join import join
from mediakit.cli.film_texts import in_film
from mediakit.cli.labels import session_line
from mediakit.cli.leaving import today
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, columns
from mediakit.cli.playlist_texts import on_playlist
from mediakit.cli.use_texts import stale_mark, use_line, use_marks
from mediakit.cli.voiceover_texts import voiceover_line
from mediakit.i18n.values import outcome
from mediakit.model.excerpt import Excerpt
from mediakit.model.timecode import format_time
from mediakit.workflows.edit_excerpt import edit_excerpt
from mediakit.workflows.list_excerpts import list_excerpts
from mediakit.workflows.remove_excerpt import remove_excerpt
from mediakit.workflows.show_excerpt import ExcerptLife, show_excerpt


@click.group(
    "excerpt",
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_("Excerpts of clips, and films made of several."),
)
def command() -> None:
    """Hold the verbs."""


command.add_command(join)


@command.command(
    "list",
    help=_(
        "List the excerpts, of all clips or of one.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit excerpt list --clip c-7k3"
    ),
)
@click.option("--clip", default="", metavar=_("CLIP"), help=_("Only those of a clip."))
@json_option
@pass_app
def show_list(app: App, clip: str) -> None:
    """Print one line an excerpt."""
    listed = list_excerpts(app.workspace.catalog, today(), clip)
    head = (_("Id"), _("From"), _("To"), _("Title"), _("Clip"))
    rows = [
        (
            one.excerpt.id,
            *_times(one.excerpt),
            one.excerpt.title or one.excerpt.quote or "-",
            one.clip.title if one.clip else one.excerpt.clip,
        )
        for one in listed
    ]
    nothing = [_("There are no excerpts yet. 'mediakit trim' makes them.")]
    answer(app, listed, columns([head, *rows]) if rows else nothing)


@command.command(
    "show",
    help=_(
        "Tell what became of an excerpt: what was made from it, where it was shown.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit excerpt show x-2m8"
    ),
)
@click.argument("excerpt", metavar=_("EXCERPT"))
@json_option
@pass_app
def show(app: App, excerpt: str) -> None:
    """Print everything linked to an excerpt."""
    life = show_excerpt(app.workspace.catalog, excerpt, today())
    answer(app, life, _lines(life))


@command.command(
    "edit",
    help=_(
        "Change what people call an excerpt. Its times stay: what was cut and shown "
        "was this part.\n\n"
        "\b\n"
        "Example:\n"
        '  mediakit excerpt edit x-2m8 --title "The well"'
    ),
)
@click.argument("excerpt", metavar=_("EXCERPT"))
@click.option(
    "--title",
    required=True,
    metavar=_("TITLE"),
    help=_("What people will call the excerpt."),
)
@json_option
@pass_app
def edit(app: App, excerpt: str, title: str) -> None:
    """Change an excerpt and print it."""
    catalog = app.workspace.catalog
    changed = edit_excerpt(catalog, excerpt, title=title.strip(), day=today())
    answer(app, changed, [_line(changed)])


@command.command(
    "remove",
    help=_(
        "Remove an excerpt that was not screened. Its clip stays as it is, and so do "
        "files and records of what was made from it. Its voice-overs go to the folder "
        "'removed'.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit excerpt remove x-2m8"
    ),
)
@click.argument("excerpt", metavar=_("EXCERPT"))
@click.option(
    "--with-history",
    is_flag=True,
    help=_(
        "Also if something was made from it, or it is on a playlist or in a film; all "
        "keep its times."
    ),
)
@json_option
@pass_app
def remove(app: App, excerpt: str, with_history: bool) -> None:
    """Remove an excerpt and print what it was."""
    space = app.workspace
    removed = remove_excerpt(
        space.library, space.catalog, excerpt, day=today(), with_history=with_history
    )
    answer(app, removed, [_line(removed)])


def _times(excerpt: Excerpt) -> tuple[str, str]:
    return format_time(excerpt.range.start), format_time(excerpt.range.end)


def _line(excerpt: Excerpt) -> str:
    start, end = _times(excerpt)
    return f"{excerpt.id}  {start} - {end}  {excerpt.title or excerpt.quote}"


def _lines(life: ExcerptLife) -> Iterator[str]:
    mark = f"  [{stale_mark()}]" if life.excerpt.id in life.stale else ""
    yield _line(life.excerpt).rstrip() + mark
    clip = life.excerpt.clip
    yield _("Clip: {clip}").format(
        clip=f"{clip}  {life.clip.title}" if life.clip else clip
    )
    if life.excerpt.title and life.excerpt.quote:
        yield _("Words: {quote}").format(quote=life.excerpt.quote)
    if life.voiceovers:
        yield _("Voice-overs:")
    for voiceover in life.voiceovers:
        yield f"  {voiceover_line(voiceover)}"
    yield _("Screened at:") if life.screened else _("Screened at: nowhere yet")
    for screening, session in life.screened:
        place = session_line(session) if session else screening.session
        told = _("{session}: {outcome}").format(
            session=place, outcome=outcome(screening.outcome)
        )
        yield f"  {screening.id}  {told}"
    yield from map(on_playlist, life.playlists)
    yield from map(in_film, life.films)
    yield _("Made from it:") if life.uses else _("Made from it: nothing yet")
    for use in life.uses:
        marks = use_marks(use, stale=use.id in life.stale)
        yield f"  {use.id}  {use_line(use)}" + (f"  [{marks}]" if marks else "")
