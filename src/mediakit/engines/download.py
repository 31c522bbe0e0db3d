"""Fetch a file over a network that breaks off.

A transfer goes on where it stopped: huggingface_hub, which is installed with
faster-whisper, begins each gigabyte again.
"""

from collections.abc import Iterator
from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError

from mediakit.engines.environment import first_line
from mediakit.errors.base import sentence

FAILURES = (OSError, HTTPException)

_BLOCK = 1 << 20
_PATIENCE = 30.0  # seconds without a byte


# Any: urllib's answer
def open_address(address: str, *, from_byte: int = 0) -> Any:
    """Ask for what is at *address*, or what is left of it."""
    # slow to import, and of use here alone
    import ssl
    from urllib.request import Request, urlopen

    import truststore

    headers = {"User-Agent": "mediakit"}
    if from_byte:
        headers["Range"] = f"bytes={from_byte}-"
    # the system's certificates: some Pythons come without any
    trusted = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    request = Request(address, headers=headers)  # noqa: S310 the hub's, or the person's
    return urlopen(request, timeout=_PATIENCE, context=trusted)  # noqa: S310 as above


def fetch_file(address: str, path: Path, size: int) -> Iterator[int]:
    """Append to *path* what it lacks, trying again as long as each try brings some.

    Yields:
        The size of *path* as it grows.

    Raises:
        OSError: One of FAILURES: a try brought nothing.
    """
    while (before := bytes_in(path)) < size:
        failure: Exception = ConnectionError(sentence("the connection broke off"))
        try:
            yield from _more(address, path)
        except FAILURES as error:
            failure = error
        if bytes_in(path) <= before:
            raise failure


def bytes_in(path: Path) -> int:
    """Return the size of a file, 0 if there is none."""
    return path.stat().st_size if path.exists() else 0


def why(error: Exception) -> str:
    """Return what the network says went wrong."""
    if isinstance(error, HTTPError):
        return f"{error.code} {error.reason}"
    if isinstance(error, URLError):
        return str(error.reason)
    return first_line(error)


def _more(address: str, path: Path) -> Iterator[int]:
    with open_address(address, from_byte=bytes_in(path)) as answer:
        goes_on = answer.status == HTTPStatus.PARTIAL_CONTENT
        with path.open("ab" if goes_on else "wb") as target:
            while block := answer.read1(_BLOCK):
                target.write(block)
                yield target.tell()
