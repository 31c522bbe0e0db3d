"""The codebook, and what is coded with it."""

from mediakit.errors.base import MediakitError, sentence


class ThemePathInvalid(MediakitError):
    """A theme's path has a level without a letter or digit."""

    message = sentence(
        "'{text}' cannot be a theme: each level, between slashes, needs a letter or "
        "a digit."
    )
    exit_status = 70


class ThemeExists(MediakitError):
    """A theme was to be added where there is one."""

    message = sentence("There is a theme {path} already.")
    exit_status = 71


class CodingNotFound(MediakitError):
    """A theme was to be taken off a clip that does not have it."""

    message = sentence("Clip {clip} does not have the theme {theme}.")
    exit_status = 74


class ThemeLinked(MediakitError):
    """A theme was to be removed that is in use."""

    message = sentence(
        "Theme {theme} is in use (clips: {coded}, themes below it: {below}, sessions: "
        "{marked}) and stays. Archive it with 'mediakit theme archive {theme}', or "
        "make it part of another with 'mediakit theme merge {theme} …': nothing is "
        "lost then."
    )
    exit_status = 88


class ThemeArchived(MediakitError):
    """Something was to be sorted by a theme that is no longer used."""

    message = sentence(
        "Theme {theme} is archived: nothing new is sorted by it. Use it again with "
        "'mediakit theme archive {theme} --back', or choose another."
    )
    exit_status = 244


class ThemeInItself(MediakitError):
    """A theme was to become a part of itself."""

    message = sentence(
        "Theme {theme} cannot become a part of {target}, which is itself or lies "
        "below it."
    )
    exit_status = 245


class NothingCoded(MediakitError):
    """There is no coding as was asked for."""

    message = sentence(
        "Nothing is coded like this: {wanted}. See what is with 'mediakit code list'."
    )
    exit_status = 246


class NothingToCompare(MediakitError):
    """Two coders have not coded the same clips."""

    message = sentence(
        "{first} and {second} have not both coded passages of any clip, so there is "
        "nothing to compare. Coders of passages: {coders}. Name a clip that both have "
        "heard with --clip."
    )
    exit_status = 247
