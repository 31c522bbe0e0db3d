"""``mediakit cluster`` and ``mediakit transcribe --cluster``."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from mediakit.batch import cluster
from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from tests.builders import a_clip
from tests.conftest import Run
from tests.extras import missing
from tests.library_speech import put_speech
from tests.speech import ENGLISH, FRENCH, THREE_FRENCH

FAR = "tcp://10.0.0.5:8786"


@pytest.fixture
def _clip(catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(a_clip("c-1"))


@pytest.mark.usefixtures("_clip")
@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (("transcribe", "--cluster", FAR), 228, "is not encrypted"),
        (("cluster", "worker", FAR), 228, "is not encrypted"),
        (("cluster", "scheduler", "--host", "10.0.0.5"), 228, "is not encrypted"),
        (("transcribe", "--cluster", "10.0.0.5"), 232, "not the address of a cluster"),
        (("cluster", "worker", "10.0.0.5"), 232, "not the address of a cluster"),
        (("cluster", "worker", "tls://127.0.0.1:1"), 229, "needs certificates"),
        (
            ("transcribe", "--cluster", "tls://127.0.0.1:1", "--threads", "2"),
            2,
            "each worker's own",
        ),
        (
            ("transcribe", "--model", "demo", "--cluster", "tls://127.0.0.1:1"),
            229,
            "needs certificates",
        ),
    ],
)
def test_mistakes_have_a_sentence(
    run: Run, words: tuple[str, ...], status: int, sentence: str
) -> None:
    """Before anything is sent anywhere."""
    found, out, err = run(*words)

    assert (status, "") == (found, out)
    assert sentence in err


def test_without_dask_the_command_that_brings_it_is_named(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is an extra."""
    monkeypatch.setitem(sys.modules, "distributed", None)

    status, _out, err = run("cluster", "worker", "tcp://127.0.0.1:1")

    assert 227 == status
    assert "pip install 'mediakit[cluster]'" in err


@pytest.mark.usefixtures("_clip")
def test_a_cluster_that_is_not_there_changes_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is named, and what to do."""
    monkeypatch.setattr(cluster, "_CONNECTING", "100 ms")

    address = "tcp://127.0.0.1:1"
    status, _out, err = run("transcribe", "--model", "demo", "--cluster", address)

    assert 229 == status
    assert f"The cluster at {address} cannot be reached" in err
    assert "Transcribed: 0 of 1." in err


def _openssl(folder: Path, *words: str) -> None:
    subprocess.run(["openssl", *words], cwd=folder, capture_output=True, check=True)


@pytest.fixture
def certificates(tmp_path: Path) -> tuple[str, ...]:
    """Make an authority and a certificate; return the options that name them."""
    if shutil.which("openssl") is None:
        missing("openssl makes the certificates")
    new = ("-newkey", "rsa:2048", "-nodes", "-keyout")
    _openssl(
        tmp_path,
        *("req", "-x509", *new, "ca-key.pem", "-out", "ca.pem", "-subj", "/CN=us"),
    )
    _openssl(
        tmp_path, "req", *new, "key.pem", "-out", "request.pem", "-subj", "/CN=here"
    )
    _openssl(
        tmp_path,
        *("x509", "-req", "-in", "request.pem", "-CA", "ca.pem"),
        *("-CAkey", "ca-key.pem", "-CAcreateserial", "-out", "here.pem"),
    )
    files = {"ca-file": "ca.pem", "cert": "here.pem", "key": "key.pem"}
    named = ((f"--tls-{name}", str(tmp_path / path)) for name, path in files.items())
    return tuple(word for pair in named for word in pair)


@contextmanager
def _node(*words: str) -> Iterator[str]:
    """Run a scheduler or a worker; yield its address once it is there."""
    command = [sys.executable, "-m", "mediakit", "cluster", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip()
        finally:
            process.send_signal(signal.SIGINT)
            assert 0 == process.wait()


@pytest.mark.long
@pytest.mark.engine
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_machines_that_know_each_other_transcribe_together(
    run: Run, library: Library, catalog: Catalog, certificates: tuple[str, ...]
) -> None:
    """A scheduler and two workers, as typed; strangers are not let in."""
    speeches = (FRENCH, ENGLISH, THREE_FRENCH)
    for number, speech in enumerate(speeches):
        put_speech(library, catalog, number, speech)

    with ExitStack() as stack:
        node = _node("scheduler", "--port", "0", *certificates)
        address = stack.enter_context(node)
        assert address.startswith("tls://127.0.0.1:")
        for _ in range(2):
            node = _node("worker", address, "--threads", "1", *certificates)
            assert stack.enter_context(node).startswith("tls://127.0.0.1:")
        words = ("transcribe", "--model", "demo", "--cluster", address)
        refused = run(*words)
        status, out, _err = run(*words, *certificates)

    assert 229 == refused[0]
    assert (0, 3) == (status, len(out.splitlines()))
    words_of = [path.read_text("utf-8") for path in library.transcripts.iterdir()]
    for speech in speeches:
        assert any(speech.sentences[0] in text for text in words_of)
