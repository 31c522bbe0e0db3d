"""How a voice-over is told in one line."""

from gettext import gettext as _

from mediakit.model.timecode import format_time
from mediakit.model.voiceover import Voiceover


def voiceover_line(one: Voiceover) -> str:
    """Return its id, its language, its length, and who says it."""
    told = f"{one.id}  {one.language}  {format_time(one.duration)}"
    if not one.by:
        return told
    return _("{voiceover}, said by {name}").format(voiceover=told, name=one.by)
