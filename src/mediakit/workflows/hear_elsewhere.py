"""Have the workers of a cluster listen to clips, several at a time."""

from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path

from mediakit.batch.cluster import run
from mediakit.batch.cluster_address import Cluster
from mediakit.batch.outcomes import Done, Failed, Moved
from mediakit.engines.base import Device, Heard, Options
from mediakit.engines.models import Model
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.transcript import Transcript
from mediakit.workflows.hear_clips import (
    Allow,
    Heeded,
    Listened,
    every_clip,
    for_clip,
)
from mediakit.workflows.hear_portions import Ready
from mediakit.workflows.hear_recording import (
    HeardThere,
    Recording,
    hear_recording,
    identity,
    skill,
)
from mediakit.workflows.write_down import write_down


def hear_elsewhere(
    library: Library,
    cluster: Cluster,
    model: Model,
    options: Options,
    device: Device,
    clips: Sequence[Clip],
    allow: Allow = every_clip,
) -> Generator[Heeded, None, None]:
    """Listen to clips as `hear_clips` does, on other machines.

    Workers read the originals where they see the same files, and are sent them
    otherwise. Before one is sent, it is asked once more whether it may be: the first
    may have taken hours.

    Args:
        library: Where the originals are.
        cluster: Where to find the workers.
        model: The model, which they must have.
        options: For every clip; its own languages count if none are given.
        device: What they are to compute on.
        clips: What to listen to.
        allow: Is asked before a clip is sent.

    Yields:
        How far a clip is, now and then, and what is said in it; or why nothing was
        understood. Before the first that was, what the engine is like.

    Raises:
        ClusterMissing: Dask is not installed.
        ClusterUnreachable: The scheduler or its workers do not answer.
        ClusterUnable: No worker has the model.
    """
    by_id = {clip.id: clip for clip in clips}
    wanted = {clip.id: for_clip(options, clip) for clip in clips}
    recordings = []
    for clip in clips:
        if clip.media.sound:
            path, asked = library.resolve(clip.path), wanted[clip.id]
            recordings.append(_recording(clip, path, model, asked, device))
        else:
            silence = _silence(wanted[clip.id].languages)
            yield Done(clip, _written(clip, silence, model, wanted[clip.id]))

    def may_send(recording: Recording) -> None:
        allow(by_id[recording.clip])

    is_known = False
    running = run(hear_recording, recordings, cluster, skill(model), may_send)
    with closing(running) as outcomes:
        for outcome in outcomes:
            clip = by_id[outcome.item.clip]
            match outcome:
                case Moved(_, position):
                    yield Listened(clip, position)
                case Done(_, heard):
                    if not is_known:
                        is_known = True
                        yield heard.engine
                    yield Done(clip, _written(clip, heard, model, wanted[clip.id]))
                case Failed(_, error):
                    yield Failed(clip, error)


def _silence(languages: tuple[str, ...]) -> HeardThere:
    """Return what is heard in a clip without sound."""
    return HeardThere(languages[0] if len(languages) == 1 else "", None, (), Ready(""))


def _recording(
    clip: Clip, path: Path, model: Model, options: Options, device: Device
) -> Recording:
    return Recording(
        clip=clip.id,
        path=path.absolute(),
        sha256=clip.sha256,
        size=clip.size,
        duration=clip.media.duration,
        model=identity(model),
        options=options,
        device=device,
    )


def _written(
    clip: Clip, there: HeardThere, model: Model, options: Options
) -> Transcript:
    segments = iter(there.segments)
    heard = Heard(there.language, there.probability, segments, there.repairs)
    return write_down(clip, heard, model, options, there.engine)
