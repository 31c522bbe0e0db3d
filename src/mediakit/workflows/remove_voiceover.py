"""Remove a voice-over; its recording goes to what was removed, by hand to put back."""

from collections.abc import Sequence

from mediakit.catalog.catalog import Catalog, Change
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import RemovedId
from mediakit.model.removed import Removed
from mediakit.model.voice import Voice
from mediakit.model.voiceover import Voiceover
from mediakit.workflows.remove_clip import take_out


def remove_voiceover(library: Library, catalog: Catalog, typed: str) -> Voiceover:
    """Remove a voice-over and return what it was.

    Its recording goes to ``removed/``, unless another voice-over has the same one. The
    record goes first, so that whatever dies in between leaves at most a file that
    nothing mentions.

    Raises:
        VoiceoverNotFound, IdAmbiguous: It is not found.
        WriteFailed: The recording could not be moved.
    """
    with catalog.change() as change:
        voiceover = change.find(Voiceover, typed)
        let_go(library, change, [voiceover])
    take_recordings_out(library, catalog, [voiceover])
    return voiceover


def let_go(library: Library, change: Change, gone: Sequence[Voiceover]) -> None:
    """Take the records of voice-overs out, and remember whose words they say.

    What is left in ``removed/`` is not forgotten, and a withdrawal finds it.
    """
    for one in gone:
        change.remove(Voiceover, one.id)
    folders = {one.folder for one in change.all(Removed)}
    known = {voice.clip for voice in change.all(Voice) if voice.person}
    titles = {clip.id: clip.title for clip in change.all(Clip)}
    for clip in {one.clip for one in gone} & known:
        folder = (library.removed / clip).relative_to(library.root).as_posix()
        if folder not in folders:
            change.put(
                Removed(
                    id=RemovedId(change.new_id(Removed)),
                    clip=clip,
                    title=titles.get(clip, ""),
                    # no recording that is added is this one
                    sha256="",
                    folder=folder,
                )
            )


def take_recordings_out(
    library: Library, catalog: Catalog, gone: Sequence[Voiceover]
) -> None:
    """Move recordings of voice-overs that are gone to ``removed/``.

    Raises:
        WriteFailed: One could not be moved.
    """
    needed = {one.path for one in catalog.read().all(Voiceover)}
    for one in gone:
        path = library.resolve(one.path)
        if one.path not in needed and library.owns(path):
            take_out(path, library.removed / one.clip)


def said_over(change: Change, excerpt: Excerpt) -> list[Voiceover]:
    """Return the voice-overs of an excerpt."""
    return [one for one in change.all(Voiceover) if one.excerpt == excerpt.id]
