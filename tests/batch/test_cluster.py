"""Running one function over many things on other machines; here, in threads."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from mediakit.batch.cluster import run
from mediakit.batch.cluster_address import Certificates, Cluster
from mediakit.batch.dask import distributed
from mediakit.batch.outcomes import Done, Failed, Moved
from mediakit.errors.batches import WorkFailed
from mediakit.errors.cluster import ClusterUnable, ClusterUnreachable
from mediakit.errors.library import ReadFailed
from tests.clusters import SKILL, Note, count, go_on, local_cluster, note

Outcome = Moved[Note, int] | Done[Note, tuple[str, int]] | Failed[Note]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """Start a cluster of one worker."""
    with local_cluster() as cluster:
        yield cluster


def _run(cluster: Cluster, *items: Note) -> list[Outcome]:
    return [*run(count, items, cluster, SKILL)]


def test_each_is_done_and_tells_how_far_it_is(cluster: Cluster, tmp_path: Path) -> None:
    """On a shared disk nothing is sent."""
    items = [note(tmp_path / name, name.encode() * 100) for name in ("one", "three")]

    outcomes = _run(cluster, *items)

    done = [outcome for outcome in outcomes if isinstance(outcome, Done)]
    assert [(str(item.path), item.size) for item in items] == [
        one.value for item in items for one in done if one.item == item
    ]
    assert {(item.path, item.size // 2) for item in items} == {
        (one.item.path, one.news) for one in outcomes if isinstance(one, Moved)
    }


def test_what_the_worker_does_not_see_is_sent_and_deleted(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Known by its content, in several pieces."""
    from mediakit.batch import arriving, sending

    monkeypatch.setattr(arriving, "_is_here", lambda _recording: False)
    monkeypatch.setattr(sending, "_PIECE", 1000)
    item = note(tmp_path / "film", bytes(range(256)) * 10)

    (done,) = (one for one in _run(cluster, item) if isinstance(one, Done))

    place, size = done.value
    assert (item.sha256, 2560) == (Path(place).name, size)
    assert not Path(place).exists()


def test_what_cannot_be_read_here_fails_alone(cluster: Cluster, tmp_path: Path) -> None:
    """The worker does not wait for it."""
    missing = note(tmp_path / "missing", b"gone")
    missing.path.unlink()
    there = note(tmp_path / "there", b"there")

    outcomes = _run(cluster, missing, there)

    (failed,) = (one for one in outcomes if isinstance(one, Failed))
    assert (missing, ReadFailed) == (failed.item, type(failed.error))
    assert [there] == [one.item for one in outcomes if isinstance(one, Done)]


def test_errors_come_back_with_their_details(cluster: Cluster, tmp_path: Path) -> None:
    """Those that were foreseen as they were, others named."""
    short, empty = note(tmp_path / "short", b"1"), note(tmp_path / "empty", b"")

    outcomes = _run(cluster, short, empty)

    errors = {
        one.item.path.name: one.error for one in outcomes if isinstance(one, Failed)
    }
    assert isinstance(errors["short"], ReadFailed)
    assert {"path": str(short.path), "reason": "too short"} == errors["short"].details
    assert isinstance(errors["empty"], WorkFailed)
    assert {"item": "empty", "reason": "KeyError: 'empty'"} == errors["empty"].details


def test_the_same_content_is_done_once(cluster: Cluster, tmp_path: Path) -> None:
    """And answers for both."""
    items = [note(tmp_path / name, b"the same") for name in ("one", "two")]

    done = [one for one in _run(cluster, *items) if isinstance(one, Done)]

    assert items == [one.item for one in done]
    assert 1 == len({one.value for one in done})


def test_closing_it_ends_it(cluster: Cluster, tmp_path: Path) -> None:
    """The worker stops, and is free for the next batch."""
    endless = run(go_on, [note(tmp_path / "endless", b"endless")], cluster, SKILL)
    next(endless)
    endless.close()

    outcomes = _run(cluster, note(tmp_path / "next", b"next"))

    assert any(isinstance(outcome, Done) for outcome in outcomes)


def test_nothing_to_do_needs_no_cluster() -> None:
    """Nobody is asked."""
    assert [] == _run(Cluster("tcp://127.0.0.1:1", Certificates()))


def test_a_worker_must_be_able_to_do_it(cluster: Cluster, tmp_path: Path) -> None:
    """Said before anything is begun."""
    item = note(tmp_path / "one", b"one")

    with pytest.raises(ClusterUnable):
        next(run(count, [item], cluster, "unheard of"))


def test_a_slow_disk_is_no_news(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dask would print advice for who looks after a cluster."""
    library = distributed()
    told = partial(library.utils.warn_on_duration, "0 s")
    monkeypatch.setattr(
        "distributed.core.warn_on_duration", lambda _limit, said: told(said)
    )

    with local_cluster() as cluster:
        assert cluster.address


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "tls://127.0.0.1:1"])
def test_a_scheduler_that_is_not_there_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    """With the reason; one without certificates too."""
    from mediakit.batch import cluster

    monkeypatch.setattr(cluster, "_CONNECTING", "100 ms")
    item = note(tmp_path / "one", b"one")

    with pytest.raises(ClusterUnreachable) as caught:
        _run(Cluster(address, Certificates()), item)

    assert address == caught.value.details["address"]
    assert caught.value.details["reason"]
