"""Speech engines and their models."""

from mediakit.errors.base import MediakitError, sentence


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


class ProgramFailed(MediakitError):
    """A program that somebody added as a speech engine did not do its work."""

    message = sentence(
        "The program that was added as {program} did not do its work: {reason}. Run it "
        "by itself on a WAV file to see what it says, then the same command again."
    )
    exit_status = 7


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


class DownloadFailed(MediakitError):
    """A model could not be fetched from the network."""

    message = sentence(
        "The model {name} could not be downloaded: {reason}. The same command goes on "
        "where it stopped. Without a network, copy a model's folder from another "
        "machine and run 'mediakit model add PATH'."
    )
    exit_status = 64


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
