"""Measure the exported model in a real engine, on recordings it never heard.

    python -m tools.speech.evaluate src/mediakit/engines/demo_model
    python -m tools.speech.evaluate src/mediakit/engines/demo_model --engine openai

Both engines run as they would for real: beam search, word times, temperature
fallback, language found by the model.
"""

import argparse
import lzma
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import torch
import whisper
from faster_whisper import WhisperModel

from tools.speech.acoustics import Sound
from tools.speech.espeak import Word
from tools.speech.recordings import Recording, Spoken, Studio

_CLOSE = 0.2


@dataclass(frozen=True)
class Answer:
    """What an engine made of a recording."""

    language: str
    sentences: tuple[Spoken, ...]


@dataclass(frozen=True)
class Result:
    """A recording, the engine's answer, and how long it took."""

    recording: Recording
    answer: Answer
    seconds: float


Engine = Callable[[Sound], Answer]


def faster_whisper(folder: Path, *, vad: bool, threads: int) -> Engine:
    """Return faster-whisper with the model, in 8-bit arithmetic."""
    model = WhisperModel(
        str(folder), device="cpu", compute_type="int8", cpu_threads=threads
    )

    def transcribe(sound: Sound) -> Answer:
        segments, info = model.transcribe(
            sound,
            beam_size=5,
            word_timestamps=True,
            vad_filter=vad,
            condition_on_previous_text=False,
        )
        spoken = tuple(
            _spoken(s.text, s.start, s.end, [(w.word, w.start, w.end) for w in s.words])
            for s in segments
            if s.words
        )
        return Answer(info.language, spoken)

    return transcribe


def openai_whisper(folder: Path, *, threads: int) -> Engine:
    """Return openai-whisper with the model."""
    with tempfile.NamedTemporaryFile(suffix=".pt") as plain:
        plain.write(lzma.decompress((folder / "demo.pt.xz").read_bytes()))
        plain.flush()
        model = whisper.load_model(plain.name, device="cpu")

    def transcribe(sound: Sound) -> Answer:
        # numba, which whisper aligns words with, sets this back to all processors
        torch.set_num_threads(threads)
        said = model.transcribe(
            sound,
            beam_size=5,
            word_timestamps=True,
            condition_on_previous_text=False,
            fp16=False,
        )
        spoken = tuple(
            _spoken(
                s["text"],
                s["start"],
                s["end"],
                [(w["word"], w["start"], w["end"]) for w in s["words"]],
            )
            for s in said["segments"]
            if s["text"].strip()
        )
        return Answer(said["language"], spoken)

    return transcribe


def measure(engine: Engine, recordings: Iterable[Recording]) -> list[Result]:
    """Transcribe recordings one by one."""
    results = []
    for recording in recordings:
        began = time.perf_counter()
        answer = engine(recording.sound)
        results.append(Result(recording, answer, time.perf_counter() - began))
    return results


def report(results: list[Result]) -> str:
    """Return one line of figures about recordings with speech."""
    wrong, total = map(sum, zip(*(_word_errors(r) for r in results), strict=True))
    language = [r.answer.language == r.recording.language for r in results]
    words = [error for result in results for error in _start_errors(result)]
    later = [error for result in results for error in _start_errors(result)[1:]]
    bounds = [error for result in results for error in _boundary_errors(result)]
    heard = sum(r.recording.seconds for r in results)
    took = sum(r.seconds for r in results)
    perfect = statistics.fmean(_word_errors(r)[0] == 0 for r in results)
    return (
        f"{len(results)} recordings, {heard / 60:.1f} min: "
        f"WER {wrong / total:.2%} ({wrong}/{total}), perfect {perfect:.1%}, "
        f"language {statistics.fmean(language):.1%}, "
        f"boundaries median {_share(bounds, 0.5):.0f} ms, "
        f"95 % {_share(bounds, 0.95):.0f} ms, "
        f"word starts within 200 ms {_within(words):.1%} "
        f"({_within(later):.1%} after the first), "
        f"median {_share(words, 0.5):.0f} ms, RTF {took / heard:.3f}"
    )


def report_nothing(results: list[Result]) -> str:
    """Return one line of figures about recordings without speech."""
    invented = sum(bool(result.answer.sentences) for result in results)
    return f"{len(results)} recordings of nothing: {invented} with invented words"


