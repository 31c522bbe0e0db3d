"""The parts of kits: cuts, stills, voice-overs, each made once and kept.

A part is known by all that shapes it, so that a kit of which little changed is little
work. Parts lie beside the segments of films, in the folder of their recording, and go
with it when somebody in it withdraws. They have not left until a kit has. What is found
again is compared with its checksum: only what is in a kit need be on disk for certain.
"""

import contextlib
import hashlib
import json
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mediakit.batch.outcomes import Failed
from mediakit.batch.runner import run
from mediakit.files import checksum, make_folder, replace, write_early
from mediakit.library import Library
from mediakit.machine import threads
from mediakit.media.rendering.segment_cache import MAKING, mark_used, shrink
from mediakit.workflows.make_part import Task, make_part
from mediakit.workflows.stage_copies import staging

VERSION = 2
"""Counted up whenever parts come out otherwise: those kept are then made anew."""

_ABOUT = ".json"


@dataclass(frozen=True, slots=True)
class Part:
    """Something that a kit is made of.

    Attributes:
        path: Where it is kept, whether it is there or not.
        task: How it is made.
        needs: Parts that it is made of.
    """

    path: Path
    task: Task
    needs: tuple["Part", ...] = ()

    @property
    def key(self) -> str:
        """Stands for all that shapes it."""
        return self.path.name


@dataclass(frozen=True, slots=True)
class Kept:
    """What is remembered of a part that is there.

    Attributes:
        sha256: Of its bytes, in hexadecimal.
        loudness: How loud the recording is there, in LUFS, where that was measured.
        gain: By how many decibels it was made louder.
    """

    sha256: str
    loudness: float | None = None
    gain: float | None = None


def part_of(
    library: Library, owner: str, task: Task, suffix: str, *needs: Part
) -> Part:
    """Return a part of a kit.

    Args:
        library: Where it is kept.
        owner: The SHA-256 of the recording that it shows.
        task: How it is made.
        suffix: What its name ends with.
        needs: Parts that it is made of.
    """
    shaped = (VERSION, task.shaping, *(part.key for part in needs))
    name = hashlib.sha256(repr(shaped).encode()).hexdigest()
    return Part(library.segments / owner / f"{name}{suffix}", task, needs)


def kept(part: Part) -> Kept | None:
    """Return what is remembered of a part, if it is there."""
    with contextlib.suppress(OSError, ValueError, TypeError):
        if part.path.is_file():
            return Kept(**json.loads(_about(part.path).read_bytes()))
    return None


def missing_parts(parts: Iterable[Part]) -> list[Part]:
    """Return what is to be made for *parts*, each after what it is made of.

    What is not as it was made counts as not there.

    Raises:
        ReadFailed: One that is there cannot be read.
    """
    found: dict[Path, Part] = {}

    def look(part: Part) -> None:
        if part.path in found or _is_intact(part):
            return
        for need in part.needs:
            look(need)
        found[part.path] = part

    for part in parts:
        look(part)
    return list(found.values())


def make_parts(
    library: Library, missing: Sequence[Part]
) -> Generator[Part, None, None]:
    """Make parts on all processors; yield each when it is there.

    Those that were made stay, whatever becomes of the rest. Closing the generator
    ends everything at once.

    Args:
        library: Where they are kept.
        missing: From `missing_parts`.

    Raises:
        MediakitError: One could not be made.
    """
    waiting = list(missing)
    while waiting:
        names = {part.path for part in waiting}
        ready = [one for one in waiting if not names & {n.path for n in one.needs}]
        yield from _made(library, ready)
        waiting = [one for one in waiting if one not in ready]


def finish_parts(library: Library, parts: Iterable[Part]) -> None:
    """Remember that parts were used, and throw away what has long not been."""
    mark_used(part.path for part in parts)
    shrink(library.segments)


def _made(library: Library, parts: Sequence[Part]) -> Iterator[Part]:
    if not parts:
        return
    with staging(library.segments / MAKING) as folder:
        by_task = {
            part.task.written_to(folder / f"{number}{part.path.suffix}"): part
            for number, part in enumerate(parts)
        }
        workers = min(threads(), len(parts))
        outcomes = run(make_part, by_task, workers=workers, seconds=_patience)
        with contextlib.closing(outcomes):
            for outcome in outcomes:
                if isinstance(outcome, Failed):
                    raise outcome.error
                part, made = by_task[outcome.item], outcome.value
                make_folder(part.path.parent)
                known = {"loudness": made.loudness, "gain": made.gain}
                about = json.dumps({"sha256": made.sha256, **known})
                early = _about(outcome.item.target)
                write_early(early, about.encode())
                replace(early, _about(part.path))
                replace(outcome.item.target, part.path)
                yield part


def _is_intact(part: Part) -> bool:
    known = kept(part)
    return known is not None and known.sha256 == checksum(part.path)


def _about(path: Path) -> Path:
    return path.with_name(f"{path.name}{_ABOUT}")


def _patience(task: Task) -> float:
    # what hangs elsewhere than in ffmpeg, which has a limit of its own
    return 300 + 90 * task.duration / 1000
