"""Run one function over many recordings on several machines, with dask.distributed.

As `mediakit.batch.runner` does on this one: what becomes of each is yielded here, and
only here is anything written. A task is known by the content it works on, so that it
can be done again anywhere: what a worker that died was doing, another does.
"""

import queue
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from mediakit.batch import on_worker
from mediakit.batch.cluster_address import Cluster
from mediakit.batch.dask import distributed, first_line, security
from mediakit.batch.on_worker import Function, Task, told
from mediakit.batch.outcomes import Done, Failed, Moved
from mediakit.batch.sending import Sender
from mediakit.errors.base import MediakitError, sentence
from mediakit.errors.batches import WorkerDied, WorkFailed
from mediakit.errors.cluster import ClusterUnable, ClusterUnreachable

_CONNECTING = "10 s"
# seconds between looks at who is still there, and for how long nobody may be
_LOOK, _ALONE = 5.0, 60.0

Item = TypeVar("Item", bound=Task)
Value = TypeVar("Value")


def anything(item: object) -> None:
    """Let anything be sent."""


def run(
    function: Function[Item, Value],
    items: Iterable[Item],
    cluster: Cluster,
    skill: str,
    allow: Callable[[Item], None] = anything,
) -> Generator[Moved[Item, int] | Done[Item, Value] | Failed[Item], None, None]:
    """Yield how far items are, and what becomes of each, as soon as it is known.

    Closing the generator ends what the workers do for it as soon as they notice.

    Args:
        function: Of a module that the workers have too. It yields how far it is, and
            returns a value or raises a MediakitError.
        items: What to do; what has the same key is done once.
        cluster: Where.
        skill: What a worker must be able to do.
        allow: Is asked before an item is sent to a worker that does not see it;
            raises a MediakitError if it may not be.

    Raises:
        ClusterMissing: Dask is not installed.
        ClusterUnreachable: The scheduler does not answer, or no longer, or all
            workers are gone.
        ClusterUnable: No worker has the skill.
    """
    known: dict[str, list[Item]] = {}
    for item in items:
        known.setdefault(item.key, []).append(item)
    if not known:
        return
    with _connected(cluster) as client, Sender(client) as sender:
        if not _is_there(client, skill):
            raise ClusterUnable(address=cluster.address)
        inbox: queue.SimpleQueue[_News] = queue.SimpleQueue()
        client.subscribe_topic(on_worker.TOPIC, lambda event: inbox.put(event[1]))
        futures = {}
        for key, same in known.items():
            future = client.submit(
                on_worker.do, function, same[0], key=key, resources={skill: 1}
            )
            future.add_done_callback(lambda one: inbox.put({"key": one.key}))
            futures[key] = future
        while known:
            news = _next(inbox, client, cluster, skill)
            key = news["key"]
            same = known.get(key, [])
            if not same:
                continue
            if "wanted_by" in news:
                _send(sender, same, news["wanted_by"], allow)
            elif "position" in news:
                yield from (Moved(item, news["position"]) for item in same)
            else:
                value, error = _answer(futures.pop(key), same[0], cluster)
                del known[key]
                yield from (
                    Failed(item, error) if error else Done(item, value) for item in same
                )


# Any, here and below: Dask's own classes, and values of every kind
_News = dict[str, Any]


@contextmanager
def _connected(cluster: Cluster) -> Iterator[Any]:
    library = distributed()
    known = security("client", cluster)
    try:
        client = library.Client(
            cluster.address,
            security=known,
            timeout=_CONNECTING,
            set_as_default=False,
            name="mediakit",
        )
    # what certificates are wrong or missing is told in errors of many kinds
    except Exception as error:
        raise ClusterUnreachable(
            address=cluster.address, reason=first_line(error)
        ) from error
    try:
        yield client
    finally:
        client.close(timeout=_CONNECTING)


def _is_there(client: Any, skill: str) -> bool:
    """Tell whether a worker has a skill."""
    workers = client.scheduler_info(n_workers=-1)["workers"].values()
    return any(skill in worker["resources"] for worker in workers)


def _next(
    inbox: "queue.SimpleQueue[_News]", client: Any, cluster: Cluster, skill: str
) -> _News:
    """Wait for news; from time to time, see whether anybody is left to send some."""
    deadline = time.monotonic() + _ALONE
    while True:
        # Windows lets no interruption through to what waits without end
        with suppress(queue.Empty):
            return inbox.get(timeout=_LOOK)
        try:
            if _is_there(client, skill):
                deadline = time.monotonic() + _ALONE
        except Exception as error:
            raise _lost(cluster) from error
        if time.monotonic() > deadline:
            raise ClusterUnreachable(
                address=cluster.address, reason=sentence("all its workers are gone")
            )


def _send(
    sender: Sender, same: list[Item], worker: str, allow: Callable[[Item], None]
) -> None:
    """Send a recording that several items may stand for, if it may be sent."""
    try:
        for item in same:
            allow(item)
    except MediakitError as error:
        sender.refuse(same[0], worker, error)
    else:
        sender.send(same[0], worker)


def _answer(
    future: Any, item: Task, cluster: Cluster
) -> tuple[Any, MediakitError | None]:
    """Return what became of an item whose future has ended, or why nothing did."""
    library = distributed()
    try:
        value, error = future.result()
    except library.KilledWorker:
        return None, WorkerDied(item=str(item))
    except (CancelledError, OSError) as error:
        raise _lost(cluster) from error
    except Exception as error:  # noqa: BLE001 one bad item must not end a batch
        return None, WorkFailed(item=str(item), reason=told(error))
    return value, error


def _lost(cluster: Cluster) -> MediakitError:
    return ClusterUnreachable(
        address=cluster.address, reason=sentence("the connection was lost")
    )
