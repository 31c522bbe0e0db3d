"""``mediakit interpret record``: play each segment, and record the interpreter."""

from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.interpreter_booth import Booth, Quit
from mediakit.cli.interpreting import (
    ear_options,
    load_ear,
    may_listen,
    may_play,
    say_missing,
    segments_of,
    terms_of,
    terms_options,
)
from mediakit.cli.options import json_option
from mediakit.cli.output import answer
from mediakit.cli.transcript_texts import transcript_row
from mediakit.media.sound_device import PortAudio, SoundDevice
from mediakit.workflows.find_segments import Original
from mediakit.workflows.interpret_clip import Ear
from mediakit.workflows.keep_interpretation import (
    Interpreted,
    Terms,
    keep_interpretation,
    load_own,
)
from mediakit.workflows.note_takes import taking_notes


@click.command(
    "record",
    help=_(
        "Play each segment of a clip that is not interpreted yet, and record what an "
        "interpreter says that it means. A model writes it down; the interpreter keeps "
        "it, says it again, or types it. What is kept stays, whenever you stop; the "
        "same command goes on. Needs a microphone and the extra 'interpret'.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit interpret record c-7k3 --to fr --by Fanta"
    ),
)
@click.argument("which", metavar=_("CLIP|TRANSCRIPT"))
@terms_options
@ear_options
@json_option
@pass_app
def command(
    app: App,
    which: str,
    to: str,
    by: str,
    date: str,
    model: str,
    engine: str | None,
    threads: int | None,
) -> None:
    """Print the transcript."""
    terms = terms_of(to, by, date)
    device = open_device()
    ear = load_ear(app, terms.language, model, engine or "", threads or 0)
    original = segments_of(app, which)
    kept = _interpret(app, original, terms, ear, device)
    document = {
        "transcript": kept and kept.record,
        "missing": kept.missing if kept else [],
    }
    answer(app, document, [transcript_row(kept.record)] if kept else [])
    if kept and not app.json:
        say_missing(kept.missing)


def open_device() -> SoundDevice:
    """Return the microphone and the loudspeaker of this machine.

    Raises:
        SoundDeviceUnusable: They cannot be used.
    """
    return PortAudio()


def _interpret(
    app: App, original: Original, terms: Terms, ear: Ear, device: SoundDevice
) -> Interpreted | None:
    """Go through what is missing, and keep what was said, interrupted or not."""
    library, catalog = app.workspace.library, app.workspace.catalog
    done = list(load_own(library, catalog, original, terms).segments)
    with taking_notes(library, original.clip, terms.language, terms.by) as notes:
        done += (note.take.segment for note in notes.read())
        booth = Booth(
            library,
            original,
            terms,
            ear,
            device,
            notes,
            may_play(app, original),
            may_listen(app, original),
        )
        try:
            for number in original.missing(done):
                booth.interpret(number)
        except Quit:
            pass
        except click.Abort as stop:
            # Click's own cause is dropped, as if nothing had been done before
            raise KeyboardInterrupt from stop
        finally:
            kept = keep_interpretation(library, catalog, original, terms, notes)
    return kept
