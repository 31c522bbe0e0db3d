"""Names that people read for the fixed values of records."""

from gettext import gettext as _

from mediakit.model.balance import Trait
from mediakit.model.film import LineKind
from mediakit.model.person import Sex
from mediakit.model.screening import Heat, Outcome
from mediakit.model.session import SessionKind
from mediakit.model.stamp import NOBODY_KNOWN
from mediakit.model.transcript_record import Origin, State
from mediakit.model.use import UseKind
from mediakit.model.validation import Step


def session_kind(kind: SessionKind) -> str:
    """Return what a kind of session is called."""
    return {
        SessionKind.FOCUS_GROUP: _("focus group"),
        SessionKind.INTERVIEW: _("interview"),
        SessionKind.REGIONAL_GATHERING: _("regional gathering"),
        SessionKind.NATIONAL_CONFERENCE: _("national conference"),
        SessionKind.PUBLIC_SCREENING: _("public screening"),
        SessionKind.OTHER: _("other session"),
    }[kind]


def outcome(value: Outcome) -> str:
    """Return what an outcome of a screening is called."""
    return {
        Outcome.SHOWN: _("shown"),
        Outcome.SKIPPED: _("skipped"),
        Outcome.STOPPED: _("stopped"),
    }[value]


def sex(value: Sex) -> str:
    """Return what people of a sex are called."""
    return {
        Sex.FEMALE: _("women"),
        Sex.MALE: _("men"),
        Sex.OTHER: _("others"),
    }[value]


def trait_name(trait: Trait) -> str:
    """Return what people and what they say are told apart by."""
    return {
        Trait.REGION: _("Regions"),
        Trait.SEX: _("Women and men"),
        Trait.AGE_GROUP: _("Age groups"),
        Trait.LANGUAGE: _("Languages"),
        Trait.THEME: _("Themes"),
    }[trait]


def trait_value(trait: Trait, value: str) -> str:
    """Return what a value of a trait is called."""
    return sex(Sex(value)) if trait is Trait.SEX else value


def sex_name(value: Sex) -> str:
    """Return what the sex of one person is called."""
    return {
        Sex.FEMALE: _("female"),
        Sex.MALE: _("male"),
        Sex.OTHER: _("other"),
    }[value]


def heat(value: Heat) -> str:
    """Return what the mood of a room is called."""
    return {
        Heat.CALM: _("calm"),
        Heat.LIVELY: _("lively"),
        Heat.TENSE: _("tense"),
        Heat.WALKED_OUT: _("people walked out"),
    }[value]


def step(value: Step) -> str:
    """Return what a session's decision on a theme is called."""
    return {
        Step.RAISED: _("raised"),
        Step.VALIDATED: _("validated"),
        Step.PRIORITISED: _("prioritised"),
        Step.REJECTED: _("rejected"),
    }[value]


def origin(value: Origin) -> str:
    """Return what an origin of words is called."""
    return {
        Origin.MACHINE: _("machine"),
        Origin.IMPORTED: _("imported"),
        Origin.CORRECTED: _("corrected"),
        Origin.ORAL_TRANSLATION: _("oral translation"),
        Origin.TRANSLATION: _("translation"),
        Origin.MACHINE_TRANSLATION: _("machine translation"),
        Origin.SEGMENTS: _("segments without words"),
    }[value]


def state(value: State) -> str:
    """Return what a transcript's state is called."""
    return {
        State.MACHINE: _("machine, not checked"),
        State.UNCHECKED: _("not checked"),
        State.CHECKED: _("checked"),
        State.APPROVED: _("approved"),
    }[value]


def use_kind(value: UseKind) -> str:
    """Return what a kind of use is called."""
    return {
        UseKind.CUT: _("cut"),
        UseKind.TRANSCRIPT: _("transcript"),
        UseKind.DATA: _("data"),
        UseKind.FILM: _("film"),
        UseKind.SHEET: _("sheet to write in"),
        UseKind.KIT: _("kit"),
        UseKind.TIMELINE: _("timeline"),
    }[value]


def line_kind(value: LineKind) -> str:
    """Return what a kind of line of a film is called."""
    return {
        LineKind.QUOTE: _("quote"),
        LineKind.HEADING: _("heading"),
        LineKind.NARRATION: _("narration"),
        LineKind.CARD: _("card"),
        LineKind.NOTE: _("note"),
    }[value]


def doubt(flag: str) -> str:
    """Return what a doubt about a segment is called."""
    return {
        "repeated": _("repeated"),
        "past-end": _("past the end"),
        "too-fast": _("too fast"),
        "no-speech": _("perhaps no speech"),
        "silence": _("hardly any sound"),
        "language-unsure": _("language unsure"),
        "language-changed": _("another language"),
        "overlap": _("overlaps"),
        "several-voices": _("several voices"),
        "withheld": _("not shown: consent does not cover it"),
    }.get(flag, flag)


def author(name: str) -> str:
    """Return what who did something is called."""
    return _("somebody unnamed") if name == NOBODY_KNOWN else name
