"""List what must be taken back because a voice was withdrawn."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Catalog, Change, Records
from mediakit.catalog.records import Record
from mediakit.model.excerpt import Excerpt
from mediakit.model.film import Film, FilmVersion
from mediakit.model.gate import Facts
from mediakit.model.ids import ConsentId, PersonId, RecallId
from mediakit.model.playlist import Playlist
from mediakit.model.recall import Recall
from mediakit.workflows.gather_facts import gather_facts
from mediakit.workflows.trace_voice import (
    Traced,
    trace_voices,
    traced_kind,
    traced_thing,
    withdrawn_voices,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that is to be taken back.

    Attributes:
        target: The id of the thing.
        kind: What sort of thing it is, as ``use``.
        record: The thing, without the words of an excerpt, of a playlist's items or of
            a film's lines, unless it is gone.
        holder: Who has it, in words.
        person: Whose voice is in it.
        withdrawal: The event that asks for it back.
        recall: Its line on the list; ``None`` while it is on none.
        places: Where the voice is in it: lines of a film, or its timecode.
    """

    target: str
    kind: str
    record: Record | None
    holder: str
    person: PersonId
    withdrawal: ConsentId
    recall: Recall | None = None
    places: tuple[str, ...] = ()


def open_recalls(records: Records, day: str, facts: Facts | None = None) -> list[Asked]:
    """Return what is to be taken back: what is on the list, and what should be.

    What should be is computed from what is withdrawn on that day: a voice may have
    been found in a clip long after the person withdrew.

    Args:
        records: The catalog.
        day: ISO 8601 day of today.
        facts: What `gather_facts` returns of all clips, if it is there already.
    """
    facts = facts or gather_facts(records)
    recalls = records.all(Recall)
    traced = list(trace_voices(records, withdrawn_voices(facts, day)))
    places = {(one.person, one.record.id): one.places for one in traced}
    listed = [
        Asked(
            recall.target,
            traced_kind(recall.target),
            _wordless(traced_thing(records, recall.target)),
            recall.holder,
            recall.person,
            recall.withdrawal,
            recall,
            places.get((recall.person, recall.target), ()),
        )
        for recall in recalls
        if recall.done is None
    ]
    return [*listed, *not_listed(facts, recalls, traced)]


def to_take_back(
    facts: Facts, recalls: Sequence[Recall], traced: Sequence[Traced]
) -> list[Asked]:
    """Return those of what was traced that are on the list or should be."""
    on_list = {(one.person, one.target): one for one in recalls if one.done is None}
    new = {(one.person, one.target): one for one in not_listed(facts, recalls, traced)}
    asked = []
    for one in traced:
        recall = on_list.get((one.person, one.record.id))
        if recall:
            asked.append(replace(_asked(one), recall=recall))
        elif found := new.get((one.person, one.record.id)):
            asked.append(found)
    return asked


def not_listed(
    facts: Facts, recalls: Iterable[Recall], traced: Iterable[Traced]
) -> Iterator[Asked]:
    """Yield what was traced, is not on the list, and was not since they agreed last."""
    agreed = {
        person: max(
            (event.created.at for event in events if event.opens and event.created),
            default="",
        )
        for person, events in facts.consents.items()
    }
    known = {
        (recall.person, recall.target)
        for recall in recalls
        if recall.done is None
        or (recall.created and recall.created.at >= agreed.get(recall.person, ""))
    }
    for one in traced:
        if (one.person, one.record.id) not in known:
            yield _asked(one)


def refresh_recalls(catalog: Catalog, day: str) -> list[Asked]:
    """Put on the list what should be, and return all of it that is open."""
    if all(one.recall for one in open_recalls(catalog.read(), day)):
        return open_recalls(catalog.read(), day)
    with catalog.change() as change:
        asked = open_recalls(change, day)
        return [replace(one, recall=put_recall(change, one)) for one in asked]


def put_recall(change: Change, asked: Asked) -> Recall:
    """Put something on the list, unless it is there; return its line."""
    return asked.recall or change.put(
        Recall(
            id=RecallId(change.new_id(Recall)),
            withdrawal=asked.withdrawal,
            person=asked.person,
            target=asked.target,
            holder=asked.holder,
        )
    )


def stale(asked: Iterable[Asked]) -> Mapping[str, tuple[PersonId, ...]]:
    """Return whose withdrawn voices are in what, by the thing's id."""
    found: dict[str, tuple[PersonId, ...]] = {}
    for one in asked:
        if one.person not in found.get(one.target, ()):
            found[one.target] = (*found.get(one.target, ()), one.person)
    return found


def _asked(traced: Traced) -> Asked:
    return Asked(
        traced.record.id,
        traced_kind(traced.record.id),
        _wordless(traced.record),
        traced.holder,
        traced.person,
        traced.withdrawal,
        places=traced.places,
    )


def _wordless(record: Record | None) -> Record | None:
    if isinstance(record, Excerpt):
        return replace(record, quote="")
    if isinstance(record, Playlist):
        return replace(record, items=tuple(item.wordless for item in record.items))
    if isinstance(record, Film):
        return replace(record, lines=tuple(line.wordless for line in record.lines))
    if isinstance(record, FilmVersion):
        lines = tuple(line.wordless for line in record.was.lines)
        return replace(record, was=replace(record.was, lines=lines))
    return record
