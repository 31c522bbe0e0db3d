"""What left the library, and what must be taken back, in words."""

import os
from collections.abc import Iterator, Sequence
from gettext import gettext as _
from itertools import chain
from pathlib import Path

from mediakit.catalog.records import Record
from mediakit.cli.labels import session_line
from mediakit.cli.output import fitted
from mediakit.cli.reasons import in_words
from mediakit.i18n.values import author, use_kind
from mediakit.model.clip import Clip
from mediakit.model.excerpt import Excerpt
from mediakit.model.film import Film, FilmVersion
from mediakit.model.mask import Mask
from mediakit.model.playlist import Playlist
from mediakit.model.printable import shortened
from mediakit.model.recall import Recall
from mediakit.model.removed import Removed
from mediakit.model.screening import Screening
from mediakit.model.submission import Submission
from mediakit.model.timecode import format_time
from mediakit.model.transcript_record import Origin, TranscriptRecord
from mediakit.model.use import Use, UseKind
from mediakit.model.voiceover import Voiceover
from mediakit.workflows.list_recalls import Asked
from mediakit.workflows.list_uses import ListedUse


def use_line(use: Use) -> str:
    """Return what a use is, in one line."""
    files = _kit_folder(use) or ", ".join(file.path for file in use.files)
    return _("{kind}, {scope}: {files}").format(
        kind=use_kind(use.kind), scope=use.scope, files=files
    )


def stale_mark() -> str:
    """Return what is said of a thing that holds a withdrawn voice."""
    return _("to be taken back")


def use_marks(use: Use, *, stale: bool, is_gone: bool = False) -> str:
    """Return what must be known of a use at a glance, or nothing.

    Args:
        use: Its record.
        stale: Somebody in it withdrew, and it was not taken back.
        is_gone: A file of it is not where it was to be made.
    """
    marks = (
        (stale, stale_mark()),
        (is_gone and use.unfinished, _("cut short: may never have left")),
        (bool(use.override), _("let pass by --override")),
    )
    return ", ".join(text for holds, text in marks if holds)


def use_rows(listed: Sequence[ListedUse]) -> list[str]:
    """Return a line for each use, and below it for whom it is and what is to know."""
    head = (_("Id"), _("Day"), _("What"))
    rows = [
        (
            one.use.id,
            one.use.created.at[:10] if one.use.created else "-",
            _short_use(one.use),
        )
        for one in listed
    ]
    below = [(_whom(one), _listed_marks(one)) for one in listed]
    return _with_below(head, rows, below) or [_("Nothing has left yet.")]


def use_lines(listed: ListedUse) -> Iterator[str]:
    """Tell all about a use."""
    use = listed.use
    marks = _listed_marks(listed)
    yield f"{use.id}  {use_line(use)}" + (f"  [{marks}]" if marks else "")
    if use.created:
        yield _("Made by {author}, {moment}").format(
            author=author(use.created.by), moment=use.created.at
        )
    yield _("How: {how}").format(how=use.how or "-")
    yield _("For whom: {whom}").format(whom=_whom(listed) or "-")
    if use.refused:
        text = _("Left out, as consent refused it: {codes}")
        yield text.format(codes=" ".join(use.refused))
    for used in use.ranges:
        start, end = format_time(used.range.start), format_time(used.range.end)
        beside = " ".join(
            filter(None, (used.excerpt, *used.voiceovers, *used.masks, used.at))
        )
        yield f"  {used.clip}  {start} - {end}  {beside}".rstrip()
    for file in use.files:
        there = _("there") if file.path in listed.there else _("not there")
        yield f"  {file.path}  {there}  sha256 {file.sha256}"
    if use.override:
        yield _("Let pass by --override, because: {why}").format(why=use.override)
    if listed.cautions:
        yield _("Consent when it left:")
        yield in_words(listed.cautions)
    for recall in listed.recalls:
        yield _recall(recall)


def asked_lines(asked: Sequence[Asked]) -> list[str]:
    """Return a line for each thing that is to be taken back."""
    rows = [
        (
            one.recall.id if one.recall else "-",
            one.target,
            _what(one.record) if one.record else "-",
        )
        for one in asked
    ]
    several = len({one.person for one in asked}) > 1
    below = [
        (
            _("Who has it: {holder}").format(holder=one.holder) if one.holder else "",
            _elsewhere(one.record),
            _("Voice of {person}").format(person=one.person) if several else "",
            *(_("In it: {place}").format(place=place) for place in one.places),
        )
        for one in asked
    ]
    head = (_("Id"), _("Thing"), _("What"))
    return _with_below(head, rows, below) or [_("Nothing is to be taken back.")]


