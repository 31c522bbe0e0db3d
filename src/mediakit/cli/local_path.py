"""Files and folders that are typed: those of this machine, never addresses."""

import os
import re
from gettext import gettext as _
from pathlib import Path

import click

# two letters at least: C:// is a disk
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


class LocalPath(click.Path):
    """A path; of an address it is said that nothing is fetched."""

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        """Return the path that was typed."""
        refuse_address(os.fspath(value))
        return super().convert(value, param, ctx)


def refuse_address(typed: str) -> None:
    """Refuse an address where a file is wanted.

    Raises:
        click.UsageError: It is one.
    """
    if _ADDRESS.match(typed):
        text = _(
            "{address} is an address, not a file, and mediakit fetches nothing. "
            "Download it, then name the file."
        )
        raise click.UsageError(text.format(address=typed))


def existing_file() -> LocalPath:
    """Return the type of a file that is there."""
    return LocalPath(path_type=Path, exists=True, dir_okay=False)
