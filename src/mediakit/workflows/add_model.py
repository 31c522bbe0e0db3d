"""Add a speech model from a folder or file, as one brought on a stick."""

import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from mediakit import files
from mediakit.engines.models import Model, describe
from mediakit.engines.registry import all_models, examine
from mediakit.errors.base import sentence
from mediakit.errors.engines import ModelExists, ModelUnusable
from mediakit.model.language import normalize_tag, primary


def add_model(
    folder: Path,
    path: Path,
    *,
    name: str = "",
    languages: Iterable[str] = (),
    licence: str = "",
    link: bool = False,
    threads: int,
) -> Model:
    """Check that *path* is a model, by loading it, and add it.

    Args:
        folder: The person's models folder.
        path: A folder made for faster-whisper or a ``.pt`` file of openai-whisper.
        name: What to call it; the name of the folder or file if not given.
        languages: Those it was made for; if none are given, those of its tokens.
        licence: What its makers allow.
        link: Leave its files where they are.
        threads: Processors to use.

    Raises:
        ModelUnusable: It is no model.
        ModelExists: There is one with this name.
        EngineMissing: The library it is for is not installed.
        LanguageNotUnderstood: A language is no tag.
        ReadFailed: It cannot be read to its end.
        WriteFailed: It cannot be copied.
    """
    path = path.absolute()
    name = new_name(folder, name or path.name.removesuffix(".xz").removesuffix(".pt"))
    model, parts = examine(path, tags(languages), threads=threads)
    partial = empty_folder(folder / f".{name}.adding")
    if not link:
        _copy(model, parts, partial)
    model = replace(model, name=name, licence=licence, linked=link)
    return keep_model(folder, model, partial)


def new_name(folder: Path, typed: str) -> str:
    """Return *typed* as the name of a folder that no model has yet.

    Raises:
        ModelExists: One has it.
    """
    name = files.safe_name(typed)
    if name.casefold() in {model.name.casefold() for model in all_models(folder)}:
        raise ModelExists(name=name)
    return name


def tags(languages: Iterable[str]) -> tuple[str, ...]:
    """Return typed languages as models name them: without region and script.

    Raises:
        LanguageNotUnderstood: One is no tag.
    """
    return tuple(primary(normalize_tag(typed)) for typed in languages)


def empty_folder(path: Path) -> Path:
    """Make *path* an empty folder, whatever an interrupted try left there."""
    shutil.rmtree(path, ignore_errors=True)
    files.make_folder(path)
    return path


def keep_model(folder: Path, model: Model, partial: Path) -> Model:
    """Describe a model whose folder is complete and give that folder its name."""
    place = folder / model.name
    describe(model, partial)
    files.replace(partial, place)
    files.sync_folder(folder)
    if model.linked:
        return model
    return replace(model, weights=place / model.weights.name)


def _copy(model: Model, parts: Iterable[Path], folder: Path) -> None:
    for part in parts:
        with files.staged(folder / part.name) as copy:
            sha256, _size = files.copy_hashing(part, copy)
        if part == model.weights and sha256 != model.sha256:
            reason = sentence("it changed while it was copied")
            raise ModelUnusable(path=str(part), reason=reason)
