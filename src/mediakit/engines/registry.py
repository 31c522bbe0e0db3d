"""The speech engines, and the models there are for them."""

from pathlib import Path
from typing import Protocol

from mediakit.engines import command, faster_whisper, openai_whisper
from mediakit.engines.base import Device, Engine
from mediakit.engines.demo import demo_models
from mediakit.engines.models import Model, installed
from mediakit.errors.base import Reason, sentence
from mediakit.errors.engines import ModelUnusable
from mediakit.files import checksum


class SpeechLibrary(Protocol):
    """One module of this package."""

    @property
    def NAME(self) -> str:  # noqa: N802 a module's constant
        """What people call it, as in ``--engine``."""

    def files(self, path: Path) -> tuple[Path, ...]:
        """Return the files of the model at *path*, its weights first.

        Nothing is returned for what is no model of this library.
        """

    def load(
        self,
        weights: Path,
        languages: tuple[str, ...],
        *,
        threads: int,
        device: Device = Device.AUTO,
    ) -> Engine:
        """Load a model; see the modules."""


LIBRARIES: tuple[SpeechLibrary, ...] = (faster_whisper, openai_whisper)
ENGINES = (*(library.NAME for library in LIBRARIES), command.NAME)


def all_models(folder: Path) -> list[Model]:
    """Return the built-in models, then those in the person's models folder.

    Raises:
        ModelUnusable: A model's description cannot be read.
    """
    return [*demo_models(), *installed(folder)]


def load(
    model: Model,
    *,
    threads: int,
    read: command.Reader,
    device: Device = Device.AUTO,
) -> Engine:
    """Load a model with the library it is for.

    Args:
        model: The model.
        threads: Processors to use.
        read: Understands what a program used as an engine prints.
        device: What to compute on; a program decides for itself.

    Raises:
        EngineMissing: The library is not installed.
        DeviceMissing: There is no graphics card that works.
        ModelUnusable: The model is damaged, or for a library unknown here.
    """
    if model.engine == command.NAME:
        return command.load(model, read)
    for library in LIBRARIES:
        if model.engine == library.NAME:
            return library.load(
                model.weights, model.languages, threads=threads, device=device
            )
    reason = Reason(
        sentence("it is for {engine}, which is not known here"), engine=model.engine
    )
    raise ModelUnusable(path=str(model.weights), reason=reason)


def examine(
    path: Path, languages: tuple[str, ...], *, threads: int
) -> tuple[Model, tuple[Path, ...]]:
    """Return what is at *path* as a model, and its files; it is loaded to be sure.

    Args:
        path: A folder made for faster-whisper or a ``.pt`` file of openai-whisper.
        languages: Those it was made for; if none are given, those of its tokens.
        threads: Processors to use.

    Raises:
        EngineMissing: The library it is for is not installed.
        ModelUnusable: It is no model.
        ReadFailed: It cannot be read to its end.
    """
    for library in LIBRARIES:
        if files := library.files(path):
            engine = library.load(files[0], languages, threads=threads)
            model = Model(
                name=path.stem,
                engine=library.NAME,
                languages=engine.languages,
                weights=files[0],
                sha256=checksum(files[0]),
                size=sum(file.stat().st_size for file in files),
                source=str(path),
            )
            return model, files
    raise ModelUnusable(path=str(path), reason=sentence("it holds no weights"))
