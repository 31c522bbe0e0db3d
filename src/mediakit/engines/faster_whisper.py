"""faster-whisper: Whisper on CTranslate2, the engine of the base install.

Its own file reader breaks with recent versions of PyAV: it is given samples only.
"""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# Any: classes of a library published without annotations
from typing import Any

from mediakit.engines.base import Engine, Samples
from mediakit.engines.environment import first_line, prepare
from mediakit.engines.listening import Spoken, SpokenWord, WhisperEngine
from mediakit.engines.whisper_languages import ENGLISH_ONLY, TAGS
from mediakit.errors import ModelUnusable, Reason, sentence

NAME = "faster-whisper"

_WEIGHTS = "model.bin"
# without a tokenizer beside the weights the library looks for one on the network
_NEEDED = (_WEIGHTS, "config.json", "tokenizer.json")
_OPTIONAL = ("preprocessor_config.json", "vocabulary.json", "vocabulary.txt")


@dataclass(frozen=True, slots=True)
class FasterWhisper:
    """A loaded model; see `Listener`."""

    model: Any
    device: str

    def guess(self, samples: Samples) -> dict[str, float]:
        """Return the probability of each language, by Whisper's code."""
        _language, _probability, guess = self.model.detect_language(samples)
        return dict(guess)

    def listen(self, samples: Samples, language: str, beam: int) -> Iterator[Spoken]:
        """Yield what is said."""
        segments, _info = self.model.transcribe(
            samples,
            language=language,
            beam_size=beam,
            word_timestamps=True,
            # text carried over feeds loops
            condition_on_previous_text=False,
        )
        for segment in segments:
            words = (
                SpokenWord(w.start, w.end, w.word, float(w.probability))
                for w in segment.words
            )
            yield Spoken(
                segment.start,
                segment.end,
                segment.text,
                tuple(words),
                segment.avg_logprob,
                segment.no_speech_prob,
            )


def files(path: Path) -> tuple[Path, ...]:
    """Return the files of the model at *path*, its weights first.

    Nothing is returned if *path* is no folder with a ``model.bin``.

    Raises:
        ModelUnusable: Some of its files are missing.
    """
    if not (path / _WEIGHTS).is_file():
        return ()
    missing = [name for name in _NEEDED if not (path / name).is_file()]
    if missing:
        reason = Reason(sentence("it lacks {files}"), files=", ".join(missing))
        raise ModelUnusable(path=str(path), reason=reason)
    return tuple(
        path / name for name in (*_NEEDED, *_OPTIONAL) if (path / name).is_file()
    )


def load(weights: Path, languages: tuple[str, ...], *, threads: int) -> Engine:
    """Load a model, on a graphics card that works or else the processor.

    Args:
        weights: The folder's ``model.bin``.
        languages: Those it knows; all that its tokens stand for if none are given.
        threads: Processors to use.

    Raises:
        ModelUnusable: It cannot be loaded.
    """
    prepare(threads)
    listener = _on_graphics_card(weights.parent) or _on_processor(
        weights.parent, threads
    )
    network = listener.model.model
    known = TAGS[: network.num_languages] if network.is_multilingual else ENGLISH_ONLY
    return WhisperEngine(NAME, listener, languages or known)


def _on_graphics_card(folder: Path) -> FasterWhisper | None:
    import ctranslate2
    import faster_whisper
    import numpy as np

    if not ctranslate2.get_cuda_device_count():
        return None
    # a card whose libraries are missing fails only once something is computed
    with contextlib.suppress(RuntimeError, ValueError):
        model = faster_whisper.WhisperModel(
            str(folder), device="cuda", local_files_only=True
        )
        model.detect_language(np.zeros(1, np.float32))
        return FasterWhisper(model, "cuda")
    return None


def _on_processor(folder: Path, threads: int) -> FasterWhisper:
    import faster_whisper

    try:
        model = faster_whisper.WhisperModel(
            str(folder),
            device="cpu",
            compute_type="int8",
            cpu_threads=threads,
            num_workers=1,
            local_files_only=True,
        )
    except Exception as error:  # its tokenizers raise nothing more precise
        raise ModelUnusable(path=str(folder), reason=first_line(error)) from error
    return FasterWhisper(model, "cpu")
