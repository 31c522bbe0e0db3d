"""``mediakit demo``: the whole loop on a small library, with the real commands."""

from gettext import gettext as _
from pathlib import Path

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.demo_acts import (
    Demo,
    code,
    film,
    follow,
    name_people,
    screen,
    sort,
    withdraw,
)
from mediakit.cli.demo_evening import carry, prepare
from mediakit.cli.demo_film import edit
from mediakit.cli.output import say
from mediakit.machine import samples
from mediakit.workspace import open_workspace


@click.command(
    "demo",
    help=_(
        "Make a small library in FOLDER (mediakit-demo if not given) and run the whole "
        "loop on it: add, transcribe, search, trim, screen, answer, withdraw, check, "
        "and carry an evening away. Each command is shown as you would type it. Takes "
        "about a minute; needs no network.\n\n"
        "The voices are synthetic, and the speech model knows only their sentences.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit demo"
    ),
)
@click.argument(
    "folder", metavar=_("[FOLDER]"), type=click.Path(path_type=Path), required=False
)
@pass_app
def command(app: App, folder: Path | None) -> None:
    """Run the loop, then say what to try next."""
    model = open_workspace(samples())
    demo = Demo(
        app, folder or Path("mediakit-demo"), model.catalog.read(), model.library
    )
    demo.run("init", str(demo.folder), "--name", model.settings.name, outside=True)
    demo.tell(_("People meet, and are recorded."))
    film(demo)
    demo.run("list")
    demo.tell(_("What they said is written down, and can be searched."))
    demo.run("transcribe", "--model", "demo")
    demo.run("search", "confiance")
    demo.run("search", '"lack of trust"', "--language", "en")
    demo.tell(_("Who is heard and seen, and what each agreed to."))
    name_people(demo)
    demo.tell(_("What it is about, and which themes the sessions chose."))
    sort(demo)
    demo.tell(_("Researchers code what was said where, each for themselves."))
    code(demo)
    demo.tell(_("Clips are shown to other groups, who answer them."))
    screen(demo)
    demo.tell(_("Where the dialogue stands, and who waits for an answer."))
    follow(demo)
    demo.tell(_("A cut is given away; then the person in it withdraws."))
    withdraw(demo)
    demo.tell(_("An evening is prepared for people who speak several languages."))
    prepare(demo)
    demo.tell(_("A film is edited on paper, out of what they said."))
    edit(demo)
    demo.run("check")
    demo.tell(_("The evening is put on a stick, for any laptop with a browser."))
    page = carry(demo)
    say("")
    say(_("The library is in {folder}. Go there and try:").format(folder=demo.folder))
    for line in (
        "mediakit list",
        'mediakit search "école OR school"',
        "mediakit person list",
        "mediakit report quotes",
        "mediakit use recall",
        "mediakit --help",
    ):
        say(f"  {line}")
    say(_("Open the evening with a double click on {page}").format(page=page))
