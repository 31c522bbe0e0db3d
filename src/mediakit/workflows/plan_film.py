"""Make a film out of excerpts: what is shown in which order, on which canvas."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.excerpts import SubtitlesMissing
from mediakit.library import Library
from mediakit.media.rendering.film import (
    Banner,
    BannerKind,
    Canvas,
    Card,
    CardKind,
    Film,
    Line,
    Part,
    Shot,
    card_of,
    nearest_rate,
    wide_canvas,
)
from mediakit.model.clip import Clip
from mediakit.model.current import preferred
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ClipId, ExcerptId, normalize_id
from mediakit.model.language import normalize_tag, primary
from mediakit.model.leaving import Shown
from mediakit.model.mask import Masked
from mediakit.model.quotation import segments_within
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript_record import Origin, TranscriptRecord
from mediakit.workflows.find_original import find_original
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.masked_copy import masked_part
from mediakit.workflows.pass_gate import Purpose, ask_gate
from mediakit.workflows.place_export import public_name
from mediakit.workflows.subtitle_lines import subtitle_lines

_USUAL_RATE = Fraction(25)
_NAME_STANDS = 4000  # milliseconds


@dataclass(frozen=True, slots=True)
class Item:
    """What is to be shown: a part of a clip, or all of it.

    Attributes:
        clip: The clip.
        range: Which part.
        excerpt: The excerpt it was chosen as.
        title: What people call it.
        quote: The words it was chosen by.
    """

    clip: Clip
    range: TimeRange
    excerpt: ExcerptId | None = None
    title: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a film is to look and sound.

    Attributes:
        title: What its opening card says; none without.
        questions: What the card after each item asks; one for each, or none at all.
        subtitles: The language of what is written below, or empty.
        words_of: Where those words come from, where several transcripts are in that
            language; ``None`` for what people did most for, speech first.
        has_names: Whether items show their titles as they begin.
        has_quotes: Whether items show the words they were chosen by.
        height: Lines of the picture, which is 16:9.
        rate: Frames a second, or ``None`` for what suits the first video.
        fade: Milliseconds over which parts come and go.
        is_even: Whether all excerpts are made equally loud.
    """

    title: str = ""
    questions: tuple[str, ...] = ()
    subtitles: str = ""
    words_of: Origin | None = None
    has_names: bool = False
    has_quotes: bool = False
    height: int = 720
    rate: Fraction | None = None
    fade: int = 0
    is_even: bool = True

    def shown(self, items: Sequence[Item]) -> Shown:
        """Return what of people can be met in a film of *items*."""
        shown = Shown.SOUND
        if any(item.clip.media.video for item in items):
            shown |= Shown.PICTURES
        if self.subtitles or self.has_quotes:
            shown |= Shown.WORDS
        return shown

    def how(self, canvas: Canvas) -> str:
        """Return what a use record says of it."""
        parts = [f"{canvas.width}x{canvas.height}", f"{canvas.rate} fps"]
        parts += [f"subtitles {self.subtitles}"] if self.subtitles else []
        parts += [self.words_of.value] if self.subtitles and self.words_of else []
        return ", ".join(["mp4, joined", *parts])


def find_items(catalog: Catalog, typed: Sequence[str]) -> tuple[Item, ...]:
    """Return the excerpts and whole clips that were typed, in this order.

    Raises:
        ClipNotFound, ExcerptNotFound, IdAmbiguous: One is not found.
    """
    records = catalog.read()
    return tuple(_item(records, one) for one in typed)


def plan_film(
    library: Library,
    catalog: Catalog,
    items: Sequence[Item],
    look: Look,
    purpose: Purpose,
    hidden: Sequence[Masked],
) -> Film:
    """Return the film of *items*; loudness is as recorded.

    Of what is said beside an item, in the same sentence, only what the gate lets pass
    is among its subtitles.

    Args:
        library: Where the clips are.
        catalog: The records.
        items: What is shown, in this order.
        look: How.
        purpose: What it is for.
        hidden: What hides each of them.

    Raises:
        OriginalMissing, OriginalChanged: A clip's file is not what was added.
        SubtitlesMissing: Nobody wrote the subtitles of some clips.
        MaskNotPossible: What is to be read was not written by anybody.
        LanguageNotUnderstood: Their language is no tag.
        MediakitError: A transcript cannot be read; see `load_transcript`.
    """
    for item in items:
        find_original(library, item.clip)
    records = catalog.read()
    subtitles = _subtitles(library, records, items, look, purpose)
    canvas = wide_canvas(look.height, look.rate or _usual_rate(items))
    left = [
        masked_part(
            library,
            records,
            purpose,
            item.clip,
            item.range,
            masks,
            canvas.frames(item.range.duration),
            language=look.subtitles,
        )
        for item, masks in zip(items, hidden, strict=True)
    ]
    return Film(canvas, tuple(_parts(items, left, look, subtitles)))


