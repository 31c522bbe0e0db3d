"""sherpa-onnx: tells voices apart with models that need no account; an extra.

Two models in a folder: one finds the stretches of each voice in ten seconds of sound
(pyannote's segmentation), the other tells which stretches are of one voice.
"""

import contextlib
import json
import mmap
import os
import subprocess
import sys
import tempfile
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import IO

from mediakit.engines.base import Samples
from mediakit.engines.environment import last_words
from mediakit.errors.base import sentence
from mediakit.errors.engines import (
    EngineFailed,
    SpeakerModelsMissing,
    SpeakerModelUnusable,
    SpeakersNotInstalled,
)
from mediakit.files import checksum, is_file, reason
from mediakit.model.speakers import Turn

NAME = "sherpa-onnx"

SEGMENTATION, EMBEDDING = "segmentation.onnx", "embedding.onnx"

# each kind of model says this of itself; sherpa-onnx crashes where it does not
_SIGNS = {
    SEGMENTATION: (b"powerset_max_classes", sentence("it is no segmentation model")),
    EMBEDDING: (b"output_dim", sentence("it is no speaker embedding model")),
}


@dataclass(frozen=True, slots=True)
class SherpaDiariser:
    """Two models in a folder; see `Diariser`."""

    folder: Path
    threads: int

    @property
    def facts(self) -> dict[str, str | int]:
        """What it is, for the record."""
        return {
            "engine": NAME,
            "segmentation": checksum(self.folder / SEGMENTATION),
            "embedding": checksum(self.folder / EMBEDDING),
        }

    def turns(
        self, sound: Iterable[Samples], count: int | None = None
    ) -> Generator[float, None, tuple[Turn, ...]]:
        """Listen to one recording; see `Diariser`."""
        task = {
            "segmentation": str(self.folder / SEGMENTATION),
            "embedding": str(self.folder / EMBEDDING),
            "count": count,
            "threads": self.threads,
        }
        with tempfile.TemporaryFile() as log, _running(task, log) as process:
            _feed(process, sound)
            for line in process.stdout or ():
                told = json.loads(line)
                if isinstance(told, list):
                    return _turns(told)
                yield told
            raise EngineFailed(engine=NAME, reason=last_words(process.wait(), log))


def load(folder: Path, *, threads: int) -> SherpaDiariser:
    """Return the models of a folder, ready to listen.

    Args:
        folder: Where SEGMENTATION and EMBEDDING are.
        threads: Processors to use.

    Raises:
        SpeakersNotInstalled: sherpa-onnx is not installed.
        SpeakerModelsMissing: One of the models is not there.
        SpeakerModelUnusable: One is something else.
    """
    if find_spec("sherpa_onnx") is None:
        command = f"{sys.executable} -m pip install {NAME}"
        raise SpeakersNotInstalled(engine=NAME, command=command)
    missing = [name for name in _SIGNS if not is_file(folder / name)]
    if missing:
        raise SpeakerModelsMissing(missing=", ".join(missing), folder=str(folder))
    for name, (sign, why) in _SIGNS.items():
        if not _holds(folder / name, sign):
            raise SpeakerModelUnusable(path=str(folder / name), reason=why)
    return SherpaDiariser(folder, threads)


def _holds(path: Path, words: bytes) -> bool:
    try:
        with path.open("rb") as file:
            if not os.fstat(file.fileno()).st_size:
                return False
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
                return content.find(words) >= 0
    except OSError as error:
        raise SpeakerModelUnusable(path=str(path), reason=reason(error)) from error


@contextlib.contextmanager
def _running(
    task: dict[str, str | int | None], log: IO[bytes]
) -> Iterator[subprocess.Popen[bytes]]:
    # -P: nothing is imported from the folder that a person happens to be in
    words = [sys.executable, "-P", "-m", "mediakit.engines.sherpa_process"]
    process = subprocess.Popen(
        [*words, json.dumps(task)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=log,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()


def _feed(process: subprocess.Popen[bytes], sound: Iterable[Samples]) -> None:
    if process.stdin is not None:
        for block in sound:
            try:
                process.stdin.write(block.astype("<f4").tobytes())
            except OSError:
                # it has ended; its last words tell why
                return
        with contextlib.suppress(OSError):
            process.stdin.close()


def _turns(told: Iterable[tuple[int, int, int]]) -> tuple[Turn, ...]:
    numbers: dict[int, int] = {}
    return tuple(
        Turn(start, end, numbers.setdefault(voice, len(numbers) + 1))
        for start, end, voice in sorted(told)
    )
