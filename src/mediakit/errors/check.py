"""What a check of the library finds."""

from mediakit.errors.base import MediakitError, sentence


class OriginalMissing(MediakitError):
    """A clip's original is not where its record says."""

    message = sentence(
        "The original of clip {clip} is missing: {path}. Put it back, or add a copy of "
        "it again with 'mediakit add'."
    )
    exit_status = 77


class OriginalChanged(MediakitError):
    """A clip's original is not what was added."""

    message = sentence(
        "The original of clip {clip} is not what was added: {path}. Put back a good "
        "copy of it from a backup."
    )
    exit_status = 78


class TranscriptFileMissing(MediakitError):
    """A transcript's file is not where its record says."""

    message = sentence(
        "The file of transcript {transcript} is missing: {path}. Put it back from a "
        "backup, or transcribe the clip again."
    )
    exit_status = 79


class TranscriptFileChanged(MediakitError):
    """A transcript's file is not what was written."""

    message = sentence(
        "The file of transcript {transcript} was changed by something else: {path}. "
        "Put it back from a backup, or import it as a new transcript."
    )
    exit_status = 80


class LinkBroken(MediakitError):
    """A record tells about another that is not there."""

    message = sentence("{record} is linked to {target}, which is not in the catalog.")
    exit_status = 81


class ExportChanged(MediakitError):
    """A file that was made is not what was recorded."""

    message = sentence(
        "{path} is not the file that use {use} recorded: something changed it."
    )
    exit_status = 82


class FileOrphaned(MediakitError):
    """No record tells about a file of the library."""

    message = sentence(
        "Nothing in the catalog mentions {path}. Add it, or move it elsewhere."
    )
    exit_status = 83


class FileHalfWritten(MediakitError):
    """Work that was cut short left a file behind."""

    message = sentence(
        "{path} was left behind by work that was cut short. It can be deleted."
    )
    exit_status = 84


class UseUnfinished(FileHalfWritten):
    """What left was recorded, and then its file did not get its name.

    Work that was cut short, with its exit status.
    """

    message = sentence(
        "Use {use} was recorded, and the work was cut short before {path} was seen "
        "there: it may never have left. Run that command again, if it is still wanted."
    )


class OpenToOthers(MediakitError):
    """Other users of the machine can read the library."""

    message = sentence(
        "Other users of this machine can read {path}. Make the library's folder yours "
        "alone, for instance with 'chmod 700'."
    )
    exit_status = 85


class ProblemsFound(MediakitError):
    """A check found problems."""

    message = sentence("Problems found: {count}. They are listed above.")
    exit_status = 86


class EvidenceMissing(MediakitError):
    """A file that shows a consent is not where its record says."""

    message = sentence(
        "The evidence of consent {consent} is missing: {path}. Put it back from a "
        "backup."
    )
    exit_status = 122


class EvidenceChanged(MediakitError):
    """A file that shows a consent is not what was recorded."""

    message = sentence(
        "The evidence of consent {consent} is not what was recorded: {path}. Put it "
        "back from a backup."
    )
    exit_status = 123


class WithdrawnFileThere(MediakitError):
    """A file that was made holds a voice that was withdrawn since."""

    message = sentence(
        "{path}, of use {use}, holds a voice that was withdrawn. Take it back with "
        "'mediakit use recall {use} --delete --outcome TEXT'."
    )
    exit_status = 177


class RecallsOpen(MediakitError):
    """Withdrawn voices are still somewhere else."""

    message = sentence(
        "Things with a withdrawn voice that are to be taken back: {count}. Run "
        "'mediakit use recall' to see who has them."
    )
    exit_status = 178


class UseOverridden(MediakitError):
    """Something left although consent did not cover it."""

    message = sentence(
        "Use {use} left although consent did not cover it. {by} decided so on {day} "
        "({why})."
    )
    exit_status = 179


class WithdrawnCopyThere(MediakitError):
    """What was prepared of a clip holds a voice that was withdrawn since."""

    message = sentence(
        "{path}, a working copy of clip {clip}, holds a voice that was withdrawn. Run "
        "'mediakit clip prepare {clip}' to have it thrown away."
    )
    exit_status = 181


class WithdrawnClipThere(MediakitError):
    """What is left of a clip that was taken out holds a voice that was withdrawn."""

    message = sentence(
        "{path}, what is left of a clip that was removed, holds a voice that was "
        "withdrawn. Delete it with 'mediakit use recall {removed} --delete --outcome "
        "TEXT'."
    )
    exit_status = 183
