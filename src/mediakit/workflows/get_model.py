"""Fetch a speech model from the network: the only workflow that uses it."""

from collections.abc import Generator, Iterable
from dataclasses import replace
from pathlib import Path

from mediakit.engines.hub import Offer, fetch, find_offer
from mediakit.engines.models import Model, beginning
from mediakit.engines.registry import examine
from mediakit.files import make_folder
from mediakit.workflows.add_model import keep_model, new_name, tags


def offered_model(folder: Path, name: str) -> Offer:
    """Ask what there is to fetch for a model that is not here yet.

    Raises:
        ModelExists: A model with this name is here.
        DownloadFailed: There is no network or no such model.
    """
    new_name(folder, _short(name))
    return find_offer(name)


def get_model(
    folder: Path, offer: Offer, *, languages: Iterable[str] = (), threads: int
) -> Generator[int | Model, None, None]:
    """Fetch a model, yielding now and then how many bytes are here; last the model.

    What an interrupted try brought is kept and gone on with.

    Raises:
        DownloadFailed: The network failed, or something arrived damaged.
        ModelUnusable: What was offered is no model.
        LanguageNotUnderstood: A language is no tag.
    """
    name = new_name(folder, _short(offer.name))
    known = tags(languages)
    partial = beginning(folder, name)
    make_folder(partial)
    yield from fetch(offer, partial)
    model, _parts = examine(partial, known, threads=threads)
    model = replace(model, name=name, source=offer.address, licence=offer.licence)
    yield keep_model(folder, model, partial)


def _short(name: str) -> str:
    return name.rpartition("/")[2]
