"""Oral and written translations."""

from mediakit.errors.base import MediakitError, sentence


class NotesDamaged(MediakitError):
    """What was noted of an interpretation is not as it was written."""

    message = sentence(
        "{path}, line {line}, does not say what an interpreter said: {reason}. Nothing "
        "was changed. Keep a copy of the file, and take that line out of it."
    )
    exit_status = 4


class LanguageNotSaid(MediakitError):
    """A model cannot tell its languages apart by listening."""

    message = sentence(
        "Which language is it? The model cannot tell {languages} apart by listening. "
        "Say it with 'mediakit clip edit CLIP --language', or --language here."
    )
    exit_status = 63


class RecordingUnmatched(MediakitError):
    """An interpreter's recording belongs to no segment."""

    message = sentence(
        "{file} was left out: {reason}. Name each recording by its segment, as 4.wav, "
        "or 4-6.wav for several; 'mediakit interpret cut' lists the segments."
    )
    exit_status = 215


class RecordingSilent(MediakitError):
    """Nobody is heard in an interpreter's recording."""

    message = sentence(
        "Nobody is heard in {file}. Listen to it, and record the segment again if it "
        "is silent."
    )
    exit_status = 216


class NothingToInterpret(MediakitError):
    """Nobody speaks in a clip."""

    message = sentence(
        "Nobody is heard in clip {clip}: there is nothing to interpret. Where speech "
        "was overlooked, import a transcript with its times."
    )
    exit_status = 217


class RecordingLost(MediakitError):
    """An interpreter's recording is not what was kept."""

    message = sentence(
        "The recording {path} of transcript {transcript} is lost: {reason}. Put it "
        "back from a backup."
    )
    exit_status = 218


class SoundDeviceUnusable(MediakitError):
    """The microphone or the loudspeaker cannot be used."""

    message = sentence(
        "The microphone and the loudspeaker cannot be used: {reason}. Or record with "
        "another device, and use 'mediakit interpret import'."
    )
    exit_status = 219


class TimesUnknown(MediakitError):
    """A line of a translation has times that are no segment's."""

    message = sentence(
        "In {file}: no segment of {transcript} begins at {start}, or none ends at "
        "{end}. Leave the times of the lines as they were; nothing was changed."
    )
    exit_status = 220
