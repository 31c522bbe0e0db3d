"""Words for recordings; apart, so that listing clips loads nothing else."""

from gettext import gettext as _

from mediakit.model.media import MediaKind


def media_kind(kind: MediaKind) -> str:
    """Return what a kind of recording is called."""
    return {"video": _("video"), "sound": _("sound")}[kind]
