"""Run the command line and turn whatever happens into a sentence and a status."""

import io
import sys
from collections.abc import Mapping, Sequence
from gettext import gettext as _

import click

from mediakit.cli.output import say, write_json
from mediakit.cli.reasons import translated
from mediakit.cli.state import State
from mediakit.errors.base import INTERRUPTED, MediakitError

UNFORESEEN = 1


def run(arguments: Sequence[str] | None) -> int:
    """Run a command and return its exit status; errors are shown, never raised."""
    state = State()
    try:
        # most of what is loaded at all: an interruption may come meanwhile
        from mediakit.cli.main import root

        status = root.main(arguments, "mediakit", standalone_mode=False, obj=state)
        sys.stdout.flush()
    except MediakitError as error:
        if state.verbose and (log := error.details.get("log")):
            say(str(log))
        _show(state, error.code, translated(error), error.details)
        return error.exit_status
    except click.ClickException as error:
        # an option that is wrong is met before the options that are right are read
        state.json = state.json or "--json" in (arguments or sys.argv)
        if state.json:
            _show(state, "usage", error.format_message(), {})
        else:
            told = io.StringIO()
            error.show(told)
            say(told.getvalue().removesuffix("\n"))
        return error.exit_code
    except (KeyboardInterrupt, click.Abort) as stop:
        # one that nothing else caused is the answer to a question asked beforehand
        if isinstance(stop, click.Abort) and stop.__cause__ is None:
            say(_("Nothing was changed."))
        else:
            say(_("Interrupted. What was finished is kept; the same command goes on."))
        return INTERRUPTED
    except BrokenPipeError:
        # the reader (head, less) has seen enough; nothing more can be said
        sys.stderr.close()
        return UNFORESEEN
    except Exception as error:  # noqa: BLE001 the last line of defence
        return _unforeseen(state, error)
    return status if isinstance(status, int) else 0


def _unforeseen(state: State, error: Exception) -> int:
    if state.verbose:
        import traceback

        traceback.print_exc()
    sentence = _(
        "Something went wrong that mediakit did not foresee: {kind}: {error}. "
        "Run the command again with 'mediakit --verbose …' and send what it prints."
    )
    details = {"kind": type(error).__name__, "error": str(error)}
    _show(state, "unforeseen", sentence.format(**details), details)
    return UNFORESEEN


def _show(
    state: State, code: str, sentence: str, details: Mapping[str, object]
) -> None:
    if state.json:
        answer = {"code": code, "message": sentence, "details": details}
        write_json({"error": answer}, sys.stderr)
    else:
        say(_("Error: {sentence}").format(sentence=sentence))
