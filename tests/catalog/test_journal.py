"""What a journal says, whatever happened to it."""

import itertools
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from mediakit.catalog.journal import Change, header, transaction
from mediakit.catalog.snapshot import Snapshot, Tables, parse, render
from mediakit.catalog.storage import JournalStorage
from mediakit.errors.catalog import CatalogDamaged, CatalogTooNew

CHANGES: list[list[Change]] = [
    [("clips", "c-1", {"title": "Femmes de Gao", "notes": "à l'eau @ 8"})],
    [("clips", "c-2", {"title": "Hommes"}), ("themes", "th-1", {"path": "eau"})],
    [("clips", "c-1", None), ("clips", "c-2", {"title": "Hommes \n d'Ansongo"})],
    [("sessions", "s-1", {"people": 12, "notes": "x" * 20})],
]

# one place in seven (so each bit of a byte in turn); every one in the long tests
thoroughly = pytest.mark.parametrize(
    "step", [7, pytest.param(1, marks=pytest.mark.long)]
)


class Files:
    """A catalog with a live journal, and each state that was acknowledged."""

    def __init__(self, folder: Path) -> None:
        self.snapshot = folder / "catalog.json"
        self.journal = folder / "catalog.json.journal"
        storage = JournalStorage(self.snapshot)
        storage.create()
        first = parse(self.snapshot, self.snapshot.read_bytes())
        self.ends, self.states = [0], [storage.read()]
        lines = [header(first)]
        for changes in CHANGES:
            lines.append(transaction(changes))
            self.journal.write_bytes(b"".join(lines))
            self.ends.append(self.journal.stat().st_size)
            self.states.append(JournalStorage(self.snapshot).read())
        self.content = self.journal.read_bytes()

    def read(self, journal: bytes) -> Tables | None:
        """Return what is read with these bytes as journal; None if refused."""
        self.journal.write_bytes(journal)
        try:
            return JournalStorage(self.snapshot).read()
        except CatalogDamaged:
            return None


@pytest.fixture
def written(tmp_path: Path) -> Files:
    """Make a catalog with four transactions in its journal."""
    return Files(tmp_path)


def test_holds_every_transaction_in_order(written: Files) -> None:
    """Inserted, replaced and removed documents are as they were left."""
    expected = {
        "clips": {"c-2": {"title": "Hommes \n d'Ansongo"}},
        "themes": {"th-1": {"path": "eau"}},
        "sessions": {"s-1": {"people": 12, "notes": "x" * 20}},
    }

    assert expected == written.states[-1]


def test_every_prefix_recovers_exactly_what_was_committed(written: Files) -> None:
    """Wherever power failed, whole transactions count and a torn one does not."""
    for length in range(len(written.content) + 1):
        committed = sum(end <= length for end in written.ends) - 1

        assert written.states[committed] == written.read(written.content[:length])


@thoroughly
def test_a_writer_goes_on_after_a_torn_line(written: Files, step: int) -> None:
    """What a dead program left half written is overwritten, nothing else."""
    for length in range(0, len(written.content) + 1, step):
        before = written.read(written.content[:length]) or {}
        storage = JournalStorage(written.snapshot)

        storage.write({**storage.read(), "uses": {"u-1": {}}})

        assert {**before, "uses": {"u-1": {}}} == JournalStorage(
            written.snapshot
        ).read()


@thoroughly
def test_every_flipped_bit_is_reported(written: Files, step: int) -> None:
    """No damage is read as something else, or skipped."""
    for bit in range(0, 8 * len(written.content), step):
        assert written.read(flipped(written.content, bit)) is None, bit


def test_says_where_the_first_damage_is(written: Files) -> None:
    """A person can tell what the journal held before it."""
    damaged = bytearray(written.content)
    damaged[written.ends[2] + 20] ^= 1

    written.journal.write_bytes(damaged)
    with pytest.raises(CatalogDamaged) as raised:
        JournalStorage(written.snapshot).read()
    assert (str(written.journal), written.ends[2]) == (
        raised.value.details["path"],
        raised.value.details["place"],
    )
    assert bytes(damaged) == written.journal.read_bytes()


def test_blocks_that_were_never_written_are_a_torn_write_or_reported(
    written: Files,
) -> None:
    """Zeros in a journal give a state that was committed, or an error."""
    for start, end in zeroed_ranges(len(written.content)):
        damaged = bytearray(written.content)
        damaged[start:end] = bytes(end - start)
        before = sum(committed <= start for committed in written.ends) - 1

        assert written.read(bytes(damaged)) in (None, written.states[before])


def test_a_power_cut_in_the_last_write_harms_nothing_before_it(
    written: Files,
) -> None:
    """Blocks of the last line that were never stored do not lock anyone out."""
    last = written.ends[-2]
    for start, end in itertools.pairwise((last, last + 1, last + 7, last + 90)):
        torn = bytearray(written.content)
        torn[start:end] = bytes(end - start)
        expected = None if 1 == end - start and start != last else written.states[-2]

        assert expected == written.read(bytes(torn)), (start, end)


def flipped(content: bytes, bit: int) -> bytes:
    """Return *content* with one bit changed."""
    damaged = bytearray(content)
    damaged[bit // 8] ^= 1 << bit % 8
    return bytes(damaged)


def zeroed_ranges(size: int) -> Iterator[tuple[int, int]]:
    """Yield 200 ranges, the same in every run."""
    source = random.Random(5)
    for _ in range(200):
        start = source.randrange(size)
        yield start, source.randint(start + 1, size)


@thoroughly
def test_every_flipped_bit_of_the_catalog_under_a_journal_is_reported(
    written: Files, step: int
) -> None:
    """Nothing is added to a catalog that is not the one it was added to."""
    content = render(
        Snapshot(written.states[-1], format=1, generation=3, follows=9, crc32=0)
    )
    line = transaction([("clips", "c-9", {})])
    written.journal.write_bytes(header(parse(written.snapshot, content)) + line)
    for bit in range(0, 8 * len(content), step):
        written.snapshot.write_bytes(flipped(content, bit))

        with pytest.raises((CatalogDamaged, CatalogTooNew)):
            JournalStorage(written.snapshot).read()


def test_a_line_of_something_else_is_refused(written: Files) -> None:
    """A journal without its first line belongs to no catalog."""
    assert written.read(written.content.partition(b"\n")[2]) is None
