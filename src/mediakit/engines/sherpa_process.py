"""sherpa-onnx in a process of its own.

It ends its process where a model is not what it expects, and while it listens nothing
else in the process gets its turn, not even Ctrl-C. It is given its task as JSON and
32-bit floats at standard input; it prints how far it is, a number a line, and last a
list of turns: start and end in milliseconds, and the number of the voice.
"""

import json
import sys
from typing import Any

from mediakit.bounds import Bounds, bind
from mediakit.engines.base import RATE, Samples
from mediakit.engines.environment import prepare

# the sound a segmentation model takes at once
_WINDOW = 10 * RATE

# windows overlap by nine tenths; less in recordings of more than an hour, as telling
# voices apart takes memory with the square of their number
_OVERLAPPING = 0.1
_MOST_WINDOWS = 3600


def listen(task: dict[str, Any], sound: Samples) -> list[tuple[int, int, int]]:
    """Return the turns in a recording, telling how far it is on the way."""
    import numpy as np

    length = len(sound) * 1000 // RATE
    if len(sound) <= _WINDOW:
        # sherpa-onnx heeds the count of people only from the second window on
        sound = np.pad(sound, (0, _WINDOW + RATE - len(sound)))
    count = task["count"] or 1
    heard = _load(task, len(sound)).process(sound, _tell)
    if heard.num_speakers < min(count, 2):
        # it takes all for one voice where it finds fewer stretches than people
        heard = _load(task | {"count": None}, len(sound)).process(sound)
    turns = [
        (round(turn.start * 1000), min(round(turn.end * 1000), length), turn.speaker)
        for turn in heard.sort_by_start_time()
    ]
    return [(start, end, voice) for start, end, voice in turns if start < end]


# Any: classes of sherpa-onnx, imported only here
def _load(task: dict[str, Any], samples: int) -> Any:
    import sherpa_onnx as sherpa

    threads = task["threads"]
    pyannote = sherpa.OfflineSpeakerSegmentationPyannoteModelConfig(
        model=task["segmentation"],
        window_shift_ratio=max(_OVERLAPPING, samples / _WINDOW / _MOST_WINDOWS),
    )
    return sherpa.OfflineSpeakerDiarization(
        sherpa.OfflineSpeakerDiarizationConfig(
            segmentation=sherpa.OfflineSpeakerSegmentationModelConfig(
                pyannote=pyannote, num_threads=threads
            ),
            embedding=sherpa.SpeakerEmbeddingExtractorConfig(
                model=task["embedding"], num_threads=threads
            ),
            clustering=sherpa.FastClusteringConfig(num_clusters=task["count"] or -1),
        )
    )


def _tell(done: int, total: int) -> int:
    _write(done / total)
    return 0


def _write(what: object) -> None:
    sys.stdout.write(f"{json.dumps(what)}\n")
    # fails, and so ends this process, where nobody waits for it any more
    sys.stdout.flush()


def _serve(task: dict[str, Any]) -> None:
    bind(Bounds())
    prepare(task["threads"])
    import numpy as np

    sound = np.frombuffer(sys.stdin.buffer.read(), "<f4")
    _write(0)
    _write(listen(task, sound) if len(sound) else [])


if __name__ == "__main__":
    _serve(json.loads(sys.argv[1]))
