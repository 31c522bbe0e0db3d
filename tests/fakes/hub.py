"""A model hub on this machine, with one model; it can break off a transfer."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

COMMIT = "0123456789abcdef0123456789abcdef01234567"


class FakeHub(ThreadingHTTPServer):
    """Serves the files of a folder as a repository.

    Attributes:
        address: Where it is.
        requests: What was asked for: path and range.
        break_after: Bytes of ``model.bin`` after which a transfer breaks off.
        damaged: Whether ``model.bin`` is sent with a wrong byte.
    """

    daemon_threads = True

    def __init__(self, repository: str, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.repository = repository
        self.files = {path.name: path.read_bytes() for path in folder.iterdir()}
        self.requests: list[tuple[str, str]] = []
        self.break_after: int | None = None
        self.damaged = False

    def handle_error(self, *_: object) -> None:
        """Say nothing: clients that go away are what the tests are about."""

    @property
    def address(self) -> str:
        """The endpoint."""
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def ranges(self) -> list[str]:
        """The ranges that were asked for."""
        return [ranged for _path, ranged in self.requests if ranged]

    def description(self) -> Mapping[str, object]:
        """Return what the hub's interface says of the repository."""
        siblings = [self._sibling(name, text) for name, text in self.files.items()]
        return {
            "id": self.repository,
            "sha": COMMIT,
            "cardData": {"license": "mit"},
            "siblings": siblings,
        }

    @staticmethod
    def _sibling(name: str, content: bytes) -> Mapping[str, object]:
        header = b"blob %d\0" % len(content)
        sibling: dict[str, object] = {
            "rfilename": name,
            "size": len(content),
            "blobId": hashlib.sha1(header + content).hexdigest(),  # noqa: S324 Git's
        }
        if name == "model.bin":
            sha256 = hashlib.sha256(content).hexdigest()
            size = len(content)
            sibling["lfs"] = {"sha256": sha256, "size": size, "pointerSize": 134}
        return sibling


class _Handler(BaseHTTPRequestHandler):
    server: FakeHub
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer."""
        self._answer()

    def _answer(self) -> None:
        path = unquote(urlsplit(self.path).path)
        self.server.requests.append((path, self.headers["Range"] or ""))
        if path.startswith(f"/api/models/{self.server.repository}"):
            body = json.dumps(self.server.description()).encode()
            self._send(200, body, {})
        elif path.startswith(f"/{self.server.repository}/resolve/{COMMIT}/"):
            self._file(path.rpartition("/")[2])
        else:
            self._send(404, b"", {})

    def _file(self, name: str) -> None:
        if name not in self.server.files:
            self._send(404, b"", {})
            return
        content = self.server.files[name]
        headers = {}
        if name == "model.bin" and self.server.damaged:
            content = content[:-1] + bytes([content[-1] ^ 1])
        status, start = 200, 0
        if ranged := self.headers["Range"]:
            start = int(ranged.removeprefix("bytes=").partition("-")[0])
            status, end = 206, len(content) - 1
            headers["Content-Range"] = f"bytes {start}-{end}/{len(content)}"
        self._send(status, content[start:], headers, name)

    def _send(
        self, status: int, body: bytes, headers: Mapping[str, str], name: str = ""
    ) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        most = self.server.break_after
        if name == "model.bin" and most is not None:
            body = body[:most]
            self.close_connection = True
        self.wfile.write(body)


@contextmanager
def fake_hub(repository: str, folder: Path) -> Iterator[FakeHub]:
    """Run a hub that has *folder* as *repository*."""
    with FakeHub(repository, folder) as hub:
        Thread(target=hub.serve_forever, daemon=True).start()
        try:
            yield hub
        finally:
            hub.shutdown()
