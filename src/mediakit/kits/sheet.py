"""What a run sheet says, before it is laid out for a browser or for a printer."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from mediakit.errors.base import Reasons
from mediakit.kits.plan import ByLanguage, KitItem, KitPlan, in_language
from mediakit.kits.words import words_of
from mediakit.model.timecode import format_time
from mediakit.model.writing import is_right_to_left


@dataclass(frozen=True, slots=True)
class Text:
    """Something written in one language.

    Attributes:
        language: BCP 47 tag.
        text: Any text; may hold line breaks.
        direction: ``ltr`` or ``rtl``.
    """

    language: str
    text: str
    direction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item, as a facilitator reads it.

    Attributes:
        number: Its place, from 1.
        code: What it is called on its wall card.
        begins: When it begins, counted from the first.
        lasts: How long it is watched.
        pause: How long is talked then, or empty.
        titles: What it is called.
        questions: What the room is asked.
        notes: What only the facilitator reads.
        themes: What it is about.
        cautions: What to watch for.
        consent: What it may be shown for, or empty.
        item: What it was made from.
    """

    number: int
    code: str
    begins: str
    lasts: str
    pause: str
    titles: tuple[Text, ...]
    questions: tuple[Text, ...]
    notes: tuple[Text, ...]
    themes: tuple[str, ...]
    cautions: tuple[str, ...]
    consent: str
    item: KitItem

    @property
    def known_by(self) -> tuple[Text, ...]:
        """What tells it from the others in a list: its title, or else its question."""
        return (self.titles or self.questions)[:1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All of it.

    Attributes:
        language: BCP 47 tag of the sentences in it.
        title: What the playlist is called.
        occasion: Where and when.
        facts: What is to be known of the whole: names and values.
        entries: In the order they are shown.
        words: What stands on the paper anyway, by a short name.
    """

    language: str
    title: str
    occasion: str
    facts: tuple[tuple[str, str], ...]
    entries: tuple[Entry, ...]
    words: dict[str, str]


def sheet_of(plan: KitPlan) -> Sheet:
    """Return what is to be read on paper of a plan."""
    _ = words_of(plan)
    watching = sum(item.duration for item in plan.items)
    talking = sum(item.pause for item in plan.items)
    facts = [
        (_("Excerpts"), str(len(plan.items))),
        (_("Watching"), clock(watching)),
        (_("Talking"), clock(talking)),
        (_("In all"), clock(watching + talking)),
        (_("Languages"), ", ".join(plan.languages)),
        (_("Made under the consent"), plan.scope),
        (_("Made on"), plan.made),
        (_("Playlist"), plan.playlist),
        (_("Session"), plan.session),
    ]
    return Sheet(
        language=plan.language,
        title=plan.title,
        occasion=" · ".join(part for part in (plan.place, plan.day) if part),
        facts=tuple((name, value) for name, value in facts if value),
        entries=tuple(_entries(plan, _)),
        words=_words(_),
    )


def clock(milliseconds: int) -> str:
    """Write a time in whole seconds, as people read it from a watch."""
    return format_time((milliseconds + 500) // 1000 * 1000)


def _words(_: Callable[[str], str]) -> dict[str, str]:
    return {
        "sheet": _("Run sheet"),
        "private": _("For the facilitator alone: not to be shown or left behind."),
        "begin": _("We begin at"),
        "overview": _("At a glance"),
        "code": _("Code"),
        "at": _("After"),
        "clock": _("On my watch"),
        "lasts": _("Lasts"),
        "talk": _("Talk"),
        "title": _("Title"),
        "ask": _("Ask"),
        "notes": _("For you"),
        "cautions": _("Watch for"),
        "consent": _("Consent"),
        "shown": _("shown"),
        "skipped": _("skipped"),
        "stopped": _("stopped at"),
        "calm": _("calm"),
        "lively": _("lively"),
        "tense": _("tense"),
        "walked_out": _("people left"),
        "said": _("What was said"),
        "sound": _("Sound only"),
    }


def _entries(plan: KitPlan, _: Callable[[str], str]) -> Iterator[Entry]:
    begins = 0
    for number, item in enumerate(plan.items, start=1):
        yield Entry(
            number=number,
            code=item.code,
            begins=clock(begins),
            lasts=clock(item.duration),
            pause=clock(item.pause) if item.pause else "",
            titles=_texts(plan, item.titles),
            questions=_texts(plan, item.questions),
            notes=_texts(plan, item.notes),
            themes=tuple(in_language(t.labels, plan.language) for t in item.themes),
            cautions=tuple(said(item.cautions, _)),
            consent=_(item.consent),
            item=item,
        )
        begins += item.duration + item.pause


def said(sentences: Iterable[str], _: Callable[[str], str]) -> Iterator[str]:
    """Yield sentences in a language, each by itself."""
    for one in sentences:
        yield from (
            _(each) for each in (one.each if isinstance(one, Reasons) else (one,))
        )


def _texts(plan: KitPlan, texts: ByLanguage) -> tuple[Text, ...]:
    """Return what is written in each language, those of the plan first."""
    known = [tag for tag in plan.languages if tag in texts]
    order = [*known, *(tag for tag in texts if tag not in known)]
    return tuple(
        Text(tag, texts[tag], "rtl" if is_right_to_left(texts[tag]) else "ltr")
        for tag in order
        if texts[tag].strip()
    )