def show_errors(results: list[Result]) -> Iterable[str]:
    """Yield what was said and what was heard, where they differ."""
    for result in results:
        if _word_errors(result)[0]:
            said = [_normal(s.text) for s in result.recording.sentences]
            heard = [_normal(s.text) for s in result.answer.sentences]
            for kind, *at in SequenceMatcher(None, said, heard, False).get_opcodes():
                if kind != "equal":
                    yield f"  {said[at[0] : at[1]]} -> {heard[at[2] : at[3]]}"


def main() -> None:
    """Read the command line, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--engine", choices=("faster", "openai"), default="faster")
    parser.add_argument("--no-vad", action="store_true")
    parser.add_argument("--single", type=int, default=200)
    parser.add_argument("--long", type=int, default=30)
    parser.add_argument("--nothing", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1234)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    engine = (
        openai_whisper(options.folder, threads=options.threads)
        if options.engine == "openai"
        else faster_whisper(
            options.folder, vad=not options.no_vad, threads=options.threads
        )
    )
    studio = Studio(options.seed)
    for kind, count in ((studio.single, options.single), (studio.long, options.long)):
        results = measure(engine, (kind() for _ in range(count)))
        if results:
            print(f"{kind.__name__}: {report(results)}", flush=True)
        for line in show_errors(results) if options.errors else ():
            print(line)
    silent = measure(engine, (studio.nothing() for _ in range(options.nothing)))
    print(f"nothing: {report_nothing(silent)}")


def _spoken(
    text: str, start: float, end: float, pieces: list[tuple[str, float, float]]
) -> Spoken:
    """Join the pieces of words that engines cut at apostrophes."""
    words: list[Word] = []
    for piece, begun, ended in pieces:
        if words and not piece.startswith(" "):
            before = words.pop()
            words.append(Word(before.text + piece, before.start, ended))
        elif any(character.isalnum() for character in piece):
            words.append(Word(piece.strip(), begun, ended))
    return Spoken(text.strip(), start, end, tuple(words))


def _normal(text: str) -> str:
    return " ".join(re.findall(r"[\w']+", text.lower()))


def _flat(sentences: tuple[Spoken, ...]) -> list[Word]:
    return [word for sentence in sentences for word in sentence.words]


def _word_errors(result: Result) -> tuple[int, int]:
    """Return how many words are wrong, missing or too many, out of how many."""
    said = " ".join(_normal(s.text) for s in result.recording.sentences).split()
    heard = " ".join(_normal(s.text) for s in result.answer.sentences).split()
    row = list(range(len(heard) + 1))
    for number, word in enumerate(said, start=1):
        before, row[0] = row[0], number
        for column, other in enumerate(heard, start=1):
            kept = before + (word != other)
            before = row[column]
            row[column] = min(kept, row[column] + 1, row[column - 1] + 1)
    return row[-1], len(said)


def _start_errors(result: Result) -> list[float]:
    said, heard = _flat(result.recording.sentences), _flat(result.answer.sentences)
    matcher = SequenceMatcher(
        None, [_normal(w.text) for w in said], [_normal(w.text) for w in heard], False
    )
    return [
        abs(said[block.a + i].start - heard[block.b + i].start)
        for block in matcher.get_matching_blocks()
        for i in range(block.size)
    ]


def _boundary_errors(result: Result) -> list[float]:
    said, heard = result.recording.sentences, result.answer.sentences
    texts = [_normal(s.text) for s in said], [_normal(s.text) for s in heard]
    errors = []
    for block in SequenceMatcher(None, *texts, False).get_matching_blocks():
        for i in range(block.size):
            one, other = said[block.a + i], heard[block.b + i]
            errors += [abs(one.start - other.start), abs(one.end - other.end)]
    return errors


def _share(errors: list[float], share: float) -> float:
    """Return in milliseconds what that share of the errors does not exceed."""
    return 1000 * sorted(errors)[int(share * (len(errors) - 1))] if errors else 0.0


def _within(errors: list[float]) -> float:
    return statistics.fmean(error <= _CLOSE for error in errors) if errors else 0.0


if __name__ == "__main__":
    main()
