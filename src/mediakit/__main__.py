"""Start the command line: ``python -m mediakit`` and the ``mediakit`` program."""

from mediakit.cli.start import start


def main() -> None:
    """Run mediakit and leave with its exit status."""
    raise SystemExit(start())


if __name__ == "__main__":
    main()
