"""``mediakit search``: search what was said."""

import difflib
import itertools
import sys
from collections.abc import Iterator
from gettext import gettext as _
from gettext import ngettext
from pathlib import PurePath

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.coding_found import Coding, code_found, coding_wanted
from mediakit.cli.leaving import leaving, purpose_of, say_cautions, say_left_out
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say, write_json
from mediakit.cli.progress import progress
from mediakit.cli.search_texts import as_json, as_lines, remarks
from mediakit.model.ladder import INTERNAL, RESEARCH
from mediakit.model.transcript_record import Origin
from mediakit.search.updating import Indexed
from mediakit.workflows.export_passages import FORMATS, export_passages
from mediakit.workflows.narrow_search import Filters
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.search_transcripts import Found, search_transcripts


class _Command(click.Command):
    """A command whose arguments may begin with a minus, as ``-guerre`` does."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse unknown long options: they are slips, not words to leave out."""
        known = [opt for parameter in self.get_params(ctx) for opt in parameter.opts]
        for word in itertools.takewhile(lambda word: word != "--", args):
            name = word.partition("=")[0]
            if name.startswith("--") and name not in known:
                close = difflib.get_close_matches(name, known)
                raise click.NoSuchOption(name, possibilities=close, ctx=ctx)
        return super().parse_args(ctx, args)


@click.command(
    "search",
    cls=_Command,
    # no -h: it would swallow the words that begin so, as in -haine
    context_settings={
        "ignore_unknown_options": True,
        "help_option_names": ["--help"],
    },
    help=_(
        "Search what was said, in the current transcripts of every clip.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit search manque confiance  # both words, in any form\n"
        "  mediakit search '\"manque de confiance\"'  # exactly this, accents aside\n"
        '  mediakit search "migr* OR exil -camp"  # either word, without the last\n'
        "  mediakit search eau --theme water --session s-4k2 --language fr\n"
        "  mediakit search eau --export eau.csv --recipient Aminata\n"
        "  mediakit search eau --limit 5 --add-to pl-3f8\n"
        "  mediakit search puits forage --code water\n\n"
        "Words must stand in one segment, a sentence or so; if they stand in none, "
        "two segments in a row will do. OR joins the two words beside it; parentheses "
        "group. Accents and capitals do not matter. Words of people who withdrew are "
        "not shown."
    ),
)
@click.argument("words", nargs=-1, required=True, metavar=_("WORDS..."))
@click.option(
    "--theme",
    default="",
    metavar=_("THEME"),
    help=_("In passages about a theme or one below it."),
)
@click.option("--session", default="", metavar="ID", help=_("Recorded at a session."))
@click.option(
    "--shown-at", default="", metavar="ID", help=_("In what was screened at a session.")
)
@click.option("--language", default="", metavar="LANG", help=_("Said in a language."))
@click.option("--clip", default="", metavar="ID", help=_("In one clip."))
@click.option(
    "--origin",
    type=click.Choice([o.value for o in Origin if o is not Origin.SEGMENTS]),
    help=_("In words that come from one kind of source."),
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    metavar=_("NUMBER"),
    help=_("How many passages to show at most."),
)
@click.option("--all", "everything", is_flag=True, help=_("Show every passage."))
@click.option(
    "--context",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    metavar=_("NUMBER"),
    help=_("How many segments to show before and after each."),
)
@click.option(
    "--add-to",
    "playlist",
    default="",
    metavar=_("PLAYLIST"),
    help=_("Put the passages on a playlist, and show what they are called there."),
)
@click.option(
    "--export",
    "output",
    default="",
    metavar=_("FILE"),
    help=_(
        "Write every passage into a new file, .csv or .json, for another program; the "
        "words of people who did not agree are left out and listed. The options below "
        "go with it."
    ),
)
@click.option(
    "--code",
    "theme_to_code",
    default="",
    metavar=_("THEME"),
    help=_(
        "Code the passages that are shown with a theme; asks first. Those that are "
        "not shown are not coded: --all takes every one."
    ),
)
@click.option("--yes", is_flag=True, help=_("With --code: do not ask."))
@click.option(
    "--dry-run", is_flag=True, help=_("With --code: only show what would be coded.")
)
@json_option
@pass_app
@leaving(RESEARCH)
def command(
    app: App,
    /,
    words: tuple[str, ...],
    origin: str | None,
    limit: int,
    everything: bool,
    context: int,
    playlist: str,
    output: str,
    theme_to_code: str,
    yes: bool,
    dry_run: bool,
    purpose: Purpose,
    **filters: str,
) -> None:
    """Print the passages that were found, code them, or put them elsewhere."""
    coding = coding_wanted(app, theme_to_code, yes=yes, dry_run=dry_run)
    _verify(output, playlist, purpose, coding)
    wanted = Filters(origin=Origin(origin) if origin else None, **filters)
    events = search_transcripts(
        app.workspace.library,
        app.workspace.catalog,
        " ".join(words),
        wanted,
        purpose_of(app, scope=INTERNAL),
        limit=None if everything or output else limit,
        context=0 if output else context,
    )
    found = _last(app, events)
    if output:
        _export(app, found, purpose, " ".join(words), output)
    elif playlist:
        _put_on(app, found, wanted, playlist)
    else:
        _show(app, found, wanted, coding, " ".join(words))


