"""The places of a library on disk, and how it is found."""

from dataclasses import dataclass
from pathlib import Path

from mediakit.errors.library import LibraryNotFound

SETTINGS_FILE = "mediakit.toml"


@dataclass(frozen=True, slots=True)
class Library:
    """The places of a library on disk."""

    root: Path

    @property
    def settings_file(self) -> Path:
        """Name, languages, regions, engine, model."""
        return self.root / SETTINGS_FILE

    @property
    def catalog(self) -> Path:
        """The records."""
        return self.root / "catalog.json"

    @property
    def real_names(self) -> Path:
        """What people are really called: records kept apart, never exported."""
        return self.root / "real-names.json"

    @property
    def submissions(self) -> Path:
        """What was sent in and is not accepted yet."""
        return self.root / "submissions"

    @property
    def incoming_submissions(self) -> Path:
        """Copies of what was sent in while they are made."""
        return self.submissions / ".incoming"

    @property
    def assets(self) -> Path:
        """Originals, as added; never modified."""
        return self.root / "assets"

    @property
    def incoming(self) -> Path:
        """Copies of originals while they are made."""
        return self.assets / ".incoming"

    @property
    def transcripts(self) -> Path:
        """One JSON file a transcript."""
        return self.root / "transcripts"

    @property
    def evidence(self) -> Path:
        """Files that show what people agreed to; never modified."""
        return self.root / "evidence"

    @property
    def interpretations(self) -> Path:
        """What interpreters said, a folder a clip; never modified."""
        return self.root / "interpretations"

    @property
    def voiceovers(self) -> Path:
        """What interpreters say over excerpts, a folder a clip; never modified."""
        return self.root / "voiceovers"

    @property
    def incoming_voiceovers(self) -> Path:
        """Voice-overs while they are put together."""
        return self.derived / "voiceovers"

    @property
    def exports(self) -> Path:
        """What was made."""
        return self.root / "exports"

    @property
    def kits(self) -> Path:
        """Kits, a folder each, unless they were made elsewhere."""
        return self.exports / "kits"

    @property
    def removed(self) -> Path:
        """What was taken out, to be put back by hand."""
        return self.root / "removed"

    @property
    def folders(self) -> tuple[Path, ...]:
        """Those whose files have records."""
        return (
            self.assets,
            self.submissions,
            self.transcripts,
            self.evidence,
            self.interpretations,
            self.voiceovers,
            self.exports,
        )

    @property
    def derived(self) -> Path:
        """What may be deleted at any time."""
        return self.root / ".mediakit"

    @property
    def index(self) -> Path:
        """The search index."""
        return self.derived / "index.sqlite"

    @property
    def parts(self) -> Path:
        """What was heard so far of recordings that take hours."""
        return self.derived / "parts"

    @property
    def segments(self) -> Path:
        """Encoded parts of films."""
        return self.derived / "segments"

    @property
    def leaving(self) -> Path:
        """Where something is being made outside, so that its half can be found."""
        return self.derived / "leaving"

    @property
    def sheets(self) -> Path:
        """Where people write in an editor: here, a power cut takes nothing away."""
        return self.derived / "sheets"

    @property
    def thumbnails(self) -> Path:
        """One picture a video clip."""
        return self.derived / "thumbnails"

    @property
    def filmstrips(self) -> Path:
        """Small pictures at even distances, one sheet a video clip."""
        return self.derived / "filmstrips"

    @property
    def waveforms(self) -> Path:
        """The peaks of the sound, one JSON file a clip with sound."""
        return self.derived / "waveforms"

    @property
    def measures(self) -> Path:
        """Loudness, silences, shots: one JSON file a clip."""
        return self.derived / "measures"

    @property
    def proxies(self) -> Path:
        """Light copies of video clips."""
        return self.derived / "proxies"

    @property
    def incoming_proxies(self) -> Path:
        """Light copies while they are made."""
        return self.proxies / ".incoming"

    def resolve(self, path: str) -> Path:
        """Return where a record's path leads; absolute ones stay as they are."""
        return self.root / path

    def owns(self, path: Path) -> bool:
        """Tell whether a file is one of the library's originals, or of their words.

        A catalog may come from a stranger, and its records lead anywhere. Links on
        the way to the file count as where they lead.
        """
        try:
            root, place = self.root.resolve(), path.parent.resolve() / path.name
        except (OSError, RuntimeError, ValueError):
            return False
        return path.name != ".." and any(
            root / folder.name in place.parents
            for folder in (
                self.assets,
                self.submissions,
                self.transcripts,
                self.interpretations,
                self.voiceovers,
            )
        )


def find_library(start: Path) -> Library:
    """Return the library that *start* is in.

    Raises:
        LibraryNotFound: Neither the folder nor any above it is one.
    """
    here = start.absolute()
    for folder in (here, *here.parents):
        if (folder / SETTINGS_FILE).is_file():
            return Library(folder)
    raise LibraryNotFound(folder=str(here))
