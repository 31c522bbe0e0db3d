"""The catalog, and records that are not in it."""

from mediakit.errors.base import MediakitError, sentence


class CatalogDamaged(MediakitError):
    """A file of the catalog is missing, or is not as it was written.

    Its details are the file, the place in it (a byte, or a table and an id), and
    the reason.
    """

    message = sentence(
        "The catalog is damaged: {path}:{place}: {reason}. Nothing was changed. Keep "
        "a copy of the folder, then put back a good catalog.json from a backup."
    )
    exit_status = 20


class CatalogBusy(MediakitError):
    """Another program kept the catalog locked for too long."""

    message = sentence(
        "Another mediakit is writing to {path} and has not finished after {seconds} "
        "seconds. Wait for it, then try again."
    )
    exit_status = 21


class CatalogTooNew(MediakitError):
    """The catalog's format was made by a newer mediakit."""

    message = sentence(
        "{path} was written by a newer mediakit (format {found}, this one knows "
        "{known}). Install the newer version on this machine."
    )
    exit_status = 22


class ClipNotFound(MediakitError):
    """No clip has this id."""

    message = sentence("No clip has the id {id}. Run 'mediakit list' to see them all.")
    exit_status = 23


class IdAmbiguous(MediakitError):
    """Several things have an id that begins like this."""

    message = sentence("{id} could be any of {matches}. Type more of the id.")
    exit_status = 24


class SessionNotFound(MediakitError):
    """No session has this id."""

    message = sentence(
        "No session has the id {id}. Run 'mediakit session list' to see them all."
    )
    exit_status = 25


class ThemeNotFound(MediakitError):
    """No theme has this id, path or label."""

    message = sentence(
        "No theme is called {id}. Run 'mediakit theme list' to see them all; a level "
        "that has no id there becomes a theme with 'mediakit theme add'."
    )
    exit_status = 26


class ExcerptNotFound(MediakitError):
    """No excerpt has this id."""

    message = sentence(
        "No excerpt has the id {id}. Run 'mediakit excerpt list' to see them all."
    )
    exit_status = 27


class TranscriptNotFound(MediakitError):
    """No transcript has this id."""

    message = sentence(
        "No transcript has the id {id}. Run 'mediakit show CLIP' to see a clip's "
        "transcripts."
    )
    exit_status = 28


class RecordNotFound(MediakitError):
    """No record of another kind has this id."""

    message = sentence("Nothing in the catalog has the id {id}.")
    exit_status = 29


class VoiceNotFound(MediakitError):
    """No voice has this id."""

    message = sentence(
        "No voice has the id {id}. 'mediakit voice list CLIP' tells those of a clip."
    )
    exit_status = 103


class ReplyNotFound(MediakitError):
    """No reply has this id."""

    message = sentence(
        "No reply has the id {id}. Run 'mediakit reply list' to see them all."
    )
    exit_status = 104


class PersonNotFound(MediakitError):
    """No person has this id."""

    message = sentence(
        "No person has the id {id}. Run 'mediakit person list' to see them all."
    )
    exit_status = 118


class UseNotFound(MediakitError):
    """No use has this id."""

    message = sentence("No use has the id {id}. Run 'mediakit use list' to see them.")
    exit_status = 172


class RecallNotFound(MediakitError):
    """Nothing that is to be taken back has this id."""

    message = sentence(
        "Nothing that is to be taken back has the id {id}. Run 'mediakit use recall' "
        "to see the list."
    )
    exit_status = 173


class ScreeningNotFound(MediakitError):
    """No screening has this id."""

    message = sentence(
        "No screening has the id {id}. 'mediakit session show SESSION' tells those of "
        "a session."
    )
    exit_status = 196


class SubmissionNotFound(MediakitError):
    """No submission has this id."""

    message = sentence(
        "No submission has the id {id}. Run 'mediakit submission list' to see them all."
    )
    exit_status = 197


class MaskNotFound(MediakitError):
    """No mask has this id."""

    message = sentence(
        "No mask has the id {id}. Run 'mediakit mask list' to see them all."
    )
    exit_status = 6


class FilmNotFound(MediakitError):
    """No film has this id."""

    message = sentence(
        "No film has the id {id}. Run 'mediakit film list' to see them all."
    )
    exit_status = 68


class PlaylistNotFound(MediakitError):
    """No playlist has this id."""

    message = sentence(
        "No playlist has the id {id}. Run 'mediakit playlist list' to see them all."
    )
    exit_status = 236


class VoiceoverNotFound(MediakitError):
    """No voice-over has this id."""

    message = sentence(
        "No voice-over has the id {id}. Run 'mediakit voiceover list' to see them all."
    )
    exit_status = 237
