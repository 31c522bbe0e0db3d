"""Where things are and what a library's ``mediakit.toml`` says."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mediakit.errors.base import Reason, sentence
from mediakit.errors.library import LibraryNotFound, ReadFailed, SettingsInvalid
from mediakit.model.form import Form, form_from
from mediakit.model.ladder import INTERNAL, NOTHING, PERMISSIONS

SETTINGS_FILE = "mediakit.toml"

FONTS = Path(__file__).with_name("fonts")
"""Letters that look the same wherever something is made."""

SCOPES = (
    "internal",
    "own-group",
    "other-communities",
    "regional",
    "national",
    "film",
    "broadcast",
    "web",
)

STRICT, WARN = "strict", "warn"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What ``mediakit.toml`` says.

    Attributes:
        name: The programme's name.
        languages: BCP 47 tags spoken in it.
        regions: Its regions, as people write them.
        engine: The default speech engine.
        model: The default speech model, or empty.
        glossary: Names and words that speech engines should spell like this.
        scopes: The rungs of consent, most private first.
        policy: What an unknown voice means: ``strict`` or ``warn``.
        form: What another tool's lists of sessions call things.
    """

    name: str = ""
    languages: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    engine: str = "faster-whisper"
    model: str = ""
    glossary: tuple[str, ...] = ()
    scopes: tuple[str, ...] = field(default=SCOPES)
    policy: str = STRICT
    form: Form = field(default_factory=Form)


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


def read_settings(library: Library) -> Settings:
    """Read ``mediakit.toml``.

    Raises:
        SettingsInvalid: It is no TOML, or a value has the wrong type.
        ReadFailed: It cannot be read.
    """
    # not needed by the quickest commands
    import tomllib

    path = library.settings_file
    try:
        document = tomllib.loads(path.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SettingsInvalid(path=str(path), reason=str(error)) from error
    except OSError as error:
        raise ReadFailed(path=str(path), reason=error.strerror) from error
    try:
        speech = _table(document, "transcription")
        consent = _table(document, "consent")
        return Settings(
            name=_text(document, "name", library.root.name),
            languages=_texts(document, "languages", ()),
            regions=_texts(document, "regions", ()),
            engine=_text(speech, "engine", "faster-whisper"),
            model=_text(speech, "model", ""),
            glossary=_texts(speech, "glossary", ()),
            scopes=_ladder(consent),
            policy=_policy(consent),
            form=form_from(_table(_table(document, "import"), "sessions")),
        )
    except TypeError as error:
        raise SettingsInvalid(path=str(path), reason=error.args[0]) from error


def author(environ: Mapping[str, str]) -> str:
    """Return the name changes are signed with: MEDIAKIT_AUTHOR, or the login."""
    for name in ("MEDIAKIT_AUTHOR", "LOGNAME", "USER", "LNAME", "USERNAME"):
        if environ.get(name, "").strip():
            return environ[name].strip()
    return "unknown"


def models_folder(environ: Mapping[str, str]) -> Path:
    """Return where this person's speech models are, whether it exists or not."""
    if chosen := environ.get("MEDIAKIT_MODELS"):
        return Path(chosen)
    import platformdirs

    return platformdirs.user_data_path("mediakit", appauthor=False) / "models"


def samples() -> Path:
    """Return the sample library: in the package, or the repository it runs from."""
    packaged = Path(__file__).with_name("samples")
    return packaged if packaged.is_dir() else Path(__file__).parents[2]


def threads() -> int:
    """Return how many processors this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _ladder(consent: Mapping[str, object]) -> tuple[str, ...]:
    """Return the rungs, of which the first is the team's own."""
    scopes = _texts(consent, "scopes", SCOPES)
    if scopes[:1] != (INTERNAL,):
        raise TypeError(
            Reason(sentence("scopes must begin with '{first}'"), first=INTERNAL)
        )
    for scope in scopes:
        taken = scope in {*PERMISSIONS, NOTHING} or scopes.count(scope) > 1
        if taken or not scope.strip():
            raise TypeError(
                Reason(
                    sentence("'{scope}' cannot be a scope, or is one twice"),
                    scope=scope,
                )
            )
    return scopes


def _policy(consent: Mapping[str, object]) -> str:
    policy = _text(consent, "policy", STRICT)
    if policy not in {STRICT, WARN}:
        raise TypeError(
            Reason(
                sentence("the policy '{policy}' is not known; use 'strict' or 'warn'"),
                policy=policy,
            )
        )
    return policy


def _table(document: Mapping[str, object], key: str) -> Mapping[str, object]:
    value = document.get(key, {})
    if not isinstance(value, dict):
        raise TypeError(Reason(sentence("{key} must be a table, [{key}]"), key=key))
    return value


def _text(document: Mapping[str, object], key: str, default: str) -> str:
    value = document.get(key, default)
    if not isinstance(value, str):
        raise TypeError(Reason(sentence("{key} must be a text in quotes"), key=key))
    return value


def _texts(
    document: Mapping[str, object], key: str, default: tuple[str, ...]
) -> tuple[str, ...]:
    value = document.get(key, default)
    if not isinstance(value, list | tuple) or not all(
        isinstance(item, str) for item in value
    ):
        raise TypeError(Reason(sentence("{key} must be a list of texts"), key=key))
    return tuple(str(item) for item in value)
