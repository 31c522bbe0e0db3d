"""Keep a finished cut: as a version of its film, and as a use that holds its shots."""

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Change, Records
from mediakit.model.clip import Clip
from mediakit.model.cut import CutShot
from mediakit.model.film import FilmVersion
from mediakit.model.frame_rate import format_timecode
from mediakit.model.ids import ClipId
from mediakit.model.leaving import Part, Passed, Shown, noted, together
from mediakit.model.use import READ_BACK, Use, UsedFile, UsedRange, UseKind
from mediakit.timeline.found import ReadBack
from mediakit.workflows.film_of_cut import CutFilm
from mediakit.workflows.keep_film import keep_version, versions_of
from mediakit.workflows.pass_gate import Purpose, ask_gate
from mediakit.workflows.record_use import record_use

_HEARD = Shown.SOUND | Shown.WORDS | Shown.NAMES
EVERYTHING = _HEARD | Shown.PICTURES
"""What of people can be met where nobody knows what of a clip is shown."""


@dataclass(frozen=True, slots=True)
class KeptCut:
    """A finished cut that was kept.

    Attributes:
        version: What it is called among the versions of its film, as ``v3``.
        use: The record that it is out there.
    """

    version: str
    use: Use


def keep_cut(
    change: Change,
    cut: CutFilm,
    read: ReadBack,
    shots: Sequence[CutShot],
    purpose: Purpose,
    file: UsedFile,
    kind: str,
) -> KeptCut:
    """Keep a finished cut, whatever consent says; the same file once.

    Args:
        change: The records.
        cut: The cut on paper.
        read: What the file says.
        shots: The same with clips.
        purpose: What it is for.
        file: The file.
        kind: Its format.

    Raises:
        ScopeUnknown: There is no such scope.
        SessionNotFound: The audience is none.
    """
    clips = {clip.id: clip for clip in change.all(Clip)}
    ranges = tuple(_ranges(change, read, cut, shots))
    passed = _asked(change, purpose, cut, ranges, clips)
    number = _kept(change, cut)
    how = f"film {cut.film.id} v{number} {READ_BACK} {kind}"
    for known in change.all(Use):
        if known.film == cut.film.id and known.files == (file,) and known.how == how:
            return KeptCut(f"v{number}", change.put(_again(known, passed, ranges)))
    use = record_use(
        change,
        passed,
        UseKind.TIMELINE,
        (file,),
        how=how,
        ranges=ranges,
        film=cut.film.id,
    )
    return KeptCut(f"v{number}", use)


def shown_of_shot(shot: CutShot, clips: Mapping[ClipId, Clip]) -> Shown:
    """Return what of people can be met in a shot."""
    shown = _HEARD if shot.is_heard else Shown(0)
    clip = clips.get(shot.clip) if shot.clip else None
    if shot.is_seen and clip and clip.media.video:
        shown |= Shown.PICTURES
    return shown


def _kept(change: Change, cut: CutFilm) -> int:
    """Keep the version, unless one is the same already; return its number."""
    versions = versions_of(change, cut.film.id)
    was = replace(cut.film, created=None, changed=None)
    same = (one for one in versions if one.was == was)
    kept: FilmVersion = next(same, None) or keep_version(change, cut.film)
    return [one.id for one in versions_of(change, cut.film.id)].index(kept.id) + 1


def _again(known: Use, passed: Passed, ranges: tuple[UsedRange, ...]) -> Use:
    """Return what is known of a cut that was read before, as consent is now."""
    return replace(
        known,
        ranges=ranges,
        scope=passed.scope,
        audience=passed.audience,
        recipient=passed.recipient or known.recipient,
        warnings=passed.warnings,
    )


def _ranges(
    records: Records, read: ReadBack, cut: CutFilm, shots: Sequence[CutShot]
) -> Iterator[UsedRange]:
    """Yield what of clips is in a cut, each with its shot and when that begins."""
    for shot in shots:
        begins = format_timecode(read.first + shot.at, read.rate)
        at = " ".join(filter(None, (cut.codes.get(shot, ""), begins)))
        if shot.clip and shot.range:
            yield UsedRange(shot.clip, shot.range, at=at)
        elif shot.use:
            for used in records.get(Use, shot.use).ranges:
                yield UsedRange(used.clip, used.range, at=begins)
        for clip, range_ in shot.also:
            yield UsedRange(clip, range_, at=at)


def _asked(
    records: Records,
    purpose: Purpose,
    cut: CutFilm,
    ranges: Sequence[UsedRange],
    clips: Mapping[ClipId, Clip],
) -> Passed:
    """Return what the gate says of a cut, with what it refuses among the warnings."""
    parts: dict[Shown, list[Part]] = {}
    own: dict[object, Shown] = {}
    for one in cut.codes:
        key = (one.clip, one.range)
        own[key] = own.get(key, Shown(0)) | shown_of_shot(one, clips)
    for used in ranges:
        shown = own.get((used.clip, used.range), EVERYTHING)
        parts.setdefault(shown, []).append((used.clip, used.range))
    answers = [ask_gate(records, purpose, some, shown) for shown, some in parts.items()]
    if not answers:
        return ask_gate(records, purpose, (), _HEARD)
    passed = functools.reduce(together, answers)
    warnings = dict.fromkeys((*passed.warnings, *noted(passed.left_out)))
    return replace(passed, warnings=tuple(warnings))
