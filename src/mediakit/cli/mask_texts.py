"""How a mask is told in one line, and what must be known of it."""

from collections.abc import Iterator, Sequence
from gettext import gettext as _
from gettext import ngettext

from mediakit.cli.reasons import in_words
from mediakit.errors.base import Reason
from mediakit.i18n.values import author, use_kind
from mediakit.model.mask import Mask, MaskKind
from mediakit.model.timecode import format_time
from mediakit.model.use import Use
from mediakit.workflows.keep_mask import TrackedMask
from mediakit.workflows.pass_masked import SHIFTED


def mask_line(mask: Mask) -> str:
    """Return what a mask hides where."""
    start, end = format_time(mask.range.start), format_time(mask.range.end)
    return f"{mask.id}  {mask.clip}  {start} - {end}  {_what(mask)}"


def mask_lines(shown: TrackedMask) -> Iterator[str]:
    """Tell what a mask hides, and what left with it."""
    yield mask_line(shown.mask)
    yield from mask_remarks(shown.mask)
    for use in shown.uses:
        yield _left(use)
        for file in use.files:
            yield f"    {file.path}  sha256 {file.sha256}"
    if not shown.uses:
        yield _("Nothing has left with it.")


def removal_remarks(uses: Sequence[Use]) -> Iterator[str]:
    """Tell what left with a mask that is no more."""
    if not uses:
        return
    yield ngettext(
        "It hid somebody in {count} thing that left, which stays as it is; what is "
        "made from now on shows what it hid, or is refused:",
        "It hid somebody in {count} things that left, which stay as they are; what is "
        "made from now on shows what it hid, or is refused:",
        len(uses),
    ).format(count=len(uses))
    yield from map(_left, uses)


def mask_remarks(mask: Mask) -> list[str]:
    """Return what must be known of a mask before anybody relies on it."""
    if mask.pitch:
        return [in_words(Reason(SHIFTED, clip=mask.clip))]
    if not mask.is_in_force:
        return [
            _(
                "It hides nobody yet, and nothing in which it is leaves. Watch it with "
                "'mediakit mask preview {mask}', all of it; then 'mediakit mask "
                "confirm {mask}'."
            ).format(mask=mask.id)
        ]
    return []


def _left(use: Use) -> str:
    day = use.created.at[:10] if use.created else "-"
    what = ", ".join((use_kind(use.kind), use.scope, *use.holders))
    return f"  {use.id}  {day}  {what}"


def _what(mask: Mask) -> str:
    match mask.kind:
        case MaskKind.BLUR:
            return _("the whole picture is blurred")
        case MaskKind.SOUND:
            return _("nothing is seen")
        case MaskKind.TEXT:
            return _("what is said is read")
        case MaskKind.FACES:
            return _faces(mask)
    if mask.recording:
        return _("said again in {clip}").format(clip=mask.recording)
    return ngettext(
        "the voice is shifted by {count} semitone",
        "the voice is shifted by {count} semitones",
        abs(mask.pitch),
    ).format(count=mask.pitch)


def _faces(mask: Mask) -> str:
    count = len(mask.places)
    if mask.confirmed is None:
        text = ngettext(
            "{count} face, not confirmed", "{count} faces, not confirmed", count
        )
        return text.format(count=count)
    text = ngettext(
        "{count} face is blurred, confirmed by {who}",
        "{count} faces are blurred, confirmed by {who}",
        count,
    )
    return text.format(count=count, who=author(mask.confirmed.by))
