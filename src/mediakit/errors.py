"""Every error mediakit raises on purpose: one class a situation.

Each has the sentence people read, with the values it was raised with, and an
exit status of its own that is never reused. The code in ``--json`` is the class
name in snake case. Statuses by subject:

    10-19 library and commands    20-29 catalog       30-44 media
    45-54 transcript files        55-64 engines       65-69 search
    70-89 sessions, themes, links                     90-97 adding, batches
    98-101, 106-110 cutting, preparing, rendering
    111-116 harmful media, ffmpeg
    103, 117-125 people, voices, consent
    102, 170-184 what leaves the library
    104, 185-196 the dialogue thread   197-206 submissions
    207-226 transcripts           227-232 several machines
    233-236 speakers

1 is an error nobody foresaw, 2 a command typed wrongly (Click's), 3 a batch
of which some items could not be done, 130 an interruption; shells say with 126
to 165 that a program was not found, or was killed.
"""

import re
from typing import Any, ClassVar, Self


def sentence(text: str) -> str:
    """Mark *text* as one to translate, and return it as it is."""
    return text


class Reason(str):
    """A sentence with values: it reads in English, and can be said otherwise.

    Attributes:
        text: The sentence, marked, with the names of its values.
        values: By name.
    """

    __slots__ = ("text", "values")

    text: str
    values: dict[str, object]

    def __new__(cls, text: str, /, **values: object) -> Self:
        """Fill the values in, in English."""
        reason = super().__new__(cls, text.format(**values))
        reason.text, reason.values = text, values
        return reason

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, object]]:
        """Keep the values when an error travels between processes."""
        return (self.text,), self.values


class Reasons(str):
    """Several sentences with values, one a line.

    Attributes:
        each: The sentences.
    """

    __slots__ = ("each",)

    each: tuple[Reason, ...]

    def __new__(cls, *each: Reason) -> Self:
        """Put the sentences below one another, in English."""
        reasons = super().__new__(cls, "\n".join(each))
        reasons.each = each
        return reasons

    def __getnewargs_ex__(self) -> tuple[tuple[Reason, ...], dict[str, object]]:
        """Keep the sentences when an error travels between processes."""
        return self.each, {}


class MediakitError(Exception):
    """The root of every error mediakit raises on purpose.

    Attributes:
        details: The values of the message, by name; they go into ``--json``.
    """

    message: ClassVar[str]
    exit_status: ClassVar[int]

    # Any: values of every type a message can show
    def __init__(self, **details: Any) -> None:
        super().__init__(details)
        self.details = details

    def __str__(self) -> str:
        return self.message.format(**self.details)

    def __reduce__(self) -> tuple[Any, ...]:
        """Keep the details when an error travels between processes."""
        return _rebuild, (type(self), self.details)

    @property
    def code(self) -> str:
        """The stable name of the situation, as ``clip_not_found``."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()


def _rebuild(kind: type[MediakitError], details: dict[str, Any]) -> MediakitError:
    return kind(**details)


# 3 ---------------------------------------------------------------- batches


class SomeNotDone(MediakitError):
    """A batch went through, but some of its items could not be done."""

    message = sentence("{failed} of {total} could not be done; they are listed above.")
    exit_status = 3


# 10-19 ------------------------------------------------ library and commands


class LibraryNotFound(MediakitError):
    """Neither the folder nor any above it is a library."""

    message = sentence(
        "There is no library in {folder} or above it. Go into one, name one with "
        "--library, or make one with 'mediakit init FOLDER'."
    )
    exit_status = 10


class LibraryExists(MediakitError):
    """A library was to be made where there is one."""

    message = sentence("{folder} is a library already; nothing was changed.")
    exit_status = 11


class FolderNotEmpty(MediakitError):
    """A library or demo was to be made in a folder that holds other things."""

    message = sentence(
        "{folder} is not empty. Choose a new folder, or empty this one yourself."
    )
    exit_status = 12


class SettingsInvalid(MediakitError):
    """``mediakit.toml`` cannot be read."""

    message = sentence(
        "The settings in {path} cannot be read: {reason}. Correct that line and "
        "try again."
    )
    exit_status = 13


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


class WriteFailed(MediakitError):
    """A file could not be written; what was there before is as it was."""

    message = sentence(
        "{path} could not be written: {reason}. Nothing was changed; free some space "
        "or check the disk, and try again."
    )
    exit_status = 18


class ReadFailed(MediakitError):
    """A file could not be read."""

    message = sentence("{path} could not be read: {reason}.")
    exit_status = 19


# 20-29 --------------------------------------------------------------- catalog


class CatalogDamaged(MediakitError):
    """A file of the catalog is missing, or is not as it was written.

    Its details are the file, the place in it (a byte, or a table and an id), and
    the reason.
    """

    message = sentence(
        "The catalog is damaged: {path}:{place}: {reason}. Nothing was changed. Keep "
        "a copy of the folder, then put back a good catalog.json from a backup."
    )
    exit_status = 20


class CatalogBusy(MediakitError):
    """Another program kept the catalog locked for too long."""

    message = sentence(
        "Another mediakit is writing to {path} and has not finished after {seconds} "
        "seconds. Wait for it, then try again."
    )
    exit_status = 21


class CatalogTooNew(MediakitError):
    """The catalog's format was made by a newer mediakit."""

    message = sentence(
        "{path} was written by a newer mediakit (format {found}, this one knows "
        "{known}). Install the newer version on this machine."
    )
    exit_status = 22


