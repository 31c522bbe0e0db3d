"""Media that cannot be read or made, and ffmpeg."""

from mediakit.errors.base import MediakitError, sentence


class MediaEmpty(MediakitError):
    """A file has no bytes."""

    message = sentence(
        "{path} is empty. Copy it again from the recorder or the card it came from."
    )
    exit_status = 30


class NotMedia(MediakitError):
    """A file is neither a video nor a sound recording."""

    message = sentence(
        "{path} is not a video or sound recording of a kind mediakit can read."
    )
    exit_status = 31


class MediaIsPlaylist(MediakitError):
    """A file only points to other files, whatever its name says."""

    message = sentence(
        "{path} is not a recording but a list that points to other files. Add those "
        "files themselves."
    )
    exit_status = 32


class MediaTruncated(MediakitError):
    """A recording lacks the part without which nothing of it can be played."""

    message = sentence(
        "{path} is cut short or damaged: the part that says how to play it is missing. "
        "Copy it again from the recorder, or have it repaired."
    )
    exit_status = 33


class MediaUndecodable(MediakitError):
    """A recording lists pictures or sound, but none can be decoded."""

    message = sentence(
        "{path} lists {streams} but nothing of that can be decoded: the file is "
        "damaged or protected. Try to play it, and copy it again."
    )
    exit_status = 34


class MediaIsPicture(MediakitError):
    """A file holds a still picture or cover art only."""

    message = sentence(
        "{path} holds a still picture and nothing that plays. Add video or sound."
    )
    exit_status = 35


class MediaTooLarge(MediakitError):
    """The pictures of a video are larger than any camera makes them."""

    message = sentence(
        "The pictures of {path} are {width} x {height} points, more than mediakit "
        "opens. Convert it to an ordinary size first."
    )
    exit_status = 36


class NotAFile(MediakitError):
    """A path leads to a pipe, a socket, a device or a folder."""

    message = sentence(
        "{path} is not a file but a pipe, a socket, a device or a folder."
    )
    exit_status = 37


class FfmpegMissing(MediakitError):
    """There is no ffmpeg that can do what is needed."""

    message = sentence(
        "There is no ffmpeg that can be used: {reason}. Version 5.1 or newer is "
        "needed, with x264, LAME, Opus and libass. Install mediakit again to get one "
        "with it, or name one in MEDIAKIT_FFMPEG."
    )
    exit_status = 38


class FfmpegFailed(MediakitError):
    """Ffmpeg stopped with an error, or did not finish."""

    message = sentence(
        "Ffmpeg could not do its work on {path}: {reason}. Run 'mediakit check' to see "
        "whether the original is intact; 'mediakit --verbose …' shows the last lines "
        "of ffmpeg's own."
    )
    exit_status = 39


class KeyframeCutRefused(MediakitError):
    """A video is of a kind that cannot be cut from key frame to key frame."""

    message = sentence(
        "{path} cannot be cut from key frame to key frame: that is for H.264, H.265 "
        "and VP9 video in MP4, MOV, MKV and WebM. Leave --keyframe out for an exact "
        "cut."
    )
    exit_status = 98


class SegmentUnusable(MediakitError):
    """A part of a film that was kept is damaged."""

    message = sentence(
        "{path}, an encoded part of the film, was damaged and has been thrown away. "
        "Run the same command again: it is made anew."
    )
    exit_status = 106


class MediaTooLong(MediakitError):
    """A recording says that it plays for longer than anybody records."""

    message = sentence(
        "{path} says that it plays for {hours} hours, and mediakit opens at most "
        "{most}. Its times are damaged: have it repaired, or copy it again."
    )
    exit_status = 111


class MediaInflates(MediakitError):
    """A small file unpacks to far more than it holds."""

    message = sentence(
        "{path} unpacks to far more than the {kilobytes} kB it has, as no recorder "
        "makes it. Do not use it; ask whoever made it for another copy."
    )
    exit_status = 112


class WorkTooLarge(MediakitError):
    """An item took more memory than anything sound would."""

    message = sentence(
        "{item} was given up: it wanted more than {gigabytes} GB of memory. The file "
        "is damaged, or was made to do harm."
    )
    exit_status = 113


class FfmpegLacking(MediakitError):
    """The ffmpeg that is used was built without something."""

    message = sentence(
        "{path} lacks {names}: {reason}. Install another ffmpeg, or remove this one: "
        "mediakit comes with one that has them."
    )
    exit_status = 114
