"""``mediakit film verify``: what was handed on, compared with the paper edit."""

from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.leaving import today
from mediakit.cli.options import json_option
from mediakit.cli.output import answer
from mediakit.workflows.export_words import WORDS
from mediakit.workflows.gather_facts import consent_rules
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.verify_film import Verified, verify_film


@click.command(
    "verify",
    help=_(
        "Read a file back that 'mediakit film export' wrote, a timeline, a script or "
        "subtitles, and compare it with the paper edit, frame for frame, and the "
        "recordings beside it with those that left. What differs is listed. Subtitles "
        "that were marked as a machine's words, and that somebody has checked since, "
        "are no difference, and are told.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit film verify exports/films/Autoportrait.otio\n"
        "  mediakit film verify Autoportrait.fcpxml --version v2\n"
        "  mediakit film verify Autoportrait.fr.srt --film f-3k2"
    ),
)
@click.argument("file", type=click.Path(path_type=Path), metavar=_("FILE"))
@click.option(
    "--film",
    default="",
    metavar=_("FILM"),
    help=_("The film, where the file does not name it."),
)
@click.option(
    "--version",
    default="",
    metavar=_("VERSION"),
    help=_("Compare it with the film as it was in a version, as v2."),
)
@json_option
@pass_app
def verify(app: App, file: Path, film: str, version: str) -> None:
    """Compare a file with its film and say that they are the same."""
    space = app.workspace
    rules = consent_rules(space.settings)
    purpose = Purpose(rules=rules, scope="", day=today())
    same = verify_film(
        space.library, space.catalog, file, purpose, film=film, version=version
    )
    text = (
        _("{file} is the film {film}, each line as it is on paper ({placed} in all).")
        if same.format in WORDS
        else _(
            "{file} is the film {film}, each shot and card on its frame at {rate} "
            "frames a second ({placed} in all)."
        )
    )
    line = text.format(file=file, film=same.film, placed=same.placed, rate=same.rate)
    answer(app, same, [line, *_refused(same), *_checked(same)])


def _refused(same: Verified) -> list[str]:
    """Return what of the film was left out of it, as its record says."""
    if not same.refused:
        return []
    text = _("Without what consent refused when it left: {codes}")
    return [text.format(codes=" ".join(same.refused))]


def _checked(same: Verified) -> list[str]:
    """Return what to know of marks that are not true any more."""
    if not same.checked:
        return []
    text = ngettext(
        "Words were checked since: {count} subtitle is still marked as a machine's in "
        "it. Export it again to hand it on without the mark.",
        "Words were checked since: {count} subtitles are still marked as a machine's "
        "in it. Export it again to hand it on without the marks.",
        len(same.checked),
    )
    return [text.format(count=len(same.checked))]
