"""People, their voices, and what they agreed to."""

from mediakit.errors.base import MediakitError, sentence


class ScopeUnknown(MediakitError):
    """A consent scope was named that is not on the ladder."""

    message = sentence("There is no consent scope '{scope}'. Choose from: {scopes}.")
    exit_status = 117


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
