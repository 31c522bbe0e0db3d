"""Make a library: its settings, its empty catalog, its folders."""

from pathlib import Path

from mediakit.catalog.catalog import Catalog
from mediakit.errors.base import sentence
from mediakit.errors.library import FolderNotEmpty, LibraryExists
from mediakit.files import TEMPORARY_SUFFIX, make_folder, write_durably
from mediakit.library import Library
from mediakit.model.language import normalize_tag
from mediakit.settings import SCOPES

SETTINGS = sentence("""\
# The settings of this library. Anything after a # is a remark.

name = {name}
languages = [{languages}]   # BCP 47 tags, as "fr", "bm", "taq"
regions = []     # as people write them, such as "Gao"

[transcription]
engine = "faster-whisper"
model = ""       # a name from 'mediakit model list'
# glossary = ["IMRAP", "Ménaka"]   # names that it should spell like this

[consent]
# Nothing leaves the library unless everybody heard or seen in it has agreed.
# From the most private to the most public; agreeing to one agrees to those before.
scopes = [{scopes}]
policy = "strict"   # what an unknown voice means: "strict" refuses, "warn" warns

# What 'mediakit report missing' compares with.
# [targets]
# groups = ["female/18-35", "male/18-35"]   # who is to be heard in every region
# [targets.sessions]
# focus-group = 100   # shared among the regions; or {{ Gao = 15, Mopti = 10 }}
""")


def init_library(
    folder: Path,
    *,
    name: str = "",
    languages: tuple[str, ...] = (),
    settings: str = SETTINGS,
) -> Library:
    """Make a library in *folder*, which may exist if it is empty.

    A folder in which an earlier attempt was cut short is finished.

    Args:
        folder: Where.
        name: The programme's; the folder's if not given.
        languages: Those spoken in it, as people type them.
        settings: SETTINGS, with its remarks in any language.

    Raises:
        LibraryExists: The folder is a library already.
        FolderNotEmpty: It holds other things.
        WriteFailed: Something could not be written.
    """
    library = Library(folder.absolute())
    tags = tuple(normalize_tag(language) for language in languages)
    if library.settings_file.exists():
        raise LibraryExists(folder=str(folder))
    if folder.exists() and (not folder.is_dir() or _foreign(library)):
        raise FolderNotEmpty(folder=str(folder))
    for part in (library.assets, library.transcripts, library.exports):
        make_folder(part)
    if not library.catalog.exists():
        Catalog.create(library.catalog)
    # last, for this file makes the folder a library
    filled = settings.format(
        name=_quoted(name or folder.absolute().name),
        languages=", ".join(map(_quoted, tags)),
        scopes=", ".join(map(_quoted, SCOPES)),
    )
    write_durably(library.settings_file, filled.encode())
    return library


def _foreign(library: Library) -> bool:
    """Tell whether the folder holds more than an attempt to make a library leaves."""
    ours = {library.assets, library.transcripts, library.exports}
    lock = library.catalog.with_name(f"{library.catalog.name}.lock")
    return any(
        any(path.iterdir()) if path in ours and path.is_dir() else not _left_over(path)
        for path in library.root.iterdir()
        if path not in {library.catalog, lock, library.derived}
    )


def _left_over(path: Path) -> bool:
    return path.name.startswith(".") and path.name.endswith(TEMPORARY_SUFFIX)


def _quoted(text: str) -> str:
    """Return *text* as a TOML basic string."""
    text = text.encode("utf-8", "replace").decode()
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return (
        '"'
        + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in escaped)
        + '"'
    )
