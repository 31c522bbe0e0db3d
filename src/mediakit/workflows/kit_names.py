"""Find the names in a kit's own words of people who do not want to be named."""

from collections.abc import Iterator

from mediakit.errors.base import Reason, Reasons
from mediakit.kits.plan import KitItem, KitPlan
from mediakit.model.transcript import Segment
from mediakit.workflows.gather_facts import gather_facts
from mediakit.workflows.hide_names import names_said
from mediakit.workflows.kit_files import Planning
from mediakit.workflows.plan_kit import Draft, Drafted
from mediakit.workflows.real_names import real_names_of


def names_told(planning: Planning, draft: Draft) -> Reasons:
    """Return where words that go along say a name that is not to be said."""
    clips = {drafted.clip.id for drafted in draft.items}
    facts = gather_facts(planning.records, clips)
    real, day = real_names_of(planning.library), planning.purpose.day
    found: dict[Reason, None] = {}
    for drafted, item in zip(draft.items, draft.plan.items, strict=True):
        words = (*_words(drafted), *_around(drafted, draft.plan, item))
        said = names_said(facts, real, drafted.clip, day, words)
        found |= dict.fromkeys(said.each)
    return Reasons(*found)


def _around(drafted: Drafted, plan: KitPlan, item: KitItem) -> Iterator[Segment]:
    """Yield what stands beside an item: what the whole is called, what it is about."""
    about = (text for theme in item.themes for text in theme.labels.values())
    span = drafted.item.range
    for text in (plan.title, plan.place, drafted.clip.sensitive, *about):
        yield Segment(start=span.start, end=span.end, text=text)


def _words(drafted: Drafted) -> Iterator[Segment]:
    """Yield all that can be read of an item, timed in its clip."""
    item = drafted.item
    for texts in (item.titles, item.questions, item.notes):
        for text in texts.values():
            yield Segment(start=item.range.start, end=item.range.end, text=text)
    for said in drafted.subtitles.values():
        for line in said.lines:
            start, end = (item.range.start + time for time in (line.start, line.end))
            yield Segment(start=start, end=end, text=line.text)
