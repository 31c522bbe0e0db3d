"""Interpreting what several people say, one of whom withdrew or wants no machine."""

import io
import json
import sys
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.cli.commands import interpret_record
from mediakit.library import Library
from mediakit.model.ids import ClipId
from tests.conftest import Run
from tests.consents import put_voice_of, withdraw
from tests.fakes.sound_device import FakeDevice
from tests.interpreters import SPOKEN, put_original, recordings
from tests.speech import ENGLISH, FRENCH

CLIP = ClipId("c-0000000001")
WHO = ("--to", "fr", "--by", "Fanta", "--date", "2026-11-20")
EAR = ("--model", "demo", "--threads", "1")
HERS = SPOKEN[1].text

pytestmark = pytest.mark.engine


@pytest.fixture(autouse=True)
def _a_conversation(library: Library, catalog: Catalog) -> None:
    put_original(library, catalog)


@pytest.fixture
def _gone(catalog: Catalog, _a_conversation: None) -> None:
    withdraw(catalog, put_voice_of(catalog, CLIP, (3000, 5000)), "2026-01-01")


@pytest.fixture
def device(monkeypatch: pytest.MonkeyPatch) -> FakeDevice:
    """Let an interpreter sit at a machine with sound."""
    fake = FakeDevice(FRENCH, ENGLISH)
    monkeypatch.setattr(interpret_record, "open_device", lambda: fake)
    return fake


def _type(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    typed = io.StringIO("".join(f"{line}\n" for line in lines))
    monkeypatch.setattr(sys, "stdin", typed)


@pytest.mark.usefixtures("_gone")
def test_the_others_are_listed_by_the_numbers_they_had(run: Run) -> None:
    """Hers says only when."""
    status, out, err = run("interpret", "cut", CLIP)

    assert (0, False) == (status, HERS in out + err)
    assert [
        "001.wav  0:00 - 0:03  Awa     I ni ce.",
        "002.wav  0:03 - 0:05          not shown: consent does not cover it",
        "003.wav  0:06 - 0:09  Moussa  Here.",
    ] == out.splitlines()
    as_json = run("interpret", "cut", CLIP, "--json")[1]
    assert HERS not in as_json
    assert ["withheld"] == json.loads(as_json)["segments"][1]["flags"]


@pytest.mark.usefixtures("_gone")
def test_what_was_said_of_hers_is_refused_and_listed(run: Run, tmp_path: Path) -> None:
    """Alone or with what comes before; the others are written down."""
    folder = recordings(tmp_path / "said", _1_2=FRENCH, _3=FRENCH)

    status, out, _err = run(
        "interpret", "import", CLIP, str(folder), *WHO, *EAR, "--json"
    )

    answer = json.loads(out)
    assert (3, [1]) == (status, answer["missing"])
    assert ["3.opus"] == [Path(one["file"]).name for one in answer["heard"]]
    assert [("1-2.opus", "consent_withdrawn")] == [
        (Path(one["file"]).name, one["code"]) for one in answer["left_out"]
    ]


@pytest.mark.usefixtures("_gone")
def test_hers_is_neither_played_nor_asked_for(
    run: Run, device: FakeDevice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The interpreter goes from the first segment to the third."""
    _type(monkeypatch, "t", "Bonjour.", "t", "Ici.")

    status, _out, err = run("interpret", CLIP, *WHO, *EAR)

    assert (0, [3.0, 3.0]) == (status, device.played)
    assert HERS not in err
    assert "No segment is missing." in err


def test_who_withdraws_meanwhile_is_not_played(
    run: Run, catalog: Catalog, device: FakeDevice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The gate is asked before each segment."""
    person = put_voice_of(catalog, CLIP, (3000, 5000))
    device.meanwhile = lambda: withdraw(catalog, person, "2026-01-01")
    _type(monkeypatch, "t", "Bonjour.", "t", "Ici.")

    status, _out, err = run("interpret", CLIP, *WHO, *EAR)

    assert (0, [3.0, 3.0]) == (status, device.played)
    assert HERS not in err
    assert person.id in err


def test_who_wants_no_machine_is_interpreted_by_hand(
    run: Run, catalog: Catalog, device: FakeDevice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Played, and typed; no engine is given what they said, in whatever voice."""
    put_voice_of(catalog, CLIP, (0, 3000), transcribe=False)
    _type(monkeypatch, "", "t", "Bonjour.", "q")

    status, _out, err = run("interpret", CLIP, *WHO, *EAR)

    assert (0, [3.0, 2.0], 0) == (status, device.played, device.recorded)
    assert "transcribe" in err
    assert "Segments that are missing: 2-3." in err


def test_an_engine_is_not_given_their_words_to_import(
    run: Run, catalog: Catalog, tmp_path: Path
) -> None:
    """It is said whose, and why."""
    put_voice_of(catalog, CLIP, (0, 3000), transcribe=False)
    folder = recordings(tmp_path / "said", _1=FRENCH, _2=FRENCH)

    status, out, _err = run(
        "interpret", "import", CLIP, str(folder), *WHO, *EAR, "--json"
    )

    answer = json.loads(out)
    assert (3, [1, 3]) == (status, answer["missing"])
    assert [("1.opus", "consent_refused")] == [
        (Path(one["file"]).name, one["code"]) for one in answer["left_out"]
    ]
