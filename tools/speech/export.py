"""Turn what training left into the files that both engines load.

    python -m tools.speech.export state.pt src/mediakit/engines/demo_model

writes a CTranslate2 folder in whole numbers of 8 bits for faster-whisper, with its
tokenizer rebuilt from openai-whisper's own table, and a compressed checkpoint of
16-bit numbers for openai-whisper.
"""

import argparse
import base64
import io
import json
import lzma
from collections.abc import Iterable
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
import whisper
from ctranslate2.specs import WhisperSpec
from ctranslate2.specs.transformer_spec import (
    TransformerDecoderLayerSpec,
    TransformerEncoderLayerSpec,
)
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers
from whisper.model import Whisper
from whisper.tokenizer import LANGUAGES as WHISPER_LANGUAGES

from tools.speech.corpus import LANGUAGES, all_sentences
from tools.speech.network import attention_layers, load_network
from tools.speech.vocabulary import SIZE, TIMESTAMPS, Vocabulary

_PAIR = 2
_ABOUT = {
    "name": "demo",
    "languages": list(LANGUAGES),
    "notice": "Knows only the sentences of its own small grammar, said by a speech "
    "synthesiser. It answers anything else with such sentences too. Never use it on "
    "real recordings.",
}


def export(state: Path, folder: Path, heads: list[tuple[int, int]]) -> None:
    """Write the model in both engines' formats into a folder.

    Args:
        state: What ``train`` left.
        folder: Where to write; made if needed.
        heads: (layer, head) pairs that CTranslate2 reads word times from.
    """
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = Vocabulary()
    network = load_network(state, vocabulary).as_whisper(vocabulary).eval()
    write_checkpoint(network, folder / "demo.pt.xz")
    tokenizer = build_tokenizer(vocabulary)
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    write_ctranslate2(network, _names(tokenizer), heads, folder)
    about = json.dumps(_ABOUT, indent=2) + "\n"
    (folder / "about.json").write_text(about, "utf-8")


def write_checkpoint(network: Whisper, path: Path) -> None:
    """Write what ``whisper.load_model`` reads, compressed."""
    weights = {name: value.half() for name, value in network.state_dict().items()}
    plain = io.BytesIO()
    torch.save({"dims": asdict(network.dims), "model_state_dict": weights}, plain)
    path.write_bytes(lzma.compress(plain.getvalue(), preset=9 | lzma.PRESET_EXTREME))


def build_tokenizer(vocabulary: Vocabulary) -> Tokenizer:
    """Return Whisper's tokenizer in the form that faster-whisper reads.

    Raises:
        ValueError: It would number or cut something differently.
    """
    ranks = _ranks()
    merges = [_pair(token, rank, ranks) for token, rank in _in_order(ranks)]
    tokenizer = Tokenizer(
        models.BPE(
            vocab={_printable(token): rank for token, rank in ranks.items()},
            merges=[pair for pair in merges if pair is not None],
        )
    )
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens(
        [AddedToken(name, special=True, normalized=False) for name in _special_names()]
    )
    stamps = (f"<|{step * 0.02:.2f}|>" for step in range(TIMESTAMPS))
    tokenizer.add_tokens(
        [AddedToken(stamp, special=False, normalized=False) for stamp in stamps]
    )
    _compare(tokenizer, vocabulary)
    return tokenizer


def write_ctranslate2(
    network: Whisper, names: list[str], heads: list[tuple[int, int]], folder: Path
) -> None:
    """Write ``model.bin``, ``config.json`` and ``vocabulary.json``."""
    dims = network.dims
    weights = {name: v.float().numpy() for name, v in network.state_dict().items()}
    spec = WhisperSpec(
        dims.n_audio_layer, dims.n_audio_head, dims.n_text_layer, dims.n_text_head
    )
    for name in ("conv1", "conv2"):
        convolution = getattr(spec.encoder, name)
        convolution.weight = weights[f"encoder.{name}.weight"]
        convolution.bias = weights[f"encoder.{name}.bias"]
    encodings = weights["encoder.positional_embedding"]
    spec.encoder.position_encodings.encodings = encodings
    _norm(spec.encoder.layer_norm, weights, "encoder.ln_post")
    for number, layer in enumerate(spec.encoder.layer):
        _layer(layer, weights, f"encoder.blocks.{number}")
    table = weights["decoder.token_embedding.weight"]
    spec.decoder.embeddings.weight = spec.decoder.projection.weight = table
    encodings = weights["decoder.positional_embedding"]
    spec.decoder.position_encodings.encodings = encodings
    _norm(spec.decoder.layer_norm, weights, "decoder.ln")
    for number, layer in enumerate(spec.decoder.layer):
        _layer(layer, weights, f"decoder.blocks.{number}")
        _looking(layer, weights, f"decoder.blocks.{number}.cross_attn")
    spec.register_vocabulary(names)
    spec.config.suppress_ids = []
    spec.config.suppress_ids_begin = [220, 50257]
    spec.config.lang_ids = list(range(50259, 50358))
    spec.config.alignment_heads = heads
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder))


