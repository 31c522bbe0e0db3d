"""``mediakit add``: add video clips and sound bites."""

import contextlib
from collections.abc import Generator, Iterable, Sequence
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.media_texts import media_kind
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, columns, say
from mediakit.cli.progress import progress
from mediakit.cli.reasons import described, translated
from mediakit.errors import NothingToAdd, SomeNotDone
from mediakit.model.timecode import format_time
from mediakit.workflows.add_media import NotAdded, add_media
from mediakit.workflows.find_media import Found, Refused, find_media
from mediakit.workflows.keep_media import Added, How

Result = Added | NotAdded


@click.command(
    "add",
    help=_(
        "Add video clips and sound bites: files, and folders with all that is below "
        "them. They are copied into the library, and never changed. What is in the "
        "library already is recognised by its content, so the same command can be "
        "typed again after an interruption.\n\n"
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
@json_option
@pass_app
def command(
    app: App,
    paths: tuple[Path, ...],
    session: str,
    languages: tuple[str, ...],
    title: str,
    in_place: bool,
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
        session=session,
        languages=languages,
        title=title,
        in_place=in_place,
    )
    results = _watched(app, adding, things)
    added = [result for result in results if isinstance(result, Added)]
    refused = [result for result in results if isinstance(result, NotAdded)]
    answer(app, _document(added, refused), columns([_row(one) for one in added]))
    _remark(added)
    _conclude(paths, added, refused)


def _watched(
    app: App, adding: Generator[Result, None, None], things: Sequence[Found | Refused]
) -> list[Result]:
    """Go through with it under a progress bar; return the results by path."""
    results: list[Result] = []
    total = sum(thing.size for thing in things)
    with contextlib.closing(adding), progress(app, _("Adding"), total) as advance:
        for result in adding:
            results.append(result)
            what = f"{len(results)}/{len(things)}  {result.path.name}"
            advance(result.size, what)
    return sorted(results, key=lambda result: result.path)


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


def _document(added: list[Added], refused: list[NotAdded]) -> dict[str, object]:
    return {
        "added": [{"path": a.path, "how": a.how, "clip": a.clip} for a in added],
        "refused": [_reason(one) for one in refused if not one.left_out],
        "left_out": [_reason(one) for one in refused if one.left_out],
    }


def _reason(refused: NotAdded) -> dict[str, object]:
    return {"path": refused.path, **described(refused.error)}


def _remark(added: Iterable[Added]) -> None:
    """Say what people should know of the clips that are new."""
    clips = [one.clip for one in added if one.how is How.ADDED]
    for clip in clips:
        if clip.media.cut_short:
            say(
                _(
                    "{title} seems to be cut short: it ends before its own header "
                    "says. What plays was added."
                ).format(title=clip.title)
            )
        if not clip.media.sound:
            say(_("{title} has no sound.").format(title=clip.title))
    if placed := sum(clip.media.has_position for clip in clips):
        say(
            ngettext(
                "{count} original holds the coordinates of where it was filmed. Think "
                "of that before you hand it on.",
                "{count} originals hold the coordinates of where they were filmed. "
                "Think of that before you hand them on.",
                placed,
            ).format(count=placed)
        )


def _conclude(
    paths: Sequence[Path], added: Sequence[Added], not_added: Sequence[NotAdded]
) -> None:
    """Name what was not added; fail if some of it should have been.

    Raises:
        MediakitError: The one file that was named was refused.
        NothingToAdd: There is no recording at all.
        SomeNotDone: Some things were refused.
    """
    refused = [one for one in not_added if not one.left_out]
    if len(paths) == 1 and not paths[0].is_dir() and refused:
        raise refused[0].error
    for one in not_added:
        if one.left_out:
            say(_("Left out, no recording: {path}").format(path=one.path))
    for one in refused:
        say(_("Not added: {sentence}").format(sentence=translated(one.error)))
    if refused:
        raise SomeNotDone(failed=len(refused), total=len(added) + len(refused))
    if not added:
        raise NothingToAdd(paths=", ".join(map(str, paths)))
