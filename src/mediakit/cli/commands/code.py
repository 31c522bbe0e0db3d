"""``mediakit code``: what is said where, sorted by theme, for research."""

from collections.abc import Iterable
from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.coding_texts import told_coding
from mediakit.cli.commands.code_agreement import command as agreement
from mediakit.cli.commands.code_exchange import export, import_file
from mediakit.cli.commands.code_list import command as list_
from mediakit.cli.leaving import today
from mediakit.cli.options import json_option
from mediakit.cli.output import answer
from mediakit.cli.passage_options import Where, chosen_passage, passage_options
from mediakit.model.coding import Coding
from mediakit.workflows.add_coding import Remarks, add_coding
from mediakit.workflows.edit_coding import edit_coding, find_coding, remove_codings
from mediakit.workflows.withhold_words import without_notes


@click.group(
    "code",
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_("Passages that are about a theme, and how far coders agree."),
)
def command() -> None:
    """Hold the verbs."""


for verb in (list_, agreement, import_file, export):
    command.add_command(verb)

_coder_option = click.option(
    "--coder",
    default="",
    metavar=_("NAME"),
    help=_("Who coded it, as on paper; else you."),
)


@command.command(
    "add",
    help=_(
        "Say that a passage of a clip is about a theme. It is kept as times of the "
        "recording: correcting a transcript moves nothing. Several coders may code "
        "the same passage, each for themselves; said again by the same one, it is "
        "changed. 'mediakit clip theme' sorts whole clips.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit code add c-7k3 trust --from 1:02 --to 1:31.5\n"
        '  mediakit code add c-7k3 trust --quote "manque de confiance" --strong\n'
        '  mediakit code add c-7k3 trust --segments 4-7 --memo "Of the army, not us"'
    ),
)
@click.argument("clip", metavar=_("CLIP"))
@click.argument("theme", metavar=_("THEME"))
@passage_options
@click.option("--memo", metavar=_("TEXT"), help=_("Why it is coded so."))
@click.option(
    "--strong/--not-strong",
    default=None,
    help=_("Whether it is worth quoting: a strong quote."),
)
@_coder_option
@json_option
@pass_app
def add(
    app: App,
    clip: str,
    theme: str,
    where: Where,
    memo: str | None,
    strong: bool | None,
    coder: str,
) -> None:
    """Code a passage and print the coding."""
    chosen = chosen_passage(app, clip, where)
    remarks = Remarks(memo=memo, strong=strong, coder=coder.strip())
    coding = add_coding(app.workspace.catalog, chosen, theme, remarks)
    (told,) = _told(app, [coding])
    answer(app, told, [told_coding(app, told)])


@command.command(
    "edit",
    help=_(
        "Change a coding: its theme, its passage, its memo, whether it is a strong "
        "quote. Who coded it stays.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit code edit k-4k2 --theme insecurity/roads\n"
        "  mediakit code edit k-4k2 --from 1:04 --to 1:30 --strong"
    ),
)
@click.argument("coding", metavar=_("CODING"))
@click.option("--theme", default="", metavar=_("THEME"), help=_("Another theme."))
@passage_options
@click.option("--memo", metavar=_("TEXT"), help=_("Why it is coded so."))
@click.option(
    "--strong/--not-strong",
    default=None,
    help=_("Whether it is worth quoting: a strong quote."),
)
@click.option("--coder", default="", metavar=_("NAME"), help=_("Who really coded it."))
@json_option
@pass_app
def edit(
    app: App,
    coding: str,
    theme: str,
    where: Where,
    memo: str | None,
    strong: bool | None,
    coder: str,
) -> None:
    """Change a coding and print it."""
    catalog = app.workspace.catalog
    clip = find_coding(catalog, coding).clip
    range_ = chosen_passage(app, clip, where).range if where else None
    remarks = Remarks(memo=memo, strong=strong, coder=coder.strip())
    changed = edit_coding(catalog, coding, theme=theme, range_=range_, remarks=remarks)
    (told,) = _told(app, [changed])
    answer(app, told, [told_coding(app, told)])


@command.command(
    "remove",
    help=_(
        "Take codings back; the recording and its transcripts stay as they are.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit code remove k-4k2 k-9x1"
    ),
)
@click.argument("codings", metavar=_("CODING..."), nargs=-1, required=True)
@json_option
@pass_app
def remove(app: App, codings: tuple[str, ...]) -> None:
    """Remove codings and print what they were."""
    removed = _told(app, remove_codings(app.workspace.catalog, codings))
    answer(app, removed, [told_coding(app, one) for one in removed])


def _told(app: App, codings: Iterable[Coding]) -> list[Coding]:
    """Return codings without what nobody may be told of them."""
    return without_notes(app.workspace.catalog.read(), codings, today())
