"""``mediakit search``: search what was said."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from gettext import gettext as _
from gettext import ngettext
from pathlib import PurePath
from typing import Any

import click

from mediakit.cli import saved_searching
from mediakit.cli.app import App, pass_app
from mediakit.cli.coding_found import Coding, code_found, coding_wanted
from mediakit.cli.concordance import as_kwic, concordance
from mediakit.cli.leaving import leaving, purpose_of, say_cautions, say_left_out
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say, write_json
from mediakit.cli.progress import progress
from mediakit.cli.saved_searching import narrowing
from mediakit.cli.search_help import SearchCommand
from mediakit.cli.search_options import search_options, with_search
from mediakit.cli.search_texts import as_counts, as_json, as_lines, remarks
from mediakit.model.ids import normalize_id
from mediakit.model.ladder import INTERNAL, RESEARCH
from mediakit.search.updating import Indexed
from mediakit.workflows.count_passages import By
from mediakit.workflows.export_passages import FORMATS, export_passages
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.search_filters import Filters
from mediakit.workflows.search_transcripts import Found, Manner, search_transcripts


@click.command(
    "search",
    cls=SearchCommand,
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
        "  mediakit search eau --theme water --add-to f-3f8\n"
        "  mediakit search puits forage --code water\n"
        "  mediakit search confiance --expand --sex female --count-by region\n"
        "  mediakit search Tamachek --similar --kwic\n"
        "  mediakit search eau puits --near 5 --never-shown --save 'Water, new'\n"
        "  mediakit search --again 'Water, new' --region Gao\n\n"
        "Words must stand in one segment, a sentence or so; if they stand in none, "
        "two segments in a row will do. OR joins the two words beside it; parentheses "
        "group. Accents and capitals do not matter. Words of people who withdrew are "
        "not shown."
    ),
)
@click.argument("words", nargs=-1, metavar=_("WORDS..."))
@search_options
@click.option("--all", "everything", is_flag=True, help=_("Show every passage."))
@click.option(
    "--kwic", is_flag=True, help=_("Show each place in a line, words in their context.")
)
@click.option(
    "--add-to",
    "target",
    default="",
    metavar=_("PLAYLIST|FILM"),
    help=_(
        "Put the passages on a playlist or into a film, and show what they are called "
        "there."
    ),
)
@click.option(
    "--export",
    "output",
    default="",
    metavar=_("FILE"),
    help=_(
        "Write every passage into a new file, .csv or .json, for another program; the "
        "words of people who did not agree are left out and listed. With --scope, "
        "--for, --recipient and --override."
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
@click.option(
    "--save",
    default="",
    metavar=_("NAME"),
    help=_("Keep this search under a name; an earlier one of this name is replaced."),
)
@click.option(
    "--again", default="", metavar=_("NAME"), help=_("Make a saved search again.")
)
@click.option("--saved", is_flag=True, help=_("List the saved searches."))
@click.option(
    "--unsave", default="", metavar=_("NAME"), help=_("Keep a search no longer.")
)
@json_option
@click.pass_context
@pass_app
@with_search
@leaving(RESEARCH)
def command(
    app: App,
    /,
    context: click.Context,
    words: tuple[str, ...],
    save: str,
    again: str,
    saved: bool,
    unsave: str,
    **how: Any,  # Any: what Click gives to the search itself
) -> None:
    """Print the passages that were found, code them, or put them elsewhere."""
    typed = sum((bool(words), bool(again), saved, bool(unsave)))
    if not typed:
        text = _(
            "Type words to look for. All that is coded with a theme is told by "
            "'mediakit code list --theme THEME --words'."
        )
        raise click.UsageError(text)
    if typed > 1:
        text = _("Type either words or one of --again, --saved and --unsave.")
        raise click.UsageError(text)
    if save and not words:
        raise click.UsageError(_("--save goes with words."))
    if saved:
        saved_searching.list_saved(app)
    elif unsave:
        saved_searching.drop(app, unsave)
    elif again:
        saved_searching.make_again(app, context, again)
    else:
        options = saved_searching.typed_options(context)
        _search(app, " ".join(words), narrowing(options), **how)
        if save:
            saved_searching.save(app, save, " ".join(words), options)


def _search(
    app: App,
    typed: str,
    narrowed: str,
    *,
    filters: Filters,
    manner: Manner,
    everything: bool,
    kwic: bool,
    target: str,
    output: str,
    theme_to_code: str,
    yes: bool,
    dry_run: bool,
    purpose: Purpose,
) -> None:
    coding = coding_wanted(app, theme_to_code, yes=yes, dry_run=dry_run)
    _verify(output, target, purpose, coding, manner, kwic=kwic)
    if everything or output:
        manner = replace(manner, limit=None)
    events = search_transcripts(
        app.workspace.library,
        app.workspace.catalog,
        typed,
        filters,
        purpose_of(app, scope=INTERNAL),
        replace(manner, context=0) if output else manner,
    )
    found = _last(app, events)
    if output:
        _export(app, found, purpose, typed, output)
    elif target:
        _put_on(app, found, narrowed, target)
    elif manner.count_by:
        _show_counts(app, found, narrowed, manner.count_by)
    else:
        _show(app, found, narrowed, coding, typed, kwic=kwic)


def _show_counts(app: App, found: Found, narrowed: str, by: By) -> None:
    told = {"by": by, "total": found.answer.total, "counts": found.tallies}
    answer(app, told, as_counts(found, by))
    for remark in remarks(found, narrowed):
        say(remark)


def _show(
    app: App, found: Found, narrowed: str, coding: Coding, typed: str, *, kwic: bool
) -> None:
    if not app.json:
        lines = as_kwic(found) if kwic else as_lines(found)
        click.echo("\n".join(lines), nl=bool(found.hits))
    for remark in remarks(found, narrowed):
        say(remark)
    theme = coding.theme
    coded = code_found(app, found, theme, coding, typed) if theme else None
    if app.json:
        told: dict[str, object] = {"coded": coded} if theme else {}
        if kwic:
            told["concordance"] = list(concordance(found))
        write_json({**as_json(found), **told}, sys.stdout)


def _put_on(app: App, found: Found, narrowed: str, target: str) -> None:
    """Put what was found on a playlist, or into a film, once each."""
    # other searches need not wait for it to load
    from mediakit.cli.film_showing import put_in
    from mediakit.cli.playlist_adding import put_on
    from mediakit.workflows.add_item import find_wanted_hits

    wanted = find_wanted_hits(found.hits)
    if normalize_id(target).startswith("f-"):
        put_in(app, target, wanted)
    else:
        put_on(app, target, wanted, {}, once=True)
    for remark in remarks(found, narrowed):
        say(remark)


def _verify(
    output: str,
    target: str,
    purpose: Purpose,
    coding: Coding,
    manner: Manner,
    *,
    kwic: bool,
) -> None:
    """Refuse a file of another kind, and options that do not go together."""
    suffix = PurePath(output).suffix.lower().removeprefix(".")
    if output and suffix not in FORMATS:
        raise click.UsageError(
            _("The name {file} does not end in .csv or .json.").format(file=output)
        )
    if sum(map(bool, (output, target, coding.theme, manner.count_by))) > 1:
        raise click.UsageError(
            _("Choose one of --export, --add-to, --code and --count-by.")
        )
    if kwic and (output or target or manner.count_by):
        raise click.UsageError(_("--kwic is for passages that are shown."))
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
