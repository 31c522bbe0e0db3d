"""Prepare clips under a progress bar, and tell what could not be."""

import contextlib
import os
from collections.abc import Sequence
from gettext import gettext as _

from mediakit.batch.outcomes import Done
from mediakit.cli.app import App
from mediakit.cli.leaving import say_left_out, working_copies
from mediakit.cli.output import say
from mediakit.cli.progress import progress
from mediakit.cli.reasons import described, translated
from mediakit.errors.batches import SomeNotDone
from mediakit.media.ffmpeg import find_ffmpeg
from mediakit.model.clip import Clip
from mediakit.workflows.pass_gate import refused
from mediakit.workflows.prepare_clips import (
    Outcome,
    failures,
    plan_preparing,
    prepare_clips,
    work,
)
from mediakit.workflows.prepared_files import Part
from mediakit.workflows.working_copies import (
    ask_for_copies,
    forget_closed_copies,
    open_clips,
)


class Preparing:
    """Clips being prepared, but for those that are closed to the team.

    Of these, what was prepared before goes.

    Attributes:
        jobs: What there is to do.
        outcomes: What became of it so far.
    """

    def __init__(
        self, app: App, clips: Sequence[Clip], *, proxy: bool, again: bool
    ) -> None:
        self._app = app
        space = app.workspace
        self._purpose = working_copies(app)
        records = space.catalog.read()
        self._passed = ask_for_copies(records, self._purpose, clips)
        forget_closed_copies(space.library, records, self._purpose, clips)
        opened = open_clips(self._passed, clips)
        self.jobs = plan_preparing(space.library, opened, proxy=proxy, again=again)
        self._all_closed = bool(clips) and not opened
        self.outcomes: list[Outcome] = []

    def run(self) -> None:
        """Do everything; what is done counts when it is interrupted."""
        space = self._app.workspace
        copies = any(job.part is Part.PROXY for job in self.jobs)
        ffmpeg = find_ffmpeg(os.environ) if copies else None
        total = sum(map(work, self.jobs))
        preparing = prepare_clips(
            space.library, space.catalog, self._purpose, self.jobs, ffmpeg
        )
        with (
            contextlib.closing(preparing),
            progress(self._app, _("Preparing"), total) as advance,
        ):
            for outcome in preparing:
                self.outcomes.append(outcome)
                count = f"{len(self.outcomes)}/{len(self.jobs)}"
                title = outcome.item.clip.title
                advance(work(outcome.item), f"{count}  {title}")

    def done(self) -> list[tuple[Clip, list[Part]]]:
        """Return the clips of which something was prepared, and what."""
        found: dict[str, tuple[Clip, list[Part]]] = {}
        for outcome in self.outcomes:
            if isinstance(outcome, Done):
                clip = outcome.item.clip
                found.setdefault(clip.id, (clip, []))[1].append(outcome.value)
        return [(clip, sorted(parts)) for clip, parts in found.values()]

    def document(self) -> dict[str, object]:
        """Return what was prepared and what could not be, as JSON tells it."""
        done = [{"clip": clip.id, "parts": parts} for clip, parts in self.done()]
        failed = [
            {"clip": clip.id, **described(error)}
            for clip, error in failures(self.outcomes)
        ]
        closed = self._passed.left_out
        return {"prepared": done, "not_prepared": failed, "closed": closed}

    def refuse_closed(self) -> None:
        """Refuse if no clip at all is open to the team.

        Raises:
            ConsentRefused, ConsentWithdrawn: All are closed.
        """
        if self._all_closed:
            raise refused(self._passed)

    def tell(self) -> None:
        """Name what is closed, and what could not be prepared."""
        if not self._app.json:
            say_left_out(self._passed.reasons)
        for clip, error in () if self._app.json else failures(self.outcomes):
            say(
                _("Not prepared: {clip} {title}: {sentence}").format(
                    clip=clip.id, title=clip.title, sentence=translated(error)
                )
            )

    def conclude(self) -> None:
        """Fail if something could not be prepared.

        Raises:
            SomeNotDone: Of some clips.
        """
        failed = {clip.id for clip, _error in failures(self.outcomes)}
        if failed:
            clips = {job.clip.id for job in self.jobs}
            raise SomeNotDone(failed=len(failed), total=len(clips))
