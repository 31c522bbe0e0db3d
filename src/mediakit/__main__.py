"""Start the command line: ``python -m mediakit`` and the ``mediakit`` program."""

import gc
import signal

from mediakit.cli.start import start


def main() -> None:
    """Run mediakit and leave with its exit status."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is signal.SIG_DFL:
            # a closed window or a shutdown tidies up as Ctrl-C does
            signal.signal(number, signal.default_int_handler)
    status = start()
    # everything goes at once now: looking for cycles in it first takes long
    gc.freeze()
    raise SystemExit(status)


if __name__ == "__main__":
    main()
