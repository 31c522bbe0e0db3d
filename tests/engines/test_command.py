"""Programs as speech engines, really run."""

import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import numpy as np
import pytest

from mediakit.engines.base import RATE, Options, Task
from mediakit.engines.command import CommandEngine
from mediakit.engines.flags import Flag
from mediakit.errors.engines import LanguageUnknown, ProgramFailed, TranslationUnknown
from mediakit.workflows.load_engine import read_printed
from tests.fakes.program import MEASURES, wait_until_gone, write_program
from tests.speech import silence


def _engine(folder: Path, body: str, *languages: str) -> CommandEngine:
    words = write_program(folder, body)
    return CommandEngine("oza", words, languages or ("bm",), read_printed)


def test_is_given_the_sound_and_the_language(tmp_path: Path) -> None:
    """A WAV file as Whisper wants it, and the tag without its region."""
    engine = _engine(tmp_path, MEASURES)

    heard = engine.transcribe([silence(1), silence(0.5)], Options(languages=("bm-ML",)))

    (segment,) = heard.segments
    assert "bm-ML" == heard.language
    assert (0, 1500, "bm [1, 2, 16000]") == (segment.start, segment.end, segment.text)


def test_is_asked_to_find_the_language(tmp_path: Path) -> None:
    """What it finds is the transcript's language."""
    body = """
        words = [{"start": 0, "end": 1, "text": sys.argv[2]}]
        print(json.dumps({"segments": words, "language": "ff"}))
    """

    heard = _engine(tmp_path, body, "bm", "ff").transcribe([silence(1)], Options())

    assert ("ff", ["auto"]) == (heard.language, [s.text for s in heard.segments])


def test_a_language_that_it_was_not_made_for_is_refused(tmp_path: Path) -> None:
    """Neither one that is asked for nor one that it claims to hear."""
    engine = _engine(tmp_path, "print(json.dumps({'segments': [], 'language': 'fr'}))")
    said = "[{'start': 0, 'end': 1, 'text': 'Oui.'}]"
    claims = f"print(json.dumps({{'segments': {said}, 'language': 'fr'}}))"
    claiming = _engine(tmp_path, claims, "bm", "ff")

    with pytest.raises(LanguageUnknown):
        engine.transcribe([silence(1)], Options(languages=("fr",)))
    with pytest.raises(LanguageUnknown):
        claiming.transcribe([silence(1)], Options())


def test_nothing_said_is_no_segment(tmp_path: Path) -> None:
    """An empty list is an answer."""
    engine = _engine(tmp_path, "print(json.dumps({'segments': []}))")

    assert [] == list(engine.transcribe([silence(1)], Options()).segments)


def test_its_words_are_doubted_like_any_machine_s(tmp_path: Path) -> None:
    """A loop is flagged."""
    body = """
        text = "Nous voulons vivre ensemble."
        words = [{"start": n, "end": n + 1, "text": text} for n in range(2)]
        print(json.dumps({"segments": words}))
    """

    heard = _engine(tmp_path, body).transcribe([silence(3)], Options())

    assert [False, True] == [Flag.REPEATED in s.flags for s in heard.segments]


def test_what_it_says_past_the_end_is_kept_and_doubted(tmp_path: Path) -> None:
    """Nothing that a machine says is left out in silence."""
    body = """
        words = [
            {"start": 0, "end": 1, "text": "Oui.",
             "words": [{"word": "Oui.", "start": 0, "end": 5}]},
            {"start": 1, "end": 5, "text": "Merci."},
            {"start": 7, "end": 9, "text": "Au revoir."},
        ]
        print(json.dumps({"segments": words}))
    """

    heard = _engine(tmp_path, body).transcribe([silence(2)], Options())

    segments = list(heard.segments)
    assert [(0, 1000, "Oui."), (1000, 2000, "Merci."), (2000, 2000, "Au revoir.")] == [
        (s.start, s.end, s.text) for s in segments
    ]
    assert [False, True, True] == [Flag.PAST_END in s.flags for s in segments]
    assert [2000] == [word.end for s in segments for word in s.words]


def test_text_over_silence_is_doubted(tmp_path: Path) -> None:
    """The sound is known here, whatever the program made of it."""
    body = """
        words = [{"start": n, "end": n + 1, "text": str(n)} for n in range(2)]
        print(json.dumps({"segments": words}))
    """
    noise = np.random.default_rng(1).uniform(-0.1, 0.1, RATE).astype(np.float32)

    heard = _engine(tmp_path, body).transcribe([noise, silence(1)], Options())

    assert [False, True] == [Flag.SILENCE in s.flags for s in heard.segments]


def test_what_had_to_be_mended_is_told(tmp_path: Path) -> None:
    """What is left out is said."""
    body = """
        words = [{"start": 0, "end": 1, "text": "Oui."}] * 2
        print(json.dumps({"segments": words}))
    """

    heard = _engine(tmp_path, body).transcribe([silence(1)], Options())

    assert ["Oui."] == [segment.text for segment in heard.segments]
    assert ("segment 2: is there twice; left out once",) == heard.repairs


def test_a_program_that_fails_is_named_with_what_it_says(tmp_path: Path) -> None:
    """The last line that it wrote is the reason."""
    engine = _engine(tmp_path, "sys.exit('reading\\nno such model')")

    with pytest.raises(ProgramFailed) as caught:
        engine.transcribe([silence(1)], Options())

    assert ("oza", "no such model") == (
        caught.value.details["program"],
        caught.value.details["reason"],
    )


def test_a_program_that_prints_something_else_is_refused(tmp_path: Path) -> None:
    """Nothing is guessed from what is not Whisper's JSON."""
    with pytest.raises(ProgramFailed) as caught:
        _engine(tmp_path, "print('Loading...')").transcribe([silence(1)], Options())

    assert "JSON is malformed" in str(caught.value.details["reason"])


def test_does_not_translate(tmp_path: Path) -> None:
    """There is no word for it that all programs know."""
    with pytest.raises(TranslationUnknown):
        _engine(tmp_path, "").transcribe([silence(1)], Options(task=Task.TRANSLATE))


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_an_interruption_ends_the_program(tmp_path: Path) -> None:
    """Nothing goes on listening after Ctrl-C."""
    pid = tmp_path / "pid"
    body = f"""
        import os, signal, time
        open({str(pid)!r}, "w").write(str(os.getpid()))
        os.kill(int(sys.argv[1]), signal.SIGINT)
        time.sleep(60)
    """
    words = write_program(tmp_path, body)
    script = f"""
        import os
        from mediakit.engines.base import Options
        from mediakit.engines.command import CommandEngine
        from tests.fakes.program import read_nothing
        from tests.speech import silence

        words = (*{words[:2]!r}, str(os.getpid()))
        engine = CommandEngine("oza", words, ("bm",), read_nothing)
        engine.transcribe([silence(1)], Options())
    """

    ended = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=False,
        timeout=60,
    )

    assert -signal.SIGINT == ended.returncode
    wait_until_gone(int(pid.read_text()))
