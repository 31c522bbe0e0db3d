"""The script of a film: what is said, seen and written, line by line, for paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mediakit.model.film import LineKind


@dataclass(frozen=True, slots=True)
class Said:
    """Words in a language; its tag is empty where nobody has said which it is."""

    language: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptLine:
    """A line of a script.

    Attributes:
        at: The timecode at which it begins.
        lasts: How long it takes, in words; nothing for what takes no time.
        code: What it is called.
        kind: What it is.
        name: Who speaks, as they agreed to be called.
        said: What is said or written, in its own language first.
        seen: What is seen, a line each: where from, and from when to when.
        told: What else is to be known: the session, consent, a note.
    """

    at: str
    lasts: str
    code: str
    kind: LineKind
    name: str = ""
    said: tuple[Said, ...] = ()
    seen: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A film for paper.

    Attributes:
        film: Its id.
        title: What it is called.
        about: How long it takes, at how many frames a second, and which version it is.
        language: BCP 47 tag of the headings.
        headings: What stands above the columns.
        kinds: What each kind of line is called.
        lines: In order.
    """

    film: str
    title: str
    about: str
    language: str
    headings: Sequence[str]
    kinds: Mapping[LineKind, str]
    lines: Sequence[ScriptLine]
