"""Choose the speech model to use."""

from pathlib import Path

from mediakit.engines.models import Model, installed
from mediakit.engines.registry import ENGINES, all_models
from mediakit.errors.base import Reason, sentence
from mediakit.errors.engines import ModelMissing, ModelNotChosen, ModelNotFound
from mediakit.errors.library import SettingsInvalid
from mediakit.library import Library
from mediakit.settings import Settings


def choose_model(
    folder: Path, library: Library, settings: Settings, *, name: str, engine: str
) -> Model:
    """Return the model that was named, else the library's, else the only one there is.

    The demo model is never chosen for not being alone: it must be named.

    Args:
        folder: The person's models folder.
        library: Where *settings* come from.
        settings: Of the library.
        name: The model asked for, or empty.
        engine: The engine asked for, or empty.

    Raises:
        ModelMissing: None was named and none is installed.
        ModelNotChosen: None was named and several are installed.
        ModelNotFound: The one that was named is not on this machine.
        SettingsInvalid: The library's engine is none.
        ModelUnusable: A model's description cannot be read.
    """
    if settings.engine not in ENGINES:
        reason = Reason(
            sentence("engine must be one of {engines}"), engines=", ".join(ENGINES)
        )
        raise SettingsInvalid(path=str(library.settings_file), reason=reason)
    name = name or settings.model
    models = all_models(folder) if name else installed(folder)
    if engine:
        models = [model for model in models if model.engine == engine]
    if name:
        models = [model for model in models if model.name == name]
        # one name may stand for a model of each engine, as the demo's does
        models.sort(key=lambda model: model.engine != settings.engine)
        if not models:
            raise ModelNotFound(name=name, engine=engine or ", ".join(ENGINES))
    elif not models:
        raise ModelMissing(engine=engine or settings.engine)
    elif len(models) > 1:
        raise ModelNotChosen(names=", ".join(model.name for model in models))
    return models[0]
