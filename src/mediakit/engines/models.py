"""Speech models on this machine: a folder each, described by its ``model.json``.

The folder's name is the model's. The weights lie beside the description or, for a
linked model, where they were.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from mediakit.errors.base import sentence
from mediakit.errors.engines import ModelUnusable
from mediakit.files import is_file, reason, write_durably

DESCRIPTION = "model.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A speech model somebody added, or the built-in one.

    Attributes:
        name: What people call it.
        engine: The library that runs it, as ``faster-whisper``.
        languages: BCP 47 tags of the languages it knows.
        weights: The file of its weights; what else it needs is beside it. The
            program itself, for one that is used as an engine.
        sha256: Of the weights' bytes, in hexadecimal.
        size: Bytes of all its files.
        linked: The weights stay where they were when the model was added.
        source: Where it came from: a path or an address.
        licence: What its makers allow, if somebody said.
        notice: A warning that goes wherever its words go.
        command: The words that start a program used as an engine; see `command`.
    """

    name: str
    engine: str
    languages: tuple[str, ...]
    weights: Path
    sha256: str
    size: int
    linked: bool = False
    source: str = ""
    licence: str = ""
    notice: str = ""
    command: tuple[str, ...] = ()


def installed(folder: Path) -> list[Model]:
    """Return the models in the person's models folder, by name.

    Raises:
        ModelUnusable: A description cannot be read.
    """
    # folders whose name begins with a dot are not complete yet
    return [_read(path) for path in sorted(folder.glob(f"[!.]*/{DESCRIPTION}"))]


def beginning(folder: Path, name: str) -> Path:
    """Return where a model is while it is being fetched."""
    return folder / f".{name}.fetching"


def describe(model: Model, folder: Path) -> None:
    """Write the description of a model into its folder.

    Raises:
        WriteFailed: It could not be written.
    """
    document = asdict(model)
    del document["name"]
    document["weights"] = str(model.weights) if model.linked else model.weights.name
    text = json.dumps(document, indent=2)
    write_durably(folder / DESCRIPTION, f"{text}\n".encode())


def _read(path: Path) -> Model:
    # a pipe would make every command wait for ever
    if not is_file(path):
        raise ModelUnusable(path=str(path), reason=sentence("it is no file"))
    try:
        document = json.loads(path.read_text("utf-8"))
        return Model(
            name=path.parent.name,
            engine=str(document["engine"]),
            languages=tuple(map(str, document["languages"])),
            weights=path.parent / document["weights"],
            sha256=str(document["sha256"]),
            size=int(document["size"]),
            linked=bool(document["linked"]),
            source=str(document["source"]),
            licence=str(document["licence"]),
            notice=str(document["notice"]),
            command=tuple(map(str, document.get("command", ()))),
        )
    except OSError as error:
        raise ModelUnusable(path=str(path), reason=reason(error)) from error
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise ModelUnusable(path=str(path), reason=str(error)) from error
