"""What a search costs among 1,000,000 segments, about 1,400 hours of speech.

Beside it, in the same run, what people would use instead: a regular expression over
every segment, as in videogrep, with the texts in memory already or with the files to
read first; LIKE in a table of segments, as in QualCoder; and tantivy, which knows no
forms of words here, and nothing of what changes in a catalog. mediakit's time is that
of the whole workflow: read the catalog, see that the index is current, ask, highlight,
and gather clip, session and themes of the best twenty.

usage: python -m benchmarks.search [ROUNDS] [--small]
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.measure import Table, Target, Used, call, compare, main, run
from benchmarks.search_world import (
    LONG,
    PLACES,
    VOCABULARY,
    Case,
    Where,
    World,
    doing,
    invented_words,
)
from benchmarks.tantivy_index import Ask, Tantivy

ROUNDS = 5
SEGMENTS, FEW = 1_000_000, 20_000
OURS, SCAN, LIKE = "mediakit", "regular expression, texts in memory", "LIKE"
TANTIVY = "tantivy, the index alone"
SHARE = 1 / 10


def tables(rounds: int, *, small: bool) -> Iterator[Table]:
    """Index everything, correct one segment, and search."""
    words = invented_words()
    with tempfile.TemporaryDirectory() as folder:
        with doing("getting tantivy"):
            peer = Tantivy(Path(folder))
        world = World(Path(folder), words, FEW if small else SEGMENTS)
        yield _upkeep(world, peer, words[VOCABULARY // 2])
        with peer.asked() as ask:
            for case in _cases(words):
                for where in PLACES:
                    yield _table(world, ask, case, where, rounds)
        yield _from_files(world, _cases(words)[0])


def _cases(words: list[str]) -> tuple[Case, ...]:
    common, rare = words[0], words[VOCABULARY // 2]
    return (
        _word("rare word", rare),
        _word("word", words[300]),
        _word("most common word", common),
        _word("two common words", f"{common} {words[2]}"),
        _phrase(f"{words[3]} {common}"),
        _prefix(words[1000][:7]),
    )


def _word(kind: str, words: str) -> Case:
    first, *others = words.split()
    ahead = "".join(rf"(?=.*\b{word})" for word in others)
    pattern = rf"^{ahead}.*\b{first}" if others else rf"\b{first}"
    return Case(kind, words, pattern, tuple(f"%{word}%" for word in words.split()))


def _phrase(words: str) -> Case:
    return Case("phrase", f'"{words}"', rf"\b{words}\b", (f"%{words}%",))


def _prefix(start: str) -> Case:
    return Case("prefix", f"{start}*", rf"\b{start}", (f"% {start}%",))


def _upkeep(world: World, peer: Tantivy, word: str) -> Table:
    root = str(world.library.root)
    command = (sys.executable, "-m", "mediakit", "--library", root, "search", word)
    with doing("indexing, with mediakit"):
        first = run(command)
    with doing("indexing, with tantivy"):
        theirs = peer.index(world.rows)
    sizes = f"{world.library.index.stat().st_size / 1e6:.1f} MB, tantivy's "
    sizes += f"{sum(f.stat().st_size for f in peer.folder.iterdir()) / 1e6:.1f} MB"
    with doing("correcting one segment"):
        corrected = world.correct()
        again = run(command)
        changed = peer.change(corrected)
    said = sum(len(text) for *_known, text in world.rows)
    count = len(world.rows)
    return Table(
        f"Index {count:,} segments in {-(-count // LONG):,} transcripts",
        {
            "mediakit, all of them, and search": first,
            "tantivy, all of them": theirs,
            "mediakit, one segment corrected, and search": again,
            "tantivy, one segment changed": changed,
            "mediakit, the program, search alone": run(command),
        },
        note=f"{sizes}, for {said / 1e6:.1f} million characters",
    )


def _table(world: World, ask: Ask, case: Case, where: Where, rounds: int) -> Table:
    runs: dict[str, Callable[[], Used]] = {
        OURS: partial(call, partial(world.search, case, where)),
        SCAN: partial(call, partial(world.scan, case, where)),
        LIKE: partial(call, partial(world.like, case, where)),
        TANTIVY: partial(ask, case.kind, case.typed.strip('"*'), where.fields),
    }
    if not where.fields:
        runs["mediakit, the index alone"] = partial(call, partial(world.ask, case))
    total = world.search(case, where).answer.total
    title = f"Search: {case.kind}, {where.name}: {total:,} passages"
    # who knows already where to look has little left to scan
    peers = () if where.fields else (SCAN, LIKE)
    targets = tuple(Target(OURS, peer, SHARE) for peer in peers)
    return Table(title, compare(runs, rounds), targets)


def _from_files(world: World, case: Case) -> Table:
    with doing("reading every transcript"):
        read = call(partial(world.read_and_scan, case))
    ours = call(partial(world.search, case, PLACES[0]))
    medians = {OURS: ours, "regular expression, files read first": read}
    return Table(f"Search: {case.kind}, from files, once", medians)


if __name__ == "__main__":
    main(tables, rounds=ROUNDS)
