"""Start the command line: ``python -m mediakit`` and the ``mediakit`` program."""

import gc

from mediakit.cli.start import start


def main() -> None:
    """Run mediakit and leave with its exit status."""
    status = start()
    # everything goes at once now: looking for cycles in it first takes long
    gc.freeze()
    raise SystemExit(status)


if __name__ == "__main__":
    main()
