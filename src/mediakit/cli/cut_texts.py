"""How a video was cut, in words people read."""

from gettext import gettext as _

from mediakit.media.cutting import copying, keyframes, reencode
from mediakit.workflows.pass_masked import MASKED_BY
from mediakit.workflows.write_cut import VIDEO


def how_cut(how: str) -> str:
    """Return what a use record says of a cut, in words; nothing for plain sound."""
    made, masks, rest = how.partition(f", {MASKED_BY} ")
    if masks:
        ids = rest.partition(",")[0]
        if made.startswith(VIDEO):
            return _("encoded again, masked by {masks}").format(masks=ids)
        return _("masked by {masks}").format(masks=ids)
    return {
        f"{VIDEO}, {copying.HOW}": _("copied"),
        f"{VIDEO}, {reencode.HOW}": _("re-encoded"),
        f"{VIDEO}, {keyframes.HOW}": _("preview, from key frame to key frame"),
    }.get(how, "")
