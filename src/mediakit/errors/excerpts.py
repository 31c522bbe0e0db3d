"""Ranges of clips, and what is cut from them."""

from mediakit.errors.base import MediakitError, sentence


class RangeBeyondClip(MediakitError):
    """A range ends after its clip."""

    message = sentence("Clip {clip} is {duration} long; {end} lies beyond its end.")
    exit_status = 40


class PassageNotFound(MediakitError):
    """The words or segments asked for are in no transcript of the clip."""

    message = sentence(
        "'{passage}' is not in what was transcribed of clip {clip}. Run "
        "'mediakit transcript show' to see its words and the numbers of its segments."
    )
    exit_status = 41


class PassageAmbiguous(MediakitError):
    """Words are said several times."""

    message = sentence(
        "'{passage}' is said {count} times in clip {clip}: at {times}. Choose one with "
        "--occurrence and its number in this list."
    )
    exit_status = 42


class NothingToCut(MediakitError):
    """There is no picture or no sound in a range."""

    message = sentence(
        "{path} has nothing there: no picture, or no sound that can be decoded. Run "
        "'mediakit show' to see what the clip is made of."
    )
    exit_status = 44


class ExcerptOfOtherClip(MediakitError):
    """An excerpt was named together with a clip it does not belong to."""

    message = sentence(
        "Excerpt {excerpt} does not belong to clip {clip}. Run 'mediakit show {clip}' "
        "to see its excerpts."
    )
    exit_status = 75


class ExcerptLinked(MediakitError):
    """An excerpt was to be removed that other records tell about."""

    message = sentence(
        "Excerpt {excerpt} has a history (screenings: {screenings}, uses: {uses}, "
        "playlists: {playlists}, films: {films}) and stays. Take screenings back with "
        "'mediakit screening remove' first. What was made from it stays recorded with "
        "its times, and playlists and films go on showing them: --with-history lets it "
        "go."
    )
    exit_status = 107


class SubtitlesMissing(MediakitError):
    """Excerpts were to be subtitled in a language that nobody wrote."""

    message = sentence(
        "There are no words in {language} for {clips}. Import a transcript or a "
        "translation with 'mediakit transcript import CLIP FILE --language "
        "{language}', or leave out --subtitles."
    )
    exit_status = 108
