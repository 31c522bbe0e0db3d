"""Two made-up voices, and models that tell them apart, as sherpa-onnx wants them.

They have learnt nothing. One takes a positive average of ten milliseconds for one
voice and a negative one for another; the second compares which pitches are strong.
"""

import wave
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mediakit.engines.base import RATE, Samples
from mediakit.engines.sherpa_speakers import EMBEDDING, SEGMENTATION
from mediakit.engines.speakers import Diariser
from mediakit.model.speakers import Turn

_FRAME = RATE // 100
_LOUDNESS, _TONE = 0.3, 0.1


def voice(seconds: float, *, low: bool) -> Samples:
    """Return so much of one voice, or of the other."""
    import numpy as np

    times = np.arange(round(seconds * RATE)) / RATE
    tone = _TONE * np.sin(2 * np.pi * (300 if low else 3000) * times)
    return (tone + (_LOUDNESS if low else -_LOUDNESS)).astype(np.float32)


def listen(
    diariser: Diariser, sound: Sequence[Samples], count: int | None = None
) -> tuple[tuple[Turn, ...], list[float]]:
    """Return the turns in a recording, and how far it said it was."""
    steps = diariser.turns(sound, count)
    shares = []
    while True:
        try:
            shares.append(next(steps))
        except StopIteration as end:
            return end.value, shares


def write_models(folder: Path, **said: object) -> Path:
    """Write both models into a new folder; *said* is what the first says of itself."""
    folder.mkdir()
    _write_segmentation(folder / SEGMENTATION, said)
    _write_embedding(folder / EMBEDDING)
    return folder


def _write_segmentation(path: Path, said: dict[str, object]) -> None:
    from onnx import helper

    node = helper.make_node
    nodes = [
        node("AveragePool", ["x"], ["m"], kernel_shape=[_FRAME], strides=[_FRAME]),
        node("Neg", ["m"], ["n"]),
        node("Mul", ["m", "zero"], ["z"]),
        node("Add", ["z", "quiet"], ["q"]),
        node("Add", ["z", "never"], ["v"]),
        # nobody, three voices, and each two of them at once
        node("Concat", ["q", "m", "n", "v", "v", "v", "v"], ["c"], axis=1),
        node("Transpose", ["c"], ["y"], perm=[0, 2, 1]),
    ]
    numbers = {"zero": 0.0, "quiet": _LOUDNESS / 6, "never": -1.0}
    says: dict[str, object] = {
        "sample_rate": RATE,
        "window_size": RATE,
        "receptive_field_size": _FRAME,
        "receptive_field_shift": _FRAME,
        "num_speakers": 3,
        "powerset_max_classes": 2,
        "num_classes": 7,
    }
    _write(path, nodes, numbers, ([1, 1, "N"], [1, "F", 7]), {**says, **said})


def _write_embedding(path: Path) -> None:
    from onnx import helper

    nodes = [
        helper.make_node("ReduceMean", ["x"], ["t"], axes=[1], keepdims=0),
        helper.make_node("ReduceMean", ["t"], ["a"], axes=[1], keepdims=1),
        helper.make_node("Sub", ["t", "a"], ["y"]),
    ]
    says: dict[str, object] = {
        "framework": "wespeaker",
        "language": "none",
        "output_dim": 80,
        "sample_rate": RATE,
        "normalize_samples": 1,
    }
    _write(path, nodes, {}, ([1, "T", 80], [1, 80]), says)


# Any: the nodes and the shapes of onnx
def _write(
    path: Path,
    nodes: list[Any],
    numbers: dict[str, float],
    shapes: tuple[Any, Any],
    says: dict[str, object],
) -> None:
    import numpy as np
    from onnx import TensorProto, helper, numpy_helper, save

    told, given = (
        helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
        for name, shape in zip("xy", shapes, strict=True)
    )
    constants = [
        numpy_helper.from_array(np.asarray(number, np.float32), name)
        for name, number in numbers.items()
    ]
    graph = helper.make_graph(nodes, "voices", [told], [given], constants)
    # an operator set and a version that are not the newest: any library reads them
    version = helper.make_opsetid("", 17)
    model = helper.make_model(graph, opset_imports=[version], ir_version=8)
    helper.set_model_props(model, {key: str(value) for key, value in says.items()})
    save(model, path)


def write_sound(path: Path, *blocks: Samples) -> int:
    """Write sound into a WAV file; return its length in milliseconds."""
    import numpy as np

    sound = np.concatenate(blocks)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((sound * 32767).astype("<i2").tobytes())
    return len(sound) * 1000 // RATE