class ClipNotFound(MediakitError):
    """No clip has this id."""

    message = sentence("No clip has the id {id}. Run 'mediakit list' to see them all.")
    exit_status = 23


class IdAmbiguous(MediakitError):
    """Several things have an id that begins like this."""

    message = sentence("{id} could be any of {matches}. Type more of the id.")
    exit_status = 24


class SessionNotFound(MediakitError):
    """No session has this id."""

    message = sentence(
        "No session has the id {id}. Run 'mediakit session list' to see them all."
    )
    exit_status = 25


class ThemeNotFound(MediakitError):
    """No theme has this id, path or label."""

    message = sentence(
        "No theme is called {id}. Run 'mediakit theme list' to see them all."
    )
    exit_status = 26


class ExcerptNotFound(MediakitError):
    """No excerpt has this id."""

    message = sentence(
        "No excerpt has the id {id}. Run 'mediakit excerpt list' to see them all."
    )
    exit_status = 27


class TranscriptNotFound(MediakitError):
    """No transcript has this id."""

    message = sentence(
        "No transcript has the id {id}. Run 'mediakit show CLIP' to see a clip's "
        "transcripts."
    )
    exit_status = 28


class RecordNotFound(MediakitError):
    """No record of another kind has this id."""

    message = sentence("Nothing in the catalog has the id {id}.")
    exit_status = 29


# 30-44 ----------------------------------------------------------------- media


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


class TargetRefused(MediakitError):
    """A file was to be made where nothing may be written."""

    message = sentence(
        "{path} exists already, or is where the library keeps its own files; nothing "
        "was written. Name another file with --output."
    )
    exit_status = 43


class NothingToCut(MediakitError):
    """There is no picture or no sound in a range."""

    message = sentence(
        "{path} has nothing there: no picture, or no sound that can be decoded. Run "
        "'mediakit show' to see what the clip is made of."
    )
    exit_status = 44


# 45-54 ------------------------------------------------------ transcript files


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


# 55-64 --------------------------------------------------------------- engines


class TranscriptReplaced(MediakitError):
    """A transcript was corrected by somebody else meanwhile."""

    message = sentence(
        "{transcript} was corrected, and is {newest} now: work on that one. What you "
        "wrote, if you wrote something, is in {kept}."
    )
    exit_status = 209


class VersionUnrelated(MediakitError):
    """A transcript is no version of another."""

    message = sentence(
        "{version} is no version of {transcript}. Its versions are {versions}."
    )
    exit_status = 212


class VersionMissing(MediakitError):
    """A transcript is the first version there is."""

    message = sentence(
        "{transcript} corrects no other transcript. Name another one to compare with."
    )
    exit_status = 214


class NothingToFind(MediakitError):
    """No words were given to look for."""

    message = sentence("There are no words to look for. Write them as they are now.")
    exit_status = 213


class SegmentsMissing(MediakitError):
    """A transcript has no segments with these numbers."""

    message = sentence(
        "{transcript} has {count} segments, and no '{text}' among them. Their numbers "
        "are in 'mediakit transcript show'."
    )
    exit_status = 210


