"""Sound made louder or softer, by so much that nothing is torn by it."""

import itertools
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from mediakit.media.filtering import pull
from mediakit.media.sound import Samples

PEAK = 0.75
"""What no sample goes beyond, -2.5 dB: AAC adds up to a decibel of its own."""


def with_gain(
    blocks: Iterable[Samples], rate: int, layout: str, decibels: float
) -> Iterator[Samples]:
    """Yield *blocks* louder by *decibels*, as many samples as there were.

    What would be too loud is held down for that moment.

    Args:
        blocks: Arrays of ``(samples, channels)``, 32-bit floats.
        rate: Samples a second.
        layout: Their arrangement, as FFmpeg calls it.
        decibels: How much louder.
    """
    import av

    graph, source, sink = _graph(rate, layout, decibels)
    played = 0
    for block in blocks:
        frame = av.AudioFrame.from_ndarray(block.reshape(1, -1), "flt", layout)
        frame.sample_rate, frame.pts = rate, played
        frame.time_base = Fraction(1, rate)
        played += len(block)
        source.push(frame)
        yield from _waiting(sink)
    source.push(None)
    yield from _waiting(sink)
    del graph


# Any, here and below: PyAV's filters
def _graph(rate: int, layout: str, decibels: float) -> tuple[Any, Any, Any]:
    from av.filter import Graph

    graph = Graph()
    graph.threads = 1
    chain = [
        graph.add_abuffer(format="flt", sample_rate=rate, layout=layout),
        graph.add("volume", f"{decibels}dB"),
        graph.add("alimiter", f"limit={PEAK}:level=0:latency=1"),
        graph.add("aformat", "sample_fmts=flt"),
        graph.add("abuffersink"),
    ]
    for one, other in itertools.pairwise(chain):
        one.link_to(other)
    graph.configure()
    return graph, chain[0], chain[-1]


def _waiting(sink: Any) -> Iterator[Samples]:
    for frame in pull(sink):
        yield frame.to_ndarray().reshape(-1, frame.layout.nb_channels)
