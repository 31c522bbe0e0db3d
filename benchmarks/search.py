"""What a search costs among 100,000 segments, about 140 hours of speech.

Beside it, in the same run, what people would use instead: a regular expression over
every segment, as in videogrep, with the texts in memory already or with the files to
read first; and LIKE in a table of segments, as in QualCoder. mediakit's time is that of
the whole workflow: read the catalog, see that the index is current, ask, highlight,
and gather clip, session and themes of the best twenty.

usage: python -m benchmarks.search [ROUNDS] [--small]
"""

import json
import random
import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from pathlib import Path

from benchmarks.measure import Table, call, compare, main
from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.gate import Rules
from mediakit.model.ids import ClipId
from mediakit.model.ladder import INTERNAL
from mediakit.model.media import MediaInfo
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import Origin, State
from mediakit.search.answering import find
from mediakit.search.parsing import parse
from mediakit.search.question import Answer, Question
from mediakit.search.store import OnDisk
from mediakit.settings import SCOPES
from mediakit.workflows.init_library import init_library
from mediakit.workflows.keep_transcript import keep_transcript, put_transcript
from mediakit.workflows.narrow_search import Filters
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.search_transcripts import Found, search_transcripts

ROUNDS = 7
SEGMENTS, FEW = 100_000, 1_000
LONG = 100
VOCABULARY = 40_000
ON_SCREEN = Purpose(rules=Rules(scopes=SCOPES), scope=INTERNAL, day="2026-03-01")
SYLLABLES = (
    *("ba", "con", "dé", "fi", "ga", "mi", "gra", "ré", "su", "lé", "cu", "ri"),
    *("té", "pro", "men", "sa", "vi", "tu", "no", "pa", "che"),
)
ENDINGS = ("", "s", "es", "ment", "tion", "tions", "er", "ait", "é", "ée", "ing", "ed")
SOUND = MediaInfo(kind="sound", duration=LONG * 5000, container="wav")


@dataclass(frozen=True)
class Case:
    """One thing to look for, as each program is asked for it."""

    name: str
    typed: str
    pattern: str
    like: str
    filters: Filters


