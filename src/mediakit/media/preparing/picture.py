"""One picture of a video, small, upright and with square pixels; and as a JPEG."""

from fractions import Fraction
from typing import Any

_TURNS = {90: ("cclock",), 180: ("cclock", "cclock"), 270: ("clock",)}
_QUALITY = 5  # of the JPEG, from 2 (the best) to 31
_LAMBDA = 118  # how FFmpeg writes 1 of these


# Any, here and below: naming PyAV's types would load FFmpeg with this module
def small(frame: Any, stream: Any, width: int, height: int) -> Any:
    """Return *frame*, of *stream*, as it is shown, as large as fits into a frame."""
    shape = stream.codec_context.sample_aspect_ratio or Fraction(1)
    across, down = frame.width * shape, Fraction(frame.height)
    turned = round(frame.rotation / 90) % 2
    across_shown, down_shown = (down, across) if turned else (across, down)
    scale = min(width / across_shown, height / down_shown)
    stored = frame.reformat(
        width=max(2, round(across * scale)),
        height=max(2, round(down * scale)),
        format="yuvj420p",
        threads=1,
    )
    return _upright(stored, frame.rotation)


def jpeg(frame: Any) -> bytes:
    """Return *frame*, of FFmpeg's ``yuvj420p``, as a JPEG."""
    import av
    from av.codec.context import Flags

    encoder = av.CodecContext.create("mjpeg", "w")
    encoder.width, encoder.height = frame.width, frame.height
    encoder.pix_fmt = "yuvj420p"
    encoder.time_base = Fraction(1, 25)
    encoder.thread_count = 1
    # nor a comment that names the encoder
    encoder.flags |= Flags.qscale | Flags.bitexact
    encoder.global_quality = _QUALITY * _LAMBDA
    frame.pts = None
    return b"".join(
        bytes(packet) for packet in [*encoder.encode(frame), *encoder.encode(None)]
    )


def _upright(frame: Any, rotation: float) -> Any:
    turns = _TURNS.get(round(rotation / 90) * 90 % 360, ())
    if not turns:
        return frame
    from av.filter import Graph

    graph = Graph()
    steps = [
        graph.add_buffer(
            width=frame.width,
            height=frame.height,
            format=frame.format,
            time_base=Fraction(1, 25),
        )
    ]
    steps += [graph.add("transpose", f"dir={turn}") for turn in turns]
    steps.append(graph.add("buffersink"))
    graph.link_nodes(*steps).configure()
    graph.push(frame)
    return graph.pull()
