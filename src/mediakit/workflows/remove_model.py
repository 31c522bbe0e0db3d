"""Remove a speech model from this machine."""

import shutil
from pathlib import Path

from mediakit.engines.models import DESCRIPTION, beginning
from mediakit.engines.registry import ENGINES
from mediakit.errors.engines import ModelNotFound
from mediakit.files import replace, safe_name


def remove_model(folder: Path, name: str) -> Path:
    """Delete a model that was added or fetched; return its folder.

    It may be damaged, or the beginning of an interrupted download. The files of a
    linked one stay where they are.

    Raises:
        ModelNotFound: None that can be removed has this name.
    """
    place, begun = folder / name, beginning(folder, name)
    whole = (place / DESCRIPTION).is_file()
    if safe_name(name) != name or not (whole or begun.is_dir()):
        raise ModelNotFound(name=name, engine=", ".join(ENGINES))
    if whole:
        # under a hidden name first: no half of a model is ever listed
        hidden = folder / f".{name}.removing"
        shutil.rmtree(hidden, ignore_errors=True)
        replace(place, hidden)
        shutil.rmtree(hidden)
    shutil.rmtree(begun, ignore_errors=True)
    return place