class TimeOutsideSegment(MediakitError):
    """A segment cannot be split where nothing of it is."""

    message = sentence(
        "{time} is not inside segment {number}, which lasts from {start} to {end}."
    )
    exit_status = 211


class EngineMissing(MediakitError):
    """A speech engine is not installed."""

    message = sentence(
        "{engine} is not installed. With a network, run: {command}. Or choose another "
        "engine with --engine."
    )
    exit_status = 55


class EngineFailed(MediakitError):
    """A speech engine stopped in the middle of a recording."""

    message = sentence(
        "{engine} stopped: {reason}. Close other programs if memory is short, or "
        "choose a smaller model with --model, then run the same command again."
    )
    exit_status = 56


class DeviceMissing(MediakitError):
    """The graphics card that was asked for is not there, or does not work."""

    message = sentence(
        "{engine} finds no graphics card that works. Run the same command with "
        "--device auto: it computes on the processor then."
    )
    exit_status = 207


class TranslationUnknown(MediakitError):
    """A model cannot translate, or not from these languages."""

    message = sentence(
        "This model of {engine} cannot translate from {languages} into English. "
        "Transcribe without --task translate, or choose another model with --model."
    )
    exit_status = 208


class SpeakersNotInstalled(MediakitError):
    """What tells speakers apart is not installed."""

    message = sentence(
        "{engine}, which tells speakers apart, is not installed. With a network, run: "
        "{command}. Without, say who speaks with 'mediakit transcript speaker'."
    )
    exit_status = 233


class SpeakerModelsMissing(MediakitError):
    """A model that telling speakers apart needs is not where it is looked for."""

    message = sentence(
        "Telling speakers apart needs two models made for sherpa-onnx. Not found in "
        "{folder}: {missing}. Bring them, on a stick for instance: a pyannote "
        "segmentation model, named segmentation.onnx, and a speaker embedding model, "
        "named embedding.onnx. Put them there, or name their folder with --model. "
        "Without, say who speaks with 'mediakit transcript speaker'."
    )
    exit_status = 234


class SpeakerModelUnusable(MediakitError):
    """A file is not the model of speakers it should be."""

    message = sentence(
        "{path} cannot be used to tell speakers apart: {reason}. Bring a model that "
        "was made for sherpa-onnx, and give it this name."
    )
    exit_status = 235


class ModelMissing(MediakitError):
    """There is no speech model on this machine, or none for an engine."""

    message = sentence(
        "There is no speech model for {engine} on this machine yet. With a network, "
        "'mediakit model get small' brings one for faster-whisper; without, bring a "
        "model's folder or .pt file on a stick and run 'mediakit model add PATH'."
    )
    exit_status = 57


class ModelNotChosen(MediakitError):
    """There are several models, and nobody said which."""

    message = sentence(
        "There are several speech models: {names}. Choose one with --model, or write "
        'model = "NAME" under [transcription] in mediakit.toml.'
    )
    exit_status = 58


class ModelNotFound(MediakitError):
    """No model has this name, or not for this engine."""

    message = sentence(
        "There is no model called {name} for {engine} on this machine. Run 'mediakit "
        "model list' to see them all; 'mediakit model get' and 'mediakit model add' "
        "bring others."
    )
    exit_status = 59


class ModelUnusable(MediakitError):
    """A model is damaged, incomplete, or no speech model at all."""

    message = sentence(
        "{path} is no speech model that can be used: {reason}. A model is a .pt file "
        "of openai-whisper, or a folder with model.bin, config.json and tokenizer.json "
        "made for faster-whisper. If it worked before, remove it and bring it again."
    )
    exit_status = 60


class ModelExists(MediakitError):
    """A model was to be given the name of another."""

    message = sentence(
        "There is a model called {name} already. Choose another name with --name."
    )
    exit_status = 61


class LanguageUnknown(MediakitError):
    """A model was to listen to a language it does not know."""

    message = sentence(
        "The model does not know the language {language}: it would write words of "
        "another. Let an interpreter say what it means with 'mediakit interpret', "
        "import a transcript with 'mediakit transcript import', or add a model made "
        "for it with 'mediakit model add PATH --language {language}'."
    )
    exit_status = 62


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


