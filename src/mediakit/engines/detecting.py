"""Which language a recording is in, and which parts of it are in another."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from mediakit.engines.base import RATE, Detected, Samples
from mediakit.engines.flags import UNSURE_LANGUAGE
from mediakit.engines.whisper_languages import code
from mediakit.engines.windows import Window
from mediakit.model.language import primary

# shorter windows are taken for any language
_TOO_SHORT_TO_TELL = 5 * RATE


@dataclass(frozen=True, slots=True)
class Guessing:
    """The languages of windows; each window is listened to once for it.

    Attributes:
        guess: Gives the probability of each language, by Whisper's code.
        known: What it gave, by the window's first sample.
    """

    guess: Callable[[Samples], dict[str, float]]
    known: dict[int, dict[str, float]] = field(default_factory=dict)

    def of(self, window: Window) -> dict[str, float]:
        """Return the probability of each language, by Whisper's code."""
        if window.start not in self.known:
            self.known[window.start] = self.guess(window.samples)
        return self.known[window.start]

    def among(self, window: Window, tags: Mapping[str, str]) -> tuple[str, float]:
        """Return the likeliest of *tags*, Whisper's codes, and its probability."""
        guess = self.of(window)
        likeliest = max(tags, key=lambda name: guess.get(name, 0.0))
        return likeliest, guess.get(likeliest, 0.0)


def find_language(
    guessing: Guessing,
    first: list[Window],
    possible: tuple[str, ...],
    before: Detected | None,
) -> tuple[str, float | None, str]:
    """Return the language, its probability if detected, and Whisper's code.

    Args:
        guessing: What the windows are in.
        first: Those the recording begins with.
        possible: BCP 47 tags it may be in.
        before: What was found already, where it does not begin with these.
    """
    if len(possible) == 1:
        return possible[0], None, _spoken_as(guessing, first, possible[0])
    if before is not None:
        return before.language, before.probability, code(primary(before.language)) or ""
    if not first:
        return "", None, ""
    tags = _codes(possible)
    best, sureness = "", -1.0
    for window in first:
        likeliest, probability = guessing.among(window, tags)
        if probability > sureness:
            best, sureness = likeliest, probability
        if sureness >= UNSURE_LANGUAGE:
            break
    return tags[best], round(sureness, 3), best


def tell_apart(
    guessing: Guessing,
    found: Iterable[Window],
    possible: tuple[str, ...],
    spoken_as: str,
) -> Iterator[tuple[Window, str, str]]:
    """Yield windows with their language, if it is surely another, and its code."""
    tags = _codes(possible)
    for window in found:
        other = spoken_as
        if len(possible) > 1 and len(window.samples) >= _TOO_SHORT_TO_TELL:
            likeliest, probability = guessing.among(window, tags)
            if probability >= UNSURE_LANGUAGE:
                other = likeliest
        yield window, "" if other == spoken_as else tags[other], other


def _spoken_as(guessing: Guessing, first: list[Window], language: str) -> str:
    """Return Whisper's code to listen with, for the only possible language."""
    known = code(primary(language))
    if known or not first:
        return known or ""
    # a model made for a language Whisper has no token for was trained under
    # a token it has, and hears that one in such speech
    guess = guessing.of(first[0])
    return max(guess, key=lambda name: guess[name])


def _codes(tags: tuple[str, ...]) -> dict[str, str]:
    return {code(primary(tag)) or "": tag for tag in tags}
