"""Models published for faster-whisper, fetched when somebody asks for one by name.

Nothing else uses the network, and the hub is told nothing but what is wanted.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mediakit.engines.download import (
    FAILURES,
    bytes_in,
    fetch_file,
    open_address,
    why,
)
from mediakit.errors.base import Reason, sentence
from mediakit.errors.engines import DownloadFailed

REPOSITORIES = {
    "tiny": "Systran/faster-whisper-tiny",
    "base": "Systran/faster-whisper-base",
    "small": "Systran/faster-whisper-small",
    "medium": "Systran/faster-whisper-medium",
    "large-v2": "Systran/faster-whisper-large-v2",
    "large-v3": "Systran/faster-whisper-large-v3",
    "turbo": "mobiuslabsgmbh/faster-whisper-large-v3-turbo",
}

_FILES = (
    "config.json",
    "model.bin",
    "preprocessor_config.json",
    "tokenizer.json",
    "vocabulary.json",
    "vocabulary.txt",
)


@dataclass(frozen=True, slots=True)
class OfferedFile:
    """One file of a model on the hub.

    Attributes:
        name: In the folder.
        size: Bytes.
        sha256: Of its bytes, for large files; else empty.
        blob: The id Git gives to its content, for small ones.
    """

    name: str
    size: int
    sha256: str
    blob: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A model on the hub, at one revision.

    Attributes:
        name: As it was asked for.
        repository: As ``Systran/faster-whisper-tiny``.
        revision: The commit.
        files: What there is to fetch.
        licence: As its makers named it, or empty.
    """

    name: str
    repository: str
    revision: str
    files: tuple[OfferedFile, ...]
    licence: str

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)

    @property
    def address(self) -> str:
        """Where people find it."""
        return f"{_hub()}/{self.repository}/tree/{self.revision}"


def find_offer(name: str) -> Offer:
    """Ask the hub what a model consists of.

    Args:
        name: A key of REPOSITORIES, or the hub's own ``owner/name`` of any model
            made for faster-whisper.

    Raises:
        DownloadFailed: There is no network or no such model.
    """
    repository = REPOSITORIES.get(name, name)
    if "/" not in repository:
        reason = Reason(
            sentence("it is none of {names}, and no OWNER/NAME either"),
            names=", ".join(REPOSITORIES),
        )
        raise DownloadFailed(name=name, reason=reason)
    address = f"{_hub()}/api/models/{repository}?blobs=true"
    try:
        with open_address(address) as answer:
            found = json.load(answer)
        siblings = [one for one in found["siblings"] if one["rfilename"] in _FILES]
        offer = Offer(
            name=name,
            repository=repository,
            revision=str(found["sha"]),
            files=tuple(map(_offered, siblings)),
            licence=str((found.get("cardData") or {}).get("license") or ""),
        )
    except (*FAILURES, ValueError, LookupError) as error:
        raise DownloadFailed(name=name, reason=why(error)) from error
    if "model.bin" not in {file.name for file in offer.files}:
        raise DownloadFailed(
            name=name, reason=sentence("it is not made for faster-whisper")
        )
    return offer


def fetch(offer: Offer, folder: Path) -> Iterator[int]:
    """Bring a model into *folder*, yielding now and then how many bytes are there.

    What an earlier try left there is gone on with.

    Raises:
        DownloadFailed: The network failed, or a file arrived damaged.
    """
    before = 0
    for file in offer.files:
        path, partial = folder / file.name, folder / f"{file.name}.part"
        address = f"{_hub()}/{offer.repository}/resolve/{offer.revision}/{file.name}"
        try:
            if not path.exists():
                for here in fetch_file(address, partial, file.size):
                    yield before + here
                _verify(offer, file, partial)
                partial.replace(path)
        except FAILURES as error:
            raise DownloadFailed(name=offer.name, reason=why(error)) from error
        before += file.size
        yield before


# Any: JSON of the hub
def _offered(file: dict[str, Any]) -> OfferedFile:
    large = file.get("lfs") or {}
    return OfferedFile(
        name=str(file["rfilename"]),
        size=int(file["size"]),
        sha256=str(large.get("sha256", "")),
        blob=str(file["blobId"]),
    )


def _verify(offer: Offer, file: OfferedFile, path: Path) -> None:
    with path.open("rb") as content:
        if file.sha256:
            expected = file.sha256
            found = hashlib.file_digest(content, "sha256").hexdigest()
        else:
            # https://git-scm.com/book/en/v2/Git-Internals-Git-Objects
            header = b"blob %d\0" % bytes_in(path)
            found = hashlib.sha1(header + content.read()).hexdigest()  # noqa: S324 Git's
            expected = file.blob
    if found != expected:
        path.unlink()
        reason = Reason(sentence("{file} arrived damaged"), file=file.name)
        raise DownloadFailed(name=offer.name, reason=reason)


def _hub() -> str:
    return os.environ.get("HF_ENDPOINT", "https://huggingface.co").rstrip("/")
