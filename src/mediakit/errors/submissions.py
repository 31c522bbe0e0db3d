"""Recordings sent in from outside."""

from mediakit.errors.base import MediakitError, sentence


class SubmissionTooLong(MediakitError):
    """A submission lasts longer than its call allows."""

    message = sentence(
        "Submission {submission} lasts {duration} and {limit} was allowed. Accept it "
        "all the same with --even-so and why."
    )
    exit_status = 198


class SubmissionWithoutContributor(MediakitError):
    """Nobody has said who sent a submission in."""

    message = sentence(
        "Nobody has said whose submission {submission} is. Say it with 'mediakit "
        "submission edit {submission} --contributor PERSON', or accept it all the same "
        "with --even-so and why."
    )
    exit_status = 199


class SubmissionWithoutConsent(MediakitError):
    """Who sent a submission in has not agreed that anybody sees it."""

    message = sentence(
        "Submission {submission} may not be shown to anybody yet: {reason}. Record "
        "what {person} agreed to with 'mediakit consent record {person}', or accept it "
        "all the same with --even-so and why."
    )
    exit_status = 200


class SubmissionWithdrawn(MediakitError):
    """Who sent a submission in has withdrawn their consent."""

    message = sentence(
        "{person}, who sent submission {submission} in, withdrew consent on {day}: it "
        "cannot be accepted. Decline it, and remove it."
    )
    exit_status = 201


class SubmissionIsClip(MediakitError):
    """A submission was accepted, and its standing does not change any more."""

    message = sentence(
        "Submission {submission} was accepted and is clip {clip}. Edit or remove the "
        "clip instead, with 'mediakit clip'."
    )
    exit_status = 202


class SubmissionFileMissing(MediakitError):
    """A submission's file is not where its record says, or was removed."""

    message = sentence(
        "The file of submission {submission} is missing: {path}. Put it back, or "
        "import it again with 'mediakit submission import FILE'."
    )
    exit_status = 203


class SubmissionFileChanged(MediakitError):
    """A submission's file is not what was sent in."""

    message = sentence(
        "The file of submission {submission} is not what was sent in: {path}. Import "
        "it again with 'mediakit submission import'."
    )
    exit_status = 204


class SubmissionNotDeclined(MediakitError):
    """A submission was to be removed that may still be accepted."""

    message = sentence(
        "Submission {submission} may still be accepted. Decline it first with "
        "'mediakit submission decline {submission}'."
    )
    exit_status = 205


class SubmissionListUnusable(MediakitError):
    """A list of who sent what in has mistakes."""

    message = sentence(
        "{file} has mistakes (cells: {count}), which are listed above. Correct them "
        "and try again; nothing was imported."
    )
    exit_status = 206
