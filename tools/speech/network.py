"""Whisper's network in small, with the helpers that only training needs.

Three helpers let one processor core teach a tiny network what would otherwise need
far more. The encoder names the token heard in every frame. The decoder's
cross-attention is shown the frames in which the token it is about to write is heard;
this also makes word times right, since both engines read them from that attention.
And the 1,501 timestamps are one linear image of the encoder's own positions, so that
what is learnt about one of them holds for all.
"""

import math
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional
from whisper.model import ModelDimensions, MultiHeadAttention, Whisper, sinusoids

from tools.speech.vocabulary import SIZE, TIMESTAMPS, Vocabulary
from tools.speech.windows import IGNORED, Batch

ENCODER_LAYERS = 3
DECODER_LAYERS = 3
_FRAME_SHARE = 0.3
_ATTENTION_SHARE = 0.2
_SPECIAL_EXTRA = 2.0
_LONG_SOUND = 750
_PIECES = 5
_SHARE_IN_PIECES = 0.6


@dataclass(frozen=True)
class Losses:
    """What training makes smaller: wrong tokens, wrong frames, wrong attention."""

    tokens: Tensor
    frames: Tensor
    attention: Tensor

    @property
    def total(self) -> Tensor:
        """Return the sum that is minimised."""
        helpers = _FRAME_SHARE * self.frames + _ATTENTION_SHARE * self.attention
        return self.tokens + helpers


def dimensions(width: int) -> ModelDimensions:
    """Return Whisper's dimensions for a small model, with heads of 64 as always."""
    return ModelDimensions(
        n_mels=80,
        n_audio_ctx=1500,
        n_audio_state=width,
        n_audio_head=width // 64,
        n_audio_layer=ENCODER_LAYERS,
        n_vocab=SIZE,
        n_text_ctx=448,
        n_text_state=width,
        n_text_head=width // 64,
        n_text_layer=DECODER_LAYERS,
    )


