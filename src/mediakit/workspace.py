"""The one place where a folder and the environment become an open library.

Nothing heavy is imported until the thing that needs it is asked for.
"""

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library, find_library
from mediakit.machine import author, models_folder
from mediakit.settings import Settings, read_settings


@dataclass(frozen=True)
class Workspace:
    """An open library."""

    library: Library

    @cached_property
    def settings(self) -> Settings:
        """What ``mediakit.toml`` says."""
        return read_settings(self.library)

    @cached_property
    def catalog(self) -> Catalog:
        """The records."""
        return Catalog(self.library.catalog, author=author(os.environ))

    @cached_property
    def real_names(self) -> Catalog:
        """What people are really called; its file is made when it is first needed."""
        return Catalog(self.library.real_names, author=author(os.environ))

    def close(self) -> None:
        """Put fresh changes into the catalogs' files, for people and programs."""
        for name in ("catalog", "real_names"):
            if name in vars(self):
                getattr(self, name).close()

    @property
    def models(self) -> Path:
        """Where this person's speech models are."""
        return models_folder(os.environ)


def open_workspace(folder: Path | None) -> Workspace:
    """Open the library that *folder* is in, or the current folder.

    Raises:
        LibraryNotFound: There is none.
    """
    return Workspace(find_library(folder or Path.cwd()))
