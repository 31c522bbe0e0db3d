"""Keep closed words off screens too: a withdrawal closes working copies."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from mediakit.catalog.catalog import Records
from mediakit.model.excerpt import Excerpt
from mediakit.model.gate import Facts
from mediakit.model.ids import ClipId
from mediakit.model.leaving import Passed, Shown, spoken
from mediakit.model.transcript import Segment
from mediakit.workflows.gather_facts import gather_facts
from mediakit.workflows.pass_gate import Purpose, ask_gate
from mediakit.workflows.trace_voice import trace_voices, withdrawn_voices

WITHHELD = "withheld"
"""The flag of a segment whose words are not shown."""


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
        return replace(
            segment,
            text="",
            speaker="",
            words=(),
            flags=(WITHHELD,),
            speaker_guessed=False,
        )

    return withhold