def closed_lines(closed: Sequence[Recall]) -> Iterator[str]:
    """Tell what was taken off the list."""
    for recall in closed:
        yield f"{recall.id}  {recall.target}  {recall.outcome}"


def unreachable_line(place: Path) -> str:
    """Tell that nobody looked whether something is gone."""
    return _(
        "{place} cannot be reached, as a stick that is unplugged: nobody has looked "
        "whether it is gone from there. 'mediakit use identify' knows it again."
    ).format(place=place)


def _with_below(
    head: Sequence[str], rows: Sequence[Sequence[str]], below: Sequence[Sequence[str]]
) -> list[str]:
    """Return rows as lines of a screen, and after each what is to stand below it."""
    if not rows:
        return []
    first, *lines = fitted([head, *rows])
    said = ([shortened(f"  {one}") for one in more if one] for more in below)
    return [first, *chain.from_iterable(map(_and_below, lines, said))]


def _and_below(line: str, more: Sequence[str]) -> list[str]:
    return [line, *more]


def _elsewhere(record: Record | None) -> str:
    """Return where a kit was put that is not in the library, as on a stick."""
    folder = _kit_folder(record) if isinstance(record, Use) else ""
    is_elsewhere = Path(folder).is_absolute()
    return _("Made at {folder}").format(folder=folder) if is_elsewhere else ""


def _kit_folder(use: Use) -> str:
    """Return the folder that a kit is, or nothing."""
    if use.kind is not UseKind.KIT or not use.files:
        return ""
    return os.path.commonpath([Path(file.path).parent for file in use.files])


def _short_use(use: Use) -> str:
    """Return what a use is, with only the names of its files."""
    names = ", ".join(Path(file.path).name for file in use.files)
    files = Path(_kit_folder(use)).name or names
    return _("{kind}, {scope}: {files}").format(
        kind=use_kind(use.kind), scope=use.scope, files=files
    )


def _listed_marks(listed: ListedUse) -> str:
    is_gone = len(listed.there) < len(listed.use.files)
    return use_marks(listed.use, stale=bool(listed.stale), is_gone=is_gone)


def _whom(listed: ListedUse) -> str:
    room = session_line(listed.audience) if listed.audience else ""
    return "; ".join(part for part in (*listed.use.holders, room) if part)


def _recall(recall: Recall) -> str:
    if recall.done is None:
        text = _("To be taken back, for {person}: {id}")
        return text.format(person=recall.person, id=recall.id)
    return _("Taken back for {person} by {author}, {moment}: {outcome}").format(
        person=recall.person,
        author=author(recall.done.by),
        moment=recall.done.at,
        outcome=recall.outcome,
    )


def _transcript(record: TranscriptRecord) -> str:
    """Return what a transcript is called, and where an interpreter's voice is."""
    if record.origin is Origin.ORAL_TRANSLATION:
        text = _("oral translation of {clip}, recordings in interpretations/{clip}")
        return text.format(clip=record.clip)
    return _("transcript: {path}").format(path=record.clip)


def _what(record: Record) -> str:
    """Return what sort of thing a record is, and what people call it."""
    if isinstance(record, Use):
        return _short_use(record)
    if isinstance(record, TranscriptRecord):
        return _transcript(record)
    if isinstance(record, Excerpt):
        return _("excerpt: {title}").format(title=record.title or record.clip)
    if isinstance(record, FilmVersion):
        text = _("kept version of a film on paper: {title}")
        return text.format(title=record.was.title)
    texts: dict[type[Record], str] = {
        Screening: _("shown: {clip}"),
        Playlist: _("playlist: {title}"),
        Film: _("film on paper: {title}"),
        Voiceover: _("voice-over: {excerpt}"),
        Mask: _("mask of {clip}"),
        Submission: _("sent in: {title}"),
        Removed: _("removed clip: {title}"),
        Clip: _("clip, picture, index: {title}"),
    }
    names = ("clip", "excerpt", "title")
    told = {name: getattr(record, name, "") for name in names}
    return texts.get(type(record), "-").format(**told)
