"""Take back what was said of who is heard or seen."""

from mediakit.catalog.catalog import Catalog
from mediakit.model.voice import Voice


def remove_voice(catalog: Catalog, typed: str) -> Voice:
    """Remove a voice that was recorded by mistake; return it.

    Raises:
        VoiceNotFound, IdAmbiguous: The voice is not found.
    """
    with catalog.change() as change:
        voice = change.find(Voice, typed)
        change.remove(Voice, voice.id)
        return voice
