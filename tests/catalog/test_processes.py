"""Several real programs change and read one catalog at once."""

import dataclasses
import multiprocessing
from multiprocessing.queues import Queue
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.model.ids import SessionId
from mediakit.model.session import Session
from tests.builders import a_session

COUNTER = SessionId("s-counter000")
WORK = 48

spawn = multiprocessing.get_context("spawn")


def write(path: Path, changes: int, done: "Queue[str]") -> None:
    """Add sessions, counting each in one shared record; tell which are safe."""
    catalog = Catalog(path, author="Moussa")
    for number in range(changes):
        with catalog.change() as change:
            session = change.put(a_session(change.new_id(Session)))
            counter = change.get(Session, COUNTER)
            count = (counter.people or 0) + 1
            change.put(dataclasses.replace(counter, people=count))
        if number % 8 == 7:
            catalog.close()
        done.put(session.id)
    catalog.close()


@pytest.mark.parametrize("writers", [2, 4, 8])
def test_writers_at_once_lose_nothing_and_readers_see_whole_changes(
    catalog: Catalog, writers: int
) -> None:
    """All that was acknowledged is there; every look shows whole changes only."""
    with catalog.change() as change:
        change.put(dataclasses.replace(a_session(COUNTER), people=0))
    catalog.close()
    done: Queue[str] = spawn.Queue()
    processes = [
        spawn.Process(target=write, args=(catalog.path, WORK // writers, done))
        for _ in range(writers)
    ]
    for process in processes:
        process.start()

    acknowledged, looks = set[str](), list[int]()
    while any(process.is_alive() for process in processes):
        seen = Catalog(catalog.path, author="Awa").read()
        sessions = {session.id for session in seen.all(Session)} - {COUNTER}
        assert len(sessions) == seen.get(Session, COUNTER).people
        assert acknowledged <= sessions
        looks.append(len(sessions))
        acknowledged |= told(done)
    acknowledged |= told(done)

    kept = {session.id for session in catalog.read().all(Session)} - {COUNTER}
    assert [0] * writers == [process.exitcode for process in processes]
    assert WORK == len(acknowledged)
    assert acknowledged == kept
    assert looks == sorted(looks)


def told(done: "Queue[str]") -> set[str]:
    """Return what the writers have acknowledged since the last time."""
    acknowledged = set()
    while not done.empty():
        acknowledged.add(done.get())
    return acknowledged
