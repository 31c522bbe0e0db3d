"""Words a person typed, or a cell they filled, that cannot be understood."""

from mediakit.errors.base import MediakitError, sentence


class TimeNotUnderstood(MediakitError):
    """A typed time is no time."""

    message = sentence(
        "'{text}' is not a time. Type seconds (83), minutes (1:23) or hours "
        "(00:01:23.500)."
    )
    exit_status = 14


class RangeReversed(MediakitError):
    """A range ends before it starts, or is empty."""

    message = sentence("The end, {end}, is not after the start, {start}.")
    exit_status = 15


class LanguageNotUnderstood(MediakitError):
    """A typed language is no BCP 47 tag."""

    message = sentence(
        "'{text}' is not a language tag. Type a short code such as fr, en, bm "
        "(Bambara), ff (Fulfulde), ses (Songhay) or taq (Tamasheq)."
    )
    exit_status = 16


class DateNotUnderstood(MediakitError):
    """A typed date is no day."""

    message = sentence("'{text}' is not a date. Type year-month-day, as 2026-03-01.")
    exit_status = 17


class LabelNotUnderstood(MediakitError):
    """A typed label lacks its language or its text."""

    message = sentence(
        "'{text}' is not a label. Type the language and the text, as fr=Confiance."
    )
    exit_status = 72


class ColourNotUnderstood(MediakitError):
    """A typed colour is none."""

    message = sentence("'{text}' is not a colour. Type it as #cc3311.")
    exit_status = 73


class PresenceNotUnderstood(MediakitError):
    """A typed count of people is none."""

    message = sentence(
        "'{text}' does not say how many of whom were present. Type sex, age group and "
        "number, as female/18-35=6, or only one of the two, as female=6 or 18-35=6."
    )
    exit_status = 185


class CellNotUnderstood(MediakitError):
    """A cell of a spreadsheet does not say what its column asks for."""

    message = sentence("Row {row}, column {column}: {reason}.")
    exit_status = 187


class MarkNotFound(MediakitError):
    """A session's decision on a theme was to be taken back that is not recorded."""

    message = sentence(
        "It is not recorded that session {session} did this with the theme {theme}. "
        "Run 'mediakit theme status {theme}' to see what is."
    )
    exit_status = 194


class RankNotForStep(MediakitError):
    """A rank was given for something else than a priority."""

    message = sentence(
        "Only a theme that is prioritised has a rank. Leave --rank out, or mark it as "
        "prioritised."
    )
    exit_status = 195
