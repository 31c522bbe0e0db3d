"""``mediakit playlist add``: put something on a playlist."""

from gettext import gettext as _
from typing import Any

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.options import json_option
from mediakit.cli.passage_options import Where, passage_options
from mediakit.cli.playlist_adding import put_on, wanted_part
from mediakit.cli.playlist_options import item_options, said_of_item, title_option


@click.command(
    "add",
    help=_(
        "Put an excerpt, what a researcher coded, a clip, or a part of a clip at the "
        "end of a playlist, with the question to ask after it. What there is to know "
        "before it is shown is said at once: see 'mediakit playlist check'.\n\n"
        "Titles, questions and notes may be given in several languages, as "
        'fr:"Et chez nous ?"; without one, they are in the first language of the '
        "session, or of the library.\n\n"
        "\b\n"
        "Examples:\n"
        '  mediakit playlist add pl-3f8 x-2m8 --ask "Et chez nous ?" --pause\n'
        '  mediakit playlist add pl-3f8 c-7k3 --from 1:02 --to 1:31 --ask en:"Why?"\n'
        '  mediakit playlist add pl-3f8 c-7k3 --quote "manque de confiance"'
    ),
)
@click.argument("playlist", metavar=_("PLAYLIST"))
@click.argument("shown", metavar=_("EXCERPT|CODING|CLIP"))
@passage_options
@item_options
@title_option(_("What the room may read of it."))
@json_option
@pass_app
def add(app: App, /, playlist: str, shown: str, where: Where, **typed: Any) -> None:
    """Put something on a playlist and print what it is called there."""
    facts = said_of_item(typed)
    put_on(app, playlist, [wanted_part(app, shown, where)], facts)
