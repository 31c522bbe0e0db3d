"""Say how far people have checked a transcript."""

from dataclasses import replace

from mediakit.catalog.catalog import Catalog
from mediakit.errors.corrections import TranscriptReplaced
from mediakit.model.transcript_record import State, TranscriptRecord
from mediakit.workflows.correct_transcript import newest_version


def mark_transcript(
    catalog: Catalog, record: TranscriptRecord, state: State
) -> TranscriptRecord:
    """Record that a transcript was checked, approved, or neither, by whom and when.

    What is approved was checked, by the same person if by nobody before. What is
    neither is a machine's where one heard the words, and unchecked where people
    wrote them, whichever of the two is said; then no part of it was checked either.

    Raises:
        TranscriptNotFound: It is not in the catalog, or no longer.
        TranscriptReplaced: There is a newer version.
    """
    with catalog.change() as change:
        known = change.get(TranscriptRecord, record.id)
        newest = newest_version(change, known)
        if newest.id != known.id:
            raise TranscriptReplaced(
                transcript=known.id, newest=newest.id, kept=newest.id
            )
        is_checked = state in (State.CHECKED, State.APPROVED)
        if not is_checked:
            state = known.unchecked
        if known.state is state and (is_checked or not known.checked_parts):
            return known
        marked = change.put(replace(known, state=state))
        return change.put(
            replace(
                marked,
                checked=(marked.checked or marked.changed) if is_checked else None,
                approved=marked.changed if state is State.APPROVED else None,
                checked_parts=marked.checked_parts if is_checked else (),
            )
        )
