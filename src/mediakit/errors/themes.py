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
        "{marked}) and stays. Take it off them with 'mediakit clip theme … --remove' "
        "and 'mediakit theme mark … --remove' first."
    )
    exit_status = 88
