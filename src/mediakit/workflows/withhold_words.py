"""Keep closed words off screens too: a withdrawal closes working copies."""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import replace

from mediakit.catalog.catalog import Records
from mediakit.model.coding import Coding
from mediakit.model.excerpt import Excerpt
from mediakit.model.gate import Facts
from mediakit.model.ids import ClipId
from mediakit.model.leaving import Passed, Shown, is_withheld, spoken, withheld
from mediakit.model.playlist import Playlist
from mediakit.model.transcript import Segment
from mediakit.workflows.gather_facts import gather_facts
from mediakit.workflows.pass_gate import Purpose, ask_gate
from mediakit.workflows.trace_voice import is_marked, trace_voices, withdrawn_voices
from mediakit.workflows.what_holds import WHOLE


def without_quotes(
    records: Records, excerpts: Iterable[Excerpt], day: str, facts: Facts | None = None
) -> list[Excerpt]:
    """Return *excerpts*, those with a withdrawn voice without the words themselves.

    Args:
        records: The catalog.
        excerpts: Some of it.
        day: ISO 8601 day of today.
        facts: What `gather_facts` returns of all clips, if it is there already.
    """
    marks = withdrawn_voices(facts or gather_facts(records), day)
    closed = {traced.record.id for traced in trace_voices(records, marks)}
    return [replace(x, quote="") if x.id in closed else x for x in excerpts]


def without_notes(
    records: Records, codings: Iterable[Coding], day: str, facts: Facts | None = None
) -> list[Coding]:
    """Return *codings*, those with a withdrawn voice without what is noted of them.

    A memo says what is said there, and so do the words that found it.

    Args:
        records: The catalog.
        codings: Some of it.
        day: ISO 8601 day of today.
        facts: What `gather_facts` returns of all their clips, if it is there already.
    """
    some = list(codings)
    known = facts or gather_facts(records, {one.clip for one in some})
    marks = withdrawn_voices(known, day)
    return [
        replace(one, memo="", search="")
        if is_marked(marks, one.clip, one.range or WHOLE)
        else one
        for one in some
    ]


def without_item_words(
    records: Records, playlist: Playlist, day: str, facts: Facts | None = None
) -> tuple[Playlist, frozenset[str]]:
    """Return *playlist*, its items with a withdrawn voice without any words.

    Args:
        records: The catalog.
        playlist: One of it.
        day: ISO 8601 day of today.
        facts: What `gather_facts` returns of its clips, if it is there already.

    Returns:
        The playlist, and the codes of those items.
    """
    clips = {item.clip for item in playlist.items}
    marks = withdrawn_voices(facts or gather_facts(records, clips), day)
    closed = frozenset(
        item.code for item in playlist.items if is_marked(marks, item.clip, item.range)
    )
    items = (x.wordless if x.code in closed else x for x in playlist.items)
    return replace(playlist, items=tuple(items)), closed


Said = tuple[ClipId, Segment]


def ask_for_words(records: Records, purpose: Purpose, said: Iterable[Said]) -> Passed:
    """Return what the gate says of showing what is said in clips."""
    parts = tuple((clip, spoken(segment)) for clip, segment in said)
    return ask_gate(records, purpose, parts, Shown.WORDS)


def withholding(passed: Passed) -> Callable[[ClipId, Segment], Segment]:
    """Return what leaves of a segment only its times, if its words did not pass."""
    parts = frozenset(passed.parts)

    def withhold(clip: ClipId, segment: Segment) -> Segment:
        if not passed.left_out or (clip, spoken(segment)) in parts:
            return segment
        return withheld(segment)

    return withhold


def shown_words(
    records: Records, purpose: Purpose, clip: ClipId, segments: Iterable[Segment]
) -> tuple[Segment, ...]:
    """Return what may be shown of segments of a clip; of closed ones only times."""
    said = [(clip, segment) for segment in segments]
    shown = withholding(ask_for_words(records, purpose, said))
    return tuple(shown(*one) for one in said)


def staying(
    records: Records,
    purpose: Purpose,
    clip: ClipId,
    segments: Sequence[Segment],
    hidden: Container[tuple[int, int]],
) -> tuple[Segment, ...]:
    """Return those of *segments* that whoever corrects the others leaves alone.

    Args:
        records: The catalog.
        purpose: What the others are shown for.
        clip: Whose they are.
        segments: As they are kept, with all their words.
        hidden: When those are said that were closed when the others were shown; who
            has not seen them cannot have left them out.
    """
    shown = shown_words(records, purpose, clip, segments)
    return tuple(
        one
        for one, seen in zip(segments, shown, strict=True)
        if is_withheld(seen) or (one.start, one.end) in hidden
    )
