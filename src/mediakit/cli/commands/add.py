"""``mediakit add``: add video clips and sound bites."""

from gettext import gettext as _
from pathlib import Path

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.leaving import working_copies
from mediakit.cli.media_texts import media_kind
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, columns
from mediakit.cli.preparing import Preparing
from mediakit.cli.taking_in import conclude, refusals, remark, watched
from mediakit.model.timecode import format_time
from mediakit.workflows.add_media import add_media
from mediakit.workflows.find_media import find_media
from mediakit.workflows.keep_media import Added, How
from mediakit.workflows.take_in_file import NotAdded


@click.command(
    "add",
    help=_(
        "Add video clips and sound bites: files, and folders with all that is below "
        "them. They are copied into the library, and never changed. What is in the "
        "library already is recognised by its content, so the same command can be "
        "typed again after an interruption. A cut or film that was made here keeps "
        "the people who are in it when it comes back; one that another program "
        "changed cannot be recognised.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit add interview.mp4\n"
        "  mediakit add ~/Videos/gao --session s-7h2k --language fr --language ses"
    ),
)
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
    metavar=_("PATH..."),
)
@click.option(
    "--session", default="", metavar="ID", help=_("The session they were recorded at.")
)
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="LANG",
    help=_("A language spoken in them, as fr or bm; may be repeated."),
)
@click.option(
    "--title",
    default="",
    metavar=_("TITLE"),
    help=_("What to call it; for one file only."),
)
@click.option(
    "--in-place",
    is_flag=True,
    help=_("Leave the files where they are instead of copying them."),
)
@click.option(
    "--prepare",
    is_flag=True,
    help=_("Prepare them too, as 'mediakit clip prepare' does."),
)
@json_option
@pass_app
def command(
    app: App,
    paths: tuple[Path, ...],
    session: str,
    languages: tuple[str, ...],
    title: str,
    in_place: bool,
    prepare: bool,
) -> None:
    """Add what was named, and tell what became of each thing."""
    library = app.workspace.library
    things = find_media(library, paths)
    if title and len(things) > 1:
        raise click.UsageError(_("--title is for one file only."))
    adding = add_media(
        library,
        app.workspace.catalog,
        things,
        working_copies(app),
        session=session,
        languages=languages,
        title=title,
        in_place=in_place,
    )
    results = watched(app, _("Adding"), adding, things)
    added = [result for result in results if isinstance(result, Added)]
    refused = [result for result in results if isinstance(result, NotAdded)]
    document = [{"path": a.path, "how": a.how, "clip": a.clip} for a in added]
    clips = [one.clip for one in added]
    preparing = Preparing(app, clips if prepare else (), proxy=False, again=False)
    try:
        preparing.run()
    finally:
        # interrupted too: what is added stays
        answer(
            app,
            {"added": document, **refusals(refused), **preparing.document()},
            columns([_row(one) for one in added]),
        )
    remark(one.clip for one in added if one.how is How.ADDED)
    preparing.tell()
    conclude(paths, len(added), refused)
    preparing.conclude()


def _row(added: Added) -> tuple[str, ...]:
    clip = added.clip
    return (
        clip.id,
        format_time(clip.media.duration // 1000 * 1000),
        media_kind(clip.media.kind),
        {
            How.ADDED: _("added"),
            How.KNOWN: _("there already"),
            How.RESTORED: _("original put back"),
        }[added.how],
        clip.title,
    )
