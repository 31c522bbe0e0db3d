"""A library of a thousand hours of speech, and the same words as others hold them."""

import json
import random
import re
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Change
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.coding import Coding
from mediakit.model.gate import Rules
from mediakit.model.ids import ClipId, CodingId, SessionId, ThemeId
from mediakit.model.ladder import INTERNAL
from mediakit.model.media import MediaInfo
from mediakit.model.session import Session
from mediakit.model.session_filter import Filter
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import Origin, State
from mediakit.search.answering import find
from mediakit.search.parsing import parse
from mediakit.search.question import Answer, Question
from mediakit.search.store import OnDisk
from mediakit.settings import SCOPES
from mediakit.workflows.init_library import init_library
from mediakit.workflows.keep_transcript import keep_transcript, put_transcript
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.search_filters import Filters
from mediakit.workflows.search_transcripts import Found, Manner, search_transcripts

LONG = 700
"""How many segments a transcript has: an hour."""

VOCABULARY = 40_000
TOP = 20
REGIONS = 8
EACH = 5000
CODED = range(100, 110)
EVERY = 3
THEME = "water"
ON_SCREEN = Purpose(rules=Rules(scopes=SCOPES), scope=INTERNAL, day="2026-03-01")
SYLLABLES = (
    *("ba", "con", "dé", "fi", "ga", "mi", "gra", "ré", "su", "lé", "cu", "ri"),
    *("té", "pro", "men", "sa", "vi", "tu", "no", "pa", "che"),
)
ENDINGS = ("", "s", "es", "ment", "tion", "tions", "er", "ait", "é", "ée", "ing", "ed")
SOUND = MediaInfo(kind="sound", duration=LONG * EACH, container="wav")

Row = tuple[int, str, str, str]
"""Number, region and theme of a segment, and what it says."""


@dataclass(frozen=True)
class Where:
    """Where to look, as each program is told."""

    name: str
    filters: Filters
    region: str = ""
    theme: str = ""

    def holds(self, region: str, theme: str) -> bool:
        """Tell whether a segment is to be looked at."""
        return self.region in {"", region} and self.theme in {"", theme}

    @property
    def fields(self) -> dict[str, str]:
        """What the columns of a table are to say."""
        named = {"region": self.region, "theme": self.theme}
        return {name: value for name, value in named.items() if value}


PLACES = (
    Where("everywhere", Filters()),
    Where("one region", Filters(sessions=Filter(region="R0")), region="R0"),
    Where("one theme", Filters(theme=THEME), theme=THEME),
)


@dataclass(frozen=True)
class Case:
    """One thing to look for, as each program is asked for it."""

    kind: str
    typed: str
    pattern: str
    like: tuple[str, ...]


