"""What is made to be printed."""

from mediakit.errors.base import MediakitError, sentence


class PdfNotInstalled(MediakitError):
    """PDF was asked for, and what makes it is not there."""

    message = sentence(
        "{package} is not installed; PDF is made with it. With a network, run: "
        "{command}. Without, make the kit 'run-sheet' and print it from a browser."
    )
    exit_status = 116
