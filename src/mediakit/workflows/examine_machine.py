"""Tell what this machine can do: programs, libraries, models, room."""

import locale
import platform
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from mediakit.engines import sherpa_speakers
from mediakit.engines.registry import LIBRARIES, all_models
from mediakit.errors.base import MediakitError
from mediakit.i18n.language import machine_language, wanted_language
from mediakit.machine import threads
from mediakit.media.abilities import Abilities, abilities
from mediakit.media.ffmpeg import Ffmpeg, find_ffmpeg


@dataclass(frozen=True, slots=True)
class Installed:
    """A library, and its version; empty where it is missing."""

    name: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """What was found.

    Attributes:
        mediakit: Our version.
        python: Python's version.
        system: The operating system and its processor.
        processors: How many may be used.
        language: What people are answered in.
        encoding: How the terminal writes letters.
        ffmpeg: The program that cuts, if there is one.
        abilities: What it has of what is needed.
        reader: PyAV, which reads recordings.
        engines: The speech engines, and what tells speakers apart.
        models_folder: Where this person's speech models are.
        models: Their names.
        folder: The folder that was looked at.
        free: Bytes free there.
        problems: What is missing or wrong, as far as work depends on it.
    """

    mediakit: str
    python: str
    system: str
    processors: int
    language: str
    encoding: str
    ffmpeg: Ffmpeg | None
    abilities: Abilities | None
    reader: Installed
    engines: tuple[Installed, ...]
    models_folder: Path
    models: tuple[str, ...]
    folder: Path
    free: int
    problems: tuple[MediakitError, ...]


def examine_machine(
    environ: Mapping[str, str], models_folder: Path, folder: Path
) -> Machine:
    """Look at the machine; nothing is changed and nothing is downloaded.

    Args:
        environ: The variables of the environment.
        models_folder: Where this person's speech models are.
        folder: Where there should be room.
    """
    problems: list[MediakitError] = []
    ffmpeg: Ffmpeg | None = None
    able: Abilities | None = None
    models: tuple[str, ...] = ()
    try:
        ffmpeg = find_ffmpeg(environ)
        able = abilities(ffmpeg)
        problems += able.lacking
    except MediakitError as error:
        problems.append(error)
    try:
        # a model for two engines is listed twice
        models = tuple(dict.fromkeys(m.name for m in all_models(models_folder)))
    except MediakitError as error:
        problems.append(error)
    names = (*(library.NAME for library in LIBRARIES), sherpa_speakers.NAME)
    return Machine(
        mediakit=metadata.version("mediakit"),
        python=platform.python_version(),
        system=f"{platform.system()} {platform.release()} {platform.machine()}",
        processors=threads(),
        language=wanted_language(environ, machine_language()),
        encoding=locale.getencoding(),
        ffmpeg=ffmpeg,
        abilities=able,
        reader=_installed("av"),
        engines=tuple(map(_installed, names)),
        models_folder=models_folder,
        models=models,
        folder=folder,
        free=shutil.disk_usage(folder).free,
        problems=tuple(problems),
    )


def _installed(name: str) -> Installed:
    try:
        return Installed(name, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Installed(name, "")
