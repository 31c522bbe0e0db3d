"""``mediakit voiceover``: what interpreters say over excerpts."""

from gettext import gettext as _
from pathlib import Path

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.leaving import working_copies
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, columns
from mediakit.cli.voiceover_texts import voiceover_line
from mediakit.model.timecode import format_time
from mediakit.workflows.keep_voiceover import keep_voiceover
from mediakit.workflows.list_voiceovers import Listed, list_voiceovers
from mediakit.workflows.remove_voiceover import remove_voiceover
from mediakit.workflows.say_interpretation import say_interpretation


@click.group(
    "voiceover",
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_("Excerpts said again in another language, by an interpreter."),
)
def command() -> None:
    """Hold the verbs."""


@command.command(
    "add",
    help=_(
        "Keep a recording in which an interpreter says an excerpt again, from its "
        "beginning on. Kits play it over the original, which is softer meanwhile. It "
        "must not take longer than the excerpt; silence at its end does not count. "
        "With --from-interpretation it is put together from what 'mediakit interpret' "
        "recorded.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit voiceover add x-2m8 fanta.m4a --language bm --by Fanta\n"
        "  mediakit voiceover add x-2m8 --language fr --from-interpretation"
    ),
)
@click.argument("excerpt", metavar=_("EXCERPT"))
@click.argument(
    "file",
    metavar=_("[FILE]"),
    required=False,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
)
@click.option(
    "--language", required=True, metavar="LANG", help=_("What is spoken, as bm.")
)
@click.option(
    "--by",
    default="",
    metavar=_("NAME"),
    help=_("Who speaks, by the name they agree to be called by."),
)
@click.option(
    "--from-interpretation",
    is_flag=True,
    help=_("Take the recordings of an oral translation, the newest or --by's."),
)
@json_option
@pass_app
def add(
    app: App,
    excerpt: str,
    file: Path | None,
    language: str,
    by: str,
    from_interpretation: bool,
) -> None:
    """Keep a voice-over and print it."""
    if (file is None) != from_interpretation:
        raise click.UsageError(_("Name a recording, or say --from-interpretation."))
    library, catalog = app.workspace.library, app.workspace.catalog
    purpose, by = working_copies(app), by.strip()
    if file is None:
        kept = say_interpretation(
            library, catalog, excerpt, language=language, by=by, purpose=purpose
        )
    else:
        kept = keep_voiceover(
            library, catalog, excerpt, file, language=language, by=by, purpose=purpose
        )
    line = voiceover_line(kept.voiceover)
    there = _("{voiceover} (there already)").format(voiceover=line)
    answer(app, kept, [line if kept.is_new else there])


@command.command(
    "list",
    help=_(
        "List the voice-overs, of all excerpts or of one. Where there are several in a "
        "language, kits take the newest.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit voiceover list x-2m8"
    ),
)
@click.argument("excerpt", metavar=_("[EXCERPT]"), default="")
@click.option(
    "--language", default="", metavar="LANG", help=_("Only those in a language.")
)
@json_option
@pass_app
def show_list(app: App, excerpt: str, language: str) -> None:
    """Print one line a voice-over."""
    listed = list_voiceovers(
        app.workspace.catalog, typed_excerpt=excerpt, language=language
    )
    head = (_("Id"), _("Language"), _("Length"), _("By"), _("Excerpt"))
    rows = columns([head, *map(_row, listed)])
    nothing = [_("There are no voice-overs yet. 'mediakit voiceover add' keeps them.")]
    answer(app, listed, rows if listed else nothing)


@command.command(
    "remove",
    help=_(
        "Remove a voice-over. Its recording goes to the folder 'removed'; kits that "
        "were made with it stay as they are.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit voiceover remove vo-9m1"
    ),
)
@click.argument("voiceover", metavar=_("VOICEOVER"))
@json_option
@pass_app
def remove(app: App, voiceover: str) -> None:
    """Remove a voice-over and print what it was."""
    space = app.workspace
    removed = remove_voiceover(space.library, space.catalog, voiceover)
    answer(app, removed, [voiceover_line(removed)])


def _row(listed: Listed) -> tuple[str, ...]:
    one, excerpt = listed.voiceover, listed.excerpt
    title = excerpt.title if excerpt else ""
    return (
        one.id,
        one.language,
        format_time(one.duration),
        one.by or "-",
        f"{one.excerpt}  {title}".rstrip(),
    )
