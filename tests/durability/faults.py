"""Make one system call of a real command fail, with strace.

strace counts the calls of each process and thread apart, and of each name apart:
``inject=write:when=3`` is the third ``write`` of every one of them. So a command is
first watched, to learn which calls touch the library, then run again for each.
"""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

FAULTS = {"kill": "signal=KILL", "full": "error=ENOSPC", "broken": "error=EIO"}

_WRITE_CLASS = (
    *("write", "pwrite64", "writev", "pwritev", "pwritev2", "copy_file_range"),
    *("sendfile", "fsync", "fdatasync", "sync_file_range", "fallocate"),
    *("ftruncate", "truncate", "rename", "renameat", "renameat2", "unlink"),
    *("unlinkat", "mkdir", "mkdirat", "rmdir", "link", "linkat", "symlink"),
    *("symlinkat", "chmod", "fchmod", "fchmodat", "utimensat", "open", "openat"),
)
_LINE = re.compile(r"(?P<process>\d+) +(?P<name>\w+)\((?P<rest>.*)")
_OPENED_TO_CHANGE = re.compile(r"O_(?:WRONLY|RDWR|CREAT|TRUNC)")
_SPEAKING = re.compile(r" writev?\([12]<")
_LOADING = re.compile(r" open(?:at)?\([^\"]*\"[^\"]*\.(?:py|pyc|so[.\d]*)\"")
# what is not traced does not stop, in ffmpeg's many threads either
_FILTERED = ("--seccomp-bpf",)
_PATIENCE = 600  # seconds after which a command hangs, on whatever machine


@dataclass(frozen=True, order=True)
class Call:
    """The *number*-th call of a name in some process, from 1."""

    name: str
    number: int


@dataclass(frozen=True)
class Ran:
    """How a command went.

    Attributes:
        status: Its exit status; negative if it was killed.
        log: What strace saw.
        said: What it printed.
    """

    status: int
    log: str
    said: str

    @property
    def struck(self) -> bool:
        """Whether the call that was to fail was made."""
        return "(INJECTED)" in self.log or "killed by SIGKILL" in self.log

    @property
    def could_speak(self) -> bool:
        """Whether standard output and error worked."""
        return not any(_SPEAKING.search(line) for line in self._failed)

    @property
    def could_load(self) -> bool:
        """Whether the program itself could be read, in every process of it.

        Where a call of one process is to fail, that of the same number fails in the
        others: that may be when Python reads a module, and says so in its own way.
        """
        return not any(_LOADING.search(line) for line in self._failed)

    @property
    def _failed(self) -> list[str]:
        return [line for line in self.log.splitlines() if "(INJECTED)" in line]


def require_strace() -> None:
    """Fail without strace on Linux; skip where there is none to have."""
    if sys.platform != "linux":
        pytest.skip("strace, which makes system calls fail, is for Linux")
    if shutil.which("strace") is None:
        pytest.fail("Install strace: these tests make system calls fail with it.")


def watch(words: list[str], folder: Path) -> tuple[list[Call], Ran]:
    """Run a command untouched; return its calls that change *folder*, and its end."""
    ran = _run(words, folder, (*_FILTERED, "-e", "trace=" + ",".join(_WRITE_CLASS)))
    counts: Counter[tuple[str, str]] = Counter()
    calls = set()
    for line in ran.log.splitlines():
        match = _LINE.match(line)
        if match is None or match["rest"].startswith("resumed"):
            continue
        process, name, rest = match["process"], match["name"], match["rest"]
        counts[process, name] += 1
        if str(folder) in rest and (
            not name.startswith("open") or _OPENED_TO_CHANGE.search(rest)
        ):
            calls.add(Call(name, counts[process, name]))
    return sorted(calls), ran


def run_failing(words: list[str], folder: Path, call: Call, fault: str) -> Ran:
    """Run a command of which one call fails."""
    inject = f"inject={call.name}:{FAULTS[fault]}:when={call.number}"
    # those of other names need not be seen, which is quicker; a signal does not come
    # through the filter
    quick = () if "signal" in FAULTS[fault] else _FILTERED
    traced = ("-e", f"trace={call.name}", "-e", inject)
    return _run(words, folder, (*quick, *traced))


def _run(words: list[str], folder: Path, options: tuple[str, ...]) -> Ran:
    log = folder.parent / "strace.log"
    strace = ("strace", "-f", "-y", "-qq", "-s", "0", "-o", str(log))
    command = (sys.executable, "-m", "mediakit", "--library", str(folder), *words)
    ran = subprocess.run(
        [*strace, *options, *command],
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.DEVNULL,
        timeout=_PATIENCE,
    )
    said = (ran.stdout + ran.stderr).decode(errors="replace")
    return Ran(ran.returncode, log.read_text(errors="replace"), said)
