"""How the speech libraries are made to behave, and what of their errors is told."""

import contextlib
import os
import threading
from typing import IO

from mediakit.errors.base import MediakitError, Reason, sentence

MOST_SAID = 4000
"""Bytes from the end of what a program says that are looked at for its reason."""


def prepare(threads: int) -> None:
    """Keep the libraries private, and on as many processors as they are given.

    Must come before their first import: they read these variables only then.
    More threads than processors make them several times slower, and so do threads
    that wait for each other in a loop while another program wants the processor.
    """
    keep_private()
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, str(threads))
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    _share_no_lock()


def _share_no_lock() -> None:
    """Keep their progress bars from making a lock that all processes could share.

    There is none to share it with; and Python complains of one that is left behind
    when this process is ended at once.
    """
    with contextlib.suppress(ImportError):
        from tqdm import tqdm

        tqdm.set_lock(threading.RLock())


def keep_private() -> None:
    """Keep the libraries off the network: nothing fetched, nothing reported.

    Must come before their first import. ONNX Runtime reports to its makers from
    version 1.29 on (https://github.com/microsoft/onnxruntime/pull/27379).
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    os.environ["HF_HUB_OFFLINE"] = "1"


def first_line(error: BaseException) -> str:
    """Return what an error says, without its pages of advice to programmers."""
    return str(error).strip().partition("\n")[0] or type(error).__name__


def reason_of(error: MediakitError) -> str:
    """Return the reason within an error, without its advice; or all of it."""
    return str(error.details.get("reason", error))


def last_words(status: int, log: IO[bytes]) -> str:
    """Return why a program ended: the last line that it wrote, or its status.

    Args:
        status: What it ended with.
        log: What it wrote to standard error.
    """
    size = log.seek(0, os.SEEK_END)
    log.seek(max(0, size - MOST_SAID))
    said = log.read().decode("utf-8", "replace").strip()
    if said:
        return said.splitlines()[-1]
    return Reason(sentence("it ended with status {status}"), status=status)
