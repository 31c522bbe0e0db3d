"""Write what is coded for other tools, and record that it left."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.base import MediakitError, Reason, Reasons, sentence
from mediakit.errors.exchange import NothingToExport
from mediakit.exchange import elan_themes, ohms
from mediakit.exchange.coding_rows import COLUMNS, row_of
from mediakit.exchange.registry import NAMES, write_sheet
from mediakit.exchange.themed import ThemedPassage
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.ids import ClipId
from mediakit.model.leaving import Part, Shown
from mediakit.model.session import Session
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment
from mediakit.model.use import Use, UseKind
from mediakit.workflows.gather_facts import gather_facts
from mediakit.workflows.hide_names import names_said
from mediakit.workflows.keep_export import exporting
from mediakit.workflows.list_codings import ListedCoding, quote_codings
from mediakit.workflows.pass_gate import Purpose, pass_parts
from mediakit.workflows.place_export import place_export, public_name
from mediakit.workflows.real_names import real_names_of

FOLDER = "data"
OF_ONE_CLIP = (elan_themes.NAME, ohms.NAME)
FORMATS = (*NAMES, *OF_ONE_CLIP)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedCodings:
    """What was written, and what is remembered of it.

    Attributes:
        path: The file.
        codings: How many are in it.
        use: The record that they left.
        left_out: Whose words were left out, and why.
        cautions: What the gate let pass and people should know.
        lost: What the format cannot hold.
        unread: Why some transcripts could not be read.
    """

    path: Path
    codings: int
    use: Use
    left_out: Reasons
    cautions: Reasons
    lost: Reasons
    unread: tuple[MediakitError, ...]


def export_codings(
    library: Library,
    catalog: Catalog,
    listed: Sequence[ListedCoding],
    purpose: Purpose,
    *,
    format_name: str,
    language: str,
    output: str = "",
) -> ExportedCodings:
    """Write codings with what is said there, a coding a row, or a clip as tiers.

    Those during which somebody is heard or seen who did not agree are left out.

    Args:
        library: Where the transcripts are.
        catalog: Where the use is recorded.
        listed: The codings.
        purpose: What they are for.
        format_name: ``csv``, ``xlsx``, ``elan`` or ``ohms``; the last two are of one
            clip.
        language: In which themes are called what they are called.
        output: A file that is not there yet; empty for one among the exports.

    Raises:
        NothingToExport: There are none.
        ConsentRefused, ConsentWithdrawn: The gate lets none of them pass.
        SpreadsheetsNotInstalled: What writes XLSX is not installed.
        TargetRefused: There is such a file, or it lies among the originals.
        WriteFailed: It could not be written.
    """
    known = [one for one in listed if one.clip and one.theme]
    if not known:
        raise NothingToExport(reason=sentence("nothing is coded like this"))
    with exporting(library, catalog) as export:
        change = export.change
        passed = pass_parts(change, purpose, _asked(known), Shown.WORDS)
        parts = frozenset(passed.parts)
        kept = [one for one in known if _part(one) in parts]
        quoted = quote_codings(library, catalog, kept, purpose)
        said = [(one.coding.clip, one.said) for one in quoted.codings if one.said]
        passed = replace(passed, parts=(*dict.fromkeys((*passed.parts, *said)),))
        passages = [_passage(change, one, language) for one in quoted.codings]
        named = _named(library, change, purpose, quoted.codings)
        content, suffix, lost = _written(format_name, passages, purpose.day)
        stem = f"{_called(kept, format_name)} {purpose.day}"
        path = place_export(library, passed, FOLDER, stem, suffix, output)
        how = f"{len(kept)} codings as {format_name}"
        use = export.keep(passed, UseKind.DATA, path, content, how=how)
    return ExportedCodings(
        path=path,
        codings=len(kept),
        use=use,
        left_out=passed.reasons,
        cautions=Reasons(*passed.cautions.each, *named),
        lost=lost,
        unread=quoted.unread,
    )


def _part(one: ListedCoding) -> Part:
    whole = TimeRange(0, one.clip.media.duration if one.clip else 0)
    return one.coding.clip, one.coding.range or whole


def _asked(listed: Sequence[ListedCoding]) -> tuple[Part, ...]:
    return tuple(dict.fromkeys(map(_part, listed)))


def _passage(records: Records, one: ListedCoding, language: str) -> ThemedPassage:
    if one.clip is None or one.theme is None:
        raise ValueError("a coding is written with its clip and theme")
    coding, clip = one.coding, one.clip
    return ThemedPassage(
        coding=coding.id,
        clip=clip.id,
        title=public_name(clip),
        range=coding.range,
        duration=clip.media.duration,
        theme=one.theme.path,
        label=one.theme.label(language),
        coder=one.coder,
        strong=coding.strong,
        memo=coding.memo,
        text=one.words,
        session=records.get(Session, clip.session) if clip.session else None,
    )


def _named(
    library: Library, records: Records, purpose: Purpose, quoted: Sequence[ListedCoding]
) -> list[Reason]:
    """Return where words or memos say a name that is not to be said."""
    clips: dict[ClipId, Clip] = {one.clip.id: one.clip for one in quoted if one.clip}
    facts, real = gather_facts(records, clips), real_names_of(library)
    named: list[Reason] = []
    for clip in clips.values():
        said = [
            Segment(start=part.start, end=part.end, text=text)
            for one in quoted
            if one.coding.clip == clip.id
            for part in [_part(one)[1]]
            for text in (one.words, one.coding.memo)
            if text
        ]
        named += names_said(facts, real, clip, purpose.day, said).each
    return named


def _written(
    format_name: str, passages: Sequence[ThemedPassage], day: str
) -> tuple[bytes, str, Reasons]:
    """Return a file, what its name ends in, and what it cannot hold."""
    if format_name == elan_themes.NAME:
        content = elan_themes.write(passages)
        return content, elan_themes.SUFFIX, elan_themes.not_held(passages)
    if format_name == ohms.NAME:
        return ohms.write(passages, day), ohms.SUFFIX, ohms.not_held(passages)
    content, suffix = write_sheet(format_name, COLUMNS, list(map(row_of, passages)))
    return content, suffix, Reasons()


def _called(listed: Sequence[ListedCoding], format_name: str) -> str:
    clip = listed[0].clip if listed else None
    if clip and format_name in OF_ONE_CLIP:
        return f"{public_name(clip)} {clip.id}"
    return "codings"