class World:
    """A library, and the same words in memory and in a table."""

    def __init__(self, folder: Path, words: list[str], segments: int) -> None:
        with doing(f"inventing {segments:,} segments"):
            texts = list(_texts(words, segments))
            self.rows = [_row(number, text) for number, text in enumerate(texts)]
        self.library: Library = init_library(folder / "library")
        with doing("writing them into a library"):
            self._clip = self._fill(texts)
        self._table = sqlite3.connect(folder / "table.sqlite")
        with doing("writing them into a table"), self._table:
            self._table.execute(
                "CREATE TABLE segments"
                " (number INTEGER PRIMARY KEY, region TEXT, theme TEXT, said TEXT)"
            )
            self._table.executemany(
                "INSERT INTO segments VALUES (?, ?, ?, ?)", self.rows
            )

    def search(self, case: Case, where: Where) -> Found:
        """Search as ``mediakit search`` does, from the catalog on."""
        *_read, found = search_transcripts(
            *(self.library, self._catalog(), case.typed, where.filters, ON_SCREEN),
            Manner(limit=TOP, context=1),
        )
        assert isinstance(found, Found)
        return found

    def ask(self, case: Case) -> Answer:
        """Ask the index as it is, without looking at the library."""
        question = Question(query=parse(case.typed), limit=TOP, context=1)
        with OnDisk(self.library.index).reading() as connection:
            return find(connection, question)

    def scan(self, case: Case, where: Where) -> list[str]:
        """Search the texts in memory with a regular expression."""
        find = re.compile(case.pattern, re.IGNORECASE).search
        if not where.fields:
            return [text for _number, _region, _theme, text in self.rows if find(text)]
        return [
            text
            for _number, region, theme, text in self.rows
            if where.holds(region, theme) and find(text)
        ]

    def read_and_scan(self, case: Case) -> list[str]:
        """Do the same everywhere, but read the transcripts first."""
        find = re.compile(case.pattern, re.IGNORECASE).search
        return [
            segment["text"]
            for path in self.library.transcripts.iterdir()
            for segment in json.loads(path.read_bytes())["segments"]
            if find(segment["text"])
        ]

    def like(self, case: Case, where: Where) -> list[tuple[str]]:
        """Search the table with LIKE."""
        wanted = [*(f"{name} = ?" for name in where.fields)]
        wanted += ["said LIKE ?" for _text in case.like]
        sql = f"SELECT said FROM segments WHERE {' AND '.join(wanted)}"  # noqa: S608 constants
        return self._table.execute(sql, (*where.fields.values(), *case.like)).fetchall()

    def correct(self) -> str:
        """Put a transcript of the first clip into the catalog that differs in one."""
        corrected = ["Corrected.", *(row[3] for row in self.rows[1:LONG])]
        said = _transcript(self._clip, 0, corrected, Origin.CORRECTED)
        keep_transcript(self.library, self._catalog(), said, state=State.UNCHECKED)
        return corrected[0]

    def _catalog(self) -> Catalog:
        return Catalog(self.library.catalog, author="benchmark")

    def _fill(self, texts: list[str]) -> ClipId:
        catalog = self._catalog()
        with catalog.change() as change:
            theme = ThemeId(change.new_id(Theme))
            change.put(Theme(id=theme, path=THEME, labels={"en": "Water"}))
            places = [_session(change.new_id(Session), n) for n in range(REGIONS)]
            for place in places:
                change.put(place)
            clips = [
                _clip(change, number, places[number % REGIONS].id)
                for number in range(-(-len(texts) // LONG))
            ]
            for number, clip in enumerate(clips):
                said = texts[number * LONG : (number + 1) * LONG]
                put_transcript(
                    self.library,
                    change,
                    _transcript(clip, number, said),
                    state=State.UNCHECKED,
                )
                if number % EVERY == 0:
                    _code(change, clip, theme)
        catalog.close()
        return clips[0]


def invented_words() -> list[str]:
    """Return words, the most common ones first."""
    rng = random.Random(7)
    found: dict[str, None] = {}
    while len(found) < VOCABULARY:
        syllables = rng.choices(SYLLABLES, k=rng.randint(1, 4))
        found["".join(syllables) + rng.choice(ENDINGS)] = None
    return list(found)


@contextmanager
def doing(what: str) -> Iterator[None]:
    """Say what is done now, and how long it took."""
    print(f"{what}... ", end="", file=sys.stderr, flush=True)
    started = time.perf_counter()
    yield
    print(f"{time.perf_counter() - started:.0f} s", file=sys.stderr, flush=True)


def _texts(words: list[str], segments: int) -> Iterator[str]:
    """Yield sentences whose words are as frequent as in speech (Zipf)."""
    rng = random.Random(8)
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    for _segment in range(segments):
        said = rng.choices(words, cum_weights=weights, k=rng.randint(6, 22))
        yield f"{' '.join(said).capitalize()}."


def _row(number: int, text: str) -> Row:
    clip, place = divmod(number, LONG)
    theme = THEME if clip % EVERY == 0 and place in CODED else ""
    return number, f"R{clip % REGIONS}", theme, text


def _session(id_: str, number: int) -> Session:
    return Session(id=SessionId(id_), title=f"Session {number}", region=f"R{number}")


def _clip(change: Change, number: int, session: SessionId) -> ClipId:
    clip = Clip(
        id=ClipId(change.new_id(Clip)),
        title=f"Focus group {number}",
        path=f"assets/{number}.wav",
        sha256=f"{number:064x}",
        size=1,
        media=SOUND,
        languages=(_language(number),),
        session=session,
    )
    return change.put(clip).id


def _code(change: Change, clip: ClipId, theme: ThemeId) -> None:
    coded = TimeRange(CODED.start * EACH, CODED.stop * EACH - 100)
    id_ = CodingId(change.new_id(Coding))
    change.put(Coding(id=id_, clip=clip, theme=theme, range=coded))


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
            Segment(start=place * EACH, end=place * EACH + 4900, text=text)
            for place, text in enumerate(texts)
        ),
    )
