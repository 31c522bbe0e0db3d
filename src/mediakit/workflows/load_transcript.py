"""Load the words of a transcript that the catalog knows."""

from mediakit.errors.base import sentence
from mediakit.errors.check import TranscriptFileMissing
from mediakit.errors.library import ReadFailed
from mediakit.errors.transcripts import TranscriptJsonUnreadable
from mediakit.files import is_file, reason
from mediakit.formats import native
from mediakit.library import Library
from mediakit.model.transcript import Transcript
from mediakit.model.transcript_record import TranscriptRecord


def load_transcript(library: Library, record: TranscriptRecord) -> Transcript:
    """Read a transcript's file; that it is unchanged is for ``check`` to verify.

    Raises:
        TranscriptFileMissing: The file is not where its record says.
        ReadFailed: It cannot be read, or lies outside the library.
        TranscriptJsonUnreadable: It is damaged.
        TranscriptTooNew: A newer mediakit wrote it.
    """
    path = library.resolve(record.path)
    if not library.owns(path):
        raise ReadFailed(path=str(path), reason=sentence("it is not in the library"))
    # a pipe or a device may never end
    if not is_file(path):
        raise TranscriptFileMissing(transcript=record.id, path=str(path))
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise ReadFailed(path=str(path), reason=reason(error)) from error
    except UnicodeDecodeError as error:
        raise TranscriptJsonUnreadable(file=str(path), reason=str(error)) from error
    return native.read_whole(text, str(path))
