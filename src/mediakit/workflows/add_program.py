"""Add a program as a speech engine: anything that turns a WAV file into text."""

import hashlib
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from mediakit.engines import command
from mediakit.engines.base import RATE, Options
from mediakit.engines.models import Model
from mediakit.errors.base import Reason, sentence
from mediakit.errors.engines import ModelUnusable
from mediakit.files import checksum, is_file
from mediakit.workflows.add_model import empty_folder, keep_model, new_name, tags


def add_program(
    folder: Path,
    name: str,
    words: Sequence[str],
    *,
    languages: Iterable[str],
    licence: str = "",
    read: command.Reader,
) -> Model:
    """Try a program on a second of silence, and add it as a model.

    It stays where it is; moved or changed, it is no longer what was tried.

    Args:
        folder: The person's models folder.
        name: What to call it.
        words: The program and its arguments, with ``{sound}`` for the WAV file and,
            if it wants to know, ``{language}``.
        languages: Those it was made for.
        licence: What its makers allow.
        read: Understands what it prints.

    Raises:
        ModelUnusable: There is no such program, or its words have no ``{sound}``.
        ModelExists: There is a model with this name.
        LanguageNotUnderstood: A language is no tag.
        ProgramFailed: It does not do its work, or prints something else.
    """
    program = shutil.which(words[0])
    if program is None:
        reason = sentence("there is no such program")
        raise ModelUnusable(path=words[0], reason=reason)
    if not any(command.SOUND in word for word in words[1:]):
        reason = Reason(
            sentence("its words lack {sound}, where the WAV file goes"),
            sound=command.SOUND,
        )
        raise ModelUnusable(path=words[0], reason=reason)
    path = Path(program).absolute()
    model = Model(
        name=new_name(folder, name),
        engine=command.NAME,
        languages=tags(languages),
        weights=path,
        sha256=_digest((str(path), *words[1:])),
        size=path.stat().st_size,
        linked=True,
        source=str(path),
        licence=licence,
        command=(str(path), *words[1:]),
    )
    _try(model, read)
    return keep_model(folder, model, empty_folder(folder / f".{model.name}.adding"))


def _digest(words: Sequence[str]) -> str:
    """Return one digest of all that a program is made of, as far as its words say.

    The interpreter says little about a script. Where files lie is no matter: on
    another machine the same program lies elsewhere.
    """
    parts = [checksum(Path(word)) if is_file(Path(word)) else word for word in words]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _try(model: Model, read: command.Reader) -> None:
    import numpy as np

    silence = np.zeros(RATE, np.float32)
    options = Options(languages=model.languages[:1])
    list(command.load(model, read).transcribe([silence], options).segments)