class LanguageNotSaid(MediakitError):
    """A model cannot tell its languages apart by listening."""

    message = sentence(
        "Which language is it? The model cannot tell {languages} apart by listening. "
        "Say it with 'mediakit clip edit CLIP --language', or --language here."
    )
    exit_status = 63


class DownloadFailed(MediakitError):
    """A model could not be fetched from the network."""

    message = sentence(
        "The model {name} could not be downloaded: {reason}. The same command goes on "
        "where it stopped. Without a network, copy a model's folder from another "
        "machine and run 'mediakit model add PATH'."
    )
    exit_status = 64


# 65-69 ---------------------------------------------------------------- search


class SearchUnavailable(MediakitError):
    """SQLite was built without full-text search."""

    message = sentence(
        "This Python cannot search text: {reason}. Install a Python whose SQLite has "
        "FTS5, as those of python.org and of every Linux distribution do."
    )
    exit_status = 65


# 70-89 ----------------------------------------------- sessions, themes, links


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


class CodingNotFound(MediakitError):
    """A theme was to be taken off a clip that does not have it."""

    message = sentence("Clip {clip} does not have the theme {theme}.")
    exit_status = 74


class ExcerptOfOtherClip(MediakitError):
    """An excerpt was named together with a clip it does not belong to."""

    message = sentence(
        "Excerpt {excerpt} does not belong to clip {clip}. Run 'mediakit show {clip}' "
        "to see its excerpts."
    )
    exit_status = 75


class ClipLinked(MediakitError):
    """A clip was to be removed that other records tell about."""

    message = sentence(
        "Clip {clip} has a history (screenings: {screenings}, replies: {replies}, "
        "uses: {uses}) that would be lost with it. Add --with-history to remove it all "
        "the same."
    )
    exit_status = 76


class OriginalMissing(MediakitError):
    """A clip's original is not where its record says."""

    message = sentence(
        "The original of clip {clip} is missing: {path}. Put it back, or add a copy of "
        "it again with 'mediakit add'."
    )
    exit_status = 77


class OriginalChanged(MediakitError):
    """A clip's original is not what was added."""

    message = sentence(
        "The original of clip {clip} is not what was added: {path}. Put back a good "
        "copy of it from a backup."
    )
    exit_status = 78


class TranscriptFileMissing(MediakitError):
    """A transcript's file is not where its record says."""

    message = sentence(
        "The file of transcript {transcript} is missing: {path}. Put it back from a "
        "backup, or transcribe the clip again."
    )
    exit_status = 79


class TranscriptFileChanged(MediakitError):
    """A transcript's file is not what was written."""

    message = sentence(
        "The file of transcript {transcript} was changed by something else: {path}. "
        "Put it back from a backup, or import it as a new transcript."
    )
    exit_status = 80


class LinkBroken(MediakitError):
    """A record tells about another that is not there."""

    message = sentence("{record} is linked to {target}, which is not in the catalog.")
    exit_status = 81


class ExportChanged(MediakitError):
    """A file that was made is not what was recorded."""

    message = sentence(
        "{path} is not the file that use {use} recorded: something changed it."
    )
    exit_status = 82


class FileOrphaned(MediakitError):
    """No record tells about a file of the library."""

    message = sentence(
        "Nothing in the catalog mentions {path}. Add it, or move it elsewhere."
    )
    exit_status = 83


class FileHalfWritten(MediakitError):
    """Work that was cut short left a file behind."""

    message = sentence(
        "{path} was left behind by work that was cut short. It can be deleted."
    )
    exit_status = 84


class OpenToOthers(MediakitError):
    """Other users of the machine can read the library."""

    message = sentence(
        "Other users of this machine can read {path}. Make the library's folder yours "
        "alone, for instance with 'chmod 700'."
    )
    exit_status = 85


class ProblemsFound(MediakitError):
    """A check found problems."""

    message = sentence("Problems found: {count}. They are listed above.")
    exit_status = 86


class SessionLinked(MediakitError):
    """A session was to be removed at which something happened."""

    message = sentence(
        "Session {session} has a history (recorded: {recorded}, screened: {screened}, "
        "themes: {marked}, made for it: {uses}) and stays. Move its clips with "
        "'mediakit clip edit' first."
    )
    exit_status = 87


