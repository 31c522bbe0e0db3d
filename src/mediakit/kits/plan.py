"""What a kit is made of, before it is laid out: words, times, and files made ready.

Everything in it may leave: the gate was asked, the media are cut and hold no trace of
where they were recorded, and names are neutral. A kind of kit adds only its own pages
and lists to the folder in which those files lie.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

ByLanguage = Mapping[str, str]
"""What is said, by BCP 47 tag."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KitTheme:
    """A theme as it is shown to people.

    Attributes:
        labels: What it is called.
        colour: ``#rrggbb`` or empty.
        icon: One symbol or emoji, or empty.
    """

    labels: ByLanguage
    colour: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KitItem:
    """One thing a room is shown. Files are named relative to the kit's folder.

    Attributes:
        code: What it is called on its wall card.
        media: The cut file, or empty where the kind of kit needs none.
        has_pictures: Whether it is a video.
        duration: Milliseconds, as the cut file lasts.
        poster: A picture of its beginning, or empty.
        still: A picture of its end, on which it stops, or empty.
        titles: What the room may read of it.
        questions: What the room is asked after it.
        notes: What only the facilitator reads.
        pause: Milliseconds set aside for talking after it.
        subtitles: A WebVTT file by language, its times from the item's start.
        voiceovers: A sound file by language, mixed over the original, as long as it;
            empty where the cut file itself has it.
        themes: What it is about.
        cautions: What to watch for: sentences to say by `mediakit.kits.words`.
        consent: What it may be shown for: such a sentence, or empty.
        excerpt: The id of the excerpt or clip, so that what is noted of it comes back.
        start: Where it begins in the clip, in milliseconds.
        end: Where it ends in the clip, in milliseconds.
    """

    code: str
    media: str = ""
    has_pictures: bool = True
    duration: int
    poster: str = ""
    still: str = ""
    titles: ByLanguage = field(default_factory=dict)
    questions: ByLanguage = field(default_factory=dict)
    notes: ByLanguage = field(default_factory=dict)
    pause: int = 0
    subtitles: ByLanguage = field(default_factory=dict)
    voiceovers: ByLanguage = field(default_factory=dict)
    themes: tuple[KitTheme, ...] = ()
    cautions: tuple[str, ...] = ()
    consent: str = ""
    excerpt: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class KitPlan:
    """What a room is shown.

    Attributes:
        playlist: The id of the playlist.
        session: The id of the session it is for, or empty.
        title: What the room may read; that of the playlist.
        place: Where it is shown, as far as anybody may know, or empty.
        day: ISO 8601 day on which it is shown, or empty.
        language: BCP 47 tag in which it speaks to people unless they choose another.
        languages: All in which something in it is written or said, this one first.
        items: In the order they are shown.
        scope: The rung of consent it is made under.
        made: ISO 8601 day on which it was made.
        film: The one video of all items, for the kind that needs it.
        sound: The one sound file of all items, for the kind that needs it.
    """

    playlist: str
    session: str = ""
    title: str
    place: str = ""
    day: str = ""
    language: str
    languages: tuple[str, ...]
    items: tuple[KitItem, ...]
    scope: str
    made: str
    film: str = ""
    sound: str = ""


def in_language(texts: ByLanguage, language: str) -> str:
    """Return what is said in a language, or else in the first there is."""
    return texts.get(language) or next(iter(texts.values()), "")
