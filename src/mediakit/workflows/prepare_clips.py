"""Prepare clips: pictures to find one's way, measures, light copies; on all processors.

Each part of each clip is kept as soon as it is there. What fails, fails alone.
"""

import contextlib
from collections.abc import Generator, Iterable, Iterator, Sequence
from pathlib import Path

from mediakit.batch.outcomes import Done, Failed
from mediakit.batch.runner import run
from mediakit.catalog.catalog import Catalog
from mediakit.errors.base import MediakitError
from mediakit.errors.catalog import ClipNotFound
from mediakit.library import Library
from mediakit.machine import threads
from mediakit.media.ffmpeg import Ffmpeg
from mediakit.media.preparing.hearing import Heard
from mediakit.model.clip import Clip
from mediakit.workflows.keep_prepared import keep_prepared
from mediakit.workflows.pass_gate import Purpose, refused
from mediakit.workflows.prepare_part import Job, Looked, Proxying, prepare_part
from mediakit.workflows.prepared_files import Part, missing_parts
from mediakit.workflows.stage_copies import staging
from mediakit.workflows.working_copies import ask_for_copies

# seconds that a part may take, as a share of how long the clip plays, and beside that;
# the light copy of 4K on an old laptop is the slowest by far
_SHARE, _BESIDE = {Part.SOUND: 1, Part.PICTURES: 10, Part.PROXY: 60}, 300.0

# how much work a part is beside the others, for progress
_WEIGHTS = {Part.SOUND: 1, Part.PICTURES: 10, Part.PROXY: 60}

Outcome = Done[Job, Part] | Failed[Job]


def choose_clips(catalog: Catalog, typed: Sequence[str]) -> list[Clip]:
    """Return the clips with some ids, or all clips if there are none.

    Raises:
        ClipNotFound: No clip has one of the ids.
        IdAmbiguous: Several have.
    """
    records = catalog.read()
    named = {records.find(Clip, one).id for one in typed}
    return [clip for clip in records.all(Clip) if clip.id in named or not named]


def plan_preparing(
    library: Library, clips: Iterable[Clip], *, proxy: bool, again: bool
) -> list[Job]:
    """Return what is to be prepared.

    Args:
        library: The library.
        clips: Of which clips.
        proxy: Light copies too.
        again: What is there as well.
    """
    return [
        Job(clip, library.resolve(clip.path), part)
        for clip in clips
        for part in (_possible(clip) if again else missing_parts(library, clip))
        if proxy or part is not Part.PROXY
    ]


def work(job: Job) -> int:
    """Return how much work a job is beside others."""
    return job.clip.media.duration * _WEIGHTS[job.part]


def prepare_clips(
    library: Library,
    catalog: Catalog,
    purpose: Purpose,
    jobs: Sequence[Job],
    ffmpeg: Ffmpeg | None,
) -> Generator[Outcome, None, None]:
    """Do jobs; yield what becomes of each, once it is kept.

    Closing the generator keeps what was yielded and drops the rest.

    Args:
        library: The library.
        catalog: Its catalog.
        purpose: For whom; see `for_the_team`.
        jobs: What to do; see `plan_preparing`.
        ffmpeg: The program, if there are light copies among them.

    Raises:
        WriteFailed: Something could not be written, nor would the rest.
    """
    with contextlib.ExitStack() as stack:
        if ffmpeg is not None:
            folder = stack.enter_context(staging(library.incoming_proxies))
            jobs = list(_with_targets(jobs, ffmpeg, folder))
        outcomes = run(prepare_part, jobs, workers=threads(), seconds=_patience)
        for outcome in stack.enter_context(contextlib.closing(outcomes)):
            match outcome:
                case Failed():
                    yield outcome
                case Done(job, made):
                    yield _kept(library, catalog, purpose, job, made)


def failures(outcomes: Iterable[Outcome]) -> list[tuple[Clip, MediakitError]]:
    """Return which clips could not be prepared, in the same words only once."""
    found: dict[tuple[str, str], tuple[Clip, MediakitError]] = {}
    for outcome in outcomes:
        if isinstance(outcome, Failed):
            clip = outcome.item.clip
            found.setdefault((clip.id, str(outcome.error)), (clip, outcome.error))
    return list(found.values())


def _kept(
    library: Library,
    catalog: Catalog,
    purpose: Purpose,
    job: Job,
    made: Heard | Looked | Path,
) -> Outcome:
    """Keep what was made, unless the clip was taken out or closed meanwhile."""
    with catalog.change() as change:
        # inside, so that whoever closes it afterwards finds what to throw away
        try:
            clip = change.get(Clip, job.clip.id)
        except ClipNotFound as error:
            return Failed(job, error)
        passed = ask_for_copies(change, purpose, [clip])
        if passed.left_out:
            return Failed(job, refused(passed))
        keep_prepared(library, clip.id, made)
    return Done(job, job.part)


def _possible(clip: Clip) -> list[Part]:
    sound = [Part.SOUND] if clip.media.sound else []
    return [*sound, Part.PICTURES, Part.PROXY] if clip.media.video else sound


def _with_targets(jobs: Iterable[Job], ffmpeg: Ffmpeg, folder: Path) -> Iterator[Job]:
    for job in jobs:
        target = folder / f"{job.clip.id}.mp4"
        proxying = Proxying(ffmpeg, target) if job.part is Part.PROXY else None
        yield Job(job.clip, job.original, job.part, proxying)


def _patience(job: Job) -> float:
    return _BESIDE + _SHARE[job.part] * job.clip.media.duration / 1000
