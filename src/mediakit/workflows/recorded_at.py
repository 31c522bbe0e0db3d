"""What was recorded at some sessions, of all that is known."""

from dataclasses import replace

from mediakit.model.gate import Facts
from mediakit.model.group import is_same_name
from mediakit.model.session_filter import Filter
from mediakit.model.target import Target, Targets


def recorded_at(known: Facts, wanted: Filter) -> Facts:
    """Return what is known of some sessions: their clips, and who is in these.

    What people said of consent stays whole.
    """
    if wanted == Filter():
        return known
    sessions = {id_: one for id_, one in known.sessions.items() if wanted.selects(one)}
    clips = {id_: one for id_, one in known.clips.items() if one.session in sessions}
    voices = {clip: some for clip, some in known.voices.items() if clip in clips}
    heard = {voice.person for some in voices.values() for voice in some}
    people = {id_: one for id_, one in known.people.items() if id_ in heard}
    return replace(known, sessions=sessions, clips=clips, voices=voices, people=people)


def regions_of(regions: tuple[str, ...], wanted: Filter) -> tuple[str, ...]:
    """Return the programme's regions that the wanted sessions may be in."""
    asked = wanted.region
    return tuple(name for name in regions if not asked or is_same_name(asked, name))


def targets_of(targets: Targets, wanted: Filter) -> Targets:
    """Return the targets of such regions."""

    def narrowed(target: Target) -> Target:
        names = regions_of(tuple(target.regions), wanted)
        return replace(target, regions={name: target.regions[name] for name in names})

    return replace(targets, sessions=tuple(map(narrowed, targets.sessions)))
