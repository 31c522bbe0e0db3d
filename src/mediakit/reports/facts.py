"""What reports are made of, and what people want of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mediakit.model.codebook import Codebook
from mediakit.model.coded import Coded, Count
from mediakit.model.coding import Coding
from mediakit.model.excerpt import Excerpt
from mediakit.model.gate import Facts, Rules
from mediakit.model.ids import ClipId
from mediakit.model.screening import Screening
from mediakit.model.session_filter import Filter
from mediakit.model.target import Targets
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.model.validation import Validation


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody wants of a report.

    Attributes:
        language: BCP 47 tag of the labels of themes.
        count: What is counted; ``None`` for what the report counts by itself.
        theme: Only this theme and those below it.
        strong: Only strong quotes.
        sessions: Only what was recorded, or held, at these.
    """

    language: str = "en"
    count: Count | None = None
    theme: Theme | None = None
    strong: bool = False
    sessions: Filter = field(default_factory=Filter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What was said about a theme.

    Attributes:
        theme: Which.
        clip: Where.
        range: Where in it.
        words: What was said.
        origin: Where the words come from.
        state: Whether a person has checked them.
        coders: Who coded it.
        strong: Whether one of them found it strong.
    """

    theme: Theme
    clip: ClipId
    range: TimeRange
    words: str
    origin: Origin
    state: State
    coders: tuple[str, ...] = ()
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What reports are made of.

    Attributes:
        library: The programme's name.
        day: ISO 8601 day as of which it holds.
        regions: The programme's regions, as written.
        targets: What the programme means to do.
        rules: What it says of consent.
        known: Clips, sessions, people, voices, consents.
        about: Those of them that the report is about: all, or those of the sessions
            that were wished for.
        titles: What clips may be called outside.
        book: The codebook.
        codings: Every coding.
        coded: Those that consent lets be counted.
        closed: How many it does not.
        astray: How many have lost their clip or theme.
        validations: What sessions did with themes.
        screenings: What was shown.
        excerpts: Parts of clips, of which some were shown.
        transcripts: What is known of them.
        quotes: What was said, for reports with words.
        silent: How many passages have no words in any transcript.
        notices: What must go along wherever these words go.
    """

    library: str = ""
    day: str
    regions: tuple[str, ...] = ()
    targets: Targets = field(default_factory=Targets)
    rules: Rules
    known: Facts
    about: Facts
    titles: Mapping[ClipId, str] = field(default_factory=dict)
    book: Codebook
    codings: tuple[Coding, ...] = ()
    coded: tuple[Coded, ...] = ()
    closed: int = 0
    astray: int = 0
    validations: tuple[Validation, ...] = ()
    screenings: tuple[Screening, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()
    transcripts: tuple[TranscriptRecord, ...] = ()
    quotes: tuple[Quote, ...] = ()
    silent: int = 0
    notices: tuple[str, ...] = ()
