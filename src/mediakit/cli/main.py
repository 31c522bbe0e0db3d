"""The command ``mediakit``: its commands by name, each loaded when it is used."""

from gettext import gettext as _
from importlib import import_module
from pathlib import Path

import click

from mediakit.cli.state import State


def _sections() -> list[tuple[str, dict[str, str]]]:
    """Return every command with the first line of its help, by section."""
    return [
        (
            _("Every day"),
            {
                "demo": _("Make a small library and run the whole loop on it."),
                "init": _("Make a library."),
                "add": _("Add video clips and sound bites."),
                "list": _("List the clips."),
                "show": _("Show the life of a clip."),
                "transcribe": _("Turn speech into text."),
                "search": _("Search what was said."),
                "trim": _("Cut an excerpt out of a clip."),
                "check": _("Verify every original, record, transcript and link."),
            },
        ),
        (
            _("Things in the library"),
            {
                "clip": _("Edit, sort and remove clips."),
                "transcript": _("Import, export, show and correct transcripts."),
                "interpret": _("Oral translation, for languages no model knows."),
                "translation": _("Write and import translations of what is said."),
                "excerpt": _("Excerpts of clips, and films made of several."),
                "voiceover": _("Excerpts said again in another language."),
                "playlist": _("What is to be shown to a room, and what it is asked."),
                "kit": _("Kits that were made of playlists."),
                "film": _("Films on paper, to be edited and checked."),
                "mask": _("Hide who does not want to be seen or heard."),
                "theme": _("The themes that clips are sorted by."),
                "code": _("Passages that are about a theme, and how far coders agree."),
                "session": _("The sessions where clips are recorded and screened."),
                "screening": _("What was shown at which session."),
                "reply": _("Which clip answers which screening."),
                "submission": _("What people sent in after a call for videos."),
                "person": _("The people who are heard and seen."),
                "voice": _("Who is heard or seen in which part of a clip."),
                "consent": _("What people agreed to, and what it opens."),
                "use": _("What left the library, and how to take it back."),
                "report": _("Tables, pages and spreadsheets of what is known."),
                "library": _("The library as a whole."),
            },
        ),
        (
            _("The dialogue"),
            {
                "thread": _("Show a clip, its answers, and the answers to those."),
                "owed": _("List the answers that were not carried back yet."),
            },
        ),
        (
            _("This machine"),
            {
                "model": _("The speech models on this machine."),
                "doctor": _("Tell what this machine can do."),
                "cluster": _("Let several machines transcribe together."),
            },
        ),
    ]


class LazyGroup(click.Group):
    """A group whose commands live in ``mediakit.cli.commands``, one file each."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in reading order."""
        del ctx
        return [name for _title, commands in _sections() for name in commands]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"mediakit.cli.commands.{cmd_name}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was typed, or suggest those that look like it."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            # Click knows only commands that are loaded
            names = self.list_commands(ctx)
            raise click.NoSuchCommand(args[0], possibilities=names, ctx=ctx) from error

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the commands by section, without loading any."""
        del ctx
        for title, commands in _sections():
            with formatter.section(title):
                formatter.write_dl(list(commands.items()))


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_(
        "Keep the video clips and sound bites of a dialogue programme: catalog, "
        "transcribe, search, trim, and remember where each was screened.\n\n"
        "Works offline. Commands work in any folder of a library.\n\n"
        "\b\n"
        "Try it on a small library made for you:\n"
        "  mediakit demo"
    ),
)
@click.option(
    "--library",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    envvar="MEDIAKIT_LIBRARY",
    metavar=_("FOLDER"),
    help=_("The library to work in, instead of the one around this folder."),
)
@click.option(
    "--verbose",
    is_flag=True,
    help=_(
        "Show more when something fails: the last lines of ffmpeg's own, or where in "
        "the program it was."
    ),
)
@click.version_option(package_name="mediakit", message="mediakit %(version)s")
@click.pass_obj
def root(state: State, folder: Path | None, verbose: bool) -> None:
    """Remember the options that come before the command."""
    state.folder, state.verbose = folder, verbose
