"""``mediakit transcribe``: how it is to listen."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.cli.commands import transcribe
from mediakit.engines.base import Device, Heard, Options, Samples, Task
from mediakit.engines.models import Model
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.media import MediaInfo, SoundStream
from mediakit.model.transcript import Transcript
from mediakit.model.transcript_record import Origin, TranscriptRecord
from mediakit.workflows.load_transcript import load_transcript
from tests.builders import a_clip
from tests.conftest import Run
from tests.fakes.engine import FakeEngine
from tests.fakes.hearing import hear_here
from tests.speech import FRENCH

STREAM = SoundStream(codec="opus", channels=1, sample_rate=48_000)


@dataclass(frozen=True)
class _Engine(FakeEngine):
    """An engine that remembers how it was asked, and is prompted with few letters."""

    asked: list[Options] = field(default_factory=list)
    devices: list[Device] = field(default_factory=list)

    def not_prompted(self, prompt: str) -> str:
        """Return what is longer than thirty letters."""
        return prompt[:-30]

    def transcribe(self, sound: Iterable[Samples], options: Options) -> Heard:
        """Listen like the fake engine."""
        self.asked.append(options)
        return super().transcribe(sound, options)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> _Engine:
    """Let the demo model be loaded as an engine that remembers."""
    engine = _Engine()

    def load(_model: Model, *, threads: int, device: Device) -> _Engine:
        assert threads
        engine.devices.append(device)
        return engine

    monkeypatch.setattr(transcribe, "load_engine", load)
    monkeypatch.setattr(transcribe, "hear_apart", hear_here)
    return engine


@pytest.fixture(autouse=True)
def clip(library: Library, catalog: Catalog) -> Clip:
    """Put a clip that is spoken in French into the library."""
    media = MediaInfo(
        kind="sound", duration=FRENCH.duration, container="ogg", sound=(STREAM,)
    )
    library.resolve("assets/1.opus").write_bytes(FRENCH.path.read_bytes())
    with catalog.change() as change:
        return change.put(a_clip("c-1", media=media, path="assets/1.opus"))


def _glossary(library: Library, *names: str) -> None:
    text = library.settings_file.read_text("utf-8")
    quoted = ", ".join(f'"{name}"' for name in names)
    line = re.compile("^# glossary = .*$", re.MULTILINE)
    assert line.search(text)
    text = line.sub(f"glossary = [{quoted}]", text)
    library.settings_file.write_text(text, "utf-8")


def _last(library: Library, catalog: Catalog) -> tuple[TranscriptRecord, Transcript]:
    record = catalog.read().all(TranscriptRecord)[-1]
    return record, load_transcript(library, record)


def test_what_was_asked_for_is_done_and_remembered(
    run: Run, library: Library, catalog: Catalog, engine: _Engine
) -> None:
    """The glossary of the library first, then what was typed."""
    _glossary(library, "IMRAP", "Ménaka")
    words = ("--model", "demo", "--device", "cpu", "--batch", "4", "--beam", "2")

    run("transcribe", *words, "--prompt", "Le maire parle.")

    prompt = "IMRAP, Ménaka. Le maire parle."
    assert [Device.CPU] == engine.devices
    assert [Options(languages=("fr",), beam=2, batch=4, prompt=prompt)] == engine.asked
    source = _last(library, catalog)[1].source
    assert source is not None
    assert {
        "language": "fr",
        "task": "transcribe",
        "prompt": prompt,
        "beam": 2,
        "batch": 4,
        "skip-silence": True,
        "device": "cpu",
    } == source.options


def test_a_glossary_that_is_too_long_is_said(
    run: Run, library: Library, engine: _Engine
) -> None:
    """With what is left out of it: its beginning."""
    _glossary(library, "Ménaka", "Tombouctou", "Gao", "Ansongo", "Bourem")

    _status, _out, err = run("transcribe", "--model", "demo")

    left_out = "Too long for the model, and left out of the prompt: Ménaka, Tom"
    assert left_out in err.splitlines()


def test_of_a_glossary_of_thousands_the_beginning_is_said(
    run: Run, library: Library, engine: _Engine
) -> None:
    """Not pages of it."""
    _glossary(library, *(f"Place{number}" for number in range(10_000)))

    _status, _out, err = run("transcribe", "--model", "demo")

    (said,) = [line for line in err.splitlines() if line.startswith("Too long")]
    assert len(said) < 300
    assert said.endswith(" …")


def test_what_the_engine_has_no_use_for_is_said_and_not_recorded(
    run: Run,
    library: Library,
    catalog: Catalog,
    engine: _Engine,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Only where it was asked for otherwise than usual."""
    lazy = replace(engine, unheeded=frozenset({"beam", "skip-silence"}))
    monkeypatch.setattr(transcribe, "load_engine", lambda *_, **__: lazy)

    run("transcribe", "--model", "demo")
    _status, _out, err = run(
        *("transcribe", "--model", "demo", "--again"),
        *("--every-sound", "--batch", "2"),
    )

    assert "It has no use for --every-sound." in err.splitlines()
    _record, transcript = _last(library, catalog)
    assert transcript.source is not None
    assert {"language", "task", "prompt", "batch", "device"} == set(
        transcript.source.options or ()
    )


def test_a_translation_stands_beside_the_transcript(
    run: Run, library: Library, catalog: Catalog, engine: _Engine
) -> None:
    """In English, a machine's, and said to be a translation."""
    run("transcribe", "--model", "demo")

    status, out, _err = run("transcribe", "--model", "demo", "--task", "translate")

    record, transcript = _last(library, catalog)
    assert 0 == status
    assert out.startswith(f"{record.id}  en  ")
    assert Task.TRANSLATE is engine.asked[-1].task
    assert ("en", Origin.MACHINE_TRANSLATION) == (record.language, record.origin)
    assert transcript.source is not None
    assert transcript.source.options is not None
    assert "fr" == transcript.source.options["spoken"]
    shown = run("transcript", "show", record.id)[1]
    assert "en, machine translation, machine, not checked" in shown
    assert "A machine's translation: not the speaker's own words." in shown


def test_what_leaves_says_that_a_machine_translated(
    run: Run, library: Library, engine: _Engine
) -> None:
    """Inside where there is room, in the name and beside it where there is none."""
    del engine
    run("transcribe", "--model", "demo", "--task", "translate")

    vtt = run("transcript", "export", "c-1", "--as", "vtt", "--output", "-")[1]
    srt = run("transcript", "export", "c-1", "--as", "srt")
    table = library.exports / "words.csv"
    found = run("search", "loud", "--export", str(table))

    assert "A machine's translation" in vtt
    assert "machine-translation" in srt[1]
    assert "A machine's translation" in srt[2]
    assert 0 == found[0]
    assert "machine-translation" in table.read_text("utf-8-sig")


def test_each_task_is_done_once(run: Run, catalog: Catalog, engine: _Engine) -> None:
    """A transcript is no translation, and a translation no transcript."""
    translate = ("transcribe", "--model", "demo", "--task", "translate")

    first, second = run(*translate)[2], run(*translate)[2]
    third, fourth = (run("transcribe", "--model", "demo")[2] for _ in range(2))

    assert "Transcribed: 1 of 1." in first
    assert "1 clip has an English translation already" in second
    assert "Transcribed: 1 of 1." in third
    assert "1 clip has a transcript already" in fourth
    assert 2 == len(catalog.read().all(TranscriptRecord))
