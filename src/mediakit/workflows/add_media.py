"""Add recordings to a library, by copy or where they are, on all processors."""

from collections.abc import Generator, Iterable, Sequence
from collections.abc import Set as AbstractSet

from mediakit.catalog.catalog import Catalog, Records
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.language import normalize_tag
from mediakit.model.session import Session
from mediakit.workflows.find_media import Found, Refused
from mediakit.workflows.keep_media import Added, How, Wishes, has_original, keep_media
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.take_in_file import NotAdded, Task
from mediakit.workflows.take_in_media import Ready, by_size, take_in_media


def add_media(
    library: Library,
    catalog: Catalog,
    things: Sequence[Found | Refused],
    purpose: Purpose,
    *,
    session: str = "",
    languages: Iterable[str] = (),
    title: str = "",
    in_place: bool = False,
) -> Generator[Added | NotAdded, None, None]:
    """Add recordings; yield what became of each, once it is certain.

    What was yielded is in the catalog. Closing the generator keeps what is ready
    and drops the rest; adding the same again goes on from there.

    Args:
        library: Where to add.
        catalog: Its records.
        things: What `find_media` found.
        purpose: For whom; see `for_the_team`.
        session: Id of the session they were recorded at, if known.
        languages: Tags of the speech.
        title: What to call the clip, when there is only one.
        in_place: Leave the originals where they are.

    Raises:
        SessionNotFound: No session has this id; nothing was added.
        LanguageNotUnderstood: A language is no tag; nothing was added.
        SpaceMissing: The copies have no room; nothing was added.
        WriteFailed: The disk or the catalog failed.
    """
    records = catalog.read()
    wishes = Wishes(
        session=records.find(Session, session).id if session else None,
        languages=tuple(normalize_tag(language) for language in languages),
        title=title,
    )
    sizes = {thing.size for thing in things if isinstance(thing, Found)}
    known = _known(library, records, sizes)

    def recognised(task: Task, digest: str) -> Added:
        return Added(task.path, task.size, known[digest], How.KNOWN)

    def keep(ready: Ready) -> list[Added | NotAdded]:
        return keep_media(library, catalog, ready, wishes, purpose)

    yield from take_in_media(
        things,
        incoming=None if in_place else library.incoming,
        known=by_size(
            (clip.size, clip.sha256, library.resolve(clip.path))
            for clip in known.values()
        ),
        recognised=recognised,
        keep=keep,
    )


def _known(
    library: Library, records: Records, sizes: AbstractSet[int]
) -> dict[str, Clip]:
    """Return the clips of some sizes that have their originals, by SHA-256."""
    return {
        clip.sha256: clip
        for clip in records.all(Clip)
        if clip.size in sizes and has_original(library, clip)
    }
