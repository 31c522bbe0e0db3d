"""``mediakit interpret import``: an interpreter's recordings, named by segment."""

from collections.abc import Sequence
from gettext import gettext as _
from pathlib import Path

import click

from mediakit.batch.outcomes import Done, Failed
from mediakit.cli.app import App, pass_app
from mediakit.cli.interpreting import (
    ear_options,
    load_ear,
    may_listen,
    say_missing,
    segments_there,
    terms_of,
    terms_options,
)
from mediakit.cli.local_path import LocalPath
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, columns, say
from mediakit.cli.progress import progress
from mediakit.cli.reasons import described, translated
from mediakit.cli.transcript_texts import transcript_row
from mediakit.errors.adding import NothingToAdd
from mediakit.errors.batches import SomeNotDone
from mediakit.workflows.find_segments import Original
from mediakit.workflows.interpret_clip import Ear, Heard, import_recordings
from mediakit.workflows.keep_interpretation import (
    Interpreted,
    Terms,
    keep_interpretation,
    load_own,
)
from mediakit.workflows.match_recordings import Matched, match_recordings
from mediakit.workflows.note_takes import taking_notes

Results = list[Done[Path, Heard] | Failed[Path]]


@click.command(
    "import",
    help=_(
        "Import recordings of an interpreter, named by the segment they are about: "
        "004.wav, 'segment 4.m4a', or 4-6.wav for several told in one breath. Their "
        "numbers are in 'mediakit interpret cut'. Whisper writes them down; the "
        "recordings are kept. Interrupted, the same command goes on; further "
        "recordings make a new version.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit interpret import c-7k3 recordings --to fr --by Fanta"
    ),
)
@click.argument("which", metavar=_("CLIP|TRANSCRIPT"))
@click.argument(
    "folder", metavar=_("FOLDER"), type=LocalPath(path_type=Path, exists=True)
)
@terms_options
@ear_options
@click.option(
    "--again", is_flag=True, help=_("Listen to what was imported before once more.")
)
@json_option
@pass_app
def command(
    app: App,
    which: str,
    folder: Path,
    to: str,
    by: str,
    date: str,
    model: str,
    engine: str | None,
    threads: int | None,
    again: bool,
) -> None:
    """Print what is said in each recording, and the transcript."""
    terms = terms_of(to, by, date)
    original = segments_there(app, which)
    matched, refused = match_recordings(folder, len(original.segments))
    if not (matched or refused):
        raise NothingToAdd(paths=str(folder))
    results: Results = [*refused]
    kept = None
    if matched:
        ear = load_ear(app, terms.language, model, engine or "", threads or 0)
        kept = _follow(app, original, terms, matched, ear, results, again=again)
    _answer(app, original, kept, results)
    if failed := sum(isinstance(one, Failed) for one in results):
        raise SomeNotDone(failed=failed, total=len(results))


def _follow(
    app: App,
    original: Original,
    terms: Terms,
    matched: Sequence[Matched],
    ear: Ear,
    results: Results,
    *,
    again: bool,
) -> Interpreted | None:
    """Listen to recordings, and keep what was heard, interrupted or not."""
    library, catalog = app.workspace.library, app.workspace.catalog
    known = load_own(library, catalog, original, terms).recordings
    with taking_notes(library, original.clip, terms.language, terms.by) as notes:
        noted = (note.take.recording for note in notes.read())
        there = () if again else (*known, *(one for one in noted if one))
        try:
            with progress(app, _("Listening"), len(matched)) as advance:
                ask = may_listen(app, original)
                for step in import_recordings(
                    library, original, terms, notes, matched, ear, ask, known=there
                ):
                    results.append(step)
                    advance(1, step.item.name)
        finally:
            kept = keep_interpretation(library, catalog, original, terms, notes)
    return kept


def _answer(
    app: App, original: Original, kept: Interpreted | None, results: Results
) -> None:
    done = [one for one in results if isinstance(one, Done)]
    failed = [one for one in results if isinstance(one, Failed)]
    document = {
        "segments_of": original.record.id,
        "transcript": kept and kept.record,
        "heard": [_heard(one) for one in done],
        "left_out": [{"file": str(one.item), **described(one.error)} for one in failed],
        "missing": kept.missing if kept else [],
    }
    rows = columns([_row(one) for one in done])
    last = [transcript_row(kept.record)] if kept else []
    answer(app, document, [*rows, *last])
    for one in () if app.json else failed:
        say(translated(one.error))
    if kept and not app.json:
        say_missing(kept.missing)


def _heard(done: Done[Path, Heard]) -> dict[str, object]:
    heard = done.value
    return {
        "file": str(done.item),
        "first": heard.first + 1,
        "last": heard.last + 1,
        "text": heard.take and heard.take.segment.text,
        "new": heard.take is not None,
    }


def _row(done: Done[Path, Heard]) -> tuple[str, ...]:
    take = done.value.take
    return done.item.name, take.segment.text if take else _("known already")
