"""Models on disk, for tests: copies of the demo model."""

import lzma
import shutil
from pathlib import Path

from mediakit.engines import demo

FILES = ("model.bin", "config.json", "tokenizer.json", "vocabulary.json")


def model_folder(target: Path) -> Path:
    """Copy the demo model for faster-whisper into a new folder."""
    target.mkdir()
    for name in FILES:
        shutil.copy(demo.FOLDER / name, target)
    return target


def checkpoint(target: Path) -> Path:
    """Unpack the demo model for openai-whisper."""
    target.write_bytes(lzma.decompress((demo.FOLDER / "demo.pt.xz").read_bytes()))
    return target
