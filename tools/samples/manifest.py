"""Read ``samples.toml``: which clips there are, and who says what in each."""

import tomllib
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from tools.speech.corpus import all_sentences
from tools.speech.espeak import Voice

MANIFEST = Path(__file__).with_name("samples.toml")


@dataclass(frozen=True)
class Turn:
    """What one voice says before another one speaks."""

    voice: Voice
    speaker: int
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Picture:
    """How a video clip looks."""

    scene: str
    headline: str
    place: str
    frame_rate: Fraction
    upright_phone: bool


@dataclass(frozen=True)
class Sample:
    """One clip to make."""

    file: str
    title: str
    language: str
    session: str
    speakers: tuple[str, ...]
    turns: tuple[Turn, ...]
    pauses: tuple[float, ...]
    replies_to: str | None
    picture: Picture | None

    @property
    def sentences(self) -> tuple[str, ...]:
        """Return everything that is said, in order."""
        return tuple(text for turn in self.turns for text in turn.sentences)


def read_manifest(path: Path = MANIFEST) -> tuple[Sample, ...]:
    """Return the samples of a manifest.

    Raises:
        ValueError: A sentence is not one the demo model knows, or pauses are
            missing.
    """
    samples = tuple(
        _sample(record) for record in tomllib.loads(path.read_text("utf-8"))["clips"]
    )
    for sample in samples:
        unknown = set(sample.sentences) - set(all_sentences(sample.language))
        if unknown or len(sample.pauses) != len(sample.sentences):
            raise ValueError(f"{sample.file}: {sorted(unknown)}, {sample.pauses}")
    return samples


# Any: a table of a TOML file, whose fields are checked by the classes it fills.
def _sample(record: dict) -> Sample:  # type: ignore[type-arg]
    picture = record.get("picture")
    return Sample(
        record["file"],
        record["title"],
        record["language"],
        record["session"],
        tuple(record["speakers"]),
        tuple(_turn(turn) for turn in record["turns"]),
        tuple(record["pauses"]),
        record.get("replies_to"),
        _picture(picture) if picture else None,
    )


def _turn(record: dict) -> Turn:  # type: ignore[type-arg]
    voice = Voice(record["voice"], record["speed"], record["pitch"])
    return Turn(voice, record.get("speaker", 0), tuple(record["sentences"]))


def _picture(record: dict) -> Picture:  # type: ignore[type-arg]
    return Picture(
        record["scene"],
        record["headline"],
        record["place"],
        Fraction(record["frame_rate"]),
        record.get("upright_phone", False),
    )
