"""openai-whisper: Whisper as its makers publish it, on PyTorch; an extra.

To read files it starts a program named ``ffmpeg``: it is given samples only.
"""

import io
import lzma
import sys
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from pickle import UnpicklingError

# Any: PyTorch's classes, imported only where they are used
from typing import Any

from mediakit.engines.base import Device, Engine, Options, Samples
from mediakit.engines.environment import first_line, prepare
from mediakit.engines.listening import Spoken, SpokenWord, WhisperEngine
from mediakit.engines.whisper_languages import ENGLISH_ONLY, TAGS
from mediakit.errors.base import sentence
from mediakit.errors.engines import DeviceMissing, EngineMissing, ModelUnusable

NAME = "openai-whisper"

_SUFFIXES = (".pt", ".pt.xz")


@dataclass(frozen=True, slots=True)
class OpenaiWhisper:
    """A loaded model; see `Listener`."""

    model: Any
    device: str
    threads: int
    # it takes one window at a time
    unheeded: frozenset[str] = frozenset({"batch"})

    def not_prompted(self, prompt: str) -> str:
        """Return the beginning of a prompt that is cut off; see `Engine`."""
        from whisper.tokenizer import get_tokenizer

        tokenizer = get_tokenizer(self.model.is_multilingual)
        tokens = tokenizer.encode(prompt)
        cut = max(0, len(tokens) - self.model.dims.n_text_ctx // 2 + 1)
        return str(tokenizer.decode(tokens[:cut])).strip()

    def guess(self, samples: Samples) -> dict[str, float]:
        """Return the probability of each language, by Whisper's code."""
        import whisper

        sound = whisper.pad_or_trim(samples)
        picture = whisper.log_mel_spectrogram(sound, self.model.dims.n_mels)
        _token, guess = self.model.detect_language(picture.to(self.model.device))
        return dict(guess)

    @property
    def translates(self) -> bool:
        """Whether the model was taught to translate: those for English alone not."""
        return bool(self.model.is_multilingual)

    def listen(
        self, windows: Sequence[Samples], language: str, options: Options
    ) -> Iterator[tuple[int, Spoken]]:
        """Yield what is said, with the number of the window; it takes one at a time."""
        import torch

        for number, samples in enumerate(windows):
            # finding the times of words puts it back to all processors
            torch.set_num_threads(self.threads)
            heard = self.model.transcribe(
                samples,
                language=language,
                task=options.task.value,
                beam_size=options.beam,
                initial_prompt=options.prompt or None,
                word_timestamps=True,
                # text carried over feeds loops
                condition_on_previous_text=False,
                # processors have no half precision
                fp16=self.device != "cpu",
            )
            for segment in heard["segments"]:
                yield number, _spoken(segment)


def _spoken(segment: dict[str, Any]) -> Spoken:
    words = (
        SpokenWord(w["start"], w["end"], w["word"], float(w["probability"]))
        for w in segment["words"]
    )
    return Spoken(
        segment["start"],
        segment["end"],
        segment["text"],
        tuple(words),
        segment["avg_logprob"],
        segment["no_speech_prob"],
    )


def files(path: Path) -> tuple[Path, ...]:
    """Return the file of the model at *path*; nothing if it is no ``.pt`` file."""
    return (path,) if path.is_file() and path.name.endswith(_SUFFIXES) else ()


def load(
    weights: Path,
    languages: tuple[str, ...],
    *,
    threads: int,
    device: Device = Device.AUTO,
) -> Engine:
    """Load a model.

    Args:
        weights: The ``.pt`` file.
        languages: Those it knows; all that its tokens stand for if none are given.
        threads: Processors to use.
        device: What to compute on.

    Raises:
        EngineMissing: openai-whisper is not installed.
        DeviceMissing: There is no graphics card that works.
        ModelUnusable: It cannot be loaded.
    """
    prepare(threads)
    try:
        import torch
        import whisper  # noqa: F401 to know that it is there
    except ImportError as error:
        command = f"{sys.executable} -m pip install openai-whisper"
        raise EngineMissing(engine=NAME, command=command) from error
    has_card = torch.cuda.is_available()
    if device is Device.CUDA and not has_card:
        raise DeviceMissing(engine=NAME)
    place = "cuda" if has_card and device is not Device.CPU else "cpu"
    try:
        model = _model(weights, place)
    except UnpicklingError as error:
        # its own words advise to read the file at any risk
        raise ModelUnusable(
            path=str(weights), reason=sentence("it holds more than weights")
        ) from error
    except Exception as error:  # a stranger's file can make PyTorch raise any
        raise ModelUnusable(path=str(weights), reason=first_line(error)) from error
    known = TAGS[: model.num_languages] if model.is_multilingual else ENGLISH_ONLY
    listener = OpenaiWhisper(model.to(place), place, threads)
    return WhisperEngine(NAME, listener, languages or known)


def _model(weights: Path, device: str) -> Any:
    import torch
    import whisper

    with warnings.catch_warnings(action="ignore"):
        # weights only: a checkpoint is a pickle, and could run a program
        checkpoint = torch.load(_opened(weights), device, weights_only=True)
    model = whisper.Whisper(whisper.ModelDimensions(**checkpoint["dims"]))
    model.load_state_dict(checkpoint["model_state_dict"])
    return model


def _opened(weights: Path) -> Path | io.BytesIO:
    if weights.suffix != ".xz":
        return weights
    with lzma.open(weights) as file:
        return io.BytesIO(file.read())