class ThemeLinked(MediakitError):
    """A theme was to be removed that is in use."""

    message = sentence(
        "Theme {theme} is in use (clips: {coded}, themes below it: {below}, sessions: "
        "{marked}) and stays. Take it off them with 'mediakit clip theme … --remove' "
        "and 'mediakit theme mark … --remove' first."
    )
    exit_status = 88


# 90-99 ------------------------------------------------------- adding, batches


class LinkRefused(MediakitError):
    """A link lies where a file is looked for."""

    message = sentence(
        "{path} is a link, and links are not followed. Name the file it leads to."
    )
    exit_status = 90


class InsideLibrary(MediakitError):
    """What is to be added lies among the library's own files."""

    message = sentence(
        "{path} lies in the library {library} already. Add files from elsewhere."
    )
    exit_status = 91


class SpaceMissing(MediakitError):
    """The disk has less room than the copies need."""

    message = sentence(
        "The copies need {needed} MB and the disk of {folder} has {free} MB left. Free "
        "some space; 'mediakit add --in-place' leaves files where they are."
    )
    exit_status = 92


class SourceChanged(MediakitError):
    """A file changed while it was being read."""

    message = sentence(
        "{path} changed while it was being read. Add it once its recording or copying "
        "has ended."
    )
    exit_status = 93


class NothingToAdd(MediakitError):
    """No recording was found."""

    message = sentence("There is no video or sound recording in {paths}.")
    exit_status = 94


class WorkerDied(MediakitError):
    """The process that worked on an item ended without an answer."""

    message = sentence(
        "The program that was reading {item} crashed; the file is probably damaged."
    )
    exit_status = 95


class WorkTooSlow(MediakitError):
    """An item took longer than anything sound would."""

    message = sentence(
        "{item} was given up after {seconds} seconds; the file or its disk is "
        "probably damaged."
    )
    exit_status = 96


class WorkFailed(MediakitError):
    """Something nobody foresaw went wrong with one item of a batch."""

    message = sentence(
        "{item} could not be done, for a reason mediakit did not foresee: {reason}."
    )
    exit_status = 97


# 98-101 --------------------------------------------------------------- cutting


class KeyframeCutRefused(MediakitError):
    """A video is of a kind that cannot be cut from key frame to key frame."""

    message = sentence(
        "{path} cannot be cut from key frame to key frame: that is for H.264, H.265 "
        "and VP9 video in MP4, MOV, MKV and WebM. Leave --keyframe out for an exact "
        "cut."
    )
    exit_status = 98


# 111-116 ------------------------------------------------- harmful media, ffmpeg


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


# 106-110 ---------------------------------------------------- excerpts, films


class SegmentUnusable(MediakitError):
    """A part of a film that was kept is damaged."""

    message = sentence(
        "{path}, an encoded part of the film, was damaged and has been thrown away. "
        "Run the same command again: it is made anew."
    )
    exit_status = 106


