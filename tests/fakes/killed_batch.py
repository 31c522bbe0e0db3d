"""Transcribe a library and be killed in the middle: ``python -m`` this, and a folder.

The process ends by SIGKILL while the second clip is listened to, once so many of its
segments as the second word says were heard; all of them, if there are fewer.
"""

import os
import signal
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from mediakit.catalog.catalog import Catalog
from mediakit.engines.base import Heard, Options, Samples
from mediakit.engines.models import Model
from mediakit.library import Library
from mediakit.model.transcript import Segment
from mediakit.workflows.hear_clips import hear_clips
from mediakit.workflows.transcribe_clips import choose_clips, transcribe_clips
from tests.consents import purpose
from tests.fakes.engine import FakeEngine
from tests.fakes.hearing import hearing

MODEL = Model(
    name="fake-model",
    engine="fake",
    languages=("fr", "en"),
    weights=Path("model.bin"),
    sha256="ab" * 32,
    size=1,
    notice="Beware.",
)


class _Killed(FakeEngine):
    clips = 0

    def transcribe(self, sound: Iterable[Samples], options: Options) -> Heard:
        heard = super().transcribe(sound, options)
        _Killed.clips += 1
        return Heard(heard.language, heard.probability, self._until_killed(heard))

    def _until_killed(self, heard: Heard) -> Iterator[Segment]:
        most = int(sys.argv[2])
        for count, segment in enumerate(heard.segments):
            if self.clips > 1 and count == most:
                break
            yield segment
        if self.clips > 1:
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    library = Library(Path(sys.argv[1]))
    catalog = Catalog(library.catalog, author="Awa")
    clips, _others = choose_clips(catalog, ())
    listening = partial(hear_clips, library, hearing(_Killed()), MODEL, Options())
    steps = transcribe_clips(
        *(library, catalog, clips, listening, MODEL.languages),
        *(Options(), purpose("transcribe")),
    )
    for _step in steps:
        pass
