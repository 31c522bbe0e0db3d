"""Write the passages that a search found for other tools, and record that they left."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.base import Reason, Reasons
from mediakit.exchange import as_csv
from mediakit.exchange.sheet import Cell
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.ids import ClipId
from mediakit.model.leaving import Shown, spoken
from mediakit.model.person import Person
from mediakit.model.timecode import format_clock
from mediakit.model.use import Use, UseKind
from mediakit.workflows.consent_reasons import consent_reasons
from mediakit.workflows.gather_facts import gather_facts
from mediakit.workflows.hide_names import RealNames, hide_names, names_said
from mediakit.workflows.keep_export import exporting
from mediakit.workflows.pass_gate import Purpose, pass_parts, refused
from mediakit.workflows.place_export import place_export, public_name
from mediakit.workflows.real_names import real_names_of
from mediakit.workflows.search_transcripts import Found, Hit

FOLDER = "data"
FORMATS = ("csv", "json")
COLUMNS = (
    *("clip", "title", "start", "end", "start_ms", "end_ms", "language", "speaker"),
    *("text", "themes", "session", "session_title", "date", "place", "region"),
    *("transcript", "origin", "state", "notice"),
)


@dataclass(frozen=True, slots=True)
class ExportedPassages:
    """What was written, and what is remembered of it.

    Attributes:
        path: The file.
        passages: How many are in it.
        use: The record that they left.
        left_out: Whose words were left out, and why.
        cautions: What the gate let pass and people should know.
    """

    path: Path
    passages: int
    use: Use
    left_out: Reasons
    cautions: Reasons


def export_passages(
    library: Library,
    catalog: Catalog,
    found: Found,
    purpose: Purpose,
    *,
    typed: str,
    output: str,
) -> ExportedPassages:
    """Write what a search found into a file, a passage a row.

    Those during which somebody is heard or seen who did not agree are left out.

    Args:
        library: Where the clips are.
        catalog: Where the use is recorded.
        found: The passages.
        purpose: What they are for.
        typed: What was searched for.
        output: A file that is not there yet, as ``.csv`` or ``.json``.

    Raises:
        ConsentRefused, ConsentWithdrawn: The gate lets none of them pass.
        TargetRefused: There is such a file, or it lies among the originals.
        WriteFailed: It could not be written.
    """
    people = {one.id: one for one in catalog.read().all(Person)}
    unsearched = consent_reasons(found.unsearched, people)
    if not found.hits and (found.gate.left_out or found.unsearched):
        raise refused(
            replace(
                found.gate,
                left_out=(*found.gate.left_out, *found.unsearched),
                reasons=Reasons(*found.gate.reasons.each, *unsearched.each),
            )
        )
    suffix = Path(output).suffix.lower()
    asked = tuple((hit.clip.id, spoken(hit.passage.said)) for hit in found.hits)
    with exporting(library, catalog) as export:
        passed = pass_parts(export.change, purpose, asked, Shown.WORDS)
        parts = set(passed.parts)
        hits = [
            hit for hit, part in zip(found.hits, asked, strict=True) if part in parts
        ]
        hits, named = _discreet(export.change, real_names_of(library), purpose, hits)
        content = _written(suffix, [_row(hit) for hit in hits])
        path = place_export(library, passed, FOLDER, "", suffix, output)
        how = f"search {typed} as {suffix.removeprefix('.')}"
        use = export.keep(passed, UseKind.DATA, path, content, how=how)
    left_out = Reasons(*unsearched.each, *found.gate.reasons.each, *passed.reasons.each)
    cautions = Reasons(*passed.cautions.each, *named)
    return ExportedPassages(path, len(hits), use, left_out, cautions)


def _discreet(
    records: Records, real_names: RealNames, purpose: Purpose, hits: Sequence[Hit]
) -> tuple[list[Hit], list[Reason]]:
    """Return passages without names that are not to be said, and where they are."""
    clips: dict[ClipId, Clip] = {hit.clip.id: hit.clip for hit in hits}
    facts = gather_facts(records, clips)
    kept = list(hits)
    named: list[Reason] = []
    for clip in clips.values():
        places = [place for place, hit in enumerate(hits) if hit.clip.id == clip.id]
        said = [hits[place].passage.said for place in places]
        named += names_said(facts, real_names, clip, purpose.day, said).each
        hidden = hide_names(facts, real_names, clip, purpose.day, said)
        for place, segment in zip(places, hidden, strict=True):
            passage = replace(hits[place].passage, said=segment)
            kept[place] = replace(hits[place], passage=passage)
    return kept, named


def _written(suffix: str, rows: list[tuple[Cell, ...]]) -> bytes:
    if suffix == as_csv.SUFFIX:
        return as_csv.write(COLUMNS, rows)
    named = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
    return json.dumps(named, ensure_ascii=False, indent=1).encode()


def _row(hit: Hit) -> tuple[Cell, ...]:
    said, record, session = hit.passage.said, hit.transcript, hit.session
    return (
        *(hit.clip.id, public_name(hit.clip)),
        *(format_clock(said.start), format_clock(said.end), said.start, said.end),
        *(said.language, said.speaker, said.text),
        "; ".join(theme.path for theme in hit.themes),
        *(session.id if session else "", session.title if session else ""),
        *(session.date if session else "", session.place if session else ""),
        session.region if session else "",
        *(record.id, record.origin.value, record.state.value, record.notice),
    )
