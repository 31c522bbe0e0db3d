"""The JSON of whisper.cpp, whose tokens are pieces of words."""

from dataclasses import replace

from mediakit.formats.registry import read_bytes
from mediakit.formats.repairs import Mended
from mediakit.model.transcript import Word
from tests.formats.spoken import SAMPLES

HELLO_WORDS = (
    Word(0, 620, "Bonjour"),
    Word(620, 800, "à"),
    Word(800, 1_480, "tous."),
)


def test_whisper_cpp_tokens_become_words() -> None:
    """Tokens are joined where no space begins them; marks of the model are not."""
    content = (SAMPLES / "whisper_cpp.json").read_bytes()

    words = read_bytes(content, "f.json", duration=4_600).segments[0].words

    assert HELLO_WORDS == tuple(replace(word, probability=None) for word in words)


def test_whisper_cpp_cuts_letters_in_two() -> None:
    """Letters of Bambara are two tokens each, half a letter in UTF-8 both."""
    tokens = [
        (b" ka", 0, 200),
        (b"n", 200, 300),
        (b" d", 400, 500),
        (b"\xc9", 500, 600),
        (b"\x94", 600, 700),
        (b"n", 700, 900),
    ]
    listed = b",".join(
        b'{"text":"%b","offsets":{"from":%d,"to":%d},"p":0.9}' % token
        for token in tokens
    )
    content = (
        b'{"result":{"language":"bm"},"transcription":[{"text":" kan d\xc9\x94n",'
        b'"offsets":{"from":0,"to":900},"tokens":[%b]}]}' % listed
    )

    reading = read_bytes(content, "f.json", duration=4_600)

    [segment] = reading.segments
    assert "kan dɔn" == segment.text
    assert [("kan", 0, 300), ("dɔn", 400, 900)] == [
        (w.text, w.start, w.end) for w in segment.words
    ]
    assert [Mended.DAMAGED_LETTERS] == [r.kind for r in reading.repairs]