def attention_layers() -> range:
    """Return the layers taught to look at the word: those both engines read."""
    return range(DECODER_LAYERS // 2, DECODER_LAYERS)


class Network(nn.Module):
    """Whisper with a token table of the used tokens and one row for all others."""

    positions: Tensor
    others: Tensor

    def __init__(self, vocabulary: Vocabulary, width: int = 128) -> None:
        super().__init__()
        used = len(vocabulary.used)
        self.width = width
        self.whisper = Whisper(dimensions(width))
        self.whisper.decoder.token_embedding.weight.requires_grad_(False)
        nn.init.normal_(self.whisper.decoder.positional_embedding, 0, 0.02)
        self.tokens = nn.Parameter(torch.randn(used + 1, width) * 0.05)
        self.clock = nn.Parameter(0.3 * torch.eye(width))
        self.register_buffer(
            "positions", sinusoids(TIMESTAMPS, width), persistent=False
        )
        self.frame_names = nn.Linear(width, vocabulary.text_count + 1)
        self.specials = vocabulary.text_count, used - TIMESTAMPS
        others = torch.zeros(used + 1)
        others[used] = math.log(SIZE - used)
        self.register_buffer("others", others, persistent=False)

    def forward(self, batch: Batch) -> Losses:
        """Return the losses of a batch."""
        sound = self._encode(batch.features, batch.shift)
        logits, attention = self._decode(batch.given, sound)
        weights = _spread(batch.heard, sound.shape[1])
        count = weights.sum().clamp(min=1)
        return Losses(
            self._token_loss(logits, batch.expected),
            functional.cross_entropy(
                self.frame_names(sound).float().flatten(0, 1), batch.said.flatten()
            ),
            -sum(
                ((one.mean(1) * weights).sum() for one in attention),
                start=torch.zeros((), device=logits.device),
            )
            / (count * len(attention)),
        )

    def _token_loss(self, logits: Tensor, expected: Tensor) -> Tensor:
        """Return the mean loss of the expected tokens, special ones counting more.

        Language, silence and the end are one step each in a window of many.
        """
        loss = functional.cross_entropy(
            logits.transpose(1, 2),
            expected,
            ignore_index=IGNORED,
            reduction="none",
        )
        first, last = self.specials
        special = (expected >= first) & (expected < last)
        weights = (expected != IGNORED).float() + _SPECIAL_EXTRA * special
        return (loss * weights).sum() / weights.sum()

    def save(self, path: Path) -> None:
        """Write everything that training can go on from."""
        state = {
            name: value
            for name, value in self.state_dict().items()
            if name != "whisper.decoder.token_embedding.weight"
        }
        torch.save({"width": self.width, "state": state}, path)

    def as_whisper(self, vocabulary: Vocabulary) -> Whisper:
        """Return a plain Whisper with the whole token table."""
        table = self.whisper.decoder.token_embedding.weight.data
        rows = self._rows().detach()
        table[:] = rows[-1]
        table[torch.tensor(vocabulary.used)] = rows[:-1]
        return self.whisper

    def _rows(self) -> Tensor:
        """Return the row of every used token; timestamps are the last of them."""
        stamps = self.positions @ self.clock
        before = len(self.tokens) - 1 - TIMESTAMPS
        return self.tokens + functional.pad(stamps, (0, 0, before, 1))

    def _encode(self, features: Tensor, shift: Tensor) -> Tensor:
        encoder = self.whisper.encoder
        sound = functional.gelu(encoder.conv1(features))
        sound = functional.gelu(encoder.conv2(sound)).permute(0, 2, 1)
        frames = torch.arange(sound.shape[1], device=sound.device)
        sound = sound + encoder.positional_embedding[shift[:, None] + frames]
        pieces = _PIECES if self.training and _in_pieces(sound) else 1
        for block in encoder.blocks:
            sound = sound + _listen(block.attn, block.attn_ln(sound), pieces)
            sound = sound + block.mlp(block.mlp_ln(sound))
        heard: Tensor = encoder.ln_post(sound)
        return heard

    def _decode(self, given: Tensor, sound: Tensor) -> tuple[Tensor, list[Tensor]]:
        decoder = self.whisper.decoder
        rows = self._rows().float()
        text = rows[given] + decoder.positional_embedding[: given.shape[1]]
        attention = []
        for number, block in enumerate(decoder.blocks):
            text = text + block.attn(block.attn_ln(text), mask=decoder.mask)[0]
            seen, where = _look(block.cross_attn, block.cross_attn_ln(text), sound)
            text = text + seen
            text = text + block.mlp(block.mlp_ln(text))
            if number in attention_layers():
                attention.append(where)
        hidden = decoder.ln(text).float()
        return hidden @ rows.T + self.others, attention


def load_network(path: Path, vocabulary: Vocabulary) -> Network:
    """Read a network that ``Network.save`` wrote."""
    saved = torch.load(path, map_location="cpu", weights_only=True)
    network = Network(vocabulary, saved["width"])
    missing, unexpected = network.load_state_dict(saved["state"], strict=False)
    if unexpected or missing != ["whisper.decoder.token_embedding.weight"]:
        raise ValueError(f"{path} is of another network: {missing} {unexpected}")
    return network


def _in_pieces(sound: Tensor) -> bool:
    """Tell whether to attend within pieces: most long windows, at half the cost."""
    long = sound.shape[1] > _LONG_SOUND
    return long and bool(torch.rand(()) < _SHARE_IN_PIECES)


def _listen(attention: MultiHeadAttention, sound: Tensor, pieces: int) -> Tensor:
    """Return self-attention over frames; half precision pays more if spelt out."""
    count, frames, _ = sound.shape
    sound = sound.reshape(count * pieces, frames // pieces, -1)
    query, key, value = _projected(attention, sound, sound)
    if sound.shape[1] > _LONG_SOUND:
        heard = functional.scaled_dot_product_attention(query, key, value)
    else:
        scores = (query * query.shape[-1] ** -0.5) @ key.transpose(2, 3)
        heard = torch.softmax(scores, -1, dtype=scores.dtype) @ value
    mixed: Tensor = attention.out(heard.transpose(1, 2).flatten(2))
    return mixed.reshape(count, frames, -1)


def _look(
    attention: MultiHeadAttention, text: Tensor, sound: Tensor
) -> tuple[Tensor, Tensor]:
    """Return what cross-attention finds, and the logarithm of where it looked."""
    query, key, value = _projected(attention, text, sound)
    scores = (query * query.shape[-1] ** -0.5) @ key.transpose(2, 3)
    where = functional.log_softmax(scores.float(), -1)
    seen = where.exp().to(value.dtype) @ value
    return attention.out(seen.transpose(1, 2).flatten(2)), where


def _projected(
    attention: MultiHeadAttention, asking: Tensor, asked: Tensor
) -> tuple[Tensor, ...]:
    """Return query, key and value, one row of the second axis per head."""
    parts = attention.query(asking), attention.key(asked), attention.value(asked)
    return tuple(
        part.unflatten(2, (attention.n_head, -1)).transpose(1, 2) for part in parts
    )


def _spread(heard: Tensor, frames: int) -> Tensor:
    """Return, for every step, even weights over the frames it is heard in."""
    first, last = heard[..., :1], heard[..., 1:]
    frame = torch.arange(frames, device=heard.device)
    inside = ((frame >= first) & (frame < last)).float()
    return inside / inside.sum(-1, keepdim=True).clamp(min=1)