def is_item(part: Part) -> bool:
    """Tell whether a part of a film is an item, or what is read instead of one."""
    return isinstance(part, Shot) or part.kind is CardKind.QUOTE


def _item(records: Records, typed: str) -> Item:
    if normalize_id(typed).startswith("c-"):
        clip = records.find(Clip, typed)
        # a title that came with the file tells of people and places
        title = "" if public_name(clip) == clip.id else clip.title
        return Item(clip, TimeRange(0, clip.media.duration), title=title)
    excerpt = records.find(Excerpt, typed)
    clip = records.get(Clip, excerpt.clip)
    return Item(clip, excerpt.range, excerpt.id, excerpt.title, excerpt.quote)


def _parts(
    items: Sequence[Item],
    left: Sequence[Part],
    look: Look,
    subtitles: Sequence[tuple[Line, ...]],
) -> Iterator[Part]:
    if look.title:
        yield card_of(CardKind.TITLE, look.title, look.fade)
    questions = look.questions or ("",) * len(items)
    for item, part, lines, question in zip(
        items, left, subtitles, questions, strict=True
    ):
        yield _furnished(part, item, lines, look)
        if question.strip():
            yield card_of(CardKind.QUESTION, question.strip(), look.fade)


def _furnished(part: Part, item: Item, lines: tuple[Line, ...], look: Look) -> Part:
    if isinstance(part, Card):
        return replace(part, fade=look.fade)
    banners = tuple(_banners(item, look))
    return replace(part, subtitles=lines, banners=banners, fade=look.fade)


def _banners(item: Item, look: Look) -> Iterator[Banner]:
    length = item.range.duration
    if look.has_names and item.title:
        line = Line(0, min(length, _NAME_STANDS), item.title)
        yield Banner(BannerKind.NAME, line)
    if look.has_quotes and item.quote:
        yield Banner(BannerKind.CAPTION, Line(0, length, item.quote))


def _usual_rate(items: Sequence[Item]) -> Fraction:
    for item in items:
        if item.clip.media.video:
            return nearest_rate(Fraction(item.clip.media.video.frame_rate))
    return _USUAL_RATE


def _subtitles(
    library: Library,
    records: Records,
    items: Sequence[Item],
    look: Look,
    purpose: Purpose,
) -> list[tuple[Line, ...]]:
    if not look.subtitles:
        return [()] * len(items)
    language = normalize_tag(look.subtitles)
    found = words_below(records, items, look)
    missing = [clip for clip, record in found.items() if record is None]
    if missing:
        raise SubtitlesMissing(language=language, clips=", ".join(missing))
    loaded = {
        record.clip: load_transcript(library, record).segments
        for record in found.values()
        if record is not None
    }

    def lines(item: Item) -> tuple[Line, ...]:
        def opened(time: TimeRange) -> bool:
            # the item itself has passed
            if item.range.start <= time.start and time.end <= item.range.end:
                return True
            part = (item.clip.id, time)
            return not ask_gate(records, purpose, (part,), Shown.WORDS).left_out

        said = segments_within(loaded[item.clip.id], item.range, opened)
        return subtitle_lines(said, item.range)

    return [lines(item) for item in items]


def words_below(
    records: Records, items: Sequence[Item], look: Look
) -> dict[ClipId, TranscriptRecord | None]:
    """Return the transcript to subtitle each clip by, where there is one.

    Raises:
        LanguageNotUnderstood: The language is no tag.
    """
    if not look.subtitles:
        return {}
    language = primary(normalize_tag(look.subtitles))
    written: dict[ClipId, list[TranscriptRecord]] = {item.clip.id: [] for item in items}
    for record in records.all(TranscriptRecord):
        is_meant = look.words_of in {None, record.origin}
        # where it is only known when somebody speaks, there is nothing to write
        has_words = record.origin is not Origin.SEGMENTS
        if primary(record.language) == language and is_meant and has_words:
            written.get(record.clip, []).append(record)
    return {clip: next(iter(preferred(ones)), None) for clip, ones in written.items()}
