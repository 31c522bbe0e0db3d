"""Several machines that work together."""

from mediakit.errors.base import MediakitError, sentence


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
