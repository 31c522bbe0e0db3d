"""A scheduler or a worker of a cluster, on this machine."""

import asyncio
from collections.abc import Generator, Iterable
from typing import Any

from mediakit.batch.cluster_address import Cluster
from mediakit.batch.dask import (
    NOWHERE,
    distributed,
    first_line,
    security,
    tell_processes,
)
from mediakit.batch.on_worker import PROCESSORS
from mediakit.errors.base import sentence
from mediakit.errors.cluster import ClusterUnreachable

# seconds that a worker looks for its scheduler: an old laptop takes long to start one
_PATIENCE = 120


def scheduler(cluster: Cluster) -> Generator[str, None, None]:
    """Be the scheduler: yield its address, then go on until it is ended.

    Args:
        cluster: The address to listen at, and this machine's certificates.

    Raises:
        ClusterMissing: Dask is not installed.
        ClusterUnreachable: It cannot listen there.
    """
    library = distributed()
    known = security("scheduler", cluster)

    async def start() -> Any:
        node = library.Scheduler(
            host=cluster.address, security=known, dashboard_address=NOWHERE
        )
        return await node

    yield from _running(start(), cluster)


def worker(
    cluster: Cluster, skills: Iterable[str], threads: int
) -> Generator[str, None, None]:
    """Be a worker: yield its address, then go on until it or its scheduler ends.

    A process of its own does the work; another takes its place if it crashes.

    Args:
        cluster: The scheduler, and this machine's certificates.
        skills: What it is able to do.
        threads: Processors that its work may use.

    Raises:
        ClusterMissing: Dask is not installed.
        ClusterUnreachable: The scheduler does not answer.
    """
    library = distributed()
    known = security("worker", cluster)
    resources = {PROCESSORS: threads, **dict.fromkeys(skills, 1)}
    tell_processes(threads)

    async def start() -> Any:
        node = library.Nanny(
            cluster.address,
            # left to itself, the worker's process listens to every network
            host=library.utils.get_ip(cluster.host),
            protocol=cluster.scheme,
            # one thing at a time, with all the processors it was given
            nthreads=1,
            resources=resources,
            memory_limit=0,
            security=known,
            death_timeout=_PATIENCE,
            dashboard_address=NOWHERE,
        )
        return await node

    yield from _running(start(), cluster)


# Any: Dask's own class
def _running(starting: Any, cluster: Cluster) -> Generator[str, None, None]:
    with asyncio.Runner() as runner:
        try:
            node = runner.run(starting)
        # certificates that are wrong, or a port that is taken: errors of many kinds
        except Exception as error:
            raise ClusterUnreachable(
                address=cluster.address, reason=first_line(error)
            ) from error
        try:
            yield str(node.address)
            runner.run(node.finished())
            raise ClusterUnreachable(
                address=cluster.address, reason=sentence("the connection was lost")
            )
        finally:
            runner.run(node.close())
