"""What the gate costs in a programme of 1,000 people, 10,000 voices, 5,000 uses.

A playlist of 100 lines is asked about, from the files on disk and with the records at
hand; and one clip, for what of it is open. Once more with all the voices in one clip,
which nobody films. Beside it the least that anything can take: reading the same
``catalog.json`` as JSON, and looking at nothing.

usage: python -m benchmarks.gate [ROUNDS] [--small]
"""

import json
import random
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.measure import Table, Target, Used, call, compare, main
from benchmarks.trace import DAY, minute, put_people, put_uses
from mediakit.catalog.catalog import Catalog
from mediakit.model.gate import Facts, Request, Rules, decide
from mediakit.model.ids import ClipId
from mediakit.settings import SCOPES
from mediakit.workflows.find_open_spans import find_open_spans
from mediakit.workflows.gather_facts import gather_facts
from mediakit.workflows.init_library import init_library

ROUNDS = 7
PEOPLE, VOICES, USES, LINES = 1_000, 10_000, 5_000, 100
RULES = Rules(scopes=SCOPES)
SECOND = "a second, as promised"


def tables(rounds: int, *, small: bool) -> Iterator[Table]:
    """Ask about a playlist, and about all of a clip."""
    share = 50 if small else 1
    with tempfile.TemporaryDirectory() as folder:
        library = init_library(Path(folder) / "library", name="Mali")
        catalog = Catalog(library.catalog, author="Awa")
        with catalog.change() as change:
            _people, clips = put_people(change, PEOPLE // share, VOICES // share)
            put_uses(change, clips, USES // share)
        catalog.close()
        facts = gather_facts(catalog.read())
        playlist, crowd = _playlist(clips), _crowd(facts, clips[0])

        def fresh() -> Catalog:
            return Catalog(library.catalog, author="Awa")

        medians = compare(
            {
                "playlist, from disk": lambda: call(
                    lambda: decide(gather_facts(fresh().read()), RULES, playlist)
                ),
                "playlist, records at hand": lambda: call(
                    lambda: decide(facts, RULES, playlist)
                ),
                "spans of a clip, from disk": lambda: call(
                    lambda: find_open_spans(
                        fresh(), RULES, clips[0], scope="film", day=DAY, audience=""
                    )
                ),
                "playlist of one clip with every voice": lambda: call(
                    lambda: decide(crowd, RULES, _playlist([clips[0]]))
                ),
                "read catalog.json as JSON": lambda: call(
                    lambda: json.loads(library.catalog.read_bytes())
                ),
                SECOND: lambda: Used(1.0, 1.0),
            },
            rounds,
        )
    ours = [name for name in medians if name.startswith(("playlist", "spans"))]
    yield Table(
        f"people {PEOPLE // share}, voices {VOICES // share}, uses {USES // share}, "
        f"lines {LINES}",
        medians,
        tuple(Target(name, SECOND, 1 / 2) for name in ours),
    )


def _playlist(clips: list[ClipId]) -> Request:
    """Return a minute of a clip, a hundred times."""
    chance = random.Random(3)
    parts = tuple((chance.choice(clips), minute(chance)) for _ in range(LINES))
    return Request(ranges=parts, scope="film", day=DAY)


def _crowd(facts: Facts, clip: ClipId) -> Facts:
    """Return the same with all voices in one clip."""
    voices = tuple(voice for ones in facts.voices.values() for voice in ones)
    return replace(facts, voices={clip: voices})


if __name__ == "__main__":
    main(tables, rounds=ROUNDS)
