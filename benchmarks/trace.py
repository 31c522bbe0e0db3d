"""What a withdrawal costs in a programme of 1,000 people, 10,000 voices, 5,000 uses.

From the files on disk to the list of everything that holds the voice, as ``consent
withdraw --dry-run`` does it; what every later look at that list costs; and what asking
the gate for a cut costs there. Beside it the least that anything can take: reading the
same ``catalog.json`` as JSON, and looking at nothing.

usage: python -m benchmarks.trace [ROUNDS] [--small]
"""

import json
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Table, call, compare, main
from mediakit.catalog.catalog import Catalog, Change
from mediakit.model.clip import Clip
from mediakit.model.consent import ConsentEvent, ConsentKind
from mediakit.model.gate import Rules
from mediakit.model.ids import ClipId, ConsentId, PersonId, UseId, VoiceId, make_id
from mediakit.model.leaving import Shown
from mediakit.model.media import MediaInfo
from mediakit.model.person import Person
from mediakit.model.timecode import TimeRange
from mediakit.model.use import Use, UsedFile, UsedRange, UseKind
from mediakit.model.voice import Voice
from mediakit.settings import SCOPES
from mediakit.workflows.init_library import init_library
from mediakit.workflows.list_recalls import open_recalls
from mediakit.workflows.pass_gate import Purpose, pass_gate
from mediakit.workflows.withdraw_consent import (
    Wish,
    try_withdrawal,
    withdraw_consent,
)

ROUNDS = 7
PEOPLE, VOICES, USES = 1_000, 10_000, 5_000
DAY = "2026-03-01"
FILM = Purpose(
    rules=Rules(scopes=SCOPES), scope="film", day=DAY, override="It is timed."
)
LONG = 40 * 60_000
MEDIA = MediaInfo(kind="sound", duration=LONG, container="wav")
NO_HASH = "0" * 64


def tables(rounds: int, *, small: bool) -> Iterator[Table]:
    """Trace one voice, list what is open, ask the gate once."""
    share = 50 if small else 1
    with tempfile.TemporaryDirectory() as folder:
        library = init_library(Path(folder) / "library", name="Mali")
        catalog = Catalog(library.catalog, author="Awa")
        with catalog.change() as change:
            people, clips = put_people(change, PEOPLE // share, VOICES // share)
            put_uses(change, clips, USES // share)
        withdraw_consent(library, catalog, FILM.rules, people[1], Wish(), today=DAY)
        catalog.close()
        parts = ((clips[0], TimeRange(0, 60_000)),)

        def fresh() -> Catalog:
            return Catalog(library.catalog, author="Awa")

        medians = compare(
            {
                "trace a withdrawal": lambda: call(
                    lambda: try_withdrawal(fresh(), people[0], Wish(), today=DAY)
                ),
                "list what is open": lambda: call(
                    lambda: open_recalls(fresh().read(), DAY)
                ),
                "ask the gate for a cut": lambda: call(
                    lambda: pass_gate(fresh().read(), FILM, parts, Shown.SOUND)
                ),
                "read catalog.json as JSON": lambda: call(
                    lambda: json.loads(library.catalog.read_bytes())
                ),
            },
            rounds,
        )
    title = f"people {PEOPLE // share}, voices {VOICES // share}, uses {USES // share}"
    yield Table(title, medians)


def put_people(
    change: Change, people: int, voices: int
) -> tuple[list[PersonId], list[ClipId]]:
    """Put people who agreed to everything into clips, a minute each time."""
    chance = random.Random(1)
    who = [PersonId(make_id("p", number)) for number in range(people)]
    where = [ClipId(make_id("c", number)) for number in range(max(1, voices // 10))]
    for number, clip in enumerate(where):
        sha256 = f"{number:064x}"
        path = f"assets/{clip}.wav"
        change.put(
            Clip(id=clip, title=clip, path=path, sha256=sha256, size=1, media=MEDIA)
        )
    for number, person in enumerate(who):
        change.put(Person(id=person, name=f"Person {number}"))
        change.put(
            ConsentEvent(
                id=ConsentId(make_id("co", number)),
                person=person,
                kind=ConsentKind.GIVEN,
                day="2026-01-01",
                up_to="web",
            )
        )
    for number in range(voices):
        change.put(
            Voice(
                id=VoiceId(make_id("v", number)),
                clip=chance.choice(where),
                person=chance.choice(who),
                range=minute(chance),
            )
        )
    return who, where


def put_uses(change: Change, clips: list[ClipId], uses: int) -> None:
    """Put uses of a minute of one of *clips* each."""
    chance = random.Random(2)
    for number in range(uses):
        change.put(
            Use(
                id=UseId(make_id("u", number)),
                kind=UseKind.CUT,
                files=(UsedFile(f"exports/cuts/{number}.wav", NO_HASH),),
                ranges=(UsedRange(chance.choice(clips), minute(chance)),),
                recipient="Radio Gao",
            )
        )


def minute(chance: random.Random) -> TimeRange:
    """Return one minute of a clip."""
    start = chance.randrange(LONG - 60_000)
    return TimeRange(start, start + 60_000)


if __name__ == "__main__":
    main(tables, rounds=ROUNDS)
