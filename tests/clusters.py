"""A cluster on this machine, for tests."""

import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mediakit.batch.cluster_address import Certificates, Cluster
from mediakit.batch.dask import NOWHERE, distributed
from mediakit.batch.on_worker import PROCESSORS, Place
from mediakit.errors.library import ReadFailed
from mediakit.files import checksum

SKILL = "able"


@contextmanager
def local_cluster(
    *skills: str, workers: int = 1, processes: bool = False
) -> Iterator[Cluster]:
    """Start a scheduler, and workers in processes of their own or in this one."""
    with distributed().LocalCluster(
        n_workers=workers,
        processes=processes,
        threads_per_worker=1,
        protocol="tcp",
        host="127.0.0.1",
        dashboard_address=NOWHERE,
        worker_dashboard_address=NOWHERE,
        memory_limit=0,
        resources={PROCESSORS: 1, **dict.fromkeys(skills or (SKILL,), 1)},
    ) as cluster:
        yield Cluster(cluster.scheduler_address, Certificates())


@dataclass(frozen=True)
class Note:
    """A file to be counted by a worker.

    Attributes:
        path: The file.
        sha256: Of its bytes.
        size: How many bytes it has.
    """

    path: Path
    sha256: str
    size: int

    @property
    def key(self) -> str:
        """The same for the same content."""
        return f"count-{self.sha256}"

    def __str__(self) -> str:
        return self.path.name


def note(path: Path, content: bytes) -> Note:
    """Write a file to be counted."""
    path.write_bytes(content)
    return Note(path, checksum(path), len(content))


def count(item: Note, place: Place) -> Generator[int, None, tuple[str, int]]:
    """Return where a worker found a file, and how many bytes are in it."""
    yield item.size // 2
    if item.size == 1:
        raise ReadFailed(path=str(item.path), reason="too short")
    if not item.size:
        raise KeyError(item.path.name)
    return str(place.media), len(place.media.read_bytes())


def go_on(item: Note, place: Place) -> Generator[int, None, None]:
    """Go on for ever."""
    del item, place
    while True:
        yield 0
        threading.Event().wait(0.01)