class ExcerptLinked(MediakitError):
    """An excerpt was to be removed that other records tell about."""

    message = sentence(
        "Excerpt {excerpt} has a history (screenings: {screenings}, uses: {uses}) and "
        "stays. Take screenings back with 'mediakit screening remove' first. What was "
        "made from it stays recorded with its times: --with-history lets it go."
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


# 103, 117-125 ----------------------------------------------- people, voices, consent


class ScopeUnknown(MediakitError):
    """A consent scope was named that is not on the ladder."""

    message = sentence("There is no consent scope '{scope}'. Choose from: {scopes}.")
    exit_status = 117


class PersonNotFound(MediakitError):
    """No person has this id."""

    message = sentence(
        "No person has the id {id}. Run 'mediakit person list' to see them all."
    )
    exit_status = 118


class PersonLinked(MediakitError):
    """A person was to be removed that other records tell about."""

    message = sentence(
        "Person {person} is in the library (voices: {voices}, consents: {consents}, "
        "other records: {others}) and stays. 'mediakit library forget' takes the name "
        "and traits out of the records."
    )
    exit_status = 119


class SpeakerNotFound(MediakitError):
    """No transcript of a clip has this label of a speaker."""

    message = sentence(
        "No transcript of clip {clip} has a speaker '{speaker}'. It has: {speakers}. "
        "Say when the voice is heard with --from and --to instead."
    )
    exit_status = 120


class EvidenceNotFound(MediakitError):
    """What shows a consent is neither a file nor a clip."""

    message = sentence(
        "{evidence} is neither a file nor the id of a clip, so it cannot show what "
        "somebody agreed to."
    )
    exit_status = 121


class EvidenceMissing(MediakitError):
    """A file that shows a consent is not where its record says."""

    message = sentence(
        "The evidence of consent {consent} is missing: {path}. Put it back from a "
        "backup."
    )
    exit_status = 122


class EvidenceChanged(MediakitError):
    """A file that shows a consent is not what was recorded."""

    message = sentence(
        "The evidence of consent {consent} is not what was recorded: {path}. Put it "
        "back from a backup."
    )
    exit_status = 123


class ConsentDaysCrossed(MediakitError):
    """A consent was to end, or to be held back, before it begins."""

    message = sentence(
        "{late} does not come after {early}. A consent first begins, then an embargo "
        "on it is over, then it ends."
    )
    exit_status = 124


class ClipIsEvidence(MediakitError):
    """A clip was to be removed that shows a consent."""

    message = sentence(
        "Clip {clip} shows what somebody agreed to ({consents}) and stays: a consent "
        "keeps its evidence."
    )
    exit_status = 125


class VoiceNotFound(MediakitError):
    """No voice has this id."""

    message = sentence(
        "No voice has the id {id}. 'mediakit voice list CLIP' tells those of a clip."
    )
    exit_status = 103


# 104, 185-196 ------------------------------------ the dialogue thread, spreadsheets


class PresenceNotUnderstood(MediakitError):
    """A typed count of people is none."""

    message = sentence(
        "'{text}' does not say how many of whom were present. Type sex, age group and "
        "number, as female/18-35=6, or only one of the two, as female=6 or 18-35=6."
    )
    exit_status = 185


class PresenceExceedsPeople(MediakitError):
    """More people are counted by sex and age group than there were."""

    message = sentence(
        "By sex and age group {counted} people were present, and {people} in all. "
        "Correct one of the two."
    )
    exit_status = 186


class CellNotUnderstood(MediakitError):
    """A cell of a spreadsheet does not say what its column asks for."""

    message = sentence("Row {row}, column {column}: {reason}.")
    exit_status = 187


class SpreadsheetUnreadable(MediakitError):
    """A file is no spreadsheet, or is damaged, or is not safe to open."""

    message = sentence(
        "{file} cannot be read as a spreadsheet: {reason}. Save it again as XLSX, or "
        "as CSV in UTF-8; nothing was changed."
    )
    exit_status = 188


class SpreadsheetTooLarge(MediakitError):
    """A file is larger than any list of sessions."""

    message = sentence(
        "{file} is too large: at most {megabytes} MB, {rows} rows and {columns} "
        "columns are read. Split it into several files; nothing was changed."
    )
    exit_status = 189


class ColumnsNotFound(MediakitError):
    """A spreadsheet lacks columns that were named, or has none that is known."""

    message = sentence(
        "{file} has no column {missing}. It has: {found}. Say which of them is which "
        "in [import.sessions] of mediakit.toml; nothing was changed."
    )
    exit_status = 190


class SpreadsheetsNotInstalled(MediakitError):
    """What reads and writes XLSX files is not installed."""

    message = sentence(
        "XLSX files need {package}, which is not installed. With a network, run: "
        "{command}. Without, use CSV."
    )
    exit_status = 191


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


class ScreeningNotFound(MediakitError):
    """No screening has this id."""

    message = sentence(
        "No screening has the id {id}. 'mediakit session show SESSION' tells those of "
        "a session."
    )
    exit_status = 196


class ReplyNotFound(MediakitError):
    """No reply has this id."""

    message = sentence(
        "No reply has the id {id}. Run 'mediakit reply list' to see them all."
    )
    exit_status = 104


# 102, 170-184 ----------------------------------------------- what leaves the library


class ConsentRefused(MediakitError):
    """Somebody did not agree that this leaves the library.

    Its details are the scope, the findings of the gate, and a sentence for each.
    """

    message = sentence(
        "This may not be used for '{scope}':\n{reason}\nWhere a team must decide "
        "otherwise, --override REASON lets it pass and is recorded."
    )
    exit_status = 170


class ConsentWithdrawn(MediakitError):
    """A voice in it was withdrawn: nothing opens it."""

    message = sentence(
        "This may not be used for '{scope}' or anything else:\n{reason}\nA withdrawn "
        "voice stays closed, with --override too. 'mediakit consent spans CLIP' lists "
        "what may still be used."
    )
    exit_status = 171


class UseNotFound(MediakitError):
    """No use has this id."""

    message = sentence("No use has the id {id}. Run 'mediakit use list' to see them.")
    exit_status = 172


class RecallNotFound(MediakitError):
    """Nothing that is to be taken back has this id."""

    message = sentence(
        "Nothing that is to be taken back has the id {id}. Run 'mediakit use recall' "
        "to see the list."
    )
    exit_status = 173


class RecallOutcomeNeeded(MediakitError):
    """Something was to be taken off the list without saying what was done."""

    message = sentence(
        "What was done about {id}? Say it after --outcome, in a sentence."
    )
    exit_status = 174


class RecallUnfinished(MediakitError):
    """Something was to be taken off the list while its file is still there."""

    message = sentence(
        "{path} is still there and holds the withdrawn voice. Delete it first; "
        "--delete does so in exports/ and removed/. Nothing was changed."
    )
    exit_status = 175


class FileUnknown(MediakitError):
    """A file is none that left the library."""

    message = sentence(
        "{path} is not, byte for byte, a file that left this library; another program "
        "may have changed it since."
    )
    exit_status = 176


class WithdrawnFileThere(MediakitError):
    """A file that was made holds a voice that was withdrawn since."""

    message = sentence(
        "{path}, of use {use}, holds a voice that was withdrawn. Take it back with "
        "'mediakit use recall {use} --delete --outcome TEXT'."
    )
    exit_status = 177


class RecallsOpen(MediakitError):
    """Withdrawn voices are still somewhere else."""

    message = sentence(
        "Things with a withdrawn voice that are to be taken back: {count}. Run "
        "'mediakit use recall' to see who has them."
    )
    exit_status = 178


class UseOverridden(MediakitError):
    """Something left although consent did not cover it."""

    message = sentence(
        "Use {use} left although consent did not cover it. {by} decided so on {day} "
        "({why})."
    )
    exit_status = 179


class DeletionRefused(MediakitError):
    """Something was to be deleted that is neither made from a clip nor removed."""

    message = sentence(
        "{id} is no use and no removed clip: --delete deletes only what was made, in "
        "exports/, and what was taken out, in removed/. Nothing was changed."
    )
    exit_status = 180


class WithdrawnCopyThere(MediakitError):
    """What was prepared of a clip holds a voice that was withdrawn since."""

    message = sentence(
        "{path}, a working copy of clip {clip}, holds a voice that was withdrawn. Run "
        "'mediakit clip prepare {clip}' to have it thrown away."
    )
    exit_status = 181


class CameBackClosed(MediakitError):
    """Something that left is to be added again, and somebody in it closed it.

    Its details are the file, the use, the findings of the gate, and a sentence for
    each.
    """

    message = sentence(
        "{path} left this library as use {use}, and is closed to the team itself:\n"
        "{reason}\nIt was not added. It is to be taken back: 'mediakit use show {use}' "
        "says who has it."
    )
    exit_status = 182


class WithdrawnClipThere(MediakitError):
    """What is left of a clip that was taken out holds a voice that was withdrawn."""

    message = sentence(
        "{path}, what is left of a clip that was removed, holds a voice that was "
        "withdrawn. Delete it with 'mediakit use recall {removed} --delete --outcome "
        "TEXT'."
    )
    exit_status = 183


class FolderMissing(MediakitError):
    """A file was to be made in a folder that is not there."""

    message = sentence(
        "There is no folder {folder}. Make it first, or correct --output; nothing was "
        "written."
    )
    exit_status = 184


class TargetIsNoFile(MediakitError):
    """Something was to be written to standard output that goes into files only."""

    message = sentence(
        "This cannot be written to '{path}', standard output. Name a file with "
        "--output; nothing was written."
    )
    exit_status = 102


# 197-206 ------------------------------------------------------- submissions


class SubmissionNotFound(MediakitError):
    """No submission has this id."""

    message = sentence(
        "No submission has the id {id}. Run 'mediakit submission list' to see them all."
    )
    exit_status = 197


class SubmissionTooLong(MediakitError):
    """A submission lasts longer than its call allows."""

    message = sentence(
        "Submission {submission} lasts {duration} and {limit} was allowed. Accept it "
        "all the same with --even-so and why."
    )
    exit_status = 198


class SubmissionWithoutContributor(MediakitError):
    """Nobody has said who sent a submission in."""

    message = sentence(
        "Nobody has said whose submission {submission} is. Say it with 'mediakit "
        "submission edit {submission} --contributor PERSON', or accept it all the same "
        "with --even-so and why."
    )
    exit_status = 199


class SubmissionWithoutConsent(MediakitError):
    """Who sent a submission in has not agreed that anybody sees it."""

    message = sentence(
        "Submission {submission} may not be shown to anybody yet: {reason}. Record "
        "what {person} agreed to with 'mediakit consent record {person}', or accept it "
        "all the same with --even-so and why."
    )
    exit_status = 200


class SubmissionWithdrawn(MediakitError):
    """Who sent a submission in has withdrawn their consent."""

    message = sentence(
        "{person}, who sent submission {submission} in, withdrew consent on {day}: it "
        "cannot be accepted. Decline it, and remove it."
    )
    exit_status = 201


class SubmissionIsClip(MediakitError):
    """A submission was accepted, and its standing does not change any more."""

    message = sentence(
        "Submission {submission} was accepted and is clip {clip}. Edit or remove the "
        "clip instead, with 'mediakit clip'."
    )
    exit_status = 202


class SubmissionFileMissing(MediakitError):
    """A submission's file is not where its record says, or was removed."""

    message = sentence(
        "The file of submission {submission} is missing: {path}. Put it back, or "
        "import it again with 'mediakit submission import FILE'."
    )
    exit_status = 203


class SubmissionFileChanged(MediakitError):
    """A submission's file is not what was sent in."""

    message = sentence(
        "The file of submission {submission} is not what was sent in: {path}. Import "
        "it again with 'mediakit submission import'."
    )
    exit_status = 204


class SubmissionNotDeclined(MediakitError):
    """A submission was to be removed that may still be accepted."""

    message = sentence(
        "Submission {submission} may still be accepted. Decline it first with "
        "'mediakit submission decline {submission}'."
    )
    exit_status = 205


class SubmissionListUnusable(MediakitError):
    """A list of who sent what in has mistakes."""

    message = sentence(
        "{file} has mistakes (cells: {count}), which are listed above. Correct them "
        "and try again; nothing was imported."
    )
    exit_status = 206


# 227-232 ------------------------------------------------------ several machines


class ClusterMissing(MediakitError):
    """Dask's library for several machines is not installed."""

    message = sentence(
        "What several machines need is not installed. With a network, run: {command}."
    )
    exit_status = 227


class ClusterInsecure(MediakitError):
    """Footage was to cross a network for anyone to read."""

    message = sentence(
        "{address} is not encrypted: whoever is on the network could see the footage "
        "and command the machines. Use tls:// with certificates, or add --insecure on "
        "a network that is yours alone."
    )
    exit_status = 228


class ClusterUnreachable(MediakitError):
    """A scheduler or its workers do not answer, or no longer."""

    message = sentence(
        "The cluster at {address} cannot be reached: {reason}. What was finished is "
        "kept; once 'mediakit cluster scheduler' and its workers run again, the same "
        "command goes on."
    )
    exit_status = 229


class ClusterUnable(MediakitError):
    """No worker of a cluster has a model."""

    message = sentence(
        "No worker at {address} has the model, the very same one, and this version of "
        "mediakit. Add it there with 'mediakit model add', then start the worker again."
    )
    exit_status = 230


class MediaNotSent(MediakitError):
    """A worker was sent nothing, or no more, of a recording."""

    message = sentence(
        "A worker waited in vain for the recording: {reached} of {size} bytes came. "
        "The same command tries again."
    )
    exit_status = 231


class ClusterAddressInvalid(MediakitError):
    """What was typed is no address of a scheduler."""

    message = sentence(
        "'{address}' is not the address of a cluster. Type one such as "
        "tls://10.0.0.5:8786."
    )
    exit_status = 232
