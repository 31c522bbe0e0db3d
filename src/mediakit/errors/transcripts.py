"""Transcripts, and the files they come from."""

from mediakit.errors.base import MediakitError, sentence


class TranscriptLineUnreadable(MediakitError):
    """A line that must hold a time does not."""

    message = sentence(
        "In {file}, line {line}: '{text}' is no time of a transcript. Correct that "
        "line and import the file again; nothing was changed."
    )
    exit_status = 45


class TranscriptJsonUnreadable(MediakitError):
    """A JSON file is broken, or is not what transcripts look like."""

    message = sentence(
        "{file} is no transcript that can be read: {reason}. Export it again from the "
        "program that made it; nothing was changed."
    )
    exit_status = 46


class TranscriptEmpty(MediakitError):
    """A file holds no timed text at all."""

    message = sentence(
        "There is no timed text in {file}. Check that it is the right file; nothing "
        "was changed."
    )
    exit_status = 47


class TranscriptTooLarge(MediakitError):
    """A file is larger than any transcript."""

    message = sentence(
        "{file} is too large for a transcript: at most {megabytes} MB and {segments} "
        "segments are read. Nothing was changed."
    )
    exit_status = 48


class TranscriptNotText(MediakitError):
    """A file holds bytes that no text holds."""

    message = sentence(
        "{file} is not a text file: line {line} has bytes that no text holds. Choose "
        "the transcript itself, or save it again as UTF-8; nothing was changed."
    )
    exit_status = 49


class TranscriptFormatUnknown(MediakitError):
    """No format recognises a file, by its content or by its name."""

    message = sentence(
        "{file} is in no format known here. Name its format with --as, one of "
        "{formats}; nothing was changed."
    )
    exit_status = 50


class TranscriptOutsideClip(MediakitError):
    """All of a transcript lies after the end of its clip."""

    message = sentence(
        "All of {file} lies after the clip's end, {end}: it seems to belong to another "
        "recording. Nothing was changed."
    )
    exit_status = 51


class TranscriptLanguageNeeded(MediakitError):
    """Neither the command, the file nor the clip says which language this is."""

    message = sentence(
        "Which language is {file} in? Say it with --language, as in --language fr; "
        "nothing was changed."
    )
    exit_status = 52


class TranscriptTooNew(MediakitError):
    """A transcript was written by a newer mediakit."""

    message = sentence(
        "{file} was written by a newer mediakit (format {found}, this one knows "
        "{known}). Install the newer version on this machine."
    )
    exit_status = 53


class TranscriptMissing(MediakitError):
    """A clip has no transcript yet."""

    message = sentence(
        "Clip {clip} has no transcript yet. Make one with 'mediakit transcribe "
        "{clip}', or import one with 'mediakit transcript import'. In a language that "
        "no model knows, 'mediakit interpret cut' makes segments to interpret."
    )
    exit_status = 54


class TranscriptDocumentUnreadable(MediakitError):
    """An XML file or a Word document is broken, hostile, or something else."""

    message = sentence(
        "{file} is no transcript that can be read: {reason}. Save or export it again "
        "from the program that made it; nothing was changed."
    )
    exit_status = 221


class TranscriptNotChosen(MediakitError):
    """A clip has transcripts, but none like the one that was asked for."""

    message = sentence(
        "Clip {clip} has no such transcript. Choose one by its id: 'mediakit "
        "transcript list {clip}' shows them all."
    )
    exit_status = 222


class TranscriptUnmatched(MediakitError):
    """No clip is called like a transcript file."""

    message = sentence(
        "No clip is called like {file}. Name the file after a clip's title, id or "
        "original name, or import it with its clip: 'mediakit transcript import CLIP "
        "{file}'."
    )
    exit_status = 223


class TranscriptAmbiguous(MediakitError):
    """Several clips are called like a transcript file."""

    message = sentence(
        "Several clips are called like {file}: {clips}. Import it with the one that is "
        "meant: 'mediakit transcript import CLIP {file}'."
    )
    exit_status = 224


class TranscriptRepeated(MediakitError):
    """Several files are for the same clip and language."""

    message = sentence(
        "{file} is one of {count} files for clip {clip}, and none of them was "
        "imported. Say which format is meant with --as, or keep one file."
    )
    exit_status = 225


class NothingToImport(MediakitError):
    """There is no transcript in a folder."""

    message = sentence(
        "There is no transcript in {folder}. Choose the folder that holds the files."
    )
    exit_status = 226
