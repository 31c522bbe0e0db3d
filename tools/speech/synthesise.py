"""Make a pool of sentences said by many voices: ``POOL.pcm`` and ``POOL.json``.

    python -m tools.speech.synthesise pool --count 20000 --seed 1
    python -m tools.speech.synthesise unseen --count 2000 --seed 2 --unseen

``--unseen`` takes voice variants that training never hears, for measuring.
"""

import argparse
import json
import random
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from tools.speech.corpus import LANGUAGES, draw
from tools.speech.espeak import Samples, Utterance, Voice, Word, say

ACCENTS = {
    "fr": ("fr", "fr-BE", "fr-CH"),
    "en": (
        "en",
        "en-US",
        "en-GB-x-rp",
        "en-GB-scotland",
        "en-029",
        "en-US-nyc",
        "en-GB-x-gbclan",
        "en-GB-x-gbcwmd",
    ),
}
# The plain voice and the usual variants are drawn more often than the named ones.
# fmt: off
_USUAL = (
    "+m1", "+m1", "+m2", "+m3", "+m3", "+m4", "+m5", "+m6", "+m7", "+f1", "+f1",
    "+f2", "+f2", "+f3", "+f3", "+f4", "+f4",
)
_NAMED = (
    "+Alex", "+Alicia", "+Andrea", "+Annie", "+Denis", "+Gene", "+Jacky", "+Lee",
    "+Mario", "+Michael", "+Mike", "+adam", "+anika", "+aunty", "+belinda",
    "+benjamin", "+boris", "+caleb", "+david", "+ed", "+edward", "+gustave",
    "+iven", "+iven2", "+john", "+klatt", "+klatt2", "+klatt3", "+linda",
    "+marcelo", "+max", "+michel", "+miguel", "+norbert", "+pablo", "+paul",
    "+pedro", "+quincy", "+rob", "+robert", "+sandro", "+shelby", "+steph",
    "+travis", "+victor", "+zac",
)
# fmt: on
HEARD_VARIANTS = ("",) * 4 + _USUAL + _NAMED
UNSEEN_VARIANTS = ("+m8", "+f5", "+Hugo", "+Marco", "+iven3", "+steph2", "+edward2")


@dataclass(frozen=True)
class Sentence:
    """One sentence of the pool: who says what in which language, and when."""

    language: str
    text: str
    voice: str
    words: tuple[Word, ...]
    offset: int
    length: int


class Pool:
    """A pool on disk, its sound read only as it is needed."""

    def __init__(self, path: Path) -> None:
        self._sound: Samples = np.memmap(path.with_suffix(".pcm"), "<i2", mode="r")
        records = json.loads(path.with_suffix(".json").read_text("utf-8"))
        self.sentences = tuple(_sentence(record) for record in records)

    def samples(self, sentence: Sentence) -> Samples:
        """Return the sound of one sentence."""
        return self._sound[sentence.offset : sentence.offset + sentence.length]


def draw_voice(language: str, chance: random.Random, *, unseen: bool = False) -> Voice:
    """Draw an accent, a variant, a speed and a pitch."""
    variants = UNSEEN_VARIANTS if unseen else HEARD_VARIANTS
    return Voice(
        chance.choice(ACCENTS[language]) + chance.choice(variants),
        words_per_minute=chance.randint(112, 195),
        pitch=chance.randint(20, 80),
        liveliness=chance.randint(30, 70),
    )


def make_pool(path: Path, count: int, seed: int, *, unseen: bool = False) -> float:
    """Say *count* sentences into a pool and return its length in seconds."""
    chance = random.Random(seed)
    records = []
    offset = 0
    with path.with_suffix(".pcm").open("wb") as sound:
        for number in range(count):
            language = LANGUAGES[number % len(LANGUAGES)]
            voice = draw_voice(language, chance, unseen=unseen)
            text = draw(language, chance)
            said = say(text, voice)
            sound.write(said.samples.astype("<i2").tobytes())
            records.append(_record(language, text, voice, said, offset))
            offset += len(said.samples)
    path.with_suffix(".json").write_text(json.dumps(records), "utf-8")
    return offset / 16_000


def main() -> None:
    """Read the command line and make the pool."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pool", type=Path)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--unseen", action="store_true")
    options = parser.parse_args()
    seconds = make_pool(
        options.pool, options.count, options.seed, unseen=options.unseen
    )
    print(f"{options.count} sentences, {seconds / 60:.0f} minutes")


def _record(
    language: str, text: str, voice: Voice, said: Utterance, offset: int
) -> dict[str, object]:
    length = len(said.samples)
    return asdict(Sentence(language, text, voice.name, said.words, offset, length))


# Any: a decoded JSON object, written by _record above.
def _sentence(record: dict) -> Sentence:  # type: ignore[type-arg]
    words = tuple(Word(**word) for word in record.pop("words"))
    return Sentence(**record, words=words)


if __name__ == "__main__":
    main()
