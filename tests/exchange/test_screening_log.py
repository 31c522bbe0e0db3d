"""Logs from machines that anybody may have used: understood, or refused."""

import json
from dataclasses import asdict

import pytest

from mediakit.errors.screenings import ScreeningLogUnusable
from mediakit.exchange.screening_log import LARGEST, read_log
from mediakit.model.screening import Heat, Outcome
from tests.screening_logs import Entry, a_log, an_entry


def test_says_what_the_page_noted() -> None:
    """Every field; a time keeps the offset of the place."""
    said = an_entry(began="2026-03-01T10:32:05.250+01:00", outcome="stopped")

    log = read_log(_bytes(a_log(said)), "log.json")

    entry = log.entries[0]
    assert Outcome.STOPPED is entry.outcome
    assert Heat.LIVELY is entry.heat
    assert "2026-03-01T10:32:05+01:00" == entry.began
    assert ("Et la route ?",) == entry.asked
    assert set(said) == set(asdict(entry))


def test_heat_need_not_be_said() -> None:
    """Nor what a newer page would add."""
    log = read_log(_bytes(a_log(an_entry(heat=None, light="dim"))), "log.json")

    assert log.entries[0].heat is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no log",
        b"\xff\xfe",
        b"[" * 100_000,
        b"{}",
        b'{"format":"mediakit-screening-log","version":1}',
        b" " * (LARGEST + 1),
    ],
    ids=["empty", "text", "bytes", "deep", "other", "nothing", "large"],
)
def test_what_is_no_log_is_refused(content: bytes) -> None:
    """In one sentence."""
    with pytest.raises(ScreeningLogUnusable) as refused:
        read_log(content, "log.json")

    assert str(refused.value).startswith("log.json cannot be taken in")


@pytest.mark.parametrize(
    "facts",
    [
        {"outcome": "liked"},
        {"heat": "warm"},
        {"excerpt": "../../etc/passwd"},
        {"code": "A1\n"},
        {"code": "A" * 61},
        {"reached": -1},
        {"reached": 10**30},
        {"end": 1.5},
        {"began": "yesterday"},
        {"began": "2026-03-01T10:32:05"},
        {"reaction": "x" * 10_001},
        {"asked": ["x"] * 201},
        {"question": None},
    ],
    ids=str,
)
def test_what_no_page_writes_is_refused(facts: Entry) -> None:
    """A hand, or a stranger, changed it."""
    with pytest.raises(ScreeningLogUnusable, match="changed since it was saved"):
        read_log(_bytes(a_log(an_entry(**facts))), "log.json")


@pytest.mark.parametrize(
    "log",
    [
        a_log(an_entry(), an_entry()),
        a_log(log="../x"),
        a_log(session="Ménaka"),
        a_log(*[an_entry(f"A{n}") for n in range(2001)]),
    ],
    ids=["twice", "log", "session", "many"],
)
def test_a_log_that_cannot_be_is_refused(log: Entry) -> None:
    """Nothing of it is believed."""
    with pytest.raises(ScreeningLogUnusable, match="changed since it was saved"):
        read_log(_bytes(log), "log.json")


def test_a_newer_log_is_refused_by_its_version() -> None:
    """It says that mediakit is to be brought up to date."""
    with pytest.raises(ScreeningLogUnusable, match="newer mediakit"):
        read_log(_bytes(a_log(version=2)), "log.json")


def _bytes(log: Entry) -> bytes:
    return json.dumps(log).encode()
