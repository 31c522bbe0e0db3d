"""Dask as it is used here: quiet, without pages of its own, certain who it talks to."""

import sys
import warnings
from typing import Any

from mediakit.batch.cluster_address import Cluster
from mediakit.errors.base import sentence
from mediakit.errors.cluster import ClusterMissing, ClusterUnreachable

_LEVEL = "critical"
_SETTINGS = {
    # what it says of each lost connection in a page, our own errors say in a line
    "logging": {"distributed": _LEVEL, "distributed.client": _LEVEL},
    # its web pages show what runs where to whoever asks
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
    # results are words: they are not to be written to a worker's disk
    "distributed.worker.memory.target": False,
    "distributed.worker.memory.spill": False,
    "distributed.worker.memory.pause": False,
    "distributed.worker.memory.terminate": False,
    "distributed.admin.tick.limit": "1 hour",
}

_SLOW_DISK = "Creating scratch directories"

NOWHERE = "127.0.0.1:0"
"""Where its web server listens, which it cannot be kept from starting."""


# Any: a module of a library that may be missing
def distributed() -> Any:
    """Return Dask's library for several machines.

    Raises:
        ClusterMissing: It is not installed.
    """
    try:
        import dask

        dask.config.set(_SETTINGS)
        # advice for who looks after it, where a disk took a second
        warnings.filterwarnings("ignore", _SLOW_DISK, UserWarning)
        import distributed as library
    except ImportError as error:
        command = f"{sys.executable} -m pip install 'mediakit[cluster]'"
        raise ClusterMissing(command=command) from error
    return library


# Any: Dask's own class
def security(role: str, cluster: Cluster) -> Any:
    """Return how a ``client``, ``scheduler`` or ``worker`` makes itself known.

    Raises:
        ClusterMissing: Dask is not installed.
        ClusterUnreachable: It needs certificates, and nobody named them.
    """
    files = cluster.certificates
    given = {
        "tls_ca_file": files.authority,
        f"tls_{role}_cert": files.certificate,
        f"tls_{role}_key": files.key,
    }
    known = distributed().Security(
        require_encryption=cluster.is_encrypted,
        **{name: path for name, path in given.items() if path},
    )
    # Dask's own configuration may name them too; a key may be in its certificate's file
    named = known.tls_ca_file and getattr(known, f"tls_{role}_cert")
    if cluster.is_encrypted and not named:
        reason = sentence(
            "tls:// needs certificates; name them with --tls-ca-file, --tls-cert and "
            "--tls-key"
        )
        raise ClusterUnreachable(address=cluster.address, reason=reason)
    return known


def tell_processes(threads: int) -> None:
    """Tell the processes that workers start to be quiet, and how many threads to use.

    Dask tells them to use one.
    """
    import dask

    names = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS")
    environ = dict.fromkeys(names, str(threads))
    environ["DASK_LOGGING__DISTRIBUTED"] = _LEVEL
    dask.config.set({"distributed.nanny.pre-spawn-environ": environ})


def first_line(error: BaseException) -> str:
    """Return what an error of Dask's says, without its pages of advice."""
    return str(error).strip().partition("\n")[0].rstrip(".") or type(error).__name__
