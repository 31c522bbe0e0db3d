"""A speech model of the size of Whisper's ``tiny``, made on the spot, for both engines.

It computes as much as the real one and says always the same: its weights are random,
and the places of its tokens are such that each leads to the next of one sentence. So
the number of tokens a window takes is fixed, and no network is needed.
"""

import json
from dataclasses import asdict
from pathlib import Path

import torch
from whisper.model import ModelDimensions, Whisper
from whisper.tokenizer import get_tokenizer

from mediakit.engines import demo
from tools.speech.export import write_ctranslate2

TINY = ModelDimensions(
    n_mels=80,
    n_audio_ctx=1500,
    n_audio_state=384,
    n_audio_head=6,
    n_audio_layer=4,
    n_vocab=51865,
    n_text_ctx=448,
    n_text_state=384,
    n_text_head=6,
    n_text_layer=4,
)
LANGUAGE = "fr"
SENTENCE = (
    " Nous voulons que la route du marché soit ouverte, que les enfants aillent à "
    "l'école sans peur, et que chacun puisse parler à son voisin comme avant."
)
_SECONDS = 4
_SURELY = 10.0


def make(folder: Path) -> tuple[Path, Path]:
    """Write the model; return its folder for faster-whisper, its file for the other."""
    network = _network()
    checkpoint = folder / "tiny.pt"
    weights = {name: value.half() for name, value in network.state_dict().items()}
    torch.save({"dims": asdict(TINY), "model_state_dict": weights}, checkpoint)
    target = folder / "tiny"
    target.mkdir()
    tokenizer = (demo.FOLDER / "tokenizer.json").read_bytes()
    (target / "tokenizer.json").write_bytes(tokenizer)
    names = json.loads((demo.FOLDER / "vocabulary.json").read_text("utf-8"))
    heads = [(layer, head) for layer in (2, 3) for head in range(TINY.n_text_head)]
    write_ctranslate2(network, names, heads, target)
    return target, checkpoint


def _network() -> Whisper:
    torch.manual_seed(0)
    network = Whisper(TINY).eval()
    decoder = network.decoder
    with torch.no_grad():
        for block in decoder.blocks:
            # it is computed, and nothing comes of it
            for layer in (block.attn.out, block.cross_attn.out, block.mlp[2]):
                layer.weight.zero_()
                layer.bias.zero_()
        table = decoder.token_embedding.weight.normal_()
        decoder.positional_embedding.zero_()
        for place, token in _next_tokens().items():
            decoder.positional_embedding[place] = _SURELY * table[token]
    return network


def _next_tokens() -> dict[int, int]:
    """Return which token comes after each place; a language after the first."""
    tokenizer = get_tokenizer(multilingual=True, language=LANGUAGE, task="transcribe")
    first = tokenizer.timestamp_begin
    said = [first, *tokenizer.encode(SENTENCE), first + _SECONDS * 50, tokenizer.eot]
    last = len(tokenizer.sot_sequence) - 1
    after = dict(enumerate(said, start=last))
    after |= dict.fromkeys(range(last + len(said), TINY.n_text_ctx), tokenizer.eot)
    return {0: tokenizer.sot_sequence[1], **after}
