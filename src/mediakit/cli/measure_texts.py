"""Words for what was prepared and measured of a clip."""

from collections.abc import Iterator
from gettext import gettext as _
from gettext import ngettext

from mediakit.model.clip import Clip
from mediakit.model.measures import Loudness, Measures, SoundMeasures
from mediakit.workflows.prepared_files import Part


def part_name(part: Part) -> str:
    """Return what a part that is prepared is called."""
    return {
        Part.SOUND: _("sound"),
        Part.PICTURES: _("pictures"),
        Part.PROXY: _("light copy"),
    }[part]


def measure_lines(clip: Clip, measures: Measures) -> Iterator[str]:
    """Return what was measured of a clip, a line each."""
    if measures.sound:
        yield _loudness(measures.sound.loudness)
        yield _silence(clip, measures.sound)
    if measures.pictures:
        shots = len(measures.pictures.changes) + 1
        yield _("Shots: {count}").format(count=shots)


def _loudness(loudness: Loudness) -> str:
    if loudness.integrated is None or loudness.true_peak is None:
        return _("Loudness: nothing can be heard")
    text = _("Loudness: {loudness} LUFS, range {range} LU, true peak {peak} dBTP")
    return text.format(
        loudness=loudness.integrated, range=loudness.range, peak=loudness.true_peak
    )


def _silence(clip: Clip, sound: SoundMeasures) -> str:
    count = len(sound.silences)
    return ngettext(
        "Silence: {share} %, in {count} pause",
        "Silence: {share} %, in {count} pauses",
        count,
    ).format(share=round(100 * sound.silent / max(1, clip.media.duration)), count=count)
