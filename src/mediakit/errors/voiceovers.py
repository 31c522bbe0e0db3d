"""Voice-overs: what interpreters say over excerpts."""

from mediakit.errors.base import MediakitError, sentence


class VoiceoverTooLong(MediakitError):
    """An interpreter speaks for longer than the excerpt lasts."""

    message = sentence(
        "What is said is {longer} longer than the excerpt: it ends at {end}, and "
        "excerpt {excerpt} lasts {duration}. The room would hear it cut off, or look "
        "at a picture that stands still. Say it in fewer words, or choose a longer "
        "excerpt with 'mediakit trim'."
    )
    exit_status = 109


class VoiceoverLost(MediakitError):
    """The recording of a voice-over is not what was kept."""

    message = sentence(
        "The recording {path} of voice-over {voiceover} is lost: {reason}. Put it back "
        "from a backup."
    )
    exit_status = 110


class NothingInterpreted(MediakitError):
    """No interpreter's recording is about an excerpt."""

    message = sentence(
        "Nobody recorded what is said in excerpt {excerpt} in {language}. Run "
        "'mediakit interpret cut {clip}' and 'mediakit interpret import', or record "
        "the whole excerpt and run 'mediakit voiceover add {excerpt} FILE'."
    )
    exit_status = 115
