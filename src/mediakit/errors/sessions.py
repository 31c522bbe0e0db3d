"""Sessions, screenings and replies, and what hangs on them."""

from mediakit.errors.base import MediakitError, sentence


class ClipLinked(MediakitError):
    """A clip was to be removed that other records tell about."""

    message = sentence(
        "Clip {clip} has a history (screenings: {screenings}, replies: {replies}, "
        "uses: {uses}, playlists: {playlists}, films: {films}) that would be lost with "
        "it. Add --with-history to remove it all the same."
    )
    exit_status = 76


class SessionLinked(MediakitError):
    """A session was to be removed at which something happened."""

    message = sentence(
        "Session {session} has a history (recorded: {recorded}, screened: {screened}, "
        "themes: {marked}, made for it: {uses}, playlists: {playlists}) and stays. "
        "Move its clips with 'mediakit clip edit' first, and its playlists with "
        "'mediakit playlist edit'."
    )
    exit_status = 87


class PresenceExceedsPeople(MediakitError):
    """More people are counted by sex and age group than there were."""

    message = sentence(
        "By sex and age group {counted} people were present, and {people} in all. "
        "Correct one of the two."
    )
    exit_status = 186


class ScreeningLinked(MediakitError):
    """A screening was to be removed that clips answer."""

    message = sentence(
        "Screening {screening} was answered (replies: {replies}) and stays. Take them "
        "off it with 'mediakit reply remove' first."
    )
    exit_status = 192


class ReplyToItself(MediakitError):
    """A clip was to answer a screening of itself."""

    message = sentence(
        "Clip {clip} is what was shown at screening {screening}; it cannot answer "
        "itself. Name the clip that was recorded in answer."
    )
    exit_status = 193
