"""Recordings that are sent piece by piece."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mediakit.batch import arriving
from mediakit.batch.arriving import Arrival, arrival, at_hand
from mediakit.errors.cluster import MediaNotSent
from mediakit.errors.library import ReadFailed
from tests.clusters import Note, note

WORKER = "tcp://127.0.0.1:1"


def _elsewhere(one: Note) -> Note:
    """Return a file as who does not see it knows it."""
    return Note(one.path.with_name("elsewhere"), one.sha256, one.size)


def _coming(one: Note) -> Arrival:
    found = arrival(WORKER, one.sha256)
    assert found
    return found


def _never() -> None:
    pytest.fail("it was asked for")


@pytest.fixture
def there(tmp_path: Path) -> Note:
    """Write a file."""
    return note(tmp_path / "one", b"0123456789")


def test_what_lies_on_a_shared_disk_is_not_sent(there: Note, tmp_path: Path) -> None:
    """The same path, the same bytes."""
    with at_hand(there, WORKER, tmp_path / "media", _never) as path:
        assert there.path == path
    assert there.path.exists()


@pytest.mark.parametrize("content", [b"9876543210", b"0123"])
def test_another_file_at_that_path_is_not_taken(
    there: Note, tmp_path: Path, content: bytes
) -> None:
    """Two machines may call two files the same."""
    there.path.write_bytes(content)

    def send() -> None:
        _coming(there).take(0, b"0123456789")

    with at_hand(there, WORKER, tmp_path / "media", send) as path:
        assert b"0123456789" == path.read_bytes()
    assert content == there.path.read_bytes()


def test_pieces_become_the_recording_and_it_is_deleted(
    there: Note, tmp_path: Path
) -> None:
    """Those that come twice, or too early, do no harm."""
    away, folder = _elsewhere(there), tmp_path / "media"
    reached: list[int] = []

    def send() -> None:
        pieces = [(0, b"0123"), (0, b"0123"), (8, b"89"), (4, b"4567"), (8, b"89xx")]
        reached.extend(_coming(away).take(*piece) for piece in [*pieces, (8, b"89")])

    with at_hand(away, WORKER, folder, send) as path:
        assert b"0123456789" == path.read_bytes()
        assert 0o600 == path.stat().st_mode & 0o777

    assert [4, 4, 4, 8, 8, 10] == reached
    assert [] == [*folder.iterdir()]
    assert arrival(WORKER, away.sha256) is None


def test_what_is_not_what_was_wanted_is_refused(there: Note, tmp_path: Path) -> None:
    """It was changed on its way, or since it was added."""
    away, folder = _elsewhere(there), tmp_path / "media"

    with (
        pytest.raises(ReadFailed),
        at_hand(away, WORKER, folder, lambda: _take(away, b"9876543210")),
    ):
        pass

    assert [] == [*folder.iterdir()]


def _take(one: Note, content: bytes) -> None:
    _coming(one).take(0, content)


def test_what_cannot_be_sent_is_not_waited_for(there: Note, tmp_path: Path) -> None:
    """Who has it says why."""
    away = _elsewhere(there)
    error = ReadFailed(path="one", reason="gone")

    with (
        pytest.raises(ReadFailed) as caught,
        at_hand(away, WORKER, tmp_path, lambda: _coming(away).give_up(error)),
    ):
        pass

    assert error is caught.value


def test_what_never_comes_is_asked_for_again_and_given_up(
    there: Note, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker does not wait for ever for somebody who is gone."""
    monkeypatch.setattr(arriving, "_PATIENCE", 0.001)
    asked: list[int] = []
    ask: Callable[[], None] = lambda: asked.append(1)  # noqa: E731 counts

    with (
        pytest.raises(MediaNotSent) as caught,
        at_hand(_elsewhere(there), WORKER, tmp_path, ask),
    ):
        pass

    assert {"reached": 0, "size": 10} == caught.value.details
    assert 20 == len(asked)
