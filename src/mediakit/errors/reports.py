"""Reports that cannot be made as they were asked for."""

from mediakit.errors.base import MediakitError, sentence


class ReportWishUnknown(MediakitError):
    """A report was asked for with something that it does not have."""

    message = sentence(
        "The report {report} has no {what}. It has: {choices}. Leave it out, or name "
        "one of these."
    )
    exit_status = 250


class ReportWishIdle(MediakitError):
    """A report was asked for with wishes that would change nothing in it."""

    message = sentence(
        "The report {report} does not follow {options}: nothing in it would change. "
        "Leave that out, or take another report: {reports}."
    )
    exit_status = 251
