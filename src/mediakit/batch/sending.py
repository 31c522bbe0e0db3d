"""Send recordings to workers that do not see them on their disks."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Any, Self

from mediakit.batch import on_worker
from mediakit.batch.arriving import CHANGED, Recording
from mediakit.errors.base import MediakitError
from mediakit.errors.library import ReadFailed
from mediakit.files import reason

_PIECE = 4 << 20
_AT_ONCE = 4


class Sender:
    """Sends recordings in pieces, a few at a time, while other things happen."""

    # Any: Dask's own class
    def __init__(self, client: Any) -> None:
        self._client = client
        self._threads = ThreadPoolExecutor(_AT_ONCE, "sending")
        self._under_way: set[tuple[str, str]] = set()
        self._ended = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Send no more."""
        self._ended = True
        self._threads.shutdown(cancel_futures=True)

    def send(self, recording: Recording, worker: str) -> None:
        """Begin to send a recording to a worker, unless that is under way."""
        one = (recording.sha256, worker)
        if one not in self._under_way:
            self._under_way.add(one)
            self._threads.submit(self._send, recording, worker)

    def refuse(self, recording: Recording, worker: str, error: MediakitError) -> None:
        """Let a worker know why it is not sent a recording."""
        self._threads.submit(
            self._ask, worker, on_worker.give_up, recording.sha256, error
        )

    def _send(self, recording: Recording, worker: str) -> None:
        try:
            self._send_pieces(recording, worker)
        except MediakitError as error:
            self._ask(worker, on_worker.give_up, recording.sha256, error)
        finally:
            self._under_way.discard((recording.sha256, worker))

    def _send_pieces(self, recording: Recording, worker: str) -> None:
        reached = 0
        try:
            with recording.path.open("rb") as file:
                while reached < recording.size and not self._ended:
                    file.seek(reached)
                    piece = file.read(min(_PIECE, recording.size - reached))
                    if not piece:
                        raise ReadFailed(path=str(recording.path), reason=CHANGED)
                    reached = self._ask(
                        worker, on_worker.take, recording.sha256, reached, piece
                    )
        except OSError as error:
            raise ReadFailed(path=str(recording.path), reason=reason(error)) from error

    def _ask(self, worker: str, function: Callable[..., int], *words: object) -> int:
        """Call a function on a worker; return what it does, or ENOUGH if it is gone."""
        try:
            answers = self._client.run(function, *words, workers=[worker])
        except Exception:  # noqa: BLE001 Dask raises any; another worker will ask
            return on_worker.ENOUGH
        return int(answers.get(worker, on_worker.ENOUGH))
