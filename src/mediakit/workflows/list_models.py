"""List the speech models on this machine."""

from dataclasses import dataclass
from pathlib import Path

from mediakit.engines.models import Model
from mediakit.engines.registry import all_models


@dataclass(frozen=True, slots=True)
class ListedModel:
    """A model, and whether it is where it was.

    Attributes:
        model: The model.
        is_there: Its weights can be found; those of a linked one may be on a
            disk that is not plugged in.
    """

    model: Model
    is_there: bool


def list_models(folder: Path) -> list[ListedModel]:
    """Return the built-in models, then the others by name.

    Raises:
        ModelUnusable: A model's description cannot be read.
    """
    return [ListedModel(model, model.weights.is_file()) for model in all_models(folder)]
