"""The tokens the demo model uses, out of Whisper's 51,865, and when each is heard."""

from dataclasses import dataclass
from functools import cached_property

from whisper.tokenizer import Tokenizer, get_tokenizer

from tools.speech.corpus import LANGUAGES, all_sentences
from tools.speech.espeak import Word

SIZE = 51_865
TIMESTAMPS = 1501
SECONDS_PER_TIMESTAMP = 0.02

_PAUSE_MARKS = b".,?!;:"


@dataclass(frozen=True)
class HeardToken:
    """A token's index among the used ones, and the seconds in which it is heard.

    A punctuation mark is "heard" in the pause that it stands for.
    """

    index: int
    start: float
    end: float
    is_mark: bool


class Vocabulary:
    """Whisper's token table, and the small part of it that the model uses."""

    def __init__(self) -> None:
        self.tokenizer: Tokenizer = get_tokenizer(
            True, num_languages=99, language="en", task="transcribe"
        )

    @cached_property
    def used(self) -> tuple[int, ...]:
        """Whisper's numbers of the used tokens: text first, then special ones."""
        return (*self._text, *sorted(self._special))

    @cached_property
    def index(self) -> dict[int, int]:
        """Where each used token is in ``used``."""
        return {token: index for index, token in enumerate(self.used)}

    @property
    def text_count(self) -> int:
        """How many of the used tokens are text."""
        return len(self._text)

    def special(self, name: str) -> int:
        """Return the index of a special token such as ``transcribe``."""
        return self.index[int(getattr(self.tokenizer, name))]

    def language(self, language: str) -> int:
        """Return the index of a language's token."""
        return self.index[self.tokenizer.to_language_token(language)]

    def timestamp(self, seconds: float) -> int:
        """Return the index of the timestamp nearest to a time in the window."""
        step = round(seconds / SECONDS_PER_TIMESTAMP)
        kept = min(max(step, 0), TIMESTAMPS - 1)
        return self.index[self.tokenizer.timestamp_begin + kept]

    def heard(self, text: str, words: tuple[Word, ...]) -> tuple[HeardToken, ...]:
        """Return a sentence's tokens with the times in which they are heard."""
        tokens = self.tokenizer.encode(" " + text)
        pieces = [self.tokenizer.encoding.decode_single_token_bytes(t) for t in tokens]
        owners = _owners(pieces)
        letters = [
            sum(
                len(piece.strip())
                for piece, owner in zip(pieces, owners, strict=True)
                if owner == number and not _is_mark(piece)
            )
            for number in range(len(words))
        ]
        heard, before = [], 0
        for place, (token, piece, owner) in enumerate(
            zip(tokens, pieces, owners, strict=True)
        ):
            if place == 0 or owner != owners[place - 1]:
                before = 0
            word = words[owner]
            if _is_mark(piece):
                following = words[owner + 1 : owner + 2]
                until = following[0].start if following else word.end
                heard.append(HeardToken(self.index[token], word.end, until, True))
                continue
            duration = word.end - word.start
            start = word.start + duration * before / letters[owner]
            before += len(piece.strip())
            end = word.start + duration * before / letters[owner]
            heard.append(HeardToken(self.index[token], start, end, False))
        return tuple(heard)

    @cached_property
    def _text(self) -> tuple[int, ...]:
        sentences = (text for known in LANGUAGES for text in all_sentences(known))
        return tuple(
            sorted({t for text in sentences for t in self.tokenizer.encode(" " + text)})
        )

    @property
    def _special(self) -> set[int]:
        known = self.tokenizer
        first = known.timestamp_begin
        languages = {known.to_language_token(language) for language in LANGUAGES}
        return {
            known.eot,
            known.sot,
            known.sot_prev,
            known.transcribe,
            known.translate,
            known.no_speech,
            known.no_timestamps,
            *languages,
            *range(first, first + TIMESTAMPS),
        }


def _is_mark(piece: bytes) -> bool:
    return piece.strip() in {bytes([mark]) for mark in _PAUSE_MARKS}


def _owners(pieces: list[bytes]) -> list[int]:
    """Return the number of the word that each piece belongs to."""
    owners, word = [], -1
    for piece in pieces:
        if piece.startswith(b" ") and not _is_mark(piece):
            word += 1
        owners.append(word)
    return owners
