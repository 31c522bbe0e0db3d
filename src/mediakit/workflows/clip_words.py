"""What is said in clips, each read once."""

from collections.abc import Iterator

from mediakit.catalog.catalog import Records
from mediakit.errors.base import MediakitError
from mediakit.library import Library
from mediakit.model.current import preferred
from mediakit.model.ids import ClipId
from mediakit.model.transcript import Transcript
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.workflows.load_transcript import load_transcript

Said = tuple[TranscriptRecord, Transcript]


class ClipWords:
    """What is said in clips, each read once.

    What cannot be read is added to a list that whoever asks brings along.
    """

    def __init__(
        self, library: Library, records: Records, unread: list[MediakitError]
    ) -> None:
        self._library, self._unread = library, unread
        self._known: dict[ClipId, Said | None] = {}
        self._written: dict[ClipId, list[TranscriptRecord]] = {}
        for record in records.all(TranscriptRecord):
            self._written.setdefault(record.clip, []).append(record)

    def of(self, clip: ClipId) -> Said | None:
        """Return the transcript of a clip that counts most, if there is one."""
        if clip not in self._known:
            self._known[clip] = next(self._read(clip), None)
        return self._known[clip]

    def _read(self, clip: ClipId) -> Iterator[Said]:
        for record in preferred(self._written.get(clip, ())):
            try:
                yield record, load_transcript(self._library, record)
            except MediakitError as error:
                self._unread.append(error)