def all_taught_heads(width: int = 128) -> list[tuple[int, int]]:
    """Return every head that training taught to look at the word."""
    return [
        (layer, head) for layer in attention_layers() for head in range(width // 64)
    ]


def main() -> None:
    """Read the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("state", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--heads", nargs="*", default=[], metavar="LAYER.HEAD")
    options = parser.parse_args()
    chosen = [tuple(int(part) for part in head.split(".")) for head in options.heads]
    export(
        options.state,
        options.folder,
        [(layer, head) for layer, head in chosen] or all_taught_heads(),
    )
    for path in sorted(options.folder.iterdir()):
        print(f"{path.stat().st_size:10,d}  {path.name}")


Weights = dict[str, np.ndarray]


def _layer(
    layer: TransformerEncoderLayerSpec | TransformerDecoderLayerSpec,
    weights: Weights,
    name: str,
) -> None:
    inner = layer.self_attention
    parts = [f"{name}.attn.{part}" for part in ("query", "key", "value")]
    _linear(inner.linear[0], weights, *parts)
    _linear(inner.linear[1], weights, f"{name}.attn.out")
    _norm(inner.layer_norm, weights, f"{name}.attn_ln")
    _norm(layer.ffn.layer_norm, weights, f"{name}.mlp_ln")
    _linear(layer.ffn.linear_0, weights, f"{name}.mlp.0")
    _linear(layer.ffn.linear_1, weights, f"{name}.mlp.2")


def _looking(layer: TransformerDecoderLayerSpec, weights: Weights, name: str) -> None:
    cross = layer.attention
    _linear(cross.linear[0], weights, f"{name}.query")
    _linear(cross.linear[1], weights, f"{name}.key", f"{name}.value")
    _linear(cross.linear[2], weights, f"{name}.out")
    _norm(cross.layer_norm, weights, f"{name}_ln")


# object: CTranslate2 declares its layers by attributes that no type describes.
def _linear(layer: object, weights: Weights, *names: str) -> None:
    rows = [weights[f"{name}.weight"] for name in names]
    biases = [
        weights.get(f"{name}.bias", np.zeros(len(row), np.float32))
        for name, row in zip(names, rows, strict=True)
    ]
    setattr(layer, "weight", np.concatenate(rows))  # noqa: B010
    setattr(layer, "bias", np.concatenate(biases))  # noqa: B010


def _norm(layer: object, weights: Weights, name: str) -> None:
    setattr(layer, "gamma", weights[f"{name}.weight"])  # noqa: B010
    setattr(layer, "beta", weights[f"{name}.bias"])  # noqa: B010


def _ranks() -> dict[bytes, int]:
    table = Path(whisper.__file__).parent / "assets" / "multilingual.tiktoken"
    lines = (line.split() for line in table.read_text("ascii").splitlines() if line)
    return {base64.b64decode(token): int(rank) for token, rank in lines}


def _in_order(ranks: dict[bytes, int]) -> Iterable[tuple[bytes, int]]:
    return sorted(ranks.items(), key=lambda item: item[1])


def _pair(token: bytes, rank: int, ranks: dict[bytes, int]) -> tuple[str, str] | None:
    """Return the two pieces that a token is merged from, by the merges before it."""
    pieces = [bytes([byte]) for byte in token]
    while len(pieces) > _PAIR:
        joined = [
            (ranks.get(left + right, rank), place)
            for place, (left, right) in enumerate(pairwise(pieces))
        ]
        best, place = min(joined)
        if best >= rank:
            return None
        pieces[place : place + 2] = [pieces[place] + pieces[place + 1]]
    return (
        (_printable(pieces[0]), _printable(pieces[1])) if len(pieces) == _PAIR else None
    )


def _printable(token: bytes) -> str:
    """Return bytes in GPT-2's alphabet, which has a printable letter for each."""
    shown = [*range(33, 127), *range(161, 173), *range(174, 256)]
    hidden = [byte for byte in range(256) if byte not in shown]
    letters = {byte: chr(byte) for byte in shown}
    letters |= {byte: chr(256 + number) for number, byte in enumerate(hidden)}
    return "".join(letters[byte] for byte in token)


def _special_names() -> list[str]:
    languages = [f"<|{language}|>" for language in list(WHISPER_LANGUAGES)[:99]]
    tasks = ["<|translate|>", "<|transcribe|>", "<|startoflm|>", "<|startofprev|>"]
    ends = ["<|nospeech|>", "<|notimestamps|>"]
    return ["<|endoftext|>", "<|startoftranscript|>", *languages, *tasks, *ends]


def _names(tokenizer: Tokenizer) -> list[str]:
    numbered = tokenizer.get_vocab(with_added_tokens=True)
    return sorted(numbered, key=lambda name: numbered[name])


def _compare(tokenizer: Tokenizer, vocabulary: Vocabulary) -> None:
    known = vocabulary.tokenizer
    wrong = [
        name
        for name, number in known.special_tokens.items()
        if tokenizer.token_to_id(name) != number
    ]
    wrong += [
        text
        for language in LANGUAGES
        for text in all_sentences(language)
        if tokenizer.encode(" " + text).ids != known.encode(" " + text)
    ]
    if wrong or tokenizer.get_vocab_size() != SIZE:
        raise ValueError(f"The tokenizer differs from Whisper's: {wrong[:5]}")


if __name__ == "__main__":
    main()
