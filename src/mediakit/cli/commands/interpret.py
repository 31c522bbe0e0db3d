"""``mediakit interpret``: oral translation, for languages that no model knows."""

from gettext import gettext as _

import click

from mediakit.cli.commands.interpret_cut import command as cut
from mediakit.cli.commands.interpret_import import command as import_folder
from mediakit.cli.commands.interpret_record import command as record


class _RecordsByDefault(click.Group):
    """A group that takes a clip for a command to record its interpretation."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was typed, or the one that records."""
        if args[0] in self.commands:
            return super().resolve_command(ctx, args)
        return "record", self.commands["record"], args


@click.group(
    "interpret",
    cls=_RecordsByDefault,
    subcommand_metavar=_("CLIP | COMMAND [ARGS]..."),
    help=_(
        "Oral translation, for languages that no model knows: an interpreter says what "
        "each segment means, and a model writes down the interpreter. With a clip "
        "alone, it is played and recorded here, as with 'mediakit interpret record'."
        "\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit interpret c-7k3 --to fr --by Fanta\n"
        "  mediakit interpret import c-7k3 recordings --to fr --by Fanta"
    ),
)
def command() -> None:
    """Hold the verbs."""


for verb in (record, import_folder, cut):
    command.add_command(verb)
