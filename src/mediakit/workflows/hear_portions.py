"""Have an engine listen to portions of recordings, one after the other.

In whatever process the engine is, which needs no library. The sound of what comes
next is read while the engine is busy.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from mediakit.engines.base import Engine, Options, Samples
from mediakit.errors.base import MediakitError
from mediakit.errors.batches import WorkFailed
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment
from mediakit.workflows.read_ahead import read_ahead
from mediakit.workflows.read_sound import blocks

# blocks of sound read while the engine is busy: the next recording's first among them
_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Portion:
    """What of a recording to listen to, and how.

    Attributes:
        path: The recording; ``None`` where it has no sound.
        span: From where to where.
        options: How to listen.
    """

    path: Path | None
    span: TimeRange
    options: Options


@dataclass(frozen=True, slots=True)
class Ready:
    """An engine that has its model loaded.

    Attributes:
        device: What it computes on.
        unheeded: The options it has no use for, by the names they are recorded under.
        not_prompted: What of the prompt it does not listen with.
    """

    device: str
    unheeded: frozenset[str] = frozenset()
    not_prompted: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What an engine knows of a portion before it tells its segments; see `Heard`."""

    language: str
    probability: float | None
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Over:
    """The end of a portion, and why it was not listened to, if it was not."""

    error: MediakitError | None = None


News = Ready | Found | Segment | Over
"""One `Ready`; then for each portion one `Found`, its segments, and `Over`.

The times of segments are counted from the beginning of the portion. What went wrong
at the beginning is `Over` without `Found`.
"""

Hearing = Callable[[Sequence[Portion]], Generator[News, None, None]]
"""Has an engine listen to portions, in this process or another."""

_Sound = Iterator[tuple[int, Samples | MediakitError | None]]


def hear_portions(
    engine: Engine, portions: Sequence[Portion]
) -> Generator[News, None, None]:
    """Yield what the engine hears; see `News`. What fails, fails alone."""
    prompt = next((one.options.prompt for one in portions), "")
    yield Ready(engine.device, engine.unheeded, engine.not_prompted(prompt))
    given_up: set[int] = set()
    sound = _sound(portions, given_up)
    with closing(read_ahead(sound, count=_AHEAD)) as coming:
        for number, its in groupby(coming, itemgetter(0)):
            error = yield from _heard(engine, portions[number], _blocks(its))
            if error:
                given_up.add(number)
            yield Over(error)


def _heard(
    engine: Engine, portion: Portion, sound: Iterator[Samples]
) -> Generator[Found | Segment, None, MediakitError | None]:
    """Yield what is said; return why it could not be heard, if it could not."""
    if portion.path is None:
        languages = portion.options.languages
        yield Found(languages[0] if len(languages) == 1 else "", None)
        return None
    try:
        heard = engine.transcribe(sound, portion.options)
        yield Found(heard.language, heard.probability, heard.repairs)
        yield from heard.segments
    except MediakitError as error:
        return error
    except Exception as error:  # noqa: BLE001 one bad recording must not end a batch
        return _unforeseen(portion, error)
    return None


def _sound(portions: Sequence[Portion], given_up: set[int]) -> _Sound:
    """Yield the number of each portion with ``None``, then with its blocks of sound.

    One that cannot be read, or not to its end, comes with the error.
    """
    for number, portion in enumerate(portions):
        yield number, None
        if portion.path is None:
            continue
        try:
            for block in blocks(portion.path, portion.span):
                if number in given_up:
                    break
                yield number, block
        except MediakitError as error:
            yield number, error
        except Exception as error:  # noqa: BLE001 nor may one end the reading
            yield number, _unforeseen(portion, error)


def _blocks(sound: _Sound) -> Iterator[Samples]:
    for _number, block in sound:
        if isinstance(block, MediakitError):
            raise block
        if block is not None:
            yield block


def _unforeseen(portion: Portion, error: Exception) -> MediakitError:
    return WorkFailed(item=str(portion.path), reason=f"{type(error).__name__}: {error}")
