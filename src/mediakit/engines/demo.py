"""The demo model that comes with mediakit: it knows the demo's sentences only.

It is Whisper in miniature, trained on a few thousand synthetic sentences, so that
a demonstration and the tests transcribe for real, offline. On real speech it
answers with such sentences: it must be asked for by name.
"""

from pathlib import Path

from mediakit.engines import faster_whisper, openai_whisper
from mediakit.engines.models import Model
from mediakit.errors.base import sentence
from mediakit.files import checksum

NAME = "demo"
FOLDER = Path(__file__).with_name("demo_model")
LANGUAGES = ("fr", "en")
NOTICE = sentence(
    "Written by the demo model, which knows the demo's sentences only: on other speech "
    "it invents."
)


def demo_models() -> list[Model]:
    """Return the demo model for each engine."""
    return [
        _model(faster_whisper.NAME, FOLDER / "model.bin"),
        _model(openai_whisper.NAME, FOLDER / "demo.pt.xz"),
    ]


def _model(engine: str, weights: Path) -> Model:
    return Model(
        name=NAME,
        engine=engine,
        languages=LANGUAGES,
        weights=weights,
        sha256=checksum(weights),
        size=weights.stat().st_size,
        source="mediakit",
        licence="MIT",
        notice=NOTICE,
    )