def _show(app: App, found: Found, wanted: Filters, coding: Coding, typed: str) -> None:
    if not app.json:
        click.echo("\n".join(as_lines(found)), nl=bool(found.hits))
    for remark in remarks(found, wanted):
        say(remark)
    theme = coding.theme
    coded = code_found(app, found, theme, coding, typed) if theme else None
    if app.json:
        told = {"coded": coded} if theme else {}
        write_json({**as_json(found), **told}, sys.stdout)


def _put_on(app: App, found: Found, wanted: Filters, playlist: str) -> None:
    """Put what was found on a playlist, once each."""
    # other searches need not wait for it to load
    from mediakit.cli.playlist_adding import put_on
    from mediakit.workflows.add_item import find_wanted_hits

    put_on(app, playlist, find_wanted_hits(found.hits), {}, once=True)
    for remark in remarks(found, wanted):
        say(remark)


def _verify(output: str, playlist: str, purpose: Purpose, coding: Coding) -> None:
    """Refuse a file of another kind, and options that go with a file without one."""
    suffix = PurePath(output).suffix.lower().removeprefix(".")
    if output and suffix not in FORMATS:
        raise click.UsageError(
            _("The name {file} does not end in .csv or .json.").format(file=output)
        )
    if sum(map(bool, (output, playlist, coding.theme))) > 1:
        raise click.UsageError(_("Choose one of --export, --add-to and --code."))
    typed = (purpose.audience, purpose.recipient, purpose.override)
    if not output and (any(typed) or purpose.scope != RESEARCH):
        raise click.UsageError(
            _("--scope, --for, --recipient and --override go with --export.")
        )


def _export(app: App, found: Found, purpose: Purpose, typed: str, output: str) -> None:
    space = app.workspace
    exported = export_passages(
        space.library, space.catalog, found, purpose, typed=typed, output=output
    )
    say_left_out(exported.left_out)
    say_cautions(exported.cautions)
    count = exported.passages
    say(ngettext("{count} passage.", "{count} passages.", count).format(count=count))
    answer(app, exported, [str(exported.path)])


def _last(app: App, events: Iterator[Indexed | Found]) -> Found:
    """Return what was found, showing how the index grows if it has to."""
    event = next(events)
    if isinstance(event, Indexed):
        with progress(app, _("Reading transcripts"), event.total) as advance:
            while isinstance(event, Indexed):
                advance(1, event.transcript)
                event = next(events)
    return event
