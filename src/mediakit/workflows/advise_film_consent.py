"""Advise on who is in a film: whether they agreed to it, and what they are called."""

from collections.abc import Iterator, Mapping

from mediakit.errors.base import Reason, sentence
from mediakit.model.cause import Cause
from mediakit.model.film import Film
from mediakit.model.gate import Facts, Finding, Request, Rules, decide
from mediakit.model.ids import ClipId, PersonId
from mediakit.model.leaving import Shown, judge
from mediakit.model.mask import Masked
from mediakit.model.timecode import TimeRange
from mediakit.workflows.consent_reasons import consent_reasons
from mediakit.workflows.film_notes import names_on_lines
from mediakit.workflows.hide_names import RealNames, names_said
from mediakit.workflows.lay_out_film import LaidOut, shown_in
from mediakit.workflows.playlist_advice import Advice, Matter

_TAKE_OUT = sentence("Take it out: 'mediakit film remove {film} {line}'.")
_ASK = sentence(
    "Ask, and note the answer with 'mediakit consent record {person}'; or take it out: "
    "'mediakit film remove {film} {line}'."
)
_NAMELESS = sentence("Call them {pseudonym} wherever the film names them.")
_HIDE_FACE = sentence(
    "Hide them in the rendered film with 'mediakit mask blur {clip}', or 'mask faces', "
    "'mask sound' or 'mask text'; choose another part with 'mediakit film edit {film} "
    "{line}'; or take it out: 'mediakit film remove {film} {line}'."
)
_HIDE_VOICE = sentence(
    "Let somebody else say it in the rendered film with 'mediakit mask voice {clip} "
    "--recording CLIP', or let it be read with 'mediakit mask text {clip}'; choose "
    "another part with 'mediakit film edit {film} {line}'; or take it out: 'mediakit "
    "film remove {film} {line}'."
)
_FIND_OUT = sentence(
    "Find out who it is and say so with 'mediakit voice add', or take it out: "
    "'mediakit film remove {film} {line}'."
)
_REMEDIES = {
    Cause.WITHDRAWN: _TAKE_OUT,
    Cause.UNKNOWN_VOICE: _FIND_OUT,
    Cause.NO_FACE: _HIDE_FACE,
    Cause.NO_VOICE: _HIDE_VOICE,
    Cause.NO_NAME: _NAMELESS,
}


def advise_consent(laid: LaidOut, rules: Rules, day: str) -> Iterator[Advice]:
    """Yield what the gate says of each line and cover, for the film's scope.

    Args:
        laid: The film.
        rules: Those of consent.
        day: ISO 8601 day on which it is asked.
    """
    lines = {line.code for line in laid.film.lines}
    clips = laid.facts.clips
    shown = {
        code: shown_in(clips[clip], is_named=code in lines)
        & ~laid.masks.get(code, Masked()).hides
        for code, clip, _range in laid.film.parts
        if clip in clips
    }
    yield from advise_shown(laid, shown, rules, day)


def advise_shown(
    laid: LaidOut, shown: Mapping[str, Shown], rules: Rules, day: str
) -> Iterator[Advice]:
    """Yield what the gate says of each line and cover, for what it shows of people.

    Args:
        laid: The film.
        shown: What can be met in it, by code.
        rules: Those of consent.
        day: ISO 8601 day on which it is asked.
    """
    film, facts = laid.film, laid.facts
    for code, clip, range_ in film.parts:
        if code not in shown or clip not in facts.clips:
            continue
        asked = Request(ranges=((clip, range_),), scope=film.scope, day=day)
        decision = decide(facts, rules, asked)
        closed = judge(asked.ranges, decision, shown[code]).refusals
        for finding in (*closed, *decision.warnings):
            named = finding.cause is Cause.NO_NAME
            blocks = finding in closed and not named
            yield _told(film, facts, code, finding, blocks=blocks)


def advise_names(laid: LaidOut, real_names: RealNames, day: str) -> Iterator[Advice]:
    """Yield who is heard without a name to be called by, and names that are said.

    Args:
        laid: The film.
        real_names: What people are really called.
        day: ISO 8601 day of today.
    """
    nameless: dict[PersonId, list[str]] = {}
    for line in laid.film.lines:
        if line.part is None or line.code in laid.withdrawn:
            continue
        for person in _unnamed(laid.facts, *line.part):
            nameless.setdefault(person, []).append(line.code)
        yield from _names_in_words(laid, line.code, *line.part, real_names, day)
    for code, reason in names_on_lines(laid, real_names, day):
        yield Advice(matter=Matter.NAME, items=(code,) if code else (), reason=reason)
    for person, codes in nameless.items():
        yield Advice(
            matter=Matter.NAME,
            items=tuple(codes),
            reason=Reason(
                sentence("Nobody has said what {person} agreed to be called."),
                person=person,
            ),
            remedy=Reason(
                sentence("Ask, and run 'mediakit person edit {person} --name NAME'."),
                person=person,
            ),
        )


def _told(
    film: Film, facts: Facts, code: str, finding: Finding, *, blocks: bool
) -> Advice:
    [reason] = consent_reasons([finding], facts.people).each
    text = _REMEDIES.get(finding.cause, _ASK)
    remedy = Reason(
        text,
        film=film.id,
        line=code,
        clip=finding.clip,
        person=finding.person or "",
        pseudonym=finding.pseudonym or "-",
    )
    return Advice(
        matter=Matter.NAME if finding.cause is Cause.NO_NAME else Matter.CONSENT,
        items=(code,),
        reason=reason,
        remedy=remedy,
        blocks=blocks,
    )


def _unnamed(facts: Facts, clip: ClipId, part: TimeRange) -> Iterator[PersonId]:
    """Yield who is heard in a part, and has no name to be called by."""
    for voice in facts.voices.get(clip, ()):
        there = voice.range is None or voice.range.overlaps(part)
        person = facts.people.get(voice.person) if voice.person else None
        if there and voice.heard and person and not person.name:
            yield person.id


def _names_in_words(
    laid: LaidOut,
    code: str,
    clip: ClipId,
    part: TimeRange,
    real_names: RealNames,
    day: str,
) -> Iterator[Advice]:
    """Yield where the words of a line say a name that is not to be said."""
    record, found = laid.words.speech(clip), laid.facts.clips.get(clip)
    if record is None or found is None:
        return
    said = [
        segment
        for segment in laid.words.load(record).segments
        if segment.start < part.end and part.start < segment.end
    ]
    for reason in names_said(laid.facts, real_names, found, day, said).each:
        yield Advice(matter=Matter.NAME, items=(code,), reason=reason)
