"""How a video was cut, in words people read."""

from gettext import gettext as _

from mediakit.media.cutting import copying, keyframes, reencode
from mediakit.workflows.write_cut import VIDEO


def how_cut(how: str) -> str:
    """Return what a use record says of a video, in words; nothing for sound."""
    return {
        f"{VIDEO}, {copying.HOW}": _("copied"),
        f"{VIDEO}, {reencode.HOW}": _("re-encoded"),
        f"{VIDEO}, {keyframes.HOW}": _("preview, from key frame to key frame"),
    }.get(how, "")
