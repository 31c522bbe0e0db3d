"""faster-whisper: Whisper on CTranslate2, the engine of the base install.

Its own file reader breaks with recent versions of PyAV: it is given samples only.
"""

import contextlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

# Any: classes of a library published without annotations
from typing import Any

from mediakit.engines.base import RATE, Device, Engine, Options, Samples
from mediakit.engines.environment import first_line, prepare
from mediakit.engines.listening import Spoken, SpokenWord, WhisperEngine
from mediakit.engines.whisper_languages import ENGLISH_ONLY, TAGS
from mediakit.errors.base import Reason, sentence
from mediakit.errors.engines import DeviceMissing, ModelUnusable

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
    unheeded: frozenset[str] = frozenset()

    def not_prompted(self, prompt: str) -> str:
        """Return the beginning of a prompt that is cut off; see `Engine`."""
        tokenizer = self.model.hf_tokenizer
        tokens = tokenizer.encode(prompt, add_special_tokens=False).ids
        cut = max(0, len(tokens) - self.model.max_length // 2 + 1)
        return str(tokenizer.decode(tokens[:cut])).strip()

    def guess(self, samples: Samples) -> dict[str, float]:
        """Return the probability of each language, by Whisper's code."""
        _language, _probability, guess = self.model.detect_language(samples)
        return dict(guess)

    @property
    def translates(self) -> bool:
        """Whether the model was taught to translate: those for English alone not."""
        return bool(self.model.model.is_multilingual)

    def listen(
        self, windows: Sequence[Samples], language: str, options: Options
    ) -> Iterator[tuple[int, Spoken]]:
        """Yield what is said, with the number of the window."""
        if len(windows) > 1:
            yield from self._at_once(windows, language, options)
            return
        for number, samples in enumerate(windows):
            segments, _info = self.model.transcribe(
                samples,
                # text carried over feeds loops
                condition_on_previous_text=False,
                **_asked(language, options),
            )
            for segment in segments:
                yield number, _spoken(segment, 0)

    def _at_once(
        self, windows: Sequence[Samples], language: str, options: Options
    ) -> Iterator[tuple[int, Spoken]]:
        import faster_whisper
        import numpy as np

        starts = np.cumsum([0, *map(len, windows)]) / RATE
        segments, _info = faster_whisper.BatchedInferencePipeline(
            self.model
        ).transcribe(
            np.concatenate(windows),
            batch_size=len(windows),
            # left to itself it finds other windows, and merges what is said in them
            clip_timestamps=[
                {"start": start, "end": end} for start, end in pairwise(starts.tolist())
            ],
            without_timestamps=False,
            **_asked(language, options),
        )
        per_second = self.model.frames_per_second
        for segment in segments:
            # half a frame: it is rounded down
            place = (segment.seek + 0.5) / per_second
            number = bisect_right(starts, place) - 1
            yield number, _spoken(segment, starts[number])


def _asked(language: str, options: Options) -> dict[str, Any]:
    return {
        "language": language,
        "task": options.task.value,
        "beam_size": options.beam,
        "initial_prompt": options.prompt or None,
        "word_timestamps": True,
    }


def _spoken(segment: Any, start: float) -> Spoken:
    words = (
        SpokenWord(w.start - start, w.end - start, w.word, float(w.probability))
        for w in segment.words
    )
    return Spoken(
        segment.start - start,
        segment.end - start,
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


def load(
    weights: Path,
    languages: tuple[str, ...],
    *,
    threads: int,
    device: Device = Device.AUTO,
) -> Engine:
    """Load a model.

    Args:
        weights: The folder's ``model.bin``.
        languages: Those it knows; all that its tokens stand for if none are given.
        threads: Processors to use.
        device: What to compute on.

    Raises:
        ModelUnusable: It cannot be loaded.
        DeviceMissing: There is no graphics card that works.
    """
    prepare(threads)
    listener = None
    if device is not Device.CPU:
        listener = _on_graphics_card(weights.parent)
    if listener is None and device is Device.CUDA:
        raise DeviceMissing(engine=NAME)
    listener = listener or _on_processor(weights.parent, threads)
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
