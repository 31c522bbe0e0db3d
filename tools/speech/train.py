"""Teach the network, for a given number of minutes.

    python -m tools.speech.train pool state.pt --minutes 60
    python -m tools.speech.train pool state.pt --minutes 30 --start-from state.pt

It begins with short windows and goes on with Whisper's 30 seconds. Half-precision
arithmetic makes recent processors several times faster; a GPU is taken if there is
one.
"""

import argparse
import time
from collections.abc import Iterable, Iterator
from dataclasses import fields
from itertools import chain
from pathlib import Path

import torch
from torch import Tensor
from torch.utils.data import DataLoader

from tools.speech.network import Losses, Network, load_network
from tools.speech.vocabulary import Vocabulary
from tools.speech.windows import Batch, Windows

# (seconds of a window, windows in a batch, share of the batches)
SHORT = ((5.0, 32, 0.1), (12.0, 16, 0.6), (30.0, 8, 0.3))
LONG = ((5.0, 32, 0.1), (12.0, 16, 0.2), (30.0, 8, 0.7))

_HIGHEST_RATE = 2e-3
_HIGHEST_INNER_RATE = 8e-3
_MATRIX = 2
_WARM_UP = 60
_MEMORY = 0.995
_REPORT_EVERY = 60.0


def train(
    network: Network,
    batches: Iterable[Batch],
    minutes: float,
    state: Path,
    rate: float = 1.0,
) -> None:
    """Train for some minutes and leave the running average of the weights in *state*.

    An average of the last few hundred steps is steadier than any one of them.
    """
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network.to(device).train()
    weights: list[Tensor] = [p for p in network.parameters() if p.requires_grad]
    average = [weight.detach().clone() for weight in weights]
    optimizers = _optimizers(network, rate)
    recent: list[tuple[float, ...]] = []
    began = reported = time.monotonic()
    for step, batch in enumerate(batches, start=1):
        done = (time.monotonic() - began) / (minutes * 60)
        if done >= 1:
            break
        for optimizer, highest in optimizers:
            for group in optimizer.param_groups:
                group["lr"] = highest * min(1, step / _WARM_UP) * _left(done)
        with torch.autocast(device.type, torch.bfloat16):
            losses = network(_to(batch, device))
        network.zero_grad(set_to_none=True)
        losses.total.backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        for optimizer, _ in optimizers:
            optimizer.step()
        torch._foreach_lerp_(average, weights, 1 - min(_MEMORY, step / (step + 9)))
        recent.append(_figures(losses))
        if time.monotonic() - reported > _REPORT_EVERY:
            _report(done * minutes, step, recent)
            _save_average(network, weights, average, state)
            recent, reported = [], time.monotonic()
    _save_average(network, weights, average, state)


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pool", type=Path)
    parser.add_argument("state", type=Path)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--short-share", type=float, default=0.15)
    parser.add_argument("--start-from", type=Path)
    parser.add_argument("--rate", type=float, default=1.0)
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    vocabulary = Vocabulary()
    network = (
        load_network(options.start_from, vocabulary)
        if options.start_from
        else Network(vocabulary, options.width)
    )
    short = options.minutes * options.short_share
    batches = chain(
        _for_minutes(_loader(options.pool, SHORT, options.seed), short),
        _loader(options.pool, LONG, options.seed + 1),
    )
    train(network, batches, options.minutes, options.state, options.rate)


def _loader(
    pool: Path, shapes: tuple[tuple[float, int, float], ...], seed: int
) -> Iterable[Batch]:
    return DataLoader(
        Windows(pool, shapes, seed), batch_size=None, num_workers=1, prefetch_factor=4
    )


def _for_minutes(batches: Iterable[Batch], minutes: float) -> Iterator[Batch]:
    until = time.monotonic() + minutes * 60
    if minutes > 0:
        for batch in batches:
            if time.monotonic() > until:
                return
            yield batch


def _optimizers(
    network: Network, rate: float
) -> list[tuple[torch.optim.Optimizer, float]]:
    """Return the optimizers and their highest rates; Muon suits inner matrices."""
    inner = {
        name: weight
        for name, weight in network.whisper.named_parameters()
        if ".blocks." in name and weight.ndim == _MATRIX
    }
    matrices = list(inner.values())
    known = {id(weight) for weight in matrices}
    others = [
        weight
        for weight in network.parameters()
        if weight.requires_grad and id(weight) not in known
    ]
    muon = torch.optim.Muon(matrices, weight_decay=0.01, adjust_lr_fn="match_rms_adamw")
    adam = torch.optim.AdamW(others, betas=(0.9, 0.98), weight_decay=0.01)
    return [(muon, rate * _HIGHEST_INNER_RATE), (adam, rate * _HIGHEST_RATE)]


def _left(done: float) -> float:
    """Return the share of the highest rate: all of it at first, then ever less."""
    return min(1.0, max(0.01, (1 - done) / 0.7))


def _to(batch: Batch, device: torch.device) -> Batch:
    moved: dict[str, Tensor] = {
        field.name: getattr(batch, field.name).to(device) for field in fields(batch)
    }
    return Batch(**moved)


def _figures(losses: Losses) -> tuple[float, ...]:
    return tuple(one.item() for one in (losses.tokens, losses.frames, losses.attention))


def _report(minutes: float, step: int, recent: list[tuple[float, ...]]) -> None:
    tokens, frames, attention = (
        sum(c) / len(recent) for c in zip(*recent, strict=True)
    )
    print(
        f"{minutes:6.1f} min, step {step:6d}: tokens {tokens:.4f}, "
        f"frames {frames:.3f}, attention {attention:.3f}",
        flush=True,
    )


def _save_average(
    network: Network, weights: list[Tensor], average: list[Tensor], state: Path
) -> None:
    kept = [weight.detach().clone() for weight in weights]
    for weight, mean in zip(weights, average, strict=True):
        weight.data.copy_(mean)
    network.save(state)
    for weight, value in zip(weights, kept, strict=True):
        weight.data.copy_(value)


if __name__ == "__main__":
    main()
