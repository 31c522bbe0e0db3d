"""Clips with known pictures, sound and words in a test's library."""

import shutil

from mediakit.catalog.catalog import Catalog
from mediakit.files import checksum
from mediakit.library import Library
from mediakit.media.probe import probe
from mediakit.model.clip import Clip
from mediakit.model.ids import ClipId
from mediakit.model.transcript import Segment, Source, Transcript, Word
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.workflows.keep_transcript import keep_transcript
from tests.media.barcode import Recipe, clip


def put_clip(
    library: Library, catalog: Catalog, recipe: Recipe, *, title: str = "Camera 01"
) -> Clip:
    """Put the clip that *recipe* describes into a library, as ``Camera 01`` was."""
    source = clip(recipe)
    with catalog.change() as change:
        clip_id = ClipId(change.new_id(Clip))
        path = f"assets/{clip_id}{recipe.suffix}"
        shutil.copyfile(source, library.resolve(path))
        return change.put(
            Clip(
                id=clip_id,
                title=title,
                path=path,
                sha256=checksum(source),
                size=source.stat().st_size,
                media=probe(source),
                original_name=f"Camera_01{recipe.suffix}",
            )
        )


def put_words(
    library: Library,
    catalog: Catalog,
    of: Clip,
    *segments: tuple[int, int, str],
    origin: Origin = Origin.IMPORTED,
) -> TranscriptRecord:
    """Give a clip a transcript of segments: start, end, text; words share the time."""
    transcript = Transcript(
        segments=tuple(
            Segment(start=start, end=end, text=text, words=_words(start, end, text))
            for start, end, text in segments
        ),
        language="fr",
        clip=of.id,
        source=Source(origin=origin),
    )
    return keep_transcript(library, catalog, transcript, state=State.UNCHECKED)


def _words(start: int, end: int, text: str) -> tuple[Word, ...]:
    words = text.split()
    step = (end - start) // len(words)
    return tuple(
        Word(start + n * step, start + (n + 1) * step, word)
        for n, word in enumerate(words)
    )
