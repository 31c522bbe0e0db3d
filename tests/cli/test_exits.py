"""How a run ends: sentences, JSON and statuses."""

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mediakit.cli import exits
from mediakit.cli.output import columns, write_json
from mediakit.cli.start import start
from mediakit.model.printable import printable
from tests.conftest import Run


def test_an_error_in_json_has_code_and_values(run: Run) -> None:
    """Programs get what people get, in one document on standard error."""
    status, out, err = run("show", "c-zzz", "--json")

    answer = json.loads(err)["error"]
    assert (23, "") == (status, out)
    assert ("clip_not_found", {"id": "c-zzz"}) == (answer["code"], answer["details"])
    assert "No clip has the id c-zzz" in answer["message"]


def test_a_command_typed_wrongly_is_status_two(run: Run) -> None:
    """Click's errors too, in text and in JSON."""
    status, _out, err = run("list", "--nonsense")
    json_status, _out, json_err = run("list", "--json", "--nonsense")

    assert (2, 2) == (status, json_status)
    assert "--nonsense" in err
    assert "usage" == json.loads(json_err)["error"]["code"]


def test_what_nobody_foresaw_is_still_one_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No traceback, and a hint how to get one."""
    monkeypatch.setattr("mediakit.cli.commands.list.list_clips", _fail)

    status, out, err = run("list")
    _status, _out, traceback = run("--verbose", "list")

    assert (exits.UNFORESEEN, "") == (status, out)
    assert "ZeroDivisionError: by a test" in err
    assert "Traceback" not in err
    assert "Traceback" in traceback


def _fail(*_arguments: object, **_options: object) -> None:
    raise ZeroDivisionError("by a test")


def test_an_interruption_is_status_130(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C is answered with a sentence."""

    def interrupt(*_arguments: object, **_options: object) -> None:
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr("mediakit.cli.commands.list.list_clips", interrupt)

    status, _out, err = run("list")

    assert 130 == status
    assert err.strip().startswith("Interrupted.")


def test_a_reader_that_leaves_early_is_no_error() -> None:
    """``mediakit --help | head -0`` prints no traceback."""
    reader, writer = os.pipe()
    os.close(reader)

    done = subprocess.run(
        [sys.executable, "-m", "mediakit", "--help"],
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writer)

    assert "" == done.stderr


def test_nothing_a_stranger_wrote_commands_the_terminal() -> None:
    """Escapes and turns of writing direction are shown as replacement marks."""
    assert "a\ufffd[31mb" == printable("a\x1b[31mb")
    assert "a\ufffdgpj.exe" == printable("a\u202egpj.exe")
    assert "é ɓ ش 日" == printable("é ɓ ش 日")


def test_what_was_typed_wrongly_commands_no_terminal_either(run: Run) -> None:
    """A pattern of the shell may have typed a stranger's file name."""
    status, _out, err = run("show", "c-1", "film\x1b]0;mine\x07.mp4")

    assert 2 == status
    assert "film\ufffd]0;mine\ufffd.mp4" in err


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252", "cp437"])
def test_json_is_json_on_every_console(encoding: str) -> None:
    """Letters that a console lacks, and controls, are escaped as JSON escapes."""
    text = "é œ 😀 \x1b[31m \x9b31m \u202e \n \udcff"
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, errors="backslashreplace")

    write_json({"title": text}, stream)
    stream.flush()

    written = raw.getvalue().decode(encoding)
    assert {"title": text} == json.loads(written)
    assert not {"\x1b", "\x9b", "\u202e"} & set(written)


def test_columns_line_up_in_every_script() -> None:
    """Combining marks take no room, wide letters two places."""
    lines = columns([("e\u0301", "1"), ("日", "2"), ("ab", "3")])

    assert ["e\u0301   1", "日  2", "ab  3"] == lines


def test_a_row_is_one_line() -> None:
    """A title with a line break does not pass for another row."""
    assert ["c-1  Trust c-2  Water"] == columns([("c-1", "Trust\nc-2  Water")])


def test_the_version_is_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    """One place says which version this is."""
    from importlib.metadata import version

    status = start(["--version"])

    assert 0 == status
    assert f"mediakit {version('mediakit')}\n" == capsys.readouterr().out


def test_names_that_are_no_text_are_shown_in_escapes(tmp_path: Path) -> None:
    """Bytes of another time's file names stop nothing."""
    name = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9")

    done = subprocess.run(
        [sys.executable, "-m", "mediakit", "--library", str(tmp_path), "add", name],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )

    assert 10 == done.returncode
    assert b"Traceback" not in done.stderr
