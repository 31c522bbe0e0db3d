"""Kits: what cannot be made, and what is no longer what left."""

from mediakit.errors.base import MediakitError, sentence


class KitNotPossible(MediakitError):
    """A playlist cannot be made into the kit that was asked for."""

    message = sentence(
        "Playlist {playlist} cannot be made into a kit of the kind {kind}: {reason}."
    )
    exit_status = 99


class BagsNotInstalled(MediakitError):
    """What puts checksums around a kit is not installed."""

    message = sentence(
        "Bags need a library that is not installed: pip install 'mediakit[archive]'. "
        "Without --bag, 'mediakit kit verify' can check the kit as well."
    )
    exit_status = 100


class KitDamaged(MediakitError):
    """A kit is not what left the library."""

    message = sentence(
        "The kit in {folder} is not as it was made:\n{reason}\nCopy it again from "
        "where it came from, and verify that."
    )
    exit_status = 241


class KitWithdrawn(MediakitError):
    """Somebody in a kit withdrew since it was made."""

    message = sentence(
        "The kit in {folder} must not be shown any more:\n{reason}\nDelete it, and "
        "say so to those who gave it to you."
    )
    exit_status = 242


class NotAKit(MediakitError):
    """A folder is none that 'playlist kit' made, or the list of its files is gone."""

    message = sentence(
        "{folder} is not a kit, or {file}, the list of its files, is damaged: "
        "{reason}. Name the folder that holds that list."
    )
    exit_status = 243
