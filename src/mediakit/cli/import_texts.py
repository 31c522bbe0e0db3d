"""What is said of transcripts that were imported, and of those that were not."""

from collections.abc import Sequence
from gettext import gettext as _
from pathlib import Path

from mediakit.cli.output import say
from mediakit.cli.reasons import described, translated
from mediakit.cli.transcript_texts import as_json, counts, mendings
from mediakit.errors.batches import SomeNotDone
from mediakit.formats.registry import Reading
from mediakit.workflows.import_transcript import Imported
from mediakit.workflows.import_transcripts import Found, Taken
from mediakit.workflows.match_files import NotMatched


def tell(imported: Imported) -> None:
    """Say what had to be mended, and how much was imported."""
    for line in mendings(imported.reading):
        say(line)
    say(
        counts(imported.reading)
        if imported.is_new
        else _("The clip has these words already; nothing was changed.")
    )


def facts(imported: Imported) -> dict[str, object]:
    """Return what an import came to, for programs."""
    return {
        "transcript": imported.record,
        "new": imported.is_new,
        **_what(imported.reading),
    }


def row(taken: Taken) -> tuple[str, ...]:
    """Return a file that was imported, or would be, as a line of a list."""
    if taken.record is None:
        what = _("would be imported")
    elif taken.is_new:
        what = _("imported")
    else:
        what = _("there already")
    return (
        taken.record.id if taken.record else "-",
        taken.match.clip.id,
        taken.transcript.language,
        what,
        taken.match.path.name,
        taken.match.clip.title,
    )


def remark(taken: Taken) -> None:
    """Say what had to be mended in a file to read it."""
    if taken.is_new and taken.reading.repairs:
        say(_("In {file}:").format(file=taken.match.path.name))
        for line in (*mendings(taken.reading), counts(taken.reading)):
            say(f"  {line}")


def conclude(
    path: Path, taken: Sequence[Taken], refused: Sequence[NotMatched], found: Found
) -> None:
    """Name what was not imported; fail if some of it should have been.

    Raises:
        MediakitError: The one file that was named was not imported.
        SomeNotDone: Some files were not imported.
    """
    if refused and not path.is_dir():
        raise refused[0].error
    if found.others:
        say(
            _("Left out, not taken for transcripts: {count}").format(
                count=len(found.others)
            )
        )
    for one in refused:
        say(_("Not imported: {sentence}").format(sentence=translated(one.error)))
    if refused:
        raise SomeNotDone(failed=len(refused), total=len(taken) + len(refused))


def document(
    taken: Sequence[Taken], refused: Sequence[NotMatched], found: Found
) -> dict[str, object]:
    """Return what became of the files of a folder, for programs."""
    return {
        "imported": [
            {
                "path": one.match.path,
                "clip": one.match.clip.id,
                "language": one.transcript.language,
                "transcript": one.record,
                "new": one.is_new,
                **_what(one.reading),
            }
            for one in taken
        ],
        "refused": [{"path": one.path, **described(one.error)} for one in refused],
        "left_out": found.others,
    }


def _what(reading: Reading) -> dict[str, object]:
    return {
        "format": reading.format,
        "imported": len(reading.segments),
        "repairs": [as_json(repair) for repair in reading.repairs],
    }
