"""What a speech engine is: sound in, timed segments out.

An engine is given sound as samples, never a path: decoding is ``media``'s.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, TypeAlias

from mediakit.errors.engines import LanguageUnknown
from mediakit.model.language import primary
from mediakit.model.transcript import Segment

RATE = 16_000

# Any: a one-dimensional numpy array of 32-bit floats, -1 to 1, RATE a second;
# numpy is imported only where it is used
Samples: TypeAlias = Any


class Device(StrEnum):
    """What to compute on."""

    AUTO = "auto"
    CPU = "cpu"
    CUDA = "cuda"


class Task(StrEnum):
    """What to write down."""

    TRANSCRIBE = "transcribe"
    TRANSLATE = "translate"


@dataclass(frozen=True, slots=True)
class Detected:
    """What the beginning of a recording was found to be in.

    Attributes:
        language: BCP 47 tag.
        probability: How sure that is; ``None`` if it was told.
        last: The segment that was heard last; its times are no matter.
    """

    language: str
    probability: float | None
    last: Segment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to listen to one recording.

    Attributes:
        languages: BCP 47 tags it may be in: with one nothing is detected, with
            several the likeliest is, with none the likeliest the model knows.
        beam: How many readings are weighed at once: 1 is faster, 5 is better.
        skip_silence: Find where somebody speaks first, and listen only there.
        task: Write what is said, or what it means in English.
        prompt: Text as it might have been said before: names spelled right.
        batch: How many windows are listened to at once: more is faster on a
            graphics card, takes more memory, and tries each only once.
        detected: What is known of its beginning, for a recording that is listened to
            from its middle.
    """

    languages: tuple[str, ...] = ()
    beam: int = 5
    skip_silence: bool = True
    task: Task = Task.TRANSCRIBE
    prompt: str = ""
    batch: int = 1
    detected: Detected | None = None

    @property
    def recorded(self) -> dict[str, str | int | float | bool]:
        """Everything but what was detected, by the names it is recorded under."""
        return {
            "language": ",".join(self.languages),
            "task": self.task.value,
            "prompt": self.prompt,
            "beam": self.beam,
            "batch": self.batch,
            "skip-silence": self.skip_silence,
        }


@dataclass(frozen=True, slots=True)
class Heard:
    """What an engine makes of one recording.

    Attributes:
        language: BCP 47 tag of the speech; empty if it was to be detected and
            nobody speaks. Segments in another language say so themselves.
        probability: How sure the detection is, 0 to 1; ``None`` if it was told.
        segments: In order, each as soon as it is ready.
        repairs: What of the engine's own answer had to be mended or left out, one
            sentence each (English).
    """

    language: str
    probability: float | None
    segments: Iterator[Segment]
    repairs: tuple[str, ...] = ()


class Engine(Protocol):
    """A model, loaded and ready to listen to one recording after another."""

    @property
    def name(self) -> str:
        """The name of the library, as in ``--engine``."""

    @property
    def device(self) -> str:
        """What it computes on: ``cpu`` or ``cuda``."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The BCP 47 tags of the languages its model knows."""

    @property
    def unheeded(self) -> frozenset[str]:
        """The options it has no use for, by the names they are recorded under."""

    def not_prompted(self, prompt: str) -> str:
        """Return what of a prompt it does not listen with: the beginning, or all."""

    def transcribe(self, sound: Iterable[Samples], options: Options) -> Heard:
        """Listen to one recording, given as blocks of samples in order.

        Blocks are taken as they are needed, so hours of sound never are in
        memory at once.

        Raises:
            LanguageUnknown: One of the languages is not one its model knows.
            LanguageNotSaid: It cannot tell these languages apart by listening.
            TranslationUnknown: Its model cannot translate them.
        """


def loudness(samples: Samples) -> float:
    """Return the root mean square of samples, 1 being the loudest tone."""
    return float((samples**2).mean() ** 0.5) if len(samples) else 0.0


def spoken_languages(asked: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages a recording may be in: those asked for, or all known.

    Raises:
        LanguageUnknown: One that was asked for is not known.
    """
    for tag in asked:
        if primary(tag) not in known:
            raise LanguageUnknown(language=tag)
    return asked or known
