"""Kits in words: what was made, what is missing in it, what became of it."""

from collections.abc import Iterable, Iterator
from gettext import gettext as _
from gettext import ngettext

from mediakit.workflows.make_kit import Kit
from mediakit.workflows.plan_kit import Lacking
from mediakit.workflows.verify_kit import Verified


def kit_lines(kit: Kit) -> Iterator[str]:
    """Tell where a kit is, and how much of it had to be made."""
    yield f"{kit.use.id}  {kit.path}"
    if kit.reused:
        yield _("It was made before, and nothing has changed since.")
    elif kit.parts:
        yield ngettext(
            "{count} part, of which {made} had to be made.",
            "{count} parts, of which {made} had to be made.",
            kit.parts,
        ).format(count=kit.parts, made=kit.made)


def lay_of(kit: Kit) -> dict[str, object]:
    """Return a kit as JSON tells it."""
    return {
        "path": kit.path,
        "use": kit.use,
        "parts": kit.parts,
        "made": kit.made,
        "reused": kit.reused,
        "lacking": kit.lacking,
        "cautions": kit.cautions.each,
    }


def lacking_lines(lacking: Iterable[Lacking]) -> Iterator[str]:
    """Tell which items lack what was asked for."""
    for one in lacking:
        if one.subtitles:
            yield _("Without subtitles in {language}: {codes}").format(
                language=one.language, codes=" ".join(one.subtitles)
            )
        if one.voiceovers:
            yield _("Without a voice-over in {language}: {codes}").format(
                language=one.language, codes=" ".join(one.voiceovers)
            )


def verified_lines(verified: Verified) -> Iterator[str]:
    """Tell what a kit is like now."""
    manifest = verified.manifest
    yield _("{kind} kit of {playlist}, made on {day} for {scope}").format(
        kind=manifest.kit,
        playlist=manifest.playlist,
        day=manifest.made,
        scope=manifest.scope,
    )
    if verified.reasons:
        # the error that follows says them
        return
    count = len(manifest.files)
    yield ngettext(
        "It is as it was made: {count} file.",
        "It is as it was made: {count} files.",
        count,
    ).format(count=count)
    if verified.known:
        yield _("Nobody in it has withdrawn, as far as this library knows.")
        if verified.closed:
            # a warning: the kit is what left, and people may agree again
            yield _(
                "But consent has ended since, or says less now, of {count}: ask them "
                "before it is shown again. 'mediakit consent show' tells what they "
                "agree to."
            ).format(count=verified.closed)
    else:
        yield _("No library is at hand that knows whether somebody in it withdrew.")
