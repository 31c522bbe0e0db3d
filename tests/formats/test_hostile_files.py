"""Damaged and hostile files: an error of ours or a transcript, and never slowly.

The work is bounded by the size of a file. Nothing here measures time: with work
that grows as the square of the size, the large ones would not end.
"""

import random
from collections.abc import Callable, Iterator

import msgspec
import pytest

from mediakit.errors.base import MediakitError
from mediakit.errors.transcripts import TranscriptDocumentUnreadable
from mediakit.formats import docx
from mediakit.formats.registry import FORMATS, NAMES, TEXTS, Reading, read_bytes
from mediakit.model.transcript import Transcript
from tests.formats.spoken import SAMPLES, SPOKEN

CLIP = 60_000
LARGE = 300_000

Mutation = Callable[[random.Random, bytes, bytes], bytes]


def seeds() -> list[bytes]:
    """Return files of every dialect and format, in several encodings."""
    texts = [path.read_text("utf-8") for path in sorted(SAMPLES.iterdir())]
    texts += [fmt.write(SPOKEN, ["A note"]) for fmt in TEXTS]
    files = [text.encode() for text in texts]
    files += [text.replace("\n", "\r\n").encode("cp1252") for text in texts]
    files += [text.encode("utf-16") for text in texts]
    return [*files, docx.write(SPOKEN, ["A note"])]


def flip(chance: random.Random, content: bytes, other: bytes) -> bytes:
    """Change a few bytes."""
    del other
    changed = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(chance: random.Random, content: bytes, other: bytes) -> bytes:
    """Keep only a part."""
    del other
    start, end = sorted(chance.randrange(len(content)) for _ in range(2))
    return content[start * chance.randrange(2) : end]


def splice(chance: random.Random, content: bytes, other: bytes) -> bytes:
    """Put a part of another file in the middle."""
    place, start = chance.randrange(len(content)), chance.randrange(len(other))
    return content[:place] + other[start : start + 200] + content[place:]


MUTATIONS: tuple[Mutation, ...] = (flip, cut, splice)


def mutated(count: int) -> Iterator[bytes]:
    """Yield damaged files, the same ones every time."""
    chance, files = random.Random(20_260_301), seeds()
    for _ in range(count):
        content = chance.choice(files)
        for mutation in chance.choices(MUTATIONS, k=chance.randint(1, 2)):
            content = mutation(chance, content, chance.choice(files)) or b"0"
        yield content


def mended_or_refused(content: bytes, name: str) -> Reading | str:
    """Return the transcript of a file, or the sentence that refuses it."""
    try:
        return read_bytes(content, "f.txt", duration=CLIP, name=name)
    except MediakitError as error:
        return str(error)


def read(content: bytes, name: str = "") -> None:
    """Read a file; what comes out of it must make sense."""
    reading = mended_or_refused(content, name)
    if isinstance(reading, str):
        assert "f.txt" in reading
        return
    last = 0
    for segment in reading.segments:
        assert 0 <= last <= segment.start < segment.end <= CLIP
        assert segment.text == segment.text.strip()
        assert segment.text
        assert all(0 <= w.start <= w.end <= CLIP for w in segment.words)
        last = segment.start
    for fmt in FORMATS:
        fmt.write(Transcript(segments=reading.segments))


def test_the_seeds_are_sound() -> None:
    """Each is a file that is read as it is."""
    files = seeds()

    assert 50 < len(files)
    assert [] == [
        refused
        for content in files
        if isinstance(refused := mended_or_refused(content, ""), str)
    ]


def test_a_damaged_file_is_mended_or_refused() -> None:
    """Bytes changed, cut off, or mixed: never a traceback, never nonsense."""
    for content in mutated(1_500):
        read(content)


@pytest.mark.long
def test_two_hundred_thousand_damaged_files_are_mended_or_refused() -> None:
    """The same, for longer, and as whichever format a person may say."""
    chance = random.Random(1)
    for content in mutated(200_000):
        read(content, chance.choice(["", *NAMES]))


@pytest.mark.parametrize("name", [fmt.NAME for fmt in FORMATS])
@pytest.mark.parametrize(
    "piece",
    [
        " ",
        "\n",
        "\t",
        "<",
        "<v a",
        "<v a>",
        "<c",
        "{\\",
        "&#",
        "&#9",
        "9",
        "[00:01",
        "[00:01]",
        "#00:01#",
        "a:",
        "-->",
        "1\n00:00:01,000 --> 00:00:02,000\n",
        "1\n00:00:01,000 --> 00:00:02,000\na\n\n",
        "00:01.000 --> 00:02.000 ",
        "NOTE\n\n",
        "[",
        '{"segments":',
        '"',
        '""',
        "<p>",
        "0:01\ta\n",
        "\na\n[00:01] ",
        "\u202e",
    ],
)
def test_a_large_file_of_one_thing_ends(name: str, piece: str) -> None:
    """Whatever is repeated without end, alone or where a text may stand."""
    for before in (
        "",
        "WEBVTT\n\n00:01.000 --> 00:02.000\na",
        "[00:00] a",
        "1\n1:00 -->",
    ):
        read((before + piece * (LARGE // len(piece))).encode(), name)


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "<a x=", '<a "', "<!--", "<![", "<?", "</p", "&#", "<style>"]
)
def test_a_page_of_marks_that_never_close_ends(piece: str) -> None:
    """The page in a file of oTranscribe is HTML, and may be anything."""
    page = {"text": piece * (LARGE // len(piece)), "media": "", "media-time": 0}

    read(msgspec.json.encode(page), "otr")


def test_a_namespace_without_end_is_refused() -> None:
    """It would stand before the name of every element again."""
    content = f'<ANNOTATION_DOCUMENT xmlns="{"u" * LARGE}">{"<a/>" * LARGE}'

    with pytest.raises(TranscriptDocumentUnreadable):
        read_bytes(content.encode(), "f.eaf", duration=CLIP, name="elan")


def test_a_number_of_thousands_of_digits_is_text() -> None:
    """Python refuses to read such numbers; a transcript may hold one all the same."""
    number = f"&#{'9' * 5_000};"
    content = f"WEBVTT\n\n00:01.000 --> 00:02.000\n{number}\n"

    reading = read_bytes(content.encode(), "f", duration=CLIP)

    assert number == reading.segments[0].text
