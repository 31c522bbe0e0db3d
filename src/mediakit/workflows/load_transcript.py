"""Load the words of a transcript that the catalog knows."""

from mediakit.errors import (
    ReadFailed,
    TranscriptFileMissing,
    TranscriptJsonUnreadable,
)
from mediakit.files import reason
from mediakit.formats import native
from mediakit.model.transcript import Transcript, TranscriptRecord
from mediakit.settings import Library


def load_transcript(library: Library, record: TranscriptRecord) -> Transcript:
    """Read a transcript's file; that it is unchanged is for ``check`` to verify.

    Raises:
        TranscriptFileMissing: The file is not where its record says.
        ReadFailed: It cannot be read.
        TranscriptJsonUnreadable: It is damaged.
        TranscriptTooNew: A newer mediakit wrote it.
    """
    path = library.resolve(record.path)
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError as error:
        raise TranscriptFileMissing(transcript=record.id, path=str(path)) from error
    except OSError as error:
        raise ReadFailed(path=str(path), reason=reason(error)) from error
    except UnicodeDecodeError as error:
        raise TranscriptJsonUnreadable(file=str(path), reason=str(error)) from error
    return native.read_whole(text, str(path))