class World:
    """A library, and the same words as the others hold them."""

    def __init__(self, folder: Path, words: list[str], segments: int) -> None:
        self.library: Library = init_library(folder / "library")
        self.catalog = Catalog(self.library.catalog, author="benchmark")
        self.texts = list(_texts(words, segments))
        self.table = sqlite3.connect(folder / "table.sqlite")
        with self.catalog.change() as change:
            for number, start in enumerate(range(0, segments, LONG)):
                id_ = ClipId(change.new_id(Clip))
                change.put(_clip(id_, number))
                said = _transcript(id_, number, self.texts[start : start + LONG])
                put_transcript(self.library, change, said, state=State.UNCHECKED)
        self.clip = self.catalog.read().all(Clip)[0].id
        self.table.execute("CREATE TABLE segments (clip INTEGER, text TEXT)")
        rows = ((place // LONG, text) for place, text in enumerate(self.texts))
        self.table.executemany("INSERT INTO segments VALUES (?, ?)", rows)
        self.table.commit()

    def search(self, case: Case) -> Found:
        """Search as mediakit does."""
        *_read, found = search_transcripts(
            *(self.library, self.catalog, case.typed, case.filters, ON_SCREEN),
            limit=20,
            context=1,
        )
        assert isinstance(found, Found)
        return found

    def ask(self, case: Case) -> Answer:
        """Ask the index as it is, without looking at the library."""
        question = Question(query=parse(case.typed), limit=20, context=1)
        with OnDisk(self.library.index).reading() as connection:
            return find(connection, question)

    def scan(self, case: Case) -> list[str]:
        """Search the texts in memory with a regular expression."""
        texts = self.texts[:LONG] if case.filters.clip else self.texts
        find = re.compile(case.pattern, re.IGNORECASE).search
        return [text for text in texts if find(text)]

    def read_and_scan(self, case: Case) -> list[str]:
        """Do the same, but read the transcripts first."""
        find = re.compile(case.pattern, re.IGNORECASE).search
        return [
            segment["text"]
            for path in self.library.transcripts.iterdir()
            for segment in json.loads(path.read_bytes())["segments"]
            if find(segment["text"])
        ]

    def like(self, case: Case) -> list[tuple[str]]:
        """Search the table with LIKE."""
        clip = "clip = 0 AND" if case.filters.clip else ""
        sql = f"SELECT text FROM segments WHERE {clip} text LIKE ?"  # noqa: S608 constants
        return self.table.execute(sql, (case.like,)).fetchall()

    def change_one(self) -> None:
        """Put a corrected transcript of the first clip into the catalog."""
        said = _transcript(self.clip, 0, self.texts[:LONG], Origin.CORRECTED)
        keep_transcript(self.library, self.catalog, said, state=State.UNCHECKED)


def tables(rounds: int, *, small: bool) -> Iterator[Table]:
    words = _words()
    common, rare, some = words[0], words[VOCABULARY // 2], words[300]
    phrase, start = f"{words[3]} {common}", words[1000][:7]
    everywhere = Filters()
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder), words, FEW if small else SEGMENTS)
        cases = (
            Case("rare word", rare, rf"\b{rare}", f"%{rare}%", everywhere),
            Case("word", some, rf"\b{some}", f"%{some}%", everywhere),
            Case("most common word", common, rf"\b{common}", f"%{common}%", everywhere),
            Case("phrase", f'"{phrase}"', rf"\b{phrase}\b", f"%{phrase}%", everywhere),
            Case("prefix", f"{start}*", rf"\b{start}", f"% {start}%", everywhere),
            Case(
                "most common word, one clip",
                common,
                rf"\b{common}",
                f"%{common}%",
                Filters(clip=world.clip),
            ),
        )
        yield _upkeep(world, cases[0])
        for case in cases:
            yield _table(world, case, rounds)


def _upkeep(world: World, case: Case) -> Table:
    first = call(lambda: world.search(case))
    size, length = world.library.index.stat().st_size, sum(map(len, world.texts))
    world.change_one()
    again = call(lambda: world.search(case))
    return Table(
        f"Index {len(world.texts):,} segments of {len(world.texts) // LONG:,} clips",
        {"mediakit, all of them": first, "mediakit, one transcript changed": again},
        note=f"{size / 1e6:.1f} MB, for {length / 1e6:.1f} million characters",
    )


def _table(world: World, case: Case, rounds: int) -> Table:
    programs: dict[str, Callable[[Case], object]] = {
        "mediakit": world.search,
        "mediakit, the index alone, no filter": world.ask,
        "regular expression, texts in memory": world.scan,
        "regular expression, files read first": world.read_and_scan,
        "LIKE": world.like,
    }
    runs = {
        name: partial(call, partial(search, case)) for name, search in programs.items()
    }
    total = world.search(case).answer.total
    title = f"Search: {case.name}, {total:,} passages"
    return Table(title, compare(runs, rounds))


def _words() -> list[str]:
    rng = random.Random(7)
    found: dict[str, None] = {}
    while len(found) < VOCABULARY:
        syllables = rng.choices(SYLLABLES, k=rng.randint(1, 4))
        found["".join(syllables) + rng.choice(ENDINGS)] = None
    return list(found)


def _texts(words: list[str], segments: int) -> Iterator[str]:
    """Yield sentences whose words are as frequent as in speech (Zipf)."""
    rng = random.Random(8)
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    for _segment in range(segments):
        said = rng.choices(words, cum_weights=weights, k=rng.randint(6, 22))
        yield f"{' '.join(said).capitalize()}."


def _clip(id_: ClipId, number: int) -> Clip:
    return Clip(
        id=id_,
        title=f"Focus group {number}",
        path=f"assets/{number}.wav",
        sha256=f"{number:064x}",
        size=1,
        media=SOUND,
        languages=(_language(number),),
    )


def _language(number: int) -> str:
    return "en" if number % 3 == 0 else "fr"


def _transcript(
    clip: ClipId, number: int, texts: list[str], origin: Origin = Origin.MACHINE
) -> Transcript:
    return Transcript(
        clip=clip,
        language=_language(number),
        source=Source(origin=origin),
        segments=tuple(
            Segment(start=place * 5000, end=place * 5000 + 4900, text=text)
            for place, text in enumerate(texts)
        ),
    )


if __name__ == "__main__":
    main(tables, rounds=ROUNDS)
