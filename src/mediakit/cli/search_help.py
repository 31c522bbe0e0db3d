"""What ``mediakit search --help`` shows: many options, by what they are for."""

import difflib
import itertools
from collections.abc import Iterable
from gettext import gettext as _

import click

_WHERE = (
    *("theme", "coder", "session", "kind", "region", "place", "group", "community"),
    *("first", "last", "shown_at", "heat", "shown", "clip", "language", "origin"),
    *("state", "cleared", "cleared_for"),
)
_WHO = ("person", "sex", "age_group", "person_community", "person_region")
_HOW = ("expand", "similar", "near")
_SHOWN = ("limit", "everything", "context", "kwic", "count_by", "json")
_CODED = ("theme_to_code", "yes", "dry_run", "target")
_LEAVING = ("output", "scope", "audience", "recipient", "override")
_KEPT = ("save", "again", "saved", "unsave")


class SearchCommand(click.Command):
    """A command whose arguments may begin with a minus, as ``-guerre`` does."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse unknown long options: they are slips, not words to leave out."""
        known = [
            option
            for parameter in self.get_params(ctx)
            for option in (*parameter.opts, *parameter.secondary_opts)
        ]
        for word in itertools.takewhile(lambda word: word != "--", args):
            name = word.partition("=")[0]
            if name.startswith("--") and name not in known:
                close = difflib.get_close_matches(name, known)
                raise click.NoSuchOption(name, possibilities=close, ctx=ctx)
        return super().parse_args(ctx, args)

    def format_options(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the options by what they are for."""
        options = {
            str(each.name): each
            for each in self.get_params(ctx)
            if isinstance(each, click.Option)
        }
        for title, names in _sections():
            chosen = [options.pop(name) for name in names if name in options]
            _write(title, chosen, ctx, formatter)
        _write(_("Other options"), options.values(), ctx, formatter)


def _sections() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        (_("How to look"), _HOW),
        (_("Where to look"), _WHERE),
        (_("Who is heard"), _WHO),
        (_("What to show"), _SHOWN),
        (_("What to do with it"), _CODED),
        (_("To write a file, with consent"), _LEAVING),
        (_("Searches to make again"), _KEPT),
    )


def _write(
    title: str,
    options: Iterable[click.Parameter],
    ctx: click.Context,
    formatter: click.HelpFormatter,
) -> None:
    shown = [found for each in options if (found := each.get_help_record(ctx))]
    with formatter.section(title):
        formatter.write_dl(shown)
