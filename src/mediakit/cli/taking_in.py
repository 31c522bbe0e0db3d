"""Show how recordings are taken in, and tell what could not be."""

import contextlib
from collections.abc import Generator, Iterable, Sequence
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path
from typing import Protocol, TypeVar

from mediakit.cli.app import App
from mediakit.cli.output import say
from mediakit.cli.progress import progress
from mediakit.cli.reasons import described, translated
from mediakit.errors.adding import NothingToAdd
from mediakit.errors.batches import SomeNotDone
from mediakit.model.clip import Clip
from mediakit.model.submission import Submission
from mediakit.workflows.find_media import Found, Refused
from mediakit.workflows.take_in_file import NotAdded


class _Result(Protocol):
    """What became of a file."""

    @property
    def path(self) -> Path:
        """Where it is."""

    @property
    def size(self) -> int:
        """Bytes."""


Result = TypeVar("Result", bound=_Result)


def watched(
    app: App,
    title: str,
    taking: Generator[Result, None, None],
    things: Sequence[Found | Refused],
) -> list[Result]:
    """Go through with it under a progress bar; return the results by path."""
    results: list[Result] = []
    total = sum(thing.size for thing in things)
    with contextlib.closing(taking), progress(app, title, total) as advance:
        for result in taking:
            results.append(result)
            what = f"{len(results)}/{len(things)}  {result.path.name}"
            advance(result.size, what)
    return sorted(results, key=lambda result: result.path)


def refusals(refused: Sequence[NotAdded]) -> dict[str, object]:
    """Return what was not added as JSON tells it."""
    return {
        "refused": [_reason(one) for one in refused if not one.left_out],
        "left_out": [_reason(one) for one in refused if one.left_out],
    }


def remark(new: Iterable[Clip | Submission]) -> None:
    """Say what people should know of recordings that are new."""
    recordings = list(new)
    for one in recordings:
        if one.left_as:
            say(
                _(
                    "{title} was made here and left as use {use}: whoever is heard or "
                    "seen in it is known from there, and what they agreed to holds."
                ).format(title=one.title, use=one.left_as)
            )
        if one.media.cut_short:
            say(
                _(
                    "{title} seems to be cut short: it ends before its own header "
                    "says. What plays was added."
                ).format(title=one.title)
            )
        if not one.media.sound:
            say(_("{title} has no sound.").format(title=one.title))
    if placed := sum(one.media.has_position for one in recordings):
        say(
            ngettext(
                "{count} original holds the coordinates of where it was filmed. Think "
                "of that before you hand it on.",
                "{count} originals hold the coordinates of where they were filmed. "
                "Think of that before you hand them on.",
                placed,
            ).format(count=placed)
        )


def conclude(paths: Sequence[Path], added: int, not_added: Sequence[NotAdded]) -> None:
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
        raise SomeNotDone(failed=len(refused), total=added + len(refused))
    if not added:
        raise NothingToAdd(paths=", ".join(map(str, paths)))


def _reason(refused: NotAdded) -> dict[str, object]:
    return {"path": refused.path, **described(refused.error)}
